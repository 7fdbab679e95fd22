//! Which function an example calls.

use super::address::Address;
use super::fit::{Case, fit};
use super::routes::Routes;
use crate::emit::plan::{AreaId, Function, OperationPlan, PlacePlan, Plan, ReturnType};
use crate::model::{Method, Operation, Piece, Route, pieces};
use rustc_hash::{FxHashMap, FxHashSet};

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
    at: Spelled<'p>,
}

/// The path of a call.
enum Spelled<'p> {
    /// As its page documents it.
    Documented(Vec<Piece<'p>>),
    /// The place is that of another call of the module, or one that the program spells.
    Elsewhere(String),
}

/// Every function of the crate, in the order of versions, modules and pages.
pub(super) struct Functions<'p> {
    all: Vec<Callable<'p>>,
    /// Their paths.
    routes: Routes,
    /// Those of each page.
    pages: FxHashMap<*const Operation, Vec<usize>>,
    /// The first of each page, method and tail that can be called at any place.
    movable: FxHashMap<(*const Operation, Method), Vec<usize>>,
    tails: FxHashSet<(*const Operation, Method, &'p str)>,
}

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

impl Spelled<'_> {
    fn pieces(&self) -> Vec<Piece<'_>> {
        match self {
            Self::Documented(pieces) => pieces.clone(),
            Self::Elsewhere(template) => pieces(template),
        }
    }

    fn is_documented(&self) -> bool {
        matches!(self, Self::Documented(_))
    }
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
        let mut functions = Self {
            all: Vec::with_capacity(all.len()),
            routes: Routes::of(std::iter::empty()),
            pages: FxHashMap::default(),
            movable: FxHashMap::default(),
            tails: FxHashSet::default(),
        };
        for callable in all {
            functions.push(callable);
        }
        functions
    }

    fn push(&mut self, callable: Callable<'p>) {
        self.routes.push(&callable.at.pieces());
        let page = std::ptr::from_ref(callable.operation.operation);
        self.pages.entry(page).or_default().push(self.all.len());
        let method = callable.route.method;
        if let Some(tail) = callable.tail()
            && self.tails.insert((page, method, tail))
        {
            self.movable.entry((page, method)).or_default().push(self.all.len());
        }
        self.all.push(callable);
    }

    /// The function with this index.
    pub(super) fn get(&self, id: usize) -> Option<&Callable<'p>> {
        self.all.get(id)
    }

    /// The functions of a page.
    fn on(&self, page: &Operation) -> impl Iterator<Item = (usize, &Callable<'p>)> {
        let ids = self.pages.get(&std::ptr::from_ref(page)).into_iter().flatten();
        ids.filter_map(|id| Some((*id, self.all.get(*id)?)))
    }

    /// The function whose response an example shows if nothing else decides: the first one of the page that returns a
    /// value.
    pub(super) fn of_page(&self, page: &Operation) -> Option<usize> {
        let own = || self.on(page);
        let has_value =
            |returned: ReturnType| !matches!(returned, ReturnType::Bytes | ReturnType::Empty | ReturnType::Progress);
        let with_value = own().find(|(_, callable)| has_value(callable.function.returns));
        with_value.or_else(|| own().next()).map(|(id, _)| id)
    }

    /// The function of the page that makes this request. An exact match is preferred to one that ignores case.
    pub(super) fn on_page(&self, page: &Operation, method: Method, to: &Address) -> Option<Chosen> {
        self.best(method, to, |callable| {
            callable.is_documented() && std::ptr::eq(callable.operation.operation, page)
        })
    }

    /// The function of the page that makes this request at a place of its module that its page does not document.
    pub(super) fn displaced(&self, page: &Operation, method: Method, to: &Address) -> Option<Chosen> {
        self.best(method, to, |callable| std::ptr::eq(callable.operation.operation, page))
    }

    /// The function of the page that makes this request at a place that the program spells. What the page's own path
    /// ends in has to be there.
    pub(super) fn spelled(&mut self, page: &Operation, method: Method, to: &Address) -> Option<Chosen> {
        let ids = self.movable.get(&(std::ptr::from_ref(page), method))?;
        let mut own = ids.iter().filter_map(|id| self.all.get(*id));
        let callable = own.find_map(|callable| callable.moved(&to.path))?;
        self.push(callable);
        let id = self.all.len() - 1;
        self.all.last()?.call(id, to, Case::Exact)
    }

    /// The function of any other page of the version that makes this request.
    pub(super) fn elsewhere(&self, version: usize, method: Method, to: &Address) -> Option<Chosen> {
        self.best(method, to, |callable| {
            callable.is_documented() && callable.version == version
        })
    }

    fn best(&self, method: Method, to: &Address, wanted: impl Fn(&Callable<'p>) -> bool) -> Option<Chosen> {
        let found = self.routes.find(&to.path);
        let candidates = || {
            let all = found.iter().filter_map(|id| Some((*id, self.get(*id)?)));
            let all = all.filter(|(_, callable)| wanted(callable));
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
    let of = |path: String, place: Option<(String, usize)>, route: &'p Route, at: Spelled<'p>| Callable {
        version,
        area,
        path,
        name: name.clone(),
        place,
        operation,
        function,
        route,
        at,
    };
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
        let place = found.map(|(constructor, values)| (format!("{module}::{constructor}"), values));
        let documented = Spelled::Documented(located.route.path.pieces());
        of(format!("{root}::{name}{shown}"), place, located.route, documented)
    });
    let others = function.placed.as_ref().into_iter().flat_map(|placed| {
        let plan = places.get(placed.places);
        let all = plan
            .into_iter()
            .flat_map(|plan| plan.constructors.iter().map(move |one| (plan, one)));
        let documented: FxHashSet<usize> = placed.constructors.iter().copied().collect();
        all.enumerate()
            .filter(move |(at, _)| !documented.contains(at))
            .filter_map(|(_, (plan, one))| {
                let first = function.routes.first()?;
                let constructor = format!("{}::{}", plan.name, one.name);
                Some(of(
                    format!("{root}::{name}({constructor})"),
                    Some((format!("{module}::{constructor}"), one.parameters.len())),
                    first.route,
                    Spelled::Elsewhere(joined(&one.path, first.tail())),
                ))
            })
    });
    each.chain(others)
        .filter(|callable| seen.insert(callable.path.clone()))
        .collect()
}

/// The path of a call at a place. Behind a path by colon (`root:/{path}`) another colon ends it.
fn joined(place: &str, tail: &str) -> String {
    let by_colon = place.rsplit_once('/').is_some_and(|(before, _)| before.ends_with(':'));
    format!("{place}{}{tail}", if by_colon && !tail.is_empty() { ":" } else { "" })
}

/// `/me/drive/items/01AB/workbook` -> `/me/drive/items/{value}/workbook`, and the number of values.
fn place_of(path: &str) -> (String, usize) {
    let is_word = |segment: &&str| {
        segment
            .bytes()
            .all(|byte| byte.is_ascii_alphabetic() || b":$".contains(&byte))
    };
    let is_call = |segment: &str| segment.contains('(') && !segment.contains(['{', '}']);
    let segments: Vec<&str> = path.split('/').collect();
    let values = segments
        .iter()
        .filter(|segment| !is_word(segment) && !is_call(segment))
        .count();
    let template = segments.iter().map(|segment| {
        let is_literal = is_word(segment) || is_call(segment);
        if is_literal {
            (*segment).to_owned()
        } else {
            "{value}".to_owned()
        }
    });
    (template.collect::<Vec<_>>().join("/"), values)
}

impl<'p> Callable<'p> {
    /// Whether its page documents it at its place.
    pub(super) fn is_documented(&self) -> bool {
        self.at.is_documented()
    }

    /// What a path has to end in, so that this call can be made there.
    fn tail(&self) -> Option<&'p str> {
        let tail = self.function.routes.first()?.tail();
        let is_movable = self.is_documented() && self.place.is_some() && !tail.is_empty();
        is_movable.then_some(tail)
    }

    /// The same call at the place that a path shows, if the path ends like that of this call.
    fn moved(&self, path: &str) -> Option<Callable<'p>> {
        let (constructor, _) = self.place.as_ref()?;
        let (places, _) = constructor.rsplit_once("::")?;
        let tail = self.tail()?;
        let words = pieces(tail);
        let starts = path.match_indices('/').map(|(at, _)| at).filter(|at| *at > 0);
        let mut found = starts.filter(|at| {
            path.get(*at..)
                .is_some_and(|rest| fit(&words, rest, Case::Exact).is_some())
        });
        let (template, values) = place_of(path.get(..found.next()?)?);
        let place = format!("{places}(rt::Place::new({template:?}, &[PLACE]))");
        Some(Callable {
            path: format!("{}({template})", self.path.split('(').next().unwrap_or_default()),
            name: self.name.clone(),
            place: Some((place, values)),
            at: Spelled::Elsewhere(joined(&template, tail)),
            ..*self
        })
    }

    /// How much of the path is the same for every value.
    fn literals(&self) -> usize {
        let length = |piece: &Piece<'_>| match piece {
            Piece::Literal(text) => text.len(),
            Piece::Placeholder(_) => 0,
        };
        self.at.pieces().iter().map(length).sum()
    }

    /// The call of this function that makes the request.
    fn call(&self, id: usize, to: &Address, case: Case) -> Option<Chosen> {
        let mut values = fit(&self.at.pieces(), &to.path, case)?;
        let mut options: Vec<(String, String)> = to.query.split('&').filter_map(option).collect();
        for query in &self.function.query {
            let at = options.iter().position(|(name, _)| name == query.name)?;
            let (_, value) = options.remove(at);
            match pieces(query.template).as_slice() {
                // A whole value may be a URL, with slashes.
                [Piece::Placeholder(_)] => values.push(value),
                pieces => values.extend(fit(pieces, &value, case)?),
            }
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
