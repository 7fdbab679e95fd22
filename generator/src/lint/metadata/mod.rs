//! The pages against what the service publishes about itself: its `$metadata`, an EDMX file.
//!
//! Each finding is at the page, and its help names the line of the metadata.

mod corrections;
mod csdl;
mod enums;
mod operations;
mod read;
mod routes;
mod types;
mod walk;

pub use corrections::corrections;
pub use read::MetadataError;

use super::known::Known;
use super::pages::LintPage;
use super::{Finding, Set};
use crate::model::{Origin, QualifiedName, TypeName, TypeRef, Version};
use crate::source::{Code, SourceFile, Span};
use csdl::{Csdl, Found, Reference};
use rustc_hash::FxHashMap;

/// A file of metadata, read.
#[derive(Debug)]
pub struct Metadata {
    name: String,
    csdl: Csdl,
    /// The version of the API that it describes.
    version: Version,
}

impl Metadata {
    /// Reads the text of such a file; `name` is shown in findings.
    pub fn parse(name: &str, text: String, version: Version) -> Result<Self, MetadataError> {
        let file = SourceFile::new(name, text);
        Ok(Self {
            name: name.to_owned(),
            csdl: read::read(&file)?,
            version,
        })
    }
}

/// What disagrees.
pub(super) fn check(set: &Set<'_>, metadata: &Metadata) -> Vec<Finding> {
    let Some(known) = set.known(&metadata.version) else {
        return Vec::new();
    };
    let own = set.pages.iter().filter(|page| *page.version == metadata.version);
    let check = Check {
        known,
        metadata,
        csdl: &metadata.csdl,
        pages: own.map(|page| (page.path, page)).collect(),
    };
    let mut found = Vec::new();
    types::check(&check, &mut found);
    enums::check(&check, &mut found);
    routes::check(&check, &mut found);
    operations::check(&check, &mut found);
    found
}

/// Both sides.
struct Check<'s> {
    known: &'s Known<'s>,
    metadata: &'s Metadata,
    csdl: &'s Csdl,
    pages: FxHashMap<&'s str, &'s LintPage<'s>>,
}

impl Check<'_> {
    /// The place of some words in the line of an origin.
    fn place(&self, origin: &Origin, words: &str) -> Span {
        let page = self.pages.get(&*origin.file);
        page.map_or(Span::default(), |page| page.word(origin, words))
    }

    /// The place of a type's cell, behind the name of its row.
    fn cell(&self, origin: &Origin, name: &str, raw: &str) -> Span {
        let Some(page) = self.pages.get(&*origin.file) else {
            return Span::default();
        };
        let row = page.span(origin);
        let named = page.word(origin, name);
        let rest = Span::new(
            row.file,
            if named == row {
                row.range().start
            } else {
                named.range().end
            },
            row.range().end,
        );
        super::place::Lines::of(page.sources, rest).word(raw)
    }

    /// Whether a place has exactly these words.
    fn is(&self, origin: &Origin, span: Span, words: &str) -> bool {
        let page = self.pages.get(&*origin.file);
        page.is_some_and(|page| page.sources.text(span) == words)
    }

    /// A finding with both sources.
    fn finding(&self, code: &'static Code, span: Span, message: String, line: u32) -> Finding {
        Finding::new(code, span, message).help(format!("see {}:{line}", self.metadata.name))
    }

    /// The key of a documented name in the metadata.
    fn key(&self, name: &QualifiedName) -> Option<&str> {
        match self.csdl.find(&name.to_string()) {
            Found::Here(key) | Found::Elsewhere(key) => Some(key),
            Found::Nowhere => None,
        }
    }

    /// A documented reference in the words of the metadata: its key, or `edm.string`.
    fn key_of(&self, type_ref: &TypeRef) -> Option<String> {
        match &type_ref.name {
            TypeName::Primitive(crate::model::Primitive::Json) => Some("microsoft.graph.json".to_owned()),
            TypeName::Primitive(primitive) => Some(primitive.edm().to_lowercase()),
            TypeName::Named(name) => self.key(name).map(str::to_owned),
            TypeName::Unknown => None,
        }
    }

    /// Whether a page and the metadata name the same type.
    fn agree(&self, stated: &TypeRef, published: &Reference) -> bool {
        self.key_of(stated).is_some_and(|key| key == published.key()) && stated.collection == published.collection
    }
}
