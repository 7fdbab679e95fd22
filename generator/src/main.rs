//! The command line program. Everything is in [`generator::cli`].

use generator::cli::{Console, run};
use std::io::{self, BufWriter, IsTerminal};
use std::process::ExitCode;

/// A run makes some millions of small allocations: with the allocator of the C library they
/// took a fifth more CPU time on Linux.
#[cfg(feature = "mimalloc")]
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let terminal = io::stderr().is_terminal();
    let mut out = BufWriter::new(io::stdout().lock());
    let mut err = io::stderr();
    let mut console = Console {
        out: &mut out,
        err: &mut err,
        directory: std::env::current_dir().unwrap_or_default(),
        colour: terminal && wants_colour(),
        out_colour: io::stdout().is_terminal() && wants_colour(),
        terminal,
    };
    let status = run(std::env::args_os(), &mut console);
    status.into()
}

/// <https://no-color.org>: any value but the empty one says no.
fn wants_colour() -> bool {
    let is_set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    let dumb = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
    !is_set("NO_COLOR") && !dumb
}
