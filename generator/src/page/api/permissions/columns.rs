//! The header cells and row labels of permission tables.

use crate::markdown::{Table, Text};
use crate::model::Scheme;

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
    /// What the row is for: `Calendar`, `Supported resource`.
    Subject,
}

/// What the header of a column of scopes says about the order of their privileges.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Order {
    /// "from least to most privileged".
    LeastFirst,
    /// "from most to least privileged".
    MostFirst,
    /// The least privileged ones have this column for themselves.
    Least,
    /// All but the least privileged.
    Higher,
    /// Nothing.
    Unstated,
}

/// The columns when the header is that of a permission table.
pub(super) fn read(table: &Table) -> Option<Vec<Column>> {
    let headers: Vec<String> = table.header.iter().map(words).collect();
    let columns = scheme_rows(&headers).or_else(|| scheme_columns(&headers))?;
    Some(columns)
}

/// `Permission type | Permissions (from least to most privileged)`, and with several columns of scopes.
fn scheme_rows(headers: &[String]) -> Option<Vec<Column>> {
    let (first, rest) = headers.split_first()?;
    if !first.starts_with("permission type") {
        return None;
    }
    let columns: Vec<Column> = rest.iter().map_while(|header| scope_column(header)).collect();
    (columns.len() == rest.len() && !rest.is_empty()).then(|| {
        let mut all = vec![Column::Scheme];
        all.extend(columns);
        all
    })
}

/// A column of scopes. Least and higher privileged ones are two columns of one list.
fn scope_column(header: &str) -> Option<Column> {
    let (rest, order) = if let Some(rest) = header.strip_prefix("least privileged permission") {
        (rest, Some(Order::Least))
    } else if let Some(rest) = header.strip_prefix("higher privileged permission") {
        (rest, Some(Order::Higher))
    } else {
        (header.strip_prefix("permission")?, None)
    };
    let rest = rest.strip_prefix('s').unwrap_or(rest);
    let (label, direction) = rest.split_once('(').unwrap_or((rest, ""));
    let label = label.trim();
    Some(Column::Scopes {
        label: (!label.is_empty() && order.is_none()).then(|| label.to_owned()),
        order: order.unwrap_or_else(|| direction_of(direction)),
    })
}

fn direction_of(words: &str) -> Order {
    if words.contains("most to least") {
        Order::MostFirst
    } else if words.contains("least to most") {
        Order::LeastFirst
    } else {
        Order::Unstated
    }
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

/// The scheme that a row label or a header names: `Delegated (personal Microsoft account`, `Application-only`,
/// `Delegated permission (work or school account)`.
pub(super) fn scheme(label: &str) -> Option<Scheme> {
    if label.starts_with("application") {
        return Some(Scheme::Application);
    }
    let rest = label.strip_prefix("delegated")?;
    if rest.contains("personal") {
        Some(Scheme::DelegatedPersonal)
    } else {
        Some(Scheme::DelegatedWork)
    }
}

/// A cell's words in lower case, blanks collapsed.
pub(super) fn words(cell: &Text) -> String {
    let lower = cell.plain.to_lowercase();
    lower.split_whitespace().collect::<Vec<_>>().join(" ")
}
