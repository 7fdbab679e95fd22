//! Pages that are broken as text.

use super::outline;
use tests::pages::read;

#[test]
fn a_comment_that_is_never_closed() {
    let page = "\
# flute resource type

<!-- { \"blockType\": \"resource\"

## Properties
|Property|Type|Description|
|:---|:---|:---|
|id|String|Number.|
";
    insta::assert_snapshot!(outline("beta/resources/flute.md", page), @r"
    type flute (general) :1
      id: String :8
    warning[unterminated-comment] beta/resources/flute.md:3:1: this comment is never closed
    ");
}

#[test]
fn a_comment_with_another_in_it() {
    let page = "\
# flute resource type

<!-- outer <!-- inner -->

## Properties
|Property|Type|Description|
|:---|:---|:---|
|id|String|Number. <!-- a note | with a pipe --> Read-only.|
<!-- a line between rows -->
|holes|Int32|How many.|
";
    insta::assert_snapshot!(outline("beta/resources/flute.md", page), @r"
    type flute (general) :1
      id: String, read-only :8
      holes: Int32 :10
    ");
}

#[test]
fn a_fence_that_is_never_closed() {
    let page = "\
# flute resource type

## JSON representation
```json
{ \"id\": \"String\" }

## Properties
|Property|Type|Description|
|:---|:---|:---|
|holes|Int32|How many.|
";
    insta::assert_snapshot!(outline("beta/resources/flute.md", page), @r"
    type flute (general) :1
      id: String, JSON block only :5
    warning[unclosed-fence] beta/resources/flute.md:4:1: this code fence is never closed, so the rest of the page is code
    1 PropertyType guessed: value in the JSON block
    ");
}

#[test]
fn front_matter_that_is_never_closed() {
    let page = "---\ntitle: \"flute\"\nms.prod: \"music\"\n\n# flute resource type\n\n## Properties\n|Property|Type|\n|:---|:---|\n|id|String|\n";
    insta::assert_snapshot!(outline("beta/resources/flute.md", page), @r"
    type flute (music) :5
      id: String :10
    warning[unclosed-front-matter] beta/resources/flute.md:1:1: this front matter is never closed
    ");
}

/// A byte order mark, carriage returns, a byte that is no UTF-8; a file with a zero is no text.
#[test]
fn bytes_that_are_no_plain_text() {
    let page = b"\xEF\xBB\xBF# flute resource type\r\n\r\n## Properties\r\n|Property|Type|Description|\r\n|:---|:---|:---|\r\n|id|String|Num\xFFber.|\r\n|holes|Int32|How many.|\r\n";
    let zero = b"# drum resource type\0\n".as_slice();
    let files = [
        ("beta/resources/flute.md", page.as_slice()),
        ("beta/resources/drum.md", zero),
    ];
    insta::assert_snapshot!(read(&files).outline(), @r"
    type flute (general) :1
      id: String :6
      holes: Int32 :7
    error[binary-file] beta/resources/drum.md:1:1: the file holds NUL bytes: it is not text
    warning[not-utf8] beta/resources/flute.md:6:15: invalid UTF-8: byte 0xFF
    page beta/resources/drum.md skipped: the file holds NUL bytes: it is not text
    ");
}

#[test]
fn pages_that_say_nothing() {
    let files = [
        ("beta/resources/empty.md", ""),
        ("beta/resources/blank.md", "\n \n\t\n"),
        ("beta/resources/prose.md", "# About flutes\n\nThey sing.\n"),
        ("beta/api/empty.md", ""),
        (
            "beta/resources/anchor.md",
            "# flute resource type\n\n## Properties\nNone\n",
        ),
    ];
    insta::assert_snapshot!(read(&files).outline(), @r"
    operation empty  (general) :1
    1 Route unread: no HTTP request section
    1 PermissionTable unread: no permission section
    1 Response unread: no type named
    page beta/api/empty.md skipped: no route
    page beta/resources/anchor.md skipped: describes no type, enum or operation
    page beta/resources/blank.md skipped: describes no type, enum or operation
    page beta/resources/empty.md skipped: describes no type, enum or operation
    page beta/resources/prose.md skipped: describes no type, enum or operation
    ");
}

/// Headings underlined, with a colon, in bold, with hashes at the end.
#[test]
fn headings_in_other_forms() {
    let page = "\
flute resource type
===================

## Properties:
|Property|Type|
|:---|:---|
|id|String|

## **Relationships** ##
|Relationship|Type|
|:---|:---|
|player|[player](player.md)|

### Other properties
|Property|Type|
|:---|:---|
|holes|Int32|
";
    insta::assert_snapshot!(outline("beta/resources/flute.md", page), @r"
    type flute (general) :1
      id: String :7
      player: player, navigation :12
      holes: Int32, navigation :17
    undescribed player (undocumented)
    note[undocumented-type] beta/resources/flute.md:12:10: no page describes `microsoft.graph.player`
    ");
}

/// Pages that nobody wrote by hand: deep lists and quotes, a line of a thousand cells, a heading of a thousand words.
#[test]
fn pages_out_of_all_proportion() {
    let quotes = format!("# flute resource type\n\n{}deep\n", "> ".repeat(2_000));
    let lists: String = (0..500).map(|depth| format!("{}- x\n", "  ".repeat(depth))).collect();
    let wide = format!(
        "# flute resource type\n\n## Properties\n|Property|Type|\n|:---|:---|\n|id|String|{}\n",
        "x|".repeat(1_000)
    );
    let brackets = format!("# flute resource type\n\n{}\n", "[".repeat(5_000));
    let files = [
        ("beta/resources/quotes.md", quotes),
        ("beta/resources/lists.md", lists),
        ("beta/resources/wide.md", wide),
        ("beta/resources/brackets.md", brackets),
    ];
    insta::assert_snapshot!(read(&files).outline(), @r"
    type flute (general) :1
      id: String :6
    page beta/resources/brackets.md skipped: describes no type, enum or operation
    page beta/resources/lists.md skipped: describes no type, enum or operation
    page beta/resources/quotes.md skipped: describes no type, enum or operation
    ");
}
