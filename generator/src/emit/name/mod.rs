//! Names: every Rust name is decided once, here, from the item's own identity.
//!
//! So adding a page does not rename existing items. There is one exception: two items whose names become equal in
//! Rust's spelling ([`scope::Scope`]).

pub(crate) mod function;
pub(crate) mod ident;
pub(crate) mod module;
pub(crate) mod parameter;
pub(crate) mod place;
pub(crate) mod scope;
mod shorten;
pub(crate) mod spelling;
