//! Follows a documented path through the metadata.

use super::csdl::{Csdl, Member, Operation, Reference};
use crate::model::{Method, Path, Segment};

/// Where a path leads.
pub(super) struct Walk<'c> {
    csdl: &'c Csdl,
    at: Option<Reference>,
    kind: Kind,
    /// The operation that the path ends with.
    pub(super) operation: Option<&'c Operation>,
    /// What is odd about the path though it leads somewhere.
    pub(super) odd: Vec<String>,
}

#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Start,
    Value,
    System,
}

/// A path that leads nowhere: at which segment, and why.
pub(super) struct Lost {
    pub(super) segment: String,
    pub(super) why: String,
}

impl<'c> Walk<'c> {
    /// Follows a path.
    pub(super) fn follow(csdl: &'c Csdl, method: Method, path: &Path) -> Result<Self, Lost> {
        let mut walk = Self {
            csdl,
            at: None,
            kind: Kind::Start,
            operation: None,
            odd: Vec::new(),
        };
        let mut in_path = false;
        for segment in path.segments() {
            // `/root:/{item-path}:/children` names an item by where it is.
            if segment == Segment::Colon {
                in_path = !in_path;
            } else if !in_path {
                walk.step(segment)?;
            }
        }
        walk.check_method(method);
        Ok(walk)
    }

    /// What the path ends with; nothing for an operation without a result and for `$ref` and the like.
    pub(super) fn end(&self) -> Option<&Reference> {
        self.at.as_ref().filter(|_| self.kind == Kind::Value)
    }

    fn check_method(&mut self, method: Method) {
        let Some(operation) = self.operation else { return };
        let wanted = if operation.is_action { Method::Post } else { Method::Get };
        if method != wanted && self.kind == Kind::Value {
            let kind = if operation.is_action { "an action" } else { "a function" };
            self.odd.push(format!("{method} on {kind}"));
        }
    }

    fn step(&mut self, segment: Segment<'_>) -> Result<(), Lost> {
        let shown = shown(segment);
        let lost = |why: String| Lost {
            segment: shown.clone(),
            why,
        };
        if self.kind == Kind::Start {
            return self
                .root(segment)
                .ok_or_else(|| lost(format!("there is no entity set, singleton or function `{shown}`")));
        }
        if self.kind == Kind::System {
            return Err(lost(format!("nothing can stand behind the segment before `{shown}`")));
        }
        if matches!(segment, Segment::Ref | Segment::Value | Segment::Count) {
            self.kind = Kind::System;
            return Ok(());
        }
        let Some(at) = self.at.clone() else {
            return Err(lost(format!("`{shown}` stands behind an operation without a result")));
        };
        if at.name == "Edm.Untyped" {
            return Ok(());
        }
        let key = at.key();
        let is_key = matches!(segment, Segment::Key(_) | Segment::Mixed(_));
        if !is_key && self.named(segment, &at, &key) {
            return Ok(());
        }
        if at.collection {
            return self.item(segment, &at, &key).ok_or_else(|| {
                lost(format!(
                    "`{shown}` stands directly behind a collection of `{}`",
                    at.name
                ))
            });
        }
        if self.of_derived(segment, &key) {
            return Ok(());
        }
        Err(lost(if is_key {
            format!("a key stands behind a single `{}`", at.name)
        } else {
            format!("`{}` has no `{shown}`", at.name)
        }))
    }

    fn root(&mut self, segment: Segment<'_>) -> Option<()> {
        let name = segment.name()?;
        self.kind = Kind::Value;
        if let Some(root) = self.csdl.roots.get(&name.to_lowercase()) {
            self.spelled(name, &root.name);
            let has_key = matches!(segment, Segment::Call(call) if call.arguments().next().is_some());
            self.at = Some(Reference {
                collection: root.reference.collection && !has_key,
                ..root.reference.clone()
            });
            return Some(());
        }
        let unbound =
            |operation: &&Operation| operation.binding.is_none() && local(&operation.name).eq_ignore_ascii_case(name);
        let operation = self.csdl.operations.iter().find(unbound)?;
        self.operation = Some(operation);
        self.at.clone_from(&operation.returns);
        Some(())
    }

    /// A member, a cast, or an operation of the type or its bases.
    fn named(&mut self, segment: Segment<'_>, at: &Reference, key: &str) -> bool {
        let Some(name) = segment.name() else { return false };
        if let Segment::Cast(full) | Segment::Literal(full) = segment
            && full.contains('.')
            && self.cast(full, at, key)
        {
            return true;
        }
        if !at.collection
            && let Some((member, _)) = self.csdl.member(key, name)
        {
            self.enter(member, segment, name);
            return true;
        }
        let chain = self.csdl.chain(key);
        let candidates = if chain.is_empty() { vec![key] } else { chain };
        let own = candidates
            .into_iter()
            .find_map(|key| self.bound(key, at.collection, name, segment));
        let derived = || {
            self.csdl
                .descendants(key)
                .into_iter()
                .find_map(|key| self.bound(key, at.collection, name, segment))
        };
        let Some(operation) = own.or_else(derived) else {
            return false;
        };
        if own.is_none() {
            self.odd
                .push(format!("`{name}` is of a derived type, and there is no cast"));
        }
        self.spelled(name, local(&operation.name));
        self.arguments(segment, operation);
        self.operation = Some(operation);
        self.at.clone_from(&operation.returns);
        true
    }

    fn enter(&mut self, member: &Member, segment: Segment<'_>, name: &str) {
        self.spelled(name, &member.name);
        self.operation = None;
        let has_key = matches!(segment, Segment::Call(_));
        self.at = Some(Reference {
            collection: member.reference.collection && !has_key,
            ..member.reference.clone()
        });
    }

    fn cast(&mut self, full: &str, at: &Reference, key: &str) -> bool {
        let full = if full.to_lowercase().starts_with("graph.") {
            format!("microsoft.{full}")
        } else {
            full.to_owned()
        };
        let Some(item) = self.csdl.types.get(&full.to_lowercase()) else {
            return false;
        };
        if !self.csdl.are_related(&full.to_lowercase(), key) {
            self.odd
                .push(format!("a cast to `{full}`, which is not derived from `{}`", at.name));
        }
        self.at = Some(Reference {
            name: item.name.clone(),
            collection: at.collection,
        });
        true
    }

    /// The operation with this binding whose parameters fit the arguments best.
    fn bound(&self, key: &str, collection: bool, name: &str, segment: Segment<'_>) -> Option<&'c Operation> {
        let places = self.csdl.bound.get(&name.to_lowercase())?;
        let named = names(segment);
        let fits = |operation: &&'c Operation| {
            let binding = operation.binding.as_ref();
            binding.is_some_and(|binding| binding.collection == collection && binding.key() == key)
        };
        let mut found: Vec<&'c Operation> = places
            .iter()
            .filter_map(|place| self.csdl.operations.get(*place))
            .filter(fits)
            .collect();
        found.sort_by_key(|operation| {
            let of = |name: &str| {
                operation
                    .parameters
                    .iter()
                    .any(|parameter| parameter.name.eq_ignore_ascii_case(name))
            };
            let unknown = named.iter().filter(|name| !of(name)).count();
            (unknown, operation.parameters.len().abs_diff(named.len()))
        });
        found.first().copied()
    }

    fn arguments(&mut self, segment: Segment<'_>, operation: &Operation) {
        if operation.is_action {
            return;
        }
        let named = names(segment);
        for name in &named {
            if !operation
                .parameters
                .iter()
                .any(|parameter| parameter.name.eq_ignore_ascii_case(name))
            {
                self.odd
                    .push(format!("`{}` takes no argument `{name}`", local(&operation.name)));
            }
        }
        let required = operation.parameters.iter().filter(|parameter| !parameter.nullable);
        let missing = required.filter(|parameter| !named.iter().any(|name| parameter.name.eq_ignore_ascii_case(name)));
        let missing: Vec<&str> = missing.map(|parameter| parameter.name.as_str()).collect();
        let is_unnamed =
            matches!(segment, Segment::Call(call) if call.arguments().any(|argument| argument.name.is_none()));
        if !missing.is_empty() && !is_unnamed {
            self.odd.push(format!(
                "`{}` needs the argument `{}`",
                local(&operation.name),
                missing.join("`, `")
            ));
        }
    }

    /// An item of a collection.
    fn item(&mut self, segment: Segment<'_>, at: &Reference, key: &str) -> Option<()> {
        if let Some(name) = segment.name().filter(|_| !matches!(segment, Segment::Call(_))) {
            let is_of_item = self.csdl.member(key, name).is_some()
                || self
                    .csdl
                    .chain(key)
                    .into_iter()
                    .chain(self.csdl.descendants(key))
                    .any(|key| self.bound(key, false, name, segment).is_some());
            // A word in the place of a key is a well-known one: `mailFolders/inbox`.
            if is_of_item || !self.csdl.types.contains_key(key) {
                return None;
            }
        }
        self.operation = None;
        self.at = Some(Reference {
            collection: false,
            ..at.clone()
        });
        Some(())
    }

    /// A member of a derived type without a cast, or anything of an open type.
    fn of_derived(&mut self, segment: Segment<'_>, key: &str) -> bool {
        let Some(name) = segment.name() else { return false };
        let derived = self
            .csdl
            .descendants(key)
            .into_iter()
            .find_map(|key| self.csdl.member(key, name));
        if let Some((member, owner)) = derived {
            self.odd.push(format!("`{name}` is of `{owner}`, and there is no cast"));
            self.enter(member, segment, name);
            return true;
        }
        let is_open = self.csdl.is_open(key);
        if is_open {
            self.at = Some(Reference {
                name: "Edm.Untyped".to_owned(),
                collection: false,
            });
        }
        is_open
    }

    fn spelled(&mut self, stated: &str, published: &str) {
        if stated != published {
            self.odd
                .push(format!("`{stated}` is spelled `{published}` in the metadata"));
        }
    }
}

/// The names of the arguments of a call.
fn names(segment: Segment<'_>) -> Vec<&str> {
    match segment {
        Segment::Call(call) => call.arguments().filter_map(|argument| argument.name).collect(),
        _ => Vec::new(),
    }
}

fn local(name: &str) -> &str {
    name.rsplit('.').next().unwrap_or(name)
}

/// The words of a segment, for messages.
fn shown(segment: Segment<'_>) -> String {
    match segment {
        Segment::Key(placeholder) => format!("{{{}}}", placeholder.0),
        Segment::Mixed(text) | Segment::Literal(text) | Segment::Cast(text) => text.to_owned(),
        Segment::Call(call) => call.name.to_owned(),
        Segment::Ref => "$ref".to_owned(),
        Segment::Value => "$value".to_owned(),
        Segment::Count => "$count".to_owned(),
        Segment::Colon => ":".to_owned(),
    }
}
