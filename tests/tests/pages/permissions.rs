//! Permission tables in each shape.

use super::outlines;
use generator::model::Schema;

/// What a page with this permission section says about permissions.
fn permissions(section: &str) -> String {
    let page = format!(
        "# Get kiln\n\n{section}\n\n## HTTP request\n```http\nGET /kilns/{{id}}\nGET /sheds/{{id}}/kiln\n```\n"
    );
    let outline = outlines(&[("beta/api/kiln-get.md", &page)]);
    let lines = outline
        .lines()
        .filter(|line| !line.contains("/{id}") && !line.contains("Response unread"));
    lines.skip(1).collect::<Vec<_>>().join("\n")
}

/// A table with three cells of scopes.
fn cells(work: &str, personal: &str, application: &str) -> String {
    permissions(&format!(
        "\
## Permissions
|Permission type|Permissions (from least to most privileged)|
|:---|:---|
|Delegated (work or school account)|{work}|
|Delegated (personal Microsoft account)|{personal}|
|Application|{application}|"
    ))
}

/// The first is the least privileged one in the model, whatever the column says.
#[test]
fn from_most_to_least_privileged() {
    let section = "\
## Permissions
|Permission type|Permissions (from most to least privileged)|
|:---|:---|
|Delegated (work or school account)|Kiln.Manage.All, Kiln.ReadWrite.All, Kiln.Read.All|
|Delegated (personal Microsoft account)|Not supported.|
|Application|Kiln.Manage.All and Shed.Read.All, Kiln.Read.All|";
    insta::assert_snapshot!(permissions(section), @r"
    permissions :4
      work: Kiln.Read.All | Kiln.ReadWrite.All | Kiln.Manage.All
      personal: -
      application: Kiln.Read.All | Kiln.Manage.All + Shed.Read.All
    ");
}

#[test]
fn least_and_higher_in_two_columns() {
    let section = "\
## Permissions
|Permission type|Least privileged permission|Higher privileged permissions|
|:---|:---|:---|
|Delegated (work or school account)|Kiln.Read|Kiln.Read.All, Kiln.ReadWrite.All|
|Delegated (personal Microsoft account)|Not supported.|Not supported.|
|Application|Kiln.Read.All|Not available.|";
    insta::assert_snapshot!(permissions(section), @r"
    permissions :4
      work: Kiln.Read | Kiln.Read.All | Kiln.ReadWrite.All
      personal: -
      application: Kiln.Read.All
    ");
}

#[test]
fn cells_that_say_no() {
    insta::assert_snapshot!(cells("None", "Not applicable", "_Not supported._"), @r"
    permissions :4
      work: -
      personal: -
      application: -
    ");
    insta::assert_snapshot!(cells("", "n/a", "**TODO: Determine scopes **"), @r"
      permissions :4
        work: -
        personal: -
        application: -
        note: **TODO: Determine scopes **
    1 PermissionCell unread: the page says TODO
    ");
}

#[test]
fn separators_and_marks() {
    insta::assert_snapshot!(cells("Kiln.Read.All Kiln.ReadWrite.All", "Kiln.Read; Kiln.ReadWrite.", "Kiln.Read.All*, **Kiln.ReadWrite.All**, Kiln.Fire.All<sup>1</sup>"), @r"
    permissions :4
      work: Kiln.Read.All | Kiln.ReadWrite.All
      personal: Kiln.Read | Kiln.ReadWrite
      application: Kiln.Read.All | Kiln.ReadWrite.All | Kiln.Fire.All
      note: Kiln.Read.All*
      note: Kiln.Fire.All1
    ");
    insta::assert_snapshot!(cells("[Kiln.Read.All](kiln-permissions.md), `Kiln.Fire.All`", "Kiln.Read or Kiln.ReadWrite", "Kiln.PriviligedOperation.All"), @r"
      permissions :4
        work: Kiln.Read.All | Kiln.Fire.All
        personal: Kiln.Read | Kiln.ReadWrite
        application: Kiln.PriviligedOperation.All
    warning[unknown-scope] beta/api/kiln-get.md:8:14: `Kiln.PriviligedOperation.All` looks like a misspelling of `Kiln.PrivilegedOperation.All`
    ");
}

#[test]
fn permissions_that_are_needed_together() {
    insta::assert_snapshot!(cells("Kiln.Read.All and Shed.Read.All", "Kiln.Read with Shed.Read, Kiln.ReadWrite", "Kiln.Read.All, Kiln.ReadWrite.All, and Shed.Read.All"), @r#"
      permissions :4
        work: Kiln.Read.All + Shed.Read.All
        personal: Kiln.Read + Shed.Read | Kiln.ReadWrite
        application: Kiln.Read.All | Kiln.ReadWrite.All + Shed.Read.All
    warning[ambiguous-permissions] beta/api/kiln-get.md:8:14: a comma list that ends in "and" can mean all of the permissions or any of them
    "#);
}

/// `For **clay** resource:` blocks in one cell.
#[test]
fn blocks_for_several_resources_in_one_cell() {
    insta::assert_snapshot!(cells(
        "For **clay** resource:<br/>Clay.Read, Clay.ReadWrite<br /><br />For **glaze** resource:<br />Glaze.Read",
        "Not supported.",
        "For **clay** resource:<br/>Clay.Read.All",
    ), @r"
    permissions for clay :4
      work: Clay.Read | Clay.ReadWrite
      personal: -
      application: Clay.Read.All
    permissions for glaze :4
      work: Glaze.Read
      personal: -
      application: -
    ");
}

#[test]
fn columns_for_self_and_others() {
    let section = "\
## Permissions
|Permission type|Permissions acting on self (from least to most privileged)|Permissions acting on others (from least to most privileged)|
|:---|:---|:---|
|Delegated (work or school account)|Kiln.Read|Kiln.Read.All|
|Delegated (personal Microsoft account)|Not supported.|Not supported.|
|Application|Not applicable.|Kiln.Read.All|";
    insta::assert_snapshot!(permissions(section), @r"
    permissions for acting on self :4
      work: Kiln.Read
      personal: -
      application: -
    permissions for acting on others :4
      work: Kiln.Read.All
      personal: -
      application: Kiln.Read.All
    ");
}

/// A row for each resource, a column for each way to be signed in.
#[test]
fn a_matrix_of_resources_and_schemes() {
    let section = "\
## Permissions
|Supported resource|Delegated (work or school account)|Delegated (personal Microsoft account)|Application|
|:---|:---|:---|:---|
|[clay](../resources/clay.md)|Clay.Read|Clay.Read|Clay.Read.All|
|glaze|Glaze.Read|Not supported.|Not supported.|";
    insta::assert_snapshot!(permissions(section), @r"
    permissions for clay :4
      work: Clay.Read
      personal: Clay.Read
      application: Clay.Read.All
    permissions for glaze :4
      work: Glaze.Read
      personal: -
      application: -
    ");
}

#[test]
fn workflow_rows_below_a_scheme() {
    let section = "\
## Permissions
|Permission type|Permissions (from most to least privileged)|
|:---|:---|
|Delegated (work or school account)||
|&nbsp;&nbsp;&nbsp;Firing|Fire.ReadWrite.All, Fire.Read.All|
|&nbsp;&nbsp;&nbsp;Glazing|Glaze.ReadWrite.All|
|Delegated (personal Microsoft account)|Not supported.|
|Application||
|&nbsp;&nbsp;&nbsp;Firing|Fire.ReadWrite.All|";
    insta::assert_snapshot!(permissions(section), @r"
    permissions for Firing :4
      work: Fire.Read.All | Fire.ReadWrite.All
      personal: -
      application: Fire.ReadWrite.All
    permissions for Glazing :4
      work: Glaze.ReadWrite.All
      personal: -
      application: -
    ");
}

#[test]
fn several_tables_with_headings_or_sentences() {
    let section = "\
## Permissions
### For clay
|Permission type|Permissions (from least to most privileged)|
|:---|:---|
|Delegated (work or school account)|Clay.Read|
|Application|Clay.Read.All|

### For glaze
|Permission type|Permissions (from least to most privileged)|
|:---|:---|
|Delegated (work or school account)|Glaze.Read|
|Application|Not supported.|";
    insta::assert_snapshot!(permissions(section), @r"
    permissions for clay :5
      work: Clay.Read
      personal: unstated
      application: Clay.Read.All
    permissions for glaze :11
      work: Glaze.Read
      personal: unstated
      application: -
    ");
}

#[test]
fn missing_and_unknown_rows() {
    let section = "\
## Permissions
|Permission type|Permissions (from least to most privileged)|
|:---|:---|
|Potter|Kiln.Read|
|Delegated (work or school account)|Kiln.Read.All|";
    insta::assert_snapshot!(permissions(section), @r"
      permissions :4
        work: Kiln.Read.All
        personal: unstated
        application: unstated
    warning[unknown-permission-type] beta/api/kiln-get.md:6:1: this row of the permission table names no known permission type
    1 PermissionCell unread: row of no known scheme
    ");
}

#[test]
fn labels_of_schemes_in_other_words() {
    let section = "\
## Permissions
|Permission type|Permissions|
|:---|:---|
|**Delegated (work or school account**|Kiln.Read|
|Delegated permission (personal Microsoft account)|Kiln.Read|
|Application-only|Kiln.Read.All|";
    insta::assert_snapshot!(permissions(section), @r"
    permissions :4
      work: Kiln.Read
      personal: Kiln.Read
      application: Kiln.Read.All
    ");
}

#[test]
fn footnotes_and_notes() {
    let section = "\
## Permissions
Who may ask:

|Permission type|Permissions (from least to most privileged)|
|:---|:---|
|Delegated (work or school account)|Kiln.Read, Kiln.Fire*|
|Application|Kiln.Read.All|

\\* Only where the kiln is cold.

> **Note:** Guests cannot.";
    insta::assert_snapshot!(permissions(section), @r"
    permissions :6
      work: Kiln.Read | Kiln.Fire
      personal: unstated
      application: Kiln.Read.All
      note: Kiln.Fire*
      note: * Only where the kiln is cold.
      note: **Note:** Guests cannot.
    ");
}

#[test]
fn no_table_at_all() {
    insta::assert_snapshot!(permissions("## Permissions\nAnybody may ask."), @"1 PermissionTable unread: no table in the permission section");
    insta::assert_snapshot!(permissions(""), @"1 PermissionTable unread: no permission section");
}

/// Roles of a calendar are no permissions, although the section is about permissions.
#[test]
fn a_table_that_is_no_permission_table() {
    let section = "\
## Permissions
|Role|Description|
|:---|:---|
|Potter.Read|Looks on.|

## Remarks
|Permission type|Permissions (from least to most privileged)|
|:---|:---|
|Application|Kiln.Read.All|";
    insta::assert_snapshot!(permissions(section), @r"
    permissions :9
      work: unstated
      personal: unstated
      application: Kiln.Read.All
    ");
}

/// One request on the page of the resource, on the page of a derived one, and in a matrix of resources.
#[test]
fn a_route_that_several_pages_document() {
    let page = |title: &str, scopes: &str, routes: &str| {
        format!(
            "# {title}\n\n## Permissions\n|Permission type|Permissions (from least to most privileged)|\n|:---|:---|\n\
             |Delegated (work or school account)|{scopes}|\n|Application|{scopes}|\n\n\
             ## HTTP request\n```http\n{routes}\n```\n"
        )
    };
    let kiln = page(
        "Get kiln",
        "Kiln.ReadBasic, Kiln.Read",
        "GET /kilns/{id}\nGET /sheds/{id}/kiln",
    );
    let gas = page("Get gasKiln", "Kiln.Read", "GET /Kilns/{kiln-id}/");
    let tags = page(
        "Get tag",
        "Kiln.Read",
        "GET /kilns/{id}?$expand=tags\nGET /pots/{id}?$expand=tags",
    );
    let reading = tests::pages::read(&[
        ("beta/api/gaskiln-get.md", &gas),
        ("beta/api/kiln-get.md", &kiln),
        ("beta/api/tag-get.md", &tags),
    ]);
    // In JSON they stand with the page's own, and come apart again.
    let schema = &reading.model.schemas[0];
    let json = serde_json::to_value(schema).unwrap();
    assert_eq!(json["operations"][0]["permissions"][1]["pages"][0], "api/kiln-get.md");
    assert_eq!(&serde_json::from_value::<Schema>(json).unwrap(), schema);
    let outline = reading.outline();
    insta::assert_snapshot!(super::only(&outline, &["operation", "permissions", "work", "with"]), @r"
    operation gasKiln get (kilns) :1
      permissions :4
        work: Kiln.Read
      permissions for every page of this route, routes [0] :1
        work: Kiln.Read | Kiln.ReadBasic
        with: api/kiln-get.md
    operation kiln get (kilns) :1
      permissions :4
        work: Kiln.ReadBasic | Kiln.Read
    operation tag get (kilns) :1
      permissions :4
        work: Kiln.Read
      permissions for every page of this route, routes [0] :1
        work: Kiln.Read | Kiln.ReadBasic
        with: api/kiln-get.md
    ");
}

/// A row that is not there says nothing; a row "Not supported." says no. The third of three rows is that of applications.
#[test]
fn absent_and_misnamed_rows() {
    let table = |rows: &str| {
        permissions(&format!(
            "## Permissions\n|Permission type|Permissions|\n|:---|:---|\n{rows}"
        ))
    };
    insta::assert_snapshot!(table("|Delegated (work or school account)|Kiln.Read|\n|Application|Not supported.|"), @r"
    permissions :4
      work: Kiln.Read
      personal: unstated
      application: -
    ");
    insta::assert_snapshot!(table("|Delegated (work or school account)|Kiln.Read|\n|Delegated (personal Microsoft account)|Not supported.|\n|kiln|Kiln.Read.All|"), @r"
      permissions :4
        work: Kiln.Read
        personal: -
        application: Kiln.Read.All
    warning[unknown-permission-type] beta/api/kiln-get.md:8:1: this row of the permission table names no known permission type; read as the row of applications
    1 PermissionCell guessed: third row under another name
    ");
}

/// Names are judged against all pages; the model keeps what the page says.
#[test]
fn a_scope_that_no_other_page_spells_so() {
    let page = |scopes: &str| {
        format!(
            "# Get kiln\n\n## Permissions\n|Permission type|Permissions|\n|:---|:---|\n\
             |Application|{scopes}|\n\n## HTTP request\n```http\nGET /kilns\n```\n"
        )
    };
    let usual = page("KilnFlow.Read.All, Kiln.ReadWrite.All, Glaze.Read.All");
    let odd = page("KilnFlows.Read.All, Kiln.Read.WriteAll, Glazes.PriviligedOperation.All, Clay.Read.All");
    let mut files: Vec<(String, &str)> = (0..5)
        .map(|number| (format!("beta/api/kiln{number}-get.md"), usual.as_str()))
        .collect();
    files.push(("beta/api/kiln9-get.md".to_owned(), &odd));
    let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (path.as_str(), *text)).collect();
    let outline = outlines(&files);
    insta::assert_snapshot!(super::only(&outline, &["warning", "application: KilnFlows"]), @r"
        application: KilnFlows.Read.All | Kiln.Read.WriteAll | Glazes.PriviligedOperation.All | Clay.Read.All
        application: KilnFlows.Read.All | Kiln.Read.WriteAll | Glazes.PriviligedOperation.All | Clay.Read.All | KilnFlow.Read.All | Kiln.ReadWrite.All | Glaze.Read.All
    warning[unknown-scope] beta/api/kiln9-get.md:6:14: `KilnFlows.Read.All` looks like a misspelling of `KilnFlow.Read.All`
    warning[unknown-scope] beta/api/kiln9-get.md:6:34: `Kiln.Read.WriteAll` looks like a misspelling of `Kiln.ReadWrite.All`
    warning[unknown-scope] beta/api/kiln9-get.md:6:54: `Glazes.PriviligedOperation.All` looks like a misspelling of `Glazes.PrivilegedOperation.All`
    ");
}
