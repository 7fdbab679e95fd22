//! The readme of the emitted crate.

use super::plan::{Field, Function, PlacePlan, Plan, ResolvedType, ReturnType, VersionPlan};
use super::write::MARKER;
use super::{RuntimeCrate, Settings, start};
use crate::model::{Method, Primitive};

/// A function that a newcomer can call at once, and where it is.
struct Example {
    /// `beta::role_assignment`.
    path: String,
    /// `role_assignment`.
    module: String,
    /// `intune_rbac`.
    feature: String,
    /// `list`.
    function: String,
    /// `LIST`.
    endpoint: String,
    /// The argument for a place that takes no values: `, event::In::me()`. Nothing for a function that takes no place.
    place: String,
    /// `User`.
    item: String,
    /// `display_name`.
    field: String,
    /// Whether an update takes the item.
    updated: bool,
    /// Length of its path.
    length: usize,
}

/// What the crate is, how to sign in and list something, its features, and how to generate it again.
pub(crate) fn readme(plan: &Plan<'_>, settings: &Settings) -> String {
    let name = &settings.crate_name;
    let example = example(plan);
    let things = example
        .as_ref()
        .map(|example| start::first_things(&first(example, &name.replace('-', "_"))));
    let things = things.unwrap_or_default();
    let tests = example
        .as_ref()
        .map(|example| testing(example, name))
        .unwrap_or_default();
    let example = example.map(|example| usage(&example, name)).unwrap_or_default();
    let versions: Vec<String> = plan
        .versions
        .iter()
        .map(|version| format!("`{}`", version.module))
        .collect();
    let areas = start::areas(plan);
    let runtime = settings.runtime_crate.as_ref().map(runtime_flags).unwrap_or_default();
    format!(
        "<!-- {MARKER}. Do not edit. -->\n\
         # {name}\n\n\
         Typed client for the Microsoft Graph API, generated from its reference pages: {}.\n\n\
         Each documented resource is a module with its type and one function for every documented operation. If an operation\n\
         is documented at several paths, its function takes the place, such as `event::At::me(event_id)`. The docs of a\n\
         function list the permissions that it needs, least privileged first. Its `Endpoint` has them as data.\n\n\
         A function only builds a request; `.await` sends it. Every property of a type is an `Option`. Undocumented properties\n\
         are kept in `additional_properties`, undocumented values in the last variant of an enum, so that nothing is lost\n\
         between reading and writing. All types of a version are also in its module `models`; `runtime` has what all areas\n\
         share.\n\n\
         {example}{things}\
         ## Features\n\n\
         - `client` (on by default) is the HTTP client. Without it, the crate has only types and endpoints and needs only\n  \
           `serde` and `serde_json`.\n\
         - `blocking` adds calls that wait, for programs without async code; `tracing` adds events for each request,\n  \
           response, retry and page; `chrono`, `jiff` and `time` convert dates and times. They are off by default.\n\
         - `test-util` adds `runtime::Mock`, a service in the program's own process, with the documented responses. It is off\n  \
           by default and belongs under `[dev-dependencies]`.\n\
         - `extra-traits` implements `==` for objects, and `Eq` and `Hash` for enums. It is off by default because it makes\n  \
           the whole crate slower to compile. It is most useful in tests: enable it under `[dev-dependencies]`.\n\
         - Each area is a feature, so that a program compiles only what it uses. `full` turns on all of them.\n\n\
         ## Areas\n\n\
         {areas}\n\
         {tests}\
         ## Generate it again\n\n\
         Nothing in this folder is written by hand. Change the pages, then run the generator:\n\n\
         ```text\n\
         generator generate --docs PAGES --out {name} --crate-name {name}{runtime}\n\
         ```\n",
        versions.join(" and "),
    )
}

fn runtime_flags(runtime: &RuntimeCrate) -> String {
    let path = runtime.path.as_ref().map(|path| format!(" --runtime-path {path}"));
    format!(" --runtime-crate {}{}", runtime.name, path.unwrap_or_default())
}

/// Of the functions that list something and take nothing the one with the shortest path, a plain `list` before others and
/// a stable version before beta: what stands near the root is what most people know, such as `/users`.
fn example(plan: &Plan<'_>) -> Option<Example> {
    let rank = |example: &Example| {
        let beta = example.path.starts_with("beta::");
        (
            example.function != "list",
            !example.place.is_empty(),
            beta,
            example.length,
        )
    };
    let all = plan.versions.iter().flat_map(|version| simple(plan, version));
    all.min_by_key(rank)
}

/// Every function that lists something and takes nothing, in the order of the modules.
fn simple(plan: &Plan<'_>, version: &VersionPlan<'_>) -> Vec<Example> {
    let mut examples = Vec::new();
    for (path, contents) in &version.modules {
        let module = path.rsplit("::").next().unwrap_or(path);
        for operation in contents.operations.iter().filter_map(|id| version.operations.get(*id)) {
            let area = plan.areas.id(&operation.operation.area);
            let simple = operation.functions.iter().filter(|function| is_simple(function));
            examples.extend(simple.filter_map(|function| {
                let place = place(function, module, &contents.places)?;
                let Item {
                    name: item,
                    field,
                    updated,
                } = item(version, function.returns);
                Some(Example {
                    path: format!("{}::{path}", version.module),
                    module: module.to_owned(),
                    feature: plan.areas.feature(area).to_owned(),
                    function: function.name.clone(),
                    endpoint: function.endpoint.clone(),
                    place,
                    item,
                    field,
                    updated,
                    length: function.route.path.as_str().len(),
                })
            }));
        }
    }
    examples
}

/// The argument for the first place that takes no values. A function that takes no place has none; nothing where every
/// place takes values.
fn place(function: &Function<'_>, module: &str, places: &[PlacePlan]) -> Option<String> {
    let Some(placed) = &function.placed else {
        return Some(String::new());
    };
    let places = places.get(placed.places)?;
    let mut constructors = placed.constructors.iter().filter_map(|at| places.constructors.get(*at));
    let found = constructors.find(|constructor| constructor.parameters.is_empty())?;
    Some(format!(", {module}::{}::{}()", places.name, found.name))
}

fn is_simple(function: &Function<'_>) -> bool {
    let takes_nothing = function.path_parameters.is_empty() && function.query.is_empty();
    takes_nothing && function.route.method == Method::Get && matches!(function.returns, ReturnType::Collection(_))
}

/// The parts of the first lines of a program.
fn first<'e>(example: &'e Example, krate: &'e str) -> start::First<'e> {
    start::First {
        krate,
        path: &example.path,
        module: &example.module,
        call: format!("{}(&client{})", example.function, example.place),
        endpoint: &example.endpoint,
        item: &example.item,
        field: &example.field,
        updated: example.updated,
    }
}

/// What a list has.
#[derive(Default)]
struct Item {
    /// The name of the type.
    name: String,
    /// A text property of it that people know.
    field: String,
    /// Whether an update takes it.
    updated: bool,
}

fn item(version: &VersionPlan<'_>, returns: ReturnType) -> Item {
    let ReturnType::Collection(resolved) = returns else {
        return Item::default();
    };
    let name = version.emitted(resolved).map_or("Json", |emitted| &emitted.name);
    let plan = match resolved {
        ResolvedType::Type(id) | ResolvedType::Any(id) => version.types.get(id),
        _ => None,
    };
    let fields = plan.map_or(&[][..], |plan| &plan.fields);
    let is_text = |field: &&Field<'_>| {
        field.resolved == ResolvedType::Primitive(Primitive::String) && !field.collection && field.gates.is_empty()
    };
    let mut texts = fields.iter().filter(is_text);
    let known = texts
        .clone()
        .find(|field| matches!(field.wire, "displayName" | "name" | "subject"));
    let field = known.or_else(|| texts.next()).map_or("id", |field| &field.name);
    Item {
        name: name.to_owned(),
        field: field.to_owned(),
        updated: plan.is_some_and(|plan| plan.updated),
    }
}

/// How a program is tested without the service.
fn testing(example: &Example, name: &str) -> String {
    let Example {
        path,
        module,
        function,
        place,
        endpoint,
        ..
    } = example;
    let krate = name.replace('-', "_");
    format!(
        "## Test without the service\n\n\
         With the feature `test-util`, a `Mock` answers in place of the service, and records what it was asked. Paging,\n\
         retry and batches work as they do with the service.\n\n\
         ```rust,ignore\n\
         use {krate}::{{{path}, runtime::{{Answer, Mock}}}};\n\n\
         async fn test() -> Result<(), Box<dyn std::error::Error>> {{\n    \
             let mock = Mock::new()\n        \
                 .on(&{module}::{endpoint}, Answer::status(429)).twice()\n        \
                 .on(&{module}::{endpoint}, Answer::documented(&{module}::{endpoint}));\n    \
             let items = {module}::{function}(&mock.client(){place}).await?.value;\n    \
             assert_eq!(mock.calls().len(), 3);\n    \
             println!(\"{{items:#?}}\");\n    \
             Ok(mock.verify()?)\n\
         }}\n\
         ```\n\n"
    )
}

fn usage(example: &Example, name: &str) -> String {
    let Example {
        path,
        module,
        feature,
        function,
        place,
        ..
    } = example;
    let krate = name.replace('-', "_");
    format!(
        "## Sign in and list\n\n\
         ```toml\n\
         [dependencies]\n\
         {name} = {{ path = \"../{name}\", features = [\"{feature}\"] }}\n\
         azure_identity = \"1\"\n\
         tokio = {{ version = \"1\", features = [\"macros\", \"rt-multi-thread\"] }}\n\
         ```\n\n\
         ```rust,ignore\n\
         use azure_identity::DeveloperToolsCredential;\n\
         use {krate}::{{{path}, runtime::Client}};\n\n\
         #[tokio::main]\n\
         async fn main() -> Result<(), Box<dyn std::error::Error>> {{\n    \
             let client = Client::new(DeveloperToolsCredential::new(None)?)?;\n    \
             let mut items = {module}::{function}(&client{place}).items();\n    \
             while let Some(item) = items.next_item().await {{\n        \
                 println!(\"{{:#?}}\", item?);\n    \
             }}\n    \
             Ok(())\n\
         }}\n\
         ```\n\n\
         The error of a refused call names the permissions that the call needs, least privileged first.\n\n"
    )
}
