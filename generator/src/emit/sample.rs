//! Small models built in code, for tests of the emitter.

use crate::model::{
    Alternative, Area, EnumOrigin, EnumType, Member, Method, Model, Operation, Origin, Parameter, ParameterSection,
    Permissions, Primitive, Property, PropertySection, QualifiedName, Rank, RequestBody, Response, ResponseBody, Route,
    RouteId, RouteResponse, Schema, StructuredType, Support, TypeRef, Version,
};
use std::sync::Arc;

/// A line of a page.
pub(crate) fn origin(file: &str, line: u32) -> Origin {
    Origin {
        file: file.into(),
        line,
        column: 1,
    }
}

/// `String`, `Int32`, `user`, `Collection(user)`.
pub(crate) fn type_ref(text: &str) -> TypeRef {
    let inner = text.strip_prefix("Collection(").and_then(|rest| rest.strip_suffix(')'));
    let name = inner.unwrap_or(text);
    let reference = match Primitive::from_edm(name) {
        Some(primitive) => TypeRef::primitive(primitive),
        None if name.is_empty() => TypeRef::UNKNOWN,
        None => TypeRef::named(QualifiedName::parse(name)),
    };
    reference.collection(inner.is_some())
}

/// A row of a Properties table: `name: type`; a leading `>` makes it a relationship.
pub(crate) fn property(row: &str, description: &str) -> Property {
    let (section, row) = match row.strip_prefix('>') {
        Some(row) => (PropertySection::Relationships, row),
        None => (PropertySection::Properties, row),
    };
    let (name, raw) = row.split_once(": ").unwrap_or((row, "String"));
    Property {
        name: name.to_owned(),
        listed: None,
        section,
        type_ref: type_ref(raw),
        raw: raw.to_owned(),
        inherited_from: None,
        enum_values: Vec::new(),
        sentinel_added: false,
        values_enum: None,
        areas: Vec::new(),
        facets: Arc::default(),
        description: description.to_owned(),
        origin: origin("resources/sample.md", 20),
    }
}

/// A type with these rows.
pub(crate) fn structured(area: &str, name: &str, rows: &[&str]) -> StructuredType {
    let name = QualifiedName::parse(name);
    let file = format!("resources/{}.md", name.name.to_ascii_lowercase());
    StructuredType {
        resource: name.name.clone(),
        file: file.clone(),
        origin: origin(&file, 8),
        title: format!("{} resource type", name.name),
        area: Area(area.to_owned()),
        more_areas: Vec::new(),
        base: None,
        base_source: None,
        is_abstract: false,
        is_open: false,
        key_property: None,
        properties: rows.iter().map(|row| property(row, "What it holds.")).collect(),
        description: format!("Stands for one {}.", name.name),
        deprecated: None,
        named: false,
        placeholder: false,
        name,
    }
}

/// The same with a base.
pub(crate) fn derived(area: &str, name: &str, base: &str, rows: &[&str]) -> StructuredType {
    StructuredType {
        base: Some(QualifiedName::parse(base)),
        ..structured(area, name, rows)
    }
}

/// An enum with these members.
pub(crate) fn enumeration(area: &str, name: &str, members: &[&str]) -> EnumType {
    let member = |name: &&str| Member {
        name: (*name).to_owned(),
        value: None,
        description: String::new(),
        deprecated: None,
        origin: origin("resources/enums.md", 30),
    };
    EnumType {
        name: QualifiedName::parse(name),
        file: "resources/enums.md".to_owned(),
        origin: origin("resources/enums.md", 9),
        documented_in: EnumOrigin::Page,
        area: Area(area.to_owned()),
        more_areas: Vec::new(),
        members: members.iter().map(member).collect(),
        flags: false,
        description: "One of a few.".to_owned(),
        deprecated: None,
    }
}

/// `GET /path?query`.
pub(crate) fn route(line: &str) -> Route {
    let (method, path) = line.split_once(' ').unwrap_or(("GET", line));
    let method = Method::ALL.into_iter().find(|known| known.as_str() == method);
    let (path, query) = path.split_once('?').unwrap_or((path, ""));
    let method = method.unwrap_or(Method::Get);
    let body = if method == Method::Delete {
        ResponseBody::Nothing
    } else {
        ResponseBody::Json
    };
    Route {
        query: query.to_owned(),
        response: RouteResponse {
            status: Some(200),
            body,
            ..RouteResponse::default()
        },
        origin: origin("api/sample.md", 25),
        ..Route::new(method, path)
    }
}

/// An operation of the page `api/STEM.md` in area `things`; the resource is what stands before the action.
pub(crate) fn operation(stem: &str, action: &str, routes: &[&str]) -> Operation {
    let resource = stem.strip_suffix(action).unwrap_or(stem).trim_end_matches('-');
    let file = format!("api/{stem}.md");
    let numbered = |(index, line): (usize, &&str)| Route {
        id: RouteId(index),
        ..route(line)
    };
    Operation {
        origin: origin(&file, 8),
        namespace: "microsoft.graph".to_owned(),
        title: format!("{action} {resource}"),
        area: Area("things".to_owned()),
        resource: resource.to_owned(),
        resource_type: None,
        action: action.to_owned(),
        description: format!("Performs {action}."),
        routes: routes.iter().enumerate().map(numbered).collect(),
        unread_routes: Vec::new(),
        permissions: vec![permissions(&["Things.Read.All", "Things.ReadWrite.All"])],
        route_permissions: Vec::new(),
        parameters: Vec::new(),
        request_body: RequestBody::default(),
        response: Response {
            status: Some(200),
            type_ref: TypeRef::UNKNOWN,
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
        file,
    }
}

/// Work accounts and applications need one of these; personal accounts have none.
pub(crate) fn permissions(scopes: &[&str]) -> Permissions {
    let one = |(index, scope): (usize, &&str)| Alternative {
        scopes: vec![(*scope).to_owned()],
        rank: if index == 0 { Rank::Least } else { Rank::Higher },
    };
    let support = match scopes {
        [] => Support::NotSupported,
        _ => Support::Stated(scopes.iter().enumerate().map(one).collect()),
    };
    Permissions {
        delegated_work: support.clone(),
        delegated_personal: Support::NotSupported,
        application: support,
        origin: origin("api/sample.md", 15),
        ..Permissions::default()
    }
}

/// A body parameter `name: type`.
pub(crate) fn body_parameter(row: &str) -> Parameter {
    let (name, raw) = row.split_once(": ").unwrap_or((row, "String"));
    Parameter {
        name: name.to_owned(),
        listed: None,
        section: ParameterSection::Body,
        type_ref: type_ref(raw),
        raw: raw.to_owned(),
        enum_values: Vec::new(),
        facets: Arc::default(),
        description: "What to do it with.".to_owned(),
        origin: origin("api/sample.md", 40),
    }
}

/// A schema, sorted as the model promises.
pub(crate) fn schema(
    version: &str,
    mut types: Vec<StructuredType>,
    mut enums: Vec<EnumType>,
    mut operations: Vec<Operation>,
) -> Schema {
    types.sort_by(|a, b| a.name.cmp(&b.name));
    enums.sort_by(|a, b| a.name.cmp(&b.name));
    operations.sort_by(|a, b| a.file.cmp(&b.file));
    Schema {
        version: Version(version.to_owned()),
        site: None,
        types,
        enums,
        operations,
    }
}

/// A model of one version.
pub(crate) fn model(schema: Schema) -> Model {
    Model {
        schemas: vec![schema],
        ..Model::default()
    }
}
