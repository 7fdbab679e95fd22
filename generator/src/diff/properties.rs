//! Properties and relationships.

use super::alike::Numbers;
use super::context::{Context, same_rust, shown};
use super::hierarchy::key;
use super::listing::same_but_for_lists;
use super::pair::pair;
use super::rename::PropertyFacts;
use super::subject::{Found, Subject, deprecations};
use super::{Impact, Kind, Rule, areas, facets};
use crate::model::{Area, Property, PropertySection, StructuredType};

/// Properties that are gone.
pub(super) fn removed<'a>(owner: &Subject, rows: impl IntoIterator<Item = &'a Property>, found: &mut Found) {
    for property in rows {
        let subject = subject(owner, property).at(Some(&property.origin), None);
        let subject = with_values(subject, [Some(property), None], found);
        let rule = rule(property, Rule::PropertyRemoved, Rule::RelationshipRemoved);
        found.removed(&subject, rule, Impact::Breaking, said(property));
    }
}

/// New properties: their type is new, or the area had no page about the type.
pub(super) fn added<'a>(owner: &Subject, rows: impl IntoIterator<Item = &'a Property>, found: &mut Found) {
    for property in rows {
        let subject = subject(owner, property).at(None, Some(&property.origin));
        let subject = with_values(subject, [None, Some(property)], found);
        let rule = rule(property, Rule::PropertyAdded, Rule::RelationshipAdded);
        found.added(&subject, rule, Impact::Additive, said(property));
    }
}

/// The properties of a type that both sides have.
pub(super) fn compare(
    owner: &Subject,
    before: &StructuredType,
    after: &StructuredType,
    context: &Context<'_>,
    found: &mut Found,
) {
    let key = |property: &Property| property.name.to_ascii_lowercase();
    let mut pairs = pair(&before.properties, &after.properties, key);
    let mut numbers = Numbers::default();
    pairs.also(
        |row| PropertyFacts::of(row, context, &mut numbers),
        PropertyFacts::marks,
        |before, after, likeness| before.same(after, likeness, context),
    );
    let sent = context.after.is_sent(&after.name);
    let owners = [before, after];
    let common = before.areas().filter(|area| after.areas().any(|other| other == *area));
    let common: Vec<&Area> = common.collect();
    for (before, after) in &pairs.both {
        let mut subject = subject(owner, after).at(Some(&before.origin), Some(&after.origin));
        let enums = [before.values_enum.as_ref(), after.values_enum.as_ref()];
        subject.values = enums.into_iter().flatten().map(ToString::to_string).collect();
        compare_pair(&subject, before, after, sent, context, found);
        compare_areas(&subject, [(before, owners[0]), (after, owners[1])], &common, found);
    }
    let bases = Bases {
        before: context.before.inherited(before),
        after: context.after.inherited(after),
    };
    let (moved, gone): (Vec<_>, Vec<_>) = (pairs.removed.into_iter()).partition(|row| bases.have_now(row));
    removed(owner, gone, found);
    for property in moved {
        let subject = subject(owner, property).at(Some(&property.origin), None).implied();
        let rule = rule(property, Rule::PropertyRemoved, Rule::RelationshipRemoved);
        found.removed(&subject, rule, Impact::Docs, said(property));
    }
    for property in pairs.added {
        let subject = subject(owner, property).at(None, Some(&property.origin));
        let subject = if bases.had(property) {
            subject.implied()
        } else {
            subject
        };
        let subject = with_values(subject, [None, Some(property)], found);
        let rule = rule(property, Rule::PropertyAdded, Rule::RelationshipAdded);
        // Callers that create or update such a value do not send what is required now.
        let needed = property.facets.required && property.facets.default_value.is_none();
        let impact = if subject.implied {
            Impact::Docs
        } else if sent && needed {
            Impact::Breaking
        } else {
            Impact::Additive
        };
        let duty = if impact == Impact::Breaking { ", required" } else { "" };
        found.added(&subject, rule, impact, said(property) + duty);
    }
}

/// Compares the areas that have a property, among those that the type had and still has; but all of them are shown.
fn compare_areas(subject: &Subject, sides: [(&Property, &StructuredType); 2], common: &[&Area], found: &mut Found) {
    let [old, new] = sides.map(|(property, _)| {
        let has = |area: &&&Area| property.areas.is_empty() || property.areas.contains(**area);
        common.iter().filter(has).collect::<Vec<_>>()
    });
    if old == new {
        return;
    }
    let [old, new] = sides.map(|(property, owner)| {
        let has = |area: &&Area| property.areas.is_empty() || property.areas.contains(*area);
        areas::list(&owner.areas().filter(has).collect())
    });
    found.changed(subject, Rule::PropertyAreaChanged, Impact::Breaking, old, new);
}

/// What a type inherits on both sides. A property that moves to the base, or from it, is told with the base.
struct Bases<'a> {
    before: Vec<&'a Property>,
    after: Vec<&'a Property>,
}

impl Bases<'_> {
    fn have_now(&self, row: &Property) -> bool {
        is_from(row, &self.after, &self.before)
    }

    fn had(&self, row: &Property) -> bool {
        is_from(row, &self.before, &self.after)
    }
}

/// Whether a row stands in one list and not in the other.
fn is_from(row: &Property, list: &[&Property], other: &[&Property]) -> bool {
    let is_named = |property: &&&Property| property.name.eq_ignore_ascii_case(&row.name);
    let same = list.iter().find(is_named);
    same.is_some_and(|property| property.type_ref == row.type_ref) && !other.iter().any(|property| is_named(&property))
}

fn compare_pair(
    subject: &Subject,
    before: &Property,
    after: &Property,
    sent: bool,
    context: &Context<'_>,
    found: &mut Found,
) {
    let Property {
        name,
        // With the name in [`compare_names`].
        listed: _,
        section,
        // With the raw text and the values in [`compare_types`].
        type_ref: _,
        // Only read where it could not be understood: the same type is written in many ways.
        raw: _,
        inherited_from,
        enum_values,
        values_enum: _,
        // How the list was completed; the members are compared with all enums.
        sentinel_added: _,
        // Compared for those areas that the type had and still has.
        areas: _,
        facets,
        description,
        origin: _,
    } = after;
    let told = found.changes.len();
    compare_names(subject, before, after, found);
    let navigates = |is: bool| if is { "relationship" } else { "property" };
    let sides = [before.section, *section].map(|section| navigates(section.is_navigation()));
    found.compared(subject, Rule::PropertySectionChanged, Impact::Breaking, sides);
    if compare_types(subject, before, after, context, found) {
        compare_values(subject, before, after, context, found);
    }
    let has_row = [before, after].map(|property| is_in_table(property.section));
    if has_row[0] != has_row[1] && found.changes.len() > told {
        // What the row says comes and goes with it.
        return;
    }
    let required_on_create = context
        .required_on_create
        .contains(&(subject.target.to_ascii_lowercase(), name.to_ascii_lowercase()));
    for fact in facets::compare(&before.facets, facets, sent) {
        // What the first row of a property says may be as old as the property.
        let was = required_on_create && fact.rule == Rule::PropertyRequiredChanged || has_row[0] != has_row[1];
        let impact = if was { Impact::Docs } else { fact.impact };
        found.changed(subject, fact.rule, impact, fact.before, fact.after);
    }
    if found.changes.len() > told {
        // Another text is part of what is told already.
        return;
    }
    let (inherited, values) = (before.inherited_from.as_deref(), before.enum_values.join(", "));
    let deprecations = deprecations(before.facets.deprecated.as_deref(), facets.deprecated.as_deref());
    let new_values = enum_values.join(", ");
    let lists = || before.enum_values == *enum_values || context.tells_values(before, after);
    let same = before.description != *description
        && lists()
        && same_but_for_lists([&before.description, description], [&before.enum_values, enum_values]);
    let mut texts = vec![(&*before.description, &**description)];
    texts.retain(|_| !same);
    // The sentences that these are read from are in the description.
    if before.description == *description {
        texts.extend([
            (inherited.unwrap_or(""), inherited_from.as_deref().unwrap_or("")),
            deprecations,
        ]);
        texts.extend(after.values_enum.is_none().then_some((&*values, &*new_values)));
    }
    found.words(subject, Rule::PropertyDocsChanged, &texts);
}

/// A row with another name is another property, or the property has another name. Examples and routes show only how a name
/// is spelled: what they spell otherwise now, while the row is the same, is the same property.
fn compare_names(subject: &Subject, before: &Property, after: &Property, found: &mut Found) {
    let listed = [before, after].map(|property| {
        let in_table = is_in_table(property.section);
        in_table.then(|| property.listed.as_deref().unwrap_or(&property.name))
    });
    let [old, new] = listed;
    if old == new && before.name.eq_ignore_ascii_case(&after.name) {
        let names = [before.name.as_str(), &after.name];
        found.compared(subject, Rule::PropertySpellingChanged, Impact::Docs, names);
    } else {
        let rule = rule(after, Rule::PropertyRenamed, Rule::RelationshipRenamed);
        found.renamed(subject, rule, &before.name, &after.name);
    }
}

/// Whether a table lists the property: a row says more than an example or a route.
fn is_in_table(section: PropertySection) -> bool {
    matches!(section, PropertySection::Properties | PropertySection::Relationships)
}

/// Whether the types are the same; reports it if not.
fn compare_types(
    subject: &Subject,
    before: &Property,
    after: &Property,
    context: &Context<'_>,
    found: &mut Found,
) -> bool {
    let (old, new) = (type_of(before), type_of(after));
    if old == new || context.same_type(&before.type_ref, &after.type_ref) && after.type_ref.as_named().is_some() {
        return true;
    }
    let same_rust = same_rust(&before.type_ref, &after.type_ref) && before.values_enum == after.values_enum;
    let impact = if same_rust { Impact::Docs } else { Impact::Breaking };
    if before.values_enum != after.values_enum {
        found.tell_values([before.values_enum.as_ref(), after.values_enum.as_ref()]);
    }
    let rule = rule(after, Rule::PropertyTypeChanged, Rule::RelationshipTypeChanged);
    // A property with another name is told with its items, which have the other type.
    let is_renamed = !before.name.eq_ignore_ascii_case(&after.name);
    let subject = if is_renamed {
        subject.clone().implied()
    } else {
        subject.clone()
    };
    found.changed(&subject, rule, impact, old, new);
    false
}

/// The values of a string property are an enum in the emitted crate, and its members are compared with those of all
/// enums. This compares only whether there are values, and the name of the enum.
fn compare_values(subject: &Subject, before: &Property, after: &Property, context: &Context<'_>, found: &mut Found) {
    let (old, new) = (before.values_enum.as_ref(), after.values_enum.as_ref());
    // The name follows the type's, and so do its capitals.
    let same = old.zip(new).is_some_and(|(old, new)| key(old) == key(new));
    if !same && !context.same_name(old, new) {
        let (old, new) = (old.map(ToString::to_string), new.map(ToString::to_string));
        found.changed(subject, Rule::PropertyValuesChanged, Impact::Breaking, old, new);
        found.tell_values([before.values_enum.as_ref(), after.values_enum.as_ref()]);
    }
}

/// The enum of the values of a property comes and goes with it.
fn with_values(subject: Subject, sides: [Option<&Property>; 2], found: &mut Found) -> Subject {
    let enums = sides.map(|property| property.and_then(|property| property.values_enum.as_ref()));
    found.tell_values(enums);
    Subject {
        values: enums.into_iter().flatten().map(ToString::to_string).collect(),
        ..subject
    }
}

fn subject(owner: &Subject, property: &Property) -> Subject {
    let kind = if property.section.is_navigation() {
        Kind::Relationship
    } else {
        Kind::Property
    };
    owner.part(kind, property.name.clone())
}

fn rule(property: &Property, structural: Rule, navigation: Rule) -> Rule {
    if property.section.is_navigation() {
        navigation
    } else {
        structural
    }
}

fn type_of(property: &Property) -> String {
    shown(&property.type_ref, &property.raw)
}

/// The type, and whether the property itself is guessed because no table lists it.
fn said(property: &Property) -> String {
    match property.section {
        PropertySection::Route => format!("{}, guessed from a route", type_of(property)),
        _ => type_of(property),
    }
}
