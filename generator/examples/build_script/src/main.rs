//! Uses a client that the build script has made. Nothing is sent.
//!
//! `cargo run -p build_script`

mod graph {
    include!(concat!(env!("OUT_DIR"), "/graph/mod.rs"));
}

use graph::beta::models::RoleScopeTag;
use graph::beta::role_scope_tag::{self, LIST};
use graph::runtime::{self, Client, Collection, Request, Scheme, permissions};

/// A request for all scope tags.
fn tags(client: &Client) -> Request<Collection<RoleScopeTag>> {
    role_scope_tag::list(client)
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let tag = RoleScopeTag {
        display_name: Some("Kitchen".to_owned()),
        ..RoleScopeTag::default()
    };
    println!("body: {}", runtime::to_string(&tag)?);
    println!(
        "needed: {}",
        permissions::least(&[&LIST], Scheme::Application)?.join(", ")
    );
    // A program with a credential calls this; see `examples/list.rs`.
    let _: fn(&Client) -> Request<Collection<RoleScopeTag>> = tags;
    Ok(())
}
