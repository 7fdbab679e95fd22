//! Documented calls of every kind, as they come to the service: method, path, query, the headers that decide, the body.

use crate::server::{Received, Server, json};
use crate::{client, run};
use generated::beta::device_management_resource_access_profile_base as profile;
use generated::beta::{
    device_management, managed_device,
    models::{PlannerBucket, PolicyPlatformType},
    planner_bucket,
};
use generated::runtime::{self as rt, Reference};
use generated::v1_0::models::{
    Application, DateTimeTimeZone, Event, FileAttachment, ItemBody, ItemReference, User, WorkbookRange,
};
use generated::v1_0::{
    application, calendar, directory_object, drive_item, event, group, message, profile_photo, report_root, site, user,
    workbook_range,
};
use generated::{properties, property};

/// Headers of every request.
const INCIDENTAL: &[&str] = &[
    "accept",
    "accept-encoding",
    "client-request-id",
    "connection",
    "content-length",
    "host",
    "user-agent",
    "x-ms-client-request-id",
];

/// What comes to the service when this is called.
fn wire<R: IntoFuture>(call: impl FnOnce(rt::Client) -> R) -> String {
    let server = Server::with(|_| json("{}"));
    let calling = call(client(&server)).into_future();
    run(async move { drop(calling.await) });
    let seen = server.seen();
    let text = seen.iter().map(|request| shown(request, &server.base));
    text.collect::<Vec<_>>().join("\n---\n")
}

fn shown(request: &Received, base: &str) -> String {
    let headers = request.head.lines().skip(1).filter_map(|line| line.split_once(": "));
    let mut headers: Vec<String> = headers
        .map(|(name, value)| (name.to_ascii_lowercase(), value))
        .filter(|(name, _)| !INCIDENTAL.contains(&name.as_str()))
        .map(|(name, value)| format!("{name}: {value}"))
        .collect();
    headers.sort();
    let lines = std::iter::once(request.call().to_owned())
        .chain(headers)
        .chain([request.text()]);
    let lines: Vec<String> = lines.filter(|line| !line.is_empty()).collect();
    lines.join("\n").replace(base, "{base}")
}

fn at_noon() -> DateTimeTimeZone {
    DateTimeTimeZone {
        date_time: Some("2026-03-29T12:00:00".into()),
        time_zone: Some("Pacific Standard Time".into()),
        ..DateTimeTimeZone::default()
    }
}

#[test]
fn query_options() {
    insta::assert_snapshot!(wire(|c| {
        user::list(&c)
            .filter(property!(User: surname).eq("O'Hara & Söhne"))
            .select(properties!(User: display_name, job_title))
            .order_by([property!(User: display_name)])
            .eventual()
            .top(5)
    }), @r"
    GET /v1.0/users?$filter=surname%20eq%20%27O%27%27Hara%20%26%20S%C3%B6hne%27&$select=displayName,jobTitle&$orderby=displayName&$count=true&$top=5
    consistencylevel: eventual
    ");
    insta::assert_snapshot!(wire(|c| user::count(&c).eventual()), @r"
    GET /v1.0/users/$count
    consistencylevel: eventual
    ");
    insta::assert_snapshot!(wire(|c| user::list_messages(&c, user::At::users("a@harbor.example")).search("\"berth 9\"")), @"GET /v1.0/users/a%40harbor.example/messages?$search=%22berth%209%22");
    insta::assert_snapshot!(wire(|c| application::list(&c).expand(properties!(Application: owners)).skip(20).count()), @"GET /v1.0/applications?$expand=owners&$skip=20&$count=true");
}

#[test]
fn references() {
    insta::assert_snapshot!(wire(|c| group::add_member(&c, "g", &Reference::id("d"))), @r#"
    POST /v1.0/groups/g/members/$ref
    content-type: application/json
    {"@odata.id":"{base}/v1.0/directoryObjects/d"}
    "#);
    insta::assert_snapshot!(wire(|c| group::remove_member(&c, "g", "d")), @"DELETE /v1.0/groups/g/members/d/$ref");
    insta::assert_snapshot!(wire(|c| user::set_manager(&c, user::At::users("u"), &Reference::id("m"))), @r#"
    PUT /v1.0/users/u/manager/$ref
    content-type: application/json
    {"@odata.id":"{base}/v1.0/users/m"}
    "#);
    insta::assert_snapshot!(wire(|c| user::remove_manager(&c, user::At::users("u"))), @"DELETE /v1.0/users/u/manager/$ref");
}

#[test]
fn casts_counts_and_values() {
    insta::assert_snapshot!(wire(|c| group::list_members_as_user(&c, "g").eventual()), @r"
    GET /v1.0/groups/g/members/microsoft.graph.user?$count=true
    consistencylevel: eventual
    ");
    insta::assert_snapshot!(wire(|c| group::count_members_as_user(&c, "g").eventual()), @r"
    GET /v1.0/groups/g/members/microsoft.graph.user/$count
    consistencylevel: eventual
    ");
    insta::assert_snapshot!(wire(|c| user::list_member_of_as_group(&c, user::At::me())), @"GET /v1.0/me/memberOf/microsoft.graph.group");
    insta::assert_snapshot!(wire(|c| message::get_value(&c, message::At::me("m"))), @"GET /v1.0/me/messages/m/$value");
}

#[test]
fn keys_and_arguments_are_escaped() {
    insta::assert_snapshot!(wire(|c| user::get(&c, user::At::users("$a b/c..?#"))), @"GET /v1.0/users('$a%20b%2Fc..%3F%23')");
    insta::assert_snapshot!(wire(|c| device_management::scoped_for_resource(&c, "Pilot's books/1")), @"GET /beta/deviceManagement/scopedForResource(resource='Pilot%27%27s%20books%2F1')");
    insta::assert_snapshot!(wire(|c| user::reminder_view(&c, user::At::me(), "2026-03-29T00:00:00Z", "2026-03-30T00:00:00Z")), @"GET /v1.0/me/reminderView(startDateTime='2026-03-29T00%3A00%3A00Z',endDateTime='2026-03-30T00%3A00%3A00Z')");
    insta::assert_snapshot!(wire(|c| application::get(&c, application::At::applications_with_app_id("00000000-1111"))), @"GET /v1.0/applications(appId='00000000-1111')");
    insta::assert_snapshot!(wire(|c| report_root::get_office365_active_user_detail_with_date(&c, "2026-01-31")), @"GET /v1.0/reports/getOffice365ActiveUserDetail(date=2026-01-31)");
    insta::assert_snapshot!(wire(|c| report_root::get_office365_active_user_detail(&c, "D7")), @"GET /v1.0/reports/getOffice365ActiveUserDetail(period='D7')");
}

#[test]
fn paths_by_colon() {
    insta::assert_snapshot!(wire(|c| site::get_by_path_with_hostname_and_relative_path(&c, "harbor.example", "teams/night shift")), @"GET /v1.0/sites/harbor.example:/teams/night%20shift");
    insta::assert_snapshot!(wire(|c| drive_item::list_children(&c, drive_item::At::me_drive_path("Charts/north & south"))), @"GET /v1.0/me/drive/root:/Charts/north%20%26%20south:/children");
    insta::assert_snapshot!(wire(|c| {
        let file = rt::Content::new("tide", "text/plain");
        drive_item::put_content(&c, drive_item::At::me_drive_items_path("p", "high tide.txt"), file)
    }), @r"
    PUT /v1.0/me/drive/items/p:/high%20tide.txt:/content
    content-type: text/plain
    tide
    ");
    insta::assert_snapshot!(wire(|c| {
        let body = drive_item::CreateUploadSessionParameters { defer_commit: Some(true), ..Default::default() };
        drive_item::create_upload_session(&c, drive_item::At::me_drive_path("Charts/map.pdf"), &body)
    }), @r#"
    POST /v1.0/me/drive/root:/Charts/map.pdf:/createUploadSession
    content-type: application/json
    {"deferCommit":true}
    "#);
}

#[test]
fn rounds_of_changes() {
    insta::assert_snapshot!(wire(|c| drive_item::delta(&c, drive_item::At::drives_root("d"))), @"GET /v1.0/drives/d/root/delta");
    insta::assert_snapshot!(wire(|c| {
        event::delta(&c, event::At::me_calendar_view(), "2026-03-01T00:00:00Z", "2026-04-01T00:00:00Z").max_page_size(2)
    }), @r"
    GET /v1.0/me/calendarView/delta?startDateTime=2026-03-01T00:00:00Z&endDateTime=2026-04-01T00:00:00Z
    prefer: odata.maxpagesize=2
    ");
}

#[test]
fn headers_that_a_page_asks_for() {
    insta::assert_snapshot!(wire(|c| {
        let body = Application { display_name: Some("Cranes".into()), ..Default::default() };
        application::upsert(&c, application::At::applications_with_unique_name("cranes"), &body)
    }), @r#"
    PATCH /v1.0/applications(uniqueName='cranes')
    content-type: application/json
    prefer: create-if-missing
    {"displayName":"Cranes"}
    "#);
    let bucket = PlannerBucket {
        name: Some("Tides".into()),
        ..Default::default()
    };
    insta::assert_snapshot!(wire(|c| planner_bucket::update(&c, "b", "W/\"1\"", &bucket)), @r#"
    PATCH /beta/planner/buckets/b
    content-type: application/json
    if-match: W/"1"
    {"name":"Tides"}
    "#);
    insta::assert_snapshot!(wire(|c| event::delete(&c, event::At::me("e")).if_match("W/\"2\"")), @r#"
    DELETE /v1.0/me/events/e
    if-match: W/"2"
    "#);
}

#[test]
fn bodies() {
    insta::assert_snapshot!(wire(|c| {
        let mut body = Event { subject: Some("Tide".into()), ..Default::default() };
        property!(Event: location).clear(&mut body);
        event::update(&c, event::At::users("u", "e"), &body)
    }), @r#"
    PATCH /v1.0/users/u/events/e
    content-type: application/json
    {"subject":"Tide","location":null}
    "#);
    insta::assert_snapshot!(wire(|c| {
        let body = Event {
            start: Some(Box::new(at_noon())),
            body: Some(Box::new(ItemBody { content: Some("From the \"pier\"".into()), ..Default::default() })),
            ..Default::default()
        };
        calendar::create_event(&c, calendar::At::groups("g"), &body)
    }), @r#"
    POST /v1.0/groups/g/events
    content-type: application/json
    {"body":{"content":"From the \"pier\""},"start":{"dateTime":"2026-03-29T12:00:00","timeZone":"Pacific Standard Time"}}
    "#);
    insta::assert_snapshot!(wire(|c| {
        let file = FileAttachment { name: Some("map.pdf".into()), content_bytes: Some(b"map"[..].into()), ..Default::default() };
        message::create_attachment(&c, message::At::me("m"), &file.into())
    }), @r##"
    POST /v1.0/me/messages/m/attachments
    content-type: application/json
    {"@odata.type":"#microsoft.graph.fileAttachment","contentBytes":"bWFw","name":"map.pdf"}
    "##);
    insta::assert_snapshot!(wire(|c| {
        let body = WorkbookRange { values: Some(rt::from_str(r#"[["a",1.50,null]]"#).unwrap()), ..Default::default() };
        let at = workbook_range::At::me_drive_items_workbook_worksheets("i", "Rota", "Rota's!A1:C1");
        workbook_range::update(&c, at, &body)
    }), @r#"
    PATCH /v1.0/me/drive/items/i/workbook/worksheets/Rota/range(address='Rota%27%27s%21A1%3AC1')
    content-type: application/json
    {"values":[["a",1.50,null]]}
    "#);
    insta::assert_snapshot!(wire(|c| {
        let image = rt::Content::new(vec![b'J'], "image/jpeg");
        profile_photo::put_value(&c, profile_photo::At::groups("g"), image)
    }), @r"
    PUT /v1.0/groups/g/photo/$value
    content-type: image/jpeg
    J
    ");
}

#[test]
fn actions() {
    insta::assert_snapshot!(wire(|c| event::accept(&c, event::At::me_calendars("c", "e"), &event::AcceptParameters::default())), @r"
    POST /v1.0/me/calendars/c/events/e/accept
    content-type: application/json
    {}
    ");
    insta::assert_snapshot!(wire(|c| {
        let body = directory_object::CheckMemberGroupsParameters { group_ids: Some(vec!["1".into()]), ..Default::default() };
        directory_object::check_member_groups(&c, directory_object::At::me(), &body)
    }), @r#"
    POST /v1.0/me/checkMemberGroups
    content-type: application/json
    {"groupIds":["1"]}
    "#);
    insta::assert_snapshot!(wire(|c| {
        let folder = ItemReference { id: Some("f".into()), ..Default::default() };
        let body = drive_item::CopyParameters { parent_reference: Some(Box::new(folder)), ..Default::default() };
        drive_item::copy(&c, drive_item::At::sites_drive_items("s,1,2", "i"), &body)
    }), @r#"
    POST /v1.0/sites/s%2C1%2C2/drive/items/i/copy
    content-type: application/json
    {"parentReference":{"id":"f"}}
    "#);
    insta::assert_snapshot!(wire(|c| {
        let body = profile::QueryByPlatformTypeParameters { platform_type: Some(PolicyPlatformType::Windows10AndLater), ..Default::default() };
        profile::query_by_platform_type(&c, &body)
    }), @r#"
    POST /beta/deviceManagement/resourceAccessProfiles/queryByPlatformType
    content-type: application/json
    {"platformType":"windows10AndLater"}
    "#);
    insta::assert_snapshot!(wire(|c| {
        let body = managed_device::WipeParameters { keep_user_data: Some(false), ..Default::default() };
        managed_device::wipe(&c, managed_device::At::managed_devices("d"), &body)
    }), @r#"
    POST /beta/deviceManagement/managedDevices/d/wipe
    content-type: application/json
    {"keepUserData":false}
    "#);
}

#[test]
fn a_batch() {
    insta::assert_snapshot!(wire(|c| async move {
        let mut batch = rt::Batch::new(&c);
        batch.add(user::get(&c, user::At::me()));
        batch.add(user::set_manager(&c, user::At::users("u"), &Reference::id("m")));
        batch.send().await
    }), @r#"
    POST /v1.0/$batch
    content-type: application/json
    {"requests":[{"id":"0","method":"GET","url":"/me"},{"id":"1","method":"PUT","url":"/users/u/manager/$ref","headers":{"content-type":"application/json"},"body":{"@odata.id":"{base}/v1.0/users/m"}}]}
    "#);
}
