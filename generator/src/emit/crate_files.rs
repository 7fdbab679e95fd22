//! Files that belong to no page: the manifest, the readme, `lib.rs`, the runtime.

use super::Settings;
use super::file::header;
use super::gate::feature_name;
use super::plan::{Areas, Plan};
use super::readme;
use super::runtime;
use super::testing;
use super::write::{Files, MARKER};
use std::collections::BTreeSet;
use std::fmt::Write;

/// The Rust version that the runtime's dependencies ask for.
const RUST_VERSION: &str = "1.88";

/// All of them.
pub(crate) fn files(plan: &Plan<'_>, settings: &Settings) -> Files {
    let mut files = Files::new();
    files.insert("Cargo.toml".to_owned(), manifest(&plan.areas, settings));
    files.insert("README.md".to_owned(), readme::readme(plan, settings));
    files.insert("rustfmt.toml".to_owned(), rustfmt());
    files.insert("src/lib.rs".to_owned(), library(plan, settings));
    if settings.testing {
        files.extend(testing::files(plan));
    }
    files.extend(runtime::files(&package_name(&settings.crate_name)));
    files
}

fn manifest(areas: &Areas, settings: &Settings) -> String {
    let features: Vec<String> = areas.features().iter().map(|area| feature_name(area)).collect();
    let full: String = features.iter().map(|feature| format!("    {feature:?},\n")).collect();
    let list: String = features.iter().map(|feature| format!("{feature} = []\n")).collect();
    let name = package_name(&settings.crate_name);
    let testing = if settings.testing { testing::FEATURE } else { "" };
    format!(
        r#"# {MARKER}. Do not edit.
[package]
name = "{name}"
version = "0.1.0"
edition = "2024"
rust-version = "{RUST_VERSION}"
description = "Typed client for the Microsoft Graph API, generated from its reference pages"
publish = false

[features]
default = ["client"]
# The HTTP client: requests, paging, retry, sign-in with any azure_core credential.
client = ["dep:async-trait", "dep:azure_core", "dep:futures-core"]
# What few programs need of every type: `==` on objects, enums and sets of flags as keys of maps.
extra-traits = []
{testing}# Every area.
full = [
{full}]
# One for each area; it opens the module of the same name in every version.
{list}
[dependencies]
async-trait = {{ version = "0.1", optional = true }}
azure_core = {{ version = "1.1", default-features = false, features = [
    "reqwest",
    "reqwest_deflate",
    "reqwest_gzip",
    "reqwest_rustls",
    "tokio",
], optional = true }}
futures-core = {{ version = "0.3", optional = true }}
serde = "1"
serde_json = {{ version = "1", features = ["raw_value"] }}

[lints.rust]
unsafe_code = "forbid"
"#
    )
}

/// A name that cargo takes: `my client` -> `my-client`.
fn package_name(name: &str) -> String {
    let allowed = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    let name: String = name.trim().chars().map(|c| if allowed(c) { c } else { '-' }).collect();
    if name.starts_with(|c: char| c.is_ascii_alphabetic()) {
        name
    } else {
        format!("crate-{name}")
    }
}

/// The emitters lay code out already; a second opinion would only make the next run differ.
fn rustfmt() -> String {
    format!("# {MARKER}. Do not edit.\ndisable_all_formatting = true\n")
}

fn library(plan: &Plan<'_>, settings: &Settings) -> String {
    let mut text = header(&BTreeSet::new());
    text.push_str(
        "//! Typed client for the Microsoft Graph API, generated from its reference pages.\n\
         //!\n\
         //! One module for each version of the API, in it one for each area, in it one for each documented resource: its\n\
         //! type, and a function for every documented route. Areas are cargo features; `full` is all of them.\n\
         //!\n\
         //! A function makes a request and sends nothing; `send` on the request does. Its `Endpoint` tells what it calls:\n\
         //! method, paths, permissions (least privileged first), clouds, query options, public page.\n\
         //!\n\
         //! Every property of a type is an `Option`. What the service sends beyond the documented properties is kept in\n\
         //! `additional_properties`, and values beyond the documented ones in the last variant of an enum, so that\n\
         //! nothing is lost between reading and writing. [`runtime`] has what all areas share.\n\n",
    );
    for version in &plan.versions {
        let _ = writeln!(text, "pub mod {};", version.module);
    }
    text.push_str("pub mod runtime;\n");
    if settings.testing {
        text.push_str(testing::MODULE);
    }
    text
}
