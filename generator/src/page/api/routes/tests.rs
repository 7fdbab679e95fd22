use crate::docs::Profile;
use crate::page::api::sample::{Sample, page, page_of};
use proptest::prelude::{Strategy, prop_assert_eq, proptest};

fn block(lines: &str) -> Sample {
    page(&format!(
        "# List widgets\n\n## HTTP request\n<!-- {{ \"blockType\": \"ignored\" }} -->\n```http\n{lines}\n```\n"
    ))
}

fn shown(sample: &Sample) -> String {
    let query = |query: &str| {
        if query.is_empty() {
            String::new()
        } else {
            format!("  ?{query}")
        }
    };
    let routes = sample.rows.routes.iter();
    let routes = routes.map(|route| format!("{} {}{}", route.method, route.path, query(&route.query)));
    let unread = sample.rows.unread_routes.iter();
    let unread = unread.map(|line| format!("[{}] {}", line.reason, line.text.replace('\n', " / ")));
    let warned = sample
        .diagnostics
        .iter()
        .map(|found| format!("! {}: {}", found.code, found.message));
    routes.chain(unread).chain(warned).collect::<Vec<_>>().join("\n")
}

#[test]
fn request_lines_in_every_spelling() {
    let lines = "GET /widgets\n\
        get /widgets/{id}\n\
        GET widgets/{id}/parts/\n\
        DELETE/widgets/{id}\n\
        PATCH ~/widgets/{id}\n\
        PUT https://graph.microsoft.com/beta/widgets/{id}\n\
        POST /v1.0/widgets HTTP/1.1\n\
        \"HEAD /widgets/{id}\"\n\
        GET: /widgets/count\n\
        PATCH   /parts/{id}\n\
        PUT\t/parts/{id}\n\
        GET HTTPS://GRAPH.MICROSOFT.COM/v1.0/parts";
    insta::assert_snapshot!(shown(&block(lines)), @r"
    GET /widgets
    GET /widgets/{id}
    GET /widgets/{id}/parts
    DELETE /widgets/{id}
    PATCH /widgets/{id}
    PUT /widgets/{id}
    POST /widgets
    HEAD /widgets/{id}
    GET /widgets/count
    PATCH /parts/{id}
    PUT /parts/{id}
    GET /parts
    ");
}

#[test]
fn a_short_path_is_every_path_that_it_stands_for() {
    let profile: Profile =
        toml::from_str("hosts = ['kiln.example']\nshort = { tray = ['/me/kilns/{id}/tray', '/kilns/{id}/tray'] }")
            .unwrap();
    let lines = "GET /tray/pots/{id}\nGET /kilns/{id}/tray/pots/{id}\nGET /trays\nGET /me/tray";
    let text = format!("# List pots\n\n## HTTP request\n```http\n{lines}\n```\n");
    let sample = page_of(
        &Profile {
            name: "kiln".to_owned(),
            ..profile
        },
        &text,
    );
    insta::assert_snapshot!(shown(&sample), @r"
    GET /me/kilns/{id}/tray/pots/{id}
    GET /kilns/{id}/tray/pots/{id}
    GET /trays
    GET /me/tray
    [listed twice] GET /kilns/{id}/tray/pots/{id}
    ");
    insta::assert_snapshot!(sample.counts(), @r"
    Route guessed 1: short path written out
    Route unread 1: listed twice
    PermissionTable unread 1: no permission section
    ");
}

#[test]
fn placeholders_and_queries_stay_as_documented() {
    let lines = "GET /users/{id | userPrincipalName}/widgets/{id}\n\
        GET /me/drive/root:/{item-path}:/sheets/{id|name}/range(address='<address>')\n\
        GET /reports/byPart(part='{part}',n=1)\n\
        GET /widgets?$filter={property} eq '{value}'&$top=5\n\
        GET /widgets/?$expand=parts($levels=n)\n\
        DELETE /widgets/{id}/parts/$ref?$id=https://graph.microsoft.com/v1.0/parts/{part-id}\n\
        GET /widgets/{tenant id}/microsoft.graph.part/$count\n\
        GET /widgets/{ widget-id }/<part-id>/view?start={start}&end={end}";
    insta::assert_snapshot!(shown(&block(lines)), @r"
    GET /users/{id | userPrincipalName}/widgets/{id}
    GET /me/drive/root:/{item-path}:/sheets/{id|name}/range(address='{address}')
    GET /reports/byPart(part='{part}',n=1)
    GET /widgets  ?$filter={property} eq '{value}'&$top=5
    GET /widgets  ?$expand=parts($levels=n)
    DELETE /widgets/{id}/parts/$ref  ?$id=https://graph.microsoft.com/v1.0/parts/{part-id}
    GET /widgets/{tenant id}/microsoft.graph.part/$count
    GET /widgets/{ widget-id }/{part-id}/view  ?start={start}&end={end}
    ");
}

#[test]
fn slips_are_put_right_and_reported() {
    let lines = "GET /users/{user-id} | user-principal-name/chats/{id}\n\
        GET /sheets/{id}/range(address='<address>'/row\n\
        DELETE /widgets/{id}/parts/{id}$ref\n\
        PATCH /teams/(team-id)/channels/{id}\n\
        GET /folders/{id}/children/{id}/.../widgets/{id}";
    insta::assert_snapshot!(shown(&block(lines)), @r"
    GET /users/{user-id | user-principal-name}/chats/{id}
    GET /sheets/{id}/range(address='{address}')/row
    DELETE /widgets/{id}/parts/{id}/$ref
    PATCH /teams/{team-id}/channels/{id}
    GET /folders/{id}/children/{id}/widgets/{id}
    ! placeholder-brace: a placeholder's brace is closed too early: read as `/users/{user-id | user-principal-name}/chats/{id}`
    ! unclosed-parenthesis: a parenthesis is not closed: read as `/sheets/{id}/range(address='{address}')/row`
    ! missing-slash: a slash is missing before a segment: read as `/widgets/{id}/parts/{id}/$ref`
    ! placeholder-parentheses: a placeholder stands in parentheses: read as `/teams/{team-id}/channels/{id}`
    ! route-ellipsis: `...` stands for more segments; the shortest path was taken: read as `/folders/{id}/children/{id}/widgets/{id}`
    ");
}

#[test]
fn lines_that_are_no_routes_are_listed_with_the_reason() {
    let lines = "GET /widgets\n\
        or\n\
        # another way\n\
        // for guests\n\
        OPTIONS /widgets\n\
        GETS /widgets\n\
        GET /widgets that are empty\n\
        GET /widgets\n\
        session-id: {session-id}\n\
        GET ** Collection URI for widget not found\n\
        POST to widgets/parts to create a part\n\
        GET https://contoso.com/widgets\n\
        GET /\n\
        /widgets/{id}\n\
        DELETE";
    insta::assert_snapshot!(shown(&block(lines)), @r"
    GET /widgets
    [prose] or
    [comment] # another way
    [comment] // for guests
    [prose] OPTIONS /widgets
    [prose] GETS /widgets
    [prose] GET /widgets that are empty
    [listed twice] GET /widgets
    [request header] session-id: {session-id}
    [prose] GET ** Collection URI for widget not found
    [prose] POST to widgets/parts to create a part
    [another host] GET https://contoso.com/widgets
    [empty path] GET /
    [path without a method] /widgets/{id}
    [method without a path] DELETE
    ");
}

#[test]
fn a_method_above_its_paths() {
    let lines = "GET\n/widgets\n/widgets/{id}\n\nPOST\n/widgets";
    insta::assert_snapshot!(shown(&block(lines)), @r"
    GET /widgets
    GET /widgets/{id}
    POST /widgets
    ");
}

#[test]
fn a_body_in_the_block_is_one_entry() {
    let lines = "POST /widgets\nContent-type: application/json\n\n{\n  \"name\": \"GET /x\"\n}\nGET /widgets";
    insta::assert_snapshot!(shown(&block(lines)), @r#"
    POST /widgets
    GET /widgets
    [request header] Content-type: application/json
    [request body] { /   "name": "GET /x" / }
    "#);
}

#[test]
fn several_sections_and_blocks() {
    let text = "# Get widget\n\n## HTTP request\n\nOne of yours:\n```http\nGET /me/widget\n```\n\n### By id\n\
        ```http\nGET /widgets/{id}\n```\n\n## HTTP request (to replace it)\n```http\nPUT /widgets/{id}\n```\n";
    insta::assert_snapshot!(shown(&page(text)), @r"
    GET /me/widget
    GET /widgets/{id}
    PUT /widgets/{id}
    ");
}

#[test]
fn a_route_on_the_fence_line() {
    let text = "# List widgets\n\n## HTTP request\n\n```http GET /education/widgetLists\n```\n\n## Response\n";
    insta::assert_snapshot!(shown(&page(text)), @"GET /education/widgetLists");
}

/// The example's address has no placeholders and is never taken.
#[test]
fn pages_without_the_section() {
    let text = "# Get site\n\n## Permissions\n```http\nGET /sites/{site-id}\n```\n\n## By path\n\
        <!-- { \"blockType\": \"ignored\" } -->\n```http\nGET /sites/{hostname}:/{path}\n```\n\n## Example\n\
        ```http\nGET https://graph.microsoft.com/beta/sites/1\n```\n";
    let sample = page(text);
    insta::assert_snapshot!(shown(&sample), @r"
    GET /sites/{site-id}
    GET /sites/{hostname}:/{path}
    ");
    insta::assert_snapshot!(sample.counts(), @r"
    Route guessed 2: outside of an HTTP request section
    PermissionTable unread 1: no table in the permission section
    ");
}

/// The section's own block is an annotated request, so those of the same end are routes too.
#[test]
fn pages_that_give_their_routes_as_requests() {
    let block = |line: &str| format!("<!-- {{ \"blockType\": \"request\" }} -->\n```http\n{line}\n```\n\n");
    let text = format!(
        "# List kilns\n\n## HTTP request\n{}## Kilns of a site\n{}{}## Example\n{}",
        block("GET /groups/{id}/kilns"),
        block("GET /sites/{id}/kilns"),
        block("GET /sites/{id}/flows"),
        block("GET /me/kilns"),
    );
    insta::assert_snapshot!(shown(&page(&text)), @r"
    GET /groups/{id}/kilns
    GET /sites/{id}/kilns
    ");
}

/// A line of a request block, likely and unlikely.
fn line() -> impl Strategy<Value = String> {
    let word = "(GET|POST|patch|delete|PUT|HEAD|or|/|//|\\{|\\}|\\[|\"a\": 1|/a|/\\{b\\}|\\{b|\\(c|c\\)|\\?x=1|<d>|~/e|https://graph.microsoft.com/beta/f|x:|'|\\$ref|\\.\\.\\.| |\\|)";
    proptest::collection::vec(word, 0..6).prop_map(|words| words.concat())
}

proptest! {
    /// Each line that is not blank is a route or listed.
    #[test]
    fn no_line_is_lost(lines in proptest::collection::vec(line(), 0..8)) {
        let sample = block(&lines.join("\n"));
        let unread = sample.rows.unread_routes.iter().flat_map(|line| line.text.lines());
        let listed = unread.filter(|line| !line.trim().is_empty()).count();
        let written = lines.iter().filter(|line| !line.trim().is_empty()).count();
        // A method that stands above its paths is part of them.
        let above = lines.iter().filter(|line| is_method_of_paths(line)).count();
        // A placeholder may end in the next line.
        let broken = lines.iter().filter(|line| super::is_broken(line)).count();
        let found = sample.rows.routes.len() + listed;
        prop_assert_eq!(found.max(written.saturating_sub(above + broken)), found);
        prop_assert_eq!(found.min(written), found);
    }
}

fn is_method_of_paths(line: &str) -> bool {
    matches!(super::line::read(line), super::line::Line::Method(_))
}

#[test]
fn a_placeholder_that_ends_in_the_next_line() {
    let text = "# Get heat\n\n## HTTP request\n\n```http\nGET /kilns/{kiln\nid}/getHeat(hour={hour})\nGET /kilns/{id\nGET /pots/{id}\n```\n";
    insta::assert_snapshot!(shown(&page(text)), @"
    GET /kilns/{kiln id}/getHeat(hour={hour})
    GET /kilns/{id}
    GET /pots/{id}
    ! placeholder-brace: a placeholder's brace is not closed: read as `/kilns/{id}`
    ");
}

#[test]
fn routes_in_a_table() {
    let text = "# List widgets\n\n## HTTP request\n\n|Method|Path|\n|:--|:--|\n|GET|/widgets|\n|GET|/me/widgets|\n\n\
        |For|Request|\n|:--|:--|\n|groups|`GET /groups/{id}/widgets`|\n|all|none|\n";
    insta::assert_snapshot!(shown(&page(text)), @r"
    GET /widgets
    GET /me/widgets
    GET /groups/{id}/widgets
    ");
}
