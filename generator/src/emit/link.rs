//! Links to the public pages, and places in the docs root.

use super::name::module::stem;
use crate::model::{Origin, Schema, Version, address};

/// The public page of an operation; nothing where nobody knows the site.
pub(crate) fn api(file: &str, schema: &Schema) -> Option<String> {
    public("https://learn.microsoft.com/graph/api/", file, schema)
}

/// The public page of a type. A type without its own page gets the page of one of its calls.
pub(crate) fn resource(file: &str, schema: &Schema) -> Option<String> {
    if file.starts_with("api/") {
        return api(file, schema);
    }
    public("https://learn.microsoft.com/graph/api/resources/", file, schema)
}

fn public(folder: &str, file: &str, schema: &Schema) -> Option<String> {
    match schema.site.as_deref() {
        None => Some([folder, stem(file), "?view=", &view(&schema.version)].concat()),
        Some(site) => (!site.is_empty()).then(|| address(site, file)),
    }
}

/// How the address of the page of an item begins.
pub(crate) fn start(schema: &Schema) -> &str {
    schema
        .site
        .as_deref()
        .unwrap_or("https://learn.microsoft.com/graph/api/")
}

/// The line of docs that leads to the public page.
pub(crate) fn line(page: Option<String>) -> Option<String> {
    page.map(|page| ["/// [Public page](", &page, ")"].concat())
}

/// `beta` -> `graph-rest-beta`, `v1.0` -> `graph-rest-1.0`.
fn view(version: &Version) -> String {
    ["graph-rest-", version.0.trim_start_matches('v')].concat()
}

/// `beta/api/group-list.md:8`.
pub(crate) fn place(origin: &Origin, version: &Version) -> String {
    [&page(&origin.file, version), ":", &origin.line.to_string()].concat()
}

/// A page's path below the docs root. The path of an include is already relative to it.
pub(crate) fn page(file: &str, version: &Version) -> String {
    if file.starts_with("api/") || file.starts_with("resources/") {
        return [&version.0, "/", file].concat();
    }
    file.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::emit::sample::schema;

    fn of(site: Option<&str>) -> Schema {
        Schema {
            site: site.map(str::to_owned),
            ..schema("v1.0", Vec::new(), Vec::new(), Vec::new())
        }
    }

    #[test]
    fn pages_of_each_site() {
        let shown = |site: Option<&str>| {
            let schema = of(site);
            [api("api/pot-get.md", &schema), resource("resources/pot.md", &schema)]
        };
        insta::assert_compact_debug_snapshot!(shown(None), @r#"[Some("https://learn.microsoft.com/graph/api/pot-get?view=graph-rest-1.0"), Some("https://learn.microsoft.com/graph/api/resources/pot?view=graph-rest-1.0")]"#);
        insta::assert_compact_debug_snapshot!(shown(Some("https://learn.example/pots/")), @r#"[Some("https://learn.example/pots/api/pot-get"), Some("https://learn.example/pots/resources/pot")]"#);
        insta::assert_compact_debug_snapshot!(shown(Some("")), @"[None, None]");
    }

    #[test]
    fn lines_of_docs() {
        let page = || api("api/pot-get.md", &of(Some("https://learn.example/pots/")));
        assert_eq!(
            line(page()).unwrap(),
            "/// [Public page](https://learn.example/pots/api/pot-get)"
        );
        assert_eq!(line(api("api/pot-get.md", &of(Some("")))), None);
    }
}
