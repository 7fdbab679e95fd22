//! Headings that are tabs: `# [HTTP](#tab/http)`, `# [C#](#tab/csharp)`, `# [Users](#tab/users)`. `---` ends their group.

/// Tabs of programs: `csharp`, `javascript`, `msgraph-cli`.
#[rustfmt::skip]
const LANGUAGES: &[&str] = &[
    "bash", "cli", "c-sharp", "cs", "curl", "go", "graph-cli", "graph-powershell", "java", "js", "kotlin", "msgraph", "node", "obj",
    "php", "powershell", "ps", "py", "ruby", "rust", "sdk", "swift", "ts", "typescript",
];

/// The tab that a reading is in.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Tabs {
    /// It is of a language other than HTTP.
    foreign: bool,
    /// The level of the section that it is a part of.
    below: Option<u8>,
}

/// What a heading that is a tab begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tab {
    /// The same in HTTP, or in another language, which is not read. It ends no section.
    Language,
    /// A part of the section above, of this level.
    Part(u8),
}

impl Tabs {
    /// Whether what follows is not read.
    pub(super) fn is_foreign(self) -> bool {
        self.foreign
    }

    /// The group of tabs is over.
    pub(super) fn end_group(&mut self) {
        self.foreign = false;
    }

    /// A heading that is a link, in a section of some level; `None` if it is no tab.
    pub(super) fn begin(&mut self, target: &str, level: u8) -> Option<Tab> {
        let name = target.strip_prefix("#tab/")?;
        self.foreign = LANGUAGES.iter().any(|language| name.starts_with(language));
        if self.foreign || name.starts_with("http") {
            return Some(Tab::Language);
        }
        let above = *self.below.get_or_insert(level);
        Some(Tab::Part(above.saturating_add(1)))
    }
}
