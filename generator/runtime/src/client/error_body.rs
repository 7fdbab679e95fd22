//! The error object in the body of a response.

use crate::{AdditionalProperties, DateTimeOffset, Json, UnknownObject};

/// The error object that the service sends.
pub struct ServiceError {
    /// The error code.
    pub code: Option<String>,
    /// A message for developers.
    pub message: Option<String>,
    /// What the error refers to, such as a property.
    pub target: Option<String>,
    /// Further errors that led to this one.
    pub details: Option<Vec<ServiceError>>,
    /// More details of the same error.
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

/// Details of an error, for a support request.
pub struct InnerError {
    /// A more specific error code than the outer one.
    pub code: Option<String>,
    /// The id that the service gave to the request.
    pub request_id: Option<String>,
    /// The id that the client gave to the request.
    pub client_request_id: Option<String>,
    /// The time of the error.
    pub date: Option<DateTimeOffset>,
    /// The next inner error.
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

/// Reads the error object; `None` if the body has none.
pub(super) fn parse(body: &[u8]) -> Option<ServiceError> {
    let body: UnknownObject = crate::from_slice(body).ok()?;
    let Some(mut error) = body
        .get("error")
        .and_then(|json| crate::from_str::<ServiceError>(json.as_str()).ok())
    else {
        return sign_in(&body.additional_properties);
    };
    if error.inner_error.is_none() {
        // Some services write `innererror`.
        let inner = error.additional_properties.get("innererror");
        error.inner_error = inner.and_then(|json| json.decode().ok()).map(Box::new);
    }
    Some(error)
}

/// The sign-in service sends `{"error": "code", "error_description": "message"}`.
fn sign_in(body: &AdditionalProperties) -> Option<ServiceError> {
    let code = body.get_str("error")?;
    Some(ServiceError {
        code: Some(code),
        message: body.get_str("error_description"),
        ..ServiceError::default()
    })
}
