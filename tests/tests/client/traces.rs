//! Events for `tracing`.

use crate::server::{Server, answer, json};
use crate::{client, run, tag};
use std::fmt::Debug;
use std::sync::{Arc, Mutex};
use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Metadata, Subscriber};

/// Notes the events of the client.
#[derive(Clone, Default)]
struct Notes(Arc<Mutex<Vec<String>>>);

struct Line(String);

impl Visit for Line {
    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        if field.name() != "delay" {
            self.0.push_str(&format!("{}={value:?} ", field.name()));
        }
    }
}

impl Subscriber for Notes {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.target().starts_with("generated::")
    }
    fn new_span(&self, _: &Attributes<'_>) -> Id {
        Id::from_u64(1)
    }
    fn record(&self, _: &Id, _: &Record<'_>) {}
    fn record_follows_from(&self, _: &Id, _: &Id) {}
    fn event(&self, event: &Event<'_>) {
        let mut line = Line(String::new());
        event.record(&mut line);
        self.0.lock().unwrap().push(line.0.trim_end().to_owned());
    }
    fn enter(&self, _: &Id) {}
    fn exit(&self, _: &Id) {}
}

#[test]
fn each_request_retry_and_page_is_an_event_without_secrets() {
    let server = Server::script(vec![
        answer(503, "Retry-After: 0\r\n", ""),
        json(r#"{"value":[{"id":"s3cret"}]}"#),
    ]);
    let notes = Notes::default();
    // With a single subscriber, a test of another thread decides for all of them that nobody listens to an event.
    let _second = tracing::Dispatch::new(Notes::default());
    tracing::subscriber::with_default(notes.clone(), || {
        let request = tag::list(&client(&server), tag::In::role_scope_tags()).query("sig", "s3cret");
        run(request.items().next_item()).unwrap().unwrap();
    });
    let call = r#"method="GET" version="beta" path="/deviceManagement/roleScopeTags""#;
    assert_eq!(
        *notes.0.lock().unwrap(),
        [
            format!("message=request {call} attempt=0"),
            format!("message=response {call} attempt=0 status=503"),
            format!("message=retry {call} attempt=0"),
            format!("message=request {call} attempt=1"),
            format!("message=response {call} attempt=1 status=200"),
            r#"message=page version="beta" path="/deviceManagement/roleScopeTags" elements=1 last=true"#.to_owned(),
        ]
    );
}
