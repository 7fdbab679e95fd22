//! Rows that state bounds of a value, and which values are deprecated.

use super::{assert_proven, assert_stated};
use crate::page::description::limits;

/// Rows and the facets they give, as JSON.
const ROWS: &[(&str, &str)] = &[
    // Limits.
    ("Valid values 1 to 100", r#"{"minimum":"1","maximum":"100"}"#),
    (
        "Valid values -1.79769313486232E+308 to 1.79769313486232E+308",
        r#"{"minimum":"-1.79769313486232E+308","maximum":"1.79769313486232E+308"}"#,
    ),
    ("Permitted values are 0-1,000.", r#"{"minimum":"0","maximum":"1000"}"#),
    (
        "It must be between 4 and 16, inclusive.",
        r#"{"minimum":"4","maximum":"16"}"#,
    ),
    ("The value is between 4 and 16.", r#"{"minimum":"4","maximum":"16"}"#),
    ("Within the range of 1 through 9.", r#"{"minimum":"1","maximum":"9"}"#),
    ("Valid values are described below.", "{}"),
    ("Maximum length is 256 characters.", r#"{"maxLength":256}"#),
    (
        "The maximum allowed length for this property is 64 characters.",
        r#"{"maxLength":64}"#,
    ),
    ("Max length 1,024.", r#"{"maxLength":1024}"#),
    ("It must not exceed 64 characters.", r#"{"maxLength":64}"#),
    ("It can't exceed 15 characters.", r#"{"maxLength":15}"#),
    ("It has a maximum of 64 characters.", r#"{"maxLength":64}"#),
    ("Of up to 64 characters.", r#"{"maxLength":64}"#),
    ("Limited to 64 characters.", r#"{"maxLength":64}"#),
    ("100 character limit.", r#"{"maxLength":100}"#),
    ("A maximum of 5 pots.", "{}"),
    ("It has a limit of 1,500 characters.", r#"{"maxLength":1500}"#),
    (
        "Minutes. The minimum is 5, maximum is 1440.",
        r#"{"minimum":"5","maximum":"1440"}"#,
    ),
    // Bounds in other words.
    ("Allowed range: 1 to 10.", r#"{"minimum":"1","maximum":"10"}"#),
    ("It must be in the range 1-10.", r#"{"minimum":"1","maximum":"10"}"#),
    ("The size ranges from 1 to 10.", r#"{"minimum":"1","maximum":"10"}"#),
    (
        "A number between 0 and 100 that tells the heat.",
        r#"{"minimum":"0","maximum":"100"}"#,
    ),
    (
        "The number of hours between 1 and 24.",
        r#"{"minimum":"1","maximum":"24"}"#,
    ),
    ("The size, from 1 to 10.", r#"{"minimum":"1","maximum":"10"}"#),
    ("The fair, from 1 to 10 May.", "{}"),
    ("Must be between 3 and 24 characters long.", r#"{"maxLength":24}"#),
    ("Must be at least 5.", r#"{"minimum":"5"}"#),
    ("Must be at least 5 pots.", "{}"),
    ("It can't be less than 5.", r#"{"minimum":"5"}"#),
    (
        "It cannot be less than 1 or more than 10.",
        r#"{"minimum":"1","maximum":"10"}"#,
    ),
    (
        "Must be greater than or equal to 1 and less than or equal to 10.",
        r#"{"minimum":"1","maximum":"10"}"#,
    ),
    (
        "The minimum value is 1 and the maximum value is 10.",
        r#"{"minimum":"1","maximum":"10"}"#,
    ),
    ("Minimum: 1. Maximum: 10.", r#"{"minimum":"1","maximum":"10"}"#),
    ("The number of seconds from 1970-01-01.", "{}"),
    ("The pots. The maximum is 10.", "{}"),
    ("Must be at most 10.", r#"{"maximum":"10"}"#),
    ("The heat. At least 0.5.", r#"{"minimum":"0.5"}"#),
    ("At most 99.", r#"{"maximum":"99"}"#),
    ("At least 5 pots.", "{}"),
    (
        "It must be at least 0 and at most 1,000.",
        r#"{"minimum":"0","maximum":"1000"}"#,
    ),
    ("The code. Maximum 12 characters.", r#"{"maxLength":12}"#),
    ("Maximum 12 pots.", "{}"),
    ("The name, at most 40 characters.", r#"{"maxLength":40}"#),
    ("It has at most 40 pots.", "{}"),
    (
        "The volume, between 0.5 and 5 litres.",
        r#"{"minimum":"0.5","maximum":"5"}"#,
    ),
    ("It can't exceed 10.", r#"{"maximum":"10"}"#),
    ("It can't exceed 10 pots.", "{}"),
    ("The length can't be more than 64 characters.", r#"{"maxLength":64}"#),
    ("The maximum size is 4 MB.", "{}"),
    // Deprecated values.
    (
        "Possible values are: `old`, `new`. The `old` member is deprecated and will stop working.",
        r#"{"deprecatedValues":["old"]}"#,
    ),
    (
        "Possible values are: `old` (deprecated), `new`.",
        r#"{"deprecatedValues":["old"]}"#,
    ),
];

#[test]
fn rows_give_the_bounds_that_they_state() {
    assert_stated(ROWS);
}

#[test]
fn each_wording_has_a_row() {
    let rows: Vec<&str> = ROWS.iter().map(|(row, _)| *row).collect();
    assert_proven(&limits::LIMITS, &rows);
}
