//! Whether the body is the object that the call returns.

use super::Call;
use crate::model::{ExampleKind, Method, ParameterSection};
use crate::page::api::loose_json::{self, Loose};
use crate::page::api::{BodyRows, ParameterRow};

/// Update pages rarely name the type ("supply the values for relevant fields that should be updated"), and some create
/// pages neither: then the body is what the call returns. `201 Created` alone does not tell, because actions answer so
/// too; the properties of the table must be those of the object in the response example.
pub(super) fn is_body(body: &BodyRows, rows: &[ParameterRow], call: &Call<'_>) -> bool {
    let states_other = body.none || body.parameters || body.reference || body.binary || body.entity.is_some();
    if !body.stated || states_other || call.routes.is_empty() {
        return false;
    }
    let updates = call
        .routes
        .iter()
        .all(|route| matches!(route.method, Method::Patch | Method::Put));
    updates || creates(rows, call)
}

fn creates(rows: &[ParameterRow], call: &Call<'_>) -> bool {
    if !call.response.statuses.contains(&201) {
        return false;
    }
    let names = || rows.iter().filter(|row| row.section == ParameterSection::Body);
    let responses = call
        .examples
        .iter()
        .filter(|example| example.kind == ExampleKind::Response);
    let mut bodies = responses.filter_map(|example| loose_json::read(&example.body));
    bodies.any(|returned| {
        let returned_too = names().filter(|row| has(&returned, &row.name)).count();
        returned_too > 0 && returned_too * 2 >= names().count()
    })
}

fn has(object: &Loose, name: &str) -> bool {
    object.members().iter().any(|(key, _)| key.eq_ignore_ascii_case(name))
}
