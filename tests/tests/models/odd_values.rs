//! Values in forms that no page promises.

use super::Profile;
use super::round::round;
use generated::beta::models::DeviceManagementResourceAccessProfileAssignment as Assignment;
use generated::beta::models::{DeviceAndAppManagementAssignedRoleDetails, RoleScopeTag};
use generated::runtime as rt;
use serde_json::json;

#[test]
fn nothing_fails_and_nothing_is_lost() {
    for text in [
        r#"{"version":"5"}"#,
        r#"{"version":5.0}"#,
        r#"{"version":5000000000}"#,
        r#"{"version":[1,{"a":null}]}"#,
        r#"{"version":18446744073709551615}"#,
        r#"{"displayName":5,"roleScopeTagIds":"a"}"#,
        r#"{"roleScopeTagIds":["a",null,"b"]}"#,
        r#"{"roleScopeTagIds":["a",{"x":1},3]}"#,
        r#"{"keySize":7}"#,
        r#"{"keySize":"size8192"}"#,
        r#"{"keyUsage":"digitalSignature, keyEncipherment"}"#,
        r#"{"keyUsage":"digitalSignature,brandNew"}"#,
        r#"{"keyUsage":""}"#,
        r#"{"hashAlgorithm":"sha1"}"#,
        r#"{"hashAlgorithm":["sha1",7]}"#,
        r#"{"lastModifiedDateTime":"yesterday"}"#,
        r#"{"rootCertificateId":"none"}"#,
        r#"{"extendedKeyUsages":[]}"#,
        r#"{"extendedKeyUsages":{}}"#,
        r#"{"extendedKeyUsages":[{"name":"a"},null,{"x":1}]}"#,
        r#"{"assignments":null}"#,
        r#"{"assignments":[1.10,2]}"#,
        r#"{"id":"a\u0000b"}"#,
        r#"{"":1,"@":{}}"#,
    ] {
        round::<Profile>(text);
    }
    for text in [r#"{"target":"x"}"#, r#"{"target":[1]}"#, r#"{"target":null}"#] {
        round::<Assignment>(text);
    }
    for text in [r#"{"isBuiltIn":"true"}"#, r#"{"isBuiltIn":1}"#, r#"{"isBuiltIn":[]}"#] {
        round::<RoleScopeTag>(text);
    }
    round::<DeviceAndAppManagementAssignedRoleDetails>(r#"{"roleDefinitionIds":"a","permissions":[{}]}"#);
}

#[test]
fn a_changed_field_is_not_overwritten_by_its_sent_form() {
    let mut value: Profile = rt::from_str(r#"{"version":"5","displayName":7,"id":null}"#).unwrap();
    value.version = Some(6);
    value.display_name = Some("x".into());
    value.id = Some("i".into());
    let want = json!({"version":6,"displayName":"x","id":"i"});
    assert_eq!(serde_json::to_value(&value).unwrap(), want);
}

#[test]
fn wrong_text_is_an_error() {
    for text in [
        "",
        " ",
        "{",
        "[]",
        "7",
        "null",
        r#"{"id":"1"} x"#,
        r#"{"id":}"#,
        "\u{feff}",
    ] {
        assert!(rt::from_str::<Profile>(text).is_err(), "{text}");
    }
    assert!(rt::from_slice::<Profile>(b"{\"id\":\"\xff\"}").is_err());
}

#[test]
fn deep_input_is_an_error_not_a_crash() {
    for n in [100_usize, 1_000, 100_000] {
        let objects = format!("{}1{}", r#"{"x":0,"assignments":"#.repeat(n), "}".repeat(n));
        let _ = rt::from_str::<Profile>(&objects).map(|v| (v.clone() == v, format!("{v:?}"), rt::to_vec(&v)));
        let _ = serde_json::from_str::<Profile>(&objects);
        for property in ["assignments", "displayName", "extendedKeyUsages", "new"] {
            let lists = format!("{{\"{property}\":{}{}}}", "[".repeat(n), "]".repeat(n));
            if let Ok(value) = rt::from_str::<Profile>(&lists) {
                let _ = (
                    value.clone() == value,
                    serde_json::to_string(&value),
                    rt::to_vec(&value),
                );
            }
        }
    }
}
