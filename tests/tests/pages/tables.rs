//! Property tables as they really look.

use super::outline;

/// Reads a resource page called "spade" with this text below its heading.
fn spade(text: &str) -> String {
    outline("beta/resources/spade.md", &format!("# spade resource type\n\n{text}"))
}

#[test]
fn rows_with_fewer_cells_than_the_header() {
    let text = "\
## Properties
|Property|Type|Description|
|:---|:---|:---|
|id|String
|length|Int32|
|colour|
|weight|Double|In kilograms.|
";
    insta::assert_snapshot!(spade(text), @r#"
    type spade (general) :1
      id: String :6
      length: Int32 :7
      colour: unknown, cell "" :8
      weight: Double :9
    1 PropertyType unread: no type named
    "#);
}

#[test]
fn a_table_without_rows() {
    let text = "\
## Properties
|Property|Type|Description|
|:---|:---|:---|

## Relationships
None
";
    insta::assert_snapshot!(spade(text), @"page beta/resources/spade.md skipped: describes no type, enum or operation");
}

#[test]
fn several_tables_under_properties() {
    let text = "\
## Properties

All spades have these:

|Property|Type|Description|
|:---|:---|:---|
|id|String|Number on the handle.|

Those of a club have these as well:

|Property|Type|Description|
|:---|:---|:---|
|club|String|Its name.|

### Properties for hire

|Name|Type|Description|
|:---|:---|:---|
|price|Decimal|For a day.|

|Value|Description|
|:---|:---|
|0|Free.|
";
    insta::assert_snapshot!(spade(text), @r"
    type spade (general) :1
      id: String :9
      club: String :15
      price: Decimal :21
    1 Property unread: table without a name and a type column
    ");
}

/// `Property Type | Remarks`: no column is called a name.
#[test]
fn a_header_without_a_name_column() {
    let text = "\
## Properties
| |Property Type|Remarks|
|:---|:---|:---|
|name|String|Not nullable.|
|type|String|Nullable.|
";
    insta::assert_snapshot!(spade(text), @r"
    type spade (general) :1
      name: String, not nullable :6
      type: String, nullable :7
    ");
}

#[test]
fn a_table_without_a_separator_is_no_table() {
    let text = "\
## Properties
|Property|Type|Description|
|id|String|Number on the handle.|
";
    insta::assert_snapshot!(spade(text), @"page beta/resources/spade.md skipped: describes no type, enum or operation");
}

#[test]
fn span_rows() {
    let text = "\
## Properties
|Property|Type|Description|
|:---|:---|:---|
| **Handle** |||
|length|Int32|In centimetres.|
|**Blade data** | | |
|shape|String|Round or square.|
";
    insta::assert_snapshot!(spade(text), @r"
    type spade (general) :1
      length: Int32 :7
      shape: String :9
    note[skipped-row] beta/resources/spade.md:6:1: row not read: label row
    note[skipped-row] beta/resources/spade.md:8:1: row not read: label row
    2 Property unread: label row
    ");
}

/// Annotations have an `@`; delta pages list `x@delta`, channel pages `@microsoft.graph.x`.
#[test]
fn names_of_annotations() {
    let text = "\
## Properties
|Property|Type|Description|
|:---|:---|:---|
|@odata.type|String|`#microsoft.graph.spade`.|
|odata.type|String|The kind.|
|@microsoft.graph.keenEdge|Boolean|Sharp on demand.|
|owners@delta|Collection(String)|Who came and went.|
|id|String|Number on the handle.|
";
    insta::assert_snapshot!(spade(text), @r"
    type spade (general) :1
      @odata.type: String :6
      @microsoft.graph.keenEdge: Boolean :8
      owners@delta: Collection(String) :9
      id: String :10
    note[skipped-row] beta/resources/spade.md:7:1: row not read: listed twice
    1 Property unread: listed twice
    ");
}

#[test]
fn names_with_a_path_or_a_dot() {
    let text = "\
## Relationships
|Relationship|Type|Description|
|:---|:---|:---|
|handle/rings|[ring](ring.md) collection|The rings of the handle.|
|blade.edge|[edge](edge.md)|The edge of the blade.|
|id, length|String|Two names.|
";
    insta::assert_snapshot!(spade(text), @r"
    undescribed edge (undocumented)
    undescribed ring (undocumented)
    type spade (general) :1
      handle/rings: Collection(ring), navigation :6
      blade.edge: edge, navigation :7
    note[undocumented-type] beta/resources/spade.md:6:16: no page describes `microsoft.graph.ring`
    note[undocumented-type] beta/resources/spade.md:7:14: no page describes `microsoft.graph.edge`
    note[skipped-row] beta/resources/spade.md:8:1: row not read: label row
    1 Property unread: label row
    ");
}

#[test]
fn a_property_that_stands_twice() {
    let text = "\
## Properties
|Property|Type|Description|
|:---|:---|:---|
|length|Int32|In centimetres.|
|shape|String|Round or square.|
|Length|Int64|In millimetres.|
|length|Int32|In centimetres.|
";
    insta::assert_snapshot!(spade(text), @r"
    type spade (general) :1
      length: Int32 :6
      shape: String :7
    note[skipped-row] beta/resources/spade.md:8:1: row not read: listed twice, here with another type; the first row counts
    note[skipped-row] beta/resources/spade.md:9:1: row not read: listed twice
    1 Property unread: listed twice
    1 Property unread: listed twice, with another type
    ");
}

/// A list under the heading, and tables about something else.
#[test]
fn tables_that_list_no_properties() {
    let text = "\
## Methods
|Method|Return Type|Description|
|:---|:---|:---|
|[Get spade](../api/spade-get.md)|[spade](spade.md)|Read one.|

## Properties
|Property|Type|Description|
|:---|:---|:---|
|id|String|Number on the handle.|

### Properties of a handle definition
|Property|Type|Description|
|:---|:---|:---|
|rings|Int32|A key of the JSON text in another property.|

## Relationships
None.

## Remarks
|Name|Type|Description|
|:---|:---|:---|
|unrelated|String|No property.|
";
    insta::assert_snapshot!(spade(text), @r"
    type spade (general) :1
      id: String :11
    1 Property unread: table about another object
    ");
}
