//! Pages and single values.

use super::round::round;
use generated::beta::models::{RoleAssignmentScopeType as ScopeType, RoleScopeTag};
use generated::runtime as rt;

type Tags = rt::Collection<RoleScopeTag>;

#[test]
fn elements_of_every_kind() {
    let page: Tags =
        round(r#"{"@odata.context":"c","@odata.count":2,"@odata.nextLink":"n","value":[{"id":"1"},{"id":"2"}]}"#);
    assert_eq!(
        (page.value.len(), page.count, page.next_link.as_deref()),
        (2, Some(2), Some("n"))
    );
    let words: rt::Collection<String> = round(r#"{"value":["a"]}"#);
    assert_eq!(words.value, ["a"]);
    let members: rt::Collection<ScopeType> = round(r#"{"value":["allDevices","new"]}"#);
    assert_eq!(members.value[0], ScopeType::AllDevices);
    let any: rt::Collection<rt::Json> = round(r#"{"value":[1,{"a":2}]}"#);
    assert_eq!(any.value.len(), 2);
    let numbers: rt::Collection<f64> = round(r#"{"value":[1.5,"NaN",2]}"#);
    assert_eq!(numbers.value[0].to_bits(), 1.5_f64.to_bits());
}

#[test]
fn single_values() {
    let one: rt::Single<i32> = round(r#"{"@odata.context":"c","value":7}"#);
    assert_eq!(one.value, Some(7));
    let one: rt::Single<bool> = round(r#"{"value":true}"#);
    assert_eq!(one.value, Some(true));
    let one: rt::Single<i64> = round(r#"{"value":9007199254740993}"#);
    assert_eq!(one.value, Some(9_007_199_254_740_993));
    let counted: rt::Single<i64> = rt::from_str("\u{feff}5").unwrap();
    assert_eq!(counted.value, Some(5));
    assert!(rt::from_str::<rt::Single<i64>>("five").is_err());
    for text in ["100", "\"4.5\"", "\"abc\"", "1e5", "\"-INF\""] {
        round::<rt::Single<f64>>(&format!(r#"{{"value":{text}}}"#));
    }
    let infinite: rt::Single<f64> = rt::from_str(r#"{"value":"-INF"}"#).unwrap();
    assert_eq!(infinite.value, Some(f64::NEG_INFINITY));
    let none: rt::Single<f64> = rt::from_str(r#"{"value":"NaN"}"#).unwrap();
    assert!(none.value.unwrap().is_nan());
}

#[test]
fn one_odd_element_keeps_the_page_and_is_not_lost() {
    let text = r#"{"value":[{"id":"1"},7,{"id":"2"}]}"#;
    let page: Tags = rt::from_str(text).unwrap();
    assert_eq!(page.value.len(), 2);
    assert_eq!(
        page.additional_properties.get("value").unwrap().as_str(),
        r#"[{"id":"1"},7,{"id":"2"}]"#
    );
}

#[test]
fn what_is_no_collection_is_an_error() {
    for none in [r#"{"value":7}"#, r#"{"value":[7]}"#, r#"{"id":"1"}"#] {
        assert!(rt::from_str::<Tags>(none).is_err(), "{none}");
    }
    let empty: Tags = rt::from_str(r#"{"@odata.context":"c","value":[]}"#).unwrap();
    assert!(empty.value.is_empty());
}
