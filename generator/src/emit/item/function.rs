//! Endpoint functions.

use super::field::primitive_code;
use super::query::option;
use super::{endpoint, permission, place, said, structure};
use crate::emit::code::{chained, fits};
use crate::emit::file::File;
use crate::emit::form::Form;
use crate::emit::gate::Gate;
use crate::emit::lines::Lines;
use crate::emit::link;
use crate::emit::plan::{Body, Function, HeaderValue, OperationPlan, ResolvedType, ReturnType, SentHeader};
use crate::emit::testing::{documented, shown};
use crate::model::{self, Operation, Primitive, RequestBody};

/// Adds the parameters, functions and endpoints of an operation.
pub(crate) fn push(plan: &OperationPlan<'_>, file: &mut File<'_>) {
    let gate = file.gate(&plan.areas);
    let with_client = gate.clone().with_client();
    let version = &file.version.schema.version;
    file.pages.insert(link::page(&plan.operation.file, version));
    if let Some(parameters) = &plan.parameters {
        let action = plan.functions.iter().find(|function| function.body == Body::Parameters);
        let action = action
            .or(plan.functions.first())
            .map_or("", |function| function.name.as_str());
        // Only a function takes them.
        structure::push_parameters(parameters, action, with_client.clone(), file);
    }
    let page = shown::Page::of(plan);
    let needs = permission::needs(plan);
    let permissions: Vec<String> = needs.iter().map(permission::data).collect();
    for (at, (function, needs)) in plan.functions.iter().zip(&needs).enumerate() {
        push_function((&page, at, needs), function, &with_client, file);
        endpoint::push(plan, (at, function), &permissions, &gate, file);
    }
    if file.areas.form == Form::Crate {
        documented::push(plan, page.calls(), file.version, &mut file.documented);
    }
}

fn push_function(
    said: (&shown::Page<'_, '_>, usize, &permission::Needs<'_>),
    function: &Function<'_>,
    gate: &Gate,
    file: &mut File<'_>,
) {
    let plan = said.0.plan;
    let mut item = file.begin();
    item.above(0, |lines| preface(said, function, gate, file, lines));
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
    let options = function.query.iter().map(option);
    let chain = options.chain(function.headers.iter().map(sent)).chain(send);
    let (request, arguments) = request(function);
    let request = chained(request, &arguments, &chain.collect::<Vec<_>>());
    item.code([
        &*signature(&function.name, &parameters, &returns),
        "\n",
        &request,
        "\n}",
    ]);
    file.end(item.laid_out());
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
fn preface(
    (page, at, needs): (&shown::Page<'_, '_>, usize, &permission::Needs<'_>),
    function: &Function<'_>,
    gate: &Gate,
    file: &File<'_>,
    lines: &mut Lines<'_>,
) {
    let plan = page.plan;
    let operation = plan.operation;
    let version = &file.version.schema.version;
    lines.docs(match operation.description.trim() {
        "" => operation.title.as_str(),
        text => text,
    });
    lines.blank();
    said::call(function, file, lines);
    shown::lines(page, at, file, lines);
    said::arguments(operation, lines);
    said::referred(function, lines);
    said::options(operation, lines);
    said::page_size(plan, function, lines);
    said::headers(operation, lines);
    said::successes(&function.route.response, lines);
    permission::docs(needs, function, lines);
    permission::elsewhere(needs, file.version.schema, lines);
    file.link(lines, &plan.areas, true);
    if let Some(clouds) = operation.clouds {
        lines.blank();
        lines.line(["/// Available in: ", &clouds.to_string(), "."]);
    }
    lines.public_page(link::api(&operation.file, file.version.schema));
    lines.line(["// ", &link::place(&function.route.origin, version)]);
    lines.gate(gate, file.areas);
    // Not on the constant: the function itself uses it, and would get the warning too.
    lines.deprecated(operation.deprecated.as_deref());
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
