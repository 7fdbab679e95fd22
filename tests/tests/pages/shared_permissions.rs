//! Permissions that only several pages together tell.

use super::outlines;
use generator::model::Schema;

/// One request on the page of the resource, on the page of a derived one, and in a matrix of resources.
#[test]
fn a_route_that_several_pages_document() {
    let page = |title: &str, scopes: &str, routes: &str| {
        format!(
            "# {title}\n\n## Permissions\n|Permission type|Permissions (from least to most privileged)|\n|:---|:---|\n\
             |Delegated (work or school account)|{scopes}|\n|Application|{scopes}|\n\n\
             ## HTTP request\n```http\n{routes}\n```\n"
        )
    };
    let kiln = page(
        "Get kiln",
        "Kiln.ReadBasic, Kiln.Read",
        "GET /kilns/{id}\nGET /sheds/{id}/kiln",
    );
    let gas = page("Get gasKiln", "Kiln.Read", "GET /Kilns/{kiln-id}/");
    let tags = page(
        "Get tag",
        "Kiln.Read",
        "GET /kilns/{id}?$expand=tags\nGET /pots/{id}?$expand=tags",
    );
    let reading = tests::pages::read(&[
        ("beta/api/gaskiln-get.md", &gas),
        ("beta/api/kiln-get.md", &kiln),
        ("beta/api/tag-get.md", &tags),
    ]);
    // In JSON they stand with the page's own, and come apart again.
    let schema = &reading.model.schemas[0];
    let json = serde_json::to_value(schema).unwrap();
    assert_eq!(json["operations"][0]["permissions"][1]["pages"][0], "api/kiln-get.md");
    assert_eq!(&serde_json::from_value::<Schema>(json).unwrap(), schema);
    let outline = reading.outline();
    insta::assert_snapshot!(super::only(&outline, &["operation", "permissions", "work", "with"]), @r"
    operation gasKiln get (kilns) :1
      permissions :4
        work: Kiln.Read (least)
      permissions for every page of this route, routes [0] :1
        work: Kiln.Read (least) | Kiln.ReadBasic (least)
        with: api/kiln-get.md
    operation kiln get (kilns) :1
      permissions :4
        work: Kiln.ReadBasic (least) | Kiln.Read
    operation tag get (kilns) :1
      permissions :4
        work: Kiln.Read (least)
      permissions for every page of this route, routes [0] :1
        work: Kiln.Read (least) | Kiln.ReadBasic (least)
        with: api/kiln-get.md
    ");
}

/// Names are judged against all pages; the model keeps what the page says.
#[test]
fn a_scope_that_no_other_page_spells_so() {
    let page = |scopes: &str| {
        format!(
            "# Get kiln\n\n## Permissions\n|Permission type|Permissions|\n|:---|:---|\n\
             |Application|{scopes}|\n\n## HTTP request\n```http\nGET /kilns\n```\n"
        )
    };
    let usual = page("KilnFlow.Read.All, Kiln.ReadWrite.All, Glaze.Read.All");
    let odd = page("KilnFlows.Read.All, Kiln.Read.WriteAll, Glazes.PriviligedOperation.All, Clay.Read.All");
    let mut files: Vec<(String, &str)> = (0..5)
        .map(|number| (format!("beta/api/kiln{number}-get.md"), usual.as_str()))
        .collect();
    files.push(("beta/api/kiln9-get.md".to_owned(), &odd));
    let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (path.as_str(), *text)).collect();
    let outline = outlines(&files);
    insta::assert_snapshot!(super::only(&outline, &["warning", "application: KilnFlows"]), @r"
        application: KilnFlows.Read.All (unranked) | Kiln.Read.WriteAll (unranked) | Glazes.PriviligedOperation.All (unranked) | Clay.Read.All (unranked)
        application: KilnFlows.Read.All (unranked) | Kiln.Read.WriteAll (unranked) | Glazes.PriviligedOperation.All (unranked) | Clay.Read.All (unranked) | KilnFlow.Read.All (unranked) | Kiln.ReadWrite.All (unranked) | Glaze.Read.All (unranked)
    warning[unknown-scope] beta/api/kiln9-get.md:6:14: `KilnFlows.Read.All` looks like a misspelling of `KilnFlow.Read.All`
    warning[unknown-scope] beta/api/kiln9-get.md:6:34: `Kiln.Read.WriteAll` looks like a misspelling of `Kiln.ReadWrite.All`
    warning[unknown-scope] beta/api/kiln9-get.md:6:54: `Glazes.PriviligedOperation.All` looks like a misspelling of `Glazes.PrivilegedOperation.All`
    ");
}
