//! The difference between two JSON values.

use serde_json::Value;

/// The path of the first difference and both values there; `None` when the values are the same up to the order of keys.
pub(super) fn difference(documented: &Value, own: &Value) -> Option<String> {
    walk("", documented, own)
}

fn walk(path: &str, documented: &Value, own: &Value) -> Option<String> {
    match (documented, own) {
        (Value::Object(documented), Value::Object(own)) => {
            let lost = documented.iter().find_map(|(name, value)| {
                let path = format!("{path}/{name}");
                match own.get(name) {
                    Some(own) => walk(&path, value, own),
                    None => Some(format!("{path} is lost")),
                }
            });
            let added = || own.keys().find(|name| !documented.contains_key(*name));
            lost.or_else(|| added().map(|name| format!("{path}/{name} is added")))
        }
        (Value::Array(documented), Value::Array(own)) if documented.len() == own.len() => {
            let pairs = documented.iter().zip(own).enumerate();
            let mut found = pairs.filter_map(|(at, (a, b))| walk(&format!("{path}/{at}"), a, b));
            found.next()
        }
        _ if documented == own || same_number(documented, own) => None,
        _ => Some(format!("{path}: {} is not {}", short(own), short(documented))),
    }
}

/// `99` and `99.0` are one number. Two whole numbers have to have the same digits.
fn same_number(documented: &Value, own: &Value) -> bool {
    let whole = documented.is_i64() && own.is_i64() || documented.is_u64() && own.is_u64();
    !whole && documented.is_number() && documented.as_f64() == own.as_f64()
}

fn short(value: &Value) -> String {
    let text = value.to_string();
    match text.char_indices().nth(60) {
        Some((end, _)) => format!("{}...", text.get(..end).unwrap_or_default()),
        None => text,
    }
}
