//! Enums: their members, numbers, and lists of values in rows.

use super::Check;
use super::csdl::Enum;
use crate::lint::Finding;
use crate::model::{EnumOrigin, EnumType, Property};
use crate::source::codes::metadata::{
    MEMBER_MISSING, MEMBER_NUMBER, MEMBER_UNDOCUMENTED, TYPE_MISSING, VALUE_MISSING, VALUE_UNDOCUMENTED,
};

pub(super) fn check(check: &Check<'_>, found: &mut Vec<Finding>) {
    for item in &check.known.schema.enums {
        if matches!(item.documented_in, EnumOrigin::Page | EnumOrigin::Section) {
            enumeration(check, item, found);
        }
    }
    for property in check.known.schema.types.iter().flat_map(|item| &item.properties) {
        // The list of a row that more pages share is told once, at its own page.
        if !property.enum_values.is_empty() {
            listed(check, property, found);
        }
    }
}

fn enumeration(check: &Check<'_>, item: &EnumType, found: &mut Vec<Finding>) {
    let place = check.place(&item.origin, &item.name.name);
    let published = check.key(&item.name).and_then(|key| check.csdl.enums.get(key));
    let Some(published) = published else {
        let structured = check.key(&item.name).and_then(|key| check.csdl.types.get(key));
        let message = match structured {
            Some(_) => format!("`{}` is a structured type in the metadata", item.name),
            None => format!("the metadata has no `{}`", item.name),
        };
        found.push(check.finding(&TYPE_MISSING, place, message, structured.map_or(1, |item| item.line)));
        return;
    };
    for member in &item.members {
        let same = published
            .members
            .iter()
            .find(|(name, ..)| name.eq_ignore_ascii_case(&member.name));
        let place = check.place(&member.origin, &member.name);
        match same {
            None => {
                let message = format!("`{}` has no member `{}` in the metadata", item.name.name, member.name);
                found.push(check.finding(&MEMBER_MISSING, place, message, published.line));
            }
            Some((_, Some(number), line)) if member.value.is_some_and(|stated| stated != *number) => {
                let stated = member.value.unwrap_or_default();
                let message = format!("`{}` is {stated} here and {number} in the metadata", member.name);
                let cell = check.cell(&member.origin, &member.name, &stated.to_string());
                let finding = check.finding(&MEMBER_NUMBER, cell, message, *line);
                let is_exact = check.is(&member.origin, cell, &stated.to_string());
                found.push(if is_exact {
                    finding.unsafe_fix(cell, number.to_string())
                } else {
                    finding
                });
            }
            Some(_) => {}
        }
    }
    undocumented(check, item, published, found);
}

fn undocumented(check: &Check<'_>, item: &EnumType, published: &Enum, found: &mut Vec<Finding>) {
    for (name, _, line) in &published.members {
        if !item.members.iter().any(|member| member.name.eq_ignore_ascii_case(name)) {
            let message = format!("the metadata has the member `{name}` of `{}`", item.name.name);
            let place = check.place(&item.origin, &item.name.name);
            found.push(check.finding(&MEMBER_UNDOCUMENTED, place, message, *line));
        }
    }
}

/// The values of a row against the enum that the metadata has for its property.
fn listed(check: &Check<'_>, property: &Property, found: &mut Vec<Finding>) {
    let key = check.key_of(&property.type_ref);
    let Some(published) = key.and_then(|key| check.csdl.enums.get(&key)) else {
        return;
    };
    let has = |value: &String| {
        published
            .members
            .iter()
            .any(|(name, ..)| name.eq_ignore_ascii_case(value))
    };
    let mut odd = property.enum_values.iter().filter(|value| !has(value)).peekable();
    let is_complete = odd.peek().is_none();
    for value in odd {
        let message = format!("`{}` has no member `{value}` in the metadata", published.name);
        let place = check.place(&property.origin, value);
        found.push(check.finding(&VALUE_MISSING, place, message, published.line));
    }
    let lists = |name: &str| {
        property
            .enum_values
            .iter()
            .any(|value| value.eq_ignore_ascii_case(name))
    };
    let missing: Vec<&str> = published
        .members
        .iter()
        .map(|(name, ..)| name.as_str())
        .filter(|name| !lists(name))
        .collect();
    if is_complete && !missing.is_empty() {
        let message = format!("`{}` has in the metadata also {}", published.name, missing.join(", "));
        let place = check.place(&property.origin, &property.name);
        found.push(check.finding(&VALUE_UNDOCUMENTED, place, message, published.line));
    }
}
