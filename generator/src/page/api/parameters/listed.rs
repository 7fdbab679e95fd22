//! Parameters in a list instead of a table: `` - `count` (Int32): How many. Required. ``

use crate::markdown::{Section, Text};
use crate::model::ParameterSection;
use crate::page::api::ParameterRow;
use crate::page::{Context, TypeCell, TypeWord, describe, item, type_cell};

/// The items of a section that name parameters.
pub(super) fn read(context: &Context<'_>, section: &Section, goes_to: ParameterSection) -> Vec<ParameterRow> {
    let rows = section.paragraphs().filter_map(|text| {
        let (name, note, meaning) = item::typed(context, text)?;
        let mut described = describe(context, text);
        described.markdown = meaning;
        let note = note.unwrap_or_default();
        if note.to_ascii_lowercase().ends_with("required") {
            described.require();
        }
        Some(ParameterRow {
            name,
            section: goes_to,
            type_cell: type_of(note),
            described,
            origin: context.origin(text.span),
        })
    });
    rows.collect()
}

/// Whether items name the types of what they are about: only parameters do.
pub(super) fn have_types(rows: &[ParameterRow]) -> bool {
    let typed = rows.iter().filter(|row| row.type_cell.word != TypeWord::Unknown);
    typed.count() > 1
}

/// `String, required`.
fn type_of(note: String) -> TypeCell {
    let cell = type_cell(&Text {
        plain: note,
        ..Text::default()
    });
    match cell.word {
        // A word that is no primitive is a note: `(optional)`.
        TypeWord::Primitive(_) => cell,
        TypeWord::Name(_) if cell.collection => cell,
        TypeWord::Name(_) | TypeWord::Unknown => TypeCell::unknown(),
    }
}
