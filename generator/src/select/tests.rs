//! Selections of a small model.

use super::Selection;
use crate::model::{
    Area, EnumOrigin, EnumType, Method, Model, Operation, Origin, Permissions, Property, PropertySection,
    QualifiedName, RequestBody, Response, Route, RouteId, Schema, StructuredType, TypeRef, Version,
};
use std::sync::Arc;

fn reference(name: &str) -> TypeRef {
    TypeRef::named(QualifiedName::graph(name))
}

/// A type with structural properties and, after `>`, navigation properties: `b > c`.
fn structured(name: &str, base: Option<&str>, properties: &str) -> StructuredType {
    let (structural, navigation) = properties.split_once('>').unwrap_or((properties, ""));
    let property = |section| {
        move |name: &str| Property {
            name: name.to_owned(),
            listed: None,
            section,
            type_ref: reference(name),
            raw: String::new(),
            inherited_from: None,
            enum_values: Vec::new(),
            sentinel_added: false,
            values_enum: None,
            areas: Vec::new(),
            facets: Arc::default(),
            description: String::new(),
            origin: Origin::default(),
        }
    };
    let structural = structural.split_whitespace().map(property(PropertySection::Properties));
    let navigation = navigation
        .split_whitespace()
        .map(property(PropertySection::Relationships));
    StructuredType {
        name: QualifiedName::graph(name),
        file: String::new(),
        origin: Origin::default(),
        title: String::new(),
        area: Area(name.chars().take(1).collect()),
        more_areas: Vec::new(),
        resource: String::new(),
        base: base.map(QualifiedName::graph),
        base_source: None,
        is_abstract: false,
        is_open: false,
        key_property: None,
        properties: structural.chain(navigation).collect(),
        description: String::new(),
        deprecated: None,
        named: false,
        placeholder: false,
    }
}

fn enumeration(name: &str) -> EnumType {
    EnumType {
        name: QualifiedName::graph(name),
        file: String::new(),
        origin: Origin::default(),
        documented_in: EnumOrigin::Page,
        area: Area("enums".to_owned()),
        more_areas: Vec::new(),
        members: Vec::new(),
        flags: false,
        description: String::new(),
        deprecated: None,
    }
}

/// An operation that returns a type.
fn operation(routes: &[(Method, &str)], returned: &str) -> Operation {
    let route = |(index, (method, path)): (usize, &(Method, &str))| Route {
        id: RouteId(index),
        ..Route::new(*method, path)
    };
    let permissions = |index| Permissions {
        label: Some(format!("of route {index}")),
        routes: vec![RouteId(index)],
        ..Permissions::default()
    };
    Operation {
        file: String::new(),
        origin: Origin::default(),
        namespace: String::new(),
        title: String::new(),
        area: Area("calls".to_owned()),
        resource: String::new(),
        resource_type: None,
        action: String::new(),
        description: String::new(),
        routes: routes.iter().enumerate().map(route).collect(),
        unread_routes: Vec::new(),
        permissions: (0..routes.len()).map(permissions).collect(),
        route_permissions: Vec::new(),
        parameters: Vec::new(),
        request_body: RequestBody {
            kind: crate::model::BodyKind::None,
            ..RequestBody::default()
        },
        response: Response {
            status: None,
            type_ref: reference(returned),
            source: None,
        },
        query_options: Vec::new(),
        page_size: crate::model::PageSize::default(),
        origins: std::collections::BTreeMap::new(),
        headers: Vec::new(),
        clouds: None,
        clouds_origin: None,
        examples: Arc::default(),
        deprecated: None,
    }
}

fn model() -> Model {
    let schema = Schema {
        version: Version("beta".to_owned()),
        site: None,
        types: vec![
            structured("base", None, "colour"),
            structured("car", Some("base"), "engine > garage"),
            structured("diesel", Some("engine"), ""),
            structured("engine", Some("base"), ""),
            structured("garage", Some("base"), "street"),
            structured("street", None, "car"),
        ],
        enums: vec![enumeration("colour"), enumeration("weather")],
        operations: vec![
            operation(&[(Method::Get, "/cars/{id}"), (Method::Delete, "/cars/{id}")], "car"),
            operation(&[(Method::Get, "/streets")], "street"),
        ],
    };
    Model {
        schemas: vec![schema],
        ..Model::default()
    }
}

fn selected(include: &[&str], exclude: &[&str]) -> Schema {
    let owned = |patterns: &[&str]| patterns.iter().map(|&text| text.to_owned()).collect::<Vec<_>>();
    let selection = Selection::parse(&owned(include), &owned(exclude)).unwrap();
    selection.apply(model()).unwrap().schemas.remove(0)
}

fn shown(include: &[&str], exclude: &[&str]) -> String {
    let schema = selected(include, exclude);
    let mark = |structured: &StructuredType| if structured.placeholder { "?" } else { "" };
    let types = schema
        .types
        .iter()
        .map(|kept| format!("{}{}", kept.name.name, mark(kept)));
    let enums = schema.enums.iter().map(|kept| kept.name.name.clone());
    let routes = schema.operations.iter().flat_map(|operation| &operation.routes);
    let routes = routes.map(|route| format!("{} {}", route.method, route.path));
    types.chain(enums).chain(routes).collect::<Vec<_>>().join(", ")
}

#[test]
fn a_call_brings_its_types_their_bases_and_derived_types() {
    insta::assert_snapshot!(shown(&["GET /cars/*"], &[]), @r#"base, car, diesel, engine, garage?, colour, GET /cars/{id}"#);
}

#[test]
fn a_base_type_brings_no_derived_types_and_a_value_does() {
    insta::assert_snapshot!(shown(&["type:diesel"], &[]), @r#"base, diesel, engine, colour"#);
    insta::assert_snapshot!(shown(&["type:engine"], &[]), @r#"base, diesel, engine, colour"#);
}

#[test]
fn areas_hold_types_enums_and_calls() {
    insta::assert_snapshot!(shown(&["area:e*"], &[]), @r#"base, diesel, engine, colour, weather"#);
    insta::assert_snapshot!(shown(&["area:calls"], &["GET /cars/**"]), @r#"base, car, diesel, engine, garage?, street, colour, DELETE /cars/{id}, GET /streets"#);
}

#[test]
fn what_is_excluded_stays_as_a_placeholder_where_it_is_needed() {
    insta::assert_snapshot!(shown(&[], &["type:engine", "GET /**"]), @r#"base, car, diesel, engine?, garage, street, colour, weather, DELETE /cars/{id}"#);
    insta::assert_snapshot!(shown(&["type:car"], &["type:engine"]), @r#"base, car, engine?, garage?, colour"#);
}

#[test]
fn permissions_follow_the_routes_that_stay() {
    let operation = selected(&["DELETE /**"], &[]).operations.remove(0);
    let permissions: Vec<_> = operation
        .permissions
        .iter()
        .map(|kept| (kept.label.as_deref(), &kept.routes))
        .collect();
    assert_eq!(permissions, [(Some("of route 1"), &vec![RouteId(1)])]);
}

#[test]
fn without_patterns_nothing_changes() {
    let selection = Selection::default();
    assert_eq!(selection.apply(model()).unwrap(), model());
}
