//! What a permission opens, and how two of them differ.

use super::words::{count, key, place, short, title};
use crate::model::{Scheme, Version};
use crate::permissions::opens::Opens;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

/// For people: by kind of sign-in and resource.
pub fn opens_text(scope: &str, opens: &[Opens]) -> String {
    let routes: BTreeMap<_, bool> = opens
        .iter()
        .map(|one| ((&one.version, &one.route), one.reads()))
        .collect();
    let reading = routes.values().filter(|reads| **reads).count();
    let mut lines = vec![format!(
        "{scope} opens {}: {reading} read, {} write",
        count(routes.len() as u64, "call"),
        routes.len() - reading
    )];
    for scheme in Scheme::ALL {
        let of_scheme: Vec<&Opens> = opens.iter().filter(|one| one.scheme == scheme).collect();
        if of_scheme.is_empty() {
            continue;
        }
        let least = of_scheme.iter().filter(|one| one.least).count();
        lines.extend([
            String::new(),
            format!(
                "{}: {}, the least privileged permission for {least}",
                title(scheme),
                count(of_scheme.len() as u64, "call")
            ),
        ]);
        let mut resource: Option<(&str, &str)> = None;
        for one in of_scheme {
            if resource != Some((&one.version, &one.resource)) {
                lines.push(format!("  {} ({})", one.resource, one.version));
                resource = Some((&one.version, &one.resource));
            }
            lines.push(format!("    {}", line(one)));
        }
    }
    lines.join("\n")
}

fn line(one: &Opens) -> String {
    let place = place(&Version(one.version.clone()), &one.page);
    format!("{} ({})  {place}", one.route, rank(one))
}

/// A line for each resource, and for each of its calls with every kind of sign-in.
fn calls(list: &[&Opens]) -> Vec<String> {
    let mut resources: BTreeMap<(&str, &str), BTreeMap<&str, Vec<&Opens>>> = BTreeMap::new();
    for one in list {
        let routes = resources.entry((&one.version, &one.resource)).or_default();
        routes.entry(&one.route).or_default().push(one);
    }
    let mut lines = Vec::new();
    for ((version, resource), routes) in resources {
        lines.push(format!("  {resource} ({version})"));
        lines.extend(routes.into_iter().map(|(route, schemes)| {
            let kinds = schemes
                .iter()
                .map(|one| format!("{}: {}", short(key(one.scheme)), rank(one)));
            let place = schemes
                .first()
                .map(|one| place(&Version(one.version.clone()), &one.page));
            let kinds: Vec<String> = kinds.collect();
            format!("    {route} ({})  {}", kinds.join("; "), place.unwrap_or_default())
        }));
    }
    lines
}

/// `least`, `sufficient with Pot.Read`.
fn rank(one: &Opens) -> String {
    let least = if one.least { "least" } else { "sufficient" };
    if one.with.is_empty() {
        least.to_owned()
    } else {
        format!("{least} with {}", one.with.join(" and "))
    }
}

/// For other programs.
pub fn opens_json(scope: &str, opens: &[Opens]) -> Value {
    let list: Vec<Value> = opens.iter().map(value).collect();
    json!({ "format": 1, "scope": scope, "opens": list })
}

fn value(one: &Opens) -> Value {
    json!({
        "apiVersion": one.version,
        "route": one.route,
        "resource": one.resource,
        "scheme": key(one.scheme),
        "least": one.least,
        "with": one.with,
        "page": { "file": one.page.file, "line": one.page.line },
    })
}

/// What only one of two permissions opens, and what both do.
pub struct Comparison<'a> {
    first: Vec<&'a Opens>,
    second: Vec<&'a Opens>,
    both: Vec<&'a Opens>,
}

impl<'a> Comparison<'a> {
    /// Compares by version, route and kind of sign-in.
    pub fn of(first: &'a [Opens], second: &'a [Opens]) -> Self {
        let keyed = |list: &'a [Opens]| -> BTreeMap<(&'a str, &'a str, Scheme), &'a Opens> {
            list.iter()
                .map(|one| ((one.version.as_str(), one.route.as_str(), one.scheme), one))
                .collect()
        };
        let (one, other) = (keyed(first), keyed(second));
        let only = |list: &BTreeMap<_, &'a Opens>, without: &BTreeMap<_, &'a Opens>| {
            list.iter()
                .filter(|(key, _)| !without.contains_key(*key))
                .map(|(_, opens)| *opens)
                .collect()
        };
        Self {
            first: only(&one, &other),
            second: only(&other, &one),
            both: one
                .iter()
                .filter(|(key, _)| other.contains_key(*key))
                .map(|(_, opens)| *opens)
                .collect(),
        }
    }

    /// For people.
    pub fn text(&self, names: [&str; 2]) -> String {
        let [first, second] = names;
        let parts = [
            (format!("only {first}"), &self.first),
            (format!("only {second}"), &self.second),
            (format!("both, and how {first} does"), &self.both),
        ];
        let mut lines = Vec::new();
        for (title, list) in parts {
            let routes: BTreeSet<_> = list.iter().map(|one| (&one.version, &one.route)).collect();
            lines.push(format!("{title}: {}", count(routes.len() as u64, "call")));
            lines.extend(calls(list));
        }
        lines.join("\n")
    }

    /// For other programs.
    pub fn json(&self, names: [&str; 2]) -> Value {
        let list = |opens: &[&Opens]| opens.iter().map(|one| value(one)).collect::<Vec<_>>();
        json!({ "format": 1, "scopes": names, "onlyFirst": list(&self.first), "onlySecond": list(&self.second), "both": list(&self.both) })
    }
}
