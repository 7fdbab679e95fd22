//! Built-in roles: "This operation supports the following built-in roles:" and a list of names.

use crate::markdown::Text;
use crate::model::Permissions;
use crate::page::prose::{Patterns, Words};
use std::sync::LazyLock;

/// Wordings before a list of roles.
const WORDINGS: &[(&str, ())] = &[
    ("supports ~ following ~ role|roles", ()),
    ("following ~ role|roles are supported|required", ()),
    // "The following roles are the least privileged roles that are supported for this operation:"
    ("following ~ role|roles are the least privileged", ()),
    // "*Kiln Keeper* is the least privileged role supported for this operation."
    ("is|are the least privileged role|roles ~ supported", ()),
    ("one of the following ~ role|roles", ()),
    ("role|roles supported for this operation", ()),
    ("least privileged role|roles is|are", ()),
];

pub(super) static LEADS: LazyLock<Patterns<()>> = LazyLock::new(|| Patterns::new(WORDINGS));

/// The roles that notes name.
#[derive(Debug, Default)]
pub(super) struct Roles {
    /// Each with what it is needed for: "Kilns: Kiln Reader".
    named: Vec<(Option<String>, String)>,
}

/// Reads the notes of a table.
pub(super) fn read<'a>(paragraphs: impl Iterator<Item = &'a Text>) -> Roles {
    let mut roles = Roles::default();
    let mut listed = false;
    for text in paragraphs {
        let leads = LEADS.stands_in(&Words::new(text));
        let found = if leads {
            listed = true;
            let strong = text.strong.iter();
            let strong: Vec<_> = strong
                .map(|range| (None, text.slice(range).trim().to_owned()))
                .collect();
            if strong.is_empty() {
                in_sentence(&text.plain)
            } else {
                strong
            }
        } else if listed {
            names(&text.plain)
        } else {
            Vec::new()
        };
        listed &= leads || !found.is_empty();
        roles.named.extend(found);
    }
    roles
}

impl Roles {
    /// The roles of each group in the order of the page, each once. "Kilns: Kiln Reader" is for the group "kiln" where
    /// there is such a group; else every role is for every group.
    pub(super) fn put(&self, groups: &mut [Permissions]) {
        let is_for = |subject: &str, group: &Permissions| {
            let label = group.label.as_deref().map(key).unwrap_or_default();
            subject.split([',', '/']).any(|part| key(part) == label)
        };
        let by_subject = groups.iter().any(|group| {
            let mut subjects = self.named.iter().filter_map(|(subject, _)| subject.as_deref());
            subjects.any(|subject| is_for(subject, group))
        });
        for group in groups {
            for (subject, role) in &self.named {
                let is_meant = !by_subject || subject.as_deref().is_none_or(|subject| is_for(subject, group));
                if is_meant && !group.roles.contains(role) {
                    group.roles.push(role.clone());
                }
            }
        }
    }
}

/// A name in one spelling: "Service principals" is `servicePrincipal`.
fn key(name: &str) -> String {
    let name = name.trim().trim_start_matches("and ").to_lowercase();
    let one = match name.strip_suffix("ies") {
        Some(stem) => format!("{stem}y"),
        None => name.strip_suffix('s').unwrap_or(&name).to_owned(),
    };
    one.replace(' ', "")
}

/// `Kiln Reader`, "Read kilns - Kiln Reader, Global Reader", "Kilns: Kiln Reader": the names of an item, with what stands
/// before them; none for a sentence.
fn names(item: &str) -> Vec<(Option<String>, String)> {
    // "Pots: Pot Reader, Kiln Reader. However, to fire pots:" goes on about something else.
    let item = item.split_once(". ").map_or(item, |(first, _)| first);
    let list = [" - ", " \u{2013} ", " \u{2014} ", ": "]
        .iter()
        .find_map(|mark| item.split_once(mark));
    let (subject, names) = list.map_or((None, item), |(subject, names)| (Some(subject), names));
    let names: Vec<&str> = names.split(',').map(|name| name.trim().trim_end_matches('.')).collect();
    if !names.iter().all(|name| is_role(name)) {
        // "Kiln Reader - read the properties of all kilns"
        let role = subject.map(str::trim).filter(|subject| is_role(subject));
        return role.map(|role| (None, role.to_owned())).into_iter().collect();
    }
    let named = names
        .into_iter()
        .map(|name| (subject.map(str::to_owned), name.to_owned()));
    named.collect()
}

/// "The user needs one of the following roles: Kiln Reader or Kiln Keeper."
fn in_sentence(text: &str) -> Vec<(Option<String>, String)> {
    let Some((_, list)) = text.split_once(": ") else {
        return Vec::new();
    };
    let list = list
        .trim()
        .trim_end_matches('.')
        .replace(" or ", ", ")
        .replace(" and ", ", ");
    let names: Vec<&str> = list.split(',').map(str::trim).filter(|name| !name.is_empty()).collect();
    if !names.iter().all(|name| is_role(name)) {
        return Vec::new();
    }
    names.into_iter().map(|name| (None, name.to_owned())).collect()
}

/// `Kiln Reader`, "Group owners".
fn is_role(name: &str) -> bool {
    let words: Vec<&str> = name.split(' ').collect();
    let starts_large = |word: &&str| word.starts_with(char::is_uppercase) || word.len() < 4;
    let is_short = words.len() < 3 && name.chars().all(|c| c.is_alphabetic() || c == ' ');
    // "Kiln Flow administrator"
    let (last, before) = words.split_last().unwrap_or((&"", &[]));
    let is_title = before.iter().all(starts_large) && TITLES.contains(last);
    let fits = is_short || is_title || words.iter().all(starts_large);
    name.starts_with(char::is_uppercase) && words.len() <= 8 && fits
}

/// Last words of roles that some pages write small.
const TITLES: &[&str] = &["administrator", "admin", "operator", "owner", "reader"];

#[cfg(test)]
mod tests {
    use super::LEADS;
    use crate::page::prose::proof::{assert_proven, paragraph};

    #[test]
    fn each_wording_has_a_sentence() {
        let sentences = [
            "This operation supports the following built-in roles:",
            "The following least privileged roles are supported for it.",
            "The user needs one of the following roles:",
            "More privileged roles supported for this operation:",
            "The least privileged role is **Reader**.",
            "The following roles are the least privileged roles that are supported:",
            "**Kiln Keeper** is the least privileged role that is supported.",
        ];
        assert_proven(&LEADS, &sentences.map(paragraph));
    }
}
