//! Decisions about types and enums.

use super::{Asked, Decision};
use crate::model::{Area, BaseSource, EnumOrigin, EnumType, ExampleKind, Origin, QualifiedName, StructuredType};
use crate::page::ResourceRows;
use crate::resolve::decide::{Decided, Source, area, base, members, name};
use crate::resolve::members::of_rows;
use crate::resolve::pages::LoadedPage;
use crate::resolve::{bases, enums};

impl Asked<'_> {
    /// Every page that is about the type says what it says, the main page first.
    pub(super) fn of_type(&self, item: &StructuredType) -> Vec<Decision> {
        let pages = self.pages_about(item);
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
        self.decision("area", area::decide(&words, &page.page), origin, Area::to_string)
    }

    /// What this page says; what the base type's page says, where that decided.
    fn base(&self, page: &LoadedPage, rows: &ResourceRows, item: &StructuredType) -> Option<Decision> {
        let stated = base::stated(page, rows, &self.index).filter(|(base, ..)| *base != item.name);
        let stated = Decided::first(stated.map(|(base, _, source)| (base, source)));
        let listed = || {
            let bases = bases::listed(self.pages, &self.index);
            let (base, rows) = bases.get(&item.name)?;
            let source = Source::at("the base type's page lists it as derived", &rows.origin);
            Some(Decided::new((*base).clone(), source))
        };
        let decided = stated.or_else(listed).or_else(|| self.base_of_examples(item))?;
        Some(self.decision("base", decided, &rows.origin, |base: &QualifiedName| base.to_string()))
    }

    /// The type in whose place request examples have objects of this one, where no page states a base.
    fn base_of_examples(&self, item: &StructuredType) -> Option<Decided<'_, QualifiedName>> {
        let base = item
            .base
            .clone()
            .filter(|_| item.base_source == Some(BaseSource::Example))?;
        let name = format!("{}\"", item.name);
        let mut examples = self
            .schema
            .operations
            .iter()
            .flat_map(|operation| operation.examples.iter());
        let shown = examples.find(|example| example.kind == ExampleKind::Request && example.body.contains(&name))?;
        let source = Source::at(
            "a request example has such an object where the base stands",
            &shown.origin,
        );
        Some(Decided::new(base, source))
    }

    /// Where the enum is documented, and which members only rows name.
    pub(super) fn of_enum(&self, item: &EnumType) -> Vec<Decision> {
        let shown = |names: &Vec<&str>| {
            if names.is_empty() {
                "none".to_owned()
            } else {
                names.join(", ")
            }
        };
        let is_same = |table: &EnumType| table.name == item.name;
        let tables: Vec<EnumType> = enums::tables(self.pages, &self.index).filter(is_same).collect();
        let mut decisions = Vec::new();
        let decided = members::of_tables(&tables).unwrap_or_else(|| {
            let rule = match item.documented_in {
                EnumOrigin::Property => "values that the description of a string property lists",
                _ => "values that descriptions list for it; no table does",
            };
            Decided::new(members::names(item), Source::at(rule, &item.origin))
        });
        decisions.push(self.decision("members", decided, &item.origin, shown));
        decisions.extend(self.rows(item, &tables, shown));
        let area = self.page(&item.file).map(|page| self.area(page, &item.origin));
        decisions.extend(area);
        decisions
    }

    /// What becomes of the values of each row that has others than the table.
    fn rows(&self, item: &EnumType, tables: &[EnumType], shown: impl Fn(&Vec<&str>) -> String) -> Vec<Decision> {
        let (types, _) = self.drafts();
        let lists = members::lists(&types);
        let Some(table) = tables.iter().min_by_key(|table| members::rank(table)) else {
            return Vec::new();
        };
        let rows = lists.get(&item.name).into_iter().flatten().copied();
        let decided = of_rows(&mut table.members.clone(), rows).into_iter();
        let tells = |decided: &Decided<'_, Vec<&str>>| !decided.value.is_empty() || !decided.rejected.is_empty();
        let decided = decided.map(|(_, decided)| decided).filter(tells);
        decided
            .map(|decided| self.decision("members of a row", decided, &item.origin, &shown))
            .collect()
    }
}
