//! A value with everything that can be in one.

use super::Profile;
use super::round::round;
use generated::beta::models::DeviceManagementResourceAccessProfileAssignment as Assignment;
use generated::beta::models::{
    AnyDeviceAndAppManagementAssignmentTarget as Target, HashAlgorithms, KeySize, KeyUsages,
};
use generated::runtime as rt;

const FULL: &str = r##"{
  "@odata.context": "https://graph.microsoft.com/beta/$metadata#x",
  "@odata.etag": "W/\"1\"",
  "id": "1", "displayName": "Zürich \"quoted\" \ud83d\ude00", "roleScopeTagIds": ["a", "b"],
  "version": 3, "keySize": "size4096", "keyUsage": "digitalSignature,keyEncipherment", "hashAlgorithm": ["sha1,sha2", "sha2"],
  "rootCertificateId": "9c1f2b6a-0000-0000-0000-6a2b1f9c6a2b",
  "lastModifiedDateTime": "2021-07-16T08:03:03.5185639-08:00",
  "extendedKeyUsages": [{"name": "x"}, {"objectIdentifier": null, "new": {"b": 1, "a": [null, true]}}],
  "subjectAlternativeNameFormats": [{"sanType": "emailAddress", "name": "{{Mail}}"}],
  "assignments": [{"id": "a1", "target": {"@odata.type": "#microsoft.graph.groupAssignmentTarget", "groupId": "g"}}],
  "assignments@odata.context": "https://graph.microsoft.com/beta/x('1')",
  "unknownProperty": {"deep": [1, {"er": 1e300}]}, "unknownNull": null
}"##;

#[test]
fn everything_survives() {
    let value: Profile = round(FULL);
    assert_eq!(value.display_name.as_deref(), Some("Zürich \"quoted\" 😀"));
    assert_eq!(value.key_size, Some(KeySize::Size4096));
    assert!(value.key_usage.as_ref().unwrap().contains(&KeyUsages::KEY_ENCIPHERMENT));
    assert_eq!(value.hash_algorithm.as_ref().unwrap()[1], HashAlgorithms::SHA2);
    assert_eq!(value.extended_key_usages.as_ref().unwrap().len(), 2);
    assert!(value.root_certificate_id.as_ref().unwrap().to_bytes().is_some());
    assert!(value.additional_properties.is_null("unknownNull"));
    assert_eq!(
        value.additional_properties.get_str("@odata.etag").as_deref(),
        Some("W/\"1\"")
    );
    assert_eq!(
        value.last_modified_date_time.as_ref().unwrap().unix(),
        Some((1_626_451_383, 518_563_900))
    );
}

#[test]
fn related_objects_are_decoded_on_demand() {
    let value: Profile = round(FULL);
    let assignments: Vec<Assignment> = value.assignments.as_ref().unwrap().decode().unwrap();
    let target = assignments[0].target.as_ref().unwrap();
    assert!(matches!(target, Target::GroupAssignmentTarget(group) if group.group_id.as_deref() == Some("g")));
}

#[test]
fn undecoded_text_is_verbatim() {
    let text = r#"{"assignments":{"b":1.10,"a":100000000000000000000001},"x":[1.000]}"#;
    let value: Profile = rt::from_str(text).unwrap();
    assert_eq!(rt::to_string(&value).unwrap(), text);
}

#[test]
fn flags() {
    let set = HashAlgorithms::SHA1 | HashAlgorithms::SHA2;
    assert_eq!(set.to_string(), "sha1,sha2");
    assert_eq!(HashAlgorithms::from("sha1,sha2"), set);
    let odd = HashAlgorithms::from("sha2, future");
    assert_eq!(odd.to_string(), "sha2, future");
    assert_eq!(odd.words(), ["sha2", "future"]);
    let both = odd | HashAlgorithms::SHA1;
    assert_eq!(both.to_string(), "sha2,future,sha1");
    assert!(both.contains(&HashAlgorithms::SHA1));
}
