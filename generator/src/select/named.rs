//! What patterns know of a type or an enum.

use crate::model::{Area, EnumType, QualifiedName, Schema, StructuredType, Version};

/// A type or an enum in one of its areas.
#[derive(Clone, Copy)]
pub(super) struct Named<'a> {
    pub(super) version: &'a Version,
    pub(super) name: &'a QualifiedName,
    pub(super) area: &'a Area,
    /// The page, below the folder of the version.
    pub(super) file: &'a str,
}

impl<'a> Named<'a> {
    /// A type in each of its areas.
    pub(super) fn of_type(version: &'a Version, item: &'a StructuredType) -> impl Iterator<Item = Self> {
        item.areas().map(move |area| Self {
            version,
            name: &item.name,
            area,
            file: &item.file,
        })
    }

    /// An enum in each of its areas.
    pub(super) fn of_enum(version: &'a Version, item: &'a EnumType) -> impl Iterator<Item = Self> {
        item.areas().map(move |area| Self {
            version,
            name: &item.name,
            area,
            file: &item.file,
        })
    }

    /// Every type and enum of a version, in each of its areas.
    pub(super) fn all(schema: &'a Schema) -> impl Iterator<Item = Self> {
        let version = &schema.version;
        let types = schema.types.iter().flat_map(move |item| Self::of_type(version, item));
        types.chain(schema.enums.iter().flat_map(move |item| Self::of_enum(version, item)))
    }
}
