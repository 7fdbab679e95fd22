//! What is sent of a value that was read: what the service sets stays away, everything else goes out.

use crate::{RoleScopeTag, offline, tag};
use generated::beta::intune_rapolicy::{
    AnyDeviceManagementResourceAccessProfileBase as AnyProfile, Windows10XSCEPCertificateProfile as Profile,
};
use generated::{property, runtime as rt};

fn sent(body: &RoleScopeTag) -> String {
    let create = tag::create(&offline(), tag::In::role_scope_tags(), body)
        .prepare()
        .unwrap();
    let update = tag::update(&offline(), tag::At::role_scope_tags("1"), body)
        .prepare()
        .unwrap();
    assert_eq!(create.body(), update.body());
    String::from_utf8(create.body().unwrap().to_vec()).unwrap()
}

fn read(text: &str) -> RoleScopeTag {
    rt::from_str(text).unwrap()
}

#[test]
fn read_only_properties_stay_away() {
    let mut body = read(r#"{"id":"1","displayName":"a","isBuiltIn":true,"new":[1]}"#);
    assert_eq!(sent(&body), r#"{"displayName":"a","new":[1]}"#);
    body.id = Some("2".into());
    assert_eq!(sent(&body), r#"{"displayName":"a","new":[1]}"#);
    // Only the request leaves them out.
    assert!(rt::to_string(&body).unwrap().contains("isBuiltIn"));
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
    assert_eq!(sent(&body), "{}");
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
        br#"{"assignments":[{"id":"1","target":{"groupId":"g"}}]}"#
    );
}
