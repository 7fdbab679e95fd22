//! A page of the permissions reference: a heading for each permission, and a table with its identifiers.
//!
//! ```text
//! ### Kiln.Read.All
//!
//! | Category | Application | Delegated |
//! |--|--|--|
//! | Identifier | 0f..-.. | 1a..-.. |
//! | AdminConsentRequired | Yes | No |
//! ```

use super::{Reference, ReferenceError, other_shape};
use crate::model::Scheme;
use std::path::Path;

pub(super) fn add(reference: &mut Reference, text: &str, path: &Path) -> Result<(), ReferenceError> {
    let mut name: Option<&str> = None;
    let mut columns: Vec<Option<Scheme>> = Vec::new();
    let mut found = 0;
    for line in text.lines().map(str::trim) {
        if line.starts_with('#') {
            let heading = line.trim_start_matches('#').trim().trim_matches(['`', '*']);
            name = Some(heading).filter(|heading| !heading.is_empty() && !heading.contains(' '));
            columns.clear();
            continue;
        }
        let (Some(name), Some(row)) = (name, line.strip_prefix('|')) else {
            continue;
        };
        let cells: Vec<&str> = row
            .trim_end_matches('|')
            .split('|')
            .map(|cell| cell.trim().trim_matches('`'))
            .collect();
        if cells.iter().any(|cell| column(cell).is_some()) && columns.is_empty() {
            columns = cells.iter().map(|cell| column(cell)).collect();
            continue;
        }
        let Some((head, values)) = cells.split_first() else {
            continue;
        };
        for (value, scheme) in values.iter().zip(columns.iter().skip(1)) {
            let Some(scheme) = scheme else { continue };
            if head.eq_ignore_ascii_case("identifier") && is_identifier(value) {
                found += 1;
                reference.kind(name, *scheme).id = Some((*value).to_owned());
            } else if head.eq_ignore_ascii_case("adminconsentrequired") && is_identifier_known(reference, name, *scheme)
            {
                reference.kind(name, *scheme).admin_consent = Some(value.eq_ignore_ascii_case("yes"));
            }
        }
    }
    if found == 0 {
        return Err(other_shape(
            path,
            "no heading is followed by a table with a row `Identifier`",
        ));
    }
    Ok(())
}

fn column(cell: &str) -> Option<Scheme> {
    match cell.to_ascii_lowercase().as_str() {
        "application" => Some(Scheme::Application),
        "delegated" => Some(Scheme::DelegatedWork),
        _ => None,
    }
}

fn is_identifier(text: &str) -> bool {
    text.len() == 36 && text.bytes().all(|byte| byte.is_ascii_hexdigit() || byte == b'-')
}

/// A column of dashes is of a kind that the permission does not have.
fn is_identifier_known(reference: &Reference, name: &str, scheme: Scheme) -> bool {
    reference
        .permission(name)
        .and_then(|known| known.kinds.get(&scheme))
        .is_some_and(|kind| kind.id.is_some())
}
