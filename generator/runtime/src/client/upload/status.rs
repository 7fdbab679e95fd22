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

    /// What is missing after a part that ended at `end`.
    pub(super) fn after_part(response: &RawResponse, end: u64) -> Self {
        let status: Option<UploadStatus> = crate::from_slice(response.body()).ok();
        let missing = status.and_then(|status| status.missing());
        missing.unwrap_or(Self::from(end))
    }

    /// The next part: its first offset, and the offset after its last byte.
    pub(super) fn part(self, size: u64, total: u64) -> (u64, u64) {
        let end = self.first.saturating_add(size).min(total);
        (self.first, self.end.unwrap_or(end).min(end))
    }
}
