//! Permissions as a list: `* Application: Mail.ReadWrite`, `* If accessing attachments in messages: Mail.ReadWrite.`

use super::cell::{self, list};
use super::columns::scheme;
use crate::markdown::Text;
use crate::model::{Account, Fact, Permissions, Scheme, Support};
use crate::page::Context;
use crate::page::api::section::{Placed, Topic, about};
use crate::page::prose::one_line;
use crate::page::reason::permissions as reason;
use crate::page::vocabulary::normal;

/// What stands between a label and its scopes.
const SEPARATORS: [&str; 3] = [": ", " - ", " \u{2013} "];

/// Reads the list items of the permission sections. Where they state no scheme, they are taken as delegated permissions.
pub(super) fn read(context: &Context<'_>, placed: &[Placed<'_>], account: &mut Account) -> Vec<Permissions> {
    if let Some(permissions) = by_scheme(context, placed, account) {
        return vec![permissions];
    }
    let texts = about(placed, Topic::Permissions).flat_map(|place| place.section.paragraphs());
    let items = texts.filter_map(|text| {
        let item = item(context, text)?;
        account.guessed(&reason::LISTED, text.span);
        Some(item)
    });
    items.collect()
}

/// Items that name their scheme, or that stand below a heading that does.
fn by_scheme(context: &Context<'_>, placed: &[Placed<'_>], account: &mut Account) -> Option<Permissions> {
    let mut found: Vec<(Scheme, Support)> = Vec::new();
    let mut first = None;
    for place in about(placed, Topic::Permissions) {
        let below = scheme(&normal(&place.section.heading.plain)).filter(|_| !place.own);
        for text in place.section.paragraphs() {
            let named = named(text).or(below.map(|scheme| (scheme, text.plain.as_str())));
            if let Some((scheme, scopes)) = named
                && let Some(support) = support(scopes)
            {
                account.read(Fact::PermissionCell);
                first = first.or(Some(text.span));
                found.push((scheme, support));
            }
        }
    }
    let mut permissions = Permissions {
        origin: context.origin(first?),
        ..Permissions::default()
    };
    for scheme in Scheme::ALL {
        let of_scheme = found.iter().filter(|(of, _)| *of == scheme).map(|(_, support)| support);
        *permissions.scheme_mut(scheme) = Support::sum(of_scheme);
    }
    Some(permissions)
}

/// `Delegated (work or school account): Kiln.Read, Kiln.Write`.
fn named(text: &Text) -> Option<(Scheme, &str)> {
    SEPARATORS.iter().find_map(|separator| {
        let (label, scopes) = text.plain.trim().split_once(separator)?;
        Some((scheme(&normal(label))?, scopes))
    })
}

/// The scopes of a line that holds nothing else, or that it says that there are none.
fn support(scopes: &str) -> Option<Support> {
    if let Some(support) = cell::absence(scopes) {
        return Some(support);
    }
    let found = list::read(scopes);
    (!found.alternatives.is_empty() && found.words.is_empty()).then_some(Support::Stated(found.alternatives.into()))
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
        delegated_work: Support::Stated(found.alternatives.into()),
        origin: context.origin(text.span),
        ..Permissions::default()
    })
}
