//! What a call needs.

use std::fmt;

use super::{Alternative, Endpoint, Scheme};

/// One thing that a call needs: any of the alternatives.
///
/// A page can have a table for users and another one for groups and does not say which of them a call is about. So the
/// tables add up: a call needs one alternative of each. This is what [`least`](super::least), the text of an error and the
/// documentation of a function go by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Need {
    /// What the page says that it is for; empty if it has one table.
    pub label: &'static str,
    /// Any of these is enough. The least privileged ones come first.
    pub alternatives: Vec<Alternative>,
}

impl Need {
    /// Whether one of the alternatives is there as a whole.
    pub fn is_met(&self, granted: impl Fn(&str) -> bool) -> bool {
        let whole = |choice: &Alternative| choice.permissions.iter().all(|permission| granted(permission));
        self.alternatives.iter().any(whole)
    }
}

impl fmt::Display for Need {
    /// `A.Read or B.Read and C.Read (for groups)`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, choice) in self.alternatives.iter().enumerate() {
            let or = if index == 0 { "" } else { " or " };
            write!(f, "{or}{}", choice.permissions.join(" and "))?;
        }
        if self.label.is_empty() {
            Ok(())
        } else {
            write!(f, " ({})", self.label)
        }
    }
}

impl Endpoint {
    /// What a call needs with a kind of sign-in: one alternative of each. Empty if the page states no permission for it.
    pub fn needs(&self, scheme: Scheme) -> Vec<Need> {
        let sets = self.permissions().into_iter();
        let needs = sets.map(|set| Need {
            label: set.label,
            alternatives: set.support(scheme).alternatives().to_vec(),
        });
        needs.filter(|need| !need.alternatives.is_empty()).collect()
    }
}
