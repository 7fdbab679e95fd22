//! Endpoint constants: what a function calls, as data.

use super::permission;
use crate::emit::code::tokens;
use crate::emit::file::File;
use crate::emit::gate::Gate;
use crate::emit::link;
use crate::emit::plan::{Function, OperationPlan};
use crate::model::{CloudAvailability, Method};
use quote::quote;

/// Adds the constant of a function.
pub(crate) fn push(plan: &OperationPlan<'_>, function: &Function<'_>, gate: &Gate, file: &mut File<'_>) {
    let operation = plan.operation;
    let version = &file.version.schema.version;
    let mut preface = vec![format!("/// What `{}` calls.", function.name)];
    preface.extend(gate.lines(file.areas));
    let preface = file.prefaces.put(preface);
    let name = tokens(&function.constant);
    let method = tokens(method(function.route.method));
    let permissions = tokens(&permissions(plan, function));
    let clouds: Vec<_> = operation
        .clouds
        .map(clouds)
        .unwrap_or_default()
        .into_iter()
        .map(tokens)
        .collect();
    let query_options = operation.query_options.iter().map(|option| option.0.as_str());
    let (version_name, path) = (&version.0, &function.route.path);
    let docs = link::api(&operation.file, version);
    let item = file.prefaces.lay_out(quote! {
        #preface
        pub const #name: rt::Endpoint = rt::Endpoint {
            method: rt::Method::#method,
            version: #version_name,
            path: #path,
            permissions: #permissions,
            clouds: &[#(rt::Cloud::#clouds),*],
            query_options: &[#(#query_options),*],
            docs: #docs,
        };
    });
    file.push(item);
}

/// A further route mostly has the permissions of the first: said once.
fn permissions(plan: &OperationPlan<'_>, function: &Function<'_>) -> String {
    let own = permission::of_route(plan, function);
    match plan.functions.first() {
        Some(first) if first.index != function.index && permission::of_route(plan, first) == own && !own.is_empty() => {
            format!("{}.permissions", first.constant)
        }
        _ => permission::data(&own),
    }
}

/// The variant of `rt::Method`.
fn method(method: Method) -> &'static str {
    match method {
        Method::Delete => "Delete",
        Method::Get => "Get",
        Method::Head => "Head",
        Method::Patch => "Patch",
        Method::Post => "Post",
        Method::Put => "Put",
    }
}

/// The variants of `rt::Cloud`.
fn clouds(clouds: CloudAvailability) -> Vec<&'static str> {
    let all = [
        (clouds.global, "Global"),
        (clouds.us_government_l4, "UsGovL4"),
        (clouds.us_government_l5, "UsGovL5"),
        (clouds.china, "China"),
    ];
    all.into_iter()
        .filter(|(there, _)| *there)
        .map(|(_, name)| name)
        .collect()
}

/// The names of clouds as docs call them.
pub(crate) fn cloud_names(clouds: CloudAvailability) -> String {
    let all = [
        (clouds.global, "global service"),
        (clouds.us_government_l4, "US Government L4"),
        (clouds.us_government_l5, "US Government L5 (DOD)"),
        (clouds.china, "China operated by 21Vianet"),
    ];
    let names: Vec<&str> = all
        .into_iter()
        .filter(|(there, _)| *there)
        .map(|(_, name)| name)
        .collect();
    names.join(", ")
}
