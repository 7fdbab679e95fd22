//! Permissions: as data, and as a table in docs.

use crate::emit::lines::Lines;
use crate::emit::link;
use crate::emit::name::module::stem;
use crate::emit::plan::{Function, OperationPlan};
use crate::model::{Alternative, Permissions, Rank, RouteId, Schema, Scheme, Support};
use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::{BTreeMap, BTreeSet};

/// A group of permissions with the paths of a function that it is for; no paths are all of them.
type Group<'a> = (&'a Permissions, Vec<usize>);

/// What the pages say about the permissions of a function.
#[derive(Debug, Clone, Default)]
pub(crate) struct Needs<'a> {
    /// The groups that any route of the function has, in page order.
    groups: Vec<Group<'a>>,
    /// Other pages that name permissions for any of its routes.
    elsewhere: BTreeSet<&'a str>,
}

/// What the functions of a page need, in their order.
pub(crate) fn needs<'a>(plan: &OperationPlan<'a>) -> Vec<Needs<'a>> {
    let mut needs = vec![Needs::default(); plan.functions.len()];
    // For each route its function, and the number of its path there if it is the first one with that path.
    let mut routes: FxHashMap<RouteId, (usize, Option<usize>)> = FxHashMap::default();
    for (at, function) in plan.functions.iter().enumerate() {
        routes.extend(function.routes.iter().map(|located| (located.route.id, (at, None))));
        routes.extend(
            function
                .paths
                .iter()
                .zip(0..)
                .map(|(route, path)| (route.id, (at, Some(path)))),
        );
    }
    let found = |group: &'a Permissions| group.routes.iter().filter_map(|route| routes.get(route).copied());
    for group in &plan.operation.permissions {
        if group.routes.is_empty() {
            for needs in &mut needs {
                needs.groups.push((group, Vec::new()));
            }
            continue;
        }
        let mut paths: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
        for (function, path) in found(group) {
            paths.entry(function).or_default().extend(path);
        }
        for (function, paths) in paths.into_iter().filter(|(_, paths)| !paths.is_empty()) {
            let count = plan.functions.get(function).map_or(0, |function| function.paths.len());
            let paths = if paths.len() == count {
                Vec::new()
            } else {
                paths.into_iter().collect()
            };
            needs
                .get_mut(function)
                .into_iter()
                .for_each(|needs| needs.groups.push((group, paths.clone())));
        }
    }
    for group in &plan.operation.route_permissions {
        for (function, _) in found(group) {
            if let Some(needs) = needs.get_mut(function) {
                needs.elsewhere.extend(group.pages.iter().map(String::as_str));
            }
        }
    }
    needs
}

/// Whether two groups are for the same path.
fn overlap(groups: &[Group<'_>]) -> bool {
    let mut seen = FxHashSet::default();
    let mut paths = groups.iter().flat_map(|(_, paths)| paths);
    let is_for_all = groups.len() > 1 && groups.iter().any(|(_, paths)| paths.is_empty());
    is_for_all || paths.any(|path| !seen.insert(*path))
}

/// What `rt::PermissionSet` reads: one line for each group,
/// `[label] work: A.Read < B.Read & C.Read | D.Read; personal: -; application: A.Read <`. A group for some of the paths
/// begins with their numbers: `@0,2 `.
pub(crate) fn data(needs: &Needs<'_>) -> String {
    let line = |(group, paths): &Group<'_>| {
        if paths.is_empty() {
            return set(group);
        }
        let numbers: Vec<String> = paths.iter().map(usize::to_string).collect();
        ["@", &numbers.join(","), " ", &set(group)].concat()
    };
    needs.groups.iter().map(line).collect::<Vec<_>>().join("\n")
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
pub(crate) fn docs(needs: &Needs<'_>, function: &Function<'_>, lines: &mut Lines<'_>) {
    let paths = &function.paths;
    for (group, at) in &needs.groups {
        if !at.is_empty() {
            let templates = at.iter().filter_map(|at| paths.get(*at));
            let templates = templates.map(|route| crate::emit::docs::code(route.path.template()));
            lines.blank();
            lines.docs(&format!("At {}:", templates.collect::<Vec<_>>().join(", ")));
        }
        lines.blank();
        lines.line(["/// | Permissions", &for_what(group), " | ", order(group), " |"]);
        lines.line(["/// | --- | --- |"]);
        for scheme in Scheme::ALL {
            lines.line(["/// | ", name(scheme), " | ", &cell(group.scheme(scheme)), " |"]);
        }
        notes(group, lines);
    }
    if overlap(&needs.groups) {
        lines.blank();
        lines.doc("Which of them a call needs depends on the object. One choice from each is always enough.");
    }
}

/// What the page says below the table. Items of a list stay together.
fn notes(group: &Permissions, lines: &mut Lines<'_>) {
    let mut in_list = false;
    for note in group.notes.iter().filter(|note| !note.trim().is_empty()) {
        let is_item = note.starts_with("- ") || note.starts_with("1. ");
        if !(is_item && in_list) {
            lines.blank();
        }
        lines.docs(note);
        in_list = is_item;
    }
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
pub(crate) fn elsewhere(needs: &Needs<'_>, schema: &Schema, lines: &mut Lines<'_>) {
    if needs.elsewhere.is_empty() {
        return;
    }
    let pages = needs.elsewhere.iter();
    let links: Vec<String> = pages
        .map(|page| match link::api(page, schema) {
            Some(public) => format!("[{}]({public})", stem(page)),
            None => stem(page).to_owned(),
        })
        .collect();
    let links = links.join(", ");
    lines.blank();
    lines.docs(&format!("Other pages name more permissions for this route: {links}."));
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
