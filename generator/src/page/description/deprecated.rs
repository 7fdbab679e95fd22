//! "Deprecated.", "is deprecated and will stop ...", "Do not use.": what a text says about deprecation.

use crate::markdown::Text;
use crate::page::prose::{Patterns, Words, one_line};
use std::ops::Range;
use std::sync::LazyLock;

/// Every wording. "Deprecated version of" and "deprecated template" are about something else.
const WORDINGS: &[(&str, ())] = &[
    ("^ deprecated $", ()),
    (
        "^ deprecated since|as|by|in|and|use|please|property|member|value|field|for|from|on|this|with",
        (),
    ),
    ("^ this|the deprecated property|member|value|field|attribute", ()),
    ("is|are|was|were|be|been|being|now|become deprecated !or", ()),
    ("^ obsolete $", ()),
    ("is|are|now|become obsolete|obselete", ()),
    ("^ do not use $", ()),
    ("^ don't use $", ()),
    ("^ do not use this|the PROPERTY", ()),
    ("^ don't use this|the PROPERTY", ()),
    ("will stop returning|working", ()),
    (
        "PROPERTY|api|resource|operation will be removed|retired|discontinued",
        (),
    ),
    ("^ will? be? removed|retired|discontinued on|in|after", ()),
    ("PROPERTY has been removed|retired|discontinued", ()),
    (
        "PROPERTY|api|resource|operation is no longer supported|used|available|returned",
        (),
    ),
    ("^ no longer supported|used|available|returned", ()),
];

pub(super) static DEPRECATED: LazyLock<Patterns<()>> = LazyLock::new(|| Patterns::new(WORDINGS));

/// Words before a wording that make it a condition or a question: "Whether the template is deprecated or not."
const CONDITIONS: &[&str] = &["if", "whether", "when", "indicates", "true", "unless"];

/// Words in a text about a placeholder member: "Evolvable enumeration sentinel value. Do not use."
const PLACEHOLDERS: &[&str] = &["sentinel", "evolvable"];

/// Words that begin a sentence about what to use in place of a deprecated thing.
const REPLACEMENTS: &[&str] = &[
    "going", "use", "please", "instead", "replaced", "see", "switch", "migrate",
];

/// How many sentences behind the first one may belong to it.
const MORE_SENTENCES: usize = 3;

/// The sentence that says so and those about a replacement and a removal, for notes on a page as well as for cells.
pub fn deprecation(text: &Text) -> Option<String> {
    read(&Words::new(text))
}

/// The same in words about a member: "The `old` member will be deprecated" is about `old`.
pub(super) fn of_member(text: &Text, name: &str) -> Option<String> {
    about(&Words::new(text), name)
}

/// The values that sentences call deprecated: "The `old` member is deprecated."
pub(super) fn values(words: &Words<'_>) -> Vec<String> {
    let found = DEPRECATED.all(words).filter_map(|found| value(words, found.start));
    found.collect()
}

/// The value that a wording is about; nothing where it is about the property.
fn value(words: &Words<'_>, wording: usize) -> Option<String> {
    let before = |at: usize, skipped: &[&str]| {
        let others = (0..at).rev().find(|at| !skipped.contains(&words.lower(*at)));
        others.filter(|found| at - found <= 3)
    };
    let noun = before(wording, AUXILIARIES).filter(|noun| VALUES.contains(&words.lower(*noun)))?;
    let name = before(noun, KINDS_OF_VALUE)?;
    let name = words.tokens().get(name).filter(|token| token.in_code)?;
    words.plain.get(name.start..name.end).map(str::to_owned)
}

/// Words between a value and the wording: "will be deprecated".
const AUXILIARIES: &[&str] = &["will", "has", "have", "been", "is", "now", "also"];

/// Words between the name of a value and what it is: "the `old` enumeration member".
const KINDS_OF_VALUE: &[&str] = &["enum", "enumeration", "enumerated"];

/// Words behind the name of a value.
const VALUES: &[&str] = &["member", "value", "option", "flag"];

/// The same for words that are cut already.
pub(super) fn read(words: &Words<'_>) -> Option<String> {
    about(words, "")
}

/// What the words say about an item of this name, and not about another.
fn about(words: &Words<'_>, name: &str) -> Option<String> {
    let mut of_value = 0;
    let said = DEPRECATED.all(words).filter(|found| {
        let is_other = |value: String| value != name;
        if found.start >= of_value && value(words, found.start).is_some_and(is_other) {
            of_value = words.sentence(found.start).tokens.end;
        }
        found.start >= of_value
    });
    let said: Vec<usize> = said.map(|found| found.start).collect();
    let found = *said.first()?;
    let sentence = words.sentence(found).tokens;
    let has = |range: Range<usize>, list: &[&str]| range.into_iter().any(|at| list.contains(&words.lower(at)));
    if has(sentence.start..found, CONDITIONS) || has(0..found, PLACEHOLDERS) {
        return None;
    }
    let mut end = sentence.end;
    // "Deprecated. Use tactics instead. This property will be removed on 2026-10-01."
    for _ in 0..MORE_SENTENCES {
        let next = words.sentence(end + 1).tokens;
        if !REPLACEMENTS.contains(&words.lower(end + 1)) && !said.iter().any(|start| next.contains(start)) {
            break;
        }
        end = next.end;
    }
    let from = words.start_of(sentence.start);
    let to = words.tokens().get(end).map_or(words.plain.len(), |token| token.end);
    let mut text = words
        .plain
        .get(from..to)?
        .trim()
        .trim_start_matches(['-', '–', ' '])
        .to_owned();
    // "Deprecated. The key. This property will be removed on March 1, 2030."
    let first = end;
    for start in said.into_iter().filter(|start| *start > first).take(MORE_SENTENCES) {
        let sentence = words.sentence(start).tokens;
        if sentence.start > end {
            end = sentence.end;
            let to = words.tokens().get(end).map_or(words.plain.len(), |token| token.end);
            let more = words.plain.get(words.start_of(sentence.start)..to).unwrap_or("");
            text.extend([" ", more.trim()]);
        }
    }
    Some(one_line(&text))
}
