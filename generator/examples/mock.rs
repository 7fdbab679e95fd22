//! Tests code of a program without a service: what it does when a call is turned away, and what it sends.
//!
//! `cargo run -p examples --bin mock`; nothing is sent. In a test of yours, the feature `test-util` belongs to the
//! `[dev-dependencies]`.

use generated::runtime::{Answer, Client, Error, Mock};
use generated::v1_0::{models::User, user};

/// The code under test: names of all users.
async fn names(client: &Client) -> Result<Vec<String>, Error> {
    let mut users = user::list(client).top(2).items();
    let mut names = Vec::new();
    while let Some(user) = users.next_item().await {
        names.extend(user?.display_name);
    }
    Ok(names)
}

/// The test.
pub(crate) async fn test() -> Result<(), Box<dyn std::error::Error>> {
    let named = |name: &str| User {
        display_name: Some(name.to_owned()),
        ..User::default()
    };
    let mock = Mock::new()
        .on(&user::LIST, Answer::status(429))
        .once()
        .pages(&user::LIST, [vec![named("Ada"), named("Bo")], vec![named("Cleo")]]);
    assert_eq!(names(&mock.client()).await?, ["Ada", "Bo", "Cleo"]);
    let calls = mock.calls_of(&user::LIST);
    assert_eq!(calls.len(), 3);
    assert_eq!(calls.first().and_then(|call| call.option("$top")), Some("2"));
    Ok(mock.verify()?)
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    test().await
}
