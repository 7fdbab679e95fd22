//! Names of path parameters.

use super::ident;
use super::scope::Scope;

/// Words that placeholders use for "some value"; the segment before tells more.
const GENERIC: &[&str] = &["id", "ids", "name", "value", "key", "unnamed", "path", "index"];

/// Names that every endpoint function uses itself.
const TAKEN: &[&str] = &["client", "body"];

/// One name for each placeholder of a template such as `/users/{id | userPrincipalName}/messages/{id}`, in order:
/// `user_id`, `message_id`.
pub(crate) fn names(template: &str) -> Vec<String> {
    let mut scope = Scope::with(TAKEN);
    let mut names = Vec::new();
    let mut before = String::new();
    let mut rest = template;
    while let Some((literal, after)) = rest.split_once('{')
        && let Some((inside, tail)) = after.split_once('}')
    {
        before.push_str(literal);
        names.push(name(&before, inside, &mut scope));
        before.push_str("{}");
        rest = tail;
    }
    names
}

fn name(before: &str, inside: &str, scope: &mut Scope) -> String {
    let first = inside.split('|').next().unwrap_or(inside).trim();
    let own = ident::snake(first);
    let owner = owner(before);
    let key = argument(before);
    let with_owner = owner.map(|owner| format!("{owner}_{}", own.trim_end_matches('_')));
    let generic = GENERIC.contains(&own.as_str());
    match (key, with_owner) {
        (Some(key), _) => scope.claim_first([key.as_str(), own.as_str()]),
        (None, Some(with_owner)) if generic => scope.claim_first([with_owner.as_str()]),
        (None, Some(with_owner)) => scope.claim_first([own.as_str(), with_owner.as_str()]),
        (None, None) => scope.claim(&own),
    }
}

/// The argument's name in `...(period='{`.
fn argument(before: &str) -> Option<String> {
    let open = before.rsplit_once('(').filter(|(_, inside)| !inside.contains(')'))?.1;
    let last = open.rsplit_once(',').map_or(open, |(_, last)| last);
    let key = last.split_once('=')?.0.trim();
    let named = !key.is_empty() && !key.contains(['{', '/', '\'']);
    named.then(|| ident::snake(key))
}

/// The word for what the placeholder identifies: the literal segment before it, in the singular.
fn owner(before: &str) -> Option<String> {
    let mut segments = before.rsplit(['/', ':']).skip_while(|segment| segment.is_empty());
    let segment = segments.find(|segment| !segment.contains('{'))?;
    let segment = segment.split('(').next().unwrap_or(segment);
    let segment = segment.rsplit_once('.').map_or(segment, |(_, last)| last);
    let words = ident::snake(segment);
    let singular = ident::singular(words.trim_end_matches('_'));
    (!singular.is_empty() && words != "unnamed").then_some(singular)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn shown(template: &str) -> String {
        names(template).join(" ")
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
            let names = names(&template);
            for name in &names {
                prop_assert!(syn::parse_str::<syn::Ident>(name).is_ok(), "{template:?} gave {name:?}");
            }
            let unique: std::collections::HashSet<_> = names.iter().collect();
            prop_assert_eq!(unique.len(), names.len());
        }
    }
}
