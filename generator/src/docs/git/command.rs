//! Runs git.

use super::GitError;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// Git in the repository around a folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Git {
    directory: PathBuf,
}

impl Git {
    pub(super) fn at(directory: &Path) -> Self {
        Self {
            directory: directory.to_path_buf(),
        }
    }

    /// A command to run. Its messages are in English, and it never asks for a password.
    pub(super) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new("git");
        if !self.directory.as_os_str().is_empty() {
            command.current_dir(&self.directory);
        }
        command
            .args(arguments)
            .env("LC_ALL", "C")
            .env("GIT_TERMINAL_PROMPT", "0");
        command.stdin(Stdio::null());
        command
    }

    /// Runs a command and returns what it prints.
    pub(super) fn output(&self, arguments: &[&str]) -> Result<Vec<u8>, GitError> {
        let output = self.run(arguments)?;
        if output.status.success() {
            return Ok(output.stdout);
        }
        Err(self.failure(arguments, &output))
    }

    /// The object of a revision or of a path in it. A commit gives its tree.
    pub(super) fn object(&self, revision: &str, path: Option<&str>) -> Result<String, GitError> {
        let no_revision = || GitError::NoRevision {
            revision: revision.to_owned(),
            shallow: self.is_shallow(),
        };
        if revision.starts_with('-') {
            return Err(no_revision());
        }
        let name = match path {
            None | Some("") => format!("{revision}^{{tree}}"),
            Some(path) => format!("{revision}:{path}"),
        };
        let arguments = ["rev-parse", "--verify", &name];
        let output = self.run(&arguments)?;
        if output.status.success() {
            return Ok(line(&output.stdout));
        }
        match self.failure(&arguments, &output) {
            // Git says for either that it needs a single revision, so the path is told by the revision before it.
            GitError::Failed { message, .. } if is_about_names(&message) => Err(match path {
                None | Some("") => no_revision(),
                Some(path) => GitError::NoPath {
                    revision: revision.to_owned(),
                    path: path.to_owned(),
                },
            }),
            error => Err(error),
        }
    }

    /// A path relative to the top of the repository. Only paths with `./` or `../` start at the folder.
    pub(super) fn path_from_top(&self, path: &str) -> Result<String, GitError> {
        let path = path.trim_end_matches('/');
        let is_relative = path == "." || path == ".." || path.starts_with("./") || path.starts_with("../");
        let prefix = if is_relative {
            line(&self.output(&["rev-parse", "--show-prefix"])?)
        } else {
            String::new()
        };
        let mut parts = Vec::new();
        for part in prefix.split('/').chain(path.split('/')) {
            match part {
                "" | "." => {}
                ".." => drop(parts.pop()),
                part => parts.push(part),
            }
        }
        Ok(parts.join("/"))
    }

    /// Whether an object is a folder.
    pub(super) fn is_tree(&self, object: &str) -> Result<bool, GitError> {
        Ok(line(&self.output(&["cat-file", "-t", object])?) == "tree")
    }

    fn is_shallow(&self) -> bool {
        let output = self.output(&["rev-parse", "--is-shallow-repository"]);
        output.is_ok_and(|text| line(&text) == "true")
    }

    fn run(&self, arguments: &[&str]) -> Result<Output, GitError> {
        self.command(arguments).output().map_err(|error| missing(&error))
    }

    fn failure(&self, arguments: &[&str], output: &Output) -> GitError {
        let message = String::from_utf8_lossy(&output.stderr).trim().to_owned();
        if message.contains("not a git repository") {
            return GitError::NoRepository {
                directory: self.directory.clone(),
            };
        }
        GitError::Failed {
            command: arguments.join(" "),
            message,
        }
    }
}

/// Git could not be started.
pub(super) fn missing(error: &std::io::Error) -> GitError {
    GitError::Missing {
        reason: crate::docs::read::plain(error),
    }
}

fn line(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).trim_end().to_owned()
}

fn is_about_names(message: &str) -> bool {
    [
        "single revision",
        "does not exist",
        "exists on disk",
        "unknown revision",
        "Not a valid object",
        "invalid object name",
    ]
    .iter()
    .any(|words| message.contains(words))
}
