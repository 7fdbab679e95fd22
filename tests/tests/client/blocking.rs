//! Calls that wait.

use crate::server::{Server, answer, json};
use crate::{client, operation, run, tag};
use generated::runtime as rt;

#[test]
fn a_request_needs_no_executor() {
    let server = Server::script(vec![json(r#"{"id":"1"}"#), answer(404, "", "")]);
    let client = client(&server);
    let one = operation::get(&client, "1").send_blocking().unwrap();
    assert_eq!(one.id.as_deref(), Some("1"));
    let error = operation::get(&client, "2").send_blocking().map(|_| ()).unwrap_err();
    assert_eq!(error.status(), Some(404));
}

#[test]
fn pages_and_items_are_iterators() {
    let pages = || {
        Server::script(vec![
            json(r#"{"value":[{"id":"1"},{"id":"2"}],"@odata.nextLink":"{base}/beta/y"}"#),
            json(r#"{"value":[{"id":"3"}],"@odata.deltaLink":"{base}/beta/delta"}"#),
        ])
    };
    let server = pages();
    let mut items = tag::list(&client(&server), tag::In::role_scope_tags()).items_blocking();
    let ids: Vec<String> = items.by_ref().map(|tag| tag.unwrap().id.unwrap()).collect();
    assert_eq!(ids, ["1", "2", "3"]);
    assert!(items.get_ref().delta_link().unwrap().ends_with("/beta/delta"));
    let server = pages();
    let pages = tag::list(&client(&server), tag::In::role_scope_tags()).pages_blocking();
    let sizes: Vec<usize> = pages.map(|page| page.unwrap().value.len()).collect();
    assert_eq!(sizes, [2, 1]);
}

#[test]
fn many_threads_can_wait_at_the_same_time() {
    let server = Server::with(|_| json(r#"{"id":"1"}"#));
    let client = client(&server);
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| operation::get(&client, "1").send_blocking().unwrap());
        }
    });
    assert_eq!(server.seen().len(), 4);
}

#[test]
fn other_futures_can_be_waited_for() {
    let server = Server::script(vec![answer(204, "", "")]);
    let url = format!("{}/upload", server.base);
    let session = rt::UploadSession::new(&client(&server), &url).unwrap();
    rt::blocking::run(session.cancel()).unwrap();
    assert_eq!(server.calls(), ["DELETE /upload"]);
}

#[test]
fn inside_of_a_task_it_is_an_error_not_a_panic() {
    let client = crate::offline();
    let error = run(async { operation::get(&client, "1").send_blocking() })
        .map(|_| ())
        .unwrap_err();
    assert_eq!(error.kind(), rt::ErrorKind::Request);
    assert!(error.to_string().contains("use `.await`"), "{error}");
}
