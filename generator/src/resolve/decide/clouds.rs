//! National clouds.

use super::{Decided, Source};
use crate::model::CloudAvailability;
use crate::page::api::ApiRows;

/// Where the operation of a page is available: the table says it better than the name of an include.
pub(in crate::resolve) fn decide(rows: &ApiRows) -> Option<Decided<'_, CloudAvailability>> {
    let table = rows.clouds.table.map(|stated| ("table of national clouds", stated));
    let name = rows.clouds.name.map(|stated| ("name of the include", stated));
    let stated = table.into_iter().chain(name);
    Decided::first(stated.map(|(rule, (clouds, span))| (clouds, Source::words(rule, Some(span)))))
}
