//! Includes: nested, in a cell, repeated, broken.

use super::document::Include;
use super::loader::Loader;
use super::{dump, load};
use crate::source::codes::include as codes;
use crate::source::{Diagnostic, FileId, SourceFile, SourceMap};

/// A resolver that takes the path as a path from the root.
fn from_root(sources: &SourceMap, include: &Include) -> Result<FileId, Diagnostic> {
    let missing = || Diagnostic::new(&codes::MISSING, include.span, format!("no file `{}`", include.path));
    sources.find(&include.path).ok_or_else(missing)
}

/// The page is the first of the files by name.
fn shown(files: &[(&str, &str)]) -> String {
    let files = files.iter().map(|(path, text)| SourceFile::new(*path, *text));
    let sources = SourceMap::new(files.collect());
    let (document, diagnostics) = load(&sources, FileId(0), &|include| from_root(&sources, include));
    dump::all(&sources, &document, &diagnostics)
}

#[test]
fn blocks_of_the_included_file_stand_in_the_place_of_the_line() {
    let page = "# Get ticket\n\n[!INCLUDE [clouds](i/clouds.md)]\n\n## Permissions\n\nNeeded:\n[!INCLUDE [p](i/perms.md)]\n\
        After the table.\n";
    let clouds = "---\ntitle: Clouds\n---\n\n|Global|China|\n|:---|:---|\n|✅|❌|\n";
    let perms = "---\nms.topic: include\n---\n|Type|Least|\n|:---|:---|\n|Delegated|Ticket.Read|\n\n[!INCLUDE [n](i/note.md)]\n";
    let note = "> One of these is *enough*.\n";
    let files = [
        ("a.md", page),
        ("i/clouds.md", clouds),
        ("i/note.md", note),
        ("i/perms.md", perms),
    ];
    insta::assert_snapshot!(shown(&files), @r"
    # Get ticket
      T Global «i/clouds.md» | China «i/clouds.md»
        R ✅ «i/clouds.md» | ❌ «i/clouds.md»
    ## Permissions
      P Needed:
      T Type «i/perms.md» | Least «i/perms.md»
        R Delegated «i/perms.md» | Ticket.Read «i/perms.md»
      P One of these is enough. «i/note.md: One of these is *enough*.»
      P After the table.
    ");
}

#[test]
fn headings_of_an_included_file_become_sections() {
    let page = "# Limits\n\n[!INCLUDE [l](b.md)]\n\nBelow.\n\n## Next\n";
    let limits = "Above.\n\n### Tickets\n\nTen a second.\n";
    insta::assert_snapshot!(shown(&[("a.md", page), ("b.md", limits)]), @r"
    # Limits
      P Above. «b.md»
    ### Tickets «b.md»
      P Ten a second. «b.md»
      P Below.
    ## Next
    ");
}

#[test]
fn an_include_inside_a_cell_gives_its_words() {
    let page = "# Ticket\n\n|Property|Type|Description|\n|:-|:-|:-|\n\
        |id|String|Key. [!INCLUDE [k](b.md)] Read-only, see [keys](keys.md).|\n|due|String|[!INCLUDE [k](gone.md)]|\n";
    let words = "Keys are **stable**,\nsee [more](more.md).\n\n[!INCLUDE [a](c.md)]\n";
    insta::assert_snapshot!(shown(&[("a.md", page), ("b.md", words), ("c.md", "Ask `id` first.")]), @r"
    # Ticket
      T Property | Type | Description
        R id | String | Key. Keys are **stable**, see [more](more.md). Read-only, see [keys](keys.md). «Key. [!INCLUDE [k](b.md)] Read-only, see [keys](keys.md).»
        R due | String | [!INCLUDE [k](gone.md)]
    ! include-missing a.md:6:13 «[!INCLUDE [k](gone.md)]» no file `gone.md`
    ");
}

#[test]
fn circles_missing_files_and_defects_of_included_files_are_reported_once() {
    let page = "# Ticket\n\n[!INCLUDE [x](b.md)]\n\n[!INCLUDE [x](b.md)]\n\n[!INCLUDE [y](a.md)]\n";
    let included = "Words.\n\n[!INCLUDE [x](a.md)]\n[!INCLUDE [z](gone.md)]\n\n```http\nGET /tickets\n";
    insta::assert_snapshot!(shown(&[("a.md", page), ("b.md", included)]), @r"
    # Ticket
      P Words. «b.md»
      I a.md «b.md: [!INCLUDE [x](a.md)]»
      I gone.md «b.md: [!INCLUDE [z](gone.md)]»
      C http
        GET /tickets
         «b.md»
      P Words. «b.md»
      I a.md «b.md: [!INCLUDE [x](a.md)]»
      I gone.md «b.md: [!INCLUDE [z](gone.md)]»
      C http
        GET /tickets
         «b.md»
      I a.md «[!INCLUDE [y](a.md)]»
    ! include-cycle a.md:7:1 «[!INCLUDE [y](a.md)]» the include `a.md` includes itself
    ! include-cycle b.md:3:1 «[!INCLUDE [x](a.md)]» the include `a.md` includes itself
    ! include-missing b.md:4:1 «[!INCLUDE [z](gone.md)]» no file `gone.md`
    ! unclosed-fence b.md:6:1 «```» this code fence is never closed, so the rest of the page is code
    ");
}

#[test]
fn files_that_multiply_each_other_end() {
    let twice = |next: &str| format!("words\n\n[!INCLUDE [x]({next})]\n\n[!INCLUDE [x]({next})]\n");
    let names: Vec<_> = (10..40).map(|number| format!("{number}.md")).collect();
    let files = names.windows(2).map(|pair| SourceFile::new(&pair[0], twice(&pair[1])));
    let sources = SourceMap::new(files.collect());
    let (document, diagnostics) = load(&sources, FileId(0), &|include| from_root(&sources, include));
    let blocks = document
        .sections
        .iter()
        .map(|section| section.blocks.len())
        .sum::<usize>();
    assert!(blocks < 1_000, "{blocks}");
    assert!(diagnostics.iter().any(|diagnostic| diagnostic.code == &codes::TOO_MANY));
}

#[test]
fn what_is_wrong_in_a_shared_file_is_told_once_whatever_pages_come_first() {
    let page = "# P\n\n[!INCLUDE [x](shared.md)]\n";
    let shared = "[!INCLUDE [z](gone.md)]\n";
    let files = [("a.md", page), ("b.md", page), ("shared.md", shared)];
    let sources = SourceMap::new(files.map(|(path, text)| SourceFile::new(path, text)).into());
    let found = |order: [u32; 2]| {
        let resolve = |include: &Include| from_root(&sources, include);
        let loader = Loader::new(&sources, &resolve);
        for page in order {
            assert_eq!(loader.load(FileId(page)).1, []);
        }
        loader.into_diagnostics()
    };
    assert_eq!(found([0, 1]).len(), 1);
    assert_eq!(found([0, 1]), found([1, 0]));
}
