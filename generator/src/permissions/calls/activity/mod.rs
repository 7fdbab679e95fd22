//! Microsoft Graph activity logs: who called what, and with which permissions.
//!
//! A log of millions of lines is read in blocks, on every core, and only counted: memory depends on the number of
//! different calls, not on that of lines.

mod csv;
mod json;
mod line;
mod tables;
mod tally;

pub use tally::Tally;

use super::CallsError;
use crate::permissions::matching::Index;
use rayon::prelude::*;
use std::io::{self, BufRead, BufReader, Read};
use std::path::Path;

/// What lines are looked up in, and which of them count.
#[derive(Clone, Copy)]
pub struct Filter<'i, 'm> {
    /// The documented routes.
    pub index: &'i Index<'m>,
    /// Only the calls of this application.
    pub app: Option<&'i str>,
}

/// So many bytes are read at once.
const BLOCK: usize = 8 << 20;

/// Reads a log, JSON lines or CSV, whichever its first line is.
pub fn read(log: impl Read, path: &Path, filter: Filter<'_, '_>) -> Result<Tally, CallsError> {
    let mut log = BufReader::with_capacity(1 << 20, log);
    let failed = |error: io::Error| {
        if error.kind() == io::ErrorKind::UnexpectedEof {
            return failure(path, None, "it is packed and ends in the middle", "copy it again");
        }
        failure(
            path,
            None,
            format!("it cannot be read: {error}"),
            "look at its permissions",
        )
    };
    skip_mark(&mut log).map_err(failed)?;
    let begin = log.fill_buf().map_err(failed)?;
    let first = begin.iter().find(|byte| !byte.is_ascii_whitespace()).copied();
    let tally = match first {
        None => {
            return Err(failure(
                path,
                None,
                "the log is empty",
                "export it again; it has one line for each call",
            ));
        }
        Some(b'{') if json::is_spread(begin) => json::objects(log, filter).map_err(|error| {
            let line = Some(error.line());
            failure(path, line, format!("this is no JSON object: {error}"), JSON_HELP)
        })?,
        Some(b'{') => json_lines(&mut log, filter).map_err(failed)?,
        Some(b'[') => json::array(log, filter).map_err(|error| {
            failure(
                path,
                Some(error.line()),
                format!("this is no list of JSON objects: {error}"),
                JSON_HELP,
            )
        })?,
        Some(_) => csv::read(log, path, filter)?,
    };
    tally.check(path, filter.app)?;
    Ok(tally)
}

const JSON_HELP: &str = "export the log as JSON lines, one object for each call";

/// A byte order mark says nothing.
fn skip_mark(log: &mut impl BufRead) -> io::Result<()> {
    if log.fill_buf()?.starts_with(b"\xef\xbb\xbf") {
        log.consume(3);
    }
    Ok(())
}

fn json_lines(log: &mut impl BufRead, filter: Filter<'_, '_>) -> io::Result<Tally> {
    let mut tally = Tally::default();
    let mut block = Vec::with_capacity(BLOCK + (1 << 16));
    loop {
        block.clear();
        let read = log.by_ref().take(BLOCK as u64).read_to_end(&mut block)?;
        if read == 0 {
            return Ok(tally);
        }
        log.read_until(b'\n', &mut block)?;
        let count = rayon::current_num_threads().max(1);
        let parts: Vec<&[u8]> = pieces(&block, count);
        let counted: Vec<Tally> = parts.par_iter().map(|part| json::lines(part, filter)).collect();
        for more in counted {
            tally.merge(more);
        }
    }
}

/// About equal parts that end with a line.
fn pieces(block: &[u8], count: usize) -> Vec<&[u8]> {
    let mut parts = Vec::with_capacity(count);
    let mut rest = block;
    for left in (1..=count).rev() {
        let middle = rest.len() / left;
        let end = rest
            .get(middle..)
            .and_then(|tail| memchr::memchr(b'\n', tail))
            .map_or(rest.len(), |at| middle + at + 1);
        let (part, tail) = rest.split_at(end.min(rest.len()));
        parts.push(part);
        rest = tail;
    }
    parts
}

fn failure(path: &Path, line: Option<usize>, message: impl Into<String>, help: &'static str) -> CallsError {
    CallsError {
        path: path.to_path_buf(),
        line,
        message: message.into(),
        help,
    }
}

#[cfg(test)]
mod tests;
