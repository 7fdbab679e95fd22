//! Decisions about types and enums.

use super::{Asked, Decision};
use crate::model::{Area, BaseSource, EnumOrigin, EnumType, Origin, QualifiedName, StructuredType};
use crate::page::ResourceRows;
use crate::resolve::decide::{Decided, Source, area, base, name};
use crate::resolve::pages::LoadedPage;

impl Asked<'_> {
    /// Every page of the type's area that is about it says what it says.
    pub(super) fn of_type(&self, item: &StructuredType) -> Vec<Decision> {
        let about = |page: &&LoadedPage| {
            page.identity.area == item.area && self.index.type_name(&page.path) == Some(&item.name)
        };
        let pages: Vec<_> = self.pages.iter().filter(about).collect();
        if pages.is_empty() {
            return vec![self.undescribed(item)];
        }
        let headings = name::headings(self.pages);
        let mut decisions = Vec::new();
        for page in pages {
            let Some(rows) = &page.page.resource else { continue };
            let named = name::decide(page, &headings);
            decisions.extend(named.map(|name| self.decision("name", name, &rows.origin, ToString::to_string)));
            decisions.push(self.area(page, &rows.origin));
            decisions.extend(self.base(page, rows, item));
        }
        decisions
    }

    fn undescribed(&self, item: &StructuredType) -> Decision {
        let rule = if item.placeholder {
            "no page describes it; this is the first reference to it"
        } else {
            "only the pages of its create and update calls list its properties"
        };
        let decided = Decided::new(item.name.clone(), Source::at(rule, &item.origin));
        self.decision("name", decided, &item.origin, ToString::to_string)
    }

    pub(super) fn area(&self, page: &LoadedPage, origin: &Origin) -> Decision {
        // The stem of the resource's page has the words that name an area.
        let words: Vec<&str> = page
            .identity
            .resource_page
            .split('-')
            .filter(|word| !word.is_empty())
            .collect();
        let (value, source) = area::general();
        let decided = Decided::first(area::stated(&words, &page.page)).unwrap_or_else(|| Decided::new(value, source));
        self.decision("area", decided, origin, Area::to_string)
    }

    /// What this page says; what the base type's page says, where that decided.
    fn base(&self, page: &LoadedPage, rows: &ResourceRows, item: &StructuredType) -> Option<Decision> {
        let stated = base::stated(page, rows, &self.index).filter(|(base, ..)| *base != item.name);
        let stated = Decided::first(stated.map(|(base, _, source)| (base, source)));
        let listed = || {
            let base = item
                .base
                .as_ref()
                .filter(|_| item.base_source == Some(BaseSource::BasePage))?;
            let page = self.schema.structured_type(base, Some(&item.area))?;
            Some(Decided::new(
                base.clone(),
                Source::at("the base type's page lists it as derived", &page.origin),
            ))
        };
        let decided = stated.or_else(listed)?;
        Some(self.decision("base", decided, &rows.origin, |base: &QualifiedName| base.to_string()))
    }

    /// Where the enum is documented, and which members only other places name.
    pub(super) fn of_enum(&self, item: &EnumType) -> Vec<Decision> {
        let rule = match item.documented_in {
            EnumOrigin::Page => "table of members on a page of its own",
            EnumOrigin::Section => "table of members in a section of another page",
            EnumOrigin::Inline => "values that descriptions list for it; no table does",
            EnumOrigin::Property => "values that the description of a string property lists",
        };
        let shown = |names: &Vec<&str>| names.join(", ");
        let is_own = |origin: &Origin| {
            matches!(item.documented_in, EnumOrigin::Inline | EnumOrigin::Property) || origin.file == item.file
        };
        let (own, others): (Vec<_>, Vec<_>) = item.members.iter().partition(|member| is_own(&member.origin));
        let own: Vec<&str> = own.iter().map(|member| member.name.as_str()).collect();
        let mut decisions = vec![self.decision(
            "members",
            Decided::new(own, Source::at(rule, &item.origin)),
            &item.origin,
            shown,
        )];
        decisions.extend(others.into_iter().map(|member| {
            let source = Source::at("a row names it, the table does not", &member.origin);
            self.decision(
                "member",
                Decided::new(vec![member.name.as_str()], source),
                &item.origin,
                shown,
            )
        }));
        let area = self.page(&item.file).map(|page| self.area(page, &item.origin));
        decisions.extend(area);
        decisions
    }
}
