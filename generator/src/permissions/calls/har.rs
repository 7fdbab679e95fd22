//! HAR: the requests that a browser or a proxy has recorded.

use super::{Call, CallsError, batch};
use serde::Deserialize;
use std::path::Path;

#[derive(Deserialize)]
struct Har {
    log: Log,
}

#[derive(Deserialize)]
struct Log {
    entries: Vec<Entry>,
}

#[derive(Deserialize)]
struct Entry {
    request: Request,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Request {
    method: String,
    url: String,
    #[serde(default)]
    post_data: Option<PostData>,
}

#[derive(Deserialize)]
struct PostData {
    #[serde(default)]
    text: String,
}

/// The calls of a recording: those to hosts of the API, and how many went elsewhere. A batch is its parts.
pub fn read(text: &str, path: &Path) -> Result<(Vec<Call>, usize), CallsError> {
    let text = text.trim_start_matches('\u{feff}').trim_start();
    let har: Har = serde_json::from_str(text).map_err(|error| failure(&error, text.is_empty(), path))?;
    let mut calls = Vec::new();
    let mut elsewhere = 0;
    for Entry { request } in har.log.entries {
        let call = Call::logged(&request.method.to_ascii_uppercase(), &request.url);
        if call.address.host.is_empty() || !call.address.is_of_api() {
            elsewhere += 1;
        } else if batch::is_batch(&call.address) {
            let body = request.post_data.map(|data| data.text).unwrap_or_default();
            calls.extend(batch::parts(&body, &call.address));
        } else if call.method != "OPTIONS" {
            calls.push(call);
        }
    }
    Ok((calls, elsewhere))
}

fn failure(error: &serde_json::Error, is_empty: bool, path: &Path) -> CallsError {
    let (message, help) = if is_empty {
        ("the recording is empty".to_owned(), "save it again")
    } else if error.is_eof() {
        (
            "the recording ends in the middle".to_owned(),
            "save it again; the program that wrote it was stopped too early",
        )
    } else if error.is_data() {
        (
            format!("this is no HAR recording: {error}"),
            "a HAR file is a JSON object with `log.entries`",
        )
    } else {
        (format!("this is no JSON: {error}"), "save the recording as HAR")
    };
    CallsError {
        path: path.to_path_buf(),
        line: (!is_empty).then(|| error.line()),
        message,
        help,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> String {
        match read(text, Path::new("x.har")) {
            Ok((calls, elsewhere)) => {
                let calls = calls
                    .iter()
                    .map(|call| format!("{} {}", call.method, call.address.path));
                format!("{} ({elsewhere} elsewhere)", calls.collect::<Vec<_>>().join("; "))
            }
            Err(error) => error.to_string(),
        }
    }

    #[test]
    fn requests_and_the_parts_of_batches() {
        let har = r#"{"log": {"version": "1.2", "entries": [
            {"request": {"method": "get", "url": "https://graph.microsoft.com/v1.0/kilns/7?$select=id"}, "response": {}},
            {"request": {"method": "GET", "url": "https://login.example.com/token"}},
            {"request": {"method": "OPTIONS", "url": "https://graph.microsoft.com/v1.0/kilns/7"}},
            {"request": {"method": "POST", "url": "https://graph.microsoft.com/beta/$batch", "postData": {"mimeType": "application/json",
              "text": "{\"requests\":[{\"id\":\"1\",\"method\":\"GET\",\"url\":\"/kilns\"},{\"id\":\"2\",\"method\":\"patch\",\"url\":\"kilns/8?x=1\"}]}"}}}
        ]}}"#;
        assert_eq!(shown(har), "GET /kilns/7; GET /kilns; PATCH /kilns/8 (1 elsewhere)");
    }

    #[test]
    fn what_is_no_recording() {
        insta::assert_snapshot!(shown("{\"log\": {\"entries\": [\n{\"request\": {\"method\": \"GET\", "), @"x.har:2: the recording ends in the middle");
        insta::assert_snapshot!(shown(" \n"), @"x.har: the recording is empty");
        insta::assert_snapshot!(shown("{\"logs\": {}}"), @"x.har:1: this is no HAR recording: missing field `log` at line 1 column 12");
        insta::assert_snapshot!(shown("GET /kilns"), @"x.har:1: this is no JSON: expected value at line 1 column 1");
        insta::assert_snapshot!(shown("{\"log\": {\"entries\": []}}"), @" (0 elsewhere)");
    }
}
