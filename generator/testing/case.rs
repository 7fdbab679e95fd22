//! One example, and the call that it shows.

use std::cell::RefCell;

use serde_json::Value;

use super::compare::difference;
use super::outcome::{CallOutcome, Side, failed, no_example, passed};
use super::typed::{Builder, Rest, differs, plain};
use super::url::{decode, options, segments};
use crate::runtime::{Client, Content, FromResponse, Payload, Prepared, Reference, Request};

/// Headers that the transport makes, not the request.
const TRANSPORT: &[&str] = &["authorization", "content-length", "host", "user-agent", "connection"];

/// A line of `examples.jsonl` while its function is called.
pub(super) struct Case<'a> {
    client: &'a Client,
    line: &'a Value,
    side: Side,
    /// Whether the program names the types that the example names.
    names: bool,
    values: Vec<String>,
    /// Why the request cannot be made.
    trouble: RefCell<Option<CallOutcome>>,
}

impl<'a> Case<'a> {
    pub(super) fn new(client: &'a Client, line: &'a Value, side: Side, names: bool) -> Self {
        let values = line.get("values").and_then(Value::as_array);
        let values = values.into_iter().flatten().filter_map(Value::as_str);
        Self {
            client,
            line,
            side,
            names,
            values: values.map(decode).collect(),
            trouble: RefCell::new(None),
        }
    }

    /// A text of the line; empty if there is none.
    pub(super) fn text(&self, name: &str) -> &'a str {
        self.line.get(name).and_then(Value::as_str).unwrap_or_default()
    }

    fn flag(&self, name: &str) -> bool {
        self.line.get(name).and_then(Value::as_bool).unwrap_or_default()
    }

    /// Pairs of texts: headers, query options.
    fn pairs(&self, name: &str) -> Vec<(&'a str, &'a str)> {
        let list = self.line.get(name).and_then(Value::as_array).into_iter().flatten();
        list.filter_map(|pair| Some((pair.get(0)?.as_str()?, pair.get(1)?.as_str()?)))
            .collect()
    }

    fn header(&self, name: &str) -> Option<&'a str> {
        let headers = self.pairs("headers").into_iter();
        headers
            .filter(|(key, _)| key.eq_ignore_ascii_case(name))
            .map(|(_, value)| value)
            .next()
    }

    /// A header that the function takes as a parameter.
    #[allow(dead_code, reason = "the functions of a crate may take none")]
    pub(super) fn passed_header(&self, name: &str) -> &'a str {
        self.header(name).unwrap_or_default()
    }

    pub(super) fn is_request(&self) -> bool {
        self.text("side") == "request"
    }

    /// The client to call with.
    pub(super) fn client(&self) -> &Client {
        self.client
    }

    /// The documented value of a parameter.
    pub(super) fn value(&self, at: usize) -> &str {
        self.values.get(at).map_or("x", String::as_str)
    }

    /// The documented body, as the type of the function's argument.
    pub(super) fn body<B: Payload + Default>(&self) -> B {
        if !self.is_request() {
            return B::default();
        }
        match self.text("form") {
            "none" => {
                let nothing = B::default();
                // In untyped JSON, `null` means that there is no body.
                if !nothing.to_vec().is_ok_and(|json| json == b"null") {
                    self.stop(failed("the function sends a body, the example has none", ""));
                }
                nothing
            }
            "other" => {
                self.stop(no_example(self.text("reason")));
                B::default()
            }
            _ => self.built(),
        }
    }

    /// The documented body, as a list of objects.
    #[allow(dead_code, reason = "the functions of a crate may take none")]
    pub(super) fn list<B>(&self) -> Vec<B>
    where
        Vec<B>: Payload,
    {
        self.body()
    }

    /// The documented body, built through fields.
    fn built<B: Payload + Default>(&self) -> B {
        let json = serde_json::from_str(self.text("body")).unwrap_or_default();
        let is_law = self.side == Side::Body;
        let mut builder = Builder::new(if is_law { Rest::Lost } else { Rest::Kept }, is_law && self.names);
        let built = B::build(&json, &mut |object, json| builder.object("", object, json));
        let typed = builder.typed;
        match builder.trouble() {
            Some(trouble) if is_law => self.stop(trouble),
            _ if is_law && !typed && built.is_some() => self.stop(failed("the function takes any JSON", "")),
            _ => {}
        }
        built.unwrap_or_else(|| {
            self.stop(failed("the body does not fit the type", ""));
            B::default()
        })
    }

    /// The object that the documented body refers to.
    #[allow(dead_code, reason = "the functions of a crate may take none")]
    pub(super) fn reference(&self) -> Reference {
        let json: Value = serde_json::from_str(self.text("body")).unwrap_or_default();
        match json.get("@odata.id").and_then(Value::as_str) {
            Some(url) => Reference::id(url),
            None if json.as_object().is_some_and(serde_json::Map::is_empty) => Reference::none(),
            None => {
                if self.is_request() {
                    self.stop(failed("the example sends no reference", ""));
                }
                Reference::id("x")
            }
        }
    }

    /// The documented bytes.
    #[allow(dead_code, reason = "the functions of a crate may upload nothing")]
    pub(super) fn content(&self) -> Content {
        let kind = self.header("content-type").unwrap_or("application/octet-stream");
        Content::new(self.text("body").as_bytes().to_vec(), kind)
    }

    fn stop(&self, why: CallOutcome) {
        self.trouble.borrow_mut().get_or_insert(why);
    }

    /// Judges the request of a function, or the documented response to it.
    pub(super) fn call<R: FromResponse>(&self, request: Request<R>) -> CallOutcome {
        if !self.is_request() {
            let written = R::round_trip(self.text("body").as_bytes());
            return self.check_response(written.map_err(|error| error.to_string()));
        }
        if let Some(trouble) = self.trouble.take() {
            return trouble;
        }
        let mut request = request;
        for (name, value) in self.pairs("options") {
            request = request.query(decode(name).trim(), decode(value).trim());
        }
        for (name, value) in self.own_headers() {
            request = request.header(name, value);
        }
        match request.prepare() {
            Ok(prepared) if self.side == Side::Body => self.check_body(&prepared),
            Ok(prepared) => self.check_request(&prepared),
            Err(error) => failed("the function refuses the values", error.to_string()),
        }
    }

    fn own_headers(&self) -> impl Iterator<Item = (&'a str, &'a str)> {
        let made = |name: &str| TRANSPORT.iter().any(|own| own.eq_ignore_ascii_case(name));
        let own = self.pairs("headers").into_iter();
        // The function itself sets the content type.
        own.filter(move |(name, _)| !made(name) && !name.eq_ignore_ascii_case("content-type"))
    }

    fn check_request(&self, prepared: &Prepared) -> CallOutcome {
        let wrong = self
            .address(prepared)
            .or_else(|| self.headers(prepared))
            .or_else(|| self.sent(prepared));
        let elsewhere = if self.flag("own") {
            ""
        } else {
            " by another page's function"
        };
        let capitals = if self.flag("capitals") {
            ", but for capitals in the path"
        } else {
            ""
        };
        let version = if self.names_another_version(prepared) {
            ", but for the version, which is not that of its page"
        } else {
            ""
        };
        let place = if self.flag("undocumented") {
            " at a place that its page does not document"
        } else {
            ""
        };
        let below = match self.text("below") {
            "" => String::new(),
            _ => " from the call of the whole list".to_owned(),
        };
        match wrong {
            Some(wrong) => wrong,
            None => passed(&format!("rebuilt{elsewhere}{place}{below}{capitals}{version}")),
        }
    }

    /// Whether the example's URL is one of another version than its page: a page of v1.0 calls `/beta/users`.
    fn names_another_version(&self, prepared: &Prepared) -> bool {
        let path = prepared.url().strip_prefix(self.client.base_url()).unwrap_or_default();
        let documented = self.line.get("version").and_then(Value::as_str);
        documented.is_some_and(|documented| segments(path).first().is_none_or(|own| own != documented))
    }

    /// Method, path and query.
    fn address(&self, prepared: &Prepared) -> Option<CallOutcome> {
        let url = prepared.url().strip_prefix(self.client.base_url()).unwrap_or_default();
        let (path, query) = url.split_once('?').unwrap_or((url, ""));
        let mut own = segments(path);
        own.remove(0);
        let mut documented = segments(self.text("path"));
        if self.flag("capitals") {
            own.iter_mut()
                .chain(&mut documented)
                .for_each(|segment| segment.make_ascii_lowercase());
        }
        if prepared.method() != self.text("method") {
            return Some(failed("another method", prepared.method()));
        }
        if own != documented {
            return Some(failed("another path", format!("{own:?} is not {documented:?}")));
        }
        let (own, documented) = (options(query), options(self.text("query")));
        (own != documented).then(|| failed("another query", format!("{own:?} is not {documented:?}")))
    }

    fn headers(&self, prepared: &Prepared) -> Option<CallOutcome> {
        let lost = self
            .own_headers()
            .find(|(name, value)| prepared.header(name) != Some(*value));
        if let Some((name, _)) = lost {
            return Some(failed("a header is lost", name));
        }
        prepared.body()?;
        let documented = media_type(self.header("content-type")?);
        let own = media_type(prepared.header("content-type").unwrap_or_default());
        let is_other = own != documented && !documented.is_empty();
        is_other.then(|| failed("another content type", format!("{own} is not {documented}")))
    }

    fn sent(&self, prepared: &Prepared) -> Option<CallOutcome> {
        let documented = self.text("body");
        match (prepared.body(), self.text("form")) {
            (None, "none") => None,
            (None, "other") => Some(no_example(self.text("reason"))),
            (None, _) => Some(failed("the function sends no body, the example has one", "")),
            (Some(own), "json" | "repaired") => {
                let own = serde_json::from_slice(own).unwrap_or_default();
                let documented = serde_json::from_str(documented).unwrap_or_default();
                difference(&documented, &own).map(|detail| failed("another body", detail))
            }
            (Some(own), _) => (own != documented.as_bytes()).then(|| failed("other bytes", "")),
        }
    }

    /// Whether the body that was built through fields is that of the example.
    fn check_body(&self, prepared: &Prepared) -> CallOutcome {
        let Some(own) = prepared.body() else {
            return failed("the function sends no body", "");
        };
        let mut documented = serde_json::from_str(self.text("body")).unwrap_or_default();
        let mut own = serde_json::from_slice(own).unwrap_or_default();
        plain(&mut documented);
        plain(&mut own);
        let class = if self.names {
            "typed, types named by the program"
        } else {
            "typed"
        };
        difference(&documented, &own).map_or_else(|| passed(class), differs)
    }

    fn check_response(&self, result: Result<Option<Vec<u8>>, String>) -> CallOutcome {
        let returns = self.text("returns");
        if returns == "bytes" {
            return passed("bytes");
        }
        let own = match result {
            Err(error) => return failed("the response does not fit the type", error),
            Ok(None) => return failed("the function returns nothing", ""),
            Ok(Some(own)) => own,
        };
        let documented: Value = serde_json::from_str(self.text("body")).unwrap_or_default();
        let own = serde_json::from_slice(&own).unwrap_or_default();
        if let Some(detail) = difference(&documented, &own) {
            return failed("something is lost", detail);
        }
        if returns == "one" && is_page(&documented) {
            return failed("a list where the function returns one", "");
        }
        let untyped = if returns == "json" { ", as untyped JSON" } else { "" };
        let repaired = if self.text("form") == "repaired" {
            ", decoration removed"
        } else {
            ""
        };
        passed(&format!("read and written{untyped}{repaired}"))
    }
}

/// Whether the value is an object with a list `value` and nothing else but annotations.
fn is_page(value: &Value) -> bool {
    let list = value.get("value").is_some_and(Value::is_array);
    let names = value.as_object().into_iter().flat_map(|object| object.keys());
    list && names.filter(|name| *name != "value").all(|name| name.starts_with('@'))
}

/// `application/json; charset=utf-8` -> `application/json`.
fn media_type(text: &str) -> String {
    text.split(';').next().unwrap_or_default().trim().to_ascii_lowercase()
}
