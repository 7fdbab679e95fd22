//! Operations: routes, parameters, bodies, responses, conditions.

use crate::kitchen::Kitchen;
use generator::diff::{Impact, compare};

const LIST: &str = "beta/api/kettle-list.md";
const CREATE: &str = "beta/api/kettle-create.md";
const BOIL: &str = "beta/api/kettle-boil.md";
const KETTLE: &str = "beta/resources/kettle.md";

#[test]
fn operations_come_and_go_with_their_routes() {
    let page = "# Delete kettle\n\n## HTTP request\n```http\nDELETE /kitchen/kettles/{id}\n```\n\n## Response\n`204 No Content`\n";
    let kitchen = Kitchen::new().without(CREATE).with("beta/api/kettle-delete.md", page);
    insta::assert_snapshot!(kitchen.shown(), @r"
    breaking operation-removed kettle-create: Create kettle -> - @4>-
      breaking route-removed kettle-create/POST /kitchen/kettles @19>-
    additive operation-added kettle-delete: - -> Delete kettle @->1
      additive route-added kettle-delete/DELETE /kitchen/kettles/{id} @->5
    major: 1 breaking, 1 additive, 0 docs
    ");
}

/// A function at several places takes a further one; the order says nothing.
#[test]
fn routes() {
    let kitchen = Kitchen::new().edit(LIST, "GET /users/{id}/kettles", "GET /me/kettles");
    insta::assert_snapshot!(kitchen.shown(), @r"
    breaking route-replaced kettle-list/GET /me/kettles: GET /users/{id}/kettles -> GET /me/kettles @20>20
    major: 1 breaking, 0 additive, 0 docs
    ");
    let kitchen = Kitchen::new().edit(LIST, "GET /kitchen/kettles", "GET /me/kettles\nGET /kitchen/kettles");
    insta::assert_snapshot!(kitchen.shown(), @r"
    additive route-added kettle-list/GET /me/kettles @->19
    minor: 0 breaking, 1 additive, 0 docs
    ");
    let kitchen = Kitchen::new().edit(
        LIST,
        "GET /kitchen/kettles\nGET /users/{id}/kettles",
        "GET /users/{user-id}/kettles\nGET /kitchen/kettles?$top=5",
    );
    insta::assert_snapshot!(kitchen.shown(), @r"
    breaking route-query-changed kettle-list/GET /kitchen/kettles?$top=5: - -> $top=5 @19>20
    docs route-placeholders-changed kettle-list/GET /users/{user-id}/kettles: /users/{id}/kettles -> /users/{user-id}/kettles @20>19
    major: 1 breaking, 0 additive, 1 docs
    ");
    let kitchen = Kitchen::new().edit(
        LIST,
        "GET /kitchen/kettles\nGET /users/{id}/kettles",
        "GET /users/{id}/kettles\nGET /kitchen/kettles",
    );
    insta::assert_snapshot!(kitchen.shown(), @r"
    docs routes-reordered kettle-list: GET /kitchen/kettles; GET /users/{id}/kettles -> GET /users/{id}/kettles; GET /kitchen/kettles @4>4
    patch: 0 breaking, 0 additive, 1 docs
    ");
}

/// A function that only its example shows how to call: the example is part of the contract.
#[test]
fn arguments_of_a_function() {
    let page = |call: &str| {
        format!(
            "# kettle: age\n\n## HTTP request\n```http\nGET /kitchen/kettles/{{id}}/age\n```\n\n\
             ## Function parameters\n|Parameter|Type|Description|\n|:---|:---|:---|\n|unit|String|Of time.|\n\n\
             ## Example\n```http\nGET https://graph.microsoft.com/beta/kitchen/kettles/1/{call}\n```\n"
        )
    };
    let shown = |before: &str, after: &str| {
        let read = |call: &str| Kitchen::new().with("beta/api/kettle-age.md", &page(call)).read();
        let changes = generator::diff::compare(&read(before).model, &read(after).model).changes;
        let line = |change: &generator::diff::Change| format!("{} {}\n", change.impact, change.rule.id());
        changes.iter().map(line).collect::<String>()
    };
    insta::assert_snapshot!(shown("age", "age(unit='days')"), @"breaking route-arguments-changed");
    insta::assert_snapshot!(shown("age(unit='days')", "age(unit='years')"), @"docs examples-changed");
}

#[test]
fn parameters() {
    let kitchen = Kitchen::new()
        .edit(
            BOIL,
            "|cups|Int32|How many people want tea.|",
            "|cups|Int64|How many people want tea. Required.|",
        )
        .edit(
            BOIL,
            "|drink|String|What they want to drink.|",
            "|sugar|Boolean|Sweet.|\n|milk|Boolean|White. Required.|",
        );
    insta::assert_snapshot!(kitchen.shown(), @r"
    breaking parameter-type-changed kettle-boil/cups: Edm.Int32 -> Edm.Int64 @18>18
    breaking parameter-required-changed kettle-boil/cups: - -> required @18>18
    breaking parameter-removed kettle-boil/drink: Edm.String -> - @19>-
    breaking parameter-added kettle-boil/milk: - -> Edm.Boolean @->20
    additive parameter-added kettle-boil/sugar: - -> Edm.Boolean @->19
    major: 4 breaking, 1 additive, 0 docs
    ");
}

#[test]
fn bodies_and_responses() {
    let kitchen = Kitchen::new()
        .edit(
            CREATE,
            "JSON representation of a [kettle](../resources/kettle.md) object",
            "JSON representation of a [shelf](../resources/shelf.md) object",
        )
        .edit(
            CREATE,
            "`201 Created` response code and a [kettle](../resources/kettle.md) object in the response body",
            "`202 Accepted` response code",
        )
        .edit(
            LIST,
            "a collection of [kettle](../resources/kettle.md) objects",
            "a [kettle](../resources/kettle.md) object",
        );
    insta::assert_snapshot!(kitchen.shown(), @r"
    breaking body-changed kettle-create/body: microsoft.graph.kettle -> microsoft.graph.shelf @23>23
    breaking response-changed kettle-create/response: microsoft.graph.kettle -> nothing @26>26
    breaking response-changed kettle-list/response: Collection(microsoft.graph.kettle) -> microsoft.graph.kettle @33>33
    major: 3 breaking, 0 additive, 0 docs
    ");
}

#[test]
fn headers() {
    let changed = |row| {
        let kitchen = Kitchen::new().edit(LIST, "|Kettle-Mode|`slow`. Optional.|", row);
        kitchen.shown()
    };
    insta::assert_snapshot!(changed("|Kettle-Mode|`fast`. Required.|"), @"
    docs header-changed kettle-list/Kettle-Mode: optional, slow -> required, fast @30>30
    patch: 0 breaking, 0 additive, 1 docs
    ");
    insta::assert_snapshot!(changed("|Kettle-Mode|Required.|"), @"
    breaking header-changed kettle-list/Kettle-Mode: optional, slow -> required @30>30
    major: 1 breaking, 0 additive, 0 docs
    ");
    insta::assert_snapshot!(changed("|If-Match|The tag. Required.|"), @"
    breaking header-added kettle-list/If-Match: - -> The tag. Required. @->30
    docs header-removed kettle-list/Kettle-Mode: `slow`. Optional. -> - @30>-
    major: 1 breaking, 0 additive, 1 docs
    ");
}

#[test]
fn conditions() {
    let kitchen = Kitchen::new()
        .edit(LIST, "`$top` and `$select`", "`$top` and `$filter`")
        .edit(
            LIST,
            "|Authorization|Bearer {token}. Required.|",
            "|Authorization|Bearer {token}.|\n|Prefer|Units.|",
        )
        .edit(
            LIST,
            "Every kettle of the kitchen.",
            "Every kettle. This call is deprecated.",
        );
    insta::assert_snapshot!(kitchen.shown(), @"
    additive operation-deprecated kettle-list: - -> Every kettle. This call is deprecated. @4>4
    additive query-option-added kettle-list/$filter @->24
    breaking query-option-removed kettle-list/$select @24>-
    docs header-docs-changed kettle-list/Authorization: Bearer {token}. Required. -> Bearer {token}. @29>29
    additive header-added kettle-list/Prefer: - -> Units. @->30
    major: 1 breaking, 3 additive, 1 docs
    ");
}

#[test]
fn clouds() {
    let table = |china: &str| {
        let row = format!(
            "|Global service|US Government L4|US Government L5 (DOD)|China operated by 21Vianet|\n|:---|:---|:---|:---|\n|✅|✅|❌|{china}|\n\n## Permissions"
        );
        Kitchen::new().edit(LIST, "## Permissions", &row)
    };
    insta::assert_snapshot!(table("❌").shown(), @r"
    docs clouds-documented kettle-list/clouds: - -> global service, US Government L4 @4>4
    patch: 0 breaking, 0 additive, 1 docs
    ");
    let changes = generator::diff::compare(&table("✅").read().model, &table("❌").read().model);
    assert_eq!(
        (changes.changes.len(), changes.changes[0].rule.id()),
        (1, "cloud-removed")
    );
    assert_eq!(changes.summary().to_string(), "major: 1 breaking, 0 additive, 0 docs");
}

#[test]
fn examples() {
    let example = "\n## Examples\n\n### Request\n```http\nGET https://graph.microsoft.com/beta/kitchen/kettles\n```\n";
    let kitchen = Kitchen::new().edit(
        LIST,
        "in the response body.\n",
        &format!("in the response body.\n{example}"),
    );
    insta::assert_snapshot!(kitchen.shown(), @r"
    docs examples-changed kettle-list: 0 (0 gone) -> 1 (1 new) @4>4
    patch: 0 breaking, 0 additive, 1 docs
    ");
}

/// No table has the relationship: the emitted crate knows it from the route alone, and the change says so.
#[test]
fn a_relationship_that_only_a_route_tells() {
    let page = "# List spouts\n\n## HTTP request\n```http\nGET /kitchen/kettles/{id}/spouts\n```\n\n## Response\n\
                `200 OK` and a collection of [shelf](../resources/shelf.md) objects.\n";
    let get = "# Get kettle\n\n## HTTP request\n```http\nGET /kitchen/kettles/{id}\n```\n\n## Response\n\
               `200 OK` and a [kettle](../resources/kettle.md) object.\n";
    let kitchen = Kitchen::new()
        .with("beta/api/kettle-list-spouts.md", page)
        .with("beta/api/kettle-get.md", get);
    insta::assert_snapshot!(kitchen.shown(), @r"
    additive operation-added kettle-get: - -> Get kettle @->1
      additive route-added kettle-get/GET /kitchen/kettles/{id} @->5
    additive operation-added kettle-list-spouts: - -> List spouts @->1
      additive route-added kettle-list-spouts/GET /kitchen/kettles/{id}/spouts @->5
    additive relationship-added kettle/spouts: - -> Collection(microsoft.graph.shelf), guessed from a route @->5
    minor: 0 breaking, 3 additive, 0 docs
    ");
}

/// Every path of a call begins otherwise: that is one change, and not routes that come and go.
#[test]
fn routes_that_stand_for_others() {
    let routes = "GET /kitchen/kettles\nGET /users/{id}/kettles";
    let homes = "GET /homes/{home}/kitchen/kettles\nGET /me/home/kitchen/kettles\nGET /homes/{home}/users/{id}/kettles\nGET /me/home/users/{id}/kettles";
    let kitchen = Kitchen::new().edit(LIST, routes, homes);
    insta::assert_snapshot!(kitchen.shown(), @"
    breaking route-replaced kettle-list/GET /homes/{home}/kitchen/kettles: GET /kitchen/kettles; GET /users/{id}/kettles -> GET /homes/{home}/kitchen/kettles; GET /homes/{home}/users/{id}/kettles; GET /me/home/kitchen/kettles; GET /me/home/users/{id}/kettles @19>19
    major: 1 breaking, 0 additive, 0 docs
    ");
}

/// The call is documented as before, only on another page. Its function is another one, and so programs change.
#[test]
fn a_route_on_another_page_is_not_gone() {
    let users = Kitchen::new().page(LIST).replace("GET /kitchen/kettles\n", "");
    let kitchen = Kitchen::new()
        .edit(LIST, "GET /users/{id}/kettles\n", "")
        .with("beta/api/user-list-kettles.md", &users);
    insta::assert_snapshot!(kitchen.shown(), @"
    breaking route-moved kettle-list/GET /users/{id}/kettles: kettle-list -> user-list-kettles @20>19
      additive operation-added user-list-kettles: - -> List kettles @->4
      additive route-added user-list-kettles/GET /users/{id}/kettles @->19
    major: 1 breaking, 0 additive, 0 docs
    ");
}

/// The page about a call lists properties of the type again.
#[test]
fn rows_that_repeat_a_property_follow_it() {
    let row = "|displayName|String|What it is called by people who make tea.|";
    let create = Kitchen::new().page(CREATE).to_owned();
    let table = |row: &str| {
        create.replace(
            "## Response",
            &format!("|Property|Type|Description|\n|:---|:---|:---|\n{row}\n\n## Response"),
        )
    };
    let before = Kitchen::new().with(CREATE, &table(row));
    let after = Kitchen::new()
        .with(
            CREATE,
            &table(&format!("{row}\n|spouts|Int32|How many spouts it has.|")),
        )
        .edit(
            "beta/resources/kettle.md",
            "|displayName|",
            "|spouts|Int32|How many spouts it has.|\n|displayName|",
        );
    let changes = generator::diff::compare(&before.read().model, &after.read().model);
    let told = changes.changes.iter().filter(|change| !change.implied);
    let told: Vec<String> = told
        .map(|change| format!("{} {}", change.rule.id(), change.item()))
        .collect();
    insta::assert_snapshot!(told.join("\n"), @"property-added microsoft.graph.kettle/spouts");
}

#[test]
fn clouds_of_a_call_are_one_change() {
    let clouds = |rest: &str| {
        Kitchen::new().edit(
            LIST,
            "## Permissions",
            &format!("|Global service|US Government L4|US Government L5 (DOD)|China operated by 21Vianet|\n|:---|:---|:---|:---|\n|✅|{rest}|\n\n## Permissions"),
        )
    };
    let (all, one) = (clouds("✅|✅|✅"), clouds("❌|❌|❌"));
    let changes = generator::diff::compare(&all.read().model, &one.read().model);
    assert_eq!(changes.summary().to_string(), "major: 1 breaking, 0 additive, 0 docs");
    let text = generator::diff::render::text(&changes, &generator::diff::render::Sides::default(), false);
    assert!(
        text.contains("clouds US Government L4, US Government L5 (DOD), China operated by 21Vianet removed"),
        "{text}"
    );
}

/// The fields come and go with the body, which is told.
#[test]
fn a_call_that_takes_no_body_any_more() {
    let table = "|Parameter|Type|Description|\n|:---|:---|:---|\n|cups|Int32|How many people want tea.|\n\
                 |drink|String|What they want to drink.|\n";
    let kitchen = Kitchen::new().edit(BOIL, table, "Do not supply a request body for this method.\n");
    insta::assert_snapshot!(kitchen.shown(), @r"
      breaking parameter-removed kettle-boil/cups: Edm.Int32 -> - @18>-
      breaking parameter-removed kettle-boil/drink: Edm.String -> - @19>-
    breaking body-changed kettle-boil/body: parameters -> - @4>16
    major: 1 breaking, 0 additive, 0 docs
    ");
}

/// The type said it before: whoever sends a kettle knows it.
#[test]
fn a_row_that_says_what_its_type_says() {
    let row = |words: &str| {
        format!("\n\n|Property|Type|Description|\n|:---|:---|:---|\n|litres|Int32|{words}|\n\n## Response")
    };
    let with = |words: &str| {
        let kettle = Kitchen::new().edit(KETTLE, "How much it holds.", "How much it holds. Read-only.");
        kettle.edit(CREATE, "\n\n## Response", &row(words))
    };
    let (before, after) = (with("Its size."), with("Its size. Read-only."));
    let changes = compare(&before.read().model, &after.read().model);
    assert!(
        changes.changes.iter().all(|change| change.impact == Impact::Docs),
        "{changes:#?}"
    );
    assert!(!changes.changes.is_empty());
}

#[test]
fn a_parameter_that_is_sent_elsewhere_is_told_once() {
    let row = "|cups|Int32|How many people want tea.|\n";
    let table = format!("## Query parameters\n|Parameter|Type|Description|\n|:---|:---|:---|\n{row}\n## Request body");
    let kitchen = Kitchen::new().edit(BOIL, row, "").edit(BOIL, "## Request body", &table);
    insta::assert_snapshot!(kitchen.shown(), @"
    breaking parameter-facts-changed kettle-boil/cups: in the body -> in the query @18>18
      additive query-option-added kettle-boil/cups @->18
    major: 1 breaking, 0 additive, 0 docs
    ");
}

/// The client sends it as it has to be.
#[test]
fn a_header_of_the_client_is_nothing_to_use() {
    let row = "|Content-Type|application/json. Required.|\n|Kettle-Mode|";
    insta::assert_snapshot!(Kitchen::new().edit(LIST, "|Kettle-Mode|", row).shown(), @"
    docs header-added kettle-list/Content-Type: - -> application/json. Required. @->30
    patch: 0 breaking, 0 additive, 1 docs
    ");
}

#[test]
fn a_heading_follows_the_name_of_its_page() {
    let heat = Kitchen::new().edit(BOIL, "# kettle: boil", "# kettle: heat");
    insta::assert_snapshot!(heat.moved(BOIL, "beta/api/kettle-heat.md").shown(), @r"
    breaking operation-moved kettle-heat: microsoft.graph.kettle boil -> microsoft.graph.kettle heat @4>4
    major: 1 breaking, 0 additive, 0 docs
    ");
}

#[test]
fn rows_follow_the_query_option_and_the_body_that_they_are_about() {
    let table = "## Query parameters\n|Parameter|Type|Description|\n|:---|:---|:---|\n|since|Date|Only newer ones.|\n\n## Request headers";
    insta::assert_snapshot!(Kitchen::new().edit(LIST, "## Request headers", table).shown(), @"
      docs parameter-added kettle-list/since: - -> Edm.Date @->29
    additive query-option-added kettle-list/since @->29
    minor: 0 breaking, 1 additive, 0 docs
    ");
    let body = |name: &str, row: &str| {
        let sentence =
            "In the request body, supply a JSON representation of a [kettle](../resources/kettle.md) object.\n";
        let table =
            format!("{sentence}\n|Property|Type|Description|\n|:---|:---|:---|\n{row}\n").replace("kettle", name);
        Kitchen::new().edit(CREATE, sentence, &table)
    };
    let (before, after) = (
        body("kettle", "|litres|Int32|How much.|"),
        body("shelf", "|width|Double|How wide.|"),
    );
    insta::assert_snapshot!(after.shown_since(&before), @r"
      docs parameter-removed kettle-create/litres: Edm.Int32 -> - @27>-
      docs parameter-added kettle-create/width: - -> Edm.Double @->27
    breaking body-changed kettle-create/body: microsoft.graph.kettle -> microsoft.graph.shelf @23>23
    major: 1 breaking, 0 additive, 0 docs
    ");
}
