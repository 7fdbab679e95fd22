//! Looks types up and names them.

use super::areas::{AreaId, AreaSet, Areas};
use super::derived::derived;
use super::field::{Field, FieldNames};
use super::flatten::{Flat, flatten};
use super::index::{Index, ResolvedType, TypeId};
use super::version::{AnyPlan, EmittedType, EnumPlan, TypePlan};
use crate::emit::name::ident;
use crate::emit::name::module;
use crate::emit::name::scope::Scope;
use crate::model::{EnumType, Member, Schema, TypeRef};
use rustc_hash::FxHashSet;
use std::collections::BTreeMap;

/// The type names of each area: they are re-exported side by side.
#[derive(Default)]
pub(super) struct Scopes(BTreeMap<AreaId, Scope>);

impl Scopes {
    fn claim(&mut self, area: AreaId, name: &str) -> String {
        self.0.entry(area).or_default().claim(name)
    }
}

/// What is known before the items are named.
pub(super) struct Lookup<'a, 'p> {
    index: Index<'a>,
    derived: Vec<Vec<TypeId>>,
    pub(super) areas: &'p Areas,
}

impl<'a, 'p> Lookup<'a, 'p> {
    /// Reads the names of a schema.
    pub(super) fn of(schema: &'a Schema, areas: &'p Areas) -> Self {
        let index = Index::of(schema, areas);
        let derived = derived(schema, &index, areas);
        Self { index, derived, areas }
    }

    /// What a reference made in `area` points to.
    pub(super) fn resolve(&self, reference: &TypeRef, area: AreaId) -> ResolvedType {
        let resolved = self.index.resolve(reference, area, |stated| self.areas.id(stated));
        match resolved {
            ResolvedType::Type(id) if self.derived.get(id).is_some_and(|derived| !derived.is_empty()) => {
                ResolvedType::Any(id)
            }
            other => other,
        }
    }

    /// The structs, without the open enums of their kinds.
    pub(super) fn types(&self, schema: &'a Schema, scopes: &mut Scopes) -> Vec<TypePlan<'a>> {
        let mut plans = Vec::with_capacity(schema.types.len());
        for (id, item) in schema.types.iter().enumerate() {
            let area = self.areas.id(&item.area);
            let emitted = EmittedType {
                area,
                module: module::of_type(item),
                name: scopes.claim(area, &ident::type_name(&module::own_words(&item.name))),
                needed: AreaSet::default(),
            };
            plans.push(TypePlan {
                item,
                emitted,
                fields: self.fields(id, area, schema),
                any: None,
            });
        }
        plans
    }

    fn fields(&self, id: TypeId, area: AreaId, schema: &'a Schema) -> Vec<Field<'a>> {
        let mut names = FieldNames::new();
        let rows = flatten(id, area, schema, &self.index);
        let field = |row: Flat<'a>| {
            // A row's type is looked up from the area of the page that it stands on.
            let owner = schema
                .types
                .get(row.owner)
                .map_or(area, |owner| self.areas.id(&owner.area));
            let values = row.property.values_enum.as_ref();
            let values = values
                .and_then(|name| self.index.enumeration(name, owner))
                .map(ResolvedType::Enum);
            let resolved = values.unwrap_or_else(|| self.resolve(&row.property.type_ref, owner));
            let mut field = names.property(row.property, resolved);
            if row.owner != id {
                field.inherited_from = schema.types.get(row.owner).map(|owner| owner.name.name.as_str());
            }
            field
        };
        rows.into_iter().map(field).collect()
    }

    /// The enums.
    pub(super) fn enums(&self, schema: &'a Schema, scopes: &mut Scopes) -> Vec<EnumPlan<'a>> {
        let plan = |item: &'a EnumType| {
            let area = self.areas.id(&item.area);
            let emitted = EmittedType {
                area,
                module: module::of_enum(item),
                name: scopes.claim(area, &ident::type_name(&module::own_words(&item.name))),
                needed: AreaSet::default(),
            };
            let flags = item.flags && item.members.len() <= MOST_FLAGS;
            let members = members(item, flags);
            EnumPlan {
                item,
                emitted,
                members,
                flags,
            }
        };
        schema.enums.iter().map(plan).collect()
    }

    /// Runs after all other types, so that no documented type loses its name to an open enum.
    pub(super) fn name_any(&self, types: &mut [TypePlan<'a>], scopes: &mut Scopes) {
        for id in 0..types.len() {
            let Some(derived) = self.derived.get(id).filter(|derived| !derived.is_empty()) else {
                continue;
            };
            let mut names = Scope::with(ANY_TAKEN);
            let ids = std::iter::once(id).chain(derived.iter().copied());
            let name = |id: TypeId| Some((names.claim(&types.get(id)?.emitted.name), id));
            let variants = ids.filter_map(name).collect();
            let Some(plan) = types.get_mut(id) else { continue };
            let name = scopes.claim(
                plan.emitted.area,
                &format!("Any{}", plan.emitted.name.trim_end_matches('_')),
            );
            let emitted = EmittedType {
                name,
                ..plan.emitted.clone()
            };
            plan.any = Some(AnyPlan { emitted, variants });
        }
    }
}

/// The variants that the emitted form itself uses.
const ANY_TAKEN: &[&str] = &["UnknownType"];
const ENUM_TAKEN: &[&str] = &["UnknownValue"];
const FLAGS_TAKEN: &[&str] = &["MEMBERS"];

/// In the runtime, a set of flags is one 64-bit number.
const MOST_FLAGS: usize = 64;

fn members(item: &EnumType, flags: bool) -> Vec<(&Member, String)> {
    let mut scope = Scope::with(if flags { FLAGS_TAKEN } else { ENUM_TAKEN });
    let mut seen = FxHashSet::default();
    let once = item.members.iter().filter(|member| seen.insert(member.name.as_str()));
    let name = |member: &Member| {
        if flags {
            ident::screaming(&member.name)
        } else {
            ident::variant(&member.name)
        }
    };
    once.map(|member| (member, scope.claim(&name(member)))).collect()
}
