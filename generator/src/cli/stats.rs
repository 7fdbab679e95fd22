//! `generator stats`.

use super::args::{Format, StatsArguments};
use super::failure::Failure;
use super::{Console, Status, reading};
use crate::report;

pub(super) fn run(arguments: &StatsArguments, console: &mut Console<'_>) -> Result<Status, Failure> {
    let reading = reading::read(&arguments.source, console)?;
    let stats = report::Stats::of(&reading.model);
    match arguments.format {
        Format::Text => console.print(stats)?,
        Format::Json => {
            let json = serde_json::to_string_pretty(&stats).map_err(|error| Failure::from_output(&error.into()))?;
            console.print(json)?;
        }
    }
    Ok(Status::Done)
}
