//! What the examples of a page decide about its calls.

use super::calls::{LOOM, call};
use super::{only, outlines};

/// The words say it, and a request that shows something else decides.
#[test]
fn several_objects_are_sent() {
    let body = "## Request body\nSupply an array of [loom](../resources/loom.md) objects.\n\n";
    let example = |body: &str| format!("## Example\n```http\nPATCH /looms\n\n{body}\n```\n");
    let told = call("beta/api/loom-update.md", "PATCH /looms", body);
    insta::assert_snapshot!(told, @"  body: Collection(loom)");
    let shown = call(
        "beta/api/loom-update.md",
        "PATCH /looms",
        &format!("{body}{}", example("[{\"width\": 1}]")),
    );
    insta::assert_snapshot!(shown, @"
    body: Collection(loom)
    example request PATCH /looms, JSON :13
    ");
    let one = call(
        "beta/api/loom-update.md",
        "PATCH /looms",
        &format!("{body}{}", example("{\"width\": 1}")),
    );
    insta::assert_snapshot!(one, @"
    body: loom
    example request PATCH /looms, JSON :13
    ");
}

/// A section of its own has a route and what that returns.
#[test]
fn another_route_with_its_own_response() {
    let sections = "\
## Response
The answer is `200 OK` and a collection of [loom](../resources/loom.md) objects.

## Get one shuttle

### HTTP request
<!-- { \"blockType\": \"request\", \"name\": \"one\" } -->
```http
GET /looms/{id}/shuttles/{number}/{side}
```

### Response
<!-- { \"blockType\": \"response\", \"@odata.type\": \"microsoft.graph.shuttle\" } -->
```http
HTTP/1.1 200 OK

{\"side\": \"left\"}
```
";
    let page = format!("# Call\n\n## HTTP request\n```http\nGET /looms\n```\n\n{sections}");
    let shuttle = LOOM.replace("loom", "shuttle");
    let reading = tests::pages::read(&[
        ("beta/api/loom-list.md", page.as_str()),
        ("beta/resources/loom.md", LOOM),
        ("beta/resources/shuttle.md", shuttle.as_str()),
    ]);
    let routes = &reading.model.schemas[0].operations[0].routes;
    let shown = |route: &generator::model::Route| {
        let returned = route.response.body.type_ref().expect("a type");
        format!("{}: {returned}", route.path)
    };
    insta::assert_snapshot!(routes.iter().map(shown).collect::<Vec<_>>().join("\n"), @"
    /looms: Collection(microsoft.graph.loom)
    /looms/{id}/shuttles/{number}/{side}: microsoft.graph.shuttle
    ");
}

/// The example sends one kind of thread; the type takes any.
#[test]
fn a_key_that_only_an_example_shows_has_the_type_of_the_property() {
    let page = "\
# Create loom

## HTTP request
```http
POST /looms
```

## Request body
Supply one of these.

## Response
The answer is `201 Created` with the new [loom](../resources/loom.md) object.

## Example
```http
POST https://graph.microsoft.com/v1.0/looms

{\"width\": 1, \"thread\": {\"@odata.type\": \"#microsoft.graph.silk\"}}
```
";
    let loom = format!("{LOOM}|thread|[thread](thread.md)|Any.|\n");
    let thread = LOOM.replace("loom", "thread");
    let silk = format!(
        "{}\n\nInherits from [thread](thread.md).\n",
        LOOM.replace("loom", "silk")
    );
    let files = [
        ("beta/api/loom-post-looms.md", page),
        ("beta/resources/loom.md", loom.as_str()),
        ("beta/resources/thread.md", thread.as_str()),
        ("beta/resources/silk.md", silk.as_str()),
    ];
    insta::assert_snapshot!(only(&outlines(&files), &["body", "property"]), @"
    property width: Int32 :16
    property thread: thread :16
    body: loom
    ");
}
