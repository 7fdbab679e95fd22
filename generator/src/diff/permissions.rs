//! Permissions: the least privileged alternative is what a program needs.

use super::subject::{Found, Subject};
use super::{Impact, Kind, Rule, routes};
use crate::model::{Alternative, Operation, Origin, Permissions, Rank, RouteId, Scheme, Support};
use std::collections::BTreeSet;

/// The permissions of an operation.
pub(super) fn compare(owner: &Subject, before: &Operation, after: &Operation, found: &mut Found) {
    let (old, new) = (&before.permissions, &after.permissions);
    let elsewhere: Vec<&Permissions> = after.route_permissions.iter().collect();
    let subject = |name: &str, old: Option<&Permissions>, new: Option<&Permissions>| {
        let place =
            |group: Option<&Permissions>, page: &Origin| group.map_or(page.clone(), |group| group.origin.clone());
        let (old, new) = (place(old, &before.origin), place(new, &after.origin));
        owner.part(Kind::Permission, name).at(Some(&old), Some(&new))
    };
    if old.is_empty() != new.is_empty() {
        let subject = subject("permissions", old.first(), new.first());
        let all = |groups: &[Permissions]| (!groups.is_empty()).then(|| summary(groups));
        found.changed(&subject, Rule::PermissionsDocumented, Impact::Docs, all(old), all(new));
        return;
    }
    let labels = |groups: &[Permissions]| groups.iter().map(|group| group.label.clone()).collect::<Vec<_>>();
    if labels(old) == labels(new) {
        for (old, new) in old.iter().zip(new) {
            let label = new.label.clone().unwrap_or_default();
            compare_groups(
                &[old],
                &[new],
                &elsewhere,
                &label,
                |name| subject(name, Some(old), Some(new)),
                found,
            );
            compare_texts(
                &subject(name_of("permissions", &label).as_str(), Some(old), Some(new)),
                [before, after],
                old,
                new,
                found,
            );
        }
        return;
    }
    let (old_all, new_all): (Vec<_>, Vec<_>) = (old.iter().collect(), new.iter().collect());
    let told = found.changes.len();
    compare_groups(
        &old_all,
        &new_all,
        &elsewhere,
        "",
        |name| subject(name, old.first(), new.first()),
        found,
    );
    let subject = subject("permissions", old.first(), new.first());
    // The same tables say which permissions have changed.
    let subject = if found.changes.len() > told {
        subject.implied()
    } else {
        subject
    };
    found.changed(
        &subject,
        Rule::PermissionGroupsChanged,
        Impact::Docs,
        summary(old),
        summary(new),
    );
}

/// What is said about a group besides its scopes.
fn compare_texts(subject: &Subject, pages: [&Operation; 2], old: &Permissions, new: &Permissions, found: &mut Found) {
    let Permissions {
        label: _,
        delegated_work: _,
        delegated_personal: _,
        application: _,
        routes: _,
        notes,
        notes_origin,
        // They stand in the notes too.
        roles: _,
        // The operation's own groups have none.
        pages: _,
        origin: _,
    } = new;
    let sides = routes_of(pages, [old, new]);
    found.compared(subject, Rule::PermissionGroupsChanged, Impact::Docs, sides);
    let own = |list: &[String], other: &[String]| {
        let own = list.iter().filter(|note| !other.contains(note));
        // The mark of a list says nothing about the item that is new.
        let own = own.map(|note| note.strip_prefix("- ").unwrap_or(note));
        own.collect::<Vec<_>>().join("\n")
    };
    let mut texts = [own(&old.notes, notes), own(notes, &old.notes)];
    if old.notes != *notes && texts.iter().all(String::is_empty) {
        texts = [old.notes.join("\n"), notes.join("\n")];
    }
    let [gone, come] = &texts;
    let subject = subject.at_same_file(old.notes_origin.as_ref(), notes_origin.as_ref());
    found.words(&subject, Rule::PermissionDocsChanged, &[(gone, come)]);
}

/// Compares the alternatives of each way to sign in; several groups count as one. `elsewhere` is what all pages about the same
/// calls name now: a page can be parted, and what it leaves to others is not gone.
fn compare_groups(
    before: &[&Permissions],
    after: &[&Permissions],
    elsewhere: &[&Permissions],
    label: &str,
    subject: impl Fn(&str) -> Subject,
    found: &mut Found,
) {
    for scheme in Scheme::ALL {
        let (old, new) = (alternatives(before, scheme), alternatives(after, scheme));
        let subject = subject(&name_of(word(scheme), label));
        let (was_said, is_said) = (is_stated(before, scheme), is_stated(after, scheme));
        if was_said != is_said {
            let say = |said: bool, list: &[&Alternative]| said.then(|| supported(list));
            let (old, new) = (say(was_said, &old), say(is_said, &new));
            found.changed(&subject, Rule::PermissionsDocumented, Impact::Docs, old, new);
            continue;
        }
        let others = alternatives(elsewhere, scheme);
        let is_parted = !old.is_empty() && old.iter().all(|own| has(&others, own));
        match (old.is_empty(), new.is_empty()) {
            (true, true) => {}
            _ if is_parted && old.iter().any(|own| !has(&new, own)) => {
                let rule = Rule::PermissionGroupsChanged;
                found.changed(&subject, rule, Impact::Docs, supported(&old), supported(&new));
            }
            (true, false) => found.added(&subject, Rule::PermissionsSupported, Impact::Additive, text(&new)),
            (false, true) => found.removed(&subject, Rule::PermissionsUnsupported, Impact::Breaking, text(&old)),
            (false, false) if is_same(&old, &new) => {
                let (old, new) = (ranks(&old), ranks(&new));
                found.words(&subject, Rule::PermissionDocsChanged, &[(&old, &new)]);
            }
            (false, false) => {
                let (rule, impact) = verdict(&old, &new);
                found.changed(&subject, rule, impact, text(&old), text(&new));
            }
        }
    }
}

/// The same scopes in the same order. Capitals do not matter: a token has the scope in any of them.
fn is_same(old: &[&Alternative], new: &[&Alternative]) -> bool {
    let mut pairs = old.iter().zip(new);
    old.len() == new.len() && pairs.all(|(old, new)| same_scopes(&old.scopes, &new.scopes))
}

fn same_scopes(old: &[String], new: &[String]) -> bool {
    let mut pairs = old.iter().zip(new);
    old.len() == new.len() && pairs.all(|(old, new)| old.eq_ignore_ascii_case(new))
}

/// What the pages say about the order, for a list whose scopes are the same on both sides.
fn ranks(alternatives: &[&Alternative]) -> String {
    let one = |alternative: &&Alternative| {
        let rank = match alternative.rank {
            Rank::Least => " (least privileged)",
            Rank::Higher => " (higher privileged)",
            Rank::Unranked => "",
            Rank::ResourceSpecific => " (resource-specific)",
            Rank::Compatibility => " (for compatibility)",
        };
        words(alternative) + rank
    };
    alternatives.iter().map(one).collect::<Vec<_>>().join(", ")
}

/// Whether the pages say anything about a way to sign in.
fn is_stated(groups: &[&Permissions], scheme: Scheme) -> bool {
    groups.iter().any(|group| *group.scheme(scheme) != Support::Unstated)
}

fn supported(alternatives: &[&Alternative]) -> String {
    if alternatives.is_empty() {
        "not supported".to_owned()
    } else {
        text(alternatives)
    }
}

/// A program that holds the least privileged permission is the one that a change hits first.
fn verdict(old: &[&Alternative], new: &[&Alternative]) -> (Rule, Impact) {
    let gone = old.iter().any(|alternative| !has(new, alternative));
    let least_gone = least(old).is_some_and(|least| !has(new, least));
    let come = new.iter().any(|alternative| !has(old, alternative));
    let least_come = least(new).is_some_and(|least| !has(old, least));
    let lower =
        |alternative: &&&Alternative| has(new, alternative) || new.iter().any(|lower| opens_more(alternative, lower));
    // Whoever has several permissions has each of them.
    let is_part = |alternative: &&&Alternative| new.iter().any(|part| holds(alternative, part));
    match (gone, come) {
        (true, true) if old.iter().filter(lower).count() == old.len() => {
            // What a program needs at least is the same, or less.
            let rule = if least_come {
                Rule::PermissionsLessPrivileged
            } else {
                Rule::PermissionsAdded
            };
            (rule, Impact::Additive)
        }
        (true, false) if old.iter().filter(is_part).count() == old.len() => (Rule::PermissionsRemoved, Impact::Docs),
        (true, _) if least_gone && !least_come => (Rule::PermissionsMorePrivileged, Impact::Breaking),
        (true, _) => (Rule::PermissionsRemoved, Impact::Breaking),
        (false, true) if least_come => (Rule::PermissionsLessPrivileged, Impact::Additive),
        (false, true) => (Rule::PermissionsAdded, Impact::Additive),
        (false, false) => (Rule::PermissionsReordered, Impact::Docs),
    }
}

/// Whether all permissions of the second alternative are permissions of the first one.
fn holds(alternative: &Alternative, part: &Alternative) -> bool {
    part.scopes.iter().all(|scope| alternative.scopes.contains(scope))
}

/// Whether whoever has one alternative may do what the other one allows: `Kettle.ReadWrite.All` and `Kettle.Read.All`,
/// `Kettle.ReadWrite.All` and `Kettle.ReadWrite`, `Kettle.Read.All` and `Pot.Read.All` together and one of them.
fn opens_more(higher: &Alternative, lower: &Alternative) -> bool {
    let covers = |scope: &String| higher.scopes.iter().any(|own| is_wider(own, scope));
    higher.scopes != lower.scopes && lower.scopes.iter().all(covers)
}

/// Whether one scope is the other one, or names more rights or more objects.
fn is_wider(wide: &str, scope: &str) -> bool {
    let read = wide.replace(".ReadWrite", ".Read");
    [wide, &read]
        .into_iter()
        .any(|own| own == scope || own.strip_suffix(".All") == Some(scope))
}

/// The one that the page calls the least privileged, else the first.
fn least<'a>(alternatives: &[&'a Alternative]) -> Option<&'a Alternative> {
    alternatives.iter().copied().min_by_key(|alternative| alternative.rank)
}

fn has(alternatives: &[&Alternative], wanted: &Alternative) -> bool {
    alternatives
        .iter()
        .any(|known| same_scopes(&known.scopes, &wanted.scopes))
}

fn alternatives<'a>(groups: &[&'a Permissions], scheme: Scheme) -> Vec<&'a Alternative> {
    let mut all = Vec::new();
    for alternative in groups.iter().flat_map(|group| group.scheme(scheme).alternatives()) {
        if !has(&all, alternative) {
            all.push(alternative);
        }
    }
    all
}

/// The routes that a group is for, as the pages write them. That a route is new or gone is told itself, and so is a group
/// whose routes are all gone.
fn routes_of([before, after]: [&Operation; 2], [old, new]: [&Permissions; 2]) -> [Option<String>; 2] {
    let [had, has] = [before, after].map(|operation| operation.routes.iter().map(routes::key).collect::<BTreeSet<_>>());
    if had == has {
        return [lines(before, &old.routes), lines(after, &new.routes)];
    }
    let common = |operation: &Operation, group: &Permissions, other: &BTreeSet<_>| {
        let own = operation.routes.iter().filter(|route| group.is_for(route.id));
        let common: Vec<RouteId> = own
            .filter(|route| other.contains(&routes::key(route)))
            .map(|route| route.id)
            .collect();
        lines(operation, &common)
    };
    let sides = [common(before, old, &has), common(after, new, &had)];
    if sides.iter().all(Option::is_some) {
        sides
    } else {
        [None, None]
    }
}

fn lines(operation: &Operation, ids: &[RouteId]) -> Option<String> {
    let line = |id: &RouteId| {
        let route = operation.route(*id)?;
        Some(format!("{} {}", route.method, route.path.key().as_str()))
    };
    let lines: BTreeSet<String> = ids.iter().filter_map(line).collect();
    (!lines.is_empty()).then(|| lines.into_iter().collect::<Vec<_>>().join("\n"))
}

fn summary(groups: &[Permissions]) -> String {
    let line = |group: &Permissions| {
        let schemes = Scheme::ALL.map(|scheme| {
            let list: Vec<_> = group.scheme(scheme).alternatives().iter().collect();
            (!list.is_empty()).then(|| format!("{}: {}", word(scheme), text(&list)))
        });
        let list = schemes.into_iter().flatten().collect::<Vec<_>>().join("; ");
        name_of(&list, group.label.as_deref().unwrap_or(""))
    };
    groups.iter().map(line).collect::<Vec<_>>().join("\n")
}

fn name_of(name: &str, label: &str) -> String {
    if label.is_empty() {
        name.to_owned()
    } else {
        format!("{name} ({label})")
    }
}

/// The kind of sign-in that a change of permissions is about; nothing if it is about all of them.
pub(super) fn scheme_of(name: &str) -> Option<Scheme> {
    Scheme::ALL.into_iter().find(|scheme| name.starts_with(word(*scheme)))
}

fn word(scheme: Scheme) -> &'static str {
    match scheme {
        Scheme::DelegatedWork => "delegated, work or school account",
        Scheme::DelegatedPersonal => "delegated, personal account",
        Scheme::Application => "application",
    }
}

/// `A and B`; "none" where a call needs no permission.
fn words(alternative: &Alternative) -> String {
    match alternative.scopes.as_slice() {
        [] => "none".to_owned(),
        scopes => scopes.join(" and "),
    }
}

/// `A, B and C`: the alternatives in order.
fn text(alternatives: &[&Alternative]) -> String {
    alternatives.iter().copied().map(words).collect::<Vec<_>>().join(", ")
}
