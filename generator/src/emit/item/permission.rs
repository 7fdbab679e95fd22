//! Permissions: as data, and as a table in docs.

use crate::emit::link;
use crate::emit::name::module::stem;
use crate::emit::plan::{Function, OperationPlan};
use crate::model::{Alternative, Permissions, Rank, Schema, Scheme, Support};
use std::collections::BTreeSet;

/// The permission groups that any route of a function has, in page order, each with the paths that it is for; no paths are
/// all of them. Groups for the same paths stand together.
pub(crate) fn of_function<'a>(plan: &OperationPlan<'a>, function: &Function<'_>) -> Vec<(&'a Permissions, Vec<usize>)> {
    let paths = &function.paths;
    let groups = plan.operation.permissions.iter();
    let numbered = groups.filter_map(|group| {
        let at = paths.iter().enumerate().filter(|(_, route)| group.is_for(route.id));
        let at: Vec<usize> = at.map(|(at, _)| at).collect();
        let all = at.len() == paths.len();
        (!at.is_empty()).then(|| (group, if all { Vec::new() } else { at }))
    });
    numbered.collect()
}

/// What `rt::PermissionSet` reads: one line for each group,
/// `[label] work: A.Read < B.Read & C.Read | D.Read; personal: -; application: A.Read <`. A group for some of the paths
/// begins with their numbers: `@0,2 `.
pub(crate) fn data(plan: &OperationPlan<'_>, function: &Function<'_>) -> String {
    let line = |(group, paths): (&Permissions, Vec<usize>)| {
        let numbers: Vec<String> = paths.iter().map(usize::to_string).collect();
        let mark = if numbers.is_empty() {
            String::new()
        } else {
            format!("@{} ", numbers.join(","))
        };
        mark + &set(group)
    };
    of_function(plan, function)
        .into_iter()
        .map(line)
        .collect::<Vec<_>>()
        .join("\n")
}

fn set(group: &Permissions) -> String {
    let label = group.label.as_deref().map(|label| format!("[{}] ", plain(label)));
    let part = |name: &str, support: &Support| match support {
        Support::Stated(list) => Some([name, ": ", &alternatives(list)].concat()),
        Support::NotSupported => Some([name, ": -"].concat()),
        Support::Unstated => None,
    };
    let parts = [
        part("work", &group.delegated_work),
        part("personal", &group.delegated_personal),
        part("application", &group.application),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    label.unwrap_or_default() + &parts.join("; ")
}

/// `A | B & C`, with a `<` behind the least privileged ones where the page says which these are.
fn alternatives(list: &[Alternative]) -> String {
    let all = |alternative: &Alternative| match alternative.scopes.as_slice() {
        [] => "none".to_owned(),
        [scope] => plain(scope),
        scopes => scopes.iter().map(|scope| plain(scope)).collect::<Vec<_>>().join(" & "),
    };
    let texts = |choices: &[&Alternative]| choices.iter().copied().map(all).collect::<Vec<_>>().join(" | ");
    let list = sorted(list);
    let (least, others) = list.split_at(list.partition_point(|choice| choice.rank == Rank::Least));
    let text = match least {
        [] => texts(others),
        _ => [&texts(least), " < ", &texts(others)].concat(),
    };
    text.trim_end().to_owned()
}

/// The least privileged ones first; what has no rank comes last.
fn sorted(list: &[Alternative]) -> Vec<&Alternative> {
    let mut list: Vec<&Alternative> = list.iter().collect();
    list.sort_by_key(|choice| choice.rank);
    list
}

/// Text without the characters that part the line.
fn plain(text: &str) -> String {
    if text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'.') {
        return text.to_owned();
    }
    let parting = |c: char| c.is_control() || "[]|&;:<".contains(c);
    text.replace(parting, " ").trim().to_owned()
}

/// Doc lines: one row for each way to sign in.
pub(crate) fn docs(plan: &OperationPlan<'_>, function: &Function<'_>) -> Vec<String> {
    let paths = &function.paths;
    let groups = of_function(plan, function);
    let mut lines = Vec::new();
    for (group, at) in &groups {
        if !at.is_empty() {
            let templates = at.iter().filter_map(|at| paths.get(*at));
            let templates = templates.map(|route| crate::emit::docs::code(route.path.template()));
            lines.push("///".to_owned());
            lines.extend(super::field::doc_lines(
                &format!("At {}:", templates.collect::<Vec<_>>().join(", ")),
                0,
            ));
        }
        lines.push("///".to_owned());
        lines.push(["/// | Permissions", &for_what(group), " | ", order(group), " |"].concat());
        lines.push("/// | --- | --- |".to_owned());
        for scheme in Scheme::ALL {
            lines.push(["/// | ", name(scheme), " | ", &cell(group.scheme(scheme)), " |"].concat());
        }
        for note in group.notes.iter().filter(|note| !note.trim().is_empty()) {
            lines.push("///".to_owned());
            lines.extend(super::field::doc_lines(note, 0));
        }
    }
    let overlap = |paths: &[usize], other: &[usize]| {
        paths.is_empty() || other.is_empty() || paths.iter().any(|path| other.contains(path))
    };
    let mut pairs = groups.iter().enumerate();
    if pairs.any(|(at, (_, paths))| groups.iter().skip(at + 1).any(|(_, other)| overlap(paths, other))) {
        lines.push("///".to_owned());
        lines.push(
            "/// Which of them a call needs depends on the object. One choice from each is always enough.".to_owned(),
        );
    }
    lines
}

fn for_what(group: &Permissions) -> String {
    let label = group.label.as_ref().map(|label| label.replace('|', "/"));
    label.map_or_else(String::new, |label| format!(" ({})", crate::emit::docs::escape(&label)))
}

/// What the order of the permissions means.
fn order(group: &Permissions) -> &'static str {
    let choices = || {
        Scheme::ALL
            .iter()
            .flat_map(|scheme| group.scheme(*scheme).alternatives())
            .filter(|choice| !choice.scopes.is_empty())
    };
    if choices().any(|choice| choice.rank == Rank::Least) || choices().next().is_none() {
        "Least privileged first"
    } else {
        "One is enough"
    }
}

/// Doc lines: the pages that name further permissions for the same route.
pub(crate) fn elsewhere(plan: &OperationPlan<'_>, function: &Function<'_>, schema: &Schema) -> Vec<String> {
    let groups = plan.operation.route_permissions.iter();
    let pages: BTreeSet<&String> = groups
        .filter(|group| {
            function
                .routes
                .iter()
                .any(|located| group.routes.contains(&located.route.id))
        })
        .flat_map(|group| &group.pages)
        .collect();
    if pages.is_empty() {
        return Vec::new();
    }
    let links: Vec<String> = pages
        .into_iter()
        .map(|page| match link::api(page, schema) {
            Some(public) => format!("[{}]({public})", stem(page)),
            None => stem(page).to_owned(),
        })
        .collect();
    let text = format!(
        "Other pages name more permissions for this route: {}.",
        links.join(", ")
    );
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

fn cell(support: &Support) -> String {
    let code = |scope: &String| match memchr::memchr(b'|', scope.as_bytes()) {
        Some(_) => crate::emit::docs::code(&scope.replace('|', "/")),
        None => crate::emit::docs::code(scope),
    };
    let all = |choice: &Alternative| match choice.scopes.as_slice() {
        [] => "none needed".to_owned(),
        [scope] => code(scope),
        scopes => scopes.iter().map(code).collect::<Vec<_>>().join(" and "),
    };
    match support {
        Support::Stated(list) => sorted(list).into_iter().map(all).collect::<Vec<_>>().join(", "),
        Support::NotSupported => "not supported".to_owned(),
        Support::Unstated => "not stated".to_owned(),
    }
}
