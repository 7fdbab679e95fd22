//! Operations: functions, bodies, return types.

use super::areas::AreaSet;
use super::field::{Field, FieldNames};
use super::index::ResolvedType;
use super::place::Placed;
use crate::emit::name::function::{self, Call, Located};
use crate::emit::name::scope::Scope;
use crate::emit::name::{ident, parameter};
use crate::model::{
    self, BodyKind, Header, Operation, Parameter, ParameterSection, ResponseBody, Route, TypeRef, of_query_option,
};

/// An operation, ready to be written.
#[derive(Debug)]
pub(crate) struct OperationPlan<'a> {
    /// The page's operation.
    pub(crate) operation: &'a Operation,
    /// One for all routes that differ in their place only.
    pub(crate) functions: Vec<Function<'a>>,
    /// The struct for its body parameters.
    pub(crate) parameters: Option<ParametersPlan<'a>>,
    /// The areas whose pages document the call.
    pub(crate) areas: AreaSet,
}

/// The function of one or more routes that differ in their place.
#[derive(Debug)]
pub(crate) struct Function<'a> {
    /// The first route.
    pub(crate) route: &'a Route,
    /// All routes, each with its place.
    pub(crate) routes: Vec<Located<'a>>,
    /// The routes with different paths: two routes may differ in their query alone.
    pub(crate) paths: Vec<&'a Route>,
    /// Whether it is called on a collection, and not on one thing.
    pub(crate) on_many: bool,
    /// How it takes the place; if not, the place is part of its path.
    pub(crate) placed: Option<Placed>,
    /// The function's name.
    pub(crate) name: String,
    /// The name of its endpoint.
    pub(crate) endpoint: String,
    /// One for each placeholder of the path, in order; with a place, of what follows it.
    pub(crate) path_parameters: Vec<String>,
    /// Required query options: the name on the wire, the documented value, and the parameters for its placeholders.
    pub(crate) query: Vec<QueryValue<'a>>,
    /// Headers that every call must have.
    pub(crate) headers: Vec<SentHeader<'a>>,
    /// What is sent.
    pub(crate) body: Body,
    /// What comes back.
    pub(crate) returns: ReturnType,
}

/// One route for each path.
fn paths<'a>(routes: &[Located<'a>]) -> Vec<&'a Route> {
    let routes = routes.iter().map(|located| located.route);
    if routes.len() == 1 {
        return routes.collect();
    }
    let mut seen = rustc_hash::FxHashSet::default();
    routes
        .filter(|route| seen.insert((route.path.key(), route.path.example_arguments())))
        .collect()
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

/// A header that a function sends.
#[derive(Debug)]
pub(crate) struct SentHeader<'a> {
    /// `If-Match`.
    pub(crate) name: &'a str,
    /// Its value or the parameter that gives it.
    pub(crate) value: HeaderValue<'a>,
}

/// Where the value of a header comes from.
#[derive(Debug)]
pub(crate) enum HeaderValue<'a> {
    /// The page says it.
    Fixed(&'a str),
    /// The caller says it, by this parameter.
    Parameter(String),
}

/// What a function sends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Body {
    /// Nothing.
    None,
    /// A value of a type.
    Entity(ResolvedType),
    /// A list of values of a type.
    Entities(ResolvedType),
    /// The operation's parameters struct.
    Parameters,
    /// Any JSON.
    Json,
    /// An object without properties, which is no argument.
    Empty,
    /// A reference to an object.
    Reference,
    /// Bytes.
    Binary,
}

/// What a function returns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ReturnType {
    /// Nothing.
    Empty,
    /// Any JSON.
    Json,
    /// Bytes.
    Bytes,
    /// Nothing but how far the work is.
    Progress,
    /// One value.
    One(ResolvedType),
    /// Pages of values.
    Collection(ResolvedType),
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

/// Plans an operation; `resolve` looks types up.
pub(crate) fn plan<'a>(
    operation: &'a Operation,
    scopes: &mut ModuleScopes,
    resolve: &impl Fn(&TypeRef) -> ResolvedType,
) -> OperationPlan<'a> {
    let functions: Vec<Function<'_>> = function::calls(operation)
        .into_iter()
        .filter_map(|call| function(operation, call, scopes, resolve))
        .collect();
    let named = functions.iter().find(|function| function.body == Body::Parameters);
    let parameters = named.or(functions.first());
    let parameters = parameters.and_then(|function| parameters_of(operation, &function.name, scopes, resolve));
    OperationPlan {
        operation,
        functions,
        parameters,
        areas: AreaSet::default(),
    }
}

fn function<'a>(
    operation: &'a Operation,
    call: Call<'a>,
    scopes: &mut ModuleScopes,
    resolve: &impl Fn(&TypeRef) -> ResolvedType,
) -> Option<Function<'a>> {
    let route = call.routes.first()?.route;
    let name = scopes.functions.claim_first(call.names.iter().map(String::as_str));
    let (path_parameters, query, headers) = values(operation, &call.routes, false);
    Some(Function {
        route,
        paths: paths(&call.routes),
        routes: call.routes,
        on_many: call.on_many,
        placed: None,
        endpoint: scopes.endpoints.claim(&ident::screaming(&name)),
        name,
        path_parameters,
        query,
        headers,
        body: body(route, resolve),
        returns: return_type(route, resolve),
    })
}

impl OperationPlan<'_> {
    /// Makes a function take its place, from the type with this index; the constructors are those of its routes.
    pub(super) fn place(&mut self, at: usize, (places, constructors): (usize, Vec<usize>)) {
        let Some(function) = self.functions.get_mut(at) else {
            return;
        };
        (function.path_parameters, function.query, function.headers) = values(self.operation, &function.routes, true);
        function.placed = Some(Placed { places, constructors });
    }
}

fn body_parameters(operation: &Operation) -> impl Iterator<Item = &Parameter> {
    let rows = operation.parameters.iter();
    rows.filter(|parameter| parameter.section == ParameterSection::Body && !parameter.name.trim().is_empty())
}

fn parameters_of<'a>(
    operation: &'a Operation,
    function: &str,
    scopes: &mut ModuleScopes,
    resolve: &impl Fn(&TypeRef) -> ResolvedType,
) -> Option<ParametersPlan<'a>> {
    if operation.request_body.kind != BodyKind::Parameters || body_parameters(operation).next().is_none() {
        return None;
    }
    let mut names = FieldNames::new();
    let mut seen = rustc_hash::FxHashSet::default();
    let rows = body_parameters(operation).filter(|row| seen.insert(row.name.to_ascii_lowercase()));
    let fields = rows.map(|row| names.parameter(row, resolve(&row.type_ref))).collect();
    let words: String = function.split('_').map(ident::capitalized).collect();
    let name = scopes.types.claim(&format!("{words}Parameters"));
    Some(ParametersPlan { name, fields })
}

fn body(route: &Route, resolve: &impl Fn(&TypeRef) -> ResolvedType) -> Body {
    match &route.body {
        model::Body::None => Body::None,
        model::Body::Entity(type_ref) if type_ref.collection => Body::Entities(resolve(type_ref)),
        model::Body::Entity(type_ref) => Body::Entity(resolve(type_ref)),
        model::Body::Parameters => Body::Parameters,
        model::Body::Json => Body::Json,
        model::Body::Empty => Body::Empty,
        model::Body::Reference { .. } => Body::Reference,
        model::Body::Binary => Body::Binary,
    }
}

fn return_type(route: &Route, resolve: &impl Fn(&TypeRef) -> ResolvedType) -> ReturnType {
    match &route.response.body {
        ResponseBody::Nothing if route.response.goes_on() => ReturnType::Progress,
        ResponseBody::Nothing => ReturnType::Empty,
        ResponseBody::Json => ReturnType::Json,
        ResponseBody::Bytes => ReturnType::Bytes,
        ResponseBody::Value(type_ref) if type_ref.collection => ReturnType::Collection(resolve(type_ref)),
        ResponseBody::Value(type_ref) => ReturnType::One(resolve(type_ref)),
    }
}

/// Names for all parameters of a function: those of its path, without those of a place that it takes, those of the query options that
/// every route carries, and headers.
fn values<'a>(
    operation: &'a Operation,
    routes: &[Located<'a>],
    placed: bool,
) -> (Vec<String>, Vec<QueryValue<'a>>, Vec<SentHeader<'a>>) {
    let Some((first, others)) = routes.split_first() else {
        return Default::default();
    };
    let route = first.route;
    let mut of_path = route.path.parameters();
    if placed {
        of_path = of_path.split_off(first.place().parameters().len().min(of_path.len()));
    }
    let owner = route.path.owner();
    let options = route.query_options().filter(|option| !is_choice(*option));
    let options = options.filter(|option| others.iter().all(|other| carries(route, other.route, *option)));
    let options: Vec<_> = options
        .map(|(name, template)| {
            let is_one_of_several = others
                .iter()
                .any(|other| has_other_words(route, other.route, (name, template)));
            let template = if is_one_of_several { WHOLE } else { template };
            (name, template, of_query_option(name, template, owner))
        })
        .collect();
    let of_options = options.iter().flat_map(|(_, _, parameters)| parameters);
    let headers: Vec<&Header> = required_headers(operation).collect();
    let of_headers = headers.iter().filter(|header| header.value.is_none());
    let of_headers = of_headers.map(|header| header.name.as_str());
    let taken: &[&str] = if placed {
        &["client", "at", "body"]
    } else {
        &["client", "body"]
    };
    let mut names = parameter::names(taken, of_path.iter().chain(of_options).copied(), of_headers).into_iter();
    let path = names.by_ref().take(of_path.len()).collect();
    let query = options.iter().map(|(name, template, parameters)| QueryValue {
        name,
        template,
        parameters: names.by_ref().take(parameters.len()).collect(),
    });
    let query = query.collect();
    let headers = headers.iter().filter_map(|header| {
        let value = match &header.value {
            Some(value) => HeaderValue::Fixed(value),
            None => HeaderValue::Parameter(names.next()?),
        };
        Some(SentHeader {
            name: &header.name,
            value,
        })
    });
    (path, query, headers.collect())
}

/// Whether the values of an option are the caller's choice: `$select=id,{property_1},{property_n}` stands for any properties,
/// and every request has a method for them.
fn is_choice((name, template): (&str, &str)) -> bool {
    name == "$select" && template.contains('{')
}

/// A value that the caller gives as a whole.
const WHOLE: &str = "{url}";

/// Whether a route to the same place has other words around the values of a query option: `$id=https://../users/{id}` and
/// `$id=https://../groups/{id}`.
fn has_other_words(first: &Route, route: &Route, (name, template): (&str, &str)) -> bool {
    let words = |value: &str| {
        value
            .split('{')
            .map(|part| part.rsplit('}').next().map(str::to_owned))
            .collect::<Vec<_>>()
    };
    let is_other = |value: &str| value.contains('{') && template.contains('{') && words(value) != words(template);
    let mut options = route.query_options();
    first.path.key() == route.path.key() && options.any(|(other, value)| other == name && is_other(value))
}

/// Whether a route has a query option with the same value, or with a value of the caller. Where the paths differ, too, it is
/// enough that it has the option: one place shows `$expand=manager`, another one `$expand=manager($levels=n)`.
fn carries(first: &Route, route: &Route, (name, template): (&str, &str)) -> bool {
    let elsewhere = first.path.key() != route.path.key();
    let same = |value: &str| value == template || (value.contains('{') && template.contains('{'));
    route
        .query_options()
        .any(|(other, value)| other == name && (elsewhere || same(value)))
}

/// The headers of every call, each once.
fn required_headers(operation: &Operation) -> impl Iterator<Item = &Header> {
    let mut seen = rustc_hash::FxHashSet::default();
    let sent = operation.headers.iter();
    let sent = sent.filter(|header| header.required && !header.is_of_the_client());
    sent.filter(move |header| seen.insert(header.name.to_ascii_lowercase()))
}
