//! CSV, as the portals export it. The separator is the one that makes columns of the first line.

use super::line::{Field, Line};
use super::{CallsError, Filter, Tally, failure};
use csv::{ByteRecord, ReaderBuilder};
use std::borrow::Cow;
use std::io::BufRead;
use std::path::Path;

const SEPARATORS: [u8; 4] = [b',', b';', b'\t', b'|'];

pub(super) fn read(mut log: impl BufRead, path: &Path, filter: Filter<'_, '_>) -> Result<Tally, CallsError> {
    let mut head = Vec::new();
    // The names of columns have no line ends. Spreadsheets write the separator, `sep=;`, on a line of its own.
    while head.is_empty() || head.starts_with(b"sep=") {
        head.clear();
        let read = log.read_until(b'\n', &mut head);
        if read.map_err(|error| unreadable(path, &error.into()))? == 0 {
            break;
        }
    }
    let Some((separator, columns)) = SEPARATORS
        .into_iter()
        .find_map(|separator| Some((separator, columns(&head, separator)?)))
    else {
        return Err(failure(
            path,
            Some(1),
            "the first line has no columns `RequestMethod` and `RequestUri`",
            HELP,
        ));
    };
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator)
        .from_reader(log);
    let mut tally = Tally::default();
    let mut record = ByteRecord::new();
    while reader
        .read_byte_record(&mut record)
        .map_err(|error| unreadable(path, &error))?
    {
        let mut line = Line::default();
        for (field, at) in &columns {
            line.set(
                *field,
                record.get(*at).map_or(Cow::Borrowed(""), String::from_utf8_lossy),
            );
        }
        tally.add(&line, filter);
    }
    Ok(tally)
}

const HELP: &str =
    "export the log as CSV with a line of names first, separated by commas, semicolons, tabs or bars; or as JSON lines";

fn columns(head: &[u8], separator: u8) -> Option<Vec<(Field, usize)>> {
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .delimiter(separator)
        .from_reader(head);
    let names = reader.byte_records().next()?.ok()?;
    let names = names.iter().map(String::from_utf8_lossy);
    let fields: Vec<(Field, usize)> = names
        .zip(0..)
        .filter_map(|(name, at)| Some((Field::of(&name)?, at)))
        .collect();
    let has = |wanted: Field| fields.iter().any(|(field, _)| *field == wanted);
    (has(Field::Method) && has(Field::Uri)).then_some(fields)
}

fn unreadable(path: &Path, error: &csv::Error) -> CallsError {
    let line = error
        .position()
        .and_then(|position| usize::try_from(position.line() + 1).ok());
    failure(path, line, format!("it cannot be read as CSV: {error}"), HELP)
}
