//! What an application needs for the calls that it makes, what it lacks, and what it has too much. Nothing is sent.
//!
//! `cargo run -p examples --bin permissions_report -- GRANTED...`

use generated::runtime::permissions::{self, NotSupported};
use generated::runtime::{Endpoint, Scheme};
use generated::v1_0::{group, user};

/// The calls that the application makes.
const CALLS: [&Endpoint; 3] = [&user::LIST, &user::SEND_MAIL, &group::ADD_MEMBER];

/// A line for each question.
pub(crate) fn report(granted: &[&str]) -> Result<Vec<String>, NotSupported> {
    let scheme = Scheme::Application;
    Ok(vec![
        format!("needed:  {}", permissions::least(&CALLS, scheme)?.join(", ")),
        format!("missing: {}", permissions::missing(granted, &CALLS, scheme)?.join(", ")),
        format!("excess:  {}", permissions::excess(granted, &CALLS, scheme)?.join(", ")),
    ])
}

fn main() -> Result<(), NotSupported> {
    let granted: Vec<String> = std::env::args().skip(1).collect();
    let granted: Vec<&str> = granted.iter().map(String::as_str).collect();
    for line in report(&granted)? {
        println!("{line}");
    }
    Ok(())
}
