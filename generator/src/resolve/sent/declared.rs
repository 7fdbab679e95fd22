//! The properties of all types, and the values in request examples that are of these types.

use crate::json::{self, Kind, Reading, Value};
use crate::model::{
    Body, DEFAULT_NAMESPACE, Example, ExampleKind, Hierarchy, NameId, Operation, Property, QualifiedName,
    StructuredType, TypeRef,
};
use crate::resolve::by_name::ByName;
use crate::resolve::decide::body;
use rustc_hash::FxHashMap;
use std::cell::OnceCell;
use std::collections::BTreeSet;

/// The annotation that names the type of an object.
pub(super) const TYPE: &str = "@odata.type";

/// The types with their properties.
pub(super) struct Declared<'a> {
    /// By the number of the name; bases that no page describes have none.
    types: Vec<Option<Listed<'a>>>,
    /// The types of the properties of each name, wherever they are. Few values need it.
    everywhere: OnceCell<FxHashMap<&'a str, Vec<&'a TypeRef>>>,
    hierarchy: &'a Hierarchy,
}

/// A type with the properties of its own. Examples show few of all types, so the properties are put in order when they
/// are asked for.
struct Listed<'a> {
    item: &'a StructuredType,
    names: OnceCell<ByName>,
}

/// A property in the table of a type.
#[derive(Clone, Copy)]
pub(super) struct Row<'a> {
    /// The type.
    pub(super) owner: NameId,
    /// The place in the table.
    pub(super) place: usize,
    /// What stands there.
    pub(super) property: &'a Property,
}

impl<'a> Listed<'a> {
    /// The property of this name, letter case aside.
    fn find(&self, name: &str) -> Option<(usize, &'a Property)> {
        let rows = &self.item.properties;
        self.names.get_or_init(|| ByName::of(rows)).find(rows, name)
    }
}

impl<'a> Declared<'a> {
    pub(super) fn of(types: &'a [StructuredType], hierarchy: &'a Hierarchy) -> Self {
        let mut listed: Vec<Option<Listed<'a>>> = hierarchy.names().map(|_| None).collect();
        for item in types {
            let place = hierarchy.id(&item.name).and_then(|id| listed.get_mut(id.place()));
            if let Some(place) = place {
                let names = OnceCell::new();
                *place = Some(Listed { item, names });
            }
        }
        Self {
            types: listed,
            everywhere: OnceCell::new(),
            hierarchy,
        }
    }

    fn get(&self, id: NameId) -> Option<&Listed<'a>> {
        self.types.get(id.place())?.as_ref()
    }

    /// A type and its properties.
    pub(super) fn item(&self, id: NameId) -> Option<&'a StructuredType> {
        self.get(id).map(|of| of.item)
    }

    /// Whether instances may carry undeclared properties.
    pub(super) fn is_open(&self, id: NameId) -> bool {
        self.item(id).is_some_and(|item| item.is_open)
    }

    /// Whether no page describes the type: all that is known of it is what examples show.
    pub(super) fn is_placeholder(&self, id: NameId) -> bool {
        self.item(id).is_some_and(|item| item.placeholder)
    }

    /// The number of a known type.
    pub(super) fn known(&self, type_ref: &TypeRef) -> Option<NameId> {
        self.named(type_ref.as_named()?)
    }

    /// The same for a name.
    pub(super) fn named(&self, name: &QualifiedName) -> Option<NameId> {
        self.hierarchy.id(name).filter(|id| self.get(*id).is_some())
    }

    /// The known type that an object says it is of.
    pub(super) fn stated(&self, value: &Value<'_>) -> Option<NameId> {
        self.named(&stated(value)?)
    }

    /// Whether a type is derived from another one.
    pub(super) fn is_derived(&self, id: NameId, base: NameId) -> bool {
        self.hierarchy.base_ids(id).any(|of| of == base)
    }

    /// The type of an object in a place: the derived one that it names, else that of the place.
    pub(super) fn of_object(&self, place: NameId, value: &Value<'_>) -> NameId {
        let stated = self.stated(value);
        stated.filter(|stated| self.is_derived(*stated, place)).unwrap_or(place)
    }

    /// Like [`property`](Self::property), in any capitals.
    pub(super) fn property_in_any_capitals(&self, owner: NameId, name: &str) -> Option<&'a TypeRef> {
        let own = self.spelled(owner, name).next()?;
        self.property(owner, &own.property.name)
    }

    /// The type of a property of the type or of one of its bases.
    pub(super) fn property(&self, owner: NameId, name: &str) -> Option<&'a TypeRef> {
        let mut rows = self.spelled(owner, name).map(|row| row.property);
        rows.find(|row| row.name == name).map(|row| &row.type_ref)
    }

    /// The properties of the type, and of its bases as far as they are known, that have this name in any capitals.
    pub(super) fn spelled(&self, owner: NameId, name: &str) -> impl Iterator<Item = Row<'a>> {
        let all = std::iter::once(owner).chain(self.hierarchy.base_ids(owner));
        all.filter_map(move |owner| {
            let (place, property) = self.get(owner)?.find(name)?;
            Some(Row { owner, place, property })
        })
    }

    /// Whether the type or one of its bases has a property of this name in any capitals.
    pub(super) fn has(&self, owner: NameId, name: &str) -> bool {
        self.spelled(owner, name).next().is_some()
    }

    /// The types that properties of this name have, wherever they are.
    fn of_all(&self, name: &str) -> &[&'a TypeRef] {
        let everywhere = self.everywhere.get_or_init(|| {
            let mut everywhere: FxHashMap<_, Vec<_>> = FxHashMap::default();
            for row in self.types.iter().flatten().flat_map(|of| &of.item.properties) {
                everywhere.entry(row.name.as_str()).or_default().push(&row.type_ref);
            }
            everywhere
        });
        everywhere.get(name).map(Vec::as_slice).unwrap_or_default()
    }

    /// The type that all properties of this name have, wherever they are.
    pub(super) fn everywhere(&self, name: &str) -> Option<&'a TypeRef> {
        let (first, others) = self.of_all(name).split_first()?;
        others.iter().all(|other| other == first).then_some(*first)
    }

    /// What an object may be that stands in a property of this name: what such properties have anywhere, and the type that is
    /// called so.
    pub(super) fn kinds(&self, name: &str) -> BTreeSet<NameId> {
        let anywhere = self.of_all(name).iter().filter_map(|type_ref| self.known(type_ref));
        let one = name.strip_suffix('s').unwrap_or(name);
        let called = [name, one].map(|name| QualifiedName::new(DEFAULT_NAMESPACE, name));
        let called = called.iter().find_map(|name| self.named(name));
        anywhere.chain(called).collect()
    }
}

/// The name of the type that an object says it is of.
pub(super) fn stated(value: &Value<'_>) -> Option<QualifiedName> {
    value.get(TYPE).and_then(Value::text).map(QualifiedName::parse)
}

/// The examples of an operation, and the JSON that its requests send: read once for all decisions.
pub(super) struct Examples<'e> {
    pub(super) all: &'e [Example],
    requests: Vec<(&'e Example, Reading<'e>)>,
}

impl<'e> Examples<'e> {
    pub(super) fn read(all: &'e [Example]) -> Self {
        let requests = all.iter();
        let requests =
            requests.filter(|example| example.kind == ExampleKind::Request && !example.body.trim().is_empty());
        let requests = requests.filter_map(|example| Some((example, json::read(&example.body)?)));
        Self {
            all,
            requests: requests.collect(),
        }
    }

    /// The requests that send JSON, each with what a call of its method sends.
    pub(super) fn requests<'s>(
        &'s self,
        operation: &'s Operation,
    ) -> impl Iterator<Item = (&'e Example, &'s Body, &'s Reading<'e>)> {
        self.requests.iter().filter_map(|(example, reading)| {
            let mut routes = operation.routes.iter();
            let route = routes.find(|route| Some(route.method) == example.method)?;
            Some((*example, &route.body, reading))
        })
    }
}

/// The values in a body that are of a stated type: the body itself, or the values of its parameters.
pub(super) fn values<'v, 'a>(
    operation: &'a Operation,
    body: &'a Body,
    value: &'v Value<'v>,
) -> Vec<(&'a TypeRef, &'v Value<'v>)> {
    match body {
        Body::Entity(declared) => vec![(declared, value)],
        Body::Parameters => {
            let rows = body::body_rows(operation);
            rows.filter_map(|row| Some((&row.type_ref, value.get(&row.name)?)))
                .collect()
        }
        Body::None | Body::Json | Body::Empty | Body::Reference { .. } | Body::Binary => Vec::new(),
    }
}

/// The objects of a value: itself, or its elements.
pub(super) fn objects<'v>(value: &'v Value<'v>) -> impl Iterator<Item = &'v Value<'v>> {
    let values = match &value.kind {
        Kind::Array(values) => values.as_slice(),
        _ => std::slice::from_ref(value),
    };
    values.iter().filter(|value| matches!(value.kind, Kind::Object(_)))
}
