//! Objects with some properties set, in one expression.

use super::object::Object;

/// Makes objects of emitted types and sets their properties in one expression. Every emitted type has it.
///
/// ```
/// # use graph_runtime::{AdditionalProperties, model};
/// # struct Kettle { litres: Option<i32>, additional_properties: AdditionalProperties }
/// # model! { Kettle = "microsoft.graph.kettle" { 0 litres: I32 = "litres", } }
/// use graph_runtime::Build;
///
/// let kettle = Kettle::with(|it| it.litres = Some(2));
/// assert_eq!(kettle.litres, Some(2));
/// ```
pub trait Build: Object + Default {
    /// An object whose properties the function sets.
    fn with(set: impl FnOnce(&mut Self)) -> Self {
        let mut object = Self::default();
        set(&mut object);
        object
    }
}

impl<T: Object + Default> Build for T {}
