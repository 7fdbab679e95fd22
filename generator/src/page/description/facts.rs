//! "Read-only.", "Nullable.", "Required.": what short sentences state about a property.

use crate::model::{Facets, Returned};
use crate::page::prose::{Patterns, Words};
use std::sync::LazyLock;

/// What a sentence states.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fact {
    ReadOnly,
    Nullable(bool),
    Required,
    RequiredIf,
    Optional,
    Returned(Returned),
    Immutable,
    /// Some values can be changed, so that "can't be changed" is about others.
    Changeable,
    WriteOnly,
    Combinable,
}

use Fact::{Changeable, Combinable, Immutable, Nullable, Optional, ReadOnly, Required, RequiredIf, WriteOnly};

const BY_DEFAULT: Fact = Fact::Returned(Returned::ByDefault);
const ON_SELECT: Fact = Fact::Returned(Returned::OnSelect);

/// Every wording. `read only` is "read-only" too. Where a wording is conditional ("Read-only for synced users") or about
/// something else ("read-only access to files"), there is no entry.
const WORDINGS: &[(&str, Fact)] = &[
    // "Read-only.", "Read only.", "(read-only)", "Key, read-only", "Optional and read-only and for ..."
    ("< read only >", ReadOnly),
    ("< readonly >", ReadOnly),
    // "Read-only ID of the thing."
    (
        "^ read only !CONDITION|access|mode|permission|permissions|files|copy",
        ReadOnly,
    ),
    (
        "^ readonly !CONDITION|access|mode|permission|permissions|files|copy",
        ReadOnly,
    ),
    // "This is read-only and automatically generated.", "This property is read-only."
    (
        "this|it|property|attribute|field|value|setting|key is currently|always? read only !CONDITION",
        ReadOnly,
    ),
    (
        "this|it|property|attribute|field|value|setting|key is currently|always? readonly !CONDITION",
        ReadOnly,
    ),
    ("are currently read only", ReadOnly),
    // "This is a read-only attribute.", "This read-only field specifies ..."
    ("is a read only", ReadOnly),
    ("this read only field|property|value|attribute", ReadOnly),
    // "Nullable.", "Read-only, nullable", "can be null", "is null if ...", "Null until ..."
    ("< nullable >", Nullable(true)),
    ("is nullable", Nullable(true)),
    ("can|may|could be `null`", Nullable(true)),
    (
        "property|value|field is null if|when|until|unless|for|except",
        Nullable(true),
    ),
    ("this property|value|field will be null", Nullable(true)),
    ("^ null if|when|until|unless|for", Nullable(true)),
    // "Not nullable.", "Key, not nullable", "is not nullable", "cannot be null".
    ("not nullable", Nullable(false)),
    ("isn't nullable", Nullable(false)),
    ("non nullable", Nullable(false)),
    ("cannot|can't|mustn't|shouldn't be null", Nullable(false)),
    ("can|must|may|should not be null", Nullable(false)),
    ("is never null", Nullable(false)),
    // "Required.", "(required)", "Required: the name.", "Required, not nullable", "Required and read-only."
    ("^ required $", Required),
    ("^ mandatory $", Required),
    (
        "^ required ,|and =read|readonly|not|nullable|immutable|unique|key",
        Required,
    ),
    (", required|mandatory $", Required),
    // "Required on create.", "Required for creation", "Required when creating a thing."
    ("^ required on|for|during|at|upon create|creation|creating", Required),
    ("^ required when creating", Required),
    // "Required property.", "This is a required field."
    ("^ required property|field|parameter|attribute|information", Required),
    ("is a required|mandatory * >", Required),
    // "This property is required.", "It is required."
    (
        "this property|field|parameter|attribute|value is required|mandatory >",
        Required,
    ),
    (
        "^ the property|field|parameter|attribute|value is required|mandatory >",
        Required,
    ),
    ("^ it|this is required|mandatory >", Required),
    // "This property is required when a user is created", "must be specified when a user is created"
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
    // "Required if the type is weekly.", "Required when signing is on", "Required and must be positive if ..."
    ("^ required only? if|when|where|unless|for", RequiredIf),
    ("^ required and must be", RequiredIf),
    (
        "this|the property|field|parameter|attribute|value is required|mandatory if|where|unless",
        RequiredIf,
    ),
    (
        "this|the property|field|parameter|attribute|value is required|mandatory when !a|an|the|create|creating|creation",
        RequiredIf,
    ),
    // "Optional.", "Optional. If unspecified, ..."
    ("^ optional|optionally", Optional),
    // "Returned by default.", "Returned only on `$select`.", "Requires `$select` to retrieve."
    ("returned by default", BY_DEFAULT),
    ("not returned by default", ON_SELECT),
    ("isn't returned by default", ON_SELECT),
    ("returned only on|with|by|when|if|using ~ $select", ON_SELECT),
    ("only returned on|with|by|when|if|using ~ $select", ON_SELECT),
    ("returned only when explicitly? selected|requested", ON_SELECT),
    ("only returned when explicitly? selected|requested", ON_SELECT),
    ("retrieved only with|by|using|on ~ $select", ON_SELECT),
    ("requires|require|required|requiring $select", ON_SELECT),
    // Intune: "To retrieve actual values GET call needs to be made, with device id and included in select parameter.",
    // "Individual get call with select query options is needed to retrieve actual values."
    ("to retrieve actual values get call needs to be made", ON_SELECT),
    ("get call with select query option|options is needed", ON_SELECT),
    // "Immutable.", "Key, immutable", "is required and is immutable"
    ("< immutable >", Immutable),
    ("is|are immutable >", Immutable),
    // "Cannot be changed after creation.", "can't be modified once the flow is created", "Can be set ... and can't be changed."
    ("cannot|can't be changed|modified|updated|edited after|once", Immutable),
    // "Can't be changed later.", "Once set, it can't be modified."
    (
        "cannot|can't be changed|modified|updated|edited later|afterward|afterwards|again >",
        Immutable,
    ),
    (
        "^ once set|specified|assigned|created|made ~ cannot|can't be changed|modified|updated|edited",
        Immutable,
    ),
    // "Once a kiln is created, its size can't be modified."
    (
        "once a|an|the * is|are created|made|set ~ cannot|can't be changed|modified|updated|edited",
        Immutable,
    ),
    ("can not be changed|modified|updated|edited after|once", Immutable),
    ("during|on creation and cannot|can't be changed|modified", Immutable),
    // "You can't change this property after the policy was created.", "Can be set only once."
    (
        "cannot|can't change|modify|update|edit this|the|it|its ~ after|once",
        Immutable,
    ),
    // "You can not PATCH this value.", "Not updatable after creation."
    ("cannot|can't patch this value|property|field >", Immutable),
    ("can not patch this value|property|field >", Immutable),
    ("^ not updatable|updateable", Immutable),
    ("can|may only be set once", Immutable),
    ("can|may be set only once", Immutable),
    // "Can only be set during creation.", "This property can be set only when creating the folder."
    (
        "can|may only be set|specified|assigned during|on|at|upon|when|while|as|in ~ creating|creation|created|create",
        Immutable,
    ),
    (
        "can|may be set|specified|assigned only during|on|at|upon|when|while|as|in ~ creating|creation|created|create",
        Immutable,
    ),
    // "`a` can be set when a kiln is made. It can't be changed later. Other values can be changed after that."
    ("can|may be changed|modified|updated|edited after|later", Changeable),
    // "Write-only."
    ("< write only >", WriteOnly),
    ("is|are write only >", WriteOnly),
    // "Multiple values are allowed.", "Bitwise options that ...", "This is a flagged enumeration."
    ("^ multiple|several values are|can|may", Combinable),
    ("bitwise option|options|combination|or", Combinable),
    ("flagged|flags enumeration|enum", Combinable),
    ("multi valued|value enumeration|enum", Combinable),
    ("multivalued enumeration|enum", Combinable),
    ("can|may be specified together >", Combinable),
    ("can|may be specified together ; for", Combinable),
];

pub(super) static FACTS: LazyLock<Patterns<Fact>> = LazyLock::new(|| Patterns::new(WORDINGS));

/// Reads the facts; the result is whether the value may be left out.
pub(super) fn read(words: &Words<'_>, facets: &mut Facets) -> bool {
    let (mut optional, mut changeable) = (false, false);
    for found in FACTS.all(words) {
        match *found.meaning {
            Changeable => changeable = true,
            ReadOnly => facets.read_only = true,
            Nullable(nullable) => facets.nullable = facets.nullable.or(Some(nullable)),
            Required if is_conditional(words, found.end) => condition(words, found.start, facets),
            Required => facets.required = true,
            RequiredIf => condition(words, found.start, facets),
            Immutable => facets.immutable = true,
            WriteOnly => facets.write_only = true,
            Combinable => facets.combinable = true,
            Optional => optional = true,
            Fact::Returned(returned) => facets.returned = facets.returned.or(Some(returned)),
        }
    }
    facets.immutable &= !changeable;
    optional
}

/// The words from a statement on, to the end of the sentence.
fn condition(words: &Words<'_>, start: usize, facets: &mut Facets) {
    let end = (start..start + REST_OF_SENTENCE * 2).find(|at| words.is_sentence_end(*at));
    let end = end.map_or(words.plain.len(), |end| words.start_of(end));
    let said = words.plain.get(words.start_of(start)..end).map(str::trim);
    facets.required_if = facets.required_if.take().or(said.map(str::to_owned));
}

/// "Must be specified when creating a user if the domain is federated."
fn is_conditional(words: &Words<'_>, end: usize) -> bool {
    (end..end + REST_OF_SENTENCE)
        .take_while(|at| !words.is_sentence_end(*at))
        .any(|at| matches!(words.lower(at), "if" | "unless"))
}

/// How many words behind a statement are looked at.
const REST_OF_SENTENCE: usize = 20;
