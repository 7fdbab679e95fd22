//! The steps, each in a process of its own.

use crate::measure::{own_cpu, peak_memory};
use crate::{floor, stages};
use generator::cli::{Console, Status};
use std::ffi::OsStr;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

/// What is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Step {
    /// Read everything, one markdown event pass.
    Floor,
    /// `generator export`; what it prints goes nowhere.
    Export,
    /// `generator generate` into a folder that is up to date.
    Warm,
    /// `generator generate` into a folder that does not exist.
    Cold,
}

impl Step {
    /// All, in the order in which they take turns.
    pub(crate) const ALL: [Self; 4] = [Self::Floor, Self::Export, Self::Warm, Self::Cold];

    /// The name in the table.
    pub(crate) fn title(self) -> &'static str {
        match self {
            Self::Floor => "floor",
            Self::Export => "export",
            Self::Warm => "generate, warm",
            Self::Cold => "generate, cold",
        }
    }

    fn argument(self) -> &'static str {
        match self {
            Self::Floor => "floor",
            Self::Export => "export",
            Self::Warm | Self::Cold => "generate",
        }
    }
}

/// What a step cost.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Figures {
    /// Seconds on the clock.
    pub(crate) wall: f64,
    /// CPU seconds of all threads, user and system.
    pub(crate) cpu: f64,
    /// Largest resident size in MB.
    pub(crate) peak: f64,
}

/// Runs a step in a new process.
pub(crate) fn in_process(step: Step, corpus: &Path, out: &Path, threads: usize) -> Figures {
    let text = child(step.argument(), corpus, out, threads);
    let numbers: Vec<f64> = text.split_whitespace().map(|word| word.parse().unwrap()).collect();
    let [wall, cpu, peak] = numbers[..] else {
        unreachable!("the step prints three numbers, not {text}")
    };
    Figures { wall, cpu, peak }
}

/// Prints the parts of a warm run.
pub(crate) fn show_stages(corpus: &Path, out: &Path, threads: usize) {
    println!("{}", child("stages", corpus, out, threads));
}

fn child(name: &str, corpus: &Path, out: &Path, threads: usize) -> String {
    let mut command = Command::new(std::env::current_exe().unwrap());
    let command = command.args(["--only", name]).arg(corpus).arg(out);
    let output = command.env("RAYON_NUM_THREADS", threads.to_string()).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// What the new process does.
pub(crate) fn run(name: &str, corpus: &Path, out: &Path) {
    if name == "stages" {
        println!("{}\n", floor::compared(corpus));
        return stages::show(corpus, out);
    }
    let (start, before) = (Instant::now(), own_cpu());
    match name {
        "floor" => assert!(floor::run(corpus) > 0, "the corpus holds no page"),
        "export" => export(corpus),
        _ => generate(corpus, out),
    }
    let (wall, cpu) = (start.elapsed().as_secs_f64(), own_cpu().since(before).total());
    println!("{wall} {cpu} {}", peak_memory("self").unwrap());
}

fn export(corpus: &Path) {
    command(&["export".as_ref(), "--docs".as_ref(), corpus.as_os_str()]);
}

fn generate(corpus: &Path, out: &Path) {
    command(&[
        "--docs".as_ref(),
        corpus.as_os_str(),
        "--out".as_ref(),
        out.as_os_str(),
        "--crate-name".as_ref(),
        "measured".as_ref(),
    ]);
}

/// What the program does with these arguments.
fn command(arguments: &[&OsStr]) {
    let mut console = Console {
        out: &mut io::sink(),
        err: &mut io::sink(),
        directory: PathBuf::from("/"),
        colour: false,
        out_colour: false,
        terminal: false,
    };
    let arguments = [&["generator".as_ref()], arguments].concat();
    let status = generator::cli::run(arguments, &mut console);
    assert_eq!(status, Status::Done);
}
