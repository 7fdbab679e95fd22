//! Parameters.

use super::alike::Numbers;
use super::context::{Context, same_rust, shown};
use super::facets::Fact;
use super::fold::{self, Sent};
use super::pair::pair;
use super::subject::{Found, Subject, deprecations};
use super::telling::Telling;
use super::{Impact, Kind, Rule, facets};
use crate::model::{Operation, Parameter, ParameterSection, QueryOption};

/// The parameter tables of an operation. `body_told`: a change says that it sends something else.
pub(super) fn compare(
    owner: &Subject,
    [before, after]: [&Operation; 2],
    body_told: bool,
    context: &Context<'_>,
    found: &mut Found,
) {
    let key = |row: &Parameter| (row.name.to_ascii_lowercase(), row.section);
    let mut pairs = pair(&before.parameters, &after.parameters, key);
    let mut numbers = Numbers::default();
    pairs.also(
        |row| (row, Telling::of(&row.description, &row.name, &mut numbers)),
        |(_, words), likeness| words.shared(likeness),
        |(old, words), (new, other), likeness| {
            old.section == new.section && old.type_ref == new.type_ref && words.is_like(other, likeness)
        },
    );
    let moved = pair(
        std::mem::take(&mut pairs.removed),
        std::mem::take(&mut pairs.added),
        |row: &Parameter| row.name.to_ascii_lowercase(),
    );
    let has_fields = |operation: &Operation| operation.parameters.iter().any(is_body);
    let rows = Rows {
        sent: Sent::by([before, after], context),
        body_told,
        whole: body_told && has_fields(before) != has_fields(after),
        options: [before, after].map(|operation| operation.query_options.as_slice()),
        context,
    };
    for (before, after) in pairs.both.iter().chain(&moved.both) {
        rows.compare(owner, before, after, found);
    }
    for row in moved.removed {
        let subject = rows.subject(owner, row).at(Some(&row.origin), None);
        let impact = is_field(row, Impact::Breaking);
        found.removed(&subject, Rule::ParameterRemoved, impact, shown(&row.type_ref, &row.raw));
    }
    for row in moved.added {
        let subject = rows.subject(owner, row).at(None, Some(&row.origin));
        let is_sent = matches!(row.section, ParameterSection::Body | ParameterSection::Property);
        let impact = if is_sent && row.facets.required && !rows.sent.was_required(row) {
            Impact::Breaking
        } else {
            is_field(row, Impact::Additive)
        };
        found.added(&subject, Rule::ParameterAdded, impact, shown(&row.type_ref, &row.raw));
    }
}

/// What is known about the tables of an operation.
struct Rows<'c> {
    sent: Sent<'c>,
    body_told: bool,
    /// All fields of the body come or go with it.
    whole: bool,
    /// The query options of both sides.
    options: [&'c [QueryOption]; 2],
    context: &'c Context<'c>,
}

fn is_body(row: &Parameter) -> bool {
    row.section == ParameterSection::Body
}

fn subject(owner: &Subject, row: &Parameter) -> Subject {
    owner.part(Kind::Parameter, row.name.clone())
}

/// Body parameters are fields of their own struct. Changes of other parameters are reported with the type whose
/// property they are, or with the route whose placeholder they are.
fn is_field(row: &Parameter, impact: Impact) -> Impact {
    match row.section {
        ParameterSection::Body => impact,
        ParameterSection::Property | ParameterSection::Function | ParameterSection::Path | ParameterSection::Query => {
            Impact::Docs
        }
    }
}

impl Rows<'_> {
    /// A row that is new or gone. It follows from the change of a property or a query option that is new or gone, or from
    /// that of the body.
    fn subject(&self, owner: &Subject, row: &Parameter) -> Subject {
        let subject = subject(owner, row);
        let follows = if fold::is_row(row) {
            self.body_told || self.sent.comes_or_goes(&row.name)
        } else {
            self.whole && is_body(row)
        };
        if follows || self.is_option(row) {
            subject.implied()
        } else {
            subject
        }
    }

    /// Whether a query option is told that the row is about.
    fn is_option(&self, row: &Parameter) -> bool {
        let has = |list: &&[QueryOption]| list.iter().any(|option| option.0.eq_ignore_ascii_case(&row.name));
        let [had, has] = self.options.each_ref().map(has);
        row.section == ParameterSection::Query && had != has
    }

    fn compare(&self, owner: &Subject, before: &Parameter, after: &Parameter, found: &mut Found) {
        let Parameter {
            name,
            listed,
            section,
            type_ref,
            raw,
            enum_values,
            // With the section in [`Rows::facts`].
            facets,
            description,
            origin,
        } = after;
        let subject = subject(owner, after).at(Some(&before.origin), Some(origin));
        let told = found.changes.len();
        if !self.is_told(after, RENAMED, [Some(&before.name), Some(name)]) {
            let rows = [(&before.listed, &before.name), (listed, name)];
            let [old, new] = rows.map(|(listed, name)| listed.as_deref().unwrap_or(name));
            if old == new {
                // The examples spell it otherwise now.
                found.compared(
                    &subject,
                    Rule::ParameterSpellingChanged,
                    Impact::Docs,
                    [before.name.as_str(), name],
                );
            } else {
                found.renamed(&subject, Rule::ParameterRenamed, &before.name, name);
            }
        }
        let (old, new) = (shown(&before.type_ref, &before.raw), shown(type_ref, raw));
        let same = type_ref.as_named().is_some() && self.context.same_type(&before.type_ref, type_ref);
        if old != new && !same && !self.is_told(after, RETYPED, [Some(&old), Some(&new)]) {
            let same_rust = same_rust(&before.type_ref, type_ref) || *section != ParameterSection::Body;
            let impact = if same_rust { Impact::Docs } else { Impact::Breaking };
            found.changed(&subject, Rule::ParameterTypeChanged, impact, old, new);
        }
        self.facts(&subject, before, after, found);
        let same = before.description == *description && before.enum_values == *enum_values;
        let is_told = found.changes.len() > told || same && before.facets.deprecated == facets.deprecated;
        if is_told || self.sent.has_words(before, after) {
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

    /// Whether a change of the property says the same.
    fn is_told(&self, row: &Parameter, rules: &[Rule], values: [Option<&str>; 2]) -> bool {
        fold::is_row(row) && self.sent.is_told(&row.name, rules, values)
    }

    /// What the page states besides the type. "Required" is a change of its own; everything else together is one.
    fn facts(&self, subject: &Subject, before: &Parameter, after: &Parameter, found: &mut Found) {
        let is_sent = matches!(after.section, ParameterSection::Body | ParameterSection::Property);
        let facts = facets::compare(&before.facets, &after.facets, is_sent).into_iter();
        let facts = facts.filter(|fact| {
            let values = [fact.before.as_deref(), fact.after.as_deref()];
            !self.is_told(after, &[fact.rule], values)
        });
        let facts = facts.map(|fact| {
            let known = self.sent.knows(after, fact.rule);
            let impact = if known { Impact::Docs } else { fact.impact };
            Fact { impact, ..fact }
        });
        let (required, mut others): (Vec<_>, Vec<_>) =
            facts.partition(|fact| fact.rule == Rule::PropertyRequiredChanged);
        for fact in required {
            let rule = Rule::ParameterRequiredChanged;
            found.changed(subject, rule, fact.impact, fact.before, fact.after);
        }
        others.extend(section(before, after).filter(|_| !self.body_told));
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
}

const RENAMED: &[Rule] = &[
    Rule::PropertyRenamed,
    Rule::RelationshipRenamed,
    Rule::PropertySpellingChanged,
];
const RETYPED: &[Rule] = &[Rule::PropertyTypeChanged, Rule::RelationshipTypeChanged];

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
