//! Matches the path of an example with a route, and finds the values of the placeholders.

use crate::model::Piece;

/// The most attempts for one path and route. Real ones need less than a hundred; the limit bounds the others.
const PATIENCE: usize = 20_000;

/// How exactly the text of a route has to match.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Case {
    /// Exactly.
    Exact,
    /// Ignoring case, as the service does: pages write `/users` and `/Users`.
    Ignored,
}

/// The values of the placeholders, in order; `None` if the path does not match the route.
pub(super) fn fit(pieces: &[Piece<'_>], path: &str, case: Case) -> Option<Vec<String>> {
    let mut search = Search {
        case,
        left: PATIENCE,
        values: Vec::new(),
    };
    search.run("", pieces, path).then_some(search.values)
}

struct Search {
    case: Case,
    left: usize,
    values: Vec<String>,
}

impl Search {
    fn run(&mut self, before: &str, pieces: &[Piece<'_>], text: &str) -> bool {
        let Some(left) = self.left.checked_sub(1) else {
            return false;
        };
        self.left = left;
        match pieces.split_first() {
            None => text.is_empty(),
            Some((Piece::Literal(literal), rest)) => {
                let Some((start, tail)) = text.split_at_checked(literal.len()) else {
                    return false;
                };
                self.same(start, literal) && self.run(literal, rest, tail)
            }
            Some((Piece::Placeholder(_), rest)) => self.place(before, rest, text),
        }
    }

    /// The shortest value for which the rest matches.
    fn place(&mut self, before: &str, rest: &[Piece<'_>], text: &str) -> bool {
        // `/users/$count` is no user.
        if before.ends_with('/') && text.starts_with('$') {
            return false;
        }
        let slashes = takes_slashes(before, rest.first());
        for (at, c) in text.char_indices() {
            if c == '/' && !slashes {
                return false;
            }
            let (value, tail) = text.split_at(at + c.len_utf8());
            self.values.push(plain(before, rest.first(), value));
            if self.run("", rest, tail) {
                return true;
            }
            self.values.pop();
        }
        false
    }

    fn same(&self, text: &str, literal: &str) -> bool {
        match self.case {
            Case::Exact => text == literal,
            Case::Ignored => text.eq_ignore_ascii_case(literal),
        }
    }
}

/// Paths of files and quoted arguments hold slashes, ids do not.
pub(super) fn takes_slashes(before: &str, after: Option<&Piece<'_>>) -> bool {
    let closed_by_colon = matches!(after, Some(Piece::Literal(text)) if text.starts_with(':'));
    closed_by_colon || before.ends_with([':', '\'', '(', '=']) || before.ends_with(":/")
}

/// Inside quotes a quote is written twice.
fn plain(before: &str, after: Option<&Piece<'_>>, value: &str) -> String {
    let quoted = before.ends_with('\'') && matches!(after, Some(Piece::Literal(text)) if text.starts_with('\''));
    if quoted {
        value.replace("''", "'")
    } else {
        value.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::emit::sample;
    use proptest::prelude::*;

    fn shown(route: &str, path: &str) -> String {
        let operation = sample::operation("a-b", "b", &[route]);
        let pieces = operation.routes[0].path.pieces();
        let found = [Case::Exact, Case::Ignored].map(|case| fit(&pieces, path, case));
        match found {
            [Some(values), _] => values.join(" | "),
            [None, Some(values)] => format!("any case: {}", values.join(" | ")),
            [None, None] => "no".to_owned(),
        }
    }

    #[test]
    fn values_of_places() {
        insta::assert_snapshot!(shown("GET /users/{id | name}/messages/{id}", "/users/a@b.c/messages/AAMk="), @"a@b.c | AAMk=");
        insta::assert_snapshot!(shown("GET /groups/{id}", "/groups/1/members"), @"no");
        insta::assert_snapshot!(shown("GET /groups/{id}", "/Groups/1"), @"any case: 1");
        insta::assert_snapshot!(shown("GET /drive/root:/{item-path}:/content", "/drive/root:/a/b.txt:/content"), @"a/b.txt");
        insta::assert_snapshot!(shown("GET /x/range(address='{address}')/row", "/x/range(address='it''s')/row"), @"it's");
        insta::assert_snapshot!(shown("GET /x/cell(row={row},column={column})", "/x/cell(row=1,column=2)"), @"1 | 2");
        insta::assert_snapshot!(shown("GET /users/{id}", "/users/"), @"no");
        insta::assert_snapshot!(shown("GET /users/{id}", "/users/$count"), @"no");
    }

    proptest! {
        #[test]
        fn values_put_back_give_the_path(values in proptest::collection::vec("[a-z0-9=@.]{1,6}", 3)) {
            let path = format!("/a/{}/b(x='{}')/{}", values[0], values[1], values[2]);
            let operation = sample::operation("a-b", "b", &["GET /a/{x}/b(x='{y}')/{z}"]);
            let pieces = operation.routes[0].path.pieces();
            prop_assert_eq!(fit(&pieces, &path, Case::Exact), Some(values));
        }

        #[test]
        fn any_path_ends_soon(path in "[/a:']{0,80}") {
            let operation = sample::operation("a-b", "b", &["GET /{a}:/{b}:/{c}:/{d}:/{e}:/z"]);
            let _ = fit(&operation.routes[0].path.pieces(), &path, Case::Ignored);
        }
    }
}
