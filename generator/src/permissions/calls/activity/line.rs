//! A line of a log.

use std::borrow::Cow;

/// What counts of a line.
#[derive(Debug, Default)]
pub(super) struct Line<'a> {
    pub(super) app: Cow<'a, str>,
    pub(super) method: Cow<'a, str>,
    pub(super) uri: Cow<'a, str>,
    pub(super) roles: Cow<'a, str>,
    pub(super) scopes: Cow<'a, str>,
}

/// The columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Field {
    App,
    Method,
    Uri,
    Roles,
    Scopes,
}

impl Field {
    /// The column of this name: `RequestUri`, `requestUri`, `request_uri`.
    pub(super) fn of(name: &str) -> Option<Self> {
        const NAMES: [(&str, Field); 5] = [
            ("appid", Field::App),
            ("requestmethod", Field::Method),
            ("requesturi", Field::Uri),
            ("roles", Field::Roles),
            ("scopes", Field::Scopes),
        ];
        let is = |known: &str| {
            let mut letters = name
                .trim()
                .bytes()
                .filter(|byte| *byte != b'_')
                .map(|byte| byte.to_ascii_lowercase());
            known.bytes().all(|byte| letters.next() == Some(byte)) && letters.next().is_none()
        };
        NAMES.iter().find(|(known, _)| is(known)).map(|(_, field)| *field)
    }
}

impl<'a> Line<'a> {
    pub(super) fn set(&mut self, field: Field, value: Cow<'a, str>) {
        let target = match field {
            Field::App => &mut self.app,
            Field::Method => &mut self.method,
            Field::Uri => &mut self.uri,
            Field::Roles => &mut self.roles,
            Field::Scopes => &mut self.scopes,
        };
        *target = value;
    }
}
