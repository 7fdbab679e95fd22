//! The answer: the least set for each kind of sign-in, why, what is missing and what is too much.

use super::grants::Grants;
use super::needs::Needs;
use super::program::{Known, Program};
use super::solve::{self, Requirement};
use crate::model::Scheme;

/// What a program needs.
#[derive(Debug)]
pub struct Answer<'p, 'i, 'm> {
    /// The calls.
    pub program: &'p Program<'i, 'm>,
    /// For each kind of sign-in that was asked for.
    pub schemes: Vec<OfScheme>,
}

/// What a program needs with one kind of sign-in. Calls are given by their index in [`Program::calls`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfScheme {
    /// The kind of sign-in.
    pub scheme: Scheme,
    /// The least set for the calls that can be made.
    pub least: Vec<String>,
    /// Calls that cannot be made.
    pub not_supported: Vec<usize>,
    /// Calls of which no page says what they need.
    pub not_stated: Vec<usize>,
    /// For each permission of the least set the calls that cannot be made without it.
    pub why: Vec<(String, Vec<usize>)>,
    /// Calls that no single permission of the least set is needed for, because several sets in it would do; with these.
    pub several: Vec<(usize, Vec<Vec<String>>)>,
    /// Against what is granted; nothing if that is not known.
    pub granted: Option<Compared>,
}

/// The least set against what is granted.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Compared {
    /// What has to be granted in addition, with the calls that cannot be made without it.
    pub missing: Vec<(String, Vec<usize>)>,
    /// What is granted and not needed, with the calls that it would do for.
    pub excess: Vec<(String, Vec<usize>)>,
}

impl OfScheme {
    /// The least set for all calls; nothing where a call cannot be made, or nobody says with what.
    pub fn whole(&self) -> Option<&[String]> {
        let all = self.not_supported.is_empty() && self.not_stated.is_empty();
        all.then_some(self.least.as_slice())
    }
}

impl<'p, 'i, 'm> Answer<'p, 'i, 'm> {
    /// Finds the answer for some kinds of sign-in.
    pub fn of(program: &'p Program<'i, 'm>, schemes: &[Scheme], grants: &Grants) -> Self {
        let schemes = schemes.iter().map(|scheme| of_scheme(program, *scheme, grants));
        Self {
            program,
            schemes: schemes.collect(),
        }
    }

    /// A call by its index.
    pub fn call(&self, index: usize) -> Option<&'p Known<'i, 'm>> {
        self.program.calls.get(index)
    }
}

fn of_scheme(program: &Program<'_, '_>, scheme: Scheme, grants: &Grants) -> OfScheme {
    let mut answer = OfScheme {
        scheme,
        least: Vec::new(),
        not_supported: Vec::new(),
        not_stated: Vec::new(),
        why: Vec::new(),
        several: Vec::new(),
        granted: None,
    };
    let mut needs = Vec::new();
    for (index, call) in program.of_scheme(scheme) {
        match call.needs(scheme) {
            Needs::NotSupported => answer.not_supported.push(index),
            Needs::NotStated => answer.not_stated.push(index),
            stated @ Needs::Stated(_) => needs.push((index, stated)),
        }
    }
    let calls = Calls::of(&needs);
    answer.least = owned(solve::missing(&calls.all, &[]));
    answer.why = answer
        .least
        .iter()
        .map(|permission| (permission.clone(), calls.needing(permission, &answer.least)))
        .collect();
    answer.several = calls.several(&answer.least, &answer.why);
    let granted = grants
        .of(scheme)
        .filter(|_| answer.whole().is_some() || program.is_seen_with(scheme));
    answer.granted = granted.map(|granted| calls.compare(&granted));
    answer
}

/// What is missing and too much for the calls that can be made with a kind of sign-in, if this is granted.
pub fn against(program: &Program<'_, '_>, scheme: Scheme, granted: &[&str]) -> Compared {
    let needs = program
        .of_scheme(scheme)
        .map(|(index, call)| (index, call.needs(scheme)));
    let stated = needs.filter(|(_, needs)| matches!(needs, Needs::Stated(_)));
    Calls::of(&stated.collect::<Vec<_>>()).compare(granted)
}

/// The calls that can be made, with what they need.
struct Calls<'a> {
    all: Vec<Requirement<'a>>,
    of_call: Vec<(usize, Vec<Requirement<'a>>)>,
}

impl<'a> Calls<'a> {
    fn of(needs: &'a [(usize, Needs)]) -> Self {
        let of_call = needs.iter().map(|(index, needs)| {
            let requirements: Vec<_> = needs.list().iter().map(super::needs::Need::requirement).collect();
            (*index, requirements)
        });
        let of_call: Vec<_> = of_call.collect();
        let all = of_call.iter().flat_map(|(_, requirements)| requirements.clone());
        Self {
            all: all.collect(),
            of_call,
        }
    }

    /// The calls that cannot be made with a set when one of its permissions is taken away.
    fn needing(&self, permission: &str, set: &[String]) -> Vec<usize> {
        let has = |name: &str| name != permission && set.iter().any(|known| known == name);
        let lacks = self
            .of_call
            .iter()
            .filter(|(_, requirements)| !requirements.iter().all(|one| one.is_met(has)));
        lacks.map(|(index, _)| *index).collect()
    }

    /// The calls that can be made with a set whichever one of its permissions is taken away, with the parts of it that
    /// do for the whole call.
    fn several(&self, set: &[String], why: &[(String, Vec<usize>)]) -> Vec<(usize, Vec<Vec<String>>)> {
        let has_reason = |index: usize| why.iter().any(|(_, calls)| calls.contains(&index));
        let others = self.of_call.iter().filter(|(index, _)| !has_reason(*index));
        let with = others.map(|(index, requirements)| (*index, parts(set, requirements)));
        with.filter(|(_, parts)| !parts.is_empty()).collect()
    }

    /// The calls that a permission is documented for.
    fn documented_for(&self, permission: &str) -> Vec<usize> {
        let names = |requirement: &Requirement<'_>| {
            let mut choices = requirement.choices.iter();
            choices.any(|choice| choice.permissions.contains(&permission))
        };
        let calls = self
            .of_call
            .iter()
            .filter(|(_, requirements)| requirements.iter().any(names));
        calls.map(|(index, _)| *index).collect()
    }

    fn compare(&self, granted: &[&str]) -> Compared {
        let spelled: Vec<&str> = granted.iter().map(|name| self.documented_spelling(name)).collect();
        let kept = solve::kept(&self.all, &spelled);
        let excess = granted.iter().zip(&spelled).filter(|(_, name)| !kept.contains(name));
        Compared {
            missing: self.missing(&spelled),
            excess: excess
                .map(|(given, name)| ((*given).to_owned(), self.documented_for(name)))
                .collect(),
        }
    }

    /// What is missing, with the calls that cannot be made without it. A call for which several of the missing
    /// permissions would do is told with each of them.
    fn missing(&self, granted: &[&str]) -> Vec<(String, Vec<usize>)> {
        let missing = owned(solve::missing(&self.all, granted));
        let held = owned(granted.to_vec());
        let all = [held.clone(), missing.clone()].concat();
        let mut listed: Vec<_> = missing
            .into_iter()
            .map(|permission| {
                let calls = self.needing(&permission, &all);
                (permission, calls)
            })
            .collect();
        for index in self.needing("", &held) {
            if listed.iter().any(|(_, calls)| calls.contains(&index)) {
                continue;
            }
            for (permission, calls) in &mut listed {
                if self.documented_for(permission).contains(&index) {
                    calls.push(index);
                    calls.sort_unstable();
                }
            }
        }
        listed
    }

    /// The name as the pages spell it: `user.read` means `User.Read`.
    fn documented_spelling<'n>(&'n self, name: &'n str) -> &'n str {
        let choices = self.all.iter().flat_map(|requirement| &requirement.choices);
        let mut names = choices.flat_map(|choice| choice.permissions.iter().copied());
        names.find(|known| known.eq_ignore_ascii_case(name)).unwrap_or(name)
    }
}

/// The documented choices that lie in a set and meet all requirements of a call.
fn parts(set: &[String], requirements: &[Requirement<'_>]) -> Vec<Vec<String>> {
    let mut parts = Vec::new();
    for choice in requirements.iter().flat_map(|one| &one.choices) {
        let in_set = choice
            .permissions
            .iter()
            .all(|name| set.iter().any(|known| known == name));
        let has = |name: &str| choice.permissions.contains(&name);
        let part = owned(choice.permissions.clone());
        if in_set && !part.is_empty() && !parts.contains(&part) && requirements.iter().all(|one| one.is_met(has)) {
            parts.push(part);
        }
    }
    parts
}

fn owned(names: Vec<&str>) -> Vec<String> {
    names.into_iter().map(str::to_owned).collect()
}
