//! What pages say in several places, and what becomes of it.

use super::sample::model;
use crate::model::{Fact, Model, Operation, ResponseBody};

const WIDGET: (&str, &str) = (
    "resources/widget.md",
    "# widget resource type\n\n## Properties\n|Property|Type|Description|\n|:---|:---|:---|\n|id|String|N.|\n|size|Int32|N.|\n",
);
const LIST: &str = "```http\nHTTP/1.1 200 OK\n\n{ \"value\": [ { \"id\": \"1\" } ] }\n```\n";
const ITEM: &str = "```http\nHTTP/1.1 200 OK\n\n{ \"id\": \"1\" }\n```\n";
const ONE: &str = "Returns `200 OK` and a [widget](../resources/widget.md) object in the response body.";
const MANY: &str =
    "Returns `200 OK` and a collection of [widget](../resources/widget.md) objects in the response body.";

fn read(page: &str) -> (Operation, Model) {
    let mut model = model(&[("api/widget-do.md", page), WIDGET]);
    (model.schemas[0].operations.remove(0), model)
}

/// What the page says, how that is known, and what its routes return.
fn returned(page: &str) -> String {
    let (operation, model) = read(page);
    let source = operation
        .response
        .source
        .map_or("-".to_owned(), |source| format!("{source:?}"));
    let mut text = format!(
        "{:?} {} ({source})",
        operation.response.status, operation.response.type_ref
    );
    for route in &operation.routes {
        let content = match &route.response.body {
            ResponseBody::Value(type_ref) => type_ref.to_string(),
            other => format!("{other:?}"),
        };
        text += &format!("; {} {content}", route.method);
    }
    let tally = &model.ledger.account.facts()[&Fact::Response];
    let reasons = tally.guessed.keys().map(|reason| format!("; guessed: {reason}"));
    let unread = tally.unread.keys().map(|reason| format!("; unread: {reason}"));
    reasons.chain(unread).for_each(|reason| text += &reason);
    text
}

/// A page with a title, route lines, a Response section, and blocks of examples.
fn page(title: &str, routes: &str, response: &str, examples: &str) -> String {
    format!(
        "# {title}\n\n## HTTP request\n```http\n{routes}\n```\n\n## Response\n\n{response}\n\n## Examples\n### Response\n{examples}"
    )
}

#[test]
fn the_title_decides_between_sentence_and_example() {
    let shown = |title, routes, response, example| returned(&page(title, routes, response, example));
    let pages = [
        shown("List widgets", "GET /widgets", ONE, LIST),
        shown("Get widget", "GET /widgets/{id}", MANY, ITEM),
        shown("Get widget", "GET /widgets/{id}", ONE, LIST),
        shown("List widgets", "GET /widgets", MANY, ITEM),
        shown("widget: assign", "POST /widgets/assign", ONE, LIST),
    ];
    insta::assert_snapshot!(pages.join("\n"), @r"
    Some(200) Collection(microsoft.graph.widget) (Text); GET Collection(microsoft.graph.widget); guessed: collection from the example and the title
    Some(200) microsoft.graph.widget (Text); GET microsoft.graph.widget; guessed: collection from the example and the title
    Some(200) microsoft.graph.widget (Text); GET microsoft.graph.widget
    Some(200) Collection(microsoft.graph.widget) (Text); GET microsoft.graph.widget
    Some(200) microsoft.graph.widget (Text); POST Collection(microsoft.graph.widget)
    ");
}

#[test]
fn only_the_example_tells() {
    let annotated = |block: &str| {
        format!(
            "<!-- {{ \"blockType\": \"response\", \"@type\": \"microsoft.graph.widget\", \"isCollection\": true }} -->\n{block}"
        )
    };
    let error = "<!-- { \"blockType\": \"response\", \"@odata.type\": \"microsoft.graph.error\" } -->\n```http\nHTTP/1.1 404 Not Found\n```\n";
    let pages = [
        page("List widgets", "GET /widgets", "", &annotated(LIST)),
        page(
            "List widgets",
            "GET /widgets",
            "",
            &format!("This method returns a collection of [widgets](../resources/widget.md).\n\n{LIST}"),
        )
        .replace("## Response\n\n\n\n", ""),
        // A failed call's example says nothing about the result.
        page(
            "Get widget",
            "GET /widgets/{id}",
            "",
            &format!("{error}{}", annotated(ITEM)),
        ),
        page("Do it", "POST /widgets/do", "Returns `200 OK`.", ""),
    ];
    insta::assert_snapshot!(pages.map(|page| returned(&page)).join("\n"), @r"
    Some(200) Collection(microsoft.graph.widget) (Example); GET Collection(microsoft.graph.widget); guessed: type from the example
    Some(200) Collection(microsoft.graph.widget) (Text); GET Collection(microsoft.graph.widget)
    Some(200) Collection(microsoft.graph.widget) (Example); GET microsoft.graph.widget; guessed: type from the example
    Some(200) unknown (-); POST Json; unread: no type named
    ");
}

#[test]
fn each_route_returns_its_own() {
    let bytes = "Returns a `302 Found` response redirecting to a download URL for the file.";
    let shown = "<!-- { \"blockType\": \"response\", \"@odata.type\": \"microsoft.graph.widget\" } -->\n```http\nHTTP/1.1 201 Created\n\n{ \"id\": \"1\" }\n```\n";
    let pages = [
        page(
            "Get widget",
            "GET /widgets/{id}\nGET /widgets/{id}/$value\nDELETE /widgets/{id}",
            ONE,
            ITEM,
        ),
        page("Get usage", "GET /usage\nGET /usage/{id}", ONE, LIST),
        page("Delete widget", "DELETE /widgets/{id}", "Returns `200 OK`.", ""),
        page("Download widget", "GET /widgets/{id}/file", bytes, ""),
        page("Send widget", "POST /widgets/send", "Returns `204 No Content`.", ""),
        page("Send widget", "POST /widgets/send", "Returns `204 No Content`.", shown),
        page("Send widget", "POST /widgets/send", "Returns `200 OK`.", ""),
    ];
    insta::assert_snapshot!(pages.map(|page| returned(&page)).join("\n"), @r"
    Some(200) microsoft.graph.widget (Text); GET microsoft.graph.widget; GET Bytes; DELETE microsoft.graph.widget
    Some(200) microsoft.graph.widget (Text); GET Collection(microsoft.graph.widget); GET microsoft.graph.widget
    Some(200) unknown (-); DELETE Nothing; unread: no type named
    Some(302) Edm.Stream (Text); GET Bytes
    Some(204) unknown (-); POST Nothing
    Some(204) unknown (-); POST microsoft.graph.widget
    Some(200) unknown (-); POST Json; unread: no type named
    ");
}

/// What calls of a page's routes send and return, beside pages about kettles, their lids and notes.
fn exchanged(page: &str) -> String {
    let table = |name: &str, rows: &str| {
        format!("# {name} resource type\n\n## Relationships\n|Relationship|Type|Description|\n|:--|:--|:--|\n{rows}")
    };
    let rows = "|lids|[lid](lid.md) collection|N.|\n|notes|[note](note.md) collection|N.|\n|colour|String|N.|\n";
    let get = "# Get kettle\n\n## HTTP request\n```http\nGET /kettles/{id}\n```\n\n## Response\n\
        Returns `200 OK` and a [kettle](../resources/kettle.md) object.\n";
    let pages = [
        ("api/note-do.md", page),
        ("api/kettle-get.md", get),
        ("resources/kettle.md", &table("kettle", rows)),
        ("resources/lid.md", &table("lid", "|kettle|[kettle](kettle.md)|N.|\n")),
        ("resources/note.md", &table("note", "|kettle|[kettle](kettle.md)|N.|\n")),
        WIDGET,
    ];
    let model = model(&pages);
    let mut operations = model.schemas[0].operations.iter();
    let operation = operations.find(|operation| operation.file == "api/note-do.md").unwrap();
    let route = |route: &crate::model::Route| {
        let (method, path) = (route.method, &route.path);
        format!("{method} {path}: {} -> {}", route.body, route.response)
    };
    operation.routes.iter().map(route).collect::<Vec<_>>().join("\n")
}

#[test]
fn a_route_returns_what_it_leads_to() {
    let create = "# Create note\n\n## HTTP request\n```http\nPOST /kettles\nPOST /kettles/{id}/lids\nPOST /lids\n\
        POST /kettles/{id}/notes\nPOST /kettles/{id}/boil\n```\n\n\
        ## Request body\nSupply a JSON representation of the [note](../resources/note.md) object.\n\n\
        ## Response\nReturns `201 Created` and a [note](../resources/note.md) object.\n";
    insta::assert_snapshot!(exchanged(create), @"
    POST /kettles: microsoft.graph.kettle -> microsoft.graph.kettle (201)
    POST /kettles/{id}/lids: microsoft.graph.lid -> microsoft.graph.lid (201)
    POST /lids: microsoft.graph.lid -> microsoft.graph.lid (201)
    POST /kettles/{id}/notes: microsoft.graph.note -> microsoft.graph.note (201)
    POST /kettles/{id}/boil: microsoft.graph.note -> microsoft.graph.note (201)
    ");
    let list = "# List notes\n\n## HTTP request\n```http\nGET /kettles/{id}/notes\nGET /kettles/{id}/notes/{id}\n\
        GET /kettles/{id}/colour\nGET /kettles/{id}/notes/$count\n```\n\n\
        ## Response\nReturns `200 OK` and a collection of [note](../resources/note.md) objects.\n";
    insta::assert_snapshot!(exchanged(list), @"
    GET /kettles/{id}/notes: nothing -> Collection(microsoft.graph.note) (200)
    GET /kettles/{id}/notes/{id}: nothing -> microsoft.graph.note (200)
    GET /kettles/{id}/colour: nothing -> Edm.String (200)
    GET /kettles/{id}/notes/$count: nothing -> Edm.Int64 (200)
    ");
    let untyped =
        "# Get notes\n\n## HTTP request\n```http\nGET /kettles/{id}/notes\n```\n\n## Response\nReturns `200 OK`.\n";
    insta::assert_snapshot!(exchanged(untyped), @"GET /kettles/{id}/notes: nothing -> Collection(microsoft.graph.note) (200)");
    let one = "# Get jar\n\n## HTTP request\n```http\nGET /jars\nGET /jars/{id}\n```\n\n\
        ## Response\nReturns `200 OK` and a [jar](../resources/jar.md).\n";
    assert!(exchanged(one).starts_with("GET /jars: nothing -> Collection("));
}

#[test]
fn an_update_below_the_resource_sends_what_its_path_leads_to() {
    let update = "# Update\n\n## HTTP request\n```http\nPATCH /kettles/{id}/lids/{id}\n```\n\n\
        ## Request body\nSupply the values that should change.\n\n## Response\nReturns `204 No Content`.\n";
    insta::assert_snapshot!(exchanged(update), @"PATCH /kettles/{id}/lids/{id}: microsoft.graph.lid -> nothing (204)");
    let own = update.replace("/kettles/{id}/lids/{id}", "/kettles/{id}/notes/{id}");
    insta::assert_snapshot!(exchanged(&own), @"PATCH /kettles/{id}/notes/{id}: microsoft.graph.note -> nothing (204)");
}

/// A cast to a type that is not derived from what the page is about says nothing.
#[test]
fn a_cast_at_the_end_of_a_route_is_its_type() {
    let routes = "GET /widgets\nGET /widgets/microsoft.graph.wheel\nGET /widgets/microsoft.graph.note";
    let wheel = WIDGET.1.replace(
        "# widget resource type",
        "# wheel resource type\n\nInherits from [widget](widget.md).",
    );
    let pages = [
        ("api/widget-list.md", &*page("List widgets", routes, MANY, "")),
        WIDGET,
        ("resources/wheel.md", &wheel),
        ("resources/note.md", "# note resource type\n"),
    ];
    let model = model(&pages);
    let routes = model.schemas[0].operations[0].routes.iter();
    let lines: Vec<String> = routes
        .map(|route| format!("{}: {}", route.path, route.response))
        .collect();
    insta::assert_snapshot!(lines.join("\n"), @"
    /widgets: Collection(microsoft.graph.widget) (200)
    /widgets/microsoft.graph.wheel: Collection(microsoft.graph.wheel) (200)
    /widgets/microsoft.graph.note: Collection(microsoft.graph.widget) (200)
    ");
}

/// The example calls a route of whose end no table knows.
#[test]
fn an_example_tells_what_its_route_returns() {
    let page = "# Create note\n\n## HTTP request\n```http\nPOST /pots/{id}/parts\nPOST /me/pots/{id}/parts\nPOST /pots/{id}/notes\n```\n\n\
        ## Response\nReturns `201 Created` and a [note](../resources/note.md) object.\n\n\
        ## Example\n```http\nPOST https://graph.microsoft.com/beta/pots/1/parts\n```\n\
        <!-- { \"blockType\": \"response\", \"@odata.type\": \"microsoft.graph.widget\" } -->\n\
        ```http\nHTTP/1.1 201 Created\n\n{ \"id\": \"1\" }\n```\n";
    insta::assert_snapshot!(exchanged(page), @"
    POST /pots/{id}/parts: nothing -> microsoft.graph.widget (201)
    POST /me/pots/{id}/parts: nothing -> microsoft.graph.widget (201)
    POST /pots/{id}/notes: nothing -> microsoft.graph.note (201)
    ");
}

#[test]
fn several_successes() {
    let shown = |routes: &str, response: &str| {
        exchanged(&format!(
            "# Do\n\n## HTTP request\n```http\n{routes}\n```\n\n## Response\n\n{response}\n"
        ))
    };
    let note = "a [note](../resources/note.md) object in the response body";
    let pages = [
        shown(
            "PATCH /notes/{id}",
            &format!("Returns `204 No Content`.\n\nIf asked for, returns `200 OK` and {note}."),
        ),
        shown(
            "POST /notes",
            &format!("Returns `201 Created` and {note}, or `202 Accepted` and a `Location` header."),
        ),
        shown(
            "POST /notes",
            &format!("Returns {note}.\n\nThe code is `201 Created` for a new one, else `200 OK`."),
        ),
        shown(
            "GET /report(days=7)",
            &format!("Returns `302 Found`.\n\n### JSON\n\nReturns `200 OK` and {note}."),
        ),
        shown(
            "GET /report(days=7)",
            "Returns `302 Found` with the address of the file.",
        ),
        shown(
            "POST /notes/{id}/burn",
            "Returns `200 OK`. It does not return anything in the response body.",
        ),
        shown(
            "POST /notes/{id}/kettles/$ref",
            &format!("Returns `204 No Content` and {note}."),
        ),
    ];
    insta::assert_snapshot!(pages.join("\n"), @"
    PATCH /notes/{id}: microsoft.graph.note -> microsoft.graph.note (200), nothing (204)
    POST /notes: JSON -> microsoft.graph.note (201), nothing (202 with `Location`)
    POST /notes: JSON -> microsoft.graph.note (201), microsoft.graph.note (200)
    GET /report(days=7): nothing -> bytes (302), microsoft.graph.note (200)
    GET /report(days=7): nothing -> bytes (302)
    POST /notes/{id}/burn: JSON -> nothing (200)
    POST /notes/{id}/kettles/$ref: a reference -> nothing (204)
    ");
}

#[test]
fn what_is_sent() {
    let sent = |title: &str, routes: &str, body: &str| {
        let text = format!(
            "# {title}\n\n## HTTP request\n```http\n{routes}\n```\n\n## Request body\n{body}\n\n## Response\n{ONE}\n"
        );
        let (operation, _) = read(&text);
        let route = |route: &crate::model::Route| {
            format!(
                "{} {}",
                route.method,
                route
                    .body
                    .type_ref()
                    .map_or_else(|| format!("{:?}", route.body), ToString::to_string)
            )
        };
        operation.routes.iter().map(route).collect::<Vec<_>>().join(", ")
    };
    let table = |name: &str| format!("|Parameter|Type|Description|\n|:--|:--|:--|\n|{name}|Int32|N.|");
    let shown = [
        sent("Get widget", "GET /widgets/{id}", "Don't supply a request body."),
        sent(
            "Create widget",
            "POST /widgets\nGET /widgets",
            "Supply a JSON representation of the [widget](../resources/widget.md) object.",
        ),
        sent("Update widget", "PATCH /widgets/{id}", &table("size")),
        sent("Turn widget", "POST /widgets/{id}/turn", &table("count")),
        sent(
            "Turn widget",
            "POST /widgets/{id}/turn",
            "The binary contents of the file.",
        ),
        sent("Turn widget", "POST /widgets/{id}/turn", "What you like."),
        sent(
            "Turn widget",
            "POST /widgets/{id}/turn",
            "Supply a JSON representation of the widgetKind value.",
        ),
    ];
    insta::assert_snapshot!(shown.join("\n"), @r"
    GET None
    POST microsoft.graph.widget, GET None
    PATCH microsoft.graph.widget
    POST Parameters
    POST Binary
    POST Json
    POST Json
    ");
}

/// Where the parameters of a page with this Request body section go, and what is counted about them.
fn parameters(section: &str) -> String {
    let text = format!(
        "# Do widget\n\n## HTTP request\n```http\nPOST /widgets/{{id}}/do\n```\n\n## Request body\n\n{section}\n"
    );
    let (operation, model) = read(&text);
    let rows = operation.parameters.iter();
    let mut lines: Vec<String> = rows
        .map(|row| format!("{:?} {} {}", row.section, row.name, row.type_ref))
        .collect();
    let facts = model.ledger.account.facts();
    let guessed = facts.get(&Fact::Parameter).into_iter().flat_map(|tally| &tally.guessed);
    lines.extend(guessed.map(|(reason, count)| format!("guessed {count}: {reason}")));
    lines.join("\n")
}

#[test]
fn rows_of_a_create_page_are_properties() {
    let content = "Supply a JSON representation of the [widget](../resources/widget.md) object.\n\n\
        |Property|Type|Description|\n|:--|:--|:--|\n|name|String|Its name.|\n";
    insta::assert_snapshot!(parameters(content), @"Property name Edm.String");
}

#[test]
fn keys_of_shown_bodies() {
    let content = "You may include the `force` parameter:\n```json\n{ \"force\": true, \"parts\": [ \"a\" ], \"@odata.type\": \"x\" }\n```\n\n\
        <!-- { \"blockType\": \"resource\", \"@odata.type\": \"microsoft.graph.part\" } -->\n```json\n{ \"weight\": 1 }\n```\n\n\
        ## Example\n```http\nPOST https://graph.microsoft.com/beta/widgets/1/do\n\n\
        { \"size\": 1.5, \"owner\": { \"@odata.type\": \"#microsoft.graph.user\" }, \"force\": false }\n```\n\
        ```http\nPOST https://graph.microsoft.com/beta/other\n\n{ \"unrelated\": 1 }\n```\n";
    insta::assert_snapshot!(parameters(content), @r"
    Body force Edm.Boolean
    Body parts Collection(Edm.String)
    Body size Edm.Double
    Body owner microsoft.graph.user
    guessed 4: key of a body that the page shows
    ");
}

#[test]
fn rows_inside_of_a_key() {
    let content = "Provide an optional `credential` object with the following properties.\n\n\
        |Property|Type|Description|\n|:--|:--|:--|\n|displayName|String|x|\n|endDate|DateTimeOffset|x|\n\n\
        ## Example\n```http\nPOST https://graph.microsoft.com/beta/widgets/1/do\n\n{ \"credential\": { \"displayName\": \"x\" } }\n```\n";
    insta::assert_snapshot!(parameters(content), @r"
    Property displayName Edm.String
    Property endDate Edm.DateTimeOffset
    Body credential Edm.Json
    guessed 1: key of a body that the page shows
    ");
    let content = "Supply an array of objects with the id parameter.\n\n|Name|Value|Description|\n|:--|:--|:--|\n|id|string|x|\n\n\
        ## Example\n```http\nPOST /widgets/{id}/do\n\n{ \"value\": [ { \"id\": \"1\" }, ] }\n```\n";
    insta::assert_snapshot!(parameters(content), @r"
    Property id Edm.String
    Body value Collection(Edm.Json)
    guessed 1: key of a body that the page shows
    ");
}
