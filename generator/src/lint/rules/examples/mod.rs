//! Bodies of examples against the types that the pages document.

mod kinds;
mod listed;
mod nesting;

use super::nearest;
use super::routes::is_sent_elsewhere;
use crate::json::{self, Kind, Member, Value};
use crate::lint::known::Known;
use crate::lint::pages::LintPage;
use crate::lint::{Finding, Set};
use crate::model::{
    Body, Example, ExampleKind, Facets, Operation, Origin, Parameter, ParameterSection, Primitive, Property,
    PropertySection, QualifiedName, ResponseBody, TypeName, TypeRef,
};
use crate::source::Span;
use crate::source::codes::example::{REQUIRED_MISSING, TYPE_DIFFERS, UNKNOWN_PROPERTY};
use kinds::{is_type_word, other_kind};

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
            set,
            known,
            page,
            example,
            start: start(page, example),
        };
        match example.kind {
            // The tables are about what the service takes.
            ExampleKind::Request if is_sent_elsewhere(page, example) => {}
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
    set: &'r Set<'k>,
    known: &'r Known<'k>,
    page: &'r LintPage<'r>,
    example: &'r Example,
    start: Option<usize>,
}

/// An object and its type.
type Outer<'o> = (&'o QualifiedName, &'o Value<'o>);

/// What tables say about a value.
#[derive(Clone, Copy)]
struct Slot<'s> {
    name: &'s str,
    type_ref: &'s TypeRef,
    values: &'s [String],
    facets: &'s Facets,
    origin: &'s Origin,
}

impl<'s> From<&'s Property> for Slot<'s> {
    fn from(property: &'s Property) -> Self {
        Self {
            name: &property.name,
            type_ref: &property.type_ref,
            values: &property.enum_values,
            facets: &property.facets,
            origin: &property.origin,
        }
    }
}

impl<'s> From<&'s Parameter> for Slot<'s> {
    fn from(row: &'s Parameter) -> Self {
        Self {
            name: &row.name,
            type_ref: &row.type_ref,
            values: &row.enum_values,
            facets: &row.facets,
            origin: &row.origin,
        }
    }
}

impl<'k> Reader<'_, 'k> {
    /// The page that an origin names.
    fn owner(&self, origin: &Origin) -> Option<&LintPage<'k>> {
        let is_owner = |page: &&LintPage<'k>| *page.path == *origin.file;
        let place = self.set.types.at(self.page.version, &origin.file);
        place.and_then(|place| self.set.pages.get(place)).filter(is_owner)
    }

    /// The place of a word in the line of an origin, on whichever page that is.
    fn place(&self, origin: &Origin, word: &str) -> Span {
        self.owner(origin)
            .map_or_else(|| self.page.word(origin, word), |owner| owner.word(origin, word))
    }

    /// Whether a table spells a name so, although the block of its page, which is believed, does not.
    fn is_row(&self, property: &Property, name: &str) -> bool {
        let rows = self
            .owner(&property.origin)
            .and_then(|owner| owner.page.resource.as_ref());
        rows.is_some_and(|rows| rows.properties.iter().any(|row| row.name == name))
    }

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
                    self.object(name, value, None, found);
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
        let is_row = |row: &&&Parameter| !row.raw.is_empty();
        if rows.iter().filter(is_row).count() == 0 {
            return;
        }
        for member in value.members().iter().filter(|member| !is_annotation(&member.name)) {
            if let Some(row) = rows.iter().find(|row| row.name == member.name && !row.raw.is_empty()) {
                self.value(Slot::from(*row), &member.value, None, found);
            } else {
                let names = rows.iter().filter(is_row).map(|row| row.name.as_str());
                found.push(self.unknown("the table of parameters", member, names.collect()));
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
                    self.object(name, item, None, found);
                }
            }
            Some(Kind::Object(_))
                if value
                    .members()
                    .iter()
                    .all(|member| member.name == "value" || is_annotation(&member.name)) =>
            {
                if let Some(inner) = value.get("value") {
                    self.object(name, inner, None, found);
                }
            }
            _ if !decided.collection => self.object(name, value, None, found),
            None => {
                // A list whose `value` is spelled otherwise.
                let odd = value.members().iter().find(|member| super::near(&member.name, "value"));
                if let Some(member) = odd {
                    found.push(self.unknown("a list", member, vec!["value"]));
                }
            }
            _ => {}
        }
    }

    /// An object of a type, and the object that it is in.
    fn object(&self, name: &QualifiedName, value: &Value<'_>, outer: Option<Outer<'_>>, found: &mut Vec<Finding>) {
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
                self.value(Slot::from(property), &member.value, Some((name, value)), found);
                continue;
            }
            let is_same = |property: &&Property| property.name.eq_ignore_ascii_case(&member.name);
            match self.known.properties(name).find(is_same) {
                Some(property)
                    if self.is_row(property, &member.name) || property.section == PropertySection::Example => {}
                Some(property) => {
                    let row = self.place(&property.origin, &property.name);
                    let finding = self.unknown(&format!("`{}`", name.name), member, vec![&property.name]);
                    found.push(finding.label(row, "the row"));
                }
                None => found.push(self.misplaced((name, value), outer, member).unwrap_or_else(|| {
                    let names = self.known.properties(name).map(|property| property.name.as_str());
                    self.unknown(&format!("`{}`", name.name), member, names.collect())
                })),
            }
        }
    }

    fn unknown(&self, owner: &str, member: &Member<'_>, names: Vec<&str>) -> Finding {
        let place = self.span(&member.range);
        let message = format!("{owner} has no `{}`", member.name);
        let finding = Finding::new(&UNKNOWN_PROPERTY, place, message);
        let same = names.iter().find(|name| name.eq_ignore_ascii_case(&member.name));
        match same {
            // Either may be right: many examples are copied from the service, `tenantId` where a table has `tenantID`.
            Some(same) => finding.help(format!("it is spelled `{same}`")).unsafe_fix(place, *same),
            None => match nearest(&member.name, names) {
                Some(near) => finding.help(format!("is `{near}` meant?")),
                None => finding,
            },
        }
    }

    /// A value of a property, and the object that has it.
    fn value(&self, slot: Slot<'_>, value: &Value<'_>, owner: Option<Outer<'_>>, found: &mut Vec<Finding>) {
        match (&value.kind, slot.type_ref.collection) {
            (Kind::Word("null"), _) => {}
            (Kind::Array(items), true) => {
                let single = slot.type_ref.clone().collection(false);
                let slot = Slot {
                    type_ref: &single,
                    ..slot
                };
                for item in items {
                    self.value(slot, item, owner, found);
                }
            }
            (Kind::Array(_), false) => found.extend(self.differs(slot, value, "a list")),
            (_, true) => found.extend(self.differs(slot, value, "a single value")),
            (kind, false) => {
                if let Some(shown) = other_kind(self.known, &slot.type_ref.name, kind) {
                    found.extend(self.differs(slot, value, shown));
                    return;
                }
                match (&slot.type_ref.name, kind) {
                    (TypeName::Named(name), Kind::Object(_)) => self.object(name, value, owner, found),
                    (_, Kind::Text(text)) => found.extend(self.listed(slot, text, value)),
                    _ => {}
                }
            }
        }
    }

    fn differs(&self, slot: Slot<'_>, value: &Value<'_>, shown: &str) -> Option<Finding> {
        let type_ref = slot.type_ref;
        // `"isEnabled": "Boolean"` shows the type instead of a value.
        let is_type = value
            .text()
            .is_some_and(|text| super::body_rows::short(type_ref).eq_ignore_ascii_case(text) || is_type_word(text));
        if type_ref.name == TypeName::Unknown || type_ref.name == TypeName::Primitive(Primitive::Json) || is_type {
            return None;
        }
        let message = format!(
            "`{}` is `{}`, and this is {shown}",
            slot.name,
            super::body_rows::short(type_ref)
        );
        let first = value.range.start..value.range.start + 1;
        let row = self.place(slot.origin, slot.name);
        Some(Finding::new(&TYPE_DIFFERS, self.span(&first), message).label(row, "the row"))
    }
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
