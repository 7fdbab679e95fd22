//! Fields: properties and body parameters, named and typed.

use super::areas::AreaSet;
use super::index::ResolvedType;
use crate::emit::name::ident;
use crate::emit::name::scope::Scope;
use crate::model::{Facets, Parameter, Property, QualifiedName};

/// Names that every struct uses itself.
const TAKEN: &[&str] = &["additional_properties"];

/// A field of an emitted struct.
#[derive(Debug)]
pub(crate) struct Field<'a> {
    /// Its Rust name.
    pub(crate) name: String,
    /// Its name in JSON.
    pub(crate) wire: &'a str,
    /// Its item type.
    pub(crate) resolved: ResolvedType,
    /// Whether it is a collection.
    pub(crate) collection: bool,
    /// The base type that documents it, if the field is inherited.
    pub(crate) inherited_from: Option<&'a str>,
    /// The base type whose page has the row, if that is not the struct's own type.
    pub(crate) declared_by: Option<&'a QualifiedName>,
    /// Whether it is a navigation property.
    pub(crate) navigation: bool,
    /// Conditions besides that of its struct, which all have to hold: any of these areas.
    pub(crate) gates: Vec<AreaSet>,
    /// What its description states.
    pub(crate) facets: &'a Facets,
    /// Its description.
    pub(crate) description: &'a str,
}

/// Names the fields of one struct in order.
#[derive(Debug)]
pub(crate) struct FieldNames {
    fields: Scope,
}

impl FieldNames {
    /// For a new struct.
    pub(crate) fn new() -> Self {
        Self {
            fields: Scope::with(TAKEN),
        }
    }

    /// `owners@odata.bind` -> `owners_bind`, `@microsoft.graph.conflictBehavior` -> `conflict_behavior`.
    fn name(&mut self, wire: &str) -> String {
        let spoken = wire
            .trim_start_matches("@microsoft.graph.")
            .replace("@odata.bind", "@bind");
        let name = ident::snake(&spoken);
        self.fields.claim_first([name.as_str(), &format!("{name}_")])
    }

    /// The field of a property.
    pub(crate) fn property<'a>(&mut self, property: &'a Property, resolved: ResolvedType) -> Field<'a> {
        Field {
            name: self.name(&property.name),
            wire: &property.name,
            resolved,
            collection: property.type_ref.collection,
            inherited_from: property.inherited_from.as_deref(),
            declared_by: None,
            navigation: property.section.is_navigation(),
            gates: Vec::new(),
            facets: &property.facets,
            description: &property.description,
        }
    }

    /// The field of a body parameter.
    pub(crate) fn parameter<'a>(&mut self, parameter: &'a Parameter, resolved: ResolvedType) -> Field<'a> {
        Field {
            name: self.name(&parameter.name),
            wire: &parameter.name,
            resolved,
            collection: parameter.type_ref.collection,
            inherited_from: None,
            declared_by: None,
            navigation: false,
            gates: Vec::new(),
            facets: &parameter.facets,
            description: &parameter.description,
        }
    }
}
