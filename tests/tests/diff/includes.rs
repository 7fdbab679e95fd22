//! What several pages include: an edit of the include is one change, at its place there.

use crate::kitchen::Kitchen;
use generator::diff::compare;
use generator::diff::render::{Sides, github, sarif, text};

const PERMISSIONS: &str = "beta/includes/permissions/kettle-permissions.md";
const ROLES: &str = "beta/includes/rbac-for-apis/kettle-apis-read.md";
const CLOUDS: &str = "includes/every-cloud.md";

/// Two more pages that say nothing themselves: the include does.
fn kitchen() -> Kitchen {
    let page = |action: &str| {
        format!(
            "---\nms.subservice: \"kitchen\"\n---\n# {action} kettle\n\n[!INCLUDE [clouds](../../{CLOUDS})]\n\n\
             ## Permissions\n[!INCLUDE [permissions](../includes/permissions/kettle-permissions.md)]\n\n\
             [!INCLUDE [roles](../includes/rbac-for-apis/kettle-apis-read.md)]\n\n\
             ## HTTP request\n```http\nPOST /kitchen/kettles/{{id}}/{action}\n```\n"
        )
    };
    let permissions = "---\nms.topic: include\n---\n\n|Permission type|Permissions (from least to most privileged)|\n|:---|:---|\n\
                       |Delegated (work or school account)|Kettle.ReadWrite.All|\n|Application|Kettle.ReadWrite.All|\n";
    let roles = "---\nms.topic: include\n---\n\n> [!IMPORTANT]\n> The signed-in user must be assigned one of the following \
                 roles:\n> - Cook\n> - Butler\n";
    let clouds = "|Global service|US Government L4|US Government L5 (DOD)|China operated by 21Vianet|\n\
                  |:---|:---|:---|:---|\n|✅|✅|✅|✅|\n";
    Kitchen::new()
        .with("beta/api/kettle-fill.md", &page("fill"))
        .with("beta/api/kettle-pour.md", &page("pour"))
        .with(PERMISSIONS, permissions)
        .with(ROLES, roles)
        .with(CLOUDS, clouds)
}

fn shown(after: &Kitchen) -> String {
    let changes = compare(&kitchen().read().model, &after.read().model);
    text(&changes, &Sides::default(), false)
}

#[test]
fn a_scope() {
    let edited = kitchen().edit(PERMISSIONS, "|Application|Kettle.", "|Application|Pot.");
    insta::assert_snapshot!(shown(&edited), @r"
    beta kitchen kettle
      breaking 2 items: permissions application: removed Kettle.ReadWrite.All -> Pot.ReadWrite.All (kettle-fill, kettle-pour)  [permissions-removed kettle-fill/application  beta/includes/permissions/kettle-permissions.md:5]

    major: 2 breaking, 0 additive, 0 docs
    ");
}

#[test]
fn a_role() {
    insta::assert_snapshot!(shown(&kitchen().edit(ROLES, "Butler", "Gardener")), @r"
    beta kitchen kettle
      docs     2 items: permissions: docs Butler -> Gardener (kettle-fill, kettle-pour)  [permission-docs-changed kettle-fill/permissions  beta/includes/rbac-for-apis/kettle-apis-read.md:5]

    patch: 0 breaking, 0 additive, 2 docs
    ");
}

#[test]
fn a_cloud() {
    insta::assert_snapshot!(shown(&kitchen().edit(CLOUDS, "✅|\n", "❌|\n")), @r"
    beta kitchen kettle
      breaking 2 items: cloud China operated by 21Vianet removed (kettle-fill, kettle-pour)  [cloud-removed kettle-fill/China operated by 21Vianet  includes/every-cloud.md:1]

    major: 2 breaking, 0 additive, 0 docs
    ");
}

#[test]
fn an_annotation_names_the_pages_that_it_reaches() {
    let edited = kitchen().edit(PERMISSIONS, "|Application|Kettle.", "|Application|Pot.");
    let changes = compare(&kitchen().read().model, &edited.read().model);
    insta::assert_snapshot!(github(&changes, &Sides::default()), @r"
    ::error file=beta/includes/permissions/kettle-permissions.md,line=5,title=permissions-removed kettle-fill/application (breaking)::2 items: permissions application: removed Kettle.ReadWrite.All -> Pot.ReadWrite.All (kettle-fill, kettle-pour)
    ::notice title=API changes::major: 2 breaking, 0 additive, 0 docs
    ");
    let document: serde_json::Value = serde_json::from_str(&sarif(&changes, &Sides::default()).unwrap()).unwrap();
    let results = document["runs"][0]["results"].as_array().unwrap();
    assert_eq!(results.len(), 1);
    assert_eq!(
        results[0]["properties"]["items"],
        serde_json::json!(["kettle-fill/application", "kettle-pour/application"])
    );
}
