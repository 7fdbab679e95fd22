//! The time that a comparison takes grows with the number of edits only.

use std::time::{Duration, Instant};
use tests::pages::read;

use generator::diff::compare;
use generator::model::Model;

/// How many edits there are, and how many times as many.
const FEW: usize = 60;
const TIMES: usize = 12;

type File = (String, String);

/// An edit of many items: the pages before or after.
struct Edit {
    name: &'static str,
    pages: fn(usize, &str) -> Vec<File>,
}

/// A word that no other item has.
fn word(at: usize) -> String {
    let letter = |digit: usize| char::from_u32(u32::try_from('a' as usize + digit).unwrap()).unwrap();
    [at / 676, at / 26 % 26, at % 26].map(letter).iter().collect()
}

fn words(at: usize) -> String {
    let word = word(at);
    format!("How {word}ful the {word}er of a house is, told in {word}s and years.")
}

fn resource(path: &str, name: &str, words: &str, rows: &str) -> File {
    let text = format!(
        "# {name} resource type\n\n{words}\n\n## Properties\n\n|Property|Type|Description|\n|:--|:--|:--|\n{rows}"
    );
    (format!("beta/resources/{path}.md"), text)
}

fn api(path: &str, words: &str, call: &str, rest: &str) -> File {
    let text = format!("# {path}\n\n{words}\n\n## HTTP request\n\n```http\n{call}\n```\n\n{rest}");
    (format!("beta/api/{path}.md"), text)
}

/// Rows of a table, one for each number.
fn rows(items: usize, row: impl Fn(usize) -> String) -> String {
    (0..items).map(|at| row(at) + "\n").collect()
}

const EDITS: &[Edit] = &[
    Edit {
        name: "types with another name",
        pages: |items, new| {
            let page = |at: usize| {
                let own = format!(
                    "|id|String|Key.|\n|{}|Int32|Size.|\n|colour|String|Colour.|\n",
                    word(at)
                );
                resource(&format!("thing{at}"), &format!("t{}{new}", word(at)), &words(at), &own)
            };
            (0..items).map(page).collect()
        },
    },
    Edit {
        name: "types and pages with another name, all of one shape",
        pages: |items, new| {
            let page = |at: usize| {
                let name = format!("t{}{new}", word(at));
                resource(&name, &name, &words(at), "|id|String|Key.|\n|colour|String|Colour.|\n")
            };
            (0..items).map(page).collect()
        },
    },
    Edit {
        name: "properties with another name",
        pages: |items, new| {
            let rows = rows(items, |at| format!("|p{at}{new}|String|{}|", words(at)));
            vec![resource("pot", "pot", "A pot.", &rows)]
        },
    },
    Edit {
        name: "members with another name",
        pages: |items, new| {
            let members = rows(items, |at| format!("|m{at}{new}|{}|", words(at)));
            let list =
                format!("|kind|potKind|It.|\n\n### potKind values\n\n|Member|Description|\n|:--|:--|\n{members}");
            vec![resource("pot", "pot", "A pot.", &list)]
        },
    },
    Edit {
        name: "enums with another name",
        pages: |items, new| {
            let rows = rows(items, |at| format!("|k{at}|kind{at}{new}|It.|"));
            let enums = (0..items).map(|at| format!("\n### kind{at}{new} values\n\n|Member|\n|:--|\n|a{at}|\n|b|\n"));
            vec![resource("pot", "pot", "A pot.", &(rows + &enums.collect::<String>()))]
        },
    },
    Edit {
        name: "actions with another name",
        pages: |items, new| {
            let page = |at: usize| {
                let path = format!("pot-{}{new}", word(at));
                api(&path, &words(at), &format!("POST /pots/{{id}}/{}{new}", word(at)), "")
            };
            let pot = resource("pot", "pot", "A pot.", "|id|String|Key.|\n");
            (0..items).map(page).chain([pot]).collect()
        },
    },
    Edit {
        name: "parameters with another name",
        pages: |items, new| {
            let rows = rows(items, |at| format!("|p{at}{new}|String|{}|", words(at)));
            let body = format!(
                "## Request body\n\nSend the parameters.\n\n|Parameter|Type|Description|\n|:--|:--|:--|\n{rows}"
            );
            let pot = resource("pot", "pot", "A pot.", "|id|String|Key.|\n");
            vec![api("pot-boil", "Boils.", "POST /pots/{id}/boil", &body), pot]
        },
    },
];

impl Edit {
    fn model(&self, items: usize, new: &str) -> Model {
        let files = (self.pages)(items, new);
        let files: Vec<(&String, &String)> = files.iter().map(|(path, text)| (path, text)).collect();
        read(&files).model
    }

    /// The time of a comparison, which finds a change for each item.
    fn time(&self, items: usize) -> Duration {
        let (before, after) = (self.model(items, ""), self.model(items, "New"));
        let start = Instant::now();
        let changes = compare(&before, &after).changes;
        let time = start.elapsed();
        let told = changes.iter().filter(|change| !change.implied).count();
        assert_eq!(told, items, "{}", self.name);
        time
    }
}

/// Twelve times as many edits take about twelve times as long, and 144 times if each item is compared with each.
#[test]
fn no_comparison_is_quadratic() {
    for edit in EDITS {
        let grows = (0..3).all(|_| {
            let (few, many) = (edit.time(FEW), edit.time(FEW * TIMES));
            many > few * 40 + Duration::from_millis(400)
        });
        assert!(!grows, "{TIMES} times as many {} take too long", edit.name);
    }
}
