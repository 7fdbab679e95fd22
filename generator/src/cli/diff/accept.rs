//! The accepted-changes file.

use crate::cli::Console;
use crate::cli::failure::Failure;
use crate::cli::render::Renderer;
use crate::diff::Changes;
use crate::diff::accept::{Accepted, Mistake};
use crate::source::codes::setting::{BAD_ENTRY, UNUSED_ENTRY};
use crate::source::{Code, Diagnostic, FileId, SourceFile, SourceMap, Span};
use std::path::Path;

/// The entries of the file, and the file, to point into it.
pub(super) struct Loaded {
    accepted: Accepted,
    sources: SourceMap,
}

/// Reads the file, if one is named.
pub(super) fn load(path: Option<&Path>, directory: &Path) -> Result<Loaded, Failure> {
    let Some(name) = path else {
        return Ok(Loaded {
            accepted: Accepted::default(),
            sources: SourceMap::default(),
        });
    };
    let path = directory.join(name);
    let text = std::fs::read_to_string(&path).map_err(|error| Failure::file("read", &path, &error))?;
    let sources = SourceMap::new(vec![SourceFile::new(name.display().to_string(), text.as_str())]);
    match Accepted::parse(&text) {
        Ok(accepted) => Ok(Loaded { accepted, sources }),
        Err(mistake) => Err(Failure::At(Box::new((sources, vec![diagnostic(&BAD_ENTRY, mistake)])))),
    }
}

impl Loaded {
    /// Silences what is accepted and shows the entries that match nothing; whether there are any.
    pub(super) fn apply(&self, changes: &mut Changes, console: &mut Console<'_>) -> bool {
        let unused = self.accepted.apply(changes);
        let is_any = !unused.is_empty();
        let renderer = Renderer::new(console.colour);
        for mistake in unused {
            let diagnostic = diagnostic(&UNUSED_ENTRY, mistake).help("remove the entry");
            console.say(format_args!("{}\n", renderer.diagnostic(&diagnostic, &self.sources)));
        }
        is_any
    }
}

fn diagnostic(code: &'static Code, mistake: Mistake) -> Diagnostic {
    let span = Span::new(FileId(0), mistake.range.start, mistake.range.end);
    Diagnostic::new(code, span, mistake.message)
}
