//! The members of a group, behind the sentence that they share.

use super::words::{one_line, short};
use crate::diff::{Change, Kind, Rule};

/// More members of a group than these are only counted.
const MOST: usize = 4;

/// `kettle/litres, shelf/width and 3 more`. What the sentence names already is left out: several permissions of one page.
pub(super) fn names(members: &[&Change], quote: impl Fn(&str) -> String) -> String {
    let mut names: Vec<String> = members.iter().map(|change| name(change)).collect();
    names.dedup();
    let shown: Vec<String> = names.iter().take(MOST).map(|name| quote(name)).collect();
    let shown = shown.join(", ");
    match names.len().saturating_sub(MOST) {
        0 => shown,
        more => format!("{shown} and {more} more"),
    }
}

/// The owner, with the part if each member has another one.
fn name(change: &Change) -> String {
    let owner = one_line(short(&change.target));
    let has_part = matches!(change.kind, Kind::Property | Kind::Relationship | Kind::Parameter)
        || change.rule == Rule::MemberValueChanged;
    if has_part {
        format!("{owner}/{}", one_line(&change.name))
    } else {
        owner
    }
}

/// `1 part`, `4 parts`.
pub(super) fn counted(count: usize, word: &str) -> String {
    let ending = if count == 1 { "" } else { "s" };
    format!("{count} {word}{ending}")
}
