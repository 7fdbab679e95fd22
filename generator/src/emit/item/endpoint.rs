//! Endpoints: what a function calls, as data.
//!
//! They are laid out here as text. They are a large part of all emitted code and have one shape, and the way through
//! tokens costs a hundred times as much. Lists in them are text too: with nested slices the endpoints of the whole beta
//! version took rustc several hundred MB more.

use crate::emit::code::push_quoted;
use crate::emit::docs;
use crate::emit::file::File;
use crate::emit::gate::Gate;
use crate::emit::lines::Lines;
use crate::emit::link;
use crate::emit::plan::{Function, OperationPlan};
use crate::model::{CloudAvailability, Method};

/// Adds the endpoint of a function of a page, which has these permissions for its functions.
pub(crate) fn push(
    plan: &OperationPlan<'_>,
    (at, function): (usize, &Function<'_>),
    permissions: &[String],
    gate: &Gate,
    file: &mut File<'_>,
) {
    let operation = plan.operation;
    let version = &file.version.schema.version;
    let examples = file.responses();
    let mut text = std::mem::take(&mut file.endpoints);
    text.push('\n');
    let mut lines = Lines::new(&mut text, 4);
    let template = function.route.path.template();
    let call = docs::code(&[function.route.method.as_str(), " ", template].concat());
    lines.line(["/// The endpoint of `", &function.name, "`: ", &call, "."]);
    // What the module is compiled for holds for what is in it.
    if *gate != file.around_endpoints {
        lines.gate(gate, file.areas);
    }
    lines.line(["pub static ", &function.endpoint, ": rt::Endpoint = rt::Endpoint {"]);
    let clouds = operation.clouds.map(clouds).unwrap_or_default();
    let options: Vec<&str> = operation.query_options.iter().map(|option| option.0.as_str()).collect();
    let mut field = |name: &str, value: &str| lines.line(["    ", name, ": ", value, ","]);
    field("method", &["rt::Method::", method(function.route.method)].concat());
    field("version", &quoted(&version.0));
    field("path", &quoted(template));
    field("more_paths", &quoted(&more_paths(function).join("\n")));
    field("permissions", &permissions_of(plan, at, permissions));
    field("clouds", &quoted(&clouds.join(" ")));
    field("query_options", &quoted(&options.join(" ")));
    let page = link::api(&operation.file, file.version.schema);
    field("docs", &quoted(&page.unwrap_or_default()));
    field("examples", &examples);
    field("mark", &quoted(&mark(function, &operation.file, &version.0)));
    lines.line(["};"]);
    file.endpoints = text;
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
fn permissions_of(plan: &OperationPlan<'_>, at: usize, permissions: &[String]) -> String {
    let own = permissions.get(at).map_or("", String::as_str);
    let is_told = at > 0 && !own.is_empty() && permissions.first().is_some_and(|first| first == own);
    match plan.functions.first().filter(|_| is_told) {
        Some(first) => [&first.endpoint, ".permissions"].concat(),
        None => quoted(own),
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
