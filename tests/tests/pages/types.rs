//! Type cells and the types that they mean.

use super::outline;

/// The properties of a page with these rows (`name|type`).
pub(super) fn typed(rows: &str) -> String {
    let rows: String = rows.lines().map(|row| format!("|{row}|\n")).collect();
    let page = format!("# crate resource type\n\n## Properties\n|Property|Type|\n|:---|:---|\n{rows}");
    outline("beta/resources/crate.md", &page)
}

#[test]
fn primitives_in_every_spelling() {
    let rows = "\
a|string
b|boolean
c|bool
d|double
e|int
f|GUID
g|dateTimeOffset
h|DateTime
i|numeric
j|Edm.Int64
k|Edm.Stream
l|Url
m|Timestamp
n|**String**
o|`Int32`
p|binary
q|duration";
    insta::assert_snapshot!(typed(rows), @r"
    type crate (general) :1
      a: String :6
      b: Boolean :7
      c: Boolean :8
      d: Double :9
      e: Int32 :10
      f: Guid :11
      g: DateTimeOffset :12
      h: DateTimeOffset :13
      i: Int32 :14
      j: Int64 :15
      k: Stream :16
      l: String :17
      m: DateTimeOffset :18
      n: String :19
      o: Int32 :20
      p: Binary :21
      q: Duration :22
    ");
}

#[test]
fn collections_in_every_form() {
    let rows = "\
a|String collection
b|Collection(String)
c|collection(Edm.Guid)
d|Collection of String
e|[apple](apple.md) collection
f|Collection([apple](apple.md))
g|apple collection collection
h|array of String
i|String Collection
j|String[]";
    insta::assert_snapshot!(typed(rows), @r"
    undescribed apple (undocumented)
    type crate (general) :1
      a: Collection(String) :6
      b: Collection(String) :7
      c: Collection(Guid) :8
      d: Collection(String) :9
      e: Collection(apple) :10
      f: Collection(apple) :11
      g: Collection(apple) :12
      h: Collection(String) :13
      i: Collection(String) :14
      j: Collection(String) :15
    note[undocumented-type] beta/resources/crate.md:10:5: no page describes `microsoft.graph.apple`
    ");
}

/// `[apple]`, `[apple][]` and `[apple][1]` are links, whether they are defined or not. They are no collections.
#[test]
fn shortcut_and_full_reference_links() {
    let page = "\
# crate resource type

## Properties
|Property|Type|Description|
|:---|:---|:---|
|a|[apple]|Shortcut.|
|b|[apple][]|Collapsed.|
|c|[Apples][apple]|Full.|
|d|[pear][1]|Full, not defined.|
|e|Collection([pear])|Shortcut in a collection.|

[apple]: apple.md
";
    insta::assert_snapshot!(outline("beta/resources/crate.md", page), @r"
    undescribed apple (undocumented)
    undescribed apples (undocumented)
    type crate (general) :1
      a: apple :6
      b: apple :7
      c: apples :8
      d: pear :9
      e: Collection(pear) :10
    undescribed pear (undocumented)
    note[undocumented-type] beta/resources/crate.md:6:5: no page describes `microsoft.graph.apple`
    note[undocumented-type] beta/resources/crate.md:8:5: no page describes `microsoft.graph.apples`
    note[undocumented-type] beta/resources/crate.md:9:5: no page describes `microsoft.graph.pear`
    ");
}

#[test]
fn words_around_a_type() {
    let rows = "\
a|string, maximum size 20
b|String (identifier)
c|apple or pear
d|When it was packed. DateTimeOffset
e|apple collection. The fruit in it.
f|appleKind enum
g|apple resource
h|JSON object
i|microsoft.graph.Json
j|#microsoft.graph.apple
k|
l|see below";
    insta::assert_snapshot!(typed(rows), @r#"
    undescribed apple (undocumented)
    undescribed appleKind (undocumented)
    type crate (general) :1
      a: String :6
      b: String :7
      c: apple :8
      d: DateTimeOffset :9
      e: Collection(apple) :10
      f: appleKind :11
      g: apple :12
      h: Json :13
      i: Json :14
      j: apple :15
      k: unknown, cell "" :16
      l: unknown, cell "see below" :17
    note[undocumented-type] beta/resources/crate.md:8:4: no page describes `microsoft.graph.apple`
    note[undocumented-type] beta/resources/crate.md:11:4: no page describes `microsoft.graph.appleKind`
    2 PropertyType unread: no type named
    "#);
}
