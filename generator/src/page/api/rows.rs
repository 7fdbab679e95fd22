//! What an api page says.

use super::Shape;
use crate::model::{
    CloudAvailability, Example, Header, Origin, PageSize, ParameterSection, Path, Permissions, QueryOption, Route,
    UnreadRoute,
};
use crate::page::{Described, Reference, TypeCell};
use crate::source::Span;
use std::collections::BTreeMap;
use std::sync::Arc;

/// An api page, read.
#[derive(Debug, Clone, PartialEq)]
pub struct ApiRows {
    /// Route lines of the HTTP request section.
    pub routes: Vec<Route>,
    /// Lines of its code blocks that are no routes.
    pub unread_routes: Vec<UnreadRoute>,
    /// Permission tables, columns, row groups; `routes` filled where the labels tell which group is for which route.
    pub permissions: Vec<Permissions>,
    /// What was put right in the cells of permissions.
    pub repaired: Vec<Repaired>,
    /// Function, path, query and body parameter rows.
    pub parameters: Vec<ParameterRow>,
    /// The keys of each body that the page shows: blocks of the Request body section, then requests of its routes.
    pub bodies: Vec<Vec<BodyKey>>,
    /// What the Request body section says besides its table.
    pub body: BodyRows,
    /// What the Response section and the response examples say.
    pub response: ResponseRows,
    /// OData query options named in the query section, `$select` ...
    pub query_options: Vec<QueryOption>,
    /// How many objects a page of the answer has.
    pub page_size: PageSize,
    /// The request header table.
    pub headers: Vec<HeaderRow>,
    /// Where each query option and each header stands.
    pub origins: BTreeMap<String, Origin>,
    /// National clouds.
    pub clouds: CloudRows,
    /// Request and response blocks, in page order.
    pub examples: Arc<[Example]>,
    /// What the body of each example looks like; as `examples`.
    pub shapes: Vec<Shape>,
    /// The path that each example calls; as `examples`.
    pub called: Vec<Option<Path>>,
    /// The heading.
    pub origin: Origin,
}

/// A word of a cell that was put right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Repaired {
    /// As the page writes it.
    pub word: String,
    /// What a reader is told.
    pub message: &'static str,
    /// The cell.
    pub origin: Origin,
}

/// What a page says about national clouds, each with its place.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CloudRows {
    /// The table (on today's pages by include).
    pub table: Option<(CloudAvailability, Span)>,
    /// The name of the include that brings the table: `global-us.md`.
    pub name: Option<(CloudAvailability, Span)>,
    /// Where the page or its include says it.
    pub origin: Option<Origin>,
}

/// A row of a request header table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeaderRow {
    /// The header; whether it is required is not decided yet.
    pub header: Header,
    /// What the row says about that.
    pub needs: Vec<Need>,
    /// The row.
    pub span: Span,
}

/// When a call must have a header.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Need {
    /// "Required."
    Always,
    /// "Required for upsert behavior": what stands after "for", in small letters.
    For(String),
}

/// A row of a parameter table.
#[derive(Debug, Clone, PartialEq)]
pub struct ParameterRow {
    /// The name without markup.
    pub name: String,
    /// Where it goes, from the section's heading.
    pub section: ParameterSection,
    /// The type cell.
    pub type_cell: TypeCell,
    /// The description cell.
    pub described: Described,
    /// The row, or the block of the example.
    pub origin: Origin,
}

/// A key of a body that the page shows.
#[derive(Debug, Clone, PartialEq)]
pub struct BodyKey {
    /// The key as a parameter.
    pub row: ParameterRow,
    /// The keys inside its value, or inside the first item of its value, in small letters.
    pub inside: Vec<String>,
}

/// The Request body section in words.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[allow(
    clippy::struct_excessive_bools,
    reason = "each is a statement of its own that a page makes or not"
)]
pub struct BodyRows {
    /// The section exists.
    pub stated: bool,
    /// "Do not supply a request body."
    pub none: bool,
    /// "Supply a JSON representation of the [x](x.md) object": the type.
    pub entity: Option<Reference>,
    /// "... a JSON object with the following parameters", a table headed "Parameter".
    pub parameters: bool,
    /// "The binary contents of the file", a content type that is not JSON.
    pub binary: bool,
    /// "... the identifier of the [x](x.md) object (using an `@odata.id` property)": the body only refers to an object.
    pub reference: bool,
    /// "Supply an array of [x](x.md) objects".
    pub array: bool,
    /// "The request body must contain **a** and **b**": the names, each with its sentence.
    pub required: Vec<(String, Span)>,
    /// "In the request URL, provide the following query parameters": the section's table is about the address.
    pub in_address: bool,
    /// The paragraph that says what the body is.
    pub origin: Option<Origin>,
}

/// A 2xx status (or 302) that the Response section names, and what stands beside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SuccessRow {
    /// The status.
    pub status: u16,
    /// The type that the words beside it name.
    pub text: Option<TypeCell>,
    /// They say that there is no body.
    pub empty: bool,
    /// They say that there is a `Location` header.
    pub location: bool,
    /// The paragraph.
    pub span: Span,
}

/// What the Response section says.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ResponseRows {
    /// The successes that it names, in order, each status once.
    pub successes: Vec<SuccessRow>,
    /// The type that its success sentence names, with collection flag.
    pub text: Option<TypeCell>,
    /// The sentence that names the type.
    pub text_span: Option<Span>,
    /// A sentence says that the body is empty ("does not return anything in the response body").
    pub empty: bool,
    /// The words are about bytes: "download", `octet-stream`.
    pub bytes: bool,
    /// Its first paragraph, for the account of what was left unread.
    pub words: String,
    /// Where that stands; the start of the page when there is none.
    pub span: Span,
}
