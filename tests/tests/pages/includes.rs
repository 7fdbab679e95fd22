//! Includes.

use super::{only, outlines};

const ROUTE: &str = "\n## HTTP request\n```http\nGET /kilns\n```\n";

/// What a page with this text above its route says, given these includes.
fn with(text: &str, includes: &[(&str, &str)]) -> String {
    let page = format!("# List kilns\n\n{text}\n{ROUTE}");
    let mut files = vec![("beta/api/kiln-list.md", page.as_str())];
    files.extend(includes);
    let words = [
        "GET",
        "permissions",
        "work",
        "application",
        "personal",
        "clouds",
        "note",
        "warning",
        "error",
        "page",
    ];
    only(&outlines(&files), &words)
}

const TABLE: &str = "\
---
author: potter
---
|Permission type|Least privileged permissions|Higher privileged permissions|
|:---|:---|:---|
|Delegated (work or school account)|Kiln.Read|Kiln.ReadWrite|
|Application|Kiln.Read.All|Not available.|
";

#[test]
fn an_include_in_an_include() {
    let outer = "[!INCLUDE [table](nested/table.md)]\n";
    let includes = [
        ("beta/includes/outer.md", outer),
        ("beta/includes/nested/table.md", TABLE),
    ];
    insta::assert_snapshot!(with("## Permissions\n[!INCLUDE [permissions](../includes/outer.md)]", &includes), @r"
    GET /kilns :8
    permissions beta/includes/nested/table.md:4
      work: Kiln.Read | Kiln.ReadWrite
      personal: unstated
      application: Kiln.Read.All
    ");
}

/// `[!include` in small letters, in a quote, with blanks, with a backslash.
#[test]
fn includes_in_other_spellings() {
    let includes = [("beta/includes/table.md", TABLE)];
    insta::assert_snapshot!(with("## Permissions\n\n[!include[permissions]( ../includes/table.md )]", &includes), @r"
    GET /kilns :9
    permissions beta/includes/table.md:4
      work: Kiln.Read | Kiln.ReadWrite
      personal: unstated
      application: Kiln.Read.All
    ");
    insta::assert_snapshot!(with("## Permissions\n> [!INCLUDE [permissions](..\\includes\\table.md)]", &includes), @r"
    GET /kilns :8
    permissions beta/includes/table.md:4
      work: Kiln.Read | Kiln.ReadWrite
      personal: unstated
      application: Kiln.Read.All
    ");
    insta::assert_snapshot!(with("## Permissions\n- [!INCLUDE [permissions](../includes/Table.md)]", &includes), @r"
      GET /kilns :8
    warning[include-missing] beta/api/kiln-list.md:4:3: the include `../includes/Table.md` does not exist
    ");
}

#[test]
fn an_include_in_a_table_cell() {
    let page = "\
# kiln resource type

## Properties
|Property|Type|Description|
|:---|:---|:---|
|heat|Int32|How hot it is. [!INCLUDE [degrees](../includes/degrees.md)]|
|id|String|Number. Read-only.|
";
    let files = [
        ("beta/resources/kiln.md", page),
        ("beta/includes/degrees.md", "In degrees. Not nullable.\n"),
    ];
    insta::assert_snapshot!(outlines(&files), @r"
    type kiln (general) :1
      heat: Int32, not nullable :6
      id: String, read-only :7
    ");
}

#[test]
fn a_cloud_table_by_include() {
    let table = |cells: &str| {
        format!(
            "|Global service|US Government L4|US Government L5 (DOD)|China operated by 21Vianet|\n|:---|:---|:---|:---|\n|{cells}|\n"
        )
    };
    let shown = ["✅|✅|✅|✅", "✅|❌|❌|❌", "❌|✅|❌|❌", "✔️|❌|Yes|No"].map(|cells| {
        let table = table(cells);
        let shown = with(
            "[!INCLUDE [clouds](../../includes/clouds.md)]",
            &[("includes/clouds.md", &table)],
        );
        format!("{cells}\n{shown}")
    });
    insta::assert_snapshot!(shown.join("\n"), @r"
    ✅|✅|✅|✅
      GET /kilns :7
      clouds: global L4 L5 china
    ✅|❌|❌|❌
      GET /kilns :7
      clouds: global
    ❌|✅|❌|❌
      GET /kilns :7
      clouds: L4
    ✔️|❌|Yes|No
      GET /kilns :7
      clouds: global L5
    ");
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
