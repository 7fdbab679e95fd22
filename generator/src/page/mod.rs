//! One page as typed rows: what its tables, annotations and sentences say, before names are bound to other pages.
//!
//! The vocabulary (methods, primitives, permissions, facets) is the model's; references to types stay as written
//! ([`TypeCell`], [`Reference`]) because only `resolve` sees the other pages. Nothing here fails: what cannot be read is
//! recorded in the page's [`Account`](crate::model::Account), with the reason and the place.

pub mod annotation;
pub mod api;
mod bare_enum;
mod bold_heading;
mod context;
mod deprecated;
mod description;
mod enums;
mod inner;
mod item;
mod name_cell;
mod note;
mod prose;
mod read;
mod reason;
mod resource;
mod rows;
mod title;
mod type_cell;
mod vocabulary;

pub use context::Context;
pub use description::{Described, Memo, deprecation, describe};
pub use inner::InnerType;
use name_cell::is_label;
pub use name_cell::{NameCell, name_cell};
use read::introduction;
pub use read::{Page, read};
pub use rows::{BaseStatement, EnumRows, JsonKey, MemberRow, PropertyRow, Reference, ResourceRows};
pub use title::says_type;
use type_cell::primitive;
pub use type_cell::{TypeCell, TypeWord, type_cell};
