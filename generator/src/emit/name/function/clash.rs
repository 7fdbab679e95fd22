//! Further names for calls whose plain name is taken, by another call of the page or by another page of the module.

use super::page::Page;
use super::reading::join;
use super::{Call, Draft, Step};
use crate::emit::name::{ident, parameter, spelling};
use crate::model::{Method, of_query_option};
use rustc_hash::{FxHashMap, FxHashSet};

/// The calls with their names. Within a page, the first call of a name has it; the others say what they have more.
pub(super) fn resolve<'a>(page: &Page<'_>, drafts: Vec<Draft<'a>>) -> Vec<Call<'a>> {
    let owners = owners(&drafts);
    let names = drafts.iter().enumerate().map(|(at, draft)| {
        let owner = owners.get(draft.name.as_str()).filter(|owner| **owner != at);
        names(page, draft, owner.and_then(|owner| drafts.get(*owner)))
    });
    let names: Vec<Vec<String>> = names.collect();
    let call = |(draft, names): (Draft<'a>, Vec<String>)| Call {
        names,
        routes: draft.routes,
        on_many: draft.reading.on_many,
    };
    drafts.into_iter().zip(names).map(call).collect()
}

/// The call that has each name. The route that has the name as its last word is called so, wherever it stands.
fn owners<'d>(drafts: &'d [Draft<'_>]) -> FxHashMap<&'d str, usize> {
    let mut owners = FxHashMap::default();
    let mut called = FxHashSet::default();
    for (at, draft) in drafts.iter().enumerate() {
        let name = draft.name.as_str();
        owners.entry(name).or_insert(at);
        if is_called(draft, name) && called.insert(name) {
            owners.insert(name, at);
        }
    }
    owners
}

fn names(page: &Page<'_>, draft: &Draft<'_>, first: Option<&Draft<'_>>) -> Vec<String> {
    let plain = &draft.name;
    let mut names = match first {
        None => vec![plain.clone()],
        Some(first) => told_apart(draft, first),
    };
    names.extend(of_place(page, draft));
    let resource = spelling::words(&page.operation.resource);
    names.push(if draft.reading.verb.is_empty() {
        format!("{plain}_of_{resource}")
    } else {
        join(plain, &resource)
    });
    let finished = names.iter().map(|name| ident::finished(name));
    finished.collect()
}

/// Whether the last word of the path is the name: `POST /items/{id}/unfollow`, not `DELETE /items/{id}/follow`.
fn is_called(draft: &Draft<'_>, name: &str) -> bool {
    let last = draft.rest().last().filter(|step| !step.is_key() && !step.is_special());
    draft.reading.verb.is_empty() && last.is_some_and(|step| step.words() == name)
}

/// What a call has that the first one of the page does not have.
fn told_apart(draft: &Draft<'_>, first: &Draft<'_>) -> Vec<String> {
    let plain = &draft.name;
    let mut names: Vec<String> = other_end(draft, first).into_iter().collect();
    let (own, theirs) = (arguments(draft), arguments(first));
    let new: Vec<String> = own.into_iter().filter(|name| !theirs.contains(name)).collect();
    if !new.is_empty() {
        names.push(format!("{plain}_with_{}", new.join("_and_")));
    }
    let conditions = conditions(draft);
    if !conditions.is_empty() && !first.asks {
        names.push(format!("{plain}_with_{}", conditions.join("_and_")));
    }
    if let Some(method) = other_method(draft, first) {
        names.push(by_method(draft, method));
    }
    let theirs = words(first);
    let named: Vec<String> = words(draft).into_iter().filter(|word| !theirs.contains(word)).collect();
    if !named.is_empty() {
        names.push(format!("{plain}_{}", named.join("_")));
    }
    let (own, theirs) = (keys(draft), keys(first));
    let new: Vec<String> = own.iter().filter(|name| !theirs.contains(name)).cloned().collect();
    if !new.is_empty() {
        names.push(format!("{plain}_with_{}", new.join("_and_")));
    }
    if own.is_empty() && !theirs.is_empty() && draft.reading.on_many {
        names.push(format!("{plain}_all"));
    }
    let last = draft.place().iter().rev().find(|step| !step.is_key());
    let collection = last.filter(|_| draft.reading.on_many && !first.reading.on_many);
    names.extend(collection.map(|step| format!("{plain}_in_{}", step.words())));
    // An action has its words from the page: `getByPath` for a path by colon. No place but its values tell it apart.
    let (own, theirs) = (values(draft), values(first));
    let new: Vec<String> = own.into_iter().filter(|name| !theirs.contains(name)).collect();
    if names.is_empty() && !new.is_empty() && draft.reading.verb.is_empty() {
        names.push(format!("{plain}_with_{}", new.join("_and_")));
    }
    names
}

/// `get_state_history` for `/lamps/{id}/stateHistory` beside `get_state` for `/lamps/{id}/state`: only the ends differ.
fn other_end(draft: &Draft<'_>, first: &Draft<'_>) -> Option<String> {
    let verb = draft.reading.verb;
    let ((own, before), (theirs, theirs_before)) = (draft.steps.split_last()?, first.steps.split_last()?);
    let is_name = |step: &Step<'_>| !step.is_key() && !step.is_special() && !step.has_arguments();
    let is_same = |(one, two): (&Step<'_>, &Step<'_>)| one.word == two.word;
    let differ = before.len() == theirs_before.len()
        && !before.is_empty()
        && before.iter().zip(theirs_before).all(is_same)
        && own.word != theirs.word;
    let is_named = !verb.is_empty() && !draft.reading.object.is_empty();
    (differ && is_named && is_name(own) && is_name(theirs)).then(|| join(verb, &own.words()))
}

/// The names of the arguments and query options that a call takes.
fn arguments(draft: &Draft<'_>) -> Vec<String> {
    let in_path = draft.rest().iter().flat_map(|step| step.arguments());
    in_path
        .chain(draft.options.iter().map(|name| spelling::words(name)))
        .collect()
}

/// The names of the values in a documented filter: `$filter=address eq '{address}'`.
fn conditions(draft: &Draft<'_>) -> Vec<String> {
    let options = draft.routes.first().into_iter();
    let options = options.flat_map(|located| located.route.query_options());
    let filters = options.filter(|(name, _)| *name == "$filter");
    let values = filters.flat_map(|(name, value)| of_query_option(name, value, None));
    parameter::names(&[], values.filter(|value| value.argument.is_none()), [])
}

fn other_method(draft: &Draft<'_>, first: &Draft<'_>) -> Option<Method> {
    let of = |draft: &Draft<'_>| draft.routes.first().map(|located| located.route.method);
    of(draft).filter(|method| Some(*method) != of(first))
}

/// `put` beside an `update` by PATCH; `get_dismiss` beside an action `dismiss`.
fn by_method(draft: &Draft<'_>, method: Method) -> String {
    let object = &draft.reading.object;
    let last = draft
        .steps
        .iter()
        .rev()
        .find(|step| !step.is_key() && !step.is_special());
    let called = last.filter(|step| draft.reading.verb.is_empty() && step.words() != *object);
    let words = called.map_or_else(|| object.clone(), |step| step.words());
    join(&method.as_str().to_ascii_lowercase(), &words)
}

/// The names behind the place.
fn words(draft: &Draft<'_>) -> Vec<String> {
    let names = draft.rest().iter().filter(|step| !step.is_key() && !step.is_special());
    names.map(|step| step.words()).collect()
}

/// The names of the values behind the place.
fn keys(draft: &Draft<'_>) -> Vec<String> {
    let before = draft.place().iter().map(|step| step.values()).sum();
    values(draft).into_iter().skip(before).collect()
}

/// The names of all values of the path.
fn values(draft: &Draft<'_>) -> Vec<String> {
    let path = draft.routes.first().map(|located| &located.route.path);
    path.map_or_else(Vec::new, |path| parameter::names(&[], path.parameters(), []))
}

/// Where the first route calls it, nearest word first.
fn of_place(page: &Page<'_>, draft: &Draft<'_>) -> Vec<String> {
    let plain = &draft.name;
    let places = draft
        .place()
        .iter()
        .rev()
        .filter(|step| !step.is_key() && !page.is_own(step.word));
    let places = places.map(|step| ident::singular(&step.words()));
    let nearest = places.map(|word| format!("{plain}_of_{word}"));
    // `/users/{id}/kilns/{id}/shelves` and `/me/kilns/{id}/shelves` beside each other: no word alone tells them apart.
    let all = draft.place().iter().filter(|step| !step.is_key());
    let all = all.map(|step| step.words()).collect::<Vec<_>>().join("_");
    nearest.chain([format!("{plain}_of_{all}")]).collect()
}
