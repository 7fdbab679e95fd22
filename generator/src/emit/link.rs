//! Links to the public pages, and places in the docs root.

use super::name::module::stem;
use crate::model::{Origin, Version};

/// The public page of an operation.
pub(crate) fn api(file: &str, version: &Version) -> String {
    public("https://learn.microsoft.com/graph/api/", file, version)
}

/// The public page of a type. A type without its own page gets the page of one of its calls.
pub(crate) fn resource(file: &str, version: &Version) -> String {
    if file.starts_with("api/") {
        return api(file, version);
    }
    public("https://learn.microsoft.com/graph/api/resources/", file, version)
}

fn public(folder: &str, file: &str, version: &Version) -> String {
    [folder, stem(file), "?view=", &view(version)].concat()
}

/// `beta` -> `graph-rest-beta`, `v1.0` -> `graph-rest-1.0`.
fn view(version: &Version) -> String {
    ["graph-rest-", version.0.trim_start_matches('v')].concat()
}

/// `beta/api/group-list.md:8`.
pub(crate) fn place(origin: &Origin, version: &Version) -> String {
    [&page(&origin.file, version), ":", &origin.line.to_string()].concat()
}

/// A page's path below the docs root. The path of an include is already relative to it.
pub(crate) fn page(file: &str, version: &Version) -> String {
    if file.starts_with("api/") || file.starts_with("resources/") {
        return [&version.0, "/", file].concat();
    }
    file.to_owned()
}
