//! Request headers.

use serde::{Deserialize, Serialize};

/// A row of a request header table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Header {
    /// Its name.
    pub name: String,
    /// The value, where the page gives one and leaves no choice: `eventual`.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub value: Option<String>,
    /// Whether every call must have it.
    #[serde(skip_serializing_if = "std::ops::Not::not", default)]
    pub required: bool,
    /// What the row says.
    pub description: String,
}

impl Header {
    /// `Authorization` and `Content-Type`, which say nothing about one call: neither value nor whether they are required
    /// is read.
    pub fn belongs_to_every_call(&self) -> bool {
        let is = |name: &&str| self.name.eq_ignore_ascii_case(name);
        ["Authorization", "Content-Type"].iter().any(is)
    }

    /// Whether the header is left to the client: it is made of the connection, the body and the type of the reply.
    pub fn is_of_the_client(&self) -> bool {
        let is = |name: &&str| self.name.eq_ignore_ascii_case(name);
        self.belongs_to_every_call() || ["Accept", "Content-Length", "Host"].iter().any(is)
    }

    /// Whether callers have to give its value.
    pub fn is_parameter(&self) -> bool {
        self.required && self.value.is_none() && !self.is_of_the_client()
    }
}
