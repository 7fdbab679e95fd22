//! Makes the names of one scope unique.

use rustc_hash::FxHashMap;

/// The names taken so far in one Rust scope, each with the number that the next item of this name gets.
#[derive(Debug, Default)]
pub(crate) struct Scope(FxHashMap<String, usize>);

/// The number of the second item of a name.
const SECOND: usize = 2;

impl Scope {
    /// A scope in which these names are already taken.
    pub(crate) fn with(taken: &[&str]) -> Self {
        Self(taken.iter().map(|&name| (name.to_owned(), SECOND)).collect())
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
            if self.take(candidate) {
                return candidate.to_owned();
            }
            last = candidate;
        }
        let separator = if last.starts_with(|c: char| c.is_ascii_lowercase()) {
            "_"
        } else {
            ""
        };
        let mut number = self.0.get(last).copied().unwrap_or(SECOND);
        loop {
            let name = format!("{last}{separator}{number}");
            number += 1;
            if self.take(&name) {
                self.0.insert(last.to_owned(), number);
                return name;
            }
        }
    }

    /// Whether the next item of this name gets another one.
    pub(crate) fn is_taken(&self, name: &str) -> bool {
        self.0.contains_key(name)
    }

    /// Whether the name was free.
    fn take(&mut self, name: &str) -> bool {
        let free = !self.is_taken(name);
        if free {
            self.0.insert(name.to_owned(), SECOND);
        }
        free
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
