//! JSON that strict readers refuse.

use crate::server::{Server, answer, json};
use crate::{RoleScopeTag, client, operation, run, tag};
use generated::runtime as rt;

fn list(body: &str) -> Vec<RoleScopeTag> {
    let server = Server::script(vec![json(body)]);
    run(tag::list(&client(&server), tag::In::role_scope_tags()).send())
        .unwrap()
        .value
}

#[test]
fn a_byte_order_mark_is_skipped() {
    let mark = "\u{feff}";
    let tags = list(&format!(r#"{mark}{{"value":[{{"id":"1"}}]}}"#));
    assert_eq!(tags[0].id.as_deref(), Some("1"));
    let server = Server::script(vec![
        json(&format!(r#"{mark}{{"id":"1"}}"#)),
        answer(404, "", format!(r#"{mark}{{"error":{{"code":"notFound"}}}}"#)),
    ]);
    let client = client(&server);
    let one = run(operation::get(&client, "1").send()).unwrap();
    assert_eq!(one.id.as_deref(), Some("1"));
    let error = run(operation::get(&client, "1").send()).unwrap_err();
    assert_eq!(error.code(), Some("notFound"));
}

#[test]
fn half_a_surrogate_pair_loses_no_item() {
    let tags = list(r#"{"value":[{"id":"1"},{"id":"2","label":"cut \ud83d","displayName":"\ude00"},{"id":"3"}]}"#);
    let ids: Vec<_> = tags.iter().map(|tag| tag.id.as_deref().unwrap()).collect();
    assert_eq!(ids, ["1", "2", "3"]);
    let odd = &tags[1];
    let more = &odd.additional_properties;
    assert_eq!(more.get("label").unwrap().as_str(), r#""cut \ud83d""#);
    assert_eq!(more.get_str("label").as_deref(), Some("cut \u{fffd}"));
    assert_eq!(odd.display_name, None);
    let written = rt::to_string(odd).unwrap();
    assert!(
        written.contains(r#""label":"cut \ud83d""#) && written.contains(r#""displayName":"\ude00""#),
        "{written}"
    );
    // Formats that have no such text get the replacement character.
    assert!(serde_json::to_string(odd).unwrap().contains("cut \u{fffd}"));
}

#[test]
fn it_may_be_nested_in_a_list_or_in_a_name() {
    let tags = list(
        r#"{"value":[{"id":"1","assignments":[{"id":"a"},{"id":"\ud83d"}],"cut\ud83d":true},{"id":"2"}],"x":"\ud83d"}"#,
    );
    assert_eq!(tags.len(), 2);
    let assignments = tags[0].assignments.as_ref().unwrap().decode().unwrap();
    assert_eq!(assignments[0].id.as_deref(), Some("a"));
    assert_eq!(
        assignments[1].additional_properties.get("id").unwrap().as_str(),
        r#""\ud83d""#
    );
    assert_eq!(
        tags[0].additional_properties.get("cut\u{fffd}").unwrap().as_str(),
        "true"
    );
}

#[test]
fn a_number_that_is_too_large_loses_no_item() {
    let tags =
        list(r#"{"value":[{"id":"1","size":1e999},{"id":2.50000000000000000001,"isBuiltIn":1e999},{"id":"3"}]}"#);
    assert_eq!(tags.len(), 3);
    let sent = |at: usize, name: &str| tags[at].additional_properties.get(name).unwrap().as_str().to_owned();
    assert_eq!(sent(0, "size"), "1e999");
    assert_eq!(sent(1, "isBuiltIn"), "1e999");
    assert_eq!(sent(1, "id"), "2.50000000000000000001");
}

#[test]
fn decimals_keep_their_digits() {
    let body = r#"{"value":12345678901234567.890123}"#;
    let price: rt::Single<f64> = rt::from_str(body).unwrap();
    assert_eq!(price.value, Some(12_345_678_901_234_567.890_123));
    assert_eq!(rt::to_string(&price).unwrap(), body);
    let price: rt::Single<f64> = rt::from_str(r#"{"value":1e999}"#).unwrap();
    assert_eq!(price.value, None);
    assert_eq!(rt::to_string(&price).unwrap(), r#"{"value":1e999}"#);
}

#[test]
fn broken_json_is_still_an_error() {
    for body in [
        r#"{"value":[{"id":"1"}"#,
        r#"{"value":[{"id":1e}]}"#,
        r#"{"value":"\ud83d"}"#,
        "\u{feff}",
    ] {
        let server = Server::script(vec![json(body)]);
        let error = run(tag::list(&client(&server), tag::In::role_scope_tags()).send())
            .map(|_| ())
            .unwrap_err();
        assert_eq!(error.kind(), rt::ErrorKind::Decode, "{body}");
    }
}
