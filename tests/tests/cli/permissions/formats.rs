//! Formats, and what a reference adds to them.

use super::yard;
use generator::cli::Status;

/// A kind of sign-in that cannot make every call is not in what tools read, and that is said.
#[test]
fn what_is_left_out_is_told() {
    let sandbox = yard();
    sandbox.write("deployed.json", DEPLOYED);
    let told = |format: &str| {
        let arguments = [
            "permissions",
            "DELETE /kilns/7",
            "POST /kilns/7/fire",
            "--format",
            format,
        ];
        let run = sandbox.run(&[&arguments[..], &["--reference", "deployed.json"]].concat());
        let run = run.ends(Status::Done);
        let comments = run.out.lines().filter(|line| line.contains("left out"));
        (run.err.clone(), comments.collect::<Vec<_>>().join("\n"))
    };
    insta::assert_snapshot!(told("manifest").0, @r"
    left out: Signed-in user, personal account: it cannot make DELETE /kilns/{id} and 1 more call
    left out: Application: it cannot make DELETE /kilns/{id}
    Kiln.ReadWrite is a slip for Kilns.ReadWrite, whose identifier is taken
    ");
    insta::assert_snapshot!(told("apimanifest").0, @r"
    left out: Signed-in user, personal account: it cannot make DELETE /kilns/{id} and 1 more call
    left out: Application: it cannot make DELETE /kilns/{id}
    ");
    insta::assert_snapshot!(told("bicep").1, @r"
    // left out: Signed-in user, personal account: it cannot make DELETE /kilns/{id} and 1 more call
    // left out: Application: it cannot make DELETE /kilns/{id}
    ");
    insta::assert_snapshot!(told("terraform").1, @r"
    # left out: Signed-in user, personal account: it cannot make DELETE /kilns/{id} and 1 more call
    # left out: Application: it cannot make DELETE /kilns/{id}
    ");
}

/// The reference of the yard: identifiers for work and application, kinds without identifiers, and what opens a route.
const KNOWN: &str = r#"{"permissions": {"Kiln.ReadBasic": {
  "schemes": {"DelegatedWork": {"requiresAdminConsent": false, "privilegeLevel": 1}},
  "pathSets": [{"schemeKeys": ["DelegatedWork"], "methods": ["GET"], "paths": {"/kilns": "least=DelegatedWork"}}]}}}"#;
const DEPLOYED: &str = r#"{"permissionDeployments": {
  "Kilns.ReadWrite": [{"id": "00000000-0000-0000-0000-000000000001", "scheme": "DelegatedWork", "environment": "public", "isEnabled": true}],
  "Kiln.Fire.All": [{"id": "00000000-0000-0000-0000-000000000002", "scheme": "Application", "environment": "public", "isEnabled": true}]}}"#;

#[test]
fn every_format() {
    let sandbox = yard();
    sandbox.write("known.json", KNOWN);
    sandbox.write("deployed.json", DEPLOYED);
    let formats = "text json manifest bicep terraform apimanifest markdown html";
    for format in formats.split(' ') {
        let arguments = [
            "permissions",
            "GET /kilns",
            "POST /kilns/{id | name}/fire",
            "GET /pots",
            "--reference",
            "known.json",
            "--reference",
            "deployed.json",
            "--format",
            format,
        ];
        let run = sandbox.run(&arguments).ends(Status::Done);
        insta::assert_snapshot!(format!("permissions_as_{format}"), run.out);
    }
}

#[test]
fn what_one_of_two_permissions_opens() {
    let compared = yard().run(&["permissions", "--compare", "Kiln.Read", "Kiln.ReadWrite"]);
    insta::assert_snapshot!(compared.ends(Status::Done).out, @r"
    only Kiln.Read: 2 calls
      kiln (v1.0)
        GET /kilns/{id} (personal: least)  v1.0/api/kiln-get.md:14
        GET /me/kiln (personal: least)  v1.0/api/kiln-get.md:15
    only Kiln.ReadWrite: 2 calls
      kiln (v1.0)
        DELETE /kilns/{id} (work: least)  v1.0/api/kiln-delete.md:14
        POST /kilns/{id}/fire (work: least)  v1.0/api/kiln-fire.md:14
    both, and how Kiln.Read does: 3 calls
      kiln (v1.0)
        GET /kilns (work: least)  v1.0/api/kiln-list.md:14
        GET /kilns/{id} (work: least)  v1.0/api/kiln-get.md:14
        GET /me/kiln (work: least)  v1.0/api/kiln-get.md:15
    ");
    let opened = yard().run(&["permissions", "--of", "Kiln.Read.All"]);
    insta::assert_snapshot!(opened.ends(Status::Done).out, @r"
    Kiln.Read.All opens 4 calls: 3 read, 1 write

    Application: 4 calls, the least privileged permission for 4
      kiln (v1.0)
        GET /kilns (least)  v1.0/api/kiln-list.md:14
        GET /kilns/{id} (least)  v1.0/api/kiln-get.md:14
        GET /me/kiln (least)  v1.0/api/kiln-get.md:15
        POST /kilns/{id}/fire (least with Kiln.Fire.All)  v1.0/api/kiln-fire.md:14
    ");
}

/// A page about something that every kind of object has does not open a call that the call's own page refuses.
#[test]
fn a_page_about_several_things_says_less_than_the_page_of_the_call() {
    let sandbox = yard();
    let rows = "|Supported resource|Delegated (work or school account)|Delegated (personal Microsoft account)|Application|\n|:---|:---|:---|:---|\n|[vase](../resources/vase.md)|Vase.Note|Vase.Note|Vase.Note.All|\n|[pot](../resources/pot.md)|Pot.Note|Pot.Note|Pot.Note.All|\n";
    let page = format!(
        "# Get note\n\nDoes it.\n\n## Permissions\n{rows}\n## HTTP request\n```http\nGET /pots/{{id}}/note\nDELETE /kilns/{{id}}\n```\n\n## Response\nReturns `204 No Content`.\n"
    );
    sandbox.write("docs-src/v1.0/api/note-get.md", page);
    let run = sandbox.run(&[
        "permissions",
        "DELETE /kilns/7",
        "GET /pots/7/note",
        "--sign-in",
        "application",
    ]);
    insta::assert_snapshot!(run.ends(Status::Done).out, @r"
    Application
      cannot make DELETE /kilns/{id}  v1.0/api/kiln-delete.md:14
      needs for the other calls Pot.Note.All
        for GET /pots/{id}/note  v1.0/api/note-get.md:13
      needs for the other calls Vase.Note.All
        for GET /pots/{id}/note  v1.0/api/note-get.md:13

    Calls
      DELETE /kilns/7
        DELETE /kilns/{id} (v1.0)  v1.0/api/kiln-delete.md:14
        Application: not supported
      GET /pots/7/note
        GET /pots/{id}/note (v1.0)  v1.0/api/note-get.md:13
        Application: Vase.Note.All (vase); and Pot.Note.All (pot)
    ");
}

/// A page about another purpose names what that needs; it is enough, and no reason to ask for more than the main page.
#[test]
fn the_least_is_the_one_of_the_main_page() {
    let sandbox = yard();
    let page = "# Get kiln of a device\n\nDoes it.\n\n## Permissions\n|Permission type|Permissions (from least to most privileged)|\n|:---|:---|\n|Delegated (work or school account)|Device.Read|\n|Delegated (personal Microsoft account)|Not supported.|\n|Application|Not supported.|\n\n## HTTP request\n```http\nGET /devices/{id}/kiln\nGET /kilns/{id}\n```\n\n## Response\nReturns `204 No Content`.\n";
    sandbox.write("docs-src/v1.0/api/device-get-kiln.md", page);
    let run = sandbox.run(&["permissions", "GET /kilns/7", "--sign-in", "work"]);
    insta::assert_snapshot!(run.ends(Status::Done).out, @r"
    Signed-in user, work or school account
      needs Kiln.Read
        for GET /kilns/{id}  v1.0/api/kiln-get.md:14

    Calls
      GET /kilns/7
        GET /kilns/{id} (v1.0)  v1.0/api/kiln-get.md:14
        Signed-in user, work or school account: Kiln.Read, or Kiln.ReadWrite, or Device.Read
    ");
}
