//! Bodies of examples against the types that the pages document.

use super::nearest;
use crate::json::{self, Kind, Member, Value};
use crate::lint::known::Known;
use crate::lint::pages::LintPage;
use crate::lint::{Finding, Set};
use crate::model::{
    Body, EnumOrigin, Example, ExampleKind, Facets, Operation, ParameterSection, Primitive, QualifiedName,
    ResponseBody, TypeName, TypeRef,
};
use crate::source::Span;
use crate::source::codes::example::{REQUIRED_MISSING, TYPE_DIFFERS, UNKNOWN_PROPERTY, UNKNOWN_VALUE};

pub(super) fn check(set: &Set<'_>, page: &LintPage<'_>, found: &mut Vec<Finding>) {
    let Some(known) = set.known(page.version) else { return };
    let Some(operation) = known.operation(page.path) else {
        return;
    };
    for example in operation.examples.iter().filter(|example| example.json) {
        let Some(reading) = json::read(&example.body) else {
            continue;
        };
        let reader = Reader {
            known,
            page,
            example,
            start: start(page, example),
        };
        match example.kind {
            ExampleKind::Request => reader.request(operation, &reading.value, found),
            ExampleKind::Response => reader.response(operation, &reading.value, found),
        }
    }
}

/// Where the body begins in the page, if it stands there as it was read.
fn start(page: &LintPage<'_>, example: &Example) -> Option<usize> {
    let block = page.span(&example.origin);
    let text = page.sources.file(block.file)?.text.get(block.range().start..)?;
    text.find(&example.body).map(|at| block.range().start + at)
}

struct Reader<'r, 'k> {
    known: &'r Known<'k>,
    page: &'r LintPage<'r>,
    example: &'r Example,
    start: Option<usize>,
}

impl Reader<'_, '_> {
    fn span(&self, range: &std::ops::Range<usize>) -> Span {
        let block = self.page.span(&self.example.origin);
        self.start.map_or(block, |start| {
            Span::new(block.file, start + range.start, start + range.end)
        })
    }

    fn request(&self, operation: &Operation, value: &Value<'_>, found: &mut Vec<Finding>) {
        let mut bodies = operation.routes.iter().map(|route| &route.body);
        let Some(first) = bodies.next().filter(|first| bodies.all(|other| other == *first)) else {
            return;
        };
        match first {
            Body::Entity(type_ref) if !type_ref.collection => {
                if let Some(name) = type_ref.as_named() {
                    self.object(name, value, found);
                }
            }
            Body::Parameters => self.parameters(operation, value, found),
            _ => return,
        }
        self.required(operation, value, found);
    }

    /// Rows that say "Required." and are not sent.
    fn required(&self, operation: &Operation, value: &Value<'_>, found: &mut Vec<Finding>) {
        let is_update = operation.routes.iter().any(|route| route.method.as_str() == "PATCH");
        if is_update || self.example.truncated || value.members().is_empty() {
            return;
        }
        let rows = operation.parameters.iter().filter(|row| {
            matches!(row.section, ParameterSection::Property | ParameterSection::Body)
                && row.facets.required
                && !row.name.contains(['.', '/', '@'])
        });
        for row in rows {
            let sent = value.members().iter().any(|member| {
                let name = member.name.split('@').next().unwrap_or("");
                name.eq_ignore_ascii_case(&row.name)
            });
            if !sent {
                let message = format!("the example does not send `{}`, which is required", row.name);
                let first = value.range.start..value.range.start + 1;
                let row = self.page.word(&row.origin, &row.name);
                found.push(Finding::new(&REQUIRED_MISSING, self.span(&first), message).label(row, "the row"));
            }
        }
    }

    /// The parameters of an action.
    fn parameters(&self, operation: &Operation, value: &Value<'_>, found: &mut Vec<Finding>) {
        let rows: Vec<_> = operation
            .parameters
            .iter()
            .filter(|row| row.section == ParameterSection::Body)
            .collect();
        // The reader adds what only an example shows: those are not documented.
        let is_row = |row: &&&crate::model::Parameter| !row.raw.is_empty();
        if rows.iter().filter(is_row).count() == 0 {
            return;
        }
        for member in value.members().iter().filter(|member| !is_annotation(&member.name)) {
            if let Some(row) = rows.iter().find(|row| row.name == member.name && !row.raw.is_empty()) {
                self.value(
                    &row.type_ref,
                    (&row.enum_values, &row.facets),
                    &member.name,
                    &member.value,
                    found,
                );
            } else {
                let names = rows.iter().filter(is_row).map(|row| row.name.as_str());
                self.unknown("the table of parameters", member, names.collect(), found);
            }
        }
    }

    fn response(&self, operation: &Operation, value: &Value<'_>, found: &mut Vec<Finding>) {
        if !self.example.status.is_none_or(|status| (200..300).contains(&status)) {
            return;
        }
        let mut bodies = operation.routes.iter().map(|route| &route.response.body);
        let Some(ResponseBody::Value(decided)) = bodies.next().filter(|first| bodies.all(|other| other == *first))
        else {
            return;
        };
        let Some(name) = decided.as_named() else { return };
        // Where text and annotation disagree, another rule tells it.
        let annotated = self.example.type_ref.as_named();
        if annotated.is_some_and(|annotated| !self.known.are_related(annotated, name)) {
            return;
        }
        let name = annotated
            .filter(|name| self.known.structured(name).is_some())
            .unwrap_or(name);
        match value.get("value").map(|value| &value.kind) {
            Some(Kind::Array(items)) if decided.collection || self.example.type_ref.collection => {
                for item in items {
                    self.object(name, item, found);
                }
            }
            Some(Kind::Object(_))
                if value
                    .members()
                    .iter()
                    .all(|member| member.name == "value" || is_annotation(&member.name)) =>
            {
                if let Some(inner) = value.get("value") {
                    self.object(name, inner, found);
                }
            }
            _ if !decided.collection => self.object(name, value, found),
            None => {
                // A list whose `value` is spelled otherwise.
                let odd = value.members().iter().find(|member| super::near(&member.name, "value"));
                if let Some(member) = odd {
                    self.unknown("a list", member, vec!["value"], found);
                }
            }
            _ => {}
        }
    }

    fn object(&self, name: &QualifiedName, value: &Value<'_>, found: &mut Vec<Finding>) {
        let stated = value.get("@odata.type").and_then(Value::text).map(QualifiedName::parse);
        let name = stated
            .as_ref()
            .and_then(|name| self.known.structured(name))
            .map_or(name, |item| &item.name);
        if !self.known.is_closed(name) || is_open(self.known, name, value) {
            return;
        }
        let members: Vec<_> = value
            .members()
            .iter()
            .filter(|member| !is_annotation(&member.name))
            .collect();
        let unknown = members
            .iter()
            .filter(|member| self.known.property(name, &member.name).is_none())
            .count();
        // An object most of whose keys are unknown is of another type.
        if unknown * 2 > members.len() {
            return;
        }
        for member in members {
            if let Some(property) = self.known.property(name, &member.name) {
                self.value(
                    &property.type_ref,
                    (&property.enum_values, &property.facets),
                    &member.name,
                    &member.value,
                    found,
                );
            } else {
                let names = self.known.properties(name).map(|property| property.name.as_str());
                self.unknown(&format!("`{}`", name.name), member, names.collect(), found);
            }
        }
    }

    fn unknown(&self, owner: &str, member: &Member<'_>, names: Vec<&str>, found: &mut Vec<Finding>) {
        let place = self.span(&member.range);
        let message = format!("{owner} has no `{}`", member.name);
        let finding = Finding::new(&UNKNOWN_PROPERTY, place, message);
        let same = names.iter().find(|name| name.eq_ignore_ascii_case(&member.name));
        found.push(match same {
            // Either may be right: many examples are copied from the service, `tenantId` where a table has `tenantID`.
            Some(same) => finding.help(format!("it is spelled `{same}`")).unsafe_fix(place, *same),
            None => match nearest(&member.name, names) {
                Some(near) => finding.help(format!("is `{near}` meant?")),
                None => finding,
            },
        });
    }

    fn value(
        &self,
        type_ref: &TypeRef,
        said: (&[String], &Facets),
        name: &str,
        value: &Value<'_>,
        found: &mut Vec<Finding>,
    ) {
        match (&value.kind, type_ref.collection) {
            (Kind::Word("null"), _) => {}
            (Kind::Array(items), true) => {
                let single = type_ref.clone().collection(false);
                for item in items {
                    self.value(&single, said, name, item, found);
                }
            }
            (Kind::Array(_), false) => self.differs(type_ref, name, value, "a list", found),
            (_, true) => self.differs(type_ref, name, value, "a single value", found),
            (kind, false) => {
                if let Some(shown) = other_kind(self.known, &type_ref.name, kind) {
                    self.differs(type_ref, name, value, shown, found);
                    return;
                }
                match (&type_ref.name, kind) {
                    (TypeName::Named(name), Kind::Object(_)) => self.object(name, value, found),
                    (_, Kind::Text(text)) => self.listed(type_ref, said, name, text, value, found),
                    _ => {}
                }
            }
        }
    }

    fn differs(&self, type_ref: &TypeRef, name: &str, value: &Value<'_>, shown: &str, found: &mut Vec<Finding>) {
        // `"isEnabled": "Boolean"` shows the type instead of a value.
        let is_type = value
            .text()
            .is_some_and(|text| super::body_rows::short(type_ref).eq_ignore_ascii_case(text) || is_type_word(text));
        if type_ref.name == TypeName::Unknown || type_ref.name == TypeName::Primitive(Primitive::Json) || is_type {
            return;
        }
        let message = format!(
            "`{name}` is `{}`, and this is {shown}",
            super::body_rows::short(type_ref)
        );
        let first = value.range.start..value.range.start + 1;
        found.push(Finding::new(&TYPE_DIFFERS, self.span(&first), message));
    }

    /// A text against the values of its enum, or of its row.
    fn listed(
        &self,
        type_ref: &TypeRef,
        said: (&[String], &Facets),
        name: &str,
        text: &str,
        value: &Value<'_>,
        found: &mut Vec<Finding>,
    ) {
        let members = type_ref.as_named().and_then(|name| self.known.enumeration(name));
        let names: Vec<&str> = match members {
            Some(item) => item.members.iter().map(|member| member.name.as_str()).collect(),
            None if type_ref.name == TypeName::Primitive(Primitive::String) => {
                said.0.iter().map(String::as_str).collect()
            }
            None => return,
        };
        let is_table = members.is_some_and(|item| matches!(item.documented_in, EnumOrigin::Page | EnumOrigin::Section));
        let is_set = members.is_some_and(|item| item.flags) || said.1.combinable || text.contains(',');
        let words: Vec<&str> = if is_set {
            text.split(',').map(str::trim).collect()
        } else {
            vec![text]
        };
        let Some(odd) = words.into_iter().find(|word| !names.contains(word)) else {
            return;
        };
        // "String", "A | B", "..." stand for values.
        let is_sample =
            odd.contains([' ', '|', '.', '<', '{', '-']) || odd.eq_ignore_ascii_case("string") || odd.is_empty();
        if names.is_empty() || is_sample || odd.parse::<i64>().is_ok() {
            return;
        }
        let inside = value.range.start + 1..value.range.end.saturating_sub(1);
        let place = self.span(&inside);
        let message = format!("`{odd}` is no value of `{name}`");
        let finding = Finding::new(&UNKNOWN_VALUE, place, message);
        let same = names.iter().find(|known| known.eq_ignore_ascii_case(odd));
        found.push(match same {
            Some(same) if odd == text && self.start.is_some() => {
                let finding = finding.help(format!("it is spelled `{same}`"));
                // Examples are often copied from the service, and lists in sentences are written by hand.
                if is_table {
                    finding.fix(place, *same)
                } else {
                    finding.unsafe_fix(place, *same)
                }
            }
            Some(same) => finding.help(format!("it is spelled `{same}`")),
            None => match nearest(odd, names) {
                Some(near) => finding.help(format!("is `{near}` meant?")),
                // A list in a sentence may be of examples.
                None if !is_table => return,
                None => finding,
            },
        });
    }
}

/// "Integer", "Bool": the name of a type in another spelling than the table has.
fn is_type_word(text: &str) -> bool {
    let word = text.to_ascii_lowercase();
    matches!(
        word.as_str(),
        "integer" | "int" | "int32" | "int64" | "number" | "double" | "bool" | "boolean" | "string"
    )
}

/// `Strings@odata.type` with `Strings` undeclared: values of an open type need their types beside them.
fn is_open(known: &Known<'_>, name: &QualifiedName, value: &Value<'_>) -> bool {
    let mut stated = value
        .members()
        .iter()
        .filter_map(|member| member.name.strip_suffix("@odata.type"));
    stated.any(|key| !key.is_empty() && known.property(name, key).is_none())
}

/// `@odata.context`, `members@odata.bind`; keys with dots are no properties.
fn is_annotation(name: &str) -> bool {
    name.contains(['@', '.', '#', '-', ' '])
}

/// What a value is, if it cannot be of a type.
fn other_kind(known: &Known<'_>, name: &TypeName, kind: &Kind<'_>) -> Option<&'static str> {
    let shown = match kind {
        Kind::Object(_) => "an object",
        Kind::Text(_) => "a text",
        Kind::Word("true" | "false") => "a boolean",
        Kind::Word(_) => "a number",
        Kind::Array(_) => return None,
    };
    let fits = match name {
        TypeName::Unknown => true,
        TypeName::Primitive(primitive) => primitive_fits(*primitive, kind),
        TypeName::Named(name) if known.enumeration(name).is_some() => matches!(kind, Kind::Text(_)),
        TypeName::Named(name) => match known.structured(name) {
            Some(item) if !item.placeholder && !item.properties.is_empty() => matches!(kind, Kind::Object(_)),
            _ => true,
        },
    };
    (!fits).then_some(shown)
}

fn primitive_fits(primitive: Primitive, kind: &Kind<'_>) -> bool {
    let is_boolean = matches!(kind, Kind::Word("true" | "false"));
    match primitive {
        Primitive::Json | Primitive::Stream => true,
        Primitive::Boolean => is_boolean,
        // Large numbers, infinities and decimals are written as text as well.
        Primitive::Int64 | Primitive::Decimal | Primitive::Double | Primitive::Single => {
            !is_boolean && !matches!(kind, Kind::Object(_))
        }
        Primitive::Int32 | Primitive::Int16 | Primitive::Byte => matches!(kind, Kind::Word(_)) && !is_boolean,
        _ => matches!(kind, Kind::Text(_)),
    }
}
