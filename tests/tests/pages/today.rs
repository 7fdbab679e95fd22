//! What pages from 2023 on do that those of 2021 did not.

use super::{only, outline, outlines};
use tests::pages::read;

/// A value of the exported model, by its path.
fn at(files: &[(&str, &str)], pointer: &str) -> String {
    let exported = serde_json::to_value(&read(files).model.schemas[0]).unwrap();
    match exported.pointer(pointer) {
        Some(serde_json::Value::String(text)) => text.clone(),
        Some(value) => serde_json::to_string_pretty(value).unwrap(),
        None => "nothing".to_owned(),
    }
}

const CALL: &str = "# Copy pot\n\n## HTTP request\n```http\nPOST /pots/{id}/copy\n```\n";

#[test]
fn every_paragraph_and_item_of_a_note_stays() {
    let page = format!(
        "{CALL}\n## Optional query parameters\n> [!NOTE]\n> Cold pots break.\n>\n> Hot ones too.\n\nOther words.\n\n\
         ### More of them\n\n> [!NOTE]\n>\n> - `id` is that of a pot.\n> - Pots are round.\n\n> **Note:**\n> No glaze.\n\n\
         ## Request body\n\nImportant\n\nThese stay:\n\n- The lid.\n- The ears.\n\nThe body has a table.\n"
    );
    insta::assert_snapshot!(at(&[("beta/api/pot-copy.md", &page)], "/operations/0/description"), @"
    **Note:** Cold pots break.

    Hot ones too.

    **Note:** `id` is that of a pot.

    - Pots are round.

    **Note:** No glaze.

    **Important:** These stay:

    - The lid.
    - The ears.
    ");
}

#[test]
fn a_call_that_goes_on_shows_its_location_and_another_success() {
    let page = format!(
        "{CALL}\n## Response\nReturns `202 Accepted`.\n\n## Examples\n### Response\n```http\nHTTP/1.1 202 Accepted\n\
         Location: https://x.example/1\n```\n### Response\n```http\nHTTP/1.1 204 No Content\n```\n"
    );
    let routes = at(&[("beta/api/pot-copy.md", &page)], "/operations/0/routes/0/response");
    insta::assert_snapshot!(routes, @r#"
    {
      "kind": "nothing",
      "location": true,
      "others": [
        {
          "kind": "nothing",
          "status": 204
        }
      ],
      "status": 202
    }
    "#);
}

#[test]
fn values_of_a_query_parameter_keep_their_meanings() {
    let page = format!(
        "{CALL}\n## Optional query parameters\nThis method supports the `@pots.onConflict` query parameter.\n\n\
         |Value|Description|\n|:---|:---|\n|fail|The call fails. This behavior is the default.|\n|`keep`|Both stay.|\n"
    );
    let parameter = at(&[("beta/api/pot-copy.md", &page)], "/operations/0/params/0");
    insta::assert_snapshot!(parameter, @r#"
    {
      "coll": false,
      "default": "fail",
      "description": "This method supports the `@pots.onConflict` query parameter.\n\n- `fail`: The call fails. This behavior is the default.\n- `keep`: Both stay.",
      "enumValues": [
        "fail",
        "keep"
      ],
      "name": "@pots.onConflict",
      "origin": {
        "column": 1,
        "file": "api/pot-copy.md",
        "line": 9
      },
      "raw": "",
      "section": "query",
      "type": "Edm.String"
    }
    "#);
}

#[test]
fn a_column_of_another_kind_is_part_of_the_description() {
    let page = format!(
        "{CALL}\n## Request body\nSupply the parameters.\n\n|Parameter|Type|Description|While it is hot?|\n|:---|:---|:---|:---|\n\
         |lid|String|The lid.|Yes|\n|ears|Int32||No|\n"
    );
    let parameters = at(&[("beta/api/pot-copy.md", &page)], "/operations/0/params");
    insta::assert_snapshot!(parameters, @r#"
    [
      {
        "coll": false,
        "description": "The lid.\n\nWhile it is hot? Yes",
        "name": "lid",
        "origin": {
          "column": 1,
          "file": "api/pot-copy.md",
          "line": 13
        },
        "raw": "String",
        "section": "body",
        "type": "Edm.String"
      },
      {
        "coll": false,
        "description": "While it is hot? No",
        "name": "ears",
        "origin": {
          "column": 1,
          "file": "api/pot-copy.md",
          "line": 14
        },
        "raw": "Int32",
        "section": "body",
        "type": "Edm.Int32"
      }
    ]
    "#);
}

/// A missing page tells its namespace by its file name, as its neighbours do.
#[test]
fn links_to_missing_pages_of_another_namespace() {
    let page = "# potReport resource type\n\nNamespace: microsoft.graph.kilnWorks\n\nInherits from [entity](entity.md).\n\n\
        ## Properties\n|Property|Type|Description|\n|:---|:---|:---|\n|id|String|Key.|\n|pot|[pot](kilnworks-pot.md)|A pot.|\n\
        |maker|[person](../resources/person.md)|Who.|\n|cup|[cup](cups-cup.md)|A cup.|\n|shade|shade|A shade.|\n";
    let cup = super::resource("saucer", "Namespace: microsoft.graph.cups");
    let files = [
        ("beta/resources/kilnworks-potreport.md", page),
        ("beta/resources/cups-saucer.md", cup.as_str()),
    ];
    insta::assert_snapshot!(only(&outlines(&files), &["type microsoft.graph.kilnWorks.potReport", "id", "pot", "maker", "cup", "shade"]), @r"
    id: String :8
    id: String :10
    pot: kilnWorks.pot :11
    maker: person :12
    cup: cups.cup :13
    shade: kilnWorks.shade :14
    ");
}

/// The website has neither front matter nor annotations.
#[test]
fn website_markdown_tells_area_key_and_base() {
    let page = "<!-- Source: https://example.com/graph/api/resources/kilnworks-pot -->\n\n# pot resource type\n\n\
        Namespace: microsoft.graph.kilnWorks\n\nNote\n\nPots are round.\n\nInherits from [vessel](https://example.com/en-us/graph/api/resources/kilnworks-vessel?view=graph-rest-1.0).\n\n\
        ## Properties\n\n| Property | Type | Description |\n| :--- | :--- | :--- |\n| number | String | Which one. |\n\n\
        ## JSON representation\n\n```json\n{\n  \"@odata.type\": \"#microsoft.graph.kilnWorks.pot\",\n  \"number\": \"String (identifier)\"\n}\n```\n";
    let files = [("v1.0/resources/kilnworks-pot.md", page)];
    let facts =
        ["name", "area", "keyProperty", "base", "description"].map(|fact| at(&files, &format!("/types/0/{fact}")));
    insta::assert_snapshot!(facts.join("\n"), @r"
    pot
    kiln_works
    number
    microsoft.graph.kilnWorks.vessel
    **Note:** Pots are round.

    Inherits from [vessel](https://example.com/en-us/graph/api/resources/kilnworks-vessel?view=graph-rest-1.0).
    ");
}

#[test]
fn a_row_that_stands_twice_with_another_type_is_told() {
    let page = "# pot resource type\n\n## Properties\n|Property|Type|Description|\n|:---|:---|:---|\n|id|String|Key.|\n\
        |rows|Int32|How many.|\n|rows|String|As text.|\n|Rows|Int32|Again.|\n";
    let told = read(&[("beta/resources/pot.md", page)]).diagnostics;
    let told: Vec<&str> = told.iter().map(|found| found.message.as_str()).collect();
    insta::assert_snapshot!(told.join("\n"), @r"
    row not read: listed twice, here with another type; the first row counts
    row not read: listed twice
    ");
}

#[test]
fn numbers_of_flags_with_bare_pipes() {
    let page = "# potMarks enum type\n\n## Members\n|Member|Value|Description|\n|:---|:---|:---|\n|none|0|Nothing.|\n\
        |small|1 << 0|Small.|\n|red|1 << 1|Red.|\n|both|small | red|Small and red.|\n";
    insta::assert_snapshot!(outline("beta/resources/potmarks.md", page), @r"
    enum potMarks (general), Page, flags :3
      none = 0 :6
      small = 1 :7
      red = 2 :8
      both = 3 :9
    ");
}

/// The website has no front matter: the first word of the type's name tells the area. A file name begins with all words of
/// the namespace.
#[test]
fn what_names_and_files_tell_of_a_page() {
    let website = "# printerTray resource type\n\nNamespace: microsoft.graph\n\nA tray.\n\n## Properties\n\n\
        |Property|Type|Description|\n|:--|:--|:--|\n|id|String|Its id.|\n";
    let area = at(&[("beta/resources/printertray.md", website)], "/types/0/area");
    insta::assert_snapshot!(area, @"universal_print");
    let below = website.replace("microsoft.graph\n", "microsoft.graph.works.kilns\n");
    let resource = at(
        &[("beta/resources/works-kilns-printertray.md", &below)],
        "/types/0/resource",
    );
    insta::assert_snapshot!(resource, @"printerTray");
}

/// A property table with names below the header of types, and types below that of names.
#[test]
fn columns_of_properties_the_wrong_way_round() {
    let page = "# pot resource type\n\n## Properties\n|Property|Type|Description|\n|:--|:--|:--|\n\
        |String|glaze|x|\n|[lid](lid.md)|top|x|\n|Int32|ears|x|\n";
    insta::assert_snapshot!(outline("beta/resources/pot.md", page), @"
    undescribed lid (undocumented)
    type pot (general) :1
      glaze: String :6
      top: lid :7
      ears: Int32 :8
    note[undocumented-type] beta/resources/pot.md:7:3: no page describes `microsoft.graph.lid`
    3 Property guessed: names and types stand in each other's column
    ");
    let page = "# pot resource type\n\n## Properties\n|Property|Type|Description|\n|:--|:--|:--|\n|number|potNumber|x|\n|lid|lid|x|\n";
    insta::assert_snapshot!(outline("beta/resources/pot.md", page), @r"
    undescribed lid (undocumented)
    type pot (general) :1
      number: potNumber :6
      lid: lid :7
    undescribed potNumber (undocumented)
    note[undocumented-type] beta/resources/pot.md:6:9: no page describes `microsoft.graph.potNumber`
    note[undocumented-type] beta/resources/pot.md:7:6: no page describes `microsoft.graph.lid`
    ");
}

/// Links to other pages in a box are not what the page says.
#[test]
fn a_box_of_links_is_no_description() {
    let page = "# pot resource type\n\n> [!div class=\"op_single_selector\"]\n> - [One](one.md)\n> - [Two](two.md)\n\nA pot.\n\n\
        ## Properties\n|Property|Type|Description|\n|:--|:--|:--|\n|id|String|x|\n";
    insta::assert_snapshot!(at(&[("beta/resources/pot.md", page)], "/types/0/description"), @"A pot.");
}

/// Tables of properties that are not sent, and of those to filter by, list no parameters.
#[test]
fn tables_beside_those_of_parameters() {
    let page = "# Update pot\n\n## HTTP request\n```http\nPATCH /pots/{id}\n```\n\n\
        ## Optional query parameters\n\nThis method supports the `$filter` OData query parameter. The following properties are \
        supported with `$filter`.\n\n|Parameter|Type|Description|\n|:--|:--|:--|\n|glaze|String|By glaze.|\n\n\
        ## Request body\n\nThe following properties can be updated.\n\n|Property|Type|Description|\n|:--|:--|:--|\n\
        |size|Int32|How big.|\n\nThe following properties cannot be updated.\n\n|Property|Type|\n|:--|:--|\n|id|String|\n|owner|String|\n";
    let pages = [("beta/api/pot-update.md", page)];
    insta::assert_snapshot!(at(&pages, "/operations/0/description"), @"The following properties cannot be updated: `id`, `owner`.");
    insta::assert_snapshot!(outline("beta/api/pot-update.md", page), @"
    type pot (pots), open :1
      size: Int32 :22
    operation pot update (pots) :1
      PATCH /pots/{id} :5
      property size: Int32 :22
      query: $filter
      body: pot
    1 PermissionTable unread: no permission section
    2 Parameter unread: table of properties that are not sent
    1 Response unread: no type named
    ");
}

/// "5-240 minutes" are no bounds of a duration, and "255 characters" is no length of a switch.
#[test]
fn bounds_of_other_things() {
    let page = "# pot resource type\n\n## Properties\n|Property|Type|Description|\n|:--|:--|:--|\n\
        |rest|Duration|The valid range is 5-240 minutes.|\n|isLong|Boolean|It has a limit of 255 characters if false.|\n\
        |size|Int32|The valid range is 5-240.|\n";
    insta::assert_snapshot!(at(&[("beta/resources/pot.md", page)], "/types/0/properties/0/maximum"), @"nothing");
    insta::assert_snapshot!(at(&[("beta/resources/pot.md", page)], "/types/0/properties/1/maxLength"), @"nothing");
    insta::assert_snapshot!(at(&[("beta/resources/pot.md", page)], "/types/0/properties/2/maximum"), @"240");
}
