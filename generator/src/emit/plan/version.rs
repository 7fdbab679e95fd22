//! The plan of one version.

use super::areas::{AreaId, AreaSet, Areas};
use super::derived::derived;
use super::field::{Field, FieldNames};
use super::flatten::flatten;
use super::index::{EnumId, Index, Target, TypeId};
use super::operation::{self, Body, ModuleScopes, OperationPlan, Reply};
use super::reach::Graph;
use crate::emit::name::ident;
use crate::emit::name::module;
use crate::emit::name::scope::Scope;
use crate::model::{EnumType, Member, Schema, StructuredType, TypeRef};
use std::collections::{BTreeMap, HashSet};

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
    /// As `Schema::operations`.
    pub(crate) operations: Vec<OperationPlan<'a>>,
    /// The files: area, module name, contents.
    pub(crate) modules: BTreeMap<(AreaId, String), Module>,
}

/// Where an item is, and who needs it.
#[derive(Debug, Clone)]
pub(crate) struct Kind {
    /// Its area.
    pub(crate) area: AreaId,
    /// Its module.
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
    /// Its place.
    pub(crate) kind: Kind,
    /// Its fields, those of its bases included.
    pub(crate) fields: Vec<Field<'a>>,
    /// The open enum of its kinds, when derived types are documented.
    pub(crate) any: Option<AnyPlan>,
}

/// The open enum of a type and its derived types.
#[derive(Debug)]
pub(crate) struct AnyPlan {
    /// Its place: that of the base.
    pub(crate) kind: Kind,
    /// The base and the derived types, each with its variant's name.
    pub(crate) variants: Vec<(String, TypeId)>,
}

/// An enum.
#[derive(Debug)]
pub(crate) struct EnumPlan<'a> {
    /// What the page says.
    pub(crate) item: &'a EnumType,
    /// Its place.
    pub(crate) kind: Kind,
    /// Each member once, with its name: of a variant, or of a constant where it is a set of flags.
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
}

impl<'a> VersionPlan<'a> {
    /// Plans a schema.
    pub(crate) fn of(schema: &'a Schema, module: String, areas: &Areas) -> Self {
        let index = Index::of(schema, areas);
        let derived = derived(schema, &index, areas);
        let lookup = Lookup { index, derived, areas };
        let mut scopes = Scopes::default();
        let mut plan = Self {
            schema,
            module,
            types: lookup.types(schema, &mut scopes),
            enums: lookup.enums(schema, &mut scopes),
            operations: Vec::new(),
            modules: BTreeMap::new(),
        };
        lookup.name_any(&mut plan.types, &mut scopes);
        plan.place();
        plan.operations(&lookup);
        plan.reach(&lookup);
        plan.gate();
        plan
    }

    /// Where a target is emitted; primitives and JSON are nowhere.
    pub(crate) fn kind(&self, target: Target) -> Option<&Kind> {
        match target {
            Target::Primitive(_) | Target::Json => None,
            Target::Type(id) => self.types.get(id).map(|plan| &plan.kind),
            Target::Any(id) => self.types.get(id)?.any.as_ref().map(|any| &any.kind),
            Target::Enum(id) => self.enums.get(id).map(|plan| &plan.kind),
        }
    }

    fn module_mut(&mut self, area: AreaId, name: &str) -> &mut Module {
        self.modules.entry((area, name.to_owned())).or_default()
    }

    fn place(&mut self) {
        for id in 0..self.types.len() {
            let Some(kind) = self.types.get(id).map(|plan| plan.kind.clone()) else {
                continue;
            };
            self.module_mut(kind.area, &kind.module).types.push(id);
        }
        for id in 0..self.enums.len() {
            let Some(kind) = self.enums.get(id).map(|plan| plan.kind.clone()) else {
                continue;
            };
            self.module_mut(kind.area, &kind.module).enums.push(id);
        }
    }

    fn operations(&mut self, lookup: &Lookup<'a, '_>) {
        let mut scopes: BTreeMap<(AreaId, String), ModuleScopes> = BTreeMap::new();
        for kind in self
            .types
            .iter()
            .map(|plan| &plan.kind)
            .chain(self.enums.iter().map(|plan| &plan.kind))
        {
            let scope = scopes.entry((kind.area, kind.module.clone())).or_default();
            scope.types.claim(&kind.name);
        }
        for (id, operation) in self.schema.operations.iter().enumerate() {
            let area = lookup.areas.id(&operation.area);
            let module = module::of_operation(operation);
            let scope = scopes.entry((area, module.clone())).or_default();
            let target = |reference: &TypeRef| lookup.target(reference, area);
            self.operations.push(operation::plan(operation, scope, &target));
            self.module_mut(area, &module).operations.push(id);
        }
    }

    /// Computes for every item the areas that need it.
    fn reach(&mut self, lookup: &Lookup<'_, '_>) {
        let numbers = Numbers {
            types: self.types.len(),
            enums: self.enums.len(),
        };
        let mut graph = Graph::new(numbers.count());
        for (id, plan) in self.types.iter().enumerate() {
            graph.root(plan.kind.area, id);
            for field in plan.fields.iter().filter(|field| !field.navigation) {
                numbers.need(&mut graph, id, field.target);
            }
            if let Some(any) = &plan.any {
                let number = numbers.any(id);
                graph.root(any.kind.area, number);
                any.variants
                    .iter()
                    .for_each(|(_, derived)| graph.need(number, *derived));
            }
        }
        for (id, plan) in self.enums.iter().enumerate() {
            graph.root(plan.kind.area, numbers.enumeration(id));
        }
        for plan in &self.operations {
            let area = lookup.areas.id(&plan.operation.area);
            for target in needed_by(plan) {
                numbers.root(&mut graph, area, target);
            }
        }
        let solved = graph.solve();
        self.store(&numbers, &solved);
    }

    fn store(&mut self, numbers: &Numbers, solved: &[AreaSet]) {
        let of = |number: usize| solved.get(number).cloned().unwrap_or_default();
        for (id, plan) in self.types.iter_mut().enumerate() {
            plan.kind.needed = of(id);
            if let Some(any) = &mut plan.any {
                any.kind.needed = of(numbers.any(id));
            }
        }
        for (id, plan) in self.enums.iter_mut().enumerate() {
            plan.kind.needed = of(numbers.enumeration(id));
        }
    }

    /// A navigation property is there when its type is.
    fn gate(&mut self) {
        let mut gates = Vec::new();
        for (id, plan) in self.types.iter().enumerate() {
            for (at, field) in plan.fields.iter().enumerate().filter(|(_, field)| field.navigation) {
                let Some(kind) = self.kind(field.target) else { continue };
                if !kind.needed.contains_all(&plan.kind.needed) {
                    gates.push((id, at, kind.needed.clone()));
                }
            }
        }
        for (id, at, areas) in gates {
            let field = self.types.get_mut(id).and_then(|plan| plan.fields.get_mut(at));
            if let Some(field) = field {
                field.gate = Some(areas);
            }
        }
    }
}

/// What an operation's functions and parameters mention.
fn needed_by<'a>(plan: &'a OperationPlan<'_>) -> impl Iterator<Item = Target> + 'a {
    let fields = plan.parameters.iter().flat_map(|parameters| &parameters.fields);
    let functions = plan.functions.iter().flat_map(|function| {
        let body = match function.body {
            Body::Entity(target) => Some(target),
            _ => None,
        };
        let reply = match function.reply {
            Reply::One(target) | Reply::Collection(target) => Some(target),
            _ => None,
        };
        body.into_iter().chain(reply)
    });
    fields.map(|field| field.target).chain(functions)
}

/// Numbers of items in the graph: types, enums, open enums of kinds.
struct Numbers {
    types: usize,
    enums: usize,
}

impl Numbers {
    fn count(&self) -> usize {
        2 * self.types + self.enums
    }

    fn enumeration(&self, id: EnumId) -> usize {
        self.types + id
    }

    fn any(&self, id: TypeId) -> usize {
        self.types + self.enums + id
    }

    fn of(&self, target: Target) -> Option<usize> {
        match target {
            Target::Primitive(_) | Target::Json => None,
            Target::Type(id) => Some(id),
            Target::Any(id) => Some(self.any(id)),
            Target::Enum(id) => Some(self.enumeration(id)),
        }
    }

    fn need(&self, graph: &mut Graph, user: usize, used: Target) {
        if let Some(used) = self.of(used) {
            graph.need(user, used);
        }
    }

    fn root(&self, graph: &mut Graph, area: AreaId, item: Target) {
        if let Some(item) = self.of(item) {
            graph.root(area, item);
        }
    }
}

/// The type names of each area: they are re-exported side by side.
#[derive(Default)]
struct Scopes(BTreeMap<AreaId, Scope>);

impl Scopes {
    fn claim(&mut self, area: AreaId, name: &str) -> String {
        self.0.entry(area).or_default().claim(name)
    }
}

/// What is known before anything is named.
struct Lookup<'a, 'p> {
    index: Index<'a>,
    derived: Vec<Vec<TypeId>>,
    areas: &'p Areas,
}

impl<'a> Lookup<'a, '_> {
    fn target(&self, reference: &TypeRef, area: AreaId) -> Target {
        let target = self.index.target(reference, area, |stated| self.areas.id(stated));
        match target {
            Target::Type(id) if self.derived.get(id).is_some_and(|derived| !derived.is_empty()) => Target::Any(id),
            other => other,
        }
    }

    fn types(&self, schema: &'a Schema, scopes: &mut Scopes) -> Vec<TypePlan<'a>> {
        let mut plans = Vec::with_capacity(schema.types.len());
        for (id, item) in schema.types.iter().enumerate() {
            let area = self.areas.id(&item.area);
            let kind = Kind {
                area,
                module: module::of_type(item),
                name: scopes.claim(area, &ident::type_name(&module::own_words(&item.name))),
                needed: AreaSet::default(),
            };
            plans.push(TypePlan {
                item,
                kind,
                fields: self.fields(id, area, schema),
                any: None,
            });
        }
        plans
    }

    fn fields(&self, id: TypeId, area: AreaId, schema: &'a Schema) -> Vec<Field<'a>> {
        let mut names = FieldNames::new();
        let rows = flatten(id, area, schema, &self.index);
        let field = |row: super::flatten::Flat<'a>| {
            // A row's type is looked up from the area of the page that it stands on.
            let owner = schema
                .types
                .get(row.owner)
                .map_or(area, |owner| self.areas.id(&owner.area));
            let values = row.property.values_enum.as_ref();
            let values = values
                .and_then(|name| self.index.enumeration(name, owner))
                .map(Target::Enum);
            let target = values.unwrap_or_else(|| self.target(&row.property.type_ref, owner));
            let mut field = names.property(row.property, target);
            if row.owner != id {
                field.inherited_from = schema.types.get(row.owner).map(|owner| owner.name.name.as_str());
            }
            field
        };
        rows.into_iter().map(field).collect()
    }

    fn enums(&self, schema: &'a Schema, scopes: &mut Scopes) -> Vec<EnumPlan<'a>> {
        let plan = |item: &'a EnumType| {
            let area = self.areas.id(&item.area);
            let kind = Kind {
                area,
                module: module::of_enum(item),
                name: scopes.claim(area, &ident::type_name(&module::own_words(&item.name))),
                needed: AreaSet::default(),
            };
            let flags = item.flags && item.members.len() <= MOST_FLAGS;
            let members = members(item, flags);
            EnumPlan {
                item,
                kind,
                members,
                flags,
            }
        };
        schema.enums.iter().map(plan).collect()
    }

    /// After all other types, so that no documented type loses its name to an open enum.
    fn name_any(&self, types: &mut [TypePlan<'a>], scopes: &mut Scopes) {
        for id in 0..types.len() {
            let Some(derived) = self.derived.get(id).filter(|derived| !derived.is_empty()) else {
                continue;
            };
            let mut names = Scope::with(ANY_TAKEN);
            let ids = std::iter::once(id).chain(derived.iter().copied());
            let name = |id: TypeId| Some((names.claim(&types.get(id)?.kind.name), id));
            let variants = ids.filter_map(name).collect();
            let Some(plan) = types.get_mut(id) else { continue };
            let name = scopes.claim(plan.kind.area, &format!("Any{}", plan.kind.name.trim_end_matches('_')));
            let kind = Kind {
                name,
                ..plan.kind.clone()
            };
            plan.any = Some(AnyPlan { kind, variants });
        }
    }
}

/// The variants that the emitted form itself uses.
const ANY_TAKEN: &[&str] = &["UnknownType"];
const ENUM_TAKEN: &[&str] = &["UnknownValue"];

/// A set of flags is one 64 bit number in the runtime.
const MOST_FLAGS: usize = 64;

fn members(item: &EnumType, flags: bool) -> Vec<(&Member, String)> {
    let mut scope = Scope::with(if flags { &[] } else { ENUM_TAKEN });
    let mut seen = HashSet::new();
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
