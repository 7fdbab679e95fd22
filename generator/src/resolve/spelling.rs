//! How far two spellings are from each other.

/// One letter is another, one is missing, or one is too many; letter case aside.
pub(super) fn differs_by_one(a: &str, b: &str) -> bool {
    let (a, b) = (a.to_ascii_lowercase(), b.to_ascii_lowercase());
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    if long.len() - short.len() > 1 {
        return false;
    }
    let (short, long) = (short.as_bytes(), long.as_bytes());
    let same_start = short.iter().zip(long).take_while(|(a, b)| a == b).count();
    let same_end = short
        .iter()
        .rev()
        .zip(long.iter().rev())
        .take_while(|(a, b)| a == b)
        .count();
    same_start + same_end + 1 >= long.len()
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
