//! Dates in headers.

use crate::edm::{days_from_date, parse_time};

const MONTHS: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];

/// `Sun, 06 Nov 1994 08:49:37 GMT` as seconds since 1970-01-01T00:00:00Z.
pub(super) fn parse(text: &str) -> Option<i64> {
    let (_, rest) = text.trim().split_once(", ")?;
    let mut parts = rest.split(' ');
    let day = parts.next()?.parse::<u32>().ok().filter(|day| (1..=31).contains(day))?;
    let name = parts.next()?;
    let month = MONTHS.iter().position(|m| *m == name)?;
    let year = parts.next()?.parse::<u16>().ok()?;
    let (seconds, _) = parse_time(parts.next()?)?;
    if parts.next() != Some("GMT") || parts.next().is_some() {
        return None;
    }
    let days = days_from_date(year.into(), u32::try_from(month).ok()? + 1, day);
    Some(days * 86_400 + seconds)
}
