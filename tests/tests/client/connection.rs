//! Clouds, tokens, and clients that are refused.

use crate::{run, tag};
use azure_core::credentials::{AccessToken, TokenCredential, TokenRequestOptions};
use azure_core::http::headers::Headers;
use azure_core::http::{AsyncRawResponse, HttpClient, Request, Transport};
use generated::runtime as rt;
use std::sync::{Arc, Mutex};

/// A credential with a token that tells what it is for.
#[derive(Debug)]
pub(crate) struct Fixed;

#[async_trait::async_trait]
impl TokenCredential for Fixed {
    async fn get_token(&self, scopes: &[&str], _: Option<TokenRequestOptions<'_>>) -> azure_core::Result<AccessToken> {
        let expires = azure_core::time::OffsetDateTime::now_utc() + azure_core::time::Duration::hours(1);
        Ok(AccessToken::new(format!("token-for-{}", scopes.join(" ")), expires))
    }
}

/// A credential that has none.
#[derive(Debug)]
struct Nobody;

#[async_trait::async_trait]
impl TokenCredential for Nobody {
    async fn get_token(&self, _: &[&str], _: Option<TokenRequestOptions<'_>>) -> azure_core::Result<AccessToken> {
        Err(azure_core::Error::with_message(
            azure_core::error::ErrorKind::Credential,
            "nobody is signed in",
        ))
    }
}

/// Answers everything with `{}` and notes URL and headers.
#[derive(Debug, Default)]
pub(crate) struct Recorder(pub(crate) Mutex<Vec<Recorded>>);

#[derive(Clone, Debug)]
pub(crate) struct Recorded {
    pub(crate) url: String,
    pub(crate) headers: Vec<(String, String)>,
}

#[async_trait::async_trait]
impl HttpClient for Recorder {
    async fn execute_request(&self, request: &Request) -> azure_core::Result<AsyncRawResponse> {
        let headers = request.headers().iter();
        let headers = headers.map(|(name, value)| (name.as_str().to_owned(), value.as_str().to_owned()));
        self.0.lock().unwrap().push(Recorded {
            url: request.url().to_string(),
            headers: headers.collect(),
        });
        Ok(AsyncRawResponse::from_bytes(200_u16.into(), Headers::new(), "{}"))
    }
}

#[test]
fn each_cloud_has_its_host_and_its_scope() {
    for (cloud, host) in [
        (rt::Cloud::Global, "graph.microsoft.com"),
        (rt::Cloud::UsGovL4, "graph.microsoft.us"),
        (rt::Cloud::UsGovL5, "dod-graph.microsoft.us"),
        (rt::Cloud::China, "microsoftgraph.chinacloudapi.cn"),
    ] {
        let recorder = Arc::new(Recorder::default());
        let client = rt::Client::builder()
            .cloud(cloud)
            .credential(Arc::new(Fixed))
            .transport(Transport::new(recorder.clone()));
        run(tag::get(&client.build().unwrap(), tag::At::role_scope_tags("1")).send()).unwrap();
        let seen = recorder.0.lock().unwrap()[0].clone();
        assert_eq!(
            seen.url,
            format!("https://{host}/beta/deviceManagement/roleScopeTags/1")
        );
        let token = (
            "authorization".to_owned(),
            format!("Bearer token-for-https://{host}/.default"),
        );
        assert!(seen.headers.contains(&token), "{seen:?}");
    }
}

#[test]
fn no_token_is_an_error_of_its_own() {
    let client = rt::Client::new(Arc::new(Nobody)).unwrap();
    let error = run(tag::list(&client, tag::In::role_scope_tags()).send()).unwrap_err();
    assert_eq!(error.kind(), rt::ErrorKind::Credential);
    assert!(error.to_string().contains("nobody is signed in"), "{error}");
}

#[test]
fn clients_that_cannot_be() {
    let builder = rt::Client::builder;
    assert!(rt::Client::new(Arc::new(Fixed)).is_ok());
    assert!(builder().build().is_err(), "no credential");
    assert!(
        builder().base_url("http://example.com").build().is_err(),
        "not encrypted"
    );
    assert!(
        builder().base_url("https://example.com").build().is_err(),
        "no credential"
    );
    let both = builder().base_url("https://example.com").cloud(rt::Cloud::China);
    assert!(both.credential(Arc::new(Fixed)).build().is_err(), "two roots");
    let plain = builder().base_url("http://127.0.0.1:1").credential(Arc::new(Fixed));
    assert!(plain.build().is_err(), "a token without encryption");
    let own = builder()
        .base_url("https://example.com/api/")
        .credential(Arc::new(Fixed));
    assert!(own.build().is_ok());
}

#[test]
fn tokens_are_not_shown() {
    let client = rt::Client::builder().credential(Arc::new(Fixed));
    let client = client.transport(Transport::new(Arc::new(Recorder::default())));
    let client = client.build().unwrap();
    let request = tag::get(&client, tag::At::role_scope_tags("1")).header("Cookie", "own-token-for");
    let shown = format!("{client:?} {request:?} {:?}", request.clone().prepare().unwrap());
    let answer = run(request.send_raw()).unwrap();
    let shown = format!("{shown} {answer:?}");
    assert!(!shown.contains("oken-for"), "{shown}");
}
