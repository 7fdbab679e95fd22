//! Description cells: meaning, and the facts that sentences state.

use super::Context;
use crate::markdown::Text;
use crate::model::Facets;

/// A description cell, read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Described {
    /// The words as markdown with absolute links.
    pub markdown: String,
    /// What the sentences state.
    pub facets: Facets,
    /// "Possible values are: ...": the values.
    pub values: Vec<String>,
    /// "Inherited from [x](x.md)": the name.
    pub inherited_from: Option<String>,
}

/// Reads a description cell.
pub fn describe(context: &Context<'_>, cell: &Text) -> Described {
    Described {
        markdown: context.markdown(cell),
        ..Described::default()
    }
}
