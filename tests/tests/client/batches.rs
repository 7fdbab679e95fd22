//! Many requests in one.

use crate::server::{Received, Reply, Server, answer};
use crate::{ResourceOperation, RoleScopeTag, client, operation, run, tag};
use generated::runtime as rt;
use serde_json::{Value, json};

static V1: rt::Endpoint = rt::Endpoint::new(rt::Method::Get, "v1.0", "/me/{name}");
static PUT: rt::Endpoint = rt::Endpoint::new(rt::Method::Put, "beta", "/me/photo/$value");

/// The requests of a call.
fn requests(call: &Received) -> Vec<Value> {
    let body: Value = serde_json::from_slice(&call.body).unwrap();
    body["requests"].as_array().unwrap().clone()
}

/// Answers each request of a call; the last one first, as the service is free to do.
fn each(call: &Received, mut reply: impl FnMut(&Value) -> Value) -> Reply {
    let mut responses: Vec<Value> = Vec::new();
    for request in requests(call) {
        let mut response = reply(&request);
        response["id"] = request["id"].clone();
        responses.insert(0, response);
    }
    answer(200, "", json!({ "responses": responses }).to_string())
}

fn ok(body: &Value) -> Value {
    json!({"status": 200, "headers": {"Content-Type": "application/json"}, "body": body})
}

#[test]
fn steps_have_their_types() {
    let server = Server::with(|call| {
        each(call, |request| match request["method"].as_str().unwrap() {
            "GET" => ok(&json!({"value": [{"id": "1"}]})),
            "POST" => json!({"status": 201, "body": {"id": "2"}}),
            _ => json!({"status": 204, "body": null}),
        })
    });
    let client = client(&server);
    let mut batch = rt::Batch::new(&client);
    let tags = batch.add(tag::list(&client, tag::In::role_scope_tags()).top(2).eventual());
    let body = RoleScopeTag {
        display_name: Some("x".into()),
        ..Default::default()
    };
    let made = batch.add_after(tag::create(&client, tag::In::role_scope_tags(), &body), &[tags.id()]);
    let gone = batch.add(operation::delete(&client, "a/b"));
    let answers = run(batch.send()).unwrap();
    assert_eq!(answers.get(&tags).unwrap().value[0].id.as_deref(), Some("1"));
    assert_eq!(answers.get(&made).unwrap().id.as_deref(), Some("2"));
    answers.get(&gone).unwrap();
    assert_eq!(answers.errors().count(), 0);
    assert_eq!(server.calls(), ["POST /beta/$batch"]);
    assert_eq!(
        Value::from(requests(&server.seen()[0])),
        json!([
            {"id": "0", "method": "GET", "url": "/deviceManagement/roleScopeTags?$top=2&$count=true",
             "headers": {"consistencylevel": "eventual"}},
            {"id": "1", "method": "POST", "url": "/deviceManagement/roleScopeTags", "dependsOn": ["0"],
             "headers": {"content-type": "application/json"}, "body":
             {"@odata.type": "#microsoft.graph.roleScopeTag", "displayName": "x"}},
            {"id": "2", "method": "DELETE", "url": "/deviceManagement/resourceOperations/a%2Fb"},
        ])
    );
}

#[test]
fn a_failed_step_is_an_error_of_its_own() {
    let server = Server::with(|call| {
        each(call, |request| match request["id"].as_str().unwrap() {
            "0" => json!({"status": 403, "headers": {"Retry-After": "7"},
                          "body": {"error": {"code": "Denied", "message": "no"}}}),
            "1" => json!({"status": 424, "body": {"error": {"code": "FailedDependency"}}}),
            _ => ok(&json!({"id": "2"})),
        })
    });
    let client = client(&server);
    let mut batch = rt::Batch::new(&client);
    let denied = batch.add(tag::list(&client, tag::In::role_scope_tags()));
    let waiting = batch.add_after(tag::get(&client, tag::At::role_scope_tags("1")), &[denied.id()]);
    let fine = batch.add(tag::get(&client, tag::At::role_scope_tags("2")));
    let answers = run(batch.send()).unwrap();
    let error = answers.get(&denied).unwrap_err();
    assert_eq!((error.status(), error.code()), (Some(403), Some("Denied")));
    assert_eq!(error.retry_after(), Some(std::time::Duration::from_secs(7)));
    assert!(!error.permissions(rt::Scheme::Application).is_empty());
    assert!(
        error
            .to_string()
            .starts_with("GET /beta/deviceManagement/roleScopeTags: 403"),
        "{error}"
    );
    assert_eq!(answers.get(&waiting).unwrap_err().status(), Some(424));
    answers.get(&fine).unwrap();
    let failed: Vec<rt::StepId> = answers.errors().map(|(id, _)| id).collect();
    assert_eq!(failed, [denied.id(), waiting.id()]);
    assert_eq!(server.seen().len(), 1);
}

#[test]
fn twenty_in_a_call() {
    let server = Server::with(|call| each(call, |request| ok(&json!({"id": request["id"]}))));
    let client = client(&server);
    let mut batch = rt::Batch::new(&client);
    let steps: Vec<_> = (0..45)
        .map(|n| batch.add(tag::get(&client, tag::At::role_scope_tags(&n.to_string()))))
        .collect();
    let last = batch.add_after(
        tag::get(&client, tag::At::role_scope_tags("x")),
        &[steps[0].id(), steps[44].id()],
    );
    let answers = run(batch.send()).unwrap();
    for (n, step) in steps.iter().enumerate() {
        assert_eq!(answers.get(step).unwrap().id, Some(n.to_string()));
    }
    answers.get(&last).unwrap();
    let sizes: Vec<usize> = server.seen().iter().map(|call| requests(call).len()).collect();
    assert_eq!(sizes, [20, 20, 6]);
    // Step 0 has been answered before: only what is in the same call is named.
    assert_eq!(requests(&server.seen()[2])[5]["dependsOn"], json!(["44"]));
}

#[test]
fn a_step_in_a_later_call_is_not_sent_if_its_condition_has_failed() {
    let server = Server::with(|call| each(call, |_| json!({"status": 404, "body": {}})));
    let client = client(&server);
    let mut batch = rt::Batch::new(&client);
    let steps: Vec<_> = (0..20)
        .map(|n| batch.add(tag::get(&client, tag::At::role_scope_tags(&n.to_string()))))
        .collect();
    let late = batch.add_after(tag::get(&client, tag::At::role_scope_tags("x")), &[steps[3].id()]);
    let answers = run(batch.send()).unwrap();
    let error = answers.get(&late).unwrap_err();
    assert_eq!((error.status(), error.code()), (Some(424), Some("FailedDependency")));
    assert_eq!(server.seen().len(), 1);
}

#[test]
fn only_steps_that_were_turned_away_are_sent_again() {
    let mut calls = 0;
    let server = Server::with(move |call| {
        calls += 1;
        each(call, |request| match (request["id"].as_str().unwrap(), calls) {
            ("1", 1) => json!({"status": 429, "headers": {"Retry-After": "0.1"}, "body": {}}),
            ("2", 1) => json!({"status": 424, "body": {}}),
            ("3", 1) => json!({"status": 500, "body": {}}),
            (id, _) => ok(&json!({ "id": id })),
        })
    });
    let client = client(&server);
    let mut batch = rt::Batch::new(&client);
    let first = batch.add(tag::get(&client, tag::At::role_scope_tags("a")));
    let busy = batch.add(tag::get(&client, tag::At::role_scope_tags("b")));
    let waiting = batch.add_after(tag::get(&client, tag::At::role_scope_tags("c")), &[busy.id()]);
    let made = batch.add(tag::create(
        &client,
        tag::In::role_scope_tags(),
        &RoleScopeTag::default(),
    ));
    let start = std::time::Instant::now();
    let answers = run(batch.send()).unwrap();
    assert!(start.elapsed() >= std::time::Duration::from_millis(100));
    for step in [first, busy, waiting] {
        answers.get(&step).unwrap();
    }
    // The service may have made it: not twice.
    assert_eq!(answers.get(&made).unwrap_err().status(), Some(500));
    let sent: Vec<Vec<Value>> = server
        .seen()
        .iter()
        .map(|call| requests(call).iter().map(|request| request["id"].clone()).collect())
        .collect();
    assert_eq!(
        sent,
        [
            vec![json!("0"), json!("1"), json!("2"), json!("3")],
            vec![json!("1"), json!("2")]
        ]
    );
}

#[test]
fn bytes_and_texts() {
    let server = Server::with(|call| {
        each(call, |request| match request["id"].as_str().unwrap() {
            "0" => json!({"status": 200, "headers": {"Content-Type": "image/jpeg"}, "body": "/9gA"}),
            "1" => json!({"status": 200, "headers": {"content-type": "text/plain"}, "body": "abcd"}),
            _ => json!({"status": 204}),
        })
    });
    let client = client(&server);
    let mut batch = rt::Batch::new(&client);
    let image = batch.add(rt::Request::<rt::Bytes>::new(&client, &V1, &["photo"]));
    let text = batch.add(rt::Request::<rt::Bytes>::new(&client, &V1, &["note"]));
    let image_bytes = rt::Content::new(vec![0xFF, 0xD8], "image/jpeg");
    let sent = batch.add(rt::Request::<()>::new(&client, &PUT, &[]).content(image_bytes));
    let answers = run(batch.send()).unwrap();
    assert_eq!(answers.get(&image).unwrap()[..], [0xFF, 0xD8, 0]);
    assert_eq!(answers.get(&text).unwrap(), "abcd");
    // Another version, another call.
    assert_eq!(server.calls(), ["POST /v1.0/$batch", "POST /beta/$batch"]);
    assert_eq!(requests(&server.seen()[1])[0]["body"], "/9g=");
    assert_eq!(answers.raw(sent.id()).unwrap().status(), 204);
}

#[test]
fn content_that_lies_elsewhere() {
    let server = Server::with(|request| {
        if request.call() == "GET /blob" {
            return answer(200, "", "content");
        }
        each(request, |_| json!({"status": 302, "headers": {"Location": "/blob"}}))
    });
    let client = client(&server);
    let mut batch = rt::Batch::new(&client);
    let content = batch.add(rt::Request::<rt::Bytes>::new(&client, &V1, &["content"]));
    let answers = run(batch.send()).unwrap();
    assert_eq!(answers.get(&content).unwrap(), "content");
}

#[test]
fn steps_that_cannot_be_sent() {
    let server = Server::with(|call| each(call, |_| ok(&json!({"id": "1"}))));
    let client = client(&server);
    let mut batch = rt::Batch::new(&client);
    let bad = batch.add(tag::get(&client, tag::At::role_scope_tags("..")));
    let other = batch.add(tag::get(&crate::offline(), tag::At::role_scope_tags("1")));
    let waiting = batch.add_after(tag::get(&client, tag::At::role_scope_tags("2")), &[other.id()]);
    let fine = batch.add(tag::get(&client, tag::At::role_scope_tags("1")));
    let answers = run(batch.send()).unwrap();
    assert_eq!(answers.get(&bad).unwrap_err().kind(), rt::ErrorKind::Request);
    assert_eq!(answers.get(&other).unwrap_err().kind(), rt::ErrorKind::Request);
    assert_eq!(answers.get(&waiting).unwrap_err().status(), Some(424));
    answers.get(&fine).unwrap();
    assert_eq!(requests(&server.seen()[0]).len(), 1);
}

#[test]
fn a_call_that_fails() {
    let server = Server::with(|_| answer(401, "", ""));
    let client = client(&server);
    let mut batch = rt::Batch::new(&client);
    batch.add(tag::list(&client, tag::In::role_scope_tags()));
    let error = run(batch.send()).unwrap_err();
    assert_eq!(error.status(), Some(401));
    assert!(error.to_string().starts_with("POST /beta/$batch: 401"), "{error}");
}

#[test]
fn a_call_is_made_twice_only_if_its_steps_may_be() {
    for (writes, calls) in [(false, 5), (true, 1)] {
        let server = Server::with(|_| answer(500, "", ""));
        let client = client(&server);
        let mut batch = rt::Batch::new(&client);
        batch.add(tag::list(&client, tag::In::role_scope_tags()));
        if writes {
            batch.add(operation::create(&client, &ResourceOperation::default()));
        }
        run(batch.send()).unwrap_err();
        assert_eq!(server.seen().len(), calls);
    }
}

#[test]
fn a_step_without_an_answer() {
    for body in [
        r#"{"responses":[]}"#,
        "{}",
        r#"{"responses":[{"id":"7","status":200}]}"#,
    ] {
        let server = Server::with(move |_| answer(200, "", body));
        let client = client(&server);
        let mut batch = rt::Batch::new(&client);
        let step = batch.add(tag::get(&client, tag::At::role_scope_tags("1")));
        let answers = run(batch.send()).unwrap();
        assert_eq!(answers.get(&step).unwrap_err().kind(), rt::ErrorKind::Decode, "{body}");
    }
}

#[test]
fn no_step_at_all() {
    let batch = rt::Batch::new(&crate::offline());
    assert!(batch.is_empty());
    assert_eq!(run(batch.send()).unwrap().errors().count(), 0);
}
