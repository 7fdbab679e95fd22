//! Builds one source file: its items, and the imports that they need.

use super::code::Item;
use super::docs;
use super::form::Form;
use super::gate::Gate;
use super::lines::Lines;
use super::name::{ident, module};
use super::plan::{AreaSet, Areas, EmittedType, Module, PlacePlan, ResolvedType, VersionPlan};
use super::write::MARKER;
use rustc_hash::FxHashSet;
use std::collections::{BTreeMap, BTreeSet};

/// The width of all emitted text.
pub(crate) const WIDTH: usize = 100;

/// How long the lines around the endpoints are, mostly.
const ENDPOINTS_AROUND: usize = 256;

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
    /// Lines of the module's docs, as they stand in the file.
    pub(crate) docs: String,
    /// The types of places that its functions take.
    pub(crate) places: &'p [PlacePlan],
    /// The crate's name in code; nothing for a module of a user's crate.
    pub(crate) krate: Option<&'p str>,
    /// The path of the module below the version.
    pub(crate) module: &'p str,
    links: &'p docs::Items,
    items: String,
    /// The text of the endpoints.
    pub(crate) endpoints: String,
    /// The gate of the module that has them.
    pub(crate) around_endpoints: Gate,
    imports: BTreeMap<String, Import>,
    /// Documented responses of its functions: lines of the version's file of them.
    pub(crate) documented: String,
    /// The names of its own types.
    defined: FxHashSet<&'p str>,
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
            around_endpoints: around_endpoints(version, module, &around),
            areas,
            version,
            around,
            own,
            pages: BTreeSet::new(),
            docs: String::new(),
            places: version.modules.get(module).map_or(&[], |module| &module.places),
            krate: inside.krate.as_deref(),
            module,
            links: &inside.links,
            items: String::new(),
            endpoints: String::new(),
            imports: BTreeMap::new(),
            documented: String::new(),
            defined: version
                .modules
                .get(module)
                .map(|module| defined(version, module))
                .unwrap_or_default(),
        }
    }

    /// The gate of an item that these areas need.
    pub(crate) fn gate(&self, needed: &AreaSet) -> Gate {
        Gate::inside(needed, &self.around)
    }

    /// Makes links that stay inside of the lines so far. The item is compiled for these areas, perhaps with the client only.
    pub(crate) fn link(&self, lines: &mut Lines<'_>, needed: &AreaSet, client: bool) {
        lines.link(self.links, needed, client);
    }

    /// A new item, which [`end`](Self::end) adds.
    pub(crate) fn begin(&mut self) -> Item {
        let mut items = std::mem::take(&mut self.items);
        items.push('\n');
        Item::behind(items)
    }

    /// Adds the item that was begun: the text with it.
    pub(crate) fn end(&mut self, mut items: String) {
        items.push('\n');
        self.items = items;
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
        self.defined.contains(name)
    }

    /// The text of the file, which ends with these declarations.
    pub(crate) fn finish(self, end: &str) -> String {
        let mut text = header(&self.pages);
        text.push_str(&self.docs);
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
        // All files are kept at once: a text that grows bit by bit would take up to twice its size.
        text.reserve_exact(self.items.len() + self.endpoints.len() + end.len() + ENDPOINTS_AROUND);
        text.push_str(&self.items);
        self.push_endpoints(&mut text);
        text.push_str(end);
        text
    }

    /// Adds the module with the endpoints. They stand apart, so that the docs of a module show its functions.
    fn push_endpoints(&self, text: &mut String) {
        if self.endpoints.is_empty() {
            return;
        }
        let gate: String = self
            .around_endpoints
            .lines(self.areas)
            .iter()
            .map(|line| format!("{line}\n"))
            .collect();
        let name = module::ENDPOINTS;
        text.extend([
            "\n/// What the pages say about the calls, as data.\n",
            &gate,
            "pub mod ",
            name,
            " {\n    use super::rt;\n",
        ]);
        text.push_str(&self.endpoints);
        text.extend(["}\n", &gate, "#[doc(no_inline)]\npub use ", name, "::*;\n"]);
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

/// What the module of endpoints is compiled for: what any of them is.
fn around_endpoints(version: &VersionPlan<'_>, module: &str, around: &AreaSet) -> Gate {
    let ids = version.modules.get(module).map_or(&[][..], |module| &module.operations);
    let plans = ids.iter().filter_map(|id| version.operations.get(*id));
    let gates = plans
        .filter(|plan| !plan.functions.is_empty())
        .map(|plan| Gate::inside(&plan.areas, around));
    gates
        .reduce(|one, other| one.or(&other))
        .unwrap_or_else(|| Gate::inside(around, around))
}

/// The names of the types of a module.
fn defined<'p>(version: &'p VersionPlan<'_>, module: &'p Module) -> FxHashSet<&'p str> {
    let types = module.types.iter().filter_map(|id| version.types.get(*id));
    let types = types.flat_map(|plan| std::iter::once(&plan.emitted).chain(plan.any.as_ref().map(|any| &any.emitted)));
    let enums = module.enums.iter().filter_map(|id| version.enums.get(*id));
    let emitted = types.chain(enums.map(|plan| &plan.emitted));
    let operations = module.operations.iter().filter_map(|id| version.operations.get(*id));
    let parameters = operations.filter_map(|plan| plan.parameters.as_ref());
    let names = emitted.map(|emitted| emitted.name.as_str());
    names.chain(parameters.map(|plan| plan.name.as_str())).collect()
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
    let mut lines = vec![format!("{keyword} {from}::{{")];
    let list = format!("{},", names.join(", "));
    docs::wrap(&list, WIDTH - 4, &mut |line| lines.push(format!("    {line}")));
    lines.push("};".to_owned());
    lines
}

/// The first lines of a generated file: the marker, and the pages that it comes from.
pub(crate) fn header(pages: &BTreeSet<String>) -> String {
    let mut text = format!("// {MARKER}. Do not edit.\n");
    let list: Vec<&str> = pages.iter().map(String::as_str).collect();
    if !list.is_empty() {
        let list = format!("From: {}", list.join(", "));
        docs::wrap(&list, WIDTH - 3, &mut |line| text.extend(["// ", line, "\n"]));
    }
    text.push('\n');
    text
}
