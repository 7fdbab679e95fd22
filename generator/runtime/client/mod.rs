//! The HTTP client, on top of `azure_core`.

mod answer;
mod builder;
mod cloud;
mod connection;
mod content;
mod download;
mod error;
mod error_body;
mod filter;
mod http_date;
mod link;
mod paging;
mod path;
mod plan;
mod policy;
mod query;
mod query_options;
mod redirect;
mod request;
mod retry;
mod send;
mod upload;

pub use answer::{Answer, RawAnswer};
pub use builder::ClientBuilder;
pub use connection::Client;
pub use content::{Bytes, Content, SeekableStream};
pub use download::Download;
pub use error::{Error, ErrorKind};
pub use error_body::{InnerError, ServiceError};
pub use filter::{Filter, Many, Null, Operand, Path};
pub use paging::{Items, Pages};
pub use plan::Prepared;
pub use request::Request;
pub use retry::RetryPolicy;
pub use upload::{UploadSession, UploadSource, UploadStatus};
