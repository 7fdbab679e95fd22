//! Functions, what they take, and their endpoints.

use super::item::{Argument, Form, Item, Role, Source};
use super::types::{name_of, part};
use super::{Features, Gates, Surface};
use crate::emit::item::function::{body_type, return_type};
use crate::emit::plan::{Function, HeaderValue, Module, OperationPlan, VersionPlan};
use crate::model::{Path, Route};
use std::collections::BTreeSet;

/// Adds the functions of a version.
pub(super) fn collect(version: &VersionPlan<'_>, gates: &mut Gates<'_>, surface: &mut Surface) {
    for (path, module) in &version.modules {
        let path = format!("{}::{path}", version.module);
        places(version, module, &path, gates, surface);
        for plan in module.operations.iter().filter_map(|id| version.operations.get(*id)) {
            operation(version, plan, module, &path, gates, surface);
        }
    }
}

/// The pages of a module share its places, so they have no page of their own.
fn places(version: &VersionPlan<'_>, module: &Module, path: &str, gates: &mut Gates<'_>, surface: &mut Surface) {
    let of = &version.schema.version;
    for plan in &module.places {
        let features = gates.of(&plan.areas);
        let path = format!("{path}::{}", plan.name);
        for constructor in &plan.constructors {
            let item = Item {
                form: Form::Constructor(constructor.parameters.len()),
                features: features.clone(),
                source: Source::new(of, stem(&constructor.origin.file), ""),
                place: Path::parse(&constructor.path).key().as_str().to_owned(),
            };
            surface.items.insert(format!("{path}::{}", constructor.name), item);
        }
        let page = plan.constructors.first().map_or("", |first| stem(&first.origin.file));
        let item = Item {
            form: Form::Place,
            features,
            source: Source::new(of, page, ""),
            place: String::new(),
        };
        surface.items.insert(path, item);
    }
}

fn operation(
    version: &VersionPlan<'_>,
    plan: &OperationPlan<'_>,
    module: &Module,
    path: &str,
    gates: &mut Gates<'_>,
    surface: &mut Surface,
) {
    let source = |part: &str| Source::new(&version.schema.version, stem(&plan.operation.file), part);
    let features = gates.of(&plan.areas);
    let mut add = |name: &str, form: Form, source: Source, features: &Features| {
        let (form, features) = (form, features.clone());
        let place = String::new();
        let item = Item {
            form,
            features,
            source,
            place,
        };
        surface.items.insert(format!("{path}::{name}"), item);
    };
    for function in &plan.functions {
        let form = form(version, plan, function, module);
        add(&function.name, form, source(""), &features);
        let calls = calls(function);
        add(&function.endpoint, Form::Endpoint { calls }, source(""), &features);
    }
    let Some(parameters) = &plan.parameters else { return };
    for field in &parameters.fields {
        let item = part(version, field, &features, source(field.wire), gates);
        let name = format!("{}::{}", parameters.name, field.name);
        add(&name, item.form, item.source, &item.features);
    }
    add(&parameters.name, Form::Struct, source(""), &features);
}

fn form(version: &VersionPlan<'_>, plan: &OperationPlan<'_>, function: &Function<'_>, module: &Module) -> Form {
    let mut name = |resolved| name_of(version, resolved);
    let body = body_type(plan, function, &mut name);
    Form::Function {
        arguments: arguments(function, module, body),
        returns: return_type(function.returns, &mut name),
        calls: calls(function),
    }
}

fn calls(function: &Function<'_>) -> BTreeSet<String> {
    let routes = function.routes.iter().map(|located| located.route);
    let call = |route: &Route| {
        let path = &route.path;
        format!("{} {}{}", route.method, path.key().as_str(), path.example_arguments())
    };
    routes.map(call).collect()
}

fn arguments(function: &Function<'_>, module: &Module, body: Option<String>) -> Vec<Argument> {
    let argument = |role, name: &str, of: &str| Argument {
        role,
        name: name.to_owned(),
        of: of.to_owned(),
    };
    let place = function
        .placed
        .as_ref()
        .and_then(|placed| module.places.get(placed.places));
    let place = place.map(|place| argument(Role::Place, "at", &format!("{}<'_>", place.name)));
    let path = function
        .path_parameters
        .iter()
        .map(|name| argument(Role::Path, name, "&str"));
    let query = function.query.iter().flat_map(|value| &value.parameters);
    let query = query.map(|name| argument(Role::Query, name, "&str"));
    let headers = function.headers.iter().filter_map(|header| match &header.value {
        HeaderValue::Parameter(name) => Some(argument(Role::Header, name, "&str")),
        HeaderValue::Fixed(_) => None,
    });
    let body = body.map(|of| argument(Role::Body, "body", &of));
    place
        .into_iter()
        .chain(path)
        .chain(query)
        .chain(headers)
        .chain(body)
        .collect()
}

/// The file name without folders and extension, which names the operation.
fn stem(file: &str) -> &str {
    let name = file.rsplit_once('/').map_or(file, |(_, name)| name);
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}
