//! What every module of this crate stands on.
//!
//! Models need only `serde` and `serde_json`. The HTTP client comes with the feature `client`.

mod edm;
mod endpoint;
mod model;

pub mod permissions;

#[cfg(feature = "client")]
mod client;

pub use edm::{Binary, Date, DateTimeOffset, Duration, Guid, TimeOfDay};
pub use endpoint::{Cloud, Endpoint, Method};
pub use model::*;
pub use permissions::{PermissionSet, Scheme};

#[cfg(feature = "client")]
pub use client::*;

// For the macros.
#[doc(hidden)]
pub use serde;
