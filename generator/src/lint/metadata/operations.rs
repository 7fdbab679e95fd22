//! Parameters of actions and functions, and what calls return.

use super::Check;
use super::csdl::{Member, Operation as Published, Reference};
use super::walk::Walk;
use crate::lint::Finding;
use crate::lint::rules::short;
use crate::model::{Method, Operation, Parameter, ParameterSection, ResponseBody, Route, Segment, TypeName};
use crate::source::codes::metadata::{PARAMETER_MISSING, PARAMETER_TYPE, PARAMETER_UNDOCUMENTED, RESPONSE};

pub(super) fn check(check: &Check<'_>, found: &mut Vec<Finding>) {
    for operation in &check.known.schema.operations {
        let mut walks = operation.routes.iter().filter_map(|route| {
            let walk = Walk::follow(check.csdl, route.method, &route.path).ok()?;
            Some((route, walk))
        });
        let Some((route, first)) = walks.next() else { continue };
        let mut called: Vec<&Published> = first.operation.into_iter().collect();
        called.extend(walks.filter_map(|(_, walk)| walk.operation));
        if let Some(published) = called.first() {
            let same = |other: &&Published| other.name == published.name && other.is_action == published.is_action;
            let overloads: Vec<&Published> = called.iter().copied().filter(same).collect();
            parameters(check, operation, &overloads, found);
        }
        response(check, route, &first, found);
    }
}

/// A documented parameter: of a row, or of an argument of a route.
struct Stated<'o> {
    name: &'o str,
    row: Option<&'o Parameter>,
}

fn parameters(check: &Check<'_>, operation: &Operation, overloads: &[&Published], found: &mut Vec<Finding>) {
    let Some(published) = overloads.first() else { return };
    let wanted: Vec<&Member> = overloads.iter().flat_map(|one| &one.parameters).collect();
    let stated = stated(operation, published);
    let local = published.name.rsplit('.').next().unwrap_or(&published.name);
    for one in &stated {
        let origin = one.row.map_or(&operation.origin, |row| &row.origin);
        let place = check.place(origin, one.name);
        match wanted.iter().find(|member| member.name.eq_ignore_ascii_case(one.name)) {
            None => {
                let message = format!("`{local}` has no parameter `{}` in the metadata", one.name);
                found.push(check.finding(&PARAMETER_MISSING, place, message, published.line));
            }
            Some(member) => {
                let Some(row) = one.row.filter(|row| !check.agree(&row.type_ref, &member.reference)) else {
                    continue;
                };
                let stated = if row.type_ref.name == TypeName::Unknown {
                    "no type".to_owned()
                } else {
                    format!("`{}`", short(&row.type_ref))
                };
                let message = format!(
                    "`{}` is {stated} here and `{}` in the metadata",
                    row.name,
                    member.reference.short()
                );
                let cell = check.cell(&row.origin, &row.name, &row.raw);
                let finding = check.finding(&PARAMETER_TYPE, cell, message, member.line);
                let is_plain = check.is(&row.origin, cell, &row.raw)
                    && member.reference.name.starts_with("Edm.")
                    && !row.raw.is_empty();
                found.push(if is_plain {
                    finding.unsafe_fix(cell, member.reference.short())
                } else {
                    finding
                });
            }
        }
    }
    let mut told: Vec<&str> = Vec::new();
    for member in wanted {
        let is_stated = stated.iter().any(|one| one.name.eq_ignore_ascii_case(&member.name));
        if !is_stated && !told.contains(&member.name.as_str()) {
            told.push(&member.name);
            let message = format!(
                "the metadata has the parameter `{}` of `{local}`: `{}`",
                member.name,
                member.reference.short()
            );
            let place = check.place(&operation.origin, local);
            found.push(check.finding(&PARAMETER_UNDOCUMENTED, place, message, member.line));
        }
    }
}

/// What the page documents: rows of the body for an action, all rows and the arguments of routes for a function.
fn stated<'o>(operation: &'o Operation, published: &Published) -> Vec<Stated<'o>> {
    let counts = |row: &&Parameter| {
        let is_body = row.section == ParameterSection::Body;
        (is_body || (!published.is_action && row.section != ParameterSection::Property)) && !row.name.contains('@')
    };
    let mut stated: Vec<Stated<'o>> = operation
        .parameters
        .iter()
        .filter(counts)
        .map(|row| Stated {
            name: &row.name,
            row: Some(row),
        })
        .collect();
    if !published.is_action {
        for segment in operation.routes.iter().filter_map(|route| route.path.last()) {
            if let Segment::Call(call) = segment {
                for name in call.arguments().filter_map(|argument| argument.name) {
                    if !stated.iter().any(|one| one.name.eq_ignore_ascii_case(name)) {
                        stated.push(Stated { name, row: None });
                    }
                }
            }
        }
    }
    stated
}

/// What the first route returns.
fn response(check: &Check<'_>, route: &Route, walk: &Walk<'_>, found: &mut Vec<Finding>) {
    let end = walk.end();
    let expected: Option<Reference> = match (route.method, walk.operation, end) {
        (Method::Get, _, Some(end)) => Some(end.clone()),
        (Method::Post, Some(_), end) => end.cloned(),
        (Method::Post, None, Some(end)) if end.collection => Some(Reference {
            collection: false,
            ..end.clone()
        }),
        _ => return,
    };
    let stated = &route.response.body;
    let message = match (&expected, stated) {
        (None, ResponseBody::Value(stated)) => {
            format!("the call returns `{}` here and nothing in the metadata", short(stated))
        }
        (Some(expected), ResponseBody::Nothing) => format!(
            "the call returns nothing here and `{}` in the metadata",
            expected.short()
        ),
        (Some(expected), ResponseBody::Value(stated)) if !fits(check, stated, expected) => {
            format!(
                "the call returns `{}` here and `{}` in the metadata",
                short(stated),
                expected.short()
            )
        }
        _ => return,
    };
    let place = check.place(&route.origin, route.method.as_str());
    let line = walk.operation.map_or(1, |operation| operation.line);
    found.push(check.finding(&RESPONSE, place, message, line));
}

fn fits(check: &Check<'_>, stated: &crate::model::TypeRef, expected: &Reference) -> bool {
    check.agree(stated, expected)
}
