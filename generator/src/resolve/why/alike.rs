//! Names that are like one that no item has.

use super::find::{Item, call, is};
use crate::model::{Model, QualifiedName, Schema};
use std::collections::BTreeSet;

/// How many are suggested.
const MOST: usize = 3;

/// The names of items that are most like a text, best first.
pub(super) fn names(model: &Model, text: &str) -> Vec<String> {
    let wanted = text.trim().to_lowercase();
    let longest = wanted.chars().count() / 2;
    let names: BTreeSet<String> = model
        .schemas
        .iter()
        .flat_map(|schema| candidates(schema, text.trim()))
        .collect();
    let distance = |name: &String| strsim::damerau_levenshtein(&name.to_lowercase(), &wanted);
    let mut near: Vec<(usize, String)> = names.into_iter().map(|name| (distance(&name), name)).collect();
    near.retain(|(distance, _)| *distance <= longest);
    near.sort();
    near.into_iter().take(MOST).map(|(_, name)| name).collect()
}

/// Names of the kind that the text has: calls, properties of a type, types and enums.
fn candidates(schema: &Schema, text: &str) -> Vec<String> {
    if let Some((method, _)) = call(text) {
        let all = schema.operations.iter();
        let all = all.flat_map(|operation| operation.routes.iter().map(move |route| (operation, route)));
        let same = all.filter(|(_, route)| method.is_none_or(|method| method == route.method));
        return same
            .map(|(operation, route)| Item::Route(operation, route).to_string())
            .collect();
    }
    let owner = text.rsplit_once('/').map(|(owner, _)| owner);
    let owners = schema
        .types
        .iter()
        .filter(|item| owner.is_some_and(|owner| is(&item.name, owner)));
    let spelled = |name: &QualifiedName| {
        if text.contains('.') {
            name.to_string()
        } else {
            name.name.clone()
        }
    };
    let properties = owners.flat_map(|item| {
        let owner = spelled(&item.name);
        item.properties
            .iter()
            .map(move |property| format!("{owner}/{}", property.name))
    });
    let names = schema.types.iter().map(|item| &item.name);
    let names = names.chain(schema.enums.iter().map(|item| &item.name));
    properties.chain(names.map(spelled)).collect()
}
