//! Endpoint functions.

use super::field::{doc_lines, primitive_code};
use super::query::option;
use super::{endpoint, permission, place, structure};
use crate::emit::code::{chained, fits};
use crate::emit::docs;
use crate::emit::file::{File, WIDTH};
use crate::emit::gate::Gate;
use crate::emit::link;
use crate::emit::plan::{Body, Function, HeaderValue, OperationPlan, ResolvedType, ReturnType, SentHeader};
use crate::emit::testing::shown;
use crate::model::{
    self, Header, Operation, ParameterSection, Primitive, RequestBody, ResponseBody, Route, RouteResponse,
};

/// Adds the parameters, functions and endpoints of an operation.
pub(crate) fn push(plan: &OperationPlan<'_>, file: &mut File<'_>) {
    let gate = file.gate(&plan.areas);
    let version = &file.version.schema.version;
    file.pages.insert(link::page(&plan.operation.file, version));
    if let Some(parameters) = &plan.parameters {
        let action = plan.functions.iter().find(|function| function.body == Body::Parameters);
        let action = action
            .or(plan.functions.first())
            .map_or("", |function| function.name.as_str());
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
    let place = file
        .places
        .get(function.placed.as_ref().map_or(usize::MAX, |placed| placed.places));
    parameters.extend(place.map(|place| format!("at: {}<'_>", place.name)));
    parameters.extend(texts.map(|name| [name.as_str(), ": &str"].concat()));
    let (body, send) = body(plan, function, gate, file);
    parameters.extend(body);
    let returns = return_type(function.returns, &mut |resolved| file.name(resolved, gate));
    code.push_str(&signature(&function.name, &parameters, &returns));
    let options = function.query.iter().map(option);
    let chain = options.chain(function.headers.iter().map(sent)).chain(send);
    let (request, arguments) = request(function);
    let request = chained(request, &arguments, &chain.collect::<Vec<_>>());
    code.extend(["\n", &request, "\n}"]);
    let text = file.prefaces.lay_out_lines(&code);
    file.push(text);
}

/// The call that sets a header.
fn sent(header: &SentHeader<'_>) -> String {
    match &header.value {
        HeaderValue::Fixed(value) => format!(".header({:?}, {value:?})", header.name),
        HeaderValue::Parameter(name) => format!(".header({:?}, {name})", header.name),
    }
}

/// The function that makes the request without its body, and its arguments.
fn request(function: &Function<'_>) -> (&'static str, Vec<String>) {
    let values = place::values(&function.path_parameters);
    let (client, endpoint) = ("client".to_owned(), ["&", &function.endpoint].concat());
    match (&function.placed, function.routes.first()) {
        (Some(_), Some(first)) => {
            let (at, tail) = ("&at.0".to_owned(), format!("{:?}", first.tail()));
            ("rt::Request::at", vec![client, endpoint, at, tail, values])
        }
        _ => ("rt::Request::new", vec![client, endpoint, values]),
    }
}

/// The line up to the body, or one line for each parameter.
fn signature(name: &str, parameters: &[String], returns: &str) -> String {
    let list = parameters.join(", ");
    let line = ["pub fn ", name, "(", &list, ") -> rt::Request<", returns, "> {"].concat();
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
    let text = match operation.description.trim() {
        "" => operation.title.as_str(),
        text => text,
    };
    let mut lines = doc_lines(text, 0);
    lines.push("///".to_owned());
    lines.extend(call(function, file));
    lines.extend(shown::lines(plan, function, file));
    lines.extend(arguments(operation));
    lines.extend(referred(function));
    lines.extend(options(operation));
    lines.extend(page_size(plan, function).into_iter().flatten());
    lines.extend(headers(operation));
    lines.extend(successes(&function.route.response));
    lines.extend(permission::docs(plan, function));
    lines.extend(permission::elsewhere(plan, function, file.version.schema));
    let mut lines = file.linked(lines, &plan.areas, true);
    if let Some(clouds) = operation.clouds {
        lines.push("///".to_owned());
        lines.push(format!("/// Available in: {clouds}."));
    }
    let page = link::line(link::api(&operation.file, file.version.schema));
    lines.extend(page.into_iter().flat_map(|page| ["///".to_owned(), page]));
    lines.push(["// ", &link::place(&function.route.origin, version)].concat());
    lines.extend(gate.lines(file.areas));
    // Not on the constant: the function itself uses it, and would get the warning too.
    lines.extend(operation.deprecated.as_deref().map(docs::deprecated));
    lines
}

/// Where the object is that a body refers to.
fn referred(function: &Function<'_>) -> Vec<String> {
    let model::Body::Reference { to } = &function.route.body else {
        return Vec::new();
    };
    let line = match to.as_str() {
        "" => "/// The body is a path or a URL: no example shows where an id is.".to_owned(),
        to => format!("/// An id as the body is the id of an object in `/{to}`."),
    };
    vec!["///".to_owned(), line]
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

/// The query options that the page names, and what it says about them.
fn options(operation: &Operation) -> Vec<String> {
    let rows = || {
        operation
            .parameters
            .iter()
            .filter(|row| row.section == ParameterSection::Query)
    };
    let words = |name: &str| {
        rows()
            .find(|row| row.name == name)
            .map_or("", |row| row.description.trim())
    };
    let names: Vec<&str> = operation.query_options.iter().map(|option| option.0.as_str()).collect();
    if names.is_empty() {
        return Vec::new();
    }
    let mut lines = vec!["///".to_owned()];
    if names.iter().all(|name| words(name).is_empty()) {
        let names: Vec<String> = names.iter().map(|name| docs::code(name)).collect();
        lines.extend(doc_lines(&format!("Query options: {}.", names.join(", ")), 0));
        return lines;
    }
    lines.extend(["/// Query options:", "///"].map(str::to_owned));
    lines.extend(names.iter().flat_map(|name| {
        let item = format!("- {}: {}", docs::code(name), words(name));
        doc_lines(item.trim_end_matches([':', ' ']), 0)
    }));
    lines
}

/// How many objects a page of the answer has, where the page says.
fn page_size(plan: &OperationPlan<'_>, function: &Function<'_>) -> Option<[String; 2]> {
    let size = plan.operation.page_size;
    let words = match (size.default, size.maximum) {
        _ if !matches!(function.returns, ReturnType::Collection(_)) => return None,
        (None, None) => return None,
        (Some(default), None) => format!("A page has {default} objects by default."),
        (None, Some(most)) => format!("A page has at most {most} objects."),
        (Some(default), Some(most)) if default == most => {
            format!("A page has at most {most} objects, which is the default, too.")
        }
        (Some(default), Some(most)) => format!("A page has {default} objects by default, and at most {most}."),
    };
    Some(["///".to_owned(), format!("/// {words}")])
}

/// With which statuses a call can end, where that is more than one; and whether its work goes on then.
fn successes(response: &RouteResponse) -> Vec<String> {
    let others = response.others.iter().map(|other| Some(other.status));
    let statuses = std::iter::once(response.status).chain(others);
    // The client follows a redirect.
    let ends = statuses
        .zip(response.bodies())
        .filter_map(|(status, body)| match (status?, body) {
            (300..=399, _) => None,
            (status, ResponseBody::Nothing) => Some(format!("`{status}` without a body")),
            (status, _) => Some(format!("`{status}`")),
        });
    let ends: Vec<String> = ends.collect();
    let mut words = Vec::new();
    if ends.len() > 1 {
        let ends = ends.join(" or ");
        words.push(format!(
            "Ends with {ends}: [`reply`](rt::Request::reply) tells with which."
        ));
    }
    if response.goes_on() {
        let start = "The work may go on after the response: [`start`](rt::Request::start) waits for its end.";
        words.push(start.to_owned());
    }
    if words.is_empty() {
        return Vec::new();
    }
    let lines = docs::wrap(&words.join(" "), WIDTH - 4);
    let lines = lines.into_iter().map(|line| format!("/// {line}"));
    std::iter::once("///".to_owned()).chain(lines).collect()
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

/// Method, path and query, as documented; with a place, where it is documented.
fn call(function: &Function<'_>, file: &File<'_>) -> Vec<String> {
    let route = function.route;
    let place = function.placed.as_ref();
    let Some((placed, place)) = place.and_then(|placed| Some((placed, file.places.get(placed.places)?))) else {
        let same_path = function.routes.iter().map(|located| located.route);
        let same_path = same_path.filter(|other| {
            let has_queries = !other.query.is_empty() && !route.query.is_empty();
            has_queries && other.path.key() == route.path.key() && other.query != route.query
        });
        let routes = std::iter::once(route).chain(same_path);
        let mut lines: Vec<String> = routes.flat_map(|route| [documented(route), "///".to_owned()]).collect();
        lines.pop();
        return lines;
    };
    let tail = function.routes.first().map_or("", |first| first.tail());
    let query: Vec<String> = function
        .query
        .iter()
        .map(|option| format!("{}={}", option.name, option.template))
        .collect();
    let query = if query.is_empty() {
        String::new()
    } else {
        format!("?{}", query.join("&"))
    };
    let call = docs::code(&format!("{} {{at}}{tail}{query}", route.method));
    let at = (0..place.constructors.len()).filter(|at| placed.constructors.contains(at));
    let at: Vec<String> = at
        .filter_map(|at| place.constructors.get(at))
        .map(|constructor| place::link(place, constructor))
        .collect();
    let where_ = if at.len() == place.constructors.len() && at.len() > 1 {
        format!("at every place of [`{}`]", place.name)
    } else {
        format!("at {}", at.join(", "))
    };
    let lines = docs::wrap(&format!("{call} {where_}."), WIDTH - 4);
    lines.into_iter().map(|line| format!("/// {line}")).collect()
}

/// A line of the documentation.
fn documented(route: &Route) -> String {
    let query = if route.query.is_empty() {
        String::new()
    } else {
        format!("?{}", route.query)
    };
    format!(
        "/// {}",
        docs::code(&format!("{} {}{query}", route.method, route.path.template()))
    )
}

/// The body parameter, and the call that puts it into the request.
fn body(
    plan: &OperationPlan<'_>,
    function: &Function<'_>,
    gate: &Gate,
    file: &mut File<'_>,
) -> (Option<String>, Option<String>) {
    let kind = body_type(plan, function, &mut |resolved| file.name(resolved, gate));
    let send = match function.body {
        Body::None => return (None, None),
        Body::Empty => ".empty_body()".to_owned(),
        Body::Binary => ".content(body)".to_owned(),
        Body::Entities(_) => ".list(body)".to_owned(),
        Body::Reference => {
            let to = match &function.route.body {
                model::Body::Reference { to } => to.as_str(),
                _ => "",
            };
            format!(".reference(body, {to:?})")
        }
        Body::Json | Body::Parameters | Body::Entity(_) => match naming(plan.operation, function.body) {
            None => ".body(body)".to_owned(),
            Some(naming) => format!(".body_naming(rt::Naming::{naming}, body)"),
        },
    };
    (kind.map(|kind| format!("body: {kind}")), Some(send))
}

/// Which objects of a body name their type, where that is not as usual: the variant of the runtime's `Naming`.
fn naming(operation: &Operation, body: Body) -> Option<&'static str> {
    let RequestBody { named, inside, .. } = operation.request_body;
    match (named, inside) {
        (true, Some(true)) => Some("All"),
        (true, _) => Some("Body"),
        (false, Some(true)) if body == Body::Parameters => Some("All"),
        (false, Some(false)) => Some("None"),
        (false, _) => None,
    }
}

/// The type of the body parameter, in which `name` names structs and enums.
pub(crate) fn body_type(
    plan: &OperationPlan<'_>,
    function: &Function<'_>,
    name: &mut impl FnMut(ResolvedType) -> String,
) -> Option<String> {
    let parameters = plan.parameters.as_ref();
    match function.body {
        Body::None | Body::Empty => None,
        Body::Binary => Some("rt::Content".to_owned()),
        Body::Reference => Some("&rt::Reference".to_owned()),
        Body::Json => Some("&rt::Json".to_owned()),
        Body::Parameters => Some(format!("&{}", parameters.map_or("", |parameters| &parameters.name))),
        Body::Entity(resolved) => Some(format!("&{}", name(resolved))),
        Body::Entities(resolved) => Some(format!("&[{}]", name(resolved))),
    }
}

/// What a function returns, in which `name` names structs and enums.
pub(crate) fn return_type(returns: ReturnType, name: &mut impl FnMut(ResolvedType) -> String) -> String {
    match returns {
        ReturnType::Empty => "()".to_owned(),
        ReturnType::Json => "rt::Json".to_owned(),
        ReturnType::Bytes => "rt::Bytes".to_owned(),
        ReturnType::Progress => "rt::OperationStatus".to_owned(),
        ReturnType::Collection(resolved) => format!("rt::Collection<{}>", item(resolved, name)),
        ReturnType::One(resolved @ (ResolvedType::Primitive(_) | ResolvedType::Enum(_))) => {
            format!("rt::Single<{}>", item(resolved, name))
        }
        ReturnType::One(resolved) => item(resolved, name),
    }
}

/// The type of one value in a response. Values that are sent as text are text there.
fn item(resolved: ResolvedType, name: &mut impl FnMut(ResolvedType) -> String) -> String {
    match resolved {
        ResolvedType::Primitive(Primitive::Json) => "rt::Json".to_owned(),
        ResolvedType::Primitive(primitive) => match primitive_code(primitive).1 {
            "Text" => "String".to_owned(),
            _ => primitive_code(primitive).0.to_owned(),
        },
        other => name(other),
    }
}
