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
