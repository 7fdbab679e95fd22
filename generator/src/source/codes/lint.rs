//! Comments that suppress findings.

use super::Code;

/// Codes about suppressions.
pub static CODES: &[&Code] = &[&UNUSED, &WITHOUT_REASON];

macro_rules! page {
    ($comment:literal) => {
        &[(
            "beta/resources/kettle.md",
            concat!(
                "# kettle resource type\n\n## Properties\n\n",
                $comment,
                "\n\n|Property|Type|Description|\n|:---|:---|:---|\n|id|String|Its key.|surplus|\n"
            ),
        )]
    };
}

const RIGHT: &[super::Page] = page!("<!-- lint-ignore surplus-cell: the page generator writes it -->");

/// Nothing to suppress.
pub static UNUSED: Code = Code::warning("suppression-unused")
    .meaning("A comment suppresses findings that are not there: the page was corrected, or the id is misspelled.")
    .advice("Remove the comment, or correct the id.")
    .pages(
        page!("<!-- lint-ignore missing-cell: the page generator writes it -->"),
        RIGHT,
    )
    .lint();

/// No reason.
pub static WITHOUT_REASON: Code = Code::warning("suppression-without-reason")
    .meaning("A comment suppresses findings and does not say why. It was not followed.")
    .advice("Write the reason behind a colon: `<!-- lint-ignore ID: reason -->`.")
    .pages(page!("<!-- lint-ignore surplus-cell -->"), RIGHT)
    .lint();
