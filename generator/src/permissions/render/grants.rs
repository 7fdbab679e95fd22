//! What to ask for, as files of other tools: Entra's manifest, Bicep, Terraform, and the API manifest.

use super::words::{count, title};
use crate::model::Scheme;
use crate::permissions::answer::Answer;
use crate::permissions::reference::Reference;
use serde_json::{Value, json};

/// The application identifier of Microsoft Graph, the same in every tenant.
const GRAPH: &str = "00000003-0000-0000-c000-000000000000";

/// A permission of the least set, with its identifier.
struct Grant<'a> {
    /// What the pages call it.
    name: &'a str,
    /// Its real name, where the pages have a slip.
    meant: Option<&'a str>,
    id: &'a str,
    /// `Scope` for a signed-in user, `Role` for an application.
    kind: &'static str,
}

impl Grant<'_> {
    /// `Kiln.Read`; `Kiln.Read, on the pages Kilns.Read`.
    fn title(&self) -> String {
        match self.meant {
            Some(meant) => format!("{meant}, on the pages {}", self.name),
            None => self.name.to_owned(),
        }
    }
}

/// The grants of every kind of sign-in with which all calls can be made; and a line for each slip, and for each permission
/// without an identifier.
fn grants<'a>(answer: &'a Answer<'_, '_, '_>, reference: &'a Reference) -> (Vec<Grant<'a>>, Vec<String>) {
    let mut grants: Vec<Grant<'_>> = Vec::new();
    let mut notes = Vec::new();
    for (scheme, name) in asked(answer) {
        let meant = reference.meant(name).map(|known| known.name.as_str());
        let id = reference.id(name, scheme);
        notes.extend(match (&id, meant) {
            (Ok(_), Some(meant)) => Some(format!("{name} is a slip for {meant}, whose identifier is taken")),
            (Ok(_), None) => None,
            (Err(reason), _) => Some(format!("{name} has no identifier: {reason}")),
        });
        let is_new = |id: &&str| !grants.iter().any(|known| known.id == *id);
        let new = id.ok().filter(is_new).map(|id| Grant {
            name,
            meant,
            id,
            kind: kind(scheme),
        });
        grants.extend(new);
    }
    notes.sort();
    notes.dedup();
    (grants, notes)
}

/// The least sets of the kinds of sign-in with which every call can be made.
fn asked<'a>(answer: &'a Answer<'_, '_, '_>) -> impl Iterator<Item = (Scheme, &'a str)> {
    let whole = answer.schemes.iter().filter_map(|one| Some((one.scheme, one.whole()?)));
    whole.flat_map(|(scheme, set)| set.iter().map(move |name| (scheme, name.as_str())))
}

/// A line for each kind of sign-in that is not there, because it cannot make every call.
fn left_out(answer: &Answer<'_, '_, '_>) -> Vec<String> {
    let not_whole = answer.schemes.iter().filter(|one| one.whole().is_none());
    let lines = not_whole.map(|one| {
        let (what, calls) = if one.not_supported.is_empty() {
            ("no page says what it needs for", &one.not_stated)
        } else {
            ("it cannot make", &one.not_supported)
        };
        let first = calls.first().and_then(|index| answer.call(*index));
        let first = first.map_or_else(String::new, |call| call.documented.route());
        let more = match calls.len().saturating_sub(1) {
            0 => String::new(),
            more => format!(" and {}", count(more as u64, "more call")),
        };
        format!("left out: {}: {what} {first}{more}", title(one.scheme))
    });
    lines.collect()
}

fn kind(scheme: Scheme) -> &'static str {
    if scheme == Scheme::Application { "Role" } else { "Scope" }
}

/// `requiredResourceAccess` of an Entra application, and what could not be written.
pub fn manifest(answer: &Answer<'_, '_, '_>, reference: &Reference) -> (String, Vec<String>) {
    let (grants, notes) = grants(answer, reference);
    let access: Vec<Value> = grants
        .iter()
        .map(|grant| json!({ "id": grant.id, "type": grant.kind }))
        .collect();
    let text = format!(
        "{:#}",
        json!({ "requiredResourceAccess": [{ "resourceAppId": GRAPH, "resourceAccess": access }] })
    );
    (text, [left_out(answer), notes].concat())
}

/// A property of `Microsoft.Graph/applications` in Bicep.
pub fn bicep(answer: &Answer<'_, '_, '_>, reference: &Reference) -> (String, Vec<String>) {
    let (grants, notes) = grants(answer, reference);
    let notes = [left_out(answer), notes].concat();
    let mut lines = vec!["// A property of a `Microsoft.Graph/applications` resource.".to_owned()];
    lines.extend(notes.iter().map(|note| format!("// {note}")));
    lines.extend([
        "requiredResourceAccess: [".to_owned(),
        "  {".to_owned(),
        format!("    resourceAppId: '{GRAPH}'"),
        "    resourceAccess: [".to_owned(),
    ]);
    lines.extend(grants.iter().map(|grant| {
        format!(
            "      {{ id: '{}', type: '{}' }} // {}",
            grant.id,
            grant.kind,
            grant.title()
        )
    }));
    lines.extend(["    ]", "  }", "]"].map(str::to_owned));
    (lines.join("\n"), notes)
}

/// A block of an `azuread_application` in Terraform. Without a reference the provider looks the identifiers up.
pub fn terraform(answer: &Answer<'_, '_, '_>, reference: Option<&Reference>) -> (String, Vec<String>) {
    let mut lines = Vec::new();
    let mut notes = left_out(answer);
    let mut rows: Vec<(String, &str, String)> = Vec::new();
    if let Some(reference) = reference {
        let (grants, more) = grants(answer, reference);
        rows.extend(
            grants
                .iter()
                .map(|grant| (format!("\"{}\"", grant.id), grant.kind, grant.title())),
        );
        notes.extend(more);
    } else {
        lines.push(format!(
            "data \"azuread_service_principal\" \"graph\" {{\n  client_id = \"{GRAPH}\"\n}}\n"
        ));
        for (scheme, name) in asked(answer) {
            let list = if scheme == Scheme::Application {
                "app_role_ids"
            } else {
                "oauth2_permission_scope_ids"
            };
            let row = (
                format!("data.azuread_service_principal.graph.{list}[\"{name}\"]"),
                kind(scheme),
                name.to_owned(),
            );
            if !rows.contains(&row) {
                rows.push(row);
            }
        }
    }
    lines.push("# A block of an `azuread_application`.".to_owned());
    lines.extend(notes.iter().map(|note| format!("# {note}")));
    lines.push(format!("required_resource_access {{\n  resource_app_id = \"{GRAPH}\""));
    lines.extend(rows.iter().map(|(id, kind, name)| {
        format!("\n  # {name}\n  resource_access {{\n    id   = {id}\n    type = \"{kind}\"\n  }}")
    }));
    lines.push("}".to_owned());
    (lines.join("\n"), notes)
}

/// An API manifest (draft-miller-api-manifest): the requests and what they need.
pub fn api_manifest(answer: &Answer<'_, '_, '_>) -> (String, Vec<String>) {
    let mut dependencies = serde_json::Map::new();
    let versions: std::collections::BTreeSet<_> = answer
        .program
        .calls
        .iter()
        .map(|call| call.documented.version)
        .collect();
    for version in versions {
        let calls = answer
            .program
            .calls
            .iter()
            .filter(|call| call.documented.version == version);
        let mut requests: Vec<Value> = Vec::new();
        for call in calls {
            let route = call.documented.route();
            let (method, path) = route.split_once(' ').unwrap_or(("GET", &route));
            let request = json!({ "method": method, "uriTemplate": uri_template(path) });
            if !requests.contains(&request) {
                requests.push(request);
            }
        }
        let name = format!("graph-{version}");
        dependencies.insert(name, json!({
            "apiDescriptionUrl": format!("https://raw.githubusercontent.com/microsoftgraph/msgraph-metadata/master/openapi/{version}/openapi.yaml"),
            "apiDeploymentBaseUrl": format!("https://graph.microsoft.com/{version}/"),
            "apiDescriptionVersion": version,
            "auth": { "clientIdentifier": "", "access": access(answer) },
            "requests": requests,
        }));
    }
    let text = format!("{:#}", json!({ "apiDependencies": dependencies }));
    (text, left_out(answer))
}

/// The path as RFC 6570 has it. A name there is letters, digits and `_`; a page writes `{id | userPrincipalName}` too.
fn uri_template(path: &str) -> String {
    let mut template = String::with_capacity(path.len());
    let mut rest = path;
    while let Some((before, after)) = rest.split_once('{')
        && let Some((name, tail)) = after.split_once('}')
    {
        let mut words = name.split(|letter: char| !letter.is_ascii_alphanumeric() && letter != '_');
        let first = words.find(|word| !word.is_empty()).unwrap_or("value");
        template.push_str(&format!("{before}{{{first}}}"));
        rest = tail;
    }
    template.push_str(rest);
    template
}

/// The claims that tokens need: `scp` for a signed-in user, `roles` for an application.
fn access(answer: &Answer<'_, '_, '_>) -> Vec<Value> {
    let whole = answer.schemes.iter().filter_map(|one| Some((one.scheme, one.whole()?)));
    let claims = whole
        .filter(|(scheme, set)| *scheme != Scheme::DelegatedPersonal && !set.is_empty())
        .map(|(scheme, set)| {
            let claim = if scheme == Scheme::Application { "roles" } else { "scp" };
            json!({ "type": "openid", "claims": { claim: { "essential": true, "values": set } } })
        });
    claims.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn templates_have_plain_names() {
        assert_eq!(uri_template("/kilns/{id | name}/{kiln-id}/x"), "/kilns/{id}/{kiln}/x");
        assert_eq!(
            uri_template("/kilns/range(at='{at}')/{}"),
            "/kilns/range(at='{at}')/{value}"
        );
    }
}
