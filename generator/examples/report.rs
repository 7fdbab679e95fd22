//! Loads a report, which is a CSV file behind a redirect.
//!
//! `cargo run -p examples --bin report`, signed in with `az login`.

use azure_identity::DeveloperToolsCredential;
use generated::runtime::{Client, Error};
use generated::v1_0::report_root;

/// Who used the services in the last seven days: the names in the second column.
pub(crate) async fn active_users(client: &Client) -> Result<Vec<String>, Error> {
    let csv = report_root::get_office365_active_user_detail(client, "D7").await?;
    let text = String::from_utf8_lossy(&csv);
    let rows = text.lines().skip(1);
    let names = rows.filter_map(|row| row.split(',').nth(1));
    Ok(names.map(str::to_owned).collect())
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::new(DeveloperToolsCredential::new(None)?)?;
    for name in active_users(&client).await? {
        println!("{name}");
    }
    Ok(())
}
