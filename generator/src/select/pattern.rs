//! The patterns of `--include` and `--exclude`.

use super::named::Named;
use crate::model::{Method, Operation, Path, Route, Version};
use globset::{GlobBuilder, GlobMatcher};
use std::fmt;
use thiserror::Error;

/// Why a pattern cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum PatternError {
    /// It has none of the known forms.
    #[error("the pattern `{0}` is not a call, a type, an area or a page")]
    Form(String),
    /// Its wildcards are malformed.
    #[error("the pattern `{0}` has malformed wildcards: {1}")]
    Wildcards(String, String),
    /// It matches nothing in the pages.
    #[error("the pattern `{0}` matches nothing in the pages")]
    MatchesNothing(String),
}

impl PatternError {
    /// What to do about it.
    pub fn help(&self) -> &'static str {
        match self {
            Self::Form(_) | Self::Wildcards(..) => {
                "write `POST /deviceManagement/**`, `type:roleAssignment`, `area:intune_rbac` or `beta/api/intune-*`"
            }
            Self::MatchesNothing(_) => "`generator export` lists every type, area and route",
        }
    }
}

/// One pattern.
#[derive(Debug, Clone)]
pub struct Pattern {
    text: String,
    /// The version in front: `v1.0 area:users`.
    version: Option<String>,
    form: Form,
}

#[derive(Debug, Clone)]
enum Form {
    /// `POST /deviceManagement/**`, or without the method.
    Call(Option<Method>, GlobMatcher),
    /// `type:roleAssignment`, `type:microsoft.graph.roleAssignment`. The flag says whether the name has a dot.
    Type(GlobMatcher, bool),
    /// `area:intune_rbac`.
    Area(GlobMatcher),
    /// `beta/api/intune-*`, `kettle-get.md`, `page:kettle-*`: files, whose folders may be left out.
    Page(GlobMatcher),
}

impl Pattern {
    /// Reads a pattern. Case is ignored, as the service ignores it.
    pub fn parse(text: &str) -> Result<Self, PatternError> {
        let text = text.trim();
        let (version, rest) = version(text);
        let wildcards = |reason| PatternError::Wildcards(text.to_owned(), reason);
        let form = if let Some(name) = rest.strip_prefix("type:") {
            Form::Type(glob(name).map_err(wildcards)?, name.contains('.'))
        } else if let Some(area) = rest.strip_prefix("area:") {
            Form::Area(glob(area).map_err(wildcards)?)
        } else if let Some((method, path)) = call(rest) {
            Form::Call(method, glob(&globbed(&Path::parse(path))).map_err(wildcards)?)
        } else {
            let page = page(rest).ok_or_else(|| PatternError::Form(text.to_owned()))?;
            Form::Page(page_glob(page).map_err(wildcards)?)
        };
        Ok(Self {
            text: text.to_owned(),
            version: version.map(str::to_owned),
            form,
        })
    }

    /// Whether it is about this version, too.
    fn is_of(&self, version: &str) -> bool {
        let own = self.version.as_deref();
        own.is_none_or(|own| own.eq_ignore_ascii_case(version))
    }

    /// Whether it matches this route of this operation, directly, by its area or by its page.
    pub(super) fn matches_route(&self, version: &Version, operation: &Operation, route: &Route) -> bool {
        if !self.is_of(&version.0) {
            return false;
        }
        match &self.form {
            Form::Call(method, path) => {
                method.is_none_or(|method| method == route.method) && path.is_match(globbed(&route.path))
            }
            Form::Type(..) => false,
            Form::Area(area) => area.is_match(&operation.area.0),
            Form::Page(_) => self.matches_file(&format!("{version}/{}", operation.file)),
        }
    }

    /// Whether it matches this type or enum, directly, by one of its areas or by its page.
    pub(super) fn matches_named(&self, item: Named<'_>) -> bool {
        if !self.is_of(&item.version.0) {
            return false;
        }
        match &self.form {
            Form::Call(..) => false,
            Form::Type(glob, true) => glob.is_match(item.name.to_string()),
            Form::Type(glob, false) => glob.is_match(&item.name.name),
            Form::Area(glob) => glob.is_match(&item.area.0),
            Form::Page(_) => self.matches_file(&format!("{}/{}", item.version, item.file)),
        }
    }

    /// Whether it is a pattern of pages and matches this file. The folders above may be left out.
    pub(super) fn matches_file(&self, path: &str) -> bool {
        let Form::Page(glob) = &self.form else { return false };
        if !path.split('/').any(|folder| self.is_of(folder)) {
            return false;
        }
        let inner = path.match_indices('/').filter_map(|(at, _)| path.get(at + 1..));
        std::iter::once(path).chain(inner).any(|path| glob.is_match(path))
    }

    /// Whether it is a pattern of pages.
    pub(super) fn is_of_pages(&self) -> bool {
        matches!(self.form, Form::Page(_))
    }
}

impl fmt::Display for Pattern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

/// Takes the version off: `v1.0` of `v1.0 area:users`.
fn version(text: &str) -> (Option<&str>, &str) {
    let parts = text.split_once(char::is_whitespace);
    let numbered = |word: &str| {
        let number = word.strip_prefix(['v', 'V']).unwrap_or_default();
        !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
    };
    match parts.filter(|(first, _)| first.eq_ignore_ascii_case("beta") || numbered(first)) {
        Some((version, rest)) => (Some(version), rest.trim_start()),
        None => (None, text),
    }
}

/// Splits `POST /path`, `* /path` or `/path`.
fn call(text: &str) -> Option<(Option<Method>, &str)> {
    let (method, path) = text.split_once(char::is_whitespace).unwrap_or(("*", text));
    let path = path.trim();
    let known = Method::ALL
        .into_iter()
        .find(|known| known.as_str().eq_ignore_ascii_case(method));
    (path.starts_with('/') && (known.is_some() || method == "*")).then_some((known, path))
}

/// The page that a text names: it has a folder or an ending, or says that it is one.
fn page(text: &str) -> Option<&str> {
    if let Some(page) = text.strip_prefix("page:") {
        return Some(page).filter(|page| !page.is_empty());
    }
    let is_path = text.contains('/') || text.to_lowercase().ends_with(".md");
    (is_path && !text.starts_with('/') && !text.contains([':', ' '])).then_some(text)
}

/// In a page's path, `*` stands for any text. What stands above the folder of the version is left out.
fn page_glob(pattern: &str) -> Result<GlobMatcher, String> {
    let folders = ["/beta/", "/v1.0/"];
    let start = folders
        .iter()
        .find_map(|folder| pattern.find(folder))
        .map_or(0, |at| at + 1);
    let pattern = pattern.get(start..).unwrap_or(pattern);
    let glob = GlobBuilder::new(pattern)
        .case_insensitive(true)
        .backslash_escape(false)
        .build();
    glob.map(|glob| glob.compile_matcher())
        .map_err(|error| error.kind().to_string())
}

/// The text of a path that patterns are matched with: its key, in which a placeholder is `<>`, because braces mean
/// something else in a pattern.
fn globbed(path: &Path) -> String {
    path.key().as_str().replace("{}", "<>")
}

fn glob(pattern: &str) -> Result<GlobMatcher, String> {
    let glob = GlobBuilder::new(pattern)
        .literal_separator(true)
        .case_insensitive(true)
        .backslash_escape(false)
        .build();
    glob.map(|glob| glob.compile_matcher())
        .map_err(|error| error.kind().to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Area, QualifiedName};

    fn calls(pattern: &str) -> String {
        let routes = [
            (Method::Get, "/users"),
            (Method::Get, "/users/{id | userPrincipalName}/messages"),
            (Method::Post, "/users/{id}/messages/{id}/copy"),
            (Method::Get, "/reports/get(period='{period}')"),
        ];
        let Form::Call(method, glob) = Pattern::parse(pattern).unwrap().form else {
            panic!("no call")
        };
        let route = |(method, path): &(Method, &str)| Route::new(*method, path);
        let matches =
            |route: &Route| method.is_none_or(|method| method == route.method) && glob.is_match(globbed(&route.path));
        let paths: Vec<_> = routes
            .iter()
            .map(route)
            .filter(matches)
            .map(|route| route.path.to_string())
            .collect();
        paths.join(" ")
    }

    #[test]
    fn call_patterns_match_segments_and_placeholders_of_any_name() {
        insta::assert_snapshot!(calls("GET /users"), @r#"/users"#);
        insta::assert_snapshot!(calls("get /Users/**"), @r#"/users/{id | userPrincipalName}/messages"#);
        insta::assert_snapshot!(calls("/users/{user-id}/*"), @r#"/users/{id | userPrincipalName}/messages"#);
        insta::assert_snapshot!(calls("* /users/**"), @r#"/users/{id | userPrincipalName}/messages /users/{id}/messages/{id}/copy"#);
        insta::assert_snapshot!(calls("GET /reports/get(period='{x}')"), @r#"/reports/get(period='{period}')"#);
        insta::assert_snapshot!(calls("DELETE /**"), @"");
    }

    #[test]
    fn types_match_by_local_or_dotted_name() {
        let matches = |pattern: &str| {
            Pattern::parse(pattern).unwrap().matches_named(Named {
                version: &Version("beta".to_owned()),
                name: &QualifiedName::parse("microsoft.graph.callRecords.session"),
                area: &Area("cloud_communications".to_owned()),
                file: "resources/callrecords-session.md",
            })
        };
        assert!(matches("type:session"));
        assert!(matches("type:SESS*"));
        assert!(matches("type:microsoft.graph.callRecords.*"));
        assert!(!matches("type:microsoft.graph.session"));
        assert!(matches("area:cloud_*"));
        assert!(!matches("area:cloud"));
        assert!(matches("beta/resources/callrecords-*"));
        assert!(matches("docs/api-reference/beta/*"));
        assert!(matches("callrecords-session.md"));
        assert!(matches("page:CallRecords-*"));
        assert!(!matches("v1.0/resources/*"));
        assert!(!matches("page:session*"));
        assert!(matches("beta type:session"));
        assert!(!matches("v1.0 type:session"));
        assert!(matches("Beta page:callrecords-*"));
        assert!(!matches("v1.0 page:callrecords-*"));
    }

    #[test]
    fn what_is_no_pattern_is_refused() {
        for bad in [
            "users",
            "FETCH /users",
            "POST",
            "",
            "kind:user",
            "type:[",
            "POST users",
            "beta users",
            "page:",
            "pages/[",
        ] {
            let error = Pattern::parse(bad).unwrap_err();
            assert!(error.to_string().contains(&format!("`{bad}`")), "{error}");
        }
    }
}
