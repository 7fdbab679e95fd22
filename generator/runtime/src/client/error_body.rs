//! The body of an error, as the service sends it.

use crate::{AdditionalProperties, DateTimeOffset, Json, UnknownObject};

/// What the service says about an error.
pub struct ServiceError {
    /// A word for the kind of error, for programs.
    pub code: Option<String>,
    /// A sentence, for people.
    pub message: Option<String>,
    /// What the error is about.
    pub target: Option<String>,
    /// Several errors at once.
    pub details: Option<Vec<ServiceError>>,
    /// More about the same error.
    pub inner_error: Option<Box<InnerError>>,
    /// Everything else.
    pub additional_properties: AdditionalProperties,
}

crate::model! {
    ServiceError = "microsoft.graph.error" {
        0 code: Str = "code",
        1 message: Str = "message",
        2 target: Str = "target",
        3 details: Objs = "details",
        4 inner_error: Obj = "innerError",
    }
}

/// More about an error: what to tell the people who run the service.
pub struct InnerError {
    /// A word for the error, more exact than the outer one.
    pub code: Option<String>,
    /// The number of the request on the side of the service.
    pub request_id: Option<String>,
    /// The number that this client gave to the request.
    pub client_request_id: Option<String>,
    /// When it happened.
    pub date: Option<DateTimeOffset>,
    /// One more level.
    pub inner_error: Option<Json>,
    /// Everything else.
    pub additional_properties: AdditionalProperties,
}

crate::model! {
    InnerError = "microsoft.graph.innerError" {
        0 code: Str = "code",
        1 request_id: Str = "request-id",
        2 client_request_id: Str = "client-request-id",
        3 date: Text = "date",
        4 inner_error: Raw = "innerError",
    }
}

/// Reads the body of an error; `None` if it says nothing that is understood.
pub(super) fn parse(body: &[u8]) -> Option<ServiceError> {
    let body: UnknownObject = crate::from_slice(body).ok()?;
    let Some(mut error) = body
        .get("error")
        .and_then(|json| crate::from_str::<ServiceError>(json.as_str()).ok())
    else {
        return sign_in(&body.additional_properties);
    };
    if error.inner_error.is_none() {
        // Some services write it in small letters.
        let inner = error.additional_properties.get("innererror");
        error.inner_error = inner.and_then(|json| json.decode().ok()).map(Box::new);
    }
    Some(error)
}

/// The sign-in service says `{"error": "word", "error_description": "sentence"}`.
fn sign_in(body: &AdditionalProperties) -> Option<ServiceError> {
    let code = body.get_str("error")?;
    Some(ServiceError {
        code: Some(code),
        message: body.get_str("error_description"),
        ..ServiceError::default()
    })
}
