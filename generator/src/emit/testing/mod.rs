//! Documented examples: ready answers for the tests of users (`documented`), code in docs (`shown`), and contract tests of the emitted crate,
//! which are optional.
//!
//! By default the emitted crate has no contract tests: no file, no feature, no line of `lib.rs`. With
//! [`Settings::testing`](super::Settings::testing) there is one file with every documented example as data
//! (`examples.jsonl`), a table of the functions that examples call, and a harness that calls them.

mod address;
mod body;
mod calls;
mod choice;
pub(super) mod documented;
mod example;
mod fit;
mod registry;
mod routes;
pub(super) mod shown;

use super::Settings;
use super::file::header;
use super::plan::Plan;
use super::write::{Files, MARKER};
use choice::Functions;
use std::collections::BTreeSet;

/// The examples, one JSON object a line.
const EXAMPLES: &str = "examples.jsonl";

/// The harness: path below `src/testing`, and text.
const HARNESS: &[(&str, &str)] = &[
    ("case.rs", include_str!("../../../testing/case.rs")),
    ("compare.rs", include_str!("../../../testing/compare.rs")),
    ("outcome.rs", include_str!("../../../testing/outcome.rs")),
    ("report.rs", include_str!("../../../testing/report.rs")),
    ("run.rs", include_str!("../../../testing/run.rs")),
    ("typed.rs", include_str!("../../../testing/typed.rs")),
    ("url.rs", include_str!("../../../testing/url.rs")),
];

/// The lines of `lib.rs` that declare it.
pub(crate) const MODULE: &str = "#[cfg(feature = \"testing\")]\npub mod testing;\n";

/// The lines of the manifest that declare it.
pub(crate) fn feature(settings: &Settings) -> String {
    let runtime = settings.runtime_crate.as_ref();
    let runtime = runtime.map(|runtime| format!(", \"{}/testing\"", runtime.name));
    let own = format!(
        "# The documented examples as tests, for those who change the pages.\ntesting = [\"client\"{}]\n",
        runtime.unwrap_or_default()
    );
    if settings.testing { own } else { String::new() }
}

/// The files that only a crate for tests has.
pub(crate) fn files(plan: &Plan<'_>) -> Files {
    let mut files = Files::new();
    let mut functions = Functions::of(plan);
    let (lines, called) = example::lines(plan, &mut functions);
    // JSON has no comments: a first object says whose file this is.
    let first = serde_json::json!({ "note": format!("{MARKER}. Do not edit.") });
    files.insert(EXAMPLES.to_owned(), format!("{first}\n{}", lines.join("")));
    for (path, text) in HARNESS {
        let text = format!("{}{text}", header(&BTreeSet::new()));
        files.insert(format!("src/testing/{path}"), text);
    }
    files.extend(registry::files(plan, &functions, &called));
    files
}
