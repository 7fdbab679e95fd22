//! What a request sends.

use crate::server::{Server, answer, json};
use crate::{ResourceOperation, RoleScopeTag, client, offline, operation, run, tag};
use generated::{properties, property, runtime as rt};

#[test]
fn a_request_is_what_was_asked_for() {
    let server = Server::script(vec![json(r#"{"id":"1","displayName":"x","new":1}"#)]);
    let body = RoleScopeTag {
        display_name: Some("x".into()),
        ..Default::default()
    };
    let request =
        tag::create(&client(&server), tag::In::role_scope_tags(), &body).header("Prefer", "return=representation");
    let made = run(request.send()).unwrap();
    assert_eq!(made.id.as_deref(), Some("1"));
    let seen = &server.seen()[0];
    assert_eq!(seen.line(), "POST /beta/deviceManagement/roleScopeTags HTTP/1.1");
    assert_eq!(
        seen.text(),
        r##"{"@odata.type":"#microsoft.graph.roleScopeTag","displayName":"x"}"##
    );
    assert_eq!(seen.headers("content-type"), ["application/json"]);
    assert_eq!(seen.headers("accept"), ["application/json"]);
    assert_eq!(seen.headers("prefer"), ["return=representation"]);
    assert_eq!(seen.headers("client-request-id").len(), 1);
    assert!(seen.headers("x-ms-client-request-id").is_empty());
    assert!(seen.headers("authorization").is_empty());
    assert!(
        seen.header("user-agent").unwrap().starts_with("generated/0.1.0"),
        "{}",
        seen.head
    );
}

#[test]
fn query_options() {
    let request = tag::list(&offline(), tag::In::role_scope_tags())
        .select(properties!(RoleScopeTag: id, display_name))
        .expand(["assignments($select=id)"])
        .filter("displayName eq 'A&B+C#d'")
        .order_by(["displayName desc"])
        .top(5)
        .skip(2)
        .search("\"displayName:wifi\"")
        .eventual()
        .query("$skiptoken", "a=b/c");
    let built = request.prepare().unwrap();
    assert_eq!(
        built.url(),
        "http://127.0.0.1:9/beta/deviceManagement/roleScopeTags?$select=id,displayName&$expand=assignments($select%3Did)\
         &$filter=displayName%20eq%20'A%26B%2BC%23d'&$orderby=displayName%20desc&$top=5&$skip=2\
         &$search=%22displayName:wifi%22&$count=true&$skiptoken=a%3Db/c"
    );
    assert_eq!(built.header("consistencylevel"), Some("eventual"));
    assert_eq!(built.method(), "GET");
    assert!(built.body().is_none());
}

#[test]
fn a_list_can_be_given_in_parts() {
    let request = tag::list(&offline(), tag::In::role_scope_tags())
        .select([property!(RoleScopeTag: id)])
        .select(["displayName"]);
    assert!(request.prepare().unwrap().url().ends_with("?$select=id,displayName"));
}

#[test]
fn a_filter_in_a_request() {
    let wifi = property!(RoleScopeTag: display_name).starts_with("a&b");
    let request = tag::list(&offline(), tag::In::role_scope_tags())
        .filter(wifi)
        .order_by([property!(RoleScopeTag: display_name).desc()])
        .prefer("include-unknown-enum-members")
        .max_page_size(20);
    let built = request.prepare().unwrap();
    assert!(
        built
            .url()
            .ends_with("?$filter=startswith(displayName,'a%26b')&$orderby=displayName%20desc")
    );
    assert_eq!(
        built.header("Prefer"),
        Some("include-unknown-enum-members, odata.maxpagesize=20")
    );
}

#[test]
fn no_content_is_a_success() {
    let server = Server::script(vec![answer(204, "", ""), answer(204, "", "")]);
    run(operation::delete(&client(&server), "a").send()).unwrap();
    let change = ResourceOperation::default();
    let updated = run(operation::update(&client(&server), "a", &change).send()).unwrap();
    assert_eq!(updated, change);
    let seen = &server.seen()[1];
    assert!(seen.call().starts_with("PATCH "));
    assert_eq!(seen.text(), r##"{"@odata.type":"#microsoft.graph.resourceOperation"}"##);
}

#[test]
fn an_empty_body_is_a_success_of_a_change_but_not_of_a_read() {
    let server = Server::with(|_| answer(200, "", ""));
    let client = client(&server);
    let change = ResourceOperation::default();
    assert_eq!(run(operation::update(&client, "a", &change).send()).unwrap(), change);
    for error in [
        run(operation::get(&client, "a").send()).map(|_| ()).unwrap_err(),
        run(tag::list(&client, tag::In::role_scope_tags()).send())
            .map(|_| ())
            .unwrap_err(),
    ] {
        assert_eq!(error.kind(), rt::ErrorKind::Decode);
        assert!(
            error
                .to_string()
                .ends_with("200 the response cannot be decoded: the body is empty"),
            "{error}"
        );
    }
}

#[test]
fn an_id_that_begins_with_a_dollar() {
    let built = operation::get(&offline(), "$abc@x.org").prepare().unwrap();
    let url = "http://127.0.0.1:9/beta/deviceManagement/resourceOperations('$abc@x.org')";
    assert_eq!(built.url(), url);
}

#[test]
fn an_undocumented_route_can_be_called() {
    static ME: rt::Endpoint = rt::Endpoint::new(rt::Method::Get, "v1.0", "/me");
    let server = Server::script(vec![json(r#"{"id":"1"}"#)]);
    let me: serde_json::Value = run(rt::Request::new(&client(&server), &ME, &[]).send()).unwrap();
    assert_eq!(me, serde_json::json!({"id": "1"}));
    assert_eq!(server.calls(), ["GET /v1.0/me"]);
}

#[test]
fn a_call_is_made_at_a_place() {
    use generated::beta::role_definition::{At, GET, get};
    const OF_ASSIGNMENT: At<'_> = At::role_definitions_role_assignments("a", "b");
    let paths: Vec<&str> = GET.paths().collect();
    assert_eq!(
        paths,
        [
            "/deviceManagement/roleDefinitions/{roleDefinitionId}",
            "/deviceManagement/roleDefinitions/{roleDefinitionId}/roleAssignments/{roleAssignmentId}/roleDefinition"
        ]
    );
    let built = get(&offline(), OF_ASSIGNMENT).prepare();
    assert_eq!(
        built.unwrap().url(),
        "http://127.0.0.1:9/beta/deviceManagement/roleDefinitions/a/roleAssignments/b/roleDefinition"
    );
    // An error tells which path it was.
    let server = Server::script(vec![answer(404, "", "")]);
    let refused = run(get(&client(&server), OF_ASSIGNMENT).send()).unwrap_err();
    assert!(refused.to_string().contains("{roleAssignmentId}"), "{refused}");
}

#[test]
fn a_place_without_a_page_is_refused_before_it_is_sent() {
    static LIST: rt::Endpoint = rt::Endpoint {
        more_paths: "/users/{id}/events\n/drive/root:/{item-path}:/events",
        permissions: "@0,1 application: Calendars.Read\n@2 application: Files.Read.All",
        ..rt::Endpoint::new(rt::Method::Get, "v1.0", "/me/events")
    };
    let server = Server::script(vec![json("{}"), json("{}"), answer(403, "", "")]);
    let list = |place: rt::Place<'static>| -> rt::Request<rt::Json> {
        rt::Request::at(&client(&server), &LIST, &place, "/events", &[])
    };
    let group = rt::Place::new("/groups/{id}", &["g"]);
    let refused = run(list(group).send()).unwrap_err();
    assert_eq!(refused.kind(), rt::ErrorKind::Request);
    let text = refused.to_string();
    assert!(
        text.contains("`GET /groups/{id}/events`") && text.contains("`/users/{id}/events`"),
        "{text}"
    );
    run(list(group).undocumented().send()).unwrap();
    // The names of values and letter case do not matter.
    run(list(rt::Place::new("/Users/{user-id}", &["a"])).send()).unwrap();
    // A refused call needs what counts at its path.
    let refused = run(list(rt::Place::new("/drive/root:/{path}", &["x"])).send()).unwrap_err();
    let text = refused.to_string();
    assert!(
        text.contains("Files.Read.All") && !text.contains("Calendars.Read"),
        "{text}"
    );
    assert_eq!(
        server.calls(),
        [
            "GET /v1.0/groups/g/events",
            "GET /v1.0/Users/a/events",
            "GET /v1.0/drive/root:/x:/events"
        ]
    );
}
