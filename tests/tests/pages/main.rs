//! Awkward pages, and what the model says about them.
//!
//! Here are the traps that show only when several sections, pages or stages work together. A trap of one reader is tested
//! beside that reader. All pages are made up. A snapshot is the outline of the model: see `tests::outline`.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

mod base;
mod broken;
mod calls;
mod enums;
mod generations;
mod includes;
mod navigation;
mod notes;
mod profiles;
mod rendered;
mod routes;
mod shared_permissions;
mod shown;
mod tables;
mod today;
mod type_names;
mod values;

/// What becomes of one page.
fn outline(path: &str, page: &str) -> String {
    outlines(&[(path, page)])
}

/// What becomes of several.
fn outlines<C: AsRef<[u8]>>(files: &[(&str, C)]) -> String {
    tests::pages::read(files).outline()
}

/// The page of a type with this introduction and one property.
fn resource(name: &str, introduction: &str) -> String {
    format!(
        "# {name} resource type\n\n{introduction}\n\n## Properties\n|Property|Type|Description|\n|:---|:---|:---|\n\
         |id|String|Number.|\n"
    )
}

/// The lines of an outline that begin with one of these words, blanks aside.
fn only(outline: &str, words: &[&str]) -> String {
    let wanted = |line: &&str| words.iter().any(|word| line.trim_start().starts_with(word));
    outline.lines().filter(wanted).collect::<Vec<_>>().join("\n")
}
