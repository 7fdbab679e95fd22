//! Query options.

use super::request::Request;

impl<T> Request<T> {
    /// Which properties to return: `properties!(RoleAssignment: id, display_name)`, or names.
    pub fn select<P: AsRef<str>>(self, properties: impl IntoIterator<Item = P>) -> Self {
        self.list("$select", properties)
    }

    /// Which related objects to return along.
    pub fn expand<P: AsRef<str>>(self, properties: impl IntoIterator<Item = P>) -> Self {
        self.list("$expand", properties)
    }

    /// In which order: properties, each with ` desc` behind it ([`Property::desc`](crate::Property::desc)) to turn the order.
    pub fn order_by<P: AsRef<str>>(self, properties: impl IntoIterator<Item = P>) -> Self {
        self.list("$orderby", properties)
    }

    /// Which objects to return: a [`Filter`](super::Filter), or its text, such as `startswith(displayName,'A')`.
    pub fn filter(self, filter: impl AsRef<str>) -> Self {
        self.query("$filter", filter.as_ref())
    }

    /// Which objects to return, by words, such as `"displayName:wifi"` (the quotes are part of the expression).
    pub fn search(self, expression: &str) -> Self {
        self.query("$search", expression)
    }

    /// How many objects to return in a page.
    pub fn top(self, number: u32) -> Self {
        self.query("$top", &number.to_string())
    }

    /// How many objects to leave out at the beginning.
    pub fn skip(self, number: u32) -> Self {
        self.query("$skip", &number.to_string())
    }

    /// Asks for the number of all objects.
    pub fn count(self) -> Self {
        self.query("$count", "true")
    }

    /// Allows the advanced queries of directory objects: sets `ConsistencyLevel: eventual` and asks for the count, since the service wants
    /// both together.
    pub fn eventual(self) -> Self {
        self.header("ConsistencyLevel", "eventual").count()
    }

    /// States a preference, such as `include-unknown-enum-members`. Several are sent together.
    pub fn prefer(mut self, preference: &str) -> Self {
        let both = match self.plan.header("prefer") {
            Some(before) => format!("{before}, {preference}"),
            None => preference.to_owned(),
        };
        self.plan.set_header("prefer", &both);
        self
    }

    /// Asks for pages of at most so many objects, where `$top` would end the list.
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
