//! Sections that list the values of a string property: `### Scope values` below a row of `scope`.

use crate::model::Primitive;
use crate::page::rows::{EnumRows, PropertyRow, ResourceRows};
use crate::page::type_cell::TypeWord;
use rustc_hash::FxHashMap;

impl ResourceRows {
    /// Notes which enums of the page are the values of a property, and gives those to rows without any.
    pub(in crate::page) fn take_values(&mut self, enums: &mut [EnumRows]) {
        let strings = self.properties.iter_mut().filter(|row| is_string(row));
        let mut strings: FxHashMap<String, &mut PropertyRow> =
            strings.map(|row| (row.name.to_ascii_lowercase(), row)).collect();
        for found in enums.iter_mut().filter(|found| found.is_section) {
            let Some(row) = strings.get_mut(&found.name.to_ascii_lowercase()) else {
                continue;
            };
            found.property = Some(row.name.clone());
            if row.described.values.is_empty() {
                row.described.values = found.members.iter().map(|member| member.name.clone()).collect();
            }
        }
    }
}

fn is_string(row: &PropertyRow) -> bool {
    row.type_cell.word == TypeWord::Primitive(Primitive::String)
}
