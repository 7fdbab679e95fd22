//! The verdict.

use super::{Change, Impact};
use serde::Serialize;
use std::fmt;

/// Which part of the emitted crate's version number has to be increased.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Semver {
    /// None: nothing has changed.
    None,
    /// The third: only documentation has changed.
    Patch,
    /// The second: there is something new to use.
    Minor,
    /// The first: users have to change their code.
    Major,
}

impl Semver {
    /// The next version of a crate, as cargo reads versions: before `1.0.0` the second number stands for the first.
    /// `None` if the text is no version of three numbers.
    pub fn after(self, version: &str) -> Option<String> {
        let numbers: Option<Vec<u64>> = version.split('.').map(|number| number.parse().ok()).collect();
        let &[major, minor, patch] = numbers?.as_slice() else {
            return None;
        };
        let (major, minor, patch) = match (self, major) {
            (Self::None, _) => (major, minor, patch),
            (Self::Major, 0) => (0, minor + 1, 0),
            (Self::Minor | Self::Patch, 0) | (Self::Patch, _) => (major, minor, patch + 1),
            (Self::Major, _) => (major + 1, 0, 0),
            (Self::Minor, _) => (major, minor + 1, 0),
        };
        Some(format!("{major}.{minor}.{patch}"))
    }
}

impl fmt::Display for Semver {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::None => "none",
            Self::Patch => "patch",
            Self::Minor => "minor",
            Self::Major => "major",
        })
    }
}

/// Counts of changes and the verdict. What follows from another change does not count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Summary {
    /// The verdict.
    pub semver: Semver,
    /// Changes that break users of the emitted crate.
    pub breaking: usize,
    /// Changes that add something.
    pub additive: usize,
    /// Changes of documentation.
    pub docs: usize,
    /// Changes that the file of accepted changes lists. They are not counted above.
    pub accepted: usize,
}

impl Summary {
    pub(super) fn of(changes: &[Change], accepted: usize) -> Self {
        // What it follows from may be accepted.
        let all = changes.iter().all(|change| change.implied);
        let told = || changes.iter().filter(move |change| all || !change.implied);
        let count = |impact| told().filter(|change| change.impact == impact).count();
        let worst = told().map(|change| change.impact).min();
        Self {
            semver: match worst {
                None => Semver::None,
                Some(Impact::Docs) => Semver::Patch,
                Some(Impact::Additive) => Semver::Minor,
                Some(Impact::Breaking) => Semver::Major,
            },
            breaking: count(Impact::Breaking),
            additive: count(Impact::Additive),
            docs: count(Impact::Docs),
            accepted,
        }
    }
}

impl fmt::Display for Summary {
    /// `major: 1 breaking change, 2 additive, 3 docs`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            semver,
            breaking,
            additive,
            docs,
            accepted,
        } = self;
        if *semver == Semver::None {
            f.write_str("no changes")?;
        } else {
            write!(f, "{semver}: {breaking} breaking, {additive} additive, {docs} docs")?;
        }
        if *accepted > 0 {
            write!(f, " ({accepted} accepted)")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_next_version_follows_the_verdict() {
        let next = |semver: Semver, version: &str| semver.after(version).unwrap_or_default();
        assert_eq!(next(Semver::Major, "1.4.2"), "2.0.0");
        assert_eq!(next(Semver::Minor, "1.4.2"), "1.5.0");
        assert_eq!(next(Semver::Patch, "1.4.2"), "1.4.3");
        assert_eq!(next(Semver::Major, "0.4.2"), "0.5.0");
        assert_eq!(next(Semver::Minor, "0.4.2"), "0.4.3");
        assert_eq!(next(Semver::None, "0.4.2"), "0.4.2");
        assert_eq!(Semver::Major.after("1.4"), None);
    }
}
