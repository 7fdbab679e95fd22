//! Why a run could not do what was asked: what, where, and what to do.

use super::Console;
use super::render::Renderer;
use crate::docs::{CorrectionsError, RootError};
use crate::pipeline;
use crate::source::{Diagnostic, SourceMap};
use std::io;
use std::path::Path;

/// A reason to end with status 2.
#[derive(Debug)]
pub(super) enum Failure {
    /// Something outside of the pages and settings.
    Plain { message: String, help: Option<String> },
    /// Mistakes at places in a settings file.
    At(Box<(SourceMap, Vec<Diagnostic>)>),
    /// The reader of the output is gone.
    ClosedPipe,
}

impl Failure {
    pub(super) fn new(message: impl Into<String>, help: impl Into<String>) -> Self {
        Self::Plain {
            message: message.into(),
            help: Some(help.into()),
        }
    }

    /// A file that could not be read or written.
    pub(super) fn file(action: &str, path: &Path, error: &io::Error) -> Self {
        Self::Plain {
            message: format!("cannot {action} {}: {error}", path.display()),
            help: None,
        }
    }

    /// An error of the standard output.
    pub(super) fn from_output(error: &io::Error) -> Self {
        if error.kind() == io::ErrorKind::BrokenPipe {
            return Self::ClosedPipe;
        }
        Self::Plain {
            message: format!("cannot write the output: {error}"),
            help: None,
        }
    }

    /// Writes the error for people.
    pub(super) fn show(&self, console: &mut Console<'_>) {
        let renderer = Renderer::new(console.colour);
        let text = match self {
            Self::Plain { message, help } => renderer.error(message, help.as_deref()),
            Self::At(found) => {
                let (sources, diagnostics) = &**found;
                let shown: Vec<_> = diagnostics
                    .iter()
                    .map(|one| renderer.diagnostic(one, sources))
                    .collect();
                shown.join("\n\n")
            }
            Self::ClosedPipe => return,
        };
        console.say(text);
    }
}

impl From<RootError> for Failure {
    fn from(error: RootError) -> Self {
        Self::new(error.to_string(), error.help())
    }
}

impl From<CorrectionsError> for Failure {
    fn from(error: CorrectionsError) -> Self {
        Self::At(Box::new((error.sources, error.diagnostics)))
    }
}

impl From<pipeline::Error> for Failure {
    fn from(error: pipeline::Error) -> Self {
        match error {
            pipeline::Error::Corrections(error) => error.into(),
            error => Self::Plain {
                help: error.help(),
                message: error.to_string(),
            },
        }
    }
}
