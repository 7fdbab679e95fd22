//! Why facts that need several pages are guessed or left unread.

use crate::model::{Fact, Reason};
use crate::source::Code;
use crate::source::codes::include as codes;

pub(super) static BASE_OF_ROWS: Reason = Reason::new(Fact::BaseType, "all inherited rows name it");
pub(super) static BASE_OF_LIST: Reason = Reason::new(Fact::BaseType, "the base type's page lists it");
pub(super) static BASE_OF_EXAMPLE: Reason =
    Reason::new(Fact::BaseType, "request examples have it in the place of its base");
pub(super) static ENUM_OF_LISTS: Reason = Reason::new(Fact::Enum, "only lists of values document it");
pub(super) static ENUM_OF_STRING: Reason = Reason::new(Fact::Enum, "values of a string property");
pub(super) static MEMBER_OF_ROW: Reason = Reason::new(Fact::Member, "named by a row, not by the table");
pub(super) static VALUES_OF_OBJECT: Reason = Reason::new(Fact::InlineValues, "a list in the row of an object");
pub(super) static SENTINEL_ADDED: Reason =
    Reason::new(Fact::InlineValues, "`unknownFutureValue` added from another place");
pub(super) static PROPERTY_OF_ROUTE: Reason = Reason::new(Fact::Property, "navigation property shown by a route");
pub(super) static COLLECTION_OF_ROUTE: Reason = Reason::new(Fact::PropertyType, "collection shown by a route");
pub(super) static SAMPLE: Reason = Reason::new(Fact::Route, "a sample stands for a value");
pub(super) static PLACE_OF_EXAMPLE: Reason = Reason::new(Fact::Route, "a place that only an example shows");
pub(super) static FORM_OF_EXAMPLE: Reason =
    Reason::new(Fact::Route, "arguments that only an example shows or leaves out");
pub(super) static KEY_OF_BODY: Reason = Reason::new(Fact::Parameter, "key of a body that the page shows");
pub(super) static FIELD_OF_EXAMPLE: Reason = Reason::new(Fact::Property, "only a request example sends it");
pub(super) static TYPE_OF_EXAMPLE: Reason = Reason::new(Fact::PropertyType, "value in a request example");
pub(super) static TYPE_OF_JSON: Reason = Reason::new(Fact::PropertyType, "value in the JSON block");
pub(super) static TYPE_OF_ROUTE: Reason = Reason::new(Fact::PropertyType, "response of a route");
pub(super) static RESPONSE_OF_EXAMPLE: Reason = Reason::new(Fact::Response, "type from the example");
pub(super) static COLLECTION_OF_EXAMPLE: Reason =
    Reason::new(Fact::Response, "collection from the example and the title");
pub(super) static NO_RESPONSE: Reason = Reason::new(Fact::Response, "no type named");
pub(super) static NO_TYPE: Reason = Reason::new(Fact::PropertyType, "no type named");

static INCLUDES: &[(&Code, Reason)] = &[
    (&codes::MISSING, Reason::new(Fact::Include, "missing")),
    (&codes::OUTSIDE_ROOT, Reason::new(Fact::Include, "outside-root")),
    (&codes::ELSEWHERE, Reason::new(Fact::Include, "elsewhere")),
    (&codes::NOT_RELATIVE, Reason::new(Fact::Include, "not-relative")),
    (&codes::SNIPPET, Reason::new(Fact::Include, "snippet")),
    (&codes::CYCLE, Reason::new(Fact::Include, "cycle")),
    (&codes::TOO_MANY, Reason::new(Fact::Include, "too-many")),
];

/// Why an include was not read, by the code that says so.
pub(super) fn of_include(code: &Code) -> Option<&'static Reason> {
    let found = INCLUDES.iter().find(|(known, _)| known.id == code.id);
    found.map(|(_, reason)| reason)
}
