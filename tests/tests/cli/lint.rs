//! `generator lint`.

use crate::sandbox::{Run, Sandbox};
use generator::cli::Status;
use serde_json::Value;

pub(crate) const PAGE: &str = "docs-src/beta/resources/pot.md";

/// A page with two mistakes: a key without a row, and a comma too many.
pub(crate) const POT: &str = "# pot resource type\n\n## Properties\n\n|Property|Type|Description|\n|:---|:---|:---|\n|litres|Int32|How much.|\n\n\
                   ## JSON representation\n\n\
                   <!-- { \"blockType\": \"resource\", \"@odata.type\": \"microsoft.graph.pot\" } -->\n\
                   ```json\n{\n  \"litres\": 1024,\n  \"lid\": true,\n}\n```\n";

pub(crate) fn with_pot() -> Sandbox {
    let sandbox = Sandbox::with_pages();
    sandbox.write(PAGE, POT);
    sandbox
}

pub(crate) fn json(run: &Run) -> Value {
    serde_json::from_str(&run.out).unwrap()
}

/// `id line:column` of each finding.
pub(crate) fn found(run: &Run) -> String {
    let report = json(run);
    let place = |finding: &Value| {
        let id = finding["id"].as_str().unwrap();
        format!("{id} {}:{}", finding["line"], finding["column"])
    };
    let findings = report["findings"].as_array().unwrap().iter();
    findings.map(place).collect::<Vec<_>>().join(", ")
}

#[test]
fn findings_are_shown_with_their_lines() {
    let run = with_pot().run(&["lint"]).ends(Status::Done);
    insta::assert_snapshot!(run.out, @r#"
    warning[invalid-json]: not valid JSON: a comma too many (line 3 of the JSON)
      --> docs-src/beta/resources/pot.md:15:14
       |
    15 |   "lid": true,
       |              ^

    warning[json-key-without-row]: no row of the page documents `lid`
      --> docs-src/beta/resources/pot.md:15:4
       |
    15 |   "lid": true,
       |    ^^^

    2 warnings in the pages; --fix corrects 1; --unsafe-fixes corrects 1
    "#);
    assert_eq!(run.err, "");
}

#[test]
fn json_has_a_row_for_each_finding() {
    let report = json(&with_pot().run(&["lint", "--format", "json", "--select", "json-*"]));
    insta::assert_json_snapshot!(report, @r#"
    {
      "findings": [
        {
          "column": 4,
          "file": "beta/resources/pot.md",
          "fix": {
            "edits": [
              {
                "end": 105,
                "file": "beta/resources/pot.md",
                "start": 105,
                "text": "\n|lid|Boolean|TODO|"
              }
            ],
            "safe": false
          },
          "help": null,
          "id": "json-key-without-row",
          "line": 15,
          "message": "no row of the page documents `lid`",
          "severity": "warning"
        }
      ],
      "format": 1,
      "summary": {
        "baselined": 0,
        "error": 0,
        "note": 0,
        "suppressed": 0,
        "warning": 1
      }
    }
    "#);
}

#[test]
fn pages_without_mistakes_have_no_finding() {
    let run = Sandbox::with_pages()
        .run(&["lint", "--fail-on", "note"])
        .ends(Status::Done);
    assert_eq!(run.out, "nothing is wrong with the pages\n");
}

#[test]
fn fail_on_decides_the_status() {
    let sandbox = with_pot();
    sandbox.run(&["lint", "--fail-on", "warning"]).ends(Status::Found);
    sandbox.run(&["lint", "--fail-on", "never"]).ends(Status::Done);
    sandbox.write("generator.toml", "[lint]\nfail-on = \"warning\"\n");
    sandbox.run(&["lint"]).ends(Status::Found);
    sandbox.run(&["lint", "--fail-on", "error"]).ends(Status::Done);
    sandbox.write("generator.toml", "[lint.severity]\ninvalid-json = \"error\"\n");
    sandbox.run(&["lint"]).ends(Status::Found);
}

#[test]
fn ids_and_files_are_chosen() {
    let sandbox = with_pot();
    let ids = |arguments: &[&str]| found(&sandbox.run(&[&["lint", "--format", "json"], arguments].concat()));
    assert_eq!(ids(&["--ignore", "json-*"]), "invalid-json 15:14");
    assert_eq!(ids(&["--select", "json-*"]), "json-key-without-row 15:4");
    assert_eq!(ids(&["--include", "beta/api/*"]), "");
    assert_eq!(ids(&["--exclude", "beta/resources/pot*"]), "");
    sandbox.write("generator.toml", "[lint.per-path]\n\"beta/resources/*\" = [\"all\"]\n");
    assert_eq!(ids(&[]), "");
}

#[test]
fn unknown_ids_are_refused() {
    let run = with_pot().run(&["lint", "--select", "jsn"]).ends(Status::Failed);
    run.says(&["there is no code `jsn`", "`generator explain` lists all codes"]);
    let sandbox = with_pot();
    sandbox.write("generator.toml", "[lint.severity]\ninvalid-json = \"loud\"\n");
    sandbox
        .run(&["lint"])
        .ends(Status::Failed)
        .says(&["`loud` is no severity"]);
}

#[test]
fn a_comment_with_a_reason_suppresses() {
    let sandbox = with_pot();
    let before = "<!-- { \"blockType\": \"resource\"";
    let suppressed = |comment: &str| {
        sandbox.write(PAGE, POT.replace(before, &format!("{comment}\n{before}")));
        found(&sandbox.run(&["lint", "--format", "json"]))
    };
    assert_eq!(
        suppressed("<!-- lint-ignore invalid-json, json-key-without-row: a draft -->"),
        ""
    );
    assert_eq!(
        suppressed("<!-- lint-ignore invalid-json: a draft -->"),
        "json-key-without-row 16:4"
    );
    assert_eq!(
        suppressed("<!-- lint-ignore-page json-key-without-row: a draft -->"),
        "invalid-json 16:14"
    );
    assert_eq!(
        suppressed("<!-- lint-ignore invalid-json -->"),
        "suppression-without-reason 11:1, json-key-without-row 16:4, invalid-json 16:14"
    );
    assert_eq!(
        suppressed("<!-- lint-ignore invalid-json, json-key-without-row, surplus-cell: a draft -->"),
        "suppression-unused 11:54"
    );
}

#[test]
fn a_baseline_knows_findings_wherever_they_move() {
    let sandbox = with_pot();
    let written = sandbox.run(&["lint", "--baseline", "known.json", "--update-baseline"]);
    assert_eq!(written.out, "2 findings are known in known.json\n");
    sandbox.write(PAGE, format!("\n\n{POT}\n|A|B|\n|:---|:---|\n|c|d|e|\n"));
    let run = sandbox.run(&["lint", "--baseline", "known.json", "--format", "json"]);
    assert_eq!(found(&run), "surplus-cell 23:6");
    assert_eq!(json(&run)["summary"]["baselined"], 2);
    sandbox.write("known.json", "{}");
    sandbox
        .run(&["lint", "--baseline", "known.json"])
        .ends(Status::Failed)
        .says(&["known.json is no file of known findings", "--update-baseline"]);
}

#[test]
fn annotations_of_a_workflow() {
    let run = with_pot().run(&["lint", "--format", "github"]);
    insta::assert_snapshot!(run.out, @r#"
    ::warning file=docs-src/beta/resources/pot.md,line=15,col=4,title=json-key-without-row::no row of the page documents `lid`
    ::warning file=docs-src/beta/resources/pot.md,line=15,col=14,title=invalid-json::not valid JSON: a comma too many (line 3 of the JSON)
    ::notice title=lint::error: 0, warning: 2, note: 0
    "#);
}

#[test]
#[allow(clippy::too_many_lines, reason = "most of it is the snapshot")]
fn sarif_describes_rules_places_and_fixes() {
    let sandbox = with_pot();
    sandbox.write("none.json", "{\"format\": 1, \"findings\": []}");
    let run = sandbox.run(&["lint", "--format", "sarif", "--baseline", "none.json"]);
    let mut report = json(&run);
    report["runs"][0]["tool"]["driver"]["version"] = "X".into();
    insta::assert_json_snapshot!(report, @r#"
    {
      "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
      "runs": [
        {
          "columnKind": "unicodeCodePoints",
          "properties": {
            "counts": {
              "invalid-json": 1,
              "json-key-without-row": 1
            },
            "leftOut": 0
          },
          "results": [
            {
              "baselineState": "new",
              "fixes": [
                {
                  "artifactChanges": [
                    {
                      "artifactLocation": {
                        "uri": "docs-src/beta/resources/pot.md"
                      },
                      "replacements": [
                        {
                          "deletedRegion": {
                            "endColumn": 25,
                            "endLine": 7,
                            "startColumn": 25,
                            "startLine": 7
                          },
                          "insertedContent": {
                            "text": "\n|lid|Boolean|TODO|"
                          }
                        }
                      ]
                    }
                  ],
                  "description": {
                    "text": "Add the row, or correct the name."
                  }
                }
              ],
              "level": "warning",
              "locations": [
                {
                  "physicalLocation": {
                    "artifactLocation": {
                      "uri": "docs-src/beta/resources/pot.md"
                    },
                    "region": {
                      "endColumn": 7,
                      "endLine": 15,
                      "startColumn": 4,
                      "startLine": 15
                    }
                  }
                }
              ],
              "message": {
                "text": "no row of the page documents `lid`"
              },
              "partialFingerprints": {
                "finding/v1": "dbee1fd143c145d6"
              },
              "ruleId": "json-key-without-row",
              "ruleIndex": 1
            },
            {
              "baselineState": "new",
              "fixes": [
                {
                  "artifactChanges": [
                    {
                      "artifactLocation": {
                        "uri": "docs-src/beta/resources/pot.md"
                      },
                      "replacements": [
                        {
                          "deletedRegion": {
                            "endColumn": 15,
                            "endLine": 15,
                            "startColumn": 14,
                            "startLine": 15
                          },
                          "insertedContent": {
                            "text": ""
                          }
                        }
                      ]
                    }
                  ],
                  "description": {
                    "text": "Correct the JSON at the place that the finding shows."
                  }
                }
              ],
              "level": "warning",
              "locations": [
                {
                  "physicalLocation": {
                    "artifactLocation": {
                      "uri": "docs-src/beta/resources/pot.md"
                    },
                    "region": {
                      "endColumn": 15,
                      "endLine": 15,
                      "startColumn": 14,
                      "startLine": 15
                    }
                  }
                }
              ],
              "message": {
                "text": "not valid JSON: a comma too many (line 3 of the JSON)"
              },
              "partialFingerprints": {
                "finding/v1": "812649b473728c0f"
              },
              "ruleId": "invalid-json",
              "ruleIndex": 0
            }
          ],
          "tool": {
            "driver": {
              "name": "generator lint",
              "rules": [
                {
                  "defaultConfiguration": {
                    "level": "warning"
                  },
                  "fullDescription": {
                    "text": "The body of an example or the JSON block of a resource is not valid JSON: a comma is missing or one too many, a bracket or a text is not closed, quotes are curly. Whoever copies it gets an error."
                  },
                  "help": {
                    "markdown": "Correct the JSON at the place that the finding shows.",
                    "text": "Correct the JSON at the place that the finding shows."
                  },
                  "id": "invalid-json",
                  "name": "InvalidJson",
                  "shortDescription": {
                    "text": "The body of an example or the JSON block of a resource is not valid JSON: a comma is missing or one too many, a bracket or a text is not closed, quotes are curly."
                  }
                },
                {
                  "defaultConfiguration": {
                    "level": "warning"
                  },
                  "fullDescription": {
                    "text": "The JSON block of a resource has a key that neither the tables of the page nor those of its base types list. Either the row is missing, or one of the two names is misspelled."
                  },
                  "help": {
                    "markdown": "Add the row, or correct the name.",
                    "text": "Add the row, or correct the name."
                  },
                  "id": "json-key-without-row",
                  "name": "JsonKeyWithoutRow",
                  "shortDescription": {
                    "text": "The JSON block of a resource has a key that neither the tables of the page nor those of its base types list."
                  }
                }
              ],
              "version": "X"
            }
          }
        }
      ],
      "version": "2.1.0"
    }
    "#);
}

/// GitHub takes 5,000 results and refuses a file with 25,000.
#[test]
fn sarif_of_many_findings_is_capped_and_says_so() {
    let sandbox = Sandbox::new();
    let rows = "|a|b|c|\n".repeat(40_000);
    sandbox.write(PAGE, format!("# pot resource type\n\n|A|B|\n|:---|:---|\n{rows}"));
    let report = json(&sandbox.run(&["lint", "--format", "sarif"]));
    let run = &report["runs"][0];
    assert_eq!(run["results"].as_array().unwrap().len(), 5000);
    assert_eq!(run["properties"]["leftOut"], 35_000);
    assert_eq!(run["properties"]["counts"]["surplus-cell"], 40_000);
    let prints: std::collections::BTreeSet<_> = run["results"]
        .as_array()
        .unwrap()
        .iter()
        .map(|result| result["partialFingerprints"]["finding/v1"].as_str().unwrap())
        .collect();
    assert_eq!(prints.len(), 5000);
}
