//! Content that is not JSON, and where it lies.

use crate::connection::{Fixed, Recorded};
use crate::server::{Received, Reply, Server, answer, half};
use crate::{client, run};
use azure_core::http::headers::{HeaderName, HeaderValue, Headers};
use azure_core::http::{AsyncRawResponse, HttpClient, Transport};
use futures_core::Stream;
use generated::runtime::{self as rt, Bytes};
use std::future::poll_fn;
use std::pin::Pin;
use std::sync::{Arc, Mutex};

static ACTION: rt::Endpoint = rt::Endpoint::new(rt::Method::Post, "beta", "/x");
static PHOTO: rt::Endpoint = rt::Endpoint::new(rt::Method::Get, "beta", "/me/photo/$value");

fn photo(client: &rt::Client) -> rt::Request<Bytes> {
    rt::Request::new(client, &PHOTO, &[])
}

/// Serves `content` as a server does that knows ranges, and breaks the connection after `most` bytes.
fn store(content: &'static [u8], most: usize) -> Server {
    Server::with(move |request| part(content, most, request))
}

fn part(content: &[u8], most: usize, request: &Received) -> Reply {
    let range = request.header("range");
    let (first, last) = match range.as_deref().and_then(|range| range.strip_prefix("bytes=")) {
        Some(range) => {
            let (first, last) = range.split_once('-').unwrap();
            (first.parse().unwrap(), last.parse().unwrap_or(content.len() - 1))
        }
        None => (0, content.len() - 1),
    };
    let part = &content[first..=last.min(content.len() - 1)];
    let status = if range.is_some() { 206 } else { 200 };
    let range = format!("Content-Range: bytes {first}-{last}/{}\r\n", content.len());
    let head = format!(
        "HTTP/1.1 {status} X\r\nETag: \"v1\"\r\n{}Content-Length: {}\r\nConnection: close\r\n\r\n",
        if status == 206 { &range } else { "" },
        part.len()
    );
    Reply::Send([head.as_bytes(), &part[..part.len().min(most)]].concat())
}

#[test]
fn bytes_come_as_they_are() {
    let server = Server::script(vec![answer(200, "Content-Type: image/jpeg\r\n", [0xFF, 0xD8, 0, 1])]);
    let bytes = run(photo(&client(&server)).send()).unwrap();
    assert_eq!(bytes[..], [0xFF, 0xD8, 0, 1]);
    assert_eq!(server.calls(), ["GET /beta/me/photo/$value"]);
    assert_eq!(server.seen()[0].headers("accept"), ["*/*"]);
}

#[test]
fn a_part_of_the_content() {
    let server = store(b"0123456789", 100);
    let get = |range: rt::Request<Bytes>| run(range.send()).unwrap();
    assert_eq!(get(photo(&client(&server)).range(2..5))[..], *b"234");
    assert_eq!(get(photo(&client(&server)).range(..=3))[..], *b"0123");
    assert_eq!(get(photo(&client(&server)).range(8..))[..], *b"89");
    let ranges: Vec<String> = server.seen().iter().map(|seen| seen.header("range").unwrap()).collect();
    assert_eq!(ranges, ["bytes=2-4", "bytes=0-3", "bytes=8-"]);
    let raw = run(photo(&client(&server)).range(2..5).send_raw()).unwrap();
    assert_eq!((raw.status(), raw.header("Content-Range")), (206, Some("bytes 2-4/10")));
}

#[test]
fn a_redirect_to_another_server() {
    let elsewhere = Server::script(vec![answer(200, "", "a,b\n1,2\n")]);
    let location = format!("Location: {}/blob?sig=secret\r\n", elsewhere.base);
    let server = Server::script(vec![answer(302, &location, "")]);
    let request = photo(&client(&server)).header("X-Own", "1").range(..100);
    assert_eq!(run(request.send()).unwrap(), "a,b\n1,2\n");
    let seen = &elsewhere.seen()[0];
    assert_eq!(seen.call(), "GET /blob?sig=secret");
    assert_eq!(seen.headers("range"), ["bytes=0-99"]);
    for own in ["x-own", "client-request-id", "authorization"] {
        assert!(seen.headers(own).is_empty(), "{own}");
    }
}

#[test]
fn relative_and_repeated_redirects() {
    let server = Server::script(vec![
        answer(307, "Location: /a/b\r\n", ""),
        answer(301, "Location: c\r\n", ""),
        answer(200, "", "x"),
    ]);
    assert_eq!(run(photo(&client(&server)).send()).unwrap(), "x");
    assert_eq!(server.calls(), ["GET /beta/me/photo/$value", "GET /a/b", "GET /a/c"]);
    let circle = Server::with(|_| answer(302, "Location: /\r\n", ""));
    let error = run(photo(&client(&circle)).send()).unwrap_err();
    assert_eq!((error.kind(), circle.seen().len()), (rt::ErrorKind::Link, 6));
}

#[test]
fn redirects_that_are_not_followed() {
    for location in ["http://example.com/x", "ftp://127.0.0.1/x", "javascript:alert(1)"] {
        let server = Server::script(vec![answer(302, &format!("Location: {location}\r\n"), "")]);
        let error = run(photo(&client(&server)).send()).unwrap_err();
        assert_eq!(error.kind(), rt::ErrorKind::Link, "{location}");
    }
    // Only reading is done elsewhere.
    let server = Server::script(vec![answer(307, "Location: /y\r\n", "")]);
    let error = run(rt::Request::<()>::new(&client(&server), &ACTION, &[]).send()).unwrap_err();
    assert_eq!((error.status(), server.seen().len()), (Some(307), 1));
}

#[test]
fn a_refusal_elsewhere_names_no_permissions_and_no_link() {
    let server = Server::script(vec![
        answer(302, "Location: /blob?sig=secret\r\n", ""),
        answer(403, "", ""),
    ]);
    let error = run(photo(&client(&server)).send()).unwrap_err();
    assert_eq!(error.status(), Some(403));
    assert!(error.permissions(rt::Scheme::Application).is_empty());
    let dead = Server::script(vec![answer(
        302,
        "Location: http://127.0.0.1:9/blob?sig=secret\r\n",
        "",
    )]);
    let error = run(photo(&client(&dead)).send()).unwrap_err();
    assert_eq!(error.kind(), rt::ErrorKind::Transport);
    assert!(!format!("{error} {error:?}").contains("secret"), "{error}");
}

/// Redirects the first request to another host.
#[derive(Debug, Default)]
struct Redirecting(Mutex<Vec<Recorded>>);

#[async_trait::async_trait]
impl HttpClient for Redirecting {
    async fn execute_request(&self, request: &azure_core::http::Request) -> azure_core::Result<AsyncRawResponse> {
        let headers = request.headers().iter();
        let headers = headers.map(|(name, value)| (name.as_str().to_owned(), value.as_str().to_owned()));
        let mut seen = self.0.lock().unwrap();
        seen.push(Recorded {
            url: request.url().to_string(),
            headers: headers.collect(),
        });
        let mut headers = Headers::new();
        if seen.len() > 1 {
            return Ok(AsyncRawResponse::from_bytes(200_u16.into(), headers, "report"));
        }
        let location = HeaderValue::from_static("https://store.example/report?sig=1");
        headers.insert(HeaderName::from_static("location"), location);
        Ok(AsyncRawResponse::from_bytes(302_u16.into(), headers, ""))
    }
}

#[test]
fn the_token_stays_at_home() {
    let transport = Arc::new(Redirecting::default());
    let client = rt::Client::builder()
        .credential(Arc::new(Fixed))
        .transport(Transport::new(transport.clone()));
    let report = run(photo(&client.build().unwrap()).send()).unwrap();
    assert_eq!(report, "report");
    let seen = transport.0.lock().unwrap();
    let has_token = |request: &Recorded| request.headers.iter().any(|(_, value)| value.contains("token-for"));
    assert!(has_token(&seen[0]) && !has_token(&seen[1]), "{seen:?}");
    assert_eq!(seen[1].url, "https://store.example/report?sig=1");
}

#[test]
fn a_download_goes_on_after_a_fault() {
    let server = store(b"0123456789abcdef", 7);
    let download = run(async { photo(&client(&server)).download().await?.collect().await });
    assert_eq!(download.unwrap(), "0123456789abcdef");
    let ranges: Vec<Option<String>> = server.seen().iter().map(|seen| seen.header("range")).collect();
    assert_eq!(ranges, [None, Some("bytes=7-".into()), Some("bytes=14-".into())]);
    assert_eq!(server.seen()[1].headers("if-range"), ["\"v1\""]);
}

#[test]
fn a_part_goes_on_after_a_fault() {
    let server = store(b"0123456789abcdef", 4);
    let download = run(async { photo(&client(&server)).range(2..12).download().await?.collect().await });
    assert_eq!(download.unwrap(), "23456789ab");
    assert_eq!(server.seen()[1].headers("range"), ["bytes=6-11"]);
}

#[test]
fn a_download_that_cannot_go_on_is_an_error() {
    let server = Server::with(|_| half("0123"));
    let download = run(async { photo(&client(&server)).download().await?.collect().await });
    assert_eq!(download.unwrap_err().kind(), rt::ErrorKind::Transport);
    // The whole from the beginning is not the rest.
    assert_eq!(server.seen().len(), 2);
}

#[test]
fn a_refused_download_is_an_error_at_once() {
    let server = Server::script(vec![answer(404, "", r#"{"error":{"code":"ImageNotFound"}}"#)]);
    let error = run(photo(&client(&server)).download()).unwrap_err();
    assert_eq!(error.code(), Some("ImageNotFound"));
}

#[test]
fn the_pieces_are_a_stream() {
    let server = store(b"0123456789abcdef", 7);
    let bytes = run(async {
        let mut chunks = photo(&client(&server)).download().await.unwrap().into_stream();
        let mut bytes = Vec::new();
        while let Some(chunk) = poll_fn(|context| Pin::new(&mut chunks).poll_next(context)).await {
            bytes.extend_from_slice(&chunk.unwrap());
        }
        bytes
    });
    assert_eq!(bytes, b"0123456789abcdef");
}
