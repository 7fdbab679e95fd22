//! Bodies that are built as a program builds them: property by property, through the fields of their types.

use serde_json::{Map, Value};

use super::outcome::{CallOutcome, contradicts, failed};
use crate::runtime::{Object, SlotMut, name_type};

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
    /// Whether the program names the types that the example names.
    names: bool,
    /// The first value that no field takes: class and path.
    pub(super) lost: Option<CallOutcome>,
    /// The first value that contradicts the tables.
    wrong: Option<CallOutcome>,
    /// Whether there was any object with fields.
    pub(super) typed: bool,
}

impl Builder {
    pub(super) fn new(rest: Rest, names: bool) -> Self {
        Self {
            rest,
            names,
            lost: None,
            wrong: None,
            typed: false,
        }
    }

    fn lose(&mut self, class: &'static str, path: String) {
        self.lost.get_or_insert_with(|| failed(class, path));
    }

    fn contradict(&mut self, class: &'static str, path: String) {
        self.wrong.get_or_insert_with(|| contradicts(class, path));
    }

    /// Why the example cannot be built: what no field takes counts more than what contradicts the tables.
    pub(super) fn trouble(self) -> Option<CallOutcome> {
        self.lost.or(self.wrong)
    }

    /// Sets a field for each member of the JSON object. The type is not set: the fields or the variant have to tell.
    pub(super) fn object(&mut self, path: &str, object: &mut dyn Object, json: &Value) {
        self.typed = true;
        let none = Map::new();
        let members = json.as_object().unwrap_or(&none);
        if object.is_open() {
            self.variant(path, object, members.get(TYPE));
        }
        let stated = members.get(TYPE).and_then(Value::as_str).unwrap_or_default();
        if self.names && stated.trim_start_matches('#') == object.shape().type_name.trim_start_matches('#') {
            name_type(object);
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
        let own = object.shape().type_name.trim_start_matches('#');
        if own != stated && !stated.is_empty() && is_alike(own, stated) {
            self.contradict(
                "a type in another namespace or in other capitals than on its page",
                format!("{path}: {stated}"),
            );
        } else if own != stated && !stated.is_empty() {
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
            match names.iter().find(|own| own.eq_ignore_ascii_case(name)) {
                Some(own) => self.contradict("a name in other capitals than in the table", format!("{path}: {own}")),
                None if RESPONSE.contains(&name) => {
                    self.contradict("an annotation that only responses have", path.to_owned());
                }
                None => self.lose(unknown(name), path.to_owned()),
            }
            return false;
        };
        if value.is_null() {
            if let SlotMut::Rest(rest) = object.slot_mut(usize::MAX) {
                rest.insert_null(name);
            }
            return true;
        }
        let class = other_than_table(&object.slot_mut(index), value);
        let fits = self.set(path, object.slot_mut(index), value);
        match class {
            Some(class) if !fits => self.contradict(class, format!("{path}: {value}")),
            None if !fits => self.lose("the type of the field is another", path.to_owned()),
            _ => {}
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
            SlotMut::Rest(_) | SlotMut::Nothing => false,
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

/// Annotations of a response, which a request has no use for.
const RESPONSE: &[&str] = &["@odata.context", "@odata.etag"];

/// Whether both names end in the same word, and the stated one is in no known namespace below that of the type.
fn is_alike(own: &str, stated: &str) -> bool {
    let word = |name: &str| name.rsplit('.').next().unwrap_or_default().to_ascii_lowercase();
    word(own) == word(stated)
}

/// The class of a plain value of another kind than the table says. A field that has no table's type takes any.
fn other_than_table(slot: &SlotMut<'_>, value: &Value) -> Option<&'static str> {
    let is_number = matches!(slot, SlotMut::I32(_) | SlotMut::I64(_) | SlotMut::F64(_));
    match (slot, value) {
        (SlotMut::Bool(_), Value::String(_)) => Some("text where the table says Boolean"),
        (_, Value::String(_)) if is_number => Some("text where the table says a number"),
        (_, Value::Object(_)) if is_number => Some("an object where the table says a number"),
        (SlotMut::Str(_) | SlotMut::Text(_), Value::Object(_)) => Some("an object where the table says text"),
        (SlotMut::Str(_) | SlotMut::Text(_), Value::Bool(_) | Value::Number(_)) => {
            Some("a plain value of another kind than in the table")
        }
        (SlotMut::Strs(_) | SlotMut::Texts(_), Value::String(_)) => Some("one text where the table says a list"),
        _ => None,
    }
}

/// Why a type has no field of a name.
fn unknown(name: &str) -> &'static str {
    if name.contains('@') {
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
