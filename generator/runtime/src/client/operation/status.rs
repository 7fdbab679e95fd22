//! How far an operation is.

use crate::client::error::Error;
use crate::client::response::{FromResponse, RawResponse};
use crate::{AdditionalProperties, Json};

/// What the service says about an operation: that it accepted it, how far it is, or how it ended.
pub struct OperationStatus {
    response: RawResponse,
    said: Said,
}

/// The body of a status. Services have several names for the same.
struct Said {
    status: Option<String>,
    percentage_complete: Option<f64>,
    resource_id: Option<String>,
    resource_location: Option<String>,
    target_resource_id: Option<String>,
    target_resource_location: Option<String>,
    additional_properties: AdditionalProperties,
}

crate::model! {
    Said = "" {
        0 status: Str = "status",
        1 percentage_complete: F64 = "percentageComplete",
        2 resource_id: Str = "resourceId",
        3 resource_location: Str = "resourceLocation",
        4 target_resource_id: Str = "targetResourceId",
        5 target_resource_location: Str = "targetResourceLocation",
    }
}

/// `{"status": {"state": "processing"}}`.
struct Nested {
    state: Option<String>,
    additional_properties: AdditionalProperties,
}

crate::model! {
    Nested = "" {
        0 state: Str = "state",
    }
}

impl Said {
    /// A body that is not about a status says nothing.
    fn of(response: &RawResponse) -> Self {
        let mut said: Self = crate::from_slice(&response.body).unwrap_or_default();
        let nested = said
            .additional_properties
            .get("status")
            .map(|json: Json| json.decode::<Nested>());
        if let Some(Ok(nested)) = nested {
            said.status = nested.state;
        }
        said
    }
}

impl OperationStatus {
    /// The service's own word, such as `inProgress`.
    pub fn status(&self) -> Option<&str> {
        self.said.status.as_deref()
    }

    /// How much is done, from 0 to 100.
    pub fn percentage_complete(&self) -> Option<f64> {
        self.said.percentage_complete
    }

    /// Whether the work goes on.
    pub fn is_running(&self) -> bool {
        matches!(State::of(&self.response), State::Running)
    }

    /// The id of what came into being or was changed.
    pub fn resource_id(&self) -> Option<&str> {
        let said = &self.said;
        said.resource_id.as_deref().or(said.target_resource_id.as_deref())
    }

    /// The URL of what came into being or was changed, at the end: for [`Request::resume`](super::super::Request::resume).
    pub fn resource_location(&self) -> Option<&str> {
        let header = self.response.header("location").filter(|_| !self.is_running());
        header
            .or(self.said.resource_location.as_deref())
            .or(self.said.target_resource_location.as_deref())
    }

    /// The response that said it.
    pub fn response(&self) -> &RawResponse {
        &self.response
    }

    /// The location as it was sent.
    pub(super) fn link(&self) -> Option<String> {
        self.resource_location().map(str::to_owned)
    }
}

impl FromResponse for OperationStatus {
    const IS_STATUS: bool = true;

    fn from_response(response: RawResponse) -> Result<Self, Error> {
        let said = Said::of(&response);
        Ok(Self { response, said })
    }

    fn round_trip(_: &[u8]) -> Result<Option<Vec<u8>>, serde_json::Error> {
        Ok(None)
    }
}

impl std::fmt::Debug for OperationStatus {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("OperationStatus")
            .field("status", &self.status())
            .field("percentage_complete", &self.percentage_complete())
            .field("resource_id", &self.resource_id())
            .field("response", &self.response)
            .finish_non_exhaustive()
    }
}

/// What a response says about the work.
#[derive(Clone, Copy)]
pub(super) enum State {
    Running,
    Done,
    Failed,
    /// The monitor itself cannot be read.
    Refused,
}

/// The words of all services, in lower case, for work that goes on.
const RUNNING: [&str; 11] = [
    "notstarted",
    "inprogress",
    "running",
    "processing",
    "waiting",
    "updating",
    "deletepending",
    "queued",
    "pending",
    "enqueued",
    "paused",
];
/// And for work that ended well.
const DONE: [&str; 4] = ["completed", "succeeded", "success", "done"];
/// And otherwise.
const FAILED: [&str; 6] = ["failed", "deletefailed", "cancelled", "canceled", "aborted", "stopped"];

impl State {
    pub(super) fn of(response: &RawResponse) -> Self {
        let word = Said::of(response).status.unwrap_or_default().to_ascii_lowercase();
        let word = word.as_str();
        match response.status {
            // The way to the result.
            300..=399 if response.header("location").is_some() => Self::Done,
            200..=299 if FAILED.contains(&word) => Self::Failed,
            200..=299 if RUNNING.contains(&word) => Self::Running,
            202 if !DONE.contains(&word) => Self::Running,
            // Some monitors show the result itself at the end, whose own status may have any word.
            200..=299 => Self::Done,
            _ => Self::Refused,
        }
    }
}
