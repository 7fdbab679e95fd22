//! What the service publishes about itself, `$metadata`, read.

use rustc_hash::FxHashMap;

/// The schema of the service. Keys of maps are full names in small letters, because pages do not always agree in case.
#[derive(Debug, Default)]
pub(super) struct Csdl {
    pub(super) types: FxHashMap<String, Type>,
    pub(super) enums: FxHashMap<String, Enum>,
    pub(super) operations: Vec<Operation>,
    /// Entity sets and singletons, by their names in small letters.
    pub(super) roots: FxHashMap<String, Root>,
    /// Local names in small letters: the keys of the types and enums that are called so.
    locals: FxHashMap<String, Vec<String>>,
    /// The keys of the types derived from a type directly.
    derived: FxHashMap<String, Vec<String>>,
    /// The places of bound operations in `operations`, by their local names in small letters.
    pub(super) bound: FxHashMap<String, Vec<usize>>,
}

#[derive(Debug)]
pub(super) struct Type {
    pub(super) name: String,
    /// Its key.
    pub(super) base: Option<String>,
    pub(super) is_open: bool,
    pub(super) members: Vec<Member>,
    pub(super) line: u32,
}

/// A property or a navigation property.
#[derive(Debug)]
pub(super) struct Member {
    pub(super) name: String,
    pub(super) reference: Reference,
    pub(super) is_navigation: bool,
    pub(super) nullable: bool,
    pub(super) line: u32,
}

/// A type, spelled in full.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Reference {
    pub(super) name: String,
    pub(super) collection: bool,
}

#[derive(Debug)]
pub(super) struct Enum {
    pub(super) name: String,
    pub(super) members: Vec<(String, Option<i64>, u32)>,
    pub(super) line: u32,
}

/// An action or a function.
#[derive(Debug)]
pub(super) struct Operation {
    pub(super) name: String,
    pub(super) is_action: bool,
    /// What it is called on.
    pub(super) binding: Option<Reference>,
    pub(super) parameters: Vec<Member>,
    pub(super) returns: Option<Reference>,
    pub(super) line: u32,
}

#[derive(Debug)]
pub(super) struct Root {
    pub(super) name: String,
    pub(super) reference: Reference,
}

/// Where a name was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Found<'c> {
    /// Under its own name.
    Here(&'c str),
    /// In another namespace only.
    Elsewhere(&'c str),
    Nowhere,
}

impl Reference {
    /// The key of its type.
    pub(super) fn key(&self) -> String {
        self.name.to_lowercase()
    }

    /// The type as authors write it.
    pub(super) fn short(&self) -> String {
        let name = self.name.rsplit('.').next().unwrap_or(&self.name);
        if self.collection {
            format!("{name} collection")
        } else {
            name.to_owned()
        }
    }
}

impl Csdl {
    /// Fills the maps that follow from the others.
    pub(super) fn index(&mut self) {
        for key in self.types.keys().chain(self.enums.keys()) {
            let local = key.rsplit('.').next().unwrap_or(key).to_owned();
            self.locals.entry(local).or_default().push(key.clone());
        }
        self.locals.values_mut().for_each(|keys| keys.sort());
        for (key, item) in &self.types {
            if let Some(base) = &item.base {
                self.derived.entry(base.clone()).or_default().push(key.clone());
            }
        }
        self.derived.values_mut().for_each(|keys| keys.sort());
        for (place, operation) in self
            .operations
            .iter()
            .enumerate()
            .filter(|(_, one)| one.binding.is_some())
        {
            let local = operation.name.rsplit('.').next().unwrap_or("").to_lowercase();
            self.bound.entry(local).or_default().push(place);
        }
    }

    /// A type or an enum by its full name, letter case aside.
    pub(super) fn find(&self, full: &str) -> Found<'_> {
        let key = full.to_lowercase();
        let own = self.types.get_key_value(&key).map(|(key, _)| key);
        if let Some(key) = own.or_else(|| self.enums.get_key_value(&key).map(|(key, _)| key)) {
            return Found::Here(key);
        }
        let local = key.rsplit('.').next().unwrap_or(&key);
        match self.locals.get(local).map(Vec::as_slice) {
            Some([one]) => Found::Elsewhere(one),
            _ => Found::Nowhere,
        }
    }

    /// The keys of a type and its bases, nearest first.
    pub(super) fn chain<'c>(&'c self, key: &'c str) -> Vec<&'c str> {
        let mut chain: Vec<&str> = Vec::new();
        let mut next = Some(key);
        while let Some(key) = next.filter(|key| self.types.contains_key(*key) && !chain.contains(key)) {
            chain.push(key);
            next = self.types.get(key).and_then(|item| item.base.as_deref());
        }
        chain
    }

    /// The keys of the types derived from a type.
    pub(super) fn descendants<'c>(&'c self, key: &str) -> Vec<&'c str> {
        let mut found: Vec<&str> = Vec::new();
        let mut waiting: Vec<&str> = self
            .derived
            .get(key)
            .into_iter()
            .flatten()
            .map(String::as_str)
            .collect();
        while let Some(next) = waiting.pop() {
            if !found.contains(&next) {
                found.push(next);
                waiting.extend(self.derived.get(next).into_iter().flatten().map(String::as_str));
            }
        }
        found
    }

    /// A member of a type or of its bases, letter case aside, and the key of the type that declares it.
    pub(super) fn member<'c>(&'c self, key: &'c str, name: &str) -> Option<(&'c Member, &'c str)> {
        self.chain(key).into_iter().find_map(|key| {
            let mut members = self.types.get(key)?.members.iter();
            let found = members.find(|member| member.name.eq_ignore_ascii_case(name))?;
            Some((found, key))
        })
    }

    pub(super) fn is_open(&self, key: &str) -> bool {
        self.chain(key)
            .into_iter()
            .any(|key| self.types.get(key).is_some_and(|item| item.is_open))
    }

    /// Whether one of two types is the other or a base of it.
    pub(super) fn are_related(&self, one: &str, other: &str) -> bool {
        one == other || self.chain(one).contains(&other) || self.chain(other).contains(&one)
    }
}
