//! JSON lines, an array of the same objects, and objects on several lines each.

use super::line::{Field, Line};
use super::tables::Tables;
use super::{Filter, Tally};
use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use std::borrow::Cow;
use std::fmt;
use std::io::{BufRead, BufReader, Read};

/// Counts the lines of a block.
pub(super) fn lines(block: &[u8], filter: Filter<'_, '_>) -> Tally {
    let mut tally = Tally::default();
    for line in block.split(|byte| *byte == b'\n').map(<[u8]>::trim_ascii) {
        if line.is_empty() {
            continue;
        }
        match std::str::from_utf8(line).ok().and_then(parse) {
            Some(lines) => lines.iter().for_each(|line| tally.add(line, filter)),
            None => tally.unread += 1,
        }
    }
    tally
}

/// The line of an object, or the lines of its `records`.
fn parse(text: &str) -> Option<Vec<Line<'_>>> {
    let mut found = Found::default();
    let mut deserializer = serde_json::Deserializer::from_str(text);
    deserializer.deserialize_map(Object(&mut found)).ok()?;
    Some(found.lines())
}

/// What an object has: a line, or a list of lines, as event hubs pack them and as queries answer.
#[derive(Default)]
pub(super) struct Found<'a> {
    line: Line<'a>,
    pub(super) records: Option<Vec<Line<'a>>>,
}

impl<'a> Found<'a> {
    fn lines(self) -> Vec<Line<'a>> {
        self.records.unwrap_or_else(|| vec![self.line])
    }
}

/// Whether the text is an object that goes on behind its first line: the next one does not begin another object.
pub(super) fn is_spread(begin: &[u8]) -> bool {
    let mut lines = begin
        .split(|byte| *byte == b'\n')
        .map(<[u8]>::trim_ascii)
        .filter(|line| !line.is_empty());
    let first = lines.next().and_then(|line| std::str::from_utf8(line).ok());
    let is_open = first.is_some_and(|line| serde_json::from_str::<IgnoredAny>(line).is_err_and(|error| error.is_eof()));
    is_open && lines.next().is_some_and(|line| !line.starts_with(b"{"))
}

/// Counts objects that stand one after another, each on several lines.
pub(super) fn objects(log: impl Read, filter: Filter<'_, '_>) -> serde_json::Result<Tally> {
    let mut tally = Tally::default();
    let mut log = BufReader::new(log);
    loop {
        let rest = log.fill_buf().map_err(serde_json::Error::io)?;
        let blank = rest.iter().take_while(|byte| byte.is_ascii_whitespace()).count();
        match (rest.len(), blank) {
            (0, _) => return Ok(tally),
            (_, 0) => {
                let mut deserializer = serde_json::Deserializer::from_reader(&mut log);
                Counted(&mut tally, filter).deserialize(&mut deserializer)?;
            }
            (_, blank) => log.consume(blank),
        }
    }
}

/// Counts the objects of an array, one after another.
pub(super) fn array(log: impl Read, filter: Filter<'_, '_>) -> serde_json::Result<Tally> {
    let mut tally = Tally::default();
    let mut deserializer = serde_json::Deserializer::from_reader(log);
    deserializer.deserialize_seq(Objects(&mut tally, filter))?;
    Ok(tally)
}

/// An object, or the object `properties` in it, as diagnostic settings write it, or the list `records`.
struct Object<'l, 'a>(&'l mut Found<'a>);

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
                    self.0.line.set(field, value);
                }
                None if key.eq_ignore_ascii_case("records") => map.next_value_seed(Records(self.0))?,
                None if key == "tables" => map.next_value_seed(Tables(self.0))?,
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

/// The objects of `records`; what is no list has none.
struct Records<'l, 'a>(&'l mut Found<'a>);

impl<'de> Visitor<'de> for Records<'_, 'de> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list of objects")
    }

    fn visit_seq<S: SeqAccess<'de>>(self, mut list: S) -> Result<(), S::Error> {
        let records = self.0.records.get_or_insert_default();
        loop {
            let mut found = Found::default();
            if list.next_element_seed(Object(&mut found))?.is_none() {
                return Ok(());
            }
            records.extend(found.lines());
        }
    }
}

impl<'de> DeserializeSeed<'de> for Records<'_, 'de> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_seq(self)
    }
}

/// Text, or a list of texts as one text. What is neither is empty.
pub(super) struct Text;

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
        let mut found = Found::default();
        deserializer.deserialize_any(Object(&mut found))?;
        found.lines().iter().for_each(|line| self.0.add(line, self.1));
        Ok(())
    }
}
