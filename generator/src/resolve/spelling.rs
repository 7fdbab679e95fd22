//! How far two spellings are from each other, and which words a name is made of.

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

/// Shorter words than this are in too many others.
const SHORTEST_WORD: usize = 3;

/// No word is longer.
const LONGEST_WORD: usize = 40;

/// The words of a name with capitals, in small letters, without short ones: `big`, `kiln`, `door` of `bigKilnDoor`.
pub(super) fn words(name: &str) -> impl Iterator<Item = String> {
    let mut starts: Vec<usize> = name
        .char_indices()
        .filter_map(|(at, c)| (at == 0 || !c.is_ascii_lowercase()).then_some(at))
        .collect();
    starts.push(name.len());
    let words = starts.windows(2).filter_map(|pair| match pair {
        [start, end] => name.get(*start..*end),
        _ => None,
    });
    let words = words.filter(|word| word.len() >= SHORTEST_WORD && word.chars().all(|c| c.is_ascii_alphabetic()));
    words.map(str::to_ascii_lowercase).collect::<Vec<_>>().into_iter()
}

/// A name in small letters, parted into the fewest known words, the first one small and the others with a capital:
/// `kilnshelves` is `kilnShelves`. Nothing if it is known as it is, or has an unknown part.
pub(super) fn parted(name: &str, is_known: impl Fn(&str) -> bool) -> Option<String> {
    let is_known =
        |word: &str| is_known(word) || is_known(&[word, "s"].concat()) || word.strip_suffix('s').is_some_and(&is_known);
    if !name.chars().all(|c| c.is_ascii_lowercase()) || is_known(name) {
        return None;
    }
    // For each end the fewest words up to there, and where the last of them begins.
    let mut best: Vec<Option<(usize, usize)>> = vec![Some((0, 0))];
    for end in 1..=name.len() {
        let starts = end.saturating_sub(LONGEST_WORD)..(end + 1).saturating_sub(SHORTEST_WORD);
        let ways = starts.filter_map(|start| {
            let (count, _) = best.get(start).copied().flatten()?;
            is_known(name.get(start..end)?).then_some((count + 1, start))
        });
        let least = ways.min();
        best.push(least);
    }
    let mut parts = Vec::new();
    let mut end = name.len();
    while end > 0 {
        let (_, start) = best.get(end).copied().flatten()?;
        parts.push(name.get(start..end)?);
        end = start;
    }
    let mut parted = String::new();
    for part in parts.iter().rev() {
        let mut letters = part.chars();
        match letters.next().filter(|_| !parted.is_empty()) {
            Some(first) => parted.extend(std::iter::once(first.to_ascii_uppercase()).chain(letters)),
            None => parted.push_str(part),
        }
    }
    Some(parted)
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
    fn a_name_is_parted_by_known_words() {
        let known = ["bigKilnDoor", "kilnCollections", "doorOfX"]
            .map(words)
            .into_iter()
            .flatten();
        let known: std::collections::BTreeSet<String> = known.collect();
        let parted = |name: &str| parted(name, |word| known.contains(word)).unwrap_or_default();
        insta::assert_snapshot!(parted("kilncollection"), @"kilnCollection");
        insta::assert_snapshot!(parted("bigkilnsdoor"), @"bigKilnsDoor");
        assert_eq!(
            parted("kilnxdoor") + &parted("kiln") + &parted("kilnDoor") + &parted("kilnof") + &parted("é"),
            ""
        );
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
