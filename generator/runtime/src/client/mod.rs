//! The HTTP client, on top of `azure_core`.

mod batch;
#[cfg(feature = "blocking")]
pub mod blocking;
mod builder;
mod cloud;
mod collection_calls;
mod connection;
mod content;
mod download;
mod error;
mod error_body;
mod filter;
mod http_date;
mod link;
#[cfg(feature = "test-util")]
mod mock;
mod named;
mod operation;
mod paging;
mod path;
mod place;
mod policy;
mod prepared;
mod query;
mod query_options;
mod redirect;
mod reply;
mod request;
mod response;
mod retry;
mod send;
mod shown;
mod timeout;
mod trace;
mod upload;

pub use batch::{Batch, BatchResponses, Step, StepId};
pub use builder::ClientBuilder;
pub use connection::Client;
pub use content::{Bytes, Content, SeekableStream};
pub use download::{Chunks, Download};
pub use error::{Error, ErrorKind};
pub use error_body::{InnerError, ServiceError};
pub use filter::{Filter, Many, Null, Operand, Path};
#[cfg(feature = "test-util")]
pub use mock::{Answer, Call, Mock, Unmet};
pub use named::{Condition, Named, Order, Sorted};
pub use operation::{Operation, OperationStatus};
pub use paging::{Items, Pages};
#[doc(hidden)]
// Only emitted crates need it here.
#[allow(unreachable_pub, unused_imports)]
pub use place::place_impls;
pub use place::{NO_VALUES, Place};
pub use prepared::Prepared;
pub use reply::Reply;
pub use request::Request;
pub use response::{FromResponse, RawResponse};
pub use retry::RetryPolicy;
pub use upload::{UploadSession, UploadSource, UploadStatus};

/// The crate that the client is built on, for credentials, transports and policies.
pub use azure_core;
