//! Permissions that pages list, against what there is elsewhere (`generator lint --reference FILE`).

use super::pages::LintPage;
use super::{Finding, Set};
use crate::model::{Permissions, Scheme};
use crate::permissions::Reference;
use crate::permissions::reference::{Permission, ReferenceError};
use crate::source::Span;
use crate::source::codes::permission::{APPLICATION_ONLY, DELEGATED_ONLY, NOT_IN_REFERENCE};
use std::collections::BTreeMap;
use std::path::Path;

/// What files say about permissions, and where.
#[derive(Debug, Default)]
pub struct KnownPermissions {
    reference: Reference,
    files: Vec<String>,
    /// `file:line`, by the name in small letters.
    places: BTreeMap<String, String>,
}

impl KnownPermissions {
    /// Adds what a file says.
    pub fn add(&mut self, text: &str, path: &Path) -> Result<(), ReferenceError> {
        self.reference.add(text, path)?;
        let file = path.display().to_string();
        for (line, number) in text.lines().zip(1..) {
            if let Some(permission) = head(line).and_then(|name| self.reference.permission(name)) {
                let place = || format!("{file}:{number}");
                self.places
                    .entry(permission.name.to_ascii_lowercase())
                    .or_insert_with(place);
            }
        }
        self.files.push(file);
        Ok(())
    }

    /// Where a permission stands; the files, where their lines do not tell.
    fn place(&self, name: &str) -> String {
        let place = self.places.get(&name.to_ascii_lowercase());
        place.cloned().unwrap_or_else(|| self.files.join(", "))
    }
}

/// The name at the head of an entry: a key of JSON, or a heading of a page.
fn head(line: &str) -> Option<&str> {
    let line = line.trim();
    match line.strip_prefix('"') {
        Some(rest) => rest.split_once("\":").map(|(name, _)| name),
        None => line
            .starts_with('#')
            .then(|| line.trim_start_matches('#').trim().trim_matches(['`', '*'])),
    }
}

/// What disagrees.
pub(super) fn check(set: &Set<'_>, known: &KnownPermissions) -> Vec<Finding> {
    let mut found = Vec::new();
    for page in &set.pages {
        let groups = page.page.api.iter().flat_map(|api| &api.permissions);
        for group in groups {
            for scheme in Scheme::ALL {
                let choices = group.scheme(scheme).alternatives();
                let scopes = choices.iter().flat_map(|choice| &choice.scopes);
                found.extend(scopes.filter_map(|scope| differs(page, known, group, scheme, scope)));
            }
        }
    }
    found
}

fn differs(
    page: &LintPage<'_>,
    known: &KnownPermissions,
    group: &Permissions,
    scheme: Scheme,
    scope: &str,
) -> Option<Finding> {
    let place = || place(page, group, scheme, scope);
    let Some(permission) = known.reference.permission(scope) else {
        let message = format!("`{scope}` is not in {}", known.files.join(", "));
        let finding = Finding::new(&NOT_IN_REFERENCE, place(), message);
        return Some(match known.reference.near(scope) {
            Some(near) => finding.help(format!("is `{near}` meant? See {}", known.place(&near))),
            None => finding,
        });
    };
    let see = || format!("see {}", known.place(&permission.name));
    if permission.name != scope {
        let (span, name) = (place(), &permission.name);
        let finding = Finding::new(&NOT_IN_REFERENCE, span, format!("`{scope}` is spelled `{name}`")).help(see());
        let is_word = page.sources.text(span) == scope;
        return Some(if is_word { finding.fix(span, name) } else { finding });
    }
    let (code, other) = match scheme {
        Scheme::Application if !has(permission, true) => (&DELEGATED_ONLY, "signed-in users"),
        Scheme::DelegatedWork | Scheme::DelegatedPersonal if !has(permission, false) => {
            (&APPLICATION_ONLY, "applications")
        }
        _ => return None,
    };
    let message = format!("`{scope}` is for {other} only");
    Some(Finding::new(code, place(), message).help(see()))
}

/// Whether a permission can be granted to applications, or else for users. One for work accounts serves personal ones too.
fn has(permission: &Permission, application: bool) -> bool {
    let mut kinds = permission.kinds.keys();
    kinds.any(|kind| (*kind == Scheme::Application) == application)
}

/// The scope in the row of the scheme; its first place in the table, where rows are no schemes.
fn place(page: &LintPage<'_>, group: &Permissions, scheme: Scheme, scope: &str) -> Span {
    let origin = page.span(&group.origin);
    let text = page.sources.file(origin.file).map_or("", |file| file.text.as_str());
    let start = text.get(..origin.range().start).and_then(|before| before.rfind('\n'));
    let mut at = start.map_or(0, |end| end + 1);
    let mut first = None;
    for line in text.get(at..).unwrap_or("").split_inclusive('\n') {
        if line.trim().is_empty() {
            break;
        }
        if let Some(inside) = find(line, scope) {
            let span = Span::new(origin.file, at + inside, at + inside + scope.len());
            if is_row_of(line, scheme) {
                return span;
            }
            first = first.or(Some(span));
        }
        at += line.len();
    }
    first.unwrap_or(origin)
}

fn is_row_of(line: &str, scheme: Scheme) -> bool {
    let cell = line.trim_start_matches([' ', '|']).split('|').next().unwrap_or("");
    let cell = cell.to_lowercase();
    match scheme {
        Scheme::DelegatedWork => cell.contains("work"),
        Scheme::DelegatedPersonal => cell.contains("personal"),
        Scheme::Application => cell.contains("application"),
    }
}

/// A whole scope: `Kettle.Read` is not the beginning of `Kettle.Read.All`.
fn find(line: &str, scope: &str) -> Option<usize> {
    let inside = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || "_-".contains(c));
    let is_whole = |at: &usize| {
        let before = line.get(..*at).and_then(|text| text.chars().next_back());
        let mut after = line.get(at + scope.len()..).unwrap_or("").chars();
        let next = after.next();
        let goes_on = inside(next) || (next == Some('.') && inside(after.next()));
        !inside(before) && before != Some('.') && !goes_on
    };
    line.match_indices(scope).map(|(at, _)| at).find(is_whole)
}

#[cfg(test)]
mod tests {
    use super::find;

    #[test]
    fn scopes_are_found_whole() {
        assert_eq!(find("|Kettle.Read.All, Kettle.Read.|", "Kettle.Read"), Some(18));
        assert_eq!(find("|Pot-Kettle.Read|", "Kettle.Read"), None);
    }
}
