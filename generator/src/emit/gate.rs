//! `cfg` attributes.

use super::form::Form;
use super::plan::{AreaSet, Areas};

/// The longest attribute on one line.
const WIDTH: usize = 96;

/// When an item is compiled.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Gate {
    /// For any of these areas; `None` if the gate around it is enough.
    pub(crate) areas: Option<AreaSet>,
    /// Only with the HTTP client.
    pub(crate) client: bool,
}

impl Gate {
    /// For any of `needed`, inside something that is compiled for any of `around`.
    pub(crate) fn inside(needed: &AreaSet, around: &AreaSet) -> Self {
        Self {
            areas: (needed != around).then(|| needed.clone()),
            client: false,
        }
    }

    /// The same, with the client only.
    pub(crate) fn with_client(self) -> Self {
        Self { client: true, ..self }
    }

    /// Either gate. (This is exact for the gates of one file: items that need the client need only the file's own area,
    /// and every other gate of the file includes that area.)
    pub(crate) fn or(&self, other: &Self) -> Self {
        let areas = match (&self.areas, &other.areas) {
            (Some(mine), Some(theirs)) => {
                let mut both = mine.clone();
                both.union(theirs);
                Some(both)
            }
            _ => None,
        };
        Self {
            areas,
            client: self.client && other.client,
        }
    }

    /// The attribute's lines; none without a condition.
    pub(crate) fn lines(&self, areas: &Areas) -> Vec<String> {
        if let Form::Module { client } = areas.form {
            let never = (self.client && !client).then(|| "#[cfg(any())]".to_owned());
            return never.into_iter().collect();
        }
        let names = self.areas.iter().flat_map(AreaSet::iter);
        let features: Vec<String> = names.map(|id| feature(areas.feature(id))).collect();
        let any = match features.as_slice() {
            [one] => one.clone(),
            many => format!("any({})", many.join(", ")),
        };
        let line = match (self.client, features.is_empty()) {
            (false, true) => return Vec::new(),
            (true, true) => "#[cfg(feature = \"client\")]".to_owned(),
            (true, false) => format!("#[cfg(all(feature = \"client\", {any}))]"),
            (false, false) => format!("#[cfg({any})]"),
        };
        if line.len() <= WIDTH || self.client {
            return vec![line];
        }
        let last = features.len().saturating_sub(1);
        let comma = |at: usize| if at < last { "," } else { "" };
        let middle = features
            .iter()
            .enumerate()
            .map(|(at, feature)| format!("    {feature}{}", comma(at)));
        let first = std::iter::once("#[cfg(any(".to_owned());
        first.chain(middle).chain(["))]".to_owned()]).collect()
    }
}

fn feature(module: &str) -> String {
    format!("feature = \"{}\"", feature_name(module))
}

/// The feature of an area's module. Both have the same name.
pub(crate) fn feature_name(module: &str) -> String {
    module.to_owned()
}
