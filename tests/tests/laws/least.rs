//! The least set of `generator permissions` is that of brute force, and that of the emitted crate, for every kind of sign-in.

use generated::runtime::permissions::least;
use generated::runtime::{self, Endpoint, Method};
use generator::model::Scheme;
use generator::permissions::{Answer, Call, Grants, Index, Program};
use proptest::prelude::*;
use tests::pages::read;

const NAMES: [&str; 9] = [
    "Ash.Read", "Bay.Read", "Cob.Read", "Dam.Read", "Elm.Read", "Fen.Read", "Gap.Read", "Hay.Read", "Ivy.Read",
];
const SCHEMES: [(Scheme, runtime::Scheme, &str, &str); 3] = [
    (
        Scheme::DelegatedWork,
        runtime::Scheme::DelegatedWork,
        "work",
        "Delegated (work or school account)",
    ),
    (
        Scheme::DelegatedPersonal,
        runtime::Scheme::DelegatedPersonal,
        "personal",
        "Delegated (personal Microsoft account)",
    ),
    (
        Scheme::Application,
        runtime::Scheme::Application,
        "application",
        "Application",
    ),
];

/// The choices of a call for one kind of sign-in, least privileged first; none if it cannot be made.
type Choices = Vec<Vec<&'static str>>;

fn choices() -> impl Strategy<Value = Choices> {
    let group = prop::collection::btree_set(prop::sample::select(NAMES.to_vec()), 1..3);
    let list = prop::collection::vec(group, 1..5);
    let list = list.prop_map(|groups| {
        let mut distinct: Choices = Vec::new();
        for group in groups {
            let group: Vec<&str> = group.into_iter().collect();
            if !distinct.contains(&group) {
                distinct.push(group);
            }
        }
        distinct
    });
    prop_oneof![12 => list, 1 => Just(Vec::new())]
}

/// A page, as people write it.
fn page(number: usize, call: &[Choices; 3]) -> (String, String) {
    let rows = SCHEMES.iter().zip(call).map(|((_, _, _, name), choices)| {
        let groups: Vec<String> = choices.iter().map(|group| group.join(" and ")).collect();
        let cell = if groups.is_empty() {
            "Not supported.".to_owned()
        } else {
            groups.join(", ")
        };
        format!("|{name}|{cell}|\n")
    });
    let text = format!(
        "# Get pot{number}\n\nDoes it.\n\n## Permissions\n|Permission type|Permissions (from least to most privileged)|\n|:---|:---|\n{}\n\
         ## HTTP request\n```http\nGET /pot{number}s\n```\n\n## Response\nReturns `204 No Content`.\n",
        rows.collect::<String>()
    );
    (format!("beta/api/pot{number}-get.md"), text)
}

/// The same as an endpoint has it.
fn endpoint(call: &[Choices; 3]) -> Endpoint {
    let parts = SCHEMES.iter().zip(call).map(|((_, _, word, _), choices)| {
        let groups: Vec<String> = choices.iter().map(|group| group.join(" & ")).collect();
        match groups.split_first() {
            None => format!("{word}: -"),
            Some((least, rest)) => format!("{word}: {least} < {}", rest.join(" | ")).trim_end().to_owned(),
        }
    });
    let mut endpoint = Endpoint::new(Method::Get, "beta", "/x");
    endpoint.permissions = Box::leak(parts.collect::<Vec<_>>().join("; ").into_boxed_str());
    endpoint
}

/// Of all sets that allow every call, the one with the fewest permissions of the highest level, then of the next, and then
/// the first by name; found by trying each.
fn brute_force(calls: &[&Choices]) -> Vec<&'static str> {
    let level = |name: &str| {
        let places = || calls.iter().flat_map(|choices| choices.iter().enumerate());
        let alone = places().filter(|(_, group)| **group == [name]).map(|(at, _)| at).max();
        let together = places()
            .filter(|(_, group)| group.contains(&name))
            .map(|(at, _)| at)
            .min();
        alone.or(together).unwrap_or(0)
    };
    let levels = NAMES.map(level);
    let set = |bits: usize| (0..NAMES.len()).filter(move |at| bits & (1 << at) != 0);
    let names = |bits: usize| set(bits).map(|at| NAMES[at]).collect::<Vec<_>>();
    let price = |bits: &usize| {
        let mut counts = [0; 5];
        set(*bits).for_each(|at| counts[4 - levels[at]] += 1);
        (counts, set(*bits).collect::<Vec<_>>())
    };
    let allows = |bits: &usize| {
        let held = names(*bits);
        let is_met = |group: &Vec<&str>| group.iter().all(|name| held.contains(name));
        calls.iter().all(|choices| choices.iter().any(is_met))
    };
    names((0..1 << NAMES.len()).filter(allows).min_by_key(price).unwrap())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn the_least_set_of_a_program_is_that_of_brute_force(calls in prop::collection::vec([choices(), choices(), choices()], 1..13)) {
        let pages: Vec<_> = calls.iter().enumerate().map(|(number, call)| page(number, call)).collect();
        let model = read(&pages).model;
        let index = Index::of(&model);
        let made: Vec<Call> = (0..calls.len()).map(|number| Call::new("GET", &format!("/pot{number}s"))).collect();
        let program = Program::of(&index, &made);
        prop_assert_eq!(program.calls.len(), calls.len());
        let answer = Answer::of(&program, &Scheme::ALL, &Grants::default());
        let endpoints: Vec<Endpoint> = calls.iter().map(endpoint).collect();
        for (at, (scheme, of_crate, ..)) in SCHEMES.iter().enumerate() {
            let of_scheme = answer.schemes.iter().find(|one| one.scheme == *scheme).unwrap();
            let possible: Vec<&Choices> = calls.iter().map(|call| &call[at]).filter(|choices| !choices.is_empty()).collect();
            prop_assert_eq!(&of_scheme.least, &brute_force(&possible));
            let set = least(&endpoints.iter().collect::<Vec<_>>(), *of_crate);
            prop_assert_eq!(of_scheme.whole().map(<[String]>::to_vec), set.ok().map(|set| set.into_iter().map(str::to_owned).collect()));
        }
    }
}
