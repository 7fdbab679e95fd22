//! Values in paths stay in their place.

use crate::{offline, operation};
use azure_core::http::Url;
use generated::beta::intune_rbac::role_assignment;
use generated::runtime as rt;
use proptest::prelude::*;

const BASE: &str = "http://127.0.0.1:9/beta/deviceManagement/resourceOperations/";

static QUOTED: rt::Endpoint = rt::Endpoint::new(rt::Method::Get, "beta", "/tags/find(name='{name}',kind={kind})/{id}");

fn url(id: &str) -> Result<String, rt::Error> {
    operation::get(&offline(), id)
        .prepare()
        .map(|request| request.url().to_owned())
}

#[test]
fn special_characters_are_encoded() {
    assert_eq!(url("a/b?c#d%2F").unwrap(), format!("{BASE}a%2Fb%3Fc%23d%252F"));
    assert_eq!(url("ü \0\"\\'").unwrap(), format!("{BASE}%C3%BC%20%00%22%5C%27"));
    assert_eq!(url("...").unwrap(), format!("{BASE}..."));
    assert_eq!(url("%2e%2e").unwrap(), format!("{BASE}%252e%252e"));
}

#[test]
fn what_no_encoding_keeps_in_place_is_refused() {
    for bad in ["", ".", ".."] {
        let error = url(bad).unwrap_err();
        assert_eq!(error.kind(), rt::ErrorKind::Request, "{bad}");
        assert!(error.endpoint().is_some());
    }
}

#[test]
fn arguments_of_functions() {
    let url = |name: &str, kind: &str| {
        let request = rt::Request::<()>::new(&offline(), &QUOTED, &[name, kind, "1"]);
        request.prepare().map(|request| request.url().to_owned())
    };
    let base = "http://127.0.0.1:9/beta/tags/find";
    assert_eq!(
        url("O'Neil/..", "7").unwrap(),
        format!("{base}(name='O%27%27Neil%2F..',kind=7)/1")
    );
    assert_eq!(url("", "'a'").unwrap(), format!("{base}(name='',kind=%27a%27)/1"));
    for bad in ["", "1,x=2", "1)", "'a'b'", "a/b"] {
        assert!(url("n", bad).is_err(), "{bad}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn any_id_stays_in_its_place(id in "([/?#%.'\"\\x00 a\\\\:@;&=+é\r\n\t]|\\PC){0,12}") {
        let Ok(built) = role_assignment::get(&offline(), &id, "x").prepare() else {
            prop_assert!(["", ".", ".."].contains(&id.as_str()));
            return Ok(());
        };
        let url = Url::parse(built.url()).unwrap();
        prop_assert_eq!(url.as_str(), built.url());
        let segments: Vec<&str> = url.path_segments().unwrap().collect();
        prop_assert_eq!(&segments[..3], ["beta", "deviceManagement", "roleDefinitions"]);
        prop_assert_eq!(&segments[4..], ["roleAssignments", "x"]);
        prop_assert_eq!(decode(segments[3]), id.as_bytes());
        prop_assert!(url.query().is_none() && url.fragment().is_none());
    }

    #[test]
    fn any_argument_stays_in_its_quotes(name in "([/?#%.'\"\\x00(),=]|\\PC){0,12}") {
        let built = rt::Request::<()>::new(&offline(), &QUOTED, &[&name, "7", "x"]).prepare().unwrap();
        let url = Url::parse(built.url()).unwrap();
        let segments: Vec<&str> = url.path_segments().unwrap().collect();
        prop_assert_eq!(segments.len(), 4);
        let argument = segments[2].strip_prefix("find(name='").and_then(|text| text.strip_suffix("',kind=7)")).unwrap();
        prop_assert!(!argument.contains('\''));
        let doubled = name.replace('\'', "''");
        prop_assert_eq!(decode(argument), doubled.as_bytes());
    }

    #[test]
    fn any_query_value_stays_in_its_option(value in "([&=+#%'\"\\x00 ]|\\PC){0,12}") {
        let built = operation::list(&offline()).query("$filter", &value).top(1).prepare().unwrap();
        let url = Url::parse(built.url()).unwrap();
        let pairs: Vec<(String, String)> = url.query_pairs().into_owned().collect();
        prop_assert_eq!(pairs, [("$filter".to_owned(), value), ("$top".to_owned(), "1".to_owned())]);
        prop_assert!(url.fragment().is_none());
    }
}

/// Undoes percent-encoding.
fn decode(text: &str) -> Vec<u8> {
    let mut bytes = text.bytes();
    let mut decoded = Vec::new();
    while let Some(byte) = bytes.next() {
        if byte == b'%' {
            let digits = [bytes.next().unwrap(), bytes.next().unwrap()];
            let digits = std::str::from_utf8(&digits).unwrap();
            decoded.push(u8::from_str_radix(digits, 16).unwrap());
        } else {
            decoded.push(byte);
        }
    }
    decoded
}
