//! What pages are about, by the name of their content in git, so that a page that has not changed is read once.

use super::item::call;
use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::PathBuf;

/// The first line of the file; another version of the program may look for other keys.
const FORMAT: &str = concat!("graph-generator pages 2 ", env!("CARGO_PKG_VERSION"));

/// The keys of pages.
pub(super) struct Index {
    folder: Option<PathBuf>,
    pages: BTreeMap<String, Vec<String>>,
    is_new: bool,
}

impl Index {
    /// Reads the file in a folder. One that is not there, or that is from another version, is like an empty one.
    pub(super) fn open(folder: Option<PathBuf>) -> Self {
        let path = folder.as_ref().map(|folder| folder.join(NAME));
        let text = path.and_then(|path| fs::read_to_string(path).ok()).unwrap_or_default();
        let mut lines = text.lines();
        let known = lines.next() == Some(FORMAT);
        let row = |line: &str| {
            let mut words = line.split('\t').map(str::to_owned);
            Some((words.next()?, words.collect()))
        };
        Self {
            folder,
            pages: lines.filter(|_| known).filter_map(row).collect(),
            is_new: false,
        }
    }

    /// Writes the file, if anything is new: first beside it, then in its place.
    pub(super) fn save(&self) -> io::Result<()> {
        let Some(folder) = self.folder.as_ref().filter(|_| self.is_new) else {
            return Ok(());
        };
        fs::create_dir_all(folder)?;
        let mut text = format!("{FORMAT}\n");
        for (page, keys) in &self.pages {
            text.push_str(page);
            for key in keys {
                text.push('\t');
                text.push_str(key);
            }
            text.push('\n');
        }
        let draft = folder.join(format!("{NAME}.{}", std::process::id()));
        fs::write(&draft, text)?;
        fs::rename(draft, folder.join(NAME))
    }

    pub(super) fn has(&self, object: &str) -> bool {
        self.pages.contains_key(object)
    }

    pub(super) fn keys(&self, object: &str) -> &[String] {
        self.pages.get(object).map_or(&[], Vec::as_slice)
    }

    pub(super) fn add(&mut self, object: &str, text: &str) {
        self.is_new = true;
        self.pages.insert(object.to_owned(), keys(text));
    }
}

const NAME: &str = "pages.txt";

/// The first words of headings, the types that annotations name, the calls, the permissions, and the includes, in lower
/// case.
fn keys(text: &str) -> Vec<String> {
    let mut keys: Vec<String> = text.lines().flat_map(of_line).collect();
    keys.sort_unstable();
    keys.dedup();
    keys
}

fn of_line(line: &str) -> Vec<String> {
    let line = line.trim();
    let clean = |word: &str| {
        let word = word.trim_matches(|letter: char| !letter.is_alphanumeric());
        word.rsplit('.').next().unwrap_or(word).to_ascii_lowercase()
    };
    if line.starts_with('#') {
        let mut words = line.trim_start_matches('#').split_whitespace();
        return words.next().map(clean).into_iter().collect();
    }
    if let Some((_, rest)) = line.split_once("\"@odata.type\"") {
        return rest.split('"').nth(1).map(clean).into_iter().collect();
    }
    let lower = line.to_ascii_lowercase();
    if let Some((_, rest)) = lower.split_once("[!include") {
        let target = rest
            .split_once("](")
            .map(|(_, rest)| rest.split(')').next().unwrap_or_default());
        return target
            .map(|target| format!("include:{}", file_name(target)))
            .into_iter()
            .collect();
    }
    if line.starts_with('|') && ["delegated", "application"].iter().any(|kind| lower.contains(kind)) {
        let words = lower.split(|letter: char| !(letter.is_alphanumeric() || ".-_".contains(letter)));
        return words.filter(|word| word.contains('.')).map(str::to_owned).collect();
    }
    match line.split_once(' ') {
        Some((method @ ("GET" | "POST" | "PUT" | "PATCH" | "DELETE" | "HEAD"), path)) => {
            vec![call(method, path_of(path))]
        }
        _ => Vec::new(),
    }
}

/// Without the host and the version that examples have.
fn path_of(target: &str) -> &str {
    let target = target.split_whitespace().next().unwrap_or_default();
    let Some((_, rest)) = target.split_once("://") else {
        return target;
    };
    let path = rest.find('/').and_then(|at| rest.get(at..)).unwrap_or_default();
    let version = ["/beta", "/v1.0"].iter().find_map(|version| path.strip_prefix(version));
    version.unwrap_or(path)
}

/// The last part of a path.
pub(super) fn file_name(path: &str) -> &str {
    path.rsplit_once('/').map_or(path, |(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_has_the_keys_that_items_are_found_by() {
        let page = "# kettle resource type\n\n\"@odata.type\": \"microsoft.graph.kettle\"\n### kettleMode values\n\
                    GET /kitchen/kettles/{id}\nPOST https://graph.microsoft.com/beta/kitchen/kettles\n\
                    [!INCLUDE [x](../includes/Kettle-get.md)]\nA kettle.\n|Application|Kettle.Read.All, Kettle.ReadWrite.All|\n";
        insta::assert_snapshot!(keys(page).join("\n"), @r"
        get /kitchen/kettles/{}
        include:kettle-get.md
        kettle
        kettle.read.all
        kettle.readwrite.all
        kettlemode
        post /kitchen/kettles
        ");
    }
}
