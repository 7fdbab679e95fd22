//! Built-in roles: "This operation supports the following built-in roles:" and a list of names.

use crate::markdown::Text;
use crate::page::prose::{Patterns, Words};
use std::sync::LazyLock;

/// Wordings before a list of roles.
const WORDINGS: &[(&str, ())] = &[
    ("supports ~ following ~ role|roles", ()),
    ("following ~ role|roles are supported|required", ()),
    ("one of the following ~ role|roles", ()),
    ("role|roles supported for this operation", ()),
    ("least privileged role is", ()),
];

pub(super) static LEADS: LazyLock<Patterns<()>> = LazyLock::new(|| Patterns::new(WORDINGS));

/// The roles in the order of the page, each once.
pub(super) fn read<'a>(paragraphs: impl Iterator<Item = &'a Text>) -> Vec<String> {
    let mut roles: Vec<String> = Vec::new();
    let mut listed = false;
    for text in paragraphs {
        let leads = LEADS.stands_in(&Words::new(text));
        let found = if leads {
            listed = true;
            text.strong
                .iter()
                .map(|range| text.slice(range).trim().to_owned())
                .collect()
        } else if listed {
            names(&text.plain)
        } else {
            Vec::new()
        };
        listed &= leads || !found.is_empty();
        for role in found {
            if !roles.contains(&role) {
                roles.push(role);
            }
        }
    }
    roles
}

/// `Kiln Reader`, "Read kilns - Kiln Reader, Global Reader": the names of an item; none for a sentence.
fn names(item: &str) -> Vec<String> {
    let list = [" - ", " \u{2013} ", " \u{2014} "]
        .iter()
        .find_map(|dash| item.split_once(dash));
    let names = list.map_or(item, |(_, names)| names).split(',');
    let names: Vec<String> = names.map(|name| name.trim().trim_end_matches('.').to_owned()).collect();
    let is_role = |name: &String| {
        let words: Vec<&str> = name.split(' ').collect();
        let starts_large = |word: &&str| word.starts_with(char::is_uppercase) || word.len() < 4;
        words.len() <= 8 && name.starts_with(char::is_uppercase) && words.iter().all(starts_large)
    };
    if names.iter().all(is_role) { names } else { Vec::new() }
}

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
        ];
        assert_proven(&LEADS, &sentences.map(paragraph));
    }
}
