//! Arguments of functions against the tables of their parameters.

use crate::lint::pages::LintPage;
use crate::lint::{Finding, Set};
use crate::model::{Operation, Parameter, ParameterSection, Route, Segment};
use crate::source::codes::parameter::{ARGUMENT_WITHOUT_ROW, ROW_WITHOUT_ARGUMENT};

pub(super) fn check(set: &Set<'_>, page: &LintPage<'_>, found: &mut Vec<Finding>) {
    let operation = set.known(page.version).and_then(|known| known.operation(page.path));
    let Some(operation) = operation else { return };
    let rows: Vec<&Parameter> = operation.parameters.iter().filter(|row| is_listed(row)).collect();
    // A page without any table of parameters explains them elsewhere.
    if rows.is_empty() {
        return;
    }
    without_row(page, operation, &rows, found);
    without_argument(page, operation, &rows, found);
}

fn is_listed(row: &Parameter) -> bool {
    matches!(
        row.section,
        ParameterSection::Function | ParameterSection::Path | ParameterSection::Query
    )
}

/// The names of the arguments of a route's last call.
fn arguments(route: &Route) -> Vec<&str> {
    match route.path.last() {
        Some(Segment::Call(call)) => call.arguments().filter_map(|argument| argument.name).collect(),
        _ => Vec::new(),
    }
}

fn without_row(page: &LintPage<'_>, operation: &Operation, rows: &[&Parameter], found: &mut Vec<Finding>) {
    let mut told: Vec<&str> = Vec::new();
    for route in &operation.routes {
        for name in arguments(route) {
            let has_row = rows.iter().any(|row| row.name.eq_ignore_ascii_case(name));
            if !has_row && !told.contains(&name) {
                told.push(name);
                let place = page.word(&route.origin, name);
                let message = format!("no table of parameters has a row for `{name}`");
                found.push(Finding::new(&ARGUMENT_WITHOUT_ROW, place, message));
            }
        }
    }
}

fn without_argument(page: &LintPage<'_>, operation: &Operation, rows: &[&Parameter], found: &mut Vec<Finding>) {
    // Without any argument, the routes are written in the short form.
    if operation.routes.iter().all(|route| arguments(route).is_empty()) {
        return;
    }
    for row in rows.iter().filter(|row| row.section == ParameterSection::Function) {
        let named = |route: &Route| {
            let text = format!("{}?{}", route.path.template(), route.query).to_lowercase();
            text.contains(&row.name.to_lowercase())
        };
        if !operation.routes.iter().any(named) {
            let place = page.word(&row.origin, &row.name);
            let message = format!("no route passes the argument `{}`", row.name);
            found.push(Finding::new(&ROW_WITHOUT_ARGUMENT, place, message));
        }
    }
}
