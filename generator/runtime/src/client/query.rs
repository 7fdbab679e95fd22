//! The query of a request.

use super::path::encode_except;

/// Names and values in the order in which they were first given.
#[derive(Clone, Debug, Default)]
pub(super) struct Query(Vec<(String, String)>);

impl Query {
    /// Sets a value; one that was set before is replaced.
    pub(super) fn set(&mut self, name: &str, value: String) {
        match self.0.iter_mut().find(|(n, _)| n == name) {
            Some(pair) => pair.1 = value,
            None => self.0.push((name.to_owned(), value)),
        }
    }

    /// Adds to a list with commas.
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
