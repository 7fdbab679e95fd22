//! OData query options of a request.

use super::request::Request;

impl<T> Request<T> {
    /// `$select`: the properties to return, as names or as `properties!(RoleAssignment: id, display_name)`.
    pub fn select<P: AsRef<str>>(self, properties: impl IntoIterator<Item = P>) -> Self {
        self.list("$select", properties)
    }

    /// `$expand`: the related objects to include.
    pub fn expand<P: AsRef<str>>(self, properties: impl IntoIterator<Item = P>) -> Self {
        self.list("$expand", properties)
    }

    /// `$orderby`: the properties to sort by. For descending order use [`Property::desc`](crate::Property::desc) or add
    /// ` desc` to a name.
    pub fn order_by<P: AsRef<str>>(self, properties: impl IntoIterator<Item = P>) -> Self {
        self.list("$orderby", properties)
    }

    /// `$filter`: the objects to return, as a [`Filter`](super::Filter) or as text, such as
    /// `startswith(displayName,'A')`.
    pub fn filter(self, filter: impl AsRef<str>) -> Self {
        self.query("$filter", filter.as_ref())
    }

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
    /// the service requires together.
    pub fn eventual(self) -> Self {
        self.header("ConsistencyLevel", "eventual").count()
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

    fn list<P: AsRef<str>>(mut self, name: &str, items: impl IntoIterator<Item = P>) -> Self {
        for item in items {
            self.query.add(name, item.as_ref());
        }
        self
    }
}
