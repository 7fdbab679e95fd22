//! What reading and writing the whole documentation costs, beside the least that any reader of it must do.
//!
//! `GRAPH_DOCS_CORPUS=FOLDER cargo bench -p tests --bench generation [-- --rounds N]`
//!
//! Every figure comes from a process of its own that does one step and reports; the steps take turns, so that a slow
//! moment of the machine meets all of them.
#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a benchmark fails by panicking")]

mod floor;
#[path = "../measure/mod.rs"]
mod measure;
mod stages;
mod step;

use measure::{median, verdict};
use std::path::Path;
use step::{Figures, Step};

/// The allocator of the program, for the floor too.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

const LIMITS: [(Step, f64); 2] = [(Step::Export, 5.0), (Step::Warm, 7.0)];
const MEMORY_LIMIT: f64 = 420.0;

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    if let Some(at) = arguments.iter().position(|argument| argument == "--only") {
        let [name, corpus, out] = &arguments[at + 1..at + 4] else {
            return;
        };
        return step::run(name, Path::new(corpus), Path::new(out));
    }
    let Some(corpus) = measure::corpus("generation") else {
        return;
    };
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let threads = measure::option("--threads", threads);
    let rounds = measure::option("--rounds", 5);
    let out = tempfile::tempdir().unwrap();
    println!("{threads} threads, {rounds} rounds, medians\n");
    let warm = out.path().join("warm");
    // The first run fills the page cache and the folder of the warm runs.
    step::in_process(Step::Warm, &corpus, &warm, threads);
    let mut figures: Vec<(Step, Vec<Figures>)> = Step::ALL.map(|step| (step, Vec::new())).into();
    for round in 0..rounds {
        for (step, all) in &mut figures {
            let folder = match step {
                Step::Cold => out.path().join(format!("cold{round}")),
                _ => warm.clone(),
            };
            all.push(step::in_process(*step, &corpus, &folder, threads));
        }
    }
    show(&figures);
    step::show_stages(&corpus, &warm, threads);
}

fn show(figures: &[(Step, Vec<Figures>)]) {
    let of = |step: Step| &figures.iter().find(|(candidate, _)| *candidate == step).unwrap().1;
    let floors = of(Step::Floor);
    println!("| step | wall ms | CPU ms | wall ratio | CPU ratio | limit | peak MB | limit |");
    println!("| --- | --- | --- | --- | --- | --- | --- | --- |");
    for (step, all) in figures {
        let wall = median(all.iter().map(|figures| figures.wall));
        let cpu = median(all.iter().map(|figures| figures.cpu));
        let peak = all.iter().map(|figures| figures.peak).fold(0.0, f64::max);
        // Ratios are taken within a round, where the machine was equally fast.
        let ratio = |of: fn(&Figures) -> f64| median(all.iter().zip(floors).map(|(step, floor)| of(step) / of(floor)));
        let (in_wall, in_cpu) = (ratio(|figures| figures.wall), ratio(|figures| figures.cpu));
        let limit = LIMITS.iter().find(|(limited, _)| limited == step);
        let limit = limit.map_or(String::new(), |(_, limit)| {
            format!("{limit:.0} {}", verdict(in_cpu, *limit))
        });
        println!(
            "| {} | {:.0} | {:.0} | {in_wall:.1} | {in_cpu:.1} | {limit} | {peak:.0} | {MEMORY_LIMIT:.0} {} |",
            step.title(),
            wall * 1e3,
            cpu * 1e3,
            verdict(peak, MEMORY_LIMIT)
        );
    }
    println!();
}
