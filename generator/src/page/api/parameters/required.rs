//! Sentences before a table that call all of its rows required: "Provide the following required properties."

use crate::markdown::Text;
use crate::page::api::ParameterRow;
use crate::page::prose::{Patterns, Words};
use std::sync::LazyLock;

/// Every wording. "The properties that are required when you create it" stands before tables of all properties.
const WORDINGS: &[(&str, ())] = &[
    (
        "following|these required|mandatory properties|parameters|fields|values",
        (),
    ),
    (
        "properties|parameters|fields|values in|of the following table are required|mandatory",
        (),
    ),
    (
        "following table lists|shows the required|mandatory properties|parameters|fields",
        (),
    ),
];

static ARE_REQUIRED: LazyLock<Patterns<()>> = LazyLock::new(|| Patterns::new(WORDINGS));

/// Whether the sentence says so.
pub(super) fn introduces(text: &Text) -> bool {
    let is_likely = text.plain.contains("required") || text.plain.contains("mandatory");
    is_likely && ARE_REQUIRED.stands_in(&Words::new(text))
}

/// Words of a row that can be left out, in small letters.
const OPTIONAL: &[&str] = &[
    "optional",
    "if not s",
    "if not p",
    "if omitted",
    "if left",
    "if unspecified",
];

/// Calls the rows required that do not say what counts without them.
pub(super) fn apply(rows: &mut [ParameterRow]) {
    for row in rows {
        let words = row.described.markdown.to_lowercase();
        let has_default = row.described.facets.default_value.is_some();
        if !has_default && !OPTIONAL.iter().any(|optional| words.contains(optional)) {
            row.described.require();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::ARE_REQUIRED;
    use crate::page::api::sample::page;
    use crate::page::prose::proof::{assert_proven, paragraph};

    #[test]
    fn each_wording_has_a_sentence() {
        let sentences = [
            "Provide the following required properties.",
            "The parameters in the following table are required.",
            "The following table lists the required properties.",
        ];
        assert_proven(&ARE_REQUIRED, &sentences.map(paragraph));
    }

    fn required(words: &str) -> Vec<String> {
        let rows = "|size|Int32|How large.|\n|hue|String|Optional.|\n|end|Date|If not supplied, in a year.|\n";
        let text = format!(
            "# Fire kiln\n\n## HTTP request\n```http\nPOST /kilns/{{id}}/fire\n```\n\n## Request body\n\n{words}\n\n\
             |Property|Type|Description|\n|:--|:--|:--|\n{rows}"
        );
        let rows = page(&text).rows.parameters.into_iter();
        rows.filter(|row| row.described.facets.required)
            .map(|row| row.name)
            .collect()
    }

    #[test]
    fn rows_below_such_a_sentence() {
        assert_eq!(
            required("In the request body, provide the following required properties."),
            ["size"]
        );
        assert!(required("The following table shows the properties that are required when you create it.").is_empty());
    }
}
