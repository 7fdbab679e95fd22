//! The settings file, `generator.toml`.

use super::failure::Failure;
use crate::docs::Profile;
use crate::source::codes::setting::BAD_SETTING;
use crate::source::{Diagnostic, FileId, SourceFile, SourceMap, Span};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};

/// Its name.
pub(super) const FILE_NAME: &str = "generator.toml";

/// What may stand in it; every key is the flag of the same name. Paths are relative to the file's folder.
#[derive(Debug, Default, PartialEq, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
pub(super) struct Config {
    pub(super) docs: Option<PathBuf>,
    pub(super) corrections: Option<PathBuf>,
    pub(super) profile: Option<String>,
    /// Profiles of the user, by name.
    pub(super) profiles: BTreeMap<String, Profile>,
    pub(super) out: Option<PathBuf>,
    pub(super) crate_name: Option<String>,
    /// For the crate in the settings' own output folder; with `--out` the flag decides alone.
    pub(super) testing: bool,
    pub(super) runtime_crate: Option<String>,
    /// Relative to the emitted crate.
    pub(super) runtime_path: Option<String>,
    pub(super) api_version: Vec<String>,
    pub(super) include: Vec<String>,
    pub(super) exclude: Vec<String>,
    pub(super) lint: LintConfig,
}

/// Settings of `generator lint`.
#[derive(Debug, Default, PartialEq, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
pub(super) struct LintConfig {
    pub(super) select: Vec<String>,
    pub(super) ignore: Vec<String>,
    pub(super) fail_on: Option<String>,
    /// Severity by id.
    pub(super) severity: BTreeMap<String, String>,
    /// Ids that are ignored, by a pattern of paths.
    pub(super) per_path: BTreeMap<String, Vec<String>>,
}

impl Config {
    /// Reads the file in `folder`; all empty when there is none.
    pub(super) fn load(folder: &Path) -> Result<Self, Failure> {
        let path = folder.join(FILE_NAME);
        match std::fs::read_to_string(&path) {
            Ok(text) => Self::parse(&text),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Self::default()),
            Err(error) => Err(Failure::file("read", &path, &error)),
        }
    }

    fn parse(text: &str) -> Result<Self, Failure> {
        toml::from_str(text).map_err(|error| {
            let range = error.span().unwrap_or(0..0);
            let span = Span::new(FileId(0), range.start, range.end);
            let sources = SourceMap::new(vec![SourceFile::new(FILE_NAME, text)]);
            Failure::At(Box::new((
                sources,
                vec![Diagnostic::new(&BAD_SETTING, span, error.message())],
            )))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_flag_is_a_key() {
        let text = "docs = 'pages'\ncorrections = 'corrections.toml'\nprofile = 'kiln'\nout = 'client'\ncrate-name = 'graph'\ntesting = true\nruntime-crate = 'graph-runtime'\nruntime-path = '../runtime'\n\
                    api-version = ['beta']\ninclude = ['area:users']\n\
                    exclude = ['DELETE /**']\n[profiles.kiln]\nhosts = ['api.kiln.example']\n";
        let config = Config::parse(text).unwrap();
        assert_eq!(config.docs, Some("pages".into()));
        assert_eq!(config.corrections, Some("corrections.toml".into()));
        assert_eq!(config.profile.as_deref(), Some("kiln"));
        assert_eq!(config.profiles["kiln"].hosts, ["api.kiln.example"]);
        assert_eq!(config.out, Some("client".into()));
        assert_eq!(config.crate_name.as_deref(), Some("graph"));
        assert!(config.testing);
        assert_eq!(config.runtime_crate.as_deref(), Some("graph-runtime"));
        assert_eq!(config.runtime_path.as_deref(), Some("../runtime"));
        assert_eq!(config.api_version, ["beta"]);
        assert_eq!(config.include, ["area:users"]);
        assert_eq!(config.exclude, ["DELETE /**"]);
    }

    #[test]
    fn an_unknown_key_is_an_error_with_its_line() {
        let Err(Failure::At(place)) = Config::parse("docs = 'pages'\ncrate = 'graph'\n") else {
            panic!("accepted")
        };
        insta::assert_snapshot!(super::super::render::Renderer::new(false).diagnostic(&place.1[0], &place.0), @r#"
        error[bad-setting]: unknown field `crate`, expected one of `docs`, `corrections`, `profile`, `profiles`, `out`, `crate-name`, `testing`, `runtime-crate`, `runtime-path`, `api-version`, `include`, `exclude`, `lint`
         --> generator.toml:2:1
          |
        2 | crate = 'graph'
          | ^^^^^
        "#);
    }
}
