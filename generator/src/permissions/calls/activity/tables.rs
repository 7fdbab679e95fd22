//! Tables of a query: `{"tables": [{"columns": [{"name": "RequestUri"}], "rows": [["..."]]}]}`, as the query service of
//! the log answers.

use super::json::{Found, Text};
use super::line::{Field, Line};
use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use std::fmt;

/// The list of tables: the rows are lines.
pub(super) struct Tables<'l, 'a>(pub(super) &'l mut Found<'a>);

impl<'de> DeserializeSeed<'de> for Tables<'_, 'de> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for Tables<'_, 'de> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list of tables")
    }

    fn visit_seq<S: SeqAccess<'de>>(self, mut list: S) -> Result<(), S::Error> {
        let lines = self.0.records.get_or_insert_default();
        let mut table = Table::default();
        while list.next_element_seed(&mut table)?.is_some() {
            lines.append(&mut table.lines);
            table.columns.clear();
        }
        Ok(())
    }
}

/// A table; its columns stand before its rows.
#[derive(Default)]
struct Table<'a> {
    columns: Vec<Option<Field>>,
    lines: Vec<Line<'a>>,
}

impl<'de> DeserializeSeed<'de> for &mut Table<'de> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for &mut Table<'de> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a table")
    }

    fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<(), M::Error> {
        while let Some(key) = map.next_key_seed(Text)? {
            match &*key {
                "columns" => {
                    let columns: Vec<Column> = map.next_value()?;
                    self.columns = columns.iter().map(|column| Field::of(&column.name)).collect();
                }
                "rows" => map.next_value_seed(Rows(self))?,
                _ => _ = map.next_value::<IgnoredAny>()?,
            }
        }
        Ok(())
    }
}

#[derive(serde::Deserialize)]
struct Column {
    name: String,
}

/// The rows of a table.
struct Rows<'t, 'a>(&'t mut Table<'a>);

impl<'de> DeserializeSeed<'de> for Rows<'_, 'de> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for Rows<'_, 'de> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list of rows")
    }

    fn visit_seq<S: SeqAccess<'de>>(self, mut list: S) -> Result<(), S::Error> {
        while let Some(line) = list.next_element_seed(Row(&self.0.columns))? {
            self.0.lines.push(line);
        }
        Ok(())
    }
}

/// The values of a row, in the order of the columns.
struct Row<'c>(&'c [Option<Field>]);

impl<'de> DeserializeSeed<'de> for Row<'_> {
    type Value = Line<'de>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Line<'de>, D::Error> {
        deserializer.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for Row<'_> {
    type Value = Line<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list of values")
    }

    fn visit_seq<S: SeqAccess<'de>>(self, mut list: S) -> Result<Line<'de>, S::Error> {
        let mut line = Line::default();
        let mut columns = self.0.iter().copied();
        loop {
            let known = match columns.next().flatten() {
                Some(field) => list.next_element_seed(Text)?.map(|value| line.set(field, value)),
                None => list.next_element::<IgnoredAny>()?.map(|_| ()),
            };
            if known.is_none() {
                return Ok(line);
            }
        }
    }
}
