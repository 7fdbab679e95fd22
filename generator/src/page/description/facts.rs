//! "Read-only.", "Nullable.", "Required.": what short sentences state about a property.

use super::pattern::Patterns;
use super::words::Words;
use crate::model::{Facets, Returned};
use std::sync::LazyLock;

/// What a sentence states.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fact {
    ReadOnly,
    Nullable(bool),
    Required,
    Returned(Returned),
}

use Fact::{Nullable, ReadOnly, Required};

const BY_DEFAULT: Fact = Fact::Returned(Returned::ByDefault);
const ON_SELECT: Fact = Fact::Returned(Returned::OnSelect);

/// Every wording. `read only` is "read-only" too. Where a wording is conditional ("Required if", "Read-only for synced
/// users") or about something else ("read-only access to files"), there is no entry.
const WORDINGS: &[(&str, Fact)] = &[
    // "Read-only.", "Read only.", "(read-only)", "Key, read-only", "Optional and read-only and for ..."
    ("< read only >", ReadOnly),
    ("< readonly >", ReadOnly),
    // "Read-only ID of the thing."
    (
        "^ read only !when|if|for|unless|except|until|after|access|mode|permission|permissions|files|version|copy",
        ReadOnly,
    ),
    (
        "^ readonly !when|if|for|unless|except|until|after|access|mode|permission|permissions|files|version|copy",
        ReadOnly,
    ),
    // "This is read-only and automatically generated.", "This property is read-only."
    (
        "this|it|property|attribute|field|value|setting|key is currently|always? read only !when|if|for|unless|except|until|after",
        ReadOnly,
    ),
    (
        "this|it|property|attribute|field|value|setting|key is currently|always? readonly !when|if|for|unless|except|until|after",
        ReadOnly,
    ),
    ("are currently read only", ReadOnly),
    ("is a read only", ReadOnly),
    ("this read only field|property|value|attribute", ReadOnly),
    // "Nullable.", "Read-only, nullable", "can be null".
    ("< nullable >", Nullable(true)),
    ("is nullable", Nullable(true)),
    ("can|may|could be null", Nullable(true)),
    // "Not nullable.", "is not nullable", "Key, not nullable", "cannot be null".
    ("not nullable", Nullable(false)),
    ("isn't nullable", Nullable(false)),
    ("non nullable", Nullable(false)),
    ("nonnullable", Nullable(false)),
    ("cannot|can't|mustn't|shouldn't be null", Nullable(false)),
    ("can|must|may|should not be null", Nullable(false)),
    ("is never null", Nullable(false)),
    // "Required.", "(required)", "Required: the name.", "Key. Required"
    ("^ required $", Required),
    ("^ mandatory $", Required),
    ("^ required , read|readonly|not|nullable|immutable|unique|key", Required),
    ("read only , required $", Required),
    ("not nullable , required $", Required),
    ("^ required on|for|during|at create|creation|creating $", Required),
    ("^ required when|on creating", Required),
    (
        "^ required property|field|parameter|value|attribute|information",
        Required,
    ),
    (
        "is a required|mandatory property|field|parameter|value|attribute",
        Required,
    ),
    (
        "this|it|property|field|parameter|attribute is required|mandatory >",
        Required,
    ),
    (
        "is required|mandatory when|for|on|during creating|creation|create",
        Required,
    ),
    ("is required when a|an|the * is|are created", Required),
    (
        "must be specified|supplied|provided|set when|on|during creating|creation|activating",
        Required,
    ),
    (
        "must be specified|supplied|provided|set when a|an|the * is|are created",
        Required,
    ),
    // "Returned by default.", "Returned only on `$select`.", "Requires `$select` to retrieve."
    ("returned by default", BY_DEFAULT),
    ("not returned by default", ON_SELECT),
    ("isn't returned by default", ON_SELECT),
    ("returned only on|with|by|when|if ~ $select", ON_SELECT),
    ("only returned on|with|by|when|if ~ $select", ON_SELECT),
    ("requires|require|required|requiring $select", ON_SELECT),
];

static FACTS: LazyLock<Patterns<Fact>> = LazyLock::new(|| Patterns::new(WORDINGS));

/// Reads the facts.
pub(super) fn read(words: &Words<'_>, facets: &mut Facets) {
    for found in FACTS.all(words) {
        match *found.meaning {
            ReadOnly => facets.read_only = true,
            Nullable(nullable) => facets.nullable = facets.nullable.or(Some(nullable)),
            Required => facets.required = true,
            Fact::Returned(returned) => facets.returned = facets.returned.or(Some(returned)),
        }
    }
}
