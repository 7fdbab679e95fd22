//! References to types.

use super::QualifiedName;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::fmt;

/// The CSDL primitive types that Graph uses, and `Edm.Json` for `microsoft.graph.Json`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs, reason = "each is the CSDL type of the same name")]
pub enum Primitive {
    Binary,
    Boolean,
    Byte,
    Date,
    DateTimeOffset,
    Decimal,
    Double,
    Duration,
    Guid,
    Int16,
    Int32,
    Int64,
    Json,
    Single,
    Stream,
    String,
    TimeOfDay,
}

impl Primitive {
    /// Every primitive, in alphabetical order.
    pub const ALL: [Self; 17] = [
        Self::Binary,
        Self::Boolean,
        Self::Byte,
        Self::Date,
        Self::DateTimeOffset,
        Self::Decimal,
        Self::Double,
        Self::Duration,
        Self::Guid,
        Self::Int16,
        Self::Int32,
        Self::Int64,
        Self::Json,
        Self::Single,
        Self::Stream,
        Self::String,
        Self::TimeOfDay,
    ];

    /// The CSDL name, such as `Edm.String`.
    pub fn edm(self) -> String {
        self.edm_name().to_owned()
    }

    /// The same without a copy.
    pub(crate) fn edm_name(self) -> &'static str {
        match self {
            Self::Binary => "Edm.Binary",
            Self::Boolean => "Edm.Boolean",
            Self::Byte => "Edm.Byte",
            Self::Date => "Edm.Date",
            Self::DateTimeOffset => "Edm.DateTimeOffset",
            Self::Decimal => "Edm.Decimal",
            Self::Double => "Edm.Double",
            Self::Duration => "Edm.Duration",
            Self::Guid => "Edm.Guid",
            Self::Int16 => "Edm.Int16",
            Self::Int32 => "Edm.Int32",
            Self::Int64 => "Edm.Int64",
            Self::Json => "Edm.Json",
            Self::Single => "Edm.Single",
            Self::Stream => "Edm.Stream",
            Self::String => "Edm.String",
            Self::TimeOfDay => "Edm.TimeOfDay",
        }
    }

    /// The primitive with this CSDL name, with or without `Edm.`, in the CSDL's spelling.
    pub fn from_edm(name: &str) -> Option<Self> {
        let name = name.strip_prefix("Edm.").unwrap_or(name);
        let is_same = |primitive: &Self| primitive.edm_name().strip_prefix("Edm.") == Some(name);
        Self::ALL.into_iter().find(is_same)
    }
}

/// What a reference points to.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TypeName {
    /// A CSDL primitive.
    Primitive(Primitive),
    /// A structured type or an enum, documented or not.
    Named(QualifiedName),
    /// The page states no type that could be read.
    Unknown,
}

/// A type as a property, parameter or response states it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(from = "Flat")]
pub struct TypeRef {
    /// The item type.
    pub name: TypeName,
    /// Whether it is a collection of it.
    pub collection: bool,
}

impl TypeRef {
    /// No type is known.
    pub const UNKNOWN: Self = Self {
        name: TypeName::Unknown,
        collection: false,
    };

    /// A single value of a primitive type.
    pub fn primitive(primitive: Primitive) -> Self {
        Self {
            name: TypeName::Primitive(primitive),
            collection: false,
        }
    }

    /// A single value of a named type.
    pub fn named(name: QualifiedName) -> Self {
        Self {
            name: TypeName::Named(name),
            collection: false,
        }
    }

    /// The same type as a collection, or not.
    pub fn collection(self, collection: bool) -> Self {
        Self { collection, ..self }
    }

    /// The name, when it is a named type.
    pub fn as_named(&self) -> Option<&QualifiedName> {
        match &self.name {
            TypeName::Named(name) => Some(name),
            TypeName::Primitive(_) | TypeName::Unknown => None,
        }
    }
}

impl fmt::Display for TypeRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = match &self.name {
            TypeName::Primitive(primitive) => primitive.edm(),
            TypeName::Named(name) => name.to_string(),
            TypeName::Unknown => "unknown".to_owned(),
        };
        if self.collection {
            write!(f, "Collection({name})")
        } else {
            f.write_str(&name)
        }
    }
}

/// The JSON form: `{"type": "Edm.String", "coll": false}`.
#[derive(Serialize, Deserialize)]
struct Flat<'a> {
    #[serde(rename = "type")]
    name: Option<Cow<'a, str>>,
    #[serde(default)]
    coll: bool,
}

impl Serialize for TypeRef {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let name = match &self.name {
            TypeName::Primitive(primitive) => Some(primitive.edm_name().into()),
            TypeName::Named(name) => Some([name.namespace.as_str(), ".", &name.name].concat().into()),
            TypeName::Unknown => None,
        };
        let coll = self.collection;
        Flat { name, coll }.serialize(serializer)
    }
}

impl From<Flat<'_>> for TypeRef {
    fn from(flat: Flat<'_>) -> Self {
        let name = match flat.name {
            None => TypeName::Unknown,
            Some(name) => match Primitive::from_edm(&name) {
                Some(primitive) if name.starts_with("Edm.") => TypeName::Primitive(primitive),
                _ => TypeName::Named(QualifiedName::parse(&name)),
            },
        };
        Self {
            name,
            collection: flat.coll,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_json_form_reads_back_as_the_same_reference() {
        for reference in [
            TypeRef::UNKNOWN,
            TypeRef::primitive(Primitive::DateTimeOffset).collection(true),
            TypeRef::named(QualifiedName::parse("microsoft.graph.termStore.term")),
        ] {
            let json = serde_json::to_string(&reference).unwrap();
            assert_eq!(serde_json::from_str::<TypeRef>(&json).unwrap(), reference, "{json}");
        }
    }
}
