//! One edit is told once, at the item that it is about.

use crate::kitchen::{Kitchen, shown};
use generator::diff::Changes;

const KETTLE: &str = "beta/resources/kettle.md";
const SHELF: &str = "beta/resources/shelf.md";
const LIST: &str = "beta/api/kettle-list.md";

/// The rules and the items of the changes that follow from no other one.
fn rules(changes: &Changes) -> String {
    let told = changes.changes.iter().filter(|change| !change.implied);
    let lines = told.map(|change| format!("{} {} {}", change.impact, change.rule.id(), change.item()));
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn operators_of_a_filter_that_had_none_are_nothing_new() {
    let with = |words: &str| Kitchen::new().edit(KETTLE, "`$filter` (`eq`)", words);
    let (any, some) = (with("`$filter`"), with("`$filter` (`eq`, `ne`)"));
    insta::assert_snapshot!(rules(&some.since(&any)), @"docs property-query-changed microsoft.graph.kettle/litres");
    let more = with("`$filter` (`eq`, `ne`), `$search`");
    insta::assert_snapshot!(rules(&more.since(&any)), @"additive property-query-changed microsoft.graph.kettle/litres");
}

#[test]
fn curly_quotes_require_nothing_else() {
    let with = |quote: &str| {
        let words = format!("How much it holds. Required if the house{quote}s kettle is big.");
        Kitchen::new().edit(KETTLE, "How much it holds.", &words)
    };
    insta::assert_snapshot!(rules(&with("\u{2019}").since(&with("'"))), @"docs property-docs-changed microsoft.graph.kettle/litres");
}

#[test]
fn a_route_with_a_new_option_is_the_option() {
    let after = Kitchen::new().edit(
        LIST,
        "GET /kitchen/kettles\n",
        "GET /kitchen/kettles\nGET /kitchen/kettles?broken=true\n",
    );
    insta::assert_snapshot!(rules(&after.changes()), @"additive route-added kettle-list/GET /kitchen/kettles?broken=true");
    let table = "## Query parameters\n|Parameter|Type|Description|\n|:---|:---|:---|\n|broken|Boolean|Also those.|\n\n## Request headers";
    let after = after.edit(LIST, "## Request headers", table);
    insta::assert_snapshot!(shown(&after.changes()), @r"
      docs route-added kettle-list/GET /kitchen/kettles?broken=true: - -> broken=true @->20
      docs parameter-added kettle-list/broken: - -> Edm.Boolean @->30
    additive query-option-added kettle-list/broken @->30
    minor: 0 breaking, 1 additive, 0 docs
    ");
}

#[test]
fn values_that_one_row_lists_follow_the_row() {
    let with = |cell: &str| Kitchen::new().edit(KETTLE, "|colour|String|", &format!("|colour|{cell}|"));
    let named = with("paint");
    insta::assert_snapshot!(rules(&named.changes()), @"breaking property-type-changed microsoft.graph.kettle/colour");
    insta::assert_snapshot!(rules(&Kitchen::new().since(&named)), @"breaking property-type-changed microsoft.graph.kettle/colour");
    let none = Kitchen::new().edit(KETTLE, "|colour|String|Possible values are: `red`, `steel`.|\n", "");
    insta::assert_snapshot!(rules(&named.since(&none)), @"additive property-added microsoft.graph.kettle/colour");
    let other = |kitchen: Kitchen| {
        kitchen.edit(
            SHELF,
            "|width|",
            "|colour|paint|Possible values are: `red`, `steel`.|\n|width|",
        )
    };
    insta::assert_snapshot!(rules(&other(named.clone()).since(&named)), @"additive property-added microsoft.graph.shelf/colour");
}

/// One table for each kind of kitchen. The rows say which permissions differ.
fn tables(labels: [&str; 2], second: &str) -> Kitchen {
    let table = |scope: &str| {
        format!("|Permission type|Permissions (from least to most privileged)|\n|:---|:---|\n|Application|{scope}|\n\n")
    };
    let [one, other] = labels;
    let text = format!(
        "## Permissions\n### {one}\n{}### {other}\n{}## Old",
        table("Kettle.Read.All"),
        table(second)
    );
    let page = Kitchen::new().page(LIST).replace("## Permissions", &text);
    let (start, rest) = page.split_once("## Old").unwrap();
    let (_, end) = rest.split_once("## HTTP request").unwrap();
    Kitchen::new().with(LIST, &format!("{start}## HTTP request{end}"))
}

#[test]
fn what_tables_are_for_is_told_only_where_they_say_nothing_else() {
    let before = tables(["For cafes", "For homes"], "Kettle.Read.All");
    let renamed = tables(["For cafes", "For flats"], "Kettle.Read.All");
    insta::assert_snapshot!(rules(&renamed.since(&before)), @"docs permission-groups-changed kettle-list/permissions");
    let other = tables(["For cafes", "For flats"], "Kettle.Heat.All");
    insta::assert_snapshot!(rules(&other.since(&before)), @"additive permissions-added kettle-list/application");
}

#[test]
fn a_route_that_is_gone_is_gone_from_its_table_too() {
    let before = tables(["For kitchen", "For users"], "Kettle.Read.All");
    let after = before.clone().edit(LIST, "GET /users/{id}/kettles\n", "");
    insta::assert_snapshot!(rules(&after.since(&before)), @"breaking route-removed kettle-list/GET /users/{id}/kettles");
}

#[test]
fn a_field_of_the_base_is_a_choice_as_long_as_there_are_kinds() {
    let base = " Inherits from [machine](machine.md).";
    let before = Kitchen::new()
        .edit(KETTLE, " Inherits from [appliance](appliance.md).", base)
        .edit(SHELF, "|width|", "|holds|[machine](machine.md)|The best one.|\n|width|");
    let after = before.clone().edit(KETTLE, base, "");
    let changes = after.since(&before);
    insta::assert_snapshot!(rules(&changes), @"breaking base-type-changed microsoft.graph.kettle");
    let mut paths = changes.changes[0].items.iter().map(|item| item.path.as_str());
    assert!(paths.any(|path| path == "beta::shelf::Shelf::holds"));
}

#[test]
fn fields_that_examples_show_of_a_type_without_a_page() {
    let with = |field: &str| {
        let example = format!(
            "## Example\n```http\nPOST https://graph.microsoft.com/beta/kitchen/kettles\nContent-Type: application/json\n\n\
             {{\"displayName\": \"Tea\", \"maker\": {{\"{field}\": \"Smith\"}}}}\n```\n\n## Response"
        );
        let row = "|maker|[maker](maker.md)|Who made it.|\n|litres|";
        let kitchen = Kitchen::new().edit(KETTLE, "|litres|", row);
        kitchen.edit("beta/api/kettle-create.md", "## Response", &example)
    };
    insta::assert_snapshot!(shown(&with("town").since(&with("name"))), @"
      docs examples-changed kettle-create: 1 (1 gone) -> 1 (1 new) @4>4
    breaking property-renamed maker/town: name -> town @27>27
    major: 1 breaking, 0 additive, 0 docs
    ");
}
