//! Replaces one member of a group by another, and lists the people in it.
//!
//! `cargo run -p examples --bin members -- GROUP_ID OLD_ID NEW_ID`, signed in with `az login`.

use azure_identity::DeveloperToolsCredential;
use generated::runtime::{Client, Reference};
use generated::v1_0::group;
use std::error::Error;

/// Names of the people in the group afterwards.
pub(crate) async fn replace(client: &Client, group: &str, old: &str, new: &str) -> Result<Vec<String>, Box<dyn Error>> {
    group::add_member(client, group, &Reference::id(new)).await?;
    group::remove_member(client, group, old).await?;
    let people = group::list_members_as_user(client, group).await?;
    Ok(people.into_iter().filter_map(|user| user.display_name).collect())
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let ids: Vec<String> = std::env::args().skip(1).collect();
    let [group, old, new] = &ids[..] else {
        return Err("which group, who leaves, who comes?".into());
    };
    let client = Client::new(DeveloperToolsCredential::new(None)?)?;
    for name in replace(&client, group, old, new).await? {
        println!("{name}");
    }
    Ok(())
}
