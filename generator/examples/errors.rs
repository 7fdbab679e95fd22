//! Tells what went wrong with a call, and what would help.
//!
//! `cargo run -p examples --bin errors -- USER_ID`, signed in with `az login`.

use azure_identity::DeveloperToolsCredential;
use generated::runtime::{Client, Error, Scheme};
use generated::v1_0::user;

/// The name of a user, or a line that says why there is none.
pub(crate) async fn name(client: &Client, id: &str) -> Result<String, Error> {
    let error = match user::get(client, user::At::users(id)).await {
        Ok(user) => return Ok(user.display_name.unwrap_or_default()),
        Err(error) => error,
    };
    match error.status() {
        Some(404) => Ok("there is no such user".to_owned()),
        Some(403) => {
            let needs = error.permissions(Scheme::DelegatedWork);
            let least = needs.iter().filter_map(|need| need.alternatives.first());
            let least: Vec<_> = least.flat_map(|choice| choice.permissions.clone()).collect();
            Ok(format!("not allowed; needs {}", least.join(" and ")))
        }
        Some(429 | 503) => Ok(format!("busy; try again in {:?}", error.retry_after())),
        _ => Err(error),
    }
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let id = std::env::args().nth(1).ok_or("which user?")?;
    let client = Client::new(DeveloperToolsCredential::new(None)?)?;
    println!("{}", name(&client, &id).await?);
    Ok(())
}
