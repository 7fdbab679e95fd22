//! Names of the constructors of places: the literal words of the path.
//!
//! The page's own resource at its end is left out, so are casts, and containers that say nothing at its beginning:
//! `me_calendars` for `/me/calendars/{id}/events/{id}` where events are called. Of a long name some words are enough.

use super::function::Step;
use super::scope::Scope;
use super::shorten::{self, Places};
use super::{ident, parameter, spelling};
use crate::model::{Path, Segment};
use rustc_hash::FxHashSet;

/// Containers that say nothing where a path goes on.
const CONTAINERS: &[&str] = &["device_app_management", "device_management"];

/// A place with the words of its path.
struct Words<'a> {
    path: &'a Path,
    /// Those of casts too.
    all: Vec<String>,
    without_casts: Vec<String>,
    /// The resource of the page, in the singular.
    resource: String,
    /// All words as a name.
    full: String,
}

impl<'a> Words<'a> {
    fn of(path: &'a Path, resource: &str) -> Self {
        let all = words(path, true);
        Self {
            path,
            full: name(&all),
            all,
            without_casts: words(path, false),
            resource: singular(resource),
        }
    }

    fn short(&self) -> &[String] {
        short(&self.all, &self.resource)
    }
}

/// One name for each place, with the resource of the page that documents it.
pub(crate) fn names<'a>(places: impl Iterator<Item = (&'a Path, &'a str)>) -> Vec<String> {
    let places: Vec<Words<'_>> = places.map(|(path, resource)| Words::of(path, resource)).collect();
    let whole: FxHashSet<&String> = places.iter().map(|place| &place.full).collect();
    let mut scope = Scope::default();
    // Few modules have a long name.
    let mut known: Option<Places> = None;
    let of = |(at, place): (usize, &Words<'_>)| {
        let full = &place.full;
        let short = [short(&place.without_casts, &place.resource), place.short()].map(name);
        // A short name must not be the whole name of another place.
        let fits = |short: &String| short == full || !whole.contains(short);
        let mut candidates: Vec<String> = short.into_iter().filter(fits).collect();
        candidates.push(full.clone());
        candidates.retain(|name| !scope.is_taken(name));
        if candidates.first().is_some_and(|name| name.len() > shorten::LONG) {
            let known = known.get_or_insert_with(|| Places::of(places.iter().map(Words::short)));
            let own = place.short();
            let longest = candidates.first().map_or(0, String::len);
            let places = [without_resource(own, &place.resource), own];
            let shorter = places.into_iter().flat_map(|own| known.shortened(at, own));
            let shorter = shorter.map(|name| ident::finished(&name));
            let shorter = shorter.filter(|name| name.len() < longest && fits(name) && !scope.is_taken(name));
            candidates.splice(0..0, shorter.take(1));
        }
        if candidates.is_empty() {
            candidates.push(longer(place.path, full));
        }
        scope.claim_first(candidates.iter().map(String::as_str))
    };
    places.iter().enumerate().map(of).collect()
}

fn singular(resource: &str) -> String {
    ident::singular(&spelling::words(resource))
}

/// For places with the same words: one is the collection, the other a thing in it.
fn longer(path: &Path, name: &str) -> String {
    let name = name.trim_end_matches('_');
    let is_value = match path.last() {
        Some(Segment::Key(_)) => true,
        Some(Segment::Call(call)) => call.values() > 0,
        _ => false,
    };
    match parameter::names(&[], path.parameters(), []).pop() {
        Some(parameter) if is_value => format!("{name}_with_{parameter}"),
        _ => format!("all_{name}"),
    }
}

/// The literal words of a path, with those of casts or without; `path` stands for a path by colon.
fn words(path: &Path, casts: bool) -> Vec<String> {
    let mut words = Vec::new();
    let mut opened = false;
    for segment in path.segments() {
        match segment {
            Segment::Key(_) if opened => {
                words.pop_if(|word| word == "root");
                words.push("path".to_owned());
            }
            Segment::Cast(_) if !casts => {}
            segment => words.extend(
                Some(Step::of(0, segment))
                    .filter(|step| !step.is_key())
                    .map(Step::words),
            ),
        }
        opened = segment == Segment::Colon;
    }
    words
}

/// Without a container at the beginning and without the own resource, in the singular, at the end.
fn short<'w>(words: &'w [String], resource: &str) -> &'w [String] {
    let words = match words {
        [first, rest @ ..] if !rest.is_empty() && CONTAINERS.contains(&first.as_str()) => rest,
        _ => words,
    };
    match words {
        [before @ .., last] if !before.is_empty() && is_resource(last, resource) => before,
        _ => words,
    }
}

/// Whether a word is the resource; for a single one its last word is enough: `/me/photo` is a `profile_photo`.
fn is_resource(word: &str, resource: &str) -> bool {
    let ends = || resource.strip_suffix(word).is_some_and(|before| before.ends_with('_'));
    ident::one_of(word) == resource || ends()
}

/// Of a long name, several of the resource at the end are left out, too, in any order of its words: `kiln_mark_states` are
/// those of a `mark_kiln_state`.
fn without_resource<'w>(words: &'w [String], resource: &str) -> &'w [String] {
    let [before @ .., last] = words else {
        return words;
    };
    let one = ident::singular(last);
    let ends = || {
        resource
            .strip_suffix(one.as_str())
            .is_some_and(|start| start.ends_with('_'))
    };
    let sorted = |words: &str| {
        let mut words: Vec<String> = words.split('_').map(str::to_owned).collect();
        words.sort_unstable();
        words
    };
    if !before.is_empty() && (sorted(&one) == sorted(resource) || ends()) {
        before
    } else {
        words
    }
}

fn name(words: &[String]) -> String {
    if words.is_empty() {
        return "root".to_owned();
    }
    ident::finished(&words.join("_"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(resource: &str, places: &[&str]) -> String {
        let paths: Vec<Path> = places.iter().map(|place| Path::parse(*place)).collect();
        names(paths.iter().map(|path| (path, resource))).join(" ")
    }

    #[test]
    fn the_own_resource_and_containers_are_left_out() {
        let places = [
            "/me/events/{id}",
            "/users/{id | name}/events/{id}",
            "/me/calendars/{id}/events/{id}",
        ];
        insta::assert_snapshot!(shown("event", &places), @"me users me_calendars");
        insta::assert_snapshot!(shown("user", &["/me", "/users/{id}"]), @"me users");
        insta::assert_snapshot!(shown("vpnConfiguration", &["/deviceManagement/configurations/{id}", "/deviceManagement/configurations/{id}/groups/{id}/configuration"]), @"configurations configurations_groups");
    }

    #[test]
    fn a_single_thing_is_known_by_the_last_word_of_its_resource() {
        insta::assert_snapshot!(shown("profilePhoto", &["/me/photo", "/me/photos/{size}"]), @"me me_photos");
    }

    #[test]
    fn a_path_by_colon_is_a_path() {
        insta::assert_snapshot!(shown("driveItem", &["/me/drive/items/{item-id}", "/me/drive/root:/{item-path}", "/me/drive/root"]), @"me_drive_items me_drive_path me_drive_root");
        insta::assert_snapshot!(shown("range", &["/me/drive/root:/{item-path}:/workbook/names/{name}/range"]), @"me_drive_path_workbook_names");
        insta::assert_snapshot!(shown("range", &["/workbook/names/{name}/range", "/workbook/range(address='{address}')"]), @"workbook_names workbook");
    }

    #[test]
    fn of_a_long_name_the_resource_is_left_out_in_any_order_of_its_words() {
        let places = [
            "/kilns/{id}/bigElectricKilnWithAGlassDoor/glazeForWidePotsAndPlates/markKilnStates",
            "/kilns/{id}/bigElectricKilnWithAGlassDoor/glazeForWidePots/markKilnStates",
        ];
        insta::assert_snapshot!(shown("kilnMarkState", &places), @"kilns_glaze_for_wide_pots_and_plates kilns_glaze_for_wide_pots");
    }

    #[test]
    fn two_places_with_the_same_words() {
        insta::assert_snapshot!(shown("tag", &["/rooms/{id}/x.oven/tags", "/rooms/{id}/x.stove/tags"]), @"rooms rooms_stove");
        insta::assert_snapshot!(shown("tag", &["/me/events", "/me/events/{id}", "/me/tags/events"]), @"me_events me_events_with_event_id me_tags_events");
        insta::assert_snapshot!(shown("tag", &["/tags/{id}", "/tags(code='{code}')", "/tags(name='{name}')", "/tags"]), @"tags tags_with_code tags_with_name all_tags");
    }
}
