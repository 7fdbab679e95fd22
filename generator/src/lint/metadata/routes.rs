//! Routes that do not lead through the metadata.

use super::Check;
use super::walk::Walk;
use crate::lint::Finding;
use crate::source::codes::metadata::{ROUTE, ROUTE_ODD};

pub(super) fn check(check: &Check<'_>, found: &mut Vec<Finding>) {
    for operation in &check.known.schema.operations {
        for route in &operation.routes {
            let words = route.method.as_str();
            match Walk::follow(check.csdl, route.method, &route.path) {
                Ok(walk) => {
                    for odd in &walk.odd {
                        let place = check.place(&route.origin, words);
                        let line = walk.operation.map_or(1, |operation| operation.line);
                        found.push(check.finding(&ROUTE_ODD, place, odd.clone(), line));
                    }
                }
                Err(lost) => {
                    let place = check.place(&route.origin, &lost.segment);
                    found.push(check.finding(&ROUTE, place, format!("the route leads nowhere: {}", lost.why), 1));
                }
            }
        }
    }
}
