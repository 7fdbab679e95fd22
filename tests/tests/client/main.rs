//! The emitted client against a server on this computer.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod batches;
mod blocking;
mod bodies;
mod comforts;
mod connection;
mod downloads;
mod errors;
mod hostile;
mod mock;
mod odd_json;
mod operations;
mod paging;
mod permissions;
mod requests;
mod retry;
mod server;
mod traces;
mod uploads;
mod wire;

use generated::runtime as rt;
use std::future::Future;
use std::time::Duration;

pub(crate) use generated::beta::models::{ResourceOperation, RoleScopeTag};
pub(crate) use generated::beta::{resource_operation as operation, role_scope_tag as tag};

/// Runs a test to its end.
pub(crate) fn run<T>(test: impl Future<Output = T>) -> T {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    runtime.unwrap().block_on(test)
}

/// A client whose pauses are short.
pub(crate) fn client(server: &server::Server) -> rt::Client {
    let retry = rt::RetryPolicy::default().initial_delay(Duration::from_millis(5));
    rt::Client::builder()
        .base_url(&server.base)
        .retry(retry)
        .build()
        .unwrap()
}

/// A client that calls nobody.
pub(crate) fn offline() -> rt::Client {
    static CLIENT: std::sync::LazyLock<rt::Client> =
        std::sync::LazyLock::new(|| rt::Client::loopback("http://127.0.0.1:9").unwrap());
    CLIENT.clone()
}
