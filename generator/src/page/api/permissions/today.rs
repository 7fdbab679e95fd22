//! Tests of what today's pages have around their permission tables.

use super::tests::{section, shown};
use crate::page::api::sample::page;
use crate::page::prose::proof::{assert_needs, assert_proven, paragraph};

const TABLE: &str = "|Permission type|Least privileged permissions|Higher privileged permissions|\n|:---|:---|:---|\n\
    |Delegated (work or school account)|Kiln.Read|Kiln.ReadWrite, Group.Read.All|\n\
    |Delegated (personal Microsoft account)|Not supported.|Not supported.|\n|Application|Kiln.Read.All|Not available.|\n\n";

#[test]
fn a_heading_repeats_the_sentence_before_a_route() {
    let text = format!(
        "# Count pots\n\n## Permissions\n\n### Pots of the signed-in user\n{TABLE}### Pots of other users\n{TABLE}\
         ### To count the pots of a kiln\n{TABLE}## HTTP request\n\nPots of the signed-in user.\n```http\nGET /me/pots\n```\n\
         Pots of other users (and of guests).\n```http\nGET /users/{{id}}/pots\n```\n\
         Count the pots of a kiln:\n```http\nGET /kilns/{{id}}/pots\nGET /works/{{id}}/kilns/{{id}}/pots\n```\n"
    );
    insta::assert_snapshot!(shown(&page(&text)), @r"
    Pots of the signed-in user [0]: least Kiln.Read | Kiln.ReadWrite | Group.Read.All; -; least Kiln.Read.All
    Pots of other users [1]: least Kiln.Read | Kiln.ReadWrite | Group.Read.All; -; least Kiln.Read.All
    To count the pots of a kiln [2, 3]: least Kiln.Read | Kiln.ReadWrite | Group.Read.All; -; least Kiln.Read.All
    ");
}

#[test]
fn notes_below_all_tables_are_about_each_of_them() {
    let text = format!(
        "{TABLE}Permissions for others:\n\n{TABLE}> [!IMPORTANT]\n> This operation supports the following built-in roles:\n\
         > - Kiln Reader\n> - Group owners\n\n> [!NOTE]\n> Group.Read.All is supported only for backward compatibility.\n"
    );
    insta::assert_snapshot!(shown(&section(&text)), @r"
    One of the following permissions is required to call this API: least Kiln.Read | Kiln.ReadWrite | old Group.Read.All; -; least Kiln.Read.All
      roles: Kiln Reader, Group owners
      note: This operation supports the following built-in roles:
      note: - Kiln Reader
      note: - Group owners
      note: Group.Read.All is supported only for backward compatibility.
    Permissions for others: least Kiln.Read | Kiln.ReadWrite | old Group.Read.All; -; least Kiln.Read.All
      roles: Kiln Reader, Group owners
      note: This operation supports the following built-in roles:
      note: - Kiln Reader
      note: - Group owners
      note: Group.Read.All is supported only for backward compatibility.
    ");
}

#[test]
fn a_note_of_an_earlier_table_keeps_the_last_one_where_it_is() {
    let text = format!("{TABLE}> [!NOTE]\n> Only for pots.\n\nFor kilns:\n\n{TABLE}> [!NOTE]\n> Only for kilns.\n");
    insta::assert_snapshot!(shown(&section(&text)), @r"
    One of the following permissions is required to call this API: least Kiln.Read | Kiln.ReadWrite | Group.Read.All; -; least Kiln.Read.All
      note: Only for pots.
    kilns: least Kiln.Read | Kiln.ReadWrite | Group.Read.All; -; least Kiln.Read.All
      note: Only for kilns.
    ");
}

#[test]
fn a_note_before_the_first_table_is_about_all() {
    let text = format!("> [!NOTE]\n> Nobody keeps a permission.\n\nWho may ask:\n\n{TABLE}");
    insta::assert_snapshot!(shown(&section(&text)), @r"
    *: least Kiln.Read | Kiln.ReadWrite | Group.Read.All; -; least Kiln.Read.All
      note: Nobody keeps a permission.
    ");
}

#[test]
fn roles_for_the_resource_of_a_row() {
    let text = "|Supported resource|Delegated (work or school account)|Application|\n|:---|:---|:---|\n\
        |[kiln](kiln.md)|Kiln.Read|Kiln.Read|\n|[potShelf](potshelf.md)|Pot.Read|Pot.Read|\n|[jar](jar.md)|Jar.Read|Jar.Read|\n\n\
        Important\n\nThis operation supports the following built-in roles, which are the least:\n\n\
        - Kilns: Kiln Reader, Kiln Keeper\n- Pot shelves, pot shelf: Pot Reader. However, to break pots:\n";
    insta::assert_snapshot!(shown(&section(text)), @r"
    kiln: ? Kiln.Read; unstated; ? Kiln.Read
      roles: Kiln Reader, Kiln Keeper
      note: This operation supports the following built-in roles, which are the least:
      note: - Kilns: Kiln Reader, Kiln Keeper
      note: - Pot shelves, pot shelf: Pot Reader. However, to break pots:
    potShelf: ? Pot.Read; unstated; ? Pot.Read
      roles: Pot Reader
      note: This operation supports the following built-in roles, which are the least:
      note: - Kilns: Kiln Reader, Kiln Keeper
      note: - Pot shelves, pot shelf: Pot Reader. However, to break pots:
    jar: ? Jar.Read; unstated; ? Jar.Read
      note: This operation supports the following built-in roles, which are the least:
      note: - Kilns: Kiln Reader, Kiln Keeper
      note: - Pot shelves, pot shelf: Pot Reader. However, to break pots:
    ");
}

#[test]
fn the_annotation_of_the_only_table_leaves_routes_out() {
    let text = format!(
        "# Fire pots\n\n## Permissions\n<!-- {{ \"blockType\": \"permissions\", \"requestUrls\": [\"PATCH /pots/{{id}}\"] }} -->\n{TABLE}\
         ## HTTP request\n```http\nPATCH /me/pots/{{id}}\nPATCH /pots/{{id}}\n```\n"
    );
    let sample = page(&text);
    insta::assert_snapshot!(format!("{}\n{}", shown(&sample), sample.counts()), @r"
    *: least Kiln.Read | Kiln.ReadWrite | Group.Read.All; -; least Kiln.Read.All
    PermissionTable guessed 1: the only table, whose annotation leaves routes out
    ");
}

#[test]
fn other_words_and_more_columns() {
    let rows = |cells: &str| {
        let schemes = [
            "Delegated (work or school account)",
            "Delegated (personal Microsoft account)",
            "Application",
        ];
        schemes.map(|scheme| format!("|{scheme}|{cells}|\n")).concat()
    };
    let short = format!(
        "|Type|Least privileged|More privileged|\n|:--|:--|:--|\n{}",
        rows("Kiln.Read|Kiln.Write")
    );
    insta::assert_snapshot!(shown(&section(&short)), @"*: least Kiln.Read | Kiln.Write; least Kiln.Read | Kiln.Write; least Kiln.Read | Kiln.Write");
    let more = format!(
        "|Permission type|Least privileged permission|Role|\n|:--|:--|:--|\n{}",
        rows("Kiln.Read|Kiln Keeper")
    );
    let sample = section(&more);
    insta::assert_snapshot!(format!("{}\n{}", shown(&sample), sample.counts()), @r"
    *: least Kiln.Read; least Kiln.Read; least Kiln.Read
    Route unread 1: no HTTP request section
    PermissionCell unread 3: column of something else
    ");
    insta::assert_snapshot!(shown(&section("|Type|Permissions|\n|:--|:--|\n|Delegated|Kiln.Read|\n")), @"");
}

#[test]
fn a_word_that_is_no_scope_is_not_a_refusal() {
    let table = "|Permission type|Least privileged permissions|Higher privileged permissions|\n|:---|:---|:---|\n\
        |Delegated (work or school account)|Kiln Reader|Not available.|\n|Application||Not available.|\n";
    insta::assert_snapshot!(shown(&section(table)), @r"
    *: unstated; unstated; -
      note: Kiln Reader
    ");
}

#[test]
fn an_address_without_a_method_names_a_route() {
    let annotation =
        |url: &str| format!("<!-- {{ \"blockType\": \"permissions\", \"requestUrls\": [\"{url}\"] }} -->\n{TABLE}");
    let text = format!(
        "# Fire pots\n\n## Permissions\n\n{}{}## HTTP request\n```http\nPATCH /me/pots/{{id}}\nPATCH /pots/{{id}}\n```\n",
        annotation("https://graph.microsoft.com/beta/me/pots/{pot-id}"),
        annotation("/pots/{id}")
    );
    insta::assert_snapshot!(shown(&page(&text)), @r"
    * [0]: least Kiln.Read | Kiln.ReadWrite | Group.Read.All; -; least Kiln.Read.All
    * [1]: least Kiln.Read | Kiln.ReadWrite | Group.Read.All; -; least Kiln.Read.All
    ");
}

#[test]
fn tables_in_tabs() {
    let text = format!(
        "# List pots\n\n## Permissions\n\n# [Users](#tab/users)\n\n{TABLE}# [Groups](#tab/groups)\n\n{TABLE}---\n\n\
         ## HTTP request\n```http\nGET /users/{{id}}/pots\nGET /groups/{{id}}/pots\n```\n"
    );
    insta::assert_snapshot!(shown(&page(&text)), @r"
    Users [0]: least Kiln.Read | Kiln.ReadWrite | Group.Read.All; -; least Kiln.Read.All
    Groups [1]: least Kiln.Read | Kiln.ReadWrite | Group.Read.All; -; least Kiln.Read.All
    ");
}

#[test]
fn a_role_with_what_it_is_for() {
    let text = format!(
        "{TABLE}> [!IMPORTANT]\n> The following least privileged roles are supported:\n> - Kiln Reader - read all kilns\n> - Pots: Pot Keeper\n> - Kiln User Flow administrator\n"
    );
    insta::assert_snapshot!(shown(&section(&text)), @r"
    *: least Kiln.Read | Kiln.ReadWrite | Group.Read.All; -; least Kiln.Read.All
      roles: Kiln Reader, Pot Keeper, Kiln User Flow administrator
      note: The following least privileged roles are supported:
      note: - Kiln Reader - read all kilns
      note: - Pots: Pot Keeper
      note: - Kiln User Flow administrator
    ");
}

#[test]
fn roles_in_a_sentence() {
    let needs = "The requestor needs to have one of the following roles: *Kiln Keeper* or *Kiln Reader*.";
    insta::assert_snapshot!(shown(&section(&format!("{TABLE}{needs}\n"))), @r"
    *: least Kiln.Read | Kiln.ReadWrite | Group.Read.All; -; least Kiln.Read.All
      roles: Kiln Keeper, Kiln Reader
      note: The requestor needs to have one of the following roles: Kiln Keeper or Kiln Reader.
    ");
    let list = "The least privileged roles are:\n- Kiln Keeper\n- Kiln Reader\n";
    insta::assert_snapshot!(shown(&section(&format!("{TABLE}{list}"))), @r"
    *: least Kiln.Read | Kiln.ReadWrite | Group.Read.All; -; least Kiln.Read.All
      roles: Kiln Keeper, Kiln Reader
      note: The least privileged roles are:
      note: - Kiln Keeper
      note: - Kiln Reader
    ");
}

#[test]
fn what_else_a_caller_needs() {
    let text = format!(
        "# List pots\n\n## Permissions\n\nOne of the following permissions is required to call this API. In addition to these \
         permissions, the signed-in user must be a keeper.\n\n{TABLE}"
    );
    insta::assert_snapshot!(shown(&page(&text)), @r"
    *: least Kiln.Read | Kiln.ReadWrite | Group.Read.All; -; least Kiln.Read.All
      note: In addition to these permissions, the signed-in user must be a keeper.
    ");
}

#[test]
fn permissions_in_lists_by_scheme() {
    let items = "One of these:\n\n- Delegated (work or school account): Kiln.Read, Kiln.Write\n\
        - **Delegated (personal Microsoft account)**: Not supported.\n- Application - Kiln.Read.All\n";
    insta::assert_snapshot!(shown(&section(items)), @"*: ? Kiln.Read | ? Kiln.Write; -; ? Kiln.Read.All");
    let headings = "### Delegated permissions\n\n- Kiln.Read\n- Kiln.Write\n\n### Application permissions\n\n\
        Only for services.\n\n- Kiln.Read.All\n";
    insta::assert_snapshot!(shown(&section(headings)), @"*: ? Kiln.Read | ? Kiln.Write; unstated; ? Kiln.Read.All");
}

#[test]
fn columns_in_another_order() {
    let table = "|Permissions (from least to most privileged)|Permission type|\n|:--|:--|\n\
        |Kiln.Read, Kiln.Write|Delegated (work or school account)|\n|Kiln.Read.All|Application|\n";
    insta::assert_snapshot!(shown(&section(table)), @"*: least Kiln.Read | Kiln.Write; unstated; least Kiln.Read.All");
    let short = "|Type|Permissions|\n|:--|:--|\n|Delegated (work)|Kiln.Read|\n|App-only|Kiln.Read.All|\n";
    insta::assert_snapshot!(shown(&section(short)), @"*: ? Kiln.Read; unstated; ? Kiln.Read.All");
}

#[test]
fn a_sentence_calls_the_only_permission_the_least() {
    let text = "The following table shows the least privileged permission that each resource needs.\n\n\
        |Supported resource|Delegated (work or school account)|Application|\n|:---|:---|:---|\n\
        |kiln|Kiln.Read and Pot.Read|Kiln.Read|\n|pot|Pot.Read|Pot.Read, Pot.Write|\n";
    insta::assert_snapshot!(shown(&section(text)), @r"
    kiln: least Kiln.Read + Pot.Read; unstated; least Kiln.Read
    pot: least Pot.Read; unstated; ? Pot.Read | ? Pot.Write
    ");
    let text = "The permission in the following table is the least privileged one.\n\n\
        |Permission type|Permissions|\n|:---|:---|\n|Application|Kiln.Read|\n";
    insta::assert_snapshot!(shown(&section(text)), @"*: unstated; unstated; least Kiln.Read");
}

#[test]
fn each_phrase_has_a_sentence() {
    let besides = [
        "In addition to the following permissions, a subscription is needed.",
        "The user must be a keeper.",
        "The caller needs one of these. The user requires training.",
        "The requestor can only call it for pots of their own.",
    ];
    assert_proven(&super::IS_BESIDES, &besides.map(paragraph));
    assert_needs(&super::IS_BESIDES, &super::MAY_BE_BESIDES);
    let least = [
        "The tables show the least privileged permission.",
        "The permission in the table is the least privileged one.",
    ];
    assert_proven(&super::IS_LEAST, &least.map(paragraph));
}

/// Docs show them as a list; a star behind a table is no mark of one.
#[test]
fn roles_that_a_sentence_announces_stay_a_list() {
    let table = "|Permission type|Permissions|\n|:---|:---|\n|Application|Kiln.Fire.All|\n\n";
    let announced = "The user needs one of these roles:\n\n* Kiln Reader\n* Kiln Keeper\n\nIt fires at night.\n";
    insta::assert_snapshot!(shown(&section(&format!("{table}{announced}"))), @"
    *: unstated; unstated; ? Kiln.Fire.All
      note: The user needs one of these roles:
      note: - Kiln Reader
      note: - Kiln Keeper
      note: It fires at night.
    ");
    insta::assert_snapshot!(shown(&section(&format!("{table}* Kilns of the cellar need more.\n"))), @"
    *: unstated; unstated; ? Kiln.Fire.All
      note: Kilns of the cellar need more.
    ");
}
