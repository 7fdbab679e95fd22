//! What routes of other pages tell about a type's properties.

use super::{only, outlines};

/// The page of a type with these rows below Relationships.
fn resource(name: &str, rows: &str) -> String {
    let annotation = format!(
        "<!-- {{\"blockType\": \"resource\", \"@odata.type\": \"microsoft.graph.{name}\"}} -->\n```json\n{{\"id\": \"String\"}}\n```\n"
    );
    format!(
        "# {name} resource type\n\n## Relationships\n|Relationship|Type|Description|\n|:---|:---|:---|\n{rows}\n\n\
         ## JSON representation\n{annotation}"
    )
}

/// An api page with these routes that answers with this.
fn api(title: &str, routes: &str, answer: &str) -> String {
    format!(
        "# {title}\n\n## HTTP request\n```http\n{routes}\n```\n\n## Response\nReturns a `200 OK` response code and {answer} in the response body.\n"
    )
}

fn properties(files: &[(&str, &str)]) -> String {
    let outline = outlines(files);
    only(
        &outline,
        &[
            "type",
            "id",
            "pots",
            "lid",
            "hook",
            "shelf",
            "rack",
            "PropertyType",
            "spare",
        ],
    )
}

/// A row says one object, and a key follows the name in a route.
#[test]
fn a_key_makes_a_collection() {
    let kiln = resource("kiln", "|pots|[pot](pot.md)|Inside.|\n|lid|[pot](pot.md)|On top.|\n");
    let pot = resource("pot", "|shelf|[kiln](kiln.md)|Of it.|\n");
    let get = api("Get kiln", "GET /kilns/{id}", "a [kiln](../resources/kiln.md) object");
    let of_pot = api(
        "Update pot",
        "PATCH /kilns/{id}/pots/{id}\nPATCH /kilns/{id}/lid",
        "a [pot](../resources/pot.md) object",
    );
    let files = [
        ("beta/api/kiln-get.md", get.as_str()),
        ("beta/api/pot-update.md", &of_pot),
        ("beta/resources/kiln.md", &kiln),
        ("beta/resources/pot.md", &pot),
    ];
    insta::assert_snapshot!(properties(&files), @r"
    type kiln (general) :1
      pots: Collection(pot), navigation :6
      lid: pot, navigation :7
      id: String, JSON block only :13
    type pot (general) :1
      shelf: kiln, navigation :6
      id: String, JSON block only :12
    ");
}

/// A table says what `/kilns/{id}/lid` is, so `/kilns/{id}/lid/hook` shows a property of that; some pages leave an
/// identifier in.
#[test]
fn owners_are_found_through_tables() {
    let kiln = resource("kiln", "|lid|[pot](pot.md)|On top.|\n");
    let pot = resource("pot", "|shelf|[kiln](kiln.md)|Of it.|\n");
    let get = api("Get kiln", "GET /kilns/{id}", "a [kiln](../resources/kiln.md) object");
    let hooks = api(
        "List hooks",
        "GET /kilns/11111111-2222-3333-4444-555555555555/lid/hooks",
        "a collection of [kiln](../resources/kiln.md) objects",
    );
    let files = [
        ("beta/api/kiln-get.md", get.as_str()),
        ("beta/api/pot-list-hooks.md", &hooks),
        ("beta/resources/kiln.md", &kiln),
        ("beta/resources/pot.md", &pot),
    ];
    insta::assert_snapshot!(properties(&files), @r"
    type kiln (general) :1
      lid: pot, navigation :6
      id: String, JSON block only :12
    type pot (general) :1
      shelf: kiln, navigation :6
      id: String, JSON block only :12
      hooks: Collection(kiln), navigation by a route api/pot-list-hooks.md:5
    ");
}

/// `/pottery` is the `pottery` object when its table lists what follows; `/glaze` is none although a type has the name.
#[test]
fn a_root_object() {
    let pottery = resource("pottery", "|pots|[glaze](glaze.md) collection|All.|\n");
    let glaze = resource("glaze", "|shelf|[pottery](pottery.md)|Of it.|\n");
    let list = api(
        "List glazes",
        "GET /pottery/pots\nGET /pottery/spares\nGET /glaze/spares",
        "a collection of [glaze](../resources/glaze.md) objects",
    );
    let files = [
        ("beta/api/pottery-list-spares.md", list.as_str()),
        ("beta/resources/glaze.md", &glaze),
        ("beta/resources/pottery.md", &pottery),
    ];
    insta::assert_snapshot!(properties(&files), @r"
    type glaze (general) :1
      shelf: pottery, navigation :6
      id: String, JSON block only :12
    type pottery (general) :1
      pots: Collection(glaze), navigation :6
      id: String, JSON block only :12
      spares: Collection(glaze), navigation by a route api/pottery-list-spares.md:6
    ");
}

/// The page "kilnrack-list-pots" says what stands before `pots`; "pots-list-spare" has the route `sparePots`.
#[test]
fn names_of_pages_tell() {
    let kiln = resource("kiln", "|lid|[kiln](kiln.md)|On top.|\n");
    let rack = resource("kilnRack", "|pots|[kiln](kiln.md) collection|All.|\n");
    let get = api("Get kiln", "GET /kilns/{id}", "a [kiln](../resources/kiln.md) object");
    let answer = "a collection of [kiln](../resources/kiln.md) objects";
    let pots = api("List pots", "GET /kilns/{id}/rack/pots", answer);
    let spare = api("List spare pots", "GET /kilns/{id}/sparePots", answer);
    let files = [
        ("beta/api/kiln-get.md", get.as_str()),
        ("beta/api/kilnrack-list-pots.md", &pots),
        ("beta/api/pots-list-spare.md", &spare),
        ("beta/resources/kiln.md", &kiln),
        ("beta/resources/kilnrack.md", &rack),
    ];
    insta::assert_snapshot!(properties(&files), @r"
    type kiln (general) :1
      lid: kiln, navigation :6
      id: String, JSON block only :12
      sparePots: Collection(kiln), navigation by a route api/pots-list-spare.md:5
      rack: kilnRack, navigation by a route api/kilnrack-list-pots.md:5
    type kilnRack (general) :1
      pots: Collection(kiln), navigation :6
      id: String, JSON block only :12
    ");
}

/// A word in the JSON block that names no type is a sample of a string.
#[test]
fn samples_of_strings() {
    let page = "# kiln resource type\n\n## JSON representation\n<!-- {\"blockType\": \"resource\", \"@odata.type\": \
                \"microsoft.graph.kiln\"} -->\n```json\n{\"rack\": \"NotFound\", \"shelf\": \"kiln\", \"lid\": \"microsoft.graph.lid\"}\n```\n";
    insta::assert_snapshot!(properties(&[("beta/resources/kiln.md", page)]), @r"
    type kiln (general) :1
      rack: String, JSON block only :6
      shelf: kiln, JSON block only :6
      lid: lid, JSON block only :6
    ");
}
