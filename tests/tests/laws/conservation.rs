//! Nothing is dropped silently: what goes in comes out, or is counted with a reason.

use super::config;
use super::fragments::{Files, cell, request_line, roots};
use generator::model::{Fact, Model, PageKind, PageOutcome};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use std::collections::BTreeSet;
use tests::pages::{Reading, read};

proptest! {
    #![proptest_config(config(96))]

    #[test]
    fn every_page_stands_in_the_ledger_once(root in roots()) {
        let pages: Vec<String> = root.keys().filter(|path| !path.contains("/includes/")).cloned().collect();
        let reading = read(&entries(&root));
        let recorded: Vec<String> = reading.model.ledger.pages.iter().map(|page| page.file.clone()).collect();
        prop_assert_eq!(recorded, pages);
    }

    /// A page that the ledger says gave items did: some item of the model points to it.
    #[test]
    fn a_page_with_items_is_in_the_model(root in roots()) {
        let model = read(&entries(&root)).model;
        let origins = origins(&model);
        for page in &model.ledger.pages {
            let alone = read(&[(page.file.clone(), root[&page.file].clone())]);
            if let PageOutcome::Items(_) = page.outcome {
                let (_, below) = page.file.split_once('/').unwrap();
                prop_assert!(origins.contains(below) || merged(&alone), "{} is lost: {:?}", page.file, origins);
            }
        }
    }

    #[test]
    fn rows_of_property_tables_are_read_or_counted(table in table(&["|Property|Type|Description|", "|Name|Type|", "|Relationship|Type|Description|"])) {
        let page = format!("# kettle resource type\n\n## Properties\n{}", table.text);
        prop_assert_eq!(counted("beta/resources/kettle.md", page, Fact::Property), table.rows);
    }

    #[test]
    fn rows_in_the_wrong_columns_are_counted_once(rows in 1..5_usize) {
        let table = |row: &dyn Fn(usize) -> String| (0..rows).map(row).collect::<String>();
        let members = table(&|at| format!("|{at}|state{at}|x|\n"));
        let page = format!("# kettleState enum type\n\n## Members\n|Member|Value|Description|\n|:--|:--|:--|\n{members}");
        prop_assert_eq!(counted("beta/resources/kettlestate.md", page, Fact::Member), rows);
        let properties = table(&|at| format!("|String|part{at}|x|\n"));
        let page = format!("# kettle resource type\n\n## Properties\n|Property|Type|Description|\n|:--|:--|:--|\n{properties}");
        prop_assert_eq!(counted("beta/resources/kettle.md", page, Fact::Property), rows);
    }

    #[test]
    fn rows_of_member_tables_are_read_or_counted(table in table(&["|Member|Value|Description|", "|Value|Description|", "|Member|"])) {
        let page = format!("# kettleState enum type\n\n## Members\n{}", table.text);
        prop_assert_eq!(counted("beta/resources/kettlestate.md", page, Fact::Member), table.rows);
    }

    #[test]
    fn rows_of_parameter_tables_are_read_or_counted(table in table(&["|Parameter|Type|Description|", "|Name|Description|"])) {
        let page = format!("# Boil\n\n## HTTP request\n```http\nPOST /boil\n```\n\n## Request body\n{}", table.text);
        prop_assert_eq!(counted("beta/api/kettle-boil.md", page, Fact::Parameter), table.rows);
    }

    #[test]
    fn lines_of_request_blocks_are_routes_or_listed(blocks in vec(vec(request_line(), 1..6), 1..4)) {
        let block = |lines: &Vec<String>| format!("```http\n{}\n```\n\n", lines.join("\n"));
        let page = format!("# Boil\n\n## HTTP request\n{}", blocks.iter().map(block).collect::<String>());
        let reading = read(&[("beta/api/kettle-boil.md", page)]);
        let operation = &reading.model.schemas[0].operations[0];
        let unread = operation.unread_routes.iter().flat_map(|line| line.text.lines());
        let listed = unread.filter(|line| !line.trim().is_empty()).count();
        let written = blocks.iter().flatten().filter(|line| !line.trim().is_empty()).count();
        prop_assert_eq!(operation.routes.len() + listed, written);
    }
}

/// A table with this many rows.
#[derive(Debug, Clone)]
struct Table {
    text: String,
    rows: usize,
}

fn table(headers: &'static [&'static str]) -> impl Strategy<Value = Table> {
    let harmless = cell().prop_filter("opens something", |cell| !cell.contains(['`', '<', '[', '\\', '|']));
    let row = vec(harmless, 1..4).prop_map(|cells| format!("|{}|\n", cells.join("|")));
    let rows = vec(
        row.prop_filter("looks like a separator", |row| row.contains(char::is_alphanumeric)),
        0..6,
    );
    (select(headers), rows).prop_map(|(header, rows)| {
        let columns = header.matches('|').count() - 1;
        Table {
            text: format!("{header}\n|{}\n{}", ":---|".repeat(columns), rows.concat()),
            rows: rows.len(),
        }
    })
}

/// How many facts of a kind the ledger counts.
fn counted(path: &str, page: String, fact: Fact) -> usize {
    let ledger = read(&[(path, page)]).model.ledger;
    let tally = ledger.account.facts().get(&fact).cloned().unwrap_or_default();
    tally.read + tally.guessed.values().sum::<usize>() + tally.unread.values().sum::<usize>()
}

fn entries(root: &Files) -> Vec<(String, String)> {
    root.iter().map(|(path, text)| (path.clone(), text.clone())).collect()
}

/// The files that items of the model come from.
fn origins(model: &Model) -> BTreeSet<String> {
    let mut files = BTreeSet::new();
    for schema in &model.schemas {
        files.extend(
            schema
                .types
                .iter()
                .filter(|item| !item.placeholder)
                .map(|item| item.file.clone()),
        );
        files.extend(schema.enums.iter().map(|item| item.file.clone()));
        files.extend(schema.operations.iter().map(|item| item.file.clone()));
    }
    files
}

/// Another page describes the same type or enum: a page that gives an item when it is alone was merged.
fn merged(alone: &Reading) -> bool {
    alone.model.ledger.pages[0].kind != PageKind::Api && !origins(&alone.model).is_empty()
}
