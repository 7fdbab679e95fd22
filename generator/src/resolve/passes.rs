//! One version of the API from its pages, pass by pass.
//!
//! | pass | needs | gives |
//! | --- | --- | --- |
//! | `index` | pages | names |
//! | `types` | pages, names | types, hierarchy |
//! | `enums` | pages | enums |
//! | `known` | types, hierarchy | known properties |
//! | `operations::build` | pages, names, known properties | operations |
//! | `places` | pages, operations | places that examples show |
//! | `bodies` | types, operations | types of bodies |
//! | `navigation` | types of bodies, places that examples show, hierarchy | navigation properties |
//! | `alternatives` | types of bodies, operations, hierarchy | bases of alternatives |
//! | `members` | types of bodies, enums | members that rows name |
//! | `sentinel` | types of bodies, members that rows name | lists of values |
//! | `inline` | lists of values, operations, enums | enums of lists |
//! | `stated` | lists of values, operations, enums of lists | what rows say about enums |
//! | `placeholders` | navigation properties, operations, enums of lists | placeholders |
//! | `decide::Kinds` | placeholders, enums of lists | kinds |
//! | `operations::exchange` | pages, names, operations, kinds, placeholders, hierarchy | bodies and responses of routes |
//! | `sent` | types of bodies, bodies and responses of routes | fields of requests, values that requests name the type of |
//! | `shared_routes::permissions` | operations | permissions of routes |
//! | `scope_names` | operations | notes about scopes |
//! | `account` | placeholders, enums of lists | counts |

use super::pages::LoadedPage;
use super::{
    account, alternatives, bodies, decide, enums, index, inline, known, members, navigation, operations, placeholders,
    places, reason, scope_names, sent, sentinel, shared_routes, spans, stated, types,
};
use crate::docs::{Docs, GRAPH};
use crate::model::{Account, PageRecord, Schema, Version};
use rayon::prelude::*;

/// The site of another set than Graph's; empty if its profile has none.
fn site(docs: &Docs) -> Option<String> {
    let profile = &docs.profile;
    (profile.name != GRAPH).then(|| profile.site.clone().unwrap_or_default())
}

/// Runs all passes.
pub(super) fn run(docs: &Docs, version: Version, pages: &[LoadedPage]) -> (Schema, Vec<PageRecord>, Account) {
    let mut account = Account::default();
    let index = index::Index::new(pages);
    let record = |page: &LoadedPage| page.record(index.type_name(&page.path).is_some());
    let records = pages.iter().map(record).collect();
    let spans = spans::Spans::new(&docs.sources, pages);
    let (mut types, hierarchy, without_values) = types::build(pages, &index);
    for row in &without_values {
        account.unread(&reason::VALUES_OF_OBJECT, spans.place(row), "");
    }
    let mut enums = enums::build(pages, &index);
    let known = known::KnownProperties::of(&types, &hierarchy);
    let calls: Vec<_> = pages
        .iter()
        .filter_map(|page| Some((page, page.page.api.as_ref()?)))
        .collect();
    let built = calls
        .par_iter()
        .map(|(page, rows)| operations::build(page, rows, &index, &known, &spans));
    let (mut operations, accounts): (Vec<_>, Vec<_>) = built.unzip();
    for found in accounts {
        account.merge(found);
    }
    places::add(&mut operations, &calls, &spans, &mut account);
    bodies::describe(&mut types, &operations);
    navigation::add(&mut types, &operations, &hierarchy, &spans, &mut account);
    alternatives::choose(&mut types, &mut operations, &hierarchy);
    members::add(&types, &mut enums, &spans, &mut account);
    sentinel::add(&mut types, &enums);
    inline::build(&mut types, &operations, &mut enums);
    stated::add(&types, &operations, &mut enums);
    placeholders::add(&mut types, &operations, &enums, &spans, &mut account);
    types.sort_by(|a, b| a.name.cmp(&b.name));
    enums.sort_by(|a, b| a.name.cmp(&b.name));
    let kinds = decide::Kinds::of(&types, &enums);
    operations::exchange(&calls, &mut operations, &index, &kinds, (&types, &hierarchy));
    sent::add(&mut types, &mut operations, &spans, &mut account);
    operations.sort_by(|a, b| a.file.cmp(&b.file));
    shared_routes::permissions::add(&mut operations);
    scope_names::check(&operations, &spans, &mut account);
    account::add(&types, &enums, &spans, &mut account);
    (
        Schema {
            version,
            site: site(docs),
            types,
            enums,
            operations,
        },
        records,
        account,
    )
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    /// The rows of the table above: pass, what it needs, what it gives.
    fn table() -> Vec<[Vec<&'static str>; 3]> {
        let lines = include_str!("passes.rs").lines();
        let rows = lines.skip_while(|line| !line.starts_with("//! | ---")).skip(1);
        let rows = rows.map_while(|line| line.strip_prefix("//! | ")?.strip_suffix(" |"));
        let cells = |row: &'static str| {
            let mut cells = row.split(" | ").map(|cell| cell.split(", ").collect());
            [cells.next().unwrap(), cells.next().unwrap(), cells.next().unwrap()]
        };
        rows.map(cells).collect()
    }

    #[test]
    fn every_pass_has_what_it_needs() {
        let mut given = BTreeSet::from(["pages"]);
        for [pass, needs, gives] in table() {
            let missing: Vec<_> = needs.iter().filter(|need| !given.contains(*need)).collect();
            assert!(missing.is_empty(), "{pass:?} needs {missing:?}");
            given.extend(gives);
        }
    }

    #[test]
    fn the_passes_run_in_the_order_of_the_table() {
        let text = include_str!("passes.rs");
        let run = &text[text.find("pub(super) fn run").unwrap()..text.find("#[cfg(test)]").unwrap()];
        let mut at = 0;
        for [pass, ..] in table() {
            let name = pass[0].trim_matches('`');
            let call = if name.contains("::") {
                name.to_owned()
            } else {
                format!("{name}::")
            };
            let found = run[at..].find(&call);
            at += found.unwrap_or_else(|| panic!("`{name}` is not where the table says"));
        }
    }
}
