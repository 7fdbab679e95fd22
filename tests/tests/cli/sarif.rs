//! SARIF reports have the form that the specification, version 2.1.0, asks for: which properties an object must have,
//! which ones it may have, and what stands in them. This is the part of the schema that our reports use.

use crate::sandbox::Sandbox;
use serde_json::Value;

/// What stands in a property.
enum Kind {
    Text,
    /// A number that is not negative.
    Count,
    /// A line or a column.
    Place,
    Flag,
    One(&'static [&'static str]),
    /// A relative or absolute URI reference.
    Uri,
    Object(&'static str),
    /// A list of objects, and how many it has at least.
    List(&'static str, usize),
    /// Texts by name.
    Texts,
    /// Anything.
    Bag,
}

use Kind::{Bag, Count, Flag, List, Object, One, Place, Text, Texts, Uri};

const LEVELS: Kind = One(&["none", "note", "warning", "error"]);

/// The properties of each kind of object; `!` stands before those that must be there.
const SHAPES: &[(&str, &[(&str, Kind)])] = &[
    (
        "log",
        &[
            ("$schema", Uri),
            ("!version", One(&["2.1.0"])),
            ("!runs", List("run", 1)),
        ],
    ),
    (
        "run",
        &[
            ("!tool", Object("tool")),
            ("results", List("result", 0)),
            ("invocations", List("invocation", 0)),
            ("columnKind", One(&["utf16CodeUnits", "unicodeCodePoints"])),
            ("properties", Bag),
        ],
    ),
    ("tool", &[("!driver", Object("component"))]),
    (
        "component",
        &[
            ("!name", Text),
            ("version", Text),
            ("informationUri", Uri),
            ("rules", List("rule", 0)),
        ],
    ),
    (
        "rule",
        &[
            ("!id", Text),
            ("name", Text),
            ("shortDescription", Object("words")),
            ("fullDescription", Object("words")),
            ("help", Object("words")),
            ("helpUri", Uri),
            ("defaultConfiguration", Object("configuration")),
        ],
    ),
    ("words", &[("!text", Text), ("markdown", Text)]),
    ("configuration", &[("level", LEVELS), ("enabled", Flag)]),
    (
        "result",
        &[
            ("ruleId", Text),
            ("ruleIndex", Count),
            ("level", LEVELS),
            ("!message", Object("words")),
            ("locations", List("location", 0)),
            ("relatedLocations", List("location", 0)),
            ("partialFingerprints", Texts),
            ("baselineState", One(&["new", "unchanged", "updated", "absent"])),
            ("fixes", List("fix", 0)),
        ],
    ),
    (
        "location",
        &[("physicalLocation", Object("physical")), ("message", Object("words"))],
    ),
    (
        "physical",
        &[("!artifactLocation", Object("artifact")), ("region", Object("region"))],
    ),
    ("artifact", &[("uri", Uri)]),
    (
        "region",
        &[
            ("startLine", Place),
            ("startColumn", Place),
            ("endLine", Place),
            ("endColumn", Place),
        ],
    ),
    (
        "fix",
        &[
            ("description", Object("words")),
            ("!artifactChanges", List("change", 1)),
        ],
    ),
    (
        "change",
        &[
            ("!artifactLocation", Object("artifact")),
            ("!replacements", List("replacement", 1)),
        ],
    ),
    (
        "replacement",
        &[
            ("!deletedRegion", Object("region")),
            ("insertedContent", Object("content")),
        ],
    ),
    ("content", &[("text", Text)]),
    (
        "invocation",
        &[
            ("!executionSuccessful", Flag),
            ("toolExecutionNotifications", List("notification", 0)),
        ],
    ),
    ("notification", &[("level", LEVELS), ("!message", Object("words"))]),
];

/// What is wrong with a value, each with its path.
fn wrong(kind: &Kind, value: &Value, path: &str) -> Vec<String> {
    let is_number = |least: u64| value.as_u64().is_some_and(|number| number >= least);
    let fits = match kind {
        Text => value.is_string(),
        Count => is_number(0),
        Place => is_number(1),
        Flag => value.is_boolean(),
        One(words) => value.as_str().is_some_and(|text| words.contains(&text)),
        Uri => value.as_str().is_some_and(is_uri),
        Texts => value.as_object().is_some_and(|map| map.values().all(Value::is_string)),
        Bag => value.is_object(),
        Object(name) => return object(name, value, path),
        List(name, least) => return list(name, *least, value, path),
    };
    if fits {
        Vec::new()
    } else {
        vec![format!("{path} is {value}")]
    }
}

fn is_uri(text: &str) -> bool {
    let may_stand = |c: char| c.is_ascii_alphanumeric() || "-._~/%:?#[]@!$&'()*+,;=".contains(c);
    !text.is_empty() && text.chars().all(may_stand)
}

fn list(name: &str, least: usize, value: &Value, path: &str) -> Vec<String> {
    let Some(items) = value.as_array().filter(|items| items.len() >= least) else {
        return vec![format!("{path} is no list of {least} or more")];
    };
    let items = items.iter().enumerate();
    items
        .flat_map(|(at, item)| object(name, item, &format!("{path}[{at}]")))
        .collect()
}

fn object(name: &str, value: &Value, path: &str) -> Vec<String> {
    let (_, shape) = SHAPES.iter().find(|(known, _)| *known == name).unwrap();
    let Some(fields) = value.as_object() else {
        return vec![format!("{path} is no object")];
    };
    let key = |written: &'static str| written.trim_start_matches('!');
    let missing = shape
        .iter()
        .filter(|(written, _)| written.starts_with('!') && !fields.contains_key(key(written)));
    let mut found: Vec<String> = missing
        .map(|(written, _)| format!("{path} lacks {}", key(written)))
        .collect();
    for (field, value) in fields {
        match shape.iter().find(|(written, _)| key(written) == field) {
            Some((_, kind)) => found.extend(wrong(kind, value, &format!("{path}.{field}"))),
            None => found.push(format!("{path} has {field}")),
        }
    }
    found
}

/// What is wrong with a report: its form, rules that results do not lead to, and regions that end before they begin.
fn faults(report: &Value) -> Vec<String> {
    let mut found = object("log", report, "log");
    let run = &report["runs"][0];
    let rules = &run["tool"]["driver"]["rules"];
    for (at, result) in run["results"].as_array().into_iter().flatten().enumerate() {
        let place = usize::try_from(result["ruleIndex"].as_u64().unwrap_or(u64::MAX)).unwrap_or(usize::MAX);
        if rules[place]["id"] != result["ruleId"] {
            found.push(format!("result {at} leads to another rule"));
        }
        let region = &result["locations"][0]["physicalLocation"]["region"];
        let end = |line: &str, column: &str| (region[line].as_u64(), region[column].as_u64());
        if end("startLine", "startColumn") > end("endLine", "endColumn") {
            found.push(format!("result {at} ends before it begins"));
        }
    }
    found
}

const PAGE: &str = "docs-src/beta/resources/pot.md";

fn report(sandbox: &Sandbox, arguments: &[&str]) -> Value {
    let all: Vec<&str> = ["lint", "--format", "sarif"].iter().chain(arguments).copied().collect();
    serde_json::from_str(&sandbox.run(&all).out).unwrap()
}

/// A page with a key in another case, and one without a row; with `more`, two of these.
fn pot(more: bool) -> String {
    let cup = if more { "  \"cup\": true,\n" } else { "" };
    format!(
        "# pot resource type\n\n## Properties\n\n|Property|Type|Description|\n|:---|:---|:---|\n|litres|Int32|How much.|\n\n\
         ## JSON representation\n\n<!-- {{ \"blockType\": \"resource\", \"@odata.type\": \"microsoft.graph.pot\" }} -->\n\
         ```json\n{{\n{cup}  \"Litres\": 1024,\n  \"lid\": true\n}}\n```\n"
    )
}

#[test]
fn known_findings_are_unchanged_and_others_new() {
    let sandbox = Sandbox::new();
    sandbox.write(PAGE, pot(false));
    sandbox.run(&["lint", "--baseline", "known.json", "--update-baseline"]);
    sandbox.write(PAGE, pot(true));
    let report = report(&sandbox, &["--baseline", "known.json"]);
    assert_eq!(faults(&report), Vec::<String>::new());
    let results = report["runs"][0]["results"].as_array().unwrap();
    let word = |value: &Value| value.as_str().unwrap().to_owned();
    let states: Vec<String> = results
        .iter()
        .map(|result| format!("{} {}", word(&result["baselineState"]), word(&result["ruleId"])))
        .collect();
    insta::assert_snapshot!(states.join("\n"), @"
    new json-key-without-row
    unchanged json-key-case
    unchanged json-key-without-row
    ");
    assert!(results.iter().any(|result| !result["fixes"].is_null()));
    assert!(results.iter().any(|result| !result["relatedLocations"].is_null()));
}

#[test]
fn a_finding_that_comes_twice_is_new_once() {
    let sandbox = Sandbox::new();
    let page = |rows: usize| {
        format!(
            "# pot resource type\n\n|A|B|\n|:---|:---|\n{}",
            "|a|b|c|\n".repeat(rows)
        )
    };
    sandbox.write(PAGE, page(1));
    let one = report(&sandbox, &[]);
    sandbox.run(&["lint", "--baseline", "known.json", "--update-baseline"]);
    sandbox.write(PAGE, page(2));
    let two = report(&sandbox, &["--baseline", "known.json"]);
    let prints = |report: &Value, state: &str| -> Vec<String> {
        let results = report["runs"][0]["results"].as_array().unwrap().iter();
        let chosen = results.filter(|result| result["baselineState"].as_str().is_none_or(|known| known == state));
        chosen
            .map(|result| result["partialFingerprints"]["finding/v1"].to_string())
            .collect()
    };
    assert_eq!(prints(&one, ""), prints(&two, "unchanged"));
    assert_eq!(prints(&two, "new").len(), 1);
    assert_ne!(prints(&two, "new"), prints(&two, "unchanged"));
}

#[test]
fn a_report_of_many_findings_has_the_form_too() {
    let sandbox = Sandbox::new();
    let rows = "|a|b|c|\n".repeat(40_000);
    sandbox.write(PAGE, format!("# pot resource type\n\n|A|B|\n|:---|:---|\n{rows}"));
    let report = report(&sandbox, &[]);
    assert_eq!(faults(&report), Vec::<String>::new());
    assert_eq!(report["runs"][0]["results"].as_array().unwrap().len(), 5000);
    assert!(!report["runs"][0]["invocations"].is_null());
}

#[test]
fn what_is_not_in_the_specification_is_noticed() {
    let sandbox = Sandbox::new();
    sandbox.write(PAGE, pot(true));
    let right = report(&sandbox, &[]);
    let edits: [(&str, Value); 6] = [
        ("/version", "2.2".into()),
        ("/runs/0/results/0/level", "grave".into()),
        ("/runs/0/results/0/message", Value::Object(serde_json::Map::new())),
        (
            "/runs/0/results/0/locations/0/physicalLocation/region/startLine",
            0.into(),
        ),
        (
            "/runs/0/results/0/locations/0/physicalLocation/artifactLocation/uri",
            "a b".into(),
        ),
        ("/runs/0/results/0/ruleIndex", 99.into()),
    ];
    for (pointer, value) in edits {
        let mut report = right.clone();
        *report.pointer_mut(pointer).unwrap() = value;
        assert_ne!(faults(&report), Vec::<String>::new(), "{pointer}");
    }
    let mut report = right;
    report["runs"][0]["results"][0]["severity"] = "high".into();
    assert_eq!(faults(&report), ["log.runs[0].results[0] has severity"]);
}
