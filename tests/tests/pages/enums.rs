//! Enums on pages of their own and in sections.

use super::{outline, outlines};

/// Today's enum pages.
#[test]
fn an_enum_page() {
    let page = r#"---
title: "soilKind enum type"
doc_type: enumPageType
ms.subservice: "gardening"
---

# soilKind enum type

Namespace: microsoft.graph

What a bed is filled with.

## Members
|Member|Value|Description|
|:---|:---|:---|
|sand|0|Lets water through.|
|clay|1|Holds water.|
|ash|-1|Deprecated. Use `sand` instead.|
|unknownFutureValue|99|Reserved.|
"#;
    insta::assert_snapshot!(outline("beta/resources/soilkind.md", page), @r#"
    enum soilKind (gardening), Page, evolvable :13
      sand = 0 :16
      clay = 1 :17
      ash = -1, deprecated "Deprecated. Use sand instead." :18
      unknownFutureValue = 99 :19
    "#);
}

/// Members without numbers, without descriptions, with a column under another name.
#[test]
fn member_tables_in_other_layouts() {
    let names_only = "# soilKind enum type\n\n## Members\n|Member|\n|:---|\n|sand|\n|clay|\n";
    let values = "# leafKind values\n\n|Value|Description|\n|:---|:---|\n|round|Like a coin.|\n|long|Like a lance.|\n";
    let pipes = "# rootKind enumeration\n\n## Members\nMember | Value | Description\n--- | --- | ---\ndeep | 0 | Far down.\nflat | 1 | Near the top.\n";
    let files = [
        ("beta/resources/soilkind.md", names_only),
        ("beta/resources/leafkind.md", values),
        ("beta/resources/rootkind.md", pipes),
    ];
    insta::assert_snapshot!(outlines(&files), @r"
    enum leafKind (general), Page :1
      round :5
      long :6
    enum rootKind (general), Page :3
      deep = 0 :6
      flat = 1 :7
    enum soilKind (general), Page :3
      sand :6
      clay :7
    ");
}

/// Names and numbers of members; the forms of a name are those of any row.
#[test]
fn member_names_and_numbers() {
    let page = "\
# paperSize enum type

## Members
|Member|Value|Description|
|:---|:---|:---|
|**A4**|0|Bold.|
|JIS B4|2|A blank inside.|
|A7 (deprecated)|4|With a note.|
|A4|7|Again.|
||8|No name.|
|A10|ten|No number.|
|A11|0x0B|Hexadecimal.|
|A12|1,200|Grouped.|
|A13|1 << 4|Shifted.|
";
    insta::assert_snapshot!(outline("beta/resources/papersize.md", page), @r#"
    enum paperSize (general), Page, flags :3
      A4 = 0 :6
      JIS B4 = 2 :7
      A7 = 4, deprecated "Deprecated." :8
      A10 :11
      A11 = 11 :12
      A12 = 1200 :13
      A13 = 16 :14
    1 Member unread: listed twice
    1 Member unread: no name
    "#);
}

/// One page with many enums, each in its section; other tables on it are none.
#[test]
fn a_page_of_many_enums() {
    let page = "\
# Garden enums

Enums that several resources share.

## Enums

### soilKind values
|Member|Value|Description|
|:---|:---|:---|
|sand|0|Lets water through.|
|clay|1|Holds water.|

### toolState values

|Value|Description|
|:---|:---|
|clean|As it should be.|
|dirty|As it is.|

### See also
|Value|Description|
|:---|:---|
|nothing|No enum.|
";
    insta::assert_snapshot!(outline("beta/resources/enums-garden.md", page), @r"
    enum soilKind (general), Section :7
      sand = 0 :10
      clay = 1 :11
    enum toolState (general), Section :13
      clean :17
      dirty :18
    ");
}

#[test]
fn flags() {
    let page = |text: &str| {
        format!(
            "# workDays enum type\n\n{text}\n\n## Members\n|Member|Value|Description|\n|:---|:---|:---|\n|monday|1|First.|\n|tuesday|2|Second.|\n|friday|16|Last.|\n"
        )
    };
    let says = page("This is a multi-valued enumeration: days can be put together.");
    insta::assert_snapshot!(outline("beta/resources/workdays.md", &says), @r"
    enum workDays (general), Page, flags :5
      monday = 1 :8
      tuesday = 2 :9
      friday = 16 :10
    ");
}

/// A type that says it is an enum in `doc_type` only, or says something wrong there: the page itself decides.
#[test]
fn a_doc_type_that_is_wrong() {
    let page =
        "---\ndoc_type: enumTypes\n---\n# soilKind enum type\n\n## Members\n|Member|Value|\n|:---|:---|\n|sand|0|\n";
    let api_in_resources = "---\ndoc_type: \"apiPageType\"\n---\n# bed resource type\n\n## Properties\n|Property|Type|\n|:---|:---|\n|soil|[soilKind](soilkind.md)|\n";
    let files = [
        ("beta/resources/soilkind.md", page),
        ("beta/resources/bed.md", api_in_resources),
    ];
    insta::assert_snapshot!(outlines(&files), @r"
    type bed (general) :4
      soil: soilKind :9
    enum soilKind (general), Page :6
      sand = 0 :9
    ");
}

/// An enum that is described on its own page and in a section: the page wins.
#[test]
fn an_enum_described_twice() {
    let page = "# soilKind enum type\n\n## Members\n|Member|Value|\n|:---|:---|\n|sand|0|\n|clay|1|\n";
    let section = "# Garden enums\n\n### soilKind values\n|Member|\n|:---|\n|sand|\n|clay|\n|peat|\n";
    let files = [
        ("beta/resources/enums.md", section),
        ("beta/resources/soilkind.md", page),
    ];
    insta::assert_snapshot!(outlines(&files), @r"
    enum soilKind (general), Page :3
      sand = 0 :6
      clay = 1 :7
    ");
}

/// A row of a property of the enum names what its table lacks; a list of other values is that of another enum.
#[test]
fn a_member_that_only_a_row_names() {
    let page = "\
# bed resource type

## Properties
|Property|Type|Description|
|:---|:---|:---|
|soil|soilKind|Possible values are: `sand`, `Clay`, `peat`, `sands`, `unknownFutureValue`.|
|cover|soilKind|Possible values are: `glass`, `foil`, `sand`.|
|path|soilKind|Possible values are: `sand`, `clay`, `crushed stone`.|

### soilKind values
|Member|Value|
|:---|:---|
|sand|0|
|clay|1|
";
    insta::assert_snapshot!(outline("beta/resources/bed.md", page), @r"
    type bed (general) :1
      soil: soilKind, values sand | Clay | peat | sands | unknownFutureValue :6
      cover: soilKind, values glass | foil | sand | unknownFutureValue :7
      path: soilKind, values sand | clay | crushed stone | unknownFutureValue :8
    enum soilKind (general), Section, evolvable :10
      sand = 0 :13
      clay = 1 :14
      peat :6
      unknownFutureValue :6
    2 Member guessed: named by a row, not by the table
    2 InlineValues guessed: `unknownFutureValue` added from another place
    ");
}

/// Shifts and powers, and names and numbers in each other's column.
#[test]
fn numbers_as_bits_and_columns_the_wrong_way_round() {
    let page =
        |rows: &str| format!("# glaze enum type\n\n## Members\n|Member|Value|Description|\n|:--|:--|:--|\n{rows}");
    let read = |rows: &str| outline("beta/resources/glaze.md", &page(rows));
    insta::assert_snapshot!(read("|clear|1 shl 0|x|\n|matte|2^1|x|\n"), @r"
    enum glaze (general), Page, flags :3
      clear = 1 :6
      matte = 2 :7
    ");
    insta::assert_snapshot!(read("|0|clear|x|\n|1|matte|x|\n"), @"
    enum glaze (general), Page :3
      clear = 0 :6
      matte = 1 :7
    2 Member guessed: names and numbers stand in each other's column
    ");
    insta::assert_snapshot!(read("|0|clear|x|\n|matte|1|x|\n"), @r"
    enum glaze (general), Page :3
      0 :6
      matte = 1 :7
    ");
}

/// `## Values` over a list.
#[test]
fn members_in_a_list() {
    let page = "# glaze enum type\n\n## Values\n\nOne of these:\n\n- `clear`: It can be seen through.\n- **matte** - It shines not.\n- `old` (deprecated)\n- `bright` (1 << 4): It shines.\n";
    insta::assert_snapshot!(outline("beta/resources/glaze.md", page), @r#"
    enum glaze (general), Page :3
      clear :7
      matte :8
      old, deprecated "old (deprecated)" :9
      bright = 16 :10
    "#);
}

/// Words that name a member are about it, whether "(deprecated)" stands beside its name or not.
#[test]
fn members_whose_words_call_them_deprecated() {
    let page = "\
# soilKind enum type

## Members
|Member|Description|
|:---|:---|
|sand (deprecated)|Fine. The `sand` member will be deprecated. Going forward, use `grit`.|
|clay|Wet. The `sand` member is deprecated.|
|silt|The `silt` member is deprecated and will stop working.|
";
    let reading = tests::pages::read(&[("beta/resources/soilkind.md", page)]);
    let members = reading.model.schemas[0].enums[0].members.iter();
    let shown = members.map(|member| format!("{}: {}", member.name, member.deprecated.as_deref().unwrap_or("-")));
    insta::assert_snapshot!(shown.collect::<Vec<_>>().join("\n"), @"
    sand: The sand member will be deprecated. Going forward, use grit.
    clay: -
    silt: The silt member is deprecated and will stop working.
    ");
}

/// Members below a heading that is the type of a row, on pages about types and about calls.
#[test]
fn members_below_the_name_of_a_type() {
    let rows = "|Property|Type|Description|\n|:--|:--|:--|\n|kind|[lampKind](#lampkind)|N.|\n\n";
    let members = "### lampKind\n\n|Value|Description|\n|:--|:--|\n|led|Cold.|\n|gas|Hot.|\n\n### Sizes\n\n|Name|Meaning|\n|:--|:--|\n|small|N.|\n";
    let resource = format!("# lamp resource type\n\n## Properties\n\n{rows}{members}");
    insta::assert_snapshot!(outline("beta/resources/lamp.md", &resource), @r"
    type lamp (general) :1
      kind: lampKind :7
    enum lampKind (general), Section :9
      led :13
      gas :14
    1 Property unread: table without a name and a type column
    ");
    let call = format!(
        "# lamp: light\n\n## HTTP request\n```http\nPOST /lamps/{{id}}/light\n```\n\n## Request body\n\nSupply the following parameters.\n\n{}{members}",
        rows.replace("Property", "Parameter")
    );
    insta::assert_snapshot!(outline("beta/api/lamp-light.md", &call), @r"
    enum lampKind (lamps), Section :16
      led :20
      gas :21
    operation lamp light (lamps) :1
      POST /lamps/{id}/light :5
      body kind: lampKind :14
      body: parameters
    1 PermissionTable unread: no permission section
    2 Parameter unread: table that lists no parameters
    1 Response unread: no type named
    ");
}
