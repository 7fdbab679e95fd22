//! What the file name of a page says: a verb and its object.

use crate::emit::name::ident;

/// The verbs for objects; what begins with another word is an action.
const VERBS: &[&str] = &[
    "list", "get", "create", "post", "delete", "update", "put", "patch", "add", "remove", "upsert", "replace",
];

/// `list-members` is `list` and `members`; `checkmembergroups` has no verb.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Stem {
    /// One of the verbs.
    pub(super) verb: Option<&'static str>,
    /// The other words, without anything between them: file names have no capitals.
    pub(super) object: String,
    /// The last word.
    pub(super) last: String,
}

impl Stem {
    /// Reads what stands behind the resource in a file name. The verb is mostly the first word; `members-list` and
    /// `owner-add-note` are read too.
    pub(super) fn read(action: &str) -> Self {
        let words: Vec<String> = action.split('-').map(ident::squashed).collect();
        let words: Vec<&str> = words
            .iter()
            .map(String::as_str)
            .filter(|word| !word.is_empty())
            .collect();
        let verb = |at: usize| {
            let word = words.get(at)?;
            VERBS.iter().copied().find(|verb| verb == word)
        };
        let last = words.len().saturating_sub(1);
        let at = [0, last, 1].into_iter().find(|at| verb(*at).is_some());
        let others = words.iter().enumerate().filter(|(index, _)| Some(*index) != at);
        Self {
            verb: at.and_then(verb),
            object: others.map(|(_, word)| *word).collect(),
            last: words.last().copied().unwrap_or_default().to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Stem;

    #[test]
    fn the_verb_may_stand_in_front_behind_or_between() {
        let shown = |action: &str| {
            let Stem { verb, object, .. } = Stem::read(action);
            format!("{}({object})", verb.unwrap_or("-"))
        };
        insta::assert_snapshot!(shown("list-members"), @"list(members)");
        insta::assert_snapshot!(shown("list"), @"list()");
        insta::assert_snapshot!(shown("messages-list"), @"list(messages)");
        insta::assert_snapshot!(shown("owner-add-note"), @"add(ownernote)");
        insta::assert_snapshot!(shown("check-member-groups"), @"-(checkmembergroups)");
        insta::assert_snapshot!(shown(""), @"-()");
    }
}
