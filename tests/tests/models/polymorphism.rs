//! A type that is chosen by `@odata.type`.

use super::round::round;
use generated::beta::models::DeviceManagementResourceAccessProfileAssignment as Assignment;
use generated::beta::models::{AnyDeviceAndAppManagementAssignmentTarget as Target, GroupAssignmentTarget};
use generated::runtime as rt;

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
