//! What tables, JSON blocks and examples say about the same thing.

use super::{Code, Fixable, Page};

/// Codes about statements that disagree.
pub static CODES: &[&Code] = &[
    &KEY_WITHOUT_ROW,
    &KEY_CASE,
    &ROW_WITHOUT_KEY,
    &TYPE_DIFFERS,
    &BODY_ROW_UNKNOWN,
    &BODY_ROW_TYPE,
    &VALUE_WITHOUT_MEMBER,
    &MEMBER_WITHOUT_VALUE,
    &ENUM_TABLES,
    &RELATIONSHIP_WITHOUT_ROUTE,
];

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

/// A row that the block does not have.
pub static ROW_WITHOUT_KEY: Code = Code::note("row-without-json-key")
    .meaning(
        "A table of properties has a row, and the JSON block of the page, which has the other rows, does not have its \
         key. Blocks of many pages are shortened on purpose, so this is looked for on request.",
    )
    .advice("Add the key, or correct the name.")
    .pages(
        resource!(
            "|litres|Int32|How much.|\n|lid|Boolean|Whether it has one.|",
            "  \"litres\": 1024"
        ),
        RIGHT,
    )
    .on_request();

/// Another type.
pub static TYPE_DIFFERS: Code = Code::warning("json-type-differs")
    .meaning(
        "The JSON block of a resource shows a value of another kind than the table says: a number and a text, a list \
         and a single value, another type. The table was used.",
    )
    .advice("Correct the type that is wrong.")
    .pages(resource!("|litres|Int32|How much.|", "  \"litres\": true"), RIGHT)
    .lint();

macro_rules! create {
    ($row:literal) => {
        &[
            (
                "beta/resources/kettle.md",
                "# kettle resource type\n\n## Properties\n\n|Property|Type|Description|\n|:---|:---|:---|\n|litres|Int32|How much.|\n",
            ),
            (
                "beta/api/kettle-create.md",
                concat!(
                    "# Create kettle\n\n## HTTP request\n\n```http\nPOST /kettles\n```\n\n## Request body\n\nSupply a JSON \
                     representation of the [kettle](../resources/kettle.md) object.\n\n|Property|Type|Description|\n\
                     |:---|:---|:---|\n",
                    $row,
                    "\n\n## Response\n\nThe answer is `201 Created` and a [kettle](../resources/kettle.md) object.\n"
                ),
            ),
        ]
    };
}

/// A row of a body that the type does not have.
pub static BODY_ROW_UNKNOWN: Code = Code::warning("body-property-unknown")
    .meaning(
        "The table of a request body has a property that the page of the body's type and those of its base and derived \
         types do not list. One of the names is misspelled, or a row is missing there.",
    )
    .advice("Correct the name, or add the row to the page of the type.")
    .pages(create!("|liters|Int32|How much.|"), create!("|litres|Int32|How much.|"))
    .lint()
    .fixed(Fixable::Unsafe);

/// Another type than on the type's page.
pub static BODY_ROW_TYPE: Code = Code::warning("body-type-differs")
    .meaning("The table of a request body gives a property another type than the page of the body's type does.")
    .advice("Correct the type that is wrong.")
    .pages(
        create!("|litres|Boolean|How much.|"),
        create!("|litres|Int32|How much.|"),
    )
    .lint();

macro_rules! values {
    ($values:literal) => {
        &[
            (
                "beta/resources/kettle.md",
                concat!(
                    "# kettle resource type\n\n## Properties\n\n|Property|Type|Description|\n|:---|:---|:---|\n\
                     |state|[kettleState](kettlestate.md)|Possible values are: ",
                    $values,
                    ".|\n"
                ),
            ),
            (
                "beta/resources/kettlestate.md",
                "---\ndoc_type: enumPageType\n---\n\n# kettleState enum type\n\n## Members\n\n|Member|Value|Description|\n\
                 |:---|:---|:---|\n|cold|0|Not yet.|\n|hot|1|Ready.|\n",
            ),
        ]
    };
}

/// A listed value that is no member.
pub static VALUE_WITHOUT_MEMBER: Code = Code::warning("value-without-member")
    .meaning(
        "A row lists a value that the table of members of its enum does not have. Either a member is missing there, or \
         the value is misspelled.",
    )
    .advice("Correct the value, or add the member.")
    .pages(values!("`cold`, `hat`"), values!("`cold`, `hot`"))
    .lint()
    .fixed(Fixable::Unsafe);

/// A member that a list leaves out.
pub static MEMBER_WITHOUT_VALUE: Code = Code::note("member-without-value")
    .meaning("A row lists the values of an enum and leaves out a member that the table of members has.")
    .advice("Add the value to the list, or refer to the page of the enum instead of listing values.")
    .pages(values!("`cold`"), values!("`cold`, `hot`"))
    .lint();

macro_rules! members {
    ($section:literal) => {
        &[
            (
                "beta/resources/enums.md",
                "# Enums\n\n### heatLevel values\n\n|Member|\n|:---|\n|low|\n|high|\n",
            ),
            (
                "beta/resources/kettle.md",
                concat!(
                    "# kettle resource type\n\n## Properties\n\n|Property|Type|Description|\n|:---|:---|:---|\n\
                     |heat|heatLevel|How hot.|\n\n### heatLevel values\n\n|Member|Description|\n|:---|:---|\n",
                    $section
                ),
            ),
        ]
    };
}

/// Two tables of the same enum.
pub static ENUM_TABLES: Code = Code::warning("enum-tables-differ")
    .meaning("Two tables list the members of the same enum, and one of them has a member that the other one lacks.")
    .advice("Complete the table, or remove one of the two.")
    .pages(
        members!("|low|Lukewarm.|\n"),
        members!("|low|Lukewarm.|\n|high|Boiling.|\n"),
    )
    .lint();

macro_rules! relationship {
    ($route:literal) => {
        &[
            (
                "beta/resources/kettle.md",
                "# kettle resource type\n\n## Properties\n\n|Property|Type|Description|\n|:---|:---|:---|\n\
                 |id|String|Its key.|\n\n## Relationships\n\n|Relationship|Type|Description|\n|:---|:---|:---|\n\
                 |lid|[kettle](kettle.md)|What covers it.|\n",
            ),
            (
                "beta/api/kettle-get-lid.md",
                concat!("# Get lid\n\n## HTTP request\n\n```http\n", $route, "\n```\n"),
            ),
        ]
    };
}

/// A relationship that nothing calls.
pub static RELATIONSHIP_WITHOUT_ROUTE: Code = Code::note("relationship-without-route")
    .meaning(
        "A type has a relationship, and no route of any page leads through it: either a page is missing, or the relationship \
         can only be expanded. Whether that is wrong cannot be seen from the pages, so this is looked for on request.",
    )
    .advice("Add the page, or say in the row how the relationship is read.")
    .pages(relationship!("GET /kettles/{id}"), relationship!("GET /kettles/{id}/lid"))
    .on_request();
