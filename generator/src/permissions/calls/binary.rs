//! Programs that are built on an emitted crate: their endpoints, from the bytes of the file.
//!
//! Each endpoint has a mark, `graph-endpoint/1 LENGTH TEXT`, where the text is `METHOD VERSION PAGE`, and a path on each
//! further line. The linker keeps it exactly if the program can use the endpoint, whatever the format of the file, and
//! without symbols.

use super::{Call, CallsError};
use memchr::memmem;
use std::collections::BTreeSet;
use std::path::Path;

/// What a mark begins with; the number behind it is that of the format.
const MAGIC: &[u8] = b"graph-endpoint/";
const FORMAT: &[u8] = b"1 ";
/// A text is not longer: the page with the most routes has 54.
const LONGEST: usize = 1 << 16;

/// The endpoints of a program, sorted.
pub fn read(bytes: &[u8], path: &Path) -> Result<Vec<Call>, CallsError> {
    let mut texts = BTreeSet::new();
    let mut newer = false;
    for at in memmem::find_iter(bytes, MAGIC) {
        let rest = bytes.get(at + MAGIC.len()..).unwrap_or_default();
        match rest.strip_prefix(FORMAT) {
            Some(rest) => texts.extend(text(rest)),
            None => newer |= rest.first().is_some_and(u8::is_ascii_digit),
        }
    }
    let calls: Vec<Call> = texts.into_iter().filter_map(call).collect();
    if calls.is_empty() {
        let (message, help) = if newer {
            (
                "its marks have a format that this version does not know",
                "use a newer version of the generator",
            )
        } else {
            (
                "there is no mark of an endpoint in this file",
                "name an executable that is built on a crate of this generator, not a packed or encrypted one",
            )
        };
        return Err(CallsError {
            path: path.to_path_buf(),
            line: None,
            message: message.to_owned(),
            help,
        });
    }
    Ok(calls)
}

/// The text behind `LENGTH `.
fn text(rest: &[u8]) -> Option<&str> {
    let digits = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let length: usize = std::str::from_utf8(rest.get(..digits)?).ok()?.parse().ok()?;
    let text = rest.get(digits..)?.strip_prefix(b" ")?.get(..length)?;
    std::str::from_utf8(text).ok().filter(|text| text.len() <= LONGEST)
}

fn call(text: &str) -> Option<Call> {
    let mut lines = text.lines();
    let mut head = lines.next()?.split(' ');
    let (method, version, page) = (head.next()?, head.next()?, head.next()?);
    let mut paths = lines.map(str::to_owned);
    let first = paths.next()?;
    let mut call = Call::new(method, &format!("/{version}{first}"));
    call.text = format!("{method} {first}");
    call.page = Some(page.to_owned());
    call.more_paths = paths.collect();
    Some(call)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(bytes: &[u8]) -> String {
        match read(bytes, Path::new("app")) {
            Ok(calls) => {
                let one = |call: &Call| {
                    format!(
                        "{} {:?} {:?} {:?}",
                        call.text, call.address.version, call.page, call.more_paths
                    )
                };
                calls.iter().map(one).collect::<Vec<_>>().join("\n")
            }
            Err(error) => error.to_string(),
        }
    }

    #[test]
    fn marks_among_other_bytes() {
        let bytes = b"\x7fELF\0graph-endpoint/\0graph-endpoint/1 38 GET beta api/kiln-list.md\n/kilns\n/kiln\xff\
            graph-endpoint/1 30 POST v1.0 api/pot-fire.md\n/pot/graph-endpoint/1 99 GET cut";
        insta::assert_snapshot!(shown(bytes), @r#"
        GET /kilns Some("beta") Some("api/kiln-list.md") ["/kiln"]
        POST /pot Some("v1.0") Some("api/pot-fire.md") []
        "#);
    }

    #[test]
    fn files_without_marks() {
        insta::assert_snapshot!(shown(b"#!/bin/sh\n"), @"app: there is no mark of an endpoint in this file");
        insta::assert_snapshot!(shown(b"graph-endpoint/2 7 GET x y"), @"app: its marks have a format that this version does not know");
        insta::assert_snapshot!(shown(b""), @"app: there is no mark of an endpoint in this file");
    }
}
