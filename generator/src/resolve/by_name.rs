//! The properties of a type by their names, letter case aside.
//!
//! Many decisions look properties up, and a name in small letters for each of them costs more than the rest. So the
//! places are kept by a hash that is the same for all spellings, and the names themselves are compared.

use crate::model::Property;

/// The places of the properties of one type.
pub(super) struct ByName {
    /// Hashes of the names, with the places of the properties; sorted.
    places: Box<[(u64, usize)]>,
}

impl ByName {
    /// Knows these.
    pub(super) fn of(rows: &[Property]) -> Self {
        let places = rows.iter().enumerate();
        let mut places: Box<[_]> = places.map(|(place, row)| (folded(&row.name), place)).collect();
        places.sort_unstable();
        Self { places }
    }

    /// The place of the first property with this name, and the property. The rows are those that the table was made of.
    pub(super) fn find<'p>(&self, rows: &'p [Property], name: &str) -> Option<(usize, &'p Property)> {
        let hash = folded(name);
        let first = self.places.partition_point(|(other, _)| *other < hash);
        let same = self.places.get(first..)?.iter();
        let same = same.take_while(|(other, _)| *other == hash);
        let mut rows = same.filter_map(|(_, place)| Some((*place, rows.get(*place)?)));
        rows.find(|(_, row)| row.name.eq_ignore_ascii_case(name))
    }
}

/// The bit in which small and capital letters differ, in each of eight letters.
const SMALL: u64 = 0x2020_2020_2020_2020;

/// A hash that letter case does not change.
fn folded(name: &str) -> u64 {
    const SPREAD: u64 = 0x9e37_79b9_7f4a_7c15;
    let mix = |hash: u64, word: u64| (hash.rotate_left(23) ^ (word | SMALL)).wrapping_mul(SPREAD);
    let (words, rest) = name.as_bytes().as_chunks::<8>();
    let hash = words.iter().fold(0, |hash, word| mix(hash, u64::from_le_bytes(*word)));
    let last = rest.iter().fold(0, |last, byte| last << 8 | u64::from(*byte));
    // `a` and `a` with blanks behind it are no more than a clash.
    mix(hash, last)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Origin, PropertySection, TypeRef};

    #[test]
    fn any_spelling_finds_the_first_property() {
        let row = |name: &&str| Property::new(name, PropertySection::Properties, TypeRef::UNKNOWN, &Origin::default());
        let names = ["id", "displayName", "temperature", "displayname", "@x", "größe"];
        let rows: Vec<Property> = names.iter().map(row).collect();
        let table = ByName::of(&rows);
        let found = |name: &str| table.find(&rows, name).map_or("-", |(_, row)| row.name.as_str());
        let asked = ["ID", "DISPLAYNAME", "temperaturE", "temperatures", "`x", "größe", ""];
        insta::assert_snapshot!(asked.map(found).join(" "), @"id displayName temperature - - größe -");
    }
}
