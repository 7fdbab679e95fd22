//! The names in emitted source.

use std::collections::{BTreeMap, BTreeSet};
use syn::{File, Ident, Item, ItemStruct, Visibility};

/// Every public name of an emitted crate, as a path: `beta::kettle::Kettle`; fields and variants are
/// `...::Kettle::litres`.
///
/// A module's re-exports of its own submodules are named as well. Fails when a file is no valid Rust, or when a module
/// has two items, or a type two fields, of one name in one name space.
pub fn public_paths(files: &BTreeMap<String, String>) -> BTreeSet<String> {
    let mut paths = BTreeSet::new();
    for (path, text) in files.iter().filter(|(path, _)| is_emitted_module(path)) {
        let file = parse(path, text);
        let module = module_path(path);
        let mut seen = BTreeSet::new();
        for (space, name) in names(&file) {
            assert!(
                seen.insert((space, name.clone())),
                "{path}: two {space} items are called {name}"
            );
            paths.insert(if module.is_empty() {
                name
            } else {
                format!("{module}::{name}")
            });
        }
    }
    paths
}

/// A file as syntax; fails with the text.
pub fn parse(path: &str, text: &str) -> File {
    syn::parse_file(text).unwrap_or_else(|error| panic!("{path}: {error}\n{text}"))
}

/// The modules of versions; the runtime is written by hand.
fn is_emitted_module(path: &str) -> bool {
    path.strip_suffix(".rs").is_some() && !path.starts_with("src/runtime/")
}

fn module_path(path: &str) -> String {
    let path = path.strip_prefix("src/").unwrap_or(path);
    let path = path.strip_suffix(".rs").unwrap_or(path);
    let path = path.strip_suffix("/mod").unwrap_or(path);
    if path == "lib" {
        String::new()
    } else {
        path.replace('/', "::")
    }
}

/// The public items of a file with the name space that they live in.
fn names(file: &File) -> Vec<(&'static str, String)> {
    names_of(&file.items)
}

fn names_of(items: &[Item]) -> Vec<(&'static str, String)> {
    let mut names = Vec::new();
    for item in items {
        match item {
            Item::Struct(item) if is_public(&item.vis) => {
                names.push(("type", item.ident.to_string()));
                names.extend(fields(item).map(|field| ("type", format!("{}::{field}", item.ident))));
            }
            Item::Enum(item) if is_public(&item.vis) => {
                names.push(("type", item.ident.to_string()));
                let variants = item.variants.iter().map(|variant| &variant.ident);
                names.extend(variants.map(|variant| ("type", format!("{}::{variant}", item.ident))));
            }
            Item::Type(item) if is_public(&item.vis) => names.push(("type", item.ident.to_string())),
            Item::Mod(item) if is_public(&item.vis) => {
                names.push(("type", item.ident.to_string()));
                // A file of the crate re-exports what its own modules have.
                let inside = item.content.iter().flat_map(|(_, items)| names_of(items));
                names.extend(inside);
            }
            Item::Fn(item) if is_public(&item.vis) => names.push(("value", item.sig.ident.to_string())),
            Item::Static(item) if is_public(&item.vis) => names.push(("value", item.ident.to_string())),
            Item::Const(item) if is_public(&item.vis) => names.push(("value", item.ident.to_string())),
            Item::Use(item) if is_public(&item.vis) => used(&item.tree, &mut names),
            _ => {}
        }
    }
    names
}

fn fields(item: &ItemStruct) -> impl Iterator<Item = &Ident> {
    let public = item.fields.iter().filter(|field| is_public(&field.vis));
    public.filter_map(|field| field.ident.as_ref())
}

fn used(tree: &syn::UseTree, names: &mut Vec<(&'static str, String)>) {
    match tree {
        syn::UseTree::Path(path) => used(&path.tree, names),
        syn::UseTree::Name(name) => names.push(("type", name.ident.to_string())),
        syn::UseTree::Rename(rename) => names.push(("type", rename.rename.to_string())),
        syn::UseTree::Group(group) => group.items.iter().for_each(|tree| used(tree, names)),
        syn::UseTree::Glob(_) => {}
    }
}

fn is_public(visibility: &Visibility) -> bool {
    matches!(visibility, Visibility::Public(_))
}
