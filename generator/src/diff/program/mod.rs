//! What changes do to one program: which of them touch its calls, and which permissions it has to ask for anew.

mod calls;
mod grants;
mod types;

use super::{Changes, Place};
use crate::model::{Model, Scheme, Version};
use crate::permissions::{Call, Grants, Index, Program};
use calls::Uses;
use std::collections::BTreeSet;

/// A program, and what changes do to it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Touched {
    /// How many of its calls a page of either side documents.
    pub(crate) calls: usize,
    /// How many changes there are, whatever they touch.
    pub(crate) all: usize,
    /// How many of them touch the program.
    pub(crate) touching: usize,
    /// Calls that the baseline documents and the current side does not.
    pub(crate) gone: Vec<Gone>,
    /// Calls that no page of either side documents, as they were given.
    pub(crate) unknown: Vec<String>,
    /// What it needs now, for each kind of sign-in that it can use.
    pub(crate) grants: Vec<Regrant>,
}

/// A call, and where a page documents it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Documented {
    /// `GET /users/{id}`.
    pub(crate) call: String,
    /// The version of the API.
    pub(crate) version: Version,
    /// The line.
    pub(crate) place: Option<Place>,
}

/// A call that is no longer documented.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Gone {
    /// How it was.
    pub(crate) was: Documented,
    /// The documented route of the current side that is most like it.
    pub(crate) nearest: Option<Documented>,
}

/// What a program needs now with one kind of sign-in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Regrant {
    /// The kind of sign-in.
    pub(crate) scheme: Scheme,
    /// What it has: what was named, else the least set of the baseline.
    pub(crate) held: Vec<String>,
    /// What it has to ask for anew, with the calls that break without it.
    pub(crate) ask: Vec<(String, Vec<Documented>)>,
    /// What it has and no longer needs.
    pub(crate) idle: Vec<String>,
    /// Calls that could be made and can no longer be made, whatever is granted.
    pub(crate) refused: Vec<Documented>,
}

impl Regrant {
    /// Whether there is nothing to do.
    pub(crate) fn is_quiet(&self) -> bool {
        self.ask.is_empty() && self.idle.is_empty() && self.refused.is_empty()
    }
}

impl Changes {
    /// Keeps the changes that touch a program: those of its calls, and of the types that they send and return. `granted` is
    /// what the program has, where that is known.
    pub(crate) fn touching(&mut self, models: [&Model; 2], calls: &[Call], granted: &Grants, schemes: &[Scheme]) {
        let indexes = models.map(Index::of);
        let [old, new] = &indexes;
        let programs = [Program::of(old, calls), Program::of(new, calls)];
        let [before, after] = &programs;
        let mut seen = schemes.to_vec();
        seen.retain(|scheme| before.is_seen_with(*scheme));
        let counting = if seen.is_empty() { schemes } else { &seen };
        let uses = Uses::of(models, &programs, counting);
        let all = self.changes.len();
        for change in &mut self.changes {
            change.touches = uses.touched(change);
        }
        self.changes.retain(|change| !change.touches.is_empty());
        let unknown = |program: &Program<'_, '_>| {
            let texts = program.unknown.iter().map(|call| call.text.clone());
            texts.collect::<BTreeSet<String>>()
        };
        let unknown: Vec<String> = unknown(before).intersection(&unknown(after)).cloned().collect();
        self.program = Some(Touched {
            calls: uses.count(),
            all,
            touching: self.changes.len(),
            gone: uses.gone(new),
            unknown,
            grants: grants::of(before, after, granted, schemes),
        });
    }
}
