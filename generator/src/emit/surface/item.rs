//! One public item.

use crate::model::Version;
use std::collections::BTreeSet;
use std::fmt;
use std::sync::Arc;

/// Features of which any turns an item on.
pub type Features = Arc<BTreeSet<String>>;

/// A public item of the emitted crate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// What it is.
    pub form: Form,
    /// The features that turn it on.
    pub features: Features,
    /// What the documentation calls it.
    pub source: Source,
    /// The path that a constructor of a place stands for: `/kitchen/kettles/{}`; empty for everything else.
    pub(crate) place: String,
}

/// What an item is, with everything that a program depends on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Form {
    /// A struct for a type, or for the parameters of an action.
    Struct,
    /// An open enum.
    Enum,
    /// A set of flags.
    Flags,
    /// The open enum of a type and its derived types.
    Any,
    /// A field, a variant with a value, a constant of flags, or a method, with its type; the name in JSON is the source's
    /// part.
    Part {
        /// `Option<String>`, `Box<Lid>`; empty for a variant without a value.
        of: String,
        /// The word of Rust for it.
        word: &'static str,
    },
    /// A type of places.
    Place,
    /// A constructor of a place, with the number of its arguments.
    Constructor(usize),
    /// A function.
    Function {
        /// The arguments behind `client`.
        arguments: Vec<Argument>,
        /// What the request brings.
        returns: String,
        /// The calls that it makes: `GET /kitchen/kettles/{}`.
        calls: BTreeSet<String>,
    },
    /// The endpoint of a function.
    Endpoint {
        /// The calls that it is for.
        calls: BTreeSet<String>,
    },
}

/// An argument of a function.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Argument {
    /// What it is for.
    pub role: Role,
    /// Its name.
    pub name: String,
    /// Its type.
    pub of: String,
}

/// What an argument is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// Where the call goes.
    Place,
    /// A value in the path.
    Path,
    /// A value of a query option.
    Query,
    /// The value of a header.
    Header,
    /// What is sent.
    Body,
}

/// Which part of the documentation an item comes from.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Source {
    /// The version of the API.
    pub version: Version,
    /// The dotted name of a type or an enum, or the file name of a page about an operation without its extension.
    pub owner: String,
    /// The property, member or parameter as JSON has it; empty for the owner itself.
    pub part: String,
}

impl Source {
    pub(super) fn new(version: &Version, owner: impl Into<String>, part: impl Into<String>) -> Self {
        Self {
            version: version.clone(),
            owner: owner.into(),
            part: part.into(),
        }
    }
}

impl Item {
    /// The word of Rust for what it is.
    pub fn word(&self) -> &'static str {
        match &self.form {
            Form::Struct | Form::Flags | Form::Place => "struct",
            Form::Enum | Form::Any => "enum",
            Form::Part { word, .. } => word,
            Form::Constructor(_) | Form::Function { .. } => "function",
            Form::Endpoint { .. } => "static",
        }
    }

    /// The word and the signature; one of them if they are the same.
    pub(crate) fn shown(&self) -> String {
        match self.signature() {
            signature if signature == self.word() => signature,
            signature => format!("{} {signature}", self.word()),
        }
    }

    /// What a program sees of it, without its name: `(client, at: At, body: &Kettle) -> Request<Kettle>`.
    pub fn signature(&self) -> String {
        match &self.form {
            Form::Struct => "struct".to_owned(),
            Form::Enum | Form::Any => "enum".to_owned(),
            Form::Flags => "set of flags".to_owned(),
            Form::Place => "place".to_owned(),
            Form::Endpoint { .. } => "Endpoint".to_owned(),
            Form::Part { of, .. } => of.clone(),
            Form::Constructor(arguments) => format!("({})", vec!["&str"; *arguments].join(", ")),
            Form::Function { arguments, returns, .. } => {
                let list: String = arguments.iter().map(|argument| format!(", {argument}")).collect();
                format!("(client{list}) -> Request<{returns}>")
            }
        }
    }
}

impl fmt::Display for Argument {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.name, self.of)
    }
}
