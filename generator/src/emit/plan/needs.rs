//! Computes which areas need which item of a version.

use super::areas::{AreaId, AreaSet, Areas};
use super::field::Field;
use super::index::{EnumId, ResolvedType, TypeId};
use super::operation::{Body, OperationPlan, ReturnType};
use super::reach::Graph;
use super::version::VersionPlan;

impl VersionPlan<'_> {
    /// Computes for every item the areas that need it.
    pub(super) fn reach(&mut self, areas: &Areas) {
        let numbers = Numbers {
            types: self.types.len(),
            enums: self.enums.len(),
        };
        let mut graph = Graph::new(numbers.count());
        for (id, plan) in self.types.iter().enumerate() {
            let own = AreaSet::of(plan.item.areas(), areas);
            own.iter().for_each(|area| graph.root(area, id));
            for field in plan.fields.iter().filter(|field| !field.navigation) {
                numbers.need(&mut graph, id, field);
            }
            if let Some(any) = &plan.any {
                let number = numbers.any(id);
                own.iter().for_each(|area| graph.root(area, number));
                any.variants
                    .iter()
                    .for_each(|(_, derived)| graph.need(number, *derived));
            }
        }
        for (id, plan) in self.enums.iter().enumerate() {
            let own = AreaSet::of(plan.item.areas(), areas);
            own.iter().for_each(|area| graph.root(area, numbers.enumeration(id)));
        }
        for plan in &self.operations {
            for resolved in needed_by(plan) {
                plan.areas
                    .iter()
                    .for_each(|area| numbers.root(&mut graph, area, resolved));
            }
        }
        let solved = graph.solve();
        self.store(&numbers, &solved);
    }

    fn store(&mut self, numbers: &Numbers, solved: &[AreaSet]) {
        let of = |number: usize| solved.get(number).cloned().unwrap_or_default();
        for (id, plan) in self.types.iter_mut().enumerate() {
            plan.emitted.needed = of(id);
            if let Some(any) = &mut plan.any {
                any.emitted.needed = of(numbers.any(id));
            }
        }
        for (id, plan) in self.enums.iter_mut().enumerate() {
            plan.emitted.needed = of(numbers.enumeration(id));
        }
    }

    /// A navigation property is compiled when its type is. A condition that always holds is left out.
    pub(super) fn gate(&mut self) {
        let mut gates = Vec::new();
        for (id, plan) in self.types.iter().enumerate() {
            for (at, field) in plan.fields.iter().enumerate().filter(|(_, field)| field.navigation) {
                if let Some(emitted) = self.emitted(field.resolved) {
                    gates.push((id, at, emitted.needed.clone()));
                }
            }
        }
        for (id, at, areas) in gates {
            let field = self.types.get_mut(id).and_then(|plan| plan.fields.get_mut(at));
            if let Some(field) = field {
                field.gates.push(areas);
            }
        }
        for plan in &mut self.types {
            let needed = &plan.emitted.needed;
            for field in &mut plan.fields {
                field.gates.retain(|areas| !areas.contains_all(needed));
            }
        }
    }
}

/// The items that an operation's functions and parameters name.
pub(super) fn needed_by<'a>(plan: &'a OperationPlan<'_>) -> impl Iterator<Item = ResolvedType> + 'a {
    let fields = plan.parameters.iter().flat_map(|parameters| &parameters.fields);
    let functions = plan.functions.iter().flat_map(|function| {
        let body = match function.body {
            Body::Entity(resolved) | Body::Entities(resolved) => Some(resolved),
            _ => None,
        };
        let returned = match function.returns {
            ReturnType::One(resolved) | ReturnType::Collection(resolved) => Some(resolved),
            _ => None,
        };
        body.into_iter().chain(returned)
    });
    fields.map(|field| field.resolved).chain(functions)
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

    fn of(&self, resolved: ResolvedType) -> Option<usize> {
        match resolved {
            ResolvedType::Primitive(_) | ResolvedType::Json => None,
            ResolvedType::Type(id) => Some(id),
            ResolvedType::Any(id) => Some(self.any(id)),
            ResolvedType::Enum(id) => Some(self.enumeration(id)),
        }
    }

    /// A struct needs the type of a field; the areas that alone have the field need it, if there are such.
    fn need(&self, graph: &mut Graph, user: usize, field: &Field<'_>) {
        let Some(used) = self.of(field.resolved) else {
            return;
        };
        match field.gates.first() {
            Some(areas) => areas.iter().for_each(|area| graph.root(area, used)),
            None => graph.need(user, used),
        }
    }

    fn root(&self, graph: &mut Graph, area: AreaId, item: ResolvedType) {
        if let Some(item) = self.of(item) {
            graph.root(area, item);
        }
    }
}
