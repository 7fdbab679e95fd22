//! Goes through all role assignments, page by page, whatever their number.
//!
//! `cargo run -p examples --bin page_through`, signed in with `az login`.

use azure_identity::DeveloperToolsCredential;
use generated::beta::intune_rbac::device_and_app_management_role_assignment as role_assignment;
use generated::runtime::{Client, Error};

/// The names of all assignments. The next page is asked for when the last one is used up.
pub(crate) async fn names(client: &Client) -> Result<Vec<String>, Error> {
    let mut items = role_assignment::list(client).items();
    let mut names = Vec::new();
    while let Some(assignment) = items.next_item().await {
        names.extend(assignment?.display_name);
    }
    Ok(names)
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::new(DeveloperToolsCredential::new(None)?)?;
    for name in names(&client).await? {
        println!("{name}");
    }
    Ok(())
}
