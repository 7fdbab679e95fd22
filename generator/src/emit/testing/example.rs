//! The examples as lines of JSON: which function each one calls, with which values, and what the result has to be.

use super::address::{self, Address};
use super::body::{self, Body};
use super::choice::{Chosen, Functions};
use super::fit::Case;
use crate::emit::link;
use crate::emit::plan::{Plan, ReturnType, VersionPlan};
use crate::model::{Example, ExampleKind, Method, Operation};
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;

/// A request for a number or for bytes, on a page that documents the objects themselves. No function of the page makes
/// it, so the response below it is not read either. Other requests without a route only write a documented path
/// differently; the responses below them are read.
const OTHER_VALUE: &str = "a route to a plain value that no page documents";

/// One line for each example in the order of the pages, and the functions that they call.
pub(super) fn lines(plan: &Plan<'_>, functions: &Functions<'_>) -> (Vec<String>, BTreeSet<usize>) {
    let mut lines = Vec::new();
    let mut called = BTreeSet::new();
    for (at, version) in plan.versions.iter().enumerate() {
        for page in &version.schema.operations {
            let mut reader = Page {
                functions,
                version,
                at,
                own: page,
                last: None,
            };
            for example in &page.examples {
                let (call, line) = reader.line(example);
                called.extend(call);
                lines.push(format!("{line}\n"));
            }
        }
    }
    (lines, called)
}

/// The examples of one page, one after the other.
struct Page<'a, 'p> {
    functions: &'a Functions<'p>,
    version: &'a VersionPlan<'p>,
    at: usize,
    own: &'p Operation,
    /// The preceding request: what it calls, or that it is not a call of this API.
    last: Option<Result<usize, &'static str>>,
}

impl Page<'_, '_> {
    fn line(&mut self, example: &Example) -> (Option<usize>, Value) {
        let mut line = Map::new();
        let place = &self.version.schema.version;
        line.insert("page".to_owned(), link::page(&example.origin.file, place).into());
        line.insert("line".to_owned(), example.origin.line.into());
        let call = match example.kind {
            ExampleKind::Request => self.request(example, &mut line),
            ExampleKind::Response => self.response(example, &mut line),
        };
        match call {
            Ok(id) => {
                let function = self.functions.get(id);
                line.insert("call".to_owned(), function.map_or("", |callable| &callable.path).into());
                let returns = function.map(|callable| returns(callable.function.returns));
                line.insert("returns".to_owned(), returns.unwrap_or_default().into());
                (Some(id), line.into())
            }
            Err(reason) => {
                line.insert("skip".to_owned(), reason.into());
                (None, line.into())
            }
        }
    }

    fn request(&mut self, example: &Example, line: &mut Map<String, Value>) -> Result<usize, &'static str> {
        line.insert("side".to_owned(), "request".into());
        let found = self.find(example);
        self.last = Some(found.as_ref().map(|(chosen, _)| chosen.id).map_err(|reason| *reason));
        let (chosen, address) = found?;
        let own = self.functions.get(chosen.id);
        let own = own.is_some_and(|callable| std::ptr::eq(callable.operation.operation, self.own));
        line.insert("own".to_owned(), own.into());
        line.insert("capitals".to_owned(), (chosen.case == Case::Ignored).into());
        line.insert("method".to_owned(), example.method.map(Method::as_str).into());
        line.insert("version".to_owned(), address.version.into());
        line.insert("path".to_owned(), address.path.into());
        line.insert("query".to_owned(), address.query.into());
        line.insert("values".to_owned(), chosen.values.into());
        line.insert("options".to_owned(), json!(chosen.options));
        line.insert("headers".to_owned(), json!(example.headers));
        put_body(example, line);
        Ok(chosen.id)
    }

    fn find(&self, example: &Example) -> Result<(Chosen, Address), &'static str> {
        let (Some(method), Some(target)) = (example.method, &example.line) else {
            return Err("a request without method and address");
        };
        let address = address::read(target)?;
        let functions = self.functions;
        let found = functions.on_page(self.own, method, &address);
        let found = found.or_else(|| functions.elsewhere(self.at, method, &address));
        let other = address.path.ends_with("/$count") || address.path.ends_with("/$value");
        let chosen = found.ok_or(if other {
            OTHER_VALUE
        } else {
            "a route that no page documents"
        })?;
        Ok((chosen, address))
    }

    fn response(&self, example: &Example, line: &mut Map<String, Value>) -> Result<usize, &'static str> {
        line.insert("side".to_owned(), "response".into());
        line.insert("status".to_owned(), example.status.into());
        line.insert("headers".to_owned(), json!(example.headers));
        if example.status.is_some_and(|status| status >= 400) {
            return Err("the response to a refused call");
        }
        if matches!(example.status, Some(204 | 205 | 304)) && !example.body.trim().is_empty() {
            return Err("a body below a status that has none");
        }
        if let Some(Err(reason @ ("a request to another host" | "prose in place of an address" | OTHER_VALUE))) =
            self.last
        {
            return Err(reason);
        }
        let call = match self.last {
            Some(Ok(id)) => Some(id),
            _ => self.functions.of_page(self.own),
        };
        let call = call.ok_or("a page without a route")?;
        put_body(example, line);
        match body::of(example) {
            Body::None => Err("no body"),
            Body::Other(reason) if !self.gives_bytes(call) => Err(reason),
            _ => Ok(call),
        }
    }

    fn gives_bytes(&self, id: usize) -> bool {
        let callable = self.functions.get(id);
        callable.is_some_and(|callable| callable.function.returns == ReturnType::Bytes)
    }
}

fn put_body(example: &Example, line: &mut Map<String, Value>) {
    let (form, body) = match body::of(example) {
        Body::None => ("none", String::new()),
        Body::Json(text) => ("json", text),
        Body::Repaired(text) => ("repaired", text),
        Body::Other(reason) => {
            line.insert("reason".to_owned(), reason.into());
            ("other", example.body.clone())
        }
    };
    line.insert("form".to_owned(), form.into());
    line.insert("body".to_owned(), body.into());
}

fn returns(returned: ReturnType) -> &'static str {
    match returned {
        ReturnType::Empty | ReturnType::Progress => "nothing",
        ReturnType::Json => "json",
        ReturnType::Bytes => "bytes",
        ReturnType::One(_) => "one",
        ReturnType::Collection(_) => "collection",
    }
}
