//! The JSON form of permissions: every scope in one list per scheme, and beside these lists what is finer.

use super::{Alternative, Permissions, Rank, Scheme, Support};
use crate::model::{Origin, RouteId};
use rustc_hash::FxHashSet;
use serde::{Deserialize, Serialize, Serializer};
use std::borrow::Cow;

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Flat<'a> {
    label: Option<Cow<'a, str>>,
    delegated_work: Vec<Cow<'a, str>>,
    delegated_personal: Vec<Cow<'a, str>>,
    application: Vec<Cow<'a, str>>,
    /// The same, with scopes that are needed together in one group.
    alternatives: Schemes<Vec<Scopes<'a>>>,
    /// The alternatives that the page calls the least privileged.
    #[serde(default)]
    least: Schemes<Vec<Scopes<'a>>>,
    /// Those that it calls higher privileged.
    #[serde(default)]
    higher: Schemes<Vec<Scopes<'a>>>,
    /// Those that count for one resource only.
    #[serde(default, skip_serializing_if = "Schemes::is_empty")]
    resource_specific: Schemes<Vec<Scopes<'a>>>,
    /// Those that are supported only for backward compatibility.
    #[serde(default, skip_serializing_if = "Schemes::is_empty")]
    compatibility: Schemes<Vec<Scopes<'a>>>,
    /// Built-in roles, one of which the signed-in user needs.
    #[serde(default, skip_serializing_if = "<[String]>::is_empty")]
    roles: Cow<'a, [String]>,
    #[serde(default)]
    support: Option<Schemes<State>>,
    #[serde(default, skip_serializing_if = "<[RouteId]>::is_empty")]
    routes: Cow<'a, [RouteId]>,
    /// The schemes of which nothing is stated.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    unstated: Vec<Scheme>,
    #[serde(default, skip_serializing_if = "<[String]>::is_empty")]
    pages: Cow<'a, [String]>,
    #[serde(default, skip_serializing_if = "<[String]>::is_empty")]
    notes: Cow<'a, [String]>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    notes_origin: Option<Cow<'a, Origin>>,
    origin: Cow<'a, Origin>,
}

type Scopes<'a> = Cow<'a, [String]>;

#[derive(Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Schemes<T> {
    delegated_work: T,
    delegated_personal: T,
    application: T,
}

impl<T> Schemes<Vec<T>> {
    fn is_empty(&self) -> bool {
        Scheme::ALL.into_iter().all(|scheme| self.of_scheme(scheme).is_empty())
    }
}

impl<T> Schemes<T> {
    fn of<'a>(permissions: &'a Permissions, each: impl Fn(&'a Support) -> T) -> Self {
        Self {
            delegated_work: each(&permissions.delegated_work),
            delegated_personal: each(&permissions.delegated_personal),
            application: each(&permissions.application),
        }
    }

    fn of_scheme(&self, scheme: Scheme) -> &T {
        match scheme {
            Scheme::DelegatedWork => &self.delegated_work,
            Scheme::DelegatedPersonal => &self.delegated_personal,
            Scheme::Application => &self.application,
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
enum State {
    Stated,
    /// No permission is needed: the only alternative is empty.
    None,
    NotSupported,
    Unstated,
}

impl Serialize for Permissions {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let unstated = |scheme: &Scheme| *self.scheme(*scheme) == Support::Unstated;
        Flat {
            label: self.label.as_deref().map(Cow::Borrowed),
            delegated_work: flat(&self.delegated_work),
            delegated_personal: flat(&self.delegated_personal),
            application: flat(&self.application),
            alternatives: Schemes::of(self, |support| groups(support, |_| true)),
            least: Schemes::of(self, |support| groups(support, |rank| rank == Rank::Least)),
            higher: Schemes::of(self, |support| groups(support, |rank| rank == Rank::Higher)),
            resource_specific: Schemes::of(self, |support| groups(support, |rank| rank == Rank::ResourceSpecific)),
            compatibility: Schemes::of(self, |support| groups(support, |rank| rank == Rank::Compatibility)),
            roles: Cow::Borrowed(&self.roles),
            support: Some(Schemes::of(self, state)),
            routes: Cow::Borrowed(&self.routes),
            unstated: Scheme::ALL.into_iter().filter(unstated).collect(),
            pages: Cow::Borrowed(&self.pages),
            notes: Cow::Borrowed(&self.notes),
            notes_origin: self.notes_origin.as_ref().map(Cow::Borrowed),
            origin: Cow::Borrowed(&self.origin),
        }
        .serialize(serializer)
    }
}

/// Every scope once.
fn flat(support: &Support) -> Vec<Cow<'_, str>> {
    let mut known: FxHashSet<&str> = FxHashSet::default();
    let scopes = support.alternatives().iter().flat_map(|choice| &choice.scopes);
    let new = scopes.filter(|scope| known.insert(scope.as_str()));
    new.map(|scope| Cow::Borrowed(scope.as_str())).collect()
}

fn groups(support: &Support, wanted: impl Fn(Rank) -> bool) -> Vec<Scopes<'_>> {
    let choices = support.alternatives().iter().filter(|choice| wanted(choice.rank));
    choices.map(|choice| Cow::Borrowed(choice.scopes.as_slice())).collect()
}

fn state(support: &Support) -> State {
    match support {
        support if support.is_none_needed() => State::None,
        Support::Stated(_) => State::Stated,
        Support::NotSupported => State::NotSupported,
        Support::Unstated => State::Unstated,
    }
}

impl<'de> Deserialize<'de> for Permissions {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Flat::deserialize(deserializer).map(Self::from)
    }
}

impl From<Flat<'_>> for Permissions {
    fn from(form: Flat<'_>) -> Self {
        let [delegated_work, delegated_personal, application] = Scheme::ALL.map(|scheme| support(&form, scheme));
        Self {
            label: form.label.map(Cow::into_owned),
            delegated_work,
            delegated_personal,
            application,
            roles: form.roles.into_owned(),
            routes: form.routes.into_owned(),
            pages: form.pages.into_owned(),
            notes: form.notes.into_owned(),
            notes_origin: form.notes_origin.map(Cow::into_owned),
            origin: form.origin.into_owned(),
        }
    }
}

/// Forms that were written before there was `support` say it by `unstated`.
fn support(form: &Flat<'_>, scheme: Scheme) -> Support {
    let alternatives = form.alternatives.of_scheme(scheme);
    let state = form.support.as_ref().map(|states| *states.of_scheme(scheme));
    match state {
        _ if !alternatives.is_empty() => {}
        Some(State::None) => return Support::none_needed(),
        // A list without an alternative supports nothing, whatever it is called.
        Some(State::Stated | State::NotSupported) => return Support::NotSupported,
        None if !form.unstated.contains(&scheme) => return Support::NotSupported,
        _ => return Support::Unstated,
    }
    let ranks = [
        (&form.least, Rank::Least),
        (&form.higher, Rank::Higher),
        (&form.resource_specific, Rank::ResourceSpecific),
        (&form.compatibility, Rank::Compatibility),
    ];
    let rank = |scopes: &Scopes<'_>| {
        let found = ranks.iter().find(|(lists, _)| lists.of_scheme(scheme).contains(scopes));
        found.map_or(Rank::Unranked, |(_, rank)| *rank)
    };
    let ranked = alternatives.iter().map(|scopes| Alternative {
        scopes: scopes.to_vec(),
        rank: rank(scopes),
    });
    Support::Stated(ranked.collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample() -> Permissions {
        let choice = |scopes: &[&str], rank| Alternative {
            scopes: scopes.iter().map(ToString::to_string).collect(),
            rank,
        };
        Permissions {
            delegated_work: Support::Stated(
                [
                    choice(&["Kiln.Read"], Rank::Least),
                    choice(&["Kiln.Read", "Clay.Read"], Rank::Higher),
                    choice(&["Kiln.Read.Group"], Rank::ResourceSpecific),
                    choice(&["Kiln.All"], Rank::Compatibility),
                    choice(&["Yard.All"], Rank::Unranked),
                ]
                .into(),
            ),
            roles: vec!["Kiln Reader".to_owned()],
            delegated_personal: Support::NotSupported,
            ..Permissions::default()
        }
    }

    #[test]
    fn the_flat_lists_and_what_is_finer() {
        let mut form = serde_json::to_value(sample()).unwrap();
        form.as_object_mut().unwrap().remove("origin");
        insta::assert_snapshot!(form, @r#"{"alternatives":{"application":[],"delegatedPersonal":[],"delegatedWork":[["Kiln.Read"],["Kiln.Read","Clay.Read"],["Kiln.Read.Group"],["Kiln.All"],["Yard.All"]]},"application":[],"compatibility":{"application":[],"delegatedPersonal":[],"delegatedWork":[["Kiln.All"]]},"delegatedPersonal":[],"delegatedWork":["Kiln.Read","Clay.Read","Kiln.Read.Group","Kiln.All","Yard.All"],"higher":{"application":[],"delegatedPersonal":[],"delegatedWork":[["Kiln.Read","Clay.Read"]]},"label":null,"least":{"application":[],"delegatedPersonal":[],"delegatedWork":[["Kiln.Read"]]},"resourceSpecific":{"application":[],"delegatedPersonal":[],"delegatedWork":[["Kiln.Read.Group"]]},"roles":["Kiln Reader"],"support":{"application":"unstated","delegatedPersonal":"notSupported","delegatedWork":"stated"},"unstated":["application"]}"#);
    }

    #[test]
    fn the_form_says_it_all() {
        let form = serde_json::to_string(&sample()).unwrap();
        assert_eq!(serde_json::from_str::<Permissions>(&form).unwrap(), sample());
    }

    #[test]
    fn no_permission_is_a_state_of_its_own() {
        let none = Permissions {
            application: Support::none_needed(),
            delegated_work: Support::NotSupported,
            ..Permissions::default()
        };
        let form = serde_json::to_value(&none).unwrap();
        insta::assert_snapshot!(form["support"], @r#"{"application":"none","delegatedPersonal":"unstated","delegatedWork":"notSupported"}"#);
        insta::assert_snapshot!(form["alternatives"], @r#"{"application":[[]],"delegatedPersonal":[],"delegatedWork":[]}"#);
        assert_eq!(serde_json::from_value::<Permissions>(form).unwrap(), none);
    }

    #[test]
    fn a_form_without_the_finer_lists_is_read() {
        let mut form = serde_json::to_value(sample()).unwrap();
        let fields = form.as_object_mut().unwrap();
        fields.retain(|name, _| !["least", "higher", "support"].contains(&name.as_str()));
        let read: Permissions = serde_json::from_value(form).unwrap();
        assert_eq!(read.delegated_work.alternatives().len(), 5);
        assert_eq!(read.delegated_personal, Support::NotSupported);
        assert_eq!(read.application, Support::Unstated);
    }
}
