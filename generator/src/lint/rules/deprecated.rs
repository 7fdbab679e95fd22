//! Deprecation without a date.

use crate::lint::pages::LintPage;
use crate::lint::{Finding, Set};
use crate::source::codes::reference::DEPRECATED;

pub(super) fn check(_: &Set<'_>, page: &LintPage<'_>, found: &mut Vec<Finding>) {
    let Some(resource) = &page.page.resource else {
        return;
    };
    for row in &resource.properties {
        let said = row.described.facets.deprecated.is_some();
        let dated = row.described.markdown.contains(|c: char| c.is_ascii_digit());
        if said && !dated {
            let message = format!("since when is `{}` deprecated?", row.name);
            found.push(Finding::new(&DEPRECATED, page.word(&row.origin, &row.name), message));
        }
    }
}
