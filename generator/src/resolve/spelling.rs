//! How far two spellings are from each other.

/// One letter is another, one is missing, or one is too many; letter case aside.
pub(super) fn differs_by_one(a: &str, b: &str) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    // Names are compared with every known name: most are told apart by their lengths.
    if long.len() - short.len() > 1 {
        return false;
    }
    let (short, long) = (short.as_bytes(), long.as_bytes());
    let same = |(a, b): &(&u8, &u8)| a.eq_ignore_ascii_case(b);
    let same_start = short.iter().zip(long).take_while(same).count();
    let from_end = short.iter().rev().zip(long.iter().rev());
    same_start + from_end.take_while(same).count() + 1 >= long.len()
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
}
