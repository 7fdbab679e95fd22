//! The arguments.

use crate::cli::args::parse_version;
use crate::model::Version;
use clap::{Args, ValueEnum};
use std::path::PathBuf;

/// Shown below the options.
pub(in crate::cli) const HELP: &str = "\
ITEM is a type (kettle, microsoft.graph.kettle), a property or a member of one (kettle/litres), the file name of a page
about an operation (kettle-boil), a call ('POST /kitchen/kettles/{id}/boil'), or a permission (Kettle.Read.All). A call is
followed when its page replaces its route.

Examples:
  generator history kettle/litres
      When the property came, what has changed, whether it is deprecated or gone.
  generator history 'GET /users/{id}' --docs ../microsoft-graph-docs:api-reference --since v2020
      The permissions of a call since a revision of the public documentation.

Every revision of the main line that changed a page about the item is compared with the one before. The first line says
what the oldest revision has. What pages are about is kept in the cache by their content, so that a page that has not
changed is read once; the cache may be deleted at any time.

Exit status: 0 done, 2 no page documents the item, or the repository cannot be read.";

#[derive(Debug, Args)]
pub(in crate::cli) struct HistoryArguments {
    /// What to follow
    pub(super) item: String,
    /// Pages in a git repository: a folder, or REPO:PATH with the path from the top of the repository
    /// [default: docs-src]
    #[arg(long, value_name = "REPO:PATH")]
    pub(super) docs: Option<String>,
    /// Revision to begin with [default: the oldest]
    #[arg(long, value_name = "REV")]
    pub(super) since: Option<String>,
    /// Version of the API, beta or v1.0; may be repeated [default: all that the pages have]
    #[arg(long, value_name = "VERSION", value_parser = parse_version)]
    pub(super) api_version: Vec<Version>,
    /// How to print it
    #[arg(long, value_enum, default_value_t)]
    pub(super) format: Format,
    /// Folder for what is known about pages [default: graph-generator in the user's cache folder]
    #[arg(long, value_name = "DIR")]
    pub(super) cache: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub(super) enum Format {
    /// For a terminal
    #[default]
    Text,
    /// For other programs
    Json,
    /// For a page or a ticket
    Markdown,
}
