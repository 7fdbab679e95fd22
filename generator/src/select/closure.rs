//! Finds everything that the kept items need.

use crate::model::{
    EnumType, Hierarchy, Operation, Property, PropertySection, QualifiedName, ResponseBody, Schema, StructuredType,
    TypeRef,
};
use std::collections::{BTreeMap, BTreeSet};

/// How much of a type is needed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Depth {
    /// Only its name. It stays as a placeholder.
    Name,
    /// Its properties, because it is the base type of a kept type.
    Base,
    /// Its values, so its derived types too.
    Value,
}

/// Why an item is kept that no pattern selects.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Cause {
    /// A call, by its index.
    Operation(usize),
    /// A type, by its index.
    Type(usize),
}

/// Follows references from kept items.
pub(super) struct Needs<'a> {
    schema: &'a Schema,
    hierarchy: Hierarchy,
    excluded: Vec<bool>,
    types: Vec<Option<Depth>>,
    enums: BTreeSet<usize>,
    /// Types whose references are still to be followed.
    open: Vec<usize>,
    /// Whose references are followed now.
    user: Option<Cause>,
    /// What first needed each type; nothing for those that were asked for.
    causes: Vec<Option<Cause>>,
    enum_causes: BTreeMap<usize, Cause>,
}

/// What stays of a schema.
pub(super) struct Kept {
    types: Vec<Option<Depth>>,
    enums: BTreeSet<usize>,
}

impl<'a> Needs<'a> {
    pub(super) fn new(schema: &'a Schema, is_excluded: impl Fn(&StructuredType) -> bool) -> Self {
        Self {
            schema,
            hierarchy: Hierarchy::of(&schema.types),
            excluded: schema.types.iter().map(is_excluded).collect(),
            types: vec![None; schema.types.len()],
            enums: BTreeSet::new(),
            open: Vec::new(),
            user: None,
            causes: vec![None; schema.types.len()],
            enum_causes: BTreeMap::new(),
        }
    }

    /// A type that was asked for.
    pub(super) fn keep_type(&mut self, index: usize) {
        self.need(index, Depth::Value);
    }

    /// An enum that was asked for.
    pub(super) fn keep_enum(&mut self, index: usize) {
        self.enums.insert(index);
    }

    /// What a call sends and receives.
    pub(super) fn keep_operation(&mut self, index: usize, operation: &Operation) {
        self.user = Some(Cause::Operation(index));
        self.need_ref(&operation.request_body.type_ref, Depth::Value);
        self.need_ref(&operation.response.type_ref, Depth::Value);
        for route in &operation.routes {
            let returned = route.response.bodies().filter_map(ResponseBody::type_ref);
            let types = route.body.type_ref().into_iter().chain(returned);
            types.for_each(|type_ref| self.need_ref(type_ref, Depth::Value));
        }
        for parameter in &operation.parameters {
            self.need_ref(&parameter.type_ref, Depth::Value);
        }
    }

    /// Follows every reference.
    pub(super) fn finish(mut self) -> Kept {
        self.follow_all();
        Kept {
            types: self.types,
            enums: self.enums,
        }
    }

    fn follow_all(&mut self) {
        while let Some(index) = self.open.pop() {
            let schema = self.schema;
            if let Some(structured) = schema.types.get(index) {
                self.follow(index, structured);
            }
        }
    }

    /// The chain that pulls a type or an enum in: from a selected call or type to the name. Empty when nothing does.
    pub(super) fn chain(mut self, name: &QualifiedName) -> Vec<String> {
        self.follow_all();
        let mut items = self.schema.types.iter();
        let of_type = items.position(|item| item.name == *name);
        let of_type = of_type.filter(|index| self.types.get(*index).is_some_and(Option::is_some));
        let mut items = self.schema.enums.iter();
        let of_enum = items
            .position(|item| item.name == *name)
            .filter(|index| self.enums.contains(index));
        let mut next = match (of_type, of_enum) {
            (Some(index), _) => self.causes.get(index).copied().flatten(),
            (None, Some(index)) => self.enum_causes.get(&index).copied(),
            (None, None) => return Vec::new(),
        };
        let mut chain = vec![name.to_string()];
        while let Some(cause) = next {
            next = match cause {
                Cause::Type(index) => self.causes.get(index).copied().flatten(),
                Cause::Operation(_) => None,
            };
            chain.extend(self.shown(cause));
        }
        chain.reverse();
        chain
    }

    fn shown(&self, cause: Cause) -> Option<String> {
        match cause {
            Cause::Type(index) => Some(self.schema.types.get(index)?.name.to_string()),
            Cause::Operation(index) => {
                let route = self.schema.operations.get(index)?.routes.first()?;
                Some(format!("{} {}", route.method, route.path.as_str()))
            }
        }
    }

    fn follow(&mut self, index: usize, structured: &'a StructuredType) {
        self.user = Some(Cause::Type(index));
        if let Some(base) = &structured.base {
            self.need_name(base, Depth::Base);
        }
        for property in &structured.properties {
            self.follow_property(property);
        }
        if self.types.get(index) == Some(&Some(Depth::Value)) {
            let id = self.hierarchy.id(&structured.name);
            let derived = id.into_iter().flat_map(|id| self.hierarchy.derived(id));
            let derived: Vec<_> = derived
                .filter_map(|id| self.hierarchy.name(id))
                .filter_map(|name| place(self.schema, name))
                .collect();
            for index in derived {
                self.need(index, Depth::Value);
            }
        }
    }

    /// A navigation property keeps its values undecoded, so it needs only the name of the type.
    fn follow_property(&mut self, property: &Property) {
        let depth = match property.section {
            PropertySection::Relationships | PropertySection::Route => Depth::Name,
            PropertySection::Properties | PropertySection::JsonBlock | PropertySection::Example => Depth::Value,
        };
        self.need_ref(&property.type_ref, depth);
        if let Some(values) = &property.values_enum {
            self.need_enum(values);
        }
    }

    fn need_ref(&mut self, type_ref: &TypeRef, depth: Depth) {
        if let Some(name) = type_ref.as_named() {
            self.need_name(name, depth);
        }
    }

    fn need_name(&mut self, name: &QualifiedName, depth: Depth) {
        self.need_enum(name);
        if let Some(index) = place(self.schema, name) {
            self.need(index, depth);
        }
    }

    fn need_enum(&mut self, name: &QualifiedName) {
        let enums = &self.schema.enums;
        if let Ok(index) = enums.binary_search_by(|candidate| candidate.name.cmp(name))
            && self.enums.insert(index)
            && let Some(user) = self.user
        {
            self.enum_causes.insert(index, user);
        }
    }

    fn need(&mut self, index: usize, depth: Depth) {
        let depth = if self.excluded.get(index) == Some(&true) {
            Depth::Name
        } else {
            depth
        };
        if let Some(known) = self.types.get_mut(index)
            && *known < Some(depth)
        {
            if known.is_none()
                && let Some(cause) = self.causes.get_mut(index)
            {
                *cause = self.user;
            }
            *known = Some(depth);
            if depth > Depth::Name {
                self.open.push(index);
            }
        }
    }
}

/// The type of this name.
fn place(schema: &Schema, name: &QualifiedName) -> Option<usize> {
    schema.types.binary_search_by(|candidate| candidate.name.cmp(name)).ok()
}

impl Kept {
    /// Removes the rest.
    pub(super) fn apply(self, schema: &mut Schema) {
        let types = std::mem::take(&mut schema.types);
        let kept = types.into_iter().zip(self.types);
        schema.types = kept
            .filter_map(|(structured, depth)| Some(reduced(structured, depth?)))
            .collect();
        let enums: Vec<EnumType> = std::mem::take(&mut schema.enums);
        let kept = (0..).zip(enums).filter(|(index, _)| self.enums.contains(index));
        schema.enums = kept.map(|(_, enumeration)| enumeration).collect();
    }
}

fn reduced(structured: StructuredType, depth: Depth) -> StructuredType {
    match depth {
        Depth::Base | Depth::Value => structured,
        Depth::Name => StructuredType {
            base: None,
            base_source: None,
            properties: Vec::new(),
            named: false,
            placeholder: true,
            ..structured
        },
    }
}
