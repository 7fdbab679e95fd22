//! The time that the emitted crate takes grows with what the pages document only.

use generator::Generator;
use std::fmt::Write;
use std::time::{Duration, Instant};
use tests::pages::read;

/// How many items the short root of each kind has, and how many times as many the long one.
const SHORT: usize = 200;
const TIMES: usize = 12;

/// Many items on one page, or a page for each.
enum Growing {
    Page(&'static str, fn(usize) -> String),
    Pages(fn(usize) -> (String, String)),
}

const API: &str = "beta/api/kettle-boil.md";

const ROUTES: &str = "# Boil\n\n## HTTP request\n\n```http\n";

#[rustfmt::skip]
const ROOTS: &[Growing] = &[
    // Each route with its example.
    Growing::Page("# Boil\n", |at| format!("\n## HTTP request\n\n```http\nPOST /k{at}/$ref\n```\n\n## Example\n\n```http\nPOST https://graph.microsoft.com/beta/k{at}/$ref\n\n{{\"@odata.id\":\"x\"}}\n```\n\n```http\nHTTP/1.1 200 OK\n```\n")),
    Growing::Page("# Boil\n", |at| format!("\n## HTTP request\n\n```http\nGET /k{at}/pots\n```\n\n## Example\n\n```http\nGET https://graph.microsoft.com/beta/k{at}/pots\n```\n\n```http\nHTTP/1.1 200 OK\n\n{{\"a\":1}}\n```\n")),
    // Routes behind the same segments, with placeholders in many places.
    Growing::Page("# Boil\n", |at| format!("\n## HTTP request\n\n```http\nGET /pots/{{id}}/k{at}(x='{{x}}')/{{id}}\n```\n\n## Example\n\n```http\nGET https://graph.microsoft.com/beta/pots/1/k{at}(x='2')/3\n```\n")),
    // No example is one of a documented route.
    Growing::Page("# Boil\n", |at| format!("\n## HTTP request\n\n```http\nPATCH /k{at}/pots\n```\n\n## Example\n\n```http\nPATCH https://graph.microsoft.com/beta/m{at}/pots\n\n{{\"a\":1}}\n```\n")),
    Growing::Page(ROUTES, |at| format!("GET /kettles/{{id}}/k{at}/boil\n")),
    Growing::Page(ROUTES, |at| format!("GET /kettles?k{at}={{k{at}}}\n")),
    Growing::Page(ROUTES, |at| format!("GET /big_electric_kettle_of_the_first_house_{at}/shelf_for_wide_pots_and_their_lids/marks\n")),
    Growing::Page(ROUTES, |at| format!("GET /shelf_for_wide_pots_and_their_lids/{{id}}/big_electric_kettle_of_the_first_house/marks/m{at}/boil\n")),
    Growing::Page("# Boil\n", |at| format!("\n## {at}. Boil\n\n### {at}.1 Permissions\n\n|Permission type|Permissions|\n|:--|:--|\n|Application|Part.P{at}x.All|\n\n### {at}.2 URL\n\n```http\nGET /kettles/k{at}\n```\n")),
    Growing::Page("# Boil\n\n## HTTP request\n\n```http\nGET /kettles\n```\n\n## Query parameters\n\n|Parameter|Type|Description|\n|:--|:--|:--|\n", |at| format!("|p{at}|String|It.|\n")),
    // A page for each.
    Growing::Pages(|at| (format!("beta/api/kettle-boil{at}.md"), format!("# Boil{at}\n\n## HTTP request\n\n```http\nPOST /kettles/{{id}}/boil{at}\n```\n\n## Request body\n\n|Name|Type|\n|:--|:--|\n|a|Int32|\n"))),
    Growing::Pages(|at| (format!("beta/api/kettle-list-p{at}s.md"), format!("# List\n\n## HTTP request\n\n```http\nGET /kettles/{{id}}/p{at}s\nGET /pots/{{id}}/kettles/{{id}}/p{at}s\n```\n\n## Response\n\nReturns `200 OK` and a collection of [pot](../resources/pot.md) objects.\n"))),
    // A chain of bases, each of which a call returns.
    Growing::Pages(|at| {
        let base = at.checked_sub(1).map_or_else(String::new, |base| format!("Inherits from [t{base}](t{base}.md).\n\n"));
        (format!("beta/resources/t{at}.md"), format!("# t{at} resource type\n\n{base}## Properties\n\n|Property|Type|Description|\n|:--|:--|:--|\n|p{at}|[t{at}](t{at}.md)|It.|\n"))
    }),
    // All of one base.
    Growing::Pages(|at| (format!("beta/resources/t{at}.md"), format!("# t{at} resource type\n\nInherits from [pot](pot.md).\n\n## Properties\n\n|Property|Type|Description|\n|:--|:--|:--|\n|p{at}|[pot](pot.md)|It.|\n"))),
];

impl Growing {
    fn root(&self, items: usize) -> Vec<(String, String)> {
        let pot = ("beta/resources/pot.md".to_owned(), "# pot resource type\n".to_owned());
        let mut files = vec![pot];
        match self {
            Self::Page(start, item) => {
                let text = (0..items)
                    .map(item)
                    .fold((*start).to_owned(), |text, item| text + &item);
                let end = if start.ends_with("```http\n") { "```\n" } else { "" };
                files.push((API.to_owned(), text + end));
            }
            Self::Pages(page) => files.extend((0..items).map(page)),
        }
        files
    }

    /// How long the code of so many items takes.
    fn time(&self, items: usize) -> Duration {
        let model = read(&self.root(items)).model;
        let start = Instant::now();
        let files = Generator::new().testing(true).emit(&model).unwrap();
        let time = start.elapsed();
        assert!(files.values().map(String::len).sum::<usize>() > items * 20);
        time
    }
}

/// See `growth`.
#[test]
fn no_step_of_the_code_is_quadratic() {
    let mut failed = String::new();
    for (at, root) in ROOTS.iter().enumerate() {
        let grows = (0..3).all(|_| {
            let (short, long) = (root.time(SHORT), root.time(SHORT * TIMES));
            println!(
                "{at}: {short:?} {long:?} x{:.1}",
                long.as_secs_f64() / short.as_secs_f64()
            );
            long > short * 40 + Duration::from_millis(400)
        });
        if grows {
            let _ = write!(failed, "{at} ");
        }
    }
    assert!(failed.is_empty(), "{TIMES} times as many items take too long: {failed}");
}
