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
    insta::assert_snapshot!(rules(&after.changes()), @"docs route-added kettle-list/GET /kitchen/kettles?broken=true");
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
fn a_type_that_only_a_row_names_follows_the_row() {
    let row = "|maker|[maker](maker.md)|Who made it.|\n|litres|";
    let named = Kitchen::new().edit(KETTLE, "|litres|", row);
    insta::assert_snapshot!(rules(&named.changes()), @"additive property-added microsoft.graph.kettle/maker");
    insta::assert_snapshot!(rules(&Kitchen::new().since(&named)), @"breaking property-removed microsoft.graph.kettle/maker");
    let text = named.clone().edit(KETTLE, "[maker](maker.md)", "String");
    insta::assert_snapshot!(paths(&text.since(&named)), @"breaking property-type-changed: kettle::Kettle::maker maker::Maker");
}

#[test]
fn what_a_new_page_names_follows_the_page() {
    let oven = "# oven resource type\n\nIt bakes.\n\n## Properties\n|Property|Type|Description|\n|:---|:---|:---|\n\
                |maker|[maker](maker.md)|Who made it.|\n|glow|ovenGlow|Possible values are: `red`, `none`.|\n";
    let with = Kitchen::new().with("beta/resources/oven.md", oven);
    insta::assert_snapshot!(rules(&with.changes()), @"additive type-added microsoft.graph.oven");
    insta::assert_snapshot!(rules(&Kitchen::new().since(&with)), @"breaking type-removed microsoft.graph.oven");
    let page = "# Get smell\n\n## HTTP request\n```http\nGET /kitchen/smell\n```\n\n## Response\n\
                `200 OK` and a [smell](../resources/smell.md) object.\n";
    let with = Kitchen::new().with("beta/api/smell-get.md", page);
    insta::assert_snapshot!(rules(&with.changes()), @"additive operation-added smell-get");
}

#[test]
fn what_a_call_returns_instead_follows_the_call() {
    let after = Kitchen::new().edit(LIST, "[kettle](../resources/kettle.md)", "[mug](../resources/mug.md)");
    insta::assert_snapshot!(rules(&after.changes()), @"breaking response-changed kettle-list/response");
}

#[test]
fn the_values_of_a_renamed_property_follow_it() {
    let row = |name: &str| {
        format!(
            "|{name}|String|What it looks like when it stands in the kitchen. Possible values are: `red`, `steel`.|"
        )
    };
    let with = |name: &str| {
        Kitchen::new().edit(
            KETTLE,
            "|colour|String|Possible values are: `red`, `steel`.|",
            &row(name),
        )
    };
    insta::assert_snapshot!(rules(&with("paint").since(&with("colour"))), @"breaking property-renamed microsoft.graph.kettle/paint");
}

/// Another row that uses the enum is why there is more of it.
#[test]
fn a_feature_that_an_enum_gains_says_nothing_about_a_row() {
    let with = |row: &str| Kitchen::new().edit(SHELF, "|width|", &format!("{row}|width|"));
    let (old, new) = (
        "|state|[kettleState](kettlestate.md)|What it does at this very moment.|",
        "|state|[kettleState](kettlestate.md)|What it is.|",
    );
    let after = with("|heat|[kettleState](kettlestate.md)|How hot.|\n").edit(KETTLE, old, new);
    insta::assert_snapshot!(rules(&after.changes()), @r"
    docs property-docs-changed microsoft.graph.kettle/state
    additive property-added microsoft.graph.shelf/heat
    ");
}

#[test]
fn values_in_a_section_of_the_page_follow_the_row() {
    let section = "## Relationships";
    let values = "### colour values\n|Member|Description|\n|:---|:---|\n|red|Like a rose.|\n|steel|Like a knife.|\n\n## Relationships";
    let plain = Kitchen::new().edit(KETTLE, "Possible values are: `red`, `steel`.", "Outside.");
    let named = plain
        .clone()
        .edit(KETTLE, "|colour|String|", "|colour|[colour](#colour-values)|")
        .edit(KETTLE, section, values);
    insta::assert_snapshot!(rules(&named.since(&plain)), @"breaking property-type-changed microsoft.graph.kettle/colour");
}

/// What holds the type holds a choice of its kinds no longer, although the type has lost its own base as well.
#[test]
fn kinds_are_told_by_kinds() {
    let lost = " Inherits from [appliance](appliance.md).";
    let before = Kitchen::new()
        .edit(
            "beta/resources/appliance.md",
            "does something.",
            "does something. Inherits from [thing](thing.md).",
        )
        .edit(
            SHELF,
            "|width|",
            "|holds|[appliance](appliance.md)|The best one.|\n|width|",
        );
    let after = before
        .clone()
        .edit("beta/resources/appliance.md", " Inherits from [thing](thing.md).", "")
        .edit(KETTLE, lost, "");
    let changes = after.since(&before);
    let kinds = changes
        .changes
        .iter()
        .find(|change| change.rule.id() == "type-kinds-removed")
        .unwrap();
    assert!(
        kinds.items.iter().any(|item| item.path == "beta::shelf::Shelf::holds"),
        "{}",
        paths(&changes)
    );
    let of_base = |change: &&generator::diff::Change| {
        change.item() == "microsoft.graph.appliance" && change.rule.id() == "base-type-changed"
    };
    let base = changes.changes.iter().find(of_base).unwrap();
    assert_eq!(base.items, []);
}

#[test]
fn another_value_of_an_option_is_another_example() {
    let with = |query: &str| {
        Kitchen::new().edit(
            LIST,
            "GET /kitchen/kettles\n",
            &format!("GET /kitchen/kettles?{query}\n"),
        )
    };
    let (one, two) = (
        with("$filter={name} eq '{value}'"),
        with("$filter={name} eq '{value}'&{other}"),
    );
    insta::assert_snapshot!(rules(&two.since(&one)), @"docs route-query-changed kettle-list/GET /kitchen/kettles?$filter={name} eq '{value}'&{other}");
    let search = with("$search={name} eq '{value}'");
    insta::assert_snapshot!(rules(&search.since(&one)), @"breaking route-query-changed kettle-list/GET /kitchen/kettles?$search={name} eq '{value}'");
}

/// The example still shows a kettle, and so does the function.
#[test]
fn one_sentence_about_the_response_is_one_change() {
    let create = "beta/api/kettle-create.md";
    let example = "\n## Example\n### Response\n<!-- { \"blockType\": \"response\", \"@odata.type\": \"microsoft.graph.kettle\" } -->\n\
                   ```http\nHTTP/1.1 201 Created\n\n{\"displayName\": \"Tea\"}\n```\n";
    let sentence = "`201 Created` response code and a [kettle](../resources/kettle.md) object in the response body";
    let page = format!("{}{example}", Kitchen::new().page(create));
    let before = Kitchen::new().with(create, &page);
    let after = before.clone().edit(create, sentence, "`204 No Content` response code");
    insta::assert_snapshot!(rules(&after.since(&before)), @"docs response-changed kettle-create/response");
}

#[test]
fn a_default_of_nothing_is_told_once() {
    let with = |words: &str| Kitchen::new().edit(KETTLE, "How much it holds.", words);
    let after = with("How much it holds. Default is null.");
    insta::assert_snapshot!(rules(&after.changes()), @"docs property-nullable-changed microsoft.graph.kettle/litres");
}

#[test]
fn a_type_whose_values_a_row_lists_now_is_that_enum() {
    let with = |words: &str| {
        let row = format!("|metal|kettleMetal|{words}|\n|litres|");
        Kitchen::new().edit(KETTLE, "|litres|", &row)
    };
    let (without, listed) = (
        with("Of the can."),
        with("Of the can. Possible values are: `iron`, `tin`."),
    );
    insta::assert_snapshot!(paths(&listed.since(&without)), @"breaking enum-added: kettle::Kettle::metal kettle_metal::KettleMetal kettle_metal::KettleMetal::Iron kettle_metal::KettleMetal::Tin");
    insta::assert_snapshot!(paths(&without.since(&listed)), @"breaking enum-removed: kettle::Kettle::metal kettle_metal::KettleMetal kettle_metal::KettleMetal::Iron kettle_metal::KettleMetal::Tin");
}

#[test]
fn values_of_a_parameter_follow_its_row() {
    let boil = "beta/api/kettle-boil.md";
    let with = |kind: &str| {
        let row = format!("|drink|{kind}|Possible values are: `tea`, `soup`.|");
        Kitchen::new().edit(boil, "|drink|String|What they want to drink.|", &row)
    };
    let (named, text) = (with("hotDrink"), with("String"));
    insta::assert_snapshot!(rules(&text.since(&named)), @"breaking parameter-type-changed kettle-boil/drink");
}

#[test]
fn a_row_takes_along_what_it_says() {
    let before = Kitchen::new().edit(
        KETTLE,
        "Where it stands.",
        "Where it stands. Read-only. Deprecated. Use `place`.",
    );
    let json = "## JSON representation\n<!-- { \"blockType\": \"resource\", \"@odata.type\": \"microsoft.graph.kettle\" } -->\n\
                ``` json\n{\"shelf\": {\"@odata.type\": \"microsoft.graph.shelf\"}}\n```\n\n## Relationships";
    let before = before.edit(KETTLE, "## Relationships", json);
    let row = "|shelf|[shelf](shelf.md)|Where it stands. Read-only. Deprecated. Use `place`.|\n";
    let after = before.clone().edit(KETTLE, row, "");
    insta::assert_snapshot!(rules(&after.since(&before)), @"breaking property-section-changed microsoft.graph.kettle/shelf");
}

/// The block shows that the property was there; that it is read-only may be as old.
#[test]
fn the_first_row_of_a_property_asks_for_nothing_new() {
    let json = "## JSON representation\n<!-- { \"blockType\": \"resource\", \"@odata.type\": \"microsoft.graph.kettle\" } -->\n\
                ``` json\n{\"watts\": 1000}\n```\n\n## Relationships";
    let before = Kitchen::new().edit(KETTLE, "## Relationships", json);
    let after = before
        .clone()
        .edit(KETTLE, "|litres|", "|watts|Int32|Power. Read-only.|\n|litres|");
    insta::assert_snapshot!(rules(&after.since(&before)), @"docs property-read-only-changed microsoft.graph.kettle/watts");
}

/// The section says nothing about the type.
#[test]
fn what_an_example_tells_is_told_at_the_example() {
    let create = "beta/api/kettle-create.md";
    let sentence = " and a [kettle](../resources/kettle.md) object in the response body";
    let with = |name: &str| {
        let example = format!(
            "{}\n## Example\n### Response\n<!-- {{ \"blockType\": \"response\", \"@odata.type\": \"microsoft.graph.{name}\" }} -->\n\
             ```http\nHTTP/1.1 201 Created\n\n{{\"id\": \"7\"}}\n```\n",
            Kitchen::new().page(create).replace(sentence, "")
        );
        Kitchen::new().with(create, &example)
    };
    let changes = with("shelf").since(&with("kettle")).changes;
    let response = changes.iter().find(|change| change.rule.id() == "response-changed");
    let lines = response
        .and_then(|change| change.current.as_ref())
        .map(|place| place.line);
    assert_eq!(lines, Some(38), "{changes:#?}");
}

#[test]
fn places_move_with_the_module_of_their_type() {
    let after = Kitchen::new()
        .edit(KETTLE, "# kettle resource", "# boiler resource")
        .edit("beta/api/kettle-list.md", "[kettle]", "[boiler]")
        .edit("beta/api/kettle-create.md", "[kettle]", "[boiler]");
    let changes = after.changes();
    let unexplained = changes
        .changes
        .iter()
        .filter(|change| change.rule.id() == "function-changed");
    assert_eq!(unexplained.count(), 0, "{}", rules(&changes));
    assert!(paths(&changes).contains("kettle::In::users"), "{}", paths(&changes));
}

/// Each change that follows from no other one, with its items.
fn paths(changes: &Changes) -> String {
    let told = changes.changes.iter().filter(|change| !change.implied);
    let line = |change: &generator::diff::Change| {
        let items = change.items.iter().map(|item| item.path.trim_start_matches("beta::"));
        format!(
            "{} {}: {}",
            change.impact,
            change.rule.id(),
            items.collect::<Vec<_>>().join(" ")
        )
    };
    told.map(line).collect::<Vec<_>>().join("\n")
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
