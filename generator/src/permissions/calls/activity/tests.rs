use super::*;
use crate::model::{Area, Method, TypeRef};
use crate::model::{Model, Operation, Origin, RequestBody, Response, Route, Schema, Scheme, Version};
use crate::permissions::matching::Documented;

fn model() -> Model {
    let route = |method, path| Route::new(method, path);
    let operation = Operation {
        file: "api/kiln-get.md".to_owned(),
        origin: Origin::default(),
        namespace: String::new(),
        title: String::new(),
        area: Area("yard".to_owned()),
        resource: "kiln".to_owned(),
        resource_type: None,
        action: "get".to_owned(),
        description: String::new(),
        routes: vec![route(Method::Get, "/kilns"), route(Method::Get, "/kilns/{id}")],
        unread_routes: Vec::new(),
        permissions: Vec::new(),
        route_permissions: Vec::new(),
        parameters: Vec::new(),
        request_body: RequestBody::default(),
        response: Response {
            status: None,
            type_ref: TypeRef::UNKNOWN,
            source: None,
        },
        query_options: Vec::new(),
        page_size: crate::model::PageSize::default(),
        origins: std::collections::BTreeMap::new(),
        headers: Vec::new(),
        clouds: None,
        clouds_origin: None,
        examples: std::sync::Arc::default(),
        deprecated: None,
    };
    let schema = Schema {
        version: Version("beta".to_owned()),
        site: None,
        types: Vec::new(),
        enums: Vec::new(),
        operations: vec![operation],
    };
    Model {
        schemas: vec![schema],
        ..Model::default()
    }
}

/// The calls of a log, with what was granted, or why it cannot be read.
fn shown(log: &str, app: Option<&str>) -> String {
    let model = model();
    let index = Index::of(&model);
    let tally = match read(log.as_bytes(), Path::new("log"), Filter { index: &index, app }) {
        Ok(tally) => tally,
        Err(error) => return format!("{error}; {}", error.help),
    };
    let mut lines = tally.notes(app);
    let (calls, grants) = tally.into_calls();
    lines.extend(calls.iter().map(|call| {
        let route = call.route.and_then(|route| index.route(route)).map(Documented::route);
        format!(
            "{} x {} {:?}",
            call.count,
            route.as_ref().unwrap_or(&call.text),
            call.scheme
        )
    }));
    for scheme in Scheme::ALL {
        lines.extend(
            grants
                .of(scheme)
                .map(|granted| format!("{scheme:?}: {}", granted.join(" "))),
        );
    }
    lines.join("\n")
}

const LINES: &str = r#"{"TimeGenerated":"2026-01-01T00:00:00Z","AppId":"a1","RequestMethod":"GET","RequestUri":"https://graph.microsoft.com/beta/kilns/1?$select=id","Roles":"Kiln.Read.All Log.Read.All","Scopes":"","ResponseStatusCode":200}
{"AppId":"a1","RequestMethod":"GET","RequestUri":"https://graph.microsoft.com/beta/Kilns('2')/","Roles":"Kiln.Read.All Log.Read.All","Scopes":null}

{"category":"MicrosoftGraphActivityLogs","properties":{"appId":"A1","requestMethod":"GET","requestUri":"https:\/\/graph.microsoft.us//beta/kilns","roles":null,"scopes":"Kiln.Read"}}
{"AppId":"b2","RequestMethod":"POST","RequestUri":"https://graph.microsoft.com/beta/kilns/77/fire","Roles":["Kiln.Fire"]}
{"AppId":"b2","RequestMethod":"POST","RequestUri":"https://graph.microsoft.com/beta/kilns/78/fire","Roles":["Kiln.Fire"]}
{"AppId":"b2","RequestMethod":"POST","RequestUri":"https://graph.microsoft.com/beta/$batch"}
{"AppId":"b2","RequestMe"#;

#[test]
fn json_lines_are_counted() {
    insta::assert_snapshot!(shown(LINES, None), @r"
    the log has calls of 2 applications, answered together; it has a1, b2; choose one with --app
    1 line is not a whole JSON object; it is left out
    2 x POST /beta/kilns/{id}/fire Some(Application)
    2 x GET /kilns/{id} Some(Application)
    1 x GET /kilns Some(DelegatedWork)
    DelegatedWork: Kiln.Read
    Application: Kiln.Fire Kiln.Read.All Log.Read.All
    ");
    insta::assert_snapshot!(shown(LINES, Some("a1")), @r"
    1 line is not a whole JSON object; it is left out
    2 x GET /kilns/{id} Some(Application)
    1 x GET /kilns Some(DelegatedWork)
    DelegatedWork: Kiln.Read
    Application: Kiln.Read.All Log.Read.All
    ");
}

#[test]
fn csv_with_any_separator() {
    let table = "\u{feff}TimeGenerated [UTC],AppId,RequestMethod,RequestUri,Roles,Scopes\n\
        \"1/2/2026, 3:04:05 AM\",a1,GET,\"https://graph.microsoft.com/beta/kilns/1?$filter=a eq 'x,y'\",\"Kiln.Read.All\",\n\
        x,a1,GET,https://graph.microsoft.com/beta/kilns,,\"Kiln.Read\nLog.Read\"\n";
    insta::assert_snapshot!(shown(table, None), @r"
    1 x GET /kilns Some(DelegatedWork)
    1 x GET /kilns/{id} Some(Application)
    DelegatedWork: Kiln.Read
    Log.Read
    Application: Kiln.Read.All
    ");
    let other = |separator: &str| {
        shown(
            &format!("requestUri{separator}requestMethod\n/beta/kilns{separator}get\n"),
            None,
        )
    };
    for separator in [";", "\t", "|"] {
        assert_eq!(other(separator), "1 x GET /kilns None");
    }
    insta::assert_snapshot!(other("^"), @"log:1: the first line has no columns `RequestMethod` and `RequestUri`; export the log as CSV with a line of names first, separated by commas, semicolons, tabs or bars; or as JSON lines");
}

#[test]
fn logs_that_say_nothing() {
    insta::assert_snapshot!(shown("", None), @"log: the log is empty; export it again; it has one line for each call");
    insta::assert_snapshot!(shown(" \n\n", None), @"log: the log is empty; export it again; it has one line for each call");
    insta::assert_snapshot!(shown("{\"AppId\":\"a1\",\n", None), @"log:1: no line is a whole JSON object; export the log as JSON lines, one object for each call");
    insta::assert_snapshot!(shown("{\"AppId\":\"a1\"}\n", None), @"log: no line names a method and an address; a line of an activity log has `RequestMethod` and `RequestUri`");
    insta::assert_snapshot!(shown(LINES, Some("c3")), @"log: no line is of the application c3; it has a1, b2; name one of them after --app");
    insta::assert_snapshot!(shown("RequestMethod,RequestUri\n", None), @"log: the log has no lines; export it again; it has one line for each call");
    insta::assert_snapshot!(shown("[{\"RequestMethod\":\"GET\",", None), @"log:1: this is no list of JSON objects: EOF while parsing a value at line 1 column 24; export the log as JSON lines, one object for each call");
}

#[test]
fn a_list_of_objects() {
    let list = "[\n  {\"RequestMethod\": \"get\", \"RequestUri\": \"/kilns\"},\n  {\"RequestMethod\": \"GET\", \"RequestUri\": \"/kilns\"}\n]";
    insta::assert_snapshot!(shown(list, None), @"2 x GET /kilns None");
}

/// As event hubs pack them, and as a person has laid them out.
#[test]
fn objects_on_several_lines_and_lists_of_records() {
    let call = r#"{"requestMethod": "get", "requestUri": "/kilns"}"#;
    let packed = format!("{{\"records\": [{{\"properties\": {call}}}, {{\"properties\": {call}}}]}}\n{call}\n");
    insta::assert_snapshot!(shown(&packed, None), @"3 x GET /kilns None");
    let spread = packed.replace("{\"re", "{\n\"re").replace(", {", ",\n{");
    insta::assert_snapshot!(shown(&spread, None), @"3 x GET /kilns None");
    insta::assert_snapshot!(shown("{\n\"records\": [\n", None), @"log:3: this is no JSON object: EOF while parsing a list at line 3 column 0; export the log as JSON lines, one object for each call");
    insta::assert_snapshot!(shown("sep=;\nRequestUri;RequestMethod\n/kilns;GET\n", None), @"1 x GET /kilns None");
}

#[test]
fn blocks_are_parted_at_the_ends_of_lines() {
    let block = b"one\ntwo\nthree\nfour\n";
    for count in 1..9 {
        let parts = pieces(block, count);
        assert_eq!(parts.concat(), block);
        assert!(parts.iter().all(|part| part.is_empty() || part.ends_with(b"\n")));
    }
}

#[test]
fn tables_of_a_query() {
    let log = r#"{"tables":[{"name":"PrimaryResult",
        "columns":[{"name":"TimeGenerated","type":"datetime"},{"name":"RequestMethod","type":"string"},
            {"name":"ResponseStatusCode","type":"int"},{"name":"RequestUri","type":"string"},{"name":"Roles","type":"string"}],
        "rows":[["2026-01-01T00:00:00Z","GET",200,"https://graph.microsoft.com/beta/kilns/1","Kiln.Read.All"],
            ["2026-01-01T00:00:01Z","GET",200,"https://graph.microsoft.com/beta/kilns",null],
            ["2026-01-01T00:00:02Z","GET"]]}]}"#;
    let shown_of = |log: &str| shown(log, None);
    insta::assert_snapshot!(shown_of(log), @r"
    1 line has no method or address; it is left out
    1 x GET /kilns None
    1 x GET /kilns/{id} Some(Application)
    Application: Kiln.Read.All
    ");
    assert_eq!(shown_of(&log.replace('\n', "")), shown_of(log));
    insta::assert_snapshot!(shown_of(r#"{"tables":[{"name":"PrimaryResult","columns":[],"rows":[]}]}"#), @"log: the log has no lines; export it again; it has one line for each call");
    insta::assert_snapshot!(shown_of(r#"{"tables":"none"}"#), @"log:1: no line is a whole JSON object; export the log as JSON lines, one object for each call");
}
