//! Endpoints: what a function calls, as data.
//!
//! They are laid out here as text. They are a large part of all emitted code and have one shape, and the way through
//! tokens costs a hundred times as much. Lists in them are text too: with nested slices the endpoints of the whole beta
//! version took rustc several hundred MB more.

use super::permission;
use crate::emit::code::push_quoted;
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
    text.extend(["pub static ", &function.endpoint, ": rt::Endpoint = rt::Endpoint {\n"]);
    let mut field = |name: &str, value: &str| text.extend(["    ", name, ": ", value, ",\n"]);
    field(
        "method",
        ["rt::Method::", method(function.route.method)].concat().as_str(),
    );
    field("version", &quoted(&version.0));
    field("path", &quoted(function.route.path.template()));
    field("more_paths", &quoted(&more_paths(function).join("\n")));
    field("permissions", &permissions(plan, function));
    field("clouds", &quoted(&clouds.join(" ")));
    field("query_options", &quoted(&options.join(" ")));
    field(
        "docs",
        &quoted(&link::api(&operation.file, file.version.schema).unwrap_or_default()),
    );
    field("examples", &file.responses());
    field("mark", &quoted(&mark(function, &operation.file, &version.0)));
    text.push_str("};");
    file.push_endpoint(gate.clone(), text);
}

fn quoted(text: &str) -> String {
    let mut literal = String::with_capacity(text.len() + 2);
    push_quoted(&mut literal, text);
    literal
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
        None => quoted(&own),
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
