//! Names: every Rust name is decided once, here, from the item's own identity.
//!
//! Adding a page therefore renames nothing that existed. The one exception is stated where it applies: two items whose
//! names meet after their spelling is made Rust's ([`scope::Scope`]).

pub(crate) mod function;
pub(crate) mod ident;
pub(crate) mod module;
pub(crate) mod parameter;
pub(crate) mod scope;
