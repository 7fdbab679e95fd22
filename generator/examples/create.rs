//! Creates a role assignment for one group of administrators.
//!
//! `cargo run -p examples --bin create -- GROUP_ID`, signed in with `az login`.

use azure_identity::DeveloperToolsCredential;
use generated::beta::intune_rbac::{
    DeviceAndAppManagementRoleAssignment as Assignment, RoleAssignmentScopeType,
    device_and_app_management_role_assignment as role_assignment,
};
use generated::runtime::{Client, Error};

/// Creates the assignment and returns it as the service has completed it.
pub(crate) async fn create(client: &Client, group: &str) -> Result<Assignment, Error> {
    let assignment = Assignment {
        display_name: Some("Helpdesk, all devices".to_owned()),
        scope_type: Some(RoleAssignmentScopeType::AllDevices),
        members: Some(vec![group.to_owned()]),
        ..Assignment::default()
    };
    role_assignment::create(client, &assignment).send().await
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let group = std::env::args().nth(1).ok_or("which group?")?;
    let client = Client::new(DeveloperToolsCredential::new(None)?)?;
    let created = create(&client, &group).await?;
    println!("created {}", created.id.unwrap_or_default());
    Ok(())
}
