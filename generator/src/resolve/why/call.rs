//! Decisions about calls.

use super::{Asked, Decision};
use crate::model::{
    Body, ExampleKind, Header, Hierarchy, Operation, ParameterSection, RequestBody, Route, Scheme, Support,
};
use crate::page::api::ApiRows;
use crate::resolve::decide::body;
use crate::resolve::decide::clouds;
use crate::resolve::decide::ends::Ends;
use crate::resolve::decide::headers;
use crate::resolve::decide::parameters::{self, PlacedParameter};
use crate::resolve::decide::permissions;
use crate::resolve::decide::route_response::RouteResponses;
use crate::resolve::decide::{Decided, Source};
use crate::resolve::known::KnownProperties;
use crate::resolve::pages::LoadedPage;
use crate::resolve::paths::Paths;
use crate::resolve::types;

impl Asked<'_> {
    pub(super) fn of_route(&self, operation: &Operation, route: &Route) -> Vec<Decision> {
        let Some(page) = self.page(&operation.file) else {
            return Vec::new();
        };
        let Some(rows) = &page.page.api else { return Vec::new() };
        let line = Decided::new(
            operation.title.as_str(),
            Source::at("route line of the page", &route.origin),
        );
        let mut decisions = vec![self.decision("operation", line, &route.origin, ToString::to_string)];
        decisions.extend(self.arguments(route));
        let parameters = parameters::decide(rows);
        let hierarchy = Hierarchy::of(&self.schema.types);
        let paths = Paths::of(&self.schema.types, &self.schema.operations, &hierarchy);
        let ends = Ends::of(page, operation, &self.index, &paths);
        decisions.push(self.body(operation, route, page, (rows, &parameters), &ends));
        decisions.extend(self.parameters(operation, parameters));
        let response = RouteResponses::of(page, rows, operation, &self.index, &self.kinds, &ends);
        let response = response.decide(route);
        decisions.push(self.decision("response", response, &operation.origin, ToString::to_string));
        decisions.extend(self.permissions(operation, route));
        decisions.extend(rows.repaired.iter().map(|cell| {
            let decided = Decided::new(cell.word.as_str(), Source::at(cell.message, &cell.origin));
            self.decision("permission", decided, &cell.origin, ToString::to_string)
        }));
        let headers = headers::decide(page, rows);
        decisions.extend(headers.map(|header| self.decision("header", header, &operation.origin, shown_header)));
        let clouds = clouds::decide(rows);
        decisions.extend(clouds.map(|clouds| self.decision("clouds", clouds, &operation.origin, ToString::to_string)));
        decisions.push(self.area(page, &operation.origin));
        decisions
    }

    /// What an example passes and the line leaves out.
    fn arguments(&self, route: &Route) -> Option<Decision> {
        let shown = Some(route.path.example_arguments()).filter(|shown| !shown.is_empty())?;
        let decided = Decided::new(
            shown,
            Source::at("an example calls the function with them", &route.origin),
        );
        Some(self.decision("arguments", decided, &route.origin, ToString::to_string))
    }

    /// What a call of the route sends; where the page as a whole says it, why it does.
    fn body(
        &self,
        operation: &Operation,
        route: &Route,
        page: &LoadedPage,
        rows: (&ApiRows, &[PlacedParameter<'_>]),
        ends: &Ends<'_>,
    ) -> Decision {
        let decided = body::of_route(route, &body::Requests::of(operation), &self.kinds, ends);
        let shown = |body: &Body| body.to_string();
        if !decided.rejected.is_empty() {
            return self.decision("body", decided, &operation.origin, shown);
        }
        let (types, hierarchy, _) = types::build(self.pages, &self.index);
        let known = KnownProperties::of(&types, &hierarchy);
        let stated = body::decide(page, rows, operation, &self.index, &known);
        if let Some(shown_by) = of_examples(operation, route, &stated) {
            return self.decision("body", shown_by, &operation.origin, shown);
        }
        let of_page = Decided {
            value: decided.value,
            source: stated.source,
            rejected: stated
                .rejected
                .iter()
                .map(|(body, source)| (body.sent(), *source))
                .collect(),
        };
        self.decision("body", of_page, &operation.origin, shown)
    }

    /// Where each parameter goes.
    fn parameters(&self, operation: &Operation, mut parameters: Vec<PlacedParameter<'_>>) -> Vec<Decision> {
        parameters::settle(&mut parameters, &operation.request_body);
        let decision = |(row, section): PlacedParameter<'_>| {
            let shown = |section: &ParameterSection| format!("{} ({})", row.name, place_of(*section));
            self.decision("parameter", section, &operation.origin, shown)
        };
        parameters.into_iter().map(decision).collect()
    }

    /// A decision for each group and each way to be signed in.
    fn permissions(&self, operation: &Operation, route: &Route) -> Vec<Decision> {
        let decision = |(scheme, decided): (Scheme, Decided<'_, &Support>)| {
            self.decision(name_of(scheme), decided, &operation.origin, |support| {
                shown_support(support)
            })
        };
        let decided = permissions::of_route(operation, route.id).into_iter();
        decided.map(decision).collect()
    }
}

/// The body that the request examples show, where it is another one than the page states.
fn of_examples<'a>(
    operation: &'a Operation,
    route: &Route,
    stated: &Decided<'a, RequestBody>,
) -> Option<Decided<'a, Body>> {
    let is_other = stated.value.kind != operation.request_body.kind || route.body == Body::Empty;
    let mut examples = operation.examples.iter().filter(|_| is_other);
    let shown = examples.find(|example| example.kind == ExampleKind::Request && !example.body.trim().is_empty())?;
    let source = Source::at("body of the request examples", &shown.origin);
    Some(Decided::new(stated.value.sent(), stated.source).but(route.body.clone(), source))
}

/// What the permissions of each way to be signed in are called.
fn name_of(scheme: Scheme) -> &'static str {
    match scheme {
        Scheme::DelegatedWork => "permissions of work accounts",
        Scheme::DelegatedPersonal => "permissions of personal accounts",
        Scheme::Application => "permissions of applications",
    }
}

fn place_of(section: ParameterSection) -> &'static str {
    match section {
        ParameterSection::Body => "in the body",
        ParameterSection::Function => "in the parentheses of the function",
        ParameterSection::Path => "in the path",
        ParameterSection::Property => "property of an object in the body",
        ParameterSection::Query => "in the query string",
    }
}

/// `Prefer: wait (required)`.
fn shown_header(header: &Header) -> String {
    let value = header
        .value
        .as_deref()
        .map_or(String::new(), |value| format!(": {value}"));
    let required = if header.required { " (required)" } else { "" };
    format!("{}{value}{required}", header.name)
}

fn shown_support(support: &Support) -> String {
    match support {
        support if support.is_none_needed() => "none needed".to_owned(),
        Support::Stated(alternatives) => {
            let choices = alternatives.iter().map(|choice| choice.scopes.join(" and "));
            choices.collect::<Vec<_>>().join(" or ")
        }
        Support::NotSupported => "not supported".to_owned(),
        Support::Unstated => "not stated".to_owned(),
    }
}
