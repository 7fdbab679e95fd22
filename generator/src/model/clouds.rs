//! National clouds.

use serde::{Deserialize, Serialize};
use std::fmt;

/// The national clouds where a call works.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[allow(clippy::struct_excessive_bools, reason = "the four columns of the table")]
pub struct CloudAvailability {
    /// Global service.
    pub global: bool,
    /// US Government L4.
    pub us_government_l4: bool,
    /// US Government L5 (DOD).
    pub us_government_l5: bool,
    /// China, operated by 21Vianet.
    pub china: bool,
}

impl CloudAvailability {
    /// Every cloud by the name that pages give it, with whether the call works there.
    pub fn named(self) -> [(&'static str, bool); 4] {
        let Self {
            global,
            us_government_l4,
            us_government_l5,
            china,
        } = self;
        [
            ("global service", global),
            ("US Government L4", us_government_l4),
            ("US Government L5 (DOD)", us_government_l5),
            ("China operated by 21Vianet", china),
        ]
    }
}

/// The names of the clouds where the call works: `global service, US Government L4`.
impl fmt::Display for CloudAvailability {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let there = self.named().into_iter().filter(|(_, there)| *there);
        let names: Vec<_> = there.map(|(name, _)| name).collect();
        f.write_str(&names.join(", "))
    }
}
