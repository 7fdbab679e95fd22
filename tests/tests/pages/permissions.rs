//! Permission tables in each shape.

use super::outlines;

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
