//! When a request is sent again.

use crate::server::{Reply, Server, answer, half, json};
use crate::{ResourceOperation, client, operation, run};
use generated::runtime as rt;
use std::time::{Duration, Instant};

fn ok() -> Reply {
    json(r#"{"id":"1"}"#)
}

fn get(server: &Server) -> Result<ResourceOperation, rt::Error> {
    run(operation::get(&client(server), "1").send())
}

fn create(server: &Server) -> Result<ResourceOperation, rt::Error> {
    run(operation::create(&client(server), &ResourceOperation::default()).send())
}

#[test]
fn the_service_says_how_long_to_wait() {
    let server = Server::script(vec![
        answer(429, "Retry-After: 0.2\r\n", ""),
        answer(503, "Retry-After: 0\r\n", ""),
        ok(),
    ]);
    let start = Instant::now();
    create(&server).unwrap();
    assert!(start.elapsed() >= Duration::from_millis(200));
    let seen = server.seen();
    assert_eq!(seen.len(), 3);
    // One request for the service's people, however often it was sent.
    assert_eq!(seen[0].header("client-request-id"), seen[2].header("client-request-id"));
    assert_eq!(seen[2].text(), seen[0].text());
}

#[test]
fn too_long_a_pause_is_an_error_at_once() {
    let server = Server::script(vec![answer(429, "Retry-After: 3600\r\n", ""), ok()]);
    let error = get(&server).unwrap_err();
    assert_eq!(
        (error.status(), error.retry_after()),
        (Some(429), Some(Duration::from_secs(3600)))
    );
}

#[test]
fn errors_of_the_server() {
    for status in [500, 502, 503, 504] {
        let broken = || Server::script(vec![answer(status, "", ""), ok()]);
        get(&broken()).unwrap();
        let change = ResourceOperation::default();
        run(operation::update(&client(&broken()), "1", &change).send()).unwrap();
        run(operation::delete(&client(&broken()), "1").send()).unwrap();
        assert_eq!(create(&broken()).unwrap_err().status(), Some(status));
        run(operation::create(&client(&broken()), &change).retry_post().send()).unwrap();
    }
}

#[test]
fn errors_of_the_caller_are_final() {
    for status in [400, 401, 403, 404, 409, 412] {
        let server = Server::script(vec![answer(status, "", ""), ok()]);
        assert_eq!(get(&server).unwrap_err().status(), Some(status));
        assert_eq!(server.seen().len(), 1);
    }
}

#[test]
fn never_more_often_than_asked() {
    let server = Server::with(|_| answer(503, "", ""));
    get(&server).unwrap_err();
    assert_eq!(server.seen().len(), 5);
}

#[test]
fn broken_connections() {
    let faults: [fn() -> Server; 3] = [
        || Server::resetting(2, vec![ok()]),
        || Server::script(vec![Reply::Close, ok()]),
        || Server::script(vec![half(r#"{"id":"#), half(""), ok()]),
    ];
    for fault in faults {
        get(&fault()).unwrap();
        // The service may have done it: not twice.
        let server = fault();
        assert_eq!(create(&server).unwrap_err().kind(), rt::ErrorKind::Transport);
        assert_eq!(server.seen().len(), 1);
        let change = ResourceOperation::default();
        run(operation::create(&client(&fault()), &change).retry_post().send()).unwrap();
    }
}

#[test]
fn a_slow_answer_is_waited_for() {
    let Reply::Send(bytes) = ok() else { unreachable!() };
    let server = Server::script(vec![Reply::Slowly(bytes, Duration::from_millis(20))]);
    assert_eq!(get(&server).unwrap().id.as_deref(), Some("1"));
    assert_eq!(server.seen().len(), 1);
}

#[test]
fn an_answer_that_does_not_come_in_time_is_asked_for_again() {
    let Reply::Send(bytes) = ok() else { unreachable!() };
    let slow = Reply::Slowly(bytes, Duration::from_millis(400));
    let client = |server: &Server| {
        let retry = rt::RetryPolicy::default().initial_delay(Duration::from_millis(5));
        let builder = rt::Client::builder().base_url(&server.base).retry(retry);
        builder.timeout(Duration::from_millis(800)).build().unwrap()
    };
    let server = Server::script(vec![slow.clone(), ok()]);
    run(operation::get(&client(&server), "1").send()).unwrap();
    assert_eq!(server.seen().len(), 2);
    let server = Server::script(vec![slow, ok()]);
    let made = operation::create(&client(&server), &ResourceOperation::default());
    let error = run(made.send()).unwrap_err();
    assert_eq!(error.kind(), rt::ErrorKind::Transport);
    assert!(error.to_string().contains("within 800ms"), "{error}");
}
