//! The examples for people to copy, run against a strict server on this computer.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]
#![allow(dead_code, reason = "the `main` of each example signs in, which tests cannot")]

mod server;

#[path = "../../../generator/examples/batch.rs"]
mod batch;
#[path = "../../../generator/examples/create.rs"]
mod create;
#[path = "../../../generator/examples/delta.rs"]
mod delta;
#[path = "../../../generator/examples/drive.rs"]
mod drive;
#[path = "../../../generator/examples/errors.rs"]
mod errors;
#[path = "../../../generator/examples/intune.rs"]
mod intune;
#[path = "../../../generator/examples/list.rs"]
mod list;
#[path = "../../../generator/examples/mail.rs"]
mod mail;
#[path = "../../../generator/examples/members.rs"]
mod members;
#[path = "../../../generator/examples/mock.rs"]
mod mock;
#[path = "../../../generator/examples/permissions_report.rs"]
mod permissions_report;
#[path = "../../../generator/examples/report.rs"]
mod report;
#[path = "../../../generator/examples/update.rs"]
mod update;

use generated::runtime::Client;
use serde_json::Value;
use server::{Answer, Server, answered, json, status};
use std::future::Future;

/// Runs an example against a server that expects these requests and no others.
fn run<T, F: Future<Output = T>>(exchanges: Vec<(&str, Answer)>, example: impl FnOnce(Client) -> F) -> T {
    let exchanges = exchanges.into_iter().map(|(asked, answer)| (asked.to_owned(), answer));
    let server = Server::expecting(exchanges.collect());
    let client = Client::loopback(&server.base).unwrap();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let outcome = runtime.unwrap().block_on(example(client));
    server.done();
    outcome
}

#[test]
fn list() {
    let first = "GET /v1.0/users?$filter=startswith(jobTitle,%27Crane%27)&$select=displayName,officeLocation\
        &$orderby=displayName&$count=true&$top=50\nconsistencylevel: eventual";
    let page = r#"{"value":[{"displayName":"Idris Okafor","officeLocation":"Pier 2"}],"@odata.nextLink":"{base}/v1.0/users?$skiptoken=2"}"#;
    let exchanges = vec![
        (first, json(page)),
        (
            "GET /v1.0/users?$skiptoken=2\nconsistencylevel: eventual",
            json(r#"{"value":[{"displayName":"Selma Rask"}]}"#),
        ),
    ];
    let lines = run(exchanges, async |client| list::list(&client).await).unwrap();
    assert_eq!(lines, ["Idris Okafor: Pier 2", "Selma Rask: (no office)"]);
}

/// A request with a body of JSON.
fn sent(call: &str, body: &str) -> String {
    format!("{call}\ncontent-type: application/json\n\n{body}")
}

#[test]
fn create() {
    let asked = sent(
        "POST /v1.0/me/calendar/events",
        r#"{"subject": "Pilot briefing",
            "start": {"dateTime": "2026-12-01T06:45:00", "timeZone": "Europe/Oslo"},
            "end": {"dateTime": "2026-12-01T07:15:00", "timeZone": "Europe/Oslo"},
            "attendees": [{"emailAddress": {"address": "idris@nordkai.example"}}]}"#,
    );
    let created = answered("201 Created", r#"{"id":"evt-71c4","showAs":"busy"}"#);
    let guest = "idris@nordkai.example";
    let event = run(vec![(&asked, created)], async |client| {
        create::create(&client, guest).await
    })
    .unwrap();
    assert_eq!(event.id.as_deref(), Some("evt-71c4"));
}

#[test]
fn update_with_null() {
    let asked = sent("PATCH /v1.0/me", r#"{"officeLocation": "Pier 2", "mobilePhone": null}"#);
    let exchanges = vec![(asked.as_str(), status("204 No Content"))];
    run(exchanges, async |client| update::update(&client, "Pier 2").await).unwrap();
}

#[test]
fn members() {
    let reference = r#"{"@odata.id": "{base}/v1.0/directoryObjects/new"}"#;
    let add = sent("POST /v1.0/groups/g/members/$ref", reference);
    let exchanges = vec![
        (add.as_str(), status("204 No Content")),
        ("DELETE /v1.0/groups/g/members/old/$ref", status("204 No Content")),
        (
            "GET /v1.0/groups/g/members/microsoft.graph.user",
            json(r#"{"value":[{"displayName":"Tove Lind"}]}"#),
        ),
    ];
    let people = run(exchanges, async |client| {
        members::replace(&client, "g", "old", "new").await
    });
    assert_eq!(people.unwrap(), ["Tove Lind"]);
}

#[test]
fn mail() {
    let asked = sent(
        "POST /v1.0/me/sendMail",
        r#"{"message": {
            "subject": "Berth 9 is free",
            "body": {"content": "From noon on, until the evening tide."},
            "toRecipients": [{"emailAddress": {"address": "maren@nordkai.example"}}]
        }}"#,
    );
    let exchanges = vec![(asked.as_str(), status("202 Accepted"))];
    let to = "maren@nordkai.example";
    run(exchanges, async |client| mail::send(&client, to).await).unwrap();
}

#[test]
fn drive() {
    let path = "/v1.0/me/drive/root:/Charts/harbor%20map.pdf:";
    let create = sent(&format!("POST {path}/createUploadSession"), "{}");
    let part =
        "PUT /up/1\ncontent-range: bytes 0-19/20\ncontent-type: application/octet-stream\n\n%PDF-1.7 harbor map.";
    let exchanges = vec![
        (
            create.as_str(),
            json(r#"{"uploadUrl":"{base}/up/1","nextExpectedRanges":["0-"]}"#),
        ),
        (
            part,
            answered("201 Created", r#"{"id":"01NKMAP","name":"harbor map.pdf"}"#),
        ),
    ];
    let get = format!("GET {path}/content\nrange: bytes=0-15");
    let blob = "GET /blob/7\nrange: bytes=0-15";
    let found = status("302 Found\nLocation: {base}/blob/7");
    let bytes = "206 Partial Content\r\nContent-Range: bytes 0-15/20\r\n\r\n%PDF-1.7 harbor".to_owned();
    let exchanges = exchanges.into_iter().chain([(get.as_str(), found), (blob, bytes)]);
    let (file, head) = run(exchanges.collect(), async |client| {
        drive::upload(&client, "%PDF-1.7 harbor map.".into()).await
    })
    .unwrap();
    assert_eq!(file.id.as_deref(), Some("01NKMAP"));
    assert_eq!(head, "%PDF-1.7 harbor");
}

#[test]
fn delta() {
    let first =
        r#"{"value":[{"id":"1","displayName":"Maren Holt"}],"@odata.nextLink":"{base}/v1.0/users/delta?$skiptoken=a"}"#;
    let last = r#"{"value":[{"id":"2","@removed":{"reason":"deleted"}}],"@odata.deltaLink":"{base}/v1.0/users/delta?$deltatoken=b"}"#;
    let exchanges = vec![
        ("GET /v1.0/users/delta", json(first)),
        ("GET /v1.0/users/delta?$skiptoken=a", json(last)),
        ("GET /v1.0/users/delta?$deltatoken=b", json(r#"{"value":[]}"#)),
    ];
    let (all, later) = run(exchanges, async |client| {
        let (all, link) = delta::changes(&client, None).await.unwrap();
        (all, delta::changes(&client, link.as_deref()).await.unwrap().0)
    });
    assert_eq!(all, ["+ Maren Holt", "- 2"]);
    assert!(later.is_empty());
}

/// The body of a batch, and the answer to it in which one request is turned away.
fn batch_call(ids: std::ops::Range<usize>, turned_away: Option<usize>) -> (String, Answer) {
    let request =
        |id: usize| serde_json::json!({"id": id.to_string(), "method": "GET", "url": format!("/users/u{id}")});
    let response = |id: usize| match turned_away {
        Some(busy) if busy == id => {
            serde_json::json!({"id": id.to_string(), "status": 429, "headers": {"Retry-After": "0"}})
        }
        _ => serde_json::json!({"id": id.to_string(), "status": 200, "body": {"displayName": format!("User {id}")}}),
    };
    let requests: Value = ids.clone().map(request).collect();
    let responses: Value = ids.map(response).collect();
    let body = serde_json::json!({ "requests": requests });
    let answer = serde_json::json!({ "responses": responses });
    (sent("POST /v1.0/$batch", &body.to_string()), json(&answer.to_string()))
}

#[test]
fn batch() {
    let calls = [
        batch_call(0..20, Some(3)),
        batch_call(20..25, None),
        batch_call(3..4, None),
    ];
    let exchanges = calls.iter().map(|(asked, answer)| (asked.as_str(), answer.clone()));
    let ids: Vec<String> = (0..25).map(|id| format!("u{id}")).collect();
    let names = run(exchanges.collect(), async |client| batch::names(&client, &ids).await).unwrap();
    let expected: Vec<String> = (0..25).map(|id| format!("User {id}")).collect();
    assert_eq!(names, expected);
}

#[test]
fn intune() {
    let assign = sent(
        "POST /beta/deviceManagement/resourceAccessProfiles/p/assign",
        r##"{"assignments": [
            {"@odata.type": "#microsoft.graph.deviceManagementResourceAccessProfileAssignment",
             "target": {"@odata.type": "#microsoft.graph.allDevicesAssignmentTarget"}},
            {"@odata.type": "#microsoft.graph.deviceManagementResourceAccessProfileAssignment",
             "target": {"@odata.type": "#microsoft.graph.exclusionGroupAssignmentTarget", "groupId": "g"}}
        ]}"##,
    );
    let wipe = sent(
        "POST /beta/deviceManagement/managedDevices/d/wipe",
        r#"{"keepUserData": false}"#,
    );
    let exchanges = vec![
        (assign.as_str(), json(r#"{"value":[]}"#)),
        (wipe.as_str(), status("204 No Content")),
    ];
    run(exchanges, async |client| {
        intune::assign(&client, "p", "g").await?;
        intune::wipe(&client, "d").await
    })
    .unwrap();
}

#[test]
fn report() {
    let csv = "Report Refresh Date,User Principal Name\n2026-11-25,maren@nordkai.example\n";
    let exchanges = vec![
        (
            "GET /v1.0/reports/getOffice365ActiveUserDetail(period='D7')",
            status("302 Found\nLocation: {base}/csv/1"),
        ),
        (
            "GET /csv/1",
            format!("200 OK\r\nContent-Type: application/octet-stream\r\n\r\n{csv}"),
        ),
    ];
    let names = run(exchanges, async |client| report::active_users(&client).await).unwrap();
    assert_eq!(names, ["maren@nordkai.example"]);
}

#[test]
fn errors() {
    let told = |answer: Answer| {
        let exchanges = vec![("GET /v1.0/users/u", answer)];
        run(exchanges, async |client| errors::name(&client, "u").await)
    };
    let error = |status: &str| answered(status, r#"{"error":{"code":"x","message":"no"}}"#);
    assert_eq!(told(json(r#"{"displayName":"Maren Holt"}"#)).unwrap(), "Maren Holt");
    assert_eq!(told(error("404 Not Found")).unwrap(), "there is no such user");
    assert_eq!(
        told(error("403 Forbidden")).unwrap(),
        "not allowed; needs User.ReadBasic.All"
    );
    assert_eq!(told(error("400 Bad Request")).unwrap_err().code(), Some("x"));
}

#[test]
fn permissions_report() {
    let granted = ["User.Read.All", "Mail.Read"];
    insta::assert_snapshot!(permissions_report::report(&granted).unwrap().join("\n"), @"
    needed:  GroupMember.ReadWrite.All, Mail.Send, User.Read.All
    missing: GroupMember.ReadWrite.All, Mail.Send
    excess:  Mail.Read
    ");
}

#[test]
fn mock() {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    runtime.unwrap().block_on(mock::test()).unwrap();
}

/// The readme shows a part of a program that is compiled and run here.
#[test]
fn the_readme_shows_the_test_kit_as_it_is() {
    let readme = include_str!("../../../README.md");
    let section = readme.split("\n## Tests of your program\n").nth(1).unwrap();
    let shown = section.split("```rust\n").nth(1).unwrap().split("```").next().unwrap();
    let program = include_str!("../../../generator/examples/mock.rs");
    let indented: String = shown.lines().map(|line| format!("    {line}\n")).collect();
    assert!(program.contains(&indented), "{indented}");
}
