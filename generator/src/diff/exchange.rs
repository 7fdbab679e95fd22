//! What is sent and what comes back, and the conditions of a call: clouds, query options, headers, examples.

use super::context::{Context, same_rust};
use super::pair::pair;
use super::subject::{Found, Subject};
use super::{Impact, Kind, Rule};
use crate::model::{
    BodyKind, CloudAvailability, Example, Header, Method, Operation, QueryOption, RequestBody, Response, TypeName,
};

/// Compares all of it.
pub(super) fn compare(
    owner: &Subject,
    before: &Operation,
    after: &Operation,
    context: &Context<'_>,
    found: &mut Found,
) {
    let reads = |operation: &Operation| {
        let mut methods = operation.routes.iter().map(|route| route.method);
        methods.all(|method| matches!(method, Method::Get | Method::Head))
    };
    let only_reads = reads(before) && reads(after);
    body(
        owner,
        &before.request_body,
        &after.request_body,
        only_reads,
        context,
        found,
    );
    response(owner, &before.response, &after.response, context, found);
    clouds(owner, before.clouds, after.clouds, found);
    query_options(owner, before, after, found);
    headers(owner, &before.headers, &after.headers, found);
    examples(owner, &before.examples, &after.examples, found);
}

/// Functions that only read send no body, whatever the page says.
fn body(
    owner: &Subject,
    before: &RequestBody,
    after: &RequestBody,
    only_reads: bool,
    context: &Context<'_>,
    found: &mut Found,
) {
    let RequestBody { kind, type_ref } = after;
    if before.kind == *kind && context.same_type(&before.type_ref, type_ref) {
        return;
    }
    let shown = |body: &RequestBody| match body.kind {
        BodyKind::None => None,
        BodyKind::Entity => Some(body.type_ref.to_string()),
        BodyKind::Parameters => Some("parameters".to_owned()),
        BodyKind::Json => Some("JSON".to_owned()),
        BodyKind::Binary => Some("bytes".to_owned()),
    };
    let (old, new) = (shown(before), shown(after));
    let impact = if only_reads || old == new {
        Impact::Docs
    } else {
        Impact::Breaking
    };
    found.changed(&owner.part(Kind::Body, "body"), Rule::BodyChanged, impact, old, new);
}

fn response(owner: &Subject, before: &Response, after: &Response, context: &Context<'_>, found: &mut Found) {
    let Response {
        status,
        type_ref,
        // How it is known is no fact about the API.
        source: _,
    } = after;
    let subject = owner.part(Kind::Response, "response");
    let same = context.same_type(&before.type_ref, type_ref);
    if !same {
        let impact = if same_rust(&before.type_ref, type_ref) {
            Impact::Docs
        } else {
            Impact::Breaking
        };
        let (old, new) = (before.type_ref.to_string(), type_ref.to_string());
        found.changed(&subject, Rule::ResponseChanged, impact, old, new);
    }
    if before.status != *status {
        let number = |status: Option<u16>| status.map(|status| status.to_string());
        // Without a type, the status tells whether there is anything to read.
        let empty = |status: Option<u16>| matches!(status, Some(202 | 204 | 205));
        let matters = same && type_ref.name == TypeName::Unknown && empty(before.status) != empty(*status);
        let impact = if matters { Impact::Breaking } else { Impact::Docs };
        found.changed(
            &subject,
            Rule::StatusChanged,
            impact,
            number(before.status),
            number(*status),
        );
    }
}

fn clouds(owner: &Subject, before: Option<CloudAvailability>, after: Option<CloudAvailability>, found: &mut Found) {
    let names = |clouds: CloudAvailability| {
        let CloudAvailability {
            global,
            us_government_l4,
            us_government_l5,
            china,
        } = clouds;
        [
            ("global service", global),
            ("US Government L4", us_government_l4),
            ("US Government L5 (DOD)", us_government_l5),
            ("China operated by 21Vianet", china),
        ]
    };
    let (Some(old), Some(new)) = (before, after) else {
        let list = |clouds: Option<CloudAvailability>| {
            let available = |clouds| names(clouds).into_iter().filter(|(_, is)| *is).map(|(name, _)| name);
            clouds.map(|clouds| available(clouds).collect::<Vec<_>>().join(", "))
        };
        if before != after {
            let subject = owner.part(Kind::Cloud, "clouds");
            found.changed(
                &subject,
                Rule::CloudsDocumented,
                Impact::Docs,
                list(before),
                list(after),
            );
        }
        return;
    };
    for ((name, was), (_, is)) in names(old).into_iter().zip(names(new)) {
        let subject = owner.part(Kind::Cloud, name);
        match (was, is) {
            (false, true) => found.added(&subject, Rule::CloudAdded, Impact::Additive, None),
            (true, false) => found.removed(&subject, Rule::CloudRemoved, Impact::Breaking, None),
            _ => {}
        }
    }
}

fn query_options(owner: &Subject, before: &Operation, after: &Operation, found: &mut Found) {
    let key = |option: &QueryOption| option.0.clone();
    let pairs = pair(&before.query_options, &after.query_options, key);
    let subject = |option: &QueryOption| owner.part(Kind::QueryOption, option.0.clone());
    for option in pairs.removed {
        found.removed(&subject(option), Rule::QueryOptionRemoved, Impact::Breaking, None);
    }
    for option in pairs.added {
        found.added(&subject(option), Rule::QueryOptionAdded, Impact::Additive, None);
    }
}

fn headers(owner: &Subject, before: &[Header], after: &[Header], found: &mut Found) {
    let pairs = pair(before, after, |header: &Header| header.name.to_ascii_lowercase());
    let subject = |header: &Header| owner.part(Kind::Header, header.name.clone());
    for (old, new) in pairs.both {
        let Header { name, description } = new;
        let texts = [(&*old.name, &**name), (&old.description, description)];
        found.words(&subject(new), Rule::HeaderDocsChanged, &texts);
    }
    for header in pairs.removed {
        found.removed(
            &subject(header),
            Rule::HeaderRemoved,
            Impact::Docs,
            header.description.clone(),
        );
    }
    for header in pairs.added {
        found.added(
            &subject(header),
            Rule::HeaderAdded,
            Impact::Additive,
            header.description.clone(),
        );
    }
}

/// Examples are shown, not emitted as code: it is enough to say that they differ.
fn examples(owner: &Subject, before: &[Example], after: &[Example], found: &mut Found) {
    let (old, new) = (texts(before), texts(after));
    if old != new {
        let gone = old.iter().filter(|text| !new.contains(text)).count();
        let come = new.iter().filter(|text| !old.contains(text)).count();
        let old = format!("{} ({gone} gone)", before.len());
        let new = format!("{} ({come} new)", after.len());
        found.changed(owner, Rule::ExamplesChanged, Impact::Docs, old, new);
    }
}

fn texts(examples: &[Example]) -> Vec<String> {
    let text = |example: &Example| {
        let Example {
            kind,
            name,
            method,
            line,
            status,
            type_ref,
            truncated,
            headers,
            body,
            json,
            origin: _,
        } = example;
        format!("{kind:?} {name:?} {method:?} {line:?} {status:?} {type_ref} {truncated} {headers:?} {json}\n{body}")
    };
    let mut texts: Vec<String> = examples.iter().map(text).collect();
    texts.sort();
    texts
}
