//! Rust identifiers from the names that pages use.
//!
//! Any text gives a valid identifier, and the same text always gives the same identifier. Different texts can give the
//! same one (`fooBar`, `foo-bar`); [`super::scope::Scope`] makes them unique.

pub(crate) use crate::model::{is_plural, one_of, singular, squashed};

/// Keywords of edition 2024, and a few other words that would be confusing as identifiers.
const KEYWORDS: &[&str] = &[
    "Self", "_", "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "crate", "do",
    "dyn", "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop", "macro",
    "match", "mod", "move", "mut", "override", "priv", "pub", "ref", "return", "self", "static", "struct", "super",
    "trait", "true", "try", "type", "typeof", "union", "unsafe", "unsized", "use", "virtual", "where", "while",
    "yield",
];

/// Names of the prelude. A type with such a name would hide the prelude's item in its own module.
const PRELUDE: &[&str] = &[
    "AsMut",
    "AsRef",
    "Box",
    "Clone",
    "Copy",
    "Debug",
    "Default",
    "Drop",
    "Eq",
    "Err",
    "Fn",
    "FnMut",
    "FnOnce",
    "From",
    "FromIterator",
    "Future",
    "Hash",
    "Into",
    "IntoFuture",
    "IntoIterator",
    "Iterator",
    "None",
    "Ok",
    "Option",
    "Ord",
    "PartialEq",
    "PartialOrd",
    "Result",
    "Send",
    "Sized",
    "Some",
    "String",
    "Sync",
    "ToOwned",
    "ToString",
    "TryFrom",
    "TryInto",
    "Unpin",
    "Vec",
];

/// `userPrincipalName` -> `user_principal_name`; keywords get a trailing underscore (`type_`).
pub(crate) fn snake(text: &str) -> String {
    let mut name = words(text).join("_");
    name.make_ascii_lowercase();
    finish(name, "unnamed")
}

/// `userPrincipalName` -> `USER_PRINCIPAL_NAME`.
pub(crate) fn screaming(text: &str) -> String {
    let mut name = words(text).join("_");
    name.make_ascii_uppercase();
    finish(name, "UNNAMED")
}

/// `callRecords.session` -> `CallRecordsSession`; capitals inside a word stay (`iosVppApp` -> `IosVppApp`,
/// `azureADDevice` -> `AzureADDevice`).
pub(crate) fn pascal(text: &str) -> String {
    let joined: String = runs(text).map(capitalized).collect();
    finish(joined, "Unnamed")
}

/// Like [`pascal`], but names of the prelude get a trailing underscore. For types.
pub(crate) fn type_name(text: &str) -> String {
    let name = pascal(text);
    if PRELUDE.binary_search(&name.as_str()).is_ok() {
        return name + "_";
    }
    name
}

/// Like [`pascal`], but a sign before a number becomes a word (`-1` -> `Minus1`). For enum members.
pub(crate) fn variant(text: &str) -> String {
    let text = text.trim();
    let signed = |rest: &str| rest.starts_with(|c: char| c.is_ascii_digit());
    match (text.strip_prefix('-'), text.strip_prefix('+')) {
        (Some(rest), _) if signed(rest) => pascal(&format!("minus{rest}")),
        (_, Some(rest)) if signed(rest) => pascal(&format!("plus{rest}")),
        _ => pascal(text),
    }
}

/// The words of a name in small letters.
pub(crate) fn small_words(text: &str) -> Vec<String> {
    words(text).iter().map(|word| word.to_ascii_lowercase()).collect()
}

/// Maximal runs of ASCII letters and digits.
fn runs(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|run| !run.is_empty())
}

pub(crate) fn capitalized(word: &str) -> String {
    let mut letters = word.chars();
    let first = letters.next().map(|letter| letter.to_ascii_uppercase());
    first.into_iter().chain(letters).collect()
}

/// Splits at separators, before a capital that follows a small letter or a digit, and before the last capital of a
/// run that goes on in small letters: `azureADDevice` is `azure`, `AD`, `Device`. An `s` behind capitals makes a plural:
/// `cloudPCs` is `cloud`, `PCs`.
pub(super) fn words(text: &str) -> Vec<&str> {
    let mut words = Vec::with_capacity(4);
    for run in runs(text) {
        words_of_run(run, &mut words);
    }
    words
}

/// Words with a capital inside.
const WHOLE: &[&str] = &["oauth"];

/// Whether a run has one of these words from `start` on, and `at` is inside of it.
fn is_inside_word(run: &str, start: usize, at: usize) -> bool {
    let starts = |word: &&str| {
        run.get(start..start + word.len())
            .is_some_and(|text| text.eq_ignore_ascii_case(word))
    };
    WHOLE.iter().any(|word| at - start < word.len() && starts(word))
}

fn words_of_run<'a>(run: &'a str, words: &mut Vec<&'a str>) {
    let letters = run.as_bytes();
    let mut start = 0;
    for (at, pair) in letters.windows(2).enumerate() {
        let ([previous, letter], at) = (pair, at + 1) else {
            continue;
        };
        if !letter.is_ascii_uppercase() {
            continue;
        }
        let before_small = || match letters.get(at + 1) {
            Some(b's') => letters.get(at + 2).is_some_and(|next| !next.is_ascii_uppercase()),
            Some(next) => next.is_ascii_lowercase(),
            None => false,
        };
        if (!previous.is_ascii_uppercase() || before_small()) && !is_inside_word(run, start, at) {
            words.extend(run.get(start..at));
            start = at;
        }
    }
    words.extend(run.get(start..));
}

/// A name in snake case as an identifier.
pub(crate) fn finished(name: &str) -> String {
    finish(name.to_owned(), "unnamed")
}

fn finish(mut name: String, empty: &str) -> String {
    if name.is_empty() {
        empty.clone_into(&mut name);
    }
    if name.starts_with(|c: char| c.is_ascii_digit()) {
        name.insert(0, '_');
    }
    if KEYWORDS.binary_search(&name.as_str()).is_ok() {
        name.push('_');
    }
    name
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_word_lists_are_sorted_for_the_binary_search() {
        assert!(KEYWORDS.is_sorted());
        assert!(PRELUDE.is_sorted());
    }

    #[test]
    fn names_of_real_pages() {
        let shown = |text: &str| format!("{} {} {}", snake(text), type_name(text), screaming(text));
        insta::assert_snapshot!(shown("userPrincipalName"), @"user_principal_name UserPrincipalName USER_PRINCIPAL_NAME");
        insta::assert_snapshot!(shown("azureADDevice"), @"azure_ad_device AzureADDevice AZURE_AD_DEVICE");
        insta::assert_snapshot!(shown("cloudPCs"), @"cloud_pcs CloudPCs CLOUD_PCS");
        insta::assert_snapshot!(shown("relatedURLsOfIssue"), @"related_urls_of_issue RelatedURLsOfIssue RELATED_URLS_OF_ISSUE");
        insta::assert_snapshot!(shown("useOAuthOften"), @"use_oauth_often UseOAuthOften USE_OAUTH_OFTEN");
        insta::assert_snapshot!(shown("oAuth2Grant"), @"oauth2_grant OAuth2Grant OAUTH2_GRANT");
        insta::assert_snapshot!(shown("thisIsAStory"), @"this_is_a_story ThisIsAStory THIS_IS_A_STORY");
        insta::assert_snapshot!(shown("type"), @"type_ Type TYPE");
        insta::assert_snapshot!(shown("option"), @"option Option_ OPTION");
        insta::assert_snapshot!(shown("self"), @"self_ Self_ SELF");
        insta::assert_snapshot!(shown("windows10XProfile"), @"windows10_x_profile Windows10XProfile WINDOWS10_X_PROFILE");
        insta::assert_snapshot!(shown("callRecords.session"), @"call_records_session CallRecordsSession CALL_RECORDS_SESSION");
        insta::assert_snapshot!(shown("@odata.type"), @"odata_type OdataType ODATA_TYPE");
        insta::assert_snapshot!(shown("24HourTime"), @"_24_hour_time _24HourTime _24_HOUR_TIME");
        insta::assert_snapshot!(shown("???"), @"unnamed Unnamed UNNAMED");
    }

    #[test]
    fn members_with_signs_and_spaces() {
        let shown = |text: &str| variant(text);
        insta::assert_snapshot!(shown("JIS B4"), @"JISB4");
        insta::assert_snapshot!(shown("-1"), @"Minus1");
        insta::assert_snapshot!(shown("+12"), @"Plus12");
        insta::assert_snapshot!(shown("self"), @"Self_");
    }

    proptest! {
        #[test]
        fn any_text_gives_a_valid_identifier(text in any::<String>()) {
            for name in [snake(&text), screaming(&text), pascal(&text), type_name(&text), variant(&text)] {
                prop_assert!(syn::parse_str::<syn::Ident>(&name).is_ok(), "{text:?} gave {name:?}");
            }
        }
    }
}
