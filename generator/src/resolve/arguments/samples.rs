//! Samples in route lines: `GET /kilns/fire(heat='heat-value')`, `DELETE /kilns/11111111-2222-3333-4444-555555555555`.
//!
//! A value that is written where any may stand is no part of the path. What its form does not show, the table of
//! parameters, the examples, or the other routes of the page do.

use crate::model::{
    Account, Argument, ExampleKind, Operation, ParameterSection, Path, Permissions, Primitive, RouteId, Segment,
    TypeName, TypeRef,
};
use crate::page::api::ApiRows;
use crate::resolve::reason;
use crate::resolve::spans::Spans;
use rustc_hash::FxHashMap;
use std::collections::{BTreeMap, BTreeSet};

/// Puts placeholders where routes have samples. Lines that are the same route then are one.
pub(in crate::resolve) fn replace(operation: &mut Operation, rows: &ApiRows, spans: &Spans<'_>, account: &mut Account) {
    let samples = Samples::of(operation, rows);
    let replaced = operation.routes.iter().map(|route| samples.replaced(&route.path));
    let replaced: Vec<Option<Path>> = replaced.collect();
    for (route, path) in operation.routes.iter_mut().zip(replaced) {
        if let Some(path) = path {
            account.guessed(&reason::SAMPLE, spans.place(&route.origin));
            route.query = without_aliases(&route.query, &path);
            route.path = path;
        }
    }
    merge(operation);
}

/// The query without values of aliases (`@to=...`) that the path has no longer.
fn without_aliases(query: &str, path: &Path) -> String {
    let is_left = |pair: &&str| {
        let name = pair.split('=').next().unwrap_or(pair);
        !name.starts_with('@') || name.contains('.') || path.as_str().contains(name)
    };
    query.split('&').filter(is_left).collect::<Vec<_>>().join("&")
}

/// What a page tells about the arguments of its calls.
struct Samples {
    /// Names in small letters of the rows of tables, and whether a row says that the value is a text.
    rows: BTreeMap<String, bool>,
    /// Call and argument in small letters -> the values that routes and examples pass.
    passed: BTreeMap<(String, String), BTreeSet<String>>,
}

impl Samples {
    fn of(operation: &Operation, page: &ApiRows) -> Self {
        let rows = operation.parameters.iter();
        let rows = rows.filter(|row| row.section == ParameterSection::Function);
        // A list of texts stands in brackets.
        let is_text = |of: &TypeRef| of.name == TypeName::Primitive(Primitive::String) && !of.collection;
        let rows = rows.map(|row| (row.name.to_ascii_lowercase(), is_text(&row.type_ref)));
        let mut samples = Self {
            rows: rows.collect(),
            passed: BTreeMap::new(),
        };
        for route in &operation.routes {
            samples.add(&route.path);
        }
        let examples = page.examples.iter().zip(&page.called);
        let requests = examples.filter(|(example, _)| example.kind == ExampleKind::Request);
        requests
            .filter_map(|(_, path)| path.as_ref())
            .for_each(|path| samples.add(path));
        samples
    }

    fn add(&mut self, path: &Path) {
        for segment in path.segments() {
            let Segment::Call(call) = segment else { continue };
            for argument in call.arguments() {
                let Some(name) = argument.name else { continue };
                let values = self.passed.entry(key(call.name, name)).or_default();
                values.insert(argument.value.to_owned());
            }
        }
    }

    /// The path with places for values; nothing where it has no sample.
    fn replaced(&self, path: &Path) -> Option<Path> {
        // Most paths have names and keys alone.
        let may_be = |segment: Segment<'_>| match segment {
            Segment::Call(_) => true,
            Segment::Literal(text) | Segment::Cast(text) => is_id(text),
            _ => false,
        };
        if !path.segments().any(may_be) {
            return None;
        }
        let segment = |text: &str| is_id(text).then(|| "{id}".to_owned());
        path.with_values(segment, |call, argument| self.value(call, argument))
    }

    /// The place for an argument's value; nothing where the value stays.
    fn value(&self, call: &str, argument: Argument<'_>) -> Option<String> {
        let Some(name) = argument.name else {
            return is_id(argument.value.trim_matches('\''))
                .then(|| argument.value.replace(bare(argument.value), "{id}"));
        };
        let passed = self.passed.get(&key(call, name))?;
        let row = self.rows.get(&name.to_ascii_lowercase());
        let is_quoted = row
            .copied()
            .unwrap_or_else(|| passed.iter().any(|value| is_text(value)));
        if is_place(argument.value) {
            let lacks_quotes = is_quoted && argument.value.starts_with('{') && argument.value.ends_with('}');
            return lacks_quotes.then(|| format!("'{}'", argument.value));
        }
        let is_sample = row.is_some() || passed.len() > 1 || is_sample(name, argument.value);
        let kind = argument.value.split_once('\'').map(|(kind, _)| kind);
        let kind = kind.filter(|kind| !kind.contains('['));
        let place = || match kind {
            Some(kind) => format!("{kind}'{{{name}}}'"),
            None if is_quoted => format!("'{{{name}}}'"),
            None => format!("{{{name}}}"),
        };
        is_sample.then(place)
    }
}

fn key(call: &str, name: &str) -> (String, String) {
    let call = call.rsplit_once('.').map_or(call, |(_, local)| local);
    (call.to_ascii_lowercase(), name.to_ascii_lowercase())
}

/// A text as `OData` writes it: `'a'`.
fn is_text(value: &str) -> bool {
    value.len() > 1 && value.starts_with('\'') && value.ends_with('\'')
}

fn bare(value: &str) -> &str {
    value.trim_matches('\'')
}

/// `{heat}`.
fn is_place(value: &str) -> bool {
    value.contains('{')
}

/// A value that tells by itself that it stands for another: `heat-value`, `'parameterValue'`, `@heat`, `n`, an id.
fn is_sample(name: &str, value: &str) -> bool {
    let word = bare(value);
    let behind_name = word.get(name.len()..).unwrap_or(word);
    let repeats_name = word
        .get(..name.len())
        .is_some_and(|start| start.eq_ignore_ascii_case(name))
        && (behind_name.is_empty() || behind_name.eq_ignore_ascii_case("-value"));
    // Outside of quotes a word is no value: texts and members of enums stand in them.
    let is_word = !is_text(value)
        && !["true", "false", "null"].contains(&value)
        && value.chars().all(|c| c.is_ascii_alphabetic());
    let is_known = ["id", "parameterValue"].contains(&word);
    repeats_name || is_word || is_known || word.starts_with('@') || is_long_id(word)
}

/// Companies whose names stand for the reader's own.
const COMPANIES: &[&str] = &["contoso.", "fabrikam.", "adatum.", "northwindtraders."];

/// An id of an example: a long one, a number, the word `id`, the domain of a sample company.
pub(crate) fn is_id(text: &str) -> bool {
    let is_number = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let of_company = COMPANIES.iter().any(|company| text.starts_with(company));
    is_long_id(text) || is_number || of_company || text.eq_ignore_ascii_case("id")
}

/// A GUID, or another long word of letters and many digits.
fn is_long_id(text: &str) -> bool {
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    let is_key = text
        .bytes()
        .all(|byte| byte.is_ascii_alphanumeric() || b"-_=!@:.".contains(&byte));
    is_key && text.len() >= 16 && digits >= 4 && digits * 5 >= text.len()
}

/// Takes routes out that are the same as one before; permissions mean that one.
fn merge(operation: &mut Operation) {
    let mut known: FxHashMap<_, RouteId> = FxHashMap::default();
    let kept = operation.routes.iter().map(|route| {
        let next = RouteId(known.len());
        let same = (route.method, route.path.as_str(), route.query.as_str());
        let kept = *known.entry(same).or_insert(next);
        (route.id, kept, kept == next)
    });
    let kept: Vec<(RouteId, RouteId, bool)> = kept.collect();
    let ids: BTreeMap<RouteId, RouteId> = kept.iter().map(|(old, new, _)| (*old, *new)).collect();
    let mut is_first = kept.iter().map(|(.., is_first)| *is_first);
    operation.routes.retain(|_| is_first.next().unwrap_or(true));
    for (index, route) in operation.routes.iter_mut().enumerate() {
        route.id = RouteId(index);
    }
    operation.permissions.iter_mut().for_each(|group| renumber(group, &ids));
}

fn renumber(group: &mut Permissions, ids: &BTreeMap<RouteId, RouteId>) {
    let new = group.routes.iter().filter_map(|id| ids.get(id).copied());
    let mut new: Vec<RouteId> = new.collect();
    new.sort_unstable();
    new.dedup();
    group.routes = new;
}

#[cfg(test)]
mod tests {
    use crate::resolve::decide::sample::model;

    /// The routes of a page with these lines and these sections.
    fn routes(lines: &str, sections: &str) -> String {
        let page = format!("# kiln: fire\n\n## HTTP request\n\n```http\n{lines}\n```\n\n{sections}\n");
        let model = model(&[("api/kiln-fire.md", &page)]);
        let routes = model.schemas[0].operations[0].routes.iter();
        let lines: Vec<String> = routes
            .map(|route| format!("{} {}{}", route.method, route.path.template(), route.query))
            .collect();
        lines.join("\n")
    }

    fn table(rows: &[&str]) -> String {
        let rows: String = rows.iter().map(|row| format!("|{row}|x|\n")).collect();
        format!("## Function parameters\n\n|Parameter|Type|Description|\n|:--|:--|:--|\n{rows}")
    }

    fn example(target: &str) -> String {
        format!("## Example\n\n### Request\n\n```http\nGET https://graph.microsoft.com/beta{target}\n```\n")
    }

    #[test]
    fn values_whose_form_says_that_they_are_samples() {
        insta::assert_snapshot!(routes("GET /kilns/fire(heat=heat-value,slow=@slow,note='parameterValue',times=n)", ""), @"GET /kilns/fire(heat={heat},slow={slow},note='{note}',times={times})");
        insta::assert_snapshot!(routes("GET /kilns/fire(potId='33333333-4444-5555-6666-777777777777')", ""), @"GET /kilns/fire(potId='{potId}')");
        insta::assert_snapshot!(routes("GET /kilns/fire(note='slow',deep=true,times=5)", ""), @"GET /kilns/fire(note='slow',deep=true,times=5)");
    }

    #[test]
    fn lists_and_aliases() {
        let list = table(&["ids|String collection"]);
        insta::assert_snapshot!(routes("GET /kilns/fire(ids=['a','b'])", &list), @"GET /kilns/fire(ids={ids})");
        insta::assert_snapshot!(routes("GET /kilns/fire(ids=@ids)?@ids=['a','b']", &list), @"GET /kilns/fire(ids={ids})");
    }

    #[test]
    fn tables_and_examples_tell_what_is_an_argument() {
        let line = "GET /kilns/fire(kilnId='id',mode=shop.mode'fast')";
        insta::assert_snapshot!(routes(line, &table(&["kilnId|String", "mode|mode"])), @"GET /kilns/fire(kilnId='{kilnId}',mode=shop.mode'{mode}')");
        let passed = example("/kilns/fire(kilnId='7',mode=shop.mode'fast')");
        insta::assert_snapshot!(routes(line, &passed), @"GET /kilns/fire(kilnId='{kilnId}',mode=shop.mode'fast')");
        insta::assert_snapshot!(routes(line, &example("/kilns/fire(kilnId='id',mode=shop.mode'fast')")), @"GET /kilns/fire(kilnId='{kilnId}',mode=shop.mode'fast')");
    }

    #[test]
    fn texts_stand_in_quotes() {
        let text = table(&["heat|String"]);
        insta::assert_snapshot!(routes("GET /kilns/fire(heat=heat-value)", &text), @"GET /kilns/fire(heat='{heat}')");
        insta::assert_snapshot!(routes("GET /kilns/fire(heat={heat})", &text), @"GET /kilns/fire(heat='{heat}')");
        insta::assert_snapshot!(routes("GET /kilns/fire(heat={heat})", &example("/kilns/fire(heat='high')")), @"GET /kilns/fire(heat='{heat}')");
        insta::assert_snapshot!(routes("GET /kilns/fire(heat={heat})", &table(&["heat|Int32"])), @"GET /kilns/fire(heat={heat})");
    }

    #[test]
    fn routes_that_differ_in_samples_alone_are_one() {
        let lines = "GET /kilns/fire(day='2020-01-01')\nGET /kilns/fire(day='2021-01-01')\nGET /kilns/fire(day='2021-01-01')/pots";
        insta::assert_snapshot!(routes(lines, ""), @r"
        GET /kilns/fire(day='{day}')
        GET /kilns/fire(day='{day}')/pots
        ");
    }

    #[test]
    fn ids_of_examples_are_no_part_of_a_route() {
        let lines = "DELETE /kilns/11111111-2222-3333-4444-555555555555/pots/10001\nGET /yards/contoso.com/kilns/id\n\
                     GET /kilns/AAMkAGI1AAAt9AHj2016=/19:abc1234def5678@thread.v2\nGET /users/2192ca408ea2410eba3bec8ae873be6b";
        insta::assert_snapshot!(routes(lines, ""), @r"
        DELETE /kilns/{id}/pots/{id}
        GET /yards/{id}/kilns/{id}
        GET /kilns/{id}/{id}
        GET /users/{id}
        ");
        let names = "GET /kilns/getOffice365ActivationCounts/shop.pot/inbox/b2cUserFlows/root";
        assert_eq!(routes(names, ""), names);
    }

    #[test]
    fn the_table_of_query_parameters_of_a_function_is_its_own() {
        let table = table(&["heat|String"]).replace("Function parameters", "Query parameters");
        insta::assert_snapshot!(routes("GET /kilns/fire(heat='high')", &table), @"GET /kilns/fire(heat='{heat}')");
        insta::assert_snapshot!(routes("GET /kilns/fire", &(table.clone() + &example("/kilns/fire(heat='high')"))), @"GET /kilns/fire(heat='{heat}')");
        insta::assert_snapshot!(routes("GET /kilns/fire", &table), @"GET /kilns/fire");
    }
}
