//! Properties that hold for any input.

use super::Profile;
use super::round::round;
use generated::beta::models::DeviceManagementResourceAccessProfileAssignment as Assignment;
use generated::beta::models::{AnyDeviceAndAppManagementAssignmentTarget as Target, HashAlgorithms};
use generated::runtime as rt;
use proptest::prelude::*;
use serde_json::{Value, json};

const NAMES: &[&str] = &[
    "id",
    "displayName",
    "version",
    "roleScopeTagIds",
    "keySize",
    "keyUsage",
    "hashAlgorithm",
    "rootCertificateId",
    "lastModifiedDateTime",
    "extendedKeyUsages",
    "subjectAlternativeNameFormats",
    "assignments",
    "target",
    "groupId",
    "name",
    "intent",
    "@odata.type",
    "@odata.etag",
    "other",
];

const WORDS: &[&str] = &[
    "5",
    "4.5",
    "NaN",
    "true",
    "size2048",
    "sha1,sha2",
    "#microsoft.graph.groupAssignmentTarget",
];

fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        (-1e9..1e9).prop_map(|f: f64| json!(f)),
        "\\PC{0,8}".prop_map(Value::from),
        prop::sample::select(WORDS).prop_map(Value::from),
    ];
    leaf.prop_recursive(5, 60, 8, move |inner| {
        let members = prop::collection::vec((prop::sample::select(NAMES), inner.clone()), 0..8);
        prop_oneof![
            prop::collection::vec(inner, 0..5).prop_map(Value::from),
            members.prop_map(|members| Value::Object(members.into_iter().map(|(k, v)| (k.to_owned(), v)).collect())),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    #[test]
    fn any_object_survives(value in any_json().prop_filter("object", Value::is_object)) {
        let text = value.to_string();
        round::<Profile>(&text);
        round::<Assignment>(&text);
        round::<Target>(&text);
    }

    #[test]
    fn any_text_gives_no_panic(text in "\\PC{0,20}") {
        let _ = rt::from_str::<Profile>(&text);
        assert_eq!(HashAlgorithms::from(text.as_str()).to_string(), text);
    }
}
