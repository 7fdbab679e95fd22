//! Reading an answer with the type of a function, and writing it again.

use crate::runtime::{Bytes, Payload};

/// What a function returns.
pub(super) trait Reply: Sized {
    /// The answer after reading and writing; `None` for a type that holds nothing.
    fn round_trip(answer: &[u8]) -> Result<Option<Vec<u8>>, String>;
}

impl<T: Payload> Reply for T {
    fn round_trip(answer: &[u8]) -> Result<Option<Vec<u8>>, String> {
        let value = T::from_slice(answer).map_err(|error| error.to_string())?;
        value.to_vec().map(Some).map_err(|error| error.to_string())
    }
}

impl Reply for () {
    fn round_trip(_: &[u8]) -> Result<Option<Vec<u8>>, String> {
        Ok(None)
    }
}

impl Reply for Bytes {
    fn round_trip(answer: &[u8]) -> Result<Option<Vec<u8>>, String> {
        Ok(Some(answer.to_vec()))
    }
}
