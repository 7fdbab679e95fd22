//! What tables, JSON blocks and examples say about the same thing.

use super::{Code, Fixable, Page};

/// Codes about statements that disagree.
pub static CODES: &[&Code] = &[&KEY_WITHOUT_ROW, &KEY_CASE];

macro_rules! resource {
    ($rows:literal, $json:literal) => {
        &[(
            "beta/resources/kettle.md",
            concat!(
                "# kettle resource type\n\n## Properties\n\n|Property|Type|Description|\n|:---|:---|:---|\n",
                $rows,
                "\n\n## JSON representation\n\n<!-- { \"blockType\": \"resource\", \"@odata.type\": \"microsoft.graph.kettle\" } \
                 -->\n```json\n{\n",
                $json,
                "\n}\n```\n"
            ),
        )]
    };
}

const RIGHT: &[Page] = resource!("|litres|Int32|How much.|", "  \"litres\": 1024");

/// A key that no table has.
pub static KEY_WITHOUT_ROW: Code = Code::warning("json-key-without-row")
    .meaning(
        "The JSON block of a resource has a key that neither the tables of the page nor those of its base types \
         list. Either the row is missing, or one of the two names is misspelled.",
    )
    .advice("Add the row, or correct the name.")
    .pages(resource!("|litres|Int32|How much.|", "  \"liters\": 1024"), RIGHT)
    .lint()
    .fixed(Fixable::Unsafe);

/// The same name in another case.
pub static KEY_CASE: Code = Code::warning("json-key-case")
    .meaning("The JSON block of a resource spells a name with other capitals than the table. Only one of them works.")
    .advice("Spell the name as the service does.")
    .pages(resource!("|litres|Int32|How much.|", "  \"Litres\": 1024"), RIGHT)
    .lint();
