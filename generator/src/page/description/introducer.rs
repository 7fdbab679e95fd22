//! The phrases that introduce a list of values.

use crate::page::prose::Patterns;
use std::sync::LazyLock;

/// How much a phrase promises.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Strength {
    /// Values of several other things follow, to the end of the text.
    OfOthers,
    /// No list of the property's values follows.
    Never,
    /// One more value of a list that another phrase introduced.
    Mention,
    /// Words that often introduce something else: only a closed list of several values that are marked or spelled like
    /// names counts.
    Weak,
    /// A colon behind a noun: only a closed list of several single words counts.
    Colon,
    /// A phrase that says so: any list counts, a single value too.
    Strong,
}

use Strength::{Colon, Mention, Never, OfOthers, Strong, Weak};

/// Every phrase with its strength. The longest phrase at a place wins.
const INTRODUCERS: &[(&str, Strength)] = &[
    // "Supported values for each of the parameters are as follows: ...": before the wordings of one list.
    ("POSSIBLE? VALUES for|of each|all of ~ ARE", OfOthers),
    // "Possible values are: ...", "The supported value is ...", "Allowed values: ...", "Valid options include ..."
    ("POSSIBLE VALUES ARE", Strong),
    ("POSSIBLE VALUES can be", Strong),
    // "Allowed values `a` and `b` are set by ..."
    ("POSSIBLE VALUES", Strong),
    // "The possible values are based on the number of `open`, `shut`."
    ("POSSIBLE VALUES ARE based on the number of", Strong),
    // "You can use the values low, normal, or high."
    ("can use the values", Colon),
    // "Possible result values are ...", "valid string values: ..."
    ("POSSIBLE * VALUES ARE", Strong),
    // "The supported values for kind are: ...", "Values for this property will be ..."
    ("POSSIBLE|property values for|of|in ~ ARE", Strong),
    ("values for|of ~ are|will|include :?|be", Strong),
    // "The property values are: ...", "It can have the following values: ...", "Values: ..."
    ("values :", Strong),
    ("^ values are|include", Strong),
    ("values are :", Strong),
    ("following string? values", Strong),
    (
        "following values are supported|allowed|valid|possible .? not? nullable? .?",
        Strong,
    ),
    (
        "POSSIBLE labels|colors|types|modes|names|keys|relationships|kinds|roles|levels|states ARE",
        Strong,
    ),
    ("POSSIBLE statuses|periods|categories|reasons ARE", Strong),
    ("supported * types :", Strong),
    ("options are|include|:", Strong),
    // "Can be one of ...", "one of the following: ...", "which can be: ..."
    ("CAN be one of", Strong),
    ("CAN be :", Strong),
    ("one of :", Strong),
    ("one of the following", Strong),
    ("one or more of the following", Strong),
    // "It accepts one value: ...", "The only valid value is ..."
    ("one|only POSSIBLE? value :|is|being", Strong),
    ("evolvable enum|enumeration :", Strong),
    // "The value is either ...", "can be ...", "must be either ...", "one of ...", "Types include ..."
    ("value|values is|are|will|would|can|could|may|must|should be?", Weak),
    ("CAN be", Weak),
    ("CAN be set to", Weak),
    ("either", Weak),
    ("one of", Weak),
    ("one or more of", Weak),
    ("types|states|names|keys|kinds|modes|reasons include|are :?", Weak),
    ("values", Weak),
    ("limited to", Weak),
    ("types|values|options that are currently? supported :", Weak),
    // "The value `c` indicates ..."
    ("^ the value", Mention),
    // Examples, defaults, operators.
    ("example|sample|typical|common value|values|states|types ARE :?", Never),
    ("examples|example ARE :?", Never),
    ("default value|values is|are|can|will|:", Never),
    // "Supported filters are: `and`.", "The supported remote actions are: ...", "Supported entities are: user and bot."
    (
        "POSSIBLE filters|operators|actions|entities|functions|methods ARE :?",
        Never,
    ),
    // "Supported properties for filtering are: `author`, `title`."
    (
        "properties|fields|attributes|columns for|to filtering|sorting|searching|filter|sort|search ARE :?",
        Never,
    ),
    (
        "POSSIBLE * filters|operators|actions|entities|functions|methods ARE :?",
        Never,
    ),
];

/// What can stand between the introduction and the first value.
const FILLERS: &[(&str, ())] = &[
    (":|-|–|—", ()),
    ("either", ()),
    ("one|any|some of", ()),
    ("the? following|these string? values|value|options|strings", ()),
    ("the following", ()),
    ("values|strings :", ()),
    ("as follows", ()),
    ("limited to", ()),
    ("be", ()),
];

/// Words before a colon that promise something else than values.
#[rustfmt::skip]
pub(super) const OTHER_NOUNS: &[&str] = &[
    "caution", "characters", "claims", "e.g", "eg", "ex", "example", "examples", "following", "format", "formats",
    "important", "instance", "methods", "note", "operators", "patterns", "permissions", "properties", "property",
    "protocols", "see", "supported", "syntax", "tip", "warning",
];

/// The phrases, ready for use.
pub(super) static INTRODUCER: LazyLock<Patterns<Strength>> = LazyLock::new(|| Patterns::new(INTRODUCERS));

/// The fillers, ready for use.
pub(super) static FILLER: LazyLock<Patterns<()>> = LazyLock::new(|| Patterns::new(FILLERS));
