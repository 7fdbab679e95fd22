//! How far two spellings are from each other.

/// One letter is another, one is missing, or one is too many; letter case aside.
pub(super) fn differs_by_one(a: &str, b: &str) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    if long.len() - short.len() > 1 {
        return false;
    }
    let (short, long) = (short.as_bytes(), long.as_bytes());
    let same = |(a, b): &(&u8, &u8)| a.eq_ignore_ascii_case(b);
    let same_start = short.iter().zip(long).take_while(same).count();
    let from_end = short.iter().rev().zip(long.iter().rev());
    same_start + from_end.take_while(same).count() + 1 >= long.len()
}

/// The places of names in a list, found by what differs from them by one letter: the two have a form in common, each whole
/// or without one of its letters.
pub(super) struct Spellings {
    /// Hashes of the forms, each with the place of its name.
    forms: Vec<(u64, usize)>,
}

impl Spellings {
    /// Knows these.
    pub(super) fn of<'n>(names: impl Iterator<Item = &'n str>) -> Self {
        let of_name = |(place, name)| forms(name).map(move |form| (form, place));
        let mut forms: Vec<_> = names.enumerate().flat_map(of_name).collect();
        forms.sort_unstable();
        Self { forms }
    }

    /// The first place that fits, among those of names that may differ from this one by a letter or by letter case.
    pub(super) fn first_near(&self, name: &str, fits: impl Fn(usize) -> bool) -> Option<usize> {
        let places = forms(name).flat_map(|form| {
            let first = self.forms.partition_point(|(other, _)| *other < form);
            let same = self.forms.get(first..).unwrap_or_default().iter();
            same.take_while(move |(other, _)| *other == form)
                .map(|(_, place)| *place)
        });
        places.filter(|place| fits(*place)).min()
    }
}

/// The hash of a name, and of the name without each of its letters. A letter counts by its place, so what changes from one
/// letter left out to the next is one letter.
fn forms(name: &str) -> impl Iterator<Item = u64> {
    const PLACE: u64 = 0x517c_c1b7_2722_0a95;
    let letters = name.to_ascii_lowercase().into_bytes();
    let sum = |sum: u64, letter: &u8| sum.wrapping_mul(PLACE).wrapping_add(u64::from(*letter) + 1);
    let whole = letters.iter().rev().fold(0, sum);
    let mut weight = 1_u64;
    let mut form = letters.iter().skip(1).rev().fold(0, sum);
    let without = (0..letters.len()).map(move |at| {
        let before = form;
        if let (Some(letter), Some(next)) = (letters.get(at), letters.get(at + 1)) {
            let difference = u64::from(*letter).wrapping_sub(u64::from(*next));
            form = form.wrapping_add(difference.wrapping_mul(weight));
            weight = weight.wrapping_mul(PLACE);
        }
        before
    });
    std::iter::once(whole).chain(without)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_letter() {
        assert!(differs_by_one("Priviliged", "privileged"));
        assert!(differs_by_one("abc", "abbc") && differs_by_one("abc", "ab"));
        assert!(!differs_by_one("abcd", "badc") && !differs_by_one("abc", "a"));
    }

    #[test]
    fn near_names_are_found() {
        let names = ["kiln", "Flow", "flows", "glow", "fowl", "lfow", ""];
        let near = |name: &str| {
            let known = Spellings::of(names.into_iter());
            let fits = |place: usize, wanted: usize| place == wanted && differs_by_one(names[place], name);
            let found =
                (0..names.len()).filter(|wanted| known.first_near(name, |place| fits(place, *wanted)).is_some());
            found.map(|place| names[place]).collect::<Vec<_>>().join(" ")
        };
        insta::assert_snapshot!(near("flow"), @"Flow flows glow");
        insta::assert_snapshot!(near("klins"), @"");
        insta::assert_snapshot!(near("x"), @"");
    }
}
