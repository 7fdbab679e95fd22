//! Numbers and booleans, also in quotes and other forms that services send.

use std::borrow::Cow;

use super::json::Json;

/// A value of one JSON token.
#[doc(hidden)]
pub trait Scalar: Sized {
    /// Reads the JSON text, also a number in quotes; `None` if it is something else.
    fn from_json(json: &str) -> Option<Self>;
    /// The JSON text to send.
    fn to_json(&self) -> Cow<'_, str>;
}

/// The text between the quotes, or the text itself.
fn bare(json: &str) -> &str {
    json.strip_prefix('"')
        .and_then(|j| j.strip_suffix('"'))
        .unwrap_or(json)
        .trim()
}

impl Scalar for bool {
    fn from_json(json: &str) -> Option<Self> {
        let text = bare(json);
        if text.eq_ignore_ascii_case("true") {
            Some(true)
        } else if text.eq_ignore_ascii_case("false") {
            Some(false)
        } else {
            None
        }
    }
    fn to_json(&self) -> Cow<'_, str> {
        Cow::Borrowed(if *self { "true" } else { "false" })
    }
}

impl Scalar for i64 {
    fn from_json(json: &str) -> Option<Self> {
        let text = bare(json);
        text.parse().ok().or_else(|| whole(text.parse().ok()?))
    }
    fn to_json(&self) -> Cow<'_, str> {
        Cow::Owned(self.to_string())
    }
}

impl Scalar for i32 {
    fn from_json(json: &str) -> Option<Self> {
        i64::from_json(json).and_then(|v| i32::try_from(v).ok())
    }
    fn to_json(&self) -> Cow<'_, str> {
        Cow::Owned(self.to_string())
    }
}

impl Scalar for f64 {
    fn from_json(json: &str) -> Option<Self> {
        match bare(json) {
            "NaN" => Some(f64::NAN),
            "INF" => Some(f64::INFINITY),
            "-INF" => Some(f64::NEG_INFINITY),
            // Rust also reads `inf`, `nan` and `1.`; but a service that sends `inf` means a text.
            text if text.bytes().all(|b| b.is_ascii_digit() || b"+-.eE".contains(&b)) => {
                text.parse().ok().filter(|value: &f64| value.is_finite())
            }
            _ => None,
        }
    }
    fn to_json(&self) -> Cow<'_, str> {
        match float_name(*self) {
            Some("NaN") => Cow::Borrowed("\"NaN\""),
            Some("INF") => Cow::Borrowed("\"INF\""),
            Some(_) => Cow::Borrowed("\"-INF\""),
            None => Cow::Owned(serde_json::to_string(self).unwrap_or_default()),
        }
    }
}

impl Scalar for Json {
    fn from_json(json: &str) -> Option<Self> {
        Json::from_text(json).ok()
    }
    fn to_json(&self) -> Cow<'_, str> {
        Cow::Borrowed(self.as_str())
    }
}

/// The OData name of a number that JSON cannot write.
pub(super) fn float_name(value: f64) -> Option<&'static str> {
    if value.is_nan() {
        Some("NaN")
    } else if value == f64::INFINITY {
        Some("INF")
    } else if value == f64::NEG_INFINITY {
        Some("-INF")
    } else {
        None
    }
}

/// The float as an integer, if it is exactly one.
pub(super) fn whole(value: f64) -> Option<i64> {
    const LIMIT: f64 = 9_007_199_254_740_992.0;
    if value.fract() == 0.0 && value.abs() <= LIMIT {
        #[allow(clippy::cast_possible_truncation)] // checked in the line above
        Some(value as i64)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_may_be_in_quotes() {
        for (text, want) in [
            ("5", Some(5)),
            ("\"5\"", Some(5)),
            ("5.0", Some(5)),
            ("5.5", None),
            ("5000000000", None),
            ("\"many\"", None),
            ("true", None),
            ("null", None),
            ("18446744073709551615", None),
        ] {
            assert_eq!(i32::from_json(text), want, "{text}");
        }
        assert_eq!(i64::from_json("9007199254740993"), Some(9_007_199_254_740_993));
        assert_eq!(bool::from_json("\"True\""), Some(true));
        assert_eq!(bool::from_json("1"), None);
    }

    #[test]
    fn numbers_that_json_cannot_write_have_names() {
        assert!(f64::from_json("\"NaN\"").unwrap().is_nan());
        for (text, value) in [("\"INF\"", f64::INFINITY), ("\"-INF\"", f64::NEG_INFINITY)] {
            assert_eq!(f64::from_json(text), Some(value));
            assert_eq!(value.to_json(), text);
        }
        assert_eq!(f64::from_json("inf"), None);
        assert_eq!(f64::from_json("1e5"), Some(100_000.0));
    }
}
