//! What is needed, why, what is missing and what is too much.

use super::yard;
use generator::cli::Status;

fn ask(arguments: &[&str]) -> String {
    let arguments: Vec<&str> = std::iter::once("permissions")
        .chain(arguments.iter().copied())
        .collect();
    yard().run(&arguments).ends(Status::Done).out
}

#[test]
fn an_audit() {
    let calls = [
        "GET /kilns",
        "https://graph.microsoft.com/v1.0/Kilns('7')",
        "POST /kilns/7/fire",
        "GET /kiln",
    ];
    insta::assert_snapshot!(ask(&calls), @r"
    Signed-in user, work or school account
      needs Kiln.ReadWrite
        for GET /kilns  v1.0/api/kiln-list.md:14
        for GET /kilns/{id}  v1.0/api/kiln-get.md:14
        for POST /kilns/{id}/fire  v1.0/api/kiln-fire.md:14

    Signed-in user, personal account
      cannot make GET /kilns  v1.0/api/kiln-list.md:14
      cannot make POST /kilns/{id}/fire  v1.0/api/kiln-fire.md:14
      needs for the other calls Kiln.Read
        for GET /kilns/{id}  v1.0/api/kiln-get.md:14

    Application
      needs Kiln.Fire.All
        for POST /kilns/{id}/fire  v1.0/api/kiln-fire.md:14
      needs Kiln.Read.All
        for GET /kilns  v1.0/api/kiln-list.md:14
        for GET /kilns/{id}  v1.0/api/kiln-get.md:14
        for POST /kilns/{id}/fire  v1.0/api/kiln-fire.md:14

    Calls
      GET /kilns
        GET /kilns (v1.0)  v1.0/api/kiln-list.md:14
        Signed-in user, work or school account: Kiln.Read, or Kiln.ReadWrite
        Signed-in user, personal account: not supported
        Application: Kiln.Read.All, or Yard.ReadWrite.All
      GET https://graph.microsoft.com/v1.0/Kilns('7')
        GET /kilns/{id} (v1.0)  v1.0/api/kiln-get.md:14
        Signed-in user, work or school account: Kiln.Read, or Kiln.ReadWrite
        Signed-in user, personal account: Kiln.Read
        Application: Kiln.Read.All, or Yard.ReadWrite.All
      POST /kilns/7/fire
        POST /kilns/{id}/fire (v1.0)  v1.0/api/kiln-fire.md:14
        Signed-in user, work or school account: Kiln.ReadWrite
        Signed-in user, personal account: not supported
        Application: Kiln.Fire.All and Kiln.Read.All, or Yard.ReadWrite.All

    Not documented: 1 call
      GET /kiln
        nearest: GET /kilns  v1.0/api/kiln-list.md:14
    ");
}

#[test]
fn what_is_granted() {
    let granted = [
        "GET /kilns",
        "POST /kilns/7/fire",
        "--granted",
        "kiln.read,Kiln.Fire.All,Pot.Read",
        "--sign-in",
        "application",
        "--sign-in",
        "work",
    ];
    insta::assert_snapshot!(ask(&granted), @r"
    Signed-in user, work or school account
      needs Kiln.ReadWrite
        for GET /kilns  v1.0/api/kiln-list.md:14
        for POST /kilns/{id}/fire  v1.0/api/kiln-fire.md:14
      missing: Kiln.ReadWrite
        for POST /kilns/{id}/fire  v1.0/api/kiln-fire.md:14
      too much: Kiln.Fire.All (no call has it)
      too much: Pot.Read (no call has it)
      too much: kiln.read (would do for GET /kilns, which something else allows)

    Application
      needs Kiln.Fire.All
        for POST /kilns/{id}/fire  v1.0/api/kiln-fire.md:14
      needs Kiln.Read.All
        for GET /kilns  v1.0/api/kiln-list.md:14
        for POST /kilns/{id}/fire  v1.0/api/kiln-fire.md:14
      missing: Kiln.Read.All
        for GET /kilns  v1.0/api/kiln-list.md:14
        for POST /kilns/{id}/fire  v1.0/api/kiln-fire.md:14
      too much: Pot.Read (no call has it)
      too much: kiln.read (no call has it)

    Calls
      GET /kilns
        GET /kilns (v1.0)  v1.0/api/kiln-list.md:14
        Signed-in user, work or school account: Kiln.Read, or Kiln.ReadWrite
        Application: Kiln.Read.All, or Yard.ReadWrite.All
      POST /kilns/7/fire
        POST /kilns/{id}/fire (v1.0)  v1.0/api/kiln-fire.md:14
        Signed-in user, work or school account: Kiln.ReadWrite
        Application: Kiln.Fire.All and Kiln.Read.All, or Yard.ReadWrite.All
    ");
}

#[test]
#[allow(clippy::too_many_lines, reason = "most of it is the snapshot")]
fn as_json() {
    let calls = [
        "GET",
        "/me/kiln",
        "DELETE /kilns/7",
        "--format",
        "json",
        "--granted",
        "Kiln.Read,Kiln.ReadWrite",
    ];
    insta::assert_snapshot!(ask(&calls), @r#"
    {
      "calls": [
        {
          "apiVersion": "v1.0",
          "call": "GET /me/kiln",
          "count": 1,
          "page": {
            "file": "api/kiln-get.md",
            "line": 15
          },
          "paths": [],
          "permissions": {
            "application": [
              [
                "Kiln.Read.All"
              ],
              [
                "Yard.ReadWrite.All"
              ]
            ],
            "delegatedPersonal": [
              [
                "Kiln.Read"
              ]
            ],
            "delegatedWork": [
              [
                "Kiln.Read"
              ],
              [
                "Kiln.ReadWrite"
              ]
            ]
          },
          "route": "GET /me/kiln",
          "support": {
            "application": "stated",
            "delegatedPersonal": "stated",
            "delegatedWork": "stated"
          }
        },
        {
          "apiVersion": "v1.0",
          "call": "DELETE /kilns/7",
          "count": 1,
          "page": {
            "file": "api/kiln-delete.md",
            "line": 14
          },
          "paths": [],
          "permissions": {
            "application": [],
            "delegatedPersonal": [],
            "delegatedWork": [
              [
                "Kiln.ReadWrite"
              ]
            ]
          },
          "route": "DELETE /kilns/{id}",
          "support": {
            "application": "notSupported",
            "delegatedPersonal": "notSupported",
            "delegatedWork": "stated"
          }
        }
      ],
      "excess": {
        "delegatedWork": [
          "Kiln.Read"
        ]
      },
      "excessFor": [
        {
          "calls": [
            "GET /me/kiln"
          ],
          "permission": "Kiln.Read",
          "scheme": "delegatedWork"
        }
      ],
      "format": 1,
      "least": {
        "application": null,
        "delegatedPersonal": null,
        "delegatedWork": [
          "Kiln.ReadWrite"
        ]
      },
      "leastOfSupported": {
        "application": [
          "Kiln.Read.All"
        ],
        "delegatedPersonal": [
          "Kiln.Read"
        ],
        "delegatedWork": [
          "Kiln.ReadWrite"
        ]
      },
      "missing": {
        "delegatedWork": []
      },
      "missingFor": [],
      "notStated": {
        "application": [],
        "delegatedPersonal": [],
        "delegatedWork": []
      },
      "notSupported": {
        "application": [
          "DELETE /kilns/{id}"
        ],
        "delegatedPersonal": [
          "DELETE /kilns/{id}"
        ],
        "delegatedWork": []
      },
      "severalDo": [],
      "unknown": [],
      "why": [
        {
          "calls": [
            {
              "apiVersion": "v1.0",
              "call": "GET /me/kiln",
              "page": {
                "file": "api/kiln-get.md",
                "line": 6
              },
              "route": "GET /me/kiln"
            },
            {
              "apiVersion": "v1.0",
              "call": "DELETE /kilns/7",
              "page": {
                "file": "api/kiln-delete.md",
                "line": 6
              },
              "route": "DELETE /kilns/{id}"
            }
          ],
          "permission": "Kiln.ReadWrite",
          "scheme": "delegatedWork"
        },
        {
          "calls": [
            {
              "apiVersion": "v1.0",
              "call": "GET /me/kiln",
              "page": {
                "file": "api/kiln-get.md",
                "line": 6
              },
              "route": "GET /me/kiln"
            }
          ],
          "permission": "Kiln.Read",
          "scheme": "delegatedPersonal"
        },
        {
          "calls": [
            {
              "apiVersion": "v1.0",
              "call": "GET /me/kiln",
              "page": {
                "file": "api/kiln-get.md",
                "line": 6
              },
              "route": "GET /me/kiln"
            }
          ],
          "permission": "Kiln.Read.All",
          "scheme": "application"
        }
      ]
    }
    "#);
}

#[test]
fn the_exit_status_tells_what_was_found() {
    let status = |arguments: &[&str]| {
        let arguments: Vec<&str> = ["permissions", "GET /kilns"].iter().chain(arguments).copied().collect();
        yard().run(&arguments).status
    };
    assert_eq!(
        status(&[
            "--granted",
            "Kiln.Read",
            "--sign-in",
            "work",
            "--fail-on",
            "missing,excess,unknown"
        ]),
        Status::Done
    );
    assert_eq!(
        status(&[
            "--granted",
            "Kiln.Read,Kiln.ReadWrite",
            "--sign-in",
            "work",
            "--fail-on",
            "excess"
        ]),
        Status::Found
    );
    assert_eq!(status(&["--granted", "", "--fail-on", "missing"]), Status::Found);
    assert_eq!(status(&["GET /pots", "--fail-on", "unknown"]), Status::Found);
    assert_eq!(status(&["--calls", "none.txt"]), Status::Failed);
}
