//! The permissions of one table of the documentation.

use super::Scheme;

/// The documented permissions of an operation, or of one kind of resource.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PermissionSet {
    /// The label of the table; empty if the page has one table.
    pub label: &'static str,
    /// With a work or school account.
    pub delegated_work: Support,
    /// With a personal account.
    pub delegated_personal: Support,
    /// Without a user.
    pub application: Support,
}

/// What a table says about a kind of sign-in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Support {
    /// It has permissions. Any alternative is enough; the least privileged ones come first. If it says that none is needed,
    /// the only alternative is empty.
    Stated(Vec<Alternative>),
    /// It says that the kind of sign-in is not supported.
    NotSupported,
    /// It says nothing.
    #[default]
    NotStated,
}

/// Permissions that are enough together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alternative {
    /// The permissions; all of them are needed. Most alternatives have one.
    pub permissions: Vec<&'static str>,
    /// How privileged the alternative is.
    pub rank: Rank,
}

/// How privileged an alternative is, compared with the others of its table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Rank {
    /// It is documented as the least privileged one.
    Least,
    /// There is a less privileged one.
    Higher,
    /// The table has no order.
    Unranked,
}

impl PermissionSet {
    /// Reads one line of [`Endpoint::permissions`](field@crate::Endpoint::permissions), such as
    /// `[label] work: A.Read < B.Read & C.Read | D.Read; personal: -; application: A.Read | B.Read`.
    ///
    /// `|` separates alternatives, `&` permissions that are needed together, and `<` the least privileged alternatives
    /// from the others. `-` means "not supported", and `none` that a call needs no permission. A line for some of the endpoint's paths begins with their numbers:
    /// `@0,2 work: ..`.
    pub fn parse(line: &'static str) -> Self {
        let (_, line) = paths(line);
        let (label, parts) = match line.strip_prefix('[').and_then(|line| line.split_once(']')) {
            Some((label, parts)) => (label, parts),
            None => ("", line),
        };
        let mut set = Self {
            label,
            ..Self::default()
        };
        for (scheme, text) in parts.split(';').filter_map(|part| part.split_once(':')) {
            let target = match scheme.trim() {
                "work" => &mut set.delegated_work,
                "personal" => &mut set.delegated_personal,
                "application" => &mut set.application,
                _ => continue,
            };
            *target = Support::parse(text.trim());
        }
        set
    }

    /// What the page says about a kind of sign-in.
    pub fn support(&self, scheme: Scheme) -> &Support {
        match scheme {
            Scheme::DelegatedWork => &self.delegated_work,
            Scheme::DelegatedPersonal => &self.delegated_personal,
            Scheme::Application => &self.application,
        }
    }
}

/// The numbers of the paths that a line is for; nothing for all.
fn paths(line: &'static str) -> (Option<&'static str>, &'static str) {
    match line.strip_prefix('@').and_then(|line| line.split_once(' ')) {
        Some((numbers, line)) => (Some(numbers), line),
        None => (None, line),
    }
}

/// The lines for one path: from the first to the last of them.
pub(crate) fn at(lines: &'static str, path: usize) -> &'static str {
    let counts = |line: &'static str| {
        let numbers = paths(line).0;
        numbers.is_none_or(|numbers| numbers.split(',').any(|number| number.parse() == Ok(path)))
    };
    let mut range: Option<(usize, usize)> = None;
    let mut start = 0;
    for line in lines.split('\n') {
        let end = start + line.len();
        if counts(line) {
            range = Some((range.map_or(start, |(first, _)| first), end));
        }
        start = end + 1;
    }
    range.and_then(|(first, last)| lines.get(first..last)).unwrap_or("")
}

/// What is enough where no permission is needed.
const NONE_NEEDED: Alternative = Alternative {
    permissions: Vec::new(),
    rank: Rank::Unranked,
};

impl Support {
    fn parse(text: &'static str) -> Self {
        match text {
            "-" => return Self::NotSupported,
            "none" => return Self::Stated(vec![NONE_NEEDED]),
            _ => {}
        }
        let alternatives = match text.split_once('<') {
            Some((least, higher)) => {
                let mut all = alternatives(least, Rank::Least);
                all.extend(alternatives(higher, Rank::Higher));
                all
            }
            None => alternatives(text, Rank::Unranked),
        };
        if alternatives.is_empty() {
            Self::NotStated
        } else {
            Self::Stated(alternatives)
        }
    }

    /// The alternatives, the least privileged ones first; empty if none are documented.
    pub fn alternatives(&self) -> &[Alternative] {
        match self {
            Self::Stated(alternatives) => alternatives,
            Self::NotSupported | Self::NotStated => &[],
        }
    }
}

fn alternatives(text: &'static str, rank: Rank) -> Vec<Alternative> {
    let names = |text: &'static str| text.split('&').map(str::trim).filter(|name| !name.is_empty());
    let choices = text.split('|').map(|text| Alternative {
        permissions: names(text).collect(),
        rank,
    });
    choices.filter(|choice| !choice.permissions.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_says_three_things_about_each_way_to_sign_in() {
        let set = PermissionSet::parse("[kilns] work: A.Read < B.Read & C.Read | D.Read; personal: -");
        let shown = |scheme| match set.support(scheme) {
            Support::Stated(choices) => {
                let one = |choice: &Alternative| format!("{:?} {}", choice.rank, choice.permissions.join("+"));
                choices.iter().map(one).collect::<Vec<_>>().join(", ")
            }
            other => format!("{other:?}"),
        };
        assert_eq!(set.label, "kilns");
        assert_eq!(
            shown(Scheme::DelegatedWork),
            "Least A.Read, Higher B.Read+C.Read, Higher D.Read"
        );
        assert_eq!(shown(Scheme::DelegatedPersonal), "NotSupported");
        assert_eq!(shown(Scheme::Application), "NotStated");
    }

    #[test]
    fn without_an_order_nothing_is_ranked() {
        let set = PermissionSet::parse("application: A.Read | B.Read");
        let ranks: Vec<Rank> = set
            .application
            .alternatives()
            .iter()
            .map(|choice| choice.rank)
            .collect();
        assert_eq!(ranks, [Rank::Unranked, Rank::Unranked]);
        let set = PermissionSet::parse("application: A.Read <");
        assert_eq!(set.application.alternatives()[0].rank, Rank::Least);
    }
}
