//! JSON lines, and a JSON array of the same objects.

use super::line::{Field, Line};
use super::{Filter, Tally};
use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use std::borrow::Cow;
use std::fmt;
use std::io::Read;

/// Counts the lines of a block.
pub(super) fn lines(block: &[u8], filter: Filter<'_, '_>) -> Tally {
    let mut tally = Tally::default();
    for line in block.split(|byte| *byte == b'\n').map(<[u8]>::trim_ascii) {
        if line.is_empty() {
            continue;
        }
        match std::str::from_utf8(line).ok().and_then(parse) {
            Some(line) => tally.add(&line, filter),
            None => tally.unread += 1,
        }
    }
    tally
}

fn parse(text: &str) -> Option<Line<'_>> {
    let mut line = Line::default();
    let mut deserializer = serde_json::Deserializer::from_str(text);
    deserializer.deserialize_map(Object(&mut line)).ok()?;
    Some(line)
}

/// Counts the objects of an array, one after another.
pub(super) fn array(log: impl Read, filter: Filter<'_, '_>) -> serde_json::Result<Tally> {
    let mut tally = Tally::default();
    let mut deserializer = serde_json::Deserializer::from_reader(log);
    deserializer.deserialize_seq(Objects(&mut tally, filter))?;
    Ok(tally)
}

/// An object, or the object `properties` in it, as diagnostic settings write it.
struct Object<'l, 'a>(&'l mut Line<'a>);

impl<'de> Visitor<'de> for Object<'_, 'de> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<(), M::Error> {
        while let Some(key) = map.next_key_seed(Text)? {
            match Field::of(&key) {
                Some(field) => {
                    let value = map.next_value_seed(Text)?;
                    self.0.set(field, value);
                }
                None if key.eq_ignore_ascii_case("properties") => map.next_value_seed(Object(self.0))?,
                None => _ = map.next_value::<IgnoredAny>()?,
            }
        }
        Ok(())
    }

    // `properties` of other tables may be text.
    fn visit_str<E>(self, _: &str) -> Result<(), E> {
        Ok(())
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        Ok(())
    }
}

impl<'de> DeserializeSeed<'de> for Object<'_, 'de> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

/// Text, or a list of texts as one text. What is neither is empty.
struct Text;

impl<'de> DeserializeSeed<'de> for Text {
    type Value = Cow<'de, str>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Text {
    type Value = Cow<'de, str>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("text")
    }

    fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Self::Value, E> {
        Ok(Cow::Borrowed(text))
    }

    fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
        Ok(Cow::Owned(text.to_owned()))
    }

    fn visit_seq<S: SeqAccess<'de>>(self, mut list: S) -> Result<Self::Value, S::Error> {
        let mut words = Vec::new();
        while let Some(word) = list.next_element_seed(Text)? {
            words.push(word);
        }
        Ok(Cow::Owned(words.join(" ")))
    }

    fn visit_unit<E>(self) -> Result<Self::Value, E> {
        Ok(Cow::Borrowed(""))
    }

    fn visit_bool<E>(self, _: bool) -> Result<Self::Value, E> {
        Ok(Cow::Borrowed(""))
    }

    fn visit_u64<E>(self, _: u64) -> Result<Self::Value, E> {
        Ok(Cow::Borrowed(""))
    }

    fn visit_i64<E>(self, _: i64) -> Result<Self::Value, E> {
        Ok(Cow::Borrowed(""))
    }

    fn visit_f64<E>(self, _: f64) -> Result<Self::Value, E> {
        Ok(Cow::Borrowed(""))
    }
}

struct Objects<'t, 'i, 'm>(&'t mut Tally, Filter<'i, 'm>);

impl<'de> Visitor<'de> for Objects<'_, '_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list of objects")
    }

    fn visit_seq<S: SeqAccess<'de>>(self, mut list: S) -> Result<(), S::Error> {
        while let Some(()) = list.next_element_seed(Counted(self.0, self.1))? {}
        Ok(())
    }
}

/// An object that is counted when it is read.
struct Counted<'t, 'i, 'm>(&'t mut Tally, Filter<'i, 'm>);

impl<'de> DeserializeSeed<'de> for Counted<'_, '_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        let mut line = Line::default();
        deserializer.deserialize_any(Object(&mut line))?;
        self.0.add(&line, self.1);
        Ok(())
    }
}
