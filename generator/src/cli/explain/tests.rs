//! What `explain` prints.

use super::*;

fn shown(code: &str) -> String {
    match find(code) {
        Ok(code) => text::entry(code),
        Err(_) => format!("{code} is unknown"),
    }
}

#[test]
fn a_diagnostic_with_its_pages() {
    insta::assert_snapshot!(shown("include-missing"), @r"
    warning[include-missing]

    The page includes a file that is not in the docs root. What the file says is
    lost: often the permissions of an operation, or the clouds in which it is
    available.

    What to do: Check the path. It is relative to the file that includes it, and
    files for inclusion stand in a folder named `includes`. If only a part of the
    documentation was copied, copy these folders too.

    Example with the warning:

      beta/api/kettle-list.md
      | # List kettles
      |
      | [!INCLUDE [note](../includes/nota.md)]

      beta/includes/note.md
      | A kettle is a resource.

    Example without it:

      beta/api/kettle-list.md
      | # List kettles
      |
      | [!INCLUDE [note](../includes/note.md)]

      beta/includes/note.md
      | A kettle is a resource.
    ");
}

#[test]
fn a_change() {
    insta::assert_snapshot!(shown(" Property-Removed"), @r"
    change[property-removed]

    The type no longer has the property.

    What to do: `generator diff` reports it with the version to raise, because
    whether programs still compile depends on the item. To silence it, put an entry
    with this id, the item and a reason into the file of `--accept`.

    Example, before:

      | |id|String|Number.|
      | |height|Double|From the floor.|

    After:

      | |id|String|Number.|
    ");
}

#[test]
fn an_unknown_code_names_the_nearest() {
    let said = |written: &str| match find(written) {
        Err(Failure::Plain { message, help }) => format!("{message}; {}", help.unwrap_or_default()),
        _ => "found".to_owned(),
    };
    insta::assert_snapshot!(said("inclde-missing"), @"there is no code `inclde-missing`; did you mean `include-missing`?");
    insta::assert_snapshot!(said("teapot"), @"there is no code `teapot`; `generator explain` lists all codes");
}

#[test]
fn the_list_has_a_line_for_each_code() {
    let all = codes::all();
    let text = text::list(&all);
    assert_eq!(text.lines().count(), all.len());
    insta::assert_snapshot!(text.lines().take(2).collect::<Vec<_>>().join("\n"), @r#"
    ambiguous-permissions            warning  A cell lists permissions with commas and ends in "and".
    argument-without-row             warning  A route passes an argument to a function, and the table of the function's parameters has no row for it.
    "#);
}

/// The page is in the repository for people who read there.
#[test]
fn the_page_of_all_codes_is_up_to_date() {
    let page = include_str!("../../../docs/diagnostics.md");
    let now = markdown::page();
    let command = "cargo run -p generator -- explain --markdown > generator/docs/diagnostics.md";
    assert!(page == now, "out of date; run `{command}`");
}
