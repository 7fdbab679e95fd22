//! Enums of which several members can be set at once.

use super::enumeration::{gate_text, member_docs, members, preface};
use crate::emit::code::tokens;
use crate::emit::file::File;
use crate::emit::plan::EnumPlan;
use proc_macro2::{Literal, TokenStream};
use quote::quote;

/// Adds a set of flags.
pub(crate) fn push(plan: &EnumPlan<'_>, file: &mut File<'_>) {
    let preface = preface(plan, "\n\nA set of flags: combine members with `|`.", file);
    let preface = file.prefaces.put(preface);
    let name = tokens(&plan.emitted.name);
    let item = file.prefaces.lay_out(quote!(#preface pub struct #name(rt::FlagSet);));
    file.push(item);
    let constants = members(plan).enumerate().map(|(index, (member, constant))| {
        let preface = file.prefaces.put(member_docs(member));
        let (constant, index) = (tokens(constant), Literal::usize_unsuffixed(index));
        quote!(#preface pub const #constant: Self = Self(rt::FlagSet::member(#index));)
    });
    let constants: Vec<TokenStream> = constants.collect();
    let gate = file.gate(&plan.emitted.needed).lines(file.areas);
    let gate = file.prefaces.put(gate);
    let item = file.prefaces.lay_out(quote!(#gate impl #name { #(#constants)* }));
    file.push(item);
    file.push(table(plan, file));
}

fn table(plan: &EnumPlan<'_>, file: &File<'_>) -> String {
    let mut text = gate_text(plan, file);
    text.push_str(&format!("rt::flags_enum! {{\n    {} {{\n", plan.emitted.name));
    for (member, _) in members(plan) {
        text.push_str(&format!("        {:?},\n", member.name));
    }
    text.push_str("    }\n}");
    text
}
