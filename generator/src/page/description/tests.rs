//! Rows as pages write them, read through a table.

use super::{Described, describe};
use crate::markdown::{Block, read};
use crate::page::Context;
use crate::source::{FileId, SourceFile, SourceMap};

/// A description cell as a page writes it.
pub(super) fn cell(markdown: &str) -> Described {
    let page = format!("|Property|Type|Description|\n|:---|:---|:---|\n|x|String|{markdown}|\n");
    let sources = SourceMap::new(vec![SourceFile::new("resources/thing.md", page.clone())]);
    let (document, _) = read(FileId(0), &page);
    let Some(Block::Table(table)) = document.sections[0].blocks.first() else {
        panic!("no table")
    };
    let context = Context {
        sources: &sources,
        file: FileId(0),
        path: "resources/thing.md",
        version: None,
    };
    describe(&context, &table.rows[0].cells[2])
}

#[test]
fn a_cell_states_everything_at_once() {
    let read = cell(
        "How the printer feeds. Inherited from [printerBase](../resources/printerbase.md). Read-only. Nullable. \
         Possible values are: `longEdge`, `shortEdge` (default), `unknownFutureValue`. Supports `$filter` (`eq`, `ne`).",
    );
    assert_eq!(read.values, ["longEdge", "shortEdge", "unknownFutureValue"]);
    assert_eq!(read.inherited_from.as_deref(), Some("printerBase"));
    insta::assert_snapshot!(
        serde_json::to_string(&read.facets).unwrap(),
        @r#"{"readOnly":true,"nullable":true,"default":"shortEdge","filter":["eq","ne"]}"#
    );
}
