//! Description cells: meaning, and the facts that sentences state.
//!
//! A cell is cut into words once; phrases are found in tables of patterns, one table for each idea (see
//! [`prose`](super::prose)).

mod default;
mod deprecated;
mod facts;
mod inherited;
mod introducer;
mod limits;
mod list;
mod marked;
mod memo;
mod number;
mod permissions;
mod query;
mod separator;
mod value;
mod values;

pub use deprecated::deprecation;
pub use memo::Memo;

use super::vocabulary::columns::says;
use super::{Context, TypeCell, TypeWord};
use crate::markdown::{Row, Text};
use crate::model::{Facets, Primitive};
use crate::page::prose::Words;
use std::sync::Arc;

/// A description cell, read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Described {
    /// The words as markdown with absolute links.
    pub markdown: String,
    /// What the sentences state.
    pub facets: Arc<Facets>,
    /// "Possible values are: ...": the values.
    pub values: Vec<String>,
    /// "Possible values are" and what follows, when no list of values does.
    pub unlisted: Option<String>,
    /// "Inherited from [x](x.md)": the name.
    pub inherited_from: Option<String>,
    /// "Optional.": a call can leave it out.
    pub optional: bool,
}

impl Described {
    /// Notes that a mark or a sentence elsewhere calls the value required.
    pub(super) fn require(&mut self) {
        Arc::make_mut(&mut self.facets).required = true;
    }

    /// Leaves out bounds that are none of a value of this type: the minutes of a duration, characters that a switch is about.
    pub(super) fn fit(&mut self, type_cell: &TypeCell) {
        if let Some(nullable) = says_nullable(&type_cell.raw)
            && self.facets.nullable.is_none()
        {
            Arc::make_mut(&mut self.facets).nullable = Some(nullable);
        }
        let TypeWord::Primitive(primitive) = type_cell.word else {
            return;
        };
        let is_integer = matches!(
            primitive,
            Primitive::Byte | Primitive::Int16 | Primitive::Int32 | Primitive::Int64
        );
        if is_integer && !self.facets.value_numbers.is_empty() {
            let facets = Arc::make_mut(&mut self.facets);
            let numbers = std::mem::take(&mut facets.value_numbers);
            for value in &mut self.values {
                if let Some(number) = numbers.get(value) {
                    *value = number.to_string();
                }
            }
        }
        let has_no_bounds = matches!(
            primitive,
            Primitive::Boolean
                | Primitive::Date
                | Primitive::DateTimeOffset
                | Primitive::Duration
                | Primitive::TimeOfDay
        );
        let facets = &self.facets;
        if has_no_bounds && (facets.minimum.is_some() || facets.maximum.is_some() || facets.max_length.is_some()) {
            let facets = Arc::make_mut(&mut self.facets);
            (facets.minimum, facets.maximum, facets.max_length) = (None, None, None);
        }
    }

    /// Notes what its own words say about the deprecation of a member.
    pub(super) fn deprecate_member(&mut self, cell: &Text, name: &str) {
        if self.facets.deprecated.is_none()
            && let Some(said) = deprecated::of_member(cell, name)
        {
            Arc::make_mut(&mut self.facets).deprecated = Some(said);
        }
    }

    /// Notes what words elsewhere say about the deprecation, unless its own words say something.
    pub(super) fn deprecate_with(&mut self, said: &str) {
        if self.facets.deprecated.is_none() {
            Arc::make_mut(&mut self.facets).deprecated = Some(said.to_owned());
        }
    }

    /// Notes that a mark beside the name calls the item deprecated, unless words say so.
    pub(super) fn deprecate(&mut self) {
        if self.facets.deprecated.is_none() {
            Arc::make_mut(&mut self.facets).deprecated = Some("Deprecated.".to_owned());
        }
    }

    /// Notes what columns headed `Required` and `Nullable` state with a yes or a no.
    pub(super) fn state_cells(&mut self, row: &Row, columns: &[(usize, &str)]) {
        for (index, header) in columns {
            let Some(said) = row.cells.get(*index).and_then(says) else {
                continue;
            };
            match header.to_ascii_lowercase().trim_end_matches('?') {
                "required" if said => self.require(),
                "nullable" => Arc::make_mut(&mut self.facets).nullable = Some(said),
                _ => {}
            }
        }
    }

    /// Adds the cells of columns that mean nothing known, each with the header of its column.
    pub(super) fn append_cells(&mut self, context: &Context<'_>, row: &Row, columns: &[(usize, &str)]) {
        for (index, header) in columns {
            let Some(cell) = row.cells.get(*index).filter(|cell| !cell.is_empty()) else {
                continue;
            };
            if !self.markdown.is_empty() {
                self.markdown.push_str("\n\n");
            }
            let colon = if header.ends_with(['?', ':']) { "" } else { ":" };
            self.markdown
                .push_str(&format!("{header}{colon} {}", context.markdown(cell)));
        }
    }
}

/// What the words state, without links and whatever else depends on the page.
#[derive(Debug, Clone, Default)]
struct Stated {
    facets: Arc<Facets>,
    values: Vec<String>,
    unlisted: Option<String>,
    inherited_from: Option<String>,
    optional: bool,
}

/// Reads a description cell.
pub fn describe(context: &Context<'_>, cell: &Text) -> Described {
    let stated = context.descriptions.get(cell, || read(cell));
    Described {
        markdown: context.markdown(cell),
        facets: stated.facets,
        values: stated.values,
        unlisted: stated.unlisted,
        inherited_from: stated.inherited_from,
        optional: stated.optional,
    }
}

fn read(cell: &Text) -> Stated {
    let repaired = without_swallowed_list(cell).or_else(|| with_narrow_marks(cell));
    let text = repaired.as_ref().unwrap_or(cell);
    let mut words = Words::new(text);
    let inherited_from = inherited::inherited_from(text, &mut words);
    let marked = marked::marked(text);
    let values = values::values(&mut words, &marked);
    let mut facets = Facets {
        deprecated: deprecated::read(&words),
        default_value: values.default.or_else(|| default::default_value(&words, &marked)),
        ..Facets::default()
    };
    facets.deprecated_values = values.deprecated;
    facets.value_numbers = values.numbers.into_iter().collect();
    if values.names.is_empty() {
        facets.deprecated_values.clear();
    } else {
        for value in deprecated::values(&words) {
            if !facets.deprecated_values.contains(&value) {
                facets.deprecated_values.push(value);
            }
        }
        facets.deprecated_values.retain(|value| values.names.contains(value));
    }
    facets.permissions = permissions::read(&cell.plain);
    query::read(&words, &mut facets);
    limits::read(&words, &mut facets);
    let unlisted = values.unlisted.filter(|_| values.names.is_empty());
    let optional = facts::read(&words, &mut facets);
    if values.has_null || facets.default_value.as_deref() == Some("null") {
        facets.nullable = facets.nullable.or(Some(true));
    }
    Stated {
        facets: facets.into(),
        unlisted: unlisted.map(|at| sentence(cell, at)),
        values: values.names,
        inherited_from,
        optional,
    }
}

/// The text without code spans, where a surplus backtick among signs (`^ _ {`) turns the words behind it ("Possible values
/// are:") into code.
fn without_swallowed_list(cell: &Text) -> Option<Text> {
    let swallowed = cell.code.iter().any(|range| cell.slice(range).contains("values are"));
    swallowed.then(|| Text {
        code: Vec::new(),
        // The places of the other marks stay.
        plain: cell.plain.replace('`', " "),
        ..cell.clone()
    })
}

/// The text with `:`, `,` and `.` for the full-width marks of East Asian keyboards: "Possible values are：a，b。"
fn with_narrow_marks(cell: &Text) -> Option<Text> {
    cell.plain.contains(|c| narrow(c).is_some()).then(|| {
        let mut plain = String::with_capacity(cell.plain.len());
        for c in cell.plain.chars() {
            match narrow(c) {
                // Blanks fill the rest, so that the places of code and links stay.
                Some(mark) => plain.extend([mark, ' ', ' ']),
                None => plain.push(c),
            }
        }
        Text { plain, ..cell.clone() }
    })
}

/// Each of these marks takes three bytes.
fn narrow(c: char) -> Option<char> {
    let marks = [
        ('：', ':'),
        ('，', ','),
        ('、', ','),
        ('；', ';'),
        ('。', '.'),
        ('（', '('),
        ('）', ')'),
    ];
    marks.iter().find(|(wide, _)| *wide == c).map(|(_, narrow)| *narrow)
}

/// The words from a byte on, to the end of the line.
fn sentence(cell: &Text, at: usize) -> String {
    let words = cell.plain.get(at..).unwrap_or("");
    words.lines().next().unwrap_or("").to_owned()
}

/// `Nullable Int64`, `String, not nullable`: what a type cell says.
fn says_nullable(raw: &str) -> Option<bool> {
    // Nearly all cells are one word or two.
    let at = raw.find("ullable")?;
    let before = raw.get(..at)?.trim_end_matches(['n', 'N']).trim_end_matches([' ', '-']);
    let is_not = ["not", "non"]
        .iter()
        .any(|word| before.to_ascii_lowercase().ends_with(word));
    Some(!is_not)
}

#[cfg(test)]
mod tests;
