//! Items that are incompatible although no page says anything else about them: a page elsewhere has taken the name of a
//! function, or no area needs a type any more.

use super::{Action, Change, Impact, Kind, Rule, RustItem, needed};
use crate::emit::surface::{Aspect, Difference, Form, Item};
use std::collections::BTreeMap;

/// One change for each page, type or enum whose items differ.
pub(super) fn changes(differences: &[&Difference<'_>]) -> Vec<Change> {
    let mut owners: BTreeMap<_, Vec<&Difference<'_>>> = BTreeMap::new();
    let losses = differences.iter().filter(|difference| needed::is_loss(difference));
    let owners_of: BTreeMap<_, &str> = losses
        .filter_map(|loss| Some((needed::name_of(loss.path), loss.before?)))
        .filter(|(_, item)| !matches!(item.form, Form::Part { .. }))
        .map(|(name, item)| (name, item.source.owner.as_str()))
        .collect();
    for difference in differences {
        let Some(item) = difference.before.or(difference.after) else {
            continue;
        };
        let source = &item.source;
        let only_features = difference.aspects.iter().all(|aspect| *aspect == Aspect::Features);
        // Fields are compiled where their types are.
        let types = needed::named(difference);
        let of_type = types
            .iter()
            .find_map(|name| owners_of.get(name))
            .filter(|_| only_features);
        let owner = of_type.copied().unwrap_or(source.owner.as_str());
        let key = (&source.version, owner, only_features && !is_call(item));
        owners.entry(key).or_default().push(difference);
    }
    owners
        .into_values()
        .filter_map(|mut differences| {
            // The item itself stands for its parts.
            differences.sort_by_key(|difference| is_part(difference));
            change(&differences)
        })
        .collect()
}

fn is_part(difference: &Difference<'_>) -> bool {
    let item = difference.before.or(difference.after);
    item.is_some_and(|item| matches!(item.form, Form::Part { .. }))
}

fn is_call(item: &Item) -> bool {
    !item.source.owner.contains('.')
}

fn change(differences: &[&Difference<'_>]) -> Option<Change> {
    let first = differences.first()?;
    let item = first.before.or(first.after)?;
    let is_call = is_call(item);
    let only_features = differences
        .iter()
        .all(|difference| difference.aspects.iter().all(|aspect| *aspect == Aspect::Features));
    let rule = match (is_call, only_features) {
        (true, _) => Rule::FunctionChanged,
        (false, true) => Rule::TypeFeaturesChanged,
        (false, false) => Rule::RustTypeChanged,
    };
    let kind = match (is_call, &item.form) {
        (true, _) => Kind::Operation,
        (false, Form::Enum | Form::Flags) => Kind::Enum,
        (false, _) => Kind::Type,
    };
    let shown = |item: Option<&Item>, other: Option<&Item>| {
        let item = item?;
        if !only_features {
            return Some(item.shown());
        }
        let other = other.map(|other| &other.features);
        let own = item.features.iter();
        let own = own.filter(|feature| other.is_none_or(|other| !other.contains(*feature)));
        let own: Vec<&str> = own.map(String::as_str).collect();
        (!own.is_empty()).then(|| own.join(", "))
    };
    Some(Change {
        version: item.source.version.clone(),
        area: item.features.first().cloned().unwrap_or_default(),
        resource: module_of(first.path).to_owned(),
        target: item.source.owner.clone(),
        kind,
        name: item.source.owner.clone(),
        action: Action::Changed,
        rule,
        impact: Impact::Breaking,
        before: shown(first.before, first.after),
        after: shown(first.after, first.before),
        baseline: None,
        current: None,
        implied: false,
        wire: false,
        was: None,
        routes: Vec::new(),
        values: Vec::new(),
        swap: None,
        items: differences.iter().map(|difference| RustItem::of(difference)).collect(),
        touches: Vec::new(),
    })
}

/// `kettle` of `beta::kettle::get`.
fn module_of(path: &str) -> &str {
    let module = path.rsplit_once("::").map_or(path, |(module, _)| module);
    module.split_once("::").map_or(module, |(_, module)| module)
}
