//! Any page becomes a model and Rust source. The first byte chooses the folder; an include has the same text.
#![no_main]

use generator::Generator;
use generator::docs::{Docs, Folder, PageFile};
use generator::model::Version;
use generator::resolve;
use generator::source::{SourceFile, SourceMap};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: (u8, &str)| {
    let (choice, text) = input;
    let (folder, path) = match choice % 4 {
        0 => (Folder::Resources, "resources/kettle.md"),
        1 => (Folder::Api, "api/kettle-list.md"),
        2 => (Folder::Api, "api/intune-shed-kettle-post-parts.md"),
        _ => (Folder::Loose, "create-kettle.txt"),
    };
    let full = format!("beta/{path}");
    let sources = SourceMap::new(vec![
        SourceFile::new(&full, text),
        SourceFile::new("beta/includes/part.md", text),
    ]);
    let Some(file) = sources.find(&full) else { return };
    let page = PageFile {
        file,
        version: Some(Version("beta".to_owned())),
        folder,
        path: path.into(),
    };
    let mut docs = Docs::default();
    docs.sources = sources;
    docs.pages = vec![page];
    let (model, _) = resolve::build(&docs);
    // A page that says nothing gives no crate.
    let files = Generator::new().emit(&model).unwrap_or_default();
    let modules = files.iter().filter(|(path, _)| path.starts_with("src/beta/"));
    for (path, text) in modules {
        assert!(syn::parse_file(text).is_ok(), "{path} is no Rust:\n{text}");
    }
});
