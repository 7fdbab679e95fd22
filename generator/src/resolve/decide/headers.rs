//! Which headers every call must have.
//!
//! "Required for upsert behavior" asks for the header in every call of a page about an upsert, and in some calls of any
//! other page.

use super::{Decided, Source};
use crate::model::Header;
use crate::page::api::{ApiRows, HeaderRow, Need};
use crate::resolve::pages::LoadedPage;

/// Words that name no condition: "required for this request".
const ANY_CALL: &[&str] = &[
    "a",
    "all",
    "an",
    "any",
    "api",
    "behavior",
    "call",
    "calls",
    "every",
    "function",
    "method",
    "operation",
    "operations",
    "request",
    "requests",
    "the",
    "this",
    "to",
];

/// The headers of a page, in its order.
pub(in crate::resolve) fn decide<'a>(
    page: &LoadedPage,
    rows: &'a ApiRows,
) -> impl Iterator<Item = Decided<'a, Header>> {
    rows.headers.iter().map(|row| required(row, page))
}

fn required<'a>(row: &'a HeaderRow, page: &LoadedPage) -> Decided<'a, Header> {
    let stated = |required, rule| {
        let header = row.header.clone();
        (Header { required, ..header }, Source::words(rule, Some(row.span)))
    };
    let is_met = |need: &&Need| match need {
        Need::Always => true,
        Need::For(condition) => is_about(condition, page),
    };
    let (value, source) = match row.needs.iter().find(is_met) {
        Some(Need::Always) => stated(true, "the row says that it is required"),
        Some(Need::For(_)) => stated(true, "required for what the page is about"),
        None => stated(false, "row of the header table"),
    };
    let other = (!value.required && !row.needs.is_empty())
        .then(|| stated(true, "required for something else than what the page is about"));
    Decided {
        value,
        source,
        rejected: other.into_iter().collect(),
    }
}

/// Whether each word of a condition says what the page is about anyway, by its title or its file name.
fn is_about(condition: &str, page: &LoadedPage) -> bool {
    let name = page.path.rsplit('/').next().unwrap_or_default();
    let words = [page.page.title.as_str(), name].map(str::to_lowercase).join(" ");
    let says = |word: &str| words.split(|c: char| !c.is_alphanumeric()).any(|own| own == word);
    let condition = condition.split_once(',').map_or(condition, |(condition, _)| condition);
    condition.split_whitespace().all(|word| {
        let is_upsert = word == "upsert" && says("create") && says("update");
        ANY_CALL.contains(&word) || says(word) || is_upsert
    })
}

#[cfg(test)]
mod tests {
    use crate::resolve::decide::sample::model;

    /// Whether a header of a page with this title is required.
    fn required(title: &str, words: &str) -> bool {
        let page = format!(
            "# {title}\n\n## HTTP request\n```http\nPATCH /widgets/{{id}}\n```\n\n\
             ## Request headers\n|Name|Description|\n|:--|:--|\n|Prefer|`wait`. {words}|\n"
        );
        let model = model(&[("api/widget-do.md", &page)]);
        model.schemas[0].operations[0].headers[0].required
    }

    #[test]
    fn required_for_what_the_page_is_about() {
        let upsert = "Required for upsert behavior, otherwise the widget is updated.";
        assert!(required("Upsert widget", upsert));
        assert!(required("Create or update widget", upsert));
        assert!(!required("Update widget", upsert));
        assert!(required("List widgets", "Required for this request."));
        assert!(!required("List widgets", "Required for advanced queries."));
        assert!(required("List widgets", "Required."));
        assert!(!required("List widgets", "Optional."));
    }
}
