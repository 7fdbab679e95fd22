//! Areas: the parts of the API that users switch on separately.

use serde::{Deserialize, Serialize};
use std::fmt;

/// A part of the API, in `snake_case`: `intune_rbac`, `teamwork`, `users`.
///
/// It follows from one page alone (file prefix, `ms.subservice`, `ms.prod`), so that adding a page moves no other.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Area(pub String);

impl fmt::Display for Area {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
