//! Texts that differ only because an item has another name.
//!
//! When `kettle` becomes `boiler`, sentences about kettles become sentences about boilers. The rename tells that already.

use super::follow::words;
use std::borrow::Cow;
use std::collections::BTreeMap;

/// The local names of renamed types and enums: the old one in lower case, and the new one.
#[derive(Debug, Clone, Default)]
pub(super) struct Renewed(BTreeMap<String, String>);

impl Renewed {
    /// `renamed` has dotted names.
    pub(super) fn of(renamed: &BTreeMap<String, String>) -> Self {
        let local = |name: &str| name.rsplit('.').next().unwrap_or(name).to_owned();
        let names = renamed
            .iter()
            .map(|(was, is)| (local(was).to_ascii_lowercase(), local(is)));
        Self(names.filter(|(was, is)| !was.eq_ignore_ascii_case(is)).collect())
    }

    /// Whether two texts say the same, apart from white space and the names of renamed items.
    pub(super) fn same(&self, before: &str, after: &str) -> bool {
        // Most texts have not changed.
        if before == after {
            return true;
        }
        let equal = |one: &str, other: &str| one.split_whitespace().map(link).eq(other.split_whitespace().map(link));
        if equal(before, after) || self.0.is_empty() {
            return equal(before, after);
        }
        let (old, new) = (self.text(before), self.text(after));
        // A name at the beginning of a sentence has a capital.
        let is_about = || !equal(&old, before) || !equal(&new, after);
        old == new || old.eq_ignore_ascii_case(&new) && is_about()
    }

    /// A text with the new names, and one blank between its words.
    pub(super) fn text(&self, text: &str) -> String {
        let chunks = text
            .split_whitespace()
            .map(|chunk| words(chunk).map(|word| self.word(word)).collect::<String>());
        chunks.collect::<Vec<_>>().join(" ")
    }

    /// The new name for an old one, also for several.
    fn word(&self, word: &str) -> String {
        let lower = word.to_ascii_lowercase();
        let several = || {
            let one = self.0.get(lower.strip_suffix('s')?)?;
            Some(format!("{one}s"))
        };
        let new = self.0.get(&lower).cloned().or_else(several);
        new.unwrap_or_else(|| word.to_owned())
    }
}

/// A word in which a link leads to the site, and not to its English pages: both are the same page.
fn link(word: &str) -> Cow<'_, str> {
    if word.contains(ENGLISH) {
        Cow::Owned(word.replace(ENGLISH, SITE))
    } else {
        Cow::Borrowed(word)
    }
}

const SITE: &str = "https://learn.microsoft.com/";
const ENGLISH: &str = "https://learn.microsoft.com/en-us/";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_language_of_a_link_says_nothing() {
        let none = Renewed(BTreeMap::new());
        let link = |way: &str| format!("See [kettle](https://learn.microsoft.com/{way}graph/kettle).");
        assert!(none.same(&link(""), &link("en-us/")));
        assert!(!none.same(&link(""), &link("old/")));
    }

    #[test]
    fn texts_follow_a_new_name() {
        let names = [(
            "microsoft.graph.waterPot".to_owned(),
            "microsoft.graph.kettle".to_owned(),
        )];
        let renewed = Renewed::of(&names.into());
        assert!(renewed.same(
            "Lists the waterPots of a `waterpot`.",
            "Lists the kettles  of a `kettle`."
        ));
        assert!(renewed.same("WaterPot that boils.", "Kettle that boils."));
        assert!(!renewed.same("It Boils.", "It boils."));
        assert!(!renewed.same("A waterPot.", "A pan."));
        assert!(!renewed.same("A waterPotter.", "A kettleter."));
        assert!(!Renewed::default().same("A kettle.", "A Kettle."));
    }
}
