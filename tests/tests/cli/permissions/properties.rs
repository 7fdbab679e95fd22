//! Properties that need more than their call.

use super::yard;
use generator::cli::Status;

const KILN: &str = "# kiln resource type\n\nNamespace: microsoft.graph\n\nBakes.\n\n## Properties\n|Property|Type|Description|\n|:---|:---|:---|\n\
    |id|String|Its key.|\n|lastHeat|String|When it was hot. Details for this property require a licence and the **Heat.Read.All** permission.|\n\n\
    ## JSON representation\n<!-- {\"blockType\": \"resource\", \"@odata.type\": \"microsoft.graph.kiln\"} -->\n```json\n{ \"id\": \"String\" }\n```\n";

#[test]
fn a_property_is_asked_for() {
    let sandbox = yard();
    sandbox.write("docs-src/v1.0/resources/kiln.md", KILN);
    sandbox.edit(
        "docs-src/v1.0/api/kiln-get.md",
        "Returns `204 No Content`.",
        "Returns `200 OK` and a [kiln](../resources/kiln.md) object in the response body.",
    );
    let least = |call: &str| {
        let run = sandbox
            .run(&["permissions", call, "--format", "json"])
            .ends(Status::Done);
        let answer: serde_json::Value = serde_json::from_str(&run.out).unwrap();
        answer["least"]["application"].to_string()
    };
    assert_eq!(least("GET /kilns/7"), r#"["Kiln.Read.All"]"#);
    assert_eq!(
        least("GET /kilns/7?$select=id,lastHeat"),
        r#"["Heat.Read.All","Kiln.Read.All"]"#
    );
    assert_eq!(
        least("GET /kilns/7?%24filter=LastHeat%20ge%202026"),
        r#"["Heat.Read.All","Kiln.Read.All"]"#
    );
}
