//! Endpoint functions.

use super::field::{doc_lines, primitive_code};
use super::query::option;
use super::structure::deprecation;
use super::{endpoint, permission, structure};
use crate::emit::code::{fits, tokens};
use crate::emit::docs;
use crate::emit::file::File;
use crate::emit::gate::Gate;
use crate::emit::link;
use crate::emit::plan::{AreaSet, Body, Function, HeaderValue, OperationPlan, ResolvedType, ReturnType, SentHeader};
use crate::model::{Header, Operation, ParameterSection, Primitive};

/// Adds the parameters, functions and endpoints of an operation.
pub(crate) fn push(plan: &OperationPlan<'_>, file: &mut File<'_>) {
    let gate = file.gate(&AreaSet::one(file.area));
    let version = &file.version.schema.version;
    file.pages.insert(link::page(&plan.operation.file, version));
    if let Some(parameters) = &plan.parameters {
        let action = plan.functions.first().map_or("", |function| function.name.as_str());
        // Only a function takes them.
        structure::push_parameters(parameters, action, gate.clone().with_client(), file);
    }
    for function in &plan.functions {
        push_function(plan, function, &gate.clone().with_client(), file);
        endpoint::push(plan, function, &gate, file);
    }
}

fn push_function(plan: &OperationPlan<'_>, function: &Function<'_>, gate: &Gate, file: &mut File<'_>) {
    let preface = preface(plan, function, gate, file);
    let mut code = file.prefaces.put_line(preface);
    let query = function.query.iter().flat_map(|value| &value.parameters);
    let headers = function.headers.iter().filter_map(|header| match &header.value {
        HeaderValue::Parameter(name) => Some(name),
        HeaderValue::Fixed(_) => None,
    });
    let texts = function.path_parameters.iter().chain(query).chain(headers);
    let mut parameters = vec!["client: &rt::Client".to_owned()];
    parameters.extend(texts.map(|name| format!("{name}: &str")));
    let (body, send) = body(plan, function, gate, file);
    parameters.extend(body);
    let returns = return_type(function.returns, gate, file);
    code.push_str(&signature(&function.name, &parameters, &returns));
    let options: String = function.query.iter().map(|value| option(value).to_string()).collect();
    let request = request(plan, function);
    let headers: String = function.headers.iter().map(sent).collect();
    code.push_str(&format!("\n    {request}{options}{headers}{send}\n}}"));
    let text = if options.is_empty() && headers.is_empty() {
        file.prefaces.lay_out_lines(&code)
    } else {
        file.prefaces.lay_out(tokens(&code))
    };
    file.push(text);
}

/// The call that sets a header.
fn sent(header: &SentHeader<'_>) -> String {
    match &header.value {
        HeaderValue::Fixed(value) => format!(".header({:?}, {value:?})", header.name),
        HeaderValue::Parameter(name) => format!(".header({:?}, {name})", header.name),
    }
}

/// The call that makes the request, without its body.
fn request(plan: &OperationPlan<'_>, function: &Function<'_>) -> String {
    let values = function.path_parameters.join(", ");
    match endpoint::owner(plan, function) {
        Some(owner) => format!(
            "rt::Request::by_path(client, &{}, {:?}, &[{values}])",
            owner.endpoint,
            function.route.path.template()
        ),
        None => format!("rt::Request::new(client, &{}, &[{values}])", function.endpoint),
    }
}

/// The line up to the body, or one line for each parameter.
fn signature(name: &str, parameters: &[String], returns: &str) -> String {
    let line = format!("pub fn {name}({}) -> rt::Request<{returns}> {{", parameters.join(", "));
    if fits(&line) {
        return line;
    }
    let lines: String = parameters
        .iter()
        .map(|parameter| format!("    {parameter},\n"))
        .collect();
    format!("pub fn {name}(\n{lines}) -> rt::Request<{returns}> {{")
}

/// What is said above a function.
fn preface(plan: &OperationPlan<'_>, function: &Function<'_>, gate: &Gate, file: &File<'_>) -> Vec<String> {
    let operation = plan.operation;
    let version = &file.version.schema.version;
    let shared = permission::shared_with(plan, function);
    let mut lines = match shared {
        Some(first) => vec![format!(
            "/// Same as [`{}()`] with another path; see there.",
            first.name
        )],
        None => introduction(operation),
    };
    lines.push("///".to_owned());
    lines.push(format!("/// {}", docs::code(&call(function))));
    if shared.is_none() {
        lines.extend(arguments(operation));
        lines.extend(headers(operation));
        lines.extend(permission::docs(&permission::of_route(plan, function)));
        lines.extend(permission::elsewhere(plan, function, version));
        if let Some(clouds) = operation.clouds {
            lines.push("///".to_owned());
            lines.push(format!("/// Available in: {clouds}."));
        }
        lines.push("///".to_owned());
        lines.push(format!("/// [Public page]({})", link::api(&operation.file, version)));
    }
    lines.push(format!("// {}", link::place(&function.route.origin, version)));
    lines.extend(gate.lines(file.areas));
    // Not on the constant: the function itself uses it, and would get the warning too.
    lines.extend(operation.deprecated.as_ref().map(|_| "#[deprecated]".to_owned()));
    lines
}

/// A list of what goes into the parentheses of a function.
fn arguments(operation: &Operation) -> Vec<String> {
    let rows = operation.parameters.iter();
    let rows = rows.filter(|row| row.section == ParameterSection::Function);
    let items = rows.map(|row| format!("- {}: {}", docs::code(&row.name), row.description.trim()));
    let mut lines: Vec<String> = items.flat_map(|item| doc_lines(&item, 0)).collect();
    if !lines.is_empty() {
        lines.insert(0, "///".to_owned());
    }
    lines
}

/// A list of the headers that change what a call does.
fn headers(operation: &Operation) -> Vec<String> {
    let rows = operation.headers.iter().filter(|header| !header.is_of_the_client());
    let item = |header: &Header| {
        let role = match (header.required, &header.value) {
            (true, Some(_)) => " (sent)",
            (true, None) => " (required)",
            (false, _) => "",
        };
        let words = match (header.description.trim(), &header.value) {
            ("", Some(value)) => docs::code(value),
            (words, _) => words.to_owned(),
        };
        format!("- {}{role}: {words}", docs::code(&header.name))
    };
    let mut lines: Vec<String> = rows.flat_map(|header| doc_lines(&item(header), 0)).collect();
    if !lines.is_empty() {
        lines.splice(0..0, ["///", "/// Request headers:", "///"].map(str::to_owned));
    }
    lines
}

fn introduction(operation: &Operation) -> Vec<String> {
    let text = match operation.description.trim() {
        "" => operation.title.as_str(),
        text => text,
    };
    let mut lines = doc_lines(text, 0);
    lines.extend(deprecation(operation.deprecated.as_deref()));
    lines
}

/// Method, path and query, as documented.
fn call(function: &Function<'_>) -> String {
    let route = function.route;
    let query = if route.query.is_empty() {
        String::new()
    } else {
        format!("?{}", route.query)
    };
    format!("{} {}{query}", route.method, route.path.template())
}

/// The body parameter, and the call that puts it into the request.
fn body(
    plan: &OperationPlan<'_>,
    function: &Function<'_>,
    gate: &Gate,
    file: &mut File<'_>,
) -> (Option<String>, &'static str) {
    let kind = match function.body {
        Body::None => return (None, ""),
        Body::Binary => return (Some("body: rt::Content".to_owned()), ".content(body)"),
        Body::Json => "rt::Json".to_owned(),
        Body::Parameters => plan
            .parameters
            .as_ref()
            .map_or_else(String::new, |parameters| parameters.name.clone()),
        Body::Entity(resolved) => file.name(resolved, gate),
    };
    (Some(format!("body: &{kind}")), ".body(body)")
}

fn return_type(returns: ReturnType, gate: &Gate, file: &mut File<'_>) -> String {
    match returns {
        ReturnType::Empty => "()".to_owned(),
        ReturnType::Json => "rt::Json".to_owned(),
        ReturnType::Bytes => "rt::Bytes".to_owned(),
        ReturnType::Collection(resolved) => format!("rt::Collection<{}>", item(resolved, gate, file)),
        ReturnType::One(resolved @ (ResolvedType::Primitive(_) | ResolvedType::Enum(_))) => {
            format!("rt::Single<{}>", item(resolved, gate, file))
        }
        ReturnType::One(resolved) => item(resolved, gate, file),
    }
}

/// The type of one value in a response. Values that are sent as text are text there.
fn item(resolved: ResolvedType, gate: &Gate, file: &mut File<'_>) -> String {
    match resolved {
        ResolvedType::Primitive(Primitive::Json) => "rt::Json".to_owned(),
        ResolvedType::Primitive(primitive) => match primitive_code(primitive).1 {
            "Text" => "String".to_owned(),
            _ => primitive_code(primitive).0.to_owned(),
        },
        other => file.name(other, gate),
    }
}
