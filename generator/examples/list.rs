//! Lists role assignments: the first page, with three properties each.
//!
//! `cargo run -p examples --bin list`, signed in with `az login`.

use azure_identity::DeveloperToolsCredential;
use generated::beta::intune_rbac::{
    DeviceAndAppManagementRoleAssignment as Assignment, device_and_app_management_role_assignment as role_assignment,
};
use generated::properties;
use generated::runtime::{Client, Error};

/// Names and ids of up to fifty assignments.
pub(crate) async fn list(client: &Client) -> Result<Vec<String>, Error> {
    let page = role_assignment::list(client)
        .select(properties!(Assignment: id, display_name, members))
        .top(50)
        .send()
        .await?;
    let line = |assignment: &Assignment| {
        let name = assignment.display_name.as_deref().unwrap_or("(without a name)");
        let members = assignment.members.as_ref().map_or(0, Vec::len);
        format!("{name}: {members} groups")
    };
    Ok(page.iter().map(line).collect())
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::new(DeveloperToolsCredential::new(None)?)?;
    for line in list(&client).await? {
        println!("{line}");
    }
    Ok(())
}
