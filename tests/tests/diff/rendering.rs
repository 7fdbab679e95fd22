//! Changes as text.

use crate::kitchen::Kitchen;
use generator::diff::render::{Sides, markdown, text};
use generator::diff::{Changes, Impact};

const SHELF: &str = "beta/resources/shelf.md";

/// A shelf with so many more properties.
fn more(count: usize) -> Changes {
    let rows: String = (0..count).map(|at| format!("|board{at}|Int32|A board.|\n")).collect();
    Kitchen::new().edit(SHELF, "|id|String|Number.|\n", &rows).changes()
}

#[test]
fn colours_are_there_on_request_alone() {
    let changes = more(1);
    assert_eq!(changes.summary().breaking, 1);
    let coloured = text(&changes, &Sides::default(), true);
    assert!(
        coloured.contains("\u{1b}[31mbreaking\u{1b}[0m shelf: property id removed"),
        "{coloured}"
    );
    let plain = text(&changes, &Sides::default(), false);
    assert!(
        !plain.contains('\u{1b}') && plain.contains("breaking shelf: property id removed"),
        "{plain}"
    );
}

#[test]
fn a_long_section_is_folded_and_a_very_long_one_is_cut() {
    let short = markdown(&more(3), &Sides::default());
    assert!(
        !short.contains("<details>") && short.contains("### Additions"),
        "{short}"
    );
    let long = markdown(&more(30), &Sides::default());
    assert!(
        long.contains("<details>\n<summary>Additions: 30</summary>\n\n- beta"),
        "{long}"
    );
    let changes = more(2000);
    assert_eq!(
        changes
            .changes
            .iter()
            .filter(|change| change.impact == Impact::Additive)
            .count(),
        2000
    );
    let cut = markdown(&changes, &Sides::default());
    assert!(cut.len() < 65_536 && cut.contains("\n- and 1"), "{}", cut.len());
}

#[test]
fn parts_of_what_is_new_are_counted_and_not_shown() {
    let page = "# mug resource type\n\n## Properties\n|Property|Type|Description|\n|:---|:---|:---|\n|id|String|Number.|\n|size|Int32|Big.|\n";
    let changes = Kitchen::new().with("beta/resources/mug.md", page).changes();
    insta::assert_snapshot!(text(&changes, &Sides::default(), false), @r"
    beta general mug
      additive type mug added (with 2 parts)  [type-added microsoft.graph.mug  beta/resources/mug.md:1]

    minor: 0 breaking, 1 additive, 0 docs
    ");
    insta::assert_snapshot!(markdown(&changes, &Sides::default()), @r"
    **minor: 0 breaking, 1 additive, 0 docs**

    ### Additions

    - beta `general` `mug`
      - type `mug` added (with 2 parts)
    ");
}

/// Members are named with the part that each has for itself, and each says what to do.
#[test]
fn the_same_change_of_several_properties_names_each() {
    let changes = Kitchen::new()
        .edit(SHELF, "|id|String|", "|id|Duration|")
        .edit(
            "beta/resources/kettle.md",
            "|displayName|String|",
            "|displayName|Duration|",
        )
        .changes();
    insta::assert_snapshot!(text(&changes, &Sides::default(), false), @r"
                  breaking  additive      docs
    beta kitchen         1         0         0
    beta pantry          1         0         0

    beta kitchen kettle
      breaking 2 items: type Edm.String -> Edm.Duration (kettle/displayName, shelf/id)  [property-type-changed microsoft.graph.kettle/displayName  beta/resources/kettle.md:13]
               beta::kettle::Kettle::display_name is now Option<rt::Duration>
               beta::shelf::Shelf::id is now Option<rt::Duration>

    major: 2 breaking, 0 additive, 0 docs
    ");
}

#[test]
fn several_routes_are_named_by_their_first() {
    let routes = "GET /kitchen/kettles\nGET /users/{id}/kettles\n";
    let changes = Kitchen::new()
        .edit("beta/api/kettle-list.md", routes, "GET /pans\nGET /pots\n")
        .changes();
    insta::assert_snapshot!(text(&changes, &Sides::default(), false), @r"
    beta kitchen kettle
      breaking kettle-list: calls GET /pans and 1 more instead of GET /kitchen/kettles and 1 more  [route-replaced kettle-list/GET /pans  beta/api/kettle-list.md:19]
               beta::kettle::In::users is gone
               beta::kettle::list makes another call
               beta::kettle::In::kitchen is gone
               and 1 more item

    major: 1 breaking, 0 additive, 0 docs
    ");
}
