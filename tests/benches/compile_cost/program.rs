//! A program of somebody who uses one type.

use generator::emit::write::Files;

/// Its files; the emitted crate stands beside it with every area on.
pub(crate) fn files() -> Files {
    let manifest = r#"[package]
name = "consumer"
version = "0.1.0"
edition = "2024"

[dependencies]
graph = { path = "../full", default-features = false, features = ["full"] }
"#;
    let main = r#"use graph::beta::models::RoleDefinition;
use graph::runtime::{from_str, to_string};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let role: RoleDefinition = from_str("{\"displayName\": \"Readers\"}")?;
    let copy = role.clone();
    println!("{copy:?}\n{}", to_string(&role)?);
    assert_eq!(copy.display_name, role.display_name);
    Ok(())
}
"#;
    Files::from([
        ("Cargo.toml".to_owned(), manifest.to_owned()),
        ("src/main.rs".to_owned(), main.to_owned()),
    ])
}
