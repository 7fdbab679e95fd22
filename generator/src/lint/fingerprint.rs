//! What makes a finding the same one after the page around it has changed.

use super::Finding;
use crate::source::SourceMap;
use std::collections::BTreeMap;

/// A number for each finding, in hexadecimal digits: of its id, its file, its message and the line that it points to, not
/// of where in the file the line is. Findings that agree in all of these are counted in the order of the file.
pub fn fingerprints<'f>(findings: impl IntoIterator<Item = &'f Finding>, sources: &SourceMap) -> Vec<String> {
    let mut seen: BTreeMap<u64, u64> = BTreeMap::new();
    let number = |finding: &Finding| {
        let span = finding.diagnostic.span;
        let text = sources.file(span.file).map_or("", |file| file.text.as_str());
        let parts = [
            finding.id(),
            sources.path(span.file),
            &finding.diagnostic.message,
            line(text, span.start as usize).trim(),
        ];
        let hash = parts.iter().fold(OFFSET, |hash, part| mixed(hash, part));
        let count = seen.entry(hash).or_default();
        *count += 1;
        format!("{:016x}", hash.wrapping_add(*count - 1))
    };
    findings.into_iter().map(number).collect()
}

/// The line of a place.
fn line(text: &str, at: usize) -> &str {
    let start = text
        .get(..at)
        .and_then(|before| before.rfind('\n'))
        .map_or(0, |end| end + 1);
    text.get(start..).unwrap_or("").lines().next().unwrap_or("")
}

const OFFSET: u64 = 0xcbf2_9ce4_8422_2325;
const PRIME: u64 = 0x0100_0000_01b3;

/// FNV-1a: files keep these numbers, so the function must never change.
fn mixed(hash: u64, text: &str) -> u64 {
    let bytes = text.bytes().chain([0xff]);
    bytes.fold(hash, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(PRIME))
}
