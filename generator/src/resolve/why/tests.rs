//! What is told about properties is what the model says.

use crate::model::{Property, StructuredType};
use crate::resolve::build_from_rows;
use crate::resolve::decide::sample::docs;

const TOOL: &str = "# tool resource type\n\n## Properties\n|Property|Type|Description|\n|:--|:--|:--|\n|id|String|N.|\n\
    |weight|Double|N.|\n|state|String|Possible values are: `on`, `off`, `unknownFutureValue`.|\n\n\
    ## Relationships\n|Relationship|Type|Description|\n|:--|:--|:--|\n|part|[part](part.md)|N.|\n|parts|[part](part.md)|N.|\n";
const SAW: &str = "# saw resource type\n\nInherits from [tool](tool.md).\n\n## Properties\n|Property|Type|Description|\n|:--|:--|:--|\n\
    |teeth|Int32|N.|\n|sawState|String|Possible values are: `on`, `off`.|\n|colour|[colour](colour.md)|Possible values are: `red`, `blue`.|\n\n\
    ## JSON representation\n<!-- {\"blockType\": \"resource\", \"@odata.type\": \"microsoft.graph.saw\"} -->\n\
    ```json\n{ \"teeth\": \"String\", \"weight\": 3, \"blade\": \"String\" }\n```\n";
const PART: &str =
    "# part resource type\n\n## Properties\n|Property|Type|Description|\n|:--|:--|:--|\n|id|String|N.|\n";
const GET: &str = "# Get tool\n\n## HTTP request\n```http\nGET /tools/{id}\n```\n\n## Response\nReturns `200 OK` and a [tool](../resources/tool.md) object.\n";
const LIST: &str = "# List owners\n\n## HTTP request\n```http\nGET /tools/{id}/owners\n```\n\n## Response\nReturns `200 OK` and a collection of [part](../resources/part.md) objects.\n";
const GET_PART: &str = "# Get part\n\n## HTTP request\n```http\nGET /tools/{id}/parts/{id}\n```\n\n## Response\nReturns `200 OK` and a [part](../resources/part.md) object.\n";
const CREATE: &str = "# Create crate\n\n## HTTP request\n```http\nPOST /crates\n```\n\n## Request body\nSupply a JSON representation of the crate object.\n\n\
    |Property|Type|Description|\n|:--|:--|:--|\n|size|Int32|N.|\n\n## Response\nReturns `201 Created` and a crate object.\n";

#[test]
fn decisions_are_those_of_the_model() {
    let docs = docs(&[
        ("resources/tool.md", TOOL),
        ("resources/saw.md", SAW),
        ("resources/part.md", PART),
        ("api/tool-get.md", GET),
        ("api/tool-list-owners.md", LIST),
        ("api/part-get.md", GET_PART),
        ("api/crate-post.md", CREATE),
    ]);
    let (model, _, rows) = build_from_rows(&docs);
    let told = |owner: &StructuredType, property: &Property, fact: &str| {
        let asked = format!("{}/{}", owner.name, property.name);
        let mut decisions = rows.why(&docs, &model, &asked).unwrap().remove(0).decisions.into_iter();
        decisions
            .find(|decision| decision.fact == fact)
            .map(|decision| decision.value)
    };
    let mut shown = Vec::new();
    for owner in &model.schemas[0].types {
        for property in &owner.properties {
            assert_eq!(told(owner, property, "type"), Some(property.type_ref.to_string()));
            let values = (!property.enum_values.is_empty()).then(|| property.enum_values.join(", "));
            assert_eq!(told(owner, property, "values"), values);
            let name = property.values_enum.as_ref().map(ToString::to_string);
            assert_eq!(told(owner, property, "enum"), name);
            shown.push(format!("{}/{} {}", owner.name.name, property.name, property.type_ref));
        }
    }
    insta::assert_snapshot!(shown.join("\n"), @r"
    crate/size Edm.Int32
    part/id Edm.String
    saw/teeth Edm.Int32
    saw/sawState Edm.String
    saw/colour microsoft.graph.colour
    saw/weight Edm.Double
    saw/blade Edm.String
    tool/id Edm.String
    tool/weight Edm.Double
    tool/state Edm.String
    tool/part microsoft.graph.part
    tool/parts Collection(microsoft.graph.part)
    tool/owners Collection(microsoft.graph.part)
    ");
}

/// A page with a table for each of its routes: the table of the other route is rejected.
#[test]
fn permissions_of_a_route() {
    let table = |call: &str, scope: &str| {
        format!(
            "```http\n{call}\n```\n\n|Permission type|Least privileged permissions|\n|:--|:--|\n\
             |Delegated (work or school account)|{scope}|\n|Application|Tool.Read.All|\n\n"
        )
    };
    let own = table("GET /me/tools", "Tool.Read");
    let others = table("GET /users/{id}/tools", "Tool.Read.All");
    let page = format!(
        "# List tools\n\n## Permissions\n\nFor yourself:\n\n{own}For others:\n\n{others}\
         ## HTTP request\n```http\nGET /me/tools\nGET /users/{{id}}/tools\n```\n"
    );
    let docs = docs(&[("api/tool-list.md", &page)]);
    let (model, _, rows) = build_from_rows(&docs);
    let asked = rows.why(&docs, &model, "GET /me/tools").unwrap().remove(0);
    let mut shown = Vec::new();
    for decision in asked
        .decisions
        .iter()
        .filter(|decision| decision.fact.starts_with("permissions"))
    {
        shown.push(format!(
            "{}: {} ({})",
            decision.fact, decision.value, decision.source.rule
        ));
        let rejected = decision.rejected.iter();
        shown.extend(rejected.map(|rejected| format!("  not {} ({})", rejected.value, rejected.source.rule)));
    }
    insta::assert_snapshot!(shown.join("\n"), @r"
    permissions of work accounts: Tool.Read (permission table for this route)
      not Tool.Read.All (permission table for other routes of the page)
    permissions of personal accounts: not stated (permission table for this route)
    permissions of applications: Tool.Read.All (permission table for this route)
    ");
}

/// "Required for upsert behavior" on a page that only updates: the header is left to the caller.
#[test]
fn headers_of_a_call() {
    let page = "# Update tool\n\n## HTTP request\n```http\nPATCH /tools/{id}\n```\n\n## Request headers\n\
        |Name|Description|\n|:--|:--|\n|If-Match|The tag. Required.|\n|Prefer|`create-if-missing`. Required for upsert behavior.|\n";
    let docs = docs(&[("api/tool-update.md", page)]);
    let (model, _, rows) = build_from_rows(&docs);
    let asked = rows.why(&docs, &model, "PATCH /tools/{id}").unwrap().remove(0);
    let headers = asked.decisions.iter().filter(|decision| decision.fact == "header");
    let shown = headers.map(|decision| {
        let rejected = decision.rejected.iter();
        let rejected = rejected.map(|rejected| format!("; not {} ({})", rejected.value, rejected.source));
        format!(
            "{} ({}){}",
            decision.value,
            decision.source,
            rejected.collect::<String>()
        )
    });
    insta::assert_snapshot!(shown.collect::<Vec<_>>().join("\n"), @r"
    If-Match (required) (the row says that it is required, api/tool-update.md:11)
    Prefer: create-if-missing (row of the header table, api/tool-update.md:12); not Prefer: create-if-missing (required) (required for something else than what the page is about, api/tool-update.md:12)
    ");
}

/// A base and a body that only request examples tell of are told with the example.
#[test]
fn what_request_examples_decide() {
    let resource = |name: &str, row: &str| {
        format!("# {name} resource type\n\n## Properties\n|Property|Type|Description|\n|:--|:--|:--|\n{row}\n")
    };
    let call = |title: &str, route: &str, said: &str, body: &str| {
        format!(
            "# {title}\n\n## HTTP request\n```http\n{route}\n```\n{said}\n## Example\n```http\n{route}\n\n{body}\n```\n"
        )
    };
    let said = "\n## Request body\nSupply a JSON representation of the [saw](../resources/saw.md) object.\n";
    let sent = r##"{"grip": {"@odata.type": "#microsoft.graph.woodGrip", "grain": 3}}"##;
    let docs = docs(&[
        ("resources/saw.md", &resource("saw", "|grip|[grip](grip.md)|N.|")),
        ("resources/grip.md", &resource("grip", "|colour|String|N.|")),
        ("resources/woodgrip.md", &resource("woodGrip", "|grain|Int32|N.|")),
        ("api/saw-post.md", &call("Create saw", "POST /saws", said, sent)),
        ("api/saw-stop.md", &call("saw: stop", "POST /saws/stop", "", "{}")),
    ]);
    let (model, _, rows) = build_from_rows(&docs);
    let told = |asked: &str, fact: &str| {
        let decisions = rows.why(&docs, &model, asked).unwrap().remove(0).decisions;
        let found = decisions.into_iter().find(|decision| decision.fact == fact).unwrap();
        let rejected = found.rejected.iter();
        let rejected: String = rejected
            .map(|other| format!("; not {} ({})", other.value, other.source))
            .collect();
        format!("{} ({}){rejected}", found.value, found.source)
    };
    let shown = [told("woodGrip", "base"), told("POST /saws/stop", "body")];
    insta::assert_snapshot!(shown.join("\n"), @r"
    microsoft.graph.grip (a request example has such an object where the base stands, api/saw-post.md:13)
    an object without members (body of the request examples, api/saw-stop.md:10); not JSON (the page says nothing about the body, api/saw-stop.md:1)
    ");
}
