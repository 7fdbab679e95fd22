//! The plan of one version.

use super::areas::{AreaSet, Areas};
use super::field::Field;
use super::index::{EnumId, ResolvedType, TypeId};
use super::kinds;
use super::lookup::Lookup;
use super::operation::{self, ModuleScopes, OperationPlan};
use super::place::{self, PlacePlan};
use super::returned;
use super::twins;
use super::updates;
use crate::emit::name::scope::Scope;
use crate::model::{EnumType, Member, Schema, StructuredType, TypeRef};
use std::collections::BTreeMap;

/// Everything of one version.
pub(crate) struct VersionPlan<'a> {
    /// What the pages say.
    pub(crate) schema: &'a Schema,
    /// Its module: `beta`, `v1_0`.
    pub(crate) module: String,
    /// As `Schema::types`.
    pub(crate) types: Vec<TypePlan<'a>>,
    /// As `Schema::enums`.
    pub(crate) enums: Vec<EnumPlan<'a>>,
    /// Those that have functions, the main pages first.
    pub(crate) operations: Vec<OperationPlan<'a>>,
    /// The modules: path below the version (`call_records::session`), contents.
    pub(crate) modules: BTreeMap<String, Module>,
}

/// A type of the emitted crate: where it is, and which areas need it.
#[derive(Debug, Clone)]
pub(crate) struct EmittedType {
    /// The path of its module below the version.
    pub(crate) module: String,
    /// Its name.
    pub(crate) name: String,
    /// The areas that need it.
    pub(crate) needed: AreaSet,
}

/// A struct.
#[derive(Debug)]
pub(crate) struct TypePlan<'a> {
    /// What the page says.
    pub(crate) item: &'a StructuredType,
    /// Where it is emitted.
    pub(crate) emitted: EmittedType,
    /// Its fields, those of its bases included.
    pub(crate) fields: Vec<Field<'a>>,
    /// The open enum of its kinds, when derived types are documented.
    pub(crate) any: Option<AnyPlan>,
    /// Whether an update takes it.
    pub(crate) updated: bool,
    /// Whether a call returns it.
    pub(crate) returned: bool,
}

/// The open enum of a type and its derived types.
#[derive(Debug)]
pub(crate) struct AnyPlan {
    /// Where it is emitted: beside the base.
    pub(crate) emitted: EmittedType,
    /// The base and the derived types, each with its variant's name.
    pub(crate) variants: Vec<(String, TypeId)>,
    /// Whether a call returns it.
    pub(crate) returned: bool,
}

/// An enum.
#[derive(Debug)]
pub(crate) struct EnumPlan<'a> {
    /// What the page says.
    pub(crate) item: &'a EnumType,
    /// Where it is emitted.
    pub(crate) emitted: EmittedType,
    /// Each member once, with the name of its variant, or of its constant in a set of flags.
    pub(crate) members: Vec<(&'a Member, String)>,
    /// Whether it is emitted as a set.
    pub(crate) flags: bool,
}

/// The items of one file.
#[derive(Debug, Default)]
pub(crate) struct Module {
    /// Structs.
    pub(crate) types: Vec<TypeId>,
    /// Enums.
    pub(crate) enums: Vec<EnumId>,
    /// Operations, as indices.
    pub(crate) operations: Vec<usize>,
    /// The types of places that its functions take.
    pub(crate) places: Vec<PlacePlan>,
}

impl<'a> VersionPlan<'a> {
    /// Plans a schema.
    pub(crate) fn of(schema: &'a Schema, module: String, areas: &Areas) -> Self {
        let lookup = Lookup::of(schema, areas);
        let mut names = Scope::default();
        let mut plan = Self {
            schema,
            module,
            types: lookup.types(schema, &mut names),
            enums: Lookup::enums(schema, &mut names),
            operations: Vec::new(),
            modules: BTreeMap::new(),
        };
        lookup.name_any(&mut plan.types, &mut names);
        plan.place();
        plan.operations(&lookup);
        kinds::drop_unused(&mut plan.types, &plan.operations);
        returned::mark(&mut plan.types, &plan.operations);
        updates::mark(&mut plan.types, &plan.operations);
        plan.reach(areas);
        plan.gate();
        plan
    }

    /// Where a type is emitted; `None` for primitives and JSON.
    pub(crate) fn emitted(&self, resolved: ResolvedType) -> Option<&EmittedType> {
        match resolved {
            ResolvedType::Primitive(_) | ResolvedType::Json => None,
            ResolvedType::Type(id) => self.types.get(id).map(|plan| &plan.emitted),
            ResolvedType::Any(id) => self.types.get(id)?.any.as_ref().map(|any| &any.emitted),
            ResolvedType::Enum(id) => self.enums.get(id).map(|plan| &plan.emitted),
        }
    }

    fn place(&mut self) {
        for (id, plan) in self.types.iter().enumerate() {
            let module = self.modules.entry(plan.emitted.module.clone()).or_default();
            module.types.push(id);
        }
        for (id, plan) in self.enums.iter().enumerate() {
            let module = self.modules.entry(plan.emitted.module.clone()).or_default();
            module.enums.push(id);
        }
    }

    fn operations(&mut self, lookup: &Lookup<'a, '_>) {
        let mut scopes: BTreeMap<String, ModuleScopes> = BTreeMap::new();
        for emitted in self
            .types
            .iter()
            .map(|plan| &plan.emitted)
            .chain(self.enums.iter().map(|plan| &plan.emitted))
        {
            let scope = scopes.entry(emitted.module.clone()).or_default();
            scope.types.claim(&emitted.name);
        }
        for main in twins::mains(&self.schema.operations, lookup.areas) {
            let Some(operation) = self.schema.operations.get(main.id) else {
                continue;
            };
            let scope = scopes.entry(main.module.clone()).or_default();
            let resolve = |reference: &TypeRef| lookup.resolve(reference);
            let module = self.modules.entry(main.module).or_default();
            module.operations.push(self.operations.len());
            self.operations.push(OperationPlan {
                areas: main.areas,
                ..operation::plan(operation, scope, &resolve)
            });
        }
        // The main pages were first; files are in the order of pages.
        for module in self.modules.values_mut() {
            let file = |id: &usize| self.operations.get(*id).map(|plan| &plan.operation.file);
            module.operations.sort_by_key(|id| file(id));
        }
        for (key, module) in &mut self.modules {
            let scope = scopes.entry(key.clone()).or_default();
            module.places = place::plan(&module.operations, &mut self.operations, &mut scope.types);
        }
    }
}
