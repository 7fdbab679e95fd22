//! A change in one line.

use crate::diff::{Action, Change, Kind, Rule};

/// Values longer than this are shortened.
const LONGEST: usize = 72;
/// How much of the common beginning of two long texts is shown.
const LEAD: usize = 16;
/// Of more alternatives than this only the first are shown.
const MOST: usize = 6;

/// What has happened, after the owner of the item.
pub(super) fn owned(change: &Change, quote: impl Fn(&str) -> String) -> String {
    let sentence = sentence(change, quote);
    if change.kind.is_whole() {
        sentence
    } else {
        format!("{}: {sentence}", one_line(short(&change.target)))
    }
}

/// What has happened, without the owner: ``property `litres` removed``. `quote` puts marks around names and values.
pub(super) fn sentence(change: &Change, quote: impl Fn(&str) -> String) -> String {
    let kind = kind_of(change);
    let name = quote(&one_line(short(&change.name)));
    let (before, after) = values(change);
    if let Some(words) = route(change, &quote) {
        return words;
    }
    let (before, after) = (before.map(|text| quote(&text)), after.map(|text| quote(&text)));
    match (change.action, before, after) {
        (Action::Added, _, Some(value)) => format!("{kind} {name} added: {value}"),
        (Action::Added, _, None) => format!("{kind} {name} added"),
        (Action::Removed, Some(value), _) => format!("{kind} {name} removed: {value}"),
        (Action::Removed, None, _) => format!("{kind} {name} removed"),
        (Action::Renamed, before, after) => {
            let (before, after) = (before.unwrap_or_default(), after.unwrap_or_default());
            format!("{kind} {before} renamed to {after}")
        }
        (Action::Changed, before, after) => {
            let phrase = phrase(change);
            let item = match change.kind {
                // There is one of each; the kind names it.
                Kind::Body | Kind::Response => format!("{kind}:"),
                // A page has one table of permissions, mostly.
                _ if change.name == kind => format!("{kind}:"),
                _ => format!("{kind} {name}:"),
            };
            match (before, after) {
                (Some(before), Some(after)) => format!("{item} {phrase}{before} -> {after}"),
                (None, Some(after)) => format!("{item} {phrase}now {after}"),
                (Some(before), None) => format!("{item} {phrase}no longer {before}"),
                (None, None) => format!("{item} {}", phrase.trim_end()),
            }
        }
    }
}

/// The word for the item; several clouds come and go together.
fn kind_of(change: &Change) -> &'static str {
    match change.kind {
        Kind::Cloud if change.name.contains(", ") => "clouds",
        kind => kind.word(),
    }
}

/// What has become of a route that others stand for, or that another page documents.
fn route(change: &Change, quote: &impl Fn(&str) -> String) -> Option<String> {
    let before: Vec<&str> = change.before.as_deref()?.lines().collect();
    let after: Vec<&str> = change.after.as_deref()?.lines().collect();
    match (change.rule, before.as_slice(), after.as_slice()) {
        (Rule::RouteMoved, ..) => {
            let page = quote(&one_line(change.after.as_deref()?));
            Some(format!(
                "route {} is on the page {page} now",
                quote(&one_line(&change.name))
            ))
        }
        (Rule::RouteReplaced, [old], [new]) => Some(format!(
            "calls {} instead of {}",
            quote(&one_line(new)),
            quote(&one_line(old))
        )),
        (Rule::RouteReplaced, old, new) => {
            let swap = change.swap.as_ref();
            let swap = swap.map(|swap| format!(": {}", swapped(swap, quote)));
            let (old, new) = (counted(old, quote), counted(new, quote));
            Some(format!("calls {new} instead of {old}{}", swap.unwrap_or_default()))
        }
        _ => None,
    }
}

/// The first route, and how many others there are.
fn counted(lines: &[&str], quote: &impl Fn(&str) -> String) -> String {
    match lines {
        [] => "nothing".to_owned(),
        [line] => quote(&one_line(line)),
        [line, others @ ..] => format!("{} and {} more", quote(&one_line(line)), others.len()),
    }
}

/// `/... -> /home/..., /users/{id}/...`.
fn swapped([old, new]: &[String; 2], quote: &impl Fn(&str) -> String) -> String {
    let list = |text: &str| {
        let parts: Vec<&str> = text.split(", ").collect();
        let shown = if parts.len() > MOST { MOST - 1 } else { parts.len() };
        let mut words: Vec<String> = parts.iter().take(shown).map(|part| quote(&one_line(part))).collect();
        words.extend((parts.len() > shown).then(|| format!("{} more", parts.len() - shown)));
        words.join(" and ")
    };
    format!("{} -> {}", list(old), list(new))
}

/// What has happened to each member of a group, without the name of one.
pub(super) fn shared_sentence(change: &Change, quote: impl Fn(&str) -> String) -> String {
    let is_part = matches!(
        change.kind,
        Kind::Cloud | Kind::QueryOption | Kind::Header | Kind::Permission | Kind::Member
    );
    if is_part {
        return sentence(change, quote);
    }
    if change.rule == Rule::RouteMoved {
        return format!(
            "a route is on the page {} now",
            quote(change.after.as_deref().unwrap_or_default())
        );
    }
    if let (Rule::RouteReplaced, Some(swap)) = (change.rule, &change.swap) {
        return format!("calls other routes: {}", swapped(swap, &quote));
    }
    let (before, after) = values(change);
    let phrase = phrase(change);
    let phrase = if phrase.is_empty() && change.action == Action::Changed && before.is_some() == after.is_some() {
        format!("{} ", aspect(change.rule.id()))
    } else {
        phrase
    };
    match (before.map(|text| quote(&text)), after.map(|text| quote(&text))) {
        (Some(before), Some(after)) => format!("{phrase}{before} -> {after}"),
        (None, Some(after)) => format!("{phrase}now {after}"),
        (Some(before), None) => format!("{phrase}no longer {before}"),
        (None, None) => phrase.trim_end().to_owned(),
    }
}

/// The aspect that has changed, followed by a space; empty if the values are enough.
fn phrase(change: &Change) -> String {
    let phrase = match change.rule {
        Rule::RoutePlaceholdersChanged if is_of_capitals(change) => "capitals".to_owned(),
        rule => aspect(rule.id()),
    };
    let says_it = |text: &Option<String>| text.as_deref().is_some_and(|text| text.replace('-', " ") == phrase);
    let is_kind = change.kind.word().ends_with(&phrase);
    if says_it(&change.before) || says_it(&change.after) || is_kind {
        return String::new();
    }
    format!("{phrase} ")
}

/// Whether two routes differ in capitals only.
fn is_of_capitals(change: &Change) -> bool {
    let values = change.before.as_deref().zip(change.after.as_deref());
    values.is_some_and(|(before, after)| before.eq_ignore_ascii_case(after))
}

/// What the id of a rule says besides the item: `type` of `property-type-changed`.
fn aspect(id: &str) -> String {
    const ITEMS: &[&str] = &[
        "type",
        "property",
        "relationship",
        "enum",
        "member",
        "operation",
        "route",
        "parameter",
        "permissions",
        "permission",
        "header",
        "cloud",
    ];
    let rest = match id.split_once('-') {
        Some((item, rest)) if ITEMS.contains(&item) => rest,
        _ => id,
    };
    rest.strip_suffix("-changed").unwrap_or(rest).replace('-', " ")
}

/// The local name if the namespace is `microsoft.graph`, else the full name.
pub(super) fn short(name: &str) -> &str {
    name.strip_prefix("microsoft.graph.").unwrap_or(name)
}

/// Before and after in one line each, shortened around the first difference.
fn values(change: &Change) -> (Option<String>, Option<String>) {
    let line = |text: &Option<String>| {
        let text = text.as_deref().map(|text| one_line(short(text)));
        let text = text.map(|text| text.replace("Collection(microsoft.graph.", "Collection("));
        text.filter(|text| !text.is_empty())
    };
    let (before, after) = (line(&change.before), line(&change.after));
    let lists_all = matches!(change.rule, Rule::TypeRenamed | Rule::PropertyRenamed);
    match (before, after) {
        (Some(before), Some(after)) if !lists_all => {
            let start = first_difference(&before, &after);
            (Some(window(&before, start)), Some(window(&after, start)))
        }
        (before, after) => (before.map(|text| window(&text, 0)), after.map(|text| window(&text, 0))),
    }
}

/// Line ends become blanks; control characters of a page must not reach a terminal.
pub(super) fn one_line(text: &str) -> String {
    let plain = |c: char| if c.is_control() { ' ' } else { c };
    text.chars().map(plain).collect::<String>().trim().to_owned()
}

/// The length of the common prefix, minus the few characters of it that are shown before the difference.
fn first_difference(before: &str, after: &str) -> usize {
    let longest = before.chars().count().max(after.chars().count());
    if longest <= LONGEST {
        return 0;
    }
    let common = before.chars().zip(after.chars()).take_while(|(a, b)| a == b).count();
    common.saturating_sub(LEAD)
}

fn window(text: &str, start: usize) -> String {
    let shown: String = text.chars().skip(start).take(LONGEST).collect();
    let rest = text.chars().count() > start + LONGEST;
    let (lead, tail) = (if start > 0 { "..." } else { "" }, if rest { "..." } else { "" });
    format!("{lead}{shown}{tail}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diff::{Impact, Kind};
    use crate::model::Version;

    fn change(rule: Rule, action: Action, kind: Kind, before: Option<&str>, after: Option<&str>) -> Change {
        Change {
            version: Version("beta".to_owned()),
            area: "kitchen".to_owned(),
            resource: "kettle".to_owned(),
            target: "microsoft.graph.kettle".to_owned(),
            kind,
            name: "litres".to_owned(),
            action,
            rule,
            impact: Impact::Docs,
            before: before.map(str::to_owned),
            after: after.map(str::to_owned),
            baseline: None,
            current: None,
            implied: false,
            wire: false,
            was: None,
            routes: Vec::new(),
            values: Vec::new(),
            swap: None,
            items: Vec::new(),
            touches: Vec::new(),
        }
    }

    fn shown(rule: Rule, action: Action, before: Option<&str>, after: Option<&str>) -> String {
        sentence(&change(rule, action, Kind::Property, before, after), str::to_owned)
    }

    #[test]
    fn one_sentence_for_each_action() {
        let (int, double) = (Some("Edm.Int32"), Some("microsoft.graph.volume"));
        insta::assert_snapshot!(shown(Rule::PropertyAdded, Action::Added, None, int), @"property litres added: Edm.Int32");
        insta::assert_snapshot!(shown(Rule::PropertyRemoved, Action::Removed, int, None), @"property litres removed: Edm.Int32");
        insta::assert_snapshot!(shown(Rule::PropertyTypeChanged, Action::Changed, int, double), @"property litres: type Edm.Int32 -> volume");
        insta::assert_snapshot!(shown(Rule::PropertyRenamed, Action::Renamed, Some("size"), Some("litres")), @"property size renamed to litres");
        insta::assert_snapshot!(shown(Rule::PropertyReadOnlyChanged, Action::Changed, None, Some("read-only")), @"property litres: now read-only");
        insta::assert_snapshot!(shown(Rule::PropertyDefaultChanged, Action::Changed, Some("1"), None), @"property litres: default no longer 1");
        insta::assert_snapshot!(shown(Rule::TypeKindsAdded, Action::Changed, None, None), @"property litres: kinds added");
        let body = change(Rule::BodyChanged, Action::Changed, Kind::Body, None, Some("JSON"));
        insta::assert_snapshot!(sentence(&body, |text| format!("`{text}`")), @"request body: now `JSON`");
    }

    #[test]
    fn long_texts_are_shown_around_their_first_difference() {
        let before =
            "The kettle is a thing that boils water, stands in a kitchen, and whistles when it is ready to be used.";
        let after = before.replace("whistles", "sings\u{1b}[31m\nloudly");
        insta::assert_snapshot!(shown(Rule::PropertyDocsChanged, Action::Changed, Some(before), Some(&after)), @"property litres: docs ... a kitchen, and whistles when it is ready to be used. -> ... a kitchen, and sings [31m loudly when it is ready to be used.");
    }

    #[test]
    fn of_many_paths_the_first_are_shown() {
        let paths = |end: &str, count: usize| {
            (0..count)
                .map(|at| format!("/.../{end}{at}"))
                .collect::<Vec<_>>()
                .join(", ")
        };
        let shown = swapped(&[paths("lid", 700), paths("cap", 2)], &|text| text.to_owned());
        insta::assert_snapshot!(shown, @"/.../lid0 and /.../lid1 and /.../lid2 and /.../lid3 and /.../lid4 and 695 more -> /.../cap0 and /.../cap1");
    }
}
