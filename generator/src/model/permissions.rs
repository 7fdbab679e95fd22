//! The permissions that a call needs.

use super::Origin;
use serde::{Deserialize, Serialize};

/// A way to sign in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Scheme {
    /// Delegated, work or school account.
    DelegatedWork,
    /// Delegated, personal Microsoft account.
    DelegatedPersonal,
    /// Application, without a user.
    Application,
}

impl Scheme {
    /// Every scheme in the order of the tables.
    pub const ALL: [Self; 3] = [Self::DelegatedWork, Self::DelegatedPersonal, Self::Application];
}

/// One sufficient choice: all of these scopes together ("A and B"), usually just one.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Alternative(pub Vec<String>);

/// The permissions of one table, column or row group.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(from = "Flat", into = "Flat")]
pub struct Permissions {
    /// What the group is for, when a page has several ("user calendar").
    pub label: Option<String>,
    /// Alternatives for work or school accounts, least privileged first; empty = not supported, or unstated.
    pub delegated_work: Vec<Alternative>,
    /// Alternatives for personal accounts, least privileged first; empty = not supported, or unstated.
    pub delegated_personal: Vec<Alternative>,
    /// Alternatives for applications, least privileged first; empty = not supported, or unstated.
    pub application: Vec<Alternative>,
    /// Routes of the operation that this group is for, as indices; empty = all.
    pub routes: Vec<usize>,
    /// Schemes that the table has no row or column for: nothing says that they are not supported.
    pub unstated: Vec<Scheme>,
    /// The other pages that these permissions come from; empty = the operation's own page. Only
    /// [`Operation::route_permissions`](super::Operation::route_permissions) have any.
    pub pages: Vec<String>,
    /// Footnotes and other sentences of the table's cells.
    pub notes: Vec<String>,
    /// The table or row.
    pub origin: Origin,
}

impl Permissions {
    /// The alternatives of a scheme, least privileged first.
    pub fn scheme(&self, scheme: Scheme) -> &[Alternative] {
        match scheme {
            Scheme::DelegatedWork => &self.delegated_work,
            Scheme::DelegatedPersonal => &self.delegated_personal,
            Scheme::Application => &self.application,
        }
    }

    /// The alternatives of a scheme, to fill in.
    pub fn scheme_mut(&mut self, scheme: Scheme) -> &mut Vec<Alternative> {
        match scheme {
            Scheme::DelegatedWork => &mut self.delegated_work,
            Scheme::DelegatedPersonal => &mut self.delegated_personal,
            Scheme::Application => &mut self.application,
        }
    }
}

/// The JSON form: every scope in one list per scheme, and the "and" groups beside it.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Flat {
    label: Option<String>,
    delegated_work: Vec<String>,
    delegated_personal: Vec<String>,
    application: Vec<String>,
    alternatives: Alternatives,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    routes: Vec<usize>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    unstated: Vec<Scheme>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pages: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    notes: Vec<String>,
    origin: Origin,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Alternatives {
    delegated_work: Vec<Alternative>,
    delegated_personal: Vec<Alternative>,
    application: Vec<Alternative>,
}

impl From<Permissions> for Flat {
    fn from(permissions: Permissions) -> Self {
        Self {
            label: permissions.label,
            delegated_work: flat(&permissions.delegated_work),
            delegated_personal: flat(&permissions.delegated_personal),
            application: flat(&permissions.application),
            alternatives: Alternatives {
                delegated_work: permissions.delegated_work,
                delegated_personal: permissions.delegated_personal,
                application: permissions.application,
            },
            routes: permissions.routes,
            unstated: permissions.unstated,
            pages: permissions.pages,
            notes: permissions.notes,
            origin: permissions.origin,
        }
    }
}

impl From<Flat> for Permissions {
    fn from(form: Flat) -> Self {
        Self {
            label: form.label,
            delegated_work: form.alternatives.delegated_work,
            delegated_personal: form.alternatives.delegated_personal,
            application: form.alternatives.application,
            routes: form.routes,
            unstated: form.unstated,
            pages: form.pages,
            notes: form.notes,
            origin: form.origin,
        }
    }
}

fn flat(alternatives: &[Alternative]) -> Vec<String> {
    let mut scopes = Vec::new();
    for scope in alternatives.iter().flat_map(|alternative| &alternative.0) {
        if !scopes.contains(scope) {
            scopes.push(scope.clone());
        }
    }
    scopes
}
