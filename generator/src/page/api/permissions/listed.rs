//! Permissions as a list: `* If accessing attachments in messages: Mail.ReadWrite.`

use super::cell::list;
use crate::markdown::Text;
use crate::model::{Account, Permissions, Support};
use crate::page::Context;
use crate::page::api::section::{Placed, Topic, about};
use crate::page::prose::one_line;
use crate::page::reason::permissions as reason;

/// What stands between a label and its scopes.
const SEPARATORS: [&str; 3] = [": ", " - ", " \u{2013} "];

/// Reads the list items of the permission sections. They state no scheme: they are taken as delegated permissions.
pub(super) fn read(context: &Context<'_>, placed: &[Placed<'_>], account: &mut Account) -> Vec<Permissions> {
    let texts = about(placed, Topic::Permissions).flat_map(|place| place.section.paragraphs());
    let items = texts.filter_map(|text| {
        let item = item(context, text)?;
        account.guessed(&reason::LISTED, text.span);
        Some(item)
    });
    items.collect()
}

fn item(context: &Context<'_>, text: &Text) -> Option<Permissions> {
    let line = text.plain.trim();
    let (label, scopes) = SEPARATORS.iter().find_map(|separator| line.split_once(separator))?;
    let found = list::read(scopes);
    if found.alternatives.is_empty() || !found.words.is_empty() {
        return None;
    }
    Some(Permissions {
        label: Some(one_line(label)),
        delegated_work: Support::Stated(found.alternatives),
        origin: context.origin(text.span),
        ..Permissions::default()
    })
}
