//! What the service has received.

use crate::client::answer::RawAnswer;
use crate::{AdditionalProperties, DateTimeOffset};

/// The state of an upload session.
pub struct UploadStatus {
    /// Until when the session can be used.
    pub expiration_date_time: Option<DateTimeOffset>,
    /// What is missing, such as `327680-655359`, or `655360-` for everything from there.
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
    /// The first gap; `None` if nothing is missing.
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

/// A gap in what the service has received.
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
    pub(super) fn after_part(answer: &RawAnswer, end: u64) -> Self {
        let status: Option<UploadStatus> = crate::from_slice(answer.body()).ok();
        let missing = status.and_then(|status| status.missing());
        missing.unwrap_or(Self::from(end))
    }

    /// The next part: first byte, and the byte behind the last one.
    pub(super) fn part(self, size: u64, total: u64) -> (u64, u64) {
        let end = self.first.saturating_add(size).min(total);
        (self.first, self.end.unwrap_or(end).min(end))
    }
}
