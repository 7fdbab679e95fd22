//! What is sent and what comes back.

use super::{only, outline, outlines};

pub(super) const LOOM: &str = "\
# loom resource type

## Properties
|Property|Type|Description|
|:---|:---|:---|
|id|String|Number. Read-only.|
|width|Int32|In centimetres.|
|colour|String|Of the frame.|
";

/// What a page with this route and these sections says about its call.
pub(super) fn call(path: &str, route: &str, sections: &str) -> String {
    let page = format!("# Call\n\n## HTTP request\n```http\n{route}\n```\n\n{sections}");
    let files = [(path, page.as_str()), ("beta/resources/loom.md", LOOM)];
    let words = [
        "body",
        "property",
        "path",
        "query",
        "function",
        "headers",
        "response",
        "example",
        "note",
        "warning",
        "undescribed",
        "type shuttle",
    ];
    only(&outlines(&files), &words)
}

#[test]
fn a_create_call_sends_an_entity() {
    let sections = "\
## Request body
In the request body, supply a JSON representation of a [loom](../resources/loom.md) object.

|Property|Type|Description|
|:---|:---|:---|
|width|Int32|In centimetres. Required.|
|colour|String|Of the frame.|

## Response
The answer is `201 Created` with the new [loom](../resources/loom.md) object.
";
    insta::assert_snapshot!(call("beta/api/loom-create.md", "POST /looms", sections), @r"
    property width: Int32, required :13
    property colour: String :14
    body: loom
    response: 201 loom by Text
    ");
}

/// A sentence may link its page with the name of another type.
#[test]
fn a_body_is_what_the_linked_page_describes() {
    let page = "\
# Reply

## HTTP request
```http
POST /looms/{id}/notes
```

## Request body
In the request body, supply a JSON representation of a [note](../resources/loomnote.md) object.
";
    let note =
        |name: &str| format!("# {name} resource type\n\n## Properties\n|Property|Type|\n|:---|:---|\n|id|String|\n");
    let (notes, loom_notes) = (note("note"), note("loomNote"));
    let files = [
        ("beta/api/loom-post-notes.md", page),
        ("beta/resources/note.md", notes.as_str()),
        ("beta/resources/loomnote.md", loom_notes.as_str()),
    ];
    insta::assert_snapshot!(only(&outlines(&files), &["body"]), @"  body: loomNote");
}

/// An update page that names no type in words: the rows are properties of its resource.
#[test]
fn an_update_call_with_a_table_only() {
    let sections = "\
## Request body
Give what shall change.

|Property|Type|Description|
|:---|:---|:---|
|width|Int32|In centimetres.|
|colour|String|Of the frame.|

## Response
`204 No Content`
";
    insta::assert_snapshot!(call("beta/api/loom-update.md", "PATCH /looms/{id}", sections), @"
    property width: Int32 :13
    property colour: String :14
    body: loom
    response: 204
    ");
}

/// The resource of an update page is a type even when no page describes it: the body keeps its name when one is added.
#[test]
fn an_update_call_of_a_resource_without_a_page() {
    let sections = "## Request body\n|Property|Type|Description|\n|:---|:---|:---|\n|teeth|Int32|How many.|\n";
    insta::assert_snapshot!(call("beta/api/shuttle-update.md", "PATCH /shuttles/{id}", sections), @r"
    type shuttle (shuttles), open :1
      property teeth: Int32 :11
      body: shuttle
    ");
}

#[test]
fn an_action_sends_parameters() {
    let sections = "\
## Request body
Give a JSON object with these parameters.

|Parameter|Type|Description|
|:---|:---|:---|
|thread|[thread](../resources/thread.md)|What is woven. Required.|
|rows|Int32|How many. Optional. Default value is `10`.|
|**patterns**|String collection|Which.|

## Response
The answer is `202 Accepted`. It does not return anything in the response body.
";
    insta::assert_snapshot!(call("beta/api/loom-weave.md", "POST /looms/{id}/weave", sections), @r#"
    undescribed thread (undocumented)
      body thread: thread, required :13
      body rows: Int32, default "10" :14
      body patterns: Collection(String) :15
      body: parameters
      response: 202
    note[undocumented-type] beta/api/loom-weave.md:13:10: no page describes `microsoft.graph.thread`
    "#);
}

/// The line names the function, a table its arguments, and only the example shows how they are passed.
#[test]
fn arguments_that_only_the_example_shows() {
    let page = |examples: &str| {
        let text = format!(
            "# Call\n\n## HTTP request\n```http\nGET /looms/{{id}}/cloth\nGET /mills/{{id}}/looms/{{id}}/cloth\n```\n\n\
             ## Function parameters\n|Parameter|Type|Description|\n|:---|:---|:---|\n\
             |pattern|String|Which one.|\n|rows|Int32|How many.|\n\n## Example\n{examples}"
        );
        only(&outline("beta/api/loom-cloth.md", &text), &["GET", "function"])
    };
    let passed = "```http\nGET https://graph.microsoft.com/beta/looms/1/cloth(pattern='a, b',rows=5)\n```\n";
    insta::assert_snapshot!(page(passed), @r"
    GET /looms/{id}/cloth, called with (pattern='{pattern}',rows={rows}) :5
    GET /mills/{id}/looms/{id}/cloth, called with (pattern='{pattern}',rows={rows}) :6
    function pattern: String :12
    function rows: Int32 :13
    ");
    // Another example shows that they can be left out.
    let both = format!("{passed}\n```http\nGET https://graph.microsoft.com/beta/looms/1/cloth\n```\n");
    insta::assert_snapshot!(page(&both), @r"
    GET /looms/{id}/cloth :5
    GET /mills/{id}/looms/{id}/cloth :6
    GET /looms/{id}/cloth(pattern='{pattern}',rows={rows}) :5
    GET /mills/{id}/looms/{id}/cloth(pattern='{pattern}',rows={rows}) :6
    function pattern: String :12
    function rows: Int32 :13
    ");
}

#[test]
fn bodies_that_are_no_json() {
    let bytes = "## Request body\nThe contents of the request body should be the binary stream of the picture.\n";
    insta::assert_snapshot!(call("beta/api/loom-picture.md", "PUT /looms/{id}/picture/$value", bytes), @"  body: binary");
    let unknown = "## Request body\nGive whatever fits.\n";
    insta::assert_snapshot!(call("beta/api/loom-any.md", "POST /looms/{id}/any", unknown), @"  body: json");
    let none = "## Request body\nDo not supply a request body here.\n";
    insta::assert_snapshot!(call("beta/api/loom-start.md", "POST /looms/{id}/start", none), @"");
}

/// One answer a test: text, example, nothing; status of the text before that of the example.
#[test]
fn responses() {
    let example = "## Example\n### Response\n<!-- { \"blockType\": \"response\", \"@odata.type\": \"microsoft.graph.loom\", \"isCollection\": true } -->\n```http\nHTTP/1.1 200 OK\n\n{}\n```\n";
    let answers = [
        "## Response\n`200 OK` and a collection of [loom](../resources/loom.md) objects.\n",
        "## Response\n`201 Created` or `202 Accepted` and a [loom](../resources/loom.md).\n",
        "## Response\nA [loom](../resources/loom.md) comes back, or `404 Not Found`.\n",
        "## Response\n`302 Found` and a redirect.\n",
        "## Response\n`204 No Content`. It does not return anything in the response body.\n",
        "## Response\n`200 OK` and a list of [String](/graph/types) values.\n",
        "## Response\nSomething comes back.\n",
        "",
    ];
    let with = |answer: &str, example: &str| {
        let page = format!("# Call\n\n## HTTP request\n```http\nGET /looms\n```\n\n{answer}\n{example}");
        let outline = outlines(&[
            ("beta/api/loom-get.md", page.as_str()),
            ("beta/resources/loom.md", LOOM),
        ]);
        only(&outline, &["response"]).trim().to_owned()
    };
    let lines = answers.map(|answer| {
        let answer_words = answer.lines().nth(1).unwrap_or("(no section)");
        format!(
            "{answer_words}\n    {}\n    with example: {}",
            with(answer, ""),
            with(answer, example)
        )
    });
    insta::assert_snapshot!(lines.join("\n"), @r"
    `200 OK` and a collection of [loom](../resources/loom.md) objects.
        response: 200 Collection(loom) by Text
        with example: response: 200 Collection(loom) by Text
    `201 Created` or `202 Accepted` and a [loom](../resources/loom.md).
        response: 201 loom by Text
        with example: response: 201 loom by Text
    A [loom](../resources/loom.md) comes back, or `404 Not Found`.
        response: ? loom by Text
        with example: response: 200 loom by Text
    `302 Found` and a redirect.
        response: 302
        with example: response: 302 Collection(loom) by Example
    `204 No Content`. It does not return anything in the response body.
        response: 204
        with example: response: 204
    `200 OK` and a list of [String](/graph/types) values.
        response: 200
        with example: response: 200 Collection(loom) by Example
    Something comes back.
        
        with example: response: 200 Collection(loom) by Example
    (no section)
        
        with example: response: 200 Collection(loom) by Example
    ");
}

/// 128 real pages document the same method and path, each for another type: each is an operation of its own.
#[test]
fn the_same_route_on_two_pages() {
    let page = |name: &str| {
        format!(
            "# List {name}s\n\n## HTTP request\n```http\nGET /machines\n```\n\n## Response\n`200 OK` and a collection of [{name}](../resources/{name}.md) objects.\n"
        )
    };
    let files = [
        ("beta/api/loom-list.md", page("loom")),
        ("beta/api/wheel-list.md", page("wheel")),
    ];
    let outline = tests::pages::read(&files).outline();
    insta::assert_snapshot!(only(&outline, &["operation", "GET", "response"]), @r"
    operation loom list (machines) :1
      GET /machines :5
      response: 200 Collection(loom) by Text
    operation wheel list (machines) :1
      GET /machines :5
      response: 200 Collection(wheel) by Text
    ");
}

/// A type that only its create page describes gets the properties of that page's table.
#[test]
fn a_type_that_only_a_create_page_describes() {
    let page = "\
# Create bobbin

## HTTP request
```http
POST /bobbins
```

## Request body
Give a JSON representation of the [bobbin](../resources/bobbin.md).

|Property|Type|Description|
|:---|:---|:---|
|length|Int32|Of the thread. Required.|

## Response
`201 Created` and a [bobbin](../resources/bobbin.md) object.
";
    insta::assert_snapshot!(outline("beta/api/bobbin-create.md", page), @r"
    type bobbin (bobbins), open :1
      length: Int32 :13
    operation bobbin create (bobbins) :1
      POST /bobbins :5
      property length: Int32, required :13
      body: bobbin
      response: 201 bobbin by Text
    1 PermissionTable unread: no permission section
    ");
}
