//! Changes one's own account: sets one property, clears one, leaves the others alone.
//!
//! `cargo run -p examples --bin update -- OFFICE`, signed in with `az login`.

use azure_identity::DeveloperToolsCredential;
use generated::property;
use generated::runtime::{Client, Error};
use generated::v1_0::{models::User, user};

/// Only what is named here is sent; a cleared property is sent as `null`.
pub(crate) async fn update(client: &Client, office: &str) -> Result<(), Error> {
    let mut changes = User {
        office_location: Some(office.to_owned()),
        ..User::default()
    };
    property!(User: mobile_phone).clear(&mut changes);
    user::update(client, user::At::me(), &changes).await
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let office = std::env::args().nth(1).ok_or("which office?")?;
    let client = Client::new(DeveloperToolsCredential::new(None)?)?;
    Ok(update(&client, &office).await?)
}
