use super::*;

const KNOWN: &str = r#"{
  "permissions": {
    "Kiln.Read.All": {
      "schemes": {
        "DelegatedWork": { "requiresAdminConsent": false, "privilegeLevel": 2 },
        "Application": { "requiresAdminConsent": true, "privilegeLevel": 3 }
      },
      "pathSets": [
        { "schemeKeys": ["DelegatedWork", "Application"], "methods": ["GET"],
          "paths": {
            "/kilns/{id}": "least=Application"
          }
        }
      ]
    }
  }
}"#;
const DEPLOYED: &str = r#"{"permissionDeployments": {"Kiln.Read.All": [
  {"id": "00000000-0000-0000-0000-000000000002", "scheme": "Application", "environment": "fairfax", "isHidden": false, "isEnabled": true},
  {"id": "00000000-0000-0000-0000-000000000001", "scheme": "Application", "environment": "public", "isHidden": false, "isEnabled": true}]}}"#;
const PAGE: &str = "# Reference\n\n### Kiln.Fire\n\n| Category | Application | Delegated |\n|--|--|--|\n\
    | Identifier | - | 00000000-0000-0000-0000-000000000003 |\n| AdminConsentRequired | - | Yes |\n";

fn all() -> Reference {
    let mut reference = Reference::default();
    for text in [KNOWN, DEPLOYED, PAGE] {
        reference.add(text, Path::new("x")).unwrap();
    }
    reference
}

#[test]
fn identifiers_and_why_there_is_none() {
    let reference = all();
    let id = |name: &str, scheme| match reference.id(name, scheme) {
        Ok(id) => id.to_owned(),
        Err(reason) => reason.to_string(),
    };
    assert_eq!(
        id("kiln.read.all", Scheme::Application),
        "00000000-0000-0000-0000-000000000001"
    );
    assert_eq!(
        id("Kiln.Fire", Scheme::DelegatedPersonal),
        "00000000-0000-0000-0000-000000000003"
    );
    assert_eq!(
        id("Kiln.Fire", Scheme::Application),
        "in the reference for another kind of sign-in only"
    );
    assert_eq!(
        id("Kiln.Read.All", Scheme::DelegatedWork),
        "in the reference without an identifier"
    );
    // The pages have a slip, and one name is meant.
    assert_eq!(
        id("Kilns.Read.All", Scheme::Application),
        "00000000-0000-0000-0000-000000000001"
    );
    assert_eq!(
        reference.meant("Kilns.Read.All").map(|known| known.name.as_str()),
        Some("Kiln.Read.All")
    );
    assert_eq!(reference.meant("kiln.read.all"), None);
    assert_eq!(
        id("Kiln.Reed.All", Scheme::Application),
        "not in the reference; a slip for Kiln.Read.All?"
    );
    assert_eq!(
        id("Yard.Old", Scheme::Application),
        "not in the reference: retired, or not yet there"
    );
}

#[test]
fn a_personal_account_has_the_identifier_of_work() {
    let mut reference = Reference::default();
    let kinds = r#"{"permissions": {"Kiln.Read": {"schemes": {"DelegatedWork": {}, "DelegatedPersonal": {}}}}}"#;
    let deployed = r#"{"permissionDeployments": {"Kiln.Read": [{"id": "7", "scheme": "DelegatedWork"}]}}"#;
    for text in [kinds, deployed] {
        reference.add(text, Path::new("x")).unwrap();
    }
    assert_eq!(reference.id("Kiln.Read", Scheme::DelegatedPersonal), Ok("7"));
}

#[test]
fn facts_of_permissions_and_routes() {
    let reference = all();
    let kind = &reference.permission("Kiln.Read.All").unwrap().kinds[&Scheme::Application];
    assert_eq!((kind.admin_consent, kind.privilege_level), (Some(true), Some(3)));
    assert_eq!(
        reference.permission("Kiln.Fire").unwrap().kinds[&Scheme::DelegatedWork].admin_consent,
        Some(true)
    );
    let opened = reference.route("GET", "/kilns/{}").unwrap();
    assert_eq!(opened.line, 11);
    assert!(opened.by[&Scheme::Application]["Kiln.Read.All"]);
    assert!(!opened.by[&Scheme::DelegatedWork]["Kiln.Read.All"]);
}

#[test]
fn other_files_are_refused() {
    let refused = |text: &str| Reference::default().add(text, Path::new("x")).unwrap_err().to_string();
    assert_eq!(
        refused("{\"a\": 1}"),
        "x: this is no reference of permissions: it has neither `permissions` nor `permissionDeployments`"
    );
    assert_eq!(refused("{\"permissions\": {\n"), "x:2: the file ends in the middle");
    assert_eq!(
        refused("# Title\n\ntext\n"),
        "x: this is no reference of permissions: no heading is followed by a table with a row `Identifier`"
    );
}
