//! What the examples of a page send, for the calls without an example.

use super::body_of;
use crate::emit::plan::{Body, Function, OperationPlan};
use crate::emit::testing::calls::Calls;
use crate::model::Method;
use rustc_hash::FxHashMap;
use serde_json::{Map, Value};
use std::cell::OnceCell;

/// A page whose calls are shown.
pub(crate) struct Page<'p, 'a> {
    pub(crate) plan: &'p OperationPlan<'a>,
    calls: OnceCell<Calls<'a>>,
    /// The first object that an example sends, by the method and the body of its function; found when asked for.
    sent: OnceCell<Sent>,
}

type Sent = FxHashMap<(Method, Body), Map<String, Value>>;

impl<'p, 'a> Page<'p, 'a> {
    /// The page of an operation.
    pub(crate) fn of(plan: &'p OperationPlan<'a>) -> Self {
        Self {
            plan,
            calls: OnceCell::new(),
            sent: OnceCell::new(),
        }
    }

    /// What its examples call.
    pub(crate) fn calls(&self) -> &Calls<'a> {
        self.calls.get_or_init(|| Calls::of(self.plan))
    }

    /// The body of another call of the page that takes the same: `PATCH /pots/{id}` beside `PATCH /pots/{id}/lids/{id}`.
    pub(super) fn sent_by_another(&self, function: &Function<'_>) -> Option<&Map<String, Value>> {
        if matches!(function.body, Body::None | Body::Empty) {
            return None;
        }
        let sent = self.sent.get_or_init(|| self.sent());
        sent.get(&(function.route.method, function.body))
    }

    fn sent(&self) -> Sent {
        let mut sent = Sent::default();
        for (at, function) in self.plan.functions.iter().enumerate() {
            let key = (function.route.method, function.body);
            if !sent.contains_key(&key) {
                let mut bodies = self.calls().of_function(at);
                let body = bodies.find_map(|(request, _)| body_of(request.example));
                sent.extend(body.map(|body| (key, body)));
            }
        }
        sent
    }
}
