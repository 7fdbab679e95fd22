//! What holds for any two models.
//!
//! A model is the kitchen's with random edits of its JSON form: a value replaced by another one of the same key or by a
//! new one, or an element left out or doubled. So every field of the model takes part, also one that is new tomorrow.

use crate::kitchen::Kitchen;
use generator::diff::{Action, Change, Changes, Rule, compare};
use generator::model::{Model, Schema};
use proptest::prelude::*;
use serde_json::Value;
use std::sync::{Arc, LazyLock};
use tests::laws::config;

static BASE: LazyLock<Value> = LazyLock::new(|| {
    let read = Kitchen::new()
        .edit("beta/api/kettle-list.md", "## Permissions", CLOUDS)
        .edit(
            "beta/api/kettle-list.md",
            "|Delegated (personal Microsoft account)|Not supported.|\n",
            "",
        )
        .edit("beta/resources/kettle.md", "How much it holds.", FACTS)
        .edit("beta/api/kettle-boil.md", "How many people want tea.", FACTS)
        .read();
    serde_json::to_value(&read.model.schemas[0]).unwrap()
});

/// So that every field of the model is there to be edited.
const FACTS: &str = "How much. Read-only. Nullable. Required if **colour** is `red`. Default value is `1`. Returned only on \
                     `$select`. Does not support `$orderby`. Deprecated. Use `volume`.";

const CLOUDS: &str = "|Global service|US Government L4|US Government L5 (DOD)|China operated by 21Vianet|\n\
                      |:---|:---|:---|:---|\n|✅|✅|❌|❌|\n\n## Permissions";

/// One random edit: where, and what to do there.
#[derive(Debug, Clone)]
struct Edit {
    place: prop::sample::Index,
    donor: prop::sample::Index,
    kind: u8,
}

fn edits(most: usize) -> impl Strategy<Value = Vec<Edit>> {
    let edit = (any::<prop::sample::Index>(), any::<prop::sample::Index>(), 0..5_u8);
    prop::collection::vec(
        edit.prop_map(|(place, donor, kind)| Edit { place, donor, kind }),
        0..=most,
    )
}

/// The base model with edits; an edit that gives no model is left out.
fn model(edits: &[Edit]) -> Model {
    let mut value = BASE.clone();
    for edit in edits {
        let mut edited = value.clone();
        apply(edit, &mut edited);
        if serde_json::from_value::<Schema>(edited.clone()).is_ok() {
            value = edited;
        }
    }
    Model {
        schemas: vec![serde_json::from_value(value).unwrap()],
        ..Model::default()
    }
}

fn apply(edit: &Edit, root: &mut Value) {
    let mut paths = Vec::new();
    pointers(root, "", &mut paths);
    let path = edit.place.get(&paths).clone();
    let (parent, key) = path.rsplit_once('/').unwrap();
    let same_key: Vec<&String> = paths
        .iter()
        .filter(|other| other.rsplit('/').next() == Some(key))
        .collect();
    let donor = root.pointer(edit.donor.get(&same_key).as_str()).unwrap().clone();
    match (edit.kind, root.pointer_mut(parent).unwrap()) {
        (0, Value::Array(list)) => drop(list.remove(key.parse().unwrap())),
        (1, Value::Array(list)) => list.push(list[key.parse::<usize>().unwrap()].clone()),
        (0, Value::Object(fields)) => drop(fields.remove(key)),
        // Each operation has a page of its own.
        (2 | 3, _) if key != "file" => *root.pointer_mut(&path).unwrap() = donor,
        _ => match root.pointer_mut(&path).unwrap() {
            Value::String(text) => text.push_str("New"),
            Value::Bool(flag) => *flag = !*flag,
            Value::Number(number) => *number = (number.as_i64().unwrap() + 1).into(),
            null @ Value::Null => *null = "fresh".into(),
            Value::Array(_) | Value::Object(_) => {}
        },
    }
}

fn pointers(value: &Value, path: &str, found: &mut Vec<String>) {
    let mut enter = |key: &str, value: &Value| {
        let path = format!("{path}/{}", key.replace('~', "~0").replace('/', "~1"));
        pointers(value, &path, found);
        found.push(path);
    };
    match value {
        Value::Array(list) => list
            .iter()
            .enumerate()
            .for_each(|(at, value)| enter(&at.to_string(), value)),
        Value::Object(fields) => fields.iter().for_each(|(key, value)| enter(key, value)),
        _ => {}
    }
}

/// The model as plain data, without what is no fact about the API: places, how something is known, the order of rows.
fn plain(model: &Model) -> Value {
    let mut value = serde_json::to_value(&model.schemas).unwrap();
    simplify(&mut value);
    value
}

/// Lists whose order means something: permissions are the least privileged first.
const ORDERED: [&str; 7] = [
    "module",
    "routes",
    "permissions",
    "delegatedWork",
    "delegatedPersonal",
    "application",
    "filter",
];

/// Lists in which the same thing twice means the same as once.
const SETS: [&str; 4] = ["delegatedWork", "delegatedPersonal", "application", "unstated"];

fn simplify(value: &mut Value) {
    if let Value::Object(fields) = value {
        for provenance in [
            "origin",
            "notesOrigin",
            "cloudsOrigin",
            "origins",
            "file",
            "baseSource",
            "from",
            "reason",
            "sentinelAdded",
            "pages",
        ] {
            fields.remove(provenance);
        }
        // Modules are named after types; after the page's own words where no page describes the resource.
        if fields.contains_key("properties") {
            fields.remove("resource");
        }
        if fields.contains_key("routes") {
            let own = ["namespace", "resource"].map(|key| fields.remove(key).unwrap_or_default());
            let named = fields.remove("resourceType").filter(Value::is_object);
            let named = named.map(|name| [name["namespace"].clone(), name["name"].clone()]);
            fields.insert("module".to_owned(), Vec::from(named.unwrap_or(own)).into());
        }
        // What the cell says counts where it could not be read.
        if fields.get("type").is_some_and(|kind| !kind.is_null()) {
            fields.remove("raw");
        }
        if fields.contains_key("valuesEnum") {
            fields.remove("enumValues");
        }
        if let Some(kind) = fields.get_mut("origin_kind")
            && kind != "property"
        {
            *kind = "described".into();
        }
        if fields.get("placeholder") == Some(&Value::Bool(true)) {
            fields.retain(|key, _| ["name", "namespace", "area", "properties"].contains(&key.as_str()));
        }
        for (key, value) in fields {
            simplify(value);
            if let Value::Array(list) = value
                && SETS.contains(&key.as_str())
            {
                let mut seen = Vec::new();
                list.retain(|item| {
                    !seen.contains(item) && {
                        seen.push(item.clone());
                        true
                    }
                });
            }
            if let Value::Array(list) = value
                && !ORDERED.contains(&key.as_str())
            {
                list.sort_by_key(ToString::to_string);
            }
        }
    } else if let Value::Array(list) = value {
        list.iter_mut().for_each(simplify);
    }
}

/// Where two values differ first.
fn difference(a: &Value, b: &Value, path: &str) -> Option<String> {
    match (a, b) {
        (Value::Object(a), Value::Object(b)) => {
            let keys = a.keys().chain(b.keys());
            let mut found = keys.filter_map(|key| {
                let null = Value::Null;
                difference(
                    a.get(key).unwrap_or(&null),
                    b.get(key).unwrap_or(&null),
                    &format!("{path}/{key}"),
                )
            });
            found.next()
        }
        (Value::Array(a), Value::Array(b)) if a.len() == b.len() => {
            let mut found = a
                .iter()
                .zip(b)
                .filter_map(|(a, b)| difference(a, b, &format!("{path}[]")));
            found.next()
        }
        _ => (a != b).then(|| format!("{path}: {a} {b}")),
    }
}

/// The same model with everything in another order that has no meaning.
fn turned(mut model: Model, by: usize) -> Model {
    fn turn<T>(list: &mut [T], by: usize) {
        list.reverse();
        let by = by % list.len().max(1);
        list.rotate_left(by);
    }
    for schema in &mut model.schemas {
        turn(&mut schema.types, by);
        turn(&mut schema.enums, by);
        turn(&mut schema.operations, by);
        schema.types.iter_mut().for_each(|item| turn(&mut item.properties, by));
        schema.enums.iter_mut().for_each(|item| turn(&mut item.members, by));
        for operation in &mut schema.operations {
            turn(&mut operation.parameters, by);
            turn(&mut operation.query_options, by);
            turn(&mut operation.headers, by);
            turn(Arc::make_mut(&mut operation.examples), by);
        }
    }
    model
}

/// Whether only the items of the crate show it. Their names follow the order of the model, which `resolve` sorts, and what
/// is new is no change of its own.
fn follows(change: &Change) -> bool {
    matches!(
        change.rule,
        Rule::FunctionChanged | Rule::RustTypeChanged | Rule::TypeFeaturesChanged
    )
}

/// What a change says, without where and how bad it is; with the sides swapped on request.
fn said(changes: &Changes, swapped: bool) -> Vec<String> {
    let own = changes.changes.iter().filter(|change| !follows(change));
    let mut said: Vec<String> = own.map(|change| one(change, swapped)).collect();
    said.sort();
    said
}

fn one(change: &Change, swapped: bool) -> String {
    let (before, after) = if swapped {
        (&change.after, &change.before)
    } else {
        (&change.before, &change.after)
    };
    let action = match change.action {
        Action::Added if swapped => Action::Removed,
        Action::Removed if swapped => Action::Added,
        other => other,
    };
    // What is on both sides goes by its name on the current side, which is the other one after the swap.
    let item = match action {
        Action::Added | Action::Removed => change.name.to_ascii_lowercase(),
        Action::Changed | Action::Renamed => String::new(),
    };
    let kind = match action {
        Action::Added | Action::Removed => format!("{:?}", change.kind),
        Action::Changed | Action::Renamed => String::new(),
    };
    format!("{kind} {action:?} {item} {before:?} {after:?}")
}

proptest! {
    #![proptest_config(config(96))]

    #[test]
    fn nothing_differs_from_itself(edits in edits(8)) {
        let model = model(&edits);
        prop_assert_eq!(compare(&model, &model), Changes::default());
    }

    #[test]
    fn swapped_sides_swap_added_and_removed(first in edits(4), second in edits(4)) {
        let (a, b) = (model(&first), model(&second));
        prop_assert_eq!(said(&compare(&a, &b), false), said(&compare(&b, &a), true));
    }

    #[test]
    fn order_does_not_matter(first in edits(4), second in edits(4), by in 0..7_usize) {
        let (a, b) = (model(&first), model(&second));
        let turned = compare(&turned(a.clone(), by), &turned(b.clone(), by / 2));
        prop_assert_eq!(said(&compare(&a, &b), false), said(&turned, false));
    }

    #[test]
    fn each_change_is_there_once(first in edits(4), second in edits(4)) {
        let changes = compare(&model(&first), &model(&second)).changes;
        let mut keys: Vec<_> = changes.iter().map(|change| format!("{:?} {} {:?} {:?}", change.rule, change.item(), change.before, change.after)).collect();
        keys.sort();
        let all = keys.len();
        keys.dedup();
        prop_assert_eq!(keys.len(), all);
    }
}

proptest! {
    #![proptest_config(config(512))]

    /// Nothing is overlooked: whatever differs as plain data is a change, and nothing else is.
    #[test]
    fn every_difference_is_a_change(edits in edits(2)) {
        let (a, b) = (model(&[]), model(&edits));
        let mut changes = compare(&a, &b).changes;
        changes.retain(|change| !follows(change));
        let (a, b) = (plain(&a), plain(&b));
        prop_assert_eq!(a == b, changes.is_empty(), "{:?}: {:#?}", difference(&a, &b, ""), changes);
    }
}
