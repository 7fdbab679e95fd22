//! Names of values that give access. `Debug` and URLs in errors do not show such values.

use serde_json::Value;

/// What is shown instead.
pub(crate) const HIDDEN: &str = "(hidden)";

/// The last words of such names, in lower case. `key` is a word of its own at the end, as in `preSharedKey`.
const ENDINGS: &[&str] = &[
    "accesstoken",
    "api-key",
    "apikey",
    "assertion",
    "authtoken",
    "clientsecret",
    "downloadurl",
    "idtoken",
    "passcode",
    "passphrase",
    "password",
    "refreshtoken",
    "sasuri",
    "sasurl",
    "secret",
    "secrettext",
    "storageuri",
    "tempauth",
    "uploadurl",
];

/// Names of query options that are secret as a whole.
#[cfg(feature = "client")]
const NAMES: &[&str] = &[
    "access_token",
    "client_secret",
    "code",
    "key",
    "refresh_token",
    "sig",
    "token",
];

/// Whether a property of this name is a secret: `password`, `clientSecret`, `preSharedKey`.
pub(crate) fn is_secret(name: &str) -> bool {
    let lower = name.to_ascii_lowercase();
    lower == "key" || name.ends_with("Key") || ENDINGS.iter().any(|ending| lower.ends_with(ending))
}

/// Whether a query option of this name is a secret.
#[cfg(feature = "client")]
pub(crate) fn is_secret_option(name: &str) -> bool {
    is_secret(name) || NAMES.contains(&name.to_ascii_lowercase().as_str())
}

/// Whether JSON text names a secret anywhere.
pub(crate) fn names_secret(json: &str) -> bool {
    let ends = json.match_indices('"').filter(|(at, _)| {
        let after = json.get(at + 1..).unwrap_or_default();
        after.trim_start().starts_with(':')
    });
    let mut ends = ends.map(|(at, _)| json.get(..at).unwrap_or_default());
    ends.any(|before| is_secret(before.rsplit('"').next().unwrap_or_default()))
}

/// JSON text without the secrets in it; `None` if it has none.
pub(super) fn redacted(json: &str) -> Option<String> {
    if !names_secret(json) {
        return None;
    }
    let Ok(mut value) = serde_json::from_str(json) else {
        return Some(HIDDEN.to_owned());
    };
    hide(&mut value);
    Some(value.to_string())
}

fn hide(value: &mut Value) {
    match value {
        Value::Array(list) => list.iter_mut().for_each(hide),
        Value::Object(map) => {
            for (name, value) in map {
                if is_secret(name) && !matches!(value, Value::Object(_) | Value::Null) {
                    *value = HIDDEN.into();
                } else {
                    hide(value);
                }
            }
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn secrets_are_known_by_their_names() {
        for name in [
            "password",
            "adminPassword",
            "clientSecret",
            "secretText",
            "preSharedKey",
            "key",
        ] {
            assert!(is_secret(name), "{name}");
        }
        for name in [
            "passwordPolicies",
            "displayName",
            "keyId",
            "monkey",
            "secretary",
            "@odata.nextLink",
        ] {
            assert!(!is_secret(name), "{name}");
        }
    }

    #[test]
    fn secrets_in_json() {
        assert_eq!(redacted(r#"{"a":"password","b":[1]}"#), None);
        assert_eq!(
            redacted(r#"[{"b":1,"profile":{"password" : "x"}}]"#).as_deref(),
            Some(r#"[{"b":1,"profile":{"password":"(hidden)"}}]"#)
        );
        assert_eq!(redacted(r#"{"password":"#).as_deref(), Some(HIDDEN));
    }
}
