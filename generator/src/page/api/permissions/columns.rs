//! The header cells of permission tables, and what they say together.

use crate::markdown::Table;
use crate::model::Scheme;
use crate::page::vocabulary::permissions::{
    DIRECTIONS, NAME_COLUMNS, Order, SCHEME_COLUMN, SCHEMES, SCOPE_COLUMNS, SHORT_SCHEME_COLUMN,
};
use crate::page::vocabulary::{meaning, normal, read as read_words};

/// What a column of a permission table holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Column {
    /// Names of schemes, or of workflows below a scheme.
    Scheme,
    /// Scopes of the row's scheme.
    Scopes {
        /// `acting on self` of `Permissions acting on self (from least to most privileged)`.
        label: Option<String>,
        /// What it says about privileges.
        order: Order,
    },
    /// Scopes of one scheme; the row says for what.
    SchemeScopes(Scheme),
    /// The permission in words: `Permission display name`.
    Words,
    /// What the row is for: `Calendar`, `Supported resource`.
    Subject,
    /// Something else, beside columns of scopes.
    Other,
}

/// The columns when the header is that of a permission table.
pub(super) fn read(table: &Table) -> Option<Vec<Column>> {
    let headers: Vec<String> = table.header.iter().map(|cell| normal(&cell.plain)).collect();
    scheme_rows(&headers)
        .or_else(|| schemes_last(&headers))
        .or_else(|| scheme_columns(&headers))
        .or_else(|| short_headers(table, &headers))
}

/// `Permission type | Permissions (from least to most privileged)`, and with several columns of scopes.
fn scheme_rows(headers: &[String]) -> Option<Vec<Column>> {
    let (first, rest) = headers.split_first()?;
    let is_named = read_words(SCHEME_COLUMN, first).is_some();
    let is_short = read_words(SHORT_SCHEME_COLUMN, first).is_some();
    let columns = rest.iter().map(|header| scope_column(header).unwrap_or(Column::Other));
    let columns: Vec<Column> = columns.collect();
    let has_scopes = columns.iter().any(|column| match column {
        Column::Scopes { order, .. } => is_named || (is_short && *order != Order::Unstated),
        _ => false,
    });
    has_scopes.then(|| {
        let mut all = vec![Column::Scheme];
        all.extend(columns);
        all
    })
}

/// `Permissions (from least to most privileged) | Permission type`: the columns in another order.
fn schemes_last(headers: &[String]) -> Option<Vec<Column>> {
    let mut named = headers.iter().map(|header| read_words(SCHEME_COLUMN, header).is_some());
    let place = named.position(|is_named| is_named)?;
    let columns = headers.iter().enumerate().map(|(index, header)| {
        if index == place {
            Column::Scheme
        } else {
            scope_column(header).unwrap_or(Column::Other)
        }
    });
    let columns: Vec<Column> = columns.collect();
    let has_scopes = columns.iter().any(|column| matches!(column, Column::Scopes { .. }));
    has_scopes.then_some(columns)
}

/// `Type | Permissions`: words that head other tables too, so that the rows must say that it is one of permissions.
fn short_headers(table: &Table, headers: &[String]) -> Option<Vec<Column>> {
    let [first, scopes] = headers else { return None };
    read_words(SHORT_SCHEME_COLUMN, first)?;
    let labels = table.rows.iter().filter_map(|row| row.cells.first());
    let schemes: Option<Vec<Scheme>> = labels.map(|cell| scheme(&normal(&cell.plain))).collect();
    (schemes?.len() > 1).then_some(vec![Column::Scheme, scope_column(scopes)?])
}

/// A column of scopes. Least and higher privileged ones are two columns of one list.
fn scope_column(header: &str) -> Option<Column> {
    if read_words(NAME_COLUMNS, header).is_some() {
        return Some(Column::Words);
    }
    let (order, rest) = read_words(SCOPE_COLUMNS, header)?;
    let rest = rest.strip_prefix('s').unwrap_or(rest);
    let (label, direction) = rest.split_once('(').unwrap_or((rest, ""));
    let label = label.trim();
    Some(Column::Scopes {
        label: (!label.is_empty() && order.is_none()).then(|| label.to_owned()),
        order: order.unwrap_or_else(|| meaning(DIRECTIONS, direction).unwrap_or(Order::Unstated)),
    })
}

/// `Calendar | Delegated (work or school account) | ... | Application`.
fn scheme_columns(headers: &[String]) -> Option<Vec<Column>> {
    let (_, rest) = headers.split_first()?;
    let schemes: Vec<Scheme> = rest.iter().map_while(|header| scheme(header)).collect();
    (schemes.len() == rest.len() && schemes.len() > 1).then(|| {
        let mut all = vec![Column::Subject];
        all.extend(schemes.into_iter().map(Column::SchemeScopes));
        all
    })
}

/// The scheme that a row label or a header in normal form names.
pub(super) fn scheme(label: &str) -> Option<Scheme> {
    read_words(SCHEMES, label).map(|(scheme, _)| scheme)
}
