//! Names are decided once: adding a page renames and moves nothing that existed.

use super::catalogue::{Page, pages};
use super::{config, emitted};
use generator::model::{EnumOrigin, Model};
use proptest::prelude::*;
use proptest::sample::{Index, subsequence};
use std::collections::BTreeSet;
use tests::items::public_paths;
use tests::pages::read;

/// The public names of everything that some page describes. What pages only refer to (placeholders, enums that are known
/// from value lists) belongs to the page that refers to it first, and to its own page as soon as there is one.
fn described(pages: &[Page]) -> BTreeSet<String> {
    let mut model: Model = read(pages).model;
    for schema in &mut model.schemas {
        schema.types.retain(|item| !item.placeholder);
        // The module is named after the type: without its page nothing but a file name in small letters spells it.
        schema.operations.retain(|item| item.resource_type.is_some());
        schema
            .enums
            .retain(|item| !matches!(item.documented_in, EnumOrigin::Inline | EnumOrigin::Property));
    }
    public_paths(&emitted(&model))
}

fn lost(before: &BTreeSet<String>, after: &BTreeSet<String>) -> Vec<String> {
    before.difference(after).cloned().collect()
}

proptest! {
    #![proptest_config(config(64))]

    #[test]
    fn adding_a_page_renames_nothing(chosen in subsequence(pages(), 1..=pages().len()), added in any::<Index>()) {
        let page = added.get(&pages()).clone();
        let without: Vec<Page> = chosen.into_iter().filter(|known| known.0 != page.0).collect();
        prop_assume!(!without.is_empty());
        let mut with = without.clone();
        with.push(page.clone());
        let lost = lost(&described(&without), &described(&with));
        prop_assert!(lost.is_empty(), "{} renames {lost:?}", page.0);
    }
}

/// Every page of the catalogue added to all others.
#[test]
fn no_page_of_the_catalogue_renames_the_others() {
    let all = pages();
    let whole = described(&all);
    let renamed: Vec<String> = (0..all.len())
        .flat_map(|at| {
            let mut others = all.clone();
            let (path, _) = others.remove(at);
            let lost = lost(&described(&others), &whole);
            lost.into_iter().map(move |name| format!("{path} renames {name}"))
        })
        .collect();
    assert!(renamed.is_empty(), "{}", renamed.join("\n"));
}
