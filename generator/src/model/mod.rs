//! The API description that everything downstream reads, in terms of OData CSDL.
//!
//! A [`Model`] is built once by `resolve` and never changed afterwards. It knows no markdown and no Rust. Every item
//! says where it was documented ([`Origin`]), so emitted code, diffs and diagnostics can point back to the page. The
//! JSON form of a [`Schema`] is the stable interface that `export` prints.

mod account;
mod address;
mod area;
mod clouds;
mod enums;
mod example;
mod exchange;
mod forms;
mod header;
mod hierarchy;
mod ledger;
mod listed;
mod name;
mod operation;
mod outcome;
mod path;
mod permissions;
mod property;
mod route;
mod schema;
mod structured;
mod type_ref;

pub use account::{Account, Tally};
pub(crate) use address::address;
pub use area::Area;
pub use clouds::CloudAvailability;
pub use enums::{EnumOrigin, EnumType, Member, SENTINEL};
pub use example::{Example, ExampleKind};
pub use exchange::{Body, ResponseBody, RouteResponse, Success};
pub(crate) use forms::{is_plural, one_of, singular, squashed};
pub use header::Header;
pub use hierarchy::{Hierarchy, NameId};
pub use ledger::{Ledger, PageKind, PageOutcome, PageRecord};
pub use name::{DEFAULT_NAMESPACE, Origin, QualifiedName, Version};
pub use operation::{
    BodyKind, Operation, PageSize, Parameter, ParameterSection, QueryOption, RequestBody, Response, ResponseSource,
};
pub use outcome::{Fact, Outcome, Reason};
pub use path::{Argument, Call, Path, PathKey, Piece, Placeholder, Segment, UrlParameter, of_query_option, pieces};
pub use permissions::{Alternative, Permissions, Rank, Scheme, Support};
pub use property::{Facets, Property, PropertySection, Returned};
pub use route::{Method, Route, RouteId, UnreadRoute};
pub use schema::{Model, Schema};
pub use structured::{BaseSource, StructuredType};
pub use type_ref::{Primitive, TypeName, TypeRef};
