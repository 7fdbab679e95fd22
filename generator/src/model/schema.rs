//! The whole description.

use super::{EnumOrigin, EnumType, Ledger, Operation, QualifiedName, StructuredType, Version};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// Everything that the pages of one version say.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(from = "Flat")]
pub struct Schema {
    /// The version.
    pub version: Version,
    /// The public address of the folder that the pages stand in, where that is not Graph's; empty if nobody knows it.
    pub site: Option<String>,
    /// Structured types, sorted by name; placeholders included.
    pub types: Vec<StructuredType>,
    /// Enums, sorted by name.
    pub enums: Vec<EnumType>,
    /// Operations, sorted by file.
    pub operations: Vec<Operation>,
}

/// The JSON form has separate lists for items that pages document in full and for items that only other items mention:
/// types without a page, and enums without a member table.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Flat<T = Vec<StructuredType>, E = Vec<EnumType>, O = Vec<Operation>> {
    version: Version,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    site: Option<String>,
    types: T,
    enums: E,
    operations: O,
    undocumented_types: T,
    inline_enums: E,
}

impl Serialize for Schema {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (undocumented_types, types) = self.types.iter().partition::<Vec<_>, _>(|item| item.placeholder);
        let is_inline = |item: &&EnumType| matches!(item.documented_in, EnumOrigin::Inline | EnumOrigin::Property);
        let (inline_enums, enums) = self.enums.iter().partition::<Vec<_>, _>(is_inline);
        let version = self.version.clone();
        Flat {
            version,
            site: self.site.clone(),
            types,
            enums,
            operations: self.operations.iter().map(with_route_permissions).collect::<Vec<_>>(),
            undocumented_types,
            inline_enums,
        }
        .serialize(serializer)
    }
}

/// Every permission group of an operation in one list, which refers to routes by their index.
fn with_route_permissions(operation: &Operation) -> Cow<'_, Operation> {
    if operation.route_permissions.is_empty() && operation.is_numbered() {
        return Cow::Borrowed(operation);
    }
    let mut whole = operation.clone();
    whole.number_routes();
    whole.permissions.append(&mut whole.route_permissions);
    Cow::Owned(whole)
}

impl From<Flat> for Schema {
    fn from(mut flat: Flat) -> Self {
        for operation in &mut flat.operations {
            let groups = std::mem::take(&mut operation.permissions);
            (operation.permissions, operation.route_permissions) =
                groups.into_iter().partition(|group| group.pages.is_empty());
            super::operation::number(&mut operation.routes);
            operation.complete_routes();
        }
        flat.types.append(&mut flat.undocumented_types);
        flat.types.sort_by(|a, b| a.name.cmp(&b.name));
        flat.enums.append(&mut flat.inline_enums);
        flat.enums.sort_by(|a, b| a.name.cmp(&b.name));
        Self {
            version: flat.version,
            site: flat.site,
            types: flat.types,
            enums: flat.enums,
            operations: flat.operations,
        }
    }
}

impl Schema {
    /// The structured type of this name.
    pub fn structured_type(&self, name: &QualifiedName) -> Option<&StructuredType> {
        let index = self.types.binary_search_by(|candidate| candidate.name.cmp(name)).ok()?;
        self.types.get(index)
    }

    /// The enum of this name.
    pub fn enum_type(&self, name: &QualifiedName) -> Option<&EnumType> {
        let index = self.enums.binary_search_by(|candidate| candidate.name.cmp(name)).ok()?;
        self.enums.get(index)
    }
}

/// What a docs root says: one schema per version, and the ledger of the reading.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Model {
    /// Sorted by version.
    pub schemas: Vec<Schema>,
    /// What was read, guessed and left unread.
    pub ledger: Ledger,
    /// The base URL of the service, where it is another one than Graph: `https://api.kiln.example`.
    pub base_url: Option<String>,
}
