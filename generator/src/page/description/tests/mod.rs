//! Description cells as pages write them, read through a table.

mod any_text;
mod facets;
mod limits;
mod today;
mod values;

use super::{Described, describe};
use crate::markdown::{Block, Text, read};
use crate::page::Context;
use crate::page::prose::Patterns;
use crate::source::{FileId, SourceFile, SourceMap};

/// The cell of a page that has it in its table.
fn text(markdown: &str) -> Text {
    let page = format!("|Property|Type|Description|\n|:---|:---|:---|\n|x|String|{markdown}|\n");
    let (document, _) = read(FileId(0), &page);
    let Some(Block::Table(table)) = document.sections[0].blocks.first() else {
        panic!("no table")
    };
    table.rows[0].cells[2].clone()
}

/// What a cell says.
fn cell(markdown: &str) -> Described {
    described(&text(markdown))
}

fn described(text: &Text) -> Described {
    let sources = SourceMap::new(vec![SourceFile::new("resources/thing.md", "")]);
    let context = Context {
        sources: &sources,
        file: FileId(0),
        path: &"resources/thing.md".into(),
        version: None,
        profile: &crate::docs::Profile::default(),
        descriptions: &crate::page::Memo::default(),
    };
    describe(&context, text)
}

/// Panics when an entry of a table makes no difference to any row.
fn assert_proven<T: PartialEq>(patterns: &Patterns<T>, rows: &[&str]) {
    let texts: Vec<Text> = rows.iter().map(|row| text(row)).collect();
    crate::page::prose::proof::assert_proven(patterns, &texts);
}

/// Panics when a row states other facets than those beside it.
fn assert_stated(rows: &[(&str, &str)]) {
    let wrong: Vec<String> = rows
        .iter()
        .map(|(row, expected)| (row, expected, serde_json::to_string(&cell(row).facets).unwrap()))
        .filter(|(_, expected, read)| **expected != read.as_str())
        .map(|(row, expected, read)| format!("{row}\n    expected {expected}\n    read     {read}"))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_cell_states_everything_at_once() {
    let read = cell(
        "How the tray feeds. Inherited from [trayBase](../resources/traybase.md). Read-only. Nullable. Possible values \
         are: `longEdge`, `shortEdge` (default), `unknownFutureValue`. Supports `$filter` (`eq`, `ne`).",
    );
    assert_eq!(read.values, ["longEdge", "shortEdge", "unknownFutureValue"]);
    assert_eq!(read.inherited_from.as_deref(), Some("trayBase"));
    insta::assert_snapshot!(
        serde_json::to_string(&read.facets).unwrap(),
        @r#"{"readOnly":true,"nullable":true,"default":"shortEdge","filter":["eq","ne"]}"#
    );
}

/// Items of a list in HTML are items of a list in documentation.
#[test]
fn lists_in_html() {
    let read = cell("The kind.<ul><li>`round`: No edge.</li><li> flat </li></ul>Then it is fired. <br/>In a kiln.");
    insta::assert_snapshot!(read.markdown, @"
    The kind.

    - `round`: No edge.
    - flat 

    Then it is fired. 
    In a kiln.
    ");
    insta::assert_snapshot!(cell("<ul><li>One</li></ul>").markdown, @"- One");
    let apart = cell("Sizes: <ul><li>One</li> <li>Two</li>  </ul> The end.");
    insta::assert_snapshot!(apart.markdown, @"
    Sizes: 

    - One
    - Two

    The end.
    ");
}
