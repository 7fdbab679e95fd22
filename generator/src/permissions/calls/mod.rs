//! The calls of a program, from wherever they are known.

pub mod activity;
mod batch;
pub mod binary;
pub mod har;
mod mask;
mod url;

pub use batch::is_batch;
pub use mask::mask;
pub(super) use url::unescaped;
pub use url::{Address, HOSTS};

use super::matching::Index;
use crate::model::Scheme;
use std::path::PathBuf;

/// A call, documented or not.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Call {
    /// How it is shown; empty for a call of a log, which is shown as the route that it means.
    pub text: String,
    /// The method in capitals.
    pub method: String,
    /// Where it goes.
    pub address: Address,
    /// The number of its route, where it was looked up already.
    pub route: Option<usize>,
    /// The page that documents it, where the source knows that: `api/user-list.md`.
    pub page: Option<String>,
    /// Further paths of its page, any of which may be meant.
    pub more_paths: Vec<String>,
    /// The properties that its query asks for and that need more permissions, in small letters; of a call that was looked
    /// up already.
    pub properties: Vec<String>,
    /// The kind of sign-in that it was seen with; any if that is not known.
    pub scheme: Option<Scheme>,
    /// How often it was seen.
    pub count: u64,
}

impl Call {
    /// Reads `GET /users/{id}`, or a URL alone, which is a GET.
    pub fn parse(text: &str) -> Self {
        let text = text.trim();
        let (method, address) = match text.split_once(char::is_whitespace) {
            Some((method, address)) if is_method(method) => (method.to_ascii_uppercase(), address.trim()),
            _ => ("GET".to_owned(), text),
        };
        Self::new(&method, address)
    }

    /// A call of this method.
    pub fn new(method: &str, address: &str) -> Self {
        Self {
            text: format!("{method} {address}"),
            ..Self::logged(method, address)
        }
    }

    /// The same call with the path of its route, for which it was looked up already, so that it can be looked up in other
    /// pages too.
    #[must_use]
    pub fn with_path(self, index: &Index<'_>) -> Self {
        let route = self.route.and_then(|route| index.route(route));
        let Some(page) = route.and_then(|documented| documented.pages.first()) else {
            return self;
        };
        let version = route.map_or("", |documented| documented.version.0.as_str());
        let address = Address::parse(&format!("/{version}{}", page.route.path.template()));
        Self {
            method: page.route.method.to_string(),
            address,
            route: None,
            ..self
        }
    }

    /// A call of a log.
    pub fn logged(method: &str, address: &str) -> Self {
        Self {
            method: method.to_owned(),
            address: Address::parse(address),
            count: 1,
            ..Self::default()
        }
    }
}

/// Whether a word is an HTTP method; addresses have a slash or a dot.
pub fn is_method(word: &str) -> bool {
    !word.is_empty() && word.len() < 10 && word.bytes().all(|byte| byte.is_ascii_alphabetic())
}

/// The calls of arguments, which may have the method as an argument of its own.
pub fn of_arguments(arguments: &[String]) -> Vec<Call> {
    let mut calls = Vec::new();
    let mut method: Option<&str> = None;
    for argument in arguments {
        match method.take() {
            Some(method) => calls.push(Call::parse(&format!("{method} {argument}"))),
            None if is_method(argument) => method = Some(argument),
            None => calls.push(Call::parse(argument)),
        }
    }
    calls.extend(method.map(Call::parse));
    calls
}

/// The calls of a text with one on each line. Empty lines and those that begin with `#` are left out.
pub fn of_lines(text: &str) -> Vec<Call> {
    let lines = text.trim_start_matches('\u{feff}').lines().map(str::trim);
    let calls = lines.filter(|line| !line.is_empty() && !line.starts_with('#'));
    calls.map(Call::parse).collect()
}

/// Why calls could not be read: what, where, and what to do.
#[derive(Debug, thiserror::Error)]
#[error("{}{}: {message}", path.display(), line.map_or_else(String::new, |line| format!(":{line}")))]
pub struct CallsError {
    /// The file.
    pub path: PathBuf,
    /// The line, from 1, where there is one.
    pub line: Option<usize>,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub help: &'static str,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(calls: &[Call]) -> String {
        let one = |call: &Call| format!("{} {}", call.method, call.address.path);
        calls.iter().map(one).collect::<Vec<_>>().join("; ")
    }

    #[test]
    fn arguments_with_and_without_quotes() {
        let calls = |words: &[&str]| {
            let words: Vec<String> = words.iter().map(ToString::to_string).collect();
            shown(&of_arguments(&words))
        };
        assert_eq!(
            calls(&["GET /kilns/{id}", "post /kilns"]),
            "GET /kilns/{id}; POST /kilns"
        );
        assert_eq!(calls(&["DELETE", "/kilns/1", "/pots"]), "DELETE /kilns/1; GET /pots");
    }

    #[test]
    fn a_file_has_one_on_each_line() {
        let text =
            "\u{feff}# of the nightly job\nGET /kilns\r\n\n  patch   https://graph.microsoft.com/beta/kilns/7  \n";
        assert_eq!(shown(&of_lines(text)), "GET /kilns; PATCH /kilns/7");
    }
}
