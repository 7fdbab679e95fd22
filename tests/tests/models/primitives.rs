//! Dates, durations, keys, bytes.

use generated::runtime as rt;

#[test]
fn instants() {
    let date = |text: &str| rt::DateTimeOffset::from(text).unix();
    assert_eq!(date("1970-01-01T00:00:00Z"), Some((0, 0)));
    assert_eq!(date("2000-02-29T12:00:00+02:00"), Some((951_818_400, 0)));
    assert_eq!(date("2021-07-16T08:03:03.5185639"), Some((1_626_422_583, 518_563_900)));
    assert_eq!(date("0001-01-01T00:00:00Z"), Some((-62_135_596_800, 0)));
    assert_eq!(
        date("9999-12-31T23:59:59.9999999Z"),
        Some((253_402_300_799, 999_999_900))
    );
    for bad in [
        "",
        "x",
        "2021-13-01T00:00:00Z",
        "2021-02-29T00:00:00Z",
        "2021-01-01",
        "T",
        "2021-01-01T25:00:00Z",
        "2021-01-01T00:00:00+é",
    ] {
        assert_eq!(date(bad), None, "{bad}");
    }
    let written = rt::DateTimeOffset::from_unix(1_626_451_383, 518_563_900);
    assert_eq!(written.as_str(), "2021-07-16T16:03:03.5185639Z");
}

#[test]
fn days_and_durations() {
    assert_eq!(rt::Date::from("2021-07-16").ymd(), Some((2021, 7, 16)));
    let duration = |text: &str| rt::Duration::from(text).to_std();
    assert_eq!(
        duration("P1DT2H3M4.5S"),
        Some(std::time::Duration::from_millis(93_784_500))
    );
    assert_eq!(duration("PT0S"), Some(std::time::Duration::ZERO));
    for bad in ["", "P", "PT", "P1M", "-P1D", "P1S", "PT1D"] {
        assert_eq!(duration(bad), None, "{bad}");
    }
}

#[test]
fn keys_and_bytes() {
    assert_eq!(rt::Binary::from(&b"any bytes"[..]).as_str(), "YW55IGJ5dGVz");
    for n in 0..20_u8 {
        let bytes: Vec<u8> = (0..n).map(|b| b.wrapping_mul(77)).collect();
        assert_eq!(rt::Binary::from(&bytes[..]).to_bytes(), Some(bytes));
    }
    assert_eq!(rt::Binary::from("a_-b").to_bytes(), rt::Binary::from("a/+b").to_bytes());
    assert!(
        rt::Guid::from("9c1f2b6a-0000-0000-0000-6a2b1f9c6a2b")
            .to_bytes()
            .is_some()
    );
    assert!(rt::Guid::from("é").to_bytes().is_none());
}
