//! The arguments, as clap reads them.

use super::{diff, history, lint, permissions, site};
use crate::docs::{Profile, is_version};
use crate::model::Version;
use clap::{Args, Parser, Subcommand, ValueEnum};
use std::ffi::OsString;
use std::path::PathBuf;

const EXAMPLES: &str = "\
Examples:
  generator
      Regenerate generated/ from docs-src/.
  generator --check
      Show what would change, write nothing; exit status 1 if anything would.
  generator --docs ../microsoft-graph-docs --api-version v1.0 --out client --crate-name graph-client
      A crate for version v1.0 from a clone of the public documentation.
  generator --include 'area:intune_*' --exclude 'DELETE /**'
      Only Intune, without the calls that delete.

Patterns:
  POST /deviceManagement/**    calls; * is one path segment, ** one or more, {id} any placeholder
  /users/{id}/**               the same for every method; add /users/{id} for the path itself
  type:roleAssignment          one type, by its local or dotted name
  area:intune_rbac             one area of the API
  beta/api/intune-*            what stands on these pages; * is any text, and folders may be left out
  v1.0 area:users              each of them in one version only
  What a kept item needs comes along. An excluded type that is still needed stays as an empty placeholder.

Corrections of wrong pages (--corrections), applied to their text before it is read:
  [[correction]]
  page = \"beta/resources/kettle.md\"   # as diagnostics name it
  find = \"|litres|Int32|\"             # stands there once, or as often as `times` says
  replace = \"|litres|Double|\"
  why = \"The service sends fractions.\"
  link = \"https://example.com/issues/17\"
  An entry that does not apply any more is an error. Diagnostics show the corrected text.

Settings may stand in generator.toml beside docs-src/ (docs, corrections, profile, profiles, out,
crate-name, testing, runtime-crate, runtime-path, api-version, include, exclude); a flag wins.

Exit status: 0 done, 1 --check found a difference, 2 could not run.";

/// Reads Microsoft Graph API reference pages and writes a typed Rust client.
///
/// Without a command it generates.
#[derive(Debug, Parser)]
#[command(name = "generator", version, max_term_width = 100)]
#[command(args_conflicts_with_subcommands = true, after_help = EXAMPLES)]
pub(super) struct Arguments {
    #[command(flatten)]
    pub(super) generate: GenerateArguments,
    #[command(subcommand)]
    pub(super) command: Option<Command>,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Write the client crate (the default)
    #[command(after_help = EXAMPLES)]
    Generate(GenerateArguments),
    /// Print everything that the pages say, as JSON
    #[command(after_help = "\
Examples:
  generator export --api-version beta | jq '.types[].name'
  generator export -o model.json

One version gives one object, several give {\"versions\": [...]}.")]
    Export(ExportArguments),
    /// Count what was read, guessed and left unread
    #[command(after_help = "\
Examples:
  generator stats
  generator stats --list | grep unread
  generator stats --format json | jq '.skipped'")]
    Stats(StatsArguments),
    /// Tell what changed between two states of the pages
    #[command(after_help = diff::HELP)]
    Diff(diff::DiffArguments),
    /// Tell what is wrong with the pages
    #[command(after_help = lint::HELP)]
    Lint(lint::LintArguments),
    /// Tell which permissions calls need: the least set, why, and what is missing or too much
    #[command(after_help = permissions::HELP)]
    Permissions(Box<permissions::PermissionsArguments>),
    /// Tell how a type, a property or a call has changed over the revisions of the pages
    #[command(after_help = history::HELP)]
    History(history::HistoryArguments),
    /// Tell why the crate is as it is: the decisions about a type, a property or a call
    #[command(after_help = "\
Examples:
  generator why microsoft.graph.user
  generator why user/manager
  generator why 'GET /users/{id}/manager'
  generator why assignedPlan --include 'GET /users/**'
      Also what pulls the type into this part of the API.

Each fact stands with its rule, page and line, and with what was rejected.")]
    Why(WhyArguments),
    /// Write a static site to search and read: permissions, calls, types, and what changed
    #[command(after_help = site::HELP)]
    Site(site::SiteArguments),
    /// Tell what a code means: that of a diagnostic, or of a change
    #[command(after_help = "\
Examples:
  generator explain
      All codes, with a line for each.
  generator explain include-missing")]
    Explain(ExplainArguments),
}

/// What every command needs to know about the pages.
#[derive(Debug, Clone, Default, Args)]
pub(super) struct Source {
    /// Pages to read: a folder, a clone of the public documentation, one page, or REVISION:PATH in a git repository
    /// [default: docs-src]
    #[arg(long, value_name = "ROOT")]
    pub(super) docs: Option<PathBuf>,
    /// File of corrections of wrong pages, applied before they are read; `generator --help` shows
    /// its form
    #[arg(long, value_name = "FILE")]
    pub(super) corrections: Option<PathBuf>,
    /// Version of the API, beta or v1.0; may be repeated [default: all that the pages have]
    #[arg(long, value_name = "VERSION", value_parser = parse_version)]
    pub(super) api_version: Vec<Version>,
    /// Kind of the pages: a docset profile, such as graph, onedrive, copilot or defender, or one of
    /// generator.toml [default: found from the pages]
    #[arg(long, value_name = "NAME")]
    pub(super) profile: Option<String>,
    /// Show every diagnostic instead of the first few of each kind
    #[arg(long)]
    pub(super) all_diagnostics: bool,
}

#[derive(Debug, Args)]
pub(super) struct GenerateArguments {
    #[command(flatten)]
    pub(super) source: Source,
    /// Folder to write the crate to [default: generated]
    #[arg(long, value_name = "DIR")]
    pub(super) out: Option<PathBuf>,
    /// Name of the crate [default: generated]
    #[arg(long, value_name = "NAME")]
    pub(super) crate_name: Option<String>,
    /// Version of the crate; with --bump-from, of the crate that BASELINE was emitted as [default: 0.1.0]
    #[arg(long, value_name = "VERSION")]
    pub(super) crate_version: Option<String>,
    /// Raise the version by what the public items of the crate that these pages give have become: pages, REVISION:PATH,
    /// or an exported model; --include and --exclude count for it, too
    #[arg(long, value_name = "BASELINE")]
    pub(super) bump_from: Option<PathBuf>,
    /// Add the documented examples as contract tests, behind the feature `testing`
    #[arg(long)]
    pub(super) testing: bool,
    /// Depend on this crate, graph-runtime, instead of containing a copy of it: several emitted crates can then share
    /// one Client. The workspace says where the crate is, or --runtime-path does
    #[arg(long, value_name = "NAME")]
    pub(super) runtime_crate: Option<String>,
    /// Folder of that crate, as the emitted manifest names it: a relative path starts at the emitted crate
    #[arg(long, value_name = "PATH", requires = "runtime_crate")]
    pub(super) runtime_path: Option<String>,
    /// Keep only what a pattern matches; may be repeated
    #[arg(long, value_name = "PATTERN")]
    pub(super) include: Vec<String>,
    /// Leave out what a pattern matches; may be repeated
    #[arg(long, value_name = "PATTERN")]
    pub(super) exclude: Vec<String>,
    /// Write nothing; print a unified diff of what would change
    #[arg(long)]
    pub(super) check: bool,
    /// Print nothing but errors: no diagnostics, no summary
    #[arg(short, long, conflicts_with = "all_diagnostics")]
    pub(super) quiet: bool,
}

#[derive(Debug, Args)]
pub(super) struct ExportArguments {
    #[command(flatten)]
    pub(super) source: Source,
    /// File to write instead of the standard output
    #[arg(short, long, value_name = "FILE")]
    pub(super) output: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(super) struct StatsArguments {
    #[command(flatten)]
    pub(super) source: Source,
    /// Name the place of every fact that was guessed or left unread, instead of counting
    #[arg(long)]
    pub(super) list: bool,
    /// How to print it
    #[arg(long, value_enum, default_value_t)]
    pub(super) format: Format,
}

#[derive(Debug, Args)]
pub(super) struct WhyArguments {
    /// A type or an enum, a property (`user/manager`), a call (`GET /users/{id}`), or the name of a page
    #[arg(value_name = "ITEM")]
    pub(super) item: String,
    #[command(flatten)]
    pub(super) source: Source,
    /// How to print it
    #[arg(long, value_enum, default_value_t)]
    pub(super) format: Format,
    /// Tell what pulls the item into the part that a pattern matches; may be repeated
    #[arg(long, value_name = "PATTERN")]
    pub(super) include: Vec<String>,
    /// Leave out what a pattern matches
    #[arg(long, value_name = "PATTERN")]
    pub(super) exclude: Vec<String>,
}

#[derive(Debug, Args)]
pub(super) struct ExplainArguments {
    /// The code [default: a list of all codes]
    pub(super) code: Option<String>,
    /// Print the page that documents every code
    #[arg(long, conflicts_with = "code")]
    pub(super) markdown: bool,
}

#[derive(Debug, Clone, Copy, Default, ValueEnum)]
pub(super) enum Format {
    #[default]
    Text,
    Json,
}

/// A docs version from a flag or the settings file.
pub(super) fn parse_version(text: &str) -> Result<Version, String> {
    if is_version(text) || Profile::segments().any(|segment| segment == text) {
        return Ok(Version(text.to_owned()));
    }
    Err("a version of the API is `beta` or `v1.0`".to_owned())
}

/// The version of the API that is given to `--version`, which chose it once. Clap alone would print the program's version
/// and end with success.
pub(super) fn version_of_api(arguments: &[OsString]) -> Option<String> {
    let arguments: Vec<&str> = arguments.iter().map(|text| text.to_str().unwrap_or_default()).collect();
    let inline = arguments.iter().find_map(|text| text.strip_prefix("--version="));
    let next = arguments
        .windows(2)
        .find_map(|pair| matches!(pair, ["--version", value] if is_version(value)).then(|| pair.last().copied()));
    inline.or(next.flatten()).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_definition_of_the_arguments_is_sound() {
        Arguments::command().debug_assert();
    }
}
