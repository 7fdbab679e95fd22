//! What examples show, against what the pages say.

use super::{Code, Fixable};

/// Codes about examples.
pub static CODES: &[&Code] = &[
    &UNKNOWN_PROPERTY,
    &NESTING,
    &TYPE_DIFFERS,
    &UNKNOWN_VALUE,
    &REQUIRED_MISSING,
    &RESPONSE_TYPE,
    &STATUS,
    &UNLISTED_ROUTE,
];

macro_rules! pages {
    ($request:literal, $sent:literal, $status:literal, $received:literal) => {
        pages!($request, $sent, $status, $received, "microsoft.graph.kettle")
    };
    ($request:literal, $sent:literal, $status:literal, $received:literal, $type:literal) => {
        &[
            (
                "beta/resources/kettle.md",
                "# kettle resource type\n\n## Properties\n\n|Property|Type|Description|\n|:---|:---|:---|\n|id|String|Its key.|\n\
                 |litres|Int32|How much.|\n|state|String|Possible values are: `cold`, `boiling`.|\n|lid|Boolean|Whether.|\n",
            ),
            (
                "beta/resources/pot.md",
                "# pot resource type\n\n## Properties\n\n|Property|Type|Description|\n|:---|:---|:---|\n|id|String|Its key.|\n",
            ),
            (
                "beta/api/kettle-create.md",
                concat!(
                    "# Create kettle\n\n## HTTP request\n\n```http\nPOST /kettles\n```\n\n## Request body\n\nSupply a JSON \
                     representation of the [kettle](../resources/kettle.md) object.\n\n|Property|Type|Description|\n\
                     |:---|:---|:---|\n|litres|Int32|How much. Required.|\n\n## Response\n\nThe answer is `201 Created` and a \
                     [kettle](../resources/kettle.md) object.\n\n## Example\n\n### Request\n\n<!-- { \"blockType\": \
                     \"request\" } -->\n```http\nPOST https://graph.microsoft.com/beta/",
                    $request,
                    "\nContent-Type: application/json\n\n",
                    $sent,
                    "\n```\n\n### Response\n\n<!-- { \"blockType\": \"response\", \"@odata.type\": \"",
                    $type,
                    "\" } -->\n```http\nHTTP/1.1 ",
                    $status,
                    "\nContent-Type: application/json\n\n",
                    $received,
                    "\n```\n"
                ),
            ),
        ]
    };
}

const RIGHT: &[super::Page] = pages!(
    "kettles",
    "{\n  \"litres\": 2\n}",
    "201 Created",
    "{\n  \"id\": \"k1\",\n  \"litres\": 2,\n  \"state\": \"boiling\",\n  \"lid\": true\n}"
);

/// A key that the type does not have.
pub static UNKNOWN_PROPERTY: Code = Code::warning("example-unknown-property")
    .meaning(
        "An example has a key that no page lists for its type, for the bases of that, or for the types derived from it. \
         The key is misspelled, or a row is missing on the page of the type.",
    )
    .advice("Correct the key, or document the property.")
    .pages(
        pages!(
            "kettles",
            "{\n  \"litres\": 2\n}",
            "201 Created",
            "{\n  \"id\": \"k1\",\n  \"liters\": 2,\n  \"lid\": true\n}"
        ),
        RIGHT,
    )
    .lint()
    .fixed(Fixable::Unsafe);

macro_rules! nested {
    ($received:literal) => {
        &[
            (
                "beta/resources/kettle.md",
                "# kettle resource type\n\n## Properties\n\n|Property|Type|Description|\n|:---|:---|:---|\n|id|String|Its key.|\n\
                 |litres|Int32|How much.|\n|lid|[lid](lid.md)|What covers it.|\n",
            ),
            (
                "beta/resources/lid.md",
                "# lid resource type\n\n## Properties\n\n|Property|Type|Description|\n|:---|:---|:---|\n|colour|String|Its colour.|\n\
                 |isOpen|Boolean|Whether.|\n",
            ),
            (
                "beta/api/kettle-get.md",
                concat!(
                    "# Get kettle\n\n## HTTP request\n\n```http\nGET /kettles/{id}\n```\n\n## Response\n\nThe answer is \
                     `200 OK` and a [kettle](../resources/kettle.md) object.\n\n## Example\n\n### Response\n\n\
                     <!-- { \"blockType\": \"response\", \"@odata.type\": \"microsoft.graph.kettle\" } -->\n```http\n\
                     HTTP/1.1 200 OK\nContent-Type: application/json\n\n",
                    $received,
                    "\n```\n"
                ),
            ),
        ]
    };
}

/// A key in the wrong object.
pub static NESTING: Code = Code::warning("example-nesting")
    .meaning(
        "A key of an example stands in another object than the tables say: beside the object that it is a property of, or \
         inside of an object that belongs to its own.",
    )
    .advice("Move the key into the object that it belongs to, or document it where it stands.")
    .pages(
        nested!("{\n  \"id\": \"k1\",\n  \"litres\": 2,\n  \"colour\": \"red\",\n  \"lid\": {\n    \"isOpen\": true\n  }\n}"),
        nested!("{\n  \"id\": \"k1\",\n  \"litres\": 2,\n  \"lid\": {\n    \"colour\": \"red\"\n  }\n}"),
    )
    .lint();

/// A value of another kind.
pub static TYPE_DIFFERS: Code = Code::warning("example-type-differs")
    .meaning(
        "A value of an example is of another kind than its property: a text where a number is documented, a list where \
         a single value is, an object where a text is.",
    )
    .advice("Correct the example, or the type of the property.")
    .pages(
        pages!(
            "kettles",
            "{\n  \"litres\": 2\n}",
            "201 Created",
            "{\n  \"id\": \"k1\",\n  \"litres\": true,\n  \"lid\": true\n}"
        ),
        RIGHT,
    )
    .lint();

/// A value that is not listed.
pub static UNKNOWN_VALUE: Code = Code::warning("example-unknown-value")
    .meaning(
        "A value of an example is none of those that pages list for its property: it is misspelled, or missing in the \
         list.",
    )
    .advice("Correct the value, or add it to the list.")
    .pages(
        pages!(
            "kettles",
            "{\n  \"litres\": 2\n}",
            "201 Created",
            "{\n  \"id\": \"k1\",\n  \"litres\": 2,\n  \"state\": \"boilling\"\n}"
        ),
        RIGHT,
    )
    .lint()
    .fixed(Fixable::Safe);

/// A required property that is not sent.
pub static REQUIRED_MISSING: Code = Code::warning("example-required-missing")
    .meaning("The table of the request body says that a property is required, and the example of a request does not send it.")
    .advice("Add the property to the example, or take back that it is required.")
    .pages(
        pages!(
            "kettles",
            "{\n  \"lid\": true\n}",
            "201 Created",
            "{\n  \"id\": \"k1\",\n  \"litres\": 2\n}"
        ),
        RIGHT,
    )
    .lint();

/// Text and annotation name different types.
pub static RESPONSE_TYPE: Code = Code::warning("response-type-differs")
    .meaning("The Response section names another type than the annotation of the response example.")
    .advice("Correct the one that is wrong.")
    .pages(
        pages!(
            "kettles",
            "{\n  \"litres\": 2\n}",
            "201 Created",
            "{\n  \"id\": \"k1\"\n}",
            "microsoft.graph.pot"
        ),
        RIGHT,
    )
    .lint();

/// Text and example have different statuses.
pub static STATUS: Code = Code::warning("response-status-differs")
    .meaning(
        "The Response section names the status of success, and the response example has another status of success.",
    )
    .advice("Correct the one that is wrong.")
    .pages(
        pages!(
            "kettles",
            "{\n  \"litres\": 2\n}",
            "200 OK",
            "{\n  \"id\": \"k1\",\n  \"litres\": 2\n}"
        ),
        RIGHT,
    )
    .lint();

/// A call that the page does not list.
pub static UNLISTED_ROUTE: Code = Code::note("example-route-unlisted")
    .meaning("An example calls a path that none of the routes of the page has, or has with another method.")
    .advice("Correct the address of the example, or list the route.")
    .pages(
        pages!(
            "pots",
            "{\n  \"litres\": 2\n}",
            "201 Created",
            "{\n  \"id\": \"k1\",\n  \"litres\": 2\n}"
        ),
        RIGHT,
    )
    .on_request();
