//! What an item of the emitted crate follows: its own row or page, the type that it belongs to, or a type that its
//! signature names.

use super::claim::{ROUTE, call_key};
use super::surface::Key;
use crate::emit::surface::{Aspect, Difference, Form, Item, Source, Surface};
use crate::model::Version;
use std::collections::{BTreeMap, BTreeSet};

/// Types that have another name in Rust, or another module.
pub(super) struct Followed<'s> {
    /// By version: the name that signatures had, the name that they have, and the type's key.
    names: BTreeMap<(Version, String), (String, Key)>,
    /// Modules of types that have moved, on both sides.
    modules: BTreeMap<String, Key>,
    /// Structs and enums of renamed types: the path on one side and the path on the other one.
    twins: [BTreeMap<&'s str, &'s str>; 2],
    /// Types that are structs on one side and enums on the other one, by version and name.
    turned: BTreeMap<(Version, String), Key>,
    surfaces: [&'s Surface; 2],
}

impl<'s> Followed<'s> {
    /// `renamed` has the renamed types of each version, by their old name.
    pub(super) fn new(surfaces: [&'s Surface; 2], renamed: &BTreeMap<Version, BTreeMap<String, String>>) -> Self {
        let [before, after] = surfaces.map(types);
        let mut followed = Self {
            names: BTreeMap::new(),
            modules: BTreeMap::new(),
            twins: twins(surfaces, renamed),
            turned: BTreeMap::new(),
            surfaces,
        };
        for ((version, owner), old) in &before {
            let now = newest(renamed, version, owner);
            let Some(new) = after.get(&(version.clone(), now.clone())) else {
                continue;
            };
            let key = (version.0.clone(), now, String::new());
            if old.is_struct != new.is_struct {
                followed
                    .turned
                    .insert((version.clone(), new.name.to_owned()), key.clone());
            }
            if old.name != new.name {
                let entry = (version.clone(), old.name.to_owned());
                followed.names.insert(entry, (new.name.to_owned(), key.clone()));
            }
            if old.module != new.module {
                followed.modules.insert(old.module.to_owned(), key.clone());
                followed.modules.insert(new.module.to_owned(), key);
            }
        }
        followed
    }

    /// What may explain a difference. If the signature is the same but for the new names of types, these explain it.
    pub(super) fn keys(&self, difference: &Difference<'_>) -> Vec<Key> {
        if let Some(owner) = self.owner(difference) {
            let mut keys = sources(&owner);
            keys.extend(self.part_of_twin(difference));
            // A struct or a place that moves with its module.
            let owner = difference.path.rsplit_once("::").map_or("", |(owner, _)| owner);
            keys.extend(self.moved(owner));
            return keys;
        }
        let items = [difference.before, difference.after];
        if let [Some(before), Some(after)] = items
            && let Some(causes) = self.causes(before, after, &difference.aspects)
        {
            return causes;
        }
        let mut keys = sources(&items);
        keys.extend(self.structs(difference));
        let is_call = |item: &&Item| !matches!(item.form, Form::Part { .. });
        if difference.aspects.contains(&Aspect::Name) && items.into_iter().flatten().all(|item| is_call(&item)) {
            keys.extend(self.moved(difference.path));
        }
        keys
    }

    /// The types whose modules, which have moved, hold the item or its owner.
    fn moved(&self, path: &str) -> Vec<Key> {
        let module = path.rsplit_once("::").map_or("", |(module, _)| module);
        let outer = module.rsplit_once("::").map_or("", |(module, _)| module);
        let modules = [module, outer].into_iter();
        modules.filter_map(|module| self.modules.get(module)).cloned().collect()
    }

    /// The struct or enum of a part, if it is new or gone itself.
    fn owner(&self, difference: &Difference<'_>) -> Option<[Option<&'s Item>; 2]> {
        let is_part = |item: &&Item| matches!(item.form, Form::Part { .. } | Form::Constructor(_));
        difference.before.or(difference.after).filter(is_part)?;
        let (owner, _) = difference.path.rsplit_once("::")?;
        let owners = self.surfaces.map(|surface| surface.items.get(owner));
        let is_own = |item: &Item| {
            Some(&item.source.owner) != difference.before.or(difference.after).map(|item| &item.source.owner)
        };
        match owners {
            [Some(owner), None] | [None, Some(owner)] => {
                Some(owners).filter(|_| !matches!(owner.form, Form::Any) || !is_own(owner))
            }
            _ => None,
        }
    }

    /// The part itself, if its struct only has another name, but the part is not the same there: its row has changed, too.
    fn part_of_twin(&self, difference: &Difference<'_>) -> Option<Key> {
        let (owner, name) = difference.path.rsplit_once("::")?;
        let side = usize::from(difference.before.is_none());
        let twin = self.twins.get(side)?.get(owner)?;
        let other = self.surfaces.get(1 - side)?.items.get(&format!("{twin}::{name}"));
        let (before, after) = (difference.before.or(other), difference.after.or(other));
        let same = before.zip(after).is_some_and(|(before, after)| {
            let renamed = self.renamed(&before.source.version, &before.signature(), &mut Vec::new());
            unboxed(&renamed) == unboxed(&after.signature())
        });
        let item = difference.before.or(difference.after).filter(|_| !same)?;
        // Changes name the type as it is now.
        let [_, after] = self.surfaces;
        let now = after.items.get(if side == 0 { *twin } else { owner })?;
        let lower = str::to_ascii_lowercase;
        Some((
            item.source.version.0.clone(),
            lower(&now.source.owner),
            lower(&item.source.part),
        ))
    }

    /// A signature with the new names of types, whose keys are noted.
    fn renamed(&self, version: &Version, signature: &str, causes: &mut Vec<Key>) -> String {
        let replaced = words(signature).map(|word| {
            let known = self.names.get(&(version.clone(), word.to_owned()));
            known.map_or(word, |(name, key)| {
                causes.push(key.clone());
                name.as_str()
            })
        });
        replaced.collect()
    }

    /// The types of the structs or enums that a part is in: an inherited field comes and goes with the base. Of a struct that
    /// another page has now, parts that are gone belong to the old page, and new ones to the new page.
    fn structs(&self, difference: &Difference<'_>) -> Vec<Key> {
        let item = difference.before.or(difference.after);
        let is_part = item.is_some_and(|item| matches!(item.form, Form::Part { .. }));
        let owner = difference.path.rsplit_once("::").filter(|_| is_part);
        let [old, new] = self.surfaces.map(|surface| surface.items.get(owner?.0));
        match (difference.before, difference.after) {
            (Some(_), None) => sources(&[old, None]),
            (None, Some(_)) => sources(&[None, new]),
            _ => sources(&[old, new]),
        }
    }

    fn causes(&self, before: &Item, after: &Item, aspects: &BTreeSet<Aspect>) -> Option<Vec<Key>> {
        let only_types = [Aspect::Type, Aspect::Body, Aspect::Returns];
        if aspects.is_empty() || !aspects.iter().all(|aspect| only_types.contains(aspect)) {
            return None;
        }
        let mut causes = Vec::new();
        let renamed = self.renamed(&before.source.version, &before.signature(), &mut causes);
        let same = unboxed(&renamed) == unboxed(&after.signature());
        if same && causes.is_empty() {
            causes = self.turned(&before.source.version, &renamed);
        }
        (same && !causes.is_empty()).then_some(causes)
    }

    /// The types in a signature that are structs on one side and enums on the other one, which stand in no box.
    fn turned(&self, version: &Version, signature: &str) -> Vec<Key> {
        let names = words(signature).filter_map(|word| self.turned.get(&(version.clone(), word.to_owned())));
        names.cloned().collect()
    }
}

/// The newest name of a type, in lower case.
fn newest(renamed: &BTreeMap<Version, BTreeMap<String, String>>, version: &Version, owner: &str) -> String {
    let now = renamed.get(version).and_then(|names| names.get(owner));
    now.map_or(owner, String::as_str).to_ascii_lowercase()
}

/// The paths of structs and enums whose types have another name, from either side.
fn twins<'s>(
    surfaces: [&'s Surface; 2],
    renamed: &BTreeMap<Version, BTreeMap<String, String>>,
) -> [BTreeMap<&'s str, &'s str>; 2] {
    let [before, after] = surfaces.map(|surface| {
        let is_own = |item: &Item| matches!(item.form, Form::Struct | Form::Enum | Form::Flags);
        let own = surface.items.iter().filter(move |(_, item)| is_own(item));
        own.map(|(path, item)| {
            (
                (&item.source.version, item.source.owner.to_ascii_lowercase()),
                path.as_str(),
            )
        })
    });
    let after: BTreeMap<_, &str> = after.collect();
    let mut twins = [BTreeMap::new(), BTreeMap::new()];
    for ((version, owner), path) in before {
        let is_renamed = renamed.get(version).is_some_and(|names| names.contains_key(&owner));
        let now = newest(renamed, version, &owner);
        if let Some(twin) = after.get(&(version, now)).filter(|twin| is_renamed && **twin != path) {
            twins[0].insert(path, *twin);
            twins[1].insert(*twin, path);
        }
    }
    twins
}

/// A type as signatures name it: the enum of its kinds, if there is one.
struct Named<'s> {
    name: &'s str,
    module: &'s str,
    is_struct: bool,
}

/// The types of a surface by version and dotted name in lower case.
fn types(surface: &Surface) -> BTreeMap<(Version, String), Named<'_>> {
    let mut types = BTreeMap::new();
    for (path, item) in &surface.items {
        let is_type = matches!(item.form, Form::Struct | Form::Enum | Form::Flags | Form::Any);
        // The parameters of an action come from a page, whose name has no dot.
        if !is_type || !item.source.owner.contains('.') {
            continue;
        }
        let (module, name) = path.rsplit_once("::").unwrap_or(("", path));
        let key = (item.source.version.clone(), item.source.owner.to_ascii_lowercase());
        if item.form == Form::Any || !types.contains_key(&key) {
            let is_struct = item.form == Form::Struct;
            types.insert(
                key,
                Named {
                    name,
                    module,
                    is_struct,
                },
            );
        }
    }
    types
}

/// What the items come from; for functions also the calls that they make.
fn sources(items: &[Option<&Item>; 2]) -> Vec<Key> {
    let key = |source: &Source| {
        let lower = str::to_ascii_lowercase;
        (source.version.0.clone(), lower(&source.owner), lower(&source.part))
    };
    let mut keys: Vec<Key> = items.iter().flatten().map(|item| key(&item.source)).collect();
    for item in items.iter().flatten() {
        if let Form::Function { calls, .. } | Form::Endpoint { calls } = &item.form {
            let version = &item.source.version.0;
            keys.extend(
                calls
                    .iter()
                    .map(|call| (version.clone(), call_key(call).to_ascii_lowercase(), ROUTE.to_owned())),
            );
        }
    }
    keys.dedup();
    keys
}

/// Enums of kinds stand in no box, structs do.
fn unboxed(signature: &str) -> String {
    let mut parts = signature.split("Box<");
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (inner, rest) = part.split_once('>').unwrap_or((part, ""));
        text.extend([inner, rest]);
    }
    text
}

/// A signature in words and what stands between them.
pub(super) fn words(text: &str) -> impl Iterator<Item = &str> {
    let is_word = |letter: char| letter.is_alphanumeric() || letter == '_';
    let mut rest = text;
    std::iter::from_fn(move || {
        let first = rest.chars().next()?;
        let end = rest
            .find(|letter| is_word(letter) != is_word(first))
            .unwrap_or(rest.len());
        let (word, more) = rest.split_at(end);
        rest = more;
        Some(word)
    })
}
