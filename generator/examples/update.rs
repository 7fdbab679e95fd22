//! Changes a role assignment: sets one property, clears one, leaves the others alone.
//!
//! `cargo run -p examples --bin update -- ASSIGNMENT_ID`, signed in with `az login`.

use azure_identity::DeveloperToolsCredential;
use generated::beta::intune_rbac::{
    DeviceAndAppManagementRoleAssignment as Assignment, device_and_app_management_role_assignment as role_assignment,
};
use generated::property;
use generated::runtime::{Client, Error};

/// Only what is named here is sent; a cleared property is sent as `null`.
pub(crate) async fn update(client: &Client, id: &str) -> Result<Assignment, Error> {
    let mut changes = Assignment {
        display_name: Some("Helpdesk, night shift".to_owned()),
        ..Assignment::default()
    };
    property!(Assignment: description).clear(&mut changes);
    role_assignment::update(client, id, &changes).send().await
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let id = std::env::args().nth(1).ok_or("which assignment?")?;
    let client = Client::new(DeveloperToolsCredential::new(None)?)?;
    println!("{:#?}", update(&client, &id).await?);
    Ok(())
}
