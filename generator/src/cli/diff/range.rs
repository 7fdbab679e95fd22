//! Which sides the arguments name.

use crate::cli::failure::Failure;
use crate::cli::settings;
use std::path::{Path, PathBuf};

/// What to read.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Names {
    pub(super) baseline: PathBuf,
    pub(super) current: PathBuf,
}

/// Both sides: two arguments, a range, or a baseline against the workspace's pages.
pub(super) fn sides(baseline: &Path, current: Option<&Path>, directory: &Path) -> Result<Names, Failure> {
    if let Some(current) = current {
        return Ok(Names {
            baseline: baseline.to_path_buf(),
            current: current.to_path_buf(),
        });
    }
    let text = baseline.to_str().filter(|_| !directory.join(baseline).exists());
    if let Some((baseline, current)) = text.and_then(range) {
        return Ok(Names {
            baseline: baseline.into(),
            current: current.into(),
        });
    }
    let current = settings::docs(directory)?;
    let baseline = match text {
        Some(revision) if !revision.contains(':') => of_workspace(revision, &current, directory),
        _ => baseline.to_path_buf(),
    };
    Ok(Names { baseline, current })
}

/// `OLD..NEW:PATH`, also `OLD:PATH..NEW:PATH` and `OLD..:PATH`.
fn range(text: &str) -> Option<(String, String)> {
    let (old, new) = text.split_once("..")?;
    if old.is_empty() || old.ends_with('/') || new.starts_with(['/', '.']) {
        return None;
    }
    let (revision, path) = new.split_once(':').unwrap_or((new, ""));
    let revision = if revision.is_empty() { "HEAD" } else { revision };
    let current = format!("{revision}:{path}");
    let baseline = if old.contains(':') {
        old.to_owned()
    } else {
        format!("{old}:{path}")
    };
    Some((baseline, current))
}

/// A revision alone means the pages of the workspace as they were then.
fn of_workspace(revision: &str, docs: &Path, directory: &Path) -> PathBuf {
    let up = directory
        .ancestors()
        .position(|folder| docs.starts_with(folder))
        .unwrap_or(0);
    let below = directory
        .ancestors()
        .nth(up)
        .and_then(|folder| docs.strip_prefix(folder).ok());
    let below = below
        .map(|path| path.to_string_lossy().replace('\\', "/"))
        .unwrap_or_default();
    format!("{revision}:./{}{below}", "../".repeat(up)).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_share_their_path() {
        let shown = |text: &str| range(text).map(|(old, new)| format!("{old} {new}"));
        assert_eq!(shown("v1..v2:docs").as_deref(), Some("v1:docs v2:docs"));
        assert_eq!(shown("v1..:docs").as_deref(), Some("v1:docs HEAD:docs"));
        assert_eq!(shown("v1..v2").as_deref(), Some("v1: v2:"));
        assert_eq!(shown("v1:old..v2:new").as_deref(), Some("v1:old v2:new"));
        assert_eq!(shown("../docs"), None);
        assert_eq!(shown("a/../docs"), None);
        assert_eq!(shown("v1...v2:docs"), None);
        assert_eq!(shown("HEAD:docs"), None);
    }

    #[test]
    fn a_revision_alone_is_the_workspace_then() {
        let shown = |docs: &str, directory: &str| of_workspace("HEAD~1", Path::new(docs), Path::new(directory));
        assert_eq!(shown("/w/docs-src", "/w").to_str(), Some("HEAD~1:./docs-src"));
        assert_eq!(shown("/w/docs-src", "/w/a/b").to_str(), Some("HEAD~1:./../../docs-src"));
        assert_eq!(shown("/w/docs-src", "/w/docs-src/beta").to_str(), Some("HEAD~1:./../"));
    }
}
