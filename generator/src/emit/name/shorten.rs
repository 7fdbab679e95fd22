//! Long names of places, with fewer of their words.
//!
//! A path through several casts has a name of a hundred letters and more:
//! `kilns_big_electric_kiln_shelf_for_wide_pots_wide_glazed_pot_marks`. Some of its words are enough to know it by.

use super::ident;
use rustc_hash::{FxHashMap, FxHashSet};

/// A name is long from here on.
pub(super) const LONG: usize = 60;

/// More segments than this are not weighed against each other.
const MOST_SEGMENTS: usize = 10;

/// The most comparisons of places with each other in one module. Real ones need a thousandth of them; of a page with
/// thousands of long paths, the last ones keep their long names.
const PATIENCE: usize = 2_000_000;

/// How good a name is, the least first, and the name.
type Weighed = (bool, usize, usize, String);

/// The places of a module, as the words of their segments.
pub(super) struct Places {
    whole: Segments,
    /// Without what a segment is for: `shelf_for_wide_pots` is `shelf`.
    plain: Segments,
    /// How many comparisons are left.
    left: usize,
}

/// Places, and by each of their segments those that have it.
struct Segments {
    places: Vec<Vec<String>>,
    with: FxHashMap<String, Vec<usize>>,
}

impl Places {
    /// All places of a module.
    pub(super) fn of<'w>(places: impl Iterator<Item = &'w [String]> + Clone) -> Self {
        Self {
            whole: Segments::of(places.clone().map(<[String]>::to_vec)),
            plain: Segments::of(places.map(plain)),
            left: PATIENCE,
        }
    }

    /// Shorter names of the place with this index, best first: short ones that leave out few segments, then those that
    /// have each word once, then the shortest. `own` are the words of its segments. Where no name is short, what a segment
    /// is for is left out.
    pub(super) fn shortened(&mut self, at: usize, own: &[String]) -> Vec<String> {
        let mut names = self.whole.weighed(at, own, &mut self.left);
        if names.iter().all(|(is_long, ..)| *is_long) {
            names.extend(self.plain.weighed(at, &plain(own), &mut self.left));
        }
        names.sort();
        names.into_iter().map(|(.., name)| name).collect()
    }
}

fn plain(segments: &[String]) -> Vec<String> {
    let without_purpose = |words: &String| words.split("_for_").next().unwrap_or(words).to_owned();
    segments.iter().map(without_purpose).collect()
}

impl Segments {
    fn of(places: impl Iterator<Item = Vec<String>>) -> Self {
        let places: Vec<Vec<String>> = places.collect();
        let mut with: FxHashMap<String, Vec<usize>> = FxHashMap::default();
        for (at, place) in places.iter().enumerate() {
            for segment in place {
                let known = with.entry(segment.clone()).or_default();
                if known.last() != Some(&at) {
                    known.push(at);
                }
            }
        }
        Self { places, with }
    }

    /// The names that some of the segments make. A name means the place only if all others that have its segments, in this
    /// order, have more of them.
    fn weighed(&self, at: usize, own: &[String], left: &mut usize) -> Vec<Weighed> {
        let Some(others) = own
            .last()
            .filter(|_| own.len() <= MOST_SEGMENTS)
            .and_then(|last| self.with.get(last))
        else {
            return Vec::new();
        };
        let others = others
            .iter()
            .filter(|other| **other != at)
            .filter_map(|other| self.places.get(*other));
        let others: Vec<&Vec<String>> = others.filter(|other| other.len() <= own.len()).collect();
        let last = 1 << (own.len() - 1);
        let mut names = Vec::new();
        // Each bit of the number keeps a segment; the last one is always kept.
        for kept in last..last << 1 {
            let Some(rest) = left.checked_sub(others.len()) else {
                return Vec::new();
            };
            *left = rest;
            let segments: Vec<&String> = (0..own.len())
                .filter(|at| kept >> at & 1 == 1)
                .filter_map(|at| own.get(at))
                .collect();
            if others.iter().any(|other| contains(other, &segments)) {
                continue;
            }
            let left_out = own.len() - segments.len();
            for (name, repeats) in [(joined(&segments), 0), (once(&segments), own.len())] {
                let is_long = name.len() > LONG;
                let rank = if is_long { name.len() } else { left_out + repeats };
                names.push((is_long, rank, kept, name));
            }
        }
        names
    }
}

/// Whether a place has these segments, in this order.
fn contains(place: &[String], segments: &[&String]) -> bool {
    let mut rest = place.iter();
    segments.iter().all(|segment| rest.any(|other| other == *segment))
}

fn joined(segments: &[&String]) -> String {
    let words: Vec<&str> = segments.iter().map(|segment| segment.as_str()).collect();
    words.join("_")
}

/// Each word once: `big_kilns_small_kiln` is `big_kilns_small`.
fn once(segments: &[&String]) -> String {
    let mut seen = FxHashSet::default();
    let words = segments.iter().flat_map(|segment| segment.split('_'));
    let words: Vec<&str> = words.filter(|word| seen.insert(ident::singular(word))).collect();
    words.join("_")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(places: &[&str]) -> String {
        let places: Vec<Vec<String>> = places
            .iter()
            .map(|place| place.split('/').map(str::to_owned).collect())
            .collect();
        let mut known = Places::of(places.iter().map(Vec::as_slice));
        let best = places.iter().enumerate().map(|(at, own)| {
            let names = known.shortened(at, own);
            names.first().cloned().unwrap_or_default()
        });
        best.collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn segments_that_tell_nothing_apart_are_left_out() {
        let places = [
            "kilns/big_electric_kiln_with_a_glass_door/shelf_for_wide_pots/marks",
            "kilns/big_electric_kiln_with_a_glass_door/shelf_for_wide_pots/wide_glazed_pot/marks",
            "kilns/small_gas_kiln_with_a_glass_door/shelf_for_wide_pots/marks",
            "kilns/marks",
        ];
        insta::assert_snapshot!(names(&places), @r"
        kilns_big_electric_kiln_with_a_glass_door_marks
        kilns_shelf_for_wide_pots_wide_glazed_pot_marks
        kilns_small_gas_kiln_with_a_glass_door_marks
        kilns_marks
        ");
    }

    #[test]
    fn what_a_segment_is_for_is_left_out_where_nothing_else_is_enough() {
        let places = [
            "big_electric_kiln_with_a_glass_door/shelf_for_wide_pots_and_plates/marks_of_all_the_potters",
            "big_electric_kiln_with_a_glass_door/tray_for_wide_pots_and_plates/marks_of_all_the_potters",
            "small_gas_kiln/shelf_for_wide_pots_and_plates/marks_of_all_the_potters",
        ];
        insta::assert_snapshot!(names(&places), @r"
        big_electric_kiln_with_a_glass_door_shelf_marks_of_all_the_potters
        tray_for_wide_pots_and_plates_marks_of_all_the_potters
        small_gas_kiln_marks_of_all_the_potters
        ");
    }

    #[test]
    fn a_word_that_is_there_already_is_left_out_where_segments_are_not_enough() {
        let place = "big_kiln_configurations_of_all_the_houses/big_kiln_configuration_of_the_red_house";
        insta::assert_snapshot!(names(&[place, "big_kiln_configuration_of_the_red_house"]), @r"
        big_kiln_configurations_of_all_the_houses_red
        big_kiln_configuration_of_the_red_house
        ");
    }
}
