//! OData query options of a request.

use super::named::{Condition, Named, Sorted};
use super::request::Request;
use crate::Queried;

/// The options that name properties take those of the type that the request is about: one of another type does not
/// compile. They take text too.
///
/// ```compile_fail
/// # use graph_runtime::{AdditionalProperties, Collection, Request, model, property};
/// # struct Lid { size: Option<i32>, additional_properties: AdditionalProperties }
/// # model! { Lid = "lid" { 0 size: I32 = "size", } }
/// # struct Kettle { name: Option<String>, additional_properties: AdditionalProperties }
/// # model! { Kettle = "kettle" { 0 name: Str = "name", } }
/// fn sorted(kettles: Request<Collection<Kettle>>) -> Request<Collection<Kettle>> {
///     kettles.order_by([property!(Lid: size)])
/// }
/// ```
///
/// ```
/// # use graph_runtime::{AdditionalProperties, Collection, Request, model, property};
/// # struct Kettle { name: Option<String>, additional_properties: AdditionalProperties }
/// # model! { Kettle = "kettle" { 0 name: Str = "name", } }
/// fn sorted(kettles: Request<Collection<Kettle>>) -> Request<Collection<Kettle>> {
///     kettles.order_by([property!(Kettle: name)])
/// }
/// ```
impl<T: Queried> Request<T> {
    /// `$select`: the properties to return, as `properties!(RoleAssignment: id, display_name)` or as names.
    pub fn select<P: Named<T::Of>>(self, properties: impl IntoIterator<Item = P>) -> Self {
        self.names("$select", properties)
    }

    /// `$expand`: the related objects to include.
    pub fn expand<P: Named<T::Of>>(self, properties: impl IntoIterator<Item = P>) -> Self {
        self.names("$expand", properties)
    }

    /// `$orderby`: the properties to sort by. For descending order use [`Property::desc`](crate::Property::desc) or add
    /// ` desc` to a name.
    pub fn order_by<P: Sorted<T::Of>>(mut self, properties: impl IntoIterator<Item = P>) -> Self {
        for property in properties {
            self.query.add("$orderby", &property.text());
        }
        self
    }

    /// `$filter`: the objects to return, as a [`Filter`](super::Filter) or as text, such as
    /// `startswith(displayName,'A')`.
    #[allow(clippy::needless_pass_by_value, reason = "a filter is written where it is used")]
    pub fn filter(self, filter: impl Condition<T::Of>) -> Self {
        self.query("$filter", filter.text())
    }

    fn names<P: Named<T::Of>>(mut self, option: &str, properties: impl IntoIterator<Item = P>) -> Self {
        for property in properties {
            self.query.add(option, property.text());
        }
        self
    }
}

impl<T> Request<T> {
    /// `$search`: the objects to return by words, such as `"displayName:wifi"`. The quotes are part of the expression.
    pub fn search(self, expression: &str) -> Self {
        self.query("$search", expression)
    }

    /// `$top`: the size of a page.
    pub fn top(self, number: u32) -> Self {
        self.query("$top", &number.to_string())
    }

    /// `$skip`: the number of objects to leave out at the beginning.
    pub fn skip(self, number: u32) -> Self {
        self.query("$skip", &number.to_string())
    }

    /// `$count`: requests the number of all objects, see [`Collection::count`](field@crate::Collection::count).
    pub fn count(self) -> Self {
        self.query("$count", "true")
    }

    /// Allows advanced queries on directory objects: sets the header `ConsistencyLevel: eventual` and `$count`, which
    /// the service requires together. A path that ends in `/$count` counts already.
    pub fn eventual(self) -> Self {
        let counts = self.prepared.url().ends_with("/$count");
        let eventual = self.header("ConsistencyLevel", "eventual");
        if counts { eventual } else { eventual.count() }
    }

    /// Adds a preference to the header `Prefer`, such as `include-unknown-enum-members`.
    pub fn prefer(mut self, preference: &str) -> Self {
        let both = match self.prepared.header("prefer") {
            Some(before) => format!("{before}, {preference}"),
            None => preference.to_owned(),
        };
        self.prepared.set_header("prefer", &both);
        self
    }

    /// Limits the size of a page with `Prefer: odata.maxpagesize`. Use it where `$top` limits the whole list.
    pub fn max_page_size(self, number: u32) -> Self {
        self.prefer(&format!("odata.maxpagesize={number}"))
    }

    /// Sets any query option.
    pub fn query(mut self, name: &str, value: &str) -> Self {
        self.query.set(name, value.to_owned());
        self
    }
}
