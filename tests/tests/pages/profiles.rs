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
    insta::assert_snapshot!(outlines(&[("api/works/kiln-find.md", page)]), @r"
    == beta
    operation kiln find (kilns) :1
      POST /kilns/find :21
      POST /works/{id}/find :22
      body: json
      response: 204
    == v1.0
    operation kiln find (kilns) :1
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
