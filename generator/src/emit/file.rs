//! Builds one source file: its items, and the imports that they need.

use super::code::Prefaces;
use super::docs;
use super::form::Form;
use super::gate::Gate;
use super::name::{ident, module};
use super::plan::{AreaSet, Areas, EmittedType, PlacePlan, ResolvedType, VersionPlan};
use super::write::MARKER;
use std::collections::{BTreeMap, BTreeSet};

/// The width of all emitted text.
pub(crate) const WIDTH: usize = 100;

/// A file of one module.
pub(crate) struct File<'p> {
    /// All areas.
    pub(crate) areas: &'p Areas,
    /// The version.
    pub(crate) version: &'p VersionPlan<'p>,
    /// The areas that the whole module is compiled for.
    pub(crate) around: AreaSet,
    /// The areas that any of its items is compiled for.
    own: AreaSet,
    /// Pages that the items come from.
    pub(crate) pages: BTreeSet<String>,
    /// Lines of the module's docs.
    pub(crate) docs: Vec<String>,
    /// The types of places that its functions take.
    pub(crate) places: &'p [PlacePlan],
    /// What stands above items.
    pub(crate) prefaces: Prefaces,
    /// The crate's name in code; nothing for a module of a user's crate.
    pub(crate) krate: Option<&'p str>,
    /// The path of the module below the version.
    pub(crate) module: &'p str,
    links: &'p docs::Items,
    items: Vec<String>,
    endpoints: Vec<(Gate, String)>,
    imports: BTreeMap<String, Import>,
}

/// What the docs of a version refer to.
#[derive(Default)]
pub(crate) struct Inside {
    /// The crate's name in code; nothing for a module of a user's crate.
    pub(crate) krate: Option<String>,
    /// Where the items of its pages are.
    pub(crate) links: docs::Items,
}

struct Import {
    resolved: ResolvedType,
    gate: Gate,
}

impl<'p> File<'p> {
    /// An empty file.
    pub(crate) fn new(
        areas: &'p Areas,
        version: &'p VersionPlan<'p>,
        module: &'p str,
        (around, own): (AreaSet, AreaSet),
        inside: &'p Inside,
    ) -> Self {
        Self {
            areas,
            version,
            around,
            own,
            pages: BTreeSet::new(),
            docs: Vec::new(),
            places: version.modules.get(module).map_or(&[], |module| &module.places),
            prefaces: Prefaces::default(),
            krate: inside.krate.as_deref(),
            module,
            links: &inside.links,
            items: Vec::new(),
            endpoints: Vec::new(),
            imports: BTreeMap::new(),
        }
    }

    /// The gate of an item that these areas need.
    pub(crate) fn gate(&self, needed: &AreaSet) -> Gate {
        Gate::inside(needed, &self.around)
    }

    /// Lines of docs with the links that stay inside. The item is compiled for these areas, perhaps with the client only.
    pub(crate) fn linked(&self, lines: Vec<String>, needed: &AreaSet, client: bool) -> Vec<String> {
        let line = |line: String| self.links.inside(line, needed, client);
        lines.into_iter().map(line).collect()
    }

    /// Adds an item.
    pub(crate) fn push(&mut self, item: String) {
        self.items.push(item);
    }

    /// Adds an endpoint.
    pub(crate) fn push_endpoint(&mut self, gate: Gate, text: String) {
        self.endpoints.push((gate, text));
    }

    /// The name of a struct or enum in code under `gate`. An import is added if it makes the name shorter.
    pub(crate) fn name(&mut self, resolved: ResolvedType, gate: &Gate) -> String {
        let Some(emitted) = self.version.emitted(resolved) else {
            return "rt::Json".to_owned();
        };
        if emitted.module == self.module {
            return emitted.name.clone();
        }
        let plain = emitted.name.clone();
        let is_free = |name: &str| self.imports.get(name).is_none_or(|import| import.resolved == resolved);
        let name = if !self.defines(&plain) && is_free(&plain) {
            plain
        } else {
            self.alias(resolved, emitted)
        };
        let entry = self.imports.entry(name.clone()).or_insert_with(|| Import {
            resolved,
            gate: gate.clone(),
        });
        entry.gate = entry.gate.or(gate);
        name
    }

    /// A name for a type whose own name is taken in the file by parameters of a call: `CopyCopyParameters`.
    fn alias(&self, resolved: ResolvedType, emitted: &EmittedType) -> String {
        let module = emitted.module.rsplit("::").next().unwrap_or_default();
        let first = format!("{}{}", ident::pascal(module), emitted.name);
        let numbered = (2..).map(|number| format!("{first}{number}"));
        let is_free = |name: &String| {
            !self.defines(name) && self.imports.get(name).is_none_or(|import| import.resolved == resolved)
        };
        std::iter::once(first.clone())
            .chain(numbered)
            .find(is_free)
            .unwrap_or(first)
    }

    /// The full path of a type.
    pub(crate) fn path(&self, resolved: ResolvedType) -> String {
        match self.version.emitted(resolved) {
            None => "rt::Json".to_owned(),
            Some(emitted) => format!("{}::{}", self.flat(), emitted.name),
        }
    }

    /// The module that has all types of the version.
    fn flat(&self) -> String {
        format!("{}::{}::{}", self.root(), self.version.module, module::FLAT)
    }

    /// The documented responses of the version. A module of a user's crate has none.
    pub(crate) fn responses(&self) -> String {
        match self.areas.form {
            Form::Crate => format!("crate::{}::EXAMPLES", self.version.module),
            Form::Module { .. } => "rt::Examples::NONE".to_owned(),
        }
    }

    fn root(&self) -> String {
        self.areas.form.root(self.module.split("::").count() + 1)
    }

    /// Whether the file itself has a type of this name.
    fn defines(&self, name: &str) -> bool {
        let Some(module) = self.version.modules.get(self.module) else {
            return false;
        };
        let types = module.types.iter().filter_map(|id| self.version.types.get(*id));
        let mut types = types.flat_map(|plan| [Some(&plan.emitted), plan.any.as_ref().map(|any| &any.emitted)]);
        let mut enums = module.enums.iter().filter_map(|id| self.version.enums.get(*id));
        let operations = module
            .operations
            .iter()
            .filter_map(|id| self.version.operations.get(*id));
        let mut parameters = operations.filter_map(|plan| plan.parameters.as_ref());
        types.any(|emitted| emitted.is_some_and(|emitted| emitted.name == name))
            || enums.any(|plan| plan.emitted.name == name)
            || parameters.any(|plan| plan.name == name)
    }

    /// The text of the file, which ends with these declarations.
    pub(crate) fn finish(self, end: &str) -> String {
        let mut text = header(&self.pages);
        for line in &self.docs {
            text.push_str(if line.is_empty() { "//!" } else { "//! " });
            text.push_str(line);
            text.push('\n');
        }
        text.push('\n');
        for line in self.import_lines() {
            text.push_str(&line);
            text.push('\n');
        }
        for line in self.gate(&self.own).lines(self.areas) {
            text.push_str(&line);
            text.push('\n');
        }
        text.push_str(&format!("use {}::runtime as rt;\n", self.root()));
        let endpoints = self.endpoint_lines();
        // All files are kept at once: a text that grows bit by bit would take up to twice its size.
        let items: usize = self.items.iter().map(|item| item.len() + 2).sum();
        text.reserve_exact(items + endpoints.len() + end.len());
        for item in &self.items {
            text.extend(["\n", item, "\n"]);
        }
        text + &endpoints + end
    }

    /// The module with the endpoints. They stand apart, so that the docs of a module show its functions.
    fn endpoint_lines(&self) -> String {
        let gates = self.endpoints.iter().map(|(gate, _)| gate.clone());
        let Some(gate) = gates.reduce(|one, other| one.or(&other)) else {
            return String::new();
        };
        let around = gate.lines(self.areas);
        let gate: String = around.iter().map(|line| format!("{line}\n")).collect();
        let name = module::ENDPOINTS;
        let mut text = format!(
            "\n/// What the pages say about the calls, as data.\n{gate}pub mod {name} {{\n    use super::rt;\n"
        );
        for (own, endpoint) in &self.endpoints {
            // What the module is compiled for holds for what is in it.
            let is_told = own.lines(self.areas) == around;
            let lines = endpoint
                .lines()
                .filter(|line| !is_told || !around.iter().any(|told| told == line));
            for line in std::iter::once("").chain(lines) {
                text.push_str(if line.is_empty() { "" } else { "    " });
                text.push_str(line);
                text.push('\n');
            }
        }
        text + &format!("}}\n{gate}#[doc(no_inline)]\npub use {name}::*;\n")
    }

    fn import_lines(&self) -> Vec<String> {
        // Ungated imports first.
        let mut groups: BTreeMap<Vec<String>, Vec<String>> = BTreeMap::new();
        for (name, import) in &self.imports {
            let Some(emitted) = self.version.emitted(import.resolved) else {
                continue;
            };
            let renamed = if *name == emitted.name {
                name.clone()
            } else {
                format!("{} as {name}", emitted.name)
            };
            groups.entry(import.gate.lines(self.areas)).or_default().push(renamed);
        }
        let mut lines = Vec::new();
        for (gate, names) in groups {
            lines.extend(gate);
            lines.extend(use_tree("use", &self.flat(), &names));
        }
        lines
    }
}

/// `use a::B;` or `use a::{B, C};`, on several lines if it is long. The keyword can be `pub use`.
pub(crate) fn use_tree(keyword: &str, from: &str, names: &[String]) -> Vec<String> {
    if let [one] = names {
        return vec![format!("{keyword} {from}::{one};")];
    }
    let line = format!("{keyword} {from}::{{{}}};", names.join(", "));
    if line.len() <= WIDTH {
        return vec![line];
    }
    let list = docs::wrap(&format!("{},", names.join(", ")), WIDTH - 4);
    let list = list.into_iter().map(|line| format!("    {line}"));
    let first = std::iter::once(format!("{keyword} {from}::{{"));
    first.chain(list).chain(["};".to_owned()]).collect()
}

/// The first lines of a generated file: the marker, and the pages that it comes from.
pub(crate) fn header(pages: &BTreeSet<String>) -> String {
    let mut text = format!("// {MARKER}. Do not edit.\n");
    let list: Vec<&str> = pages.iter().map(String::as_str).collect();
    if !list.is_empty() {
        for line in docs::wrap(&format!("From: {}", list.join(", ")), WIDTH - 3) {
            text.push_str("// ");
            text.push_str(&line);
            text.push('\n');
        }
    }
    text.push('\n');
    text
}
