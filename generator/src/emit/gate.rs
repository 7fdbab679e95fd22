//! `cfg` attributes.

use super::form::Form;
use super::plan::{AreaSet, Areas};

/// The longest attribute on one line.
const WIDTH: usize = 96;

/// The condition that turns the HTTP client on.
const CLIENT: &str = "feature = \"client\"";

/// When an item is compiled: in either of two cases.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Gate {
    /// Whether there is a client or not.
    plain: Condition,
    /// With the client only.
    client: Condition,
}

/// Which areas an item is compiled for, beyond the gate around it.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Condition {
    Never,
    Any(AreaSet),
    Always,
}

impl Condition {
    fn or(&self, other: &Self) -> Self {
        match (self, other) {
            (Self::Always, _) | (_, Self::Always) => Self::Always,
            (Self::Never, other) => other.clone(),
            (own, Self::Never) => own.clone(),
            (Self::Any(mine), Self::Any(theirs)) => {
                let mut both = mine.clone();
                both.union(theirs);
                Self::Any(both)
            }
        }
    }

    /// Whether it holds wherever the other one does.
    fn covers(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Always, _) | (_, Self::Never) => true,
            (Self::Any(mine), Self::Any(theirs)) => mine.contains_all(theirs),
            _ => false,
        }
    }

    /// One condition for each area.
    fn features(&self, areas: &Areas) -> Vec<String> {
        match self {
            Self::Any(set) => set.iter().map(|id| feature(areas.feature(id))).collect(),
            Self::Never | Self::Always => Vec::new(),
        }
    }
}

impl Gate {
    /// For any of these areas.
    pub(crate) fn only(areas: &AreaSet) -> Self {
        Self {
            plain: Condition::Any(areas.clone()),
            client: Condition::Never,
        }
    }

    /// For any of `needed`, inside something that is compiled for any of `around`.
    pub(crate) fn inside(needed: &AreaSet, around: &AreaSet) -> Self {
        if needed != around {
            return Self::only(needed);
        }
        Self {
            plain: Condition::Always,
            client: Condition::Never,
        }
    }

    /// The same, with the client only.
    pub(crate) fn with_client(self) -> Self {
        Self {
            client: self.plain.or(&self.client),
            plain: Condition::Never,
        }
    }

    /// Either gate.
    pub(crate) fn or(&self, other: &Self) -> Self {
        Self {
            plain: self.plain.or(&other.plain),
            client: self.client.or(&other.client),
        }
    }

    /// The attribute's lines; none without a condition.
    pub(crate) fn lines(&self, areas: &Areas) -> Vec<String> {
        if let Form::Module { client } = areas.form {
            let never = (self.plain == Condition::Never && !client).then(|| "#[cfg(any())]".to_owned());
            return never.into_iter().collect();
        }
        let mut choices = self.plain.features(areas);
        if self.plain == Condition::Always || self.plain.covers(&self.client) && choices.is_empty() {
            return Vec::new();
        }
        if !self.plain.covers(&self.client) {
            choices.push(match &self.client {
                Condition::Any(_) => format!("all({CLIENT}, {})", any(&self.client.features(areas))),
                Condition::Never | Condition::Always => CLIENT.to_owned(),
            });
        }
        lay_out(&choices)
    }
}

fn any(choices: &[String]) -> String {
    match choices {
        [one] => one.clone(),
        many => format!("any({})", many.join(", ")),
    }
}

/// The attribute on one line, or with a line for each choice.
fn lay_out(choices: &[String]) -> Vec<String> {
    let line = ["#[cfg(", &any(choices), ")]"].concat();
    if line.len() <= WIDTH || choices.len() < 2 {
        return vec![line];
    }
    let last = choices.len() - 1;
    let comma = |at: usize| if at < last { "," } else { "" };
    let middle = choices.iter().enumerate();
    let middle = middle.map(|(at, choice)| format!("    {choice}{}", comma(at)));
    let first = std::iter::once("#[cfg(any(".to_owned());
    first.chain(middle).chain(["))]".to_owned()]).collect()
}

fn feature(area: &str) -> String {
    // A feature's name has no character that a text must escape.
    ["feature = \"", area, "\""].concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::emit::sample;

    /// The attribute of a gate that is either of two, on one line.
    fn shown(first: &Gate, second: &Gate) -> String {
        let types = ["a", "b"].map(|area| sample::structured(area, area, &[]));
        let model = sample::model(sample::schema("beta", types.into(), Vec::new(), Vec::new()));
        first.or(second).lines(&Areas::of(&model)).join("")
    }

    #[test]
    fn an_import_of_two_items_has_the_condition_of_both() {
        let (a, b, both) = (AreaSet::one(0), AreaSet::one(1), {
            let mut both = AreaSet::one(0);
            both.insert(1);
            both
        });
        let (a, b, always) = (Gate::only(&a), Gate::only(&b), Gate::inside(&both, &both));
        insta::assert_snapshot!(shown(&a, &b), @r#"#[cfg(any(feature = "a", feature = "b"))]"#);
        insta::assert_snapshot!(shown(&a, &b.clone().with_client()), @r#"#[cfg(any(feature = "a", all(feature = "client", feature = "b")))]"#);
        insta::assert_snapshot!(shown(&a, &a.clone().with_client()), @r#"#[cfg(feature = "a")]"#);
        insta::assert_snapshot!(shown(&b.clone().with_client(), &always.clone().with_client()), @r#"#[cfg(feature = "client")]"#);
        insta::assert_snapshot!(shown(&a, &always.clone().with_client()), @r#"#[cfg(any(feature = "a", feature = "client"))]"#);
        insta::assert_snapshot!(shown(&b, &always), @"");
    }
}
