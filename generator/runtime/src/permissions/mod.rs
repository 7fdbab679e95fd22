//! Permissions of a set of calls: the least privileged ones that are needed, those that are missing, those that are not
//! needed.
//!
//! ```
//! use graph_runtime::permissions::{self, Scheme};
//! use graph_runtime::{Endpoint, Method};
//!
//! // Emitted crates have an endpoint like these for each documented call.
//! static LIST: Endpoint = Endpoint {
//!     permissions: "application: Tags.Read.All < Tags.ReadWrite.All",
//!     ..Endpoint::new(Method::Get, "beta", "/tags")
//! };
//! static CREATE: Endpoint = Endpoint {
//!     permissions: "application: Tags.ReadWrite.All <",
//!     ..Endpoint::new(Method::Post, "beta", "/tags")
//! };
//!
//! let least = permissions::least(&[&LIST, &CREATE], Scheme::Application)?;
//! assert_eq!(least, ["Tags.ReadWrite.All"]);
//! let missing = permissions::missing(&["Tags.Read.All"], &[&LIST, &CREATE], Scheme::Application)?;
//! assert_eq!(missing, ["Tags.ReadWrite.All"]);
//! let excess = permissions::excess(&["Tags.ReadWrite.All"], &[&LIST], Scheme::Application)?;
//! assert!(excess.is_empty());
//! # Ok::<(), permissions::NotSupported>(())
//! ```

mod need;
mod set;
mod solve;

use std::fmt;

use super::endpoint::Endpoint;
use solve::Requirement;

pub use need::Need;
pub(crate) use set::at;
pub use set::{Alternative, PermissionSet, Rank, Support};

/// The kind of sign-in of a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Scheme {
    /// On behalf of a user with a work or school account.
    DelegatedWork,
    /// On behalf of a user with a personal account.
    DelegatedPersonal,
    /// As an application, without a user.
    Application,
}

impl fmt::Display for Scheme {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::DelegatedWork => "work or school account",
            Self::DelegatedPersonal => "personal account",
            Self::Application => "application",
        })
    }
}

/// The error for calls without a documented permission for the kind of sign-in.
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
            "no permission ({}) is documented for {}",
            self.scheme,
            calls.join(", ")
        )
    }
}

impl std::error::Error for NotSupported {}

/// The least privileged permissions that allow all calls, sorted by name.
///
/// Each of the [`Endpoint::needs`] is met, by the least privileged alternative, or by another one if a further call
/// needs that anyway. Of all sets that allow the calls this is the least privileged one; of equally privileged sets it
/// is the smallest.
pub fn least(endpoints: &[&Endpoint], scheme: Scheme) -> Result<Vec<&'static str>, NotSupported> {
    missing(&[], endpoints, scheme)
}

/// The least privileged permissions that have to be granted in addition, so that all calls are allowed; sorted by name.
pub fn missing(granted: &[&str], endpoints: &[&Endpoint], scheme: Scheme) -> Result<Vec<&'static str>, NotSupported> {
    Ok(solve::missing(&requirements(endpoints, scheme)?, granted))
}

/// The granted permissions that the calls do not need, once the [`missing`] ones are granted too. Of permissions that can
/// replace each other, the more privileged ones are returned.
pub fn excess<'a>(granted: &[&'a str], endpoints: &[&Endpoint], scheme: Scheme) -> Result<Vec<&'a str>, NotSupported> {
    let kept = solve::kept(&requirements(endpoints, scheme)?, granted);
    Ok(granted.iter().copied().filter(|p| !kept.contains(p)).collect())
}

/// What all calls need.
fn requirements(endpoints: &[&Endpoint], scheme: Scheme) -> Result<Vec<Requirement<'static>>, NotSupported> {
    let mut requirements = Vec::new();
    let mut without = Vec::new();
    for endpoint in endpoints {
        let needs = endpoint.needs(scheme);
        if needs.is_empty() {
            without.push(**endpoint);
        }
        requirements.extend(needs.iter().map(Need::requirement));
    }
    if without.is_empty() {
        return Ok(requirements);
    }
    Err(NotSupported {
        scheme,
        endpoints: without,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Method;
    use proptest::prelude::*;

    /// A call with permissions for an application.
    fn call(permissions: &str) -> Endpoint {
        let mut endpoint = Endpoint::new(Method::Get, "beta", "/x");
        endpoint.permissions = Box::leak(format!("application: {permissions}").into_boxed_str());
        endpoint
    }

    fn least_of(calls: &[&str]) -> Vec<&'static str> {
        let calls: Vec<Endpoint> = calls.iter().map(|text| call(text)).collect();
        least(&calls.iter().collect::<Vec<_>>(), Scheme::Application).unwrap()
    }

    #[test]
    fn the_least_privileged_alternative_is_taken() {
        assert_eq!(least_of(&["Read | Write"]), ["Read"]);
        assert_eq!(least_of(&["Read | Write", "Other"]), ["Other", "Read"]);
        assert_eq!(least_of(&[]), [""; 0]);
    }

    #[test]
    fn one_that_is_needed_anyway_is_enough() {
        assert_eq!(least_of(&["Read | Write", "Write"]), ["Write"]);
        assert_eq!(least_of(&["Read | Write", "Write | Admin"]), ["Write"]);
    }

    #[test]
    fn of_a_group_all_are_needed() {
        assert_eq!(least_of(&["A & B | C"]), ["A", "B"]);
        assert_eq!(least_of(&["A & B | C", "C | D"]), ["C"]);
        assert_eq!(least_of(&["A & B", "B | C"]), ["A", "B"]);
    }

    #[test]
    fn some_calls_need_none() {
        assert_eq!(least_of(&["none"]), [""; 0]);
        assert_eq!(least_of(&["none", "Read | Write"]), ["Read"]);
        let free = call("none");
        assert_eq!(free.needs(Scheme::Application)[0].to_string(), "no permission");
        assert_eq!(excess(&["Read"], &[&free], Scheme::Application).unwrap(), ["Read"]);
        assert!(least(&[&call("-")], Scheme::Application).is_err());
    }

    #[test]
    fn what_is_missing() {
        let missing = |granted: &[&str], calls: &[&str]| {
            let calls: Vec<Endpoint> = calls.iter().map(|text| call(text)).collect();
            missing(granted, &calls.iter().collect::<Vec<_>>(), Scheme::Application).unwrap()
        };
        assert_eq!(missing(&["Write"], &["Read | Write"]), [""; 0]);
        assert_eq!(missing(&["A"], &["A & B"]), ["B"]);
        assert_eq!(missing(&[], &["Read | Write", "Write | Admin"]), ["Write"]);
        assert_eq!(missing(&["Other"], &["Read | Write"]), ["Read"]);
    }

    #[test]
    fn what_is_too_much() {
        let calls = [call("Read | Write"), call("A & B | C")];
        let calls: Vec<&Endpoint> = calls.iter().collect();
        let excess = |granted: &[&'static str]| excess(granted, &calls, Scheme::Application).unwrap();
        assert_eq!(excess(&["Read", "Write", "A", "B"]), ["Write"]);
        assert_eq!(excess(&["Write", "C", "Directory.Read.All"]), ["Directory.Read.All"]);
        // `B` is missing, and with it `A` is needed.
        assert_eq!(excess(&["Read", "A"]), [""; 0]);
    }

    #[test]
    fn sets_of_several_tables() {
        let mut several = Endpoint::new(Method::Get, "beta", "/x");
        several.permissions =
            "[users] work: User.Read <; personal: -; application: User.Read.All <\n[groups] work: Group.Read & A | B";
        let sets = several.permissions();
        assert_eq!((sets[0].label, sets[1].label), ("users", "groups"));
        let groups = sets[1].support(Scheme::DelegatedWork).alternatives().iter();
        let groups: Vec<_> = groups.map(|choice| choice.permissions.join("+")).collect();
        assert_eq!(groups, ["Group.Read+A", "B"]);
        assert_eq!(sets[0].support(Scheme::DelegatedPersonal), &Support::NotSupported);
        assert_eq!(sets[1].support(Scheme::Application), &Support::NotStated);
        let work = least(&[&several], Scheme::DelegatedWork).unwrap();
        assert_eq!(work, ["A", "Group.Read", "User.Read"]);
        assert_eq!(least(&[&several], Scheme::Application).unwrap(), ["User.Read.All"]);
    }

    /// A few calls over six permissions, as lists of alternatives of groups.
    fn any_calls() -> impl Strategy<Value = Vec<String>> {
        let name = prop::sample::select(vec!["A", "B", "C", "D", "E", "F"]);
        let group =
            prop::collection::hash_set(name, 1..3).prop_map(|group| group.into_iter().collect::<Vec<_>>().join(" & "));
        let list = prop::collection::vec(group, 1..4).prop_map(|groups| groups.join(" | "));
        prop::collection::vec(list, 1..6)
    }

    /// Up to twelve calls over nine permissions, with and without a least privileged one.
    fn any_ranked_calls() -> impl Strategy<Value = Vec<String>> {
        let name = prop::sample::select(vec!["A", "B", "C", "D", "E", "F", "G", "H", "I"]);
        let group =
            prop::collection::hash_set(name, 1..3).prop_map(|group| group.into_iter().collect::<Vec<_>>().join(" & "));
        let list = (prop::collection::vec(group, 1..5), any::<bool>());
        let list = list.prop_map(|(groups, ranked)| {
            let text = groups.join(" | ");
            if !ranked {
                return text;
            }
            match text.split_once(" | ") {
                Some((least, higher)) => format!("{least} < {higher}"),
                None => format!("{text} <"),
            }
        });
        prop::collection::vec(list, 1..13)
    }

    /// The least of all sets that allow the calls, by trying every one.
    fn brute_force(calls: &[&str]) -> Vec<&'static str> {
        const NAMES: [&str; 9] = ["A", "B", "C", "D", "E", "F", "G", "H", "I"];
        let lists = || calls.iter().map(|call| call.replace(" <", " |"));
        let level = |name: &str| {
            let groups = || {
                lists().flat_map(|list| {
                    list.trim_end_matches(" |")
                        .split(" | ")
                        .map(str::to_owned)
                        .enumerate()
                        .collect::<Vec<_>>()
                })
            };
            let alone = groups().filter(|(_, group)| group == name).map(|(at, _)| at).max();
            let together = groups()
                .filter(|(_, group)| group.split(" & ").any(|one| one == name))
                .map(|(at, _)| at)
                .min();
            alone.or(together).unwrap_or(0)
        };
        let levels = NAMES.map(level);
        let set = |bits: usize| (0..NAMES.len()).filter(move |at| bits & (1 << at) != 0);
        let price = |bits: &usize| {
            let mut counts = [0; 5];
            for at in set(*bits) {
                counts[4 - levels[at]] += 1;
            }
            (counts, set(*bits).collect::<Vec<_>>())
        };
        let names = |bits: usize| set(bits).map(|at| NAMES[at]).collect::<Vec<_>>();
        let enough = |bits: &usize| lists().all(|list| allows(&names(*bits), list.trim_end_matches(" |")));
        names((0..1 << NAMES.len()).filter(enough).min_by_key(price).unwrap())
    }

    /// Whether the call can be made with these permissions, worked out independently.
    fn allows(granted: &[&str], call: &str) -> bool {
        let has = |group: &str| group.split(" & ").all(|name| granted.contains(&name));
        call.split(" | ").any(has)
    }

    /// Lines of several tables, as an endpoint has them.
    fn any_tables() -> impl Strategy<Value = String> {
        let list = prop::sample::select(vec!["-", "A", "A <", "A & B | C", "A < B & C | D", "C | A", "B & D <"]);
        let part = (prop::sample::select(vec!["work", "personal", "application"]), list);
        let line = prop::collection::vec(part.prop_map(|(scheme, list)| format!("{scheme}: {list}")), 1..4);
        let line = (prop::sample::select(vec!["", "[users] "]), line);
        let line = line.prop_map(|(label, parts)| format!("{label}{}", parts.join("; ")));
        prop::collection::vec(line, 0..4).prop_map(|lines| lines.join("\n"))
    }

    /// Reads the words of a need: `A or B and C (users)`.
    fn says_enough(need: &str, granted: &[&str]) -> bool {
        let words = need.split(" (").next().unwrap();
        words
            .split(" or ")
            .any(|choice| choice.split(" and ").all(|name| granted.contains(&name)))
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(300))]

        /// What is granted is enough by one of them exactly if it is by the other: one alternative of each table.
        #[test]
        fn least_and_missing_go_by_what_an_error_says(tables in any_tables(), granted in prop::collection::hash_set(prop::sample::select(vec!["A", "B", "C", "D"]), 0..4)) {
            let mut endpoint = Endpoint::new(Method::Get, "beta", "/x");
            endpoint.permissions = Box::leak(tables.into_boxed_str());
            let granted: Vec<&str> = granted.into_iter().collect();
            for scheme in [Scheme::DelegatedWork, Scheme::DelegatedPersonal, Scheme::Application] {
                let needs: Vec<String> = endpoint.needs(scheme).iter().map(ToString::to_string).collect();
                let enough = |granted: &[&str]| needs.iter().all(|need| says_enough(need, granted));
                let Ok(set) = least(&[&endpoint], scheme) else {
                    prop_assert!(needs.is_empty());
                    continue;
                };
                prop_assert!(!needs.is_empty() && enough(&set));
                let added = missing(&granted, &[&endpoint], scheme).unwrap();
                prop_assert_eq!(added.is_empty(), enough(&granted), "{:?}", needs);
            }
        }

        #[test]
        fn the_least_set_allows_everything_and_no_part_of_it_does(calls in any_calls()) {
            let texts: Vec<&str> = calls.iter().map(String::as_str).collect();
            let set = least_of(&texts);
            prop_assert!(calls.iter().all(|call| allows(&set, call)));
            for left_out in &set {
                let rest: Vec<&str> = set.iter().filter(|name| *name != left_out).copied().collect();
                prop_assert!(!calls.iter().all(|call| allows(&rest, call)), "{left_out} of {set:?}");
            }
        }

        /// No other set is less: of the highest level on which they differ, the least set has fewer permissions.
        #[test]
        fn the_least_set_is_that_of_brute_force(calls in any_ranked_calls()) {
            let texts: Vec<&str> = calls.iter().map(String::as_str).collect();
            prop_assert_eq!(least_of(&texts), brute_force(&texts));
        }

        #[test]
        fn what_is_granted_and_what_is_missing_are_enough(calls in any_calls(), granted in prop::collection::hash_set(prop::sample::select(vec!["A", "B", "C", "D", "E", "F"]), 0..4)) {
            let granted: Vec<&str> = granted.into_iter().collect();
            let endpoints: Vec<Endpoint> = calls.iter().map(|text| call(text)).collect();
            let endpoints: Vec<&Endpoint> = endpoints.iter().collect();
            let added = missing(&granted, &endpoints, Scheme::Application).unwrap();
            let all: Vec<&str> = granted.iter().copied().chain(added.iter().copied()).collect();
            prop_assert!(calls.iter().all(|call| allows(&all, call)));
            for left_out in &added {
                let rest: Vec<&str> = all.iter().filter(|name| *name != left_out).copied().collect();
                prop_assert!(!calls.iter().all(|call| allows(&rest, call)));
            }
            let given_up = excess(&granted, &endpoints, Scheme::Application).unwrap();
            let kept: Vec<&str> = granted.iter().filter(|name| !given_up.contains(name)).copied().collect();
            let all: Vec<&str> = kept.iter().copied().chain(added.iter().copied()).collect();
            let enough = |set: &[&str]| calls.iter().all(|call| allows(set, call));
            for left_out in &kept {
                let rest: Vec<&str> = all.iter().filter(|name| *name != left_out).copied().collect();
                prop_assert!(!enough(&rest), "{left_out} of {all:?}");
            }
            prop_assert!(enough(&all));
        }
    }
}
