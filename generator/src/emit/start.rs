//! Parts of the start page: what a newcomer does first, and the areas.

use super::plan::Plan;
use std::collections::BTreeMap;

/// The most modules that a row names.
const MOST: usize = 3;

/// What the first lines of a newcomer's program are made of.
pub(super) struct First<'e> {
    /// `graph`.
    pub(super) krate: &'e str,
    /// `v1_0::user`.
    pub(super) path: &'e str,
    /// `user`.
    pub(super) module: &'e str,
    /// `list(&client)`.
    pub(super) call: String,
    /// `LIST`.
    pub(super) endpoint: &'e str,
    /// `User`.
    pub(super) item: &'e str,
    /// `display_name`.
    pub(super) field: &'e str,
    /// Whether an update takes the item.
    pub(super) updated: bool,
}

/// A table: what to do, and what to write.
pub(super) fn first_things(first: &First<'_>) -> String {
    let First {
        module,
        call,
        endpoint,
        item,
        field,
        ..
    } = first;
    let rows = [
        (
            "read a whole list, page after page",
            format!("{module}::{call}.items()"),
        ),
        (
            "find some of it",
            format!(".filter(property!({item}: {field}).eq(\"x\"))"),
        ),
        (
            "sort it, read less of each",
            format!(".order_by([property!({item}: {field})]).select(properties!({item}: {field}))"),
        ),
        (
            "make what is created or changed",
            format!("{item} {{ {field}: Some(\"x\".into()), ..{item}::default() }}"),
        ),
        (
            "set a property to null",
            format!("property!({item}: {field}).clear(&mut item)"),
        ),
        ("send changes only", "item.changes_since(&before)?".to_owned()),
        (
            "send many calls in few requests",
            "runtime::Batch::new(&client)".to_owned(),
        ),
        (
            "load a file, or send a large one",
            "request.download()`, `runtime::UploadSession".to_owned(),
        ),
        (
            "tell errors apart",
            "error.status()`, `error.code()`, `error.permissions(Scheme::Application)".to_owned(),
        ),
        (
            "know the permissions beforehand",
            format!("permissions::least(&[&{module}::{endpoint}], Scheme::Application)"),
        ),
    ];
    let rows: String = rows
        .iter()
        .map(|(what, code)| format!("| {what} | `{code}` |\n"))
        .collect();
    let imports = imports(first);
    format!(
        "## The ten first things to do\n\n| to do | write |\n| --- | --- |\n{rows}\nThe names are from here:\n\n```rust,ignore\n{imports}\n```\n\n"
    )
}

/// Where the names of the table are from.
fn imports(first: &First<'_>) -> String {
    let First {
        krate,
        path,
        item,
        updated,
        ..
    } = first;
    let version = path.split("::").next().unwrap_or(path);
    // The method of a type that no update takes is one of a trait.
    let object = if *updated { "" } else { "Object, " };
    format!(
        "use {krate}::{{properties, property, runtime, {path}}};\nuse {krate}::{version}::models::{item};\nuse {krate}::runtime::{{{object}Scheme, permissions}};"
    )
}

/// A table of the areas, with the modules that have most of their functions.
pub(super) fn areas(plan: &Plan<'_>) -> String {
    let mut areas: BTreeMap<&str, BTreeMap<String, usize>> = BTreeMap::new();
    for feature in plan.areas.features() {
        areas.entry(feature).or_default();
    }
    for version in &plan.versions {
        for (path, module) in &version.modules {
            for operation in module.operations.iter().filter_map(|id| version.operations.get(*id)) {
                let feature = plan.areas.feature(plan.areas.id(&operation.operation.area));
                let modules = areas.entry(feature).or_default();
                *modules.entry(format!("{}::{path}", version.module)).or_default() += operation.functions.len();
            }
        }
    }
    let rows: String = areas.iter().map(|(feature, modules)| row(feature, modules)).collect();
    format!("| feature | functions | modules |\n| --- | --- | --- |\n{rows}")
}

fn row(feature: &str, modules: &BTreeMap<String, usize>) -> String {
    let functions: usize = modules.values().sum();
    let mut largest: Vec<_> = modules.iter().collect();
    largest.sort_by_key(|(_, functions)| std::cmp::Reverse(**functions));
    let named: Vec<String> = largest.iter().take(MOST).map(|(path, _)| format!("`{path}`")).collect();
    let more = match largest.len().saturating_sub(MOST) {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    let named = if named.is_empty() {
        "types only".to_owned()
    } else {
        named.join(", ")
    };
    format!("| `{feature}` | {functions} | {named}{more} |\n")
}
