//! Finds people by their job title, and reads all pages of the answer.
//!
//! `cargo run -p examples --bin list`, signed in with `az login`.

use azure_identity::DeveloperToolsCredential;
use generated::runtime::{Client, Error};
use generated::v1_0::{models::User, user};
use generated::{properties, property};

/// A line for each crane operator.
pub(crate) async fn list(client: &Client) -> Result<Vec<String>, Error> {
    let mut users = user::list(client)
        .filter(property!(User: job_title).starts_with("Crane"))
        .select(properties!(User: display_name, office_location))
        .order_by([property!(User: display_name)])
        .eventual()
        .top(50)
        .items();
    let mut lines = Vec::new();
    while let Some(user) = users.next_item().await {
        let user = user?;
        let office = user.office_location.as_deref().unwrap_or("(no office)");
        lines.push(format!("{}: {office}", user.display_name.unwrap_or_default()));
    }
    Ok(lines)
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::new(DeveloperToolsCredential::new(None)?)?;
    for line in list(&client).await? {
        println!("{line}");
    }
    Ok(())
}
