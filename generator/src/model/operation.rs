//! Operations: what an api page documents.

use super::{
    Area, Body, CloudAvailability, Example, ExampleKind, Facets, Header, Method, Origin, Permissions, Primitive,
    QualifiedName, ResponseBody, Route, RouteId, RouteResponse, TypeName, TypeRef, UnreadRoute,
};
use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::Arc;

/// One documented operation: a page of the `api` folder with all its routes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Operation {
    /// The page's path below the version folder, `api/group-list.md`.
    pub file: String,
    /// The heading.
    pub origin: Origin,
    /// The page's namespace.
    pub namespace: String,
    /// The heading's text.
    pub title: String,
    /// Its area.
    pub area: Area,
    /// The resource part of the file name, spelled with capitals where the page tells: `group` of `group-list.md`,
    /// `roleAssignment` of `intune-rbac-roleassignment-create.md`.
    pub resource: String,
    /// The type or enum that the resource's page describes. Its module has the functions.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub resource_type: Option<QualifiedName>,
    /// The rest of the file name: `list`, `create`, `list-members`.
    pub action: String,
    /// The page's introduction, as markdown with absolute links.
    pub description: String,
    /// The routes in page order.
    pub routes: Vec<Route>,
    /// Lines of the request blocks that are no routes.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub unread_routes: Vec<UnreadRoute>,
    /// One entry per permission table, column or row group.
    pub permissions: Vec<Permissions>,
    /// If other pages document one of the routes too and name more permissions: the permissions that all these pages
    /// name for that route, this page's first. In JSON these groups are at the end of `permissions` and have `pages`.
    #[serde(skip)]
    pub route_permissions: Vec<Permissions>,
    /// Function, path, query and body parameters.
    #[serde(rename = "params")]
    pub parameters: Vec<Parameter>,
    /// What is sent.
    pub request_body: RequestBody,
    /// What a successful call returns.
    pub response: Response,
    /// OData query options that the page names.
    #[serde(rename = "query")]
    pub query_options: Vec<QueryOption>,
    /// How many objects a page of the answer has, where the page says.
    #[serde(skip_serializing_if = "PageSize::is_unstated", default)]
    pub page_size: PageSize,
    /// Request headers that the page lists.
    pub headers: Vec<Header>,
    /// Where the page names each query option and each header, and where it says what is sent and what comes back.
    #[serde(skip_serializing_if = "BTreeMap::is_empty", default)]
    pub(crate) origins: BTreeMap<String, Origin>,
    /// National clouds, where the page says.
    pub clouds: Option<CloudAvailability>,
    /// Where it says so: in the page, or in an include.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub clouds_origin: Option<Origin>,
    /// Request and response blocks.
    pub examples: Arc<[Example]>,
    /// What is said about deprecation.
    pub deprecated: Option<String>,
}

impl Operation {
    /// Where the page says what is sent, among the origins.
    pub(crate) const SENT: &'static str = "request body";
    /// Where it says what comes back.
    pub(crate) const RETURNED: &'static str = "response";

    /// Where the page speaks of the body or the response: in the section about it, or in the first example of it if that is
    /// what tells.
    pub(crate) fn origin_of(&self, kind: ExampleKind) -> Option<&Origin> {
        let is_reference = |route: &Route| matches!(route.body, Body::Reference { .. });
        let (name, is_shown) = match kind {
            ExampleKind::Request => (Self::SENT, self.routes.iter().any(is_reference)),
            ExampleKind::Response => (Self::RETURNED, self.response.source == Some(ResponseSource::Example)),
        };
        let said = self.origins.get(name);
        let shown = self.examples.iter().find(|example| example.kind == kind);
        let shown = shown.map(|example| &example.origin);
        if is_shown { shown.or(said) } else { said.or(shown) }
    }

    /// The route of this id.
    pub fn route(&self, id: RouteId) -> Option<&Route> {
        let numbered = self.routes.get(id.0).filter(|route| route.id == id);
        numbered.or_else(|| self.routes.iter().find(|route| route.id == id))
    }

    /// Adds a route that needs the same permissions as another.
    pub(crate) fn add_route(&mut self, route: Route, like: RouteId) {
        let id = RouteId(self.routes.len());
        let groups = self.permissions.iter_mut();
        for group in groups.filter(|group| group.routes.contains(&like)) {
            group.routes.push(id);
        }
        self.routes.push(Route { id, ..route });
    }

    /// Whether each route's id is its index.
    pub(super) fn is_numbered(&self) -> bool {
        (0..).zip(&self.routes).all(|(index, route)| route.id == RouteId(index))
    }

    /// Makes each route's id its index, and the permissions refer to that.
    pub(super) fn number_routes(&mut self) {
        let old: Vec<RouteId> = self.routes.iter().map(|route| route.id).collect();
        let places: FxHashMap<RouteId, RouteId> = old.into_iter().zip((0..).map(RouteId)).collect();
        let new = |id: &RouteId| places.get(id).copied();
        for group in self.permissions.iter_mut().chain(&mut self.route_permissions) {
            group.routes = group.routes.iter().filter_map(new).collect();
        }
        number(&mut self.routes);
    }

    /// Exports of older versions have no body and no response of each route: what the page says holds for all of them.
    pub(super) fn complete_routes(&mut self) {
        for route in &mut self.routes {
            if route.body == Body::None && !matches!(route.method, Method::Get | Method::Head) {
                route.body = self.request_body.sent();
            }
            if route.response == RouteResponse::default() {
                route.response = RouteResponse {
                    status: self.response.status,
                    body: self.response.body(),
                    ..RouteResponse::default()
                };
            }
        }
    }
}

/// Gives each route its index as its id.
pub(super) fn number(routes: &mut [Route]) {
    for (index, route) in routes.iter_mut().enumerate() {
        route.id = RouteId(index);
    }
}

/// Where a parameter goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum ParameterSection {
    /// Into the JSON body.
    Body,
    /// Into the parentheses of a function.
    Function,
    /// Into the path.
    Path,
    /// A property of the body's type (create, update), or of an object in the body.
    Property,
    /// Into the query string.
    Query,
}

/// A row of a parameter table.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Parameter {
    /// The name as spelled.
    pub name: String,
    /// The name as the row spells it, where examples spell it in other capitals.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub listed: Option<Box<str>>,
    /// Where it goes.
    pub section: ParameterSection,
    /// Its type.
    #[serde(flatten)]
    pub type_ref: TypeRef,
    /// The type cell as written.
    pub raw: String,
    /// Values listed in the description.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub enum_values: Vec<String>,
    /// What the description states.
    #[serde(flatten)]
    pub facets: Arc<Facets>,
    /// The description, as markdown with absolute links.
    pub description: String,
    /// The row.
    pub origin: Origin,
}

/// What kind of body a call takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum BodyKind {
    /// None.
    #[default]
    None,
    /// A JSON representation of a documented type (create, update).
    Entity,
    /// A JSON object with the body parameters (action).
    Parameters,
    /// JSON of no stated shape.
    Json,
    /// Bytes: a file, an image.
    Binary,
}

/// What a page says about the request body; what a call of each route sends is [`Route::body`].
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RequestBody {
    /// Its kind.
    pub kind: BodyKind,
    /// The type of an [`BodyKind::Entity`] body.
    #[serde(flatten)]
    pub type_ref: TypeRef,
    /// Whether requests name the type of the body (`@odata.type`).
    #[serde(skip_serializing_if = "std::ops::Not::not", default)]
    pub named: bool,
    /// Whether the examples name the types of all objects inside the body, or of none; `None` if they show no such
    /// object, or do for each what [`StructuredType::named`](super::StructuredType::named) says.
    #[serde(skip_serializing_if = "Option::is_none", default, rename = "namedInside")]
    pub inside: Option<bool>,
}

/// What a response was read from, best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum ResponseSource {
    /// The sentence of the Response section.
    Text,
    /// The annotation or body of a response example.
    Example,
    /// The routes and the resource of the page; a guess.
    Page,
}

/// What a page says about the response of a successful call; what a call of each route returns is [`Route::response`].
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Response {
    /// Its status.
    pub status: Option<u16>,
    /// The body's type; unknown = no body or no type stated.
    #[serde(flatten)]
    pub type_ref: TypeRef,
    /// What it was read from.
    #[serde(rename = "from")]
    pub source: Option<ResponseSource>,
}

impl RequestBody {
    /// What a call sends.
    pub(crate) fn sent(&self) -> Body {
        match self.kind {
            BodyKind::None => Body::None,
            BodyKind::Entity => Body::Entity(self.type_ref.clone()),
            BodyKind::Parameters => Body::Parameters,
            BodyKind::Json => Body::Json,
            BodyKind::Binary => Body::Binary,
        }
    }
}

impl Response {
    /// What a call returns, as far as status and type tell.
    fn body(&self) -> ResponseBody {
        match (&self.type_ref.name, self.status) {
            (TypeName::Primitive(Primitive::Stream), _) => ResponseBody::Bytes,
            (TypeName::Unknown, Some(202 | 204 | 205)) => ResponseBody::Nothing,
            (TypeName::Unknown, _) => ResponseBody::Json,
            _ => ResponseBody::Value(self.type_ref.clone()),
        }
    }
}

impl Default for RequestBody {
    fn default() -> Self {
        Self {
            kind: BodyKind::None,
            type_ref: TypeRef::UNKNOWN,
            named: false,
            inside: None,
        }
    }
}

/// How many objects a page of an answer has.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PageSize {
    /// Where the request does not say.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub default: Option<u32>,
    /// The most that a request may ask for.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub maximum: Option<u32>,
}

impl PageSize {
    /// Whether the page says nothing about it.
    fn is_unstated(&self) -> bool {
        *self == Self::default()
    }
}

/// An OData query option, such as `$select`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct QueryOption(pub String);
