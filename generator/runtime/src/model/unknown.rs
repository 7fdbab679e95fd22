//! What was not documented when the crate was generated.

use super::additional::AdditionalProperties;
use super::json::Json;
use super::read::TYPE;

/// A member of an enum that is not documented; the word is kept.
///
/// Such a value comes from the enum's `From<&str>`, so that a documented member is never one of these.
pub struct UnknownMember(Box<str>);

impl UnknownMember {
    #[doc(hidden)]
    pub fn new(word: &str) -> Self {
        Self(word.into())
    }

    /// The word on the wire.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// An object whose type is not documented; all of its properties are kept.
pub struct UnknownObject {
    /// Every property, `@odata.type` included.
    pub additional_properties: AdditionalProperties,
}

impl UnknownObject {
    /// The type that the service named, such as `#microsoft.graph.newKindOfThing`.
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
