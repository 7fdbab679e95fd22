//! Absent, null, value.

use super::Profile;
use generated::{properties, property, runtime as rt};

#[test]
fn clearing_a_property() {
    let name = property!(Profile: display_name);
    let mut value = Profile {
        display_name: Some("x".into()),
        ..Default::default()
    };
    name.clear(&mut value);
    assert!(name.is_null(&value));
    assert_eq!(rt::to_string(&value).unwrap(), r#"{"displayName":null}"#);
    value.display_name = Some("y".into());
    assert!(!name.is_null(&value));
    assert_eq!(rt::to_string(&value).unwrap(), r#"{"displayName":"y"}"#);
}

#[test]
fn each_kind_of_property_can_be_cleared() {
    let mut value: Profile = rt::from_str(
        r#"{"version":1,"roleScopeTagIds":["0"],"keySize":"size2048","hashAlgorithm":["sha2"],"extendedKeyUsages":[{}],"assignments":[]}"#,
    )
    .unwrap();
    let [a, b, c] = [
        property!(Profile: version).name(),
        property!(Profile: key_size).name(),
        property!(Profile: assignments).name(),
    ];
    assert_eq!((a, b, c), ("version", "keySize", "assignments"));
    property!(Profile: version).clear(&mut value);
    property!(Profile: role_scope_tag_ids).clear(&mut value);
    property!(Profile: key_size).clear(&mut value);
    property!(Profile: hash_algorithm).clear(&mut value);
    property!(Profile: extended_key_usages).clear(&mut value);
    property!(Profile: assignments).clear(&mut value);
    assert_eq!(
        rt::to_string(&value).unwrap(),
        r#"{"version":null,"roleScopeTagIds":null,"keySize":null,"hashAlgorithm":null,"extendedKeyUsages":null,"assignments":null}"#
    );
}

#[test]
fn a_property_is_named_by_its_field() {
    assert_eq!(property!(Profile: id).name(), "id");
    let names = properties!(Profile: key_usage, extended_key_usages, subject_name_format_string);
    let names: Vec<String> = names.iter().map(ToString::to_string).collect();
    assert_eq!(names, ["keyUsage", "extendedKeyUsages", "subjectNameFormatString"]);
    assert_eq!(property!(Profile: additional_properties).name(), "");
    assert_eq!(rt::Property::of(|_: &Profile| &7).name(), "");
}
