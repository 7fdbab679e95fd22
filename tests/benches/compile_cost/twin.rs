//! The emitted structs once more, the way most generators write them: with derives.
//!
//! The twin is made from the emitted files, so names, fields, docs and modules are the same. What it leaves out makes
//! it cheaper, not dearer: functions and endpoints, `additional_properties`, checked dates and ids (they are
//! strings here), sets of flags (strings), polymorphic enums (the base type alone), cargo features.

use generator::emit::write::Files;
use proc_macro2::{Ident, Literal, TokenStream, TokenTree};
use quote::quote;
use std::collections::BTreeMap;
use std::path::Path;
use syn::{Attribute, Fields, GenericArgument, Item, ItemEnum, ItemMacro, ItemStruct, PathArguments, Type};

const MANIFEST: &str = r#"[package]
name = "derives"
version = "0.1.0"
edition = "2024"

[dependencies]
serde = { version = "1", features = ["derive"] }
serde_json = { version = "1", features = ["raw_value"] }
"#;

/// The files of the twin.
pub(crate) fn files(emitted: &Files) -> Files {
    let is_rust = |path: &str| Path::new(path).extension().is_some_and(|end| end == "rs");
    let is_source = |path: &str| path.starts_with("src/beta/") && is_rust(path);
    let sources = emitted.iter().filter(|(path, _)| is_source(path));
    let mut files: Files = sources.map(|(path, text)| (path.clone(), file(text))).collect();
    files.insert("Cargo.toml".to_owned(), MANIFEST.to_owned());
    files.insert(
        "src/lib.rs".to_owned(),
        "//! The same structs with derives.\n#![allow(warnings)]\npub mod beta;\n".to_owned(),
    );
    files
}

fn file(text: &str) -> String {
    let file = syn::parse_file(text).unwrap();
    let mut tables = Tables::default();
    for item in &file.items {
        if let Item::Macro(item) = item {
            tables.read(item);
        }
    }
    let items = file.items.into_iter().map(|item| match item {
        Item::Mod(mut item) => {
            item.attrs.clear();
            quote!(#item)
        }
        Item::Use(mut item) => {
            item.attrs.clear();
            let text = quote!(#item).to_string();
            if text.contains("runtime") {
                TokenStream::new()
            } else {
                quote!(#item)
            }
        }
        Item::Struct(item) => structure(&item, &tables),
        Item::Enum(item) => enumeration(&item, &tables),
        _ => TokenStream::new(),
    });
    // One item a line.
    items.map(|item| item.to_string() + "\n").collect()
}

/// What the macro calls of a file say.
#[derive(Default)]
struct Tables {
    /// Names on the wire by type and field or variant.
    wire: BTreeMap<(String, String), Literal>,
    /// The base type of each polymorphic enum.
    bases: BTreeMap<String, Ident>,
}

impl Tables {
    fn read(&mut self, item: &ItemMacro) {
        let mut tokens = item.mac.tokens.clone().into_iter();
        let Some(TokenTree::Ident(name)) = tokens.next() else {
            return;
        };
        let rest: Vec<TokenTree> = tokens.collect();
        if item.mac.path.segments.last().unwrap().ident == "any_enum" {
            if let Some(TokenTree::Ident(base)) = rest.get(1) {
                self.bases.insert(name.to_string(), base.clone());
            }
            return;
        }
        let group = rest.iter().find_map(|token| match token {
            TokenTree::Group(group) => Some(group.stream()),
            _ => None,
        });
        let tokens: Vec<TokenTree> = group.unwrap_or_default().into_iter().collect();
        for (at, token) in tokens.iter().enumerate() {
            let TokenTree::Literal(wire) = token else { continue };
            // `field: Kind = "wire"` or `Variant = "wire"`
            let before = |back: usize| at.checked_sub(back).map(|at| tokens[at].to_string());
            let back = if before(3).is_some_and(|mark| mark == ":") {
                4
            } else {
                2
            };
            if let Some(field) = before(back).filter(|_| before(1).is_some_and(|mark| mark == "=")) {
                self.wire.insert((name.to_string(), field), wire.clone());
            }
        }
    }

    fn wire(&self, owner: &Ident, name: &Ident) -> &Literal {
        let key = (owner.to_string(), name.to_string());
        self.wire
            .get(&key)
            .unwrap_or_else(|| unreachable!("{key:?} has a name on the wire"))
    }
}

fn derives() -> TokenStream {
    quote!(#[derive(Debug, Clone, PartialEq, ::serde::Serialize, ::serde::Deserialize)])
}

fn docs(attributes: &[Attribute]) -> TokenStream {
    let docs = attributes.iter().filter(|attribute| attribute.path().is_ident("doc"));
    quote!(#(#docs)*)
}

fn structure(item: &ItemStruct, tables: &Tables) -> TokenStream {
    let (above, derives, name) = (docs(&item.attrs), derives(), &item.ident);
    let Fields::Named(fields) = &item.fields else {
        return quote!(#above #derives #[derive(Default)] pub struct #name(pub ::std::string::String););
    };
    let is_declared = |field: &&syn::Field| field.ident.as_ref().is_some_and(|name| name != "additional_properties");
    let fields = fields.named.iter().filter(is_declared).map(|field| {
        let (above, ident) = (docs(&field.attrs), field.ident.as_ref().unwrap());
        let (kind, wire) = (kind(&field.ty), tables.wire(name, ident));
        quote!(#above #[serde(rename = #wire, skip_serializing_if = "Option::is_none")] pub #ident: #kind,)
    });
    quote!(#above #derives #[derive(Default)] pub struct #name { #(#fields)* })
}

fn enumeration(item: &ItemEnum, tables: &Tables) -> TokenStream {
    let (above, derives, name) = (docs(&item.attrs), derives(), &item.ident);
    if let Some(base) = tables.bases.get(&name.to_string()) {
        return quote!(#above pub type #name = #base;);
    }
    let variants = item.variants.iter().map(|variant| {
        let (above, ident) = (docs(&variant.attrs), &variant.ident);
        if matches!(variant.fields, Fields::Unit) {
            let wire = tables.wire(name, ident);
            quote!(#above #[serde(rename = #wire)] #ident,)
        } else {
            quote!(#above #[serde(other)] #ident,)
        }
    });
    quote!(#above #derives pub enum #name { #(#variants)* })
}

/// The type without the runtime's own types.
fn kind(written: &Type) -> TokenStream {
    let Type::Path(path) = written else {
        return quote!(#written);
    };
    let (Some(first), Some(last)) = (path.path.segments.first(), path.path.segments.last()) else {
        return quote!(#written);
    };
    let inner = match &last.arguments {
        PathArguments::AngleBracketed(arguments) => match arguments.args.first() {
            Some(GenericArgument::Type(inner)) => Some(inner),
            _ => None,
        },
        _ => None,
    };
    let is_runtime = first.ident == "rt";
    match (last.ident.to_string().as_str(), inner) {
        ("Expanded", Some(inner)) if is_runtime && is_list(inner) => kind(inner),
        ("Expanded", Some(inner)) if is_runtime => {
            let inner = kind(inner);
            quote!(Box<#inner>)
        }
        ("Json", _) if is_runtime => quote!(::serde_json::Value),
        _ if is_runtime => quote!(::std::string::String),
        (_, Some(inner)) => {
            let (outer, inner) = (&last.ident, kind(inner));
            quote!(#outer<#inner>)
        }
        _ => quote!(#written),
    }
}

fn is_list(written: &Type) -> bool {
    matches!(written, Type::Path(path) if path.path.segments.last().is_some_and(|last| last.ident == "Vec"))
}
