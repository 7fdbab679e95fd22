//! Tables of permissions: rows that are missing, and the order of what they list.

use crate::docs::Profile;
use crate::lint::pages::LintPage;
use crate::lint::{Finding, Set};
use crate::model::{Alternative, Origin, Permissions, Rank, Scheme, Support};
use crate::page::api::ApiRows;
use crate::source::codes::permission::{LEAST, MISSING_ROW, ORDER};

pub(super) fn check(set: &Set<'_>, page: &LintPage<'_>, found: &mut Vec<Finding>) {
    let Some(api) = &page.page.api else { return };
    missing(set, page, api, found);
    for group in &api.permissions {
        for scheme in Scheme::ALL {
            found.extend(order(page, &group.origin, group.scheme(scheme).alternatives()));
        }
    }
}

/// Ways to sign in that no group of a page says anything about, though some group says something.
fn missing(set: &Set<'_>, page: &LintPage<'_>, api: &ApiRows, found: &mut Vec<Finding>) {
    let Some(first) = api.permissions.first() else {
        return;
    };
    let is_table = page.sources.text(page.span(&first.origin)).contains('|');
    // Cells that are still to be written are another finding.
    if !is_table || page.text().contains("TODO") {
        return;
    }
    let states = |scheme: Scheme| {
        let says = |group: &Permissions| *group.scheme(scheme) != Support::Unstated;
        api.permissions.iter().any(says)
    };
    // Other services than Graph have no personal accounts.
    let is_graph = set.docs.profile.base_url() == Profile::default().base_url();
    let expected = |scheme: &Scheme| is_graph || *scheme != Scheme::DelegatedPersonal;
    let silent: Vec<&str> = Scheme::ALL
        .into_iter()
        .filter(|scheme| expected(scheme) && !states(*scheme))
        .map(words)
        .collect();
    if !silent.is_empty() && silent.len() < Scheme::ALL.len() {
        let message = format!("nothing is said about {}", silent.join(" and "));
        found.push(Finding::new(&MISSING_ROW, page.span(&first.origin), message));
    }
}

pub(super) fn words(scheme: Scheme) -> &'static str {
    match scheme {
        Scheme::DelegatedWork => "work or school accounts",
        Scheme::DelegatedPersonal => "personal accounts",
        Scheme::Application => "applications",
    }
}

/// The first pair on the wrong sides of each other.
fn order(page: &LintPage<'_>, origin: &Origin, alternatives: &[Alternative]) -> Option<Finding> {
    // Without an order in the header nothing is the least.
    let ranked = alternatives.first().is_some_and(|first| first.rank == Rank::Least);
    let single: Vec<&str> = alternatives
        .iter()
        .filter(|choice| choice.scopes.len() == 1 && matches!(choice.rank, Rank::Least | Rank::Unranked | Rank::Higher))
        .filter_map(|choice| choice.scopes.first().map(String::as_str))
        .filter(|_| ranked)
        .collect();
    let pairs = single
        .iter()
        .enumerate()
        .flat_map(|(at, more)| single.iter().skip(at + 1).map(move |less| (*more, *less)));
    let (more, less) = pairs.into_iter().find(|(more, less)| allows_more(more, less))?;
    let header = page.sources.text(page.span(origin)).to_lowercase();
    let place = crate::lint::place::behind(page, origin, less);
    if header.contains("least privileged permission") && single.first() == Some(&more) {
        let message = format!("`{less}` allows less than `{more}`, which stands as the least privileged permission");
        return Some(Finding::new(&LEAST, place, message));
    }
    let message = format!("`{less}` allows less than `{more}` and stands among the more privileged permissions");
    Some(Finding::new(&ORDER, place, message))
}

/// `Kettle.ReadWrite.All` and `Kettle.Read.All`; `Kettle.Read.All` and `Kettle.Read`.
fn allows_more(more: &str, less: &str) -> bool {
    let (a, b): (Vec<&str>, Vec<&str>) = (more.split('.').collect(), less.split('.').collect());
    let (Some((first, a)), Some((other, b))) = (a.split_first(), b.split_first()) else {
        return false;
    };
    if first != other {
        return false;
    }
    match (a, b) {
        ([write, rest @ ..], [read, others @ ..]) if *write == "ReadWrite" && *read == "Read" => {
            rest == others || (rest == ["All"] && others.is_empty())
        }
        ([verb, "All"], [same]) => verb == same,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::allows_more;

    #[test]
    fn more_and_less() {
        assert!(allows_more("Kettle.ReadWrite.All", "Kettle.Read.All"));
        assert!(allows_more("Kettle.Read.All", "Kettle.Read"));
        assert!(allows_more("Kettle.ReadWrite.All", "Kettle.Read"));
        assert!(!allows_more("Kettle.Read.All", "Kettle.ReadWrite.All"));
        assert!(!allows_more("Kettle.ReadWrite", "Kettle.Read.All"));
        assert!(!allows_more("Pot.ReadWrite.All", "Kettle.Read.All"));
    }
}
