//! Enums and their members.

use super::context::Context;
use super::hierarchy::key;
use super::pair::{Pairs, pair};
use super::rename::same_words;
use super::subject::{Found, Subject, deprecations};
use super::{Impact, Kind, Rule, areas};
use crate::model::{EnumType, Member, Origin};
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
    let names = |list: &[&EnumType]| list.iter().map(|item| key(&item.name)).collect::<BTreeSet<_>>();
    for (pairs, other, is_listed) in [(described, listed, false), (listed, described, true)] {
        for (before, after) in &pairs.both {
            compare_pair(before, after, context, found);
        }
        // A list of values that has got a description under the same name is still the same enum in the emitted crate.
        let (gone, come) = (names(&other.removed), names(&other.added));
        for item in &pairs.removed {
            removed(item, is_listed, come.contains(&key(&item.name)), found);
        }
        for item in &pairs.added {
            added(item, is_listed, gone.contains(&key(&item.name)), found);
        }
    }
}

fn removed(item: &EnumType, is_listed: bool, stays: bool, found: &mut Found) {
    let subject = subject(item).at(Some(&item.origin), None);
    let rule = if is_listed {
        Rule::ValuesRemoved
    } else {
        Rule::EnumRemoved
    };
    let impact = if stays { Impact::Docs } else { Impact::Breaking };
    if is_listed && stays {
        return;
    }
    // The change of the property says so.
    let subject = if is_listed && found.is_told(&item.name) {
        subject.implied()
    } else {
        subject
    };
    found.removed(&subject, rule, impact, None);
    for member in &item.members {
        let subject = member_of(&subject, member, Some(&member.origin), None).implied();
        found.removed(&subject, Rule::MemberRemoved, impact, value(member));
    }
}

fn added(item: &EnumType, is_listed: bool, was: bool, found: &mut Found) {
    let subject = subject(item).at(None, Some(&item.origin));
    let rule = if is_listed { Rule::ValuesAdded } else { Rule::EnumAdded };
    let impact = if was { Impact::Docs } else { Impact::Additive };
    if is_listed && was {
        return;
    }
    let subject = if is_listed && found.is_told(&item.name) {
        subject.implied()
    } else {
        subject
    };
    found.added(&subject, rule, impact, None);
    for member in &item.members {
        let subject = member_of(&subject, member, None, Some(&member.origin)).implied();
        found.added(&subject, Rule::MemberAdded, impact, value(member));
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
    let texts = [(&*before.description, &**description), deprecations(old, new)];
    if old.is_some() == new.is_some() {
        found.words(&subject, Rule::EnumDocsChanged, &texts);
    }
    compare_members(&subject, before, after, found);
}

fn compare_members(owner: &Subject, before: &EnumType, after: &EnumType, found: &mut Found) {
    let key = |member: &Member| member.name.to_ascii_lowercase();
    let mut pairs = pair(&before.members, &after.members, key);
    pairs.also(same_member);
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

/// Whether two members have the same number, and are described in the same words. The words may be few if there is a number.
fn same_member(before: &Member, after: &Member) -> bool {
    let few = before.value.is_some() && !before.description.is_empty() && before.description == after.description;
    let same = || same_words(&before.description, &before.name, &after.description, &after.name);
    before.value == after.value && (few || same())
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
