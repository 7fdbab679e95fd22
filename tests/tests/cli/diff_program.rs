//! `generator diff` of what touches one program.

use crate::permissions::page;
use crate::sandbox::Sandbox;
use generator::cli::Status;
use serde_json::Value;

const READ: &str = "Kitchen.Setup.Read.All, Kitchen.Setup.ReadWrite.All";
const WRITE: &str = "Kitchen.Setup.ReadWrite.All";

/// A page about a call that sends and returns a recipe.
fn call(title: &str, route: &str, permissions: &str) -> String {
    let page = page(title, route, permissions, "Not supported.", permissions);
    let returns = "Returns `200 OK` and a [recipe](../resources/recipe.md) object in the response body.";
    page.replace("Returns `204 No Content`.", returns)
}

/// Recipes, which have steps and belong to a cook; and pans, which have nothing to do with them.
fn kitchen(sandbox: &Sandbox, root: &str) {
    let recipes = [
        ("recipe-list", "List recipes", "GET /kitchen/recipes", READ),
        ("recipe-get", "Get recipe", "GET /kitchen/recipes/{id}", READ),
        ("recipe-create", "Create recipe", "POST /kitchen/recipes", WRITE),
        ("recipe-update", "Update recipe", "PATCH /kitchen/recipes/{id}", WRITE),
        (
            "recipe-assign",
            "recipe: assign",
            "POST /kitchen/recipes/{id}/assign",
            WRITE,
        ),
    ];
    for (file, title, route, permissions) in recipes {
        sandbox.write(&format!("{root}/beta/api/{file}.md"), call(title, route, permissions));
    }
    let pans = page("List pans", "GET /kitchen/pans", READ, "Not supported.", READ);
    sandbox.write(&format!("{root}/beta/api/pan-list.md"), pans);
    let types = [
        (
            "recipe",
            "|steps|[step](step.md) collection|What to do.|\n|level|[level](level.md)|How hard.|",
            "|cook|[cook](cook.md)|Who wrote it.|",
        ),
        ("step", "|minutes|Int32|How long.|", ""),
        ("level", "|stars|Int32|How many.|", ""),
        ("cook", "|hat|String|Its shape.|", ""),
        ("pan", "|width|Int32|In centimetres.|", ""),
    ];
    for (name, rows, relationships) in types {
        let text = format!(
            "# {name} resource type\n\nNamespace: microsoft.graph\n\nA {name}.\n\n## Properties\n|Property|Type|Description|\n|:---|:---|:---|\n{rows}\n\n\
             ## Relationships\n|Relationship|Type|Description|\n|:---|:---|:---|\n{relationships}\n"
        );
        sandbox.write(&format!("{root}/beta/resources/{name}.md"), text);
    }
}

/// Both states, the same.
fn two_states() -> Sandbox {
    let sandbox = Sandbox::new();
    kitchen(&sandbox, "june");
    kitchen(&sandbox, "july");
    sandbox
}

/// In July the five calls of recipes have a permission of their own.
fn split() -> Sandbox {
    let sandbox = two_states();
    for page in ["list", "get", "create", "update", "assign"] {
        let path = format!("july/beta/api/recipe-{page}.md");
        let text = sandbox.read(&path).replace("Kitchen.Setup", "Kitchen.Recipes");
        sandbox.write(&path, text);
    }
    sandbox
}

/// What `diff` says about a program of these calls.
fn about(sandbox: &Sandbox, calls: &str, more: &[&str]) -> String {
    sandbox.write("calls.txt", calls);
    let arguments = [&["diff", "june", "july", "--calls", "calls.txt"], more].concat();
    sandbox.run(&arguments).ends(Status::Done).out
}

#[test]
fn a_permission_is_split_off() {
    let calls = "GET /kitchen/recipes/17\nGET https://graph.microsoft.com/beta/kitchen/pans?$top=5\nGET /kitchen/recipes\nGET /nowhere\n";
    insta::assert_snapshot!(about(&split(), calls, &[]), @r"
    beta kitchen recipe
      breaking 2 items: permissions application: removed Kitchen.Setup.Read.All, Kitchen.Setup.ReadWrite.All -> Kitchen.Recipes.Read.All, Kitchen.Recipes.ReadWrite.All (recipe-get, recipe-list)  [permissions-removed recipe-get/application  july/beta/api/recipe-get.md:6]
               touches GET /kitchen/recipes, GET /kitchen/recipes/{id}
      breaking 2 items: permissions delegated, work or school account: removed Kitchen.Setup.Read.All, Kitchen.Setup.ReadWrite.All -> Kitchen.Recipes.Read.All, Kitchen.Recipes.ReadWrite.All (recipe-get, recipe-list)  [permissions-removed recipe-get/delegated, work or school account  july/beta/api/recipe-get.md:6]
               touches GET /kitchen/recipes, GET /kitchen/recipes/{id}

    Signed-in user, work or school account
      ask for Kitchen.Recipes.Read.All
        for GET /kitchen/recipes/{id}  july/beta/api/recipe-get.md:14
        for GET /kitchen/recipes  july/beta/api/recipe-list.md:14
    Application
      ask for Kitchen.Recipes.Read.All
        for GET /kitchen/recipes/{id}  july/beta/api/recipe-get.md:14
        for GET /kitchen/recipes  july/beta/api/recipe-list.md:14
    Calls that neither side documents
      GET /nowhere

    4 of 10 changes touch your program, which has 3 documented calls
    major: 4 breaking, 0 additive, 0 docs
    ");
}

#[test]
#[allow(clippy::too_many_lines, reason = "the snapshots are long")]
fn in_every_format() {
    let sandbox = split();
    let calls = "PATCH /kitchen/recipes/17\nGET /kitchen/pans\n";
    let shown = |format: &str| about(&sandbox, calls, &["--format", format, "--sign-in", "application"]);
    insta::assert_snapshot!(shown("markdown"), @r"
    **1 of 10 changes touches your program, which has 2 documented calls**

    major: 1 breaking, 0 additive, 0 docs

    - Application
      - ask for `Kitchen.Recipes.ReadWrite.All`
        - for `PATCH /kitchen/recipes/{id}`  july/beta/api/recipe-update.md:14

    ### Breaking changes

    - beta `kitchen` `recipe`
      - `recipe-update` permissions `application`: removed `Kitchen.Setup.ReadWrite.All` -> `Kitchen.Recipes.ReadWrite.All` (`permissions-removed recipe-update/application`)
        - touches `PATCH /kitchen/recipes/{id}`
    ");
    insta::assert_snapshot!(shown("github"), @r"
    ::error file=july/beta/api/recipe-update.md,line=6,title=permissions-removed recipe-update/application (breaking)::recipe-update: permissions application: removed Kitchen.Setup.ReadWrite.All -> Kitchen.Recipes.ReadWrite.All (touches PATCH /kitchen/recipes/{id})
    ::warning title=Your program::1 of 10 changes touches your program, which has 2 documented calls%0AApplication%0A  ask for Kitchen.Recipes.ReadWrite.All%0A    for PATCH /kitchen/recipes/{id}  july/beta/api/recipe-update.md:14
    ::notice title=API changes::major: 1 breaking, 0 additive, 0 docs
    ");
    let json: Value = serde_json::from_str(&shown("json")).unwrap();
    insta::assert_snapshot!(format!("{:#}", json["program"]), @r#"
    {
      "calls": 2,
      "changes": 10,
      "gone": [],
      "grants": [
        {
          "ask": [
            {
              "calls": [
                {
                  "apiVersion": "beta",
                  "call": "PATCH /kitchen/recipes/{id}",
                  "page": {
                    "file": "api/recipe-update.md",
                    "line": 14
                  }
                }
              ],
              "permission": "Kitchen.Recipes.ReadWrite.All"
            }
          ],
          "held": [
            "Kitchen.Setup.ReadWrite.All"
          ],
          "neededNoMore": [],
          "refused": [],
          "scheme": "application"
        }
      ],
      "touching": 1,
      "unknown": []
    }
    "#);
    let touches = |row: &Value| row["touches"] == serde_json::json!(["PATCH /kitchen/recipes/{id}"]);
    assert!(json["changes"].as_array().unwrap().iter().all(touches), "{json:#}");
    let sarif: Value = serde_json::from_str(&shown("sarif")).unwrap();
    let run = &sarif["runs"][0];
    assert_eq!(run["properties"]["program"], json["program"]);
    insta::assert_snapshot!(format!("{}\n{}", run["results"][0]["message"]["text"], run["results"][0]["properties"]), @r#"
    "recipe-update: permissions `application`: removed `Kitchen.Setup.ReadWrite.All` -> `Kitchen.Recipes.ReadWrite.All`; touches `PATCH /kitchen/recipes/{id}`"
    {"impact":"breaking","item":"recipe-update/application","touches":["PATCH /kitchen/recipes/{id}"],"version":"beta"}
    "#);
}

#[test]
fn what_the_program_has_decides_what_it_asks_for() {
    let sandbox = split();
    let calls = "GET /kitchen/recipes\nGET /kitchen/pans\n";
    let with = |granted: &str| {
        let out = about(&sandbox, calls, &["--sign-in", "work", "--granted", granted]);
        let (_, advice) = out.split_once("\n\n").unwrap();
        advice.to_owned()
    };
    // It has the new one already.
    insta::assert_snapshot!(with("Kitchen.Setup.Read.All,Kitchen.Recipes.Read.All"), @r"
    No permission has to be asked for anew.

    1 of 10 changes touches your program, which has 2 documented calls
    major: 1 breaking, 0 additive, 0 docs
    ");
    insta::assert_snapshot!(with("Kitchen.Setup.ReadWrite.All,Pot.Read"), @r"
    Signed-in user, work or school account
      ask for Kitchen.Recipes.Read.All
        for GET /kitchen/recipes  july/beta/api/recipe-list.md:14

    1 of 10 changes touches your program, which has 2 documented calls
    major: 1 breaking, 0 additive, 0 docs
    ");
    let only = about(&sandbox, "GET /kitchen/recipes\n", &["--sign-in", "work"]);
    insta::assert_snapshot!(only.split_once("\n\n").unwrap().1, @r"
    Signed-in user, work or school account
      ask for Kitchen.Recipes.Read.All
        for GET /kitchen/recipes  july/beta/api/recipe-list.md:14
      no longer needed: Kitchen.Setup.Read.All

    1 of 10 changes touches your program, which has 1 documented call
    major: 1 breaking, 0 additive, 0 docs
    ");
}

/// A call of Rust takes a place as long as its page has several; a call of another language takes none.
#[test]
fn a_function_breaks_with_the_places_of_its_module() {
    let sandbox = two_states();
    let both = call("Peel", "POST /kitchen/peel\nPOST /kitchen/pans/{id}/peel", WRITE);
    sandbox.write("june/beta/api/pan-peel.md", &both);
    let one = both.replace("POST /kitchen/pans/{id}/peel\n", "");
    sandbox.write("july/beta/api/pan-peel.md", one);
    let text = "POST beta api/pan-peel.md\n/kitchen/peel\n/kitchen/pans/{id}/peel";
    sandbox.write("app", format!("graph-endpoint/1 {} {text}", text.len()));
    let out = sandbox
        .run(&["diff", "june", "july", "--binary", "app"])
        .ends(Status::Done)
        .out;
    insta::assert_snapshot!(out, @r"
    beta kitchen pan
      breaking pan-peel: route POST /kitchen/pans/{id}/peel removed  [route-removed pan-peel/POST /kitchen/pans/{id}/peel  june/beta/api/pan-peel.md:15]
               beta::pan::At is gone
               beta::pan::peel is now (client, body: &rt::Json) -> Request<Recipe>
               touches POST /kitchen/peel

    No permission has to be asked for anew.

    1 of 1 changes touches your program, which has 1 documented call
    major: 1 breaking, 0 additive, 0 docs
    ");
}

/// The summary of what an edit of a page in July does to a program of one call.
fn edited(page: &str, old: &str, new: &str, call: &str) -> String {
    let sandbox = two_states();
    sandbox.edit(&format!("july/beta/{page}"), old, new);
    let out = about(&sandbox, call, &[]);
    out.lines().find(|line| line.contains(" of ")).unwrap().to_owned()
}

#[test]
fn types_touch_the_calls_that_send_or_return_them() {
    let touched = |page: &str, old: &str, call: &str| {
        let new = old.replace("Int32", "Double").replace("String", "Int32");
        edited(&format!("resources/{page}.md"), old, &new, call)
    };
    // A part of a part of what is returned.
    insta::assert_snapshot!(touched("step", "|minutes|Int32|", "GET /kitchen/recipes"), @"1 of 1 changes touches your program, which has 1 documented call");
    // What a relationship leads to comes only where it is expanded.
    insta::assert_snapshot!(touched("cook", "|hat|String|", "GET /kitchen/recipes"), @"0 of 1 changes touch your program, which has 1 documented call");
    insta::assert_snapshot!(touched("pan", "|width|Int32|", "GET /kitchen/recipes"), @"0 of 1 changes touch your program, which has 1 documented call");
    insta::assert_snapshot!(touched("step", "|minutes|Int32|", "GET /kitchen/pans"), @"0 of 1 changes touch your program, which has 1 documented call");
    // The relationship itself is a part.
    let row = "|cook|[cook](cook.md)|Who wrote it.|";
    insta::assert_snapshot!(edited("resources/recipe.md", row, "", "GET /kitchen/recipes/1"), @"1 of 1 changes touches your program, which has 1 documented call");
}

#[test]
fn a_page_of_several_calls_touches_those_that_change() {
    let sandbox = two_states();
    let both = call("Peel", "POST /kitchen/peel\nPOST /kitchen/pans/{id}/peel", WRITE);
    sandbox.write("june/beta/api/pan-peel.md", &both);
    sandbox.write(
        "july/beta/api/pan-peel.md",
        both.replace("POST /kitchen/pans/{id}/peel\n", ""),
    );
    insta::assert_snapshot!(about(&sandbox, "POST /kitchen/peel\n", &[]), @r"
    No permission has to be asked for anew.

    0 of 1 changes touch your program, which has 1 documented call
    no changes
    ");
    insta::assert_snapshot!(about(&sandbox, "POST /kitchen/pans/7/peel\n", &[]), @r"
    beta kitchen pan
      breaking pan-peel: route POST /kitchen/pans/{id}/peel removed  [route-removed pan-peel/POST /kitchen/pans/{id}/peel  june/beta/api/pan-peel.md:15]
               beta::pan::At is gone
               beta::pan::peel is now (client, body: &rt::Json) -> Request<Recipe>
               touches POST /kitchen/pans/{id}/peel

    Signed-in user, work or school account
      no longer needed: Kitchen.Setup.ReadWrite.All
    Application
      no longer needed: Kitchen.Setup.ReadWrite.All
    Calls that are no longer documented
      POST /kitchen/pans/{id}/peel  june/beta/api/pan-peel.md:15
        nearest: GET /kitchen/pans  july/beta/api/pan-list.md:14

    1 of 1 changes touches your program, which has 1 documented call
    major: 1 breaking, 0 additive, 0 docs
    ");
}

#[test]
fn a_program_a_recording_and_a_log() {
    let sandbox = split();
    let text = "GET beta api/recipe-list.md\n/kitchen/recipes";
    let mark = format!("\x7fELF..graph-endpoint/1 {} {text}\0", text.len());
    sandbox.write("app", mark);
    sandbox.write(
        "app.har",
        r#"{"log":{"entries":[{"request":{"method":"GET","url":"https://graph.microsoft.com/beta/kitchen/recipes"}}]}}"#,
    );
    sandbox.write(
        "app.csv",
        "RequestMethod;RequestUri;Roles;AppId\nGET;https://graph.microsoft.com/beta/kitchen/recipes;Kitchen.Setup.ReadWrite.All;a1\n\
         GET;https://graph.microsoft.com/beta/kitchen/pans;Kitchen.Setup.ReadWrite.All;b2\n",
    );
    let asked = |source: &[&str]| {
        let arguments = [&["diff", "june", "july", "--format", "json"], source].concat();
        let json: Value = serde_json::from_str(&sandbox.run(&arguments).ends(Status::Done).out).unwrap();
        let program = &json["program"];
        let grants = program["grants"].as_array().unwrap().iter();
        let grants = grants.map(|one| {
            let asked = one["ask"].as_array().unwrap().iter();
            let asked: Vec<&str> = asked.map(|ask| ask["permission"].as_str().unwrap()).collect();
            format!("{} {} -> {}", one["scheme"], one["held"], asked.join(", "))
        });
        let lines: Vec<String> = grants.collect();
        format!(
            "{} of {}\n{}",
            program["touching"],
            program["changes"],
            lines.join("\n")
        )
    };
    insta::assert_snapshot!(asked(&["--binary", "app"]), @r#"
    2 of 10
    "delegatedWork" ["Kitchen.Setup.Read.All"] -> Kitchen.Recipes.Read.All
    "application" ["Kitchen.Setup.Read.All"] -> Kitchen.Recipes.Read.All
    "#);
    insta::assert_snapshot!(asked(&["--har", "app.har"]), @r#"
    2 of 10
    "delegatedWork" ["Kitchen.Setup.Read.All"] -> Kitchen.Recipes.Read.All
    "application" ["Kitchen.Setup.Read.All"] -> Kitchen.Recipes.Read.All
    "#);
    // A log tells which kind of sign-in it is, and what was granted.
    insta::assert_snapshot!(asked(&["--activity", "app.csv", "--app", "a1"]), @r#"
    1 of 10
    "application" ["Kitchen.Setup.ReadWrite.All"] -> Kitchen.Recipes.Read.All
    "#);
}

#[test]
fn without_a_program_nothing_is_asked() {
    let sandbox = split();
    sandbox
        .run(&["diff", "june", "july", "--granted", "Kitchen.Setup.Read.All"])
        .ends(Status::Failed)
        .says(&["--calls"]);
    sandbox.write("empty.txt", "# nothing\n");
    sandbox
        .run(&["diff", "june", "july", "--calls", "empty.txt"])
        .ends(Status::Failed)
        .says(&["there is no call of the API in empty.txt"]);
}

#[test]
fn the_exit_status_is_about_the_program() {
    let sandbox = split();
    let status = |calls: &str, status: Status| {
        sandbox.write("calls.txt", calls);
        let arguments = ["diff", "june", "july", "--calls", "calls.txt", "--fail-on", "breaking"];
        sandbox.run(&arguments).ends(status);
    };
    status("GET /kitchen/recipes\n", Status::Found);
    status("GET /kitchen/pans\n", Status::Done);
}
