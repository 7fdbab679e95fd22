//! The item that is followed.

use crate::diff::{Change, Kind};
use crate::model::Path;
use std::collections::BTreeSet;

/// What the user has named.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Item {
    /// A type or an enum, or a part of it; in lower case.
    Named { name: String, part: Option<String> },
    /// A permission, in lower case.
    Scope(String),
    /// A call: the method and the path without the names of values, in lower case.
    Call(String),
}

impl Item {
    pub(super) fn parse(text: &str) -> Self {
        let text = text.trim();
        if let Some((method, path)) = text.split_once(' ') {
            return Self::Call(call(method, path));
        }
        let lower = text.to_ascii_lowercase();
        if is_scope(text) {
            return Self::Scope(lower);
        }
        match lower.split_once('/') {
            Some((name, part)) => Self::Named {
                name: name.to_owned(),
                part: Some(part.to_owned()),
            },
            None => Self::Named {
                name: lower,
                part: None,
            },
        }
    }

    /// The key of the includes that may be about it.
    pub(super) fn include_key(&self) -> Option<&str> {
        match self {
            Self::Scope(scope) => Some(scope),
            Self::Named { .. } | Self::Call(_) => None,
        }
    }

    /// Whether a page may be about it: by its path, and by the keys of its text.
    pub(super) fn may_be_on(&self, path: &str, keys: &[String]) -> bool {
        match self {
            Self::Call(key) | Self::Scope(key) => keys.iter().any(|own| own == key),
            Self::Named { name, .. } => {
                let local = name.rsplit('.').next().unwrap_or(name);
                stem(path).eq_ignore_ascii_case(name) || keys.iter().any(|key| key == local)
            }
        }
    }

    /// Whether it is part of a type: it comes and goes with it.
    pub(super) fn is_part(&self) -> bool {
        matches!(self, Self::Named { part: Some(_), .. })
    }

    /// Whether a change is about it. `calls` are the calls that it is and was.
    pub(super) fn is_about(&self, change: &Change, calls: &BTreeSet<String>) -> bool {
        match self {
            Self::Call(_) => calls.iter().any(|call| is_of_call(change, call)),
            Self::Scope(scope) => change.kind == Kind::Permission && differs_in(change, scope),
            Self::Named { name, part } => {
                let is_owner = |owner: &str| is_same(owner, name);
                let renamed = change.before.as_deref().filter(|_| change.kind.is_whole());
                let owner = is_owner(&change.target) || renamed.is_some_and(is_owner);
                let own = part.as_ref().is_none_or(|part| {
                    let was = change.before.as_deref().unwrap_or_default();
                    change.name.eq_ignore_ascii_case(part) || was.eq_ignore_ascii_case(part)
                });
                owner && own
            }
        }
    }
}

/// Changes of one route belong to that route; all others belong to every route of the page.
fn is_of_call(change: &Change, call: &str) -> bool {
    let key = |line: &str| line.split_once(' ').map(|(method, path)| self::call(method, path));
    let has = |line: &String| key(line).as_deref() == Some(call);
    if change.kind == Kind::Route {
        let line = change.name.split('?').next().unwrap_or_default();
        let lines = [&change.before, &change.after].into_iter().flatten();
        let mut lines = lines.flat_map(|text| text.lines()).chain([line]);
        return lines.any(|line| key(line).as_deref() == Some(call));
    }
    change.routes.iter().any(has)
}

/// `Kettle.Read.All`: words with capitals. A namespace begins with a small letter.
fn is_scope(text: &str) -> bool {
    let has_capital = |word: &str| word.starts_with(|letter: char| letter.is_ascii_uppercase());
    !text.contains('/') && text.split('.').count() > 1 && text.split('.').all(has_capital)
}

/// Whether the permission has come or gone, or stands elsewhere among the others.
fn differs_in(change: &Change, scope: &str) -> bool {
    let place = |text: &Option<String>| {
        let text = text.as_deref().unwrap_or_default().to_ascii_lowercase();
        let words = text.split(|letter: char| !(letter.is_alphanumeric() || ".-_".contains(letter)));
        words.filter(|word| word.contains('.')).position(|word| word == scope)
    };
    place(&change.before) != place(&change.after)
}

/// `microsoft.graph.kettle` for `kettle`, and each for itself.
fn is_same(full: &str, name: &str) -> bool {
    let full = full.to_ascii_lowercase();
    full == name || full.strip_prefix("microsoft.graph.") == Some(name)
}

/// `get /kitchen/kettles/{}`.
pub(super) fn call(method: &str, path: &str) -> String {
    let path = path.split('?').next().unwrap_or_default().trim();
    let path = Path::parse(path);
    format!("{method} {}", path.key().as_str()).to_ascii_lowercase()
}

/// The file name without folders and extension.
fn stem(path: &str) -> &str {
    let name = path.rsplit_once('/').map_or(path, |(_, name)| name);
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_item_is_a_name_a_part_or_a_call() {
        let named = |name: &str, part: Option<&str>| Item::Named {
            name: name.to_owned(),
            part: part.map(str::to_owned),
        };
        assert_eq!(
            Item::parse("microsoft.graph.Kettle"),
            named("microsoft.graph.kettle", None)
        );
        assert_eq!(Item::parse("kettle/Litres"), named("kettle", Some("litres")));
        assert_eq!(
            Item::parse("GET /kettles/{kettle-id}?$top=5"),
            Item::Call("get /kettles/{}".to_owned())
        );
        assert!(is_same("microsoft.graph.kettle", "kettle") && !is_same("microsoft.graph.cellar.kettle", "kettle"));
    }
}
