//! What makes calls comfortable.

use crate::connection::{Fixed, Recorder};
use crate::server::{Server, answer, json};
use crate::{RoleScopeTag, client, offline, operation, run, tag};
use azure_core::http::Transport;
use generated::runtime::{self as rt, azure_core};
use std::sync::Arc;
use std::time::{Duration, Instant};

#[test]
fn a_request_can_be_awaited() {
    let server = Server::script(vec![json(r#"{"id":"1"}"#)]);
    let client = client(&server);
    let one = run(async { operation::get(&client, "1").await }).unwrap();
    assert_eq!(one.id.as_deref(), Some("1"));
}

#[test]
fn a_client_has_headers_of_its_own() {
    let client = rt::Client::builder()
        .base_url("http://127.0.0.1:9")
        .header("Prefer", "a")
        .header("X-Team", "kitchen")
        .build()
        .unwrap();
    let built = tag::list(&client, tag::In::role_scope_tags())
        .header("prefer", "b")
        .prepare()
        .unwrap();
    assert_eq!(
        (built.header("Prefer"), built.header("x-team")),
        (Some("b"), Some("kitchen"))
    );
}

#[test]
fn a_request_may_have_its_own_retry_and_timeout() {
    let server = Server::with(|_| answer(503, "", ""));
    let client = client(&server);
    run(operation::get(&client, "1").retry(rt::RetryPolicy::none()).send())
        .map(|_| ())
        .unwrap_err();
    assert_eq!(server.seen().len(), 1);
    let slow = crate::server::Reply::Slowly(b"HTTP/1.1 200 OK\r\n".repeat(20), Duration::from_secs(1));
    let server = Server::with(move |_| slow.clone());
    let client = crate::client(&server);
    let start = Instant::now();
    let request = operation::get(&client, "1").timeout(Duration::from_millis(50));
    let error = run(request.retry(rt::RetryPolicy::none()).send())
        .map(|_| ())
        .unwrap_err();
    assert_eq!(error.kind(), rt::ErrorKind::Transport);
    assert!(start.elapsed() < Duration::from_secs(5));
}

#[test]
fn a_version_can_be_asked_for() {
    let built = tag::update(&offline(), tag::At::role_scope_tags("1"), &RoleScopeTag::default())
        .if_match("W/\"7\"")
        .prepare();
    assert_eq!(built.unwrap().header("if-match"), Some("W/\"7\""));
}

#[test]
fn an_error_has_the_url_without_secrets() {
    let server = Server::with(|_| answer(404, "", ""));
    let request = operation::get(&client(&server), "1")
        .select(["id"])
        .query("sig", "s3cret");
    let error = run(request.send()).map(|_| ()).unwrap_err();
    let url = format!(
        "{}/beta/deviceManagement/resourceOperations/1?$select=id&sig=(hidden)",
        server.base
    );
    assert_eq!(error.url(), Some(url.as_str()));
    let url = format!("{}/up/s3cret?x=s3cret", server.base);
    let session = rt::UploadSession::new(&client(&server), &url).unwrap();
    let error = run(session.status()).map(|_| ()).unwrap_err();
    assert_eq!(error.url(), Some(format!("{}/(hidden)", server.base).as_str()));
    // Without a response too, and if the response cannot be read.
    let client = rt::Client::builder().base_url("http://127.0.0.1:9");
    let client = client.retry(rt::RetryPolicy::none()).build().unwrap();
    let error = run(operation::get(&client, "1").send()).map(|_| ()).unwrap_err();
    assert_eq!(
        error.url(),
        Some("http://127.0.0.1:9/beta/deviceManagement/resourceOperations/1")
    );
    let server = Server::with(|_| json("[]"));
    let error = run(operation::get(&crate::client(&server), "1").send())
        .map(|_| ())
        .unwrap_err();
    assert!(error.url().unwrap().ends_with("/resourceOperations/1"));
}

#[test]
fn a_token_goes_to_this_computer_only_if_that_is_allowed() {
    let recorder = Arc::new(Recorder::default());
    let builder = |base: &str| {
        rt::Client::builder()
            .base_url(base)
            .credential(Arc::new(Fixed))
            .allow_plain_loopback()
            .transport(Transport::new(recorder.clone()))
    };
    let client = builder("http://127.0.0.1:9").build().unwrap();
    run(tag::get(&client, tag::At::role_scope_tags("1")).send()).unwrap();
    let seen = recorder.0.lock().unwrap()[0].clone();
    let token = "Bearer token-for-http://127.0.0.1:9/.default".to_owned();
    assert!(seen.headers.contains(&("authorization".to_owned(), token)), "{seen:?}");
    assert!(builder("http://example.com").build().is_err());
}

#[test]
fn secrets_are_not_debugged() {
    let tag: RoleScopeTag = rt::from_str(
        r#"{"id":"1","clientSecret":"s3cret","profile":{"password":"s3cret"},"preSharedKey":["s3cret"],"note":"x"}"#,
    )
    .unwrap();
    let shown = format!("{tag:?} {:?}", tag.additional_properties.get("profile"));
    assert!(
        !shown.contains("s3cret") && shown.contains("(hidden)") && shown.contains("note"),
        "{shown}"
    );
    // Written, they are complete.
    assert_eq!(rt::to_string(&tag).unwrap().matches("s3cret").count(), 3);
    let server = Server::with(|_| json(r#"[{"secretText":"s3cret"}]"#));
    let error = run(operation::get(&client(&server), "1").send())
        .map(|_| ())
        .unwrap_err();
    assert!(!format!("{error} {error:?}").contains("s3cret"), "{error}");
    let request = tag::list(&offline(), tag::In::role_scope_tags())
        .query("access_token", "s3cret")
        .header("X-Api-Key", "s3cret");
    assert!(!format!("{request:?} {:?}", request.clone().prepare()).contains("s3cret"));
}

#[test]
fn an_enum_can_be_compared_with_a_text() {
    let size = generated::beta::models::KeySize::from("new");
    assert!(size == "new" && size != "old");
    let time = rt::DateTimeOffset::from("2021-07-16T09:00:00Z");
    assert!(time == "2021-07-16T09:00:00Z");
    assert!(time != "2021-07-16");
}
