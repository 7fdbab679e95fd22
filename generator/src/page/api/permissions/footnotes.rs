//! Footnotes of permission tables: what a star behind a permission means, and permissions that are needed together.

use super::cell::scope::scope;
use crate::markdown::Text;
use crate::model::{Alternative, Permissions, Rank, Scheme, Support};
use crate::page::prose::{Patterns, Words};
use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::LazyLock;

/// Which permissions are needed together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Together {
    /// The two that the sentence names.
    Both,
    /// All that are least privileged.
    All,
}

/// "You need both Kiln.Read and Pot.Read permissions.", "You need all of these permissions to call it."
const TOGETHER: &[(&str, Together)] = &[
    ("need|needs|require|requires both", Together::Both),
    ("are both required|needed", Together::Both),
    ("need|needs|require|requires all of? these|the|them", Together::All),
];

static ARE_TOGETHER: LazyLock<Patterns<Together>> = LazyLock::new(|| Patterns::new(TOGETHER));

/// Applies what footnotes say to the groups of a table: marks get their words, permissions that are needed together become
/// one choice.
pub(super) fn apply<'a>(groups: &mut [Permissions], notes: impl Iterator<Item = &'a Text>) {
    let sets: Vec<Set> = notes.flat_map(needed_together).collect();
    for group in groups {
        let marked: FxHashSet<String> = group
            .notes
            .iter()
            .filter_map(|note| mark_of(note))
            .map(|(name, _)| name)
            .collect();
        explain(&mut group.notes);
        for set in &sets {
            for scheme in Scheme::ALL {
                let support = group.scheme_mut(scheme);
                match set {
                    Set::Of(names) => join(support, names),
                    Set::Least => {
                        let least = least(support);
                        // The note is about the row that has its mark.
                        if marked.is_empty() || least.iter().any(|name| marked.contains(name)) {
                            join(support, &least);
                        }
                    }
                }
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

/// Leaves out notes with a mark that only permissions of other groups have: what it says stands there, behind their names.
pub(super) fn leave_foreign(groups: &mut [Permissions]) {
    let has_stars = |group: &Permissions| group.notes.iter().any(|note| note.contains('*'));
    if groups.len() < 2 || !groups.iter().any(has_stars) {
        return;
    }
    leave_unmarked(groups);
    let notes = groups.iter().flat_map(|group| &group.notes);
    let explained = notes.filter_map(|note| {
        let (names, words) = note.split_once(": ")?;
        names
            .split(", ")
            .all(|name| scope(name).is_some())
            .then(|| words.to_owned())
    });
    let explained: FxHashSet<String> = explained.collect();
    for group in groups {
        group
            .notes
            .retain(|note| starred(note).is_none_or(|words| !explained.contains(words)));
    }
}

/// "Permissions marked with * use resource-specific consent." says nothing about a group without such permissions.
fn leave_unmarked(groups: &mut [Permissions]) {
    let is_marked = |choice: &Alternative| matches!(choice.rank, Rank::ResourceSpecific | Rank::Compatibility);
    let has_marked = |group: &Permissions| {
        let mut schemes = Scheme::ALL.iter();
        schemes.any(|scheme| group.scheme(*scheme).alternatives().iter().any(is_marked))
    };
    if groups.iter().any(has_marked) {
        for group in groups.iter_mut().filter(|group| !has_marked(group)) {
            group
                .notes
                .retain(|note| !(note.contains("marked with") && note.contains('*')));
        }
    }
}

/// The words behind the stars of a footnote; strong words begin with stars, too.
fn starred(note: &str) -> Option<&str> {
    let rest = note.trim_start_matches(['\\', '*']);
    let is_strong = note.starts_with("**") && rest.contains("**");
    (rest.len() < note.len() && !is_strong).then_some(rest.trim_start())
}

/// Name and mark of the note `Pot.Read*`.
fn mark_of(note: &str) -> Option<(String, String)> {
    let (name, repairs) = scope(note)?;
    let mark = note.get(note.find(name)? + name.len()..)?.replace('\\', "");
    let mark = mark.trim();
    (!repairs.is_empty() && !mark.is_empty()).then(|| (name.to_owned(), mark.to_owned()))
}

/// Permissions that are needed together.
enum Set {
    Of(Vec<String>),
    Least,
}

/// What the sentences of a note say.
fn needed_together(text: &Text) -> Vec<Set> {
    // Few notes say it.
    if !["both", "Both", "all"].iter().any(|word| text.plain.contains(word)) {
        return Vec::new();
    }
    let words = Words::new(text);
    let sets = words.sentences().filter_map(|sentence| {
        let said = sentence.all(&ARE_TOGETHER).next()?;
        if *said.meaning == Together::All {
            return Some(Set::Least);
        }
        let words = sentence.plain().split_whitespace();
        let names = words.filter_map(|word| scope(word.trim_end_matches(',')));
        let names: Vec<String> = names.map(|(name, _)| name.to_owned()).collect();
        (names.len() == 2).then_some(Set::Of(names))
    });
    sets.collect()
}

/// The permissions of the least privileged choices that are one each.
fn least(support: &Support) -> Vec<String> {
    let least = support
        .alternatives()
        .iter()
        .filter(|choice| choice.rank == Rank::Least);
    least
        .filter_map(|choice| match choice.scopes.as_slice() {
            [only] => Some(only.clone()),
            _ => None,
        })
        .collect()
}

/// Makes one choice of those that are needed together; it stands where the first of them stood.
fn join(support: &mut Support, set: &[String]) {
    let Support::Stated(alternatives) = support else { return };
    if set.len() < 2 {
        return;
    }
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
        let sentences = [
            "You need both of them.",
            "Kiln.Read and Pot.Read are both required.",
            "You need all of these permissions.",
        ];
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
    fn a_mark_says_nothing_about_groups_without_it() {
        let head = "|Permission type|Permissions (from least to most privileged)|\n|:--|:--|\n";
        let table = |scopes: &str| format!("{head}|Delegated (work or school account)|{scopes}|\n\n");
        let tables = format!(
            "### Kilns\n\n{}### Pots\n\n{}",
            table("Kiln.Read\\*"),
            table("Pot.Read")
        );
        let text = format!("# Get kiln\n\n## Permissions\n\n{tables}\\* Only for owners.\n\n**Ask** before.\n");
        let groups = page(&text).rows.permissions;
        let notes: Vec<_> = groups.iter().map(|group| group.notes.join("; ")).collect();
        assert_eq!(
            notes,
            ["Kiln.Read: Only for owners.; **Ask** before.", "**Ask** before."]
        );
        let below = "Permissions marked with \\* use resource-specific consent.";
        let groups = page(&format!("# Get kiln\n\n## Permissions\n\n{tables}{below}\n"))
            .rows
            .permissions;
        let notes: Vec<_> = groups.iter().map(|group| group.notes.join("; ")).collect();
        assert_eq!(notes, ["Permissions marked with * use resource-specific consent.", ""]);
    }

    #[test]
    fn all_of_them_may_be_needed() {
        let head = "|Permission type|Least privileged permissions|Higher privileged permissions|\n|:--|:--|:--|\n";
        let row = "|Delegated (work or school account)|Kiln.Read, Pot.Read, Shop.Read\\*|Shop.All|";
        let other = "|Application|Kiln.Read.All, Pot.Read.All|Shop.All|";
        let below = "\\* You need all of these permissions to call it.";
        let text = format!("# Get kiln\n\n## Permissions\n\n{head}{row}\n{other}\n\n{below}\n");
        let group = page(&text).rows.permissions.remove(0);
        insta::assert_snapshot!(format!("{:?}", group.delegated_work), @r#"Stated([Alternative { scopes: ["Kiln.Read", "Pot.Read", "Shop.Read"], rank: Least }, Alternative { scopes: ["Shop.All"], rank: Higher }])"#);
        // No mark stands in this row.
        insta::assert_snapshot!(format!("{:?}", group.application), @r#"Stated([Alternative { scopes: ["Kiln.Read.All"], rank: Least }, Alternative { scopes: ["Pot.Read.All"], rank: Least }, Alternative { scopes: ["Shop.All"], rank: Higher }])"#);
    }

    #[test]
    fn permissions_that_are_needed_together_are_one_choice() {
        let rows = "|Delegated (work or school account)|Kiln.Read, Pot.Read\\*, Shop.Read|";
        let below = "\\* You need both Kiln.Read and Pot.Read permissions to get the pots.";
        insta::assert_snapshot!(shown(rows, below), @r#"Stated([Alternative { scopes: ["Kiln.Read", "Pot.Read"], rank: Least }, Alternative { scopes: ["Shop.Read"], rank: Higher }]) notes ["Pot.Read: You need both Kiln.Read and Pot.Read permissions to get the pots."]"#);
    }
}
