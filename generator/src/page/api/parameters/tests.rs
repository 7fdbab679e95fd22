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
        format!("{:?} {} {word}{collection}{required}", row.section, row.name)
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
    Body a Edm.String
    Body b Edm.String
    Body c Edm.String
    Body d Edm.String required
    Body e Edm.String
    Body f Edm.String
    Body g Edm.String collection
    Body h Edm.String
    Body i part required
    Body j Edm.Int32
    ");
}

#[test]
fn sections_tell_where_parameters_go() {
    let table = |name: &str| format!("|Parameter|Type|Description|\n|:--|:--|:--|\n|{name}|String|x|\n");
    insta::assert_snapshot!(section("Function parameters", &table("a")), @"Function a Edm.String");
    insta::assert_snapshot!(section("Path parameters", &table("a")), @"Path a Edm.String");
    insta::assert_snapshot!(section("Query parameters", &format!("{}|$top|Int32|x|\n", table("a"))), @r"
    Query a Edm.String
    Parameter unread 1: OData option, not a parameter
    ");
    let moved = format!(
        "In the request URL, provide the following query parameters with values.\n\n{}",
        table("a")
    );
    insta::assert_snapshot!(section("Request body", &moved), @"Function a Edm.String");
}

#[test]
fn parameters_in_a_list() {
    let typed = "Supply a representation of a pot with these:\n\n1. **name** (String): its name. Required.\n2. **lids** (lid collection): Its lids.\n";
    insta::assert_snapshot!(section("Request body", typed), @r"
    Body name Edm.String required
    Body lids lid collection
    ");
    let items = "Provide a JSON object with the following parameters.\n\n- `count` (Int32, required): How many.\n- **hue** (optional) - Its color.\n\
        - `tags` (String collection): Words.\n\nUse `count` with care.\n";
    insta::assert_snapshot!(section("Request body", items), @r"
    Body count Edm.Int32 required
    Body hue ?
    Body tags Edm.String collection
    ");
    insta::assert_snapshot!(section("Request body", "Supply a [widget](../resources/widget.md) object.\n\n- `count`: How many.\n"), @"");
}

#[test]
fn other_tables_are_counted() {
    let content = "|Type of group|Assigned|Dynamic|\n|:--|:--|:--|\n|a|b|c|\n";
    insta::assert_snapshot!(section("Request body", content), @"Parameter unread 1: table that lists no parameters");
}

#[test]
fn query_parameters_that_only_sentences_name() {
    let query = |content: &str| section("Optional query parameters", content);
    insta::assert_snapshot!(query("You can use the `glaze` query parameter, which supports the values `A` and `B`."), @"Query glaze Edm.String");
    insta::assert_snapshot!(query("Supports the `@shop.glaze` query option and `hidden=true` query string parameter."), @r"
    Query @shop.glaze Edm.String
    Query hidden Edm.String
    ");
    insta::assert_snapshot!(query("Use the `$top` query parameter. You can't use the `glaze` query parameter."), @"");
    insta::assert_snapshot!(query("Use the `a` query parameter.\n\n|Parameter|Type|Description|\n|:--|:--|:--|\n|a|Int32|x|\n"), @"Query a Edm.Int32");
}

#[test]
fn values_of_a_query_parameter() {
    let values = |content: &str| {
        let text =
            format!("# Do widget\n\n## Optional query parameters\n\nUse the `glaze` query parameter.\n\n{content}\n");
        let row = &page(&text).rows.parameters[0];
        row.described.values.join(" ")
    };
    insta::assert_snapshot!(values("|Value|Description|\n|:--|:--|\n|fast|x|\n|slow|x|\n"), @"fast slow");
    insta::assert_snapshot!(values("```http\nGET /widgets?glaze=A\nGET /widgets?glaze=B&$top=1\nGET /widgets?glaze={c}\n```\n"), @"A B");
}

/// A table below that of the parameters.
#[test]
fn values_of_a_parameter_that_a_table_has() {
    let content = "|Parameter|Type|Description|\n|:--|:--|:--|\n|_form_|string|x|\n|glaze|string|x|\n\n### Form options\n\n\
        The following values are valid for the **form** parameter:\n\n|Form value|Description|\n|:--|:--|\n|cup|Holds tea.|\n|jug|Pours.|\n\n\
        Nothing else.\n\n|Value|Description|\n|:--|:--|\n|lost|x|\n";
    let text = format!("# Do widget\n\n## Query parameters\n\n{content}");
    let sample = page(&text);
    let shown = |row: &crate::page::api::ParameterRow| format!("{}: {}", row.name, row.described.values.join(" "));
    let rows: Vec<String> = sample.rows.parameters.iter().map(shown).collect();
    insta::assert_snapshot!(rows.join("\n"), @r"
    form: cup jug
    glaze: 
    ");
    assert!(
        sample
            .counts()
            .ends_with("Parameter unread 1: table that lists no parameters")
    );
}

#[test]
fn each_phrase_has_a_sentence() {
    let values = [
        "These values count.",
        "An option.",
        "This is the default.",
        "Default value.",
        "Default.",
        "Red (default)",
    ];
    let values = values.map(crate::page::prose::proof::paragraph);
    crate::page::prose::proof::assert_proven(&super::values::LISTS, &values);
    crate::page::prose::proof::assert_proven(&super::values::IS_DEFAULT, &values);
    let sentences = ["Use the `a` query parameter."].map(crate::page::prose::proof::paragraph);
    crate::page::prose::proof::assert_proven(&super::prose::IS_NAMED, &sentences);
}

/// "(deprecated)" behind a name, and names that only a sentence calls required.
#[test]
fn names_with_notes_and_required_names() {
    let content = "The request body must contain **size** and `glaze` with a valid **hue**.\n\n|Property|Type|Description|\n|:--|:--|:--|\n\
        |size (deprecated)|Int32|x|\n|color|String|x|\n";
    insta::assert_snapshot!(section("Request body", content), @r"
    Body size Edm.Int32 required
    Body color Edm.String
    Body glaze ? required
    ");
    let shown_by = |example: &str| section("Request body", &format!("The body must contain **size**.\n\n{example}"));
    insta::assert_snapshot!(shown_by("## Example\n\n```http\nPOST /widgets/1/do\n\n{\"size\": true}\n```\n"), @r"
    Body size Edm.Boolean required
    Parameter guessed 1: only an example shows its type
    ");
    let text = format!("# Do widget\n\n## Request body\n\n{content}");
    assert_eq!(
        page(&text).rows.parameters[0].described.facets.deprecated.as_deref(),
        Some("Deprecated.")
    );
}
