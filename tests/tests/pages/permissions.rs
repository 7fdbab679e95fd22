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
        work: unstated
        personal: -
        application: unstated
        note: **TODO: Determine scopes **
    1 PermissionCell unread: the page says TODO
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
        work: Kiln.Read.All (least)
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
      work: Kiln.Read (unranked)
      personal: Kiln.Read (unranked)
      application: Kiln.Read.All (unranked)
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
      work: Kiln.Read (unranked)
      personal: unstated
      application: -
    ");
    insta::assert_snapshot!(table("|Delegated (work or school account)|Kiln.Read|\n|Delegated (personal Microsoft account)|Not supported.|\n|kiln|Kiln.Read.All|"), @r"
      permissions :4
        work: Kiln.Read (unranked)
        personal: -
        application: Kiln.Read.All (unranked)
    warning[unknown-permission-type] beta/api/kiln-get.md:8:1: this row of the permission table names no known permission type; read as the row of applications
    1 PermissionCell guessed: third row under another name
    ");
}
