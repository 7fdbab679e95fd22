//! Finds everything that the kept items need.

use crate::model::{
    Area, EnumType, Operation, Property, PropertySection, QualifiedName, Schema, StructuredType, TypeName, TypeRef,
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

/// Follows references from kept items.
pub(super) struct Needs<'a> {
    schema: &'a Schema,
    derived: BTreeMap<&'a QualifiedName, Vec<usize>>,
    excluded: Vec<bool>,
    types: Vec<Option<Depth>>,
    enums: BTreeSet<usize>,
    /// Types whose references are still to be followed.
    open: Vec<usize>,
}

/// What stays of a schema.
pub(super) struct Kept {
    types: Vec<Option<Depth>>,
    enums: BTreeSet<usize>,
}

impl<'a> Needs<'a> {
    pub(super) fn new(schema: &'a Schema, is_excluded: impl Fn(&StructuredType) -> bool) -> Self {
        let mut derived: BTreeMap<_, Vec<usize>> = BTreeMap::new();
        for (index, structured) in schema.types.iter().enumerate() {
            if let Some(base) = &structured.base {
                derived.entry(base).or_default().push(index);
            }
        }
        Self {
            schema,
            derived,
            excluded: schema.types.iter().map(is_excluded).collect(),
            types: vec![None; schema.types.len()],
            enums: BTreeSet::new(),
            open: Vec::new(),
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
    pub(super) fn keep_operation(&mut self, operation: &Operation) {
        let area = Some(&operation.area);
        self.need_ref(&operation.request_body.type_ref, area, Depth::Value);
        self.need_ref(&operation.response.type_ref, area, Depth::Value);
        for route in &operation.routes {
            let types = [route.body.type_ref(), route.reply.content.type_ref()];
            types
                .into_iter()
                .flatten()
                .for_each(|type_ref| self.need_ref(type_ref, area, Depth::Value));
        }
        for parameter in &operation.parameters {
            self.need_ref(&parameter.type_ref, area, Depth::Value);
        }
    }

    /// Follows every reference.
    pub(super) fn finish(mut self) -> Kept {
        while let Some(index) = self.open.pop() {
            let schema = self.schema;
            if let Some(structured) = schema.types.get(index) {
                self.follow(index, structured);
            }
        }
        Kept {
            types: self.types,
            enums: self.enums,
        }
    }

    fn follow(&mut self, index: usize, structured: &'a StructuredType) {
        let area = Some(&structured.area);
        if let Some(base) = &structured.base {
            self.need_name(base, area, Depth::Base);
        }
        for property in &structured.properties {
            self.follow_property(property, area);
        }
        if self.types.get(index) == Some(&Some(Depth::Value)) {
            for derived in self.derived.get(&structured.name).cloned().unwrap_or_default() {
                self.need(derived, Depth::Value);
            }
        }
    }

    /// A navigation property keeps its values undecoded, so it needs only the name of the type.
    fn follow_property(&mut self, property: &Property, area: Option<&Area>) {
        let depth = match property.section {
            PropertySection::Relationships | PropertySection::Route => Depth::Name,
            PropertySection::Properties | PropertySection::JsonBlock => Depth::Value,
        };
        self.need_ref(&property.type_ref, area, depth);
        if let Some(values) = &property.values_enum {
            self.need_enum(values);
        }
    }

    fn need_ref(&mut self, type_ref: &TypeRef, from: Option<&Area>, depth: Depth) {
        if let TypeName::Named { name, area } = &type_ref.name {
            self.need_name(name, area.as_ref().or(from), depth);
        }
    }

    /// If several areas document a name, the type of this area is meant, else the first one.
    fn need_name(&mut self, name: &QualifiedName, area: Option<&Area>, depth: Depth) {
        self.need_enum(name);
        let start = self.schema.types.partition_point(|candidate| candidate.name < *name);
        let candidates = (start..).zip(self.schema.types.iter().skip(start));
        let same: Vec<_> = candidates
            .take_while(|(_, candidate)| candidate.name == *name)
            .collect();
        let of_area = same.iter().find(|(_, candidate)| Some(&candidate.area) == area);
        let chosen: BTreeSet<usize> = same
            .first()
            .into_iter()
            .chain(of_area)
            .map(|(index, _)| *index)
            .collect();
        for index in chosen {
            self.need(index, depth);
        }
    }

    fn need_enum(&mut self, name: &QualifiedName) {
        let start = self.schema.enums.partition_point(|candidate| candidate.name < *name);
        let candidates = (start..).zip(self.schema.enums.iter().skip(start));
        let same = candidates.take_while(|(_, candidate)| candidate.name == *name);
        self.enums.extend(same.map(|(index, _)| index));
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
            *known = Some(depth);
            if depth > Depth::Name {
                self.open.push(index);
            }
        }
    }
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
            placeholder: true,
            ..structured
        },
    }
}
