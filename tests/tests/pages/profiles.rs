//! Sets of pages that have the format of the Graph reference: other hosts, zones, one version without a name.

use super::{outlines, resource};
use generator::docs::Profile;
use tests::pages::read;

/// A page for another host, whose one version has no name.
const HARBOUR: &str = "# List ships

## Permissions
|Permission type|Permission|Permission display name|
|:---|:---|:---|
|Application|Ship.Read.All|'Read all ships'|
|Application|Ship.ReadWrite.All|'Read and write all ships'|
|Delegated (work or school account)|Ship.Read|'Read ships'|

## HTTP request
```http
GET https://api.harbour.example/api/ships
GET /api/docks/{id}/ships
```

## Response
Returns `200 OK` with a collection of [ship](ship.md) objects.

## Example
### Request
```http
GET https://api.harbour.example/api/ships
```
";

#[test]
fn another_host_and_one_version_without_a_name() {
    let ship = resource("ship", "Sails.");
    let files = [("get-ships.md", HARBOUR), ("ship.md", ship.as_str())];
    let reading = read(&files);
    insta::assert_snapshot!(reading.outline(), @r"
    type ship (general) :1
      id: String :8
    operation ships get (ships) :1
      GET /ships :12
      GET /docks/{id}/ships :13
      permissions :4
        work: Ship.Read (unranked)
        personal: unstated
        application: Ship.Read.All (unranked) | Ship.ReadWrite.All (unranked)
      response: 200 Collection(ship) by Text
      example request GET https://api.harbour.example/api/ships :22
    ");
    assert_eq!(reading.model.base_url.as_deref(), Some("https://api.harbour.example"));
    let mut exported = Vec::new();
    generator::export::to_writer(&reading.model, &mut exported).unwrap();
    let exported = String::from_utf8(exported).unwrap();
    assert!(
        exported.starts_with(r#"{"baseUrl":"https://api.harbour.example","version":"api""#),
        "{exported}"
    );
    assert_eq!(
        generator::export::from_json(&exported).unwrap().base_url,
        reading.model.base_url
    );
}

/// The emitted crate calls the service: the host is in its runtime, the segment in its endpoints.
#[test]
fn the_emitted_crate_calls_that_host() {
    let files = read(&[("get-ships.md", HARBOUR)]);
    let settings = generator::emit::Settings::new("harbour");
    let emitted = generator::emit::emit(&files.model, &settings);
    let endpoint = &emitted["src/runtime/endpoint.rs"];
    assert!(endpoint.contains("Cloud::Global => \"https://api.harbour.example\""));
    assert!(emitted["src/lib.rs"].contains("pub const BASE_URL: &str = \"https://api.harbour.example\";"));
    let endpoints = emitted.iter().filter(|(path, _)| path.starts_with("src/api/"));
    let lines = endpoints.flat_map(|(_, text)| text.lines().map(str::trim));
    let told: Vec<&str> = lines
        .filter(|line| ["version:", "path:"].iter().any(|key| line.starts_with(key)))
        .collect();
    insta::assert_snapshot!(told.join("\n"), @r#"
    version: "api",
    path: "/ships",
    "#);
}

#[test]
fn a_page_with_zones_is_one_of_each_version() {
    let page = "# Find pots

Finds pots.

:::zone pivot=\"graph-v1\"
One kiln only.
:::zone-end
:::zone pivot=\"graph-preview\"
> [!NOTE]
> Several kilns.
:::zone-end

## HTTP request
:::zone pivot=\"graph-v1\"
```http
POST /kilns/find
```
:::zone-end
:::zone pivot=\"graph-preview\"
```http
POST /kilns/find
POST /works/{id}/find
```
:::zone-end

:::image type=\"content\" source=\"pot.png\":::

## Response
Returns `204 No Content`.
";
    insta::assert_snapshot!(outlines(&[("api/works/kiln-find.md", page)]), @"
    == beta
    operation kiln find (copilot) :1
      POST /kilns/find :21
      POST /works/{id}/find :22
      body: json
      response: 204
    == v1.0
    operation kiln find (copilot) :1
      POST /kilns/find :16
      body: json
      response: 204
    2 PermissionTable unread: no permission section
    ");
}

#[test]
fn pages_tell_their_profile() {
    let found = |files: &[(&str, &str)]| {
        let folder = tests::pages::folder(files);
        let root = generator::docs::Root::open(folder.path()).unwrap();
        generator::docs::Docs::load(&root, &[]).unwrap().profile.name
    };
    let call = |host: &str| format!("# Get pot\n## HTTP request\n```http\nGET https://{host}/v1.0/pots\n```\n");
    let of = |text: &str| found(&[("get-pot.md", text)]);
    let shown = [
        of(&call("graph.microsoft.com")),
        of("# Get pot\n## HTTP request\n```http\nGET /pots\n```\n"),
        of("---\ntitle: Get a pot - OneDrive API\n---\n# Get a pot\n## HTTP request\n```http\nGET /pots\n```\n"),
        of("# Get pot\n:::zone pivot=\"graph-v1\"\n## HTTP request\n```http\nGET /pots\n```\n:::zone-end\n"),
        of(&call("api.securitycenter.microsoft.com")),
        of(&call("api.kiln.example")),
    ];
    assert_eq!(
        shown,
        ["graph", "graph", "onedrive", "copilot", "defender", "api.kiln.example"]
    );
}

#[test]
fn every_known_profile_has_a_host() {
    let names: Vec<&str> = Profile::names().collect();
    assert_eq!(names, ["copilot", "defender", "graph", "onedrive"]);
    assert!(
        names
            .iter()
            .all(|name| Profile::named(name).is_some_and(|profile| !profile.hosts.is_empty()))
    );
}

/// The pages of `OneDrive` name no version and no host.
#[test]
fn the_version_of_a_set_that_names_none() {
    let page =
        "---\ntitle: Get a pot - OneDrive API\n---\n# Get a pot\n## HTTP request\n```http\nGET /drive/pots\n```\n";
    let reading = read(&[("rest-api/api/pot_get.md", page)]);
    assert_eq!(reading.model.schemas[0].version.0, "v1.0");
}

/// A page of a reference that begins with boxes.
const BOXES: &str = "# Add or remove a tag for a ship

**Applies to:**

- [Harbour Plan 1](../plans.md)
- [Harbour Plan 2](../plans.md)

> Want to see a harbour? [Sign up for a free trial.](https://harbour.example)

## API description

Adds a tag to a [ship](ship.md), or removes it. Supports [OData V4 queries](https://odata.org).
<br>`$top` with max value of 10
<br>`$skip`

## Limitations

1. You can tag ships of this year.
2. 100 calls in a minute.

## HTTP request

```http
POST /api/ships/{ship
id}/tags
```

## Request URI parameters

Name|Type|Description
:---|:---|:---
days|Int32|How long.

## Request body

|Parameter|Type|Description|
|:---|:---|:---|
Value|String|The tag. **Required**.
Action|Enum|What to do. Allowed values are: 'Add' or 'Remove'.
|Note|Nullable String|Why.|

## Response

If successful, this method returns 200 - Ok response code and the updated Ship in the response body.

## Example

```http
POST https://api.securitycenter.microsoft.com/api/ships/7/tags
```
";

/// References of other services begin each page with boxes, describe the call in a section of its own, and name files
/// after what is done.
#[test]
fn a_page_that_begins_with_boxes() {
    let ship = resource("ship", "Sails.");
    let pages = [
        ("harbour/api/add-or-remove-ship-tags.md", BOXES),
        ("harbour/api/ship.md", ship.as_str()),
    ];
    let reading = read(&pages);
    insta::assert_snapshot!(reading.outline(), @"
    type ship (defender) :1
      id: String :8
    operation ship add-tags (defender) :1
      POST /ships/{ship id}/tags :24
      query days: Int32 :32
      body Value: String, required :38
      body Action: String, values Add | Remove :39
      body Note: String, nullable :40
      query: $skip $top days
      body: parameters
      response: 200 ship by Text
      example request POST https://api.securitycenter.microsoft.com/api/ships/7/tags :49
    1 PermissionTable unread: no permission section
    ");
    insta::assert_snapshot!(reading.model.schemas[0].operations[0].description, @"
    Adds a tag to a [ship](https://learn.microsoft.com/defender-endpoint/api/ship), or removes it. Supports [OData V4 queries](https://odata.org). 
    `$top` with max value of 10 
    `$skip`

    1. You can tag ships of this year.
    1. 100 calls in a minute.
    ");
}

/// Each chapter has the permissions and the address of a call.
#[test]
fn chapters_with_numbers() {
    let chapter = |number: u8, call: &str, scope: &str, parameter: &str| {
        format!(
            "## {number}. Export {call}\n\n### {number}.1 API method description\n\nExports {call}.\n\n\
             ### {number}.2 Permissions\n\n|Permission type|Permission|\n|:--|:--|\n|Application|{scope}|\n\n\
             ### {number}.3 URL\n\n```http\nGET /api/ships/{call}\n```\n\n\
             ### {number}.4 Parameters\n\n- `{parameter}` (Int32): How many.\n- $top: The same.\n\n"
        )
    };
    let page = format!(
        "# Export ships\n\n{}{}## Example\n\n```http\nGET https://api.harbour.example/api/ships/bySize\n```\n\n\
         ```http\nGET https://api.harbour.example/api/ships/byAge\n```\n",
        chapter(1, "bySize", "Ship.Read.All", "pageSize"),
        chapter(2, "byAge", "Ship.Export.All", "hours"),
    );
    insta::assert_snapshot!(read(&[("api/get-ship-export.md", &page)]).outline(), @"
    operation ship get-bysize (ships) :1
      GET /ships/bySize :18
      GET /ships/byAge :41
      permissions for 1.2 Permissions, routes [0] :11
        work: unstated
        personal: unstated
        application: Ship.Read.All (unranked)
      permissions for 2.2 Permissions, routes [1] :34
        work: unstated
        personal: unstated
        application: Ship.Export.All (unranked)
      query pageSize: Int32 :23
      query hours: Int32 :46
      query: $top pageSize hours
      example request GET https://api.harbour.example/api/ships/bySize :52
      example request GET https://api.harbour.example/api/ships/byAge :56
    1 Response unread: no type named
    ");
}

/// An address that a reply gave tells nothing about the service.
#[test]
fn uploads_go_elsewhere() {
    let page = "---\ntitle: Upload a pot - OneDrive API\n---\n# Upload a pot\n\n## HTTP request\n\n```http\nPOST /pots/{id}/upload\n```\n\n\
        ## Example\n\n<!-- { \"blockType\": \"request\", \"opaqueUrl\": true } -->\n```http\nPUT https://up.example/up/7\n```\n";
    let reading = read(&[("rest-api/api/pot_upload.md", page)]);
    assert_eq!(reading.model.schemas[0].version.0, "v1.0");
    assert_eq!(reading.model.schemas[0].operations[0].resource, "pot");
    let page = page.replace(" - OneDrive API", "");
    assert_eq!(read(&[("pot-upload.md", &page)]).model.schemas[0].version.0, "beta");
}

/// A page of a type has no zones: both versions have the type.
#[test]
fn types_belong_to_each_version_of_a_set_with_zones() {
    let zone = |pivot: &str, version: &str| {
        format!(
            ":::zone pivot=\"{pivot}\"\n```http\nGET https://graph.microsoft.com/{version}/pots\n```\n:::zone-end\n\n"
        )
    };
    let page = format!(
        "# List pots\n\n## HTTP request\n\n{}{}## Response\n\nReturns `200 OK` and a collection of [pot](resources/pot.md) objects.\n",
        zone("graph-v1", "v1.0"),
        zone("graph-preview", "beta"),
    );
    // Rows and columns are no zones.
    let pot = resource("pot", "Holds. See [kilns](../kilns-list.md).")
        .replace("## Properties\n", "## Properties\n\n:::row:::\n\n");
    let reading = read(&[
        ("docs/api/shop/pots-list.md", page.as_str()),
        ("docs/api/shop/resources/pot.md", pot.as_str()),
    ]);
    let told: Vec<String> = reading
        .model
        .schemas
        .iter()
        .map(|schema| {
            let pot = &schema.types[0];
            format!(
                "{} {} ({}): {}",
                schema.version.0, pot.name.name, pot.area.0, pot.description
            )
        })
        .collect();
    insta::assert_snapshot!(told.join("\n"), @"
    beta pot (copilot): Holds. See [kilns](https://learn.microsoft.com/microsoft-365/copilot/extensibility/api/shop/kilns-list).
    v1.0 pot (copilot): Holds. See [kilns](https://learn.microsoft.com/microsoft-365/copilot/extensibility/api/shop/kilns-list).
    ");
}
