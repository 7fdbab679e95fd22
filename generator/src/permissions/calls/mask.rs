//! Addresses without the values in them, so that equal calls are counted together and a report names no person.

use super::Address;
use super::url::unescaped;

/// `/v1.0/things/7` as `/v1.0/things/{id}`. What looks like an id is one: it has a digit or a sign that names have not, or is
/// very long.
pub fn mask(address: &Address) -> String {
    let mut masked = String::with_capacity(address.path.len());
    if !address.is_of_api() {
        masked.push_str("https://");
        masked.push_str(&address.host);
    }
    masked.extend(address.version.iter().flat_map(|version| ["/", version]));
    for segment in address.path.split('/').filter(|segment| !segment.is_empty()) {
        masked.push('/');
        masked.push_str(&part(&unescaped(segment)));
    }
    masked
}

fn part(segment: &str) -> String {
    match segment.split_once('(') {
        Some((name, inside)) if segment.ends_with(')') && inside.len() > 1 => format!("{name}({{id}})"),
        _ if is_value(segment) => "{id}".to_owned(),
        _ => segment.to_owned(),
    }
}

fn is_value(segment: &str) -> bool {
    let is_name = |c: char| c.is_ascii_alphabetic() || matches!(c, '$' | '.' | '_' | '-' | '{' | '}' | '(' | ')');
    !segment.chars().all(is_name) || segment.len() > 60
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_taken_out() {
        let masked = |text: &str| mask(&Address::parse(text));
        assert_eq!(
            masked("https://graph.microsoft.com/v1.0/yards/77/kilns('a')/$ref?x=1"),
            "/v1.0/yards/{id}/kilns({id})/$ref"
        );
        assert_eq!(
            masked("/yards/ann@example.com/microsoft.graph.kiln"),
            "/yards/{id}/microsoft.graph.kiln"
        );
        assert_eq!(
            masked("https://other.example/yards/1"),
            "https://other.example/yards/{id}"
        );
    }
}
