//! The arguments.

use crate::model::Scheme;
use clap::{Args, ValueEnum};
use std::path::PathBuf;

#[derive(Debug, Args)]
pub(in crate::cli) struct Sources {
    /// File with one call on each line, `GET /users/{id}` or a URL; may be repeated, `-` is the standard input
    #[arg(long = "calls", value_name = "FILE")]
    pub(super) call_files: Vec<PathBuf>,
    /// Recording of requests (HAR) by a browser or a proxy; may be repeated
    #[arg(long, value_name = "FILE")]
    pub(super) har: Vec<PathBuf>,
    /// Microsoft Graph activity log, as JSON lines or CSV: says what is granted too; may be repeated
    #[arg(long, value_name = "FILE")]
    pub(super) activity: Vec<PathBuf>,
    /// Only the calls of this application in activity logs
    #[arg(long, value_name = "ID", requires = "activity")]
    pub(super) app: Option<String>,
    /// Program that is built on an emitted crate: every call that it can make; may be repeated
    #[arg(long, value_name = "FILE")]
    pub(super) binary: Vec<PathBuf>,
}

impl Sources {
    /// Whether no file is named.
    pub(in crate::cli) fn is_empty(&self) -> bool {
        [&self.call_files, &self.har, &self.activity, &self.binary]
            .iter()
            .all(|files| files.is_empty())
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum SignIn {
    /// A user with a work or school account
    Work,
    /// A user with a personal account
    Personal,
    /// The application itself, without a user
    Application,
}

impl SignIn {
    /// What was asked for, in the order of the tables; all without any.
    pub(in crate::cli) fn schemes(asked: &[Self]) -> Vec<Scheme> {
        let is_asked = |scheme: &Scheme| asked.is_empty() || asked.iter().any(|one| one.scheme() == *scheme);
        Scheme::ALL.into_iter().filter(is_asked).collect()
    }

    fn scheme(self) -> Scheme {
        match self {
            Self::Work => Scheme::DelegatedWork,
            Self::Personal => Scheme::DelegatedPersonal,
            Self::Application => Scheme::Application,
        }
    }
}
