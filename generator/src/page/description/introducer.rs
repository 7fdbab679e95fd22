//! The phrases that introduce a list of values.

use super::pattern::Patterns;
use std::sync::LazyLock;

/// How much a phrase promises.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Strength {
    /// No list of the property's values follows.
    Never,
    /// Words that often introduce something else: only a closed list of several values that are marked or spelled like
    /// names counts.
    Weak,
    /// A colon behind a noun: only a closed list of several single words counts.
    Colon,
    /// A phrase that says so: any list counts, a single value too.
    Strong,
}

use Strength::{Never, Strong, Weak};

/// Every phrase, in lower case, with its strength. The longest phrase at a place wins.
const INTRODUCERS: &[(&str, Strength)] = &[
    (
        "possible|supported|allowed|valid|acceptable|accepted|permitted|available|expected|legal|defined value|values|vaules|options|option|strings is|are|include|includes|being|:|-|–|—",
        Strong,
    ),
    (
        "possible|supported|allowed|valid|acceptable|accepted|permitted|available|expected value|values|options|strings can be",
        Strong,
    ),
    (
        "possible|supported|allowed|valid|acceptable|accepted|permitted|available string values|value is|are|include|:",
        Strong,
    ),
    (
        "possible|supported|allowed|valid|acceptable|accepted|permitted|available|expected|property value|values for|of|in ~ is|are|include|:",
        Strong,
    ),
    ("values for|of ~ are|will|include :?|be", Strong),
    (
        "possible|supported|allowed|valid|accepted|available labels|colors|types|modes|names|keys|relationships|kinds|roles|levels|states|statuses|periods|categories|reasons :|are|include",
        Strong,
    ),
    ("supported * types :", Strong),
    ("values :", Strong),
    ("^ values are|include", Strong),
    ("values are :", Strong),
    ("following values", Strong),
    ("following string values", Strong),
    ("can|may|must|should|could be one of", Strong),
    ("can|may|must|should|could be :", Strong),
    ("one of :", Strong),
    ("one of the following", Strong),
    ("options are|include|:", Strong),
    ("one|only possible|valid|supported|allowed? value :|is|being", Strong),
    ("accepts|supports one|only one? value :", Strong),
    ("in this evolvable enum|enumeration :", Strong),
    ("value|values is|are|will|would|can|could|may|must|should be?", Weak),
    ("can|may|must|should|could be", Weak),
    ("either", Weak),
    ("one of", Weak),
    ("can|may|must|should be set to", Weak),
    ("types|states|names|keys|kinds|modes|reasons include|are :?", Weak),
    ("values", Weak),
    ("limited to", Weak),
    (
        "example|sample|typical|common values|value|states|types are|include|includes|is|:",
        Never,
    ),
    ("examples|example include|are|is|: :?", Never),
    ("default value|values is|are|can|will|:", Never),
    ("supported filter operators :|are", Never),
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
pub(super) const OTHER_NOUNS: &[&str] = &[
    "caution",
    "characters",
    "e.g",
    "example",
    "examples",
    "format",
    "formats",
    "following",
    "important",
    "instance",
    "methods",
    "note",
    "operators",
    "patterns",
    "permissions",
    "properties",
    "property",
    "protocols",
    "see",
    "syntax",
    "tip",
    "warning",
];

/// The phrases, ready for use.
pub(super) static INTRODUCER: LazyLock<Patterns<Strength>> = LazyLock::new(|| Patterns::new(INTRODUCERS));

/// The fillers, ready for use.
pub(super) static FILLER: LazyLock<Patterns<()>> = LazyLock::new(|| Patterns::new(FILLERS));
