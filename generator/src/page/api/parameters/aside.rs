//! Tables beside those of parameters: what a call cannot set, what one can filter by.

use crate::markdown::Text;
use crate::model::ParameterSection;
use crate::page::prose::{Patterns, Words};
use std::sync::LazyLock;

/// Words before a table of what cannot be sent: "The following properties cannot be updated."
const KEPT: &[(&str, ())] = &[
    (
        "following|these properties|fields cannot|can't be updated|changed|set|modified",
        (),
    ),
    (
        "following|these properties|fields can not be updated|changed|set|modified",
        (),
    ),
];

/// Words before a table of properties in a section of query parameters: "The following properties are supported with the
/// `$filter` OData query parameter."
const OF_OPTION: &[(&str, ())] = &[
    (
        "following|these properties|fields ~ $filter|$orderby|$search|$select|$expand",
        (),
    ),
    (
        "$filter|$orderby|$search|$select|$expand ~ following|these properties|fields",
        (),
    ),
];

pub(super) static KEEPS: LazyLock<Patterns<()>> = LazyLock::new(|| Patterns::new(KEPT));
pub(super) static IS_OF_OPTION: LazyLock<Patterns<()>> = LazyLock::new(|| Patterns::new(OF_OPTION));

/// Whether the words before a table say that its rows are no parameters.
pub(super) fn introduces(text: &Text, goes_to: ParameterSection) -> bool {
    let patterns = match goes_to {
        ParameterSection::Body => &KEEPS,
        ParameterSection::Query => &IS_OF_OPTION,
        _ => return false,
    };
    patterns.stands_in(&Words::new(text))
}

#[cfg(test)]
mod tests {
    use super::{IS_OF_OPTION, KEEPS};
    use crate::page::prose::proof::{assert_proven, paragraph};

    #[test]
    fn each_wording_has_a_sentence() {
        let kept = [
            "The following properties cannot be updated.",
            "These fields can not be changed.",
        ];
        assert_proven(&KEEPS, &kept.map(paragraph));
        let options = [
            "The following properties are supported with the `$filter` query parameter.",
            "`$orderby` takes the following properties.",
        ];
        assert_proven(&IS_OF_OPTION, &options.map(paragraph));
    }
}
