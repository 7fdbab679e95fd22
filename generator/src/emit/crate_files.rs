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
        files.extend(runtime::files(&manifest::package_name(&settings.crate_name)));
    }
    files
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
         //! Each version of the API is a module, with a module for each documented resource, which has the resource's type\n\
         //! and a function for every documented route. All types of a version are also in its module `models`. Each area of\n\
         //! the API is a cargo feature, and `full` turns on all of them.\n\
         //!\n\
         //! A function only builds a request; `send` sends it. The function's `Endpoint` describes the call: method, paths,\n\
         //! permissions (least privileged first), clouds, query options, and the public page.\n\
         //!\n\
         //! Every property of a type is an `Option`. Undocumented properties are kept in `additional_properties`, and\n\
         //! undocumented values in the last variant of an enum, so that nothing is lost between reading and writing.\n\
         //! [`runtime`] has everything that all areas share.\n\n\
         // The crate itself names everything, also what is deprecated.\n\
         #![allow(deprecated)]\n\n",
    );
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
