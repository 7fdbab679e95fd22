//! Parameters.

use super::context::{Context, same_rust, shown};
use super::facets::Fact;
use super::pair::pair;
use super::rename::same_words;
use super::subject::{Found, Subject, deprecations};
use super::{Impact, Kind, Rule, facets};
use crate::model::{Operation, Parameter, ParameterSection};

/// The parameter tables of an operation.
pub(super) fn compare(
    owner: &Subject,
    before: &Operation,
    after: &Operation,
    context: &Context<'_>,
    found: &mut Found,
) {
    let key = |row: &Parameter| (row.name.to_ascii_lowercase(), row.section);
    let mut pairs = pair(&before.parameters, &after.parameters, key);
    pairs.also(|old, new| {
        old.section == new.section
            && old.type_ref == new.type_ref
            && same_words(&old.description, &old.name, &new.description, &new.name)
    });
    let moved = pair(
        std::mem::take(&mut pairs.removed),
        std::mem::take(&mut pairs.added),
        |row: &Parameter| row.name.to_ascii_lowercase(),
    );
    for (before, after) in pairs.both.iter().chain(&moved.both) {
        compare_pair(owner, before, after, context, found);
    }
    for row in moved.removed {
        let subject = subject(owner, row).at(Some(&row.origin), None);
        found.removed(
            &subject,
            Rule::ParameterRemoved,
            is_field(row, Impact::Breaking),
            shown(&row.type_ref, &row.raw),
        );
    }
    for row in moved.added {
        let subject = subject(owner, row).at(None, Some(&row.origin));
        let duty = if row.facets.required {
            Impact::Breaking
        } else {
            Impact::Additive
        };
        found.added(
            &subject,
            Rule::ParameterAdded,
            is_field(row, duty),
            shown(&row.type_ref, &row.raw),
        );
    }
}

fn subject(owner: &Subject, row: &Parameter) -> Subject {
    owner.part(Kind::Parameter, row.name.clone())
}

/// Body parameters are fields of their own struct. Changes of other parameters are reported with the type whose
/// property they are, or with the route whose placeholder they are.
fn is_field(row: &Parameter, impact: Impact) -> Impact {
    match row.section {
        ParameterSection::Body => impact,
        ParameterSection::Property if impact == Impact::Breaking && row.facets.required => impact,
        ParameterSection::Property => impact.max(Impact::Additive),
        ParameterSection::Function | ParameterSection::Path | ParameterSection::Query => Impact::Docs,
    }
}

fn compare_pair(owner: &Subject, before: &Parameter, after: &Parameter, context: &Context<'_>, found: &mut Found) {
    let Parameter {
        name,
        section,
        type_ref,
        raw,
        enum_values,
        // With the section in [`compare_facts`].
        facets,
        description,
        origin,
    } = after;
    let subject = subject(owner, after).at(Some(&before.origin), Some(origin));
    let told = found.changes.len();
    found.renamed(&subject, Rule::ParameterRenamed, &before.name, name);
    let (old, new) = (shown(&before.type_ref, &before.raw), shown(type_ref, raw));
    let same = type_ref.as_named().is_some() && context.same_type(&before.type_ref, type_ref);
    if old != new && !same {
        let same_rust = same_rust(&before.type_ref, type_ref) || *section != ParameterSection::Body;
        let impact = if same_rust { Impact::Docs } else { Impact::Breaking };
        found.changed(&subject, Rule::ParameterTypeChanged, impact, old, new);
    }
    compare_facts(&subject, before, after, found);
    if found.changes.len() > told {
        return;
    }
    let (old, new) = (before.enum_values.join(", "), enum_values.join(", "));
    let mut texts = vec![(&*before.description, &**description)];
    // The sentences that these are read from are in the description.
    if before.description == *description {
        let deprecations = deprecations(before.facets.deprecated.as_deref(), facets.deprecated.as_deref());
        texts.extend([(&*old, &*new), deprecations]);
    }
    found.words(&subject, Rule::ParameterDocsChanged, &texts);
}

/// What the page states besides the type. "Required" is a change of its own; everything else together is one.
fn compare_facts(subject: &Subject, before: &Parameter, after: &Parameter, found: &mut Found) {
    let is_sent = matches!(after.section, ParameterSection::Body | ParameterSection::Property);
    let facts = facets::compare(&before.facets, &after.facets, is_sent);
    let (required, mut others): (Vec<_>, Vec<_>) = facts
        .into_iter()
        .partition(|fact| fact.rule == Rule::PropertyRequiredChanged);
    for fact in required {
        found.changed(
            subject,
            Rule::ParameterRequiredChanged,
            fact.impact,
            fact.before,
            fact.after,
        );
    }
    others.extend(section(before, after));
    let Some(impact) = others.iter().map(|fact| fact.impact).min() else {
        return;
    };
    let join = |side: fn(&Fact) -> Option<&str>| {
        let texts: Vec<&str> = others.iter().filter_map(side).collect();
        (!texts.is_empty()).then(|| texts.join("; "))
    };
    let (old, new) = (join(|fact| fact.before.as_deref()), join(|fact| fact.after.as_deref()));
    found.changed(subject, Rule::ParameterFactsChanged, impact, old, new);
}

/// Where the parameter goes, if that differs.
fn section(before: &Parameter, after: &Parameter) -> Option<Fact> {
    let impact = match (before.section, after.section) {
        (old, new) if old == new => return None,
        (ParameterSection::Body, _) => Impact::Breaking,
        (_, ParameterSection::Body) => Impact::Additive,
        _ => Impact::Docs,
    };
    let place = |row: &Parameter| Some(format!("in the {:?}", row.section).to_ascii_lowercase());
    Some(Fact {
        rule: Rule::ParameterFactsChanged,
        impact,
        before: place(before),
        after: place(after),
    })
}
