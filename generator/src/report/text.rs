//! The counts as tables for people.

use super::Stats;
use serde::Serialize;
use std::collections::BTreeMap;
use std::fmt::{self, Write};

/// How many reasons of a kind of fact are shown.
const TOP_REASONS: usize = 5;
/// How many pages of one reason are named.
const NAMED_PAGES: usize = 3;

impl fmt::Display for Stats {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(
            &[
                self.items(),
                self.page_counts(),
                self.corrected(),
                self.fact_counts(),
                self.skips(),
            ]
            .concat(),
        )
    }
}

impl Stats {
    fn items(&self) -> String {
        let header = [
            "version",
            "types",
            "placeholders",
            "properties",
            "enums",
            "members",
            "operations",
            "routes",
        ];
        let rows = self.versions.iter().map(|(version, items)| {
            let numbers = [
                items.types,
                items.placeholders,
                items.properties,
                items.enums,
                items.members,
                items.operations,
                items.routes,
            ];
            row(&version.0, &numbers)
        });
        table(&header, rows.collect())
    }

    fn page_counts(&self) -> String {
        let rows = self
            .pages
            .iter()
            .map(|(kind, count)| row(&name(kind), &[count.pages, count.used, count.items, count.skipped]));
        table(&["pages", "all", "used", "items", "skipped"], rows.collect())
    }

    fn corrected(&self) -> String {
        match self.corrections {
            0 => String::new(),
            count => table(&["corrections", "applied"], vec![row("", &[count])]),
        }
    }

    fn fact_counts(&self) -> String {
        let rows = self
            .facts
            .iter()
            .map(|(fact, tally)| row(&name(fact), &[tally.read, tally.guessed, tally.unread]));
        let mut text = table(&["facts", "read", "guessed", "unread"], rows.collect());
        for (fact, tally) in &self.facts {
            text += &reasons(&format!("{} guessed", name(fact)), &tally.guessed_reasons);
            text += &reasons(&format!("{} unread", name(fact)), &tally.unread_reasons);
            text += &reasons(&format!("{} unread, as in", name(fact)), &tally.unread_shapes);
        }
        text
    }

    fn skips(&self) -> String {
        let mut by_reason: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for skip in &self.skipped {
            by_reason.entry(&skip.reason).or_default().push(&skip.file);
        }
        let mut text = String::new();
        for (reason, files) in by_reason {
            let named = files.iter().take(NAMED_PAGES).copied().collect::<Vec<_>>().join(", ");
            let rest = files.len().saturating_sub(NAMED_PAGES);
            let more = if rest > 0 {
                format!(", and {rest} more")
            } else {
                String::new()
            };
            line(
                &mut text,
                format_args!("skipped {}: {reason}: {named}{more}", files.len()),
            );
        }
        text
    }
}

fn reasons(title: &str, reasons: &BTreeMap<String, usize>) -> String {
    let mut sorted: Vec<_> = reasons.iter().collect();
    sorted.sort_by_key(|(reason, count)| (std::cmp::Reverse(**count), *reason));
    let mut text = String::new();
    for (reason, count) in sorted.iter().take(TOP_REASONS) {
        line(&mut text, format_args!("{title}: {count} {reason}"));
    }
    let rest: usize = sorted.iter().skip(TOP_REASONS).map(|(_, count)| **count).sum();
    if rest > 0 {
        line(&mut text, format_args!("{title}: {rest} others"));
    }
    if !text.is_empty() {
        text.push('\n');
    }
    text
}

/// The name that the JSON form uses.
pub(super) fn name(item: &impl Serialize) -> String {
    let json = serde_json::to_value(item).unwrap_or_default();
    json.as_str().unwrap_or_default().to_owned()
}

fn row(label: &str, numbers: &[usize]) -> Vec<String> {
    std::iter::once(label.to_owned())
        .chain(numbers.iter().map(ToString::to_string))
        .collect()
}

/// Columns as wide as their widest cell; the first one flush left, numbers flush right.
fn table(header: &[&str], rows: Vec<Vec<String>>) -> String {
    if rows.is_empty() {
        return String::new();
    }
    let header = header.iter().map(|&cell| cell.to_owned()).collect();
    let rows: Vec<Vec<String>> = std::iter::once(header).chain(rows).collect();
    let width = |column: usize| {
        rows.iter()
            .filter_map(|row| row.get(column))
            .map(String::len)
            .max()
            .unwrap_or(0)
    };
    let mut text = String::new();
    for row in &rows {
        let cells = row.iter().enumerate().map(|(column, cell)| match column {
            0 => format!("{cell:<width$}", width = width(0)),
            _ => format!("  {cell:>width$}", width = width(column)),
        });
        line(&mut text, format_args!("{}", cells.collect::<String>().trim_end()));
    }
    text.push('\n');
    text
}

fn line(text: &mut String, line: fmt::Arguments<'_>) {
    // Writing to a string cannot fail.
    let _: fmt::Result = writeln!(text, "{line}");
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Fact, Ledger, Model, PageKind, PageOutcome, PageRecord, Reason, Schema, Version};
    use crate::source::Span;

    static FROM_ROUTES: Reason = Reason::new(Fact::Response, "from the routes");
    static UNREAD: [Reason; 6] = [
        Reason::new(Fact::Route, "a"),
        Reason::new(Fact::Route, "b"),
        Reason::new(Fact::Route, "c"),
        Reason::new(Fact::Route, "d"),
        Reason::new(Fact::Route, "e"),
        Reason::new(Fact::Route, "f"),
    ];

    fn model() -> Model {
        let page = |file: &str, kind, outcome| PageRecord {
            file: file.to_owned(),
            kind,
            outcome,
        };
        let skipped = |reason: &str| PageOutcome::Skipped(reason.to_owned());
        let mut ledger = Ledger {
            pages: vec![
                page("beta/resources/b.md", PageKind::Conceptual, skipped("prose")),
                page("beta/api/a-get.md", PageKind::Api, PageOutcome::Items(3)),
                page("beta/resources/a.md", PageKind::Conceptual, skipped("prose")),
                page("beta/resources/c.md", PageKind::Conceptual, skipped("prose")),
                page("beta/resources/d.md", PageKind::Conceptual, skipped("prose")),
                page("beta/api/e-get.md", PageKind::Api, skipped("no HTTP request section")),
            ],
            ..Ledger::default()
        };
        let account = &mut ledger.account;
        account.read(Fact::Route);
        account.guessed(&FROM_ROUTES, Span::default());
        for reason in UNREAD.iter().chain(UNREAD.last()) {
            account.unread(reason, Span::default(), "");
        }
        let schema = Schema {
            version: Version("beta".to_owned()),
            site: None,
            types: Vec::new(),
            enums: Vec::new(),
            operations: Vec::new(),
        };
        Model {
            base_url: None,
            schemas: vec![schema],
            ledger,
        }
    }

    #[test]
    fn the_text_form_shows_counts_and_the_commonest_reasons() {
        insta::assert_snapshot!(Stats::of(&model()), @r"
        version  types  placeholders  properties  enums  members  operations  routes
        beta         0             0           0      0        0           0       0

        pages       all  used  items  skipped
        api           2     1      3        1
        conceptual    4     0      0        4

        facts     read  guessed  unread
        route        1        0       7
        response     0        1       0

        route unread: 2 f
        route unread: 1 a
        route unread: 1 b
        route unread: 1 c
        route unread: 1 d
        route unread: 1 others

        response guessed: 1 from the routes

        skipped 1: no HTTP request section: beta/api/e-get.md
        skipped 4: prose: beta/resources/a.md, beta/resources/b.md, beta/resources/c.md, and 1 more
        ");
    }

    #[test]
    fn the_json_form_names_every_skipped_page() {
        let stats = serde_json::to_value(Stats::of(&model())).unwrap();
        insta::assert_snapshot!(stats["skipped"][0], @r#"{"file":"beta/api/e-get.md","kind":"api","reason":"no HTTP request section"}"#);
        insta::assert_snapshot!(stats["facts"]["response"], @r#"{"guessed":1,"guessedReasons":{"from the routes":1},"read":0,"unread":0,"unreadReasons":{},"unreadShapes":{}}"#);
        insta::assert_snapshot!(stats["pages"]["conceptual"], @r#"{"items":0,"pages":4,"skipped":4,"used":0}"#);
        insta::assert_snapshot!(stats["versions"], @r#"{"beta":{"enums":0,"members":0,"operations":0,"placeholders":0,"properties":0,"routes":0,"types":0,"unreadRoutes":0}}"#);
        assert_eq!(stats["skipped"].as_array().map(Vec::len), Some(5));
    }
}
