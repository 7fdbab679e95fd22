//! Documented responses, as an emitted crate carries them for tests.

use std::fmt;

/// The documented responses of a version of the API: see `Answer::documented`. Empty without the feature `test-util`.
#[derive(Clone, Copy)]
pub struct Examples(&'static str);

impl Examples {
    /// No examples.
    pub const NONE: Self = Self("");

    /// A line for each example: the call, a tab, and the response as JSON.
    #[doc(hidden)]
    pub const fn new(lines: &'static str) -> Self {
        Self(lines)
    }

    /// Whether there are none.
    pub const fn is_empty(self) -> bool {
        self.0.is_empty()
    }

    /// The response to a call.
    #[cfg(feature = "test-util")]
    pub(crate) fn line(self, call: &str) -> Option<&'static str> {
        let mut lines = self.0.lines();
        lines.find_map(|line| line.strip_prefix(call)?.strip_prefix('\t'))
    }
}

/// Examples are never different: they say nothing about a call that its page does not.
impl PartialEq for Examples {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for Examples {}

impl fmt::Debug for Examples {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Examples")
    }
}
