//! What is granted, for each kind of sign-in.

use crate::model::Scheme;
use std::collections::{BTreeMap, BTreeSet};

/// Permissions that are granted.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Grants {
    by_scheme: BTreeMap<Scheme, BTreeSet<String>>,
}

impl Grants {
    /// The same permissions for every kind of sign-in.
    pub fn for_all(permissions: &[String]) -> Self {
        let mut grants = Self::default();
        for scheme in Scheme::ALL {
            grants.by_scheme.entry(scheme).or_default();
            for permission in permissions {
                grants.add(scheme, permission);
            }
        }
        grants
    }

    /// Adds a permission.
    pub fn add(&mut self, scheme: Scheme, permission: &str) {
        let permission = permission.trim();
        if !permission.is_empty() {
            self.by_scheme.entry(scheme).or_default().insert(permission.to_owned());
        }
    }

    /// Adds what another one has.
    pub fn merge(&mut self, other: Self) {
        for (scheme, permissions) in other.by_scheme {
            self.by_scheme.entry(scheme).or_default().extend(permissions);
        }
    }

    /// Whether nothing is known about any kind of sign-in.
    pub fn is_unknown(&self) -> bool {
        self.by_scheme.is_empty()
    }

    /// What is granted for a kind of sign-in, sorted; nothing if that is not known.
    pub fn of(&self, scheme: Scheme) -> Option<Vec<&str>> {
        Some(self.by_scheme.get(&scheme)?.iter().map(String::as_str).collect())
    }
}
