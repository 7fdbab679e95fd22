//! The reader of both markdown generations.

use super::builder::DocumentBuilder;
use super::document::Document;
use crate::source::{Diagnostic, FileId};
use pulldown_cmark::{BrokenLink, CowStr, Options, Parser};

/// Reads a markdown page. Never fails: what cannot be read is a diagnostic, and the rest of the page is kept.
pub(super) fn read(file: FileId, text: &str) -> (Document, Vec<Diagnostic>) {
    let mut builder = DocumentBuilder::new(file, text);
    let mut start = 0;
    // A block that swallowed what follows it (an unterminated comment) ends the parse early; it goes on after the block.
    while let Some(rest) = text.get(start..) {
        let resume = parse(rest, start, &mut builder);
        match resume {
            Some(next) if next > start => start = next,
            _ => break,
        }
    }
    builder.finish()
}

fn parse(text: &str, base: usize, builder: &mut DocumentBuilder<'_>) -> Option<usize> {
    let mut options = Options::ENABLE_TABLES;
    if base == 0 {
        options |= Options::ENABLE_YAML_STYLE_METADATA_BLOCKS;
    }
    let parser = Parser::new_with_broken_link_callback(text, options, Some(undefined_reference));
    for (event, range) in parser.into_offset_iter() {
        builder.event(event, range.start + base..range.end + base);
        if let Some(resume) = builder.take_resume() {
            return Some(resume);
        }
    }
    None
}

/// `[identitySet][]` and `[X][y]` are links even where the page forgot the definition; `[!NOTE]` is not.
#[allow(clippy::needless_pass_by_value, reason = "the signature of the parser's callback")]
fn undefined_reference(link: BrokenLink<'_>) -> Option<(CowStr<'_>, CowStr<'_>)> {
    let is_alert = link.reference.starts_with('!');
    (!is_alert).then_some((CowStr::Borrowed(""), CowStr::Borrowed("")))
}
