use crate::page::TypeWord;
use crate::page::api::sample::page;

fn shown(text: &str) -> String {
    let sample = page(text);
    let row = |row: &crate::page::api::ParameterRow| {
        let word = match &row.type_cell.word {
            TypeWord::Primitive(primitive) => primitive.edm(),
            TypeWord::Name(name) => name.clone(),
            TypeWord::Unknown => "?".to_owned(),
        };
        let collection = if row.type_cell.collection { " collection" } else { "" };
        let required = if row.described.facets.required { " required" } else { "" };
        format!(
            "{:?} {} {word}{collection}{required} ({:?})",
            row.section, row.name, row.source
        )
    };
    let mut lines: Vec<String> = sample.rows.parameters.iter().map(row).collect();
    lines.extend(
        sample
            .counts()
            .lines()
            .filter(|line| line.starts_with("Parameter"))
            .map(ToOwned::to_owned),
    );
    lines.join("\n")
}

fn section(heading: &str, content: &str) -> String {
    shown(&format!(
        "# Do widget\n\n## HTTP request\n```http\nPOST /widgets/{{id}}/do\n```\n\n## {heading}\n\n{content}\n"
    ))
}

/// Every header of a name column, a type column and a column that says what must be given.
#[test]
fn headers_of_parameter_tables() {
    let tables = [
        "|Property|Type|Description|\n|:--|:--|:--|\n|a|String|x|\n",
        "|Properties|Type|Description|\n|:--|:--|:--|\n|b|String|x|\n",
        "|Property name|Type|Description|\n|:--|:--|:--|\n|c|String|x|\n",
        "|Parameter|Type|Required?|Description|\n|:--|:--|:--|:--|\n|d|String|Yes|x|\n",
        "|Parameters|Type|Required|Description|\n|:--|:--|:--|:--|\n|e|String|No|x|\n",
        "|Parameter name|Value|Description|\n|:--|:--|:--|\n|_f_|string|x|\n",
        "|Required parameter|Type|Description|\n|:--|:--|:--|\n|**g**|String collection|x|\n",
        "|Query parameter|Type|Description|\n|:--|:--|:--|\n|`h`|String|x|\n",
        "|Name|Type|Required (y/n)|Description|\n|:--|:--|:--|:--|\n|i|[part](../resources/part.md)|Y|x|\n",
        "|Permission type|Property|Type|Description|\n|:--|:--|:--|:--|\n|User|j|Int32|x|\n",
    ];
    insta::assert_snapshot!(section("Request body", &tables.join("\n")), @r"
    Body a Edm.String (Table)
    Body b Edm.String (Table)
    Body c Edm.String (Table)
    Body d Edm.String required (Table)
    Body e Edm.String (Table)
    Body f Edm.String (Table)
    Body g Edm.String collection (Table)
    Body h Edm.String (Table)
    Body i part required (Table)
    Body j Edm.Int32 (Table)
    ");
}

#[test]
fn sections_tell_where_parameters_go() {
    let table = |name: &str| format!("|Parameter|Type|Description|\n|:--|:--|:--|\n|{name}|String|x|\n");
    insta::assert_snapshot!(section("Function parameters", &table("a")), @"Function a Edm.String (Table)");
    insta::assert_snapshot!(section("Path parameters", &table("a")), @"Path a Edm.String (Table)");
    insta::assert_snapshot!(section("Query parameters", &format!("{}|$top|Int32|x|\n", table("a"))), @r"
    Query a Edm.String (Table)
    Parameter unread 1: OData option, not a parameter
    ");
    let moved = format!(
        "In the request URL, provide the following query parameters with values.\n\n{}",
        table("a")
    );
    insta::assert_snapshot!(section("Request body", &moved), @"Function a Edm.String (Table)");
}

#[test]
fn rows_of_a_create_page_are_properties() {
    let content = "Supply a JSON representation of the [widget](../resources/widget.md) object.\n\n\
        |Property|Type|Description|\n|:--|:--|:--|\n|name|String|Its name.|\n";
    insta::assert_snapshot!(section("Request body", content), @"Property name Edm.String (Table)");
}

#[test]
fn other_tables_are_counted() {
    let content = "|Type of group|Assigned|Dynamic|\n|:--|:--|:--|\n|a|b|c|\n";
    insta::assert_snapshot!(section("Request body", content), @"Parameter unread 1: table that lists no parameters");
}

#[test]
fn keys_of_shown_bodies() {
    let content = "You may include the `force` parameter:\n```json\n{ \"force\": true, \"parts\": [ \"a\" ], \"@odata.type\": \"x\" }\n```\n\n\
        <!-- { \"blockType\": \"resource\", \"@odata.type\": \"microsoft.graph.part\" } -->\n```json\n{ \"weight\": 1 }\n```\n\n\
        ## Example\n```http\nPOST https://graph.microsoft.com/beta/widgets/1/do\n\n\
        { \"size\": 1.5, \"owner\": { \"@odata.type\": \"#microsoft.graph.user\" }, \"force\": false }\n```\n\
        ```http\nPOST https://graph.microsoft.com/beta/other\n\n{ \"unrelated\": 1 }\n```\n";
    insta::assert_snapshot!(section("Request body", content), @r"
    Body force Edm.Boolean (Json)
    Body parts Edm.String collection (Json)
    Body size Edm.Double (Json)
    Body owner microsoft.graph.user (Json)
    Parameter guessed 4: key of a body that the page shows
    ");
}

#[test]
fn rows_inside_of_a_key() {
    let content = "Provide an optional `credential` object with the following properties.\n\n\
        |Property|Type|Description|\n|:--|:--|:--|\n|displayName|String|x|\n|endDate|DateTimeOffset|x|\n\n\
        ## Example\n```http\nPOST https://graph.microsoft.com/beta/widgets/1/do\n\n{ \"credential\": { \"displayName\": \"x\" } }\n```\n";
    insta::assert_snapshot!(section("Request body", content), @r"
    Property displayName Edm.String (Table)
    Property endDate Edm.DateTimeOffset (Table)
    Body credential Edm.Json (Json)
    Parameter guessed 1: key of a body that the page shows
    ");
    let content = "Supply an array of objects with the id parameter.\n\n|Name|Value|Description|\n|:--|:--|:--|\n|id|string|x|\n\n\
        ## Example\n```http\nPOST /widgets/{id}/do\n\n{ \"value\": [ { \"id\": \"1\" }, ] }\n```\n";
    insta::assert_snapshot!(section("Request body", content), @r"
    Property id Edm.String (Table)
    Body value Edm.Json collection (Json)
    Parameter guessed 1: key of a body that the page shows
    ");
}
