//! The pages that a selection is about.

use super::named::Named;
use super::{Pattern, PatternError, Selection};
use crate::model::{Model, Version};
use std::collections::BTreeSet;

/// The pages of what the patterns match, without what that needs.
pub(crate) struct Pages<'m> {
    include: Vec<Matched<'m>>,
    exclude: Vec<Matched<'m>>,
}

/// A pattern, and the pages of the items that it matches.
struct Matched<'m> {
    pattern: Pattern,
    pages: BTreeSet<(&'m Version, &'m str)>,
}

impl Selection {
    /// The pages that the patterns are about. A pattern of items that matches nothing is an error; the files of others are
    /// not known here.
    pub(crate) fn pages<'m>(&self, model: &'m Model) -> Result<Pages<'m>, PatternError> {
        let matched = |pattern: &Pattern| Matched::of(pattern, model);
        Ok(Pages {
            include: self.include.iter().map(matched).collect::<Result<_, _>>()?,
            exclude: self.exclude.iter().map(matched).collect::<Result<_, _>>()?,
        })
    }
}

impl Pages<'_> {
    /// Whether a file is one of them: its path below the docs root and, if it is a page, its version and its path below the
    /// version. Loose pages have no version.
    pub(crate) fn has(&self, file: &str, page: Option<(Option<&Version>, &str)>) -> bool {
        let matches = |matched: &Matched<'_>| matched.has(file, page);
        (self.include.is_empty() || self.include.iter().any(matches)) && !self.exclude.iter().any(matches)
    }
}

impl<'m> Matched<'m> {
    fn of(pattern: &Pattern, model: &'m Model) -> Result<Self, PatternError> {
        let mut pages = BTreeSet::new();
        for schema in &model.schemas {
            let version = &schema.version;
            let named = Named::all(schema).filter(|item| pattern.matches_named(*item));
            pages.extend(named.map(|item| (version, item.file)));
            let operations = schema.operations.iter().filter(|operation| {
                let mut routes = operation.routes.iter();
                routes.any(|route| pattern.matches_route(version, operation, route))
            });
            pages.extend(operations.map(|operation| (version, operation.file.as_str())));
        }
        if pages.is_empty() && !pattern.is_of_pages() {
            return Err(PatternError::MatchesNothing(pattern.to_string()));
        }
        Ok(Self {
            pattern: pattern.clone(),
            pages,
        })
    }

    fn has(&self, file: &str, page: Option<(Option<&Version>, &str)>) -> bool {
        let is_page = |(version, path): (Option<&Version>, &str)| {
            let mut pages = self.pages.iter();
            match version {
                Some(version) => self.pages.contains(&(version, path)),
                None => pages.any(|(_, known)| *known == path),
            }
        };
        self.pattern.matches_file(file) || page.is_some_and(is_page)
    }
}
