//! What calls of an operation's routes send and return.

use super::context::{Context, same_rust};
use super::routes::line;
use super::subject::{Found, Subject};
use super::{Impact, Kind, Place, Rule};
use crate::model::{
    Body, BodyKind, ExampleKind, Operation, RequestBody, Response, ResponseBody, Route, RouteResponse, TypeName,
};

/// An old and a new value, and what the difference means for users.
#[derive(PartialEq)]
struct Difference {
    rule: Rule,
    impact: Impact,
    values: [Option<String>; 2],
}

/// Compares the routes that both sides have. A difference that all of them share is one change of the operation.
pub(super) fn compare(
    owner: &Subject,
    [before, after]: [&Operation; 2],
    routes: &[(&Route, &Route)],
    context: &Context<'_>,
    found: &mut Found,
) {
    let [sent_at, returned_at] = [ExampleKind::Request, ExampleKind::Response].map(|kind| {
        let place = |operation: &Operation| operation.origin_of(kind).or(Some(&operation.origin)).map(Place::from);
        Subject {
            before: place(before),
            after: place(after),
            ..owner.clone()
        }
    });
    let owner = &sent_at;
    let bodies = |before: &Route, after: &Route| body(&before.body, &after.body, context);
    if !told(owner, (Kind::Body, "body"), routes, bodies, found) {
        let (old, new) = (&before.request_body, &after.request_body);
        let same = old.kind == new.kind && context.same_type(&old.type_ref, &new.type_ref);
        let values = [old, new].map(sent);
        let rule = Rule::BodyChanged;
        words(&owner.part(Kind::Body, "body"), rule, same, values, found);
    }
    let owner = &returned_at;
    let (old, new) = (&before.response, &after.response);
    let Response {
        status: _,
        type_ref: _,
        // How it is known is no fact about the API.
        source: _,
    } = new;
    let same = context.same_type(&old.type_ref, &new.type_ref);
    let untyped = same && new.type_ref.name == TypeName::Unknown && old.status != new.status;
    let responses = |before: &Route, after: &Route| response(&before.response, &after.response, untyped, context);
    let returned = told(owner, (Kind::Response, "response"), routes, responses, found);
    if !returned {
        let values = [old, new].map(|response| Some(response.type_ref.to_string()));
        let rule = Rule::ResponseChanged;
        words(&owner.part(Kind::Response, "response"), rule, same, values, found);
    }
    let statuses = |before: &Route, after: &Route| status(&before.response, &after.response, untyped);
    if returned {
        // Another status comes with another value.
        return;
    }
    // One sentence says what comes back and with which status.
    let with_words = owner.clone().implied();
    let owner = if same { owner } else { &with_words };
    if !told(owner, (Kind::Response, "response"), routes, statuses, found) {
        let values = [old, new].map(|response| response.status.map(|status| status.to_string()));
        let same = old.status == new.status;
        words(
            &owner.part(Kind::Response, "response"),
            Rule::StatusChanged,
            same,
            values,
            found,
        );
    }
}

/// Reports what differs, and returns whether anything does.
fn told(
    owner: &Subject,
    (kind, name): (Kind, &str),
    routes: &[(&Route, &Route)],
    differs: impl Fn(&Route, &Route) -> Option<Difference>,
    found: &mut Found,
) -> bool {
    let differences: Vec<_> = routes.iter().map(|(before, after)| differs(before, after)).collect();
    let mut push = |name: String, difference: &Difference| {
        let Difference { rule, impact, values } = difference;
        let [before, after] = values.clone();
        found.changed(&owner.part(kind, name), *rule, *impact, before, after);
    };
    if let Some(Some(first)) = differences.first()
        && differences.iter().all(|other| other.as_ref() == Some(first))
    {
        push(name.to_owned(), first);
        return true;
    }
    for ((_, route), difference) in routes.iter().zip(&differences) {
        if let Some(difference) = difference {
            push(format!("{name} of {}", line(route)), difference);
        }
    }
    differences.iter().any(Option::is_some)
}

/// What the page says is sent.
fn sent(body: &RequestBody) -> Option<String> {
    match body.kind {
        BodyKind::None => None,
        BodyKind::Entity => Some(body.type_ref.to_string()),
        BodyKind::Parameters => Some("parameters".to_owned()),
        BodyKind::Json => Some("JSON".to_owned()),
        BodyKind::Binary => Some("bytes".to_owned()),
    }
}

/// Reports that the page says something else, although no function changes.
fn words(subject: &Subject, rule: Rule, same: bool, [before, after]: [Option<String>; 2], found: &mut Found) {
    if !same {
        found.changed(subject, rule, Impact::Docs, before, after);
    }
}

fn body(before: &Body, after: &Body, context: &Context<'_>) -> Option<Difference> {
    let same = match (before, after) {
        (Body::Entity(before), Body::Entity(after)) => context.same_type(before, after),
        _ => before == after,
    };
    let shown = |body: &Body| (*body != Body::None).then(|| body.to_string());
    let values = [shown(before), shown(after)];
    let impact = if values[0] == values[1] {
        Impact::Docs
    } else {
        Impact::Breaking
    };
    let rule = Rule::BodyChanged;
    (!same).then_some(Difference { rule, impact, values })
}

/// With `untyped`, another status is the change, and [`status`] reports it.
fn response(before: &RouteResponse, after: &RouteResponse, untyped: bool, context: &Context<'_>) -> Option<Difference> {
    let RouteResponse {
        status,
        body: new,
        // Compared with the status.
        location: _,
        others: _,
    } = after;
    let old = &before.body;
    let (same, same_rust) = match (old, new) {
        (ResponseBody::Value(old), ResponseBody::Value(new)) => (context.same_type(old, new), same_rust(old, new)),
        _ => (old == new, false),
    };
    if same || untyped && before.status != *status {
        return None;
    }
    Some(Difference {
        rule: Rule::ResponseChanged,
        impact: if same_rust { Impact::Docs } else { Impact::Breaking },
        values: [old, new].map(|body| Some(body.to_string())),
    })
}

/// If no type is known, the status decides whether there is anything to read. No function returns another success.
fn status(before: &RouteResponse, after: &RouteResponse, untyped: bool) -> Option<Difference> {
    let rest = |response: &RouteResponse| (response.status, response.location, response.others.clone());
    let matters = untyped && before.body != after.body && before.status != after.status;
    (rest(before) != rest(after)).then(|| Difference {
        rule: Rule::StatusChanged,
        impact: if matters { Impact::Breaking } else { Impact::Docs },
        values: statuses([before, after]),
    })
}

/// `204`; with what comes back where one side has several.
fn statuses(sides: [&RouteResponse; 2]) -> [Option<String>; 2] {
    let is_plain = |response: &&RouteResponse| response.others.is_empty() && !response.location;
    if sides.iter().all(is_plain) {
        return sides.map(|response| response.status.map(|status| status.to_string()));
    }
    sides.map(|response| Some(response.to_string()))
}
