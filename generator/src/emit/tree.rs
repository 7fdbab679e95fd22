//! The files of the crate: one for each module, and the `mod.rs` files around them.

use super::file::{File, header, use_tree};
use super::gate::Gate;
use super::item::{any, enumeration, flags, function, place, structure};
use super::plan::{AreaId, AreaSet, Areas, EmittedType, Module, Plan, VersionPlan};
use super::write::Files;
use super::{Settings, crate_files, docs, link};
use crate::model::EnumOrigin;
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// Every file of a crate.
pub(crate) fn files(plan: &Plan<'_>, settings: &Settings) -> Files {
    let mut files = crate_files::files(plan, settings);
    files.extend(modules(plan));
    files
}

/// The modules of the versions.
pub(crate) fn modules(plan: &Plan<'_>) -> Files {
    let mut files = Files::new();
    let folder = plan.areas.form.folder();
    for version in &plan.versions {
        let modules: Vec<_> = version.modules.iter().collect();
        let texts = modules.par_iter().map(|((area, name), module)| {
            let path = format!("{folder}{}/{}/{name}.rs", version.module, plan.areas.feature(*area));
            (path, module_file(plan, version, (*area, name), module))
        });
        files.extend(texts.collect::<Vec<_>>());
        files.extend(version_files(&plan.areas, version));
    }
    files
}

/// The file of one module.
fn module_file(plan: &Plan<'_>, version: &VersionPlan<'_>, place: (AreaId, &str), module: &Module) -> String {
    let around = needed(version, place.0, module);
    let mut file = File::new(&plan.areas, version, place, around);
    file.docs = module_docs(version, place.1, module);
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
    file.finish()
}

/// What the module's page of docs begins with.
fn module_docs(version: &VersionPlan<'_>, name: &str, module: &Module) -> Vec<String> {
    let types = module.types.iter().filter_map(|id| version.types.get(*id));
    let documented = types.filter(|plan| !plan.item.placeholder);
    let types = documented.map(|plan| (&plan.item.name.name, &plan.item.file));
    let enums = module.enums.iter().filter_map(|id| version.enums.get(*id));
    let enums = enums.filter(|plan| plan.item.documented_in == EnumOrigin::Page);
    let pages = types.chain(enums.map(|plan| (&plan.item.name.name, &plan.item.file)));
    let line = |(name, file): (&String, &String)| {
        let page = link::resource(file, &version.schema.version);
        format!("{}: [public page]({page}).", docs::code(name))
    };
    let lines: Vec<String> = pages.map(line).collect();
    if lines.is_empty() {
        return vec![format!("`{name}` in version {}.", version.schema.version)];
    }
    lines
}

/// The areas that need anything of a module.
fn needed(version: &VersionPlan<'_>, area: AreaId, module: &Module) -> AreaSet {
    let mut set = AreaSet::default();
    if !module.operations.is_empty() {
        set.insert(area);
    }
    for emitted in emitted_types(version, module) {
        set.union(&emitted.needed);
    }
    set
}

/// The types of a module that its area re-exports.
fn emitted_types<'p>(version: &'p VersionPlan<'_>, module: &'p Module) -> impl Iterator<Item = &'p EmittedType> {
    let types = module.types.iter().filter_map(|id| version.types.get(*id));
    let types = types.flat_map(|plan| std::iter::once(&plan.emitted).chain(plan.any.as_ref().map(|any| &any.emitted)));
    let enums = module.enums.iter().filter_map(|id| version.enums.get(*id));
    types.chain(enums.map(|plan| &plan.emitted))
}

/// `mod.rs` of a version and of each of its areas.
fn version_files(areas: &Areas, version: &VersionPlan<'_>) -> BTreeMap<String, String> {
    let mut by_area: BTreeMap<AreaId, Vec<(&str, &Module)>> = BTreeMap::new();
    for ((area, name), module) in &version.modules {
        by_area.entry(*area).or_default().push((name, module));
    }
    let mut files = BTreeMap::new();
    let mut lines = Vec::new();
    let folder = areas.form.folder();
    for (area, modules) in &by_area {
        let mut around = AreaSet::default();
        for (_, module) in modules {
            around.union(&needed(version, *area, module));
        }
        let feature = areas.feature(*area);
        lines.extend(
            Gate {
                areas: Some(around.clone()),
                client: false,
            }
            .lines(areas),
        );
        lines.push(format!("pub mod {feature};"));
        let path = format!("{folder}{}/{feature}/mod.rs", version.module);
        files.insert(path, area_file(areas, version, (*area, &around), modules));
    }
    let docs = format!(
        "//! Version {} of the API: one module for each area.\n\n",
        version.schema.version
    );
    let text = header(&BTreeSet::new()) + &docs + &lines.join("\n") + "\n";
    files.insert(format!("{folder}{}/mod.rs", version.module), text);
    files
}

/// `mod.rs` of an area: its modules, and its types side by side.
fn area_file(
    areas: &Areas,
    version: &VersionPlan<'_>,
    (area, around): (AreaId, &AreaSet),
    modules: &[(&str, &Module)],
) -> String {
    let (mut declared, mut exported) = (Vec::new(), Vec::new());
    for (name, module) in modules {
        let needed = needed(version, area, module);
        declared.extend(Gate::inside(&needed, around).lines(areas));
        declared.push(format!("pub mod {name};"));
        let mut groups: BTreeMap<Vec<String>, Vec<String>> = BTreeMap::new();
        for emitted in emitted_types(version, module) {
            let gate = Gate::inside(&emitted.needed, around).lines(areas);
            groups.entry(gate).or_default().push(emitted.name.clone());
        }
        for (gate, mut names) in groups {
            names.sort_unstable();
            exported.extend(gate);
            exported.extend(use_tree("pub use", name, &names));
        }
    }
    let mut text = header(&BTreeSet::new());
    text.push_str(&format!(
        "//! Area `{}` in version {}.\n",
        areas.feature(area),
        version.schema.version
    ));
    for group in [declared, exported].into_iter().filter(|group| !group.is_empty()) {
        text.push('\n');
        text.push_str(&group.join("\n"));
        text.push('\n');
    }
    text
}
