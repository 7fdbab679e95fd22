//! What an error says.

use crate::server::{Server, answer, half};
use crate::{client, run, tag};
use generated::runtime as rt;
use std::time::Duration;

const DENIED: &str = r#"{"error":{"code":"Authorization_RequestDenied","message":"Insufficient privileges.",
"innerError":{"date":"2021-07-16T08:03:03","request-id":"r1","client-request-id":"c1"}}}"#;

fn list(server: &Server) -> rt::Error {
    run(tag::list(&client(server), tag::In::role_scope_tags()).send()).unwrap_err()
}

#[test]
fn a_refused_call_names_the_permissions() {
    let server = Server::script(vec![answer(403, "Retry-After: 0.25\r\n", DENIED)]);
    let error = list(&server);
    assert_eq!((error.kind(), error.status()), (rt::ErrorKind::Service, Some(403)));
    assert_eq!(error.code(), Some("Authorization_RequestDenied"));
    assert_eq!(error.message(), "Insufficient privileges.");
    assert_eq!(error.request_id(), Some("r1"));
    assert_eq!(error.retry_after(), Some(Duration::from_millis(250)));
    let inner = error.service_error().unwrap().inner_error.as_ref().unwrap();
    assert_eq!(inner.date.as_ref().unwrap().as_str(), "2021-07-16T08:03:03");
    assert_eq!(error.date(), Some("2021-07-16T08:03:03"));
    assert_eq!(inner.client_request_id.as_deref(), Some("c1"));
    assert_eq!(
        error.permissions(rt::Scheme::Application)[0].alternatives[0].permissions,
        ["DeviceManagementRBAC.Read.All"]
    );
    let text = error.to_string();
    let start = "GET /beta/deviceManagement/roleScopeTags: 403 Authorization_RequestDenied: Insufficient privileges. \
                 (request-id r1)";
    assert!(text.starts_with(start), "{text}");
    let needs = "permissions (application): DeviceManagementRBAC.Read.All or DeviceManagementRBAC.ReadWrite.All";
    assert!(text.contains(needs), "{text}");
    assert_eq!(error.response().unwrap().body(), DENIED.as_bytes());
}

#[test]
fn an_answer_that_cannot_be_read() {
    for body in ["", "<html>", "[]", r#"{"value":[{"id":"#] {
        let server = Server::script(vec![answer(200, "", body)]);
        let error = list(&server);
        assert_eq!(
            (error.kind(), error.status()),
            (rt::ErrorKind::Decode, Some(200)),
            "{body}"
        );
        let arrived = if body.is_empty() { "the body is empty" } else { body };
        assert!(error.to_string().contains(arrived), "{error}");
    }
}

#[test]
fn half_an_answer() {
    let server = Server::with(|_| half(r#"{"id":"#));
    let error = run(tag::get(&client(&server), tag::At::role_scope_tags("1")).send()).unwrap_err();
    assert_eq!(error.kind(), rt::ErrorKind::Transport);
    assert!(
        error
            .to_string()
            .starts_with("GET /beta/deviceManagement/roleScopeTags/"),
        "{error}"
    );
    assert_eq!(server.seen().len(), 5);
}

#[test]
fn nobody_there() {
    let client = rt::Client::builder().base_url("http://127.0.0.1:9");
    let client = client.retry(rt::RetryPolicy::none()).build().unwrap();
    let error = run(tag::get(&client, tag::At::role_scope_tags("1")).send()).unwrap_err();
    assert_eq!(error.kind(), rt::ErrorKind::Transport);
}
