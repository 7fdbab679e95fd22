use crate::model::{Alternative, Permissions, Rank, Scheme, Support};
use crate::page::api::sample::{Sample, page};

fn choices(support: &Support) -> String {
    let one = |choice: &Alternative| {
        let rank = match choice.rank {
            Rank::Least => "least ",
            Rank::Higher => "",
            Rank::Unranked => "? ",
            Rank::ResourceSpecific => "one resource ",
            Rank::Compatibility => "old ",
        };
        format!("{rank}{}", choice.scopes.join(" + "))
    };
    match support {
        none if none.is_none_needed() => "none".to_owned(),
        Support::Stated(choices) => choices.iter().map(one).collect::<Vec<_>>().join(" | "),
        Support::NotSupported => "-".to_owned(),
        Support::Unstated => "unstated".to_owned(),
    }
}

fn group(group: &Permissions) -> String {
    let schemes = Scheme::ALL.map(|scheme| choices(group.scheme(scheme)));
    let label = group.label.as_deref().unwrap_or("*");
    let routes = if group.routes.is_empty() {
        String::new()
    } else {
        let routes: Vec<usize> = group.routes.iter().map(|route| route.0).collect();
        format!(" {routes:?}")
    };
    let roles = match group.roles.as_slice() {
        [] => String::new(),
        roles => format!("\n  roles: {}", roles.join(", ")),
    };
    let notes: String = group.notes.iter().map(|note| format!("\n  note: {note}")).collect();
    format!("{label}{routes}: {}{roles}{notes}", schemes.join("; "))
}

pub(super) fn shown(sample: &Sample) -> String {
    let groups = sample.rows.permissions.iter().map(group);
    let warned = sample.diagnostics.iter().map(|found| format!("! {}", found.code));
    groups.chain(warned).collect::<Vec<_>>().join("\n")
}

pub(super) fn section(tables: &str) -> Sample {
    page(&format!(
        "# List widgets\n\n## Permissions\n\nOne of the following permissions is required to call this API.\n\n{tables}\n"
    ))
}

#[test]
fn rows_are_schemes() {
    let table = "|Permission type|Permissions (from least to most privileged)|\n|:---|:---|\n\
        |Delegated (work or school account)|Site.Read.All, Site.Write.All|\n\
        |Delegated (personal Microsoft account|Not supported.|\n\
        |Application|Site.Read.All|\n";
    insta::assert_snapshot!(shown(&section(table)), @"*: least Site.Read.All | Site.Write.All; -; least Site.Read.All");
}

/// The model is least privileged first, whatever the column's direction.
#[test]
fn most_to_least_is_turned_round() {
    let table = "|Permission&nbsp;type|Permissions (from most to least privileged)|\n|:---|:---|\n\
        |[Delegated](/graph/auth-v2-user) (work or school account)|Site.Manage.All, Site.Write.All, Site.Read.All|\n\
        |Application-only|Site.Write.All, Site.Read.All|\n";
    insta::assert_snapshot!(shown(&section(table)), @"*: least Site.Read.All | Site.Write.All | Site.Manage.All; unstated; least Site.Read.All | Site.Write.All");
}

#[test]
fn least_and_higher_columns_are_one_list() {
    let table = "|Permission type|Least privileged permissions|Higher privileged permissions|\n|:---|:---|:---|\n\
        |Delegated (work or school account)|Site.Read.All|Site.Write.All, Site.Manage.All|\n\
        |Delegated (personal Microsoft account)|Not supported.|Not supported.|\n\
        |Application|Site.Read.All|Not available.|\n";
    insta::assert_snapshot!(shown(&section(table)), @"*: least Site.Read.All | Site.Write.All | Site.Manage.All; -; least Site.Read.All");
    let singular = table.replace("privileged permissions", "privileged permission");
    assert_eq!(shown(&section(&singular)), shown(&section(table)));
}

#[test]
fn a_column_for_oneself_and_one_for_others() {
    let text = "# List methods\n\n## Permissions\n\n\
        |Permission type|Permissions acting on self (from least to most privileged)|Permissions acting on others (from least to most privileged)|\n\
        |:---|:---|:---|\n|Delegated (work or school account)|Auth.Read|Auth.Read.All|\n|Application|Not applicable.|Auth.Read.All|\n\n\
        ## HTTP request\n```http\nGET /me/authentication\nGET /users/{id}/authentication\n```\n";
    insta::assert_snapshot!(shown(&page(text)), @r"
    acting on self [0]: least Auth.Read; unstated; -
    acting on others [1]: least Auth.Read.All; unstated; least Auth.Read.All
    ");
}

#[test]
fn a_row_per_resource_and_a_column_per_scheme() {
    let text = "# Get calendar\n\n## Permissions\n\n\
        |Calendar|Delegated (work or school account)|Delegated (personal Microsoft account)|Application|\n|:---|:---|:---|:---|\n\
        |user calendar|Calendars.Read, Calendars.Write|Calendars.Read|Calendars.Read|\n\
        |[group](../resources/group.md) calendar|Group.Read.All|Not supported.|Not supported.|\n\n\
        ## HTTP request\n```http\nGET /me/calendar\nGET /users/{id}/calendar\nGET /groups/{id}/calendar\n```\n";
    insta::assert_snapshot!(shown(&page(text)), @r"
    user calendar [0, 1]: ? Calendars.Read | ? Calendars.Write; ? Calendars.Read; ? Calendars.Read
    group calendar [2]: ? Group.Read.All; -; -
    ");
}

#[test]
fn workflow_rows_below_a_scheme() {
    let table = "|Permission&nbsp;type&nbsp;(by&nbsp;workflow)|Permissions (from most to least privileged)|\n|:---|:---|\n\
        |Delegated (work or school account)||\n\
        | &nbsp; &nbsp; **Device configuration** | Config.Write.All, Config.Read.All|\n\
        | &nbsp; &nbsp; **Policy Set** | Policy.Write.All Policy.Read.All|\n\
        |Delegated (personal Microsoft account)|Not supported.|\n\
        |Application||\n\
        | &nbsp; &nbsp; **Policy Set** | Policy.Read.All|\n";
    insta::assert_snapshot!(shown(&section(table)), @r"
    Device configuration: least Config.Read.All | Config.Write.All; -; unstated
    Policy Set: least Policy.Read.All | Policy.Write.All; -; least Policy.Read.All
    ");
}

#[test]
fn blocks_in_a_cell() {
    let table = "|Permission type|Permissions (from least to most privileged)|\n|:---|:---|\n\
        |Delegated (work or school account)|For **user** resource:<br/>User.Read, User.Write<br /><br />For **group** resource:<br />Group.Read.All|\n\
        |Delegated (personal Microsoft account)|Not supported|\n\
        |Application|For **group** resource:<br />Group.Read.All|\n";
    insta::assert_snapshot!(shown(&section(table)), @r"
    user: least User.Read | User.Write; -; unstated
    group: least Group.Read.All; -; least Group.Read.All
    ");
}

#[test]
fn several_tables_with_headings_or_paragraphs() {
    let table = |scope: &str| {
        format!("|Permission type|Permissions|\n|:---|:---|\n|Delegated (work or school account)|{scope}|\n\n")
    };
    let text = format!(
        "### For groups:\n\n{}### For users:\n\n{}",
        table("Group.Read.All"),
        table("User.Read")
    );
    insta::assert_snapshot!(shown(&section(&text)), @r"
    groups: ? Group.Read.All; unstated; unstated
    users: ? User.Read; unstated; unstated
    ");
    let text = format!(
        "In a team.\n\n{}In a chat:\n\n{}",
        table("Team.Read.All"),
        table("Chat.Read")
    );
    insta::assert_snapshot!(shown(&section(&text)), @r"
    In a team: ? Team.Read.All; unstated; unstated
    In a chat: ? Chat.Read; unstated; unstated
    ");
}

#[test]
fn footnotes_are_notes() {
    let table = "|Permission type|Permissions (from least to most privileged)|\n|:---|:---|\n\
        |Delegated (work or school account)|Tab.Read.All|\n|Application|Tab.Read.Group*, Tab.Read.All|\n\n\
        > **Note**: Permissions marked with \\* need [consent](/graph/consent).\n";
    insta::assert_snapshot!(shown(&section(table)), @"
    *: least Tab.Read.All; unstated; one resource Tab.Read.Group | least Tab.Read.All
      note: Tab.Read.Group*
      note: Permissions marked with * need [consent](https://learn.microsoft.com/graph/consent).
    ");
}

#[test]
fn a_comma_list_that_ends_in_and_is_reported() {
    let table = "|Permission type|Permissions|\n|:---|:---|\n|Application|Policy.Read.All, Policy.Write.All and Site.Read.All|\n";
    insta::assert_snapshot!(shown(&section(table)), @r"
    *: unstated; unstated; ? Policy.Read.All | ? Policy.Write.All + Site.Read.All
    ! ambiguous-permissions
    ");
}

#[test]
fn what_cannot_be_read_is_counted() {
    let table = "|Permission type|Permissions|\n|:---|:---|\n|Somebody|Site.Read.All|\n\
        |Delegated (work or school account)|**TODO: Determine scopes **|\n|Application|_varies by context_|\n";
    let sample = section(table);
    insta::assert_snapshot!(shown(&sample), @r"
    *: unstated; unstated; unstated
      note: **TODO: Determine scopes **
      note: varies by context
    ! unknown-permission-type
    ");
    insta::assert_snapshot!(sample.counts(), @r"
    Route unread 1: no HTTP request section
    PermissionCell unread 1: no scope named
    PermissionCell unread 1: row of no known scheme
    PermissionCell unread 1: the page says TODO
    ");
}

/// Labels without their parenthesis, in bold, as a link, with other words.
#[test]
fn labels_of_schemes_in_other_words() {
    let table = "|Permission type|Permissions|\n|:---|:---|\n\
        |**Delegated (work or school account**|Site.Read|\n\
        |Delegated permission (personal Microsoft account)|Site.Read|\n\
        |Application-only|Site.Read.All|\n";
    insta::assert_snapshot!(shown(&section(table)), @"*: ? Site.Read; ? Site.Read; ? Site.Read.All");
}

/// "Not supported." says no. An empty cell and a missing row say nothing.
#[test]
fn cells_and_rows_that_say_no_or_nothing() {
    let table = |work: &str, application: &str| {
        shown(&section(&format!(
            "|Permission type|Permissions|\n|:---|:---|\n|Delegated (work or school account)|{work}|\n\
             |Application|{application}|\n"
        )))
    };
    insta::assert_snapshot!(table("None", "Not applicable"), @"*: none; unstated; -");
    insta::assert_snapshot!(table("None.", "None."), @"*: none; unstated; none");
    insta::assert_snapshot!(table("None.", "Site.Read.All"), @"*: -; unstated; ? Site.Read.All");
    insta::assert_snapshot!(table("-", "Site.Read.All"), @"*: unstated; unstated; ? Site.Read.All");
    insta::assert_snapshot!(table("n/a", "_Not supported._"), @"*: -; unstated; -");
    insta::assert_snapshot!(table("", "Site.Read.All"), @"*: unstated; unstated; ? Site.Read.All");
}

/// Under any name, the third of three rows is that of applications.
#[test]
fn a_third_row_under_another_name() {
    let table = "|Permission type|Permissions|\n|:---|:---|\n|Delegated (work or school account)|Site.Read|\n\
        |Delegated (personal Microsoft account)|Not supported.|\n|site|Site.Read.All|\n";
    let sample = section(table);
    insta::assert_snapshot!(shown(&sample), @r"
    *: ? Site.Read; -; ? Site.Read.All
    ! unknown-permission-type
    ");
    assert!(
        sample
            .counts()
            .contains("PermissionCell guessed 1: third row under another name")
    );
}

#[test]
fn other_tables_in_the_section_are_passed_over() {
    let tables = "|Permission type|Permissions|\n|:---|:---|\n|Application|Site.Read.All|\n\n\
        |Name|Description|\n|:---|:---|\n|id|The id.|\n";
    insta::assert_snapshot!(shown(&section(tables)), @"*: unstated; unstated; ? Site.Read.All");
}

#[test]
fn a_table_outside_of_the_section() {
    let text = "# Evaluate\n\n## Permissions\n\nSee below.\n\n## Evaluate with an id\n\n\
        |Permission type|Permissions|\n|:---|:---|\n|Application|Site.Read.All|\n";
    insta::assert_snapshot!(shown(&page(text)), @"*: unstated; unstated; ? Site.Read.All");
}

#[test]
fn a_list_instead_of_a_table() {
    let list = "* If accessing parts of widgets: Widget.Write.\n- Photo of a **group** - Group.Write.All, Group.Manage.All\n\n\
        > **Note**: Widget.Write.All is another story.\n";
    let sample = section(list);
    insta::assert_snapshot!(shown(&sample), @r"
    If accessing parts of widgets: ? Widget.Write; unstated; unstated
    Photo of a group: ? Group.Write.All | ? Group.Manage.All; unstated; unstated
    ");
    insta::assert_snapshot!(sample.counts(), @r"
    Route unread 1: no HTTP request section
    PermissionTable unread 1: no table in the permission section
    PermissionCell guessed 2: list item without a permission type
    ");
}

#[test]
fn a_note_in_a_box() {
    let table = "|Permission type|Permissions|\n|:---|:---|\n|Application|Site.Read.All|\n\n> [!IMPORTANT]\n> A role is needed too.\n";
    insta::assert_snapshot!(shown(&section(table)), @r"
    *: unstated; unstated; ? Site.Read.All
      note: A role is needed too.
    ");
}

const TWO_ROUTES: &str =
    "## HTTP request\n```http\nDELETE /me/kilns/{kiln-id}\nDELETE /groups/{group-id}/kilns/{kiln-id}\n```\n";

fn table(scope: &str) -> String {
    format!(
        "|Permission type|Least privileged permissions|\n|:---|:---|\n|Delegated (work or school account)|{scope}|\n\n"
    )
}

#[test]
fn an_annotation_says_which_routes_a_table_is_for() {
    let annotation = |call: &str| {
        format!(
            "<!-- {{ \"blockType\": \"permissions\", \"name\": \"kiln_delete\", \"requestUrls\": [\"{call}\"] }} -->\n"
        )
    };
    let text = format!(
        "# Delete kiln\n\n## Permissions\n\nYour own:\n\n{}{}Of a group:\n\n{}{}{TWO_ROUTES}",
        annotation("DELETE /me/kilns/{id}"),
        table("Kiln.Own"),
        annotation("DELETE /groups/{id}/kilns/{id}"),
        table("Kiln.Group.All"),
    );
    insta::assert_snapshot!(shown(&page(&text)), @r"
    Your own [0]: least Kiln.Own; unstated; unstated
    Of a group [1]: least Kiln.Group.All; unstated; unstated
    ");
}

#[test]
fn a_block_of_request_lines_says_it_too() {
    let text = format!(
        "# Delete kiln\n\n## Permissions\n\nFirst:\n\n```http\nDELETE /groups/{{id}}/kilns/{{id}}\n```\n\n{}Second:\n\n\
         ```http\nDELETE /me/kilns/{{id}}\n```\n\n{}{TWO_ROUTES}",
        table("Kiln.Group.All"),
        table("Kiln.Own"),
    );
    insta::assert_snapshot!(shown(&page(&text)), @r"
    First [1]: least Kiln.Group.All; unstated; unstated
    Second [0]: least Kiln.Own; unstated; unstated
    ");
}

/// The annotation of the first table names no routes; the request lines above it do.
#[test]
fn request_lines_count_above_an_annotation_without_routes() {
    let bare = "<!-- { \"blockType\": \"permissions\", \"name\": \"kiln_delete\" } -->\n";
    let full = bare.replace(" }", ", \"requestUrls\": [\"DELETE /groups/{id}/kilns/{id}\"] }");
    let text = format!(
        "# Delete kiln\n\n## Permissions\n\nFirst:\n\n```http\nDELETE /me/kilns/{{id}}\n```\n\n{bare}{}Second:\n\n{full}{}{TWO_ROUTES}",
        table("Kiln.Own"),
        table("Kiln.Group.All"),
    );
    insta::assert_snapshot!(shown(&page(&text)), @r"
    First [0]: least Kiln.Own; unstated; unstated
    Second [1]: least Kiln.Group.All; unstated; unstated
    ");
}

#[test]
fn a_table_for_all_routes_or_for_another_page_is_for_every_route() {
    let text = format!(
        "# Delete kiln\n\n## Permissions\n\n```http\nDELETE /ovens/{{id}}\n```\n\n{}{TWO_ROUTES}",
        table("Kiln.Own")
    );
    insta::assert_snapshot!(shown(&page(&text)), @"*: least Kiln.Own; unstated; unstated");
}

/// Resource-specific permissions, and those that are there for old programs, are never the least.
#[test]
fn marked_permissions_are_not_the_least() {
    let table = "|Permission type|Permissions (from least to most privileged)|\n|:---|:---|\n\
        |Delegated (work or school account)|Tab.Read.Group, Tab.Old.All**, Tab.Read.All, Tab.ReadWrite.All, Tab.Any.All|\n\n\
        > Permissions marked with ** are supported only for backward compatibility.\n\n\
        > The Tab.Any.All permission uses [resource-specific consent](https://contoso.com).\n";
    insta::assert_snapshot!(shown(&section(table)), @"
    *: one resource Tab.Read.Group | old Tab.Old.All | least Tab.Read.All | Tab.ReadWrite.All | one resource Tab.Any.All; unstated; unstated
      note: Permissions marked with ** are supported only for backward compatibility.
      note: The Tab.Any.All permission uses [resource-specific consent](https://contoso.com).
    ");
}

#[test]
fn built_in_roles() {
    let table = "|Permission type|Least privileged permissions|Higher privileged permissions|\n|:---|:---|:---|\n\
        |Application|Tab.Read.All|Not available.|\n\n\
        > [!IMPORTANT]\n> The user must be assigned a role. This operation supports the following built-in roles:\n\
        > - Tab Reader\n> - Read and write tabs - *Tab Writer*, *Global Reader*\n\nOnly owners can read it.\n";
    let sample = section(table);
    assert_eq!(
        sample.rows.permissions[0].roles,
        ["Tab Reader", "Tab Writer", "Global Reader"]
    );
}

/// A scope in a cell too far right, and one for which there is no column.
#[test]
fn cells_beyond_the_columns() {
    let table = "|Permission type|Permissions (from least to most privileged)|\n|:---|:---|\n\
        |Delegated (work or school account)||Tab.Read.All|\n\
        |Application|Tab.Read.All|Tab.ReadWrite.All|\n";
    let sample = section(table);
    insta::assert_snapshot!(shown(&sample), @"*: least Tab.Read.All; unstated; least Tab.Read.All");
    insta::assert_snapshot!(sample.counts(), @"
    Route unread 1: no HTTP request section
    PermissionCell guessed 1: an empty cell too many stands before it
    PermissionCell unread 1: more cells than columns
    ");
}
