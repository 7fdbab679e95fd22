//! The manifest of the emitted crate.

use super::plan::Areas;
use super::write::MARKER;
use super::{RuntimeCrate, Settings, testing};

/// The Rust version that the runtime's dependencies ask for.
const RUST_VERSION: &str = "1.88";

/// Features of the runtime: name, comment, features of the emitted crate that it needs, dependencies.
const FEATURES: &[(&str, &str, &str, &str)] = &[
    (
        "client",
        "The HTTP client: requests, paging, retry, sign-in with any azure_core credential.",
        "",
        r#""dep:async-trait", "dep:azure_core", "dep:futures-core""#,
    ),
    (
        "tracing",
        "Events for `tracing`: request, response, retry, page.",
        r#""client""#,
        r#""dep:tracing""#,
    ),
    (
        "blocking",
        "Calls that wait, for programs without async code.",
        r#""client""#,
        r#""dep:tokio""#,
    ),
    (
        "test-util",
        "A service in the program's own process, for tests, with the documented responses.",
        r#""client""#,
        "",
    ),
    (
        "chrono",
        "Conversions of dates and times for `chrono`.",
        "",
        r#""dep:chrono""#,
    ),
    ("jiff", "The same for `jiff`.", "", r#""dep:jiff""#),
    ("time", "The same for `time`.", "", r#""dep:time""#),
    (
        "extra-traits",
        "What few programs need of every type: `==` on objects, enums and sets of flags as keys of maps.",
        "",
        "",
    ),
];

/// What the runtime needs.
const DEPENDENCIES: &str = r#"async-trait = { version = "0.1", optional = true }
azure_core = { version = "1.1", default-features = false, features = [
    "reqwest",
    "reqwest_deflate",
    "reqwest_gzip",
    "reqwest_rustls",
    "tokio",
], optional = true }
chrono = { version = "0.4", default-features = false, optional = true }
futures-core = { version = "0.3", optional = true }
jiff = { version = "0.2", default-features = false, features = ["std"], optional = true }
serde = "1"
serde_json = { version = "1", features = ["raw_value"] }
time = { version = "0.3", default-features = false, features = ["std"], optional = true }
tokio = { version = "1", default-features = false, features = ["net", "rt-multi-thread", "time"], optional = true }
tracing = { version = "0.1", default-features = false, optional = true }
"#;

/// The text of `Cargo.toml`.
pub(super) fn manifest(areas: &Areas, settings: &Settings) -> String {
    let features = areas.features();
    let full: String = features.iter().map(|feature| format!("    {feature:?},\n")).collect();
    let list: String = features.iter().map(|feature| format!("{feature} = []\n")).collect();
    let (name, version) = (package_name(&settings.crate_name), &settings.crate_version);
    let (runtime, dependencies) = (runtime_features(settings), dependencies(settings));
    let testing = testing::feature(settings);
    // The runtime has code for a feature that only a crate for tests has.
    let known = if settings.testing {
        ""
    } else {
        "unexpected_cfgs = { level = \"warn\", check-cfg = ['cfg(feature, values(\"testing\"))'] }\n"
    };
    format!(
        r#"# {MARKER}. Do not edit.
[package]
name = "{name}"
version = "{version}"
edition = "2024"
rust-version = "{RUST_VERSION}"
description = "Typed client for the Microsoft Graph API, generated from its reference pages"
publish = false

[features]
default = ["client"]
{runtime}{testing}# Every area.
full = [
{full}]
# One for each area: the types and functions of its pages, in every version.
{list}
[dependencies]
{dependencies}
[lints.rust]
unsafe_code = "forbid"
{known}"#
    )
}

/// The features of the runtime, from its own dependencies or from the crate that has it.
fn runtime_features(settings: &Settings) -> String {
    let feature = |(name, comment, needs, own): &(&str, &str, &str, &str)| {
        let own = match &settings.runtime_crate {
            Some(runtime) => format!("\"{}/{name}\"", runtime.name),
            None => (*own).to_owned(),
        };
        let list: Vec<&str> = [*needs, &own].into_iter().filter(|words| !words.is_empty()).collect();
        format!("# {comment}\n{name} = [{}]\n", list.join(", "))
    };
    FEATURES.iter().map(feature).collect()
}

fn dependencies(settings: &Settings) -> String {
    let Some(RuntimeCrate { name, path }) = &settings.runtime_crate else {
        return DEPENDENCIES.to_owned();
    };
    let source = match path {
        Some(path) => format!("path = {path:?}"),
        None => "workspace = true".to_owned(),
    };
    let testing = if settings.testing { "serde_json = \"1\"\n" } else { "" };
    format!("{name} = {{ {source} }}\n{testing}")
}

/// A name that cargo takes: `my client` -> `my-client`.
pub(super) fn package_name(name: &str) -> String {
    let allowed = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    let name: String = name.trim().chars().map(|c| if allowed(c) { c } else { '-' }).collect();
    if name.starts_with(|c: char| c.is_ascii_alphabetic()) {
        name
    } else {
        format!("crate-{name}")
    }
}
