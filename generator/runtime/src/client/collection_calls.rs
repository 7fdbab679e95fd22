//! What OData can do with every list beside reading it.

use super::error::Error;
use super::request::Request;
use super::response::{FromResponse, RawResponse};
use crate::{Collection, Object};

/// The list's number of elements, and its elements of one type. Pages show these calls in examples of some lists.
///
/// ```
/// # use graph_runtime::{AdditionalProperties, Client, Collection, Endpoint, Json, Method, Request, model};
/// # struct User { id: Option<String>, additional_properties: AdditionalProperties }
/// # model! { User = "microsoft.graph.user" { 0 id: Str = "id", } }
/// # static LIST_MEMBERS: Endpoint = Endpoint::new(Method::Get, "v1.0", "/groups/{id}/members");
/// # let client = Client::loopback("http://localhost:8080")?;
/// let members = || Request::<Collection<Json>>::new(&client, &LIST_MEMBERS, &["g"]);
/// let users = members().of_type::<User>();
/// assert_eq!(users.prepare()?.url(), "http://localhost:8080/v1.0/groups/g/members/microsoft.graph.user");
/// let count: Request<i64> = members().count_only();
/// assert_eq!(count.prepare()?.url(), "http://localhost:8080/v1.0/groups/g/members/$count");
/// # Ok::<(), graph_runtime::Error>(())
/// ```
impl<T> Request<Collection<T>> {
    /// Asks for the number of elements instead of the list. Directory objects need [`Request::eventual`] for it.
    pub fn count_only(self) -> Request<i64> {
        self.below("$count")
    }

    /// Asks for the elements of one type, with the properties of that type. Directory objects need [`Request::eventual`]
    /// for it where the list is searched or sorted.
    pub fn of_type<D: Object + Default>(self) -> Request<Collection<D>> {
        let name = D::default().shape().type_name;
        self.below(name.trim_start_matches('#'))
    }
}

/// A response that is only a number: see [`Request::count_only`].
impl FromResponse for i64 {
    const ACCEPT: &'static str = "*/*";

    fn from_response(response: RawResponse) -> Result<Self, Error> {
        number(&response.body).map_err(|error| Error::decode(response, &error))
    }

    fn round_trip(body: &[u8]) -> Result<Option<Vec<u8>>, serde_json::Error> {
        Ok(Some(number(body)?.to_string().into_bytes()))
    }
}

fn number(body: &[u8]) -> Result<i64, serde_json::Error> {
    serde_json::from_slice(body.strip_prefix("\u{feff}".as_bytes()).unwrap_or(body))
}

#[cfg(test)]
mod tests {
    use super::number;

    #[test]
    fn a_number_behind_a_byte_order_mark() {
        assert_eq!(number("\u{feff}893\n".as_bytes()).unwrap(), 893);
        assert!(number(b"{}").is_err());
    }
}
