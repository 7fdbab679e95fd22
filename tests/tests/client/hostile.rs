//! Services, and gateways before them, that answer otherwise than they should.

use crate::server::{Reply, Server, answer, json};
use crate::{ResourceOperation, RoleScopeTag, client, operation, run, tag};
use generated::runtime as rt;
use serde_json::{Value, json as value};
use std::time::Duration;

fn get(reply: Reply) -> Result<ResourceOperation, rt::Error> {
    let server = Server::script(vec![reply]);
    run(operation::get(&client(&server), "1").send())
}

fn list(reply: Reply) -> Result<rt::Collection<RoleScopeTag>, rt::Error> {
    let server = Server::script(vec![reply]);
    run(tag::list(&client(&server), tag::In::role_scope_tags()).send())
}

/// A service that has begun to answer cannot change its status any more.
#[test]
fn an_error_with_the_status_of_a_success_is_an_error() {
    let error = r#""error":{"code":"tooBusy","message":"Come back."}"#;
    let alone = format!("{{{error}}}");
    let annotated = format!(r#"{{"@odata.context":"x",{error}}}"#);
    let beside = format!(r#"{{"value":[{{"id":"1"}}],{error}}}"#);
    let all = [
        get(json(&alone)).map(drop),
        get(json(&annotated)).map(drop),
        list(json(&alone)).map(drop),
        list(json(&beside)).map(drop),
    ];
    for outcome in all {
        let error = outcome.unwrap_err();
        assert_eq!((error.kind(), error.status()), (rt::ErrorKind::Service, Some(200)));
        assert_eq!(error.code(), Some("tooBusy"));
    }
    // What has more than an error is an object with a property of this name; and so is an error without a code.
    let object = get(json(&format!(r#"{{"id":"1",{error}}}"#))).unwrap();
    assert!(object.additional_properties.get("error").is_some());
    get(json(r#"{"error":{"count":2}}"#)).unwrap();
    get(json(r#"{"error":"none"}"#)).unwrap();
}

#[test]
fn an_upload_of_which_more_is_expected_than_there_is_has_failed() {
    for expected in ["999999999-", "700001-", "5-3", "18446744073709551616-", "x"] {
        let server = Server::with(move |_| answer(202, "", format!(r#"{{"nextExpectedRanges":["{expected}"]}}"#)));
        let url = format!("{}/upload", server.base);
        let session = rt::UploadSession::new(&client(&server), &url).unwrap().part_size(1);
        let error = run(session.upload::<Value>(vec![1; 700_000])).unwrap_err();
        assert_eq!(error.kind(), rt::ErrorKind::Request, "{expected}");
        assert!(server.seen().len() < 9, "{expected}");
    }
}

/// What belongs to no step, or is no answer at all, takes nothing from the others.
#[test]
fn answers_to_a_batch_in_odd_forms() {
    let responses = value!([
        null,
        {"id": 0, "status": "200", "headers": null, "body": {"id": "a"}},
        {"id": "9", "status": 200, "body": {}},
        {"status": 200},
        {"id": "1", "status": 404, "headers": {"Retry-After": 7}, "body": {"error": {"code": "gone"}}},
    ]);
    let server = Server::script(vec![answer(200, "", value!({ "responses": responses }).to_string())]);
    let client = client(&server);
    let mut batch = rt::Batch::new(&client);
    let steps = ["a", "b", "c"].map(|id| batch.add(operation::get(&client, id)));
    let answers = run(batch.send()).unwrap();
    assert_eq!(answers.get(&steps[0]).unwrap().id.as_deref(), Some("a"));
    let gone = answers.get(&steps[1]).unwrap_err();
    assert_eq!((gone.status(), gone.code()), (Some(404), Some("gone")));
    assert_eq!(gone.retry_after(), Some(Duration::from_secs(7)));
    assert_eq!(answers.get(&steps[2]).unwrap_err().kind(), rt::ErrorKind::Decode);
}

#[test]
fn a_pause_that_cannot_be_waited_for_is_an_error_and_no_pause_is_none() {
    let after = |text: &str| {
        let busy = answer(429, &format!("Retry-After: {text}\r\n"), "");
        let server = Server::script(vec![busy, json(r#"{"id":"1"}"#)]);
        let outcome = run(operation::get(&client(&server), "1").send());
        outcome.map_err(|error| (error.status(), error.retry_after()))
    };
    for endless in ["99999999999999999999", "1e30", "Fri, 31 Dec 9999 23:59:59 GMT"] {
        let (status, pause) = after(endless).unwrap_err();
        assert_eq!(status, Some(429));
        assert!(pause.unwrap() > Duration::from_secs(1_000_000_000), "{endless}");
    }
    for none in ["", "NaN", "-5", "0x10", "inf", "Sun, 06 Nov 1994 08:49:37 GMT"] {
        assert!(after(none).is_ok(), "{none}");
    }
}

#[test]
fn brackets_without_end_lose_no_item() {
    let deep = "[".repeat(100_000) + &"]".repeat(100_000);
    let page = format!(r#"{{"value":[{{"id":"1","odd":{deep}}},{{"id":"2","displayName":{deep}}},{{"id":"3"}}]}}"#);
    let tags = list(json(&page)).unwrap();
    assert_eq!(tags.value.len(), 3);
    assert_eq!(tags.value[1].display_name, None);
    assert_eq!(rt::to_string(&tags).unwrap().matches('[').count(), 200_001);
}

/// Headers that are no text, answers before the answer, a name that comes twice, a second document behind the first.
#[test]
fn odd_answers_of_gateways() {
    let raw = |text: &[u8]| Reply::Send([text, b"Content-Length: 10\r\n\r\n{\"id\":\"1\"}"].concat());
    assert!(get(raw(b"HTTP/1.1 200 OK\r\nX-Name: caf\xe9\r\n")).is_ok());
    assert!(
        get(raw(
            b"HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\nHTTP/1.1 200 OK\r\n"
        ))
        .is_ok()
    );
    assert_eq!(get(json(r#"{"id":"1","id":"2"}"#)).unwrap().id.as_deref(), Some("2"));
    for broken in [r#"{"id":"1"}{"id":"2"}"#, "[]", "null", " \r\n", "<html>Sign in</html>"] {
        assert_eq!(get(json(broken)).unwrap_err().kind(), rt::ErrorKind::Decode, "{broken}");
    }
}
