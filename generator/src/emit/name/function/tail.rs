//! What is peeled off the end of a path before it is named: the words of `OData`, bytes, a cast.

use super::page::Page;
use super::step::Step;
use crate::model::{Method, Segment};

/// What stands behind the thing itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Special {
    None,
    Ref,
    Value,
    Count,
    /// `/content`: the bytes of a file.
    Content,
}

impl Special {
    /// What it adds to a name.
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::None => "",
            Self::Ref => "ref",
            Self::Value => "value",
            Self::Count => "count",
            Self::Content => "content",
        }
    }
}

/// What is peeled off.
#[derive(Debug)]
pub(super) struct Tail {
    pub(super) special: Special,
    /// The words of the type of a cast.
    pub(super) cast: Option<String>,
    /// How many steps are left.
    pub(super) end: usize,
}

impl Tail {
    /// Peels the end off.
    pub(super) fn of(page: &Page<'_>, method: Method, steps: &[Step<'_>]) -> Self {
        let special = special(page, method, steps);
        let mut end = steps.len() - usize::from(special != Special::None);
        let cast = end.checked_sub(1).filter(|at| *at > 0).and_then(|at| steps.get(at));
        let cast = cast.filter(|step| {
            let read = matches!(method, Method::Get | Method::Delete);
            read && matches!(step.segment, Segment::Cast(_)) && !page.is_about_calling(**step, method)
        });
        end -= usize::from(cast.is_some());
        let cast = cast.map(|step| step.words());
        Self { special, cast, end }
    }
}

fn special(page: &Page<'_>, method: Method, steps: &[Step<'_>]) -> Special {
    let Some(last) = steps.last() else {
        return Special::None;
    };
    match last.segment {
        Segment::Ref => Special::Ref,
        Segment::Value => Special::Value,
        Segment::Count => Special::Count,
        Segment::Literal(word) if word.eq_ignore_ascii_case("content") && is_file(page, method) => Special::Content,
        _ => Special::None,
    }
}

/// Whether `content` is the bytes of what stands before it, and not the object of the page.
fn is_file(page: &Page<'_>, method: Method) -> bool {
    let object = page.stem.object.as_str();
    let transfers = matches!(page.stem.verb, Some("get" | "put" | "update"));
    matches!(method, Method::Get | Method::Put | Method::Patch)
        && (object.is_empty() || object == "content" || transfers)
}
