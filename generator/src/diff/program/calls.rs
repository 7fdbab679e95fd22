//! Which change touches which call.

use super::types::Types;
use super::{Documented, Gone, Place};
use crate::diff::routes::line;
use crate::diff::{Change, Effect, Impact, Kind, permissions};
use crate::model::{Method, Model, PathKey, Scheme, Version};
use crate::permissions::Needs;
use crate::permissions::matching::{self, Index, Page};
use crate::permissions::program::{Known, Program};
use std::collections::{BTreeMap, BTreeSet};

/// A call, however its placeholders are named.
type Key = (Version, Method, PathKey);
/// The numbers of calls.
type Calls = BTreeSet<usize>;

/// What the calls of a program use on both sides.
#[derive(Debug, Default)]
pub(super) struct Uses {
    calls: Vec<Used>,
    numbers: BTreeMap<Key, usize>,
    /// By version and the name of a page, without folder and extension, in small letters.
    pages: BTreeMap<(Version, String), Calls>,
    /// By version, the name of the page and the line of a route.
    lines: BTreeMap<(Version, String, String), Calls>,
    /// By version and the name of a type or an enum, in small letters.
    types: BTreeMap<(Version, String), Calls>,
    /// Of the pages those whose functions of the emitted crate the program has.
    functions: BTreeMap<(Version, String), Calls>,
    /// The kinds of sign-in that count.
    schemes: Vec<Scheme>,
}

/// A call of the program.
#[derive(Debug)]
struct Used {
    label: String,
    documented: [Option<Documented>; 2],
    needs: [Option<Vec<Needs>>; 2],
}

impl Uses {
    pub(super) fn of(models: [&Model; 2], programs: &[Program<'_, '_>; 2], schemes: &[Scheme]) -> Self {
        let mut uses = Self {
            schemes: schemes.to_vec(),
            ..Self::default()
        };
        for (side, (model, program)) in models.into_iter().zip(programs).enumerate() {
            let schemas = model.schemas.iter();
            let types: BTreeMap<&Version, Types<'_>> =
                schemas.map(|schema| (&schema.version, Types::of(schema))).collect();
            for known in &program.calls {
                uses.add(side, known, &types);
            }
        }
        uses
    }

    fn add(&mut self, side: usize, known: &Known<'_, '_>, types: &BTreeMap<&Version, Types<'_>>) {
        let Some(first) = known.documented.pages.first() else {
            return;
        };
        let version = known.documented.version;
        let number = self.number(version, first, known.documented.route());
        if let Some(used) = self.calls.get_mut(number) {
            used.is(side, known);
        }
        for Page { operation, route } in known.lines() {
            let page = (version.clone(), stem(&operation.file));
            let line = (version.clone(), page.1.clone(), line(route));
            self.lines.entry(line).or_default().insert(number);
            if known.is_function() {
                self.functions.entry(page.clone()).or_default().insert(number);
            }
            self.pages.entry(page).or_default().insert(number);
            let used = types.get(version).map(|types| types.of_route(operation, route));
            for name in used.into_iter().flatten() {
                self.types.entry((version.clone(), name)).or_default().insert(number);
            }
        }
    }

    /// The number of a call; it is shown as the later side writes it.
    fn number(&mut self, version: &Version, page: &Page<'_>, label: String) -> usize {
        let key = (version.clone(), page.route.method, page.route.path.key().clone());
        let number = *self.numbers.entry(key).or_insert(self.calls.len());
        match self.calls.get_mut(number) {
            Some(used) => used.label = label,
            None => self.calls.push(Used {
                label,
                documented: [None, None],
                needs: [None, None],
            }),
        }
        number
    }

    pub(super) fn count(&self) -> usize {
        self.calls.len()
    }

    /// The calls that a change touches, sorted.
    pub(super) fn touched(&self, change: &Change) -> Vec<String> {
        let mut numbers = if is_of_type(change.kind) {
            self.of_type(change)
        } else {
            self.of_page(change)
        };
        numbers.extend(self.of_functions(change));
        let used = numbers.iter().filter_map(|number| self.calls.get(*number));
        let labels: BTreeSet<&String> = used.map(|used| &used.label).collect();
        labels.into_iter().cloned().collect()
    }

    fn of_type(&self, change: &Change) -> Calls {
        let renamed = [&change.before, &change.after];
        let renamed = renamed.into_iter().flatten().filter(|_| change.kind.is_whole());
        let names = [&change.target].into_iter().chain(&change.was).chain(renamed);
        let key = |name: &String| (change.version.clone(), name.to_ascii_lowercase());
        let found = names.filter_map(|name| self.types.get(&key(name)));
        found.flatten().copied().collect()
    }

    fn of_page(&self, change: &Change) -> Calls {
        let stems: Vec<String> = [&change.target]
            .into_iter()
            .chain(&change.was)
            .map(|name| stem(name))
            .collect();
        let lines = lines(change);
        let mut found = Calls::new();
        for stem in stems {
            if lines.is_empty() {
                let page = (change.version.clone(), stem);
                found.extend(self.pages.get(&page).into_iter().flatten());
            } else {
                let key = |line: &&str| (change.version.clone(), stem.clone(), (*line).to_owned());
                found.extend(lines.iter().filter_map(|line| self.lines.get(&key(line))).flatten());
            }
        }
        if change.kind == Kind::Permission {
            let schemes = permissions::scheme_of(&change.name).map_or(self.schemes.clone(), |scheme| vec![scheme]);
            let counts = |scheme: &Scheme| self.schemes.contains(scheme);
            let schemes: Vec<Scheme> = schemes.into_iter().filter(counts).collect();
            let is_words = change.impact == Impact::Docs && !schemes.is_empty();
            let needs = |number: &usize| self.calls.get(*number).is_some_and(|used| used.needs_others(&schemes));
            found.retain(|number| is_words || needs(number));
        }
        found
    }

    /// The calls of functions whose Rust breaks: functions of one module share the type of their places.
    fn of_functions(&self, change: &Change) -> Calls {
        let broken = change.items.iter().filter(|item| item.effect == Effect::Incompatible);
        let pages = broken.map(|item| (change.version.clone(), item.owner.to_ascii_lowercase()));
        let found = pages.filter_map(|page| self.functions.get(&page));
        found.flatten().copied().collect()
    }

    /// The calls that the current side no longer documents.
    pub(super) fn gone(&self, current: &Index<'_>) -> Vec<Gone> {
        let gone = self.calls.iter().filter_map(|used| match &used.documented {
            [Some(was), None] => Some(Gone {
                was: was.clone(),
                nearest: nearest(was, current),
            }),
            _ => None,
        });
        gone.collect()
    }
}

impl Used {
    fn is(&mut self, side: usize, known: &Known<'_, '_>) {
        let needs = Scheme::ALL.map(|scheme| known.needs(scheme)).to_vec();
        if let Some(documented) = self.documented.get_mut(side) {
            *documented = Some(documented_at(known));
        }
        if let Some(own) = self.needs.get_mut(side) {
            *own = Some(needs);
        }
    }

    /// Whether what the call needs differs. A page may say that of one of its other calls only.
    fn needs_others(&self, schemes: &[Scheme]) -> bool {
        let [Some(before), Some(after)] = &self.needs else {
            return !schemes.is_empty();
        };
        let mut sides = Scheme::ALL.iter().zip(before.iter().zip(after));
        sides.any(|(scheme, (before, after))| schemes.contains(scheme) && !is_same(before, after))
    }
}

fn is_same(before: &Needs, after: &Needs) -> bool {
    let alternatives = |needs: &Needs| {
        let needs = needs.list().iter();
        needs.map(|need| need.alternatives.clone()).collect::<Vec<_>>()
    };
    std::mem::discriminant(before) == std::mem::discriminant(after) && alternatives(before) == alternatives(after)
}

/// The lines of routes that a change is about; none if it is about its page.
fn lines(change: &Change) -> Vec<&str> {
    match (change.kind, change.name.split_once(" of ")) {
        (Kind::Route, _) => {
            let values = change.before.iter().chain(&change.after);
            let all = [&change.name].into_iter().chain(values);
            // A replacement may be about several.
            all.flat_map(|lines| lines.lines()).collect()
        }
        (Kind::Body | Kind::Response, Some((_, line))) => vec![line],
        _ => Vec::new(),
    }
}

fn is_of_type(kind: Kind) -> bool {
    match kind {
        Kind::Type | Kind::Property | Kind::Relationship | Kind::Enum | Kind::Member => true,
        Kind::Operation
        | Kind::Route
        | Kind::Parameter
        | Kind::Body
        | Kind::Response
        | Kind::Permission
        | Kind::QueryOption
        | Kind::Header
        | Kind::Cloud => false,
    }
}

/// The page of a call without folder and extension, in small letters.
fn stem(file: &str) -> String {
    let name = file.rsplit_once('/').map_or(file, |(_, name)| name);
    let name = name.strip_suffix(".md").unwrap_or(name);
    name.to_ascii_lowercase()
}

/// A call of the program, and where a page documents it.
pub(super) fn documented_at(known: &Known<'_, '_>) -> Documented {
    Documented {
        call: known.documented.route(),
        version: known.documented.version.clone(),
        place: known.place().map(Place::from),
    }
}

fn nearest(was: &Documented, current: &Index<'_>) -> Option<Documented> {
    let (method, path) = was.call.split_once(' ')?;
    let call = crate::permissions::Call::new(method, &format!("/{}{path}", was.version));
    let found: &matching::Documented<'_> = current.nearest(&call)?;
    Some(Documented {
        call: found.route(),
        version: found.version.clone(),
        place: found.pages.first().map(|page| Place::from(&page.route.origin)),
    })
}
