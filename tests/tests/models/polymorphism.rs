//! A type that is chosen by `@odata.type`.

use super::round::round;
use generated::beta::models::DeviceManagementResourceAccessProfileAssignment as Assignment;
use generated::beta::models::{AnyDeviceAndAppManagementAssignmentTarget as Target, GroupAssignmentTarget};
use generated::runtime as rt;
use generated::v1_0::models::{AnyAttachment, AnyDirectoryObject, User};

#[test]
fn the_type_may_come_late_or_never() {
    let late: Target = round(r##"{"groupId":"g","x":null,"@odata.type":"#microsoft.graph.groupAssignmentTarget"}"##);
    assert!(matches!(late, Target::GroupAssignmentTarget(_)));
    let after: Target =
        round(r##"{"@odata.context":"c","@odata.type":"#microsoft.graph.groupAssignmentTarget","groupId":"g"}"##);
    assert!(matches!(after, Target::GroupAssignmentTarget(_)));
    for text in [
        r#"{"@odata.context":"c"}"#,
        r#"{"@odata.type":5,"deviceAndAppManagementAssignmentFilterId":"x"}"#,
        r##"{"@odata.type":"#microsoft.graph.deviceAndAppManagementAssignmentTarget"}"##,
    ] {
        let base: Target = round(text);
        assert!(
            matches!(base, Target::DeviceAndAppManagementAssignmentTarget(_)),
            "{text}"
        );
    }
}

#[test]
fn an_unknown_type_is_kept() {
    let value: Target = round(r#"{"@odata.type":"microsoft.graph.brandNew","x":[1]}"#);
    assert!(matches!(&value, Target::UnknownType(object) if object.type_name().unwrap() == "microsoft.graph.brandNew"));
}

#[test]
fn derived_types_name_themselves() {
    let group = GroupAssignmentTarget {
        group_id: Some("g".into()),
        ..Default::default()
    };
    let value = Assignment {
        target: Some(group.into()),
        ..Default::default()
    };
    assert_eq!(
        rt::to_string(&value).unwrap(),
        r##"{"target":{"@odata.type":"#microsoft.graph.groupAssignmentTarget","groupId":"g"}}"##
    );
}

#[test]
fn every_kind_has_the_properties_of_the_base() {
    let user: AnyDirectoryObject = round(r##"{"@odata.type":"#microsoft.graph.user","id":"u","displayName":"Ada"}"##);
    assert_eq!(user.base().id.as_deref(), Some("u"));
    assert_eq!(user.as_user().unwrap().display_name.as_deref(), Some("Ada"));
    assert!(user.as_group().is_none());
    let unknown: AnyDirectoryObject = round(r#"{"@odata.type":"microsoft.graph.brandNew","id":"n","x":[1]}"#);
    assert_eq!(
        unknown.base().id.as_deref(),
        Some("n"),
        "also of a type that no page documents"
    );
    assert!(unknown.as_directory_object().is_none());
}

#[test]
fn a_type_is_known_in_the_namespace_of_another_service() {
    let file: AnyAttachment = round(r##"{"@odata.type":"#Microsoft.OutlookServices.FileAttachment","name":"a.txt"}"##);
    assert_eq!(file.as_file_attachment().unwrap().name.as_deref(), Some("a.txt"));
    let other: AnyAttachment = round(r##"{"@odata.type":"#microsoft.graph.shop.fileAttachment","name":"a.txt"}"##);
    assert!(other.as_file_attachment().is_none(), "a type of its own");
}

#[test]
fn a_program_names_a_type_where_it_wants() {
    let user = rt::named(User {
        display_name: Some("Ada".into()),
        ..Default::default()
    });
    let body = rt::Payload::to_body(&user).unwrap();
    let text = String::from_utf8(body).unwrap();
    assert_eq!(text, r##"{"@odata.type":"#microsoft.graph.user","displayName":"Ada"}"##);
}
