//! What a file is, judged by its path alone.

use crate::model::Version;

/// The folder of a page, which says what kind of page to expect.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Folder {
    /// `api`: operations.
    Api,
    /// `resources`: types and enums.
    Resources,
    /// Anywhere else. Only the content shows what the page is.
    Loose,
}

/// What a file is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum FileKind {
    /// A page.
    Page {
        version: Option<Version>,
        folder: Folder,
        path: String,
    },
    /// Text for other pages.
    Include,
    /// Neither a page nor an include, with the reason.
    Skipped(&'static str),
}

/// How the pages of a root are arranged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Layout {
    /// `PREFIX/{beta,v1.0}/{api,resources}/...`; the prefix is empty or `api-reference`, without a final slash.
    Versions { prefix: String },
    /// Pages in any folder.
    Loose,
}

/// Whether a folder name is a version: `beta`, `v1.0`, `v2`.
pub fn is_version(name: &str) -> bool {
    let numbered = |digits: &str| {
        let mut parts = digits.split('.');
        parts.all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()))
    };
    name == "beta" || name.strip_prefix('v').is_some_and(numbered)
}

/// Splits `PREFIX/VERSION/FOLDER/REST` into prefix, version, folder, and the path from the folder on.
pub(super) fn versioned(path: &str) -> Option<(&str, &str, Folder, &str)> {
    let mut start = 0;
    loop {
        let rest = path.get(start..)?;
        let (name, below) = rest.split_once('/')?;
        let folder = below.split_once('/').and_then(|(folder, _)| folder_named(folder));
        if let Some(folder) = folder
            && is_version(name)
        {
            let prefix = path.get(..start)?.trim_end_matches('/');
            return Some((prefix, name, folder, below));
        }
        start += name.len() + 1;
    }
}

fn folder_named(name: &str) -> Option<Folder> {
    match name {
        "api" => Some(Folder::Api),
        "resources" => Some(Folder::Resources),
        _ => None,
    }
}

/// Classifies one file.
pub(super) fn classify(path: &str, layout: &Layout) -> FileKind {
    let (parents, name) = path.rsplit_once('/').unwrap_or(("", path));
    if !has_page_extension(name) {
        return FileKind::Skipped("not a .md or .txt file");
    }
    let below = |folder: &str| parents.split('/').any(|parent| parent.eq_ignore_ascii_case(folder));
    if below("includes") {
        return FileKind::Include;
    }
    if below("templates") {
        return FileKind::Skipped("a template for authors");
    }
    match layout {
        _ if is_named(name, &["readme"]) => FileKind::Skipped(ABOUT),
        Layout::Versions { prefix } => match versioned(path) {
            Some((found, version, folder, rest)) if found == prefix => FileKind::Page {
                version: Some(Version(version.to_owned())),
                folder,
                path: rest.to_owned(),
            },
            _ => FileKind::Skipped("outside the api and resources folders of a version"),
        },
        Layout::Loose if is_named(name, &REPOSITORY_FILES) => FileKind::Skipped(ABOUT),
        Layout::Loose => FileKind::Page {
            version: None,
            // `api/kilns/resources/pot.md`: the folder that the page stands in counts most.
            folder: path.rsplit('/').skip(1).find_map(folder_named).unwrap_or(Folder::Loose),
            path: path.to_owned(),
        },
    }
}

const ABOUT: &str = "about the repository";

/// Files that every repository has beside its pages. Not `security`, because the public docs have such a resource.
const REPOSITORY_FILES: [&str; 4] = ["changelog", "code_of_conduct", "contributing", "license"];

/// `.md` and `.txt`. One page of the public docs is called `name.md.txt`.
fn has_page_extension(name: &str) -> bool {
    let extension = name.rsplit_once('.').map_or("", |(_, extension)| extension);
    ["md", "txt"].iter().any(|known| extension.eq_ignore_ascii_case(known))
}

fn is_named(name: &str, stems: &[&str]) -> bool {
    let stem = name.split_once('.').map_or(name, |(stem, _)| stem);
    stems.iter().any(|known| stem.eq_ignore_ascii_case(known))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(path: &str, layout: &Layout) -> String {
        match classify(path, layout) {
            FileKind::Page { version, folder, path } => {
                let version = version.map_or("-".to_owned(), |version| version.0);
                format!("page {version} {folder:?} {path}")
            }
            other => format!("{other:?}"),
        }
    }

    #[test]
    fn a_path_says_what_a_file_of_the_public_repository_is() {
        let layout = Layout::Versions {
            prefix: "api-reference".to_owned(),
        };
        let paths = [
            "api-reference/v1.0/api/group-get.md",
            "api-reference/beta/resources/enums/group.md",
            "api-reference/beta/resources/override.md.txt",
            "api-reference/beta/includes/clouds.md",
            "api-reference/includes/clouds.md",
            "api-reference/beta/toc.yml",
            "api-reference/beta/overview.md",
            "old/beta/api/group-get.md",
            "concepts/auth.md",
            "README.md",
            "api-reference/beta/api/README.md",
            "api-reference/v1.0/resources/security.md",
            "api-reference/v1.0/resources/license.md",
            "templates/api.md",
        ];
        let lines: Vec<_> = paths.map(|path| format!("{path}: {}", shown(path, &layout))).into();
        insta::assert_snapshot!(lines.join("\n"), @r#"
        api-reference/v1.0/api/group-get.md: page v1.0 Api api/group-get.md
        api-reference/beta/resources/enums/group.md: page beta Resources resources/enums/group.md
        api-reference/beta/resources/override.md.txt: page beta Resources resources/override.md.txt
        api-reference/beta/includes/clouds.md: Include
        api-reference/includes/clouds.md: Include
        api-reference/beta/toc.yml: Skipped("not a .md or .txt file")
        api-reference/beta/overview.md: Skipped("outside the api and resources folders of a version")
        old/beta/api/group-get.md: Skipped("outside the api and resources folders of a version")
        concepts/auth.md: Skipped("outside the api and resources folders of a version")
        README.md: Skipped("about the repository")
        api-reference/beta/api/README.md: Skipped("about the repository")
        api-reference/v1.0/resources/security.md: page v1.0 Resources resources/security.md
        api-reference/v1.0/resources/license.md: page v1.0 Resources resources/license.md
        templates/api.md: Skipped("a template for authors")
        "#);
    }

    #[test]
    fn loose_pages_are_known_by_their_extension() {
        let paths = [
            "create-group.txt",
            "api/group-get.md",
            "deep/api/x.MD",
            "LICENSE",
            "photo.png",
            "license.txt",
        ];
        let lines: Vec<_> = paths
            .map(|path| format!("{path}: {}", shown(path, &Layout::Loose)))
            .into();
        insta::assert_snapshot!(lines.join("\n"), @r#"
        create-group.txt: page - Loose create-group.txt
        api/group-get.md: page - Api api/group-get.md
        deep/api/x.MD: page - Api deep/api/x.MD
        LICENSE: Skipped("not a .md or .txt file")
        photo.png: Skipped("not a .md or .txt file")
        license.txt: Skipped("about the repository")
        "#);
    }

    #[test]
    fn versions_are_beta_and_numbers() {
        for good in ["beta", "v1.0", "v2", "v1.0.1"] {
            assert!(is_version(good), "{good}");
        }
        for bad in ["v", "v1.", "1.0", "Beta", "vNext", ""] {
            assert!(!is_version(bad), "{bad}");
        }
    }
}
