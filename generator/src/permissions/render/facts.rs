//! What a reference says about the answer: identifiers and consent, and where the pages disagree with it.

use super::words::{key, place};
use crate::model::{Rank, Scheme};
use crate::permissions::answer::Answer;
use crate::permissions::program::Known;
use crate::permissions::reference::Reference;
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// For each permission of the least sets: its identifier, or why it has none, and what it takes to grant it.
pub fn facts(answer: &Answer<'_, '_, '_>, reference: &Reference) -> Vec<Value> {
    let names = answer
        .schemes
        .iter()
        .flat_map(|one| one.least.iter().map(move |name| (one.scheme, name)));
    let facts = names.map(|(scheme, name)| {
        let kind = reference.permission(name).and_then(|known| known.kinds.get(&scheme));
        let (id, reason) = match reference.id(name, scheme) {
            Ok(id) => (Some(id), None),
            Err(reason) => (None, Some(reason.to_string())),
        };
        json!({
            "permission": name,
            "scheme": key(scheme),
            "id": id,
            "reason": reason,
            "adminConsent": kind.and_then(|kind| kind.admin_consent),
            "privilegeLevel": kind.and_then(|kind| kind.privilege_level),
            "retired": kind.is_some_and(|kind| kind.retired),
        })
    });
    facts.collect()
}

/// Where the least privileged permission of a page is another one in the reference, or opens the route no more.
pub fn disagreements(answer: &Answer<'_, '_, '_>, reference: &Reference) -> Vec<Value> {
    let mut found: Vec<Value> = Vec::new();
    for call in &answer.program.calls {
        for one in &answer.schemes {
            if let Some(disagreement) = of_call(call, one.scheme, reference)
                && !found.contains(&disagreement)
            {
                found.push(disagreement);
            }
        }
    }
    found
}

fn of_call(call: &Known<'_, '_>, scheme: Scheme, reference: &Reference) -> Option<Value> {
    let route = &call.page()?.route;
    let opened = reference.route(route.method.as_str(), route.path.key().as_str())?;
    let permissions = opened.by.get(&scheme)?;
    let needs = call.needs(scheme);
    let choices = needs.list().first()?.alternatives.iter();
    let least = choices
        .filter(|choice| choice.rank == Rank::Least)
        .flat_map(|choice| &choice.scopes);
    let least: BTreeSet<&str> = least.map(String::as_str).collect();
    let today: BTreeSet<&str> = permissions
        .iter()
        .filter(|(_, least)| **least)
        .map(|(name, _)| name.as_str())
        .collect();
    // The reference marks a permission once for all methods of a route, so `GET` has that of `PATCH` beside its own.
    let agrees = least.iter().all(|name| today.contains(name));
    if least.is_empty() || today.is_empty() || agrees {
        return None;
    }
    Some(json!({
        "route": call.documented.route(),
        "apiVersion": call.documented.version,
        "scheme": key(scheme),
        "page": { "least": least, "at": place(call.documented.version, &needs.list().first()?.origin) },
        "reference": { "least": today, "at": format!("{}:{}", opened.file.display(), opened.line) },
        "stillOpens": least.iter().all(|name| permissions.contains_key(*name)),
    }))
}
