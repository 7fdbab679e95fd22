//! Names and places.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::hash::{Hash, Hasher};
use std::sync::Arc;

/// The namespace of a page that states none.
pub const DEFAULT_NAMESPACE: &str = "microsoft.graph";

/// A version of the API: `beta` or `v1.0`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Version(pub String);

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A CSDL name: namespace and local name, spelled as the pages spell it.
#[derive(Debug, Clone, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct QualifiedName {
    /// `microsoft.graph`, `microsoft.graph.callRecords` ...
    pub namespace: String,
    /// `group`, `session` ...
    pub name: String,
}

// Nearly all names are in one namespace, so the local names tell first, and their hashes tell enough.
impl PartialEq for QualifiedName {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name && self.namespace == other.namespace
    }
}

impl Hash for QualifiedName {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.name.hash(state);
    }
}

impl QualifiedName {
    /// A name in a namespace.
    pub fn new(namespace: impl Into<String>, name: impl Into<String>) -> Self {
        Self {
            namespace: namespace.into(),
            name: name.into(),
        }
    }

    /// A name in `microsoft.graph`.
    pub fn graph(name: impl Into<String>) -> Self {
        Self::new(DEFAULT_NAMESPACE, name)
    }

    /// Splits `microsoft.graph.termStore.term` at its last dot; a name without a dot is in `microsoft.graph`. A
    /// leading `#`, as in `@odata.type` values, is not part of the name.
    pub fn parse(dotted: &str) -> Self {
        let dotted = dotted.trim().trim_start_matches('#');
        match dotted.rsplit_once('.') {
            Some((namespace, name)) => Self::new(namespace, name),
            None => Self::graph(dotted),
        }
    }
}

impl fmt::Display for QualifiedName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.namespace)?;
        f.write_str(".")?;
        f.write_str(&self.name)
    }
}

/// Where an item is documented.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
pub struct Origin {
    /// Path below the version folder, such as `resources/group.md`; an include keeps its path below the docs root.
    pub file: Arc<str>,
    /// Line, from 1.
    pub line: u32,
    /// Column in characters, from 1.
    pub column: u32,
}
