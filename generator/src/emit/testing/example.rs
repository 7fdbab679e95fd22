//! The examples as lines of JSON: which function each one calls, with which values, and what the result has to be.

use super::address::{self, Address};
use super::body::{self, Body};
use super::choice::{Callable, Chosen, Functions};
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
pub(super) fn lines<'p>(plan: &'p Plan<'p>, functions: &mut Functions<'p>) -> (Vec<String>, BTreeSet<Called>) {
    let mut lines = Vec::new();
    let mut called = BTreeSet::new();
    for (at, version) in plan.versions.iter().enumerate() {
        for page in &version.schema.operations {
            let mut reader = Page {
                functions: &mut *functions,
                version,
                at,
                own: page,
                last: None,
            };
            for example in page.examples.iter() {
                let (call, line) = reader.line(example);
                called.extend(call);
                lines.push(format!("{line}\n"));
            }
        }
    }
    (lines, called)
}

/// A function that an example calls, and what of its list the example asks for.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Called {
    /// Index in [`Functions`].
    pub(super) id: usize,
    /// The emitted name of the one type of elements that it asks for.
    pub(super) cast: Option<String>,
    /// Whether it asks for their number.
    pub(super) count: bool,
}

impl Called {
    /// What is called on the request.
    pub(super) fn suffix(&self) -> String {
        let cast = self
            .cast
            .as_ref()
            .map(|name| format!(".of_type::<api::models::{name}>()"));
        let count = if self.count { ".count_only()" } else { "" };
        format!("{}{count}", cast.unwrap_or_default())
    }

    fn plain(id: usize) -> Self {
        Self {
            id,
            cast: None,
            count: false,
        }
    }
}

/// The examples of one page, one after the other.
struct Page<'a, 'p> {
    functions: &'a mut Functions<'p>,
    version: &'a VersionPlan<'p>,
    at: usize,
    own: &'p Operation,
    /// The preceding request: what it calls, or that it is not a call of this API.
    last: Option<Result<Called, &'static str>>,
}

impl Page<'_, '_> {
    fn line(&mut self, example: &Example) -> (Option<Called>, Value) {
        let mut line = Map::new();
        let place = &self.version.schema.version;
        line.insert("page".to_owned(), link::page(&example.origin.file, place).into());
        line.insert("line".to_owned(), example.origin.line.into());
        let call = match example.kind {
            ExampleKind::Request => self.request(example, &mut line),
            ExampleKind::Response => self.response(example, &mut line),
        };
        match call {
            Ok(called) => {
                let function = self.functions.get(called.id);
                let path = function.map_or("", |callable| &callable.path);
                line.insert("call".to_owned(), format!("{path}{}", called.suffix()).into());
                let returns = function.map(|callable| returns(callable.function.returns));
                let returns = if called.count {
                    "one"
                } else {
                    returns.unwrap_or_default()
                };
                line.insert("returns".to_owned(), returns.into());
                (Some(called), line.into())
            }
            Err(reason) => {
                line.insert("skip".to_owned(), reason.into());
                (None, line.into())
            }
        }
    }

    fn request(&mut self, example: &Example, line: &mut Map<String, Value>) -> Result<Called, &'static str> {
        line.insert("side".to_owned(), "request".into());
        let found = self.find(example);
        self.last = Some(
            found
                .as_ref()
                .map(|(_, called, _)| called.clone())
                .map_err(|reason| *reason),
        );
        let (chosen, called, address) = found?;
        let function = self.functions.get(chosen.id);
        let own = function.is_some_and(|callable| std::ptr::eq(callable.operation.operation, self.own));
        let documented = function.is_some_and(Callable::is_documented);
        line.insert("undocumented".to_owned(), (!documented).into());
        line.insert("below".to_owned(), called.suffix().into());
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
        Ok(called)
    }

    fn find(&mut self, example: &Example) -> Result<(Chosen, Called, Address), &'static str> {
        let (Some(method), Some(target)) = (example.method, &example.line) else {
            return Err("a request without method and address");
        };
        let address = address::read(target)?;
        if let Some(chosen) = self.documented(method, &address) {
            let called = Called::plain(chosen.id);
            return Ok((chosen, called, address));
        }
        if let Some((chosen, called)) = self.of_list(method, &address) {
            return Ok((chosen, called, address));
        }
        let displaced = self.functions.displaced(self.own, method, &address);
        let found = displaced.or_else(|| self.functions.spelled(self.own, method, &address));
        let other = address.path.ends_with("/$count") || address.path.ends_with("/$value");
        let chosen = found.ok_or(if other {
            OTHER_VALUE
        } else {
            "a route that no page documents"
        })?;
        let called = Called::plain(chosen.id);
        Ok((chosen, called, address))
    }

    fn documented(&self, method: Method, address: &Address) -> Option<Chosen> {
        let own = self.functions.on_page(self.own, method, address);
        own.or_else(|| self.functions.elsewhere(self.at, method, address))
    }

    /// The elements of one type in a documented list, or their number: `/groups/{id}/members/microsoft.graph.user/$count`.
    fn of_list(&self, method: Method, address: &Address) -> Option<(Chosen, Called)> {
        let (path, count) = match address.path.strip_suffix("/$count") {
            Some(path) => (path, true),
            None => (address.path.as_str(), false),
        };
        let cast = path
            .rsplit_once('/')
            .filter(|(_, name)| name.starts_with("microsoft.graph."));
        let (path, cast) = match cast {
            Some((path, name)) => (path, Some(self.emitted(name)?)),
            None => (path, None),
        };
        let list = Address {
            path: path.to_owned(),
            ..address.clone()
        };
        let chosen = self.documented(method, &list).filter(|_| count || cast.is_some())?;
        let function = self.functions.get(chosen.id)?.function;
        let is_list = matches!(function.returns, ReturnType::Collection(_));
        let id = chosen.id;
        is_list.then_some((chosen, Called { id, cast, count }))
    }

    /// The emitted name of a documented type.
    fn emitted(&self, name: &str) -> Option<String> {
        let mut types = self.version.types.iter();
        let found = types.find(|plan| plan.item.name.to_string() == name)?;
        Some(found.emitted.name.clone())
    }

    fn response(&self, example: &Example, line: &mut Map<String, Value>) -> Result<Called, &'static str> {
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
        let call = match &self.last {
            Some(Ok(called)) => Some(called.clone()),
            _ => self.functions.of_page(self.own).map(Called::plain),
        };
        let call = call.ok_or("a page without a route")?;
        put_body(example, line);
        match body::of(example) {
            Body::None => Err("no body"),
            Body::Other(reason) if !self.gives_bytes(call.id) => Err(reason),
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
