//! Permissions as data: what a set of calls needs, what is missing, what is too much.
//!
//! ```text
//! let calls = [&role_assignment::LIST, &role_assignment::UPDATE];
//! let needed = permissions::least(&calls, Scheme::Application)?;
//! ```

mod need;
mod set;

use std::fmt;

use super::endpoint::Endpoint;

pub use need::Need;
pub use set::{Alternative, PermissionSet, Rank, Support};

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
/// Of several alternatives the least privileged one is taken, unless another one is needed by another call anyway. Each
/// of the [`Endpoint::needs`] is satisfied.
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

/// What all calls need.
struct Needs(Vec<Need>);

impl Needs {
    fn of(endpoints: &[&Endpoint], scheme: Scheme) -> Result<Self, NotSupported> {
        let mut needs = Vec::new();
        let mut without = Vec::new();
        for endpoint in endpoints {
            let of_call = endpoint.needs(scheme);
            if of_call.is_empty() {
                without.push(**endpoint);
            }
            needs.extend(of_call);
        }
        if !without.is_empty() {
            return Err(NotSupported {
                scheme,
                endpoints: without,
            });
        }
        // What leaves no choice comes first, since it may satisfy others.
        needs.sort_by_key(|need| need.alternatives.len());
        Ok(Self(needs))
    }

    /// What has to be added to `granted`.
    fn extend(&self, granted: &[&str]) -> Vec<&'static str> {
        let mut added: Vec<&'static str> = Vec::new();
        for need in &self.0 {
            let has = |p: &str| granted.contains(&p) || added.contains(&p);
            if need.is_met(has) {
                continue;
            }
            let Some(least) = need.alternatives.first() else {
                continue;
            };
            let new: Vec<_> = least.permissions.iter().copied().filter(|p| !has(p)).collect();
            added.extend(new);
        }
        added
    }

    /// Leaves out what is not needed beside the fixed ones, the most privileged first.
    fn prune<'a>(&self, fixed: &[&str], mut set: Vec<&'a str>) -> Vec<&'a str> {
        let is_met = |need: &Need, set: &[&str]| need.is_met(|p| set.contains(&p) || fixed.contains(&p));
        let met: Vec<&Need> = self.0.iter().filter(|need| is_met(need, &set)).collect();
        let mut order = set.clone();
        order.sort_by_key(|p| std::cmp::Reverse(self.rank(p)));
        for permission in order {
            let rest: Vec<&str> = set.iter().copied().filter(|p| *p != permission).collect();
            if met.iter().all(|need| is_met(need, &rest)) {
                set = rest;
            }
        }
        set
    }

    /// How far down the lists a permission stands; one that stands nowhere is the first to go.
    fn rank(&self, permission: &str) -> usize {
        let has = |choice: &Alternative| choice.permissions.contains(&permission);
        let places = self.0.iter().filter_map(|need| need.alternatives.iter().position(has));
        places.max().unwrap_or(usize::MAX)
    }
}
