//! `provisioningInfo.json`: a permission is deployed in several environments; the public one comes first.

use super::{Reference, scheme};
use serde_json::{Map, Value};

pub(super) fn add(reference: &mut Reference, deployments: &Map<String, Value>) {
    for (name, list) in deployments {
        let list = list.as_array().into_iter().flatten();
        let mut list: Vec<&Value> = list.collect();
        let is = |entry: &Value, key: &str| entry.get(key).and_then(Value::as_bool).unwrap_or(false);
        list.sort_by_key(|entry| {
            let public = entry
                .get("environment")
                .and_then(Value::as_str)
                .is_some_and(|text| text.split(';').any(|one| one.trim() == "public"));
            (!public, !is(entry, "isEnabled"), is(entry, "isHidden"))
        });
        for entry in list {
            let Some(scheme) = entry.get("scheme").and_then(Value::as_str).and_then(scheme) else {
                continue;
            };
            let known = reference.kind(name, scheme);
            if known.id.is_none() {
                known.id = entry.get("id").and_then(Value::as_str).map(str::to_owned);
                known.retired = is(entry, "isHidden") || !is(entry, "isEnabled");
            }
        }
    }
}
