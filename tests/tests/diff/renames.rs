//! Other names, and pages that move.

use crate::kitchen::Kitchen;

const KETTLE: &str = "beta/resources/kettle.md";
const SHELF: &str = "beta/resources/shelf.md";
const STATE: &str = "beta/resources/kettlestate.md";

#[test]
fn a_page_that_moves_is_no_change() {
    let kitchen = Kitchen::new().moved(STATE, "beta/resources/enums/kettlestate.md").edit(
        KETTLE,
        "(kettlestate.md)",
        "(enums/kettlestate.md)",
    );
    insta::assert_snapshot!(kitchen.shown(), @"no changes");
}

#[test]
fn an_operation_on_another_page_is_the_same_operation() {
    let kitchen = Kitchen::new().moved("beta/api/kettle-boil.md", "beta/api/kettle-heat.md");
    insta::assert_snapshot!(kitchen.shown(), @"
    docs operation-moved kettle-heat: microsoft.graph.kettle boil -> microsoft.graph.kettle heat @4>4
    patch: 0 breaking, 0 additive, 1 docs
    ");
}

#[test]
fn other_capitals() {
    let kitchen = Kitchen::new()
        .edit(KETTLE, "|displayName|", "|displayname|")
        .edit(SHELF, "# shelf resource", "# Shelf resource")
        .edit(STATE, "|idle|", "|Idle|");
    insta::assert_snapshot!(kitchen.shown(), @"
    breaking property-renamed kettle/displayname: displayName -> displayname @13>13
    breaking member-renamed kettleState/Idle: idle -> Idle @11>11
    docs type-docs-changed shelf: shelf resource type -> Shelf resource type @4>4
    major: 2 breaking, 0 additive, 1 docs
    ");
}

#[test]
fn a_property_with_another_name_and_the_same_description() {
    let kitchen = Kitchen::new().edit(KETTLE, "|displayName|", "|label|");
    insta::assert_snapshot!(kitchen.shown(), @r"
    breaking property-renamed kettle/label: displayName -> label @13>13
    major: 1 breaking, 0 additive, 0 docs
    ");
    let json = generator::diff::render::json(&kitchen.changes()).unwrap();
    let document: serde_json::Value = serde_json::from_str(&json).unwrap();
    let rows = document["changes"].as_array().unwrap().iter();
    let rows: Vec<_> = rows
        .map(|row| format!("{} {} {}", row["id"], row["change"], row["name"]))
        .collect();
    insta::assert_snapshot!(rows.join("\n"), @r#"
    "property-renamed" "removed" "displayName"
    "property-renamed" "added" "label"
    "#);
}

/// Too little is said to tell which is which.
#[test]
fn a_short_description_is_no_proof() {
    let kitchen = Kitchen::new().edit(SHELF, "|id|String|Number.|", "|number|String|Number.|");
    insta::assert_snapshot!(kitchen.shown(), @r"
    breaking property-removed shelf/id: Edm.String -> - @13>-
    additive property-added shelf/number: - -> Edm.String @->13
    major: 1 breaking, 1 additive, 0 docs
    ");
}

#[test]
fn a_type_with_another_name_on_the_same_page() {
    let kitchen = Kitchen::new().edit(SHELF, "# shelf resource", "# board resource").edit(
        KETTLE,
        "|shelf|[shelf](shelf.md)|",
        "|shelf|[board](shelf.md)|",
    );
    insta::assert_snapshot!(kitchen.shown(), @r"
    breaking type-renamed board: microsoft.graph.shelf -> microsoft.graph.board @4>4
    major: 1 breaking, 0 additive, 0 docs
    ");
}

#[test]
fn an_enum_with_another_name_and_the_same_members() {
    let kitchen = Kitchen::new()
        .edit(STATE, "# kettleState enum", "# kettlePhase enum")
        .edit(
            KETTLE,
            "|state|[kettleState](kettlestate.md)|",
            "|state|[kettlePhase](kettlestate.md)|",
        );
    insta::assert_snapshot!(kitchen.shown(), @r"
    breaking enum-renamed kettlePhase: microsoft.graph.kettleState -> microsoft.graph.kettlePhase @8>8
    major: 1 breaking, 0 additive, 0 docs
    ");
}

#[test]
fn a_member_and_a_parameter() {
    let kitchen = Kitchen::new()
        .edit(STATE, "|idle|", "|waiting|")
        .edit("beta/api/kettle-boil.md", "|cups|", "|mugs|");
    insta::assert_snapshot!(kitchen.shown(), @r"
    breaking parameter-renamed kettle-boil/mugs: cups -> mugs @18>18
    breaking member-renamed kettleState/waiting: idle -> waiting @11>11
    major: 2 breaking, 0 additive, 0 docs
    ");
}

/// What is said about kettles is said about boilers.
#[test]
fn texts_and_properties_follow_a_type_with_another_name() {
    let words = Kitchen::new().edit(SHELF, "# shelf resource", "# board resource").edit(
        KETTLE,
        "|shelf|[shelf](shelf.md)|Where it stands.|",
        "|board|[board](shelf.md)|The board on which it stands.|",
    );
    let before = Kitchen::new().edit(KETTLE, "Where it stands.", "The shelf on which it stands.");
    insta::assert_snapshot!(words.shown_since(&before), @r"
    breaking relationship-renamed kettle/board: shelf -> board @21>21
    breaking type-renamed board: microsoft.graph.shelf -> microsoft.graph.board @4>4
    major: 2 breaking, 0 additive, 0 docs
    ");
}

#[test]
fn a_member_with_its_number_and_its_few_words() {
    let kitchen = Kitchen::new().edit(STATE, "|heating|1|", "|warming|1|");
    insta::assert_snapshot!(kitchen.shown(), @r"
    breaking member-renamed kettleState/warming: heating -> warming @12>12
    major: 1 breaking, 0 additive, 0 docs
    ");
}

/// The page, its route and its heading have the new name; the rows and the words stay.
#[test]
fn an_action_with_another_name() {
    let (boil, heat) = ("beta/api/kettle-boil.md", "beta/api/kettle-heat.md");
    let after = Kitchen::new()
        .edit(boil, "# kettle: boil", "# kettle: heat")
        .edit(boil, "/{kettle-id}/boil", "/{kettle-id}/heat")
        .moved(boil, heat);
    insta::assert_snapshot!(after.shown(), @r"
      breaking operation-moved kettle-heat: microsoft.graph.kettle boil -> microsoft.graph.kettle heat @4>4
    breaking route-replaced kettle-heat/POST /kitchen/kettles/{kettle-id}/heat: POST /kitchen/kettles/{kettle-id}/boil -> POST /kitchen/kettles/{kettle-id}/heat @12>12
    major: 1 breaking, 0 additive, 0 docs
    ");
    let other = after
        .edit(heat, "|cups|", "|litres|")
        .edit(heat, "Boils water.", "It gets hot.");
    let rules = other.changes().changes;
    let rules: Vec<&str> = rules
        .iter()
        .filter(|change| !change.implied)
        .map(|change| change.rule.id())
        .collect();
    assert_eq!(rules, ["operation-removed", "operation-added"]);
}

/// No page describes either of them: the page of the call lists what they have.
#[test]
fn another_type_that_only_a_call_describes() {
    let create = "beta/api/kettle-create.md";
    let with = |name: &str, row: &str| {
        let text = format!(
            "supply a JSON representation of a [{name}](../resources/{name}.md) object.\n\n\
             |Property|Type|Description|\n|:---|:---|:---|\n{row}\n"
        );
        Kitchen::new().edit(
            create,
            "supply a JSON representation of a [kettle](../resources/kettle.md) object.",
            &text,
        )
    };
    let before = with("samovar", "|taps|Int32|How many taps it has.|");
    let after = with("thermos", "|warm|Duration|How long it stays warm.|");
    let changes = after.since(&before).changes;
    let rules: Vec<&str> = changes
        .iter()
        .filter(|change| !change.implied)
        .map(|change| change.rule.id())
        .collect();
    assert!(
        !rules.contains(&"type-renamed") && rules.contains(&"body-changed"),
        "{rules:?}"
    );
}
