//! Tables of properties.

use super::Code;

/// Codes about tables of properties.
pub static CODES: &[&Code] = &[&SKIPPED_ROW];

const PAGE: &str = "beta/resources/kettle.md";

/// A row that gives no property.
pub static SKIPPED_ROW: Code = Code::note("skipped-row")
    .meaning(
        "A row of a table of properties gave no property: it has no name, repeats a name that the page has \
         already, or is only a label for the rows below it. Nothing else about the table is affected.",
    )
    .advice("Remove the row, or write the name of the property into its first cell.")
    .pages(
        &[(
            PAGE,
            "# kettle resource type\n\n## Properties\n\n|Property|Type|Description|\n|:---|:---|:---|\n\
             |id|String|Its key.|\n|id|String|Its key.|\n",
        )],
        &[(
            PAGE,
            "# kettle resource type\n\n## Properties\n\n|Property|Type|Description|\n|:---|:---|:---|\n\
             |id|String|Its key.|\n",
        )],
    );
