//! Which pages and types of two states are the same ones, and which items of the crate belong to which change.

use crate::kitchen::{Kitchen, shown};
use generator::diff::Changes;

/// A type of kettle. It repeats the rows of its base.
fn kind(name: &str, own: &str) -> String {
    format!(
        "# {name} resource type\n\nNamespace: microsoft.graph\n\nInherits from [appliance](appliance.md).\n\n## Properties\n\
         |Property|Type|Description|\n|:---|:---|:---|\n\
         |id|String|Number on the back. Inherited from [appliance](appliance.md).|\n\
         |bought|Date|The day on the bill. Inherited from [appliance](appliance.md).|\n{own}"
    )
}

/// The page that creates one of a kind, with the routes of all kinds.
fn create(name: &str) -> String {
    format!(
        "# Create {name}\n\nNamespace: microsoft.graph\n\nPuts it there.\n\n## HTTP request\n``` http\nPOST /kitchen/appliances\n```\n\n\
         ## Request body\nSupply a JSON representation of a [{name}](../resources/{name}.md) object.\n\n\
         ## Response\nIf successful, this method returns a `201 Created` response code and a [{name}](../resources/{name}.md) object \
         in the response body.\n"
    )
}

fn with_kind(kitchen: Kitchen, name: &str, own: &str) -> Kitchen {
    kitchen
        .with(&format!("beta/resources/{name}.md"), &kind(name, own))
        .with(&format!("beta/api/{name}-create.md"), &create(name))
}

/// The rules and the items of the changes that follow from no other one.
fn rules(changes: &Changes) -> String {
    let told = changes.changes.iter().filter(|change| !change.implied);
    let lines = told.map(|change| format!("{} {} {}", change.impact, change.rule.id(), change.item()));
    lines.collect::<Vec<_>>().join("\n")
}

/// The paths of the items of a change.
fn items(changes: &Changes, name: &str) -> String {
    let change = changes
        .changes
        .iter()
        .find(|change| change.item().ends_with(name))
        .unwrap();
    let items = change.items.iter().map(|item| item.path.trim_start_matches("beta::"));
    format!("{}: {}", change.impact, items.collect::<Vec<_>>().join(" "))
}

#[test]
fn kinds_of_one_base_are_not_renamed_into_each_other() {
    let both = with_kind(Kitchen::new(), "toaster", "|slots|Int32|How many slices.|\n");
    let before = with_kind(both.clone(), "mixer", "|speed|Int32|How fast.|\n");
    let after = with_kind(both, "oven", "|degrees|Int32|How hot.|\n");
    insta::assert_snapshot!(rules(&after.since(&before)), @"
    breaking type-removed microsoft.graph.mixer
    additive type-added microsoft.graph.oven
    breaking operation-removed mixer-create
    additive operation-added oven-create
    ");
}

#[test]
fn a_type_in_another_namespace_is_the_same_type() {
    let shelf = "beta/resources/shelf.md";
    let page = Kitchen::new().page(shelf).replace("graph\n", "graph.store\n");
    let page = page.replace(
        "|width|Double|From left to right, in metres.|",
        "|depth|Double|To the wall.|",
    );
    let after = Kitchen::new()
        .without(shelf)
        .edit("beta/resources/kettle.md", "(shelf.md)", "(store-shelf.md)")
        .with("beta/resources/store-shelf.md", &page);
    insta::assert_snapshot!(shown(&after.changes()), @"
    breaking type-renamed store.shelf: microsoft.graph.shelf -> microsoft.graph.store.shelf @4>4
    additive property-added store.shelf/depth: - -> Edm.Double @->14
    breaking property-removed store.shelf/width: Edm.Double -> - @14>-
    major: 2 breaking, 1 additive, 0 docs
    ");
}

#[test]
fn each_route_has_its_own_items() {
    let list = "beta/api/kettle-list.md";
    let after = Kitchen::new().edit(
        list,
        "GET /users/{id}/kettles",
        "GET /kitchen/kettles/new\nGET /offices/{id}/kettles",
    );
    let changes = after.changes();
    insta::assert_snapshot!(rules(&changes), @"
    additive route-added kettle-list/GET /kitchen/kettles/new
    breaking route-replaced kettle-list/GET /offices/{id}/kettles
    ");
    insta::assert_snapshot!(items(&changes, "/new"), @"additive: kettle::LIST_NEW kettle::list_new");
}

#[test]
fn a_name_that_another_page_takes_over_belongs_to_the_page_that_had_it() {
    let boil = "beta/api/kettle-boil.md";
    let all = Kitchen::new()
        .page(boil)
        .replace("/{kettle-id}/boil", "/boil")
        .replace("|cups|", "|pots|");
    let old = Kitchen::new().page(boil).replace("kettle: boil", "kettle: heat");
    let after = Kitchen::new()
        .without(boil)
        .with("beta/api/kettle-heat.md", &old)
        .with("beta/api/kettles-boil.md", &all);
    let changes = after.changes();
    insta::assert_snapshot!(rules(&changes), @"
    breaking operation-moved kettle-heat
    additive operation-added kettles-boil
    ");
    insta::assert_snapshot!(items(&changes, "kettles-boil"), @"additive: kettle::BoilParameters::pots");
    insta::assert_snapshot!(items(&changes, "kettle-heat"), @"breaking: kettle::BoilParameters::cups kettle::HEAT kettle::HeatParameters kettle::HeatParameters::cups kettle::HeatParameters::drink kettle::boil kettle::heat");
}

#[test]
fn a_feature_is_lost_with_what_needed_the_item() {
    let (boil, appliance) = ("beta/api/kettle-boil.md", "beta/resources/appliance.md");
    let returned = "`200 OK` response code and a [shelf](../resources/shelf.md) object in the response body";
    let before = Kitchen::new().edit(boil, "`204 No Content` response code", returned);
    let after = before
        .clone()
        .without(boil)
        .edit(appliance, "\"kitchen\"", "\"pantry\"");
    let changes = after.since(&before);
    insta::assert_snapshot!(rules(&changes), @"
    breaking operation-removed kettle-boil
    breaking type-area-changed microsoft.graph.appliance
    ");
    insta::assert_snapshot!(items(&changes, "kettle-boil"), @"breaking: kettle::BOIL kettle::BoilParameters kettle::BoilParameters::cups kettle::BoilParameters::drink kettle::boil shelf::Shelf kettle::Kettle::shelf");
    insta::assert_snapshot!(items(&changes, "appliance"), @"breaking: appliance::Appliance");
}

#[test]
fn rows_of_a_renamed_type_are_changes_of_their_own() {
    let shelf = "beta/resources/shelf.md";
    let after = Kitchen::new()
        .edit(shelf, "# shelf resource", "# board resource")
        .edit("beta/resources/kettle.md", "[shelf](shelf.md)", "[board](shelf.md)")
        .edit(shelf, "|width|Double|", "|width|String|");
    let changes = after.changes();
    insta::assert_snapshot!(rules(&changes), @"
    breaking type-renamed microsoft.graph.board
    breaking property-type-changed microsoft.graph.board/width
    ");
    insta::assert_snapshot!(items(&changes, "width"), @"breaking: board::Board::width shelf::Shelf::width");
}

/// The page of an area that has a part of the kitchen.
fn part_of_list(scopes: &str) -> String {
    let list = Kitchen::new().page("beta/api/kettle-list.md").to_owned();
    list.replace("Kettle.Read.All, Kettle.ReadWrite.All", scopes)
}

#[test]
fn what_a_page_leaves_to_the_others_is_not_gone() {
    let list = "beta/api/kettle-list.md";
    let after = Kitchen::new()
        .without(list)
        .with("beta/api/kettle-list-cold.md", &part_of_list("Kettle.Read.All"))
        .with("beta/api/kettle-list-hot.md", &part_of_list("Kettle.ReadWrite.All"));
    insta::assert_snapshot!(rules(&after.changes()), @"
    breaking operation-moved kettle-list-cold
    docs permission-groups-changed kettle-list-cold/delegated, work or school account
    additive operation-added kettle-list-hot
    ");
    let lost = Kitchen::new()
        .without(list)
        .with("beta/api/kettle-list-cold.md", &part_of_list("Kettle.Read.All"))
        .with("beta/api/kettle-list-hot.md", &part_of_list("Kettle.Read.All"));
    insta::assert_snapshot!(rules(&lost.changes()), @"
    breaking operation-moved kettle-list-cold
    breaking permissions-removed kettle-list-cold/delegated, work or school account
    additive operation-added kettle-list-hot
    ");
}

#[test]
fn a_key_in_one_route_makes_no_collection_of_what_others_go_on_from() {
    let drive = "# sink resource type\n\nNamespace: microsoft.graph\n\n## Relationships\n|Relationship|Type|Description|\n|:---|:---|:---|\n\
         |tap|[shelf](shelf.md)|Where the water comes from.|\n";
    let page = |line: &str| {
        format!(
            "# List versions\n\nNamespace: microsoft.graph\n\n## HTTP request\n``` http\nGET /sinks/{{id}}/tap/pots/{{id}}/lids\nGET /sinks/{{id}}/tap/pans/{{id}}/lids\n{line}\n```\n\n\
             ## Response\nIf successful, this method returns a `200 OK` response code and a collection of [kettle](../resources/kettle.md) objects in the response body.\n"
        )
    };
    let get = "# Get sink\n\nNamespace: microsoft.graph\n\n## HTTP request\n``` http\nGET /sinks/{id}\n```\n\n## Response\n\
         If successful, this method returns a `200 OK` response code and a [sink](../resources/sink.md) object in the response body.\n";
    let with = |line: &str| {
        let kitchen = Kitchen::new()
            .with("beta/resources/sink.md", drive)
            .with("beta/api/sink-get.md", get);
        kitchen.with("beta/api/sink-list-lids.md", &page(line))
    };
    let before = with("GET /sinks/{id}/tap/{id}/lids");
    let after = with("GET /sinks/{id}/tap/cups/{id}/lids");
    let changes = after.since(&before);
    insta::assert_snapshot!(rules(&changes), @"breaking route-replaced sink-list-lids/GET /sinks/{id}/tap/cups/{id}/lids");
}

#[test]
fn a_list_of_values_that_gets_a_page_is_the_same_enum() {
    let page = "# kettleColour enum type\n\nNamespace: microsoft.graph\n\n## Members\n|Member|Value|\n|:---|:---|\n|red|0|\n|Steel|1|\n|blue|2|\n";
    let after = Kitchen::new().with("beta/resources/kettlecolour.md", page);
    insta::assert_snapshot!(rules(&after.changes()), @"
    additive enum-area-changed microsoft.graph.kettleColour
    docs member-value-changed microsoft.graph.kettleColour/Steel
    breaking member-renamed microsoft.graph.kettleColour/Steel
    additive member-added microsoft.graph.kettleColour/blue
    docs member-value-changed microsoft.graph.kettleColour/red
    ");
}

#[test]
fn a_label_in_a_table_is_no_parameter() {
    let after = Kitchen::new().edit("beta/api/kettle-boil.md", "|cups|", "|**Guests**|\n|cups|");
    insta::assert_snapshot!(rules(&after.changes()), @"");
}

#[test]
fn another_method_says_that_nothing_is_sent() {
    let create = "beta/api/kettle-create.md";
    let after = Kitchen::new()
        .edit(create, "POST /kitchen/kettles", "DELETE /kitchen/kettles/{id}")
        .edit(
            create,
            "In the request body, supply a JSON representation of a [kettle](../resources/kettle.md) object.",
            "Do not supply a request body for this method.",
        );
    insta::assert_snapshot!(shown(&after.changes()), @"
    breaking route-replaced kettle-create/DELETE /kitchen/kettles/{id}: POST /kitchen/kettles -> DELETE /kitchen/kettles/{id} @19>19
    docs body-changed kettle-create/body: microsoft.graph.kettle -> - @23>23
    major: 1 breaking, 0 additive, 1 docs
    ");
    insta::assert_snapshot!(items(&after.changes(), "body"), @"docs:");
}

#[test]
fn the_same_words_about_a_row_of_several_types_are_one_entry() {
    let row = |words: &str| format!("|bought|Date|{words} Inherited from [appliance](appliance.md).|\n");
    let before = with_kind(with_kind(Kitchen::new(), "mixer", ""), "oven", "");
    let old = "The day on the bill.";
    let mut after = before.clone();
    for name in ["mixer", "oven"] {
        after = after.edit(
            &format!("beta/resources/{name}.md"),
            &row(old),
            &row("The day of the bill."),
        );
    }
    let changes = after.since(&before);
    assert_eq!(
        (changes.changes.len(), generator::diff::groups(&changes.changes).len()),
        (2, 1)
    );
}

#[test]
fn columns_state_what_sentences_state() {
    let shelf = "beta/resources/shelf.md";
    let rows = "|Property|Type|Description|\n|:---|:---|:---|\n|id|String|Number.|\n|width|Double|";
    let columns = "|Property|Type|Required|Nullable|Description|\n|:---|:---|:---|:---|:---|\n|id|String|No|No|Number.|\n|width|Double|Yes|No|";
    let before =
        Kitchen::new()
            .edit(shelf, rows, columns)
            .edit(shelf, "|loads|Int32 collection|", "|loads|Int32 collection|||");
    let after = Kitchen::new().edit(shelf, "in metres.|", "in metres. Required. Not nullable.|");
    insta::assert_snapshot!(rules(&after.since(&before)), @"
    docs property-nullable-changed microsoft.graph.shelf/id
    docs property-docs-changed microsoft.graph.shelf/width
    ");
}

#[test]
fn the_enum_of_kinds_goes_with_the_last_kind_also_of_a_renamed_type() {
    let (kettle, appliance) = ("beta/resources/kettle.md", "beta/resources/appliance.md");
    let before = Kitchen::new().edit(
        "beta/resources/shelf.md",
        "|width|",
        "|holds|[appliance](appliance.md)|The best one.|\n|width|",
    );
    let after = before
        .clone()
        .edit(kettle, " Inherits from [appliance](appliance.md).", "")
        .edit(appliance, "# appliance resource", "# machine resource")
        .edit(appliance, "graph.appliance", "graph.machine");
    let changes = after.since(&before);
    insta::assert_snapshot!(rules(&changes), @"
    breaking type-kinds-removed microsoft.graph.machine
    breaking type-renamed microsoft.graph.machine
    breaking base-type-changed microsoft.graph.kettle
    ");
    let kinds = changes
        .changes
        .iter()
        .find(|change| change.rule.id() == "type-kinds-removed")
        .unwrap();
    let mut paths = kinds.items.iter().map(|item| item.path.as_str());
    assert!(paths.any(|path| path == "beta::appliance::AnyAppliance"));
}

#[test]
fn a_place_belongs_to_the_route_that_is_called_there() {
    let list = "beta/api/kettle-list.md";
    let after = Kitchen::new().edit(
        list,
        "GET /kitchen/kettles\nGET /users/{id}/kettles",
        "GET /users/{user-id}/kettles",
    );
    let changes = after.changes();
    insta::assert_snapshot!(rules(&changes), @"
    breaking route-removed kettle-list/GET /kitchen/kettles
    docs route-placeholders-changed kettle-list/GET /users/{user-id}/kettles
    ");
    insta::assert_snapshot!(items(&changes, "GET /kitchen/kettles"), @"breaking: kettle::list kettle::In kettle::In::kitchen kettle::In::users kettle::create");
    insta::assert_snapshot!(items(&changes, "GET /users/{user-id}/kettles"), @"docs:");
}

/// A program that sends changes calls it without the trait that has it for other types.
#[test]
fn the_method_for_updates_goes_with_the_last_update() {
    let page = "# Update kettle\n\nNamespace: microsoft.graph\n\n## HTTP request\n``` http\nPATCH /kitchen/kettles/{id}\n```\n\n\
                ## Request body\nSupply a JSON representation of a [kettle](../resources/kettle.md) object.\n\n\
                ## Response\n`200 OK` and a [kettle](../resources/kettle.md) object.\n";
    let with = Kitchen::new().with("beta/api/kettle-update.md", page);
    let changes = Kitchen::new().since(&with);
    insta::assert_snapshot!(rules(&changes), @"breaking operation-removed kettle-update");
    insta::assert_snapshot!(items(&changes, "kettle-update"), @"breaking: kettle::UPDATE kettle::update kettle::Kettle::changes_since");
}
