//! What a call needs.

use std::fmt;

use super::solve::{Choice, Requirement};
use super::{Alternative, Endpoint, Rank, Scheme};

/// One requirement of a call, which any of its alternatives meets.
///
/// A page may have one table of permissions for users and another one for groups. Which of them applies to a call is
/// not known, so a call needs one alternative of each table. [`least`](super::least), the text of errors and the
/// documentation of functions all follow this rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Need {
    /// The label of the table; empty if the page has one table.
    pub label: &'static str,
    /// Any of these is enough. The least privileged ones come first.
    pub alternatives: Vec<Alternative>,
}

impl Need {
    /// Whether all permissions of one of the alternatives are granted.
    pub fn is_met(&self, granted: impl Fn(&str) -> bool) -> bool {
        self.requirement().is_met(granted)
    }

    pub(super) fn requirement(&self) -> Requirement<'static> {
        let choices = self.alternatives.iter().map(|alternative| Choice {
            permissions: alternative.permissions.clone(),
            least: alternative.rank == Rank::Least,
        });
        Requirement {
            choices: choices.collect(),
        }
    }
}

impl fmt::Display for Need {
    /// `A.Read or B.Read and C.Read (for groups)`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, choice) in self.alternatives.iter().enumerate() {
            let or = if index == 0 { "" } else { " or " };
            match choice.permissions.as_slice() {
                [] => write!(f, "{or}no permission")?,
                permissions => write!(f, "{or}{}", permissions.join(" and "))?,
            }
        }
        if self.label.is_empty() {
            Ok(())
        } else {
            write!(f, " ({})", self.label)
        }
    }
}

impl Endpoint {
    /// What a call needs with a kind of sign-in: one alternative of each need. Empty if no permission is documented.
    pub fn needs(&self, scheme: Scheme) -> Vec<Need> {
        let sets = self.permissions().into_iter();
        let needs = sets.map(|set| Need {
            label: set.label,
            alternatives: set.support(scheme).alternatives().to_vec(),
        });
        needs.filter(|need| !need.alternatives.is_empty()).collect()
    }
}
