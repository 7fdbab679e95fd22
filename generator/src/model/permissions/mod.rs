//! The permissions that a call needs.

mod json;
mod support;

pub use support::{Alternative, Rank, Support};

use super::{Origin, RouteId};
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

/// The permissions of one table, column or row group.
///
/// When several groups are for one route, each of them has to be satisfied: a page with a table for users and a table for
/// groups does not say which of them a call is about.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Permissions {
    /// What the group is for, when a page has several ("user calendar").
    pub label: Option<String>,
    /// For work or school accounts.
    pub delegated_work: Support,
    /// For personal accounts.
    pub delegated_personal: Support,
    /// For applications.
    pub application: Support,
    /// Routes of the operation that this group is for; empty = all.
    pub routes: Vec<RouteId>,
    /// The other pages that these permissions come from; empty = the operation's own page. Only
    /// [`Operation::route_permissions`](super::Operation::route_permissions) have any.
    pub pages: Vec<String>,
    /// Built-in roles of which the signed-in user needs one, where the page lists them.
    pub roles: Vec<String>,
    /// Footnotes and other sentences of the table's cells.
    pub notes: Vec<String>,
    /// Where an include brings such sentences.
    pub notes_origin: Option<Origin>,
    /// The table or row.
    pub origin: Origin,
}

impl Permissions {
    /// What the group says about a scheme.
    pub fn scheme(&self, scheme: Scheme) -> &Support {
        match scheme {
            Scheme::DelegatedWork => &self.delegated_work,
            Scheme::DelegatedPersonal => &self.delegated_personal,
            Scheme::Application => &self.application,
        }
    }

    /// What the group says about a scheme, to fill in.
    pub fn scheme_mut(&mut self, scheme: Scheme) -> &mut Support {
        match scheme {
            Scheme::DelegatedWork => &mut self.delegated_work,
            Scheme::DelegatedPersonal => &mut self.delegated_personal,
            Scheme::Application => &mut self.application,
        }
    }

    /// Whether the group is for this route.
    pub fn is_for(&self, route: RouteId) -> bool {
        self.routes.is_empty() || self.routes.contains(&route)
    }
}
