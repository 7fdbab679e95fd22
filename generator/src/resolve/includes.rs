//! Includes that are not read: what is told about them.

use crate::docs::IncludeError;
use crate::markdown::Include;
use crate::page::api::clouds_of_name;
use crate::source::Diagnostic;
use crate::source::codes::include::ELSEWHERE;

/// The finding. Pages without a docs set around them (`is_loose`) name files of the set that they were taken from: that
/// is no mistake of theirs.
pub(super) fn finding(error: &IncludeError, include: &Include, is_loose: bool) -> Diagnostic {
    let clouds = clouds_of_name(&include.path);
    let assumed = clouds.map(|clouds| format!("its name says where the operation is available: {clouds}"));
    let is_elsewhere = match error {
        IncludeError::OutsideRoot(_) => true,
        IncludeError::Missing(_) => assumed.is_some(),
        _ => false,
    };
    match (is_loose && is_elsewhere, assumed) {
        (true, assumed) => {
            let assumed = assumed.unwrap_or_else(|| "nothing was assumed about what it says".to_owned());
            let message = format!("the include `{}` lies elsewhere; {assumed}", include.path);
            Diagnostic::new(&ELSEWHERE, include.span, message)
        }
        (false, Some(assumed)) => error.to_diagnostic(include.span).help(assumed),
        (false, None) => error.to_diagnostic(include.span),
    }
}

#[cfg(test)]
mod tests {
    use crate::docs::{Docs, Folder, PageFile};
    use crate::model::Version;
    use crate::source::{FileId, SourceFile, SourceMap};

    const LIST: &str = "# List kettles\n\n[!INCLUDE [clouds](../../includes/global-us-l4.md)]\n\n\
        ## HTTP request\n\n```http\nGET /kettles\n```\n";

    /// The clouds of the first operation, and what is told about clouds and includes.
    fn read(version: Option<&str>, path: &str, page: &str, more: &[(&str, &str)]) -> String {
        let folder = version.map_or(String::new(), |version| format!("{version}/"));
        let files = [(format!("{folder}{path}"), page)];
        let more = more.iter().map(|(path, text)| ((*path).to_owned(), *text));
        let sources = files
            .into_iter()
            .chain(more)
            .map(|(path, text)| SourceFile::new(path, text));
        let docs = Docs {
            sources: SourceMap::new(sources.collect()),
            pages: vec![PageFile {
                file: FileId(0),
                version: version.map(|version| Version(version.to_owned())),
                folder: if version.is_some() { Folder::Api } else { Folder::Loose },
                path: path.into(),
            }],
            ..Docs::default()
        };
        let (model, diagnostics) = crate::resolve::build(&docs);
        let clouds = model.schemas[0].operations[0].clouds;
        let mut lines = vec![clouds.map_or("-".to_owned(), |clouds| clouds.to_string())];
        let told = diagnostics
            .iter()
            .filter(|found| found.code.id.contains("include") || found.code.id.contains("cloud"));
        lines.extend(told.map(|found| {
            let help = found.help.as_deref().map_or(String::new(), |help| format!(" ({help})"));
            format!("{}[{}]: {}{help}", found.severity().name(), found.code, found.message)
        }));
        lines.join("\n")
    }

    #[test]
    fn a_page_alone_includes_a_file_of_its_docs_set() {
        insta::assert_snapshot!(read(None, "kettle-list.md", LIST, &[]), @r"
        global service, US Government L4
        note[include-elsewhere]: the include `../../includes/global-us-l4.md` lies elsewhere; its name says where the operation is available: global service, US Government L4
        ");
        let other = LIST.replace("global-us-l4", "permissions/kettle-list");
        insta::assert_snapshot!(read(None, "kettle-list.md", &other, &[]), @r"
        -
        note[include-elsewhere]: the include `../../includes/permissions/kettle-list.md` lies elsewhere; nothing was assumed about what it says
        ");
    }

    #[test]
    fn an_include_that_a_docs_set_should_have() {
        insta::assert_snapshot!(read(Some("beta"), "api/kettle-list.md", LIST, &[]), @r"
        global service, US Government L4
        warning[include-missing]: the include `../../includes/global-us-l4.md` does not exist (its name says where the operation is available: global service, US Government L4)
        ");
    }

    #[test]
    fn an_included_table_counts_before_the_name_of_its_file() {
        let table = |marks: &str| format!("|Global service|US Government L4|\n|:--|:--|\n|{marks}|\n");
        let with = |marks: &str| {
            let file = [("includes/global-us-l4.md", &*table(marks))];
            read(Some("beta"), "api/kettle-list.md", LIST, &file)
        };
        insta::assert_snapshot!(with(":white_check_mark:|:x:"), @"global service");
        insta::assert_snapshot!(with(":white_check_mark:|:wink:"), @r"
        global service, US Government L4
        warning[cloud-mark-unknown]: `:wink:` is no known mark for an available or missing cloud
        ");
    }
}
