use super::*;
use crate::emit::name::scope::Scope;
use crate::emit::sample;
use crate::model::{ResponseBody, TypeRef};

/// The names of a page's calls, each with the part of its paths that is the place.
fn of(operation: &Operation) -> String {
    let shown = calls(operation).into_iter().map(|call| {
        let places = call.routes.iter().map(|located| {
            let key = located.route.path.key();
            key.prefix(located.cut).to_owned()
        });
        let places: Vec<String> = places.collect();
        let kind = if call.on_many { "in" } else { "at" };
        format!("{} {kind} {}", call.names[0], places.join(" "))
    });
    shown.collect::<Vec<_>>().join("; ")
}

fn shown(stem: &str, action: &str, routes: &[&str]) -> String {
    of(&sample::operation(stem, action, routes))
}

fn titled(title: &str, stem: &str, action: &str, routes: &[&str]) -> String {
    of(&Operation {
        title: title.to_owned(),
        ..sample::operation(stem, action, routes)
    })
}

#[test]
fn an_action_has_its_own_words() {
    insta::assert_snapshot!(shown("user-checkmembergroups", "checkmembergroups", &["POST /users/{id}/checkMemberGroups"]), @"check_member_groups at /users/{}");
    insta::assert_snapshot!(shown("message-forward", "forward", &["POST /me/messages/{id}/forward", "POST /users/{id}/messages/{id}/forward"]), @"forward at /me/messages/{} /users/{}/messages/{}");
    insta::assert_snapshot!(shown("user-delta", "delta", &["GET /users/delta"]), @"delta in /users");
    insta::assert_snapshot!(shown("range-cell", "cell", &["GET /workbook/names/{name}/range/cell(row={row},column={column})"]), @"cell at /workbook/names/{}/range");
    insta::assert_snapshot!(shown("item-move", "move", &["POST /items/{id}/move"]), @"move_ at /items/{}");
    insta::assert_snapshot!(shown("user-reminderview", "reminderview", &["GET /me/reminderView(startDateTime='{a}',endDateTime='{b}')"]), @"reminder_view at /me");
}

#[test]
fn the_own_resource_is_left_out() {
    insta::assert_snapshot!(shown("message-list", "list", &["GET /me/messages", "GET /users/{id}/messages"]), @"list in /me/messages /users/{}/messages");
    insta::assert_snapshot!(shown("message-get", "get", &["GET /me/messages/{id}"]), @"get at /me/messages/{}");
    insta::assert_snapshot!(shown("user-post-users", "post-users", &["POST /users"]), @"create in /users");
    insta::assert_snapshot!(shown("user-list-messages", "list-messages", &["GET /me/messages"]), @"list_messages at /me");
    insta::assert_snapshot!(shown("user-post-messages", "post-messages", &["POST /me/messages"]), @"create_message at /me");
    insta::assert_snapshot!(shown("group-delete-owners", "delete-owners", &["DELETE /groups/{id}/owners/{id}"]), @"delete_owner at /groups/{}");
}

#[test]
fn one_of_what_a_page_lists_is_got() {
    insta::assert_snapshot!(shown("item-list-pictures", "list-pictures", &["GET /items/{id}/pictures", "GET /items/{id}/pictures/{id}/{size}"]), @"list_pictures at /items/{}; get_picture at /items/{}");
    insta::assert_snapshot!(shown("item-post-unitsofweight", "post-unitsofweight", &["POST /items/{id}/unitsOfWeight"]), @"create_unit_of_weight at /items/{}");
}

#[test]
fn calls_with_other_ends() {
    insta::assert_snapshot!(titled("Get lamp state", "lamp-get-state", "get-state", &["GET /lamps/{id}/state", "GET /lamps/{id}/stateHistory"]), @"get_state at /lamps/{}; get_state_history at /lamps/{}/statehistory");
}

#[test]
fn calls_of_a_page_with_one_name() {
    let names = |operation: Operation| {
        let mut scope = Scope::default();
        let calls = calls(&operation).into_iter();
        let names = calls.map(|call| scope.claim_first(call.names.iter().map(String::as_str)));
        names.collect::<Vec<_>>().join(" ")
    };
    let by_path = [
        "GET /shops/{host}:/{shop-path}",
        "GET /shops/{shop-id}/getByPath(path='{path}')",
    ];
    let by_path = Operation {
        title: "shop: getByPath".to_owned(),
        ..sample::operation("shop-getbypath", "getbypath", &by_path)
    };
    insta::assert_snapshot!(names(by_path), @"get_by_path_with_host_and_shop_path get_by_path");
    let mut pots = sample::operation(
        "pot-get",
        "get",
        &["GET /me/kilns/{id}/pots/{id}", "GET /trays/{id}/pots/{id}"],
    );
    pots.routes[1].response.body = ResponseBody::Value(TypeRef::UNKNOWN);
    insta::assert_snapshot!(names(pots), @"get get_of_tray");
}

#[test]
fn what_stands_behind_the_thing_adds_its_word() {
    insta::assert_snapshot!(shown("group-post-members", "post-members", &["POST /groups/{id}/members/$ref"]), @"add_member at /groups/{}");
    insta::assert_snapshot!(shown("group-delete-members", "delete-members", &["DELETE /groups/{id}/members/{id}/$ref"]), @"remove_member at /groups/{}");
    insta::assert_snapshot!(shown("user-post-manager", "post-manager", &["PUT /users/{id}/manager/$ref"]), @"set_manager at /users/{}");
    insta::assert_snapshot!(shown("user-delete-manager", "delete-manager", &["DELETE /users/{id}/manager/$ref"]), @"remove_manager at /users/{}");
    insta::assert_snapshot!(shown("photo-get", "get", &["GET /me/photo", "GET /me/photo/$value", "GET /users/{id}/photo/$value"]), @"get at /me/photo; get_value at /me/photo /users/{}/photo");
    insta::assert_snapshot!(shown("item-put-content", "put-content", &["PUT /drive/items/{id}/content"]), @"put_content at /drive/items/{}");
    insta::assert_snapshot!(shown("group-list-members", "list-members", &["GET /groups/{id}/members", "GET /groups/{id}/members/$count", "GET /groups/{id}/members/microsoft.graph.user"]), @"list_members at /groups/{}; count_members at /groups/{}; list_members_as_user at /groups/{}");
    insta::assert_snapshot!(shown("user-get-manager", "get-manager", &["GET /users/{id}?$expand=manager"]), @"get_with_manager at /users/{}");
}

#[test]
fn what_stands_behind_a_cast_beside_casts_is_listed() {
    insta::assert_snapshot!(shown("pot-list", "list", &["GET /pots/shop.lid", "GET /pots/{id}/shop.potSet/lids"]), @"list_as_lid in /pots; list_lids at /pots/{}/shop.potset");
    insta::assert_snapshot!(shown("pot-list", "list", &["GET /pots/{id}/shop.potSet/lids"]), @"list in /pots/{}/shop.potset/lids");
}

#[test]
fn a_list_inside_of_what_a_page_gets_is_listed() {
    let mut page = sample::operation(
        "shop-get-oldshelf",
        "get-oldshelf",
        &["GET /shop/oldShelf", "GET /shop/oldShelf/pots"],
    );
    insta::assert_snapshot!(of(&page), @"get_old_shelf at /shop; get_old_shelf_pots at /shop");
    page.routes[1].response.body = ResponseBody::Value(TypeRef::UNKNOWN.collection(true));
    insta::assert_snapshot!(of(&page), @"get_old_shelf at /shop; list_old_shelf_pots at /shop/oldshelf");
}

#[test]
fn a_resource_without_a_word_of_its_middle_is_the_resource() {
    let created = |stem| {
        titled(
            "Create steel pot lids",
            stem,
            "post-steelpotlids",
            &["POST /shop/lids", "POST /shop/pots/{id}/lids"],
        )
    };
    insta::assert_snapshot!(created("steelCookingPotLid-post-steelpotlids"), @"create in /shop/lids /shop/pots/{}/lids");
    insta::assert_snapshot!(created("steelCookingPot-post-steelpotlids"), @"create_steel_pot_lid in /shop/lids /shop/pots/{}/lids");
}

#[test]
fn a_list_of_one_thing_is_read_by_get() {
    let mut page = sample::operation("user-list-manager", "list-manager", &["GET /users/{id}/manager"]);
    insta::assert_snapshot!(of(&page), @"list_manager at /users/{}");
    page.routes[0].response.body = ResponseBody::Value(TypeRef::UNKNOWN);
    insta::assert_snapshot!(of(&page), @"get_manager at /users/{}");
}

#[test]
fn put_takes_its_verb_from_the_heading() {
    let put = |title| titled(title, "schema-update", "update", &["PUT /schemas/{id}"]);
    insta::assert_snapshot!(put("Update schema"), @"update at /schemas/{}");
    insta::assert_snapshot!(put("Replace schema"), @"replace at /schemas/{}");
    insta::assert_snapshot!(put("Create or replace schema"), @"create at /schemas/{}");
}

#[test]
fn words_that_a_file_name_runs_together_are_spelled_by_the_page() {
    insta::assert_snapshot!(titled("Get attack simulation summary", "report-attacksimulationsummary", "attacksimulationsummary", &["GET /reports/{id}"]), @"attack_simulation_summary at /reports/{}");
    insta::assert_snapshot!(titled("List the signals", "report-list-customsignals", "list-customsignals", &["GET /reports/{id}"]), @"list_customsignals at /reports/{}");
}

#[test]
fn a_longer_route_of_a_page_is_a_function_of_its_own() {
    insta::assert_snapshot!(shown("user-get", "get", &["GET /me", "GET /users/{id}", "GET /me/settings", "GET /users/{id}/settings"]), @"get at /me /users/{}; get_settings at /me /users/{}");
}

#[test]
fn calls_of_one_page_that_have_one_name_say_what_they_have_more() {
    insta::assert_snapshot!(shown("x-update", "update", &["PATCH /xs/{id}", "PUT /xs/{id}"]), @"update at /xs/{}; put at /xs/{}");
    insta::assert_snapshot!(shown("x-delta", "delta", &["GET /xs/delta", "GET /xs/delta(token='{token}')"]), @"delta in /xs; delta_with_token in /xs");
    insta::assert_snapshot!(shown("x-get", "get", &["GET /xs/{id}", "GET /xs?key={key}"]), @"get at /xs/{}; get_with_key at /xs");
    let mut filtered = sample::operation(
        "x-get",
        "get",
        &[
            "GET /xs/{id}",
            "GET /xs?$filter=size eq {size} and owner eq '{ownerId}'",
        ],
    );
    filtered.routes[1].response.body = ResponseBody::Value(TypeRef::UNKNOWN.collection(true));
    insta::assert_snapshot!(of(&filtered), @"get at /xs/{}; get_with_size_and_owner_id at /xs");
}

#[test]
fn a_second_page_of_a_module_says_where_it_is() {
    let (one, two) = (
        sample::operation("x-list", "list", &["GET /a/xs"]),
        sample::operation("x-list", "list", &["GET /b/{id}/xs", "GET /c/{id}/xs"]),
    );
    let mut scope = Scope::default();
    let calls = calls(&one).into_iter().chain(calls(&two));
    let shown = calls.map(|call| scope.claim_first(call.names.iter().map(String::as_str)));
    insta::assert_snapshot!(shown.collect::<Vec<_>>().join(" "), @"list list_of_b");
}

#[test]
fn the_route_that_has_the_name_is_called_so() {
    insta::assert_snapshot!(shown("item-unfollow", "unfollow", &["DELETE /me/following/{id}", "POST /items/{id}/unfollow"]), @"delete_following at /me/following/{}; unfollow at /items/{}");
}

#[test]
fn what_is_counted_is_named_with_its_cast() {
    insta::assert_snapshot!(shown("group-list-members", "list-members", &["GET /groups/{id}/members", "GET /groups/{id}/members/x.user/$count"]), @"list_members at /groups/{}; count_members_as_user at /groups/{}");
}

#[test]
fn the_plural_of_a_known_word_is_one_word() {
    insta::assert_snapshot!(titled("Create attachment", "post-post-attachments", "post-attachments", &["POST /groups/{id}/threads/{id}/reply"]), @"create_attachment at /groups/{}/threads/{}/reply");
}
