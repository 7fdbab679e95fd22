//! Which functions of a page its examples call, found once for all of them.

use super::address::{self, Address};
use super::fit::{Case, fit};
use super::routes::Routes;
use crate::emit::plan::OperationPlan;
use crate::model::{Example, ExampleKind, Piece};

/// Up to so many routes are all tried for each example.
const FEW: usize = 6;

/// The requests that a page shows, and the functions that make them.
pub(crate) struct Calls<'p> {
    /// In the order of the page.
    pub(super) requests: Vec<Request<'p>>,
    /// For each function the requests that it makes, and how.
    made: Vec<Vec<(usize, Made)>>,
}

/// A request that a page shows.
pub(super) struct Request<'p> {
    pub(super) example: &'p Example,
    /// Where it goes, if it is a call of this API.
    pub(super) address: Option<Address>,
    /// The first function that makes it.
    pub(super) function: Option<usize>,
}

/// How a function makes a request.
pub(super) struct Made {
    /// The route, by its index among those of the function.
    pub(super) route: usize,
    /// The values of its placeholders.
    pub(super) values: Vec<String>,
    case: Case,
}

impl<'p> Calls<'p> {
    /// Those of a page.
    pub(crate) fn of(plan: &OperationPlan<'p>) -> Self {
        let finder = Finder::of(plan);
        let mut calls = Self {
            requests: Vec::new(),
            made: plan.functions.iter().map(|_| Vec::new()).collect(),
        };
        let requests = plan.operation.examples.iter();
        for example in requests.filter(|example| example.kind == ExampleKind::Request) {
            let address = example.line.as_deref().and_then(|line| address::read(line).ok());
            let made = address
                .as_ref()
                .map_or_else(Vec::new, |address| finder.made(example, address));
            let first = |case: Case| made.iter().find(|(_, made)| made.case == case);
            let function = first(Case::Exact).or_else(|| first(Case::Ignored));
            calls.requests.push(Request {
                example,
                address,
                function: function.map(|(function, _)| *function),
            });
            for (function, made) in made {
                if let Some(of_function) = calls.made.get_mut(function) {
                    of_function.push((calls.requests.len() - 1, made));
                }
            }
        }
        calls
    }

    /// The requests that a function makes, in the order of the page.
    pub(super) fn of_function(&self, function: usize) -> impl Iterator<Item = (&Request<'p>, &Made)> {
        let made = self.made.get(function).into_iter().flatten();
        made.filter_map(|(request, made)| Some((self.requests.get(*request)?, made)))
    }
}

/// The routes of the functions of a page.
struct Finder<'f> {
    plan: &'f OperationPlan<'f>,
    /// For each route its function, its index there and its path.
    routes: Vec<(usize, usize, Vec<Piece<'f>>)>,
    /// Where there are many.
    tree: Option<Routes>,
}

impl<'f> Finder<'f> {
    fn of(plan: &'f OperationPlan<'_>) -> Self {
        let functions = plan.functions.iter().enumerate();
        let routes = functions.flat_map(|(function, contents)| {
            let routes = contents.routes.iter().enumerate();
            routes.map(move |(at, located)| (function, at, located.route.path.pieces()))
        });
        let routes: Vec<_> = routes.collect();
        let all = || Routes::of(routes.iter().map(|(.., pieces)| pieces.clone()));
        Self {
            plan,
            tree: (routes.len() > FEW).then(all),
            routes,
        }
    }

    /// The functions that make a request. Each makes it by its first route that fits, if possible one that fits exactly.
    fn made(&self, example: &Example, address: &Address) -> Vec<(usize, Made)> {
        let candidates = match &self.tree {
            Some(tree) => tree.find(&address.path),
            None => (0..self.routes.len()).collect(),
        };
        let mut made: Vec<(usize, Made)> = Vec::new();
        for (function, route, pieces) in candidates.iter().filter_map(|at| self.routes.get(*at)) {
            let last = made.pop_if(|(last, _)| last == function);
            let is_exact = last.as_ref().is_some_and(|(_, made)| made.case == Case::Exact);
            let method = self.plan.functions.get(*function).map(|function| function.route.method);
            let fits = |case: Case| {
                let values = fit(pieces, &address.path, case)?;
                Some((
                    *function,
                    Made {
                        route: *route,
                        values,
                        case,
                    },
                ))
            };
            let exact = (!is_exact && method == example.method)
                .then(|| fits(Case::Exact))
                .flatten();
            let other = || {
                if last.is_some() || method != example.method {
                    last
                } else {
                    fits(Case::Ignored)
                }
            };
            made.extend(exact.or_else(other));
        }
        made
    }
}
