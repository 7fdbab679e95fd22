//! One file for each kind of emitted item.

pub(crate) mod any;
pub(crate) mod endpoint;
pub(crate) mod enumeration;
pub(crate) mod field;
pub(crate) mod flags;
pub(crate) mod function;
pub(crate) mod permission;
pub(crate) mod place;
mod query;
mod said;
pub(crate) mod structure;
