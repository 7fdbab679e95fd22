//! What the body of an example looks like.

use crate::json::{self, Kind};
use serde::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use std::fmt;

/// The shape of a body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// `{"value": [..]}` with nothing but annotations beside the list.
    List,
    /// A list named `value` beside other properties, which may be either.
    ListAndMore,
    /// Any other object with members.
    Object,
    /// `{}`.
    EmptyObject,
    /// No object.
    Other,
}

/// The shape of a body, and whether the body is valid JSON. One that only begins like an object is read leniently.
pub(super) fn read(body: &str) -> (Shape, bool) {
    match serde_json::from_str::<Strict>(body) {
        Ok(Strict(shape)) => (shape, true),
        Err(_) if body.starts_with('{') => (loose(body), false),
        Err(_) => (Shape::Other, false),
    }
}

fn loose(body: &str) -> Shape {
    let body = json::read(body);
    let mut keys = Keys::default();
    for member in body.iter().flat_map(|reading| reading.value.members()) {
        match Key::of(&member.name) {
            Key::Value => keys.value(matches!(member.value.kind, Kind::Array(_))),
            key => keys.other(matches!(key, Key::Annotation)),
        }
    }
    keys.finish()
}

/// What the keys of an object tell.
#[derive(Default)]
struct Keys {
    any: bool,
    list: bool,
    others: bool,
}

impl Keys {
    fn value(&mut self, is_array: bool) {
        self.any = true;
        self.list |= is_array;
    }

    fn other(&mut self, is_annotation: bool) {
        self.any = true;
        self.others |= !is_annotation;
    }

    fn finish(&self) -> Shape {
        match (self.any, self.list, self.others) {
            (false, ..) => Shape::EmptyObject,
            (true, true, false) => Shape::List,
            (true, true, true) => Shape::ListAndMore,
            (true, false, _) => Shape::Object,
        }
    }
}

/// Valid JSON, of which only the shape is kept.
struct Strict(Shape);

impl<'de> Deserialize<'de> for Strict {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let shape = match deserializer.deserialize_any(Top)? {
            Seen::Object(keys) => keys.finish(),
            Seen::Array | Seen::Other => Shape::Other,
        };
        Ok(Self(shape))
    }
}

/// What a value is.
enum Seen {
    Object(Keys),
    Array,
    Other,
}

impl<'de> Deserialize<'de> for Seen {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Top)
    }
}

struct Top;

impl<'de> Visitor<'de> for Top {
    type Value = Seen;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any JSON")
    }

    fn visit_bool<E>(self, _: bool) -> Result<Seen, E> {
        Ok(Seen::Other)
    }

    fn visit_i64<E>(self, _: i64) -> Result<Seen, E> {
        Ok(Seen::Other)
    }

    fn visit_u64<E>(self, _: u64) -> Result<Seen, E> {
        Ok(Seen::Other)
    }

    fn visit_f64<E>(self, _: f64) -> Result<Seen, E> {
        Ok(Seen::Other)
    }

    fn visit_str<E>(self, _: &str) -> Result<Seen, E> {
        Ok(Seen::Other)
    }

    fn visit_unit<E>(self) -> Result<Seen, E> {
        Ok(Seen::Other)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Seen, A::Error> {
        while items.next_element::<IgnoredAny>()?.is_some() {}
        Ok(Seen::Array)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Seen, A::Error> {
        let mut keys = Keys::default();
        while let Some(key) = members.next_key::<Key>()? {
            match key {
                Key::Value => keys.value(matches!(members.next_value()?, Seen::Array)),
                Key::Annotation | Key::Other => {
                    members.next_value::<IgnoredAny>()?;
                    keys.other(matches!(key, Key::Annotation));
                }
            }
        }
        Ok(Seen::Object(keys))
    }
}

/// The name of a member, as far as it matters.
enum Key {
    Value,
    Annotation,
    Other,
}

impl Key {
    fn of(name: &str) -> Self {
        match name {
            "value" => Self::Value,
            _ if name.starts_with('@') => Self::Annotation,
            _ => Self::Other,
        }
    }
}

impl<'de> Deserialize<'de> for Key {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Name;
        impl Visitor<'_> for Name {
            type Value = Key;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a name")
            }

            fn visit_str<E>(self, name: &str) -> Result<Key, E> {
                Ok(Key::of(name))
            }
        }
        deserializer.deserialize_str(Name)
    }
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn shapes() {
        let shown = |body| format!("{:?}", read(body));
        insta::assert_snapshot!(shown(r#"{"@odata.context": "x", "value": [{"id": "1"}]}"#), @"(List, true)");
        insta::assert_snapshot!(shown(r#"{"value": [], "id": "1"}"#), @"(ListAndMore, true)");
        insta::assert_snapshot!(shown(r#"{"value": "one"}"#), @"(Object, true)");
        insta::assert_snapshot!(shown(r#"{"id": "1", "n": [1, {"value": []}]}"#), @"(Object, true)");
        insta::assert_snapshot!(shown("{}"), @"(EmptyObject, true)");
        insta::assert_snapshot!(shown("[1]"), @"(Other, true)");
        insta::assert_snapshot!(shown("893"), @"(Other, true)");
        insta::assert_snapshot!(shown("id,name"), @"(Other, false)");
        insta::assert_snapshot!(shown(r#"{ "value": [ ... ] }"#), @"(List, false)");
    }
}
