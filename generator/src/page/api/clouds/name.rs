//! The names of includes about clouds: `all-clouds`, `global-only`, `global-china-us-l4`.

use crate::model::CloudAvailability;

/// Words of names that mean clouds: global, L4, L5, China.
const WORDS: &[(&str, [bool; 4])] = &[
    ("all", [true; 4]),
    ("global", [true, false, false, false]),
    ("l4", [false, true, false, false]),
    ("l5", [false, false, true, false]),
    ("dod", [false, false, true, false]),
    ("china", [false, false, false, true]),
    ("21vianet", [false, false, false, true]),
];

/// Words for the two clouds of the US Government together, unless a level stands in the name too.
const GOVERNMENT: &[&str] = &["us", "usgov"];

/// Words that mean no cloud.
const OTHER: &[&str] = &["and", "cloud", "clouds", "gov", "government", "only"];

/// What the name of an include says; `None` when it has another word, or none besides one cloud.
pub fn clouds_of_name(path: &str) -> Option<CloudAvailability> {
    let name = path
        .rsplit(['/', '\\'])
        .next()?
        .split(['.', '?', '#'])
        .next()?
        .to_lowercase();
    let words: Vec<&str> = name.split(['-', '_']).filter(|word| !is_version(word)).collect();
    let mut there = [false; 4];
    let mut government = false;
    for word in &words {
        match WORDS.iter().find(|(known, _)| known == word) {
            Some((_, clouds)) => add(&mut there, *clouds),
            None if GOVERNMENT.contains(word) => government = true,
            None if OTHER.contains(word) => {}
            None => return None,
        }
    }
    let [global, l4, l5, china] = there;
    let both = government && !l4 && !l5;
    let clouds = CloudAvailability {
        global,
        us_government_l4: l4 || both,
        us_government_l5: l5 || both,
        china,
    };
    (words.len() > 1 && clouds != CloudAvailability::default()).then_some(clouds)
}

fn add(there: &mut [bool; 4], clouds: [bool; 4]) {
    for (there, more) in there.iter_mut().zip(clouds) {
        *there |= more;
    }
}

/// `v2` of `global-us-v2.md`.
fn is_version(word: &str) -> bool {
    let digits = word.strip_prefix('v').unwrap_or("");
    !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::clouds_of_name;

    #[test]
    fn names_of_includes() {
        let names = [
            "../../includes/all-clouds.md",
            "global-only",
            "Global-US.md",
            "global-us-l4.md",
            "global-us-l5",
            "global-us-v2.md",
            "..\\includes\\global-china.md?view=x",
            "global-china-us-l4.md",
            "global-us-l4-l5.md",
            "us-dod-only.md",
            "beta-disclaimer.md",
            "global.md",
            "only-clouds.md",
            "global-admin-only.md",
            "",
        ];
        let shown = |name: &&str| match clouds_of_name(name) {
            Some(clouds) => format!("{name}: {clouds}"),
            None => format!("{name}: -"),
        };
        insta::assert_snapshot!(names.iter().map(shown).collect::<Vec<_>>().join("\n"), @r"
        ../../includes/all-clouds.md: global service, US Government L4, US Government L5 (DOD), China operated by 21Vianet
        global-only: global service
        Global-US.md: global service, US Government L4, US Government L5 (DOD)
        global-us-l4.md: global service, US Government L4
        global-us-l5: global service, US Government L5 (DOD)
        global-us-v2.md: global service, US Government L4, US Government L5 (DOD)
        ..\includes\global-china.md?view=x: global service, China operated by 21Vianet
        global-china-us-l4.md: global service, US Government L4, China operated by 21Vianet
        global-us-l4-l5.md: global service, US Government L4, US Government L5 (DOD)
        us-dod-only.md: US Government L5 (DOD)
        beta-disclaimer.md: -
        global.md: -
        only-clouds.md: -
        global-admin-only.md: -
        : -
        ");
    }
}
