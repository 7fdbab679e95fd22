//! Which function an example calls.

use super::address::Address;
use super::fit::{Case, fit};
use crate::emit::plan::{AreaId, Function, OperationPlan, PlacePlan, Plan, ReturnType};
use crate::model::{Method, Operation, Piece, Route, pieces};
use rustc_hash::FxHashSet;

/// A function at one of its places.
pub(super) struct Callable<'p> {
    /// Index of the version.
    pub(super) version: usize,
    /// Its area.
    pub(super) area: AreaId,
    /// `beta::role_assignment::create`; with a place `beta::event::get(At::me)`.
    pub(super) path: String,
    /// The module and the function: `event::get`.
    pub(super) name: String,
    /// The constructor of its place, `event::At::me`, and the number of values that it takes.
    pub(super) place: Option<(String, usize)>,
    /// Its operation.
    pub(super) operation: &'p OperationPlan<'p>,
    /// The function.
    pub(super) function: &'p Function<'p>,
    route: &'p Route,
    pieces: Vec<Piece<'p>>,
}

/// Every function of the crate, in the order of versions, modules and pages.
pub(super) struct Functions<'p>(Vec<Callable<'p>>);

/// A call that an example shows.
pub(super) struct Chosen {
    /// Index in [`Functions`].
    pub(super) id: usize,
    /// Values for its parameters: first those of the path, then those of the documented query.
    pub(super) values: Vec<String>,
    /// The other query options of the example.
    pub(super) options: Vec<(String, String)>,
    /// Whether the route matches the example only if case is ignored.
    pub(super) case: Case,
}

impl<'p> Functions<'p> {
    /// The functions of a plan.
    pub(super) fn of(plan: &'p Plan<'p>) -> Self {
        let mut all = Vec::new();
        for (version, contents) in plan.versions.iter().enumerate() {
            for (module, place) in &contents.modules {
                let operations = place.operations.iter().filter_map(|id| contents.operations.get(*id));
                for operation in operations {
                    let area = plan.areas.id(&operation.operation.area);
                    for function in &operation.functions {
                        let module = (module.as_str(), place.places.as_slice());
                        all.extend(callables(
                            operation,
                            function,
                            module,
                            &contents.module,
                            (version, area),
                        ));
                    }
                }
            }
        }
        Self(all)
    }

    /// The function with this index.
    pub(super) fn get(&self, id: usize) -> Option<&Callable<'p>> {
        self.0.get(id)
    }

    /// All functions with their indices.
    pub(super) fn iter(&self) -> impl Iterator<Item = (usize, &Callable<'p>)> {
        self.0.iter().enumerate()
    }

    /// The function whose response an example shows if nothing else decides: the first one of the page that returns a
    /// value.
    pub(super) fn of_page(&self, page: &Operation) -> Option<usize> {
        let own = || {
            self.iter()
                .filter(|(_, callable)| std::ptr::eq(callable.operation.operation, page))
        };
        let has_value =
            |returned: ReturnType| !matches!(returned, ReturnType::Bytes | ReturnType::Empty | ReturnType::Progress);
        let with_value = own().find(|(_, callable)| has_value(callable.function.returns));
        with_value.or_else(|| own().next()).map(|(id, _)| id)
    }

    /// The function of the page that makes this request. An exact match is preferred to one that ignores case.
    pub(super) fn on_page(&self, page: &Operation, method: Method, to: &Address) -> Option<Chosen> {
        self.best(method, to, |callable| std::ptr::eq(callable.operation.operation, page))
    }

    /// The function of any other page of the version that makes this request.
    pub(super) fn elsewhere(&self, version: usize, method: Method, to: &Address) -> Option<Chosen> {
        self.best(method, to, |callable| callable.version == version)
    }

    fn best(&self, method: Method, to: &Address, wanted: impl Fn(&Callable<'p>) -> bool) -> Option<Chosen> {
        let candidates = || {
            let all = self.iter().filter(|(_, callable)| wanted(callable));
            all.filter(|(_, callable)| callable.route.method == method)
        };
        [Case::Exact, Case::Ignored].into_iter().find_map(|case| {
            let chosen = candidates().filter_map(|(id, callable)| Some((callable, callable.call(id, to, case)?)));
            // Options that the route documents and the example has, then the most telling path, then the first.
            let rank = |callable: &Callable<'_>| (callable.function.query.len(), callable.literals());
            let best = chosen.reduce(|best, next| if rank(best.0) >= rank(next.0) { best } else { next });
            best.map(|(_, chosen)| chosen)
        })
    }
}

/// A function at each of its places; at one of several paths where it takes none.
fn callables<'p>(
    operation: &'p OperationPlan<'p>,
    function: &'p Function<'p>,
    (module, places): (&str, &[PlacePlan]),
    root: &str,
    (version, area): (usize, AreaId),
) -> Vec<Callable<'p>> {
    let name = format!("{module}::{}", function.name);
    let mut seen = FxHashSet::default();
    let each = function.routes.iter().enumerate().map(|(at, located)| {
        let placed = function.placed.as_ref();
        let found = placed.and_then(|placed| {
            let places = places.get(placed.places)?;
            let constructor = places.constructors.get(*placed.constructors.get(at)?)?;
            Some((
                format!("{}::{}", places.name, constructor.name),
                constructor.parameters.len(),
            ))
        });
        let shown = found
            .as_ref()
            .map(|(constructor, _)| format!("({constructor})"))
            .unwrap_or_default();
        Callable {
            version,
            area,
            path: format!("{root}::{name}{shown}"),
            name: name.clone(),
            place: found.map(|(constructor, values)| (format!("{module}::{constructor}"), values)),
            operation,
            function,
            route: located.route,
            pieces: located.route.path.pieces(),
        }
    });
    each.filter(|callable| seen.insert(callable.path.clone())).collect()
}

impl Callable<'_> {
    /// How much of the path is the same for every value.
    fn literals(&self) -> usize {
        let length = |piece: &Piece<'_>| match piece {
            Piece::Literal(text) => text.len(),
            Piece::Placeholder(_) => 0,
        };
        self.pieces.iter().map(length).sum()
    }

    /// The call of this function that makes the request.
    fn call(&self, id: usize, to: &Address, case: Case) -> Option<Chosen> {
        let mut values = fit(&self.pieces, &to.path, case)?;
        let mut options: Vec<(String, String)> = to.query.split('&').filter_map(option).collect();
        for query in &self.function.query {
            let at = options.iter().position(|(name, _)| name == query.name)?;
            let (_, value) = options.remove(at);
            values.extend(fit(&pieces(query.template), &value, case)?);
        }
        Some(Chosen {
            id,
            values,
            options,
            case,
        })
    }
}

fn option(pair: &str) -> Option<(String, String)> {
    let pair = pair.trim();
    let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
    (!pair.is_empty()).then(|| (name.to_owned(), value.to_owned()))
}
