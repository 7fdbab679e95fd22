//! Words that several formats share.

use crate::model::{Origin, Scheme, Version};
use crate::permissions::matching::Documented;
use crate::permissions::program::Known;

/// The name of a kind of sign-in in JSON.
pub(crate) fn key(scheme: Scheme) -> &'static str {
    match scheme {
        Scheme::DelegatedWork => "delegatedWork",
        Scheme::DelegatedPersonal => "delegatedPersonal",
        Scheme::Application => "application",
    }
}

/// The name of a kind of sign-in for people.
pub(crate) fn title(scheme: Scheme) -> &'static str {
    match scheme {
        Scheme::DelegatedWork => "Signed-in user, work or school account",
        Scheme::DelegatedPersonal => "Signed-in user, personal account",
        Scheme::Application => "Application",
    }
}

/// The same in a word, from the name in JSON: as `--sign-in` has it.
pub(super) fn short(key: &str) -> &str {
    match key {
        "delegatedWork" => "work",
        "delegatedPersonal" => "personal",
        other => other,
    }
}

/// `v1.0/api/user-get.md:45`; an included file has its path below the docs root already.
pub(super) fn place(version: &Version, origin: &Origin) -> String {
    let folder = if origin.file.starts_with("includes/") {
        String::new()
    } else {
        format!("{version}/")
    };
    format!("{folder}{}:{}", origin.file, origin.line)
}

/// Where the page documents a call.
pub(super) fn place_of(call: &Known<'_, '_>) -> String {
    call.place()
        .map_or_else(String::new, |origin| place(call.documented.version, origin))
}

/// Where a route is documented.
pub(super) fn place_of_route(documented: &Documented<'_>) -> String {
    let page = documented.pages.first();
    page.map_or_else(String::new, |page| place(documented.version, &page.route.origin))
}

/// `A, B and C together`.
pub(super) fn set(permissions: &[String]) -> String {
    match permissions {
        [] => "no permission".to_owned(),
        permissions => permissions.join(" and "),
    }
}

/// `1 call`, `2 calls`.
pub(super) fn count(number: u64, one: &str) -> String {
    let plural = if number == 1 { "" } else { "s" };
    format!("{number} {one}{plural}")
}
