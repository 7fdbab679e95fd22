//! Which type a name means, and which name a type has.

use super::{only, outline, outlines, resource};

/// The properties of a page with these rows (`name|type`).
fn typed(rows: &str) -> String {
    let rows: String = rows.lines().map(|row| format!("|{row}|\n")).collect();
    let page = format!("# crate resource type\n\n## Properties\n|Property|Type|\n|:---|:---|\n{rows}");
    outline("beta/resources/crate.md", &page)
}

/// The link's text is the name when a page has that name; else the linked page's type is meant.
#[test]
fn link_text_that_is_not_the_name_of_the_linked_type() {
    let page = "\
# crate resource type

## Properties
|Property|Type|Description|
|:---|:---|:---|
|a|[Fruit](fruitspecification.md)|The page has another name.|
|b|[fruitspecification](fruitspecification.md)|The page has other capitals.|
|c|[pear](fruitspecification.md)|Another page has this name.|
|d|[Fruit](absent.md)|No page at all.|
|e|[fruit specification](fruitspecification.md)|Two words.|
";
    let files = [
        ("beta/resources/crate.md", page.to_owned()),
        (
            "beta/resources/fruitspecification.md",
            resource("fruitSpecification", ""),
        ),
        ("beta/resources/pear.md", resource("pear", "")),
    ];
    insta::assert_snapshot!(outlines(&files), @r"
    type crate (general) :1
      a: fruitSpecification :6
      b: fruitSpecification :7
      c: pear :8
      d: fruit :9
      e: fruitSpecification :10
    undescribed fruit (undocumented)
    type fruitSpecification (general) :1
      id: String :8
    type pear (general) :1
      id: String :8
    note[undocumented-type] beta/resources/crate.md:9:5: no page describes `microsoft.graph.fruit`
    ");
}

/// Excel pages say "Chart" and mean `workbookChart`.
#[test]
fn the_annotation_names_the_type() {
    let page = r#"# Lid resource type

## Properties
|Property|Type|Description|
|:---|:---|:---|
|id|String|Number.|

## JSON representation
<!-- {
  "blockType": "resource",
  "keyProperty": "id",
  "openType": true,
  "@odata.type": "microsoft.graph.storage.crateLid"
} -->
```json
{ "id": "String (identifier)" }
```
"#;
    let user = "\
# crate resource type

## Relationships
|Relationship|Type|Description|
|:---|:---|:---|
|lid|[Lid](lid.md)|What closes it.|
";
    insta::assert_snapshot!(outlines(&[("beta/resources/lid.md", page), ("beta/resources/crate.md", user)]), @r#"
    type crate (general) :1
      lid: storage.crateLid, navigation :6
    type storage.crateLid (general), open, key "id" :1
      id: String :6
    "#);
}

/// An annotation that was copied from another page loses to the heading.
#[test]
fn an_annotation_copied_from_another_page() {
    let page = |heading: &str| {
        format!(
            "# {heading} resource type\n\n## JSON representation\n<!-- {{ \"blockType\": \"resource\", \
             \"@odata.type\": \"microsoft.graph.apple\" }} -->\n```json\n{{}}\n```\n"
        )
    };
    let files = [
        ("beta/resources/apple.md", page("apple")),
        ("beta/resources/pear.md", page("pear")),
    ];
    insta::assert_snapshot!(only(&tests::pages::read(&files).outline(), &["type", "enum", "undescribed"]), @r"
    type apple (general) :1
    type pear (general) :1
    ");
}

/// Neither valid JSON nor one line: the annotation is read all the same.
#[test]
fn an_annotation_that_is_no_valid_json() {
    let page = r#"# crate

## JSON representation
<!-- {
  "blockType": "resource",
  "keyProperty": "serial"
  "baseType": "microsoft.graph.box",
  "openType": "true",
  "@odata.type": "microsoft.graph.crate",
} -->
```json
{ "serial": "String" }
```
"#;
    insta::assert_snapshot!(outline("beta/resources/crate.md", page), @r#"
    type crate (general) < box by Annotation, open, key "serial" :1
      serial: String, JSON block only :12
    1 PropertyType guessed: value in the JSON block
    "#);
}

/// The keys of the JSON block that no table lists.
#[test]
fn keys_that_only_the_json_block_has() {
    let page = r##"# crate resource type

## Properties
|Property|Type|Description|
|:---|:---|:---|
|id|String|Number.|

## JSON representation
<!-- { "blockType": "resource", "@odata.type": "microsoft.graph.crate" } -->
```json
{
  "id": "String (identifier)",
  "packed": "String (timestamp)",
  "weight": 12.5,
  "count": 4,
  "sealed": true,
  "labels": ["String"],
  "lid": {"@odata.type": "microsoft.graph.crateLid"},
  "fruit": [{"@odata.type": "#microsoft.graph.apple"}],
  "notes": { "colour": "String" }, // anything
  "a1b2-c3": "String",
  "origin": "microsoft.graph.place",
  ...
}
```
"##;
    insta::assert_snapshot!(outline("beta/resources/crate.md", page), @r#"
    undescribed apple (undocumented)
    type crate (general) :1
      id: String :6
      packed: DateTimeOffset, JSON block only :13
      weight: Double, JSON block only :14
      count: Int32, JSON block only :15
      sealed: Boolean, JSON block only :16
      labels: Collection(String), JSON block only :17
      lid: crateLid, JSON block only :18
      fruit: Collection(apple), JSON block only :19
      notes: unknown, JSON block only, cell "" :20
      origin: place, JSON block only :22
    undescribed crateLid (undocumented)
    undescribed place (undocumented)
    note[undocumented-type] beta/resources/crate.md:18:43: no page describes `microsoft.graph.crateLid`
    note[undocumented-type] beta/resources/crate.md:19:47: no page describes `microsoft.graph.apple`
    note[undocumented-type] beta/resources/crate.md:22:30: no page describes `microsoft.graph.place`
    8 PropertyType guessed: value in the JSON block
    1 PropertyType unread: no type named
    "#);
}

/// Two areas document the same type, each with the properties of its own area.
#[test]
fn a_type_of_two_areas() {
    let page = |row: &str, intro: &str| {
        format!(
            "# crateSettings resource type\n\n{intro}\n\n## Properties\n|Property|Type|Description|\n|:---|:---|:---|\n\
             |id|String|Number.|\n{row}\n"
        )
    };
    let user = "\
# Get crateSettings

## HTTP request
```http
GET /crateSettings
```

## Response
`200 OK` and a [crateSettings](../resources/intune-cellar-cratesettings.md) object.
";
    let files = [
        (
            "beta/resources/intune-cellar-cratesettings.md",
            page("|dark|Boolean|No light.|", "In the cellar."),
        ),
        (
            "beta/resources/intune-attic-cratesettings.md",
            page("|warm|Boolean|No frost.|", "In the attic."),
        ),
        ("beta/api/intune-cellar-cratesettings-get.md", user.to_owned()),
    ];
    let outline = tests::pages::read(&files).outline();
    insta::assert_snapshot!(only(&outline, &["type", "id", "dark", "warm", "operation", "GET", "response"]), @"
    type crateSettings (intune_attic, intune_cellar) :1
      id: String :8
      warm: Boolean, only in intune_attic :9
      dark: Boolean, only in intune_cellar resources/intune-cellar-cratesettings.md:9
    operation crateSettings get (intune_cellar) :1
      GET /crateSettings :5
      response: 200 crateSettings by Text
    ");
}

/// A name that no page describes becomes an open type without properties, with a note at the first use.
#[test]
fn a_type_that_no_page_describes() {
    insta::assert_snapshot!(typed("a|[box](box.md)\nb|microsoft.graph.storage.shelf collection"), @r"
    undescribed box (undocumented)
    type crate (general) :1
      a: box :6
      b: Collection(storage.shelf) :7
    undescribed storage.shelf (undocumented)
    note[undocumented-type] beta/resources/crate.md:6:5: no page describes `microsoft.graph.box`
    note[undocumented-type] beta/resources/crate.md:7:28: no page describes `microsoft.graph.storage.shelf`
    ");
}

/// A page of a namespace below `microsoft.graph` means the types of its namespace first.
#[test]
fn a_namespace_of_its_own() {
    let page = "\
# shelf resource type

Namespace: microsoft.graph.storage

## Properties
|Property|Type|Description|
|:---|:---|:---|
|crate|[crate](storage-crate.md)|The one of this namespace.|
|box|[box](box.md)|There is only one.|
|other|microsoft.graph.crate|Named in full.|
|nothing|peg|Described nowhere.|
";
    let files = [
        ("beta/resources/storage-shelf.md", page.to_owned()),
        (
            "beta/resources/storage-crate.md",
            resource("crate", "Namespace: microsoft.graph.storage"),
        ),
        (
            "beta/resources/crate.md",
            resource("crate", "Namespace: microsoft.graph"),
        ),
        ("beta/resources/box.md", resource("box", "Namespace: microsoft.graph")),
    ];
    insta::assert_snapshot!(outlines(&files), @r"
    type box (general) :1
      id: String :8
    type crate (general) :1
      id: String :8
    type storage.crate (storage) :1
      id: String :8
    undescribed storage.peg (undocumented)
    type storage.shelf (storage) :1
      crate: storage.crate :8
      box: box :9
      other: crate :10
      nothing: storage.peg :11
    note[undocumented-type] beta/resources/storage-shelf.md:11:10: no page describes `microsoft.graph.storage.peg`
    ");
}
