//! Base types that contradict each other.

use crate::lint::pages::LintPage;
use crate::lint::{Finding, Set};
use crate::source::codes::reference::{BASE_CYCLE, BASE_DIFFERS};

pub(super) fn check(_: &Set<'_>, page: &LintPage<'_>, found: &mut Vec<Finding>) {
    let Some(resource) = &page.page.resource else {
        return;
    };
    let (Some(sentence), Some(annotation)) = (&resource.base.sentence, &resource.base.annotation) else {
        return;
    };
    let (said, annotated) = (local(&sentence.name), local(annotation));
    // The root of all types is often left out of sentences.
    if said.eq_ignore_ascii_case(annotated) || annotated.is_empty() {
        return;
    }
    let message = format!("the sentence says `{said}` and the annotation `{annotated}`");
    let place = crate::lint::place::behind(page, &resource.origin, annotation);
    found.push(Finding::new(&BASE_DIFFERS, place, message));
}

fn local(name: &str) -> &str {
    name.trim().rsplit('.').next().unwrap_or(name)
}

/// Types that are their own base.
pub(super) fn cycles(set: &Set<'_>, found: &mut Vec<Finding>) {
    for page in &set.pages {
        let Some((known, name)) = set.known(page.version).zip(page.type_name.as_ref()) else {
            continue;
        };
        let Some(item) = known.structured(name).filter(|item| item.file == page.path) else {
            continue;
        };
        let last = known.hierarchy.bases(name).last();
        let base_of = |name| known.structured(name).and_then(|item| item.base.as_ref());
        if last.and_then(base_of) == Some(name) || item.base.as_ref() == Some(name) {
            let message = format!("`{}` is derived from itself", name.name);
            found.push(Finding::new(&BASE_CYCLE, page.span(&item.origin), message));
        }
    }
}
