//! Request bodies that are not JSON.

use azure_core::http::Body;

pub use azure_core::Bytes;
pub use azure_core::stream::SeekableStream;

/// The body of a request, with its media type.
#[derive(Clone, Debug)]
pub struct Content {
    pub(super) body: Body,
    pub(super) content_type: String,
}

impl Content {
    /// Bytes of a media type, such as `image/jpeg`.
    pub fn new(bytes: impl Into<Bytes>, content_type: &str) -> Self {
        Self {
            body: Body::Bytes(bytes.into()),
            content_type: content_type.to_owned(),
        }
    }

    /// Bytes of the media type `application/octet-stream`.
    pub fn binary(bytes: impl Into<Bytes>) -> Self {
        Self::new(bytes, "application/octet-stream")
    }

    /// A stream, which is read while it is sent, and read again from its beginning if the request is sent again.
    pub fn stream(stream: Box<dyn SeekableStream>, content_type: &str) -> Self {
        Self {
            body: Body::SeekableStream(stream),
            content_type: content_type.to_owned(),
        }
    }

    /// The media type.
    pub fn content_type(&self) -> &str {
        &self.content_type
    }

    /// The bytes; `None` for a stream.
    pub fn bytes(&self) -> Option<&[u8]> {
        match &self.body {
            Body::Bytes(bytes) => Some(bytes),
            Body::SeekableStream(_) => None,
        }
    }
}

impl From<Vec<u8>> for Content {
    fn from(bytes: Vec<u8>) -> Self {
        Self::binary(bytes)
    }
}
