//! Names of endpoint functions.

use super::ident;
use super::scope::Scope;
use crate::model::{Operation, Piece, Route, Segment, pieces};

/// The name of a page's first route: its action.
pub(crate) fn action(operation: &Operation) -> String {
    if !operation.action.is_empty() {
        return ident::snake(&operation.action);
    }
    let method = operation.routes.first().map_or("call", |route| route.method.as_str());
    ident::snake(&method.to_ascii_lowercase())
}

/// One name for each route of an operation, unique in the module's scope.
///
/// The first route has the action's name (`list`). The name of another route adds the words that only its own path has:
/// `list_by_users` for `/users/{id}/messages` beside `/me/messages`. If two pages of a resource have the same action,
/// the functions of the later page are named after its whole file name.
pub(crate) fn names(operation: &Operation, stem: &str, scope: &mut Scope) -> Vec<String> {
    let action = action(operation);
    let Some(first) = operation.routes.first() else {
        return Vec::new();
    };
    let plain = scope.claim_first([action.as_str(), ident::snake(stem).as_str()]);
    let base = plain.trim_end_matches('_').to_owned();
    let mut names = vec![plain];
    for route in operation.routes.iter().skip(1) {
        let difference = difference(first, route);
        let name = if difference.is_empty() {
            base.clone()
        } else {
            format!("{base}_by_{difference}")
        };
        names.push(scope.claim(&name));
    }
    names
}

/// The words of a route's path and method that the first route does not have.
fn difference(first: &Route, route: &Route) -> String {
    let (theirs, own) = (segments(first), segments(route));
    let start = theirs.iter().zip(&own).take_while(|(a, b)| a == b).count();
    let pairs = theirs.iter().rev().zip(own.iter().rev());
    let limit = theirs.len().min(own.len()) - start;
    let end = pairs.take(limit).take_while(|(a, b)| a == b).count();
    let middle = own.get(start..own.len() - end).unwrap_or_default();
    let mut words: Vec<String> = middle
        .iter()
        .map(|word| word.trim_end_matches('_').to_owned())
        .collect();
    if route.method != first.method {
        words.push(route.method.as_str().to_ascii_lowercase());
    }
    if words.is_empty() && route.query != first.query {
        words.extend(query_words(route));
    }
    words.join("_")
}

/// The literal words of a path, without placeholders and arguments.
fn segments(route: &Route) -> Vec<String> {
    let words = route.path.segments().flat_map(|segment| match segment {
        Segment::Mixed(text) => pieces(text).into_iter().filter_map(literal).collect(),
        segment => Vec::from_iter(segment.name()),
    });
    let telling = words.filter(|word| word.chars().any(|c| c.is_ascii_alphanumeric()));
    telling.map(ident::snake).collect()
}

fn literal(piece: Piece<'_>) -> Option<&str> {
    match piece {
        Piece::Literal(text) => Some(text),
        Piece::Placeholder(_) => None,
    }
}

/// The option names of a query: `$filter=..&$top=5` gives `filter`, `top`.
fn query_words(route: &Route) -> Vec<String> {
    let names = route.query_options().map(|(name, _)| ident::snake(name));
    names.filter(|name| name.len() < 40).take(3).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::emit::sample;

    fn shown(stem: &str, action: &str, routes: &[&str]) -> String {
        let mut scope = Scope::default();
        scope.claim("taken");
        names(&sample::operation(stem, action, routes), stem, &mut scope).join(" ")
    }

    #[test]
    fn further_routes_add_what_their_own_path_has() {
        let routes = [
            "GET /me/messages",
            "GET /users/{id | userPrincipalName}/messages",
            "GET /me/mailFolders/{id}/messages",
            "GET /users/{id | userPrincipalName}/mailFolders/{id}/messages",
        ];
        insta::assert_snapshot!(shown("user-list-messages", "list-messages", &routes), @"list_messages list_messages_by_users list_messages_by_mail_folders list_messages_by_users_mail_folders");
    }

    #[test]
    fn methods_queries_and_tails_tell_routes_apart() {
        insta::assert_snapshot!(shown("x-update", "update", &["PATCH /x/{id}", "PUT /x/{id}"]), @"update update_by_put");
        insta::assert_snapshot!(shown("x-get", "get", &["GET /x/{id}", "GET /x/{id}?$expand=children"]), @"get get_by_expand");
        insta::assert_snapshot!(shown("x-get", "get", &["GET /me/photo", "GET /me/photo/$value"]), @"get get_by_value");
        insta::assert_snapshot!(shown("x-get", "get", &["GET /x/{id}", "GET /x/{name}"]), @"get get_2");
        insta::assert_snapshot!(shown("x-move", "move", &["POST /me/x/move", "POST /users/{id}/x/move"]), @"move_ move_by_users");
        insta::assert_snapshot!(shown("x-cell", "cell", &["GET /x/cell(row={r},column={c})", "GET /y/range(address='{a}')/cell(row={r},column={c})"]), @"cell cell_by_y_range");
    }

    #[test]
    fn a_second_page_with_the_same_action_is_named_after_its_file() {
        insta::assert_snapshot!(shown("x-taken", "taken", &["GET /x", "GET /y/x"]), @"x_taken x_taken_by_y");
    }
}
