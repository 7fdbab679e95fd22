//! The file of accepted changes: changes that `diff` no longer reports.
//!
//! ```toml
//! [[accept]]
//! id = "property-removed"
//! item = "microsoft.graph.kettle/litres"
//! version = "beta"            # both versions when left out
//! reason = "nobody asks"      # for readers of the file
//! ```
//!
//! Reports tell the same change of several items as one entry. An entry of the file for one of the items counts for all of
//! them.

use super::group::shared;
use super::{Change, Changes, Rule};
use serde::Deserialize;
use std::collections::BTreeSet;
use std::ops::Range;

/// The entries of such a file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Accepted {
    entries: Vec<Entry>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Entry {
    rule: Rule,
    item: String,
    version: Option<String>,
    range: Range<usize>,
}

/// A mistake in such a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mistake {
    /// What is wrong.
    pub message: String,
    /// The bytes of the file that the mistake is about.
    pub range: Range<usize>,
}

impl Accepted {
    /// Reads the text of such a file.
    pub fn parse(text: &str) -> Result<Self, Mistake> {
        let file: File = toml::from_str(text).map_err(|error| Mistake {
            message: error.message().to_owned(),
            range: error.span().unwrap_or(0..0),
        })?;
        let entries = file.accept.into_iter().map(Entry::of).collect::<Result<_, _>>()?;
        Ok(Self { entries })
    }

    /// Removes accepted changes and what follows from them. Returns the entries that no longer match anything.
    pub fn apply(&self, changes: &mut Changes) -> Vec<Mistake> {
        let before = changes.changes.len();
        let mut used = vec![false; self.entries.len()];
        let mut groups = BTreeSet::new();
        let mut named = Vec::with_capacity(before);
        for change in &changes.changes {
            let mut is_named = false;
            for (entry, used) in self.entries.iter().zip(&mut used) {
                let matches = entry.matches(change);
                (*used, is_named) = (*used || matches, is_named || matches);
            }
            groups.extend(shared(change).filter(|_| is_named && !change.implied));
            named.push(is_named);
        }
        let is_of_group = |change: &Change| !change.implied && shared(change).is_some_and(|key| groups.contains(&key));
        let accepted = changes.changes.iter().zip(named);
        let accepted = accepted.map(|(change, is_named)| is_named || is_of_group(change));
        let accepted: Vec<bool> = accepted.collect();
        let mut owners = Vec::new();
        let mut accepted = accepted.into_iter();
        changes.changes.retain(|change| {
            let stays = !accepted.next().unwrap_or_default();
            if !stays && change.kind.is_whole() {
                owners.push((change.version.clone(), change.action, change.target.clone()));
            }
            stays
        });
        changes.changes.retain(|change| {
            let owner = (change.version.clone(), change.action, change.target.clone());
            !(change.implied && owners.contains(&owner))
        });
        changes.accepted += before - changes.changes.len();
        let unused = self.entries.iter().zip(used).filter(|(_, used)| !used);
        unused.map(|(entry, _)| entry.unused()).collect()
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    accept: Vec<toml::Spanned<Row>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    id: String,
    item: String,
    version: Option<String>,
    #[serde(rename = "reason")]
    _reason: Option<String>,
}

impl Entry {
    fn of(row: toml::Spanned<Row>) -> Result<Self, Mistake> {
        let range = row.span();
        let row = row.into_inner();
        let Some(rule) = Rule::from_id(&row.id) else {
            let message = format!("`{}` is not a kind of change", row.id);
            return Err(Mistake { message, range });
        };
        Ok(Self {
            rule,
            item: row.item,
            version: row.version,
            range,
        })
    }

    fn matches(&self, change: &Change) -> bool {
        self.rule == change.rule
            && self.version.as_ref().is_none_or(|version| *version == change.version.0)
            && self.item.eq_ignore_ascii_case(&change.item())
    }

    fn unused(&self) -> Mistake {
        Mistake {
            message: format!("there is no longer a change `{}` of `{}`", self.rule.id(), self.item),
            range: self.range.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diff::{Action, Impact, Kind};
    use crate::model::Version;

    fn change(rule: Rule, action: Action, kind: Kind, name: &str, implied: bool) -> Change {
        Change {
            version: Version("beta".to_owned()),
            area: String::new(),
            resource: String::new(),
            target: "microsoft.graph.kettle".to_owned(),
            kind,
            name: name.to_owned(),
            action,
            rule,
            impact: Impact::Breaking,
            before: None,
            after: None,
            baseline: None,
            current: None,
            implied,
            wire: false,
            was: None,
            routes: Vec::new(),
            values: Vec::new(),
            swap: None,
            items: Vec::new(),
            touches: Vec::new(),
        }
    }

    fn changes() -> Changes {
        let removed = |kind, rule, name, implied| change(rule, Action::Removed, kind, name, implied);
        Changes {
            changes: vec![
                removed(Kind::Type, Rule::TypeRemoved, "microsoft.graph.kettle", false),
                removed(Kind::Property, Rule::PropertyRemoved, "litres", true),
                removed(Kind::Route, Rule::RouteRemoved, "GET /kettles", false),
            ],
            ..Changes::default()
        }
    }

    /// The changes that are left, and the entries that matched nothing.
    fn left(text: &str) -> (String, usize) {
        let mut changes = changes();
        let unused = Accepted::parse(text).unwrap().apply(&mut changes);
        assert_eq!(changes.changes.len() + changes.accepted, 3);
        let items: Vec<String> = changes.changes.iter().map(Change::item).collect();
        (items.join(", "), unused.len())
    }

    #[test]
    fn an_entry_silences_a_change_and_what_follows_from_it() {
        let entry = |id: &str, item: &str, more: &str| format!("[[accept]]\nid = '{id}'\nitem = '{item}'\n{more}\n");
        let gone = entry("type-removed", "microsoft.graph.Kettle", "reason = 'old'");
        insta::assert_debug_snapshot!(left(&gone), @r#"
        (
            "microsoft.graph.kettle/GET /kettles",
            0,
        )
        "#);
        let other = entry(
            "route-removed",
            "microsoft.graph.kettle/GET /kettles",
            "version = 'v1.0'",
        );
        insta::assert_debug_snapshot!(left(&other), @r#"
        (
            "microsoft.graph.kettle, microsoft.graph.kettle/litres, microsoft.graph.kettle/GET /kettles",
            1,
        )
        "#);
        let same = entry(
            "route-removed",
            "microsoft.graph.kettle/GET /kettles",
            "version = 'beta'",
        );
        insta::assert_debug_snapshot!(left(&same), @r#"
        (
            "microsoft.graph.kettle, microsoft.graph.kettle/litres",
            0,
        )
        "#);
        assert_eq!(left("").1, 0);
    }

    #[test]
    fn an_entry_counts_for_the_same_change_of_other_items() {
        let scope = |target: &str, after: &str| Change {
            target: target.to_owned(),
            before: Some("Kettle.Read.All".to_owned()),
            after: Some(after.to_owned()),
            ..change(
                Rule::PermissionsRemoved,
                Action::Changed,
                Kind::Permission,
                "application",
                false,
            )
        };
        let mut changes = Changes {
            changes: vec![
                scope("kettle-boil", "Tea"),
                scope("kettle-get", "Tea"),
                scope("kettle-list", "Soup"),
            ],
            ..Changes::default()
        };
        let text = "[[accept]]\nid = 'permissions-removed'\nitem = 'kettle-get/application'\n";
        assert!(Accepted::parse(text).unwrap().apply(&mut changes).is_empty());
        let left: Vec<&str> = changes.changes.iter().map(|change| change.target.as_str()).collect();
        assert_eq!((left, changes.accepted), (vec!["kettle-list"], 2));
    }

    #[test]
    fn mistakes_have_a_place() {
        let text = "[[accept]]\nid = 'x'\nitem = 'y'\n";
        let mistake = Accepted::parse(text).unwrap_err();
        assert_eq!(mistake.message, "`x` is not a kind of change");
        assert!(
            text.get(mistake.range)
                .is_some_and(|entry| entry.starts_with("[[accept]]"))
        );
        assert!(Accepted::parse("[[accept]]\nid = 'type-removed'\nitem = 'y'\nwho = 'me'\n").is_err());
    }
}
