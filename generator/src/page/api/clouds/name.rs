//! The names of includes about clouds: `all-clouds`, `global-only`, `global-china-us-l4`.

use crate::model::CloudAvailability;
use crate::page::vocabulary::clouds::{CLOUDS, CloudWord};
use crate::page::vocabulary::meaning;

/// What the name of an include says; `None` when it has another word, or none besides one cloud.
pub fn clouds_of_name(path: &str) -> Option<CloudAvailability> {
    let name = path.rsplit(['/', '\\']).next()?.split(['.', '?', '#']).next()?;
    let words: Vec<&str> = name.split(['-', '_']).filter(|word| !is_version(word)).collect();
    // `national-cloud-global-only.md`
    let words = words.strip_prefix(&["national", "cloud"]).unwrap_or(&words);
    let said: Vec<CloudWord> = words.iter().map(|word| meaning(CLOUDS, word)).collect::<Option<_>>()?;
    let is = |word| said.contains(&word) || said.contains(&CloudWord::All);
    let government = said.contains(&CloudWord::Government) && !is(CloudWord::L4) && !is(CloudWord::L5);
    let clouds = CloudAvailability {
        global: is(CloudWord::Global),
        us_government_l4: is(CloudWord::L4) || government,
        us_government_l5: is(CloudWord::L5) || government,
        china: is(CloudWord::China),
    };
    (words.len() > 1 && clouds != CloudAvailability::default()).then_some(clouds)
}

/// `v2` of `global-us-v2.md`.
fn is_version(word: &str) -> bool {
    let digits = word.strip_prefix(['v', 'V']).unwrap_or("");
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
            "national-cloud-global-only.md",
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
        national-cloud-global-only.md: global service
        beta-disclaimer.md: -
        global.md: -
        only-clouds.md: -
        global-admin-only.md: -
        : -
        ");
    }
}
