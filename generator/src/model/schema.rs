//! The whole description.

use super::{Area, EnumType, Ledger, Operation, QualifiedName, StructuredType, Version};
use serde::{Deserialize, Serialize};

/// Everything that the pages of one version say.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Schema {
    /// The version.
    pub version: Version,
    /// Structured types, sorted by name, then area; placeholders included.
    pub types: Vec<StructuredType>,
    /// Enums, sorted by name, then area.
    pub enums: Vec<EnumType>,
    /// Operations, sorted by file.
    pub operations: Vec<Operation>,
}

impl Schema {
    /// The structured type of this name; `area` decides when several areas document it, else the first one.
    pub fn structured_type(&self, name: &QualifiedName, area: Option<&Area>) -> Option<&StructuredType> {
        let start = self.types.partition_point(|candidate| candidate.name < *name);
        let mut same = self
            .types
            .iter()
            .skip(start)
            .take_while(|candidate| candidate.name == *name);
        let first = same.clone().next();
        area.and_then(|area| same.find(|candidate| candidate.area == *area))
            .or(first)
    }

    /// The enum of this name.
    pub fn enum_type(&self, name: &QualifiedName) -> Option<&EnumType> {
        let start = self.enums.partition_point(|candidate| candidate.name < *name);
        self.enums.get(start).filter(|candidate| candidate.name == *name)
    }
}

/// What a docs root says: one schema per version, and the account of the reading.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Model {
    /// Sorted by version.
    pub schemas: Vec<Schema>,
    /// What was read, guessed and left unread.
    #[serde(default)]
    pub ledger: Ledger,
}
