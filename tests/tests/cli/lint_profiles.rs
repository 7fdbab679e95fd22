//! Findings that depend on the service which the pages describe.

use crate::lint::found;
use crate::sandbox::Sandbox;

/// Other services than Graph have no personal accounts, so that no row of their tables is about them.
#[test]
fn rows_about_personal_accounts_are_expected_of_graph_only() {
    let call = |host: &str| {
        format!(
            "# Get pot\n\n## Permissions\n\n|Permission type|Permissions|\n|:--|:--|\n\
             |Delegated (work or school account)|Pot.Read|\n|Application|Pot.Read.All|\n\n\
             ## HTTP request\n\n```http\nGET https://{host}/v1.0/pots/{{id}}\n```\n\n## Response\n\nReturns `204 No Content`.\n"
        )
    };
    let ids = |host: &str| {
        let sandbox = Sandbox::new();
        sandbox.write("docs-src/get-pot.md", call(host));
        found(&sandbox.run(&["lint", "--select", "permission-row-missing", "--format", "json"]))
    };
    assert_eq!(ids("graph.microsoft.com"), "permission-row-missing 5:1");
    assert_eq!(ids("api.kiln.example"), "");
}
