//! Calls whose work goes on after the response, and calls that can succeed in several ways.

use crate::connection::{Fixed, Recorded};
use crate::server::{Server, answer};
use crate::{ResourceOperation, client, run};
use azure_core::http::headers::{HeaderName, HeaderValue, Headers};
use azure_core::http::{AsyncRawResponse, HttpClient, Transport};
use generated::runtime as rt;
use std::sync::{Arc, Mutex};
use std::time::Instant;

static COPY: rt::Endpoint = rt::Endpoint::new(rt::Method::Post, "beta", "/items/{id}/copy");

fn copy<T>(client: &rt::Client) -> rt::Request<T> {
    rt::Request::new(client, &COPY, &["1"])
}

async fn end<T: rt::FromResponse>(call: rt::Request<T>) -> Result<T, rt::Error> {
    call.start().await?.wait().await
}

#[test]
fn an_operation_is_asked_until_it_ends() {
    let monitor = Server::script(vec![
        answer(202, "", r#"{"status":"inProgress","percentageComplete":40}"#),
        answer(200, "", r#"{"status":"running"}"#),
        answer(200, "", r#"{"status":"completed","resourceId":"7"}"#),
    ]);
    let location = format!("Location: {}/monitor?sig=secret\r\n", monitor.base);
    let server = Server::script(vec![answer(202, &location, "")]);
    let status = run(end(copy::<rt::OperationStatus>(&client(&server)))).unwrap();
    assert_eq!((status.status(), status.resource_id()), (Some("completed"), Some("7")));
    assert!(!status.is_running());
    assert_eq!(monitor.calls(), ["GET /monitor?sig=secret"; 3]);
}

#[test]
fn one_question_tells_how_far_it_is() {
    let server = Server::script(vec![
        answer(202, "Location: /items/operations/2\r\n", ""),
        answer(202, "", r#"{"status":{"state":"processing"},"percentageComplete":40}"#),
    ]);
    let status = run(async {
        let mut operation = copy::<()>(&client(&server)).start().await?;
        operation.status().await
    });
    let status = status.unwrap();
    assert_eq!(
        (status.status(), status.percentage_complete()),
        (Some("processing"), Some(40.0))
    );
    assert!(status.is_running());
    // What is relative counts from the version.
    assert_eq!(
        server.calls(),
        ["POST /beta/items/1/copy", "GET /beta/items/operations/2"]
    );
}

#[test]
fn the_service_says_when_to_ask_again() {
    let server = Server::script(vec![
        answer(202, "Location: /beta/operations/2\r\nRetry-After: 0.3\r\n", ""),
        answer(
            200,
            "",
            r#"{"status":"succeeded","targetResourceLocation":"/items('7')"}"#,
        ),
    ]);
    let start = Instant::now();
    let status = run(end(copy::<rt::OperationStatus>(&client(&server)))).unwrap();
    assert!(start.elapsed().as_millis() >= 300);
    assert_eq!(
        status.resource_location(),
        Some(format!("{}/beta/items('7')", server.base).as_str())
    );
}

#[test]
fn a_typed_result_is_read_where_the_operation_says() {
    for last in [
        answer(303, "Location: /beta/items/7\r\n", ""),
        answer(200, "", r#"{"status":"succeeded","resourceLocation":"/beta/items/7"}"#),
    ] {
        let server = Server::script(vec![
            answer(202, "Location: /beta/operations/2\r\n", ""),
            last,
            answer(200, "", r#"{"id":"7"}"#),
        ]);
        let item = run(end(copy::<ResourceOperation>(&client(&server)))).unwrap();
        assert_eq!(item.id.as_deref(), Some("7"));
        assert_eq!(server.calls()[1..], ["GET /beta/operations/2", "GET /beta/items/7"]);
    }
}

#[test]
fn a_result_that_is_there_at_once_is_not_waited_for() {
    let server = Server::script(vec![answer(201, "Location: /beta/items/7\r\n", r#"{"id":"7"}"#)]);
    let item = run(end(copy::<ResourceOperation>(&client(&server)))).unwrap();
    assert_eq!((item.id.as_deref(), server.seen().len()), (Some("7"), 1));
}

#[test]
fn an_operation_that_fails_is_an_error_of_the_call() {
    let server = Server::script(vec![
        answer(202, "Location: /beta/operations/2\r\n", ""),
        answer(
            200,
            "",
            r#"{"status":"failed","error":{"code":"nameTaken","message":"taken"}}"#,
        ),
    ]);
    let error = run(end(copy::<rt::OperationStatus>(&client(&server)))).unwrap_err();
    assert_eq!(
        (error.kind(), error.code()),
        (rt::ErrorKind::Service, Some("nameTaken"))
    );
    assert!(error.to_string().starts_with("POST /beta/items/{id}/copy: "), "{error}");
    assert!(error.message().contains("failed: taken"), "{error}");
}

#[test]
fn a_monitor_without_tls_elsewhere_is_not_asked() {
    let server = Server::script(vec![answer(202, "Location: http://monitor.example/secret\r\n", "")]);
    let error = run(copy::<()>(&client(&server)).start()).unwrap_err();
    assert_eq!(error.kind(), rt::ErrorKind::Link);
    assert!(!format!("{error} {error:?}").contains("secret"));
}

/// Accepts the first request, and says where its monitor is; says that it ended to all others.
#[derive(Debug)]
struct Monitored(&'static str, Mutex<Vec<Recorded>>);

#[async_trait::async_trait]
impl HttpClient for Monitored {
    async fn execute_request(&self, request: &azure_core::http::Request) -> azure_core::Result<AsyncRawResponse> {
        let headers = request.headers().iter();
        let headers = headers.map(|(name, value)| (name.as_str().to_owned(), value.as_str().to_owned()));
        let mut seen = self.1.lock().unwrap();
        seen.push(Recorded {
            url: request.url().to_string(),
            headers: headers.collect(),
        });
        let mut headers = Headers::new();
        if seen.len() > 1 {
            return Ok(AsyncRawResponse::from_bytes(
                200_u16.into(),
                headers,
                r#"{"status":"completed"}"#,
            ));
        }
        headers.insert(HeaderName::from_static("location"), HeaderValue::from_static(self.0));
        headers.insert(HeaderName::from_static("retry-after"), HeaderValue::from_static("0.01"));
        Ok(AsyncRawResponse::from_bytes(202_u16.into(), headers, ""))
    }
}

#[test]
fn only_the_api_gets_the_token() {
    for (monitor, url, with_token) in [
        ("https://monitor.example/1", "https://monitor.example/1", false),
        ("//monitor.example/1", "https://monitor.example/1", false),
        ("/operations/1", "https://graph.microsoft.com/beta/operations/1", true),
    ] {
        let transport = Arc::new(Monitored(monitor, Mutex::default()));
        let client = rt::Client::builder()
            .credential(Arc::new(Fixed))
            .header("x-own", "1")
            .transport(Transport::new(transport.clone()));
        run(end(copy::<rt::OperationStatus>(&client.build().unwrap()))).unwrap();
        let seen = transport.1.lock().unwrap();
        let has = |own: &str| seen[1].headers.iter().any(|(name, _)| name == own);
        assert_eq!(
            (has("authorization"), has("x-own")),
            (with_token, with_token),
            "{monitor}"
        );
        assert_eq!(seen[1].url, url);
    }
}

#[test]
fn a_reply_says_which_success_came() {
    for (status, body, id) in [
        (200, r#"{"id":"1"}"#, Some("1")),
        (201, r#"{"id":"2"}"#, Some("2")),
        (204, "", None),
    ] {
        let server = Server::script(vec![answer(status, "ETag: \"v\"\r\n", body)]);
        let reply = run(copy::<ResourceOperation>(&client(&server)).reply()).unwrap();
        assert_eq!((reply.status(), reply.header("ETag")), (status, Some("\"v\"")));
        assert_eq!(reply.into_value().and_then(|value| value.id).as_deref(), id);
    }
}
