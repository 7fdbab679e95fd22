//! The arguments.

use crate::cli::args::Source;
use crate::cli::calls::{SignIn, Sources};
use clap::{Args, ValueEnum};
use std::path::PathBuf;

/// Shown below the options.
pub(in crate::cli) const HELP: &str = "\
A call is a method and a path, as the pages write it or with real values, or a URL: the host may be that of any cloud.
A call without a version means v1.0 where that documents it, else beta.

Examples:
  generator permissions 'GET /users/{id}' 'POST /users/{id}/sendMail'
      What a program with these two calls needs, for each kind of sign-in, and why.
  generator permissions https://graph.microsoft.us/v1.0/users/ann@example.com?$select=id
      One call, as it stands in a log.
  generator permissions --binary target/release/backup --format json | jq '.least.application'
      The calls that a program on an emitted crate can make, read from its file.
  generator permissions --activity log.jsonl --app 00000000-0000-0000-0000-000000000000
      What an application did, against what it was granted.
  generator permissions --calls calls.txt --granted User.Read.All,Mail.Send --sign-in application --fail-on excess
      In CI: exit status 1 if the application has more than it needs.
  generator permissions --of Directory.ReadWrite.All
      What a permission opens, and for which calls it is the least.
  generator permissions --binary app --reference provisioningInfo.json --sign-in application --format manifest
      What to put into the manifest of the application.

The least set: no permission stands in it that is not needed; of all sets that allow every call, the least privileged one;
of equally privileged ones the smallest. generator/docs/permissions.md has the exact rule and the JSON format.

Exit status: 0 done, 1 --fail-on found something, 2 could not run.";

#[derive(Debug, Args)]
pub(in crate::cli) struct PermissionsArguments {
    /// Calls: `GET /users/{id}`, or a URL
    #[arg(value_name = "CALL")]
    pub(super) calls: Vec<String>,
    #[command(flatten)]
    pub(super) source: Source,
    #[command(flatten)]
    pub(super) sources: Sources,
    /// Permissions that are granted, separated by commas: tells what is missing and what is too much
    #[arg(long, value_name = "PERMISSIONS", value_delimiter = ',')]
    pub(super) granted: Option<Vec<String>>,
    /// Facts about permissions: permissions.json or provisioningInfo.json of microsoft-graph-devx-content, or a page of the
    /// permissions reference; also packed as .gz; may be repeated
    #[arg(long, value_name = "FILE")]
    pub(super) reference: Vec<PathBuf>,
    /// Tell what this permission opens, instead
    #[arg(long, value_name = "PERMISSION", conflicts_with_all = ["calls", "call_files", "har", "activity", "binary", "granted", "compare"])]
    pub(super) of: Option<String>,
    /// Tell what only one of two permissions opens, instead
    #[arg(long, value_names = ["A", "B"], num_args = 2, conflicts_with_all = ["calls", "call_files", "har", "activity", "binary", "granted"])]
    pub(super) compare: Vec<String>,
    /// Only this kind of sign-in; may be repeated
    #[arg(long, value_enum, value_name = "KIND")]
    pub(super) sign_in: Vec<SignIn>,
    /// How to print it
    #[arg(long, value_enum, default_value_t)]
    pub(super) format: Format,
    /// File to write instead of the standard output
    #[arg(short, long, value_name = "FILE")]
    pub(super) output: Option<PathBuf>,
    /// Exit with status 1 when there is some; may be repeated, or separated by commas
    #[arg(long, value_enum, value_name = "WHAT", value_delimiter = ',')]
    pub(super) fail_on: Vec<FailOn>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub(super) enum Format {
    /// For a terminal
    #[default]
    Text,
    /// For other programs
    Json,
    /// `requiredResourceAccess` of an Entra application; needs --reference
    Manifest,
    /// The same as a property in Bicep; needs --reference
    Bicep,
    /// The same as a block of an `azuread_application`
    Terraform,
    /// API manifest: the requests and the permissions
    Apimanifest,
    /// For a pull request or a wiki
    Markdown,
    /// One page that needs nothing beside it
    Html,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum FailOn {
    /// A permission that is needed and not granted
    Missing,
    /// A permission that is granted and not needed
    Excess,
    /// A call that no page documents
    Unknown,
}
