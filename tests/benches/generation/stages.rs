//! Where the time of a run goes, one part after the other.

use crate::measure::own_cpu;
use generator::Generator;
use generator::docs::{Docs, Root, resolve_include};
use generator::emit::write;
use generator::emit::{Plan, Settings};
use generator::markdown::{Include, Loader};
use generator::model::Version;
use generator::page::{self, Context, Memo};
use rayon::prelude::*;
use std::hint::black_box;
use std::path::Path;
use std::time::Instant;

/// Prints the table. Markdown is timed alone and once more with the page on top; `resolve` is what a whole run of it
/// costs, pages included.
pub(crate) fn show(corpus: &Path, out: &Path) {
    println!("| stage | wall ms | CPU ms |");
    println!("| --- | --- | --- |");
    let docs = time("docs: walk, read, decode, count lines", || {
        Docs::load(&Root::open(corpus).unwrap(), &[]).unwrap()
    });
    time("markdown", || pages(&docs, &|_, _| {}));
    time("markdown + page", || {
        pages(&docs, &|context, (document, folder)| {
            black_box(page::read(context, document, folder));
        });
    });
    let (model, _) = time("markdown + page + resolve", || generator::resolve::build(&docs));
    time("JSON", || {
        generator::export::to_writer(&model, &mut std::io::sink()).unwrap();
    });
    let plan = time("plan", || Plan::of(&model));
    let files = time("emit", || plan.emit(&Settings::new("measured")));
    let written = time("compare and write", || write::write(out, &files).unwrap());
    let bytes: usize = files.values().map(String::len).sum();
    println!(
        "\n{} files, {bytes} bytes, {} of them written",
        files.len(),
        written.written
    );
    drop(plan);
    time("whole run, warm, in this process", || {
        let generator = Generator::new().docs(corpus).out_dir(out);
        let reading = generator.read(&mut |_| {}).unwrap();
        generator.write(&generator.emit(&reading.model).unwrap()).unwrap();
    });
}

fn time<T>(name: &str, work: impl FnOnce() -> T) -> T {
    let (start, before) = (Instant::now(), own_cpu());
    let result = work();
    let (wall, cpu) = (start.elapsed().as_secs_f64(), own_cpu().since(before).total());
    println!("| {name} | {:.0} | {:.0} |", wall * 1e3, cpu * 1e3);
    result
}

type Read<'a> = (&'a generator::markdown::Document, generator::docs::Folder);

/// Reads every page and hands it on.
fn pages(docs: &Docs, then: &(dyn Fn(&Context<'_>, Read<'_>) + Sync)) {
    let resolve = |include: &Include| {
        let found = resolve_include(&docs.sources, include.span.file, &include.path);
        found.map_err(|error| error.to_diagnostic(include.span))
    };
    let loader = Loader::new(&docs.sources, &resolve);
    let descriptions = Memo::default();
    docs.pages.par_iter().for_each(|file| {
        let (document, diagnostics) = loader.load(file.file);
        black_box(diagnostics);
        let version = file.version.clone().unwrap_or_else(|| Version("beta".to_owned()));
        let context = Context {
            profile: &docs.profile,
            sources: &docs.sources,
            file: file.file,
            path: &file.path,
            version: Some(&version),
            descriptions: &descriptions,
        };
        then(&context, (&document, file.folder));
    });
}
