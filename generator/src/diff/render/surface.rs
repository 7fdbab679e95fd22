//! What differs between two emitted crates in terms of Rust alone, as a release note.

use super::words::one_line;
use crate::emit::surface::{Aspect, Difference, Effect, Form, Item};

/// One line for each item: what is gone or incompatible first, then what is new. Parts of what is new or gone are left out.
pub fn surface(differences: &[Difference<'_>]) -> String {
    let mut out = String::new();
    for (effect, title) in [(Effect::Incompatible, "Incompatible"), (Effect::Compatible, "New")] {
        let own = differences.iter().filter(|difference| difference.effect == effect);
        let lines: Vec<String> = own
            .filter(|difference| !is_part(difference, differences))
            .map(line)
            .collect();
        if !lines.is_empty() {
            let blank = if out.is_empty() { "" } else { "\n" };
            out.push_str(&format!("{blank}{title}\n{}", lines.concat()));
        }
    }
    if out.is_empty() {
        out.push_str("The public items are the same.\n");
    }
    out
}

/// The differences are sorted by path, so what a part belongs to is found by halving.
fn is_part(difference: &Difference<'_>, all: &[Difference<'_>]) -> bool {
    let item = difference.before.or(difference.after);
    if item.is_some_and(|item| matches!(item.form, Form::Endpoint { .. })) {
        return true;
    }
    let Some((owner, _)) = difference.path.rsplit_once("::") else {
        return false;
    };
    let found = all.binary_search_by(|other| other.path.cmp(owner)).ok();
    found.and_then(|at| all.get(at)).is_some_and(|owner| {
        owner.before.is_some() == difference.before.is_some()
            && owner.after.is_some() == difference.after.is_some()
            && owner.aspects.contains(&Aspect::Name)
    })
}

fn line(difference: &Difference<'_>) -> String {
    let path = one_line(difference.path);
    let shown = |item: &Item| one_line(&item.signature());
    let whole = |item: &Item| match item.signature() {
        signature if signature == item.word() => format!("{} {path}", item.word()),
        signature => format!("{} {path} {}", item.word(), one_line(&signature)),
    };
    let text = match (difference.before, difference.after) {
        (Some(before), None) => format!("- {}", whole(before)),
        (None, Some(after)) => format!("+ {}", whole(after)),
        (Some(before), Some(after)) if before.signature() != after.signature() => {
            format!("~ {} {path} {} -> {}", after.word(), shown(before), shown(after))
        }
        (Some(before), Some(after)) if before.features != after.features => {
            let lost: Vec<&str> = before
                .features
                .difference(&after.features)
                .map(String::as_str)
                .collect();
            let new: Vec<&str> = after
                .features
                .difference(&before.features)
                .map(String::as_str)
                .collect();
            let say = |word: &str, list: Vec<&str>| (!list.is_empty()).then(|| format!("{word} {}", list.join(", ")));
            let words: Vec<String> = [say("no longer in", lost), say("now in", new)]
                .into_iter()
                .flatten()
                .collect();
            format!("~ {} {path} {}", after.word(), words.join(", "))
        }
        (_, Some(after)) => format!("~ {} {path} makes other calls", after.word()),
        (None, None) => String::new(),
    };
    format!("{}\n", text.trim_end())
}
