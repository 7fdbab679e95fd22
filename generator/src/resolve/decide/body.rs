//! What a call sends: what the page says about its body, and what a call of each route sends.
//!
//! A page of a create call says "a JSON representation of the [x](x.md) object", or only has a table. The table's rows
//! are properties of the type then, not parameters of an action.

use super::ends::{Ends, PROVEN};
use super::parameters::{PlacedParameter, lists_parameters};
use super::{Decided, Kinds, Source};
use crate::json;
use crate::model::{
    Body, BodyKind, ExampleKind, Method, Operation, Parameter, ParameterSection, QualifiedName, RequestBody, Route,
    TypeRef,
};
use crate::page::api::ApiRows;
use crate::resolve::bind;
use crate::resolve::index::Index;
use crate::resolve::known::KnownProperties;
use crate::resolve::pages::LoadedPage;
use std::cell::{LazyCell, OnceCell};
use std::collections::BTreeSet;

/// The place of all objects of a directory.
const OBJECTS: &str = "directoryObjects";

/// First words of the part of a file name that tells what a page creates (`group-post-members`).
const CREATES: &[&str] = &["create", "post", "add"];

/// What the page says: the type or the kind that its words name; else, in a create or update call, the type whose
/// properties the rows are; else parameters where there are rows, and any JSON where there are none.
pub(in crate::resolve) fn decide<'a>(
    page: &LoadedPage,
    (rows, parameters): (&'a ApiRows, &[PlacedParameter<'a>]),
    operation: &Operation,
    index: &Index,
    known: &KnownProperties<'_>,
) -> Decided<'a, RequestBody> {
    let stated = stated(page, (rows, parameters), operation, index, known);
    let is_open = matches!(stated.value.kind, BodyKind::Parameters | BodyKind::Json);
    if !is_open || is_action(rows) || rows.body.reference {
        return stated;
    }
    match properties_of(operation, &resource(page, index), known) {
        Some((type_ref, rule)) => stated.but(entity(type_ref), Source::page(rule)),
        None => stated,
    }
}

fn of_kind(kind: BodyKind) -> RequestBody {
    RequestBody {
        kind,
        ..RequestBody::default()
    }
}

fn entity(type_ref: TypeRef) -> RequestBody {
    RequestBody {
        type_ref,
        ..of_kind(BodyKind::Entity)
    }
}

/// What the words say: a stated type makes an entity body; a table without one makes parameters; a method with a body
/// and neither takes any JSON.
fn stated<'a>(
    page: &LoadedPage,
    (rows, parameters): (&'a ApiRows, &[PlacedParameter<'a>]),
    operation: &Operation,
    index: &Index,
    known: &KnownProperties<'_>,
) -> Decided<'a, RequestBody> {
    // Once for all routes: it reads every example.
    let gets_with_rows = LazyCell::new(|| gets_send_rows(operation));
    let takes_body = |route: &Route| match route.method {
        Method::Post | Method::Patch | Method::Put => true,
        Method::Get => *gets_with_rows,
        _ => false,
    };
    let is_sent = |(_, section): &&PlacedParameter<'a>| section.value == ParameterSection::Body;
    let row = parameters.iter().find(is_sent).map(|(row, _)| *row);
    let decided = |body, rule| {
        let said = rows.body.origin.as_ref();
        Decided::new(body, said.map_or(Source::page(rule), |origin| Source::at(rule, origin)))
    };
    if !rows.routes.iter().any(takes_body) {
        let rule = Source::page("no method of the page sends a body");
        return Decided::new(of_kind(BodyKind::None), rule);
    }
    if rows.body.none && row.is_none() {
        return decided(
            of_kind(BodyKind::None),
            "the Request body section says that there is none",
        );
    }
    if rows.body.binary {
        return decided(of_kind(BodyKind::Binary), "the Request body section speaks of bytes");
    }
    if let Some(stated) = rows.body.entity.as_ref().filter(|_| !lists_parameters(rows)) {
        let name = bind::reference(index, page, stated);
        if !are_parts(&name, operation, known) {
            let sent = TypeRef::named(name).collection(is_array(rows, operation));
            return decided(entity(sent), "sentence of the Request body section");
        }
    }
    match row {
        Some(row) => Decided::new(
            of_kind(BodyKind::Parameters),
            Source::at("rows of the Request body section", &row.origin),
        ),
        None => Decided::new(
            of_kind(BodyKind::Json),
            Source::page("the page says nothing about the body"),
        ),
    }
}

/// Whether objects are sent, not one: the requests show it; where none does, the words "an array of" tell.
fn is_array(rows: &ApiRows, operation: &Operation) -> bool {
    let requests = operation.examples.iter();
    let requests = requests.filter(|example| example.kind == ExampleKind::Request && !example.body.is_empty());
    // What the text is read as begins with the first bracket.
    let brackets = requests.filter_map(|example| example.body.chars().find(|c| matches!(c, '{' | '[')));
    let mut brackets = brackets.peekable();
    if brackets.peek().is_none() {
        return rows.body.array;
    }
    brackets.all(|first| first == '[')
}

/// "Supply the rule settings" above rows that are all lists of rule settings: the sentence speaks of their values, and the
/// rows are what is sent.
fn are_parts(name: &QualifiedName, operation: &Operation, known: &KnownProperties<'_>) -> bool {
    let rows: Vec<&Parameter> = body_rows(operation).collect();
    let are_properties = || known.share(name, &rows).is_none_or(|share| share > 0);
    !rows.is_empty() && rows.iter().all(|row| row.type_ref.as_named() == Some(name)) && !are_properties()
}

/// Whether an example sends some of the rows with GET, which has no body as a rule.
fn gets_send_rows(operation: &Operation) -> bool {
    let requests = operation.examples.iter();
    let requests =
        requests.filter(|example| example.kind == ExampleKind::Request && example.method == Some(Method::Get));
    let mut bodies = requests.filter_map(|example| json::read(&example.body));
    bodies.any(|body| body_rows(operation).any(|row| body.value.get(&row.name).is_some()))
}

/// "A JSON object with the following parameters" for `POST /rows/add` is what an action takes, even where it answers with
/// an object of the same properties; for `POST /users` it is a user. Collections are named in the plural.
fn is_action(rows: &ApiRows) -> bool {
    let acts = |route: &Route| route.method == Method::Post && !route.path.as_str().ends_with('s');
    lists_parameters(rows) && rows.routes.iter().all(acts)
}

/// The type of the resource that the page's file name says it is about. Where no page describes it yet, it has the name
/// that this page spells, so that adding its page changes no name.
fn resource(page: &LoadedPage, index: &Index) -> TypeRef {
    let linked = index.linked(&page.identity.resource_page).cloned();
    TypeRef::named(linked.unwrap_or_else(|| bind::qualified(index, page, &page.identity.resource, None)))
}

/// The type of which the rows of a create or update call are properties: that of the response, or the page's resource.
fn properties_of(
    operation: &Operation,
    resource: &TypeRef,
    known: &KnownProperties<'_>,
) -> Option<(TypeRef, &'static str)> {
    let mut methods = operation.routes.iter().map(|route| route.method);
    let updates = methods.any(|method| matches!(method, Method::Patch | Method::Put));
    let verb = operation.action.split('-').next();
    if !updates && !verb.is_some_and(|word| CREATES.contains(&word)) {
        return None;
    }
    let rows: Vec<&Parameter> = body_rows(operation).collect();
    let fits = |(candidate, _): &(TypeRef, _)| match candidate.as_named().map(|name| known.share(name, &rows)) {
        Some(Some(share)) => share >= 70,
        // A type that only this page describes: its rows are all that is known.
        Some(None) => !rows.is_empty(),
        None => false,
    };
    let response = &operation.response.type_ref;
    let responded = (!response.collection).then(|| (response.clone(), "the rows are properties of what comes back"));
    let own = updates.then(|| (resource.clone(), "the rows are properties of the page's resource"));
    responded.into_iter().chain(own).find(fits)
}

/// Rows about what is sent.
pub(in crate::resolve) fn body_rows(operation: &Operation) -> impl Iterator<Item = &Parameter> {
    let rows = operation.parameters.iter();
    rows.filter(|row| matches!(row.section, ParameterSection::Body | ParameterSection::Property))
}

/// Whether requests name the type of a value where only one type can stand: the service does not need it, and the
/// examples of some APIs never leave it out.
pub(in crate::resolve) fn names_type(named: usize, unnamed: usize) -> bool {
    named > unnamed
}

/// What the request examples of a page tell about its routes. Each is read once for all of them, when it is needed.
pub(in crate::resolve) struct Requests<'a> {
    operation: &'a Operation,
    gets_send_rows: OnceCell<bool>,
    referred: OnceCell<Option<String>>,
}

impl<'a> Requests<'a> {
    pub(in crate::resolve) fn of(operation: &'a Operation) -> Self {
        Self {
            operation,
            gets_send_rows: OnceCell::new(),
            referred: OnceCell::new(),
        }
    }

    fn gets_send_rows(&self) -> bool {
        *self.gets_send_rows.get_or_init(|| gets_send_rows(self.operation))
    }

    fn referred(&self) -> Option<String> {
        self.referred.get_or_init(|| referred(self.operation)).clone()
    }
}

/// What a call of each route of an operation sends.
pub(in crate::resolve) fn of_route(
    route: &Route,
    requests: &Requests<'_>,
    kinds: &Kinds<'_>,
    ends: &Ends<'_>,
) -> Decided<'static, Body> {
    let operation = requests.operation;
    let has_rows = || {
        let mut rows = operation.parameters.iter();
        rows.any(|row| row.section == ParameterSection::Body && !row.name.trim().is_empty())
    };
    let stated = match operation.request_body.sent() {
        Body::Entity(type_ref) if !kinds.is_object(&type_ref) => Body::Json,
        Body::Parameters if !has_rows() => Body::Json,
        other => other,
    };
    let stated = Decided::new(stated, Source::page("what the page says about its body"));
    match route.method {
        Method::Get if stated.value == Body::Parameters && requests.gets_send_rows() => stated,
        Method::Get | Method::Head => stated.but(Body::None, Source::page("the method sends no body")),
        Method::Post | Method::Put | Method::Patch if route.path.as_str().ends_with("/$ref") => {
            match requests.referred() {
                Some(to) => stated.but(Body::Reference { to }, Source::page("the route ends in $ref")),
                None => stated,
            }
        }
        _ => at_the_end(stated, (route, operation), kinds, ends),
    }
}

/// Where the objects are that a reference is for, as the examples show it: the general place if they show several, no
/// place if they show none. Nothing if all examples send something else (a new certificate at `/$ref`).
fn referred(operation: &Operation) -> Option<String> {
    let requests = operation.examples.iter();
    let requests = requests.filter(|example| example.kind == ExampleKind::Request);
    let bodies: Vec<_> = requests.filter_map(|example| json::read(&example.body)).collect();
    let urls = bodies.iter().filter_map(|body| body.value.get("@odata.id")?.text());
    let urls: Vec<&str> = urls.collect();
    if urls.is_empty() && !bodies.is_empty() {
        return None;
    }
    let places: BTreeSet<String> = urls.into_iter().filter_map(place).collect();
    let general = places.get(OBJECTS).or_else(|| places.first());
    Some(general.cloned().unwrap_or_default())
}

/// `https://graph.microsoft.com/v1.0/education/users/{id}` -> `education/users`. Nothing for an object inside another
/// one (`education/classes/11021/assignmentCategories/{id}`), whose place a program has to say.
fn place(url: &str) -> Option<String> {
    let (_, rest) = url.split_once("://")?;
    let (_host, rest) = rest.split_once('/')?;
    let (version, rest) = rest.split_once('/')?;
    let (place, _id) = rest.trim_end_matches('/').rsplit_once('/')?;
    let is_word = |segment: &str| !segment.is_empty() && segment.chars().all(|c| c.is_ascii_alphabetic());
    let is_known = matches!(version, "v1.0" | "beta");
    (is_known && place.split('/').all(is_word)).then(|| place.to_owned())
}

/// "Supply an extension", and `POST /users/{id}/events`: an event is sent, which has the extension. And `PATCH
/// /users/{id}/events/{id}` on a page of the resource `user` changes an event.
fn at_the_end(
    stated: Decided<'static, Body>,
    (route, operation): (&Route, &Operation),
    kinds: &Kinds<'_>,
    ends: &Ends<'_>,
) -> Decided<'static, Body> {
    let updates = matches!(route.method, Method::Patch | Method::Put);
    let is_owner = |known: &TypeRef| updates && known.as_named() == operation.resource_type.as_ref();
    let known = stated.value.type_ref();
    let Some(known) = known.filter(|known| ends.are_several() || is_owner(known)) else {
        return stated;
    };
    match ends.of_route(route) {
        Some(found) if kinds.is_object(&found) && !ends.are_related(known, &found) => {
            stated.but(Body::Entity(found), Source::page(PROVEN))
        }
        _ => stated,
    }
}

#[cfg(test)]
mod tests {
    use super::place;

    #[test]
    fn places_of_references() {
        let shown = |rest: &str| place(&format!("https://graph.microsoft.com/{rest}")).unwrap_or_default();
        assert_eq!(shown("v1.0/directoryObjects/{id}"), "directoryObjects");
        assert_eq!(shown("beta/education/users/14011/"), "education/users");
        assert_eq!(
            shown("beta/education/classes/11021/assignmentCategories/5"),
            "",
            "inside another one"
        );
        assert_eq!(shown("policies/tokenIssuancePolicies/5"), "", "no version");
        assert_eq!(shown("odata/groups('5')"), "");
        assert_eq!(shown("v1.0/users"), "");
        assert_eq!(place("users/5"), None);
    }
}
