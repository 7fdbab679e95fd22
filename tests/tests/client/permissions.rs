//! Permissions as data.

use generated::beta::intune_rbac::{role_assignment, role_scope_tag};
use generated::runtime::permissions::{Support, excess, least, missing};
use generated::runtime::{Endpoint, Method, Scheme};
use proptest::prelude::*;

/// A call with permissions for an application.
fn call(permissions: &str) -> Endpoint {
    let mut endpoint = Endpoint::new(Method::Get, "beta", "/x");
    endpoint.permissions = Box::leak(format!("application: {permissions}").into_boxed_str());
    endpoint
}

fn least_of(calls: &[&str]) -> Vec<&'static str> {
    let calls: Vec<Endpoint> = calls.iter().map(|text| call(text)).collect();
    let mut set = least(&calls.iter().collect::<Vec<_>>(), Scheme::Application).unwrap();
    set.sort_unstable();
    set
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
fn of_the_documented_calls() {
    let calls = [&role_assignment::LIST, &role_scope_tag::LIST, &role_assignment::DELETE];
    let set = least(&calls, Scheme::Application).unwrap();
    assert_eq!(set, ["DeviceManagementRBAC.ReadWrite.All"]);
    let error = least(&calls, Scheme::DelegatedPersonal).unwrap_err();
    assert_eq!(error.endpoints.len(), 3);
    assert!(
        error.to_string().contains("GET /beta/deviceManagement/roleScopeTags"),
        "{error}"
    );
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
    // What is not allowed anyway needs nothing.
    assert_eq!(excess(&["Read", "A"]), ["A"]);
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
    assert_eq!(work, ["User.Read", "Group.Read", "A"]);
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

/// Whether the call can be made with these permissions, worked out anew.
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
        for call in &calls {
            prop_assert_eq!(allows(&granted, call), allows(&kept, call));
        }
    }
}
