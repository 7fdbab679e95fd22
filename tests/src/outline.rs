//! A model as a short text, for snapshots that a reviewer can judge line by line.
//!
//! Every line that comes from a row or line of a page ends in its line number (`:12`); an include is named before it. What
//! a page does not say is left out, and so are `microsoft.graph.` and `Edm.`. At the end stand the diagnostics and what the
//! ledger counts as guessed or unread.

use crate::pages::Reading;
use generator::model::{
    Alternative, Area, BodyKind, CloudAvailability, EnumType, Example, Facets, Ledger, Model, Operation, Origin,
    PageOutcome, Parameter, Permissions, Property, PropertySection, Rank, Schema, Scheme, StructuredType, Support,
    TypeName, TypeRef,
};
use generator::source::{Diagnostic, SourceMap};
use std::fmt::Write;

/// The whole outline.
pub fn outline(reading: &Reading) -> String {
    let mut out = model(&reading.model);
    for diagnostic in &reading.diagnostics {
        line(&mut out, 0, &diagnostic_line(diagnostic, &reading.sources));
    }
    ledger(&reading.model.ledger, &mut out);
    out
}

fn model(model: &Model) -> String {
    let mut out = String::new();
    for schema in &model.schemas {
        if model.schemas.len() > 1 {
            line(&mut out, 0, &format!("== {}", schema.version));
        }
        types(schema, &mut out);
        for operation in &schema.operations {
            self::operation(operation, &mut out);
        }
    }
    out
}

fn types(schema: &Schema, out: &mut String) {
    for structured in &schema.types {
        structured_type(structured, out);
    }
    for enumeration in &schema.enums {
        enum_type(enumeration, out);
    }
}

fn structured_type(item: &StructuredType, out: &mut String) {
    let name = short(&item.name.to_string());
    if item.placeholder {
        return line(out, 0, &format!("undescribed {name} ({})", item.area));
    }
    let mut head = format!("type {name} ({})", areas(item.areas()));
    if let (Some(base), Some(source)) = (&item.base, item.base_source) {
        let _ = write!(head, " < {} by {source:?}", short(&base.to_string()));
    }
    flag(&mut head, item.is_abstract, "abstract");
    flag(&mut head, item.is_open, "open");
    option(&mut head, "key", item.key_property.as_deref());
    option(&mut head, "deprecated", item.deprecated.as_deref());
    line(out, 0, &placed(&head, &item.origin, &item.file));
    for property in &item.properties {
        line(out, 1, &property_line(property, &item.file));
    }
}

fn property_line(property: &Property, file: &str) -> String {
    let mut text = format!("{}: {}", property.name, reference(&property.type_ref));
    match property.section {
        PropertySection::Properties => {}
        PropertySection::Relationships => text.push_str(", navigation"),
        PropertySection::JsonBlock => text.push_str(", JSON block only"),
        PropertySection::Example => text.push_str(", request example only"),
        PropertySection::Route => text.push_str(", navigation by a route"),
    }
    if property.type_ref.name == TypeName::Unknown {
        let _ = write!(text, ", cell {:?}", property.raw);
    }
    facets(&property.facets, &mut text);
    option(&mut text, "from", property.inherited_from.as_deref());
    values(&property.enum_values, &mut text);
    if let Some(name) = &property.values_enum {
        let _ = write!(text, " as {}", short(&name.to_string()));
    }
    if !property.areas.is_empty() {
        let _ = write!(text, ", only in {}", areas(property.areas.iter()));
    }
    placed(&text, &property.origin, file)
}

fn areas<'a>(areas: impl Iterator<Item = &'a Area>) -> String {
    areas.map(|area| area.0.as_str()).collect::<Vec<_>>().join(", ")
}

fn facets(facets: &Facets, text: &mut String) {
    flag(text, facets.read_only, "read-only");
    flag(text, facets.required, "required");
    option(text, "required if", facets.required_if.as_deref());
    if let Some(nullable) = facets.nullable {
        text.push_str(if nullable { ", nullable" } else { ", not nullable" });
    }
    option(text, "deprecated", facets.deprecated.as_deref());
    option(text, "default", facets.default_value.as_deref());
    if let Some(operators) = &facets.filter {
        let _ = write!(text, ", $filter({})", operators.join(" "));
    }
    for supported in &facets.supports {
        let _ = write!(text, ", {}", supported.0);
    }
    for unsupported in &facets.unsupported {
        let _ = write!(text, ", not {}", unsupported.0);
    }
    if let Some(returned) = facets.returned {
        let _ = write!(text, ", returned {returned:?}");
    }
    flag(text, facets.immutable, "immutable");
    flag(text, facets.write_only, "write-only");
    option(text, "from", facets.minimum.as_deref());
    option(text, "to", facets.maximum.as_deref());
    if let Some(length) = facets.max_length {
        let _ = write!(text, ", at most {length} characters");
    }
    flag(text, facets.combinable, "combinable");
    if !facets.deprecated_values.is_empty() {
        let _ = write!(text, ", deprecated [{}]", facets.deprecated_values.join(" "));
    }
}

fn enum_type(item: &EnumType, out: &mut String) {
    let mut head = format!("enum {} ({})", short(&item.name.to_string()), areas(item.areas()));
    let _ = write!(head, ", {:?}", item.documented_in);
    flag(&mut head, item.flags, "flags");
    flag(&mut head, item.evolvable(), "evolvable");
    line(out, 0, &placed(&head, &item.origin, &item.file));
    let is_listed = item.members.iter().all(|member| member.origin == item.origin);
    if is_listed {
        let names: Vec<&str> = item.members.iter().map(|member| member.name.as_str()).collect();
        return line(out, 1, &names.join(" | "));
    }
    for member in &item.members {
        let mut text = member.name.clone();
        if let Some(value) = member.value {
            let _ = write!(text, " = {value}");
        }
        option(&mut text, "deprecated", member.deprecated.as_deref());
        line(out, 1, &placed(&text, &member.origin, &item.file));
    }
}

fn operation(item: &Operation, out: &mut String) {
    let mut head = format!("operation {} {} ({})", item.resource, item.action, item.area);
    option(&mut head, "deprecated", item.deprecated.as_deref());
    line(out, 0, &placed(&head, &item.origin, &item.file));
    for route in &item.routes {
        let query = if route.query.is_empty() {
            String::new()
        } else {
            format!(" ? {}", route.query)
        };
        let arguments = match route.path.example_arguments() {
            "" => String::new(),
            arguments => format!(", called with {arguments}"),
        };
        let text = format!("{} {}{query}{arguments}", route.method, route.path);
        line(out, 1, &placed(&text, &route.origin, &item.file));
    }
    for unread in &item.unread_routes {
        let text = format!("no route: {} {:?}", unread.reason, unread.text);
        line(out, 1, &placed(&text, &unread.origin, &item.file));
    }
    for group in item.permissions.iter().chain(&item.route_permissions) {
        permissions(group, &item.file, out);
    }
    if let Some(clouds) = item.clouds {
        line(out, 1, &format!("clouds: {}", cloud_names(clouds)));
    }
    for parameter in &item.parameters {
        line(out, 1, &parameter_line(parameter, &item.file));
    }
    message(item, out);
}

/// What is sent and what comes back.
fn message(item: &Operation, out: &mut String) {
    let options: Vec<&str> = item.query_options.iter().map(|option| option.0.as_str()).collect();
    if !options.is_empty() {
        line(out, 1, &format!("query: {}", options.join(" ")));
    }
    let headers: Vec<&str> = item.headers.iter().map(|header| header.name.as_str()).collect();
    if !headers.is_empty() {
        line(out, 1, &format!("headers: {}", headers.join(", ")));
    }
    match item.request_body.kind {
        BodyKind::None => {}
        BodyKind::Entity => line(out, 1, &format!("body: {}", reference(&item.request_body.type_ref))),
        other => line(out, 1, &format!("body: {other:?}").to_lowercase()),
    }
    let response = &item.response;
    if response.status.is_some() || response.source.is_some() {
        let status = response
            .status
            .map_or_else(|| "?".to_owned(), |status| status.to_string());
        let mut text = format!("response: {status}");
        if let Some(source) = response.source {
            let _ = write!(text, " {} by {source:?}", reference(&response.type_ref));
        }
        line(out, 1, &text);
    }
    for example in item.examples.iter() {
        line(out, 1, &example_line(example, &item.file));
    }
}

fn permissions(group: &Permissions, file: &str, out: &mut String) {
    let label = group
        .label
        .as_ref()
        .map(|label| format!(" for {label}"))
        .unwrap_or_default();
    let routes = if group.routes.is_empty() {
        String::new()
    } else {
        let routes: Vec<usize> = group.routes.iter().map(|route| route.0).collect();
        format!(", routes {routes:?}")
    };
    line(
        out,
        1,
        &placed(&format!("permissions{label}{routes}"), &group.origin, file),
    );
    let names = ["work", "personal", "application"];
    for (scheme, name) in Scheme::ALL.into_iter().zip(names) {
        let choices = match group.scheme(scheme) {
            Support::Stated(choices) => choices.iter().map(alternative).collect::<Vec<_>>().join(" | "),
            Support::NotSupported => "-".to_owned(),
            Support::Unstated => "unstated".to_owned(),
        };
        line(out, 2, &format!("{name}: {choices}"));
    }
    if !group.pages.is_empty() {
        line(out, 2, &format!("with: {}", group.pages.join(", ")));
    }
    if !group.roles.is_empty() {
        line(out, 2, &format!("roles: {}", group.roles.join(", ")));
    }
    for note in &group.notes {
        line(out, 2, &format!("note: {note}"));
    }
}

fn alternative(alternative: &Alternative) -> String {
    let rank = match alternative.rank {
        Rank::Least => " (least)",
        Rank::Higher => "",
        Rank::Unranked => " (unranked)",
        Rank::ResourceSpecific => " (for one resource)",
        Rank::Compatibility => " (for compatibility)",
    };
    format!("{}{rank}", alternative.scopes.join(" + "))
}

fn cloud_names(clouds: CloudAvailability) -> String {
    let named = [
        (clouds.global, "global"),
        (clouds.us_government_l4, "L4"),
        (clouds.us_government_l5, "L5"),
        (clouds.china, "china"),
    ];
    let names: Vec<&str> = named.into_iter().filter(|(is, _)| *is).map(|(_, name)| name).collect();
    names.join(" ")
}

fn parameter_line(parameter: &Parameter, file: &str) -> String {
    let section = format!("{:?}", parameter.section).to_lowercase();
    let mut text = format!("{section} {}: {}", parameter.name, reference(&parameter.type_ref));
    if parameter.type_ref.name == TypeName::Unknown && !parameter.raw.is_empty() {
        let _ = write!(text, ", cell {:?}", parameter.raw);
    }
    facets(&parameter.facets, &mut text);
    values(&parameter.enum_values, &mut text);
    placed(&text, &parameter.origin, file)
}

fn example_line(example: &Example, file: &str) -> String {
    let mut text = format!("example {:?}", example.kind).to_lowercase();
    if let Some(name) = &example.name {
        let _ = write!(text, " {name:?}");
    }
    if let (Some(method), Some(target)) = (example.method, &example.line) {
        let _ = write!(text, " {method} {target}");
    }
    if let Some(status) = example.status {
        let _ = write!(text, " {status}");
    }
    if example.type_ref != TypeRef::UNKNOWN {
        let _ = write!(text, " {}", reference(&example.type_ref));
    }
    flag(&mut text, example.truncated, "truncated");
    match (example.body.is_empty(), example.json) {
        (true, _) => {}
        (false, true) => text.push_str(", JSON"),
        (false, false) => text.push_str(", body is no JSON"),
    }
    placed(&text, &example.origin, file)
}

fn diagnostic_line(diagnostic: &Diagnostic, sources: &SourceMap) -> String {
    let place = sources.line_column(diagnostic.span);
    let severity = diagnostic.severity().name();
    let path = sources.path(diagnostic.span.file);
    format!(
        "{severity}[{}] {path}:{}:{}: {}",
        diagnostic.code, place.line, place.column, diagnostic.message
    )
}

fn ledger(ledger: &Ledger, out: &mut String) {
    for (fact, tally) in &ledger.account.facts() {
        for (reason, count) in &tally.guessed {
            line(out, 0, &format!("{count} {fact:?} guessed: {reason}"));
        }
        for (reason, count) in &tally.unread {
            line(out, 0, &format!("{count} {fact:?} unread: {reason}"));
        }
    }
    for page in &ledger.pages {
        if let PageOutcome::Skipped(reason) = &page.outcome {
            line(out, 0, &format!("page {} skipped: {reason}", page.file));
        }
    }
}

fn reference(reference: &TypeRef) -> String {
    short(&reference.to_string())
}

fn short(name: &str) -> String {
    name.replace("Edm.", "").replace("microsoft.graph.", "")
}

fn values(values: &[String], text: &mut String) {
    if !values.is_empty() {
        let _ = write!(text, ", values {}", values.join(" | "));
    }
}

fn flag(text: &mut String, is: bool, word: &str) {
    if is {
        text.push_str(", ");
        text.push_str(word);
    }
}

fn option(text: &mut String, word: &str, value: Option<&str>) {
    if let Some(value) = value {
        let _ = write!(text, ", {word} {value:?}");
    }
}

/// The text with its line number, and with the file when it is not that of the page.
fn placed(text: &str, origin: &Origin, file: &str) -> String {
    let place = if *origin.file == *file { "" } else { &origin.file };
    format!("{text} {place}:{}", origin.line)
}

fn line(out: &mut String, depth: usize, text: &str) {
    for _ in 0..depth {
        out.push_str("  ");
    }
    out.push_str(text);
    out.push('\n');
}
