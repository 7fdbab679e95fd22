//! Random pages.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use std::collections::BTreeMap;

/// A docs root: text by path.
pub(crate) type Files = BTreeMap<String, String>;

/// One to six pages, an include, and a page that nothing is wrong with (a root without any is an error).
pub(crate) fn roots() -> impl Strategy<Value = Files> {
    let files = proptest::collection::btree_map(path(), page(), 1..6);
    (files, page()).prop_map(|(mut files, include)| {
        files.insert("beta/includes/part.md".to_owned(), include);
        files.insert("beta/resources/pot.md".to_owned(), "# pot resource type\n".to_owned());
        files
    })
}

fn path() -> impl Strategy<Value = String> {
    let folder = select(vec!["beta/resources", "beta/api", "v1.0/resources", "v1.0/api"]);
    let name = select(vec![
        "kettle",
        "kettle-list",
        "kettle-get",
        "intune-shed-kettle",
        "intune-shed-kettle-create",
        "kettlestate",
        "enums",
        "type",
        "kettle-post-parts",
        "tea-pot",
        "self-delete",
        "9-lives",
        "Kettle",
    ]);
    (folder, name).prop_map(|(folder, name)| format!("{folder}/{name}.md"))
}

/// A page of up to fourteen fragments.
pub(crate) fn page() -> impl Strategy<Value = String> {
    vec(fragment(), 0..14).prop_map(|parts| parts.concat())
}

fn fragment() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => heading(),
        4 => table(),
        3 => block(),
        2 => sentence(),
        1 => annotation(),
        1 => oddity(),
        1 => "\\PC{0,30}\n",
    ]
}

fn heading() -> impl Strategy<Value = String> {
    let words = select(vec![
        "kettle resource type",
        "List kettles",
        "kettleState enum type",
        "Properties",
        "Relationships",
        "Members",
        "JSON representation",
        "Permissions",
        "Prerequisites",
        "HTTP request",
        "Request body",
        "Response",
        "Example",
        "Request headers",
        "Function parameters",
        "Optional query parameters",
        "kettleState values",
        "[C#](#tab/csharp)",
        "[HTTP](#tab/http)",
        "Derived types",
        "",
        "type resource type",
        "Two words",
    ]);
    let mark = select(vec!["# ", "## ", "### ", "#", "###### ", ""]);
    (mark, words).prop_map(|(mark, words)| format!("\n{mark}{words}\n\n"))
}

/// A cell: a name, a type, a scope, a sentence, or anything.
pub(crate) fn cell() -> impl Strategy<Value = String> {
    let known = select(vec![
        "id",
        "String",
        "kettleState",
        "[kettle](kettle.md) collection",
        "Collection(Edm.Int32)",
        "**name**",
        "`type`",
        "self",
        "Self",
        "crate",
        "async",
        "r#try",
        "2nd",
        "@odata.type",
        "x@delta",
        "a.b",
        "a/b",
        "über",
        "日本",
        "JIS B4",
        "kettle_state",
        "Read-only. Nullable.",
        "Possible values are: `on`, `off`, `unknownFutureValue`.",
        "Kettle.Read.All, Kettle.Write.All",
        "Delegated (work or school account)",
        "Application",
        "Not supported.",
        "0",
        "-1",
        "Inherited from [base](base.md)",
        "a \\| b",
        "a | b",
        "",
        " ",
        "&nbsp;",
        "<br/>",
        "$filter",
        "[x]",
        "[x][]",
        "[!INCLUDE [i](../includes/part.md)]",
        "Deprecated. Use `x`.",
        "Default value is `3`.",
        "*",
        "`",
        "[",
        "|",
        "\\",
        "type (deprecated)",
        "\u{200b}",
    ]);
    prop_oneof![
        6 => known.prop_map(str::to_owned),
        1 => "\\PC{0,12}",
    ]
}

fn table() -> impl Strategy<Value = String> {
    let header = select(vec![
        "|Property|Type|Description|",
        "Property | Type | Description",
        "|Relationship|Type|Description|",
        "|Member|Value|Description|",
        "|Value|Description|",
        "|Permission type|Permissions (from least to most privileged)|",
        "|Permission type|Permissions (from most to least privileged)|",
        "|Permission type|Least privileged permissions|Higher privileged permissions|",
        "|Supported resource|Delegated (work or school account)|Application|",
        "|Parameter|Type|Description|",
        "|Header|Value|",
        "|Global service|US Government L4|US Government L5 (DOD)|China operated by 21Vianet|",
        "||",
        "|A|",
    ]);
    let separator = select(vec![
        "|:---|:---|:---|",
        "|---|---|",
        "--- | --- | ---",
        "|:-|",
        "|:---|:---|:---|:---|",
        "",
    ]);
    let row = vec(cell(), 0..5).prop_map(|cells| format!("|{}|\n", cells.join("|")));
    (header, separator, vec(row, 0..5))
        .prop_map(|(header, separator, rows)| format!("\n{header}\n{separator}\n{}\n", rows.concat()))
}

/// A line of a request block; none is blank, and none is a method alone.
pub(crate) fn request_line() -> impl Strategy<Value = String> {
    let known = select(vec![
        "GET /kettles/{id}",
        "POST /kettles",
        "GET /kettles/{id | name}/parts",
        "DELETE/kettles/{id}",
        "PUT kettles/{id}/$value",
        "GET https://graph.microsoft.com/beta/kettles",
        "GET https://example.org/kettles",
        "PATCH /kettles/<id>/",
        "GET /kettles?$filter=name eq '{name}'&x={y}",
        "GET /kettles/{id",
        "GET /kettles/boil(at='{at}'",
        "POST /kettles/{id}$ref",
        "GET /{type}/{self}/{crate}",
        "/kettles",
        "~/kettles",
        "** nothing found",
        "Content-type: application/json",
        "// comment",
        "{ \"a\": 1 }",
        "{",
        "}",
        "POST to kettles to make one",
        "GET /a/.../b",
        "get /kettles",
        "GET /",
        "GET /{}",
        "GET /({a}",
        "GET /kettles/{id}/{id}/{id-2}",
        "GET /é/{ü}",
        "HTTP/1.1 200 OK",
    ]);
    prop_oneof![
        8 => known.prop_map(str::to_owned),
        1 => "(GET|POST|PATCH) \\PC{1,20}",
    ]
}

fn block() -> impl Strategy<Value = String> {
    let fence = select(vec!["```http", "``` http", "```json", "```", "~~~http"]);
    let end = select(vec!["```\n", "~~~\n", "", "```\n```\n"]);
    (fence, vec(request_line(), 0..5), end)
        .prop_map(|(fence, lines, end)| format!("\n{fence}\n{}\n{end}", lines.join("\n")))
}

fn sentence() -> impl Strategy<Value = String> {
    let known = select(vec![
        "Namespace: microsoft.graph",
        "Namespace: microsoft.graph.shed",
        "Inherits from [vessel](vessel.md).",
        "Inherits from kettle.",
        "This type is deprecated.",
        "In the request body, supply a JSON representation of a [kettle](../resources/kettle.md).",
        "`200 OK` and a collection of [kettle](../resources/kettle.md) objects.",
        "Do not supply a request body.",
        "---",
        "The derived types are [kettle](kettle.md) and [pot](pot.md).",
        "Supports `$select` and `$top`.",
    ]);
    known.prop_map(|words| format!("{words}\n\n"))
}

fn annotation() -> impl Strategy<Value = String> {
    let known = select(vec![
        "{ \"blockType\": \"resource\", \"@odata.type\": \"microsoft.graph.kettle\", \"baseType\": \"microsoft.graph.vessel\" }",
        "{ \"blockType\": \"resource\" \"@odata.type\": \"\" }",
        "{ \"blockType\": \"response\", \"isCollection\": true, \"@odata.type\": \"kettle\" }",
        "{ \"blockType\": \"ignored\" }",
        "{",
        "\"",
        "",
    ]);
    (known, any::<bool>()).prop_map(|(text, json)| {
        let body = if json {
            "```json\n{ \"id\": \"String\", \"x\": [{\"@odata.type\": \"microsoft.graph.part\"}], }\n```\n"
        } else {
            ""
        };
        format!("<!-- {text} -->\n{body}")
    })
}

fn oddity() -> impl Strategy<Value = String> {
    let known = select(vec![
        "---\nms.prod: \"shed\"\n",
        "---\n",
        "<!-- ",
        " -->",
        "[!INCLUDE [i](../includes/part.md)]\n",
        "> > > ",
        "- - - ",
        "\u{feff}",
        "\r\n",
        "\t",
        "[kettle]: kettle.md\n",
        "<table><tr><td>",
        "```",
        "|",
        "    indented\n",
        "***\n",
    ]);
    known.prop_map(str::to_owned)
}
