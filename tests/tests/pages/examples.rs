//! Request and response blocks.

use super::{only, outline};

/// The examples of a page with these sections.
fn examples(sections: &str) -> String {
    let page = format!(
        "# Get loom\n\n## HTTP request\n```http\nGET /looms/{{id}}\n```\n\n## Response\n`200 OK`\n\n## Examples\n{sections}"
    );
    only(
        &outline("beta/api/loom-get.md", &page),
        &["example", "response", "GET", "POST"],
    )
}

#[test]
fn bodies_that_are_no_valid_json() {
    let block =
        |body: &str| format!("### Response\n```http\nHTTP/1.1 200 OK\nContent-type: application/json\n\n{body}\n```\n");
    let bodies = [
        "{ \"id\": \"1\", }",
        "{ \"id\": \"1\" // the first\n}",
        "{ \"id\": \"1\", ... }",
        "{ \"id\": \"1\" \"width\": 2 }",
        "{ \u{201c}id\u{201d}: \u{201c}1\u{201d} }",
        "id,width\n1,2",
        "{ \"id\": \"1\" }",
    ];
    insta::assert_snapshot!(examples(&bodies.map(block).concat()), @r"
    GET /looms/{id} :5
    response: 200
    example response 200, body is no JSON :14
    example response 200, body is no JSON :21
    example response 200, body is no JSON :29
    example response 200, body is no JSON :36
    example response 200, body is no JSON :43
    example response 200, body is no JSON :50
    example response 200, JSON :58
    ");
}

/// `# [C#](#tab/csharp)` is a level 1 heading to a parser; it ends no section, and only the HTTP tab is read.
#[test]
fn language_tabs() {
    let sections = "\
### Request

# [HTTP](#tab/http)
<!-- { \"blockType\": \"request\", \"name\": \"get_loom\" } -->
```http
GET https://graph.microsoft.com/beta/looms/7
```
# [C#](#tab/csharp)
[!INCLUDE [sample-code](../includes/snippets/csharp/get-loom-csharp-snippets.md)]
# [JavaScript](#tab/javascript)
```http
GET https://graph.microsoft.com/beta/not/this/one
```
---

### Response
<!-- { \"blockType\": \"response\", \"truncated\": true, \"@odata.type\": \"microsoft.graph.loom\" } -->
```http
HTTP/1.1 200 OK

{ \"id\": \"7\" }
```
";
    insta::assert_snapshot!(examples(sections), @r#"
    GET /looms/{id} :5
    response: 200 loom by Example
    example request "get_loom" GET https://graph.microsoft.com/beta/looms/7 :17
    example response 200 loom, truncated, JSON :30
    "#);
}

/// `## Request` and `## Response` after `## Example` on the same level; blocks without annotation and language.
#[test]
fn headings_of_every_level() {
    let sections = "\
###### Request
```
GET /looms/7
  ?$select=id
  &$expand=threads
Prefer: short
```
## Response 1
```
HTTP/1.1 404 Not Found
```
##### Response 2
```json
{ \"id\": \"7\" }
```
";
    insta::assert_snapshot!(examples(sections), @r"
    GET /looms/{id} :5
    response: 200
    example request GET /looms/7?$select=id&$expand=threads :14
    example response 404 :21
    example response, JSON :25
    ");
}

/// Names in lists, strings for flags, collections in the type's name.
#[test]
fn annotations_of_examples() {
    let block = |annotation: &str| format!("<!-- {annotation} -->\n```http\nHTTP/1.1 200 OK\n\n{{}}\n```\n");
    let annotations = [
        "{ \"blockType\": \"response\", \"name\": [\"first\", \"second\"], \"@odata.type\": \"Collection(microsoft.graph.loom)\" }",
        "{ \"blockType\": \"response\" \"name\": \"broken\", \"isCollection\": \"true\", \"@odata.type\": \"String\" }",
        "no JSON at all",
    ];
    insta::assert_snapshot!(examples(&annotations.map(block).concat()), @r#"
    GET /looms/{id} :5
    response: 200 Collection(loom) by Example
    example response "first" 200 Collection(loom), JSON :14
    example response "broken" 200 Collection(String), JSON :20
    example response 200, JSON :26
    "#);
}
