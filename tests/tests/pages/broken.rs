//! Pages that are broken as text.

use super::outline;
use tests::pages::read;

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

/// Bold lines in place of headings.
#[test]
fn headings_that_are_only_bold() {
    let resource = "\
# loom resource type

A loom.

**Properties**

|Property|Type|Description|
|:---|:---|:---|
|width|Int32|In centimetres.|

**Note**

|Kind|Price|
|:---|:---|
|small|1|
";
    let call = "\
# Get loom

**HTTP request**

```http
GET /looms/{id}
```

## Response
A [loom](../resources/loom.md) and `200 OK`.

## Example
**Response**
```http
HTTP/1.1 200 OK

{\"width\": 1}
```
";
    let reading = tests::pages::read(&[("beta/resources/loom.md", resource), ("beta/api/loom-get.md", call)]);
    let schema = &reading.model.schemas[0];
    assert_eq!(schema.types[0].properties[0].name, "width");
    assert_eq!(schema.types[0].description, "A loom.");
    assert_eq!(schema.operations[0].routes[0].path.to_string(), "/looms/{id}");
    assert_eq!(schema.operations[0].examples.len(), 1);
}
