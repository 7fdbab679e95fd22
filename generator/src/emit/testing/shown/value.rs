//! The value that an example has, as an expression of the emitted types.

use super::code::Code;
use crate::emit::plan::{Field, ResolvedType, VersionPlan};
use crate::model::Primitive;
use serde_json::{Map, Value};
use std::collections::{BTreeMap, BTreeSet};

/// The most properties that an example sets.
const MOST: usize = 12;

/// The most items of a list.
const MOST_ITEMS: usize = 2;

/// How deep objects stand in objects.
const DEPTH: usize = 3;

/// What names the kind of an object.
const KIND: &str = "@odata.type";

/// Writes a value with the types of one version.
pub(super) struct Writer<'w, 'a> {
    version: &'w VersionPlan<'a>,
    /// The names of types in the code.
    pub(super) names: BTreeSet<String>,
    /// How many properties can still be set.
    left: usize,
}

impl<'w, 'a> Writer<'w, 'a> {
    /// For one example.
    pub(super) fn new(version: &'w VersionPlan<'a>) -> Self {
        Self {
            version,
            names: BTreeSet::new(),
            left: MOST,
        }
    }

    /// `Cup { size: Some(3), ..Cup::default() }`: an object with some of the properties that the page sets; `depth`
    /// objects are around it. What it has itself comes before what is in its objects: an event without a subject and with
    /// all of its attendees is no good example.
    pub(super) fn object(
        &mut self,
        name: &str,
        fields: &[Field<'_>],
        shown: &Map<String, Value>,
        depth: usize,
    ) -> Code {
        let (plain, nested): (Vec<_>, Vec<_>) = shown
            .iter()
            .partition(|(_, value)| !value.is_object() && !value.is_array());
        let set: BTreeMap<&String, Code> = plain
            .into_iter()
            .chain(nested)
            .filter_map(|(wire, value)| {
                let field = fields.iter().find(|field| field.wire == wire)?;
                let code = self.field(field, value, depth)?;
                Some((wire, code.between(&format!("{}: ", field.name), "")))
            })
            .collect();
        if set.is_empty() {
            return Code::Line(format!("{name}::default()"));
        }
        let rest = std::iter::once(Code::Line(format!("..{name}::default()")));
        Code::Parts {
            open: format!("{name} {{"),
            parts: set.into_values().chain(rest).collect(),
            close: "}".to_owned(),
        }
    }

    /// A struct of the types: the type itself, or the kind that the value names.
    pub(super) fn named(&mut self, resolved: ResolvedType, shown: &Map<String, Value>, depth: usize) -> Option<Code> {
        let version = self.version;
        let id = match resolved {
            ResolvedType::Type(id) => id,
            ResolvedType::Any(base) => kind(version, base, shown)?,
            _ => return None,
        };
        let plan = version.types.get(id)?;
        let name = &plan.emitted.name;
        self.names.insert(name.clone());
        Some(self.object(name, &plan.fields, shown, depth))
    }

    fn field(&mut self, field: &Field<'_>, value: &Value, depth: usize) -> Option<Code> {
        let before = self.names.clone();
        let code = self.value(field, value, depth);
        let code = code.filter(|code| code.fits(4 * depth + field.name.len() + ": ".len()));
        if code.is_none() {
            self.names = before;
        }
        code
    }

    /// `Some(..)`, if the field is always there and the value is one of its type.
    fn value(&mut self, field: &Field<'_>, value: &Value, depth: usize) -> Option<Code> {
        let is_always = field.gates.is_empty() && field.facets.deprecated.is_none();
        // Of one `into` behind another, nobody knows the type between them.
        let is_always = is_always && !(field.navigation && is_kind(field.resolved) && !field.collection);
        if !is_always || self.left == 0 {
            return None;
        }
        let code = match value {
            Value::Array(items) if field.collection => {
                // An empty list shows nothing.
                let items = Some(items.iter().take(MOST_ITEMS)).filter(|items| items.len() > 0)?;
                let items: Vec<Code> = items
                    .map(|item| self.item(field.resolved, item, depth))
                    .collect::<Option<_>>()?;
                Code::list(items)
            }
            _ if field.collection => return None,
            Value::Object(_) if matches!(field.resolved, ResolvedType::Type(_)) && !field.navigation => {
                self.item(field.resolved, value, depth)?.between("Box::new(", ")")
            }
            value => self.item(field.resolved, value, depth)?,
        };
        Some(code.between("Some(", if field.navigation { ".into())" } else { ")" }))
    }

    fn item(&mut self, resolved: ResolvedType, value: &Value, depth: usize) -> Option<Code> {
        if let Value::Object(members) = value {
            let code = (depth < DEPTH).then(|| self.named(resolved, members, depth + 1))??;
            // An object that sets nothing shows nothing.
            let code = Some(code).filter(|code| matches!(code, Code::Parts { .. }))?;
            return Some(code.between("", if is_kind(resolved) { ".into()" } else { "" }));
        }
        let code = scalar(resolved, value)?;
        self.left = self.left.saturating_sub(1);
        Some(Code::Line(code))
    }
}

fn is_kind(resolved: ResolvedType) -> bool {
    matches!(resolved, ResolvedType::Any(_))
}

/// The kind that a body names; without a name, the base.
fn kind(version: &VersionPlan<'_>, base: usize, shown: &Map<String, Value>) -> Option<usize> {
    let any = version.types.get(base)?.any.as_ref()?;
    let mut kinds = any.variants.iter().map(|(_, id)| *id);
    let Some(named) = shown.get(KIND).and_then(Value::as_str) else {
        return kinds.next();
    };
    let named = named.trim_start_matches('#');
    kinds.find(|id| {
        version
            .types
            .get(*id)
            .is_some_and(|plan| plan.item.name.to_string() == named)
    })
}

/// A simple value as code.
fn scalar(resolved: ResolvedType, value: &Value) -> Option<String> {
    let ResolvedType::Primitive(primitive) = resolved else {
        let text = value.as_str().filter(|_| matches!(resolved, ResolvedType::Enum(_)))?;
        return Some(format!("{text:?}.into()"));
    };
    match (primitive, value) {
        (Primitive::Boolean, Value::Bool(value)) => Some(value.to_string()),
        (Primitive::Byte | Primitive::Int16 | Primitive::Int32, Value::Number(number)) => {
            let number = number.as_i64().and_then(|number| i32::try_from(number).ok())?;
            Some(number.to_string())
        }
        (Primitive::Int64, Value::Number(number)) => Some(number.as_i64()?.to_string()),
        (Primitive::Decimal | Primitive::Double | Primitive::Single, Value::Number(number)) => {
            Some(format!("{:?}", number.as_f64()?))
        }
        (primitive, Value::String(text)) if is_text(primitive) => Some(format!("{text:?}.into()")),
        _ => None,
    }
}

/// Whether JSON has the values of a type as texts.
fn is_text(primitive: Primitive) -> bool {
    !matches!(
        primitive,
        Primitive::Json
            | Primitive::Boolean
            | Primitive::Byte
            | Primitive::Int16
            | Primitive::Int32
            | Primitive::Int64
            | Primitive::Decimal
            | Primitive::Double
            | Primitive::Single
    )
}
