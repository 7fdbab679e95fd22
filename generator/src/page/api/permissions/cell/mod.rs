//! Permission cells: `User.Read, User.ReadWrite.All`, `For **user** resource:` blocks, "Not supported."

pub(super) mod list;
pub(super) mod scope;

use crate::markdown::Text;
use crate::model::{Alternative, Reason, Support};
use crate::page::reason::permissions as reason;
use crate::page::vocabulary::meaning;
use crate::page::vocabulary::permissions::{ABSENCES, Absence};
use list::ScopeList;
use rustc_hash::FxHashMap;
use scope::scope;
use std::borrow::Cow;

/// A permission cell, read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Scopes {
    /// Blocks of the cell; usually one without a label. None when the cell is empty or unread.
    pub(super) groups: Vec<Group>,
    /// Lines with words besides scopes, and scopes that carry a footnote mark.
    pub(super) notes: Vec<String>,
    /// Why the cell names no scope although it does not say that the scheme is not supported.
    pub(super) unread: Option<&'static Reason>,
    /// Words that hold more than a scope, and what a reader is told about each.
    pub(super) repaired: Vec<(String, &'static str)>,
    /// A comma list that ends in "and": what the "and" binds is a guess.
    pub(super) ambiguous: bool,
    /// A dash stands where scopes could.
    is_empty: bool,
}

/// The alternatives of one block.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Group {
    /// `user` of `For **user** resource:`.
    pub(super) label: Option<String>,
    /// What it says, alternatives in the order of the cell.
    pub(super) support: Support,
}

/// Reads a cell.
pub(super) fn read(cell: &Text) -> Scopes {
    let plain = if cell.plain.contains('\u{a0}') {
        Cow::Owned(cell.plain.replace('\u{a0}', " "))
    } else {
        Cow::Borrowed(cell.plain.as_str())
    };
    let mut scopes = Scopes::default();
    if plain
        .as_bytes()
        .windows(4)
        .any(|word| word.eq_ignore_ascii_case(b"todo"))
    {
        scopes.unread = Some(&reason::TODO);
        return scopes;
    }
    let mut label = None;
    let lines = plain.lines().map(str::trim).filter(|line| !line.is_empty());
    let blocks = lines.map(|line| scopes.line(line, &mut label)).collect();
    let groups = by_label(blocks).into_iter();
    scopes.groups = groups
        .map(|(label, parts)| Group {
            label,
            support: Support::sum(&parts),
        })
        .collect();
    let says_nothing = |group: &Group| group.label.is_none() && group.support == Support::Unstated;
    if scopes.unread.is_none()
        && !scopes.is_empty
        && !scopes.groups.is_empty()
        && scopes.groups.iter().all(says_nothing)
    {
        scopes.unread = Some(&reason::NO_SCOPE);
    }
    scopes
}

/// What words say that stand where scopes could.
pub(super) fn absence(words: &str) -> Option<Support> {
    Some(match meaning(ABSENCES, words.trim().trim_end_matches('.'))? {
        Absence::Unsupported => Support::NotSupported,
        Absence::NoneNeeded => Support::none_needed(),
        Absence::Empty => Support::Unstated,
    })
}

impl Scopes {
    /// Reads one line of a cell; `label` is that of the block which the line belongs to.
    fn line(&mut self, line: &str, label: &mut Option<String>) -> (Option<String>, Support) {
        let (before, list) = split_label(line);
        if let Some(words) = before {
            *label = Some(label_words(words));
        }
        if let Some(support) = absence(list) {
            self.is_empty |= support == Support::Unstated;
            return (label.clone(), support);
        }
        let ScopeList {
            alternatives,
            words,
            repaired,
            ambiguous,
            too_many,
            ..
        } = list::read(list);
        if too_many {
            self.unread = Some(&reason::TOO_MANY);
        }
        for (word, repair) in repaired {
            if repair.is_footnote {
                self.notes.push(word.clone());
            }
            self.repaired.push((word, repair.message));
        }
        self.ambiguous |= ambiguous;
        let purpose = purpose(list, &words, &alternatives);
        if !words.is_empty() && purpose.is_none() {
            self.notes.push(line.to_owned());
        }
        let support = if alternatives.is_empty() {
            Support::Unstated
        } else {
            Support::Stated(alternatives.into())
        };
        (purpose.or_else(|| label.clone()), support)
    }
}

/// What stands under the same label, in the order of their first.
pub(super) fn by_label<T>(blocks: Vec<(Option<String>, T)>) -> Vec<(Option<String>, Vec<T>)> {
    let mut groups: Vec<(Option<String>, Vec<T>)> = Vec::new();
    let is_first = |label: &Option<String>| blocks.first().is_some_and(|(first, _)| first == label);
    // Most tables and cells have no labels.
    if blocks.iter().all(|(label, _)| is_first(label)) {
        let mut blocks = blocks.into_iter();
        if let Some((label, block)) = blocks.next() {
            let all = std::iter::once(block).chain(blocks.map(|(_, block)| block));
            groups.push((label, all.collect()));
        }
        return groups;
    }
    let mut places: FxHashMap<Option<String>, usize> = FxHashMap::default();
    for (label, block) in blocks {
        let place = *places.entry(label.clone()).or_insert(groups.len());
        match groups.get_mut(place) {
            Some((_, blocks)) => blocks.push(block),
            None => groups.push((label, vec![block])),
        }
    }
    groups
}

/// `For user or chat resource: A, B` -> the words before the colon, when no scope stands there.
fn split_label(line: &str) -> (Option<&str>, &str) {
    match line.split_once(':') {
        Some((before, list)) if before.split_whitespace().all(|word| scope(word).is_none()) => (Some(before), list),
        _ => (None, line),
    }
}

fn label_words(words: &str) -> String {
    let words = words.trim();
    let bare = match words.split_at_checked(4) {
        Some((start, rest)) if start.eq_ignore_ascii_case("for ") => rest,
        _ => words,
    };
    bare.strip_suffix(" resource").unwrap_or(bare).trim().to_owned()
}

/// `Message.Write.All for a channel message.`: what a single scope is for.
fn purpose(list: &str, words: &[String], alternatives: &[Alternative]) -> Option<String> {
    let [Alternative { scopes, .. }] = alternatives else {
        return None;
    };
    let starts = words.first().is_some_and(|word| word.eq_ignore_ascii_case("for"));
    if scopes.len() != 1 || !starts {
        return None;
    }
    let (_, purpose) = list.split_once(" for ")?;
    Some(purpose.trim().trim_end_matches('.').to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markdown::Block;
    use crate::source::FileId;

    fn shown(markdown: &str) -> String {
        let page = format!("|Permission type|Permissions|\n|:---|:---|\n|Application|{markdown}|\n");
        let (document, _) = crate::markdown::read(FileId(0), &page);
        let Some(Block::Table(table)) = document.sections[0].blocks.first() else {
            panic!("no table")
        };
        let scopes = read(&table.rows[0].cells[1]);
        let group = |group: &Group| {
            let alternatives = group.support.alternatives().iter();
            let choices: Vec<String> = alternatives.map(|choice| choice.scopes.join(" + ")).collect();
            let label = group
                .label
                .as_ref()
                .map(|label| format!("[{label}] "))
                .unwrap_or_default();
            let support = match group.support {
                Support::Stated(_) if choices.iter().all(String::is_empty) => "none needed".to_owned(),
                Support::Stated(_) => choices.join(" | "),
                Support::NotSupported => "not supported".to_owned(),
                Support::Unstated => "unstated".to_owned(),
            };
            format!("{label}{support}")
        };
        let mut parts: Vec<String> = scopes.groups.iter().map(group).collect();
        parts.extend(scopes.notes.iter().map(|note| format!("note: {note}")));
        parts.extend(scopes.unread.map(|reason| format!("unread: {reason}")));
        format!("{{{}}}", parts.join("; "))
    }

    #[test]
    fn cells_that_name_no_scope() {
        let cells = [
            "Not supported.",
            "Not Supported",
            "Not available.",
            "Not applicable",
            "n/a",
            "None.",
            "No permissions are needed.",
            "-",
            "",
            "**TODO: Determine scopes **",
            "_varies by context_",
        ];
        insta::assert_snapshot!(cells.map(shown).join("\n"), @r"
        {not supported}
        {not supported}
        {not supported}
        {not supported}
        {not supported}
        {none needed}
        {none needed}
        {unstated}
        {}
        {unread: the page says TODO}
        {unstated; note: varies by context; unread: no scope named}
        ");
    }

    #[test]
    fn blocks_for_several_resources() {
        let cells = [
            "For **user** resource:<br/>User.Read, User.Write<br /><br />For **group** resource:<br />Group.Write.All",
            "For **user** or **chat** resource: Not supported.<br/><br/>For **channel** resource: Member.Read.All",
            "In teams: Team.Write.All<br/>In channels:  Channel.Write.All",
            "Chat.Write.All for a chat message.</br>Message.Write.All for a channel message.",
            "Files.Read, Files.Write </br>Sites.Read.All",
        ];
        insta::assert_snapshot!(cells.map(shown).join("\n"), @r"
        {[user] User.Read | User.Write; [group] Group.Write.All}
        {[user or chat] not supported; [channel] Member.Read.All}
        {[In teams] Team.Write.All; [In channels] Channel.Write.All}
        {[a chat message] Chat.Write.All; [a channel message] Message.Write.All}
        {Files.Read | Files.Write | Sites.Read.All}
        ");
    }

    #[test]
    fn sentences_with_a_link() {
        let cells = ["Role required to [make a plan](plan-post.md) or Plan.Read.All (see below)."];
        insta::assert_snapshot!(cells.map(shown).join("\n"), @"{Plan.Read.All; note: Role required to make a plan or Plan.Read.All (see below).}");
    }
}
