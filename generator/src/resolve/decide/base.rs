//! The base type of a type.

use super::Source;
use crate::model::{BaseSource, QualifiedName};
use crate::page::{Reference, ResourceRows};
use crate::resolve::bind;
use crate::resolve::index::Index;
use crate::resolve::pages::LoadedPage;

/// What a page says about the base of its type, best first; evaluated as far as it is asked for. A sentence comes before
/// the annotation; rows that say "Inherited from" come last.
pub(in crate::resolve) fn stated<'a>(
    page: &'a LoadedPage,
    rows: &'a ResourceRows,
    index: &'a Index,
) -> impl Iterator<Item = (QualifiedName, BaseSource, Source<'a>)> {
    let bound = move |name: &str, link: Option<&str>| bind::qualified(index, page, name, link);
    let of_sentence = move |stated: &'a Reference| {
        let source = Source::at("sentence of the introduction", &rows.origin);
        // The annotation has the namespace that the sentence leaves out.
        let full = rows.base.annotation.as_deref().filter(|full| {
            let local = full.rsplit_once('.').map(|(_, local)| local);
            local.is_some_and(|local| local.eq_ignore_ascii_case(&stated.name))
        });
        let found = bound(&stated.name, stated.link.as_deref());
        let is_known = index.find(&found.namespace, &found.name).is_some();
        (
            full.filter(|_| !is_known).map_or(found, |full| bound(full, None)),
            BaseSource::Sentence,
            source,
        )
    };
    let sentence = rows.base.sentence.iter().map(of_sentence);
    let annotated = rows.base.annotation.iter().filter(|name| name.contains('.'));
    let annotation = annotated.map(move |name| {
        let source = Source::at("annotation of the JSON block", &rows.origin);
        (bound(name, None), BaseSource::Annotation, source)
    });
    let inherited = std::iter::once_with(|| single_declaring_type(rows))
        .flatten()
        .map(move |name| {
            let source = Source::at("every inherited row names it", &rows.origin);
            (bound(name, None), BaseSource::Rows, source)
        });
    sentence.chain(annotation).chain(inherited)
}

/// The one type that rows name as the declaring one; `None` when they name several.
fn single_declaring_type(rows: &ResourceRows) -> Option<&str> {
    let mut names = rows
        .properties
        .iter()
        .filter_map(|row| row.described.inherited_from.as_deref());
    let first = names.next()?;
    names.all(|name| name == first).then_some(first)
}
