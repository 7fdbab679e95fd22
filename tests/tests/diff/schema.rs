//! Types, properties, relationships, enums, members.

use crate::kitchen::Kitchen;

const APPLIANCE: &str = "beta/resources/appliance.md";
const KETTLE: &str = "beta/resources/kettle.md";
const SHELF: &str = "beta/resources/shelf.md";
const STATE: &str = "beta/resources/kettlestate.md";

#[test]
fn nothing() {
    insta::assert_snapshot!(Kitchen::new().shown(), @"no changes");
}

#[test]
fn a_property_comes_and_another_goes() {
    let kitchen = Kitchen::new().edit(
        KETTLE,
        "|litres|Int32|How much it holds. Supports `$filter` (`eq`).|",
        "|watts|Int32|Power.|",
    );
    insta::assert_snapshot!(kitchen.shown(), @r"
    breaking property-removed kettle/litres: Edm.Int32 -> - @14>-
    additive property-added kettle/watts: - -> Edm.Int32 @->14
    major: 1 breaking, 1 additive, 0 docs
    ");
}

#[test]
fn a_new_required_property_breaks_those_who_send_it() {
    let row = "|id|String|Number.|\n|height|Double|From the floor. Required.|";
    let kitchen = Kitchen::new()
        .edit(KETTLE, "|litres|", "|watts|Int32|Power. Required.|\n|litres|")
        .edit(SHELF, "|id|String|Number.|", row);
    insta::assert_snapshot!(kitchen.shown(), @r"
    breaking property-added kettle/watts: - -> Edm.Int32, required @->14
    additive property-added shelf/height: - -> Edm.Double @->14
    major: 1 breaking, 1 additive, 0 docs
    ");
}

#[test]
fn types_of_properties() {
    let kitchen = Kitchen::new()
        .edit(KETTLE, "|litres|Int32|", "|litres|Double|")
        .edit(SHELF, "|width|Double|", "|width|Decimal|")
        .edit(SHELF, "|loads|Int32 collection|", "|loads|Int32|");
    insta::assert_snapshot!(kitchen.shown(), @r"
    breaking property-type-changed kettle/litres: Edm.Int32 -> Edm.Double @14>14
    breaking property-type-changed shelf/loads: Collection(Edm.Int32) -> Edm.Int32 @15>15
    docs property-type-changed shelf/width: Edm.Double -> Edm.Decimal @14>14
    major: 2 breaking, 0 additive, 1 docs
    ");
}

#[test]
fn what_descriptions_state() {
    let kitchen = Kitchen::new()
        .edit(
            KETTLE,
            "What people in the house call it.",
            "What people in the house call it. Read-only. Not nullable.",
        )
        .edit(
            KETTLE,
            "Supports `$filter` (`eq`).",
            "Supports `$filter` (`eq`, `ne`). Returned only on `$select`.",
        )
        .edit(
            SHELF,
            "From left to right, in metres.",
            "From left to right, in metres. Deprecated. Use `size`.",
        );
    insta::assert_snapshot!(kitchen.shown(), @r"
    breaking property-read-only-changed kettle/displayName: - -> read-only @13>13
    docs property-nullable-changed kettle/displayName: - -> not nullable @13>13
    additive property-query-changed kettle/litres: $filter (eq) -> $filter (eq, ne) @14>14
    docs property-returned-changed kettle/litres: - -> returned only on $select @14>14
    additive property-deprecated shelf/width: - -> Deprecated. Use size. @14>14
    major: 1 breaking, 2 additive, 2 docs
    ");
}

#[test]
fn a_property_becomes_a_relationship() {
    let kitchen = Kitchen::new()
        .edit(KETTLE, "|shelf|[shelf](shelf.md)|Where it stands.|\n", "")
        .edit(
            KETTLE,
            "\n## Relationships",
            "|shelf|[shelf](shelf.md)|Where it stands.|\n\n## Relationships",
        );
    insta::assert_snapshot!(kitchen.shown(), @r"
    breaking property-section-changed kettle/shelf: relationship -> property @21>17
    major: 1 breaking, 0 additive, 0 docs
    ");
}

#[test]
fn values_of_a_string_are_members_of_its_enum() {
    let kitchen = Kitchen::new().edit(KETTLE, "`red`, `steel`", "`red`, `white`");
    insta::assert_snapshot!(kitchen.shown(), @r"
    breaking member-removed kettleColour/steel @15>-
    additive member-added kettleColour/white @->15
    major: 1 breaking, 1 additive, 0 docs
    ");
    let kitchen = Kitchen::new().edit(KETTLE, "Possible values are: `red`, `steel`.", "On the outside.");
    insta::assert_snapshot!(kitchen.shown(), @r"
    breaking property-values-changed kettle/colour: microsoft.graph.kettleColour -> - @15>15
      breaking values-removed kettleColour @15>-
      breaking member-removed kettleColour/red @15>-
      breaking member-removed kettleColour/steel @15>-
    major: 1 breaking, 0 additive, 0 docs
    ");
}

#[test]
fn members() {
    let kitchen = Kitchen::new().edit(STATE, "|heating|1|It gets hot.|\n", "").edit(
        STATE,
        "|boiling|2|It is ready.|",
        "|boiling|3|It is ready.|\n|broken|4|Deprecated. Nothing.|",
    );
    insta::assert_snapshot!(kitchen.shown(), @r"
    docs member-value-changed kettleState/boiling: 2 -> 3 @13>12
    additive member-added kettleState/broken: - -> 4 @->13
    breaking member-removed kettleState/heating: 1 -> - @12>-
    major: 1 breaking, 1 additive, 1 docs
    ");
}

#[test]
fn an_enum_becomes_a_set_of_flags() {
    let kitchen = Kitchen::new().edit(STATE, "## Members", "This is a multi-valued enumeration.\n\n## Members");
    insta::assert_snapshot!(kitchen.shown(), @r"
    breaking enum-flags-changed kettleState: one at a time -> several at once @8>10
    docs enum-docs-changed kettleState:  -> This is a multi-valued enumeration. @8>10
    major: 1 breaking, 0 additive, 1 docs
    ");
}

#[test]
fn types_come_and_go_with_their_properties() {
    let oven = "# oven resource type\n\nIt bakes.\n\n## Properties\n|Property|Type|Description|\n|:---|:---|:---|\n|heat|Int32|Degrees.|\n";
    let kitchen = Kitchen::new().without(SHELF).with("beta/resources/oven.md", oven);
    insta::assert_snapshot!(kitchen.shown(), @r"
    additive type-added oven @->1
      additive property-added oven/heat: - -> Edm.Int32 @->8
    breaking type-removed shelf @4>-
      breaking property-removed shelf/id: Edm.String -> - @13>-
      breaking property-removed shelf/loads: Collection(Edm.Int32) -> - @15>-
      breaking property-removed shelf/width: Edm.Double -> - @14>-
    major: 1 breaking, 1 additive, 0 docs
    ");
}

/// A field of the type `shelf` becomes a choice of its kinds.
#[test]
fn the_first_derived_type() {
    let rack = "---\nms.subservice: \"pantry\"\n---\n# rack resource type\n\nInherits from [shelf](shelf.md).\n\n## Properties\n\
                |Property|Type|Description|\n|:---|:---|:---|\n|bars|Int32|How many.|\n";
    let kitchen = Kitchen::new().with("beta/resources/rack.md", rack);
    insta::assert_snapshot!(kitchen.shown(), @r"
    additive type-added rack @->4
      additive property-added rack/bars: - -> Edm.Int32 @->11
    breaking type-kinds-added shelf @4>4
    major: 1 breaking, 1 additive, 0 docs
    ");
}

/// What nothing refers to has no choice of kinds.
#[test]
fn a_base_type_is_lost() {
    let lost = |kitchen: Kitchen| kitchen.edit(KETTLE, " Inherits from [appliance](appliance.md).", "");
    insta::assert_snapshot!(lost(Kitchen::new()).shown(), @r"
    breaking base-type-changed kettle: microsoft.graph.appliance -> - @4>4
    major: 1 breaking, 0 additive, 0 docs
    ");
    let row = "|holds|[appliance](appliance.md)|The best one.|\n|width|";
    let referred = Kitchen::new().edit(SHELF, "|width|", row);
    insta::assert_snapshot!(lost(referred.clone()).shown_since(&referred), @r"
    breaking type-kinds-removed appliance @4>4
    breaking base-type-changed kettle: microsoft.graph.appliance -> - @4>4
    major: 2 breaking, 0 additive, 0 docs
    ");
}

/// The choice of kinds goes with the last field that has it.
#[test]
fn a_row_takes_the_choice_of_kinds_along() {
    let row = "|holds|[appliance](appliance.md)|The best one.|\n";
    let referred = Kitchen::new().edit(SHELF, "|width|", &format!("{row}|width|"));
    insta::assert_snapshot!(Kitchen::new().shown_since(&referred), @r"
    breaking property-removed shelf/holds: microsoft.graph.appliance -> - @14>-
    major: 1 breaking, 0 additive, 0 docs
    ");
}

#[test]
fn a_property_that_moves_to_the_base_or_from_it_is_told_there() {
    let row = "|displayName|String|What people in the house call it.|\n";
    let moved = Kitchen::new()
        .edit(KETTLE, row, "")
        .edit(APPLIANCE, "|bought|", &format!("{row}|bought|"));
    insta::assert_snapshot!(moved.shown(), @r"
    additive property-added appliance/displayName: - -> Edm.String @->14
      docs property-removed kettle/displayName: Edm.String -> - @13>-
    minor: 0 breaking, 1 additive, 0 docs
    ");
    insta::assert_snapshot!(Kitchen::new().shown_since(&moved), @r"
    breaking property-removed appliance/displayName: Edm.String -> - @14>-
      docs property-added kettle/displayName: - -> Edm.String @->13
    major: 1 breaking, 0 additive, 0 docs
    ");
}

#[test]
fn a_page_of_another_area() {
    let kitchen = Kitchen::new().edit(SHELF, "pantry", "cellar");
    insta::assert_snapshot!(kitchen.shown(), @r"
    breaking type-area-changed shelf: pantry -> cellar @4>4
    major: 1 breaking, 0 additive, 0 docs
    ");
}

#[test]
fn a_version_comes_with_everything_in_it() {
    let page =
        "# mug resource type\n\n## Properties\n|Property|Type|Description|\n|:---|:---|:---|\n|id|String|Number.|\n";
    insta::assert_snapshot!(Kitchen::new().with("v1.0/resources/mug.md", page).shown(), @r"
    additive type-added mug @->1
      additive property-added mug/id: - -> Edm.String @->6
    minor: 0 breaking, 1 additive, 0 docs
    ");
}

#[test]
fn other_words_are_docs() {
    let kitchen = Kitchen::new()
        .edit(KETTLE, "Boils water for tea.", "Boils water.")
        .edit(KETTLE, "Where it stands.", "Where it is put.")
        .edit(STATE, "It gets hot.", "It becomes hot.");
    insta::assert_snapshot!(kitchen.shown(), @r"
    docs type-docs-changed kettle: Boils water for tea. Inherits from [appliance](https://learn.microsoft.com/graph/api/resources/appliance?view=graph-rest-beta). -> Boils water. Inherits from [appliance](https://learn.microsoft.com/graph/api/resources/appliance?view=graph-rest-beta). @4>4
    docs property-docs-changed kettle/shelf: Where it stands. -> Where it is put. @21>21
    docs member-docs-changed kettleState/heating: It gets hot. -> It becomes hot. @12>12
    patch: 0 breaking, 0 additive, 3 docs
    ");
}
