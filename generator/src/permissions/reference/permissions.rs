//! `permissions.json`.

use super::{Reference, scheme};
use crate::model::Scheme;
use serde_json::{Map, Value};
use std::collections::HashMap;
use std::path::Path;

pub(super) fn add(reference: &mut Reference, permissions: &Map<String, Value>, text: &str, path: &Path) {
    let lines = lines(text);
    for (name, permission) in permissions {
        for (key, kind) in object(permission, "schemes") {
            if let Some(scheme) = scheme(key) {
                let known = reference.kind(name, scheme);
                known.admin_consent = kind.get("requiresAdminConsent").and_then(Value::as_bool);
                known.privilege_level = kind.get("privilegeLevel").and_then(Value::as_u64);
            }
        }
        for set in permission
            .get("pathSets")
            .and_then(Value::as_array)
            .into_iter()
            .flatten()
        {
            add_set(reference, name, set, &lines, path);
        }
    }
}

/// `{"schemeKeys": [..], "methods": [..], "paths": {"/kilns/{id}": "least=DelegatedWork;AlsoRequires=Clay.Read"}}`.
fn add_set(reference: &mut Reference, name: &str, set: &Value, lines: &HashMap<&str, usize>, path: &Path) {
    let texts = |key: &str| {
        set.get(key)
            .and_then(Value::as_array)
            .into_iter()
            .flatten()
            .filter_map(Value::as_str)
    };
    let schemes: Vec<Scheme> = texts("schemeKeys").filter_map(scheme).collect();
    for (route, rules) in object(set, "paths") {
        let rules = rules.as_str().unwrap_or("");
        let least = rules
            .split(';')
            .find_map(|rule| rule.trim().strip_prefix("least="))
            .unwrap_or("");
        let least: Vec<Scheme> = least.split(',').filter_map(|name| scheme(name.trim())).collect();
        for method in texts("methods") {
            let opened = reference.routes.entry((method.to_owned(), plain(route))).or_default();
            if opened.line == 0 {
                opened.line = lines.get(route.as_str()).copied().unwrap_or(1);
                opened.file = path.to_path_buf();
            }
            for scheme in &schemes {
                let is_least = opened
                    .by
                    .entry(*scheme)
                    .or_default()
                    .entry(name.to_owned())
                    .or_default();
                *is_least |= least.contains(scheme);
            }
        }
    }
}

/// Parameters of functions have names there: `range(address={value})`.
fn plain(route: &str) -> String {
    let mut plain = String::with_capacity(route.len());
    let mut rest = route;
    while let Some((before, after)) = rest.split_once('{')
        && let Some((_, tail)) = after.split_once('}')
    {
        plain.push_str(before);
        plain.push_str("{}");
        rest = tail;
    }
    plain.push_str(rest);
    plain.to_ascii_lowercase().replace('\'', "")
}

/// The first line on which a name is a key.
fn lines(text: &str) -> HashMap<&str, usize> {
    let mut lines = HashMap::new();
    for (line, number) in text.lines().zip(1..) {
        let key = line
            .trim_start()
            .strip_prefix('"')
            .and_then(|rest| rest.split_once("\":"));
        if let Some((key, _)) = key {
            lines.entry(key).or_insert(number);
        }
    }
    lines
}

fn object<'v>(value: &'v Value, key: &str) -> impl Iterator<Item = (&'v String, &'v Value)> {
    value.get(key).and_then(Value::as_object).into_iter().flatten()
}
