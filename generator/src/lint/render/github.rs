//! Annotations of a GitHub workflow, worst first: GitHub shows only the first few of each level.

use super::{Shown, counts};
use crate::source::Severity;

/// One workflow command for each finding, and one with the counts.
pub fn github(shown: &Shown<'_>) -> String {
    let mut findings: Vec<_> = shown.report.findings.iter().collect();
    findings.sort_by_key(|finding| finding.severity);
    let mut out = String::new();
    for finding in findings {
        let level = match finding.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note | Severity::Change => "notice",
        };
        let place = shown.sources.line_column(finding.diagnostic.span);
        let help = finding.diagnostic.help.as_ref();
        let message = match help {
            Some(help) => format!("{}; {help}", finding.diagnostic.message),
            None => finding.diagnostic.message.clone(),
        };
        out.push_str(&format!(
            "::{level} file={},line={},col={},title={}::{}\n",
            property(&shown.path(finding)),
            place.line,
            place.column,
            property(finding.id()),
            escaped(&message),
        ));
    }
    let counts = counts(shown.report).map(|(severity, count)| format!("{}: {count}", severity.name()));
    out.push_str(&format!("::notice title=lint::{}\n", counts.join(", ")));
    out
}

/// The runner reads a command up to the line end and decodes these.
fn escaped(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    escaped(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_cannot_begin_another_command() {
        assert_eq!(escaped("50%\n::error::x"), "50%25%0A::error::x");
        assert_eq!(property("a,b:c"), "a%2Cb%3Ac");
    }
}
