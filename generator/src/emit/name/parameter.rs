//! Names of path parameters.

use super::scope::Scope;
use super::{ident, spelling};
use crate::model::UrlParameter;

/// Placeholder names that mean only "some value". The segment before the placeholder gives a better name.
const GENERIC: &[&str] = &["id", "ids", "name", "value", "key", "unnamed", "path", "index"];

/// One name for each placeholder of a path and its query, in order: `user_id`, `message_id` for
/// `/users/{id | userPrincipalName}/messages/{id}`. Then one for each header: `if_match`. A function uses some names itself.
pub(crate) fn names<'a>(
    taken: &[&str],
    parameters: impl IntoIterator<Item = UrlParameter<'a>>,
    headers: impl IntoIterator<Item = &'a str>,
) -> Vec<String> {
    let mut scope = Scope::with(taken);
    let parameters = parameters.into_iter();
    let mut names: Vec<String> = parameters.map(|parameter| name(&parameter, &mut scope)).collect();
    names.extend(headers.into_iter().map(|header| scope.claim(&snake(header))));
    names
}

fn snake(text: &str) -> String {
    ident::finished(&spelling::words(text))
}

fn name(parameter: &UrlParameter<'_>, scope: &mut Scope) -> String {
    let own = snake(parameter.placeholder.words().next().unwrap_or_default());
    let generic = GENERIC.contains(&own.as_str());
    let argument = parameter.argument.map(snake);
    if argument.is_none() && !generic && !scope.is_taken(&own) {
        return scope.claim(&own);
    }
    let owner = parameter.owner.and_then(owner);
    let with_owner = owner.map(|owner| format!("{owner}_{}", own.trim_end_matches('_')));
    match (argument, with_owner) {
        (Some(key), _) => scope.claim_first([key.as_str(), own.as_str()]),
        (None, Some(with_owner)) if generic => scope.claim_first([with_owner.as_str()]),
        (None, Some(with_owner)) => scope.claim_first([own.as_str(), with_owner.as_str()]),
        (None, None) => scope.claim(&own),
    }
}

/// The word for what the placeholder identifies: the name before it, in the singular.
fn owner(name: &str) -> Option<String> {
    let words = snake(name);
    let singular = ident::singular(words.trim_end_matches('_'));
    (!singular.is_empty() && words != "unnamed").then_some(singular)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Path;
    use proptest::prelude::*;

    fn shown(template: &str) -> String {
        names(&["client", "body"], Path::parse(template).parameters(), []).join(" ")
    }

    #[test]
    fn generic_ids_are_told_apart_by_the_segment_before() {
        insta::assert_snapshot!(shown("/users/{id | userPrincipalName}/messages/{id}"), @"user_id message_id");
        insta::assert_snapshot!(shown("/groups/{id}/threads/{id}/posts/{id}"), @"group_id thread_id post_id");
        insta::assert_snapshot!(shown("/me/drive/items/{item-id}/workbook/tables/{id|name}"), @"item_id table_id");
        insta::assert_snapshot!(shown("/policies/{id}"), @"policy_id");
        insta::assert_snapshot!(shown("/a/{id}/a/{id}/a/{id}"), @"a_id a_id_2 a_id_3");
    }

    #[test]
    fn telling_names_stay() {
        insta::assert_snapshot!(shown("/deviceManagement/roleAssignments/{roleAssignmentId}"), @"role_assignment_id");
        insta::assert_snapshot!(shown("/teams/{team-id}/channels/{channel-id}"), @"team_id channel_id");
        insta::assert_snapshot!(shown("/sites/{site-id}/x/{site-id}"), @"site_id x_site_id");
        insta::assert_snapshot!(shown("/x/{type}/{client}/{body}"), @"type_ x_client x_body");
    }

    #[test]
    fn arguments_of_functions_have_their_own_names() {
        insta::assert_snapshot!(shown("/reports/getX(period='{period_value}')"), @"period");
        insta::assert_snapshot!(shown("/me/reminderView(startDateTime='{a}',endDateTime='{b}')"), @"start_date_time end_date_time");
        insta::assert_snapshot!(shown("/x/worksheets/{id|name}/cell(row={row},column={column})"), @"worksheet_id row column");
    }

    #[test]
    fn paths_by_colon_and_unclosed_braces() {
        insta::assert_snapshot!(shown("/drives/{drive-id}/root:/{item-path}:/children"), @"drive_id item_path");
        insta::assert_snapshot!(shown("/x/{id"), @"");
        insta::assert_snapshot!(shown("/{}/{id}"), @"unnamed id");
    }

    proptest! {
        #[test]
        fn names_are_valid_and_unique(template in "([/a-z({=',:-]{0,4}\\{[^}]{0,6}\\}){0,6}") {
            let names = names(&["client"], Path::parse(template.as_str()).parameters(), []);
            for name in &names {
                prop_assert!(syn::parse_str::<syn::Ident>(name).is_ok(), "{template:?} gave {name:?}");
            }
            let unique: std::collections::HashSet<_> = names.iter().collect();
            prop_assert_eq!(unique.len(), names.len());
        }
    }
}
