//! Values of JSON, with their places in the text.

use std::borrow::Cow;
use std::ops::Range;

/// A value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Value<'a> {
    /// What it is.
    pub(crate) kind: Kind<'a>,
    /// Its bytes in the text.
    pub(crate) range: Range<usize>,
}

/// What a value is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Kind<'a> {
    /// `{..}`.
    Object(Vec<Member<'a>>),
    /// `[..]`.
    Array(Vec<Value<'a>>),
    /// A quoted text.
    Text(Cow<'a, str>),
    /// A number, `true`, `null`, or anything else without quotes.
    Word(&'a str),
}

/// A member of an object.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Member<'a> {
    /// Its name.
    pub(crate) name: Cow<'a, str>,
    /// The bytes of the name, without quotes.
    pub(crate) range: Range<usize>,
    /// Its value.
    pub(crate) value: Value<'a>,
}

impl<'a> Value<'a> {
    /// The members of an object; none for other values.
    pub(crate) fn members(&self) -> &[Member<'a>] {
        match &self.kind {
            Kind::Object(members) => members,
            Kind::Array(_) | Kind::Text(_) | Kind::Word(_) => &[],
        }
    }

    /// The member with this name.
    pub(crate) fn get(&self, name: &str) -> Option<&Value<'a>> {
        let member = self.members().iter().find(|member| member.name == name);
        member.map(|member| &member.value)
    }

    /// The words of a quoted text.
    pub(crate) fn text(&self) -> Option<&str> {
        match &self.kind {
            Kind::Text(text) => Some(text),
            Kind::Object(_) | Kind::Array(_) | Kind::Word(_) => None,
        }
    }
}

/// Whether a text is a date with a time and an offset: `2030-05-01T09:30:00Z`.
pub(crate) fn is_timestamp(text: &str) -> bool {
    const FORM: &[u8] = b"dddd-dd-ddTdd:dd";
    let Some((date, rest)) = text.as_bytes().split_at_checked(FORM.len()) else {
        return false;
    };
    let fits = |(form, byte): (&u8, &u8)| match form {
        b'd' => byte.is_ascii_digit(),
        mark => mark == byte,
    };
    let is_time = |byte: &u8| byte.is_ascii_digit() || b":.+-".contains(byte);
    let (offset, has_zone) = match rest.split_last() {
        Some((b'Z', seconds)) => (seconds, true),
        _ => (rest, rest.iter().any(|byte| b"+-".contains(byte))),
    };
    FORM.iter().zip(date).all(fits) && has_zone && offset.iter().all(is_time)
}

#[cfg(test)]
mod tests {
    use super::is_timestamp;

    #[test]
    fn timestamps_have_an_offset() {
        for text in [
            "2030-05-01T09:30Z",
            "2030-05-01T09:30:00Z",
            "2030-05-01T09:30:00.1234567Z",
            "2030-05-01T09:30:00-08:00",
        ] {
            assert!(is_timestamp(text), "{text}");
        }
        for text in [
            "",
            "2030-05-01",
            "2030-05-01T09:30:00",
            "2030-05-01T09:30:00 Z",
            "5030x05-01T09:30Z",
        ] {
            assert!(!is_timestamp(text), "{text}");
        }
    }
}
