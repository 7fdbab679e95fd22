//! Enums and their members.

use super::alike::{Marks, Numbers};
use super::context::Context;
use super::hierarchy::key;
use super::pair::{Likeness, Pairs, pair};
use super::subject::{Found, Subject, deprecations};
use super::telling::Telling;
use super::{Impact, Kind, Rule, areas};
use crate::model::{EnumOrigin, EnumType, Member, Origin};
use std::collections::BTreeSet;

const AREAS: areas::Rules = areas::Rules {
    added: Rule::EnumAreaAdded,
    removed: Rule::EnumAreaRemoved,
    changed: Rule::EnumAreaChanged,
};

/// Enums that pages describe under their own name, and those made of the values of string properties.
pub(super) fn compare(
    described: &Pairs<'_, EnumType>,
    listed: &Pairs<'_, EnumType>,
    context: &Context<'_>,
    found: &mut Found,
) {
    // A list of values that has got a description under the same name is still the same enum in the emitted crate.
    let come = across(&listed.removed, &described.added, context);
    let gone = across(&described.removed, &listed.added, context);
    let both = described.both.iter().chain(&listed.both);
    for (before, after) in both.filter(|(before, after)| before != after) {
        compare_pair(before, after, context, found);
    }
    for (before, after) in come.iter().chain(&gone) {
        let told = found.changes.len();
        compare_pair(before, after, context, found);
        if found.changes.len() == told {
            described_anew(before, after, found);
        }
    }
    let stay = come.iter().chain(&gone).flat_map(|(before, after)| [before, after]);
    let stay: BTreeSet<String> = stay.map(|item| key(&item.name)).collect();
    let own = |item: &&&EnumType| !stay.contains(&key(&item.name));
    for (pairs, is_listed) in [(described, false), (listed, true)] {
        for item in pairs.removed.iter().filter(own) {
            removed(item, is_listed, found);
        }
        for item in pairs.added.iter().filter(own) {
            added(item, is_listed, found);
        }
    }
}

/// Those of one name that are described on one side and listed on the other one. The name may follow that of a type.
fn across<'a>(
    before: &[&'a EnumType],
    after: &[&'a EnumType],
    context: &Context<'_>,
) -> Vec<(&'a EnumType, &'a EnumType)> {
    let newest = |item: &EnumType| {
        let now = context.renamed.get(&item.name.to_string());
        now.map_or_else(|| key(&item.name), |now| now.to_ascii_lowercase())
    };
    pair(before.iter().copied(), after.iter().copied(), newest).both
}

/// Only the description of a list of values is new or gone.
fn described_anew(before: &EnumType, after: &EnumType, found: &mut Found) {
    if after.documented_in == EnumOrigin::Property {
        let subject = told(subject(before).at(Some(&before.origin), None), before, true, found);
        found.removed(&subject, Rule::EnumRemoved, Impact::Docs, None);
    } else {
        let subject = told(subject(after).at(None, Some(&after.origin)), after, true, found);
        found.added(&subject, Rule::EnumAdded, Impact::Docs, None);
    }
}

fn removed(item: &EnumType, is_listed: bool, found: &mut Found) {
    let rule = if is_listed {
        Rule::ValuesRemoved
    } else {
        Rule::EnumRemoved
    };
    let subject = told(subject(item).at(Some(&item.origin), None), item, is_listed, found);
    found.removed(&subject, rule, Impact::Breaking, None);
    for member in &item.members {
        let subject = member_of(&subject, member, Some(&member.origin), None).implied();
        found.removed(&subject, Rule::MemberRemoved, Impact::Breaking, value(member));
    }
}

fn added(item: &EnumType, is_listed: bool, found: &mut Found) {
    let rule = if is_listed { Rule::ValuesAdded } else { Rule::EnumAdded };
    let subject = told(subject(item).at(None, Some(&item.origin)), item, is_listed, found);
    found.added(&subject, rule, Impact::Additive, None);
    for member in &item.members {
        let subject = member_of(&subject, member, None, Some(&member.origin)).implied();
        found.added(&subject, Rule::MemberAdded, Impact::Additive, value(member));
    }
}

/// The change of a property says that its list of values is new or gone.
fn told(subject: Subject, item: &EnumType, is_listed: bool, found: &Found) -> Subject {
    if is_listed && found.is_told(&item.name) {
        subject.implied()
    } else {
        subject
    }
}

fn subject(item: &EnumType) -> Subject {
    Subject::whole(Kind::Enum, item.name.to_string(), &item.area, &item.name.name)
}

fn member_of(owner: &Subject, member: &Member, before: Option<&Origin>, after: Option<&Origin>) -> Subject {
    owner.part(Kind::Member, member.name.clone()).at(before, after)
}

fn value(member: &Member) -> Option<String> {
    member.value.map(|value| value.to_string())
}

fn compare_pair(before: &EnumType, after: &EnumType, context: &Context<'_>, found: &mut Found) {
    let EnumType {
        name,
        // A page that moves is no change, and neither is a list of values that gets a page.
        file: _,
        origin,
        documented_in: _,
        area: _,
        more_areas: _,
        members: _,
        flags,
        description,
        deprecated,
    } = after;
    let subject = subject(after).at(Some(&before.origin), Some(origin));
    let renamed = if context.follows(&before.name) {
        subject.clone().implied()
    } else {
        subject.clone()
    };
    found.renamed(&renamed, Rule::EnumRenamed, &before.name.to_string(), &name.to_string());
    areas::compare(&subject, &AREAS, before.areas(), after.areas(), found);
    let said = |flags: bool| if flags { "several at once" } else { "one at a time" };
    let sides = [before.flags, *flags].map(said);
    found.compared(&subject, Rule::EnumFlagsChanged, Impact::Breaking, sides);
    let (old, new) = (before.deprecated.as_deref(), deprecated.as_deref());
    found.deprecation(&subject, [Rule::EnumDeprecated, Rule::EnumUndeprecated], old, new);
    let mut texts = vec![deprecations(old, new)];
    // A list of values has no words of its own, and those of a renamed one follow the name.
    let [listed, lists] = [before, after].map(|item| item.documented_in == EnumOrigin::Property);
    if listed == lists && !(lists && before.name != after.name) {
        texts.push((&*before.description, &**description));
    }
    if old.is_some() == new.is_some() {
        found.words(&subject, Rule::EnumDocsChanged, &texts);
    }
    compare_members(&subject, before, after, found);
}

fn compare_members(owner: &Subject, before: &EnumType, after: &EnumType, found: &mut Found) {
    let key = |member: &Member| member.name.to_ascii_lowercase();
    let mut pairs = pair(&before.members, &after.members, key);
    let mut numbers = Numbers::default();
    pairs.also(
        |member| MemberFacts::of(member, &mut numbers),
        MemberFacts::marks,
        MemberFacts::same,
    );
    for (before, after) in &pairs.both {
        compare_member(owner, before, after, found);
    }
    for member in pairs.removed {
        let subject = member_of(owner, member, Some(&member.origin), None);
        found.removed(&subject, Rule::MemberRemoved, Impact::Breaking, value(member));
    }
    for member in pairs.added {
        let subject = member_of(owner, member, None, Some(&member.origin));
        found.added(&subject, Rule::MemberAdded, Impact::Additive, value(member));
    }
}

/// What tells a member from others of its enum.
struct MemberFacts<'a> {
    member: &'a Member,
    /// The description, if there is one.
    text: Option<u32>,
    words: Telling,
}

impl<'a> MemberFacts<'a> {
    fn of(member: &'a Member, numbers: &mut Numbers) -> Self {
        let text = Some(member.description.as_str()).filter(|text| !text.is_empty());
        Self {
            member,
            text: text.map(|text| numbers.of(text)),
            words: Telling::of(&member.description, &member.name, numbers),
        }
    }

    fn marks(&self, _: Likeness) -> Marks {
        Marks {
            any: self.text.into_iter().chain(self.words.marks()).collect(),
            most: Vec::new(),
        }
    }

    /// Whether two members have the same number, and are described in the same words. The words may be few if there is a
    /// number.
    fn same(&self, other: &Self, _: Likeness) -> bool {
        let value = self.member.value;
        let few = value.is_some() && self.text.is_some() && self.text == other.text;
        value == other.member.value && (few || self.words.is_same(&other.words))
    }
}

fn compare_member(owner: &Subject, before: &Member, after: &Member, found: &mut Found) {
    let Member {
        name,
        value: _,
        description,
        deprecated,
        origin,
    } = after;
    let subject = member_of(owner, after, Some(&before.origin), Some(origin));
    let told = found.changes.len();
    found.renamed(&subject, Rule::MemberRenamed, &before.name, name);
    // The wire has names; the number is in the documentation alone.
    let numbers = [value(before), value(after)];
    found.compared(&subject, Rule::MemberValueChanged, Impact::Docs, numbers);
    let (old, new) = (before.deprecated.as_deref(), deprecated.as_deref());
    found.deprecation(&subject, [Rule::MemberDeprecated, Rule::MemberUndeprecated], old, new);
    let texts = [(&*before.description, &**description), deprecations(old, new)];
    if found.changes.len() == told {
        found.words(&subject, Rule::MemberDocsChanged, &texts);
    }
}
