//! An operation as a record: everything that its page says.

use super::index::Index;
use super::text::nodes;
use crate::emit::{Names, public_page};
use crate::model::{
    Body, Example, ExampleKind, Facets, Header, Operation, Permissions, Rank, Route, RouteResponse, Scheme, Support,
};
use serde::Serialize;
use serde_json::{Value, json};

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Record<'a> {
    title: &'a str,
    file: &'a str,
    line: u32,
    public: String,
    area: &'a str,
    /// The number of the type that it belongs to.
    #[serde(skip_serializing_if = "Option::is_none")]
    resource: Option<usize>,
    description: Value,
    #[serde(skip_serializing_if = "Option::is_none")]
    deprecated: Option<Value>,
    routes: Vec<RouteRecord<'a>>,
    permissions: Vec<Group<'a>>,
    /// The permissions of all pages of a route together, where others name more.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    together: Vec<Group<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    parameters: Vec<Row<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    query: Vec<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    headers: Vec<Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    clouds: Option<[(&'static str, bool); 4]>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    examples: Vec<ExampleRecord<'a>>,
}

#[derive(Serialize)]
struct RouteRecord<'a> {
    id: usize,
    /// The number of its call.
    call: Option<usize>,
    path: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    query: &'a str,
    #[serde(skip_serializing_if = "is_none")]
    body: &'a Body,
    response: &'a RouteResponse,
    #[serde(skip_serializing_if = "Option::is_none")]
    rust: Option<&'a str>,
    line: u32,
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "the signature that serde calls")]
fn is_none(body: &&Body) -> bool {
    **body == Body::None
}

/// A permission table.
#[derive(Serialize)]
struct Group<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    label: Option<&'a str>,
    /// For each way to sign in `null`, `"no"`, `"none"` where no permission is needed, or alternatives, each a mark of its rank before its permissions.
    schemes: [Value; 3],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    routes: Vec<usize>,
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    pages: &'a [String],
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    roles: &'a [String],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    notes: Vec<Value>,
    line: u32,
}

#[derive(Serialize)]
struct Row<'a> {
    name: &'a str,
    section: Value,
    #[serde(rename = "type")]
    type_ref: String,
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    values: &'a [String],
    #[serde(flatten)]
    facets: &'a Facets,
    description: Value,
}

#[derive(Serialize)]
struct ExampleRecord<'a> {
    kind: ExampleKind,
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    status: Option<u16>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    headers: &'a [(String, String)],
    #[serde(skip_serializing_if = "str::is_empty")]
    body: &'a str,
}

/// The record of an operation.
pub(super) fn record(number: usize, operation: &Operation, index: &Index<'_>, names: &Names) -> String {
    let text = |markdown: &str| nodes(markdown, index);
    let route = |route| self::route(number, operation, route, index, names);
    super::shard::json(&Record {
        title: &operation.title,
        file: &operation.file,
        line: operation.origin.line,
        public: public_page(&operation.file, index.schema).unwrap_or_default(),
        area: &operation.area.0,
        resource: operation.resource_type.as_ref().and_then(|name| index.item(name)),
        description: text(&operation.description),
        deprecated: operation.deprecated.as_deref().map(text),
        routes: operation.routes.iter().map(route).collect(),
        permissions: operation.permissions.iter().map(|set| group(set, index)).collect(),
        together: operation
            .route_permissions
            .iter()
            .map(|set| group(set, index))
            .collect(),
        parameters: rows(operation, index),
        query: operation.query_options.iter().map(|option| option.0.as_str()).collect(),
        headers: operation.headers.iter().map(|found| header(found, index)).collect(),
        clouds: operation.clouds.map(crate::model::CloudAvailability::named),
        examples: operation.examples.iter().map(example).collect(),
    })
}

fn route<'a>(
    number: usize,
    operation: &Operation,
    route: &'a Route,
    index: &Index<'_>,
    names: &'a Names,
) -> RouteRecord<'a> {
    RouteRecord {
        id: route.id.0,
        call: index.call(number, route.id),
        path: route.path.template(),
        query: &route.query,
        body: &route.body,
        response: &route.response,
        rust: names.call(&index.schema.version, &operation.file, route.id),
        line: route.origin.line,
    }
}

fn group<'a>(set: &'a Permissions, index: &Index<'_>) -> Group<'a> {
    Group {
        label: set.label.as_deref(),
        schemes: Scheme::ALL.map(|scheme| support(set.scheme(scheme))),
        routes: set.routes.iter().map(|route| route.0).collect(),
        pages: &set.pages,
        roles: &set.roles,
        notes: set.notes.iter().map(|note| nodes(note, index)).collect(),
        line: set.origin.line,
    }
}

fn support(support: &Support) -> Value {
    match support {
        Support::Unstated => Value::Null,
        Support::NotSupported => json!("no"),
        support if support.is_none_needed() => json!("none"),
        Support::Stated(list) => {
            let choices = list.iter().map(|choice| json!([mark(choice.rank), choice.scopes]));
            Value::Array(choices.collect())
        }
    }
}

/// The letter of a rank in records.
pub(super) fn mark(rank: Rank) -> char {
    match rank {
        Rank::Least => 'l',
        Rank::Higher => 'h',
        Rank::Unranked => 'u',
        Rank::ResourceSpecific => 'r',
        Rank::Compatibility => 'c',
    }
}

fn rows<'a>(operation: &'a Operation, index: &Index<'_>) -> Vec<Row<'a>> {
    let row = |row: &'a crate::model::Parameter| Row {
        name: &row.name,
        section: json!(row.section),
        type_ref: row.type_ref.to_string(),
        values: &row.enum_values,
        facets: &row.facets,
        description: nodes(&row.description, index),
    };
    operation.parameters.iter().map(row).collect()
}

fn header(header: &Header, index: &Index<'_>) -> Value {
    let text = nodes(&header.description, index);
    json!([header.name, header.required, header.value, text])
}

fn example(example: &Example) -> ExampleRecord<'_> {
    let line = example.line.as_ref().map(|line| match example.method {
        Some(method) => format!("{method} {line}"),
        None => line.clone(),
    });
    ExampleRecord {
        kind: example.kind,
        name: example.name.as_deref(),
        line,
        status: example.status,
        headers: &example.headers,
        body: &example.body,
    }
}
