//! The arguments.

use crate::cli::args::parse_version;
use crate::cli::calls::{SignIn, Sources};
use crate::diff::Impact;
use crate::model::Version;
use clap::{Args, ValueEnum};
use std::path::PathBuf;

/// Shown below the options.
pub(in crate::cli) const HELP: &str = "\
A side is
  FOLDER or PAGE       pages on disk
  REVISION:PATH        pages in a git repository; PATH starts at its top, or at the current directory after ./
  FILE                 what `generator export -o FILE` wrote
and BASELINE alone may be a range of revisions: OLD..NEW:PATH (NEW left out is HEAD).

Examples:
  generator diff HEAD
      What the edits in docs-src/ do to the users of the emitted crate.
  generator diff v1.0.0..main:docs-src --format markdown
      A changelog section for the next release.
  generator diff old.json ../microsoft-graph-docs --api-version v1.0 --format json | jq '.summary'
      Against a model that was exported earlier.
  generator diff origin/main:docs-src docs-src --format github --fail-on breaking --accept accepted.toml
      In CI: annotations, and exit status 1 when a change breaks users and is not accepted.

  generator diff HEAD --surface
      The same for a release note of the emitted crate: the items of Rust that differ.
  generator diff v1.0.0..main:docs-src --include 'area:users' --impact breaking
      Only what breaks programs that use users.
  generator diff ../docs-june ../docs-july --binary target/release/backup
      Only what touches that program, and the permissions that it has to ask for anew.
  generator diff v1.0.0..main:docs-src --calls calls.txt --format github --fail-on breaking
      In CI of a program: exit status 1 when a change breaks one of its calls.

Impact:
  breaking    code that compiled and worked as documented no longer does
  additive    there is more to use
  docs        other words, or facts that no code depends on
The verdict is major, minor or patch after the worst impact; none when nothing has changed.
What breaks is decided by the public items of the two emitted crates, which are listed below a breaking change, and by
what no compiler sees: permissions, requirements, clouds. The same change on several items is one entry.
Text and markdown count the parts of a type, enum or operation that is new or gone; json lists them.

A program (--calls, --har, --activity, --binary) narrows the report to the changes that touch it: those of its calls, and
those of every type that its calls send or return. A type counts with its bases, with the types of its properties, and so
on to the end; not with the types that relationships lead to, and with derived types only where the type is abstract.
The report tells which calls break for want of a permission, and what to ask for: against --granted, what a log says, or
the least set of the baseline.

Accepted changes (--accept), silenced by kind of change and item, as text shows them:
  [[accept]]
  id = \"property-removed\"
  item = \"microsoft.graph.kettle/litres\"
  version = \"beta\"
  reason = \"nobody asks\"
An entry that matches nothing any more is an error.

Exit status: 0 done, 1 --fail-on found something, 2 could not run.";

#[derive(Debug, Args)]
pub(in crate::cli) struct DiffArguments {
    /// The state before: pages, a revision of them, an exported model, or a range of revisions
    pub(super) baseline: PathBuf,
    /// The state after [default: docs-src]
    pub(super) current: Option<PathBuf>,
    /// Version of the API, beta or v1.0; may be repeated [default: all that the pages have]
    #[arg(long, value_name = "VERSION", value_parser = parse_version)]
    pub(super) api_version: Vec<Version>,
    /// File of corrections of wrong pages, applied to both sides; an entry has to apply to one of them
    /// [default: those of the workspace, when CURRENT is left out]
    #[arg(long, value_name = "FILE")]
    pub(super) corrections: Option<PathBuf>,
    /// Keep only what a pattern matches, as `generator` does; may be repeated
    #[arg(long, value_name = "PATTERN")]
    pub(super) include: Vec<String>,
    /// Leave out what a pattern matches; may be repeated
    #[arg(long, value_name = "PATTERN")]
    pub(super) exclude: Vec<String>,
    #[command(flatten)]
    pub(super) program: Sources,
    /// Permissions that the program has, separated by commas [default: those of a log, else the least set of the baseline]
    #[arg(long, value_name = "PERMISSIONS", value_delimiter = ',', requires = "Sources")]
    pub(super) granted: Option<Vec<String>>,
    /// How the program signs in: other permissions do not touch it; may be repeated [default: any, or what a log says]
    #[arg(long, value_enum, value_name = "KIND", requires = "Sources")]
    pub(super) sign_in: Vec<SignIn>,
    /// Show only changes of this impact; may be repeated [default: all]
    #[arg(long, value_enum, value_name = "IMPACT")]
    pub(super) impact: Vec<Shown>,
    /// Print the public items of the two emitted crates that differ, in terms of Rust alone
    #[arg(long, conflicts_with_all = ["format", "accept", "impact", "Sources"])]
    pub(super) surface: bool,
    /// How to print it
    #[arg(long, value_enum, default_value_t)]
    pub(super) format: Format,
    /// File to write instead of the standard output
    #[arg(short, long, value_name = "FILE")]
    pub(super) output: Option<PathBuf>,
    /// Exit with status 1 when there is such a change
    #[arg(long, value_enum, default_value_t, value_name = "IMPACT")]
    pub(super) fail_on: FailOn,
    /// File of changes that are not reported
    #[arg(long, value_name = "FILE")]
    pub(super) accept: Option<PathBuf>,
    /// Show every diagnostic about the pages of both sides
    #[arg(long)]
    pub(super) all_diagnostics: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub(super) enum Format {
    /// For a terminal
    #[default]
    Text,
    /// For other programs
    Json,
    /// For a pull request or a changelog
    Markdown,
    /// For code scanning
    Sarif,
    /// Annotations of a GitHub workflow
    Github,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Shown {
    /// What breaks users of the emitted crate
    Breaking,
    /// What is new to use
    Additive,
    /// What only the documentation says
    Docs,
}

impl From<Shown> for Impact {
    fn from(shown: Shown) -> Self {
        match shown {
            Shown::Breaking => Self::Breaking,
            Shown::Additive => Self::Additive,
            Shown::Docs => Self::Docs,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub(super) enum FailOn {
    /// One that breaks users of the emitted crate
    Breaking,
    /// Any change
    Any,
    /// None: whatever has changed is fine
    #[default]
    Never,
}
