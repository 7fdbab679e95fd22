//! Which successes a call can end with, and what each of them returns.
//!
//! "Returns `204 No Content`; with `Prefer: return=representation`, `200 OK` and the object": the words beside a status
//! tell its body. The usual success is the first one that brings something.

use super::{Kinds, Source};
use crate::model::{ResponseBody, Success};
use crate::page::api::{ResponseRows, SuccessRow};
use crate::resolve::bind;
use crate::resolve::index::Index;
use crate::resolve::pages::LoadedPage;

/// The successes that a page names.
pub(super) struct Successes<'a> {
    rows: &'a [SuccessRow],
    /// What the words beside each status say that it returns; `None` where they leave that to the rest of the page.
    bodies: Vec<Option<ResponseBody>>,
    /// The index of the usual one.
    usual: usize,
}

impl<'a> Successes<'a> {
    /// Reads a page.
    pub(super) fn of(page: &LoadedPage, read: &'a ResponseRows, index: &Index, kinds: &Kinds<'_>) -> Self {
        let rows = read.successes.as_slice();
        let bodies: Vec<_> = rows.iter().map(|row| body(page, row, index, kinds)).collect();
        let brings = |body: &Option<ResponseBody>| body.as_ref().is_some_and(|body| *body != ResponseBody::Nothing);
        let usual = bodies.iter().position(brings).unwrap_or(0);
        Self { rows, bodies, usual }
    }

    /// The usual one.
    pub(super) fn usual(&self) -> Option<&'a SuccessRow> {
        self.rows.get(self.usual)
    }

    /// Why the usual one returns bytes, where it is a redirect: to a file.
    pub(super) fn redirect(&self) -> Option<Source<'a>> {
        let row = self.usual().filter(|row| row.status == REDIRECT)?;
        Some(Source::words("the call redirects to a file", Some(row.span)))
    }

    /// The other ones; `usual` is what the usual one returns.
    pub(super) fn others(&self, usual: &ResponseBody) -> Vec<Success> {
        let all = self.rows.iter().zip(&self.bodies).enumerate();
        let others = all.filter(|(index, _)| *index != self.usual);
        let success = |(_, (row, body)): (usize, (&SuccessRow, &Option<ResponseBody>))| Success {
            status: row.status,
            body: body.as_ref().unwrap_or(usual).clone(),
            location: row.location,
        };
        others.map(success).collect()
    }
}

/// `302 Found`.
const REDIRECT: u16 = 302;

fn body(page: &LoadedPage, row: &SuccessRow, index: &Index, kinds: &Kinds<'_>) -> Option<ResponseBody> {
    match (row.status, &row.text) {
        (REDIRECT, _) => Some(ResponseBody::Bytes),
        (204 | 205, _) | (202, None) => Some(ResponseBody::Nothing),
        (_, Some(cell)) => {
            let bound = bind::sentence(index, page, cell);
            let known = kinds.is_known(&bound);
            Some(if known {
                ResponseBody::Value(bound)
            } else {
                ResponseBody::Json
            })
        }
        (_, None) => row.empty.then_some(ResponseBody::Nothing),
    }
}
