//! Base types: who is derived from whom, and how a page says so.

use super::{only, outlines};

fn types(files: &[(&str, &str)]) -> String {
    only(
        &outlines(files),
        &["type", "undescribed", "id:", "name:", "size:", "note", "warning"],
    )
}

#[test]
fn a_sentence_names_the_base() {
    let linked = "# pot resource type\n\nHolds soil. Inherits from [vessel](vessel.md).\n";
    let derived =
        "# jug resource type\n\nThis type derives from the `vessel` and holds water. It is a subtype of bottleKind.\n";
    let bare = "# tub resource type\n\nInherited from microsoft.graph.vessel, it holds a tree.\n";
    let prose = "# mug resource type\n\nInherits from the good taste of its maker.\n";
    let files = [
        (
            "beta/resources/vessel.md",
            "# vessel resource type\n\nAn abstract type for what holds something.\n",
        ),
        ("beta/resources/pot.md", linked),
        ("beta/resources/jug.md", derived),
        ("beta/resources/tub.md", bare),
        ("beta/resources/mug.md", prose),
    ];
    insta::assert_snapshot!(types(&files), @r"
    type jug (general) < bottleKind by Sentence :1
    type mug (general) :1
    type pot (general) < vessel by Sentence :1
    type tub (general) < vessel by Sentence :1
    type vessel (general), abstract :1
    ");
}

/// Where no sentence does, the annotation's `baseType` names it. A base of itself is none.
#[test]
fn the_annotation_names_the_base() {
    let page = |name: &str, base: &str| {
        format!(
            "# {name} resource type\n\n## JSON representation\n<!-- {{ \"blockType\": \"resource\", \"baseType\": \
             \"{base}\", \"abstract\": \"true\", \"@odata.type\": \"microsoft.graph.{name}\" }} -->\n```json\n{{}}\n```\n"
        )
    };
    let files = [
        ("beta/resources/pot.md", page("pot", "microsoft.graph.vessel")),
        ("beta/resources/vessel.md", page("vessel", "microsoft.graph.vessel")),
        ("beta/resources/jug.md", page("jug", "")),
    ];
    let files: Vec<(&str, &str)> = files.iter().map(|(path, page)| (*path, page.as_str())).collect();
    insta::assert_snapshot!(types(&files), @r"
    type jug (general), abstract :1
    type pot (general) < vessel by Annotation, abstract :1
    type vessel (general), abstract :1
    ");
}

/// "Inherited from [vessel](vessel.md)" in the rows tells as well; rows that name two declaring types do not.
#[test]
fn rows_name_the_base() {
    let page = |second: &str| {
        format!(
            "# pot resource type\n\n## Properties\n|Property|Type|Description|\n|:---|:---|:---|\n\
             |id|String|Number. Inherited from [vessel](vessel.md)|\n\
             |name|String|What it is called. Inherited from [{second}]({second}.md).|\n|size|Int32|In litres.|\n"
        )
    };
    insta::assert_snapshot!(types(&[("beta/resources/pot.md", &page("vessel"))]), @r#"
    type pot (general) < vessel by Rows :1
      id: String, from "vessel" :6
      name: String, from "vessel" :7
      size: Int32 :8
    "#);
    insta::assert_snapshot!(types(&[("beta/resources/pot.md", &page("thing"))]), @r#"
    type pot (general) :1
      id: String, from "vessel" :6
      name: String, from "thing" :7
      size: Int32 :8
    "#);
}

/// The base's page lists what is derived from it.
#[test]
fn the_page_of_the_base_lists_derived_types() {
    let vessel = "\
# vessel resource type

What holds something. The derived types are [pot](pot.md) and [jug](jug.md). See also [barrel](barrel.md).

## Derived types
|Type|Description|
|:---|:---|
|[tub](tub.md)|Holds a tree.|
";
    let files = [
        ("beta/resources/vessel.md", vessel),
        ("beta/resources/pot.md", "# pot resource type\n"),
        ("beta/resources/jug.md", "# jug resource type\n"),
        ("beta/resources/tub.md", "# tub resource type\n"),
        ("beta/resources/barrel.md", "# barrel resource type\n"),
    ];
    insta::assert_snapshot!(types(&files), @r"
    type barrel (general) :1
    type jug (general) < vessel by BasePage :1
    type pot (general) < vessel by BasePage :1
    type tub (general) < vessel by BasePage :1
    type vessel (general) :1
    ");
}

/// Types that inherit from each other in a ring end nowhere; nothing hangs.
#[test]
fn bases_in_a_ring() {
    let files = [
        (
            "beta/resources/pot.md",
            "# pot resource type\n\nInherits from [jug](jug.md).\n",
        ),
        (
            "beta/resources/jug.md",
            "# jug resource type\n\nInherits from [tub](tub.md).\n",
        ),
        (
            "beta/resources/tub.md",
            "# tub resource type\n\nInherits from [pot](pot.md).\n",
        ),
    ];
    insta::assert_snapshot!(types(&files), @r"
    type jug (general) < tub by Sentence :1
    type pot (general) < jug by Sentence :1
    type tub (general) < pot by Sentence :1
    ");
}
