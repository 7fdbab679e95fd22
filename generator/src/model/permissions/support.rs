//! What a page says about one way to be signed in.

use rustc_hash::FxHashSet;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// Whether a call can be made with a scheme, and with which permissions.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Support {
    /// The page names permissions. Least privileged first where it says so, else in the page's order; one is enough.
    /// Where it says "None.", the only alternative has no scope: a call needs no permission.
    Stated(Arc<[Alternative]>),
    /// The page says that the call cannot be made: "Not supported.", "Not available.", "Not applicable".
    NotSupported,
    /// Nothing: no row, no column, or an empty cell.
    #[default]
    Unstated,
}

impl Support {
    /// What "None." says: one alternative, without a scope.
    pub(crate) fn none_needed() -> Self {
        Self::Stated([Alternative::of(Vec::new())].into())
    }

    /// Whether a call can be made without any permission.
    pub fn is_none_needed(&self) -> bool {
        matches!(self, Self::Stated(list) if !list.is_empty() && list.iter().all(|choice| choice.scopes.is_empty()))
    }

    /// Whether scopes are named.
    pub(crate) fn names_scopes(&self) -> bool {
        self.alternatives().iter().any(|choice| !choice.scopes.is_empty())
    }

    /// The alternatives; none unless they are stated.
    pub fn alternatives(&self) -> &[Alternative] {
        match self {
            Self::Stated(alternatives) => alternatives,
            Self::NotSupported | Self::Unstated => &[],
        }
    }

    /// What several cells say about the same: permissions outweigh "none", "none" outweighs "not supported", and that
    /// outweighs nothing. Of equal alternatives the first one stays.
    pub(crate) fn sum<'a>(parts: impl IntoIterator<Item = &'a Self>) -> Self {
        let mut known: FxHashSet<&[String]> = FxHashSet::default();
        let mut first: Option<&'a Arc<[Alternative]>> = None;
        let mut stated: Vec<&'a Alternative> = Vec::new();
        let mut refused = false;
        let mut none_needed = None;
        for part in parts {
            match part {
                part if part.is_none_needed() => none_needed = Some(part),
                Self::Stated(list) => {
                    first = first.or(Some(list));
                    stated.extend(list.iter().filter(|choice| known.insert(&choice.scopes)));
                }
                Self::NotSupported => refused = true,
                Self::Unstated => {}
            }
        }
        match first {
            // Most cells add nothing.
            Some(first) if first.iter().eq(stated.iter().copied()) => Self::Stated(Arc::clone(first)),
            Some(_) => Self::Stated(stated.into_iter().cloned().collect()),
            None if none_needed.is_some() => none_needed.cloned().unwrap_or_default(),
            None if refused => Self::NotSupported,
            None => Self::Unstated,
        }
    }
}

/// One sufficient choice: all of these scopes together ("A and B"), usually just one.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Alternative {
    /// The scopes.
    pub scopes: Vec<String>,
    /// Where it stands among the alternatives.
    pub rank: Rank,
}

impl Alternative {
    /// A choice of which nothing says where it stands.
    pub fn of(scopes: Vec<String>) -> Self {
        Self {
            scopes,
            rank: Rank::Unranked,
        }
    }
}

/// Where an alternative stands among those of its cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Rank {
    /// The page says that it is the least privileged: by a column of its own, or as the first "from least to most".
    Least,
    /// The page says that there is a less privileged one.
    Higher,
    /// The page lists it and says nothing about an order.
    Unranked,
    /// It counts for one team, chat or the like, whose owner consents to it (resource-specific consent).
    ResourceSpecific,
    /// It is there for old programs: "supported only for backward compatibility".
    Compatibility,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stated(scopes: &[&str], rank: Rank) -> Support {
        let one = |scope: &&str| Alternative {
            scopes: vec![(*scope).to_owned()],
            rank,
        };
        Support::Stated(scopes.iter().map(one).collect())
    }

    #[test]
    fn cells_about_the_same_add_up() {
        let added = |first: &Support, second: &Support| Support::sum([first, second]);
        let least = stated(&["Kiln.Read"], Rank::Least);
        let more = stated(&["Kiln.Read", "Kiln.Fire"], Rank::Higher);
        let both = added(&least, &more);
        assert_eq!(both.alternatives().len(), 2);
        assert_eq!(both.alternatives()[0].rank, Rank::Least);
        assert_eq!(added(&Support::Unstated, &Support::NotSupported), Support::NotSupported);
        assert_eq!(added(&Support::NotSupported, &Support::Unstated), Support::NotSupported);
        assert_eq!(added(&Support::NotSupported, &least), least);
        assert_eq!(added(&least, &Support::NotSupported), least);
        let none = Support::none_needed();
        assert!(none.is_none_needed() && !least.is_none_needed());
        assert_eq!(added(&none, &least), least);
        assert_eq!(added(&Support::NotSupported, &none), none);
    }
}
