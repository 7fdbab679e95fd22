//! `generator stats`.

use super::args::{Format, StatsArguments};
use super::failure::Failure;
use super::{Console, Status, reading};
use crate::report::{Stats, UncertainFacts};
use serde::Serialize;
use std::fmt::Display;

pub(super) fn run(arguments: &StatsArguments, console: &mut Console<'_>) -> Result<Status, Failure> {
    let reading = reading::read(&arguments.source, console)?;
    if arguments.list {
        let facts = UncertainFacts::of(&reading.model, &reading.docs.sources);
        print(&facts, arguments.format, console)?;
    } else {
        print(&Stats::of(&reading.model), arguments.format, console)?;
    }
    Ok(Status::Done)
}

fn print(result: &(impl Display + Serialize), format: Format, console: &mut Console<'_>) -> Result<(), Failure> {
    match format {
        Format::Text => console.print(result),
        Format::Json => {
            let json = serde_json::to_string_pretty(result).map_err(|error| Failure::from_output(&error.into()))?;
            console.print(json)
        }
    }
}
