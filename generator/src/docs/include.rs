//! Which file an `[!INCLUDE [label](path)]` line means.
//!
//! Targets are looked up among the files that were read, never in the file system. So no target can reach anything
//! outside the docs root.

use crate::source::codes::include as codes;
use crate::source::{Diagnostic, FileId, SourceMap, Span};
use percent_encoding::percent_decode_str;
use thiserror::Error;

/// Why an include line is not replaced.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum IncludeError {
    /// The path climbs above the docs root.
    #[error("the include `{0}` leaves the docs root")]
    OutsideRoot(String),
    /// A URL, or a path from the root of a disk or site.
    #[error("the include `{0}` is not a relative path")]
    NotRelative(String),
    /// A code sample in another language; these are not part of the docs root and hold no facts.
    #[error("the language snippet `{0}` is not read")]
    Snippet(String),
    /// No such file was read.
    #[error("the include `{0}` does not exist")]
    Missing(String),
    /// The file is being included already.
    #[error("the include `{0}` includes itself")]
    Cycle(String),
    /// A page with more includes than anybody writes by hand.
    #[error("the page includes too many files at `{0}`: the limit is {MOST_INCLUDES} files, nested {DEEPEST} deep")]
    TooMany(String),
}

const MOST_INCLUDES: usize = 256;
const DEEPEST: usize = 16;

impl IncludeError {
    /// The finding for the line at `span`.
    pub fn to_diagnostic(&self, span: Span) -> Diagnostic {
        let message = self.to_string();
        match self {
            Self::OutsideRoot(_) => Diagnostic::new(&codes::OUTSIDE_ROOT, span, message)
                .help("only files inside the docs root are included; move the file there"),
            Self::NotRelative(_) => Diagnostic::new(&codes::NOT_RELATIVE, span, message)
                .help("write the path relative to the page, such as `../includes/clouds.md`"),
            Self::Snippet(_) => Diagnostic::new(&codes::SNIPPET, span, message),
            Self::Missing(_) => Diagnostic::new(&codes::MISSING, span, message)
                .help("included files belong in a folder named `includes`"),
            Self::Cycle(_) => {
                Diagnostic::new(&codes::CYCLE, span, message).help("remove one of the includes of the cycle")
            }
            Self::TooMany(_) => Diagnostic::new(&codes::TOO_MANY, span, message)
                .help("check whether a file includes another one repeatedly"),
        }
    }
}

/// The file that a target means when it stands in `from`: relative to that file, or to the docs root after `~/`.
pub fn resolve_include(sources: &SourceMap, from: FileId, target: &str) -> Result<FileId, IncludeError> {
    let written = || target.trim().to_owned();
    let path = clean(target);
    if path.starts_with('/') || path.contains(':') {
        return Err(IncludeError::NotRelative(written()));
    }
    let (start, path) = match path.strip_prefix("~/") {
        Some(path) => ("", path),
        None => (
            sources.path(from).rsplit_once('/').map_or("", |(folder, _)| folder),
            path.as_str(),
        ),
    };
    let full = join(start, path).ok_or_else(|| IncludeError::OutsideRoot(written()))?;
    sources.find(&full).ok_or_else(|| {
        let is_snippet = full.contains("includes/snippets/");
        (if is_snippet {
            IncludeError::Snippet
        } else {
            IncludeError::Missing
        })(written())
    })
}

/// The path of a link target: no query, no fragment, `%20` decoded, forward slashes.
fn clean(target: &str) -> String {
    let path = target.trim().split(['#', '?']).next().unwrap_or("");
    percent_decoded(path).replace('\\', "/")
}

fn percent_decoded(text: &str) -> String {
    percent_decode_str(text).decode_utf8_lossy().into_owned()
}

/// Walks `path` from the folder `start`; `None` when it climbs above the root.
fn join(start: &str, path: &str) -> Option<String> {
    let mut parts: Vec<&str> = start.split('/').filter(|part| !part.is_empty()).collect();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            name => parts.push(name),
        }
    }
    Some(parts.join("/"))
}

/// The files that are being included, to refuse cycles and too many includes.
#[derive(Debug, Clone)]
pub struct IncludeTrail {
    open: Vec<FileId>,
    entered: usize,
}

impl IncludeTrail {
    /// A page that has included nothing yet.
    pub fn new(page: FileId) -> Self {
        Self {
            open: vec![page],
            entered: 0,
        }
    }

    /// Begins to include a file; [`leave`](Self::leave) ends it. `target` is the path as written.
    pub fn enter(&mut self, file: FileId, target: &str) -> Result<(), IncludeError> {
        if self.open.contains(&file) {
            return Err(IncludeError::Cycle(target.to_owned()));
        }
        if self.open.len() > DEEPEST || self.entered >= MOST_INCLUDES {
            return Err(IncludeError::TooMany(target.to_owned()));
        }
        self.entered += 1;
        self.open.push(file);
        Ok(())
    }

    /// Ends the include that was entered last.
    pub fn leave(&mut self) {
        self.open.pop();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::SourceFile;

    fn sources() -> SourceMap {
        let paths = [
            "api-reference/beta/api/group-get.md",
            "api-reference/beta/includes/permissions/group get.md",
            "api-reference/includes/all-clouds.md",
            "includes/root.md",
        ];
        SourceMap::new(paths.map(|path| SourceFile::new(path, "")).into())
    }

    #[test]
    fn targets_are_relative_to_the_page_and_stay_inside_the_root() {
        let sources = sources();
        let page = sources.find("api-reference/beta/api/group-get.md").unwrap();
        let shown = |target: &&str| match resolve_include(&sources, page, target) {
            Ok(file) => format!("{target} -> {}", sources.path(file)),
            Err(error) => format!("{target} -> {error}"),
        };
        let targets = [
            "../../includes/all-clouds.md",
            "../includes/permissions/group%20get.md",
            "..\\..\\includes\\all-clouds.md?view=x#part",
            "~/includes/root.md",
            "../../../includes/root.md",
            "../includes/absent.md",
            "../../includes/All-Clouds.md",
            "../includes/snippets/csharp/group.md",
            "../../../../etc/passwd",
            "%2e%2e/%2e%2e/../../../etc/passwd",
            "~/../etc/passwd",
            "/etc/passwd",
            "https://example.org/x.md",
            "C:\\x.md",
            "",
        ];
        let lines: Vec<_> = targets.iter().map(shown).collect();
        insta::assert_snapshot!(lines.join("\n"), @r"
        ../../includes/all-clouds.md -> api-reference/includes/all-clouds.md
        ../includes/permissions/group%20get.md -> api-reference/beta/includes/permissions/group get.md
        ..\..\includes\all-clouds.md?view=x#part -> api-reference/includes/all-clouds.md
        ~/includes/root.md -> includes/root.md
        ../../../includes/root.md -> includes/root.md
        ../includes/absent.md -> the include `../includes/absent.md` does not exist
        ../../includes/All-Clouds.md -> the include `../../includes/All-Clouds.md` does not exist
        ../includes/snippets/csharp/group.md -> the language snippet `../includes/snippets/csharp/group.md` is not read
        ../../../../etc/passwd -> the include `../../../../etc/passwd` leaves the docs root
        %2e%2e/%2e%2e/../../../etc/passwd -> the include `%2e%2e/%2e%2e/../../../etc/passwd` leaves the docs root
        ~/../etc/passwd -> the include `~/../etc/passwd` leaves the docs root
        /etc/passwd -> the include `/etc/passwd` is not a relative path
        https://example.org/x.md -> the include `https://example.org/x.md` is not a relative path
        C:\x.md -> the include `C:\x.md` is not a relative path
         -> the include `` does not exist
        ");
    }

    #[test]
    fn percent_signs_without_digits_stay() {
        assert_eq!(percent_decoded("a%2Fb%zz%4"), "a/b%zz%4");
    }

    #[test]
    fn circles_and_floods_are_refused() {
        let mut trail = IncludeTrail::new(FileId(0));
        trail.enter(FileId(1), "b.md").unwrap();
        assert_eq!(
            trail.enter(FileId(0), "a.md"),
            Err(IncludeError::Cycle("a.md".to_owned()))
        );
        trail.leave();
        for _ in 1..MOST_INCLUDES {
            trail.enter(FileId(1), "b.md").unwrap();
            trail.leave();
        }
        assert_eq!(
            trail.enter(FileId(1), "b.md"),
            Err(IncludeError::TooMany("b.md".to_owned()))
        );
    }
}
