//! The target of a request line: path and query, as documented, with what is certainly a slip put right.

use super::repair::{Repair, repaired};
use crate::docs::Profile;
use crate::model::{Path, Reason};
use crate::page::reason::routes as reason;
use std::borrow::Cow;

/// The target of a request, read.
pub(super) struct RequestTarget {
    pub(super) path: Path,
    pub(super) query: String,
    pub(super) repairs: Vec<&'static Repair>,
}

/// Version folders of an address or of a path that repeats them; some pages leave the `.0` out.
const VERSIONS: [&str; 3] = ["/v1.0/", "/beta/", "/v1/"];

/// Reads a target of a set of pages; the reason when it is none. Without a set, the hosts of all known ones count.
pub(super) fn read(profile: Option<&Profile>, target: &str) -> Result<RequestTarget, &'static Reason> {
    let local = without_host(profile, target)?;
    let braced = braces(local);
    let (path, query) = split_query(&braced);
    let (mut path, repairs) = repaired(path.trim());
    if outside(&path).any(|(_, c)| c.is_whitespace()) || path.starts_with('*') {
        return Err(&reason::PROSE);
    }
    if !path.starts_with('/') {
        path.insert(0, '/');
    }
    let segment = profile.and_then(|profile| profile.segment.as_ref());
    let segment = segment.map(|segment| format!("/{segment}/"));
    for version in VERSIONS.into_iter().chain(segment.as_deref()) {
        if path
            .get(..version.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(version))
        {
            path.replace_range(..version.len() - 1, "");
        }
    }
    if path.bytes().all(|byte| byte == b'/') {
        return Err(&reason::EMPTY_PATH);
    }
    Ok(RequestTarget {
        path: Path::parse(path),
        query: query.trim().to_owned(),
        repairs,
    })
}

/// The paths that a short one stands for; nothing for a path that is written out.
pub(super) fn written_out(profile: &Profile, path: &Path) -> Option<Vec<Path>> {
    let long = profile.written_out(path.as_str());
    (!long.is_empty()).then(|| long.into_iter().map(Path::parse).collect())
}

/// Takes scheme and host, or the `~` that stands for them, off.
fn without_host<'t>(profile: Option<&Profile>, target: &'t str) -> Result<&'t str, &'static Reason> {
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
    if profile.map_or_else(|| Profile::knows_host(host), |profile| profile.has_host(host)) {
        Ok(rest.get(host.len()..).unwrap_or(""))
    } else {
        Err(&reason::ANOTHER_HOST)
    }
}

/// `<address>` is `{address}`.
fn braces(path: &str) -> Cow<'_, str> {
    if !path.contains('<') {
        return path.into();
    }
    let mut out = String::with_capacity(path.len());
    let mut rest = path;
    while let Some((before, after)) = rest.split_once('<')
        && let Some((inside, tail)) = after.split_once('>')
    {
        out.extend([before, "{", inside, "}"]);
        rest = tail;
    }
    out.push_str(rest);
    out.into()
}

/// Splits at the first `?` that is not inside braces or parentheses.
fn split_query(target: &str) -> (&str, &str) {
    match outside(target).find(|(_, c)| *c == '?') {
        Some((at, _)) => (target.get(..at).unwrap_or(""), target.get(at + 1..).unwrap_or("")),
        None => (target, ""),
    }
}

/// The characters that stand outside braces and parentheses.
pub(super) fn outside(text: &str) -> impl Iterator<Item = (usize, char)> + '_ {
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
