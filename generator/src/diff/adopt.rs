//! Items that follow from a change of another page.
//!
//! Functions of a module share its type of places: when one of them is called at a second place, all that are called on the
//! same kind of thing take the place. What follows because nothing of an area needs an item any more is in [`super::needed`].

use super::{Change, Rule, RustItem};
use crate::emit::surface::{Aspect, Difference, Effect, Form};
use std::collections::BTreeMap;

/// Gives items to the change that they follow from, and returns the others.
pub(super) fn adopt<'d, 's>(differences: Vec<&'d Difference<'s>>, changes: &mut [Change]) -> Vec<&'d Difference<'s>> {
    let modules = causes(changes);
    let mut left = Vec::new();
    for difference in differences {
        let module = modules.get(module_of(difference)).filter(|_| is_call(difference));
        let at = module.map(|(_, at)| *at);
        match at.and_then(|at| changes.get_mut(at)) {
            Some(change) => change.items.push(RustItem::of(difference)),
            None => left.push(difference),
        }
    }
    left
}

/// For each module the change that most likely decides how its functions are called.
fn causes(changes: &[Change]) -> BTreeMap<String, (usize, usize)> {
    let mut modules = BTreeMap::new();
    for (at, change) in changes.iter().enumerate().filter(|(_, change)| !change.implied) {
        let Some(rank) = RULES.iter().position(|rule| *rule == change.rule) else {
            continue;
        };
        for item in &change.items {
            let module = item.path.rsplit_once("::").map_or("", |(module, _)| module);
            let broken = usize::from(item.effect != Effect::Incompatible);
            let best = modules.entry(module.to_owned()).or_insert((rank * 2 + broken, at));
            *best = (*best).min((rank * 2 + broken, at));
        }
    }
    modules
}

/// The changes that decide which places a module has and which names are free in it.
const RULES: &[Rule] = &[
    Rule::RouteAdded,
    Rule::RouteMoved,
    Rule::RouteReplaced,
    Rule::RouteRemoved,
    Rule::OperationMoved,
    Rule::OperationAdded,
    Rule::OperationRemoved,
    Rule::ResponseChanged,
    Rule::BodyChanged,
    Rule::RouteQueryChanged,
    Rule::RoutePlaceholdersChanged,
    Rule::RouteArgumentsChanged,
];

fn is_call(difference: &Difference<'_>) -> bool {
    let items = [difference.before, difference.after].into_iter().flatten();
    let is_features = difference.aspects.iter().all(|aspect| *aspect == Aspect::Features);
    let mut forms = items.map(|item| &item.form);
    let is = |form: &Form| {
        matches!(
            form,
            Form::Function { .. } | Form::Endpoint { .. } | Form::Constructor(_) | Form::Place
        )
    };
    (!is_features
        || forms
            .clone()
            .any(|form| matches!(form, Form::Constructor(_) | Form::Place)))
        && forms.any(is)
}

/// The module of an item, also of a constructor of a place.
fn module_of<'s>(difference: &Difference<'s>) -> &'s str {
    let owner = difference.path.rsplit_once("::").map_or("", |(owner, _)| owner);
    let is_constructor = difference
        .before
        .or(difference.after)
        .is_some_and(|item| matches!(item.form, Form::Constructor(_)));
    if is_constructor {
        owner.rsplit_once("::").map_or("", |(module, _)| module)
    } else {
        owner
    }
}
