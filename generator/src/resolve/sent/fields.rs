//! What request examples send and no table lists: `owners@odata.bind`, or a property that its page forgot.
//!
//! An operation's own body shows it, so a program can set it. It goes to the parameters of the operation, or to the type
//! of the object that has it. An object counts as one of that type only where at least half of its members are known: the
//! example of another page may send something else altogether. Of a type that no page describes, examples tell all.

use super::declared::{Declared, Examples, TYPE, objects, stated};
use crate::json::{self, Kind, Member, Value, is_timestamp};
use crate::model::{
    Body, Example, ExampleKind, Hierarchy, NameId, Operation, Origin, Parameter, ParameterSection, Primitive, Property,
    PropertySection, StructuredType, TypeName, TypeRef,
};
use crate::resolve::decide::body::body_rows;
use rustc_hash::{FxHashMap, FxHashSet};
use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The end of the name under which a request links other objects.
const BIND: &str = "@odata.bind";

/// The start of the name of an instruction to the service: `@microsoft.graph.conflictBehavior`.
const INSTRUCTION: &str = "@microsoft.graph.";

/// The URL of an object that stands for the object itself.
const LINK: &str = "@odata.id";

/// The longest name; longer ones are keys of other data.
const LONGEST: usize = 60;

/// Names in small letters, with what examples show.
type Fields = BTreeMap<String, Field>;

/// A field that examples show.
struct Field {
    name: String,
    /// Nothing if examples only show that it can be `null`.
    type_ref: Option<TypeRef>,
    /// In this case, the type that such a field has elsewhere.
    usual: TypeRef,
    origin: Origin,
}

impl Field {
    fn type_ref(&self) -> TypeRef {
        self.type_ref.clone().unwrap_or_else(|| self.usual.clone())
    }
}

/// Adds them; returns where they were found.
pub(super) fn add(
    types: &mut [StructuredType],
    operations: &mut [Operation],
    examples: &[Examples<'_>],
    hierarchy: &Hierarchy,
) -> Vec<Origin> {
    let declared = Declared::of(types, hierarchy);
    let mut of_types: FxHashMap<NameId, Fields> = FxHashMap::default();
    let mut of_operations = Vec::with_capacity(operations.len());
    for (operation, examples) in operations.iter().zip(examples) {
        let mut parameters = Fields::new();
        let sent = examples.requests(operation);
        let returned = Returned::by(examples.all);
        for (example, body, reading) in sent {
            let mut found = Found {
                declared: &declared,
                example,
                types: &mut of_types,
            };
            match body {
                Body::Entity(type_ref) => found.value(type_ref, &reading.value, &returned),
                Body::Parameters => found.parameters(operation, &reading.value, &mut parameters),
                Body::None | Body::Json | Body::Empty | Body::Reference { .. } | Body::Binary => {}
            }
        }
        of_operations.push(parameters);
    }
    let mut origins = Vec::new();
    for item in types {
        let id = hierarchy.id(&item.name);
        let Some(fields) = id.and_then(|id| of_types.remove(&id)) else {
            continue;
        };
        origins.extend(fields.values().map(|field| field.origin.clone()));
        item.properties.extend(fields.values().map(property));
    }
    for (operation, mut fields) in operations.iter_mut().zip(of_operations) {
        for row in operation.parameters.iter_mut().filter(|row| is_any_object(row)) {
            if let Some(field) = fields.remove(&row.name.to_lowercase()) {
                row.type_ref = field.type_ref();
            }
        }
        origins.extend(fields.values().map(|field| field.origin.clone()));
        operation.parameters.extend(fields.into_values().map(parameter));
    }
    origins
}

/// Whether a body that the page shows has the parameter, and nothing says which kind of object it is.
fn is_any_object(row: &Parameter) -> bool {
    row.section == ParameterSection::Body
        && row.raw.is_empty()
        && row.type_ref.name == TypeName::Primitive(Primitive::Json)
}

fn property(field: &Field) -> Property {
    Property {
        description: description(&field.name),
        ..Property::new(&field.name, PropertySection::Example, field.type_ref(), &field.origin)
    }
}

fn parameter(field: Field) -> Parameter {
    Parameter {
        description: description(&field.name),
        listed: None,
        section: ParameterSection::Body,
        type_ref: field.type_ref(),
        raw: String::new(),
        enum_values: Vec::new(),
        facets: Arc::default(),
        origin: field.origin,
        name: field.name,
    }
}

fn description(name: &str) -> String {
    match name.strip_suffix(BIND) {
        Some(linked) => format!("The URL of what a request links as `{linked}`. Only a request example shows it."),
        None if name == TYPE => "The type of the object. Only a request example shows it.".to_owned(),
        None if name == LINK => "The URL of an object that exists already. Only a request example shows it.".to_owned(),
        None => "Only a request example shows it.".to_owned(),
    }
}

/// Collects the fields of one example.
struct Found<'d, 'a> {
    declared: &'d Declared<'a>,
    example: &'d Example,
    types: &'d mut FxHashMap<NameId, Fields>,
}

impl Found<'_, '_> {
    fn value(&mut self, type_ref: &TypeRef, value: &Value<'_>, returned: &Returned<'_>) {
        let Some(declared) = self.declared.known(type_ref) else {
            return;
        };
        objects(value).for_each(|value| self.object(declared, value, returned));
    }

    /// An object of this type. The call's own response shows the names in `returned`.
    fn object(&mut self, declared: NameId, value: &Value<'_>, returned: &Returned<'_>) {
        let own = match stated(value).map(|name| self.declared.named(&name)) {
            None => declared,
            Some(Some(own)) if own == declared || self.declared.is_derived(own, declared) => own,
            // A type of no page, or of another place.
            Some(_) => return,
        };
        let (known, unknown): (Vec<_>, Vec<_>) = plain(value).partition(|member| self.declared.has(own, &member.name));
        let strange = unknown
            .iter()
            .filter(|member| !is_null(member) && !returned.has(&member.name));
        let fits = self.declared.is_placeholder(own) || !known.is_empty() && known.len() >= strange.count();
        let says = value.get(TYPE).is_some();
        let is_open = self.declared.is_open(own);
        // An open type takes any data; an object that names a type is a property all the same.
        let is_property = |member: &Member<'_>| fits || says && (!is_open || self.names_type(&member.value));
        let links = value.members().iter().filter(|member| is_annotation(member));
        let is_link = value.members().iter().all(|member| member.name == LINK);
        let links = links.filter(|link| fits || is_link || self.declared.has(own, linked(link)));
        let links = links.filter(|link| !self.declared.has(own, &link.name));
        let new = unknown
            .into_iter()
            .filter(|member| is_property(member) && is_name(&member.name));
        let new: Vec<Field> = links.chain(new).filter_map(|member| self.field(member)).collect();
        if !new.is_empty() {
            let fields = self.types.entry(own).or_default();
            for field in new {
                put(fields, field);
            }
        }
        for member in known {
            if let Some(type_ref) = self.declared.property(own, &member.name) {
                self.value(type_ref, &member.value, &Returned::default());
            }
        }
    }

    fn parameters(&mut self, operation: &Operation, value: &Value<'_>, fields: &mut Fields) {
        let row = |name: &str| body_rows(operation).find(|row| row.name.eq_ignore_ascii_case(name));
        let (known, unknown): (Vec<_>, Vec<_>) = plain(value).partition(|member| row(&member.name).is_some());
        let strange = unknown.iter().filter(|member| !is_null(member)).count();
        // Without a table, examples are all that is known.
        let fits = body_rows(operation).next().is_none() || !known.is_empty() && known.len() >= strange;
        let extra = value.members().iter();
        let extra = extra.filter(|member| member.name == TYPE || is_annotation(member));
        let extra = extra.filter(|member| (fits || row(linked(member)).is_some()) && row(&member.name).is_none());
        let unknown = unknown.into_iter().filter(|member| fits && is_name(&member.name));
        let new: Vec<_> = extra
            .chain(unknown)
            .filter_map(|member| Some((member, self.field(member)?)))
            .collect();
        for (member, field) in new {
            self.value(&field.type_ref(), &member.value, &Returned::default());
            put(fields, field);
        }
        for member in known {
            let Some(row) = row(&member.name) else { continue };
            let field = self.field(member).filter(|_| is_any_object(row));
            match field.filter(|field| field.type_ref().as_named().is_some()) {
                Some(field) => {
                    self.value(&field.type_ref(), &member.value, &Returned::default());
                    put(fields, field);
                }
                None => self.value(&row.type_ref, &member.value, &Returned::default()),
            }
        }
    }

    /// Whether it is an object that names a known type.
    fn names_type(&self, value: &Value<'_>) -> bool {
        self.declared.stated(value).is_some()
    }

    fn field(&self, member: &Member<'_>) -> Option<Field> {
        let type_ref = self.type_of(&member.name, &member.value);
        let usual = match type_ref {
            None => self.declared.everywhere(&member.name).cloned(),
            Some(_) => None,
        };
        (type_ref.is_some() || is_null(member)).then(|| Field {
            type_ref,
            usual: usual.unwrap_or(TypeRef::primitive(Primitive::Json)),
            name: member.name.to_string(),
            origin: self.example.origin.clone(),
        })
    }

    /// The type of a value, as far as it shows.
    fn type_of(&self, name: &str, value: &Value<'_>) -> Option<TypeRef> {
        match &value.kind {
            Kind::Text(text) if is_timestamp(text) => Some(TypeRef::primitive(Primitive::DateTimeOffset)),
            Kind::Text(_) => Some(TypeRef::primitive(Primitive::String)),
            Kind::Word("true" | "false") => Some(TypeRef::primitive(Primitive::Boolean)),
            Kind::Word("null") => None,
            Kind::Word(word) if word.parse::<i64>().is_ok() => Some(TypeRef::primitive(Primitive::Int64)),
            Kind::Word(word) => word.parse::<f64>().ok().map(|_| TypeRef::primitive(Primitive::Double)),
            Kind::Object(_) => Some(self.object_type(name, value)),
            Kind::Array(values) => {
                let mut types = values.iter().map(|value| self.type_of(name, value));
                let first = types.next()??;
                let same = types.all(|other| other.as_ref() == Some(&first)) && !first.collection;
                let of = if same {
                    first
                } else {
                    TypeRef::primitive(Primitive::Json)
                };
                Some(of.collection(true))
            }
        }
    }

    /// The type that an object names; else the only one of those in such a place that has all its members, or their base.
    fn object_type(&self, name: &str, value: &Value<'_>) -> TypeRef {
        // Every list is called `value`, and everything has an id.
        let tells = name != "value" || plain(value).any(|member| member.name != "id");
        let found = self.declared.stated(value).or_else(|| {
            let has_all = |id: &NameId| plain(value).all(|member| self.declared.has(*id, &member.name));
            let kinds = self.declared.kinds(name).into_iter().filter(|_| tells);
            let kinds: Vec<NameId> = kinds.filter(has_all).collect();
            let is_base = |base: &NameId| {
                let mut others = kinds.iter().filter(|other| *other != base);
                others.all(|other| self.declared.is_derived(*other, *base))
            };
            kinds.iter().copied().find(is_base)
        });
        let found = found.and_then(|id| self.declared.item(id));
        found.map_or(TypeRef::primitive(Primitive::Json), |item| {
            TypeRef::named(item.name.clone())
        })
    }
}

/// Two examples may show values of different types.
fn put(fields: &mut Fields, field: Field) {
    let known = fields.entry(field.name.to_lowercase());
    known
        .and_modify(|known| match (&known.type_ref, &field.type_ref) {
            (Some(one), Some(other)) if one != other => {
                known.type_ref = Some(TypeRef {
                    name: TypeName::Primitive(Primitive::Json),
                    collection: one.collection && other.collection,
                });
            }
            (None, Some(other)) => known.type_ref = Some(other.clone()),
            _ => {}
        })
        .or_insert(field);
}

/// What the call's own response examples show. Few objects have a member that it matters for, and responses are long.
#[derive(Default)]
struct Returned<'e> {
    by: &'e [Example],
    /// Names in small letters.
    names: OnceCell<FxHashSet<String>>,
}

impl<'e> Returned<'e> {
    fn by(examples: &'e [Example]) -> Self {
        Self {
            by: examples,
            names: OnceCell::new(),
        }
    }

    fn has(&self, name: &str) -> bool {
        let names = self.names.get_or_init(|| {
            let responses = self.by.iter().filter(|example| example.kind == ExampleKind::Response);
            let readings: Vec<_> = responses.filter_map(|example| json::read(&example.body)).collect();
            let members = readings.iter().flat_map(|reading| plain(&reading.value));
            members.map(|member| member.name.to_lowercase()).collect()
        });
        names.contains(&name.to_lowercase())
    }
}

fn is_null(member: &Member<'_>) -> bool {
    matches!(member.value.kind, Kind::Word("null"))
}

/// The members that are no annotations.
fn plain<'v>(value: &'v Value<'v>) -> impl Iterator<Item = &'v Member<'v>> {
    let members = value.members().iter();
    members.filter(|member| !member.name.contains('@'))
}

/// Whether it is an annotation that a program writes: a link, an instruction, or the type of a property.
pub(super) fn is_annotation(member: &Member<'_>) -> bool {
    let name = &member.name;
    name.ends_with(BIND) || name.starts_with(INSTRUCTION) || name == LINK || name.find(TYPE).is_some_and(|at| at > 0)
}

/// `members@odata.bind` -> `members`.
fn linked<'v>(member: &'v Member<'_>) -> &'v str {
    let name = &member.name;
    name.strip_suffix(BIND)
        .or_else(|| name.strip_suffix(TYPE))
        .unwrap_or_default()
}

/// Whether a text is spelled like the name of a property, and not like an id or a key of other data.
pub(super) fn is_name(text: &str) -> bool {
    let first = text.chars().next();
    first.is_some_and(|c| c.is_ascii_lowercase())
        && text.len() <= LONGEST
        && text.chars().all(|c| c.is_ascii_alphanumeric())
}
