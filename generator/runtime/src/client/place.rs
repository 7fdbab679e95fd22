//! Where a call is made, when its operation is documented at several paths.

use std::fmt;

use super::error::Error;
use crate::Endpoint;

/// The beginning of a path and the values in it: `/me/calendars/{id}/events/{id}`. Emitted modules have types of their
/// own for it, `At` for one thing and `In` for a collection, with a constructor for each documented place.
///
/// ```
/// use graph_runtime::{Client, Endpoint, Json, Method, Place, Request};
///
/// static GET_MANAGER: Endpoint = Endpoint {
///     more_paths: "/users/{id}/manager",
///     ..Endpoint::new(Method::Get, "v1.0", "/me/manager")
/// };
///
/// let client = Client::loopback("http://localhost:8080")?;
/// let ada = Place::new("/users/{id}", &["ada"]);
/// let request: Request<Json> = Request::at(&client, &GET_MANAGER, &ada, "/manager", &[]);
/// assert_eq!(request.prepare()?.url(), "http://localhost:8080/v1.0/users/ada/manager");
///
/// // No page documents this call at a group.
/// let group = Place::new("/groups/{id}", &["g"]);
/// let request: Request<Json> = Request::at(&client, &GET_MANAGER, &group, "/manager", &[]);
/// assert!(request.clone().prepare().is_err());
/// assert_eq!(request.undocumented().prepare()?.url(), "http://localhost:8080/v1.0/groups/g/manager");
/// # Ok::<(), graph_runtime::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Place<'a> {
    path: &'static str,
    values: [&'a str; Place::MOST_VALUES],
    count: usize,
}

/// The values of a path that has none. An empty slice in its place would be a body of its own for the compiler.
#[doc(hidden)]
pub const NO_VALUES: &[&str] = &[];

impl<'a> Place<'a> {
    /// How many values a place can have.
    pub const MOST_VALUES: usize = 8;

    /// A place with the values of the placeholders in its path. Further values than [`Place::MOST_VALUES`] are left out.
    pub const fn new(path: &'static str, values: &[&'a str]) -> Self {
        let mut all = [""; Self::MOST_VALUES];
        let mut count = 0;
        let mut free: &mut [&'a str] = &mut all;
        let mut rest = values;
        while let ([slot, later_slots @ ..], [value, later_values @ ..]) = (free, rest) {
            *slot = value;
            (free, rest) = (later_slots, later_values);
            count += 1;
        }
        Self {
            path,
            values: all,
            count,
        }
    }

    /// Shows the place inside of a type of places.
    #[doc(hidden)]
    pub fn debug(&self, of: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple(of).field(self).finish()
    }

    /// The template of a call here, and its values. Behind a path by colon (`root:/{path}`) another colon ends it.
    pub(super) fn call<'v>(&self, tail: &str, values: &[&'v str]) -> (String, Vec<&'v str>)
    where
        'a: 'v,
    {
        let by_colon = self
            .path
            .rfind('/')
            .is_some_and(|at| self.path.as_bytes().get(at.wrapping_sub(1)) == Some(&b':'));
        let colon = if by_colon && !tail.is_empty() { ":" } else { "" };
        let all = self.values.iter().take(self.count).chain(values).copied();
        (format!("{}{colon}{tail}", self.path), all.collect())
    }
}

/// Implements the traits of a type of places. Derives would add what nobody uses: a method of `Eq`, patterns.
#[doc(hidden)]
#[macro_export]
macro_rules! place_impls {
    ($name:ident) => {
        impl Clone for $name<'_> {
            #[inline]
            fn clone(&self) -> Self {
                *self
            }
        }
        impl Copy for $name<'_> {}
        impl ::core::fmt::Debug for $name<'_> {
            #[inline]
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                self.0.debug(stringify!($name), f)
            }
        }
        impl PartialEq for $name<'_> {
            #[inline]
            fn eq(&self, other: &Self) -> bool {
                self.0 == other.0
            }
        }
        impl Eq for $name<'_> {}
        impl ::core::hash::Hash for $name<'_> {
            fn hash<H: ::core::hash::Hasher>(&self, state: &mut H) {
                self.0.hash(state);
            }
        }
    };
}

// Exported macros are at the root of the crate anyway; an emitted crate has them in its module `runtime` too.
#[allow(unreachable_pub, unused_imports)]
pub use place_impls;

/// Which of the endpoint's paths this one is.
pub(super) fn documented(endpoint: &Endpoint, path: &str) -> Option<usize> {
    endpoint.paths().position(|documented| is_same(documented, path))
}

/// An error that names the documented paths.
pub(super) fn refusal(endpoint: &Endpoint, path: &str) -> Error {
    let paths: Vec<String> = endpoint.paths().map(|path| format!("`{path}`")).collect();
    let method = endpoint.method;
    Error::request(format!(
        "`{method} {path}` is not documented; documented are {}; `undocumented()` sends it nevertheless",
        paths.join(", ")
    ))
}

/// Whether two templates differ in letter case and in the names of their values only.
fn is_same(one: &str, two: &str) -> bool {
    let (mut one, mut two) = (one, two);
    loop {
        match (placeholder(one), placeholder(two)) {
            (Some((before, after)), Some((other_before, other_after))) => {
                if !before.eq_ignore_ascii_case(other_before) {
                    return false;
                }
                (one, two) = (after, other_after);
            }
            (None, None) => return one.eq_ignore_ascii_case(two),
            _ => return false,
        }
    }
}

/// The text around the next placeholder.
fn placeholder(text: &str) -> Option<(&str, &str)> {
    let (before, rest) = text.split_once('{')?;
    let (_, after) = rest.split_once('}')?;
    Some((before, after))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_call_is_the_place_and_what_follows() {
        let path = |place: &'static str, tail: &str| Place::new(place, &["1"]).call(tail, &["2"]).0;
        assert_eq!(path("/me/events/{id}", "/accept"), "/me/events/{id}/accept");
        assert_eq!(
            path("/drive/root:/{path}", "/children"),
            "/drive/root:/{path}:/children"
        );
        assert_eq!(path("/drive/root:/{path}", ""), "/drive/root:/{path}");
        assert_eq!(Place::new("/a/{id}", &["1"]).call("/b/{id}", &["2"]).1, ["1", "2"]);
        assert_eq!(Place::new("", &["x"; 12]).call("", &[]).1.len(), Place::MOST_VALUES);
    }

    #[test]
    fn the_names_of_values_and_letter_case_make_no_difference() {
        assert!(is_same("/users/{id | userPrincipalName}/Events", "/users/{id}/events"));
        assert!(is_same("/range(address='{a}')", "/range(address='{address}')"));
        assert!(!is_same("/users/{id}", "/users/{id}/events"));
        assert!(!is_same("/users/{id}", "/me"));
        assert!(!is_same("/me", "/users/{id}"));
    }
}
