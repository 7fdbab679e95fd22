//! Permissions as data: what a set of calls needs, what is missing, what is too much.
//!
//! ```text
//! let calls = [&role_assignment::LIST, &role_assignment::UPDATE];
//! let needed = permissions::least(&calls, Scheme::Application)?;
//! ```

use std::fmt;

use super::endpoint::Endpoint;

/// Which kind of sign-in a call is made with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Scheme {
    /// On behalf of a user with a work or school account.
    DelegatedWork,
    /// On behalf of a user with a personal account.
    DelegatedPersonal,
    /// As an application, without a user.
    Application,
}

/// The documented permissions of an operation.
///
/// Each list holds alternatives, least privileged first; each alternative is a group of permissions that are needed
/// together. An empty list means that the kind of sign-in is not supported.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PermissionSet {
    /// What the set is for, if the page has several.
    pub label: &'static str,
    /// With a work or school account.
    pub delegated_work: Vec<Vec<&'static str>>,
    /// With a personal account.
    pub delegated_personal: Vec<Vec<&'static str>>,
    /// Without a user.
    pub application: Vec<Vec<&'static str>>,
}

impl PermissionSet {
    /// Reads one line of [`Endpoint::permissions`](field@Endpoint::permissions), such as
    /// `[label] work: A.Read | B.Read & C.Read; application: A.Read`.
    pub fn parse(line: &'static str) -> Self {
        let (label, parts) = match line.strip_prefix('[').and_then(|line| line.split_once(']')) {
            Some((label, parts)) => (label, parts),
            None => ("", line),
        };
        let mut set = Self {
            label,
            ..Self::default()
        };
        for (scheme, list) in parts.split(';').filter_map(|part| part.split_once(':')) {
            let target = match scheme.trim() {
                "work" => &mut set.delegated_work,
                "personal" => &mut set.delegated_personal,
                "application" => &mut set.application,
                _ => continue,
            };
            *target = list.split('|').map(group).filter(|group| !group.is_empty()).collect();
        }
        set
    }

    /// The alternatives for a kind of sign-in, least privileged first.
    pub fn alternatives(&self, scheme: Scheme) -> &[Vec<&'static str>] {
        match scheme {
            Scheme::DelegatedWork => &self.delegated_work,
            Scheme::DelegatedPersonal => &self.delegated_personal,
            Scheme::Application => &self.application,
        }
    }
}

fn group(text: &'static str) -> Vec<&'static str> {
    text.split('&').map(str::trim).filter(|name| !name.is_empty()).collect()
}

/// Groups of permissions; one group is enough.
type Alternatives = Vec<Vec<&'static str>>;

/// Calls that cannot be made with the kind of sign-in, or whose page names no permission for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotSupported {
    /// The kind of sign-in.
    pub scheme: Scheme,
    /// The calls.
    pub endpoints: Vec<Endpoint>,
}

impl fmt::Display for NotSupported {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let calls: Vec<String> = self.endpoints.iter().map(ToString::to_string).collect();
        write!(
            f,
            "no permission is documented ({:?}) for {}",
            self.scheme,
            calls.join(", ")
        )
    }
}

impl std::error::Error for NotSupported {}

/// The least set of permissions that allows all calls.
///
/// Of several alternatives the least privileged one is taken, unless another one is needed by another call anyway. If a page has
/// several sets (for several kinds of resources), each of them is satisfied.
pub fn least(endpoints: &[&Endpoint], scheme: Scheme) -> Result<Vec<&'static str>, NotSupported> {
    let needs = Needs::of(endpoints, scheme)?;
    let chosen = needs.extend(&[]);
    Ok(needs.prune(&[], chosen))
}

/// The least set of permissions to add to the granted ones, so that all calls are allowed. Empty if nothing is missing.
pub fn missing(granted: &[&str], endpoints: &[&Endpoint], scheme: Scheme) -> Result<Vec<&'static str>, NotSupported> {
    let needs = Needs::of(endpoints, scheme)?;
    let added = needs.extend(granted);
    Ok(needs.prune(granted, added))
}

/// The granted permissions that no call needs. The most privileged ones are given up first, as long as every call that was allowed stays
/// allowed.
pub fn excess<'a>(granted: &[&'a str], endpoints: &[&Endpoint], scheme: Scheme) -> Result<Vec<&'a str>, NotSupported> {
    let needs = Needs::of(endpoints, scheme)?;
    let kept = needs.prune(&[], granted.to_vec());
    Ok(granted.iter().copied().filter(|p| !kept.contains(p)).collect())
}

/// One list of alternatives per call and set; all have to be satisfied.
struct Needs(Vec<Alternatives>);

impl Needs {
    fn of(endpoints: &[&Endpoint], scheme: Scheme) -> Result<Self, NotSupported> {
        let lists = |e: &Endpoint| {
            let lists = e.permissions().into_iter().map(|set| set.alternatives(scheme).to_vec());
            lists.filter(|list| !list.is_empty()).collect::<Vec<Alternatives>>()
        };
        let without: Vec<Endpoint> = endpoints.iter().filter(|e| lists(e).is_empty()).map(|e| **e).collect();
        if !without.is_empty() {
            return Err(NotSupported {
                scheme,
                endpoints: without,
            });
        }
        let mut needs: Vec<Alternatives> = endpoints.iter().flat_map(|e| lists(e)).collect();
        // What leaves no choice comes first, since it may satisfy others.
        needs.sort_by_key(Vec::len);
        Ok(Self(needs))
    }

    /// What has to be added to `granted`.
    fn extend(&self, granted: &[&str]) -> Vec<&'static str> {
        let mut added: Vec<&'static str> = Vec::new();
        for list in &self.0 {
            let has = |p: &str| granted.contains(&p) || added.contains(&p);
            if list.iter().any(|group| group.iter().all(|p| has(p))) {
                continue;
            }
            let Some(group) = list.first() else { continue };
            let new: Vec<_> = group.iter().copied().filter(|p| !has(p)).collect();
            added.extend(new);
        }
        added
    }

    /// Leaves out what is not needed beside the fixed ones, the most privileged first.
    fn prune<'a>(&self, fixed: &[&str], mut set: Vec<&'a str>) -> Vec<&'a str> {
        let allowed: Vec<&Alternatives> = self.0.iter().filter(|list| satisfied(list, fixed, &set)).collect();
        let mut order = set.clone();
        order.sort_by_key(|p| std::cmp::Reverse(self.rank(p)));
        for permission in order {
            let rest: Vec<&str> = set.iter().copied().filter(|p| *p != permission).collect();
            if allowed.iter().all(|list| satisfied(list, fixed, &rest)) {
                set = rest;
            }
        }
        set
    }

    /// How far down the lists a permission stands; one that stands nowhere is the first to go.
    fn rank(&self, permission: &str) -> usize {
        let places = self
            .0
            .iter()
            .filter_map(|list| list.iter().position(|g| g.contains(&permission)));
        places.max().unwrap_or(usize::MAX)
    }
}

/// Whether one group of the list is there as a whole.
fn satisfied(list: &[Vec<&str>], fixed: &[&str], set: &[&str]) -> bool {
    list.iter()
        .any(|group| group.iter().all(|p| set.contains(p) || fixed.contains(p)))
}
