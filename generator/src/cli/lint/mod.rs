//! `generator lint`.

mod args;
mod fix;
mod known;
mod metadata;
mod options;
mod reference;
mod text;

pub(super) use args::{HELP, LintArguments};

use super::failure::Failure;
use super::progress::Progress;
use super::render::Renderer;
use super::{Console, Status, settings};
use crate::export;
use crate::lint::render::{self, Shown};
use crate::lint::{self, Against, Report, Set};
use crate::pipeline::{Generator, Reading};
use args::Format;
use options::Options;
use std::path::Path;

/// Fixes can make room for others: of two that overlap the second one follows, and behind a comma too many the next slip of
/// the block. All pages are read again for it, because what one page says decides what is wrong with others.
const MOST_ROUNDS: usize = 8;

pub(super) fn run(arguments: &LintArguments, console: &mut Console<'_>) -> Result<Status, Failure> {
    let (generator, config) = settings::lint(arguments, &console.directory)?;
    let options = Options::of(arguments, &config)?;
    let (mut report, mut reading) = check(arguments, &generator, &options, console)?;
    if arguments.fix {
        let mut files = 0;
        for _ in 0..MOST_ROUNDS {
            let changed = fix::write(arguments, &report, &reading)?;
            if changed == 0 {
                break;
            }
            files = files.max(changed);
            (report, reading) = check(arguments, &generator, &options, console)?;
        }
        console.say(format_args!("files that were corrected: {files}"));
    }
    let known = known::apply(arguments, &mut report, &reading, console)?;
    if known.is_written {
        return Ok(Status::Done);
    }
    metadata::write_corrections(arguments, &report, &reading, console)?;
    if arguments.diff {
        fix::show(arguments, &report, &reading, console)?;
    } else {
        show(arguments, &report, &reading, known.is_read, console)?;
    }
    let fails = report
        .findings
        .iter()
        .any(|finding| options.fail_on.fails(finding.severity));
    Ok(if fails { Status::Found } else { Status::Done })
}

/// Reads the pages and looks for everything that is asked for.
fn check(
    arguments: &LintArguments,
    generator: &Generator,
    options: &Options,
    console: &mut Console<'_>,
) -> Result<(Report, Reading), Failure> {
    let mut progress = Progress::new(console);
    let reading = generator.read(&mut |stage| progress.stage(stage))?;
    let metadata = metadata::load(arguments, &reading, console)?;
    let permissions = reference::load(arguments, console)?;
    let against = Against {
        metadata: metadata.as_ref(),
        permissions: permissions.as_ref(),
    };
    let set = Set::new(&reading.docs, &reading.rows, &reading.model);
    let mut report = lint::lint(&set, &reading.diagnostics, against, &options.settings);
    options.keep_pages(&mut report, &reading)?;
    progress.pause();
    Ok((report, reading))
}

fn show(
    arguments: &LintArguments,
    report: &Report,
    reading: &Reading,
    baseline: bool,
    console: &mut Console<'_>,
) -> Result<(), Failure> {
    let folder = folder(reading, &console.directory);
    let shown = Shown {
        report,
        sources: &reading.docs.sources,
        folder: &folder,
    };
    let text = match arguments.format {
        Format::Text => {
            let colour = console.out_colour && arguments.output.is_none();
            let renderer = Renderer::new(colour).for_files_of(reading.root.base(), &console.directory);
            Ok(text::text(report, &reading.docs.sources, &renderer, arguments.all))
        }
        Format::Json => render::json(&Shown { folder: "", ..shown }),
        Format::Github => Ok(render::github(&shown)),
        Format::Sarif => render::sarif(&shown, baseline),
    };
    let text = text.map_err(|error| Failure::from_output(&error.into()))?;
    write(arguments.output.as_deref(), &text, console)
}

/// What paths begin with, for readers who stand in the current directory.
fn folder(reading: &Reading, current: &Path) -> String {
    let current = current.canonicalize().unwrap_or_default();
    let base = reading.root.base();
    let shown = base.strip_prefix(current).unwrap_or(base).join("");
    shown.display().to_string()
}

fn write(output: Option<&Path>, text: &str, console: &mut Console<'_>) -> Result<(), Failure> {
    let text = text.trim_end_matches('\n');
    match output.filter(|path| *path != Path::new("-")) {
        None => console.print(text),
        Some(path) => {
            let path = console.directory.join(path);
            let written = export::replace(&path, |writer| writeln!(writer, "{text}"));
            written.map_err(|error| Failure::file("write", &path, &error))
        }
    }
}
