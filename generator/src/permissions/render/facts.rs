//! What a reference says about the answer: identifiers and consent, and where the pages disagree with it.

use super::words::{key, place, short};
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
        let meant = reference.meant(name);
        let known = reference.permission(name).or(meant);
        let kind = known.and_then(|known| known.kinds.get(&scheme));
        let (id, reason) = match reference.id(name, scheme) {
            Ok(id) => (Some(id), None),
            Err(reason) => (None, Some(reason.to_string())),
        };
        json!({
            "permission": name,
            "meant": meant.map(|known| &known.name),
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

/// The same in words: the permission, its kind of sign-in, its identifier or why it has none, and what it takes to grant it.
pub(super) fn rows(answer: &Answer<'_, '_, '_>, reference: &Reference) -> Vec<[String; 4]> {
    let facts = facts(answer, reference);
    let rows = facts.iter().map(|fact| {
        let text = |name: &str| fact.get(name).and_then(Value::as_str).unwrap_or("").to_owned();
        let level = fact.get("privilegeLevel").and_then(Value::as_u64);
        let consent = match fact.get("adminConsent").and_then(Value::as_bool) {
            Some(true) => Some("an administrator consents".to_owned()),
            Some(false) => Some("users consent".to_owned()),
            None => None,
        };
        let meant = text("meant");
        let words = [
            (!meant.is_empty()).then(|| format!("a slip for {meant}")),
            consent,
            level.map(|level| format!("privilege level {level}")),
            (fact.get("retired") == Some(&true.into())).then(|| "hidden or switched off".to_owned()),
        ];
        let words: Vec<String> = words.into_iter().flatten().collect();
        let id = text("id") + &text("reason");
        [
            text("permission"),
            short(&text("scheme")).to_owned(),
            id,
            words.join(", "),
        ]
    });
    rows.collect()
}

/// Each disagreement as a sentence.
pub(super) fn sentences(
    answer: &Answer<'_, '_, '_>,
    reference: &Reference,
    quote: impl Fn(&str) -> String,
) -> Vec<String> {
    let disagreements = disagreements(answer, reference);
    let sentences = disagreements.iter().map(|one| {
        let part = |side: &str, word: &str| {
            let names = one.pointer(&format!("/{side}/least")).and_then(Value::as_array);
            let names = names.into_iter().flatten().filter_map(Value::as_str);
            let names: Vec<String> = names.map(&quote).collect();
            let at = one
                .pointer(&format!("/{side}/at"))
                .and_then(Value::as_str)
                .unwrap_or("");
            format!("{} ({at})", names.join(word))
        };
        let text = |name: &str| one.get(name).and_then(Value::as_str).unwrap_or("").to_owned();
        format!(
            "{} ({}): the least is {} on the page; in the reference, {}",
            quote(&text("route")),
            short(&text("scheme")),
            part("page", " and "),
            part("reference", " or ")
        )
    });
    sentences.collect()
}

/// Where the least privileged permission of a page is another one in the reference, or no longer opens the route.
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
