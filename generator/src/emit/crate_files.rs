//! Files that belong to no page: `lib.rs`, and those that other modules write.

use super::Settings;
use super::file::header;
use super::plan::Plan;
use super::write::{Files, MARKER};
use super::{manifest, readme, runtime, testing};
use std::collections::BTreeSet;
use std::fmt::Write;

/// All of them.
pub(crate) fn files(plan: &Plan<'_>, settings: &Settings) -> Files {
    let mut files = Files::new();
    files.insert("Cargo.toml".to_owned(), manifest::manifest(&plan.areas, settings));
    files.insert("README.md".to_owned(), readme::readme(plan, settings));
    files.insert("rustfmt.toml".to_owned(), rustfmt());
    files.insert("src/lib.rs".to_owned(), library(plan, settings));
    if settings.testing {
        files.extend(testing::files(plan));
    }
    if settings.runtime_crate.is_none() {
        files.extend(runtime::files(
            &manifest::package_name(&settings.crate_name),
            plan.base_url,
        ));
    }
    files
}

/// The emitters lay code out already; a second opinion would only make the next run differ.
fn rustfmt() -> String {
    format!("# {MARKER}. Do not edit.\ndisable_all_formatting = true\n")
}

/// The constant that says where the service is, where that is not Graph.
pub(super) fn base_url(plan: &Plan<'_>) -> String {
    let constant = |url: &str| {
        format!(
            "/// The base URL of the service. A client that a program makes for another crate's service needs it:\n\
             /// `Client::builder().base_url(BASE_URL)`.\n\
             pub const BASE_URL: &str = {url:?};\n\n"
        )
    };
    plan.base_url.map(constant).unwrap_or_default()
}

fn library(plan: &Plan<'_>, settings: &Settings) -> String {
    let mut text = header(&BTreeSet::new());
    text.push_str(
        "#![doc = include_str!(\"../README.md\")]\n\n\
         // The crate itself names everything, also what is deprecated.\n\
         #![allow(deprecated)]\n\n",
    );
    text.push_str(&base_url(plan));
    for version in &plan.versions {
        let _ = writeln!(text, "pub mod {};", version.module);
    }
    match &settings.runtime_crate {
        None => text.push_str("pub mod runtime;\n"),
        Some(runtime) => {
            let krate = runtime.name.replace('-', "_");
            let _ = writeln!(
                text,
                "pub use {krate} as runtime;\npub use {krate}::{{properties, property}};"
            );
        }
    }
    if settings.testing {
        text.push_str(testing::MODULE);
    }
    text
}
