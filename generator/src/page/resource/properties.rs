//! Rows of Properties and Relationships tables.

use crate::markdown::{Block, Document, Link, Row, Table, Text};
use crate::model::{Account, Fact, Primitive, PropertySection, Reason};
use crate::page::prose::{Patterns, Words};
use crate::page::reason::properties as reason;
use crate::page::rows::PropertyRow;
use crate::page::type_cell::{TypeCell, TypeWord, primitive, type_cell};
use crate::page::vocabulary::columns::{Column, Columns, ITEMS, headers};
use crate::page::vocabulary::headings::{Heading, heading};
use crate::page::{Context, NameCell, describe, is_label, name_cell, title};
use rustc_hash::FxHashMap;
use std::borrow::Cow;
use std::collections::hash_map::Entry;
use std::ops::Range;
use std::sync::LazyLock;

/// Every property row of the page, in page order.
pub(super) fn read(context: &Context<'_>, document: &Document, account: &mut Account) -> Vec<PropertyRow> {
    let mut reader = RowReader {
        context,
        account,
        rows: Vec::new(),
        names: FxHashMap::default(),
    };
    // The section that the current one lies in, with its level: `### Instance attributes` under `## Properties`.
    let mut within: Option<(u8, PropertySection)> = None;
    // A section about another object, with its level.
    let mut aside: Option<u8> = None;
    for section in &document.sections {
        let heading = heading(section);
        let own = section_kind(heading);
        if within.is_none_or(|(level, _)| section.level <= level) {
            within = own.map(|kind| (section.level, kind));
        }
        if aside.is_some_and(|level| section.level <= level) {
            aside = None;
        }
        if heading == Some(Heading::PropertiesOfOther) {
            aside = aside.or(Some(section.level));
        }
        let Some(kind) = own.or(within.map(|(_, kind)| kind)) else {
            continue;
        };
        let is_enum = section.level > 1 && title::enum_name(&section.heading.plain).is_some();
        let mut before: Option<&Text> = None;
        for block in &section.blocks {
            match block {
                Block::Paragraph(text) => before = Some(text),
                Block::Table(table) if aside.is_some() => reader.leave(table, &reason::ANOTHER_OBJECT),
                Block::Table(table) => match Layout::of(table, &Columns::read(ITEMS, table)) {
                    Some(layout) => {
                        let layout = layout.turned(table);
                        reader.table(table, &layout, kind);
                    }
                    // `### kilnState values` below `## Properties` is read as an enum.
                    None if is_enum => {}
                    None if before.is_some_and(|text| reader.values(text, table)) => {}
                    // A table of examples inside the section.
                    None => reader.leave(table, &reason::NO_COLUMNS),
                },
                _ => {}
            }
        }
    }
    reader.rows
}

/// What a paragraph says before a table of a property's values.
const VALUE_WORDS: &[(&str, ())] = &[("POSSIBLE|following values", ())];

static INTRODUCES_VALUES: LazyLock<Patterns<()>> = LazyLock::new(|| Patterns::new(VALUE_WORDS));

fn section_kind(heading: Option<Heading>) -> Option<PropertySection> {
    match heading? {
        Heading::Properties => Some(PropertySection::Properties),
        Heading::Relationships => Some(PropertySection::Relationships),
        _ => None,
    }
}

struct RowReader<'r, 'c> {
    context: &'r Context<'c>,
    account: &'r mut Account,
    rows: Vec<PropertyRow>,
    /// Places in `rows`, by the name in small letters.
    names: FxHashMap<String, usize>,
}

impl RowReader<'_, '_> {
    fn table(&mut self, table: &Table, layout: &Layout<'_>, section: PropertySection) {
        for row in &table.rows {
            let read = layout.read(self.context, row, section);
            // Some tables have a row twice.
            let read = read.and_then(|property| match self.names.entry(property.name.to_lowercase()) {
                Entry::Vacant(entry) => {
                    entry.insert(self.rows.len());
                    Ok(property)
                }
                Entry::Occupied(entry) => {
                    let known = self.rows.get(*entry.get());
                    let same = known.is_some_and(|known| known.type_cell.means_same(&property.type_cell));
                    Err(if same { &reason::TWICE } else { &reason::TWICE_DIFFERENT })
                }
            });
            match read {
                Ok(property) => {
                    if layout.swapped {
                        self.account.guessed(&reason::SWAPPED, row.span);
                    } else {
                        self.account.read(Fact::Property);
                    }
                    self.count_values(&property, row);
                    self.rows.push(property);
                }
                Err(reason) => self.skip(row, reason),
            }
        }
    }

    /// "Possible values are" without values: they stand in an article, or in a table.
    fn count_values(&mut self, property: &PropertyRow, row: &Row) {
        let described = &property.described;
        let may_be_enum = match property.type_cell.word {
            TypeWord::Primitive(primitive) => primitive == Primitive::String,
            TypeWord::Name(_) | TypeWord::Unknown => true,
        };
        if !described.values.is_empty() {
            self.account.read(Fact::InlineValues);
        } else if may_be_enum && let Some(words) = &described.unlisted {
            self.account.unread(&reason::NO_VALUES, row.span, words);
        }
    }

    /// "The possible values for **color** are ...:" before a table of them: its first column is the property's list.
    fn values(&mut self, before: &Text, table: &Table) -> bool {
        if !INTRODUCES_VALUES.stands_in(&Words::new(before)) {
            return false;
        }
        let marked = before.strong.iter().chain(&before.code);
        let named = marked.filter_map(|range| {
            let name = before.slice(range).trim();
            let row = *self.names.get(&name.to_lowercase())?;
            let is_open = |row: &PropertyRow| row.described.values.is_empty() && row.name == name;
            self.rows.get(row).is_some_and(is_open).then_some(row)
        });
        let Some(row) = named.min().and_then(|row| self.rows.get_mut(row)) else {
            return false;
        };
        let first_cells = table.rows.iter().filter_map(|row| row.cells.first());
        let values: Vec<String> = first_cells.map(|cell| name_cell(cell).name).collect();
        let is_value = |value: &String| !value.is_empty() && value.chars().all(char::is_alphanumeric);
        let are_values = values.len() > 1 && values.iter().all(is_value);
        if are_values {
            row.described.values = values;
            self.account.read(Fact::InlineValues);
        }
        are_values
    }

    fn skip(&mut self, row: &Row, reason: &'static Reason) {
        let shown = row.cells.iter().find(|cell| !cell.is_empty());
        let words = shown.map_or("", |cell| cell.plain.as_str());
        self.account.unread(reason, row.span, words);
    }

    fn leave(&mut self, table: &Table, reason: &'static Reason) {
        let header = headers(table);
        for row in &table.rows {
            self.account.unread(reason, row.span, &header);
        }
    }
}

/// Which columns of a table hold name, type and description.
struct Layout<'t> {
    name: usize,
    type_cell: usize,
    description: Option<usize>,
    /// Columns that mean nothing known.
    others: Vec<(usize, &'t str)>,
    width: usize,
    /// Names and types stand in each other's column.
    swapped: bool,
}

impl<'t> Layout<'t> {
    /// A header such as `Property Type | Remarks` names no type column: its first column is the name then.
    fn of(table: &'t Table, columns: &Columns) -> Option<Self> {
        let type_cell = columns.index(Column::Type)?;
        let name = columns.index(Column::Name).or_else(|| (type_cell > 0).then_some(0))?;
        let description = columns
            .index(Column::Description)
            .or_else(|| (columns.count() > 2).then_some(2));
        let used = [Some(name), Some(type_cell), description];
        let others = columns.others(table).into_iter();
        Some(Self {
            name,
            type_cell,
            description,
            others: others.filter(|(index, _)| !used.contains(&Some(*index))).collect(),
            width: columns.count(),
            swapped: false,
        })
    }

    /// The layout with names and types exchanged, where they stand in each other's column.
    fn turned(self, table: &Table) -> Self {
        if !self.is_swapped(table) {
            return self;
        }
        Layout {
            name: self.type_cell,
            type_cell: self.name,
            swapped: true,
            ..self
        }
    }

    /// Whether every cell below the header of names is a primitive, a collection or a link to a type, some of them primitives,
    /// and every cell below the header of types is a plain name in small letters.
    fn is_swapped(&self, table: &Table) -> bool {
        let is_name = |cell: &Text| {
            let name = cell.plain.trim();
            let is_word = name.starts_with(|c: char| c.is_ascii_lowercase()) && name.chars().all(char::is_alphanumeric);
            is_word && cell.links.is_empty() && primitive(name).is_none()
        };
        let is_primitive = |cell: &Text| matches!(type_cell(cell).word, TypeWord::Primitive(_));
        let is_type = |cell: &Text| is_primitive(cell) || !cell.links.is_empty() || type_cell(cell).collection;
        let swapped = |row: &Row| {
            let (name, of_type) = (row.cells.get(self.name), row.cells.get(self.type_cell));
            of_type.is_some_and(is_name) && name.is_some_and(is_type)
        };
        let mut names = table.rows.iter().filter_map(|row| row.cells.get(self.name));
        // The first row of nearly all tables tells that it is not.
        table.rows.len() > 1 && table.rows.iter().all(swapped) && names.any(is_primitive)
    }

    fn read(&self, context: &Context<'_>, row: &Row, section: PropertySection) -> Result<PropertyRow, &'static Reason> {
        let cell = row.cells.get(self.name).ok_or(&reason::NO_NAME)?;
        let NameCell {
            name,
            deprecated,
            required,
            repairs,
        } = name_cell(cell);
        if name.is_empty() {
            return Err(&reason::NO_NAME);
        }
        if name.contains([' ', ',']) || is_label(cell, row) {
            return Err(&reason::LABEL);
        }
        let mut described = self
            .description(row)
            .map(|cell| describe(context, &cell))
            .unwrap_or_default();
        described.state_cells(row, &self.others);
        described.append_cells(context, row, &self.others);
        if required {
            described.require();
        }
        if deprecated {
            described.deprecate();
        }
        let type_cell = row.cells.get(self.type_cell).map_or_else(TypeCell::unknown, type_cell);
        described.fit(&type_cell);
        Ok(PropertyRow {
            name,
            repairs,
            section,
            type_cell,
            described,
            origin: context.origin(row.span),
        })
    }

    /// The description cell, with the cells that an unescaped pipe in it split off.
    fn description<'a>(&self, row: &'a Row) -> Option<Cow<'a, Text>> {
        let index = self.description?;
        let mut text = Cow::Borrowed(row.cells.get(index)?);
        for more in row.cells.get(self.width.max(index + 1)..).unwrap_or(&[]) {
            text.to_mut().plain.push_str(" | ");
            append(text.to_mut(), more);
        }
        Some(text)
    }
}

/// Appends a text to another one, with its links and spans.
fn append(text: &mut Text, more: &Text) {
    let start = text.plain.len();
    let moved = |range: &Range<usize>| range.start + start..range.end + start;
    text.plain.push_str(&more.plain);
    text.code.extend(more.code.iter().map(moved));
    text.strong.extend(more.strong.iter().map(moved));
    text.links.extend(more.links.iter().map(|link| Link {
        range: moved(&link.range),
        ..link.clone()
    }));
}

#[cfg(test)]
mod tests {
    use super::INTRODUCES_VALUES;
    use crate::page::prose::proof::{assert_proven, paragraph};

    #[test]
    fn each_phrase_has_a_sentence() {
        assert_proven(
            &INTRODUCES_VALUES,
            &["The possible values for **color** are:"].map(paragraph),
        );
    }
}
