//! One permission table as facts: scheme, label, alternatives.

use super::cell::{self, Scopes, by_label};
use super::columns::{Column, scheme};
use crate::markdown::{Cell, Row, Table};
use crate::model::{Account, Alternative, Fact, Permissions, Rank, Scheme, Support};
use crate::page::Context;
use crate::page::api::Repaired;
use crate::page::prose::one_line;
use crate::page::reason::permissions as reason;
use crate::page::vocabulary::normal;
use crate::page::vocabulary::permissions::Order;
use crate::source::Diagnostic;
use crate::source::codes::permission::AMBIGUOUS;
use rustc_hash::FxHashSet;
use std::sync::Arc;

/// What goes for every group is copied into each: no page has as much of it.
const MOST_COPIES: usize = 100_000;

/// What one block of one cell says.
#[derive(Clone)]
struct Entry {
    place: usize,
    scheme: Scheme,
    support: Support,
    /// Whether the words of the cell were not read, so that the scheme may be supported after all.
    unread: bool,
}

/// Reads a table into one [`Permissions`] per label.
pub(super) struct TableReader<'r, 'c> {
    pub(super) context: &'r Context<'c>,
    account: &'r mut Account,
    repaired: &'r mut Vec<Repaired>,
    entries: Vec<(Option<String>, Entry)>,
    notes: Vec<String>,
    noted: FxHashSet<String>,
    scheme: Option<Scheme>,
    /// The sentence before the table says that it shows the least privileged permissions.
    shows_least: bool,
}

impl<'r, 'c> TableReader<'r, 'c> {
    pub(super) fn new(
        context: &'r Context<'c>,
        account: &'r mut Account,
        repaired: &'r mut Vec<Repaired>,
        shows_least: bool,
    ) -> Self {
        Self {
            context,
            account,
            repaired,
            entries: Vec::new(),
            notes: Vec::new(),
            noted: FxHashSet::default(),
            scheme: None,
            shows_least,
        }
    }

    /// Reads every row; `label` is what the table as a whole is for.
    pub(super) fn read(mut self, table: &Table, columns: &[Column], label: Option<&str>) -> Vec<Permissions> {
        self.account.read(Fact::PermissionTable);
        let misnamed = misnamed_application(table);
        for row in &table.rows {
            match columns.first() {
                Some(Column::Subject) => self.subject_row(row, columns),
                _ if misnamed.is_some_and(|misnamed| std::ptr::eq(misnamed, row)) => self.application_row(row, columns),
                _ => self.scheme_row(row, columns),
            }
        }
        self.grouped(table, label)
    }

    /// A row that starts with a scheme, or with a workflow below the scheme of an earlier row.
    fn scheme_row(&mut self, row: &Row, columns: &[Column]) {
        let place = columns.iter().position(|column| *column == Column::Scheme);
        let Some(first) = place.and_then(|place| row.cells.get(place)) else {
            return;
        };
        let name = normal(&first.plain);
        let mut workflow = None;
        match scheme(&name) {
            Some(scheme) => self.scheme = Some(scheme),
            None if name.is_empty() => {}
            None => workflow = Some(one_line(&first.plain)),
        }
        let Some(scheme) = self.scheme else {
            return self.account.unread(&reason::NO_SCHEME, row.span, &name);
        };
        self.scopes(row, columns, scheme, workflow.as_deref());
    }

    /// The last row of the usual three, under a name that is none of a scheme.
    fn application_row(&mut self, row: &Row, columns: &[Column]) {
        self.account.guessed(&reason::THIRD_ROW, row.span);
        self.scopes(row, columns, Scheme::Application, None);
    }

    fn scopes(&mut self, row: &Row, columns: &[Column], scheme: Scheme, workflow: Option<&str>) {
        for (cell, column) in self.below(row, columns).into_iter().zip(columns) {
            if let Column::Scopes { label, order } = column {
                let label = joined(label.as_deref(), workflow);
                self.cell(cell, scheme, label.as_deref(), *order);
            } else if *column == Column::Other && !cell.is_empty() {
                self.account.unread(&reason::OTHER_COLUMN, cell.span, &cell.plain);
            }
        }
    }

    /// The cells of a row, as they belong below the columns. A row with a cell too many has an empty one, right of which
    /// everything stands one too far: `|Delegated||Kiln.Read|`.
    fn below<'t>(&mut self, row: &'t Row, columns: &[Column]) -> Vec<&'t Cell> {
        let mut cells: Vec<&Cell> = row.cells.iter().collect();
        while cells.len() > columns.len()
            && let Some(empty) = cells.iter().skip(1).position(|cell| cell.is_empty())
        {
            cells.remove(empty + 1);
            self.account.guessed(&reason::SHIFTED, row.span);
        }
        for surplus in cells.iter().skip(columns.len()) {
            self.account.unread(&reason::SURPLUS, surplus.span, &surplus.plain);
        }
        cells
    }

    /// A row for one resource, with a column per scheme.
    fn subject_row(&mut self, row: &Row, columns: &[Column]) {
        let Some(subject) = row.cells.first() else { return };
        let label = one_line(&subject.plain);
        for (cell, column) in row.cells.iter().zip(columns) {
            if let Column::SchemeScopes(scheme) = column {
                self.cell(cell, *scheme, Some(&label), Order::Unstated);
            }
        }
    }

    fn cell(&mut self, cell: &Cell, scheme: Scheme, label: Option<&str>, order: Order) {
        let Scopes {
            groups,
            notes,
            unread,
            repaired,
            ambiguous,
            ..
        } = cell::read(cell);
        if let Some(reason) = unread {
            self.account.unread(reason, cell.span, &cell.plain);
            self.notes.push(one_line(&cell.plain));
        } else {
            self.account.read(Fact::PermissionCell);
            let new = notes.into_iter().filter(|note| self.noted.insert(note.clone()));
            self.notes.extend(new);
        }
        self.repaired
            .extend(repaired.into_iter().map(|(word, message)| Repaired {
                word,
                message,
                origin: self.context.origin(cell.span),
            }));
        self.warn(cell, ambiguous);
        if groups.is_empty() {
            let label = label.map(ToOwned::to_owned);
            self.add(scheme, label, Support::Unstated, unread.is_some());
        }
        for mut group in groups {
            // No higher one is named: that says nothing about the call.
            if order == Order::Higher && group.support.is_none_needed() {
                group.support = Support::Unstated;
            }
            if let Support::Stated(alternatives) = &mut group.support {
                let alternatives = Arc::make_mut(alternatives);
                rank(alternatives, order);
                if self.shows_least && order == Order::Unstated {
                    rank_only(alternatives);
                }
            }
            let label = joined(label, group.label.as_deref());
            self.add(scheme, label, group.support, unread.is_some());
        }
    }

    fn warn(&mut self, cell: &Cell, ambiguous: bool) {
        if ambiguous {
            let message = "a comma list that ends in \"and\" can mean all of the permissions or any of them";
            let help = "write `A and B, A and C` for permissions that are needed together";
            self.account
                .report(Diagnostic::new(&AMBIGUOUS, cell.span, message).help(help));
        }
    }

    fn add(&mut self, scheme: Scheme, label: Option<String>, support: Support, unread: bool) {
        let entry = Entry {
            place: self.entries.len(),
            scheme,
            support,
            unread,
        };
        self.entries.push((label, entry));
    }

    /// "None." beside rows that name permissions, where no row refuses in other words: there is no permission that would do.
    fn refuse_none(&mut self, table: &Table) {
        let mut supports = self.entries.iter().map(|(_, entry)| &entry.support);
        let names = supports.clone().any(Support::names_scopes);
        if !names || supports.any(|support| *support == Support::NotSupported) {
            return;
        }
        let none = self.entries.iter_mut().map(|(_, entry)| &mut entry.support);
        for support in none.filter(|support| support.is_none_needed()) {
            *support = Support::NotSupported;
            self.account.guessed(&reason::NONE_AMONG, table.span);
        }
    }

    /// One group per label; what stands without a label goes for every group.
    fn grouped(mut self, table: &Table, table_label: Option<&str>) -> Vec<Permissions> {
        self.refuse_none(table);
        let mut blocks = by_label(self.entries);
        let shared = blocks.iter().position(|(label, _)| label.is_none());
        let shared = shared.map(|place| blocks.remove(place).1).unwrap_or_default();
        let of_each = |entry: &Entry| 1 + entry.support.alternatives().len();
        let copied = self.notes.len() + shared.iter().map(of_each).sum::<usize>();
        if blocks.len().saturating_mul(copied) > MOST_COPIES {
            self.account.unread(&reason::TOO_MANY, table.span, "");
            return Vec::new();
        }
        if blocks.is_empty() {
            blocks.push((None, Vec::new()));
        }
        let group = |(label, mut entries): (Option<String>, Vec<Entry>)| {
            entries.extend(shared.iter().cloned());
            entries.sort_by_key(|entry| entry.place);
            let of = |scheme| {
                let entries = || entries.iter().filter(move |entry| entry.scheme == scheme);
                match Support::sum(entries().map(|entry| &entry.support)) {
                    Support::NotSupported if entries().any(|entry| entry.unread) => Support::Unstated,
                    sum => sum,
                }
            };
            Permissions {
                label: joined(table_label, label.as_deref()),
                delegated_work: of(Scheme::DelegatedWork),
                delegated_personal: of(Scheme::DelegatedPersonal),
                application: of(Scheme::Application),
                notes: self.notes.clone(),
                origin: self.context.origin(table.span),
                ..Permissions::default()
            }
        };
        blocks.into_iter().map(group).collect()
    }
}

/// Says where each stands, and puts the least privileged first.
fn rank(alternatives: &mut [Alternative], order: Order) {
    if order == Order::MostFirst {
        alternatives.reverse();
    }
    let (of_one, ranked): (Vec<&mut Alternative>, Vec<_>) = alternatives
        .iter_mut()
        .filter(|alternative| !alternative.scopes.is_empty())
        .partition(|alternative| is_for_one_resource(alternative));
    for alternative in of_one {
        alternative.rank = Rank::ResourceSpecific;
    }
    for (index, alternative) in ranked.into_iter().enumerate() {
        alternative.rank = match order {
            Order::LeastFirst | Order::MostFirst if index == 0 => Rank::Least,
            Order::LeastFirst | Order::MostFirst | Order::Higher => Rank::Higher,
            Order::Least => Rank::Least,
            Order::Unstated => Rank::Unranked,
        };
    }
}

/// "The following table shows the least privileged permission": the only one of a cell is it. Where a cell has several,
/// the sentence does not say which.
fn rank_only(alternatives: &mut [Alternative]) {
    let unranked = |one: &&mut Alternative| one.rank == Rank::Unranked && !one.scopes.is_empty();
    let mut unranked = alternatives.iter_mut().filter(unranked);
    if let (Some(only), None) = (unranked.next(), unranked.next()) {
        only.rank = Rank::Least;
    }
}

/// `Tab.Read.Group`, `Tab.Read.Chat`: an owner consents to it for one team or chat. It stands first in many lists and is
/// not what a program needs to be able to call at all.
fn is_for_one_resource(alternative: &Alternative) -> bool {
    let ends_so = |scope: &String| scope.ends_with(".Group") || scope.ends_with(".Chat");
    alternative.scopes.iter().any(ends_so)
}

/// `Delegated (work or school account)`, `Delegated (personal Microsoft account)`, `widget`: the third row of three is that
/// of applications, whatever it is called.
fn misnamed_application(table: &Table) -> Option<&Row> {
    let [work, personal, last] = table.rows.as_slice() else {
        return None;
    };
    let of = |row: &Row| row.cells.first().and_then(|cell| scheme(&normal(&cell.plain)));
    let named = last.cells.first().is_some_and(|cell| !cell.is_empty());
    let usual = of(work) == Some(Scheme::DelegatedWork) && of(personal) == Some(Scheme::DelegatedPersonal);
    (usual && named && of(last).is_none()).then_some(last)
}

fn joined(outer: Option<&str>, inner: Option<&str>) -> Option<String> {
    match (outer, inner) {
        (Some(outer), Some(inner)) => Some(format!("{outer}, {inner}")),
        (Some(only), None) | (None, Some(only)) => Some(only.to_owned()),
        (None, None) => None,
    }
}
