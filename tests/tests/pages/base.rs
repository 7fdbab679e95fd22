//! Base types: who is derived from whom, and how a page says so.

use super::{only, outlines, resource};

fn types<C: AsRef<[u8]>>(files: &[(&str, C)]) -> String {
    only(
        &outlines(files),
        &["type", "undescribed", "name:", "size:", "note", "warning"],
    )
}

#[test]
fn a_sentence_names_the_base() {
    let linked = resource("pot", "Holds soil. Inherits from [vessel](vessel.md).");
    let derived = resource(
        "jug",
        "This type derives from the vessel and holds water. It is a subtype of bottleKind.",
    );
    let bare = resource("tub", "Inherited from microsoft.graph.vessel, it holds a tree.");
    let coded = resource("urn", "This type extends the `vessel`.");
    let prose = resource("mug", "Inherits from the good taste of its maker.");
    let files = [
        (
            "beta/resources/vessel.md",
            resource("vessel", "An abstract type for what holds something."),
        ),
        ("beta/resources/pot.md", linked),
        ("beta/resources/jug.md", derived),
        ("beta/resources/tub.md", bare),
        ("beta/resources/urn.md", coded),
        ("beta/resources/mug.md", prose),
    ];
    insta::assert_snapshot!(types(&files), @r"
    type jug (general) < bottleKind by Sentence :1
    type mug (general) :1
    type pot (general) < vessel by Sentence :1
    type tub (general) < vessel by Sentence :1
    type urn (general) < vessel by Sentence :1
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
      name: String, from "vessel" :7
      size: Int32 :8
    "#);
    insta::assert_snapshot!(types(&[("beta/resources/pot.md", &page("thing"))]), @r#"
    type pot (general) :1
      name: String, from "thing" :7
      size: Int32 :8
    "#);
}

/// The base's page lists what is derived from it.
#[test]
fn the_page_of_the_base_lists_derived_types() {
    let vessel = "\
What holds something. The derived types are [pot](pot.md) and [jug](jug.md). See also [barrel](barrel.md).

## Derived types
|Type|Description|
|:---|:---|
|[tub](tub.md)|Holds a tree.|
";
    let files = [
        ("beta/resources/vessel.md", resource("vessel", vessel)),
        ("beta/resources/pot.md", resource("pot", "")),
        ("beta/resources/jug.md", resource("jug", "")),
        ("beta/resources/tub.md", resource("tub", "")),
        ("beta/resources/barrel.md", resource("barrel", "")),
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
        ("beta/resources/pot.md", resource("pot", "Inherits from [jug](jug.md).")),
        ("beta/resources/jug.md", resource("jug", "Inherits from [tub](tub.md).")),
        ("beta/resources/tub.md", resource("tub", "Inherits from [pot](pot.md).")),
    ];
    insta::assert_snapshot!(types(&files), @r"
    type jug (general) < tub by Sentence :1
    type pot (general) < jug by Sentence :1
    type tub (general) < pot by Sentence :1
    ");
}
