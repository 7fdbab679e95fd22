//! What the emitted crate calls what the pages document, for texts about it.

use super::plan::{Body, Function, HeaderValue, Module, Plan, VersionPlan};
use crate::model::{Model, QualifiedName, RouteId, Version};
use rustc_hash::FxHashMap;

/// Paths of functions and types, below the crate.
#[derive(Debug, Default)]
pub struct Names {
    calls: FxHashMap<(Version, String, RouteId), String>,
    types: FxHashMap<(Version, QualifiedName), String>,
}

impl Names {
    /// The names that [`emit`](super::emit) gives to the items of a model.
    pub fn of(model: &Model) -> Self {
        let mut names = Self::default();
        for version in &Plan::of(model).versions {
            names.add_types(version);
            for (path, module) in &version.modules {
                let path = format!("{}::{path}", version.module);
                names.add_calls(version, &path, module);
            }
        }
        names
    }

    /// How a program calls a route of a page: `v1_0::user::get(&client, user_id)`. Nothing where another page's
    /// function makes the same call.
    pub fn call(&self, version: &Version, file: &str, route: RouteId) -> Option<&str> {
        let call = self.calls.get(&(version.clone(), file.to_owned(), route));
        call.map(String::as_str)
    }

    /// The type: `v1_0::user::User`.
    pub fn type_path(&self, version: &Version, name: &QualifiedName) -> Option<&str> {
        let path = self.types.get(&(version.clone(), name.clone()));
        path.map(String::as_str)
    }

    fn add_types(&mut self, version: &VersionPlan<'_>) {
        let structs = version.types.iter().map(|plan| (&plan.item.name, &plan.emitted));
        let enums = version.enums.iter().map(|plan| (&plan.item.name, &plan.emitted));
        for (name, emitted) in structs.chain(enums) {
            let path = format!("{}::{}::{}", version.module, emitted.module, emitted.name);
            self.types.insert((version.schema.version.clone(), name.clone()), path);
        }
    }

    fn add_calls(&mut self, version: &VersionPlan<'_>, path: &str, module: &Module) {
        let plans = module.operations.iter().filter_map(|id| version.operations.get(*id));
        for plan in plans {
            for function in &plan.functions {
                for (at, located) in function.routes.iter().enumerate() {
                    let key = (
                        version.schema.version.clone(),
                        plan.operation.file.clone(),
                        located.route.id,
                    );
                    self.calls.insert(key, call(function, at, path, module));
                }
            }
        }
    }
}

/// The call of the function at one of its routes.
fn call(function: &Function<'_>, at: usize, path: &str, module: &Module) -> String {
    let mut arguments = vec!["&client".to_owned()];
    arguments.extend(place(function, at, path, module));
    arguments.extend(function.path_parameters.iter().cloned());
    arguments.extend(function.query.iter().flat_map(|value| value.parameters.iter().cloned()));
    arguments.extend(function.headers.iter().filter_map(|header| match &header.value {
        HeaderValue::Parameter(name) => Some(name.clone()),
        HeaderValue::Fixed(_) => None,
    }));
    match function.body {
        Body::None | Body::Empty => {}
        Body::Binary => arguments.push("body".to_owned()),
        _ => arguments.push("&body".to_owned()),
    }
    format!("{path}::{}({})", function.name, arguments.join(", "))
}

/// The constructor of the place of a route: `v1_0::event::At::me_events(event_id)`.
fn place(function: &Function<'_>, at: usize, path: &str, module: &Module) -> Option<String> {
    let placed = function.placed.as_ref()?;
    let places = module.places.get(placed.places)?;
    let constructor = places.constructors.get(*placed.constructors.get(at)?)?;
    let parameters = constructor.parameters.join(", ");
    Some(format!("{path}::{}::{}({parameters})", places.name, constructor.name))
}
