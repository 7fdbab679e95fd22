//! What descriptions state about properties and parameters.

use super::{Impact, Rule};
use crate::model::{Facets, QueryOption, Returned};

/// A statement that differs.
pub(super) struct Fact {
    pub(super) rule: Rule,
    pub(super) impact: Impact,
    pub(super) before: Option<String>,
    pub(super) after: Option<String>,
}

/// Every statement that differs. `sent`: callers send the property, so a new requirement breaks them.
#[allow(clippy::too_many_lines, reason = "a line for each facet")]
pub(super) fn compare(before: &Facets, after: &Facets, sent: bool) -> Vec<Fact> {
    let Facets {
        read_only,
        nullable,
        required,
        required_if: _,
        deprecated,
        default_value,
        // The query options are compared as one.
        filter: _,
        supports: _,
        unsupported: _,
        returned,
        immutable,
        write_only,
        // With the longest text in `limits`.
        minimum: _,
        maximum: _,
        max_length: _,
        // These are words of the description, which is compared.
        combinable: _,
        deprecated_values: _,
        value_numbers: _,
        permissions: _,
    } = after;
    let refuses_null = before.nullable == Some(true) && *nullable == Some(false);
    let hides = before.returned == Some(Returned::ByDefault) && *returned == Some(Returned::OnSelect);
    let rows = [
        (
            Rule::PropertyReadOnlyChanged,
            duty(sent, *read_only, before.read_only),
            [before.read_only, *read_only].map(|said| said.then(|| "read-only".to_owned())),
        ),
        (
            Rule::PropertyNullableChanged,
            duty(sent, refuses_null, false),
            [before.nullable, *nullable].map(|said| said.map(null)),
        ),
        (
            Rule::PropertyRequiredChanged,
            // Without a value the service takes its own.
            duty(
                sent && (default_value.is_none() || !required),
                *required && !before.required,
                before.required && !required,
            ),
            [before, after].map(duties),
        ),
        (
            Rule::PropertyImmutableChanged,
            duty(sent, *immutable, before.immutable),
            [before.immutable, *immutable].map(|said| said.then(|| "fixed after creation".to_owned())),
        ),
        (
            Rule::PropertyWriteOnlyChanged,
            if *write_only {
                Impact::Breaking
            } else {
                Impact::Additive
            },
            [before.write_only, *write_only].map(|said| said.then(|| "write-only".to_owned())),
        ),
        (
            Rule::PropertyLimitsChanged,
            duty(sent, is_tighter(before, after), is_tighter(after, before)),
            [before, after].map(limits),
        ),
        (
            Rule::PropertyDefaultChanged,
            Impact::Docs,
            [before, after].map(default_of),
        ),
        (
            Rule::PropertyQueryChanged,
            queries(before, after),
            [before, after].map(options),
        ),
        (
            Rule::PropertyReturnedChanged,
            if hides { Impact::Breaking } else { Impact::Docs },
            [before.returned, *returned].map(said),
        ),
    ];
    let rows = rows
        .into_iter()
        .chain(deprecation(before.deprecated.as_ref(), deprecated.as_ref()));
    let fact = |(rule, impact, [before, after]): (Rule, Impact, [Option<String>; 2])| Fact {
        rule,
        impact,
        before,
        after,
    };
    rows.map(fact)
        .filter(|fact| plain(fact.before.as_ref()) != plain(fact.after.as_ref()))
        .filter(|fact| fact.rule != Rule::PropertyDefaultChanged || !is_same_value(fact))
        .collect()
}

/// The capitals of a default follow those of the value, which is compared with its enum.
fn is_same_value(fact: &Fact) -> bool {
    let values = fact.before.as_ref().zip(fact.after.as_ref());
    values.is_some_and(|(before, after)| before.eq_ignore_ascii_case(after))
}

/// A statement in which curly quotes are plain ones.
fn plain(said: Option<&String>) -> Option<String> {
    said.map(|said| {
        said.replace(['\u{2018}', '\u{2019}'], "'")
            .replace(['\u{201c}', '\u{201d}'], "\"")
    })
}

/// "Default is null" says that there may be none, which is told.
fn default_of(facets: &Facets) -> Option<String> {
    let value = facets.default_value.clone();
    value.filter(|value| value != "null" || facets.nullable != Some(true))
}

/// `1 to 100, at most 256 characters`.
fn limits(facets: &Facets) -> Option<String> {
    let range = match (&facets.minimum, &facets.maximum) {
        (Some(least), Some(most)) => Some(format!("{least} to {most}")),
        (Some(least), None) => Some(format!("at least {least}")),
        (None, Some(most)) => Some(format!("at most {most}")),
        (None, None) => None,
    };
    let length = facets.max_length.map(|length| format!("at most {length} characters"));
    let all: Vec<String> = range.into_iter().chain(length).collect();
    (!all.is_empty()).then(|| all.join(", "))
}

/// Whether a documented limit is tighter. A limit that was not stated before may be as old as the property.
fn is_tighter(before: &Facets, after: &Facets) -> bool {
    let number = |text: &Option<String>| text.as_ref().and_then(|text| text.parse::<f64>().ok());
    let both = |old: Option<f64>, new: Option<f64>| old.zip(new);
    let raised = both(number(&before.minimum), number(&after.minimum)).is_some_and(|(old, new)| new > old);
    let lowered = both(number(&before.maximum), number(&after.maximum)).is_some_and(|(old, new)| new < old);
    let shorter = before
        .max_length
        .zip(after.max_length)
        .is_some_and(|(old, new)| new < old);
    raised || lowered || shorter
}

/// The impact of a requirement on callers: new ones break them, removed ones do not.
fn duty(sent: bool, is: bool, was: bool) -> Impact {
    match (sent, is, was) {
        (true, true, _) => Impact::Breaking,
        (true, false, true) => Impact::Additive,
        _ => Impact::Docs,
    }
}

/// `required`, and in which case. A new condition only explains a requirement that existed before.
fn duties(facets: &Facets) -> Option<String> {
    let always = facets.required.then(|| "required".to_owned());
    let condition = facets
        .required_if
        .as_ref()
        .map(|words| format!("required in a case: {words}"));
    let said: Vec<String> = always.into_iter().chain(condition).collect();
    (!said.is_empty()).then(|| said.join("; "))
}

/// Whether the item is deprecated. The text of the deprecation is compared with the description.
fn deprecation(before: Option<&String>, after: Option<&String>) -> Option<(Rule, Impact, [Option<String>; 2])> {
    let rule = match (before, after) {
        (None, Some(_)) => Rule::PropertyDeprecated,
        (Some(_), None) => Rule::PropertyUndeprecated,
        _ => return None,
    };
    Some((rule, Impact::Additive, [before.cloned(), after.cloned()]))
}

fn null(nullable: bool) -> String {
    if nullable { "nullable" } else { "not nullable" }.to_owned()
}

/// "Does not support" breaks callers who use an option that the page named before; of other options it may always have been
/// true. No longer saying "supports" states nothing.
fn queries(before: &Facets, after: &Facets) -> Impact {
    let had =
        |option: &QueryOption| before.supports.contains(option) || option.0 == "$filter" && before.filter.is_some();
    if after.unsupported.iter().any(had) {
        Impact::Breaking
    } else if has_more(before, after) {
        Impact::Additive
    } else {
        Impact::Docs
    }
}

fn said(returned: Option<Returned>) -> Option<String> {
    returned.map(|returned| {
        match returned {
            Returned::ByDefault => "returned by default",
            Returned::OnSelect => "returned only on $select",
        }
        .to_owned()
    })
}

/// `$filter (eq, ne), $orderby, not $search`.
fn options(facets: &Facets) -> Option<String> {
    let Facets {
        filter,
        supports,
        unsupported,
        ..
    } = facets;
    let filter = filter.as_ref().map(|operators| match operators.as_slice() {
        [] => "$filter".to_owned(),
        some => format!("$filter ({})", some.join(", ")),
    });
    let supports = supports.iter().map(|option| option.0.clone());
    let unsupported = unsupported.iter().map(|QueryOption(option)| format!("not {option}"));
    let all: Vec<String> = filter.into_iter().chain(supports).chain(unsupported).collect();
    (!all.is_empty()).then(|| all.join(", "))
}

/// Whether more is supported, or less refused, than before.
fn has_more(before: &Facets, after: &Facets) -> bool {
    // A page that named no operators excluded none.
    let filters = match (&before.filter, &after.filter) {
        (None, after) => after.is_some(),
        (Some(before), after) => {
            let new = after.iter().flatten().any(|operator| !before.contains(operator));
            new && !before.is_empty()
        }
    };
    filters
        || after.supports.iter().any(|option| !before.supports.contains(option))
        || before
            .unsupported
            .iter()
            .any(|option| !after.unsupported.contains(option))
}
