//! Request blocks, line by line.

use super::{only, outline};

/// What a page with this request block says about routes.
fn routes(block: &str) -> String {
    page(&format!("```http\n{block}\n```\n"))
}

/// What a page with this HTTP request section says about routes.
fn page(section: &str) -> String {
    let text = format!("# Get hive\n\n## HTTP request\n{section}");
    let words = [
        "GET", "POST", "PATCH", "PUT", "DELETE", "HEAD", "no route", "warning", "note", "error", "page",
    ];
    let routes = only(&outline("beta/api/hive-get.md", &text), &words);
    let ledger = outline("beta/api/hive-get.md", &text);
    let unread = ledger.lines().filter(|line| line.contains(" Route unread"));
    std::iter::once(routes.as_str())
        .chain(unread)
        .collect::<Vec<_>>()
        .join("\n")
}

#[test]
fn placeholders_with_alternatives_and_blanks() {
    insta::assert_snapshot!(routes("\
GET /hives/{id | name}/frames
GET /hives/{hive id}/frames/{ frame-id }
GET /hives/<hive-id>/frames
GET /hives/{id} | name/wax
GET /hives/(hive-id)/wax"), @r"
      GET /hives/{id | name}/frames :5
      GET /hives/{hive id}/frames/{ frame-id } :6
      GET /hives/{hive-id}/frames :7
      GET /hives/{id | name}/wax :8
      GET /hives/{hive-id}/wax :9
    warning[placeholder-brace] beta/api/hive-get.md:8:1: a placeholder's brace is closed too early: read as `/hives/{id | name}/wax`
    warning[placeholder-parentheses] beta/api/hive-get.md:9:1: a placeholder stands in parentheses: read as `/hives/{hive-id}/wax`
    ");
}

#[test]
fn colons_and_functions() {
    insta::assert_snapshot!(routes("\
GET /hives/{id}/comb:/{cell-path}:/honey
PUT /hives/{parent-id}:/{name}:/content
GET /hives/{id}/yield(from='{from}',to={to})
GET /hives/{id}/yield(from='{from}'/details
GET /hives/{id}/microsoft.graph.storage.emptyFrames()
GET /hives/delta"), @r"
      GET /hives/{id}/comb:/{cell-path}:/honey :5
      PUT /hives/{parent-id}:/{name}:/content :6
      GET /hives/{id}/yield(from='{from}',to={to}) :7
      GET /hives/{id}/yield(from='{from}')/details :8
      GET /hives/{id}/microsoft.graph.storage.emptyFrames() :9
      GET /hives/delta :10
    warning[unclosed-parenthesis] beta/api/hive-get.md:8:1: a parenthesis is not closed: read as `/hives/{id}/yield(from='{from}')/details`
    ");
}

#[test]
fn query_strings() {
    insta::assert_snapshot!(routes("\
GET /hives?$filter=name eq '{name}'
GET /hives/{id}?$expand=frames($select=id,name)
GET /hives/{id}/view?start={start}&end={end}
GET /hives/{id}/owners/$ref?$id=https://graph.microsoft.com/v1.0/users/{id}"), @r"
    GET /hives ? $filter=name eq '{name}' :5
    GET /hives/{id} ? $expand=frames($select=id,name) :6
    GET /hives/{id}/view ? start={start}&end={end} :7
    GET /hives/{id}/owners/$ref ? $id=https://graph.microsoft.com/v1.0/users/{id} :8
    ");
}

#[test]
fn slashes_hosts_and_versions() {
    insta::assert_snapshot!(routes("\
GET hives/{a}
GET ~/hives/{b}
GET /hives/{c}/
GET https://graph.microsoft.com/beta/hives/{d}
GET https://graph.microsoft.com/v1.0/hives
GET /v1.0/hives/{e}
GET HTTPS://GRAPH.MICROSOFT.COM/beta/hives/{f}
GET https://other.example.org/hives
GET /hives/{g} HTTP/1.1
GET //hives//{h}"), @r#"
      GET /hives/{a} :5
      GET /hives/{b} :6
      GET /hives/{c} :7
      GET /hives/{d} :8
      GET /hives :9
      GET /hives/{e} :10
      GET /hives/{f} :11
      GET /hives/{g} :13
      GET /hives/{h} :14
      no route: another host "GET https://other.example.org/hives" :12
    warning[double-slash] beta/api/hive-get.md:14:1: a segment is empty: read as `/hives/{h}`
    1 Route unread: another host
    "#);
}

#[test]
fn segments_that_are_no_names() {
    insta::assert_snapshot!(routes("\
GET /hives/{id}/.../frames/{id}
GET /hives/{id}/keepers/$ref
DELETE /hives/{id}$ref
GET /hives/{id}/photo/$value
GET /hives/$count"), @r"
      GET /hives/{id}/frames/{id} :5
      GET /hives/{id}/keepers/$ref :6
      DELETE /hives/{id}/$ref :7
      GET /hives/{id}/photo/$value :8
      GET /hives/$count :9
    warning[route-ellipsis] beta/api/hive-get.md:5:1: `...` stands for more segments; the shortest path was taken: read as `/hives/{id}/frames/{id}`
    warning[missing-slash] beta/api/hive-get.md:7:1: a slash is missing before a segment: read as `/hives/{id}/$ref`
    ");
}

#[test]
fn methods_in_other_forms() {
    insta::assert_snapshot!(routes("\
DELETE/hives/{id}
get /hives/{id}
POST: /hives
PATCH   /hives/{id}
PUT\t/hives/{id}/photo
HEAD /hives
OPTIONS /hives
GETS /hives"), @r#"
      DELETE /hives/{id} :5
      GET /hives/{id} :6
      POST /hives :7
      PATCH /hives/{id} :8
      PUT /hives/{id}/photo :9
      HEAD /hives :10
      no route: prose "OPTIONS /hives" :11
      no route: prose "GETS /hives" :12
    2 Route unread: prose
    "#);
}

#[test]
fn a_method_on_a_line_of_its_own() {
    insta::assert_snapshot!(routes("\
GET
/hives/{id}
/sheds/{id}/hives
POST

DELETE /hives/{id}"), @r#"
      GET /hives/{id} :6
      GET /sheds/{id}/hives :7
      DELETE /hives/{id} :10
      no route: method without a path "POST" :8
    1 Route unread: method without a path
    "#);
}

#[test]
fn prose_and_comments_in_the_block() {
    insta::assert_snapshot!(routes("\
** Address for queen not found
POST to hives/queens to make a new queen
GET /hives that are empty
// for keepers
# for guests
GET /hives/{id}
Content-type: application/json
/hives/{id}/frames"), @r##"
      GET /hives/{id} :10
      no route: prose "** Address for queen not found" :5
      no route: prose "POST to hives/queens to make a new queen" :6
      no route: prose "GET /hives that are empty" :7
      no route: comment "// for keepers" :8
      no route: comment "# for guests" :9
      no route: request header "Content-type: application/json" :11
      no route: path without a method "/hives/{id}/frames" :12
    2 Route unread: comment
    1 Route unread: path without a method
    3 Route unread: prose
    1 Route unread: request header
    "##);
}

/// A body in the block is no route, however many lines it has; a route after it is.
#[test]
fn a_json_body_in_the_block() {
    insta::assert_snapshot!(routes("\
POST /hives/{id}/feed
Content-type: application/json

{
  \"sugar\": 3,
  \"GET\": \"/hives\"
}
GET /hives/{id}"), @r#"
      POST /hives/{id}/feed :5
      GET /hives/{id} :12
      no route: request header "Content-type: application/json" :6
      no route: request body "{\n  \"sugar\": 3,\n  \"GET\": \"/hives\"\n}" :8
    1 Route unread: request body
    1 Route unread: request header
    "#);
}

#[test]
fn several_blocks_with_text_between() {
    insta::assert_snapshot!(page("\
For a hive:
<!-- { \"blockType\": \"ignored\" } -->
```http
GET /hives/{id}
```
For a hive of a shed:

    GET /sheds/{id}/hives/{id}

### In the woods
``` http
GET /woods/{id}/hives/{id}
```
"), @r"
    GET /hives/{id} :7
    GET /sheds/{id}/hives/{id} :11
    GET /woods/{id}/hives/{id} :15
    ");
}

#[test]
fn empty_segments() {
    insta::assert_snapshot!(routes("GET /hives//{id}\nGET //hives/{id}/frames(path='a//b')///wax//"), @r"
      GET /hives/{id} :5
      GET /hives/{id}/frames(path='a//b')/wax :6
    warning[double-slash] beta/api/hive-get.md:5:1: a segment is empty: read as `/hives/{id}`
    warning[double-slash] beta/api/hive-get.md:6:1: a segment is empty: read as `/hives/{id}/frames(path='a//b')/wax`
    ");
}

/// A second call of the same request is of no use; the line is listed.
#[test]
fn the_same_line_twice() {
    insta::assert_snapshot!(routes("GET /hives/{id}\nGET /hives/{id}\nGET /hives/{hive-id}"), @r#"
      GET /hives/{id} :5
      GET /hives/{hive-id} :7
      no route: listed twice "GET /hives/{id}" :6
    1 Route unread: listed twice
    "#);
}

#[test]
fn a_request_section_without_a_block() {
    insta::assert_snapshot!(page("GET /hives/{id}\n\nReads one hive.\n"), @"  GET /hives/{id} :4");
    insta::assert_snapshot!(page("There is no way to call it.\n"), @r"
    page beta/api/hive-get.md skipped: no route
    1 Route unread: the HTTP request section has no code block
    ");
}

#[test]
fn a_page_without_a_request_section() {
    insta::assert_snapshot!(outline("beta/api/hive-get.md", "# Get hive\n\nReads one hive.\n"), @r"
    operation hive get (general) :1
    1 Route unread: no HTTP request section
    1 PermissionTable unread: no permission section
    1 Response unread: no type named
    page beta/api/hive-get.md skipped: no route
    ");
}

#[test]
fn a_block_that_is_empty_or_never_ends() {
    insta::assert_snapshot!(page("```http\n\n```\n"), @r"
    page beta/api/hive-get.md skipped: no route
    1 Route unread: the HTTP request section has no code block
    ");
    insta::assert_snapshot!(page("```http\nGET /hives/{id}\n\n## Response\n`200 OK`\n"), @r###"
      GET /hives/{id} :5
      no route: comment "## Response" :7
      no route: prose "`200 OK`" :8
    1 Route unread: comment
    1 Route unread: prose
    "###);
}

/// Lists, quotes and html around a block do not hide it.
#[test]
fn a_block_in_a_list_or_a_quote() {
    insta::assert_snapshot!(page("1. First:\n\n   ```http\n   GET /hives/{id}\n   ```\n\n> ```http\n> POST /hives\n> ```\n"), @r"
    GET /hives/{id} :7
    POST /hives :11
    ");
}
