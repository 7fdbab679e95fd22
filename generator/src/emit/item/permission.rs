//! Permissions: as data, and as a table in docs.

use super::field::doc_line;
use crate::emit::link;
use crate::emit::name::module::stem;
use crate::emit::plan::{Function, OperationPlan};
use crate::model::{Alternative, Permissions, Scheme, Version};
use std::collections::BTreeSet;

/// The permission groups that a route has, in page order.
pub(crate) fn of_route<'a>(plan: &OperationPlan<'a>, function: &Function<'_>) -> Vec<&'a Permissions> {
    let groups = plan.operation.permissions.iter();
    let meant = |group: &&Permissions| group.routes.is_empty() || group.routes.contains(&function.index);
    groups.filter(meant).collect()
}

/// The first function of an operation, when a further one needs the same permissions.
pub(crate) fn shared_with<'p, 'a>(plan: &'p OperationPlan<'a>, function: &Function<'_>) -> Option<&'p Function<'a>> {
    let first = plan.functions.first().filter(|first| first.index != function.index)?;
    (of_route(plan, first) == of_route(plan, function)).then_some(first)
}

/// What `rt::PermissionSet` reads: one line for each group,
/// `[label] work: A.Read | B.Read & C.Read; application: A.Read`.
pub(crate) fn data(groups: &[&Permissions]) -> String {
    groups.iter().map(|group| set(group)).collect::<Vec<_>>().join("\n")
}

fn set(group: &Permissions) -> String {
    let label = group.label.as_deref().map(|label| format!("[{}] ", plain(label)));
    let part = |name: &str, list: &[Alternative]| (!list.is_empty()).then(|| format!("{name}: {}", alternatives(list)));
    let parts = [
        part("work", &group.delegated_work),
        part("personal", &group.delegated_personal),
        part("application", &group.application),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    let parts = if parts.is_empty() {
        "not supported".to_owned()
    } else {
        parts.join("; ")
    };
    format!("{}{parts}", label.unwrap_or_default())
}

fn alternatives(list: &[Alternative]) -> String {
    let all = |alternative: &Alternative| {
        let scopes: Vec<String> = alternative.0.iter().map(|scope| plain(scope)).collect();
        scopes.join(" & ")
    };
    list.iter().map(all).collect::<Vec<_>>().join(" | ")
}

/// Text without the characters that part the line.
fn plain(text: &str) -> String {
    let parting = |c: char| c.is_control() || "[]|&;:".contains(c);
    text.replace(parting, " ").trim().to_owned()
}

/// Doc lines: one row for each way to sign in, least privileged first.
pub(crate) fn docs(groups: &[&Permissions]) -> Vec<String> {
    let mut lines = Vec::new();
    for group in groups {
        let label = group
            .label
            .as_ref()
            .map(|label| format!(" ({})", crate::emit::docs::escape(&label.replace('|', "/"))));
        lines.push("///".to_owned());
        lines.push(format!(
            "/// | Permissions{} | Least privileged first |",
            label.unwrap_or_default()
        ));
        lines.push("/// | --- | --- |".to_owned());
        for scheme in Scheme::ALL {
            let cell = match group.scheme(scheme) {
                [] if group.unstated.contains(&scheme) => "not stated".to_owned(),
                list => cell(list),
            };
            lines.push(doc_line(&format!("| {} | {cell} |", name(scheme))));
        }
        for note in group.notes.iter().filter(|note| !note.trim().is_empty()) {
            lines.push("///".to_owned());
            lines.extend(super::field::doc_lines(note, 0));
        }
    }
    lines
}

/// Doc lines: the pages that name further permissions for the same route.
pub(crate) fn elsewhere(plan: &OperationPlan<'_>, function: &Function<'_>, version: &Version) -> Vec<String> {
    let groups = plan.operation.route_permissions.iter();
    let pages: BTreeSet<&String> = groups
        .filter(|group| group.routes.contains(&function.index))
        .flat_map(|group| &group.pages)
        .collect();
    if pages.is_empty() {
        return Vec::new();
    }
    let links: Vec<String> = pages
        .into_iter()
        .map(|page| format!("[{}]({})", stem(page), link::api(page, version)))
        .collect();
    let text = format!("Further permissions for this route: {}.", links.join(", "));
    let mut lines = vec!["///".to_owned()];
    lines.extend(super::field::doc_lines(&text, 0));
    lines
}

fn name(scheme: Scheme) -> &'static str {
    match scheme {
        Scheme::DelegatedWork => "Delegated, work or school account",
        Scheme::DelegatedPersonal => "Delegated, personal account",
        Scheme::Application => "Application",
    }
}

fn cell(list: &[Alternative]) -> String {
    if list.is_empty() {
        return "not supported".to_owned();
    }
    let code = |scope: &String| crate::emit::docs::code(&scope.replace('|', "/"));
    let all = |alternative: &Alternative| alternative.0.iter().map(code).collect::<Vec<_>>().join(" and ");
    list.iter().map(all).collect::<Vec<_>>().join(", ")
}
