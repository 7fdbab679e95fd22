//! Permissions as data: what a set of calls needs, what is missing, what is too much.

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

/// The documented permissions of an operation. Each list holds alternatives, least privileged first; each alternative is a group of
/// permissions that are needed together. An empty list means that the kind of sign-in is not supported.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PermissionSet {
    /// What the set is for, if the page has several.
    pub label: &'static str,
    /// With a work or school account.
    pub delegated_work: &'static [&'static [&'static str]],
    /// With a personal account.
    pub delegated_personal: &'static [&'static [&'static str]],
    /// Without a user.
    pub application: &'static [&'static [&'static str]],
}

impl PermissionSet {
    /// The alternatives for a kind of sign-in, least privileged first.
    pub const fn alternatives(&self, scheme: Scheme) -> &'static [&'static [&'static str]] {
        match scheme {
            Scheme::DelegatedWork => self.delegated_work,
            Scheme::DelegatedPersonal => self.delegated_personal,
            Scheme::Application => self.application,
        }
    }
}
