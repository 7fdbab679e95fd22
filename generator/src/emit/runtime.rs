//! The runtime's sources, which every emitted crate carries.

/// Path below `src/runtime`, and text, in path order.
pub(crate) const FILES: &[(&str, &str)] = &[];
