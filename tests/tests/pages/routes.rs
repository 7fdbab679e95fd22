//! What becomes of the lines of a request section: routes, listed lines, counts.

use super::{only, outline};

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
