//! Runs `cargo check` and watches what it costs.

use crate::measure::{Cpu, children_cpu, peak_memory};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

/// A folder of crates with one target folder.
pub(crate) struct Workshop {
    folder: PathBuf,
}

/// One of the crates, and how it is compiled.
pub(crate) struct Crate {
    name: &'static str,
    features: String,
}

/// What a check cost.
#[derive(Clone, Copy)]
pub(crate) struct Figures {
    /// cargo and rustc together.
    pub(crate) cpu: Cpu,
    /// The largest resident size of a rustc, in MB.
    pub(crate) peak: f64,
}

impl Crate {
    /// A crate without default features.
    pub(crate) fn new(name: &'static str) -> Self {
        Self {
            name,
            features: String::new(),
        }
    }

    /// The same with features.
    pub(crate) fn features(self, features: &str) -> Self {
        Self {
            features: features.to_owned(),
            ..self
        }
    }
}

impl Workshop {
    /// A workshop in a folder. Its crates are one workspace, so that what one has compiled the others can use; the
    /// versions that the generator's own workspace uses are at hand without a network.
    pub(crate) fn new(folder: &Path) -> Self {
        let manifest = "[workspace]\nresolver = \"3\"\nmembers = [\"full\", \"derives\", \"consumer\"]\n";
        fs::write(folder.join("Cargo.toml"), manifest).unwrap();
        let lock = Path::new(env!("CARGO_MANIFEST_DIR")).join("../Cargo.lock");
        fs::copy(lock, folder.join("Cargo.lock")).unwrap();
        Self {
            folder: folder.to_owned(),
        }
    }

    /// Compiles what a crate depends on, with an empty file in place of the crate.
    pub(crate) fn build_dependencies(&self, built: &Crate) {
        let root = self.folder.join(built.name).join("src/lib.rs");
        let text = fs::read_to_string(&root).unwrap();
        fs::write(&root, "").unwrap();
        self.check(built);
        fs::write(&root, text).unwrap();
    }

    /// Checks a crate.
    pub(crate) fn check(&self, checked: &Crate) -> Figures {
        let folder = self.folder.join(checked.name);
        let before = children_cpu();
        let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        command.args(["check", "--offline", "--quiet", "--no-default-features"]);
        command.args(["--features", &checked.features]);
        command.current_dir(&folder).stdout(Stdio::null());
        command.stderr(fs::File::create(folder.join("messages")).unwrap());
        command.env("CARGO_INCREMENTAL", "0");
        command.env("CARGO_TARGET_DIR", self.folder.join("target"));
        let peak = self.watch(command.spawn().unwrap(), &folder);
        let cpu = children_cpu().since(before);
        Figures { cpu, peak }
    }

    /// Waits for the end, and looks at every rustc that works in this workshop meanwhile.
    fn watch(&self, mut child: Child, folder: &Path) -> f64 {
        let mut peak: f64 = 0.0;
        loop {
            if let Some(status) = child.try_wait().unwrap() {
                let messages = fs::read_to_string(folder.join("messages")).unwrap();
                let first: Vec<&str> = messages.lines().take(60).collect();
                assert!(status.success(), "{}", first.join("\n"));
                return peak;
            }
            let memory = self.compilers().filter_map(|process| peak_memory(&process));
            peak = memory.fold(peak, f64::max);
            sleep(Duration::from_millis(50));
        }
    }

    /// The rustc processes that write to this workshop's target folder.
    fn compilers(&self) -> impl Iterator<Item = String> {
        let target = self.folder.join("target").display().to_string();
        let processes = fs::read_dir("/proc").unwrap();
        let names = processes.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
        names.filter(move |name| {
            let of = |file: &str| fs::read_to_string(format!("/proc/{name}/{file}")).unwrap_or_default();
            name.bytes().all(|byte| byte.is_ascii_digit())
                && of("comm").trim() == "rustc"
                && of("cmdline").contains(&target)
        })
    }
}
