//! Reads many accounts in few calls.
//!
//! `cargo run -p examples --bin batch -- USER_ID...`, signed in with `az login`.

use azure_identity::DeveloperToolsCredential;
use generated::runtime::{Batch, Client, Error};
use generated::v1_0::user;

/// A line for each account. Requests that the service turned away for now have been sent again.
pub(crate) async fn names(client: &Client, ids: &[String]) -> Result<Vec<String>, Error> {
    let mut batch = Batch::new(client);
    let steps = ids.iter().map(|id| batch.add(user::get(client, user::At::users(id))));
    let steps: Vec<_> = steps.collect();
    let answers = batch.send().await?;
    let lines = steps.iter().map(|step| match answers.get(step) {
        Ok(user) => user.display_name.unwrap_or_default(),
        Err(error) => format!("({})", error.code().unwrap_or("no answer")),
    });
    Ok(lines.collect())
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let ids: Vec<String> = std::env::args().skip(1).collect();
    let client = Client::new(DeveloperToolsCredential::new(None)?)?;
    for name in names(&client, &ids).await? {
        println!("{name}");
    }
    Ok(())
}
