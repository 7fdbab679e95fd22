//! The item that is followed.

use crate::diff::{Change, Kind};
use crate::model::Path;

/// What the user has named.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Item {
    /// A type or an enum, or a part of it; in lower case.
    Named { name: String, part: Option<String> },
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

    /// Whether a page may be about it: by its path, and by the keys of its text.
    pub(super) fn may_be_on(&self, path: &str, keys: &[String]) -> bool {
        match self {
            Self::Call(call) => keys.iter().any(|key| key == call),
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

    /// Whether a change is about it.
    pub(super) fn is_about(&self, change: &Change) -> bool {
        match self {
            Self::Call(call) => is_of_call(change, call),
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
        let was = change.before.as_deref().unwrap_or_default();
        return key(line).as_deref() == Some(call) || key(was).as_deref() == Some(call);
    }
    change.routes.iter().any(has)
}

/// `microsoft.graph.kettle` for `kettle`, and each for itself.
fn is_same(full: &str, name: &str) -> bool {
    let full = full.to_ascii_lowercase();
    full == name || full.strip_prefix("microsoft.graph.") == Some(name)
}

/// `get /kitchen/kettles/{}`.
pub(super) fn call(method: &str, path: &str) -> String {
    let path = path.split('?').next().unwrap_or_default().trim();
    let key = Path::parse(path).key();
    format!("{method} {}", key.as_str()).to_ascii_lowercase()
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
