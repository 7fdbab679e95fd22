//! The Response section against the response examples.

use crate::lint::known::Known;
use crate::lint::pages::LintPage;
use crate::lint::{Finding, Set};
use crate::model::{Example, ExampleKind, QualifiedName};
use crate::page::TypeCell;
use crate::page::api::ApiRows;
use crate::source::codes::example::{RESPONSE_TYPE, STATUS};

use super::routes::is_call_of;

pub(super) fn check(set: &Set<'_>, page: &LintPage<'_>, found: &mut Vec<Finding>) {
    let Some(api) = &page.page.api else { return };
    status(page, api, found);
    if let Some(known) = set.known(page.version) {
        annotated(set, known, page, api, found);
    }
}

/// The responses to the calls of the page. Examples also show a call beside them: what the Response section says is not
/// about that one.
fn responses<'r>(page: &'r LintPage<'_>, api: &'r ApiRows) -> impl Iterator<Item = &'r Example> {
    let mut is_own = true;
    api.examples.iter().filter(move |example| {
        if example.kind == ExampleKind::Request {
            is_own = is_call_of(page, api, example);
        }
        is_own && example.kind == ExampleKind::Response
    })
}

/// The only status of success in the text, and examples with other ones.
fn status(page: &LintPage<'_>, api: &ApiRows, found: &mut Vec<Finding>) {
    let [said] = api.response.successes.as_slice() else {
        return;
    };
    // Examples show what comes behind a redirect.
    if said.status >= 300 {
        return;
    }

    for example in responses(page, api) {
        let shown = example.status.filter(|status| (200..300).contains(status));
        if let Some(shown) = shown.filter(|shown| *shown != said.status) {
            let message = format!("the Response section says {}, this example {shown}", said.status);
            let place = crate::lint::place::behind(page, &example.origin, &shown.to_string());
            found.push(Finding::new(&STATUS, place, message).label(said.span, "the Response section"));
            return;
        }
    }
}

/// The type of the text, and of annotations.
fn annotated(set: &Set<'_>, known: &Known<'_>, page: &LintPage<'_>, api: &ApiRows, found: &mut Vec<Finding>) {
    let (Some(cell), Some(span)) = (&api.response.text, api.response.text_span) else {
        return;
    };
    let Some(name) = said(set, known, page, cell) else {
        return;
    };
    // A page whose routes return different things says so in several sentences.
    let operation = known.operation(page.path);
    let mut bodies = operation
        .into_iter()
        .flat_map(|operation| &operation.routes)
        .map(|route| &route.response.body);
    let first = bodies.next();
    if bodies.any(|body| Some(body) != first)
        || !cell.others.is_empty()
        || page.sources.text(span).matches("](").count() > 1
    {
        return;
    }

    for example in responses(page, api) {
        let shown = example
            .type_ref
            .as_named()
            .and_then(|shown| documented(known, &shown.to_string()));
        let written = cell.name().and_then(|name| documented(known, name));
        let agrees = |shown: &QualifiedName| {
            [Some(name), written]
                .into_iter()
                .flatten()
                .any(|name| known.are_related(shown, name))
        };
        if let Some(shown) = shown.filter(|shown| !agrees(shown)) {
            let message = format!(
                "the Response section says `{}`, the annotation `{}`",
                name.name, shown.name
            );
            let place = annotation(page, example, &shown.name);
            found.push(Finding::new(&RESPONSE_TYPE, place, message).label(span, "the Response section"));
            return;
        }
    }
}

/// The type of the sentence: that of the page behind its link, else that of its name.
fn said<'k>(set: &Set<'_>, known: &Known<'k>, page: &LintPage<'_>, cell: &TypeCell) -> Option<&'k QualifiedName> {
    let linked = cell
        .link
        .as_ref()
        .and_then(|link| set.page_of(page, link))
        .and_then(|page| page.type_name.as_ref());
    let name = linked
        .map(ToString::to_string)
        .or_else(|| cell.name().map(str::to_owned));
    documented(known, &name?)
}

/// The word in the lines above an example.
fn annotation(page: &LintPage<'_>, example: &Example, word: &str) -> crate::source::Span {
    let block = page.span(&example.origin);
    let text = page.sources.file(block.file).map_or("", |file| file.text.as_str());
    let before = text.get(..block.range().start).unwrap_or("");
    let found = before.rfind("<!--").and_then(|start| {
        let at = before.get(start..)?.find(word)?;
        Some(crate::source::Span::new(
            block.file,
            start + at,
            start + at + word.len(),
        ))
    });
    found.unwrap_or(block)
}

/// The structured type of a name, letter case aside.
fn documented<'k>(known: &Known<'k>, name: &str) -> Option<&'k QualifiedName> {
    let name = QualifiedName::parse(name);
    let exact = known.structured(&name).filter(|item| !item.placeholder);
    exact.map(|item| &item.name)
}
