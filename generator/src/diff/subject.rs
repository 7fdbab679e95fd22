//! The item that is being compared, and the changes found so far.

use super::renewed::Renewed;
use super::{Action, Change, Impact, Kind, Place, Rule};
use crate::model::{Area, Origin, QualifiedName, Version};
use rustc_hash::FxHashSet;

/// Collects the changes of one version.
#[derive(Debug)]
pub(super) struct Found {
    version: Version,
    pub(super) changes: Vec<Change>,
    /// Enums made from the values of a property. The change of the property already says that the enum is new or gone.
    told: FxHashSet<QualifiedName>,
    /// The new names of items in texts.
    renewed: Renewed,
}

/// The item that is compared: its names and its places.
#[derive(Debug, Clone)]
pub(super) struct Subject {
    pub(super) kind: Kind,
    pub(super) target: String,
    pub(super) name: String,
    pub(super) area: String,
    pub(super) resource: String,
    pub(super) before: Option<Place>,
    pub(super) after: Option<Place>,
    pub(super) implied: bool,
    /// The owner's name in the baseline, if it is another one.
    pub(super) was: Option<String>,
    /// The calls of the operation on both sides.
    pub(super) routes: Vec<String>,
    /// The enums of the values of the property.
    pub(super) values: Vec<String>,
    /// What differs between the routes of a replacement.
    pub(super) swap: Option<[String; 2]>,
}

impl Found {
    pub(super) fn new(version: Version, renewed: Renewed) -> Self {
        Self {
            version,
            changes: Vec::new(),
            told: FxHashSet::default(),
            renewed,
        }
    }

    /// The changes, sorted and without duplicates.
    pub(super) fn finish(mut self) -> Vec<Change> {
        self.changes.sort();
        let mut seen = FxHashSet::default();
        let new = self.changes.iter().map(|change| {
            let (target, name) = (change.target.to_ascii_lowercase(), change.name.to_ascii_lowercase());
            let values = (&change.before, &change.after);
            seen.insert((change.rule, change.kind, change.action, target, name, values))
        });
        let new: Vec<bool> = new.collect();
        let mut new = new.into_iter();
        self.changes.retain(|_| new.next().unwrap_or(true));
        self.changes
    }

    /// Notes that a change of a property already reports the change of this enum.
    pub(super) fn tell_values(&mut self, enums: [Option<&QualifiedName>; 2]) {
        self.told.extend(enums.into_iter().flatten().cloned());
    }

    /// Whether a change of a property already reports the change of this enum.
    pub(super) fn is_told(&self, name: &QualifiedName) -> bool {
        self.told.contains(name)
    }

    fn push(&mut self, subject: &Subject, action: Action, rule: Rule, impact: Impact, values: [Option<String>; 2]) {
        let [before, after] = values;
        let place = |place: &Option<Place>, gone: Action| place.clone().filter(|_| action != gone);
        self.changes.push(Change {
            version: self.version.clone(),
            area: subject.area.clone(),
            resource: subject.resource.clone(),
            target: subject.target.clone(),
            kind: subject.kind,
            name: subject.name.clone(),
            action,
            rule,
            impact,
            before,
            after,
            baseline: place(&subject.before, Action::Added),
            current: place(&subject.after, Action::Removed),
            implied: subject.implied,
            wire: false,
            was: subject.was.clone(),
            routes: subject.routes.clone(),
            values: subject.values.clone(),
            swap: subject.swap.clone(),
            items: Vec::new(),
            touches: Vec::new(),
        });
    }

    /// The item is new; `value` is its value.
    pub(super) fn added(&mut self, subject: &Subject, rule: Rule, impact: Impact, value: impl Into<Text>) {
        self.push(subject, Action::Added, rule, impact, [None, value.into().0]);
    }

    /// The item is gone; `value` was its value.
    pub(super) fn removed(&mut self, subject: &Subject, rule: Rule, impact: Impact, value: impl Into<Text>) {
        self.push(subject, Action::Removed, rule, impact, [value.into().0, None]);
    }

    /// Something about the item differs.
    pub(super) fn changed(
        &mut self,
        subject: &Subject,
        rule: Rule,
        impact: Impact,
        before: impl Into<Text>,
        after: impl Into<Text>,
    ) {
        self.push(
            subject,
            Action::Changed,
            rule,
            impact,
            [before.into().0, after.into().0],
        );
    }

    /// Compares what both sides say.
    pub(super) fn compared<V>(&mut self, subject: &Subject, rule: Rule, impact: Impact, [before, after]: [V; 2])
    where
        V: Into<Text> + PartialEq,
    {
        if before != after {
            self.changed(subject, rule, impact, before, after);
        }
    }

    /// Compares the names of modules, in which capitals do not matter.
    pub(super) fn modules(&mut self, subject: &Subject, rule: Rule, [before, after]: [&str; 2]) {
        let same = words_of(before) == words_of(after);
        let impact = if same { Impact::Docs } else { Impact::Breaking };
        self.compared(subject, rule, impact, [before, after]);
    }

    /// Compares the names of the item.
    pub(super) fn renamed(&mut self, subject: &Subject, rule: Rule, before: &str, after: &str) {
        if before == after {
            return;
        }
        let values = [Some(before.to_owned()), Some(after.to_owned())];
        // Rust has its own capitals for types. The names of other items are also names on the wire.
        let same_rust = subject.kind.is_whole() && words_of(before) == words_of(after);
        let impact = if same_rust { Impact::Docs } else { Impact::Breaking };
        self.push(subject, Action::Renamed, rule, impact, values);
    }

    /// Compares texts about the item, ignoring white space and the new names of renamed items. All texts that differ are one change.
    pub(super) fn words(&mut self, subject: &Subject, rule: Rule, texts: &[(&str, &str)]) {
        let differs = |(before, after): &&(&str, &str)| !self.renewed.same(before, after);
        let differing: Vec<_> = texts.iter().filter(differs).collect();
        if !differing.is_empty() {
            let join = |texts: Vec<&str>| texts.join("\n");
            let before = join(differing.iter().map(|(before, _)| *before).collect());
            let after = join(differing.iter().map(|(_, after)| *after).collect());
            self.changed(subject, rule, Impact::Docs, before, after);
        }
    }

    /// Compares whether the item is deprecated. The text of the deprecation is compared like any other text.
    pub(super) fn deprecation(
        &mut self,
        subject: &Subject,
        [begun, ended]: [Rule; 2],
        before: Option<&str>,
        after: Option<&str>,
    ) {
        match (before, after) {
            (None, Some(after)) => self.changed(subject, begun, Impact::Additive, None, after),
            (Some(before), None) => self.changed(subject, ended, Impact::Additive, before, None),
            _ => {}
        }
    }
}

/// What is said about deprecation on both sides, where both say something.
pub(super) fn deprecations<'a>(before: Option<&'a str>, after: Option<&'a str>) -> (&'a str, &'a str) {
    before.zip(after).unwrap_or(("", ""))
}

/// An old or new value; `None` if there was none.
pub(super) struct Text(Option<String>);

impl From<&str> for Text {
    fn from(text: &str) -> Self {
        Self(Some(text.to_owned()))
    }
}

impl From<String> for Text {
    fn from(text: String) -> Self {
        Self(Some(text))
    }
}

impl From<Option<String>> for Text {
    fn from(text: Option<String>) -> Self {
        Self(text)
    }
}

impl Subject {
    /// An item that owns others.
    pub(super) fn whole(kind: Kind, name: String, area: &Area, resource: &str) -> Self {
        Self {
            kind,
            target: name.clone(),
            name,
            area: area.0.clone(),
            resource: resource.to_owned(),
            before: None,
            after: None,
            implied: false,
            was: None,
            routes: Vec::new(),
            values: Vec::new(),
            swap: None,
        }
    }

    /// The same item at other places.
    pub(super) fn at(&self, before: Option<&Origin>, after: Option<&Origin>) -> Self {
        Self {
            before: before.map(Place::from),
            after: after.map(Place::from),
            ..self.clone()
        }
    }

    /// The same item at other places, if these are in one file: in an include that has changed.
    pub(super) fn at_same_file(&self, before: Option<&Origin>, after: Option<&Origin>) -> Self {
        match (before, after) {
            (Some(old), Some(new)) if old.file == new.file => self.at(before, after),
            _ => self.clone(),
        }
    }

    /// A part of the item, at the item's own places.
    pub(super) fn part(&self, kind: Kind, name: impl Into<String>) -> Self {
        Self {
            kind,
            name: name.into(),
            ..self.clone()
        }
    }

    /// Marks changes as following from one of the owner.
    pub(super) fn implied(self) -> Self {
        Self { implied: true, ..self }
    }
}

/// The words of a name, from which the emitted crate makes module and type names: `azure`, `ad`, `device` for
/// `azureADDevice`.
fn words_of(name: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let letters: Vec<char> = name.chars().collect();
    for (at, letter) in letters.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|at| letters.get(at));
        let after = letters.get(at + 1);
        let after_small = before.is_some_and(|c| c.is_ascii_alphanumeric() && !c.is_ascii_uppercase());
        let ends_run = before.is_some_and(char::is_ascii_uppercase) && after.is_some_and(char::is_ascii_lowercase);
        if letter.is_ascii_uppercase() && (after_small || ends_run) {
            words.push(String::new());
        }
        words.extend((!letter.is_ascii_alphanumeric()).then(String::new));
        if let Some(word) = words.last_mut() {
            word.extend(letter.is_ascii_alphanumeric().then(|| letter.to_ascii_lowercase()));
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_the_same_words_are_the_same_module() {
        insta::assert_snapshot!(words_of("azureADDevice").join(" "), @"azure ad device");
        insta::assert_snapshot!(words_of("microsoft.graph.roleScopeTag").join(" "), @"microsoft graph role scope tag");
        insta::assert_snapshot!(words_of("list-members_2 of Teams").join(" "), @"list members 2 of teams");
        assert_eq!(words_of("Shelf"), words_of("shelf"));
        assert_ne!(words_of("rolescopetag"), words_of("roleScopeTag"));
    }
}
