//! A folder with a site.

use generator::cli::{Console, Status, run};
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// A site about pages, in a folder of its own.
pub(crate) struct Site {
    folder: TempDir,
}

/// What a run of the program said.
pub(crate) struct Said {
    pub(crate) status: Status,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Site {
    /// The site about these pages: paths below the docs root and their text.
    pub(crate) fn of(pages: &[(&str, &str)]) -> Self {
        let site = Self {
            folder: TempDir::new().unwrap(),
        };
        for (path, text) in pages {
            site.put(&format!("docs/{path}"), text);
        }
        let said = site.run(&["--docs", "docs", "--out", "site"]);
        assert_eq!(said.status, Status::Done, "{}", said.err);
        site
    }

    /// The site about the pages of this project.
    pub(crate) fn of_docs_src() -> Self {
        let site = Self {
            folder: TempDir::new().unwrap(),
        };
        let docs = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs-src");
        let said = site.run(&["--docs", docs.to_str().unwrap(), "--out", "site"]);
        assert_eq!(said.status, Status::Done, "{}", said.err);
        site
    }

    /// Writes a file into the folder around the site.
    pub(crate) fn put(&self, path: &str, text: &str) {
        let path = self.folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    pub(crate) fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    /// Runs `generator site` with these arguments, there.
    pub(crate) fn run(&self, arguments: &[&str]) -> Said {
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let mut console = Console {
            out: &mut out,
            err: &mut err,
            directory: self.folder.path().to_owned(),
            colour: false,
            out_colour: false,
            terminal: false,
        };
        let status = run(["generator", "site"].iter().chain(arguments), &mut console);
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        Said {
            status,
            out: text(out),
            err: text(err),
        }
    }

    /// The URL of a page of the site: `#/v1.0/type/kettle`.
    pub(crate) fn url(&self, page: &str) -> String {
        let path = self.path("site/index.html");
        let path = path.to_str().unwrap().replace('\\', "/");
        format!("file://{}{path}{page}", if path.starts_with('/') { "" } else { "/" })
    }
}

/// A resource with a call: a permission that is the least one, an "and" group, one that is not supported.
pub(crate) const KETTLE: &[(&str, &str)] = &[
    (
        "v1.0/resources/kettle.md",
        "# kettle resource type\n\nNamespace: microsoft.graph\n\nHolds water.\n\n## Properties\n\
         |Property|Type|Description|\n|:---|:---|:---|\n|id|String|The id. Read-only.|\n|litres|Int32|How much it holds.|\n",
    ),
    (
        "v1.0/api/kettle-get.md",
        "# Get kettle\n\nNamespace: microsoft.graph\n\nRead a [kettle](../resources/kettle.md).\n\n## Permissions\n\
         |Permission type|Permissions (from least to most privileged)|\n|:---|:---|\n\
         |Delegated (work or school account)|Kitchen.Read, Kitchen.ReadWrite|\n\
         |Delegated (personal Microsoft account)|Not supported.|\n\
         |Application|Kitchen.Read.All and House.Enter|\n\n\
         ## HTTP request\n```http\nGET /kitchens/{id}/kettles/{id}\n```\n\n\
         ## Request headers\n|Name|Description|\n|:---|:---|\n|If-Match|The etag. Required.|\n\n\
         ## Response\nIf successful, this method returns a `200 OK` response code and a [kettle](../resources/kettle.md) object.\n\n\
         ## Example\n### Request\n```http\nGET https://graph.microsoft.com/v1.0/kitchens/1/kettles/2\n```\n\
         ### Response\n```http\nHTTP/1.1 200 OK\nContent-type: application/json\n\n{\"id\": \"2\", \"litres\": 3}\n```\n",
    ),
];
