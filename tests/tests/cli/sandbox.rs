//! A folder of its own for each test, and runs of the program in it.

use generator::cli::{Console, Status, run};
use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// A temporary folder that a run works in.
pub(crate) struct Sandbox {
    folder: TempDir,
}

/// What a run did.
pub(crate) struct Run {
    pub(crate) status: Status,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Sandbox {
    /// An empty folder.
    pub(crate) fn new() -> Self {
        Self {
            folder: TempDir::new().unwrap(),
        }
    }

    /// A workspace with `docs-src/` and the three pages of [`super::pages`].
    pub(crate) fn with_pages() -> Self {
        let sandbox = Self::new();
        sandbox.write("docs-src/beta/resources/kettle.md", super::pages::RESOURCE);
        sandbox.write("docs-src/beta/resources/kettlestate.md", super::pages::ENUM);
        sandbox.write("docs-src/beta/api/kettle-list.md", super::pages::API);
        sandbox.write("docs-src/includes/clouds.md", super::pages::CLOUDS);
        sandbox
    }

    pub(crate) fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    pub(crate) fn write(&self, path: &str, content: impl AsRef<[u8]>) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
    }

    pub(crate) fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path(path)).unwrap()
    }

    /// Replaces a text in a file, which must have it.
    pub(crate) fn edit(&self, path: &str, old: &str, new: &str) {
        let text = self.read(path);
        assert!(text.contains(old), "{path} has no {old:?}");
        self.write(path, text.replace(old, new));
    }

    /// Runs the program in the folder.
    pub(crate) fn run(&self, arguments: &[&str]) -> Run {
        self.run_in("", arguments)
    }

    /// Runs the program in a folder below.
    pub(crate) fn run_in(&self, directory: &str, arguments: &[&str]) -> Run {
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let status = self.run_to(directory, arguments, &mut out, &mut err);
        let text = |bytes| String::from_utf8(bytes).unwrap();
        let folder = self.folder.path().canonicalize().unwrap();
        let neutral = |text: String| text.replace(folder.to_str().unwrap(), "SANDBOX");
        Run {
            status,
            out: neutral(text(out)),
            err: neutral(text(err)),
        }
    }

    /// Runs the program with an output that refuses every byte, for this reason.
    pub(crate) fn run_refused(&self, arguments: &[&str], reason: io::ErrorKind) -> (Status, String) {
        let mut err = Vec::new();
        let status = self.run_to("", arguments, &mut Refusing(reason), &mut err);
        (status, String::from_utf8(err).unwrap())
    }

    fn run_to(&self, directory: &str, arguments: &[&str], out: &mut dyn Write, err: &mut dyn Write) -> Status {
        let mut console = Console {
            out,
            err,
            directory: self.path(directory),
            colour: false,
            out_colour: false,
            terminal: false,
        };
        run(std::iter::once(&"generator").chain(arguments), &mut console)
    }

    /// Every file below the folder with its bytes.
    pub(crate) fn files(&self) -> BTreeMap<String, Vec<u8>> {
        let mut files = BTreeMap::new();
        collect(self.folder.path(), self.folder.path(), &mut files);
        files
    }

    /// The files of the emitted crate with their bytes.
    pub(crate) fn generated(&self) -> BTreeMap<String, Vec<u8>> {
        let mut files = self.files();
        files.retain(|path, _| path.starts_with("generated/"));
        files
    }
}

impl Run {
    /// Fails unless the run ended with this status.
    #[track_caller]
    pub(crate) fn ends(self, status: Status) -> Self {
        assert_eq!(self.status, status, "out: {}\nerr: {}", self.out, self.err);
        self
    }

    /// Fails unless the diagnostics have all these texts.
    #[track_caller]
    pub(crate) fn says(self, texts: &[&str]) -> Self {
        for text in texts {
            assert!(self.err.contains(text), "no {text:?} in:\n{}", self.err);
        }
        self
    }
}

struct Refusing(io::ErrorKind);

impl Write for Refusing {
    fn write(&mut self, _: &[u8]) -> io::Result<usize> {
        Err(self.0.into())
    }

    fn flush(&mut self) -> io::Result<()> {
        Err(self.0.into())
    }
}

fn collect(base: &Path, folder: &Path, files: &mut BTreeMap<String, Vec<u8>>) {
    for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let path = entry.path();
        if entry.file_type().unwrap().is_dir() {
            collect(base, &path, files);
        } else if entry.file_type().unwrap().is_file() {
            let name = path.strip_prefix(base).unwrap().display().to_string();
            files.insert(name, fs::read(&path).unwrap());
        }
    }
}
