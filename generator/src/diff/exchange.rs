//! The conditions of a call: clouds, query options, headers; and examples.

use super::context::Context;
use super::pair::pair;
use super::subject::{Found, Subject};
use super::{Impact, Kind, Place, Rule};
use crate::model::{CloudAvailability, Example, Header, Operation, QueryOption};

/// Compares them; `told` is how many changes there were before the operation was compared.
pub(super) fn compare(
    owner: &Subject,
    [before, after]: [&Operation; 2],
    told: usize,
    context: &Context<'_>,
    found: &mut Found,
) {
    let stated = owner.at_same_file(before.clouds_origin.as_ref(), after.clouds_origin.as_ref());
    clouds(&stated, before.clouds, after.clouds, found);
    query_options(owner, [before, after], told, found);
    headers(owner, before, after, found);
    // What else has changed is why the examples have.
    if found.changes.len() == told {
        // So is a property that only they show.
        let shows = [before, after]
            .iter()
            .any(|page| context.told.has_file(&page.origin.file));
        let owner = if shows { owner.clone().implied() } else { owner.clone() };
        examples(&owner, &before.examples, &after.examples, context, found);
    }
}

fn clouds(owner: &Subject, before: Option<CloudAvailability>, after: Option<CloudAvailability>, found: &mut Found) {
    let (Some(old), Some(new)) = (before, after) else {
        let list = |clouds: Option<CloudAvailability>| clouds.map(|clouds| clouds.to_string());
        let subject = owner.part(Kind::Cloud, "clouds");
        return found.compared(
            &subject,
            Rule::CloudsDocumented,
            Impact::Docs,
            [before, after].map(list),
        );
    };
    let clouds = || old.named().into_iter().zip(new.named());
    let list = |come: bool| {
        let names = clouds().filter(move |((_, was), (_, is))| was != is && *is == come);
        names.map(|((name, _), _)| name).collect::<Vec<_>>().join(", ")
    };
    let (come, gone) = (list(true), list(false));
    if !come.is_empty() {
        found.added(&owner.part(Kind::Cloud, come), Rule::CloudAdded, Impact::Additive, None);
    }
    if !gone.is_empty() {
        found.removed(
            &owner.part(Kind::Cloud, gone),
            Rule::CloudRemoved,
            Impact::Breaking,
            None,
        );
    }
}

fn query_options(owner: &Subject, [before, after]: [&Operation; 2], told: usize, found: &mut Found) {
    let key = |option: &QueryOption| option.0.clone();
    let pairs = pair(&before.query_options, &after.query_options, key);
    // The row of a parameter that is sent elsewhere now says it.
    let own = found.changes.iter().skip(told);
    let moved = own.filter(|change| change.rule == Rule::ParameterFactsChanged);
    let moved: Vec<String> = moved.map(|change| change.name.to_ascii_lowercase()).collect();
    let subject = |option: &QueryOption| {
        let subject = placed(owner.part(Kind::QueryOption, option.0.clone()), before, after);
        if moved.contains(&option.0.to_ascii_lowercase()) {
            subject.implied()
        } else {
            subject
        }
    };
    for option in pairs.removed {
        found.removed(&subject(option), Rule::QueryOptionRemoved, Impact::Breaking, None);
    }
    for option in pairs.added {
        found.added(&subject(option), Rule::QueryOptionAdded, Impact::Additive, None);
    }
}

/// The item at the lines that name it.
fn placed(subject: Subject, before: &Operation, after: &Operation) -> Subject {
    let place = |operation: &Operation, page: Option<Place>| {
        let mut origins = operation.origins.iter();
        let own = origins.find(|(name, _)| name.eq_ignore_ascii_case(&subject.name));
        own.map(|(_, origin)| Place::from(origin)).or(page)
    };
    Subject {
        before: place(before, subject.before.clone()),
        after: place(after, subject.after.clone()),
        ..subject
    }
}

fn headers(owner: &Subject, before: &Operation, after: &Operation, found: &mut Found) {
    let key = |header: &Header| header.name.to_ascii_lowercase();
    let pairs = pair(&before.headers, &after.headers, key);
    let subject = |header: &Header| placed(owner.part(Kind::Header, header.name.clone()), before, after);
    for (old, new) in pairs.both {
        let Header {
            name,
            value,
            required,
            description,
        } = new;
        let same = (&old.value, old.required) == (value, *required);
        if same {
            let texts = [(&*old.name, &**name), (&old.description, description)];
            found.words(&subject(new), Rule::HeaderDocsChanged, &texts);
        } else {
            let impact = impact(old.is_parameter() || new.is_parameter(), Impact::Docs);
            found.changed(&subject(new), Rule::HeaderChanged, impact, stated(old), stated(new));
        }
    }
    for header in pairs.removed {
        let impact = impact(header.is_parameter(), Impact::Docs);
        found.removed(
            &subject(header),
            Rule::HeaderRemoved,
            impact,
            header.description.clone(),
        );
    }
    for header in pairs.added {
        let otherwise = if header.is_of_the_client() {
            Impact::Docs
        } else {
            Impact::Additive
        };
        let impact = impact(header.is_parameter(), otherwise);
        found.added(&subject(header), Rule::HeaderAdded, impact, header.description.clone());
    }
}

/// A header that callers pass is a parameter of the emitted function.
fn impact(is_parameter: bool, otherwise: Impact) -> Impact {
    if is_parameter { Impact::Breaking } else { otherwise }
}

/// `required, eventual`.
fn stated(header: &Header) -> String {
    let required = if header.required { "required" } else { "optional" };
    match &header.value {
        Some(value) => format!("{required}, {value}"),
        None => required.to_owned(),
    }
}

/// Examples are documentation, not emitted code, so a change of their text is told as one difference. What they say about a
/// response is already decided in the model.
fn examples(owner: &Subject, before: &[Example], after: &[Example], context: &Context<'_>, found: &mut Found) {
    let (old, new) = (texts(before), texts(after));
    if old == new {
        return;
    }
    let mut old: Vec<String> = old.iter().map(|text| context.with_new_names(text)).collect();
    old.sort();
    if old != new {
        let gone = old.iter().filter(|text| !new.contains(text)).count();
        let come = new.iter().filter(|text| !old.contains(text)).count();
        let old = format!("{} ({gone} gone)", before.len());
        let new = format!("{} ({come} new)", after.len());
        found.changed(owner, Rule::ExamplesChanged, Impact::Docs, old, new);
    }
}

fn texts(examples: &[Example]) -> Vec<String> {
    let text = |example: &Example| {
        let Example {
            kind,
            // A heading's number is no fact about the call.
            name: _,
            method,
            line,
            status,
            type_ref,
            truncated,
            headers,
            body,
            json,
            origin: _,
        } = example;
        format!("{kind:?} {method:?} {line:?} {status:?} {type_ref} {truncated} {headers:?} {json}\n{body}")
    };
    let mut texts: Vec<String> = examples.iter().map(text).collect();
    texts.sort();
    texts
}
