//! What `diff` calls breaking against the public items of the emitted crates of two states of the documentation.
//!
//! The items are read from the emitted source with `syn`, not from the generator's own list of them.

use crate::{Corpus, corpora};
use generator::diff::{Change, Effect, Impact, compare};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use syn::{FnArg, ImplItem, Item, ReturnType, Type, Visibility};

/// Public items by path, with what a program sees of them.
type Items = BTreeMap<String, String>;

/// Items, and changes, that may differ in a hundred.
const MOST_WRONG: f64 = 1.0;

#[test]
fn breaking_changes_are_the_incompatible_items() {
    for pair in corpora("breaking_changes_are_the_incompatible_items").windows(2) {
        let [before, after] = pair else { continue };
        let (old, new) = (items(before), items(after));
        let changes = compare(&before.model, &after.model).changes;
        let gone: BTreeSet<&String> = old
            .iter()
            .filter(|(path, is)| new.get(*path) != Some(*is))
            .map(|(path, _)| path)
            .collect();
        let breaking: Vec<&Change> = changes
            .iter()
            .filter(|change| change.impact == Impact::Breaking && !change.implied)
            .collect();
        let named: BTreeSet<&String> = breaking
            .iter()
            .flat_map(|change| &change.items)
            .map(|item| &item.path)
            .collect();
        let missed: Vec<&&String> = gone.iter().filter(|path| !named.contains(**path)).collect();
        let idle: Vec<String> = breaking
            .iter()
            .filter(|change| is_idle(change, &gone))
            .map(|change| format!("{} {}", change.rule.id(), change.item()))
            .collect();
        let mut said = String::new();
        let _ = writeln!(
            said,
            "{} items differ, {} not named: {missed:#?}",
            gone.len(),
            missed.len()
        );
        let _ = writeln!(
            said,
            "{} breaking changes, {} without an item: {idle:#?}",
            breaking.len(),
            idle.len()
        );
        println!("{said}");
        assert!(!gone.is_empty() && !breaking.is_empty());
        assert!(share(missed.len(), gone.len()) <= MOST_WRONG, "{said}");
        assert!(share(idle.len(), breaking.len()) <= MOST_WRONG, "{said}");
    }
}

fn share(part: usize, whole: usize) -> f64 {
    part as f64 * 100.0 / whole as f64
}

/// Whether neither an item nor the call itself breaks programs. Features stand in conditions, and calls in the docs and
/// tables of functions: these are not compared here.
fn is_idle(change: &Change, gone: &BTreeSet<&String>) -> bool {
    let is_seen = |effect: Effect, path: &String| effect == Effect::Incompatible && gone.contains(path);
    let unseen = |item: &generator::diff::RustItem| item.before == item.after;
    !change.wire
        && !change
            .items
            .iter()
            .any(|item| is_seen(item.effect, &item.path) || unseen(item))
}

/// The public items of the modules of a corpus's versions.
fn items(corpus: &Corpus) -> Items {
    let mut items = Items::new();
    for (path, text) in &corpus.files {
        let Some(module) = module(path) else { continue };
        let file = syn::parse_file(text).unwrap_or_else(|error| panic!("{path}: {error}"));
        for item in &file.items {
            add(&module, item, &mut items);
        }
    }
    items
}

/// `beta::kettle` for `src/beta/kettle.rs`; `None` for what is the same in every crate.
fn module(path: &str) -> Option<String> {
    let path = path.strip_prefix("src/")?.strip_suffix(".rs")?;
    let is_version = path.starts_with("beta/") || path.starts_with("v1_0/");
    let path = path.strip_suffix("/mod").unwrap_or(path);
    (is_version && !path.ends_with("/models")).then(|| path.replace('/', "::"))
}

fn add(module: &str, item: &Item, items: &mut Items) {
    let mut put = |path: String, is: String| drop(items.insert(format!("{module}::{path}"), is));
    match item {
        Item::Struct(item) => {
            put(item.ident.to_string(), "struct".to_owned());
            for field in item
                .fields
                .iter()
                .filter(|field| matches!(field.vis, Visibility::Public(_)))
            {
                if let Some(name) = field.ident.as_ref().filter(|name| *name != "additional_properties") {
                    put(format!("{}::{name}", item.ident), shown(&field.ty));
                }
            }
        }
        Item::Enum(item) => {
            put(item.ident.to_string(), "enum".to_owned());
            let own = item
                .variants
                .iter()
                .filter(|variant| variant.ident != "UnknownValue" && variant.ident != "UnknownType");
            for variant in own {
                let types: Vec<String> = variant.fields.iter().map(|field| shown(&field.ty)).collect();
                put(format!("{}::{}", item.ident, variant.ident), types.join(", "));
            }
        }
        // The endpoints, which their module re-exports.
        Item::Mod(item) => {
            let inside = item.content.iter().flat_map(|(_, inside)| inside);
            inside.for_each(|inside| add(module, inside, items));
        }
        Item::Static(item) => put(item.ident.to_string(), shown(&item.ty)),
        Item::Fn(item) => put(item.sig.ident.to_string(), signature(&item.sig)),
        Item::Impl(item) => {
            let owner = shown(&item.self_ty);
            let owner = owner.split('<').next().unwrap_or_default().to_owned();
            for part in &item.items {
                match part {
                    ImplItem::Fn(part) => put(format!("{owner}::{}", part.sig.ident), signature(&part.sig)),
                    ImplItem::Const(part) => put(format!("{owner}::{}", part.ident), "constant".to_owned()),
                    _ => {}
                }
            }
        }
        _ => {}
    }
}

fn signature(signature: &syn::Signature) -> String {
    let inputs = signature.inputs.iter().map(|input| match input {
        FnArg::Typed(input) => shown(&input.ty),
        FnArg::Receiver(_) => "self".to_owned(),
    });
    let output = match &signature.output {
        ReturnType::Default => String::new(),
        ReturnType::Type(_, output) => shown(output),
    };
    format!("({}) -> {output}", inputs.collect::<Vec<_>>().join(", "))
}

/// A type without paths: imports and full paths name the same types.
fn shown(of: &Type) -> String {
    let text = quote::ToTokens::to_token_stream(of).to_string().replace(' ', "");
    // A long type stands on several lines, and ends with a comma there.
    let text = text.replace(",>", ">").replace(",)", ")");
    let mut words = vec![String::new()];
    for letter in text.chars() {
        if letter.is_alphanumeric() || letter == '_' || letter == ':' {
            words.last_mut().unwrap().push(letter);
        } else {
            words.extend([letter.to_string(), String::new()]);
        }
    }
    let last = |word: &String| word.rsplit("::").next().unwrap_or_default().to_owned();
    words.iter().map(last).collect()
}
