//! The examples for people to copy, run against a server on this computer.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]
#![allow(dead_code, reason = "the `main` of each example signs in, which tests cannot")]

mod server;

#[path = "../../../generator/examples/create.rs"]
mod create;
#[path = "../../../generator/examples/list.rs"]
mod list;
#[path = "../../../generator/examples/page_through.rs"]
mod page_through;
#[path = "../../../generator/examples/permissions_report.rs"]
mod permissions_report;
#[path = "../../../generator/examples/update.rs"]
mod update;

use generated::runtime::Client;
use server::Server;
use std::future::Future;

fn run<T>(example: impl Future<Output = T>) -> T {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    runtime.unwrap().block_on(example)
}

fn client(server: &Server) -> Client {
    Client::loopback(&server.base).unwrap()
}

#[test]
fn list() {
    let server = Server::answering(vec![
        r#"{"value":[{"id":"1","displayName":"Helpdesk","members":["g1","g2"]},{"id":"2"}]}"#,
    ]);
    let lines = run(list::list(&client(&server))).unwrap();
    insta::assert_snapshot!(lines.join("\n"), @r"
    Helpdesk: 2 groups
    (without a name): 0 groups
    ");
    insta::assert_snapshot!(server.seen(), @"GET /beta/deviceManagement/roleAssignments?$select=id,displayName,members&$top=50");
}

#[test]
fn create() {
    let server = Server::answering(vec![r#"{"id":"7","displayName":"Helpdesk, all devices"}"#]);
    let created = run(create::create(&client(&server), "g1")).unwrap();
    assert_eq!(created.id.as_deref(), Some("7"));
    insta::assert_snapshot!(server.seen(), @r#"
    POST /beta/deviceManagement/roleAssignments
    {"displayName":"Helpdesk, all devices","scopeType":"allDevices","members":["g1"]}
    "#);
}

#[test]
fn update_with_null() {
    let server = Server::answering(vec![
        r#"{"id":"7","displayName":"Helpdesk, night shift","description":null}"#,
    ]);
    let updated = run(update::update(&client(&server), "7")).unwrap();
    assert_eq!(updated.description, None);
    insta::assert_snapshot!(server.seen(), @r#"
    PATCH /beta/deviceManagement/roleAssignments/7
    {"displayName":"Helpdesk, night shift","description":null}
    "#);
}

#[test]
fn page_through() {
    let server = Server::answering(vec![
        r#"{"value":[{"displayName":"a"},{"displayName":"b"}],"@odata.nextLink":"{base}/beta/deviceManagement/roleAssignments?$skiptoken=2"}"#,
        r#"{"value":[{"displayName":"c"}]}"#,
    ]);
    let names = run(page_through::names(&client(&server))).unwrap();
    assert_eq!(names, ["a", "b", "c"]);
    insta::assert_snapshot!(server.seen(), @r"
    GET /beta/deviceManagement/roleAssignments
    GET /beta/deviceManagement/roleAssignments?$skiptoken=2
    ");
}

#[test]
fn permissions_report() {
    let granted = ["DeviceManagementRBAC.Read.All", "User.Read.All"];
    insta::assert_snapshot!(permissions_report::report(&granted).unwrap().join("\n"), @r"
    needed:  DeviceManagementRBAC.ReadWrite.All
    missing: DeviceManagementRBAC.ReadWrite.All
    excess:  User.Read.All
    ");
}
