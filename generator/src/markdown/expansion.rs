//! Puts the blocks of included files in the place of the include lines of one page.

use super::document::{Block, Document, Include, Section, Text};
use super::loader::Loader;
use crate::docs::{IncludeError, IncludeTrail};
use crate::source::{Diagnostic, FileId};

/// Blocks that includes may add to one page, so that files that include each other twice cannot multiply for ever.
const MOST_BLOCKS: usize = 100_000;

/// The growing sections of one page.
pub(super) struct Expansion<'l> {
    loader: &'l Loader<'l>,
    sections: Vec<Section>,
    trail: IncludeTrail,
    /// Blocks that came from includes.
    added: usize,
    diagnostics: Vec<Diagnostic>,
}

impl<'l> Expansion<'l> {
    pub(super) fn new(loader: &'l Loader<'_>, page: FileId) -> Self {
        Self {
            loader,
            sections: Vec::new(),
            trail: IncludeTrail::new(page),
            added: 0,
            diagnostics: Vec::new(),
        }
    }

    pub(super) fn finish(self) -> (Vec<Section>, Vec<Diagnostic>) {
        (self.sections, self.diagnostics)
    }

    /// Adds sections. What stands before the first heading of an included file goes on in the section that includes it.
    pub(super) fn sections(&mut self, sections: Vec<Section>) {
        for section in sections {
            let blocks = section.blocks;
            if section.level > 0 || self.sections.is_empty() {
                let blocks = Vec::with_capacity(blocks.len());
                self.sections.push(Section { blocks, ..section });
            }
            for block in blocks {
                self.block(block);
            }
        }
    }

    fn block(&mut self, mut block: Block) {
        match &mut block {
            Block::Include(include) => match self.enter(include) {
                Ok(document) => {
                    self.sections(document.sections);
                    self.trail.leave();
                    return;
                }
                Err(diagnostic) => self.diagnostics.push(diagnostic),
            },
            Block::Paragraph(text) => self.text(text),
            Block::Table(table) => {
                for cell in table.cells_mut() {
                    self.text(cell);
                }
            }
            Block::Code(_) | Block::Annotation(_) => {}
        }
        if let Some(section) = self.sections.last_mut() {
            section.blocks.push(block);
        }
    }

    /// `Unique identifier. [!INCLUDE [note](../includes/note.md)] Read-only.`: the words of the file take its place.
    fn text(&mut self, text: &mut Text) {
        let mut from = 0;
        while let Some(found) = text.include_after(from) {
            let words = match self.enter(&found.include) {
                Ok(document) => {
                    let words = self.words(&document);
                    self.trail.leave();
                    words
                }
                Err(diagnostic) => {
                    self.diagnostics.push(diagnostic);
                    from = found.range.end;
                    continue;
                }
            };
            from = found.range.start + words.plain.len();
            text.splice(found.range, &words);
        }
    }

    /// The paragraphs of an included file as one text.
    fn words(&mut self, document: &Document) -> Text {
        let mut words = Text::default();
        for block in document.sections.iter().flat_map(|section| &section.blocks) {
            if let Block::Paragraph(paragraph) = block {
                let mut paragraph = paragraph.clone();
                self.text(&mut paragraph);
                if !words.is_empty() {
                    words.plain.push(' ');
                }
                let end = words.plain.len();
                words.splice(end..end, &paragraph);
            }
        }
        words
    }

    /// Opens an include; the caller closes it.
    fn enter(&mut self, include: &Include) -> Result<Document, Diagnostic> {
        let file = self.loader.resolve(include)?;
        let refused = |error: IncludeError| error.to_diagnostic(include.span);
        let too_much = || refused(IncludeError::TooMany(include.path.clone()));
        let document = self.loader.included(file).ok_or_else(too_much)?;
        let blocks = document
            .sections
            .iter()
            .map(|section| section.blocks.len() + 1)
            .sum::<usize>();
        if self.added + blocks > MOST_BLOCKS {
            return Err(too_much());
        }
        self.trail.enter(file, &include.path).map_err(refused)?;
        self.added += blocks;
        Ok(document.clone())
    }
}
