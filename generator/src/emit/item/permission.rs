//! Permissions: as data, and as a table in docs.

use super::field::doc_line;
use crate::emit::plan::{Function, OperationPlan};
use crate::model::{Alternative, Permissions, Scheme};

/// The permission groups that a route has, in page order.
pub(crate) fn of_route<'a>(plan: &OperationPlan<'a>, function: &Function<'_>) -> Vec<&'a Permissions> {
    let groups = plan.operation.permissions.iter();
    let meant = |group: &&Permissions| group.routes.is_empty() || group.routes.contains(&function.index);
    groups.filter(meant).collect()
}

/// `&[rt::PermissionSet { .. }]`.
pub(crate) fn data(groups: &[&Permissions]) -> String {
    let sets: Vec<String> = groups.iter().map(|group| set(group)).collect();
    format!("&[{}]", sets.join(", "))
}

fn set(group: &Permissions) -> String {
    let label = group.label.as_deref().unwrap_or_default();
    format!(
        "rt::PermissionSet {{ label: {label:?}, delegated_work: {}, delegated_personal: {}, application: {} }}",
        alternatives(&group.delegated_work),
        alternatives(&group.delegated_personal),
        alternatives(&group.application),
    )
}

fn alternatives(list: &[Alternative]) -> String {
    let all = |alternative: &Alternative| {
        let scopes: Vec<String> = alternative.0.iter().map(|scope| format!("{scope:?}")).collect();
        format!("&[{}]", scopes.join(", "))
    };
    let alternatives: Vec<String> = list.iter().map(all).collect();
    format!("&[{}]", alternatives.join(", "))
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
            let cell = cell(group.scheme(scheme));
            lines.push(doc_line(&format!("| {} | {cell} |", name(scheme))));
        }
        for note in group.notes.iter().filter(|note| !note.trim().is_empty()) {
            lines.push("///".to_owned());
            lines.extend(super::field::doc_lines(note, 0));
        }
    }
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
