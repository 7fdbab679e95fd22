//! The state of an upload session.

use crate::client::response::RawResponse;
use crate::{AdditionalProperties, DateTimeOffset};

/// The state of an upload session.
pub struct UploadStatus {
    /// When the session expires.
    pub expiration_date_time: Option<DateTimeOffset>,
    /// The missing ranges, such as `327680-655359`, or `655360-` for everything from there on.
    pub next_expected_ranges: Option<Vec<String>>,
    /// Everything else.
    pub additional_properties: AdditionalProperties,
}

crate::model! {
    UploadStatus = "microsoft.graph.uploadSession" {
        0 expiration_date_time: Text = "expirationDateTime",
        1 next_expected_ranges: Strs = "nextExpectedRanges",
    }
}

impl UploadStatus {
    /// Some services write `NextExpectedRanges`.
    pub(super) fn in_any_case(mut self) -> Self {
        let more = &mut self.additional_properties;
        let wanted = |name: &str| name.eq_ignore_ascii_case("nextExpectedRanges");
        let found = more.iter().find(|(name, json)| wanted(name) && !json.is_null());
        let found = found.map(|(name, json)| (name.to_owned(), json));
        if self.next_expected_ranges.is_none()
            && let Some((name, json)) = found
            && let Ok(ranges) = json.decode()
        {
            self.next_expected_ranges = Some(ranges);
            more.remove(&name);
        }
        self
    }

    /// The first missing range; `None` if nothing is missing.
    pub(super) fn missing(&self) -> Option<Missing> {
        let range = self.next_expected_ranges.as_ref()?.first()?;
        let (first, last) = range.split_once('-').unwrap_or((range, ""));
        let last = last.trim().parse::<u64>().ok();
        Some(Missing {
            first: first.trim().parse().ok()?,
            end: last.and_then(|last| last.checked_add(1)),
        })
    }
}

/// A range that the service has not received.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Missing {
    first: u64,
    end: Option<u64>,
}

impl Missing {
    /// Everything from here.
    pub(super) fn from(first: u64) -> Self {
        Self { first, end: None }
    }

    /// What is missing after a part that ended at `end`; `None` if the upload is complete. What the service expects
    /// counts, not its status: some services answer each part with 200. An answer that names nothing ends the upload,
    /// unless it is 202, or there is more to send and the answer says nothing at all. What lies beyond the end is missing,
    /// too: no part can be it.
    pub(super) fn after_part(response: &RawResponse, end: u64, total: u64) -> Option<Self> {
        let status: Option<UploadStatus> = crate::from_slice(response.body()).ok();
        let expected = status.and_then(|status| status.in_any_case().missing());
        let goes_on = response.status == 202 || response.body.is_empty() && response.status != 201 && end < total;
        expected
            .filter(|missing| missing.first != total)
            .or_else(|| (expected.is_none() && goes_on).then_some(Self::from(end)))
    }

    /// The next part: its first offset, and the offset after its last byte.
    pub(super) fn part(self, size: u64, total: u64) -> (u64, u64) {
        let end = self.first.saturating_add(size).min(total);
        (self.first, self.end.unwrap_or(end).min(end))
    }
}
