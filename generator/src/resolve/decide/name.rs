//! The name of the type that a resource page describes.

use super::{Decided, Source};
use crate::model::QualifiedName;
use crate::page::InnerType;
use crate::resolve::pages::LoadedPage;
use std::collections::BTreeSet;

/// Lower-case names in the headings of all resource pages.
pub(in crate::resolve) fn headings(pages: &[LoadedPage]) -> BTreeSet<String> {
    let resources = pages.iter().filter_map(|page| page.page.resource.as_ref());
    resources.map(|rows| rows.heading_name.to_lowercase()).collect()
}

/// The annotation names the type, unless it was copied from another page: then its name is the heading of that page.
pub(in crate::resolve) fn decide<'a>(
    page: &'a LoadedPage,
    headings: &BTreeSet<String>,
) -> Option<Decided<'a, QualifiedName>> {
    let rows = page.page.resource.as_ref()?;
    let source = |rule| Source::at(rule, &rows.origin);
    let annotated = rows.odata_type.as_deref().map(|name| {
        if name.contains('.') {
            QualifiedName::parse(name)
        } else {
            QualifiedName::new(&page.page.namespace, name)
        }
    });
    let annotated = annotated.filter(|name| is_identifier(&name.name));
    let annotated = annotated.map(|name| (name, source("annotation of the JSON block")));
    let heading = heading_name(&page.page.namespace, &rows.heading_name);
    let heading = heading.map(|name| (name, source("heading")));
    match (annotated, heading) {
        (Some(annotated), Some(heading)) => Some(match reason_for_heading(&annotated.0, &heading.0, headings) {
            Some(rule) => Decided::new(annotated.0, annotated.1).but(heading.0, source(rule)),
            None => Decided::first([annotated, heading])?,
        }),
        (annotated, heading) => Decided::first(annotated.into_iter().chain(heading)),
    }
}

/// The name of a type that a section describes.
pub(in crate::resolve) fn of_section(page: &LoadedPage, part: &InnerType) -> Option<QualifiedName> {
    let annotated = part.rows.odata_type.as_deref().filter(|name| name.contains('.'));
    let annotated = annotated
        .map(QualifiedName::parse)
        .filter(|name| is_identifier(&name.name));
    annotated.or_else(|| heading_name(&page.page.namespace, &part.rows.heading_name))
}

fn reason_for_heading(
    annotated: &QualifiedName,
    heading: &QualifiedName,
    headings: &BTreeSet<String>,
) -> Option<&'static str> {
    let same = annotated.name.eq_ignore_ascii_case(&heading.name);
    if !same && headings.contains(&annotated.name.to_lowercase()) {
        return Some("heading: the annotation is that of another page");
    }
    // `carpart` under the heading "carPart", `Part` under "carPart": type names are camel case.
    if same && capitals(&annotated.name) == 0 && capitals(&heading.name) > 0 {
        return Some("heading: the annotation has no capitals");
    }
    let shouted = !same && annotated.name.starts_with(|c: char| c.is_ascii_uppercase());
    shouted.then_some("heading: the annotation begins with a capital")
}

/// A heading that is one word; type names start in lower case (`CarPart` is `carPart`).
fn heading_name(namespace: &str, heading: &str) -> Option<QualifiedName> {
    let mut chars = heading.chars();
    let first = chars.next()?;
    is_identifier(heading)
        .then(|| QualifiedName::new(namespace, format!("{}{}", first.to_ascii_lowercase(), chars.as_str())))
}

fn capitals(name: &str) -> usize {
    name.chars().filter(char::is_ascii_uppercase).count()
}

fn is_identifier(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_alphabetic()) && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
}
