//! Values that were not documented when the crate was generated.

use super::additional::AdditionalProperties;
use super::json::Json;
use super::read::TYPE;

/// A member of an enum that was not documented when the crate was generated. Only `From<&str>` of the enum makes it, so
/// that a documented member always has its own variant.
pub struct UnknownMember(Box<str>);

impl UnknownMember {
    #[doc(hidden)]
    pub fn new(word: &str) -> Self {
        Self(word.into())
    }

    /// The JSON string.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// An object of a type that was not documented when the crate was generated. It keeps all of its properties.
pub struct UnknownObject {
    /// All properties, including `@odata.type`.
    pub additional_properties: AdditionalProperties,
}

impl UnknownObject {
    /// The type that the service sent, such as `#microsoft.graph.newKindOfThing`.
    pub fn type_name(&self) -> Option<String> {
        self.additional_properties.get_str(TYPE)
    }

    /// The value of a property.
    pub fn get(&self, name: &str) -> Option<Json> {
        self.additional_properties.get(name)
    }
}

super::macros::model! {
    UnknownObject = "?" {}
}
