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

mod clash;
mod page;
mod reading;
mod stem;
mod step;
mod tail;
mod verb;

use crate::model::{Operation, Path, PathKey, Route};
use page::Page;
use reading::{Reading, read};
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
    let keys: Vec<PathKey> = operation.routes.iter().map(|route| route.path.key()).collect();
    let mut calls: Vec<Draft<'_>> = Vec::new();
    for (at, route) in operation.routes.iter().enumerate() {
        let reading = read(&page, route, shorter(&keys, at, route), is_one_of(&keys, at, route));
        let draft = Draft::new(route, reading);
        match calls.iter_mut().find(|call| call.is_same(&draft)) {
            Some(call) => call.routes.extend(draft.routes),
            None => calls.push(draft),
        }
    }
    clash::resolve(&page, calls)
}

/// A call before its names are chosen.
struct Draft<'a> {
    reading: Reading,
    steps: Vec<Step<'a>>,
    /// What stands behind the place, without the names of values.
    tail: String,
    /// The query options of the API itself that take values: they are arguments.
    options: Vec<String>,
    routes: Vec<Located<'a>>,
}

impl<'a> Draft<'a> {
    fn new(route: &'a Route, reading: Reading) -> Self {
        let steps = steps(&route.path);
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
            tail,
            steps,
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
            && self.reading.name() == other.reading.name()
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

/// Whether a route is another one of the page and values: `/pots/{id}` beside `/pots`.
fn is_one_of(keys: &[PathKey], at: usize, route: &Route) -> bool {
    let (Some(key), steps) = (keys.get(at), steps(&route.path)) else {
        return false;
    };
    let values = steps.iter().rev().take_while(|step| step.is_key()).count();
    let first = steps.len().checked_sub(values).and_then(|first| steps.get(first));
    first.is_some_and(|first| keys.iter().any(|other| other.as_str() == key.prefix(first.at)))
}

/// The steps of the longest other route of the page that this one continues by one word, and perhaps a key.
fn shorter(keys: &[PathKey], at: usize, route: &Route) -> Option<usize> {
    let key = keys.get(at)?;
    let steps = steps(&route.path);
    let continued = keys.iter().filter(|other| {
        let length = other.as_str().len();
        !other.is_empty()
            && other.len() < key.len()
            && key.prefix(other.len()).len() == length
            && key.as_str().starts_with(other.as_str())
    });
    let count = |other: &PathKey| steps.iter().take_while(|step| step.at < other.len()).count();
    let fits = |start: &usize| {
        let rest = steps.get(*start..).unwrap_or_default();
        let names: Vec<_> = rest
            .iter()
            .filter(|step| !step.is_key() && !step.is_special())
            .collect();
        let names: Vec<_> = names.into_iter().filter(|step| step.word != "content").collect();
        let starts = rest.first().is_some_and(|step| !step.is_key());
        let is_cast = |step: &Step<'_>| matches!(step.segment, crate::model::Segment::Cast(_));
        rest.len() <= 3 && starts && matches!(names.as_slice(), [name] if !is_cast(name))
    };
    continued.map(count).filter(fits).max()
}

#[cfg(test)]
mod tests;
