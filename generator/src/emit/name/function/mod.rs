//! Names of functions: the route's own words.
//!
//! A page documents one operation, mostly at several places: `/me/messages/{id}/forward` and
//! `/users/{id}/messages/{id}/forward`. Routes that differ in their place alone are one call with one name. The name is
//! made from what the page itself says, in this order:
//!
//! 1. An action or a function has its own words: `check_member_groups`.
//! 2. Otherwise the file name and the method give a verb, and the object is spelled as a step of the path, the heading or
//!    the resource spells it. The page's own resource is left out: `create`, `list_members`.
//! 3. What stands behind the thing itself adds its word: `add_member` for `$ref`, `get_value`, `put_content`,
//!    `count_members`, `list_members_as_user`.
//!
//! Two calls of a module can have the same name; [`clash`] has the further candidates.

mod beside;
mod clash;
mod page;
mod reading;
mod stem;
mod step;
mod tail;
mod verb;

use crate::model::{Operation, Path, Route};
use beside::Beside;
use page::Page;
use reading::{Reading, read};
use rustc_hash::FxHashMap;
use step::steps;

pub(crate) use step::Step;

/// A function of a page: what it is called, and where.
#[derive(Debug)]
pub(crate) struct Call<'a> {
    /// Names, best first.
    pub(crate) names: Vec<String>,
    /// The routes that it calls.
    pub(crate) routes: Vec<Located<'a>>,
    /// Whether it is called on a collection, and not on one thing.
    pub(crate) on_many: bool,
}

/// A route and its place.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Located<'a> {
    /// The route.
    pub(crate) route: &'a Route,
    /// How many segments of its path are the place.
    pub(crate) cut: usize,
}

impl Located<'_> {
    /// The path of the place.
    pub(crate) fn place(&self) -> Path {
        Path::parse(self.route.path.prefix(self.cut))
    }

    /// What follows in the path that is called. Behind a path by colon it begins with a slash, too.
    pub(crate) fn tail(&self) -> &str {
        let path = &self.route.path;
        let tail = path.template().get(path.prefix(self.cut).len()..);
        tail.unwrap_or("").trim_start_matches(':')
    }
}

/// The calls of a page, in the order of its routes.
pub(crate) fn calls(operation: &Operation) -> Vec<Call<'_>> {
    let page = Page::of(operation);
    let beside = Beside::of(&operation.routes);
    let mut calls: Vec<Draft<'_>> = Vec::new();
    // The calls of each name and tail: a page can have thousands of routes.
    let mut alike: FxHashMap<String, Vec<usize>> = FxHashMap::default();
    for (at, route) in operation.routes.iter().enumerate() {
        let steps = steps(&route.path);
        let (shorter, is_one_of) = (beside.shorter(at, &steps), beside.is_one_of(at, &steps));
        let draft = Draft::new(route, read(&page, route, &steps, shorter, is_one_of), steps);
        let known = alike.entry([&draft.name, " ", &draft.tail].concat()).or_default();
        let same = known
            .iter()
            .find(|at| calls.get(**at).is_some_and(|call| call.is_same(&draft)));
        if let Some(call) = same.and_then(|at| calls.get_mut(*at)) {
            call.asks |= draft.asks;
            call.routes.extend(draft.routes);
        } else {
            known.push(calls.len());
            calls.push(draft);
        }
    }
    clash::resolve(&page, calls)
}

/// A call before its names are chosen.
struct Draft<'a> {
    reading: Reading,
    /// The plain name.
    name: String,
    steps: Vec<Step<'a>>,
    /// What stands behind the place, without the names of values.
    tail: String,
    /// The query options of the API itself that take values: they are arguments.
    options: Vec<String>,
    routes: Vec<Located<'a>>,
    /// Whether the query of any of them takes a value.
    asks: bool,
}

impl<'a> Draft<'a> {
    fn new(route: &'a Route, reading: Reading, steps: Vec<Step<'a>>) -> Self {
        let key = route.path.key();
        let cut = reading.cut.checked_sub(1).and_then(|last| steps.get(last));
        let cut = cut.map_or(0, |step| step.at + 1);
        let tail = key.as_str().get(key.prefix(cut).len()..).unwrap_or("");
        // `root:/{path}:/children` and `items/{id}/children` have the same tail.
        let tail = tail.trim_start_matches(':').to_owned() + route.path.example_arguments();
        let options = route.query_options();
        let options = options.filter(|(name, value)| !name.starts_with('$') && value.contains('{'));
        Self {
            options: options.map(|(name, _)| name.to_owned()).collect(),
            routes: vec![Located { route, cut }],
            asks: route.query.contains('{'),
            tail,
            steps,
            name: reading.name(),
            reading,
        }
    }

    /// Whether two routes differ in nothing but their place.
    fn is_same(&self, other: &Self) -> bool {
        let of = |draft: &Self| draft.routes.first().map(|located| located.route);
        let (Some(one), Some(two)) = (of(self), of(other)) else {
            return false;
        };
        one.method == two.method
            && self.name == other.name
            && self.reading.on_many == other.reading.on_many
            && self.tail == other.tail
            && self.options == other.options
            && one.body == two.body
            && one.response.body == two.response.body
    }

    /// The steps of the place.
    fn place(&self) -> &[Step<'a>] {
        self.steps.get(..self.reading.cut).unwrap_or_default()
    }

    /// The steps behind the place.
    fn rest(&self) -> &[Step<'a>] {
        self.steps.get(self.reading.cut..).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests;
