//! Self-written pages, and what their request examples add.

use crate::model::PropertySection;
use crate::resolve::decide::sample;

const KETTLE: &str = "# kettle resource type\n\nNamespace: microsoft.graph\n\nA kettle.\n\n## Properties\n\n\
    |Property|Type|Description|\n|:-|:-|:-|\n|id|String|Key.|\n|litres|Int32|Size.|\n|lid|[lid](lid.md)|Lid.|\n\n\
    ## Relationships\n\n|Relationship|Type|Description|\n|:-|:-|:-|\n|owner|[owner](owner.md)|Who has it.|\n";

const LID: &str = "# lid resource type\n\nNamespace: microsoft.graph\n\nA lid.\n\n## Properties\n\n\
    |Property|Type|Description|\n|:-|:-|:-|\n|colour|String|Its colour.|\n";

fn create(body: &str) -> String {
    format!(
        "# Create kettle\n\nNamespace: microsoft.graph\n\nMakes one.\n\n## HTTP request\n\n```http\nPOST /kettles\n```\n\n\
         ## Request body\n\nIn the request body, supply a JSON representation of the [kettle](../resources/kettle.md) \
         object.\n\n## Response\n\nIf successful, this method returns a `201 Created` response code and a \
         [kettle](../resources/kettle.md) object in the response body.\n\n## Examples\n\n### Request\n\n\
         ```http\nPOST https://graph.microsoft.com/beta/kettles\nContent-Type: application/json\n\n{body}\n```\n"
    )
}

/// The fields that only an example of `POST /kettles` shows; and which objects of the body name their type.
fn shown(body: &str) -> String {
    let create = create(body);
    let pages = [
        ("api/kettle-post.md", create.as_str()),
        ("resources/kettle.md", KETTLE),
        ("resources/lid.md", LID),
    ];
    let model = sample::model(&pages);
    let schema = &model.schemas[0];
    let mut lines = Vec::new();
    for item in &schema.types {
        let shown = item
            .properties
            .iter()
            .filter(|row| row.section == PropertySection::Example);
        lines.extend(shown.map(|row| format!("{}.{}: {}", item.name.name, row.name, row.type_ref)));
    }
    let sent = &schema.operations[0].request_body;
    lines.push(format!("body named: {}, inside: {:?}", sent.named, sent.inside));
    lines.join("\n")
}

#[test]
fn what_an_example_sends_is_a_field() {
    insta::assert_snapshot!(shown(r#"{"litres": 2, "whistles": true, "owner@odata.bind": "https://x/users/1"}"#), @r"
    kettle.owner@odata.bind: Edm.String
    kettle.whistles: Edm.Boolean
    body named: false, inside: None
    ");
    insta::assert_snapshot!(shown(r#"{"lid": {"colour": "red", "weight": 1.5}, "litres": 1}"#), @r"
    lid.weight: Edm.Double
    body named: false, inside: None
    ");
}

#[test]
fn the_example_of_something_else_adds_nothing() {
    insta::assert_snapshot!(shown(r#"{"temperature": 90, "unit": "C"}"#), @"body named: false, inside: None");
    insta::assert_snapshot!(shown(r#"{"litres": 2, "9b1-02": {}, "Litres": 3}"#), @"body named: false, inside: None");
}

#[test]
fn objects_name_their_type_as_the_examples_of_the_call_do() {
    insta::assert_snapshot!(shown(r##"{"@odata.type": "#microsoft.graph.kettle", "lid": {"colour": "red"}}"##), @"body named: true, inside: None");
    let lids = r##"{"lid": {"@odata.type": "#microsoft.graph.lid", "colour": "red"}}"##;
    insta::assert_snapshot!(shown(lids), @"body named: false, inside: None");
}

/// The page of an action on kettles, whose Request body section and example are these.
fn boil(section: &str, body: &str) -> String {
    format!(
        "# kettle: boil\n\nNamespace: microsoft.graph\n\nBoils.\n\n## HTTP request\n\n```http\nPOST /kettles/{{id}}/boil\n```\n\n\
         ## Request body\n\n{section}\n\n## Response\n\nIf successful, this method returns a `204 No Content` response \
         code.\n\n## Examples\n\n### Request\n\n\
         ```http\nPOST https://graph.microsoft.com/beta/kettles/1/boil\nContent-Type: application/json\n\n{body}\n```\n"
    )
}

/// What the action sends, with its parameters.
fn sent(section: &str, body: &str) -> String {
    let boil = boil(section, body);
    let model = sample::model(&[
        ("api/kettle-boil.md", boil.as_str()),
        ("resources/kettle.md", KETTLE),
        ("resources/lid.md", LID),
    ]);
    let operation = &model.schemas[0].operations[0];
    let names: Vec<&str> = operation.parameters.iter().map(|row| row.name.as_str()).collect();
    format!("{}: {}", operation.routes[0].body, names.join(", "))
}

#[test]
fn a_body_that_only_examples_tell_of() {
    insta::assert_snapshot!(sent("Supply the values.", r#"{"degrees": 90, "kettle@odata.bind": "https://x"}"#), @"parameters: degrees, kettle@odata.bind");
    insta::assert_snapshot!(sent("Do not supply a request body for this method.", "{ }"), @"an object without members: ");
    insta::assert_snapshot!(sent("Supply the values.", r#"{"1 2": 90}"#), @"JSON: ");
    insta::assert_snapshot!(sent("", ""), @"nothing: ");
}

const CUPBOARD: &str = "# cupboard resource type\n\nNamespace: microsoft.graph\n\nA cupboard.\n\n## Properties\n\n\
    |Property|Type|Description|\n|:-|:-|:-|\n|value|[kettle](kettle.md) collection|All.|\n";

/// The type of the parameter that only the example of an action on kettles shows, and what the example adds to types.
fn guessed(body: &str) -> String {
    let boil = boil("Supply the values.", body);
    let model = sample::model(&[
        ("api/kettle-boil.md", boil.as_str()),
        ("resources/cupboard.md", CUPBOARD),
        ("resources/kettle.md", KETTLE),
        ("resources/lid.md", LID),
    ]);
    let schema = &model.schemas[0];
    let rows = schema.types.iter().flat_map(|item| &item.properties);
    let rows = rows.filter(|row| row.section == PropertySection::Example);
    let added: String = rows.map(|row| format!(", {}: {}", row.name, row.type_ref)).collect();
    format!("{}{added}", schema.operations[0].parameters[0].type_ref)
}

#[test]
fn an_object_is_of_the_type_that_is_called_like_its_name_and_has_its_members() {
    insta::assert_snapshot!(guessed(r#"{"kettle": {"litres": 2}}"#), @"microsoft.graph.kettle");
    insta::assert_snapshot!(guessed(r#"{"kettles": [{"litres": 2}]}"#), @"Collection(microsoft.graph.kettle)");
    let bound = r#"{"kettle": {"litres": 2, "owner@odata.bind": "https://x/users/1"}}"#;
    insta::assert_snapshot!(guessed(bound), @"microsoft.graph.kettle, owner@odata.bind: Edm.String");
    insta::assert_snapshot!(guessed(r#"{"kettle": {"weight": 2}}"#), @"Edm.Json");
}

#[test]
fn an_id_in_a_list_of_values_tells_nothing() {
    insta::assert_snapshot!(guessed(r#"{"value": [{"id": "1"}]}"#), @"Collection(Edm.Json)");
    insta::assert_snapshot!(guessed(r#"{"value": [{"id": "1", "litres": 2}]}"#), @"Collection(microsoft.graph.kettle)");
    insta::assert_snapshot!(guessed(r#"{"kettle": {"id": "1"}}"#), @"microsoft.graph.kettle");
}

#[test]
fn names_are_spelled_as_all_examples_spell_them() {
    let table = "In the request body, provide a JSON object with the following parameters.\n\n\
        |Parameter|Type|Description|\n|:-|:-|:-|\n|degrees|Int32|How hot.|\n";
    insta::assert_snapshot!(sent(table, r#"{"Degrees": 90}"#), @"parameters: Degrees");
    insta::assert_snapshot!(sent(table, r#"{"degrees": 90}"#), @"parameters: degrees");
}

#[test]
fn an_annotation_of_a_property_is_a_field_and_so_is_null() {
    insta::assert_snapshot!(shown(r##"{"litres": 2, "id": "1", "lid@odata.type": "#microsoft.graph.lid", "whistles": null}"##), @r"
    kettle.lid@odata.type: Edm.String
    kettle.whistles: Edm.Json
    body named: false, inside: None
    ");
}

#[test]
fn of_a_type_without_a_page_examples_tell_all() {
    insta::assert_snapshot!(shown(r#"{"litres": 2, "lid": {"size": 3}, "stand": {"legs": 3}}"#), @r"
    kettle.stand: Edm.Json
    body named: false, inside: None
    ");
    let page = KETTLE.replace("|lid|[lid](lid.md)|", "|stand|stand|");
    let create = create(r#"{"litres": 2, "stand": {"legs": 3, "colour": "red"}}"#);
    let model = sample::model(&[
        ("api/kettle-post.md", create.as_str()),
        ("resources/kettle.md", page.as_str()),
    ]);
    let stand = model.schemas[0].types.iter().find(|item| item.name.name == "stand");
    let rows = stand.unwrap().properties.iter();
    let rows = rows.map(|row| format!("{}: {}", row.name, row.type_ref));
    insta::assert_snapshot!(rows.collect::<Vec<_>>().join(", "), @"colour: Edm.String, legs: Edm.Int64");
}

#[test]
fn the_own_response_shows_that_a_property_is_one() {
    let alone = r#"{"litres": 2, "handle": "left", "spout": "long"}"#;
    insta::assert_snapshot!(shown(alone), @"body named: false, inside: None");
    let answered = format!("{alone}\n```\n\n### Response\n\n```http\nHTTP/1.1 201 Created\n\n{alone}");
    insta::assert_snapshot!(shown(&answered), @r"
    kettle.handle: Edm.String
    kettle.spout: Edm.String
    body named: false, inside: None
    ");
}

/// The names of a kettle's own rows, where the example of `POST /kettles` sends `body` and gets `answer` back.
fn spelled(body: &str, answer: &str) -> String {
    let create = format!(
        "{}\n### Response\n\n```http\nHTTP/1.1 201 Created\nContent-Type: application/json\n\n{answer}\n```\n",
        create(body)
    );
    let pages = [
        ("api/kettle-post.md", create.as_str()),
        ("resources/kettle.md", KETTLE),
        ("resources/lid.md", LID),
    ];
    let model = sample::model(&pages);
    let kettle = model.schemas[0].types.iter().find(|item| item.name.name == "kettle");
    let rows = kettle.unwrap().properties.iter().map(|row| row.name.as_str());
    rows.collect::<Vec<_>>().join(" ")
}

#[test]
fn a_name_has_the_capitals_of_the_examples_unless_a_response_has_those_of_the_table() {
    insta::assert_snapshot!(spelled(r#"{"liTres": 2}"#, r#"{"id": "7"}"#), @"id liTres lid owner");
    insta::assert_snapshot!(spelled(r#"{"liTres": 2}"#, r#"{"id": "7", "litres": 2}"#), @"id litres lid owner");
}
