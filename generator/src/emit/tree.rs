//! The files of the crate: one for each module, and the `mod.rs` files around them.

use super::file::{File, Inside, WIDTH, header, use_tree};
use super::form::Form;
use super::gate::Gate;
use super::item::{any, enumeration, flags, function, place, structure};
use super::name::module;
use super::plan::{AreaSet, Areas, EmittedType, Module, Plan, VersionPlan};
use super::testing::documented;
use super::write::Files;
use super::{Settings, crate_files, docs, link, manifest};
use crate::model::EnumOrigin;
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// Every file of a crate.
pub(crate) fn files(plan: &Plan<'_>, settings: &Settings) -> Files {
    let mut files = crate_files::files(plan, settings);
    let krate = manifest::package_name(&settings.crate_name).replace('-', "_");
    files.extend(modules(plan, Some(&krate)));
    files
}

/// The modules of the versions; in a crate of this name.
pub(crate) fn modules(plan: &Plan<'_>, krate: Option<&str>) -> Files {
    let mut files = Files::new();
    for version in &plan.versions {
        let folder = format!("{}{}", plan.areas.form.folder(), version.module);
        let nodes: Vec<_> = nodes(version).into_iter().collect();
        let inside = Inside {
            krate: krate.map(str::to_owned),
            links: krate.map(|_| docs::Items::of(version)).unwrap_or_default(),
        };
        let texts = nodes.par_iter().map(|(path, node)| {
            let name = path.replace("::", "/");
            let file = match (path.is_empty(), node.children.is_empty()) {
                (true, _) => format!("{folder}/mod.rs"),
                (false, true) => format!("{folder}/{name}.rs"),
                (false, false) => format!("{folder}/{name}/mod.rs"),
            };
            (file, node.text(&plan.areas, version, path, &inside))
        });
        let texts: Vec<_> = texts.collect();
        if !version.modules.is_empty() {
            files.insert(format!("{folder}/{}.rs", module::FLAT), flat_file(&plan.areas, version));
            if has_examples(&plan.areas, version) {
                let lines = texts.iter().map(|(_, (_, lines))| lines.as_str());
                files.insert(format!("{folder}/{}", documented::FILE), documented::text(lines));
            }
        }
        files.extend(texts.into_iter().map(|(file, (text, _))| (file, text)));
    }
    files
}

/// A module: what it has, and the modules in it. `security` can be a type and a namespace.
#[derive(Default)]
struct Node<'p> {
    module: Option<&'p Module>,
    /// The areas that need its own items.
    own: AreaSet,
    /// The areas that need any of its items, those of its modules included.
    around: AreaSet,
    /// The last words of the modules in it, with the areas that need them.
    children: BTreeMap<&'p str, AreaSet>,
}

/// The modules by path; the version itself has the empty path.
fn nodes<'p>(version: &'p VersionPlan<'_>) -> BTreeMap<&'p str, Node<'p>> {
    let mut nodes = BTreeMap::from([("", Node::default())]);
    for (path, module) in &version.modules {
        let own = needed(version, module);
        let node = nodes.entry(path.as_str()).or_default();
        (node.module, node.own) = (Some(module), own.clone());
        node.around.union(&own);
        let mut child = path.as_str();
        while !child.is_empty() {
            let (parent, name) = child.rsplit_once("::").unwrap_or(("", child));
            let node = nodes.entry(parent).or_default();
            node.around.union(&own);
            node.children.entry(name).or_default().union(&own);
            child = parent;
        }
    }
    nodes
}

impl Node<'_> {
    /// The text of its file, and the lines of the documented responses of its functions.
    fn text(&self, areas: &Areas, version: &VersionPlan<'_>, path: &str, inside: &Inside) -> (String, String) {
        let children = self.children(areas, version, path.is_empty());
        if let Some(module) = self.module {
            return module_file(areas, version, (path, module, &children), self, inside);
        }
        let docs = version_docs(version, path, self.children.is_empty());
        (header(&BTreeSet::new()) + &docs + &children, String::new())
    }

    /// The declarations of the modules in it.
    fn children(&self, areas: &Areas, version: &VersionPlan<'_>, is_version: bool) -> String {
        let mut lines = Vec::new();
        for (name, needed) in &self.children {
            let gate = if is_version {
                Gate::only(needed)
            } else {
                Gate::inside(needed, &self.around)
            };
            lines.extend(gate.lines(areas));
            lines.push(format!("pub mod {name};"));
        }
        if is_version && !self.children.is_empty() {
            lines.push(format!("pub mod {};", module::FLAT));
            lines.extend(has_examples(areas, version).then(examples));
        }
        lines.iter().fold("\n".to_owned(), |text, line| text + line + "\n")
    }
}

/// Whether a version has a file with documented responses. A module of a user's crate has no feature for it.
fn has_examples(areas: &Areas, version: &VersionPlan<'_>) -> bool {
    areas.form == Form::Crate && !version.operations.is_empty()
}

/// What endpoints of a version refer to. Where no area is on, none does.
fn examples() -> String {
    let file = documented::FILE;
    format!(
        "\n#[cfg(feature = \"test-util\")]\n#[allow(dead_code)]\n\
         const EXAMPLES: super::runtime::Examples = super::runtime::Examples::new(include_str!(\"{file}\"));\n\
         #[cfg(not(feature = \"test-util\"))]\n#[allow(dead_code)]\n\
         const EXAMPLES: super::runtime::Examples = super::runtime::Examples::NONE;"
    )
}

/// The docs of a module that has no items of its own.
fn version_docs(version: &VersionPlan<'_>, path: &str, is_empty: bool) -> String {
    let version_name = &version.schema.version;
    let docs = match path {
        // A version of which no item was chosen has no list of types to link to.
        "" if is_empty => format!("Version {version_name} of the API: no item."),
        "" => format!(
            "Version {version_name} of the API: a module for each resource, and all types in [`{}`].",
            module::FLAT
        ),
        path => format!("`{path}` in version {version_name}."),
    };
    format!("//! {docs}\n")
}

/// The file of one module, which ends with the declarations of the modules in it, and the documented responses.
fn module_file(
    areas: &Areas,
    version: &VersionPlan<'_>,
    (path, module, end): (&str, &Module, &str),
    node: &Node<'_>,
    inside: &Inside,
) -> (String, String) {
    let mut file = File::new(areas, version, path, (node.around.clone(), node.own.clone()), inside);
    file.docs = module_docs(version, path, module);
    inside.links.inside(&mut file.docs, 0, &node.around, false);
    for plan in module.types.iter().filter_map(|id| version.types.get(*id)) {
        structure::push(plan, &mut file);
        if let Some(any) = &plan.any {
            any::push(plan, any, &mut file);
        }
    }
    for plan in module.enums.iter().filter_map(|id| version.enums.get(*id)) {
        if plan.flags {
            flags::push(plan, &mut file);
        } else {
            enumeration::push(plan, &mut file);
        }
    }
    for plan in &module.places {
        place::push(plan, &mut file);
    }
    for plan in module.operations.iter().filter_map(|id| version.operations.get(*id)) {
        function::push(plan, &mut file);
    }
    let documented = std::mem::take(&mut file.documented);
    (file.finish(end), documented)
}

/// What the module's page of docs begins with: what the resource is, in the page's own words, and what is here.
fn module_docs(version: &VersionPlan<'_>, name: &str, module: &Module) -> String {
    let types = module.types.iter().filter_map(|id| version.types.get(*id));
    let documented = types.filter(|plan| !plan.item.placeholder);
    let types = documented.map(|plan| {
        let item = plan.item;
        (&item.name.name, &item.file, first_paragraph(&item.description))
    });
    let enums = module.enums.iter().filter_map(|id| version.enums.get(*id));
    let enums = enums.filter(|plan| plan.item.documented_in == EnumOrigin::Page);
    let pages: Vec<_> = types
        .chain(enums.map(|plan| (&plan.item.name.name, &plan.item.file, "")))
        .collect();
    let words = pages.iter().map(|page| page.2).find(|words| !words.is_empty());
    let mut text = String::new();
    let push = |text: &mut String, line: &str| text.extend([if line.is_empty() { "//!" } else { "//! " }, line, "\n"]);
    match (words, pages.first()) {
        (Some(words), _) => docs::render(words, WIDTH - 4, &mut |line| push(&mut text, line)),
        (None, Some(_)) => {}
        (None, None) => {
            let words = without_page(version, name, module);
            docs::wrap(&words, WIDTH - 4, &mut |line| push(&mut text, line));
        }
    }
    let functions = module.operations.iter().filter_map(|id| version.operations.get(*id));
    let functions: usize = functions.map(|plan| plan.functions.len()).sum();
    if functions > 0 {
        if !text.is_empty() {
            push(&mut text, "");
        }
        let calls = if functions == 1 {
            "call is a [function](#functions)"
        } else {
            "calls are [functions](#functions)"
        };
        let endpoints = module::ENDPOINTS;
        let line = format!("{functions} documented {calls} here; [`{endpoints}`] has what their pages say, as data.");
        push(&mut text, &line);
    }
    if !pages.is_empty() && !text.is_empty() {
        push(&mut text, "");
    }
    for (name, file, _) in pages {
        let line = match link::resource(file, version.schema) {
            Some(page) => format!("{}: [public page]({page}).", docs::code(name)),
            None => format!("{}.", docs::code(name)),
        };
        push(&mut text, &line);
    }
    text
}

/// What a module is for which no page describes a type: where its functions are called.
fn without_page(version: &VersionPlan<'_>, name: &str, module: &Module) -> String {
    let operations = || module.operations.iter().filter_map(|id| version.operations.get(*id));
    let routes = operations().flat_map(|plan| plan.functions.iter().flat_map(|function| &function.routes));
    let places: BTreeSet<String> = routes.map(|located| located.place().as_str().to_owned()).collect();
    let (Some(operation), Some(first)) = (operations().next(), places.first()) else {
        return format!("`{name}` in version {}.", version.schema.version);
    };
    let elsewhere = if places.len() > 1 { " and elsewhere" } else { "" };
    let resource = docs::code(&operation.operation.resource);
    let first = docs::code(first);
    format!("What can be called at {first}{elsewhere}. No page describes a type of {resource}.")
}

/// The first paragraph of a description; nothing if it begins with a list, a table or a quotation.
fn first_paragraph(text: &str) -> &str {
    let first = text.trim().split("\n\n").next().unwrap_or_default();
    let block = first.starts_with(['-', '*', '|', '>', '#', '<']);
    if block { "" } else { first }
}

/// The areas that need anything of a module.
fn needed(version: &VersionPlan<'_>, module: &Module) -> AreaSet {
    let mut set = AreaSet::default();
    for plan in module.operations.iter().filter_map(|id| version.operations.get(*id)) {
        set.union(&plan.areas);
    }
    for emitted in emitted_types(version, module) {
        set.union(&emitted.needed);
    }
    set
}

/// The types of a module.
fn emitted_types<'p>(version: &'p VersionPlan<'_>, module: &'p Module) -> impl Iterator<Item = &'p EmittedType> {
    let types = module.types.iter().filter_map(|id| version.types.get(*id));
    let types = types.flat_map(|plan| std::iter::once(&plan.emitted).chain(plan.any.as_ref().map(|any| &any.emitted)));
    let enums = module.enums.iter().filter_map(|id| version.enums.get(*id));
    types.chain(enums.map(|plan| &plan.emitted))
}

/// The module with every type of a version: one list for each set of areas.
fn flat_file(areas: &Areas, version: &VersionPlan<'_>) -> String {
    let mut groups: BTreeMap<Vec<String>, Vec<String>> = BTreeMap::new();
    for module in version.modules.values() {
        for emitted in emitted_types(version, module) {
            let gate = Gate::only(&emitted.needed).lines(areas);
            let path = format!("{}::{}", emitted.module, emitted.name);
            groups.entry(gate).or_default().push(path);
        }
    }
    let mut text = header(&BTreeSet::new());
    text.push_str(&format!(
        "//! Every type of version {}, each from its own module.\n\n",
        version.schema.version
    ));
    for (gate, mut paths) in groups {
        paths.sort_unstable();
        let lines = gate.into_iter().chain(use_tree("pub use", "super", &paths));
        lines.for_each(|line| text.push_str(&(line + "\n")));
    }
    text
}
