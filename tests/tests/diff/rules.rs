//! Every kind of change is found in its example.

use crate::kitchen::Kitchen;
use generator::diff::{Rule, compare};
use generator::source::Example;

fn has(rule: Rule, before: &Kitchen, after: &Kitchen) -> bool {
    let changes = compare(&before.read().model, &after.read().model).changes;
    changes.iter().any(|change| change.rule == rule)
}

/// An example edits a page, or makes the page from an older one.
#[test]
fn edits_give_their_rule() {
    // One in which nothing holds an appliance, and one in which a shelf does.
    let row = "|holds|[appliance](appliance.md)|The best one.|\n|width|";
    let referred = Kitchen::new().edit("beta/resources/shelf.md", "|width|", row);
    let is_shown = |rule: Rule| {
        let Example::Edit { before, after } = rule.code().example else {
            return true;
        };
        let is_in = |now: &Kitchen| {
            let edited = now.edits(before, after).any(|later| has(rule, now, &later));
            edited || now.edits(after, before).any(|earlier| has(rule, &earlier, now))
        };
        is_in(&Kitchen::new()) || is_in(&referred)
    };
    let rules = Rule::ALL.iter().copied().filter(|rule| !is_shown(*rule));
    assert_eq!(rules.map(Rule::id).collect::<Vec<_>>(), [""; 0]);
}

/// What one edit of a page cannot show.
#[test]
fn pages_that_come_and_go_give_their_rule() {
    let kettles = Kitchen::new();
    let twice = |path: &str, area: &str| {
        let text = kettles.page(&format!("beta/resources/{path}.md"));
        let second = text.replace("kitchen", area).replace("pantry", area);
        kettles.clone().with(&format!("beta/resources/{path}2.md"), &second)
    };
    let second_shelf = twice("shelf", "cellar");
    let second_state = twice("kettlestate", "cellar");
    let without = |path: &str| kettles.clone().without(path);
    let (no_shelf, no_state) = (
        without("beta/resources/shelf.md"),
        without("beta/resources/kettlestate.md"),
    );
    let less_shelf = second_shelf
        .clone()
        .edit("beta/resources/shelf2.md", "|loads|", "|weights|");
    let no_boil = without("beta/api/kettle-boil.md");
    let boil = kettles.page("beta/api/kettle-boil.md");
    let heat = no_boil.clone().with("beta/api/kettle-heat.md", boil);
    let (without, with) = (age(&kettles, "age"), age(&kettles, "age(unit='days')"));
    let list = kettles.page("beta/api/kettle-list.md");
    let users = list.replace("GET /kitchen/kettles\n", "");
    let parted = kettles
        .clone()
        .edit("beta/api/kettle-list.md", "GET /users/{id}/kettles\n", "")
        .with("beta/api/user-list-kettles.md", &users);
    let create = |body: &str| sending(&kettles, "beta/api/kettle-create.md", "kettles", body);
    let (red, capital) = (create(r#"{"colour": "red"}"#), create(r#"{"Colour": "red"}"#));
    let boiled = |body: &str| sending(&kettles, "beta/api/kettle-boil.md", "kettles/1/boil", body);
    let (cups, more_cups) = (boiled(r#"{"cups": 2}"#), boiled(r#"{"Cups": 2}"#));
    let shown = [
        (Rule::RouteMoved, &kettles, &parted),
        (Rule::PropertySpellingChanged, &red, &capital),
        (Rule::ParameterSpellingChanged, &cups, &more_cups),
        (Rule::RouteArgumentsChanged, &without, &with),
        (Rule::TypeAdded, &no_shelf, &kettles),
        (Rule::TypeRemoved, &kettles, &no_shelf),
        (Rule::TypeAreaAdded, &kettles, &second_shelf),
        (Rule::TypeAreaRemoved, &second_shelf, &kettles),
        (Rule::EnumAdded, &no_state, &kettles),
        (Rule::EnumRemoved, &kettles, &no_state),
        (Rule::EnumAreaAdded, &kettles, &second_state),
        (Rule::EnumAreaRemoved, &second_state, &kettles),
        (Rule::OperationAdded, &no_boil, &kettles),
        (Rule::PropertyAreaChanged, &second_shelf, &less_shelf),
        (Rule::OperationMoved, &kettles, &heat),
        (Rule::OperationRemoved, &kettles, &no_boil),
    ];
    for (rule, before, after) in shown {
        assert!(has(rule, before, after), "{} is not given", rule.id());
    }
    each_is_shown(&shown.map(|(rule, ..)| rule));
}

/// With a page of a function, whose example makes this call.
fn age(kettles: &Kitchen, call: &str) -> Kitchen {
    let page = format!(
        "# kettle: age\n\n## HTTP request\n```http\nGET /kitchen/kettles/{{id}}/age\n```\n\n\
         ## Function parameters\n|Parameter|Type|\n|:---|:---|\n|unit|String|\n\n\
         ## Example\n```http\nGET https://graph.microsoft.com/beta/kitchen/kettles/1/{call}\n```\n"
    );
    kettles.clone().with("beta/api/kettle-age.md", &page)
}

/// With an example on a page.
fn sending(kettles: &Kitchen, page: &str, call: &str, body: &str) -> Kitchen {
    let text = format!(
        "{}\n## Example\n``` http\nPOST https://graph.microsoft.com/beta/kitchen/{call}\n\n{body}\n```\n",
        kettles.page(page)
    );
    kettles.clone().without(page).with(page, &text)
}

/// Each rule is among these, or one edit of a page shows it.
fn each_is_shown(shown: &[Rule]) {
    for rule in Rule::ALL.iter().copied() {
        let is_shown = shown.contains(&rule);
        assert!(
            // Models do not say which files could not be read; a test of the command line shows it. Functions and types
            // that no change of a page explains take many pages that want the same name.
            is_shown
                || matches!(
                    rule,
                    Rule::PageUnreadable | Rule::FunctionChanged | Rule::TypeFeaturesChanged | Rule::RustTypeChanged
                )
                || matches!(rule.code().example, Example::Edit { .. }),
            "nothing shows {}",
            rule.id()
        );
    }
}
