//! What is sent: everything that the program has set; of what was read, not what only the service sets.

use crate::{RoleScopeTag, offline, tag};
use generated::beta::models::{
    AnyDeviceManagementResourceAccessProfileBase as AnyProfile, Windows10XSCEPCertificateProfile as Profile,
};
use generated::{property, runtime as rt};

fn whole(body: &RoleScopeTag) -> String {
    let create = tag::create(&offline(), tag::In::role_scope_tags(), body)
        .prepare()
        .unwrap();
    let update = tag::update(&offline(), tag::At::role_scope_tags("1"), body)
        .prepare()
        .unwrap();
    assert_eq!(create.body(), update.body());
    String::from_utf8(create.body().unwrap().to_vec()).unwrap()
}

/// The body without the type, which the examples of this type never leave out.
fn sent(body: &RoleScopeTag) -> String {
    let text = whole(body);
    let rest = text
        .strip_prefix(r##"{"@odata.type":"#microsoft.graph.roleScopeTag""##)
        .unwrap();
    format!("{{{}", rest.trim_start_matches(','))
}

#[test]
fn a_type_that_examples_name_is_sent() {
    let body = RoleScopeTag {
        display_name: Some("a".into()),
        ..Default::default()
    };
    assert_eq!(
        whole(&body),
        r##"{"@odata.type":"#microsoft.graph.roleScopeTag","displayName":"a"}"##
    );
    assert_eq!(
        rt::to_string(&body).unwrap(),
        r#"{"displayName":"a"}"#,
        "only requests name it"
    );
}

fn read(text: &str) -> RoleScopeTag {
    rt::from_str(text).unwrap()
}

#[test]
fn read_only_properties_stay_away() {
    let mut body = read(r#"{"id":"1","displayName":"a","isBuiltIn":true,"new":[1]}"#);
    assert_eq!(sent(&body), r#"{"displayName":"a","new":[1]}"#);
    let copy = body.clone();
    assert_eq!(sent(&copy), r#"{"displayName":"a","new":[1]}"#);
    body.is_built_in = Some(false);
    body.id = Some("2".into());
    assert_eq!(
        sent(&body),
        r#"{"id":"2","displayName":"a","isBuiltIn":false,"new":[1]}"#,
        "the program has set them"
    );
    // Only the request leaves them out.
    assert!(rt::to_string(&copy).unwrap().contains("isBuiltIn"));
}

#[test]
fn read_only_properties_in_odd_forms_stay_away_too() {
    for odd in [
        r#"{"id":null,"isBuiltIn":"true","description":"x"}"#,
        r#"{"id":[],"isBuiltIn":7,"description":"x"}"#,
    ] {
        assert_eq!(sent(&read(odd)), r#"{"description":"x"}"#, "{odd}");
    }
    let mut body = read(r#"{"id":"1"}"#);
    property!(RoleScopeTag: id).clear(&mut body);
    assert_eq!(sent(&body), r#"{"id":null}"#, "the program has set it");
}

#[test]
fn a_new_object_is_sent_as_it_was_made() {
    let body = RoleScopeTag {
        id: Some("1".into()),
        is_built_in: Some(true),
        ..Default::default()
    };
    assert_eq!(sent(&body), r#"{"id":"1","isBuiltIn":true}"#);
}

#[test]
fn annotations_and_nulls_of_a_response_stay_away() {
    let read = read(
        r##"{"@odata.context":"c","@odata.etag":"e","@odata.type":"#microsoft.graph.roleScopeTag","displayName":"a",
            "description":null,"assignments@odata.context":"c","new":null,"more":{"x":null}}"##,
    );
    assert_eq!(sent(&read), r#"{"displayName":"a","more":{"x":null}}"#);
    let mut body = RoleScopeTag::default();
    body.additional_properties.insert("@odata.etag", "e").unwrap();
    assert_eq!(sent(&body), r#"{"@odata.etag":"e"}"#, "the program has set it");
}

#[test]
fn an_update_sends_the_changes() {
    let before = read(r#"{"@odata.etag":"e","id":"1","displayName":"a","description":"b","isBuiltIn":false,"new":1}"#);
    let mut after = before.clone();
    let update = |after: &RoleScopeTag| sent(&after.changes_since(&before).unwrap());
    assert_eq!(update(&after), "{}");
    after.display_name = Some("c".into());
    after.description = None;
    after.additional_properties.insert("new", &2).unwrap();
    assert_eq!(update(&after), r#"{"displayName":"c","description":null,"new":2}"#);
    after.additional_properties.remove("new");
    property!(RoleScopeTag: display_name).clear(&mut after);
    assert_eq!(update(&after), r#"{"displayName":null,"description":null,"new":null}"#);
    // What a later response leaves out or adds as an annotation is no change of the program.
    let later = read(r#"{"@odata.etag":"f","id":"1","displayName":"a","description":"b","isBuiltIn":true,"new":1}"#);
    assert_eq!(update(&later), r#"{"isBuiltIn":true}"#);
    let other = read(r#"{"id":"2"}"#);
    assert_eq!(
        other.changes_since(&before).unwrap_err().to_string(),
        "the values are not the same object: they have another id"
    );
}

#[test]
fn changes_of_a_polymorphic_value_keep_its_type() {
    let read = |text: &str| rt::from_str::<AnyProfile>(text).unwrap();
    let text = r##"{"@odata.type":"#microsoft.graph.windows10XSCEPCertificateProfile","displayName":"x","version":1}"##;
    let before = read(text);
    let after = read(&text.replace("\"x\"", "\"y\""));
    let body = |value: &AnyProfile| String::from_utf8(rt::Payload::to_body(value).unwrap()).unwrap();
    assert_eq!(
        body(&after.changes_since(&before).unwrap()),
        r##"{"@odata.type":"#microsoft.graph.windows10XSCEPCertificateProfile","displayName":"y"}"##
    );
    let unknown = read(r##"{"@odata.type":"#microsoft.graph.new","a":1,"b":2}"##);
    let changed = read(r##"{"@odata.type":"#microsoft.graph.new","a":1,"b":3}"##);
    assert_eq!(
        body(&changed.changes_since(&unknown).unwrap()),
        r##"{"@odata.type":"#microsoft.graph.new","b":3}"##
    );
    assert!(unknown.changes_since(&before).is_err());
}

#[test]
fn what_the_program_inserts_is_sent() {
    let mut body = read(r#"{"id":"1"}"#);
    body.additional_properties.insert("id", "2").unwrap();
    assert_eq!(sent(&body), r#"{"id":"2"}"#);
}

#[test]
fn null_is_sent_where_it_was_asked_for() {
    let mut body = RoleScopeTag::default();
    property!(RoleScopeTag: description).clear(&mut body);
    assert_eq!(sent(&body), r#"{"description":null}"#);
}

#[test]
fn the_type_of_a_derived_value_is_sent() {
    let profile: Profile = rt::from_str(r#"{"id":"1","version":3,"displayName":"x","keySize":"size2048"}"#).unwrap();
    let body = rt::Payload::to_body(&AnyProfile::from(profile)).unwrap();
    assert_eq!(
        String::from_utf8(body).unwrap(),
        r##"{"@odata.type":"#microsoft.graph.windows10XSCEPCertificateProfile","displayName":"x","keySize":"size2048"}"##
    );
}

#[test]
fn values_inside_are_sent_whole() {
    let assignments: tag::AssignParameters =
        rt::from_str(r#"{"assignments":[{"id":"1","target":{"groupId":"g"}}]}"#).unwrap();
    let request = tag::assign(&offline(), tag::At::role_scope_tags("0"), &assignments)
        .prepare()
        .unwrap();
    assert_eq!(
        request.body().unwrap(),
        br##"{"assignments":[{"@odata.type":"#microsoft.graph.roleScopeTagAutoAssignment","id":"1","target":{"groupId":"g"}}]}"##
    );
}
