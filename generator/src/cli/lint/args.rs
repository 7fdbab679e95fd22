//! The arguments.

use crate::cli::args::parse_version;
use crate::model::Version;
use crate::source::Severity;
use clap::{Args, ValueEnum};
use std::path::PathBuf;

/// Shown below the options.
pub(in crate::cli) const HELP: &str = "\
Examples:
  generator lint
      What is wrong in docs-src/.
  generator lint --docs ../microsoft-graph-docs --api-version v1.0 --baseline known.json --update-baseline
      Take today's findings as known; without --update-baseline, only new ones are told.
  generator lint --select 'json-*' --include 'beta/api/intune-*'
      A few rules, on some pages.
  generator lint --include area:users --include 'POST /teams/**'
      What is wrong in the pages of an area, and in those of some calls.
  generator lint --diff
      Show what --fix would change.
  generator lint --api-version v1.0 --metadata metadata.xml --corrections corrections.toml
      Also against the metadata of the service, with corrections for `generate --corrections`.
  generator lint --reference provisioningInfo.json
      Also permissions that there are not, or not for applications, or only for them.
  generator lint --format sarif -o lint.sarif
      For code scanning.

ID is the code of a finding, the beginning of some (`json-*`), or `all`. `generator explain ID` tells what it means.

A comment of a page suppresses findings, with a reason:
  <!-- lint-ignore ID, ID: reason -->       of the block below it
  <!-- lint-ignore-page ID: reason -->      of the whole file

Settings in generator.toml:
  [lint]
  select = [\"all\"]
  ignore = [\"missing-cell\"]
  fail-on = \"warning\"
  [lint.severity]
  undocumented-type = \"warning\"
  [lint.per-path]
  \"beta/api/intune-*\" = [\"surplus-cell\"]

Exit status: 0 done, 1 --fail-on found something, 2 could not run.";

#[derive(Debug, Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is a flag of its own")]
pub(in crate::cli) struct LintArguments {
    /// Pages to check: a folder, a clone of the public documentation, one page, or REVISION:PATH in a git repository
    /// [default: docs-src]
    #[arg(long, value_name = "ROOT")]
    pub(in crate::cli) docs: Option<PathBuf>,
    /// Version of the API, beta or v1.0; may be repeated [default: all that the pages have]
    #[arg(long, value_name = "VERSION", value_parser = parse_version)]
    pub(in crate::cli) api_version: Vec<Version>,
    /// Tell only findings in the pages that a pattern matches: `beta/api/intune-*`, or the pages of a call, a type or an area
    /// as `generate --include` has them; may be repeated
    #[arg(long, value_name = "PATTERN")]
    pub(super) include: Vec<String>,
    /// Tell no findings in these pages
    #[arg(long, value_name = "PATTERN")]
    pub(super) exclude: Vec<String>,
    /// Look only for these, also where they are off by default
    #[arg(long, value_name = "IDS", value_delimiter = ',')]
    pub(super) select: Vec<String>,
    /// Do not look for these
    #[arg(long, value_name = "IDS", value_delimiter = ',')]
    pub(super) ignore: Vec<String>,
    /// How to print it
    #[arg(long, value_enum, default_value_t)]
    pub(super) format: Format,
    /// File to write instead of the standard output
    #[arg(short, long, value_name = "FILE")]
    pub(super) output: Option<PathBuf>,
    /// Exit with status 1 when something matters as much as this [default: error]
    #[arg(long, value_enum, value_name = "SEVERITY")]
    pub(super) fail_on: Option<FailOn>,
    /// File of known findings, which are not told
    #[arg(long, value_name = "FILE")]
    pub(super) baseline: Option<PathBuf>,
    /// Write today's findings to that file
    #[arg(long, requires = "baseline")]
    pub(super) update_baseline: bool,
    /// Hold the pages against the metadata of the service too: the EDMX file that it publishes as $metadata, unpacked
    #[arg(long, value_name = "FILE")]
    pub(super) metadata: Option<PathBuf>,
    /// Hold permissions against a reference: permissions.json or provisioningInfo.json of microsoft-graph-devx-content, or a
    /// page of the permissions reference; also packed as .gz; may be repeated
    #[arg(long, value_name = "FILE")]
    pub(super) reference: Vec<PathBuf>,
    /// Write corrections of what the metadata shows to be wrong, for `generate --corrections`
    #[arg(long, value_name = "FILE", requires = "metadata")]
    pub(super) corrections: Option<PathBuf>,
    /// Correct what can be corrected without a look at the result
    #[arg(long, conflicts_with_all = ["baseline", "diff"])]
    pub(super) fix: bool,
    /// With --fix or --diff: also corrections that an author has to check or to complete
    #[arg(long)]
    pub(super) unsafe_fixes: bool,
    /// Write nothing; print a unified diff of what --fix would change
    #[arg(long)]
    pub(super) diff: bool,
    /// Show every finding instead of the first few of each kind
    #[arg(long)]
    pub(super) all: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub(super) enum Format {
    /// For a terminal
    #[default]
    Text,
    /// For other programs
    Json,
    /// Annotations of a GitHub workflow
    Github,
    /// SARIF 2.1.0, for code scanning
    Sarif,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum FailOn {
    /// An error
    Error,
    /// A warning or an error
    Warning,
    /// Anything
    Note,
    /// Nothing
    Never,
}

impl FailOn {
    /// Whether a finding of this severity is reason to fail.
    pub(super) fn fails(self, severity: Severity) -> bool {
        match self {
            Self::Error => severity == Severity::Error,
            Self::Warning => severity <= Severity::Warning,
            Self::Note => true,
            Self::Never => false,
        }
    }
}
