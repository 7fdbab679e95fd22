//! Includes that cannot be put in place.

use super::{only, outlines};

const ROUTE: &str = "\n## HTTP request\n```http\nGET /kilns\n```\n";

/// What a page with this text above its route says, given these includes.
fn with(text: &str, includes: &[(&str, &str)]) -> String {
    let page = format!("# List kilns\n\n{text}\n{ROUTE}");
    let mut files = vec![("beta/api/kiln-list.md", page.as_str())];
    files.extend(includes);
    only(&outlines(&files), &["GET", "note", "warning", "error", "page"])
}

#[test]
fn includes_that_cannot_be_used() {
    let text = "\
[!INCLUDE [absent](../includes/absent.md)]

[!INCLUDE [secret](../../../../../../etc/passwd)]

[!INCLUDE [web](https://example.org/clouds.md)]

[!INCLUDE [sample](../includes/snippets/csharp/kiln-list-csharp-snippets.md)]

[!INCLUDE [circle](../includes/circle.md)]
";
    insta::assert_snapshot!(with(text, &[("beta/includes/circle.md", "[!INCLUDE [circle](circle.md)]\n")]), @r"
      GET /kilns :16
    warning[include-missing] beta/api/kiln-list.md:3:1: the include `../includes/absent.md` does not exist
    error[include-outside-root] beta/api/kiln-list.md:5:1: the include `../../../../../../etc/passwd` leaves the docs root
    warning[include-not-relative] beta/api/kiln-list.md:7:1: the include `https://example.org/clouds.md` is not a relative path
    note[include-snippet] beta/api/kiln-list.md:9:1: the language snippet `../includes/snippets/csharp/kiln-list-csharp-snippets.md` is not read
    error[include-cycle] beta/includes/circle.md:1:1: the include `circle.md` includes itself
    ");
}
