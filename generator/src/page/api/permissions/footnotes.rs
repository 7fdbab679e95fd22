//! Footnotes of permission tables: what a star behind a permission means, and permissions that are needed together.

use super::cell::scope::scope;
use crate::markdown::Text;
use crate::model::{Alternative, Permissions, Scheme, Support};
use crate::page::prose::{Patterns, Words};
use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::LazyLock;

/// "You need both Kiln.Read and Pot.Read permissions."
const TOGETHER: &[(&str, ())] = &[
    ("need|needs|require|requires both", ()),
    ("are both required|needed", ()),
];

pub(super) static ARE_TOGETHER: LazyLock<Patterns<()>> = LazyLock::new(|| Patterns::new(TOGETHER));

/// Applies what footnotes say to the groups of a table: marks get their words, permissions that are needed together become
/// one choice.
pub(super) fn apply<'a>(groups: &mut [Permissions], notes: impl Iterator<Item = &'a Text>) {
    let sets: Vec<Vec<String>> = notes.flat_map(needed_together).collect();
    for group in groups {
        explain(&mut group.notes);
        for set in &sets {
            for scheme in Scheme::ALL {
                join(group.scheme_mut(scheme), set);
            }
        }
    }
}

/// `Pot.Read*` and "* Only for pots." become "Pot.Read: Only for pots." A mark of another table says nothing here.
fn explain(notes: &mut Vec<String>) {
    let mut marked: FxHashMap<String, String> = FxHashMap::default();
    for (name, mark) in notes.iter().filter_map(|note| mark_of(note)) {
        let names = marked.entry(mark).or_default();
        names.push_str(if names.is_empty() { "" } else { ", " });
        names.push_str(&name);
    }
    if marked.is_empty() {
        return;
    }
    // The first words of a mark are its meaning.
    let mut explained = FxHashSet::default();
    for note in notes.iter_mut() {
        let bare = note.replace("\\*", "*");
        let stars = bare.len() - bare.trim_start_matches('*').len();
        let Some((mark, words)) = bare.split_at_checked(stars).filter(|(mark, _)| !mark.is_empty()) else {
            continue;
        };
        let words = words.trim();
        // Strong words begin with stars, too.
        let names = marked
            .get(mark)
            .filter(|_| !words.is_empty() && !words.starts_with('*'));
        if let Some(names) = names.filter(|_| explained.insert(mark.to_owned())) {
            *note = format!("{names}: {words}");
        }
    }
    notes.retain(|note| mark_of(note).is_none_or(|(_, mark)| !explained.contains(&mark)));
}

/// Name and mark of the note `Pot.Read*`.
fn mark_of(note: &str) -> Option<(String, String)> {
    let (name, repairs) = scope(note)?;
    let mark = note.get(note.find(name)? + name.len()..)?.replace('\\', "");
    let mark = mark.trim();
    (!repairs.is_empty() && !mark.is_empty()).then(|| (name.to_owned(), mark.to_owned()))
}

/// The permissions behind the words, in their order.
fn needed_together(text: &Text) -> Vec<Vec<String>> {
    // Few notes say it.
    if !text.plain.contains("both") && !text.plain.contains("Both") {
        return Vec::new();
    }
    let words = Words::new(text);
    let says = words
        .sentences()
        .filter(|sentence| sentence.all(&ARE_TOGETHER).next().is_some());
    let sets = says.map(|sentence| {
        let names = sentence
            .plain()
            .split_whitespace()
            .filter_map(|word| scope(word.trim_end_matches(',')));
        names.map(|(name, _)| name.to_owned()).collect::<Vec<_>>()
    });
    sets.filter(|names| names.len() == 2).collect()
}

/// Makes one choice of those that are needed together; it stands where the first of them stood.
fn join(support: &mut Support, set: &[String]) {
    let Support::Stated(alternatives) = support else { return };
    let is_single = |choice: &Alternative, name: &String| matches!(choice.scopes.as_slice(), [only] if only == name);
    let places: Option<Vec<usize>> = set
        .iter()
        .map(|name| alternatives.iter().position(|choice| is_single(choice, name)))
        .collect();
    let Some(first) = places.as_ref().and_then(|places| places.iter().min().copied()) else {
        return;
    };
    let others = places.unwrap_or_default();
    let joined = alternatives.iter().enumerate().filter_map(|(at, choice)| match at {
        at if at == first => Some(Alternative {
            scopes: set.to_vec(),
            ..choice.clone()
        }),
        at => (!others.contains(&at)).then(|| choice.clone()),
    });
    *alternatives = joined.collect();
}

#[cfg(test)]
mod tests {
    use super::ARE_TOGETHER;
    use crate::page::api::sample::page;
    use crate::page::prose::proof::{assert_proven, paragraph};

    #[test]
    fn each_wording_has_a_sentence() {
        let sentences = ["You need both of them.", "Kiln.Read and Pot.Read are both required."];
        assert_proven(&ARE_TOGETHER, &sentences.map(paragraph));
    }

    fn shown(rows: &str, below: &str) -> String {
        let head = "|Permission type|Permissions (from least to most privileged)|\n|:--|:--|\n";
        let groups = page(&format!("# Get kiln\n\n## Permissions\n\n{head}{rows}\n\n{below}\n"))
            .rows
            .permissions;
        let line = |group: &crate::model::Permissions| format!("{:?} notes {:?}", group.delegated_work, group.notes);
        groups.iter().map(line).collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn a_mark_gets_its_words() {
        let rows = "|Delegated (work or school account)|Kiln.Read, Kiln.All*|";
        insta::assert_snapshot!(shown(rows, "> [!NOTE]\n> \\* Only for owners."), @r#"Stated([Alternative { scopes: ["Kiln.Read"], rank: Least }, Alternative { scopes: ["Kiln.All"], rank: Higher }]) notes ["Kiln.All: Only for owners."]"#);
        insta::assert_snapshot!(shown(rows, ""), @r#"Stated([Alternative { scopes: ["Kiln.Read"], rank: Least }, Alternative { scopes: ["Kiln.All"], rank: Higher }]) notes ["Kiln.All*"]"#);
    }

    #[test]
    fn permissions_that_are_needed_together_are_one_choice() {
        let rows = "|Delegated (work or school account)|Kiln.Read, Pot.Read\\*, Shop.Read|";
        let below = "\\* You need both Kiln.Read and Pot.Read permissions to get the pots.";
        insta::assert_snapshot!(shown(rows, below), @r#"Stated([Alternative { scopes: ["Kiln.Read", "Pot.Read"], rank: Least }, Alternative { scopes: ["Shop.Read"], rank: Higher }]) notes ["Pot.Read: You need both Kiln.Read and Pot.Read permissions to get the pots."]"#);
    }
}
