//! What the system says about processes, and how the benchmarks show it. Linux only: figures come from `/proc`.

#![allow(dead_code, reason = "each benchmark uses a part")]

use std::fs;
use std::path::PathBuf;

/// Ticks of `/proc/*/stat` in a second; 100 on every Linux that Rust supports as a host.
const TICKS: f64 = 100.0;

/// CPU seconds, user and system apart.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Cpu {
    /// In the program.
    pub(crate) user: f64,
    /// In the kernel for the program.
    pub(crate) system: f64,
}

impl Cpu {
    /// Both.
    pub(crate) fn total(self) -> f64 {
        self.user + self.system
    }

    /// What was used since an earlier moment.
    pub(crate) fn since(self, earlier: Self) -> Self {
        Self {
            user: self.user - earlier.user,
            system: self.system - earlier.system,
        }
    }
}

/// What this process used so far, all threads.
pub(crate) fn own_cpu() -> Cpu {
    cpu_fields(13)
}

/// What the children of this process used that have ended and were waited for, and their children.
pub(crate) fn children_cpu() -> Cpu {
    cpu_fields(15)
}

/// Two neighbouring fields of `/proc/self/stat`, counted from zero.
fn cpu_fields(first: usize) -> Cpu {
    let stat = fs::read_to_string("/proc/self/stat").unwrap_or_default();
    // The second field is the program's name in parentheses, which may hold spaces.
    let after_name = stat.rsplit_once(')').map_or("", |(_, rest)| rest);
    let field = |index: usize| {
        let text = after_name.split_whitespace().nth(index - 2);
        text.and_then(|text| text.parse::<f64>().ok()).unwrap_or(f64::NAN) / TICKS
    };
    Cpu {
        user: field(first),
        system: field(first + 1),
    }
}

/// The largest resident size of a process so far, in MB (10^6 bytes); `None` when the process is gone.
pub(crate) fn peak_memory(process: &str) -> Option<f64> {
    let status = fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kilobytes: f64 = line.trim().strip_suffix(" kB")?.trim().parse().ok()?;
    Some(kilobytes * 1024.0 / 1e6)
}

/// The middle value; the lower one of two.
pub(crate) fn median(values: impl IntoIterator<Item = f64>) -> f64 {
    let mut values: Vec<f64> = values.into_iter().collect();
    values.sort_by(f64::total_cmp);
    let middle = values.len().saturating_sub(1) / 2;
    values.get(middle).copied().unwrap_or(f64::NAN)
}

/// The documentation of July 2021 below `GRAPH_DOCS_CORPUS`; `None`, said on stdout, when there is none.
pub(crate) fn corpus(benchmark: &str) -> Option<PathBuf> {
    let Some(folder) = std::env::var_os("GRAPH_DOCS_CORPUS") else {
        println!("SKIPPED {benchmark}: GRAPH_DOCS_CORPUS names no folder");
        return None;
    };
    let corpus = PathBuf::from(folder).join("graph-docs-2021-07-16");
    if corpus.is_dir() {
        return Some(corpus);
    }
    println!("SKIPPED {benchmark}: {} is no folder", corpus.display());
    None
}

/// `ok` or `OVER`, for a figure that has a limit.
pub(crate) fn verdict(figure: f64, limit: f64) -> &'static str {
    if figure <= limit { "ok" } else { "OVER" }
}

/// The number after an option such as `--rounds`, else a default.
pub(crate) fn option(name: &str, default: usize) -> usize {
    let mut arguments = std::env::args().skip_while(|argument| argument != name);
    arguments.nth(1).and_then(|value| value.parse().ok()).unwrap_or(default)
}
