//! The key of a path, which many steps ask for.

use super::PathKey;
use std::sync::{Arc, OnceLock};

/// The key of a path once it was asked for. It follows from the path, so whether it is there tells nothing.
#[derive(Debug, Clone, Default)]
pub(super) struct KeptKey(OnceLock<Arc<PathKey>>);

impl KeptKey {
    /// The key; `make` is called the first time.
    pub(super) fn get(&self, make: impl FnOnce() -> PathKey) -> &PathKey {
        self.0.get_or_init(|| Arc::new(make()))
    }
}

impl PartialEq for KeptKey {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for KeptKey {}
