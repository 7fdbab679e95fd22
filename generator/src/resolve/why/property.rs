//! Decisions about properties.

use super::{Asked, Decision};
use crate::model::{EnumOrigin, Property, SENTINEL, StructuredType, TypeRef};
use crate::resolve::decide::navigation::Shown;
use crate::resolve::decide::property::{self, BaseRows, Statement};
use crate::resolve::decide::values::{Enums, Sentinels};
use crate::resolve::decide::{Decided, Source};
use crate::resolve::pages::LoadedPage;

impl Asked<'_> {
    /// `declaring` is the type whose pages list the property: the one that was asked about, or a base type.
    pub(super) fn of_property(
        &self,
        asked: &StructuredType,
        declaring: &StructuredType,
        property: &Property,
    ) -> Vec<Decision> {
        let mut decisions = Vec::new();
        if declaring.name != asked.name {
            let source = Source::at("row on the page of a base type", &property.origin);
            let decided = Decided::new(&declaring.name, source);
            decisions.push(self.decision("declared by", decided, &property.origin, ToString::to_string));
        }
        let mut names = self.statements(declaring, &property.name);
        if let Some((name, source)) = names.find_map(|(_, stated)| stated.repaired_name()) {
            decisions.push(self.decision(
                "name",
                Decided::new(name, source),
                &property.origin,
                ToString::to_string,
            ));
        }
        let (types, hierarchy) = self.drafts();
        let copies = types.iter().filter(|item| item.name == declaring.name);
        let mut drafts = copies.flat_map(|item| &item.properties);
        let draft = drafts.find(|draft| draft.name.eq_ignore_ascii_case(&property.name));
        let shown = Shown::of(&types, &self.schema.operations, &hierarchy);
        let stated = draft.map_or_else(
            || shown.type_ref(&declaring.name, &property.name),
            |draft| Some(self.stated_type(declaring, draft)),
        );
        decisions.extend(stated.map(|stated| {
            let base = BaseRows::of(&types, &hierarchy).find(&declaring.name, &property.name);
            let many = shown.many(&declaring.name, &property.name);
            let decided = property::decide(stated, property.section, base, many);
            self.decision("type", decided, &property.origin, TypeRef::to_string)
        }));
        let kind = property::kind(property);
        decisions.push(self.decision("kind", kind, &property.origin, ToString::to_string));
        if let Some(draft) = draft.filter(|draft| !draft.enum_values.is_empty()) {
            decisions.push(self.values(&types, draft));
        }
        if property.values_enum.is_some() {
            decisions.push(self.enum_of_values(declaring, property));
        }
        decisions
    }

    /// What the pages of a type state about a property, each with its page.
    fn statements<'a>(
        &'a self,
        owner: &StructuredType,
        name: &str,
    ) -> impl Iterator<Item = (&'a LoadedPage, Statement<'a>)> {
        let pages = self.pages_about(owner).into_iter();
        let rows = pages.filter_map(|page| Some((page, page.page.resource.as_ref()?)));
        let statements = rows.flat_map(|(page, rows)| property::stated(rows).map(move |stated| (page, stated)));
        statements.filter(move |(_, stated)| stated.name().eq_ignore_ascii_case(name))
    }

    /// What rows and JSON blocks of the type's pages say; what the pages of its create and update calls say, where it has
    /// none.
    fn stated_type<'a>(&'a self, owner: &StructuredType, draft: &'a Property) -> Decided<'a, TypeRef> {
        let same = self.statements(owner, &draft.name);
        let (rows, keys): (Vec<_>, Vec<_>) = same.partition(|(_, stated)| matches!(stated, Statement::Row(_)));
        let stated = rows.into_iter().chain(keys);
        let stated = Decided::first(stated.map(|(page, stated)| stated.type_ref(page, &self.index)));
        stated.unwrap_or_else(|| {
            let rule = "row on the page of a create or update call";
            Decided::new(draft.type_ref.clone(), Source::at(rule, &draft.origin))
        })
    }

    fn values(&self, types: &[StructuredType], draft: &Property) -> Decision {
        let is_table = |documented_in| matches!(documented_in, EnumOrigin::Page | EnumOrigin::Section);
        let tables = self.schema.enums.iter().filter(|item| is_table(item.documented_in));
        let decided = Sentinels::of(types, tables).decide(draft);
        self.decision("values", decided, &draft.origin, |lacks_sentinel| {
            let mut values: Vec<&str> = draft.enum_values.iter().map(String::as_str).collect();
            values.extend(lacks_sentinel.then_some(SENTINEL));
            values.join(", ")
        })
    }

    fn enum_of_values(&self, owner: &StructuredType, property: &Property) -> Decision {
        let enums = self.schema.enums.iter();
        let named = Enums::of(enums.filter(|item| item.documented_in != EnumOrigin::Property));
        let decided = named.decide(&owner.name, property);
        self.decision("enum", decided, &property.origin, |(name, _)| name.to_string())
    }
}
