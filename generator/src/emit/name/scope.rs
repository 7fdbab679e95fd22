//! Makes the names of one scope unique.

use std::collections::HashSet;

/// The names taken so far in one Rust scope.
#[derive(Debug, Default)]
pub(crate) struct Scope(HashSet<String>);

impl Scope {
    /// A scope in which these names are already taken.
    pub(crate) fn with(taken: &[&str]) -> Self {
        Self(taken.iter().map(|&name| name.to_owned()).collect())
    }

    /// Takes `name`. If it is taken already, takes the first free name of `name2`, `name3` and so on.
    ///
    /// The first caller gets the plain name. Callers ask in the order of the items' own names.
    pub(crate) fn claim(&mut self, name: &str) -> String {
        self.claim_first([name])
    }

    /// Takes the first free candidate. If all are taken, adds a number to the last one.
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
