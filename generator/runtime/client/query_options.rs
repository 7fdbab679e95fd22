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

    /// In which order: properties, each with ` desc` behind it to turn the order.
    pub fn order_by<P: AsRef<str>>(self, properties: impl IntoIterator<Item = P>) -> Self {
        self.list("$orderby", properties)
    }

    /// Which objects to return, such as `startswith(displayName,'A')`.
    pub fn filter(self, expression: &str) -> Self {
        self.query("$filter", expression)
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
