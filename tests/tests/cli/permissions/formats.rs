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
