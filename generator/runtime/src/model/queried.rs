//! Which properties a request can name.

use super::collection::Collection;
use super::json::Json;

/// A response whose objects have properties: `$select`, `$expand`, `$orderby` and `$filter` take properties of its
/// [`Queried::Of`] and of no other type. Types that a documented call returns have it.
pub trait Queried {
    /// The type of the objects; of a list, that of its elements. If they can be of several types, it is their base.
    type Of;
}

impl<T: Queried> Queried for Collection<T> {
    type Of = T::Of;
}

macro_rules! values {
    ($($type:ty)*) => {
        $(impl Queried for $type {
            type Of = $type;
        })*
    };
}
values!(bool i32 i64 f64 String Json);
