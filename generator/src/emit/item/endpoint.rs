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

/// The function whose endpoint stands for this one too: the first of its operation, when only the path differs. (Each
/// static costs a compiler 10 KB, and nearly half of all routes are further paths of one operation.)
pub(crate) fn owner<'p, 'a>(plan: &'p OperationPlan<'a>, function: &Function<'_>) -> Option<&'p Function<'a>> {
    permission::shared_with(plan, function).filter(|first| first.route.method == function.route.method)
}

/// Adds the endpoint of a function, unless the operation's first stands for it.
pub(crate) fn push(plan: &OperationPlan<'_>, function: &Function<'_>, gate: &Gate, file: &mut File<'_>) {
    if owner(plan, function).is_some() {
        return;
    }
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
             docs: {:?},\n\
         }};",
        function.endpoint,
        method(function.route.method),
        version.0,
        function.route.path.template(),
        more_paths(plan, function).join("\n"),
        permissions(plan, function),
        clouds.join(" "),
        options.join(" "),
        link::api(&operation.file, version),
    ));
    file.push(text);
}

/// The paths of the functions that this one's endpoint stands for; none but the first stands for others.
fn more_paths<'p>(plan: &'p OperationPlan<'_>, function: &Function<'_>) -> Vec<&'p str> {
    match plan.functions.split_first() {
        Some((first, others)) if first.route.id == function.route.id => {
            let others = others.iter().filter(|other| owner(plan, other).is_some());
            others.map(|other| other.route.path.template()).collect()
        }
        _ => Vec::new(),
    }
}

/// A further method mostly has the permissions of the first: said once.
fn permissions(plan: &OperationPlan<'_>, function: &Function<'_>) -> String {
    let own = permission::of_route(plan, function);
    match permission::shared_with(plan, function) {
        Some(first) if !own.is_empty() => format!("{}.permissions", first.endpoint),
        _ => format!("{:?}", permission::data(&own)),
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
