//! The time that a page takes grows with its length only.

use std::time::{Duration, Instant};
use tests::pages::read;

/// How many items the short page of each kind has, and how many times as many the long one.
const SHORT: usize = 800;
const TIMES: usize = 12;

/// A page that grows.
struct Growing {
    path: &'static str,
    start: &'static str,
    item: fn(usize) -> String,
    end: &'static str,
}

const RESOURCE: &str = "beta/resources/kettle.md";
const API: &str = "beta/api/kettle-boil.md";
const CELL: &str =
    "# kettle resource type\n\n## Properties\n\n|Property|Type|Description|\n|:--|:--|:--|\n|kind|String|";
const PERMISSIONS: &str = "# Boil\n\n## Permissions\n\n|Permission type|Permissions|\n|:--|:--|\n|Application|";
const PARAMETERS: &str = "# Boil\n\n## HTTP request\n\n```http\nPOST /pots\n```\n\n## Request body\n\n|Name|Type|\n|:--|:--|\n|size|Int32|\n";
const RESPONSE: &str = "# Boil\n\n## Response\n\n";

#[rustfmt::skip]
const PAGES: &[Growing] = &[
    resource("Possible values are: ", |at| format!("`v{at}`, ")),
    resource("Possible values are: ", |at| format!("v{at} or ")),
    resource("Possible values are: ", |at| format!("**v{at}** - it means {at}; ")),
    resource("Possible values are: `a`. ", |at| format!("The value `b{at}` is new. ")),
    resource("", |_| "Possible values are ".to_owned()),
    resource("", |at| format!("|\n|p{at}|String|The part {at}.")),
    resource("|\n\n## JSON representation\n\n```json\n{", |at| format!("\"k{at}\": \"String\",\n")),
    resource("|\n\n## JSON representation\n\n```json\n", |_| "{\"a\":[".to_owned()),
    resource("|\n\n", |_| "**".to_owned()),
    resource("|\n\n", |_| "[[".to_owned()),
    resource("|\n\n", |_| "> ".to_owned()),
    resource("|\n\n|", |_| "a|".to_owned()),
    resource("|\n\n## Members\n\n|Member|\n|:--|\n", |at| format!("|m{at}|\n")),
    resource("|\n\n## Members\n\n", |at| format!("- `m{at}` (b: it\n")),
    resource("|\n\n", |_| "<table>\n<tr><td\n".to_owned()),
    resource("|\n\n", |_| "a <table>\n\n<table>\n<!-- x\n\n".to_owned()),
    resource("|\n\n<table><tr>", |_| "<td>a <b".to_owned()),
    resource("|\n\na ", |_| "<a href=\"x.md\">b<sup>1".to_owned()),
    resource("", |at| format!("between {at} and ")),
    resource("", |_| "\u{ff1a}a\u{ff0c}".to_owned()),
    resource("|\n\n## Methods\n\n", |at| format!("- [m{at}](../api/m{at}.md\n")),
    api("# Boil\n\n## Request body\n\nSend the parameters.\n\n", |at| format!("- `c{at}` (Int32): It.\n")),
    api("# Boil\n\n## Permissions\n\n", |at| format!("- Application: Part.Read.P{at}x\n")),
    api(PERMISSIONS, |at| format!("Part.Read.P{at}x, ")),
    api(PERMISSIONS, |at| format!("Part.Read.P{at}x and ")),
    api(PERMISSIONS, |at| format!("Part.Read.P{at}x, Pot.Read.P{at}x plus ")),
    api(PERMISSIONS, |at| format!("For l{at}: Part.Read.P{at}x<br>")),
    // A number at the end is the mark of a footnote.
    api(PERMISSIONS, |at| format!("For l{at}: Part.Read.P{at}<br>")),
    api("# Boil\n\n## HTTP request\n\n```http\n", |at| format!("GET /kettles/k{at}\n")),
    api("# Boil\n\n## HTTP request\n\n```http\n", |at| format!("GET /kettles/{{k{at}}}\n")),
    api("# Boil\n\n## HTTP request\n\n```http\nGET /kettles", |_| "/{id}/parts".to_owned()),
    resource("|\n\n## Properties\n\n|Property|Type|\n|:--|:--|\n|a|String|\n\n", |at| format!("\n### v{at} values\n\n|Value|\n|:--|\n|a|\n")),
    resource("|\n\n", |at| format!("\n## Properties\n\n|Property|Type|\n|:--|:--|\n|v{at}|String|\n\n### v{at} values\n\n|Value|\n|:--|\n|a|\n")),
    resource("|\n\n", |at| format!("\n**Properties**\n\n|Property|Type|\n|:--|:--|\n|v{at}|String|\n")),
    resource("<ul>", |at| format!("<li>v{at}</li>")),
    api(PARAMETERS, |at| format!("\n## HTTP request\n\n```http\nGET /k{at}/pots\n```\n\n## Example\n\n```http\nGET https://graph.microsoft.com/beta/m{at}/pots\n\n{{}}\n```\n")),
    api("# Boil\n", |at| format!("\n## HTTP request\n\n```http\nPOST /k{at}/$ref\n```\n\n## Example\n\n```http\nPOST https://graph.microsoft.com/beta/k{at}/$ref\n\n{{}}\n```\n\n```http\nHTTP/1.1 200 OK\n```\n")),
    api("# Boil\n\n## Request headers\n\n|Name|Description|\n|:--|:--|\n", |at| format!("|X-A{at}|a|\n")),
    api("# Boil\n\n## HTTP request\n\n```http\nGET /kettles\n```\n", |_| "\n## Parameters\n\n|Name|Type|\n|:--|:--|\n".to_owned()),
    api("# Boil\n\n## Query parameters\n", |at| format!("\n|Parameter|Type|\n|:--|:--|\n|p{at}|String|\n\nThe values of **p{at}** are:\n\n|Value|\n|:--|\n|a|\n")),
    api("# Boil\n\n## Permissions\n\n|Permission type|Permissions|\n|:--|:--|\n|Application|Part.Read.All*|\n\n", |at| format!("\\* Needs both Part.A{at}x and Part.B{at}x.\n\nPart.P{at}x.All*\n\n")),
    api("# Boil\n", |at| format!("\n## {at}. Boil\n\n### {at}.1 Permissions\n\n|Permission type|Permissions|\n|:--|:--|\n|Application|Part.P{at}x.All|\n\n### {at}.2 URL\n\n```http\nGET /kettles/k{at}\n```\n")),
    api("# Boil\n\n## HTTP request\n\n```http\n", |at| format!("GET /kettles/{{k{at}\n")),
    api("# Boil\n\n## Request body\n", |at| format!("\nThe following properties cannot be updated.\n\n|Property|Type|\n|:--|:--|\n|p{at}|String|\n")),
    api("# Boil\n\n## API description\n\nSupports OData queries.\n\n", |at| format!("`$top` {at}.\n\n")),
    api(RESPONSE, |_| "Returns `200 OK` and a part in the response. ".to_owned()),
    api(RESPONSE, |_| "It has [the part](../resources/part.md) and, ".to_owned()),
    api(RESPONSE, |_| "a **thing** and ".to_owned()),
];

const fn resource(start: &'static str, item: fn(usize) -> String) -> Growing {
    Growing {
        path: RESOURCE,
        start,
        item,
        end: "|\n",
    }
}

const fn api(start: &'static str, item: fn(usize) -> String) -> Growing {
    Growing {
        path: API,
        start,
        item,
        end: "\n",
    }
}

impl Growing {
    fn time(&self, items: usize) -> Duration {
        let cell = if self.path == RESOURCE { CELL } else { "" };
        let items: String = (0..items).map(self.item).collect();
        let files = [
            (self.path, format!("{cell}{}{items}{}", self.start, self.end)),
            ("beta/resources/pot.md", "# pot resource type\n".to_owned()),
        ];
        let start = Instant::now();
        read(&files);
        start.elapsed()
    }
}

/// Twelve times as many items take about twelve times as long, and 144 times if each is compared with each. A long page
/// that is read at once anyway says nothing, and neither does one try on a busy machine.
#[test]
fn no_step_is_quadratic() {
    for page in PAGES {
        let grows = (0..3).all(|_| {
            let (short, long) = (page.time(SHORT), page.time(SHORT * TIMES));
            long > short * 40 + Duration::from_millis(400)
        });
        let (start, item) = (page.start, (page.item)(0));
        assert!(
            !grows,
            "{TIMES} times as many of {item:?} after {start:?} take too long"
        );
    }
}
