//! The query of a URL.

use std::fmt;

use super::path::encode_except;
use crate::model::secret::{HIDDEN, is_secret_option};

/// Names and values in the order in which they were first set.
#[derive(Clone, Default)]
pub(super) struct Query(Vec<(String, String)>);

impl Query {
    /// Sets a value and replaces an earlier one.
    pub(super) fn set(&mut self, name: &str, value: String) {
        match self.0.iter_mut().find(|(n, _)| n == name) {
            Some(pair) => pair.1 = value,
            None => self.0.push((name.to_owned(), value)),
        }
    }

    /// Adds an item to a comma-separated list.
    pub(super) fn add(&mut self, name: &str, item: &str) {
        match self.0.iter_mut().find(|(n, _)| n == name) {
            Some((_, list)) => {
                list.push(',');
                list.push_str(item);
            }
            None => self.0.push((name.to_owned(), item.to_owned())),
        }
    }

    /// Appends the query to a URL.
    pub(super) fn append(&self, url: &mut String) {
        for (name, value) in &self.0 {
            url.push(if url.contains('?') { '&' } else { '?' });
            url.push_str(&encode_except(name, "$@"));
            url.push('=');
            url.push_str(&encode_except(value, "$@,:;()*!/'"));
        }
    }
}

impl fmt::Debug for Query {
    /// Without the values of secret options.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let shown = |(name, value): &(String, String)| {
            let value = if is_secret_option(name) { HIDDEN } else { value };
            (name.clone(), value.to_owned())
        };
        f.debug_list().entries(self.0.iter().map(shown)).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::Query;
    use azure_core::http::Url;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn any_value_stays_in_its_option(value in "([&=+#%'\"\\x00 ]|\\PC){0,12}") {
            let mut query = Query::default();
            query.set("$filter", value.clone());
            query.set("$top", "1".to_owned());
            let mut url = "http://localhost/users".to_owned();
            query.append(&mut url);
            let url = Url::parse(&url).unwrap();
            let pairs: Vec<(String, String)> = url.query_pairs().into_owned().collect();
            prop_assert_eq!(pairs, [("$filter".to_owned(), value), ("$top".to_owned(), "1".to_owned())]);
            prop_assert!(url.fragment().is_none());
        }
    }
}
