//! The arguments.

use crate::cli::args::Source;
use crate::model::Scheme;
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
    /// File with one call on each line; may be repeated, `-` is the standard input
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
pub(super) enum SignIn {
    /// A user with a work or school account
    Work,
    /// A user with a personal account
    Personal,
    /// The application itself, without a user
    Application,
}

impl SignIn {
    /// What was asked for, in the order of the tables; all without any.
    pub(super) fn schemes(asked: &[Self]) -> Vec<Scheme> {
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

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum FailOn {
    /// A permission that is needed and not granted
    Missing,
    /// A permission that is granted and not needed
    Excess,
    /// A call that no page documents
    Unknown,
}
