//! `generator site`.

use super::args::Source;
use super::failure::Failure;
use super::progress::Progress;
use super::{Console, Status, reading, settings};
use crate::diff::{Changes, compare};
use crate::export;
use crate::model::Model;
use crate::pipeline::{Generator, Stage, Summary, check_not_empty};
use crate::site;
use clap::Args;
use std::mem::ManuallyDrop;
use std::path::{Path, PathBuf};
use std::time::Instant;

/// Shown below the options.
pub(super) const HELP: &str = "\
Examples:
  generator site --out site
      A site about docs-src/. Open site/index.html; it needs no server and no network.
  generator site --docs ../microsoft-graph-docs --out site --include 'area:intune_*'
      Only Intune, with the types that come along.
  generator site --out site --baseline v1.0.0:docs-src
      Also what changed since a tag, permissions first.
  generator site --out site --check
      In CI: exit status 1 when the folder is not what the pages give.

The site has a page for every permission (what it opens), call and type, and searches all of them,
also for a URL of a log. Links to its pages stay: index.html#/v1.0/call/GET/users/{id}.
Examples and texts are those of your pages, so whoever may read these may read the site.

A baseline is
  FOLDER or PAGE       pages on disk
  REVISION:PATH        pages in a git repository
  FILE.json            what `generator export -o FILE.json` wrote

Exit status: 0 done, 1 --check found a difference, 2 could not run.";

#[derive(Debug, Args)]
pub(super) struct SiteArguments {
    #[command(flatten)]
    source: Source,
    /// Folder to write the site to
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    /// Keep only what a pattern matches; may be repeated
    #[arg(long, value_name = "PATTERN")]
    include: Vec<String>,
    /// Leave out what a pattern matches; may be repeated
    #[arg(long, value_name = "PATTERN")]
    exclude: Vec<String>,
    /// An earlier state of the pages, or an exported model; the site tells what changed since
    #[arg(long, value_name = "BASELINE")]
    baseline: Option<PathBuf>,
    /// What the site is called
    #[arg(long, value_name = "TEXT", default_value = "API reference")]
    title: String,
    /// Write nothing; print a unified diff of what would change
    #[arg(long)]
    check: bool,
}

pub(super) fn run(arguments: &SiteArguments, console: &mut Console<'_>) -> Result<Status, Failure> {
    let start = Instant::now();
    let patterns = [arguments.include.as_slice(), arguments.exclude.as_slice()];
    let generator = settings::writer(&arguments.source, &arguments.out, patterns, &console.directory)?;
    let mut progress = Progress::new(console);
    let reading = reading::read_with(&generator, arguments.source.all_diagnostics, &mut progress, console)?;
    let (docs, _rows) = (ManuallyDrop::new(reading.docs), ManuallyDrop::new(reading.rows));
    let model = ManuallyDrop::new(generator.select(reading.model)?);
    check_not_empty(&model)?;
    let changes = changes(arguments, &generator, &model, &mut progress, console)?;
    progress.stage(Stage::Site);
    let files = ManuallyDrop::new(site::files(&model, changes.as_ref(), &arguments.title));
    if arguments.check {
        let difference = generator.check(&files)?;
        progress.pause();
        return told(&difference, console);
    }
    progress.stage(Stage::Writing);
    let written = generator.write(&files)?;
    progress.pause();
    console.print(Summary::of(docs.pages.len(), &model).with_files(written))?;
    if console.terminal {
        let page = console.directory.join(&arguments.out).join("index.html");
        let seconds = start.elapsed().as_secs_f64();
        console.say(format_args!("in {seconds:.1} s; open {}", page.display()));
    }
    Ok(Status::Done)
}

fn told(difference: &str, console: &mut Console<'_>) -> Result<Status, Failure> {
    if difference.is_empty() {
        return Ok(Status::Done);
    }
    console.print(difference.trim_end_matches('\n'))?;
    console.say("the site is not what the pages give; run the same command without --check to update it");
    Ok(Status::Found)
}

/// What changed since the baseline, in the part of the API that the site is about.
fn changes(
    arguments: &SiteArguments,
    generator: &Generator,
    model: &Model,
    progress: &mut Progress,
    console: &Console<'_>,
) -> Result<Option<Changes>, Failure> {
    let Some(name) = &arguments.baseline else {
        return Ok(None);
    };
    let mut before = baseline(name, generator, progress, console)?;
    if !arguments.source.api_version.is_empty() {
        let wanted = &arguments.source.api_version;
        before.schemas.retain(|schema| wanted.contains(&schema.version));
    }
    progress.stage(Stage::Comparing);
    Ok(Some(compare(&generator.select(before)?, model)))
}

fn baseline(
    name: &Path,
    generator: &Generator,
    progress: &mut Progress,
    console: &Console<'_>,
) -> Result<Model, Failure> {
    let path = console.directory.join(name);
    let is_export = path.extension().is_some_and(|end| end.eq_ignore_ascii_case("json"));
    if !is_export || !path.is_file() {
        let generator = generator.clone().docs(name);
        // A correction of today need not apply to the pages of then.
        let corrections = generator.load_corrections()?;
        let reading = generator.read_corrected(&corrections, &mut |stage| progress.stage(stage))?;
        return Ok(reading.model);
    }
    let text = std::fs::read_to_string(&path).map_err(|error| Failure::file("read", &path, &error))?;
    export::from_json(&text).map_err(|error| {
        let message = format!("{} is not an exported model: {error}", path.display());
        Failure::new(message, "`generator export -o FILE.json` writes one")
    })
}
