//! JSON, as `generator/docs/permissions.md` documents it.

use super::facts::{disagreements, facts};
use super::words::key;
use crate::model::Scheme;
use crate::permissions::answer::{Answer, Compared, OfScheme};
use crate::permissions::needs::{Need, Needs};
use crate::permissions::program::Known;
use crate::permissions::reference::Reference;
use serde_json::{Map, Value, json};

/// The answer with its format version.
pub fn json(answer: &Answer<'_, '_, '_>, reference: Option<&Reference>) -> Value {
    let calls: Vec<Value> = answer.program.calls.iter().map(call).collect();
    let unknown = answer.program.unknown.iter().map(|unknown| {
        json!({
            "call": unknown.text,
            "count": unknown.count,
            "nearest": unknown.nearest.map(super::super::matching::Documented::route),
        })
    });
    let unknown: Vec<Value> = unknown.collect();
    let mut object = json!({
        "format": 1,
        "calls": calls,
        "unknown": unknown,
        "least": by_scheme(answer, |one| one.whole().map_or(Value::Null, |set| json!(set))),
        "leastOfSupported": by_scheme(answer, |one| json!(one.least)),
        "notSupported": by_scheme(answer, |one| routes(answer, &one.not_supported)),
        "notStated": by_scheme(answer, |one| routes(answer, &one.not_stated)),
        "why": why(answer),
        "severalDo": several(answer),
    });
    if let (Some(fields), Some(reference)) = (object.as_object_mut(), reference) {
        fields.insert("facts".to_owned(), Value::Array(facts(answer, reference)));
        fields.insert(
            "disagreements".to_owned(),
            Value::Array(disagreements(answer, reference)),
        );
    }
    let compared = answer.schemes.iter().any(|one| one.granted.is_some());
    if let Some(fields) = object.as_object_mut().filter(|_| compared) {
        let missing = compare(answer, |granted| {
            let names: Vec<&String> = granted.missing.iter().map(|(name, _)| name).collect();
            json!(names)
        });
        let excess = compare(answer, |granted| {
            let names: Vec<&String> = granted.excess.iter().map(|(name, _)| name).collect();
            json!(names)
        });
        fields.insert("missing".to_owned(), missing);
        fields.insert("excess".to_owned(), excess);
        let missing_for = listed(answer, |granted| &granted.missing);
        fields.insert("missingFor".to_owned(), Value::Array(missing_for));
        let excess_for = listed(answer, |granted| &granted.excess);
        fields.insert("excessFor".to_owned(), Value::Array(excess_for));
    }
    object
}

fn by_scheme(answer: &Answer<'_, '_, '_>, value: impl Fn(&OfScheme) -> Value) -> Value {
    let fields = answer
        .schemes
        .iter()
        .map(|one| (key(one.scheme).to_owned(), value(one)));
    Value::Object(fields.collect())
}

fn compare(answer: &Answer<'_, '_, '_>, value: impl Fn(&Compared) -> Value) -> Value {
    let known = answer
        .schemes
        .iter()
        .filter_map(|one| Some((one, one.granted.as_ref()?)));
    let fields: Map<String, Value> = known
        .map(|(one, granted)| (key(one.scheme).to_owned(), value(granted)))
        .collect();
    Value::Object(fields)
}

fn routes(answer: &Answer<'_, '_, '_>, calls: &[usize]) -> Value {
    let calls = calls.iter().filter_map(|index| answer.call(*index));
    let mut routes: Vec<String> = calls.map(|call| call.documented.route()).collect();
    routes.dedup();
    json!(routes)
}

fn call(call: &Known<'_, '_>) -> Value {
    let place = call.place();
    let page = place.map(|origin| json!({ "file": origin.file, "line": origin.line }));
    let sets = Scheme::ALL.map(|scheme| (key(scheme).to_owned(), json!(call.needs(scheme).sets())));
    let support = Scheme::ALL.map(|scheme| (key(scheme).to_owned(), json!(support(&call.needs(scheme)))));
    json!({
        "call": call.text,
        "apiVersion": call.documented.version,
        "route": call.documented.route(),
        "page": page,
        "count": call.count,
        "paths": call.paths(),
        "permissions": Value::Object(sets.into_iter().collect()),
        "support": Value::Object(support.into_iter().collect()),
    })
}

fn support(needs: &Needs) -> &'static str {
    match needs {
        Needs::Stated(needs) if needs.iter().all(Need::is_none) => "none",
        Needs::Stated(_) => "stated",
        Needs::NotSupported => "notSupported",
        Needs::NotStated => "unstated",
    }
}

fn why(answer: &Answer<'_, '_, '_>) -> Value {
    let reasons = answer.schemes.iter().flat_map(|one| {
        one.why.iter().map(|(permission, calls)| {
            let calls: Vec<Value> = calls
                .iter()
                .filter_map(|index| answer.call(*index))
                .map(|call| reason(call, one.scheme, permission))
                .collect();
            json!({ "permission": permission, "scheme": key(one.scheme), "calls": calls })
        })
    });
    Value::Array(reasons.collect())
}

fn several(answer: &Answer<'_, '_, '_>) -> Value {
    let entries = answer.schemes.iter().flat_map(|one| {
        one.several.iter().filter_map(|(index, parts)| {
            let call = answer.call(*index)?;
            Some(json!({
                "call": call.text,
                "apiVersion": call.documented.version,
                "route": call.documented.route(),
                "scheme": key(one.scheme),
                "permissions": parts,
            }))
        })
    });
    Value::Array(entries.collect())
}

/// The call, and the table that names the permission.
fn reason(call: &Known<'_, '_>, scheme: Scheme, permission: &str) -> Value {
    let needs = call.needs(scheme);
    let names = |need: &&crate::permissions::needs::Need| {
        need.alternatives
            .iter()
            .any(|choice| choice.scopes.iter().any(|scope| scope == permission))
    };
    let table = needs.list().iter().find(names).map(|need| need.origin.clone());
    let page = table.or_else(|| call.place().cloned());
    json!({
        "call": call.text,
        "apiVersion": call.documented.version,
        "route": call.documented.route(),
        "page": page.map(|origin| json!({ "file": origin.file, "line": origin.line })),
    })
}

/// Permissions with the calls that they are for.
fn listed(answer: &Answer<'_, '_, '_>, of: impl Fn(&Compared) -> &Vec<(String, Vec<usize>)>) -> Vec<Value> {
    let mut list = Vec::new();
    for one in &answer.schemes {
        for (permission, calls) in one.granted.iter().flat_map(&of) {
            list.push(json!({
                "permission": permission,
                "scheme": key(one.scheme),
                "calls": routes(answer, calls),
            }));
        }
    }
    list
}
