//! Slips in routes that can be meant in one way only, and how each is put right.
//!
//! A slip that is found is reported. The fixes are tried in the order of the table, each on what the one before left.

use super::path::outside;
use crate::source::codes::route as codes;
use crate::source::{Code, Diagnostic, Span};

/// A slip: what reports call it, what it is, and the path without it.
pub(super) struct Repair {
    code: &'static Code,
    message: &'static str,
    /// Nothing for a path without the slip.
    fix: fn(&str) -> Option<String>,
}

impl Repair {
    pub(super) fn diagnostic(&self, path: &str, span: Span) -> Diagnostic {
        Diagnostic::new(self.code, span, format!("{}: read as `{path}`", self.message))
    }
}

/// Every slip.
static REPAIRS: &[Repair] = &[
    Repair {
        code: &codes::PLACEHOLDER_BRACE,
        message: "a placeholder's brace is closed too early",
        fix: early_brace,
    },
    Repair {
        code: &codes::PLACEHOLDER_BRACE,
        message: "a placeholder's brace is not closed",
        fix: open_brace,
    },
    Repair {
        code: &codes::UNCLOSED_PARENTHESIS,
        message: "a parenthesis is not closed",
        fix: open_parenthesis,
    },
    Repair {
        code: &codes::MISSING_SLASH,
        message: "a slash is missing before a segment",
        fix: missing_slash,
    },
    Repair {
        code: &codes::PLACEHOLDER_PARENTHESES,
        message: "a placeholder stands in parentheses",
        fix: parentheses,
    },
    Repair {
        code: &codes::SURPLUS_SLASH,
        message: "a slash stands before arguments",
        fix: surplus_slash,
    },
    Repair {
        code: &codes::ELLIPSIS,
        message: "`...` stands for more segments; the shortest path was taken",
        fix: ellipsis,
    },
    Repair {
        code: &codes::DOUBLE_SLASH,
        message: "a segment is empty",
        fix: double_slash,
    },
];

/// The path without slips, and those that it had.
pub(super) fn repaired(path: &str) -> (String, Vec<&'static Repair>) {
    let mut path = path.to_owned();
    let mut found = Vec::new();
    for repair in REPAIRS {
        if let Some(repaired) = (repair.fix)(&path) {
            path = repaired;
            found.push(repair);
        }
    }
    (path, found)
}

/// `{id} | name/more` -> `{id | name}/more`.
fn early_brace(path: &str) -> Option<String> {
    path.contains('|').then_some(())?;
    let (before, after) = path.split_once("} |").or_else(|| path.split_once("}|"))?;
    let end = after.find('/').unwrap_or(after.len());
    let (name, tail) = after.split_at_checked(end)?;
    let is_name = name
        .trim()
        .chars()
        .all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_');
    is_name.then(|| format!("{before} | {}}}{tail}", name.trim()))
}

/// `/a/{id/b/{c}` -> `/a/{id}/b/{c}`: another brace opens, or the path ends, before the brace is closed.
fn open_brace(path: &str) -> Option<String> {
    let mut opened = path.split('{').skip(1);
    opened.any(|inside| !inside.contains('}')).then_some(())?;
    let mut out = String::with_capacity(path.len() + 1);
    let mut rest = path;
    let mut found = false;
    while let Some((before, after)) = rest.split_once('{') {
        let end = after.find('{').unwrap_or(after.len());
        let (inside, next) = after.split_at_checked(end)?;
        out.push_str(before);
        out.push('{');
        let name = inside.find('/').unwrap_or(inside.len());
        let is_open = !inside.contains('}');
        let is_name = inside
            .get(..name)?
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_');
        if is_open && is_name && name > 0 {
            out.extend([inside.get(..name)?, "}", inside.get(name..)?]);
            found = true;
        } else {
            out.push_str(inside);
        }
        rest = next;
    }
    out.push_str(rest);
    found.then_some(out)
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

/// `{id}$ref` -> `{id}/$ref`, `/boats/{id}oars` -> `/boats/{id}/oars`. A word of one letter case beside a placeholder may
/// belong to it, as in `{id}Z`; more than two letters do not.
fn missing_slash(path: &str) -> Option<String> {
    let glued = |(at, _): (usize, &str)| {
        let after = path.get(at + 1..)?;
        // Behind nearly all placeholders.
        if after.is_empty() || after.starts_with('/') {
            return None;
        }
        let start = path.get(..at)?.rsplit('/').next()?;
        let end = after.find(['/', '(', '{']).unwrap_or(after.len());
        let word = after.get(..end)?;
        let is_system = ["$ref", "$value", "$count"].contains(&word);
        let is_word = word.len() > 2 && word.chars().all(|c| c.is_ascii_alphabetic());
        (start.starts_with('{') && (is_system || is_word)).then_some(at)
    };
    let at = path.match_indices('}').find_map(glued)?;
    let (before, after) = path.split_at_checked(at + 1)?;
    let fixed = format!("{before}/{after}");
    Some(missing_slash(&fixed).unwrap_or(fixed))
}

/// `/(team-id)/` -> `/{team-id}/`.
fn parentheses(path: &str) -> Option<String> {
    path.contains("/(").then_some(())?;
    let start = path.find("/(")?;
    let inside = path.get(start + 2..)?;
    let end = inside.find(')')?;
    let name = inside.get(..end)?;
    let tail = inside.get(end + 1..)?;
    let is_name = !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
    let is_segment = tail.is_empty() || tail.starts_with('/');
    (is_name && is_segment).then(|| format!("{}/{{{name}}}{tail}", path.get(..start).unwrap_or("")))
}

/// `/a/(name='{name}')` -> `/a(name='{name}')`.
fn surplus_slash(path: &str) -> Option<String> {
    path.contains("/(").then_some(())?;
    let start = outside(path).map(|(at, _)| at).find(|at| {
        let (before, rest) = path.split_at_checked(*at).unwrap_or_default();
        let inside = rest.strip_prefix("/(").and_then(|rest| rest.split_once(')'));
        let has_arguments = inside.is_some_and(|(inside, _)| inside.contains('='));
        has_arguments && before.ends_with(|c: char| c.is_ascii_alphanumeric())
    })?;
    let (before, rest) = path.split_at_checked(start)?;
    Some(format!("{before}{}", rest.strip_prefix('/')?))
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
    let kept = path.char_indices().filter(|(at, _)| doubled.binary_search(at).is_err());
    (!doubled.is_empty()).then(|| kept.map(|(_, c)| c).collect())
}

#[cfg(test)]
mod tests {
    fn shown(path: &str) -> String {
        let (repaired, found) = super::repaired(path);
        let codes: Vec<&str> = found.iter().map(|repair| repair.code.id).collect();
        format!("{} -> {repaired}", codes.join(", "))
    }

    #[test]
    fn each_slip() {
        let slips = [
            "/kilns/{id} | kilnName/pots",
            "/kilns/{id}|kilnName",
            "/kilns/fire(heat='{heat}'/pots",
            "/kilns/fire(heat='{heat}'",
            "/kilns/{id}$ref",
            "/kilns/{id}pots/{id}",
            "/kilns/{kiln-id/pots/{id}",
            "/kilns/{id}/pots/{potId",
            "/kilns/(kiln-id)/pots",
            "/kilns/(serial='{serial}')/pots",
            "/kilns/{id}/.../pots",
            "/kilns//pots(site='https://a')",
            "/kilns/(kiln-id)//{id}$ref",
        ];
        insta::assert_snapshot!(slips.map(shown).join("\n"), @"
        placeholder-brace -> /kilns/{id | kilnName}/pots
        placeholder-brace -> /kilns/{id | kilnName}
        unclosed-parenthesis -> /kilns/fire(heat='{heat}')/pots
        unclosed-parenthesis -> /kilns/fire(heat='{heat}')
        missing-slash -> /kilns/{id}/$ref
        missing-slash -> /kilns/{id}/pots/{id}
        placeholder-brace -> /kilns/{kiln-id}/pots/{id}
        placeholder-brace -> /kilns/{id}/pots/{potId}
        placeholder-parentheses -> /kilns/{kiln-id}/pots
        surplus-slash -> /kilns(serial='{serial}')/pots
        route-ellipsis -> /kilns/{id}/pots
        double-slash -> /kilns/pots(site='https://a')
        missing-slash, placeholder-parentheses, double-slash -> /kilns/{kiln-id}/{id}/$ref
        ");
    }

    #[test]
    fn what_is_no_slip_stays() {
        for path in [
            "/kilns/{id | name}/pots",
            "/kilns/fire(heat='{heat}')",
            "/kilns/{id}/$ref",
            "/kilns/all()",
            "/kilns/{id}.json",
            "/kilns/{id}:/{path}:/content",
            "/kilns/v{major}beta",
            "/kilns/{id}Z",
            "/$value",
        ] {
            assert_eq!(shown(path), format!(" -> {path}"));
        }
    }

    /// A path that was put right has none of the slips.
    #[test]
    fn once_is_enough() {
        for path in [
            "/kilns/{id} | name/pots",
            "/kilns/fire(heat='{heat}'/pots",
            "/kilns/{id}$ref",
            "/kilns/(id)",
            "/kilns/(serial='1/2')",
            "/a/.../b//c",
        ] {
            let (repaired, _) = super::repaired(path);
            assert!(super::repaired(&repaired).1.is_empty(), "{repaired}");
        }
    }
}
