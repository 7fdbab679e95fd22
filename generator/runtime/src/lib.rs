//! The runtime of the crates that the generator emits: models of JSON objects, descriptions of calls, and an HTTP
//! client for the Microsoft Graph API.
//!
//! An emitted crate contains this code as its module `runtime`. It can depend on the crate `graph-runtime` instead and
//! re-export that as `runtime`. Crates that depend on the same `graph-runtime` share its types, so that a program with
//! several of them needs one client only.
//!
//! # Models
//!
//! Every struct of an emitted crate is read from JSON with [`from_slice`] or [`from_str`] and written with [`to_vec`]
//! or [`to_string`]; `serde` works as well. Reading loses nothing:
//!
//! - a property without a field, or with a value of an unexpected type, is in the [`AdditionalProperties`],
//! - a member of an enum that was not documented is an [`UnknownMember`],
//! - an object of a type that was not documented is an [`UnknownObject`],
//! - dates, durations and identifiers keep the text that was sent: [`DateTimeOffset`], [`Date`], [`TimeOfDay`],
//!   [`Duration`], [`Guid`], [`Binary`]. They are ordered by their meaning; `str::parse` checks a text; the features
//!   `chrono`, `jiff` and `time` convert them.
//!
//! ```
//! use graph_runtime::{Collection, Json};
//!
//! let page: Collection<Json> = graph_runtime::from_str(r#"{"@odata.count":2,"value":[{"id":"a"},{"id":"b"}]}"#)?;
//! assert_eq!(page.count, Some(2));
//! assert_eq!(page.value[1].as_str(), r#"{"id":"b"}"#);
//! # Ok::<(), serde_json::Error>(())
//! ```
//!
//! # Calls
//!
//! An [`Endpoint`] is what the documentation says about a call: method, paths, permissions, clouds, query options. The
//! functions in [`permissions`] find the least privileged permissions for a set of calls.
#![cfg_attr(
    feature = "client",
    doc = r#"
# HTTP client

The feature `client` adds a [`Client`]. A function of an emitted crate makes a [`Request`]; [`Request::send`] sends it,
[`Request::pages`] and [`Request::items`] send one request for each page, and a [`Batch`] sends many requests in one.
`request.await` is `request.send().await`.

The feature `blocking` adds the same for programs without async code: `send_blocking`, `pages_blocking`,
`items_blocking`, and `blocking::run` for everything else. The feature `tracing` adds an event for each request,
response, retry and page.

For tests, the feature `test-util` adds a [`Mock`](crate::Client): a service in the program's own process.

```no_run
use graph_runtime::{Client, Collection, Endpoint, Json, Method, Request};

static LIST_GROUPS: Endpoint = Endpoint::new(Method::Get, "v1.0", "/users/{id}/memberOf");

async fn print_groups(client: &Client, user: &str) -> Result<(), graph_runtime::Error> {
    let request: Request<Collection<Json>> = Request::new(client, &LIST_GROUPS, &[user]);
    let mut groups = request.top(50).items();
    while let Some(group) = groups.next_item().await {
        println!("{}", group?);
    }
    Ok(())
}
```
"#
)]

mod edm;
mod endpoint;
mod examples;
mod model;

pub mod permissions;

#[cfg(feature = "client")]
mod client;

pub use edm::{Binary, Date, DateTimeOffset, Duration, Guid, ParseError, TimeOfDay};
pub use endpoint::{Cloud, Endpoint, Method};
pub use examples::Examples;
pub use model::*;
pub use permissions::{PermissionSet, Scheme};

#[cfg(feature = "client")]
pub use client::*;

// For the macros.
#[doc(hidden)]
pub use serde;
