//! `generator why`.

use crate::sandbox::Sandbox;
use generator::cli::Status;

const LAMP: &str = "---\nms.subservice: \"lights\"\n---\n# lamp resource type\n\nNamespace: microsoft.graph\n\nLights a room. Inherits from [device](device.md).\n\n\
    ## Properties\n|Property|Type|Description|\n|:---|:---|:---|\n|colour|String|Possible values are: `red`, `blue`.|\n|bulb|[bulb](bulb.md)|What glows.|\n\n\
    ## Relationships\n|Relationship|Type|Description|\n|:---|:---|:---|\n|switches|[switch](switch.md)|Who turns it.|\n\n\
    ## JSON representation\n<!-- {\"blockType\": \"resource\", \"@odata.type\": \"microsoft.graph.lamp\", \"baseType\": \"microsoft.graph.thing\"} -->\n\
    ```json\n{ \"colour\": \"String\", \"watts\": \"Int32\", \"bulb\": {\"@odata.type\": \"microsoft.graph.tube\"} }\n```\n";
const DEVICE: &str = "# device resource type\n\nOne of many.\n\n## Properties\n|Property|Type|Description|\n|:---|:---|:---|\n|id|String|N.|\n";
const BULB: &str = "# Bulb resource type\n\nGlows.\n\n## Properties\n|Property|Type|Description|\n|:---|:---|:---|\n|watts|Int32|N.|\n\n\
    ## JSON representation\n<!-- {\"blockType\": \"resource\", \"@odata.type\": \"microsoft.graph.device\"} -->\n```json\n{ \"watts\": 1 }\n```\n";
const LIST: &str = "# Get lamps\n\nAll of them.\n\n## Permissions\n|Permission type|Permissions (from least to most privileged)|\n|:---|:---|\n|Delegated (work or school account)|Lamps.Read, Lamps.ReadWrite|\n|Application|Not supported.|\n\n\
    ## HTTP request\n```http\nGET /lamps\nGET /rooms/{room-id}/lamps/{id}/$value\n```\n\n\
    ## Response\nReturns `200 OK` and a [lamp](../resources/lamp.md) object in the response body.\n\n\
    ## Examples\n### Response\n```http\nHTTP/1.1 200 OK\n\n{ \"value\": [ { \"id\": \"1\" } ] }\n```\n";
const SWITCH: &str = "# List switches\n\n## HTTP request\n```http\nGET /lamps/{id}/switches/{id}\n```\n\n## Response\nReturns `200 OK` and a collection of [switch](../resources/switch.md) objects.\n";

const MODE: &str = "# lampMode enum type\n\n## Members\n|Member|Value|Description|\n|:---|:---|:---|\n|steady|0|N.|\n|blinking|1|N.|\n|unknownFutureValue|2|N.|\n";
const SPOT: &str = "# spot resource type\n\nInherits from [lamp](lamp.md).\n\n## Properties\n|Property|Type|Description|\n|:---|:---|:---|\n\
    |mode|[lampMode](lampmode.md)|Possible values are: `steady`, `blinking`, `blinkin`, `off`.|\n|nightMode|String|Possible values are: `steady`, `blinking`.|\n|lampMode|String|Possible values are: `steady`, `blinking`, `off`.|\n\n\
    ## JSON representation\n<!-- {\"blockType\": \"resource\", \"@odata.type\": \"microsoft.graph.spot\"} -->\n```json\n{ \"bulb\": \"x\" }\n```\n";
const SPOTS: &str = "# List spots\n\n## HTTP request\n```http\nGET /lamps/{id}/spots\n```\n\n## Response\nReturns `200 OK` and a collection of [spot](../resources/spot.md) objects.\n";
const LAMP_GET: &str = "# Get lamp\n\n## Permissions\n|Permission type|Permissions|\n|:---|:---|\n|Application|Lamps.Read.All*|\n\n## HTTP request\n```http\nGET /lamps/{id}\n```\n\n## Response\nReturns `200 OK` and a [lamp](../resources/lamp.md) object.\n";

const SHADE: &str = "# shade resource type\n\nDims a lamp.\n\n## Properties\n|Property|Type|Description|\n|:---|:---|:---|\n|label|String, maximum size 20|N.|\n|width (deprecated)|Int32|N.|\n";

const TURN: &str = "# lamp: turn\n\n## HTTP request\n```http\nPOST /lamps/{id}/turn\n```\n\n## Request body\nProvide an optional `speed` object with these properties.\n\n\
    |Property|Type|Description|\n|:---|:---|:---|\n|unit|String|N.|\n\n```json\n{ \"speed\": { \"unit\": \"rpm\" } }\n```\n\n## Response\nReturns `204 No Content`.\n";

fn sandbox() -> Sandbox {
    let sandbox = Sandbox::new();
    for (path, text) in [
        ("resources/lamp.md", LAMP),
        ("resources/device.md", DEVICE),
        ("resources/bulb.md", BULB),
        ("resources/lampmode.md", MODE),
        ("resources/spot.md", SPOT),
        ("resources/shade.md", SHADE),
        ("api/lamp-get.md", LAMP_GET),
        ("api/lamp-list.md", LIST),
        ("api/lamp-list-spots.md", SPOTS),
        ("api/lamp-get-switches.md", SWITCH),
        ("api/lamp-turn.md", TURN),
    ] {
        sandbox.write(&format!("docs-src/beta/{path}"), text);
    }
    sandbox
}

fn why(arguments: &[&str]) -> String {
    let arguments: Vec<&str> = std::iter::once("why").chain(arguments.iter().copied()).collect();
    sandbox().run(&arguments).ends(Status::Done).out
}

#[test]
fn a_type() {
    insta::assert_snapshot!(why(&["microsoft.graph.lamp"]), @r"
    microsoft.graph.lamp (beta)
      name: microsoft.graph.lamp
        annotation of the JSON block, resources/lamp.md:4
      area: lights
        product in the front matter, resources/lamp.md:4
      base: microsoft.graph.device
        sentence of the introduction, resources/lamp.md:4
        not microsoft.graph.thing: annotation of the JSON block, resources/lamp.md:4
    ");
    insta::assert_snapshot!(why(&["Bulb"]), @r"
    microsoft.graph.bulb (beta)
      name: microsoft.graph.bulb
        heading: the annotation is that of another page, resources/bulb.md:1
        not microsoft.graph.device: annotation of the JSON block, resources/bulb.md:1
      area: general
        nothing names one, resources/bulb.md:1
    ");
    insta::assert_snapshot!(why(&["switch"]), @r"
    microsoft.graph.switch (beta)
      name: microsoft.graph.switch
        no page describes it; this is the first reference to it, resources/lamp.md:19
    ");
}

#[test]
fn a_property_with_a_note_in_its_type_cell() {
    insta::assert_snapshot!(why(&["shade/label"]), @r"
    microsoft.graph.shade/label (beta)
      type: Edm.String
        type cell of the row: a note follows the type, left out, resources/shade.md:8
      kind: structural
        row of the Properties table, resources/shade.md:8
    ");
}

#[test]
fn cells_that_hold_more_than_a_name() {
    insta::assert_snapshot!(why(&["shade/width"]), @r"
    microsoft.graph.shade/width (beta)
      name: width
        name cell of the row: a note in brackets follows the name, left out, resources/shade.md:9
      type: Edm.Int32
        type cell of the row, resources/shade.md:9
      kind: structural
        row of the Properties table, resources/shade.md:9
    ");
    let call = why(&["GET /lamps/{id}"]);
    let lines: Vec<&str> = call
        .lines()
        .skip_while(|line| !line.starts_with("  permission:"))
        .take(2)
        .collect();
    insta::assert_snapshot!(lines.join("\n"), @r"
    permission: Lamps.Read.All*
      permission cell: a footnote mark follows the permission, left out, api/lamp-get.md:6
    ");
}

#[test]
fn a_property() {
    insta::assert_snapshot!(why(&["lamp/colour"]), @r"
    microsoft.graph.lamp/colour (beta)
      type: Edm.String
        type cell of the row, resources/lamp.md:13
      kind: structural
        row of the Properties table, resources/lamp.md:13
      values: red, blue
        values that the description lists, resources/lamp.md:13
      enum: microsoft.graph.lampColour
        values that the description of a string lists, resources/lamp.md:13
    ");
    insta::assert_snapshot!(why(&["lamp/bulb"]), @r"
    microsoft.graph.lamp/bulb (beta)
      type: microsoft.graph.bulb
        type cell of the row, resources/lamp.md:14
        not microsoft.graph.tube: value in the JSON block, resources/lamp.md:24
      kind: structural
        row of the Properties table, resources/lamp.md:14
    ");
    insta::assert_snapshot!(why(&["lamp/switches"]), @r"
    microsoft.graph.lamp/switches (beta)
      type: Collection(microsoft.graph.switch)
        a route shows a collection, api/lamp-get-switches.md:5
        not microsoft.graph.switch: type cell of the row, resources/lamp.md:19
      kind: navigation
        row of the Relationships table, resources/lamp.md:19
    ");
    insta::assert_snapshot!(why(&["lamp/watts"]), @r"
    microsoft.graph.lamp/watts (beta)
      type: Edm.Int32
        value in the JSON block, resources/lamp.md:24
      kind: structural
        key of the JSON block, resources/lamp.md:24
    ");
    insta::assert_snapshot!(why(&["lamp/id"]), @r"
    microsoft.graph.lamp/id (beta)
      declared by: microsoft.graph.device
        row on the page of a base type, resources/device.md:8
      type: Edm.String
        type cell of the row, resources/device.md:8
      kind: structural
        row of the Properties table, resources/device.md:8
    ");
}

/// The same functions decide that build the model, so that what they reject is told too.
#[test]
fn what_other_places_say_about_a_property() {
    let items = [
        "lamp/spots",
        "spot/bulb",
        "spot/mode",
        "spot/nightMode",
        "spot/lampMode",
    ];
    insta::assert_snapshot!(items.map(|item| why(&[item])).join("\n"), @r"
    microsoft.graph.lamp/spots (beta)
      type: Collection(microsoft.graph.spot)
        the route ends in it, and the page's name says so, api/lamp-list-spots.md:5
      kind: navigation
        a route shows it, and no table lists it, api/lamp-list-spots.md:5

    microsoft.graph.spot/bulb (beta)
      type: microsoft.graph.bulb
        row of a base type, resources/lamp.md:14
        not Edm.String: value in the JSON block, resources/spot.md:15
      kind: structural
        key of the JSON block, resources/spot.md:15

    microsoft.graph.spot/mode (beta)
      type: microsoft.graph.lampMode
        type cell of the row, resources/spot.md:8
      kind: structural
        row of the Properties table, resources/spot.md:8
      values: steady, blinking, blinkin, off, unknownFutureValue
        another place documents `unknownFutureValue` for these values, resources/lampmode.md:3
        not steady, blinking, blinkin, off: values that the description lists, resources/spot.md:8

    microsoft.graph.spot/nightMode (beta)
      type: Edm.String
        type cell of the row, resources/spot.md:9
      kind: structural
        row of the Properties table, resources/spot.md:9
      values: steady, blinking
        values that the description lists, resources/spot.md:9
      enum: microsoft.graph.spotNightMode
        values that the description of a string lists, resources/spot.md:9

    microsoft.graph.spot/lampMode (beta)
      type: Edm.String
        type cell of the row, resources/spot.md:10
      kind: structural
        row of the Properties table, resources/spot.md:10
      values: steady, blinking, off, unknownFutureValue
        another place documents `unknownFutureValue` for these values, resources/lampmode.md:3
        not steady, blinking, off: values that the description lists, resources/spot.md:10
      enum: microsoft.graph.lampMode
        the only enum of these values that is named after the property, resources/lampmode.md:3
        not microsoft.graph.spotLampMode: values that the description of a string lists, resources/spot.md:10
    ");
}

#[test]
fn members_of_a_table_and_of_rows() {
    insta::assert_snapshot!(why(&["lampMode"]), @r"
    microsoft.graph.lampMode (beta)
      members: steady, blinking, unknownFutureValue
        table of members on a page of its own, resources/lampmode.md:3
      members of a row: off
        values of the row that the table lacks, resources/spot.md:8
        not blinkin: a member differs by one letter, resources/spot.md:8
      area: general
        nothing names one, resources/lampmode.md:3
    ");
}

#[test]
fn an_enum() {
    insta::assert_snapshot!(why(&["lampColour"]), @r"
    microsoft.graph.lampColour (beta)
      members: red, blue
        values that the description of a string property lists, resources/lamp.md:13
      area: lights
        product in the front matter, resources/lamp.md:13
    ");
}

/// A call is found however its placeholders are called; a page stands for its calls.
#[test]
fn a_call() {
    insta::assert_snapshot!(why(&["GET /lamps"]), @r"
    GET /lamps (beta)
      operation: Get lamps
        route line of the page, api/lamp-list.md:13
      body: nothing
        no method of the page sends a body, api/lamp-list.md:1
      response: Collection(microsoft.graph.lamp) (200)
        every example shows a list, api/lamp-list.md:23
        not microsoft.graph.lamp (200): sentence of the Response section, api/lamp-list.md:18
      permissions of work accounts: Lamps.Read or Lamps.ReadWrite
        permission table for all routes of the page, api/lamp-list.md:6
      permissions of personal accounts: not stated
        permission table for all routes of the page, api/lamp-list.md:6
      permissions of applications: not supported
        permission table for all routes of the page, api/lamp-list.md:6
      area: lamps
        first segment of the first route, api/lamp-list.md:13
    ");
    insta::assert_snapshot!(why(&["get /Rooms/{id}/lamps/{lamp}/$value"]), @r"
    GET /rooms/{room-id}/lamps/{id}/$value (beta)
      operation: Get lamps
        route line of the page, api/lamp-list.md:14
      body: nothing
        no method of the page sends a body, api/lamp-list.md:1
      response: bytes (200)
        the route ends in `$value` or `content`, api/lamp-list.md:1
        not microsoft.graph.lamp (200): sentence of the Response section, api/lamp-list.md:18
      permissions of work accounts: Lamps.Read or Lamps.ReadWrite
        permission table for all routes of the page, api/lamp-list.md:6
      permissions of personal accounts: not stated
        permission table for all routes of the page, api/lamp-list.md:6
      permissions of applications: not supported
        permission table for all routes of the page, api/lamp-list.md:6
      area: lamps
        first segment of the first route, api/lamp-list.md:13
    ");
    assert_eq!(
        why(&["lamp-list"]),
        [why(&["GET /lamps"]), why(&["/rooms/{x}/lamps/{y}/$value"])].join("\n")
    );
}

#[test]
fn parameters_of_a_call() {
    insta::assert_snapshot!(why(&["lamp-turn"]), @r"
    POST /lamps/{id}/turn (beta)
      operation: lamp: turn
        route line of the page, api/lamp-turn.md:5
      body: parameters
        rows of the Request body section, api/lamp-turn.md:16
      parameter: unit (property of an object in the body)
        the body that the page shows has it inside of a key, api/lamp-turn.md:13
        not unit (in the body): row of a table, api/lamp-turn.md:13
      parameter: speed (in the body)
        key of a body that the page shows, api/lamp-turn.md:16
      response: nothing (204)
        the status says that nothing comes back, api/lamp-turn.md:1
      area: lamps
        first segment of the first route, api/lamp-turn.md:5
    ");
}

#[test]
fn what_pulls_an_item_into_a_slice() {
    let chain = |arguments: &[&str]| why(arguments).lines().last().unwrap_or_default().to_owned();
    insta::assert_snapshot!(chain(&["bulb", "--include", "GET /lamps"]), @"  in the selected part: GET /lamps -> microsoft.graph.lamp -> microsoft.graph.bulb");
    insta::assert_snapshot!(chain(&["lamp/colour", "--include", "type:lamp"]), @"  in the selected part: a pattern matches it");
    insta::assert_snapshot!(chain(&["lampColour", "--include", "type:lamp"]), @"  in the selected part: microsoft.graph.lamp -> microsoft.graph.lampColour");
    insta::assert_snapshot!(chain(&["GET /lamps", "--include", "GET /lamps"]), @"  in the selected part: a pattern matches it");
    insta::assert_snapshot!(chain(&["bulb", "--include", "type:device"]), @"  in the selected part: microsoft.graph.device -> microsoft.graph.lamp -> microsoft.graph.bulb");
}

#[test]
fn as_json() {
    insta::assert_snapshot!(why(&["lamp/bulb", "--format", "json", "--include", "GET /lamps"]), @r#"
    {
      "chains": [
        {
          "apiVersion": "beta",
          "chain": [
            "GET /lamps",
            "microsoft.graph.lamp"
          ],
          "item": "microsoft.graph.lamp/bulb"
        }
      ],
      "decisions": [
        {
          "apiVersion": "beta",
          "fact": "type",
          "item": "microsoft.graph.lamp/bulb",
          "rejected": [
            {
              "file": "resources/lamp.md",
              "line": 24,
              "rule": "value in the JSON block",
              "value": "microsoft.graph.tube"
            }
          ],
          "source": {
            "file": "resources/lamp.md",
            "line": 14,
            "rule": "type cell of the row"
          },
          "value": "microsoft.graph.bulb"
        },
        {
          "apiVersion": "beta",
          "fact": "kind",
          "item": "microsoft.graph.lamp/bulb",
          "rejected": [],
          "source": {
            "file": "resources/lamp.md",
            "line": 14,
            "rule": "row of the Properties table"
          },
          "value": "structural"
        }
      ],
      "format": 1,
      "item": "lamp/bulb"
    }
    "#);
}

#[test]
fn an_unknown_item_is_an_error_with_near_names() {
    let said = |item: &str| sandbox().run(&["why", item]).ends(Status::Failed).err;
    insta::assert_snapshot!(said("lamb"), @r"
    error: nothing is called `lamb`
     |
     = help: did you mean `lamp`?
    ");
    insta::assert_snapshot!(said("lamp/bulbs"), @r"
    error: nothing is called `lamp/bulbs`
     |
     = help: did you mean `lamp/bulb`, `lamp/spots`, `lamp/watts`?
    ");
    insta::assert_snapshot!(said("GET /lamp"), @r"
    error: nothing is called `GET /lamp`
     |
     = help: did you mean `GET /lamps`?
    ");
    insta::assert_snapshot!(said("something else"), @r"
    error: nothing is called `something else`
     |
     = help: name a type, `user/manager`, or a call: `GET /users/{id}`
    ");
}
