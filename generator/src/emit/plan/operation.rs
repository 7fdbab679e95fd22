//! Operations: functions, bodies, return types.

use super::field::{Field, FieldNames};
use super::index::ResolvedType;
use crate::emit::name::scope::Scope;
use crate::emit::name::{function, ident, parameter};
use crate::model::{
    self, BodyKind, Header, Operation, Parameter, ParameterSection, ResponseBody, Route, TypeRef, of_query_option,
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
    /// The function's name.
    pub(crate) name: String,
    /// The name of its endpoint; further paths use that of the first function.
    pub(crate) endpoint: String,
    /// One for each placeholder of the path, in order.
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
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Body {
    /// Nothing.
    None,
    /// A value of a type.
    Entity(ResolvedType),
    /// The operation's parameters struct.
    Parameters,
    /// Any JSON.
    Json,
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
    let names = function::names(operation, &mut scopes.functions);
    let named = names.iter().find(|(route, _)| route.body == model::Body::Parameters);
    let parameters = named.or(names.first());
    let parameters = parameters.and_then(|(_, name)| parameters_of(operation, name, scopes, resolve));
    let functions = names.into_iter().map(|(route, name)| {
        let (path_parameters, query, headers) = values(operation, route);
        Function {
            route,
            endpoint: scopes.endpoints.claim(&ident::screaming(&name)),
            name,
            path_parameters,
            query,
            headers,
            body: body(route, resolve),
            returns: return_type(route, resolve),
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
    let mut seen = std::collections::HashSet::new();
    let rows = body_parameters(operation).filter(|row| seen.insert(row.name.to_ascii_lowercase()));
    let fields = rows.map(|row| names.parameter(row, resolve(&row.type_ref))).collect();
    let words: String = function.split('_').map(ident::capitalized).collect();
    let name = scopes.types.claim(&format!("{words}Parameters"));
    Some(ParametersPlan { name, fields })
}

fn body(route: &Route, resolve: &impl Fn(&TypeRef) -> ResolvedType) -> Body {
    match &route.body {
        model::Body::None => Body::None,
        model::Body::Entity(type_ref) => Body::Entity(resolve(type_ref)),
        model::Body::Parameters => Body::Parameters,
        model::Body::Json => Body::Json,
        model::Body::Binary => Body::Binary,
    }
}

fn return_type(route: &Route, resolve: &impl Fn(&TypeRef) -> ResolvedType) -> ReturnType {
    match &route.response.body {
        ResponseBody::Nothing => ReturnType::Empty,
        ResponseBody::Json => ReturnType::Json,
        ResponseBody::Bytes => ReturnType::Bytes,
        ResponseBody::Value(type_ref) if type_ref.collection => ReturnType::Collection(resolve(type_ref)),
        ResponseBody::Value(type_ref) => ReturnType::One(resolve(type_ref)),
    }
}

/// Names for all parameters of a route: those of the path that is called, those of the query options that it carries,
/// and headers.
fn values<'a>(operation: &'a Operation, route: &'a Route) -> (Vec<String>, Vec<QueryValue<'a>>, Vec<SentHeader<'a>>) {
    let of_path = route.path.parameters();
    let owner = route.path.owner();
    let options = route.query_options();
    let options: Vec<_> = options
        .map(|(name, template)| (name, template, of_query_option(name, template, owner)))
        .collect();
    let of_options = options.iter().flat_map(|(_, _, parameters)| parameters);
    let headers: Vec<&Header> = required_headers(operation).collect();
    let of_headers = headers.iter().filter(|header| header.value.is_none());
    let of_headers = of_headers.map(|header| header.name.as_str());
    let mut names = parameter::names(of_path.iter().chain(of_options).copied(), of_headers).into_iter();
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

/// The headers of every call, each once.
fn required_headers(operation: &Operation) -> impl Iterator<Item = &Header> {
    let mut seen = std::collections::HashSet::new();
    let sent = operation.headers.iter();
    let sent = sent.filter(|header| header.required && !header.is_of_the_client());
    sent.filter(move |header| seen.insert(header.name.to_ascii_lowercase()))
}
