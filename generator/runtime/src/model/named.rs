//! Objects that say of which type they are.

use super::object::{Object, rest_mut};

/// The object, which says in requests of which type it is (`@odata.type`).
///
/// Objects of derived types always do, and others where request examples do. This is for a service that wants to know it
/// elsewhere.
///
/// ```
/// # use graph_runtime::{AdditionalProperties, Payload, model};
/// # struct Kettle { litres: Option<i32>, additional_properties: AdditionalProperties }
/// # model! { Kettle = "microsoft.graph.kettle" { 0 litres: I32 = "litres", } }
/// let kettle = Kettle { litres: Some(2), ..Kettle::default() };
/// assert_eq!(kettle.to_body()?, br#"{"litres":2}"#);
/// let kettle = graph_runtime::named(kettle);
/// assert_eq!(kettle.to_body()?, br##"{"@odata.type":"#microsoft.graph.kettle","litres":2}"##);
/// # Ok::<(), serde_json::Error>(())
/// ```
pub fn named<T: Object>(mut object: T) -> T {
    name_type(&mut object);
    object
}

/// Like [`named`], for an object in its place.
#[doc(hidden)]
pub fn name_type(object: &mut dyn Object) {
    if let Some(rest) = rest_mut(object) {
        rest.set_named();
    }
}
