//! The target of a request line: path and query, as documented, with what is certainly a slip put right.

use crate::source::{Diagnostic, Span};

/// A target, read.
#[derive(Debug, Default)]
pub(super) struct Target {
    pub(super) path: String,
    pub(super) query: String,
    pub(super) repairs: Vec<Repair>,
}

/// A slip that was put right; each is reported.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Repair {
    /// `/teams/(team-id)/channels`.
    Parentheses,
    /// `{id} | userPrincipalName/messages`.
    EarlyBrace,
    /// `range(address='{address}'/row`.
    OpenParenthesis,
    /// `/{id}$ref`.
    MissingSlash,
    /// `/childFolders/{id}/.../messages`.
    Ellipsis,
    /// `/teams/{id}//channels`.
    DoubleSlash,
}

impl Repair {
    pub(super) fn diagnostic(self, path: &str, span: Span) -> Diagnostic {
        let (code, message) = match self {
            Self::Parentheses => ("placeholder-parentheses", "a placeholder stands in parentheses"),
            Self::EarlyBrace => ("placeholder-brace", "a placeholder's brace is closed too early"),
            Self::OpenParenthesis => ("unclosed-parenthesis", "a parenthesis is not closed"),
            Self::MissingSlash => ("missing-slash", "a slash is missing before a segment"),
            Self::Ellipsis => (
                "route-ellipsis",
                "`...` stands for more segments; the shortest path was taken",
            ),
            Self::DoubleSlash => ("double-slash", "a segment is empty"),
        };
        Diagnostic::warning(code, span, format!("{message}: read as `{path}`"))
    }
}

/// Version folders of an address or of a path that repeats them.
const VERSIONS: [&str; 2] = ["/v1.0/", "/beta/"];

/// Reads a target; the reason when it is none.
pub(super) fn read(target: &str) -> Result<Target, &'static str> {
    let local = without_host(target)?;
    let braced = braces(local);
    let (path, query) = split_query(&braced);
    let mut read = Target {
        query: query.trim().to_owned(),
        ..Target::default()
    };
    let mut path = read.repaired(path.trim());
    if outside(&path).any(|(_, c)| c.is_whitespace()) || path.starts_with('*') {
        return Err("prose");
    }
    if !path.starts_with('/') {
        path.insert(0, '/');
    }
    for version in VERSIONS {
        if path
            .get(..version.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(version))
        {
            path.replace_range(..version.len() - 1, "");
        }
    }
    while path.len() > 1 && path.ends_with('/') {
        path.pop();
    }
    if path.len() < 2 {
        return Err("empty path");
    }
    read.path = path;
    Ok(read)
}

/// Takes scheme and host, or the `~` that stands for them, off.
fn without_host(target: &str) -> Result<&str, &'static str> {
    let target = target.trim();
    if let Some(rest) = target.strip_prefix("~/") {
        return Ok(rest);
    }
    let Some((scheme, rest)) = target.split_once("://") else {
        return Ok(target);
    };
    if !scheme.eq_ignore_ascii_case("https") && !scheme.eq_ignore_ascii_case("http") {
        // `/groups/{id}/owners/$ref?$id=https://...`
        return Ok(target);
    }
    let (host, _) = rest.split_once('/').unwrap_or((rest, ""));
    if host.eq_ignore_ascii_case("graph.microsoft.com") {
        Ok(rest.get(host.len()..).unwrap_or(""))
    } else {
        Err("another host")
    }
}

/// `<address>` is `{address}`.
fn braces(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    let mut rest = path;
    while let Some((before, after)) = rest.split_once('<')
        && let Some((inside, tail)) = after.split_once('>')
    {
        out.extend([before, "{", inside, "}"]);
        rest = tail;
    }
    out.push_str(rest);
    out
}

/// Splits at the first `?` that is not inside braces or parentheses.
fn split_query(target: &str) -> (&str, &str) {
    match outside(target).find(|(_, c)| *c == '?') {
        Some((at, _)) => (target.get(..at).unwrap_or(""), target.get(at + 1..).unwrap_or("")),
        None => (target, ""),
    }
}

/// The characters that stand outside braces and parentheses.
fn outside(text: &str) -> impl Iterator<Item = (usize, char)> + '_ {
    let mut depth = 0_i32;
    text.char_indices().filter(move |(_, c)| {
        match c {
            '{' | '(' => depth += 1,
            '}' | ')' => depth -= 1,
            _ => return depth <= 0,
        }
        false
    })
}

impl Target {
    /// Puts right what can be meant in one way only.
    fn repaired(&mut self, path: &str) -> String {
        let path = self.note(early_brace(path), path.to_owned(), Repair::EarlyBrace);
        let path = self.note(open_parenthesis(&path), path, Repair::OpenParenthesis);
        let path = self.note(missing_slash(&path), path, Repair::MissingSlash);
        let path = self.note(parentheses(&path), path, Repair::Parentheses);
        let path = self.note(ellipsis(&path), path, Repair::Ellipsis);
        self.note(double_slash(&path), path, Repair::DoubleSlash)
    }

    fn note(&mut self, repaired: Option<String>, path: String, repair: Repair) -> String {
        match repaired {
            Some(repaired) => {
                self.repairs.push(repair);
                repaired
            }
            None => path,
        }
    }
}

/// `{id} | name/more` -> `{id | name}/more`.
fn early_brace(path: &str) -> Option<String> {
    let (before, after) = path.split_once("} |").or_else(|| path.split_once("}|"))?;
    let end = after.find('/').unwrap_or(after.len());
    let (name, tail) = after.split_at_checked(end)?;
    let is_name = name
        .trim()
        .chars()
        .all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_');
    is_name.then(|| format!("{before} | {}}}{tail}", name.trim()))
}

/// `f(a='{b}'/more` -> `f(a='{b}')/more`.
fn open_parenthesis(path: &str) -> Option<String> {
    let open = path.rfind('(')?;
    let (before, call) = path.split_at_checked(open)?;
    if call.contains(')') {
        return None;
    }
    let end = call
        .find("'/")
        .map(|at| at + 1)
        .or_else(|| call.ends_with('\'').then_some(call.len()))?;
    let (arguments, tail) = call.split_at_checked(end)?;
    Some(format!("{before}{arguments}){tail}"))
}

/// `{id}$ref` -> `{id}/$ref`.
fn missing_slash(path: &str) -> Option<String> {
    let (before, after) = path.split_once("}$")?;
    let is_system = ["ref", "value", "count"].contains(&after);
    is_system.then(|| format!("{before}}}/${after}"))
}

/// `/(team-id)/` -> `/{team-id}/`.
fn parentheses(path: &str) -> Option<String> {
    let start = path.find("/(")?;
    let inside = path.get(start + 2..)?;
    let end = inside.find(')')?;
    let name = inside.get(..end)?;
    let tail = inside.get(end + 1..)?;
    let is_name = !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
    let is_segment = tail.is_empty() || tail.starts_with('/');
    (is_name && is_segment).then(|| format!("{}/{{{name}}}{tail}", path.get(..start).unwrap_or("")))
}

/// `/a/{id}/.../b` -> `/a/{id}/b`.
fn ellipsis(path: &str) -> Option<String> {
    path.contains("/.../").then(|| path.replace("/.../", "/"))
}

/// `/a/{id}//b` -> `/a/{id}/b`; values in parentheses are left alone.
fn double_slash(path: &str) -> Option<String> {
    path.contains("//").then_some(())?;
    let mut after_slash = None;
    let doubled: Vec<usize> = outside(path)
        .filter(|(at, c)| {
            let follows = *c == '/' && after_slash == Some(*at);
            after_slash = (*c == '/').then_some(at + 1);
            follows
        })
        .map(|(at, _)| at)
        .collect();
    let kept = path.char_indices().filter(|(at, _)| !doubled.contains(at));
    (!doubled.is_empty()).then(|| kept.map(|(_, c)| c).collect())
}
