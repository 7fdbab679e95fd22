//! The table of the functions that examples call, one file for each area of a version.

use super::choice::{Callable, Functions};
use super::example::Called;
use crate::emit::file::header;
use crate::emit::plan::{AreaId, Body, HeaderValue, Plan};
use crate::emit::write::Files;
use std::collections::{BTreeMap, BTreeSet};

/// `src/testing/mod.rs` and the tables.
pub(super) fn files(plan: &Plan<'_>, functions: &Functions<'_>, called: &BTreeSet<Called>) -> Files {
    let mut tables: BTreeMap<(usize, AreaId), Vec<(&Callable<'_>, String)>> = BTreeMap::new();
    for called in called {
        if let Some(callable) = functions.get(called.id) {
            let table = tables.entry((callable.version, callable.area)).or_default();
            table.push((callable, called.suffix()));
        }
    }
    let mut files = Files::new();
    let mut parts = Vec::new();
    for ((version, area), callables) in &tables {
        let area = plan.areas.feature(*area);
        let version = plan
            .versions
            .get(*version)
            .map_or("", |version| version.module.as_str());
        let name = format!("{version}_{area}");
        files.insert(format!("src/testing/{name}.rs"), table(version, area, callables));
        parts.push((format!("#[cfg(feature = {area:?})]"), name));
    }
    files.insert("src/testing/mod.rs".to_owned(), module(&parts));
    files
}

/// The functions of one area.
fn table(version: &str, area: &str, callables: &[(&Callable<'_>, String)]) -> String {
    let mut text = header(&BTreeSet::new());
    text.push_str(&format!("//! The functions of area `{area}` that examples call.\n\n"));
    let spells = callables
        .iter()
        .any(|(callable, _)| arguments(callable).contains("(rt::"));
    let runtime = if spells { "use crate::runtime as rt;\n" } else { "" };
    text.push_str(&format!(
        "use super::run::Call;\n{runtime}use crate::{version} as api;\n\n"
    ));
    text.push_str("pub(super) const CALLS: &[Call] = &[\n");
    for (callable, suffix) in callables {
        let allowed = if callable.is_documented() {
            ""
        } else {
            ".undocumented()"
        };
        text.push_str(&format!(
            "    ({:?}, |c| c.call(api::{}({}){suffix}{allowed})),\n",
            format!("{}{suffix}", callable.path),
            callable.name,
            arguments(callable)
        ));
    }
    text.push_str("];\n");
    text
}

/// What the function is called with.
fn arguments(callable: &Callable<'_>) -> String {
    let function = callable.function;
    let query = function.query.iter().map(|query| query.parameters.len());
    let count = function.path_parameters.len() + query.sum::<usize>();
    let value = |at: usize| format!("c.value({at})");
    let mut arguments = vec!["c.client()".to_owned()];
    let in_place = callable.place.as_ref().map_or(0, |(_, values)| *values);
    arguments.extend(callable.place.iter().map(|(constructor, values)| {
        let values: Vec<String> = (0..*values).map(value).collect();
        match constructor.split_once("PLACE") {
            Some((before, after)) => format!("api::{before}{}{after}", values.join(", ")),
            None => format!("api::{constructor}({})", values.join(", ")),
        }
    }));
    arguments.extend((in_place..in_place + count).map(value));
    let headers = function.headers.iter();
    let passed = headers.filter(|header| matches!(header.value, HeaderValue::Parameter(_)));
    arguments.extend(passed.map(|header| format!("c.passed_header({:?})", header.name)));
    match function.body {
        Body::None | Body::Empty => {}
        Body::Binary => arguments.push("c.content()".to_owned()),
        Body::Reference => arguments.push("&c.reference()".to_owned()),
        Body::Entities(_) => arguments.push("&c.list()".to_owned()),
        Body::Entity(_) | Body::Parameters | Body::Json => arguments.push("&c.body()".to_owned()),
    }
    arguments.join(", ")
}

fn module(parts: &[(String, String)]) -> String {
    let mut text = header(&BTreeSet::new());
    text.push_str(
        "//! The documented examples as contract tests.\n\
         //!\n\
         //! `run(include_str!(\"../examples.jsonl\"))` calls each function with the documented request, and reads each\n\
         //! documented response as the type that the function returns. Each documented body is built once more through\n\
         //! the fields of its type alone. Nothing is sent.\n\n\
         mod case;\nmod compare;\nmod outcome;\nmod report;\nmod run;\nmod typed;\nmod url;\n\n",
    );
    for (gate, name) in parts {
        text.push_str(&format!("{gate}\nmod {name};\n"));
    }
    text.push_str(
        "\npub use outcome::{ExampleOutcome, Outcome, Side};\npub use report::Report;\n\n\
         /// Runs examples: one JSON object on each line, as in `examples.jsonl`.\n\
         pub fn run(examples: &str) -> Report {\n    \
             let calls: &[&[run::Call]] = &[\n",
    );
    for (gate, name) in parts {
        text.push_str(&format!("        {gate}\n        {name}::CALLS,\n"));
    }
    text.push_str("    ];\n    run::run(examples, calls)\n}\n");
    text
}
