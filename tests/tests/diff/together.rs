//! Several things at once, and edits that only look like more than they are.

use crate::kitchen::{Kitchen, shown};
use generator::diff::Changes;
use generator::diff::render::{Sides, text};

const KETTLE: &str = "beta/resources/kettle.md";
const STATE: &str = "beta/resources/kettlestate.md";
const LIST: &str = "beta/api/kettle-list.md";
const BOIL: &str = "beta/api/kettle-boil.md";

/// Impact, rule and item of what follows from nothing else.
fn rules(changes: &Changes) -> String {
    let told = changes.changes.iter().filter(|change| !change.implied);
    let lines = told.map(|change| format!("{} {} {}", change.impact, change.rule.id(), change.item()));
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn a_number_with_another_name_may_be_finer() {
    let finer = Kitchen::new().edit(KETTLE, "|litres|Int32|", "|volume|Double|");
    insta::assert_snapshot!(shown(&finer.changes()), @"
      breaking property-type-changed kettle/volume: Edm.Int32 -> Edm.Double @14>14
    breaking property-renamed kettle/volume: litres -> volume @14>14
    major: 1 breaking, 0 additive, 0 docs
    ");
    // Text is something else.
    let other = Kitchen::new().edit(KETTLE, "|litres|Int32|", "|volume|String|");
    insta::assert_snapshot!(rules(&other.changes()), @"
    breaking property-removed microsoft.graph.kettle/litres
    additive property-added microsoft.graph.kettle/volume
    ");
}

#[test]
fn a_parameter_with_another_name_is_required_now() {
    let before = Kitchen::new().edit(
        BOIL,
        "How many people want tea.",
        "For how many thirsty people there should be tea.",
    );
    let after = before.clone().edit(BOIL, "|cups|Int32|", "|mugs|Int32|").edit(
        BOIL,
        "should be tea.",
        "should be tea. Required.",
    );
    insta::assert_snapshot!(rules(&after.since(&before)), @"
    breaking parameter-required-changed kettle-boil/mugs
    breaking parameter-renamed kettle-boil/mugs
    ");
}

#[test]
fn the_same_words_decide_between_items_that_are_alike() {
    let with = |first: &str, second: &str| {
        let rows = format!(
            "|{first}|String|Who has bought the kettle of the house.|\n|{second}|String|Who has sold the kettle of the house.|\n|litres|"
        );
        Kitchen::new().edit(KETTLE, "|litres|", &rows)
    };
    insta::assert_snapshot!(rules(&with("buyer", "seller").since(&with("boughtBy", "soldBy"))), @"
    breaking property-renamed microsoft.graph.kettle/buyer
    breaking property-renamed microsoft.graph.kettle/seller
    ");
}

#[test]
fn values_follow_a_type_with_another_name_and_have_changed_themselves() {
    let before = Kitchen::new().edit(
        "beta/resources/shelf.md",
        "|id|String|Number.|",
        "|paint|String|Possible values are: `white`, `oak`.|",
    );
    let after = before
        .clone()
        .edit("beta/resources/shelf.md", "# shelf resource", "# board resource")
        .edit(KETTLE, "|shelf|[shelf](shelf.md)|", "|shelf|[board](shelf.md)|")
        .edit("beta/resources/shelf.md", "`oak`", "`oak`, `pine`");
    insta::assert_snapshot!(rules(&after.since(&before)), @"
    additive member-added microsoft.graph.boardPaint/pine
    breaking type-renamed microsoft.graph.board
    ");
}

#[test]
fn values_that_follow_a_type_can_get_a_page() {
    let page = "---\nms.subservice: \"pantry\"\n---\n# boardPaint enum type\n\nNamespace: microsoft.graph\n\n## Members\n|Member|\n|:---|\n|white|\n|oak|\n|pine|\n";
    let before = Kitchen::new().edit(
        "beta/resources/shelf.md",
        "|id|String|Number.|",
        "|paint|String|Possible values are: `white`, `oak`.|",
    );
    let after = before
        .clone()
        .edit("beta/resources/shelf.md", "# shelf resource", "# board resource")
        .edit(KETTLE, "|shelf|[shelf](shelf.md)|", "|shelf|[board](shelf.md)|")
        .edit(
            "beta/resources/shelf.md",
            "|paint|String|Possible values are: `white`, `oak`.|",
            "|paint|[boardPaint](boardpaint.md)|The paint.|",
        )
        .with("beta/resources/boardpaint.md", page);
    insta::assert_snapshot!(rules(&after.since(&before)), @"
    additive member-added microsoft.graph.boardPaint/pine
    breaking type-renamed microsoft.graph.board
    breaking property-type-changed microsoft.graph.board/paint
    ");
}

#[test]
fn members_tell_the_capitals_of_values() {
    let words = |value: &str| {
        format!("What it does at this very moment. Possible values are: `{value}`, `heating`, `boiling`.")
    };
    let with = |value: &str| {
        let kitchen = Kitchen::new().edit(KETTLE, "What it does at this very moment.", &words(value));
        kitchen.edit(STATE, "|idle|", &format!("|{value}|"))
    };
    insta::assert_snapshot!(rules(&with("Idle").since(&with("idle"))), @"breaking member-renamed microsoft.graph.kettleState/Idle");
}

#[test]
fn a_list_of_values_gets_a_page() {
    let page = "---\nms.subservice: \"kitchen\"\n---\n# kettleColour enum type\n\nNamespace: microsoft.graph\n\n## Members\n|Member|\n|:---|\n|red|\n|steel|\n";
    let after = Kitchen::new()
        .edit(KETTLE, "|colour|String|", "|colour|[kettleColour](kettlecolour.md)|")
        .with("beta/resources/kettlecolour.md", page);
    insta::assert_snapshot!(rules(&after.changes()), @"docs property-type-changed microsoft.graph.kettle/colour");
}

#[test]
fn abstract_is_said_once() {
    let after = Kitchen::new().edit(
        "beta/resources/appliance.md",
        "does something.",
        "does something. This is an abstract type.",
    );
    insta::assert_snapshot!(rules(&after.changes()), @"docs type-abstract-changed microsoft.graph.appliance");
}

#[test]
fn capitals_of_permissions_and_routes_are_docs() {
    let after = Kitchen::new().edit(LIST, "Kettle.ReadWrite.All", "Kettle.Readwrite.All");
    insta::assert_snapshot!(rules(&after.changes()), @"docs permission-docs-changed kettle-list/delegated, work or school account");
    let after = Kitchen::new().edit(BOIL, "/boil\n", "/Boil\n").changes();
    insta::assert_snapshot!(rules(&after), @"docs route-placeholders-changed kettle-boil/POST /kitchen/kettles/{kettle-id}/Boil");
    let told = text(&after, &Sides::default(), false);
    assert!(told.contains("capitals") && !told.contains("placeholders /"), "{told}");
}

/// What a program needs at least is the same.
#[test]
fn another_permission_of_those_that_open_more() {
    let after = Kitchen::new().edit(LIST, "Kettle.ReadWrite.All", "Pot.ReadWrite.All");
    insta::assert_snapshot!(rules(&after.changes()), @"additive permissions-added kettle-list/delegated, work or school account");
}
