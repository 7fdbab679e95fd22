//! The readme of the emitted crate.

use super::Settings;
use super::gate::feature_name;
use super::plan::Plan;
use super::write::MARKER;
use std::fmt::Write;

/// What it is, how to sign in and list something, the features, how to make it anew.
pub(crate) fn readme(plan: &Plan<'_>, settings: &Settings) -> String {
    let name = &settings.crate_name;
    let versions: Vec<String> = plan
        .versions
        .iter()
        .map(|version| format!("`{}`", version.module))
        .collect();
    let mut text = format!(
        "<!-- {MARKER}. Do not edit. -->\n\
         # {name}\n\n\
         Typed client for the Microsoft Graph API, generated from its reference pages. Versions: {}.\n\n",
        versions.join(", "),
    );
    text.push_str(
        "## Features\n\n`client` (on by default) is the HTTP client; without it the types alone build on serde.\n",
    );
    text.push_str("Every area is a feature, so that a program builds what it uses; `full` is all of them.\n\n");
    text.push_str("| feature | module |\n| --- | --- |\n");
    for area in plan.areas.features() {
        let _ = writeln!(text, "| `{}` | `{area}` |", feature_name(area));
    }
    text
}
