//! Endpoints: what a function calls, as data.
//!
//! They are laid out here as text. They are a large part of all emitted code and have one shape, and the way through
//! tokens costs a hundred times as much. Lists in them are text too: with nested slices the endpoints of the whole beta
//! version took rustc several hundred MB more.

use super::permission;
use crate::emit::docs;
use crate::emit::file::File;
use crate::emit::gate::Gate;
use crate::emit::link;
use crate::emit::plan::{Function, OperationPlan};
use crate::model::{CloudAvailability, Method};

/// Adds the endpoint of a function.
pub(crate) fn push(plan: &OperationPlan<'_>, function: &Function<'_>, gate: &Gate, file: &mut File<'_>) {
    let operation = plan.operation;
    let version = &file.version.schema.version;
    let call = docs::code(&format!("{} {}", function.route.method, function.route.path.template()));
    let mut text = format!("/// The endpoint of `{}`: {call}.\n", function.name);
    for line in gate.lines(file.areas) {
        text.push_str(&line);
        text.push('\n');
    }
    let clouds = operation.clouds.map(clouds).unwrap_or_default();
    let options: Vec<&str> = operation.query_options.iter().map(|option| option.0.as_str()).collect();
    text.push_str(&format!(
        "pub static {}: rt::Endpoint = rt::Endpoint {{\n    \
             method: rt::Method::{},\n    \
             version: {:?},\n    \
             path: {:?},\n    \
             more_paths: {:?},\n    \
             permissions: {},\n    \
             clouds: {:?},\n    \
             query_options: {:?},\n    \
             docs: {:?},\n    \
             examples: {},\n    \
             mark: {:?},\n\
         }};",
        function.endpoint,
        method(function.route.method),
        version.0,
        function.route.path.template(),
        more_paths(function).join("\n"),
        permissions(plan, function),
        clouds.join(" "),
        options.join(" "),
        link::api(&operation.file, version),
        file.responses(),
        mark(function, &operation.file, &version.0),
    ));
    file.push(text);
}

/// What `permissions::calls::binary` reads from a linked program. It is one text that the endpoint refers to, so the
/// linker keeps both or neither.
fn mark(function: &Function<'_>, page: &str, version: &str) -> String {
    let paths: Vec<&str> = function.paths.iter().map(|route| route.path.template()).collect();
    let text = format!("{} {version} {page}\n{}", function.route.method, paths.join("\n"));
    format!("graph-endpoint/1 {} {text}", text.len())
}

/// The paths of the further routes, each once.
fn more_paths<'p>(function: &Function<'p>) -> Vec<&'p str> {
    let further = function.paths.iter().skip(1);
    further.map(|route| route.path.template()).collect()
}

/// A further function of a page mostly has the permissions of the first: said once.
fn permissions(plan: &OperationPlan<'_>, function: &Function<'_>) -> String {
    let own = permission::data(plan, function);
    let first = plan.functions.first().filter(|first| first.name != function.name);
    match first.filter(|first| !own.is_empty() && permission::data(plan, first) == own) {
        Some(first) => format!("{}.permissions", first.endpoint),
        None => format!("{own:?}"),
    }
}

/// The variant of `rt::Method`.
fn method(method: Method) -> &'static str {
    match method {
        Method::Delete => "Delete",
        Method::Get => "Get",
        Method::Head => "Head",
        Method::Patch => "Patch",
        Method::Post => "Post",
        Method::Put => "Put",
    }
}

/// The variants of `rt::Cloud`.
fn clouds(clouds: CloudAvailability) -> Vec<&'static str> {
    let all = [
        (clouds.global, "Global"),
        (clouds.us_government_l4, "UsGovL4"),
        (clouds.us_government_l5, "UsGovL5"),
        (clouds.china, "China"),
    ];
    let there = all.into_iter().filter(|(there, _)| *there);
    there.map(|(_, name)| name).collect()
}
