//! Reads which accounts changed since the last time.
//!
//! `cargo run -p examples --bin delta -- [LINK]`, signed in with `az login`.

use azure_identity::DeveloperToolsCredential;
use generated::runtime::{Client, Error, Request};
use generated::v1_0::user;

/// Names of the people that changed, and the link to go on with; without a link, everybody.
pub(crate) async fn changes(client: &Client, link: Option<&str>) -> Result<(Vec<String>, Option<String>), Error> {
    let request = match link {
        Some(link) => Request::resume(client, &user::DELTA, link),
        None => user::delta(client),
    };
    let (mut users, mut lines) = (request.items(), Vec::new());
    while let Some(user) = users.next_item().await {
        let user = user?;
        let gone = user.additional_properties.get("@removed").is_some();
        let name = user.display_name.or(user.id).unwrap_or_default();
        lines.push(if gone { format!("- {name}") } else { format!("+ {name}") });
    }
    Ok((lines, users.delta_link().map(str::to_owned)))
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let link = std::env::args().nth(1);
    let client = Client::new(DeveloperToolsCredential::new(None)?)?;
    let (lines, link) = changes(&client, link.as_deref()).await?;
    println!("{}\nnext time: {}", lines.join("\n"), link.unwrap_or_default());
    Ok(())
}
