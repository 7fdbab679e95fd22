//! Links from page to page become links from item to item, so that a reader of the docs stays in them.

use crate::emit::link;
use crate::emit::plan::{AreaSet, VersionPlan};
use std::collections::HashMap;

/// Where the items of a version are, by the public page that describes them.
#[derive(Default)]
pub(crate) struct Items {
    /// How links to these pages begin; empty where nobody knows the site.
    start: String,
    items: HashMap<String, Item>,
}

struct Item {
    /// `crate::v1_0::models::User`.
    path: String,
    /// The areas that it is compiled for.
    needed: AreaSet,
    /// Whether it is compiled with the client only.
    client: bool,
}

impl Items {
    /// The types and functions of a version. A page with several functions leads to the first.
    pub(crate) fn of(version: &VersionPlan<'_>) -> Self {
        let schema = version.schema;
        let root = format!("crate::{}", version.module);
        let mut items = HashMap::new();
        let mut add = |url: String, path: String, needed: &AreaSet, client: bool| {
            let needed = needed.clone();
            let item = Item { path, needed, client };
            items.entry(url.to_ascii_lowercase()).or_insert(item);
        };
        for plan in version.types.iter().filter(|plan| !plan.item.placeholder) {
            let path = format!("{root}::models::{}", plan.emitted.name);
            if let Some(page) = link::resource(&plan.item.file, schema) {
                add(page, path, &plan.emitted.needed, false);
            }
        }
        for (name, module) in &version.modules {
            for plan in module.operations.iter().filter_map(|id| version.operations.get(*id)) {
                if let Some(function) = plan.functions.first() {
                    // With parentheses it is the function and never a module of the same name.
                    let path = format!("{root}::{name}::{}()", function.name);
                    if let Some(page) = link::api(&plan.operation.file, schema) {
                        add(page, path, &plan.areas, true);
                    }
                }
            }
        }
        let start = match link::start(schema) {
            "" => String::new(),
            start => ["](", start].concat(),
        };
        Self { start, items }
    }

    /// Makes links that stay inside of the links in lines of docs, which a text ends with. An item may be switched off where
    /// the line is not; then the link leads to the public page.
    pub(crate) fn inside(&self, text: &mut String, start: usize, around: &AreaSet, client: bool) {
        let lines = text.get(start..).unwrap_or_default();
        // Few docs have a link.
        if self.start.is_empty() || memchr::memmem::find(lines.as_bytes(), self.start.as_bytes()).is_none() {
            return;
        }
        let mut linked = String::with_capacity(lines.len());
        for line in lines.split_inclusive('\n') {
            self.push(line, around, client, &mut linked);
        }
        text.truncate(start);
        text.push_str(&linked);
    }

    fn push(&self, line: &str, around: &AreaSet, client: bool, text: &mut String) {
        let mut rest = line;
        while let Some((before, (url, after))) = rest
            .split_once(self.start.as_str())
            .and_then(|(before, rest)| Some((before, rest.split_once(')')?)))
            // The page of the item itself is outside.
            .filter(|_| !line.contains("[public page]("))
        {
            text.push_str(before);
            match self.find(url, around, client) {
                Some(path) => text.extend(["](", path, ")"]),
                None => text.extend([&self.start, url, ")"]),
            }
            rest = after;
        }
        text.push_str(rest);
    }

    fn find(&self, url: &str, around: &AreaSet, client: bool) -> Option<&str> {
        let page = url.split('#').next().unwrap_or_default();
        let start = self.start.trim_start_matches("](");
        let item = self.items.get(&format!("{start}{page}").to_ascii_lowercase())?;
        let there = item.needed.contains_all(around) && (client || !item.client);
        there.then_some(item.path.as_str())
    }
}
