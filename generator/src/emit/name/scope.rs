//! Keeps the names of one scope apart.

use std::collections::HashSet;

/// The names taken so far in one Rust scope.
#[derive(Debug, Default)]
pub(crate) struct Scope(HashSet<String>);

impl Scope {
    /// A scope in which these names are taken already.
    pub(crate) fn with(taken: &[&str]) -> Self {
        Self(taken.iter().map(|&name| name.to_owned()).collect())
    }

    /// Takes `name`, or when it is taken the first free one of `name2`, `name3` ...
    ///
    /// Whoever asks first keeps the plain name: callers ask in the order of the items' own names.
    pub(crate) fn claim(&mut self, name: &str) -> String {
        self.claim_first([name])
    }

    /// Takes the first free candidate; when all are taken, numbers the last one.
    pub(crate) fn claim_first<'a>(&mut self, candidates: impl IntoIterator<Item = &'a str>) -> String {
        let mut last = "unnamed";
        for candidate in candidates {
            if self.0.insert(candidate.to_owned()) {
                return candidate.to_owned();
            }
            last = candidate;
        }
        let separator = if last.starts_with(|c: char| c.is_ascii_lowercase()) {
            "_"
        } else {
            ""
        };
        let mut number = 2;
        loop {
            let name = format!("{last}{separator}{number}");
            if self.0.insert(name.clone()) {
                return name;
            }
            number += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_taken_name_is_numbered_in_its_own_style() {
        let mut scope = Scope::with(&["client"]);
        let given = ["client", "User", "User", "User", "user"].map(|name| scope.claim(name));
        insta::assert_snapshot!(given.join(" "), @"client_2 User User2 User3 user");
    }

    #[test]
    fn candidates_are_tried_before_numbers() {
        let mut scope = Scope::with(&["id"]);
        let given = [(); 3].map(|()| scope.claim_first(["id", "user_id"]));
        insta::assert_snapshot!(given.join(" "), @"user_id user_id_2 user_id_3");
    }
}
