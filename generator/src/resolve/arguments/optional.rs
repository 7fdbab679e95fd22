//! Functions that can be called with and without arguments: the line has `.../turned`, the table says "Optional.", and
//! examples call `turned` and `turned(by=2)`. Each form is a route.

use super::shown::{arguments_of, call};
use crate::model::{Account, ExampleKind, Method, Operation, ParameterSection, Path, Route, RouteId, Segment};
use crate::resolve::decide::parameters::PlacedParameter;
use crate::resolve::reason;
use crate::resolve::spans::Spans;
use std::collections::BTreeSet;

/// Adds the forms that examples call and no line has.
pub(in crate::resolve) fn add(
    operation: &mut Operation,
    placed: &[PlacedParameter<'_>],
    spans: &Spans<'_>,
    account: &mut Account,
) {
    let rows = operation.parameters.iter().zip(placed);
    let rows = rows.filter(|(row, _)| row.section == ParameterSection::Function);
    let rows: Vec<(&str, bool)> = rows
        .map(|(row, (read, _))| (row.name.as_str(), read.described.optional))
        .collect();
    if rows.is_empty() {
        return;
    }
    let requests = operation.examples.iter();
    let requests = requests.filter(|example| example.kind == ExampleKind::Request);
    let lines: Vec<&str> = requests.filter_map(|example| example.line.as_deref()).collect();
    let gets = operation.routes.iter().filter(|route| route.method == Method::Get);
    let mut seen: BTreeSet<String> = operation.routes.iter().map(|route| called(&route.path)).collect();
    let forms = gets.flat_map(|route| forms(route, &lines, &rows).into_iter().map(move |path| (route, path)));
    let forms: Vec<(Route, RouteId)> = forms
        .filter(|(_, path)| seen.insert(called(path)))
        .map(|(route, path)| (Route { path, ..route.clone() }, route.id))
        .collect();
    for (route, like) in forms {
        account.guessed(&reason::FORM_OF_EXAMPLE, spans.place(&route.origin));
        operation.add_route(route, like);
    }
}

/// What a path has in common with other spellings of it.
fn called(path: &Path) -> String {
    Path::parse(path.template()).key().as_str().to_owned()
}

/// The other forms of a route that examples call.
fn forms(route: &Route, lines: &[&str], rows: &[(&str, bool)]) -> Vec<Path> {
    let Some(last @ (Segment::Literal(_) | Segment::Cast(_) | Segment::Call(_))) = route.path.segments().next_back()
    else {
        return Vec::new();
    };
    let name = match last {
        Segment::Call(call) => call.name,
        Segment::Literal(name) | Segment::Cast(name) => name,
        _ => return Vec::new(),
    };
    let Some((before, _)) = route.path.template().rsplit_once(name) else {
        return Vec::new();
    };
    let names: Vec<&str> = rows.iter().map(|(name, _)| *name).collect();
    let can_be_left_out = rows.iter().all(|(_, optional)| *optional);
    let form = |arguments: &str| match arguments {
        "" => can_be_left_out.then(String::new),
        arguments => arguments_of(arguments, &names),
    };
    let calls = lines.iter().filter_map(|line| call(line, name));
    let paths = calls
        .filter_map(form)
        .map(|form| Path::parse(format!("{before}{name}{form}")));
    paths.collect()
}

#[cfg(test)]
mod tests {
    use crate::resolve::decide::sample::model;

    /// The routes of a page with a line, rows of a table, and examples.
    fn routes(line: &str, rows: &[&str], examples: &[&str]) -> String {
        let rows: String = rows.iter().map(|row| format!("|{row}|\n")).collect();
        let examples: String = examples
            .iter()
            .map(|target| format!("```http\nGET {target}\n```\n\n"))
            .collect();
        let page = format!(
            "# kiln: turned\n\n## HTTP request\n\n```http\n{line}\n```\n\n\
            ## Function parameters\n\n|Parameter|Type|Description|\n|:--|:--|:--|\n{rows}\n## Example\n\n{examples}"
        );
        let model = model(&[("api/kiln-turned.md", &page)]);
        let routes = model.schemas[0].operations[0].routes.iter();
        let lines = routes.map(|route| format!("{} {}", route.method, route.path.template()));
        lines.collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn both_forms_of_a_function() {
        let optional = ["by|Int32|Optional. How far."];
        let both = ["/kilns/7/turned", "/kilns/7/turned(by=2)"];
        insta::assert_snapshot!(routes("GET /kilns/{id}/turned", &optional, &both), @r"
        GET /kilns/{id}/turned
        GET /kilns/{id}/turned(by={by})
        ");
        insta::assert_snapshot!(routes("GET /kilns/{id}/turned", &["by|Int32|How far."], &both), @r"
        GET /kilns/{id}/turned
        GET /kilns/{id}/turned(by={by})
        ");
        insta::assert_snapshot!(routes("GET /kilns/{id}/turned(by=n)", &optional, &both), @r"
        GET /kilns/{id}/turned(by={by})
        GET /kilns/{id}/turned
        ");
    }

    #[test]
    fn an_argument_that_is_needed_stays() {
        let needed = ["by|Int32|How far."];
        insta::assert_snapshot!(routes("GET /kilns/{id}/turned(by={by})", &needed, &["/kilns/7/turned"]), @"GET /kilns/{id}/turned(by={by})");
        insta::assert_snapshot!(routes("GET /kilns/{id}/turned", &needed, &["/kilns/7/turned(round=true)", "/kilns/7/turned"]), @"GET /kilns/{id}/turned");
        insta::assert_snapshot!(routes("GET /kilns/{id}/turned", &[], &["/kilns/7/turned(by=2)"]), @"GET /kilns/{id}/turned");
    }
}
