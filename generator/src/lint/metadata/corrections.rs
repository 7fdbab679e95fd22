//! Corrections of what the metadata shows to be wrong, in the form that `generate --corrections` reads.

use crate::lint::Finding;
use crate::source::SourceMap;
use serde_json::Value;
use std::collections::BTreeSet;

/// The text of a file of corrections: an entry for each finding about the metadata that has a fix, if the line of its place
/// stands once in its page. `link` is where the metadata is published. Also, how many entries it has.
pub fn corrections(findings: &[Finding], sources: &SourceMap, link: &str) -> (String, usize) {
    let mut text = String::new();
    let mut written = BTreeSet::new();
    for finding in findings.iter().filter(|finding| finding.id().starts_with("metadata-")) {
        let Some((page, find, replace)) = entry(finding, sources) else {
            continue;
        };
        // Two corrections of one line would spoil each other.
        if !written.insert((page.clone(), find.clone())) {
            continue;
        }
        let source = finding.diagnostic.help.as_deref().unwrap_or_default();
        let why = format!("{}; {source}", finding.diagnostic.message);
        text += "[[correction]]\n";
        for (key, value) in [
            ("page", &page),
            ("find", &find),
            ("replace", &replace),
            ("why", &why),
            ("link", &link.to_owned()),
        ] {
            // A text of JSON is one of TOML too.
            text += &format!("{key} = {}\n", Value::String(value.clone()));
        }
        text += "\n";
    }
    (text, written.len())
}

/// The page, the line up to the end of the place, and the same with the fix.
fn entry(finding: &Finding, sources: &SourceMap) -> Option<(String, String, String)> {
    let edits = finding.fix.as_ref()?.edits.as_slice();
    let [edit] = edits else { return None };
    let file = sources.file(edit.span.file)?;
    let range = edit.span.range();
    let start = file.text.get(..range.start)?.rfind('\n').map_or(0, |end| end + 1);
    let before = file.text.get(start..range.start)?;
    // The next character ends the word.
    let end = file.text.get(range.end..)?.chars().next().filter(|c| *c != '\n');
    let end = end.map_or(String::new(), String::from);
    let find = format!("{before}{}{end}", file.text.get(range)?);
    let is_once = file.text.matches(find.as_str()).count() == 1;
    is_once.then(|| (file.path.clone(), find, format!("{before}{}{end}", edit.text)))
}
