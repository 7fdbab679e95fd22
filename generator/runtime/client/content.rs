//! Bodies that are not JSON.

pub use azure_core::Bytes;

/// Bytes and what they are: the body of an upload.
#[derive(Clone, Debug)]
pub struct Content {
    /// The bytes.
    pub bytes: Bytes,
    /// Their media type, such as `image/jpeg`.
    pub content_type: String,
}

impl Content {
    /// Bytes of the given media type.
    pub fn new(bytes: impl Into<Bytes>, content_type: &str) -> Self {
        Self {
            bytes: bytes.into(),
            content_type: content_type.to_owned(),
        }
    }

    /// Bytes of no particular kind.
    pub fn binary(bytes: impl Into<Bytes>) -> Self {
        Self::new(bytes, "application/octet-stream")
    }
}

impl From<Vec<u8>> for Content {
    fn from(bytes: Vec<u8>) -> Self {
        Self::binary(bytes)
    }
}
