//! References to objects, which calls to `$ref` send.

/// An object that exists already, for calls that add it to another one.
///
/// ```
/// use graph_runtime::Reference;
///
/// let by_id = Reference::id("7e1b9a70-2b0b-4b7a-9d6c-0a4b3c2d1e0f");
/// let by_url = Reference::id("https://graph.microsoft.com/v1.0/users/ada@example.com");
/// let by_path = Reference::id("/users/ada@example.com");
/// assert_eq!(by_url.as_str(), "https://graph.microsoft.com/v1.0/users/ada@example.com");
/// # let _ = (by_id, by_path);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Reference(Option<String>);

impl Reference {
    /// The object with this id. The call fills in the address of the service, its version, and where the objects are that
    /// its page shows (`users`): the docs of the function say where. For an object of another kind give its path below
    /// the version (`/groups/7e1b9a70`) or its whole URL: both are sent as they are.
    pub fn id(text: impl Into<String>) -> Self {
        Self(Some(text.into()))
    }

    /// No object: a call that sets the only link of its kind (`PUT ../manager/$ref`) removes it then, where its page says so.
    pub const fn none() -> Self {
        Self(None)
    }

    /// Whether it refers to nothing.
    pub const fn is_none(&self) -> bool {
        self.0.is_none()
    }

    /// The id, path or URL; empty if it refers to nothing.
    pub fn as_str(&self) -> &str {
        self.0.as_deref().unwrap_or_default()
    }
}

impl From<&str> for Reference {
    fn from(text: &str) -> Self {
        Self::id(text)
    }
}
