//! Operations: functions, bodies, replies.

use super::field::{Field, FieldNames};
use super::index::Target;
use super::shape::{self, Shape};
use crate::emit::name::scope::Scope;
use crate::emit::name::{function, ident, module, parameter};
use crate::model::{
    BodyKind, Example, ExampleKind, Method, Operation, Parameter, ParameterSection, Piece, Primitive, Route, TypeName,
    pieces,
};

/// An operation, ready to be written.
#[derive(Debug)]
pub(crate) struct OperationPlan<'a> {
    /// The page's operation.
    pub(crate) operation: &'a Operation,
    /// One for each route.
    pub(crate) functions: Vec<Function<'a>>,
    /// The struct for its body parameters.
    pub(crate) parameters: Option<ParametersPlan<'a>>,
}

/// The endpoint function of one route.
#[derive(Debug)]
pub(crate) struct Function<'a> {
    /// The route.
    pub(crate) route: &'a Route,
    /// The path that it calls: the documented one, with the arguments that the line leaves out.
    pub(crate) path: String,
    /// Index of the route in its operation.
    pub(crate) index: usize,
    /// The function's name.
    pub(crate) name: String,
    /// The name of its endpoint; further paths use that of the first function.
    pub(crate) endpoint: String,
    /// One for each placeholder of the path, in order.
    pub(crate) path_parameters: Vec<String>,
    /// Required query options: the name on the wire, the documented value, and the parameters for its placeholders.
    pub(crate) query: Vec<QueryValue<'a>>,
    /// What is sent.
    pub(crate) body: Body,
    /// What comes back.
    pub(crate) reply: Reply,
}

/// A query option that the documented route carries.
#[derive(Debug)]
pub(crate) struct QueryValue<'a> {
    /// `startDateTime`, `$filter`.
    pub(crate) name: &'a str,
    /// The documented value, with placeholders.
    pub(crate) template: &'a str,
    /// One for each placeholder of the value.
    pub(crate) parameters: Vec<String>,
}

/// What a function sends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Body {
    /// Nothing.
    None,
    /// A value of a type.
    Entity(Target),
    /// The operation's parameters struct.
    Parameters,
    /// Any JSON.
    Json,
    /// Bytes.
    Binary,
}

/// What a function returns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reply {
    /// Nothing.
    Empty,
    /// Any JSON.
    Json,
    /// Bytes.
    Bytes,
    /// One value.
    One(Target),
    /// Pages of values.
    Collection(Target),
}

/// The struct of an action's body parameters.
#[derive(Debug)]
pub(crate) struct ParametersPlan<'a> {
    /// Its name.
    pub(crate) name: String,
    /// Its fields.
    pub(crate) fields: Vec<Field<'a>>,
}

/// The scopes of one module.
#[derive(Debug, Default)]
pub(crate) struct ModuleScopes {
    /// Functions.
    pub(crate) functions: Scope,
    /// Endpoints.
    pub(crate) endpoints: Scope,
    /// Types.
    pub(crate) types: Scope,
}

/// Plans an operation; `target` looks types up.
pub(crate) fn plan<'a>(
    operation: &'a Operation,
    scopes: &mut ModuleScopes,
    target: &impl Fn(&crate::model::TypeRef) -> Target,
) -> OperationPlan<'a> {
    let names = function::names(operation, module::stem(&operation.file), &mut scopes.functions);
    let parameters = parameters(operation, scopes, target);
    let body = body(operation, parameters.is_some(), target);
    let functions = operation
        .routes
        .iter()
        .zip(names)
        .enumerate()
        .map(|(index, (route, name))| {
            let path = route.called();
            let (path_parameters, query) = values(route, &path);
            Function {
                route,
                path,
                index,
                endpoint: scopes.endpoints.claim(&ident::screaming(&name)),
                name,
                path_parameters,
                query,
                body: if matches!(route.method, Method::Get | Method::Head) {
                    Body::None
                } else {
                    body
                },
                reply: reply(route, operation, target),
            }
        });
    let functions = functions.collect();
    OperationPlan {
        operation,
        functions,
        parameters,
    }
}

fn body_parameters(operation: &Operation) -> impl Iterator<Item = &Parameter> {
    let rows = operation.parameters.iter();
    rows.filter(|parameter| parameter.section == ParameterSection::Body && !parameter.name.trim().is_empty())
}

fn parameters<'a>(
    operation: &'a Operation,
    scopes: &mut ModuleScopes,
    target: &impl Fn(&crate::model::TypeRef) -> Target,
) -> Option<ParametersPlan<'a>> {
    if operation.request_body.kind != BodyKind::Parameters || body_parameters(operation).next().is_none() {
        return None;
    }
    let mut names = FieldNames::new();
    let mut seen = std::collections::HashSet::new();
    let rows = body_parameters(operation).filter(|row| seen.insert(row.name.to_ascii_lowercase()));
    let fields = rows.map(|row| names.parameter(row, target(&row.type_ref))).collect();
    let action = function::action(operation);
    let name = scopes.types.claim(&format!("{}Parameters", ident::pascal(&action)));
    Some(ParametersPlan { name, fields })
}

fn body(operation: &Operation, parameters: bool, target: &impl Fn(&crate::model::TypeRef) -> Target) -> Body {
    match operation.request_body.kind {
        BodyKind::None => Body::None,
        BodyKind::Entity => match target(&operation.request_body.type_ref) {
            Target::Json | Target::Primitive(_) | Target::Enum(_) => Body::Json,
            _ if operation.request_body.type_ref.collection => Body::Json,
            known => Body::Entity(known),
        },
        BodyKind::Parameters if parameters => Body::Parameters,
        BodyKind::Parameters | BodyKind::Json => Body::Json,
        BodyKind::Binary => Body::Binary,
    }
}

/// A route that ends in `$value` or `content` gives bytes, whatever the page's other routes give.
fn reply(route: &Route, operation: &Operation, target: &impl Fn(&crate::model::TypeRef) -> Target) -> Reply {
    let response = &operation.response;
    let last = route.path.trim_end_matches('/').rsplit('/').next().unwrap_or_default();
    let reads = matches!(route.method, Method::Get | Method::Head);
    if reads && matches!(last, "$value" | "content") {
        return Reply::Bytes;
    }
    if route.method == Method::Delete && response.type_ref.name == TypeName::Unknown {
        return Reply::Empty;
    }
    match (target(&response.type_ref), response.status) {
        (Target::Primitive(Primitive::Stream), _) => Reply::Bytes,
        (Target::Json, Some(202 | 204 | 205)) => shown(operation, target).unwrap_or(Reply::Empty),
        (Target::Json, _) => Reply::Json,
        (known, _) if response.type_ref.collection => as_shown(Reply::Collection(known), route, operation),
        (known, _) => as_shown(Reply::One(known), route, operation),
    }
}

/// One or many of a type: where all examples agree on it, they are right. What has an id behind it is one in any case.
fn as_shown(stated: Reply, route: &Route, operation: &Operation) -> Reply {
    match (stated, shape::shown(operation)) {
        (Reply::One(known @ (Target::Type(_) | Target::Any(_))), Some(Shape::List)) if !route.path.ends_with('}') => {
            Reply::Collection(known)
        }
        (Reply::Collection(known @ (Target::Type(_) | Target::Any(_))), Some(Shape::Object)) => Reply::One(known),
        _ => stated,
    }
}

/// What the example shows where the text says that nothing comes back: `teamsapp-update.md` says 204 and shows `201
/// Created` with an object.
fn shown(operation: &Operation, target: &impl Fn(&crate::model::TypeRef) -> Target) -> Option<Reply> {
    let holds = |example: &&Example| {
        let success = matches!(example.status, Some(200 | 201 | 207));
        example.kind == ExampleKind::Response && success && example.json
    };
    let example = operation.examples.iter().find(holds)?;
    Some(match target(&example.type_ref) {
        Target::Json | Target::Primitive(_) | Target::Enum(_) => Reply::Json,
        known if example.type_ref.collection => Reply::Collection(known),
        known => Reply::One(known),
    })
}

/// Names for all placeholders of a route: of the path that is called, and of the query options that it carries.
fn values<'a>(route: &'a Route, path: &str) -> (Vec<String>, Vec<QueryValue<'a>>) {
    let pairs: Vec<(&str, &str)> = route.query.split('&').filter_map(|pair| pair.split_once('=')).collect();
    let mut template = path.to_owned();
    for (name, value) in &pairs {
        template.push_str(&format!("({name}={value})"));
    }
    let mut names = parameter::names(&template).into_iter();
    let mut take = |text: &str| names.by_ref().take(placeholders(text)).collect::<Vec<_>>();
    let path = take(path);
    let query = pairs.into_iter().map(|(name, template)| QueryValue {
        name,
        template,
        parameters: take(template),
    });
    (path, query.collect())
}

fn placeholders(text: &str) -> usize {
    let is_place = |piece: &Piece<'_>| matches!(piece, Piece::Placeholder(_));
    pieces(text).iter().filter(|piece| is_place(piece)).count()
}
