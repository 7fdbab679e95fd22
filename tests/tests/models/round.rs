//! Reading and writing in every way there is.

use generated::runtime as rt;
use serde_json::Value;

/// Reads through the fast path and through plain serde; writes through both; compares all.
pub(crate) fn round<T>(text: &str) -> T
where
    T: rt::Payload + serde::Serialize + serde::de::DeserializeOwned + PartialEq + Clone + std::fmt::Debug,
{
    let want: Value = serde_json::from_str(text).unwrap();
    let fast: T = rt::from_str(text).unwrap();
    let plain: T = serde_json::from_str(text).unwrap();
    let tree: T = serde_json::from_value(want.clone()).unwrap();
    assert_eq!(fast, plain);
    assert_eq!(fast, tree, "{fast:?} {tree:?}");
    let copy = fast.clone();
    assert_eq!(copy, fast);
    for out in [
        serde_json::from_str::<Value>(&rt::to_string(&fast).unwrap()).unwrap(),
        serde_json::from_str::<Value>(&serde_json::to_string(&fast).unwrap()).unwrap(),
        serde_json::from_str::<Value>(&serde_json::to_string_pretty(&fast).unwrap()).unwrap(),
        serde_json::to_value(&plain).unwrap(),
        serde_json::to_value(&tree).unwrap(),
        serde_json::to_value(&copy).unwrap(),
    ] {
        assert_eq!(out, want);
    }
    let _ = format!("{fast:?} {fast:#?}");
    fast
}
