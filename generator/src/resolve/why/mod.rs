//! Why the model says what it says: the decisions about an item, with their evidence and what was rejected.
//!
//! The functions of `decide` are asked again, for one item; reading a whole root keeps no evidence.

mod alike;
mod call;
mod find;
mod property;
mod types;

use super::PageRows;
use super::bodies;
use super::decide::{Basis, Decided, Kinds, Source, type_copies};
use super::index::Index;
use super::pages::LoadedPage;
use crate::docs::Docs;
use crate::model::{Hierarchy, Model, Origin, QualifiedName, Schema, StructuredType, Version};
use crate::source::SourceMap;
use find::Item;
use serde::Serialize;

/// An item and the decisions about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Why {
    /// The item in the pages' own spelling: `microsoft.graph.user/manager`, `GET /users/{id}/manager`.
    pub item: String,
    /// The version of the API.
    pub api_version: Version,
    /// What is true about it.
    pub decisions: Vec<Decision>,
    /// In a slice: what pulls the item in, from what was asked for to the item; empty for an item that is not in it.
    pub chain: Option<Vec<String>>,
}

impl Why {
    /// The type or enum that it is about; `None` for a call.
    pub fn type_name(&self) -> Option<QualifiedName> {
        let name = self.item.split('/').next()?;
        (!name.contains(' ')).then(|| QualifiedName::parse(name))
    }
}

/// One fact about an item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// Which fact: `type`, `base`, `response`.
    pub fact: &'static str,
    /// What is true.
    pub value: String,
    /// Why.
    pub source: Evidence,
    /// What other evidence says, best first.
    pub rejected: Vec<Rejected>,
}

/// The rule that gave a value, and where it read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Evidence {
    /// The rule in a few words.
    pub rule: &'static str,
    /// The page below the version folder, or an included file below the docs root.
    pub file: String,
    /// The line, from 1.
    pub line: u32,
}

/// A value that lost, and its evidence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Rejected {
    /// The value.
    pub value: String,
    /// Why it was a candidate.
    #[serde(flatten)]
    pub source: Evidence,
}

impl std::fmt::Display for Evidence {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}, {}:{}", self.rule, self.file, self.line)
    }
}

impl PageRows {
    /// The decisions about an item of each version. When no item has that name, the names that are most like it.
    pub fn why(&self, docs: &Docs, model: &Model, item: &str) -> Result<Vec<Why>, Vec<String>> {
        let mut found = Vec::new();
        for schema in &model.schemas {
            let items = find::items(schema, item);
            let Some(pages) = self.0.get(&schema.version).filter(|_| !items.is_empty()) else {
                continue;
            };
            let asked = Asked {
                sources: &docs.sources,
                schema,
                pages,
                index: Index::new(pages),
                kinds: Kinds::of(&schema.types, &schema.enums),
            };
            found.extend(items.iter().map(|item| asked.why(item)));
        }
        if found.is_empty() {
            return Err(alike::names(model, item));
        }
        Ok(found)
    }
}

/// A version that is asked about.
struct Asked<'a> {
    sources: &'a SourceMap,
    schema: &'a Schema,
    pages: &'a [LoadedPage],
    index: Index,
    kinds: Kinds<'a>,
}

impl Asked<'_> {
    fn why(&self, item: &Item<'_>) -> Why {
        let decisions = match item {
            Item::Type(item) => self.of_type(item),
            Item::Enum(item) => self.of_enum(item),
            Item::Property {
                asked,
                declaring,
                property,
            } => self.of_property(asked, declaring, property),
            Item::Route(operation, route) => self.of_route(operation, route),
        };
        Why {
            item: item.to_string(),
            api_version: self.schema.version.clone(),
            decisions,
            chain: None,
        }
    }

    fn page(&self, path: &str) -> Option<&LoadedPage> {
        self.pages.iter().find(|page| *page.path == *path)
    }

    /// The pages that describe a type, the main one first.
    fn pages_about(&self, item: &StructuredType) -> Vec<&LoadedPage> {
        let pages = self.pages.iter();
        let about = pages.filter(|page| self.index.type_name(&page.path) == Some(&item.name));
        let mut pages: Vec<&LoadedPage> = about.collect();
        pages.sort_by_key(|page| type_copies::rank(&page.path));
        pages
    }

    /// The types as their own pages and those of their calls describe them, before other pages add to them.
    fn drafts(&self) -> (Vec<StructuredType>, Hierarchy) {
        let (mut types, hierarchy, _) = crate::resolve::types::build(self.pages, &self.index);
        bodies::describe(&mut types, &self.schema.operations);
        (types, hierarchy)
    }

    /// A decision in words; `page` is where evidence about a page as a whole stands.
    fn decision<T>(
        &self,
        fact: &'static str,
        Decided {
            value,
            source,
            rejected,
        }: Decided<'_, T>,
        page: &Origin,
        shown: impl Fn(&T) -> String,
    ) -> Decision {
        let rejected = rejected.into_iter().map(|(value, source)| Rejected {
            value: shown(&value),
            source: self.evidence(source, page),
        });
        Decision {
            fact,
            value: shown(&value),
            source: self.evidence(source, page),
            rejected: rejected.collect(),
        }
    }

    fn evidence(&self, source: Source<'_>, page: &Origin) -> Evidence {
        let rule = source.rule;
        let of_origin = |origin: &Origin| Evidence {
            rule,
            file: origin.file.to_string(),
            line: origin.line,
        };
        match source.basis {
            Basis::Origin(origin) => of_origin(origin),
            Basis::Page => of_origin(page),
            Basis::Span(span) => {
                let known = self.pages.iter().find(|page| page.file == span.file);
                let file = known.map_or_else(|| self.sources.path(span.file), |page| &*page.path);
                let line = self.sources.line_column(span).line;
                Evidence {
                    rule,
                    file: file.to_owned(),
                    line,
                }
            }
        }
    }
}

#[cfg(test)]
mod tests;
