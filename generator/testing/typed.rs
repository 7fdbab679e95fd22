//! Bodies that are built as a program builds them: property by property, through the fields of their types.

use serde_json::{Map, Value};

use super::outcome::{CallOutcome, failed};
use crate::runtime::{Object, SlotMut};

/// The annotation that names the type of an object.
const TYPE: &str = "@odata.type";

/// What is done with a value that no field takes.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Rest {
    /// It goes to the additional properties.
    Kept,
    /// It is left out.
    Lost,
}

/// Fills objects, and notes what no field takes.
pub(super) struct Builder {
    rest: Rest,
    /// The first value that no field takes: class and path.
    pub(super) lost: Option<(&'static str, String)>,
    /// Whether there was any object with fields.
    pub(super) typed: bool,
}

impl Builder {
    pub(super) fn new(rest: Rest) -> Self {
        Self {
            rest,
            lost: None,
            typed: false,
        }
    }

    fn lose(&mut self, class: &'static str, path: String) {
        self.lost.get_or_insert((class, path));
    }

    /// Sets a field for each member of the JSON object. The type is not set: the fields or the variant have to tell.
    pub(super) fn object(&mut self, path: &str, object: &mut dyn Object, json: &Value) {
        self.typed = true;
        let none = Map::new();
        let members = json.as_object().unwrap_or(&none);
        if object.is_open() {
            self.variant(path, object, members.get(TYPE));
        }
        for (name, value) in members {
            let path = format!("{path}/{name}");
            // Parameters have a field for the type where an example shows one.
            let is_type = name == TYPE && !object.shape().names.contains(&TYPE);
            if is_type || !self.member(&path, object, name, value) {
                self.keep(object, name, value);
            }
        }
    }

    /// Chooses the variant that a program would take for an object of this type.
    fn variant(&mut self, path: &str, object: &mut dyn Object, stated: Option<&Value>) {
        let stated = stated.and_then(Value::as_str).unwrap_or_default();
        let stated = stated.trim_start_matches('#');
        object.choose(stated);
        // A documented type may have no property, like an object of no documented type.
        if object.shape().type_name.trim_start_matches('#') != stated && !stated.is_empty() {
            self.lose(
                "a type that is not documented as one of the declared type",
                format!("{path}: {stated}"),
            );
            if self.rest == Rest::Lost {
                object.choose("");
            }
        }
    }

    fn keep(&self, object: &mut dyn Object, name: &str, value: &Value) {
        if self.rest == Rest::Kept
            && let SlotMut::Rest(rest) = object.slot_mut(usize::MAX)
        {
            let _ = rest.insert(name, value);
        }
    }

    /// Whether a field takes the value.
    fn member(&mut self, path: &str, object: &mut dyn Object, name: &str, value: &Value) -> bool {
        let names = object.shape().names;
        let Some(index) = names.iter().position(|own| *own == name) else {
            self.lose(unknown(names, name), path.to_owned());
            return false;
        };
        if value.is_null() {
            if let SlotMut::Rest(rest) = object.slot_mut(usize::MAX) {
                rest.insert_null(name);
            }
            return true;
        }
        let fits = self.set(path, object.slot_mut(index), value);
        if !fits {
            self.lose("the type of the field is another", path.to_owned());
        }
        fits
    }

    /// Whether the value fits the field.
    fn set(&mut self, path: &str, slot: SlotMut<'_>, value: &Value) -> bool {
        match slot {
            SlotMut::Str(field) => put(field, value.as_str().map(str::to_owned)),
            SlotMut::Bool(field) => put(field, value.as_bool()),
            SlotMut::I32(field) => put(field, value.as_i64().and_then(|number| number.try_into().ok())),
            SlotMut::I64(field) => put(field, value.as_i64()),
            SlotMut::F64(field) => put(field, value.as_f64()),
            SlotMut::Strs(field) => {
                let list = value
                    .as_array()
                    .map(|list| list.iter().map(|text| text.as_str().map(str::to_owned)));
                put(field, list.and_then(Iterator::collect))
            }
            SlotMut::Bools(field)
            | SlotMut::I32s(field)
            | SlotMut::I64s(field)
            | SlotMut::F64s(field)
            | SlotMut::Raws(field) => {
                field.begin();
                each(value, |element| field.push(&element.to_string()))
            }
            SlotMut::Text(field) => value.as_str().map(|text| field.put(text)).is_some(),
            SlotMut::Texts(field) => {
                field.begin();
                each(value, |element| element.as_str().map(|text| field.push(text)).is_some())
            }
            SlotMut::Obj(field) => {
                value.is_object() && {
                    self.object(path, field.begin(), value);
                    true
                }
            }
            SlotMut::Objs(field) => {
                field.begin();
                each(value, |element| {
                    let object = field.push().filter(|_| element.is_object());
                    object.map(|object| self.object(path, object, element)).is_some()
                })
            }
            SlotMut::Raw(field) => field.build(value, &mut |object, value| self.object(path, object, value)),
            SlotMut::Rest(_) => false,
        }
    }
}

/// Whether the value is a list whose elements all fit.
fn each(value: &Value, fits: impl FnMut(&Value) -> bool) -> bool {
    value.as_array().is_some_and(|list| list.iter().all(fits))
}

fn put<T>(field: &mut Option<T>, value: Option<T>) -> bool {
    *field = value;
    field.is_some()
}

/// Why a type has no field of a name.
fn unknown(names: &[&str], name: &str) -> &'static str {
    if names.iter().any(|own| own.eq_ignore_ascii_case(name)) {
        "the example writes a name with other capitals"
    } else if name.contains('@') {
        "an annotation without a field"
    } else {
        "a property without a field"
    }
}

/// A type is the same with `#` and without, a number with a fraction of zero and without.
pub(super) fn plain(value: &mut Value) {
    match value {
        Value::Array(list) => list.iter_mut().for_each(plain),
        Value::Object(members) => {
            for (name, value) in members {
                match value {
                    Value::String(text) if name == TYPE => *text = text.trim_start_matches('#').to_owned(),
                    value => plain(value),
                }
            }
        }
        Value::Number(number) => *value = number.as_f64().into(),
        Value::Null | Value::Bool(_) | Value::String(_) => {}
    }
}

/// The class of a difference between what is sent and what the example shows.
pub(super) fn differs(detail: String) -> CallOutcome {
    let class = if detail.contains("@odata.type is lost") {
        "a type is not written"
    } else if detail.contains("@odata.type is added") {
        "a type is written that the example leaves out"
    } else if detail.contains("@odata.type: ") {
        "another type is written"
    } else {
        "another value"
    };
    failed(class, detail)
}
