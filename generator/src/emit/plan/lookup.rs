//! Looks types up and names them.

use super::areas::{AreaSet, Areas};
use super::derived::derived;
use super::field::{Field, FieldNames};
use super::flatten::{Flat, flatten};
use super::index::{Index, ResolvedType, TypeId};
use super::version::{AnyPlan, EmittedType, EnumPlan, TypePlan};
use crate::emit::name::ident;
use crate::emit::name::module;
use crate::emit::name::scope::Scope;
use crate::model::{EnumType, Member, QualifiedName, Schema, TypeRef};
use rustc_hash::FxHashSet;

/// What is known before the items are named.
pub(super) struct Lookup<'a, 'p> {
    index: Index<'a>,
    derived: Vec<Vec<TypeId>>,
    pub(super) areas: &'p Areas,
}

impl<'a, 'p> Lookup<'a, 'p> {
    /// Reads the names of a schema.
    pub(super) fn of(schema: &'a Schema, areas: &'p Areas) -> Self {
        let index = Index::of(schema);
        let derived = derived(schema, &index);
        Self { index, derived, areas }
    }

    /// What a reference points to.
    pub(super) fn resolve(&self, reference: &TypeRef) -> ResolvedType {
        match self.index.resolve(reference) {
            ResolvedType::Type(id) if self.derived.get(id).is_some_and(|derived| !derived.is_empty()) => {
                ResolvedType::Any(id)
            }
            other => other,
        }
    }

    /// The structs, without the open enums of their kinds.
    pub(super) fn types(&self, schema: &'a Schema, names: &mut Scope) -> Vec<TypePlan<'a>> {
        let mut plans = Vec::with_capacity(schema.types.len());
        for (id, item) in schema.types.iter().enumerate() {
            plans.push(TypePlan {
                item,
                emitted: emitted(&item.name, &item.file, names),
                fields: self.fields(id, schema),
                any: None,
                updated: false,
                returned: false,
            });
        }
        plans
    }

    fn fields(&self, id: TypeId, schema: &'a Schema) -> Vec<Field<'a>> {
        let mut names = FieldNames::new();
        let rows = flatten(id, schema, &self.index);
        let field = |row: Flat<'a>| {
            let values = row.property.values_enum.as_ref();
            let values = values
                .and_then(|name| self.index.enumeration(name))
                .map(ResolvedType::Enum);
            let resolved = values.unwrap_or_else(|| self.resolve(&row.property.type_ref));
            let mut field = names.property(row.property, resolved);
            if !row.property.areas.is_empty() {
                field.gates.push(AreaSet::of(row.property.areas.iter(), self.areas));
            }
            if row.owner != id {
                field.declared_by = schema.types.get(row.owner).map(|owner| &owner.name);
                field.inherited_from = field.declared_by.map(|name| name.name.as_str());
            }
            field
        };
        rows.into_iter().map(field).collect()
    }

    /// The enums.
    pub(super) fn enums(schema: &'a Schema, names: &mut Scope) -> Vec<EnumPlan<'a>> {
        let plan = |item: &'a EnumType| {
            let flags = item.flags && item.members.len() <= MOST_FLAGS;
            let members = members(item, flags);
            EnumPlan {
                item,
                emitted: emitted(&item.name, &item.file, names),
                members,
                flags,
            }
        };
        schema.enums.iter().map(plan).collect()
    }

    /// Runs after all other types, so that no documented type loses its name to an open enum.
    pub(super) fn name_any(&self, types: &mut [TypePlan<'a>], names: &mut Scope) {
        for id in 0..types.len() {
            let Some(derived) = self.derived.get(id).filter(|derived| !derived.is_empty()) else {
                continue;
            };
            let mut variants = Scope::with(ANY_TAKEN);
            let ids = std::iter::once(id).chain(derived.iter().copied());
            let name = |id: TypeId| Some((variants.claim(&types.get(id)?.emitted.name), id));
            let variants = ids.filter_map(name).collect();
            let Some(plan) = types.get_mut(id) else { continue };
            let name = names.claim(&format!("Any{}", plan.emitted.name.trim_end_matches('_')));
            let emitted = EmittedType {
                name,
                ..plan.emitted.clone()
            };
            plan.any = Some(AnyPlan {
                emitted,
                variants,
                returned: false,
            });
        }
    }
}

/// Where a type is emitted; which areas need it is found out later. Of two names that differ in nothing but capitals, the
/// second is known by its page.
fn emitted(name: &QualifiedName, file: &str, names: &mut Scope) -> EmittedType {
    let words = module::own_words(name);
    let of_page = format!("{}.{words}", module::stem(file));
    let candidates = [words.as_str(), of_page.as_str()].map(ident::type_name);
    EmittedType {
        module: module::of_name(name),
        name: names.claim_first(candidates.iter().map(String::as_str)),
        needed: AreaSet::default(),
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
