//! What a page says that a successful call returns: the sentence of the Response section, or the examples.

use super::{Decided, Source};
use crate::model::{Account, Example, ExampleKind, Fact, Primitive, Response, ResponseSource, TypeName, TypeRef};
use crate::page::api::{ApiRows, ResponseRows, Shape, SuccessRow};
use crate::page::{TypeCell, TypeWord};
use crate::resolve::bind;
use crate::resolve::index::Index;
use crate::resolve::pages::LoadedPage;
use crate::resolve::reason;

/// How titles of operations on collections begin, lower case.
const LISTS: &[&str] = &["list "];

/// How titles of operations on single items begin, lower case.
const ITEMS: &[&str] = &["get ", "create ", "add ", "retrieve "];

/// The sentence comes first, the example's annotation second.
pub(in crate::resolve) fn decide<'a>(
    page: &LoadedPage,
    rows: &'a ApiRows,
    index: &Index,
    account: &mut Account,
) -> Decided<'a, Response> {
    let read = &rows.response;
    let text = text(rows, &page.page.title, account);
    let example = typed_example(rows);
    record(read, text.is_some(), example.is_some(), account);
    let sentence = text.as_ref().map(|cell| bind::sentence(index, page, cell));
    let annotation = example.map(|example| bind::cell(index, page, &cell_of(&example.type_ref)));
    let stated = [(sentence, ResponseSource::Text), (annotation, ResponseSource::Example)];
    let mut stated: Vec<(TypeRef, ResponseSource)> = stated
        .into_iter()
        .filter_map(|(found, from)| {
            found
                .filter(|bound| bound.name != TypeName::Unknown)
                .map(|bound| (bound, from))
        })
        .collect();
    if tells_less(text.as_ref(), example) {
        stated.reverse();
    }
    let status = read.successes.first().map(|success| success.status);
    let status = status.or(example_status(rows));
    let response = |type_ref, source| Response {
        status,
        type_ref,
        source,
    };
    if is_empty(read) {
        let none = response(TypeRef::UNKNOWN, None);
        let rejected = stated
            .into_iter()
            .map(|(found, from)| (response(found, Some(from)), source(rows, Some(from))));
        let said = (none, Source::page("the Response section says that nothing comes back"));
        return Decided {
            value: said.0,
            source: said.1,
            rejected: rejected.collect(),
        };
    }
    let stated = stated
        .into_iter()
        .map(|(found, from)| (response(found, Some(from)), source(rows, Some(from))));
    Decided::first(stated).unwrap_or_else(|| Decided::new(response(TypeRef::UNKNOWN, None), source(rows, None)))
}

/// Where a response was read from.
pub(super) fn source(rows: &ApiRows, from: Option<ResponseSource>) -> Source<'_> {
    match (from, typed_example(rows)) {
        (Some(ResponseSource::Text), _) => Source::words("sentence of the Response section", rows.response.text_span),
        (Some(ResponseSource::Example), Some(example)) => {
            Source::at("annotation of a response example", &example.origin)
        }
        _ => Source::page("no type is named"),
    }
}

/// Responses of calls that went well, with the shapes of their bodies.
fn successes(rows: &ApiRows) -> impl Iterator<Item = (&Example, Shape)> {
    let is_success = |example: &Example| {
        let status = example.status.is_none_or(|status| (200..400).contains(&status));
        example.kind == ExampleKind::Response && status
    };
    let examples = rows.examples.iter().zip(rows.shapes.iter().copied());
    examples.filter(move |(example, _)| is_success(example))
}

fn example_status(rows: &ApiRows) -> Option<u16> {
    successes(rows).find_map(|(example, _)| example.status)
}

fn typed_example(rows: &ApiRows) -> Option<&Example> {
    let typed = successes(rows).find(|(example, _)| example.type_ref.name != TypeName::Unknown);
    typed.map(|(example, _)| example)
}

/// An annotation as if it stood in a cell.
pub(super) fn cell_of(type_ref: &TypeRef) -> TypeCell {
    TypeCell {
        word: match &type_ref.name {
            TypeName::Primitive(primitive) => TypeWord::Primitive(*primitive),
            TypeName::Named(name) => TypeWord::Name(name.to_string()),
            TypeName::Unknown => TypeWord::Unknown,
        },
        collection: type_ref.collection,
        ..TypeCell::unknown()
    }
}

/// Nothing comes back after 202 and 204, unless a sentence names a type. "It does not return anything" is about one of
/// several successes where another one has a type.
fn is_empty(read: &ResponseRows) -> bool {
    let no_body = |success: &SuccessRow| matches!(success.status, 202 | 204);
    let successes = &read.successes;
    let brings = |success: &SuccessRow| success.text.is_some() && !success.empty && !no_body(success);
    let others_bring = || successes.len() > 1 && successes.iter().any(brings);
    read.empty && !others_bring() || read.text.is_none() && !successes.is_empty() && successes.iter().all(no_body)
}

/// The sentence's type; bytes where the words are about a download and nothing names a type.
fn text(rows: &ApiRows, title: &str, account: &mut Account) -> Option<TypeCell> {
    let read = &rows.response;
    let untyped = || !is_empty(read) && typed_example(rows).is_none() && read.bytes;
    let stated = read.text.clone();
    let mut text = stated.or_else(|| untyped().then(|| TypeCell::primitive(Primitive::Stream)))?;
    if let Some(collection) = titled_collection(rows, title, text.collection) {
        text.collection = collection;
        account.guessed(&reason::COLLECTION_OF_EXAMPLE, read.span);
    }
    Some(text)
}

/// Where the sentence and the example's body disagree on "collection", the title decides: `List members` over a
/// sentence that says "a member object", `Get manager` over one that says "a collection of".
fn titled_collection(rows: &ApiRows, title: &str, said: bool) -> Option<bool> {
    let is_collection = |(_, shape): (&Example, Shape)| match shape {
        Shape::List | Shape::ListAndMore => Some(true),
        Shape::Object => Some(false),
        Shape::EmptyObject | Shape::Other => None,
    };
    let shown = successes(rows).find_map(is_collection).filter(|shown| *shown != said)?;
    let lower = title.trim().to_lowercase();
    let starts = if shown { LISTS } else { ITEMS };
    starts.iter().any(|start| lower.starts_with(start)).then_some(shown)
}

/// Whether the example says more than the sentence: "an [x](x.md) or [y](y.md) object" names no one type, and "a string
/// collection object" is a slip where the example's annotation names a structured type.
fn tells_less(text: Option<&TypeCell>, example: Option<&Example>) -> bool {
    let is_named = |cell: &TypeCell| matches!(cell.word, TypeWord::Name(_));
    let Some(text) = text else { return true };
    let shows_name = example.is_some_and(|example| example.type_ref.as_named().is_some());
    !text.others.is_empty() || !is_named(text) && shows_name
}

fn record(read: &ResponseRows, text: bool, example: bool, account: &mut Account) {
    match (text, example) {
        (true, _) => account.read(Fact::Response),
        _ if is_empty(read) => account.read(Fact::Response),
        (false, true) => account.guessed(&reason::RESPONSE_OF_EXAMPLE, read.span),
        (false, false) => account.unread(&reason::NO_RESPONSE, read.span, &read.words),
    }
}
