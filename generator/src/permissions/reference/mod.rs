//! Facts about permissions from elsewhere: identifiers, kinds, consent, and which routes they open today.
//!
//! Microsoft's own repository has them in `permissions.json` (kinds, consent, privilege, routes) and
//! `provisioningInfo.json` (identifiers); the permissions reference of the documentation has a table for each permission.

mod page;
mod permissions;
mod provisioning;
mod slip;

use crate::model::Scheme;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// Everything that is known, from all files.
#[derive(Debug, Clone, Default)]
pub struct Reference {
    /// By the name in small letters.
    permissions: BTreeMap<String, Permission>,
    /// What each route needs: by method and path in small letters with `{id}`.
    routes: BTreeMap<(String, String), Opened>,
}

/// A permission.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Permission {
    /// The name.
    pub name: String,
    /// By kind of sign-in.
    pub kinds: BTreeMap<Scheme, Kind>,
}

/// A permission for one kind of sign-in.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Kind {
    /// The identifier that manifests want.
    pub id: Option<String>,
    /// Whether an administrator has to consent.
    pub admin_consent: Option<bool>,
    /// From 1, least, to 5.
    pub privilege_level: Option<u64>,
    /// Whether it is hidden or switched off.
    pub retired: bool,
}

/// What opens a route.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Opened {
    /// By kind of sign-in: every permission, and whether it is the least privileged one.
    pub by: BTreeMap<Scheme, BTreeMap<String, bool>>,
    /// The file.
    pub file: PathBuf,
    /// The line of the route in it, from 1.
    pub line: usize,
}

/// Why a reference could not be read.
#[derive(Debug, thiserror::Error)]
#[error("{}{}: {message}", path.display(), line.map_or_else(String::new, |line| format!(":{line}")))]
pub struct ReferenceError {
    path: PathBuf,
    line: Option<usize>,
    message: String,
}

impl ReferenceError {
    /// What to do.
    pub const HELP: &'static str = "a reference is permissions.json or provisioningInfo.json of microsoft-graph-devx-content, \
        or a page with a heading and a table of identifiers for each permission";
}

impl Reference {
    /// Adds what a file says.
    pub fn add(&mut self, text: &str, path: &Path) -> Result<(), ReferenceError> {
        let text = text.trim_start_matches('\u{feff}');
        if !text.trim_start().starts_with(['{', '[']) {
            return page::add(self, text, path);
        }
        let value: serde_json::Value = serde_json::from_str(text).map_err(|error| ReferenceError {
            path: path.to_path_buf(),
            line: Some(error.line()),
            message: if error.is_eof() {
                "the file ends in the middle".to_owned()
            } else {
                format!("this is no JSON: {error}")
            },
        })?;
        if let Some(known) = value.get("permissions").and_then(|known| known.as_object()) {
            permissions::add(self, known, text, path);
        } else if let Some(known) = value.get("permissionDeployments").and_then(|known| known.as_object()) {
            provisioning::add(self, known);
        } else {
            return Err(other_shape(
                path,
                "it has neither `permissions` nor `permissionDeployments`",
            ));
        }
        Ok(())
    }

    /// The permission of a name, however it is spelled.
    pub fn permission(&self, name: &str) -> Option<&Permission> {
        self.permissions.get(&name.to_ascii_lowercase())
    }

    /// What opens a route; the path is in small letters, with `{id}` for each value.
    pub fn route(&self, method: &str, path: &str) -> Option<&Opened> {
        self.routes.get(&(method.to_owned(), path.to_owned()))
    }

    /// Whether it says anything about routes.
    pub fn has_routes(&self) -> bool {
        !self.routes.is_empty()
    }

    /// The permission that a page means by a name which does not exist, where that can be only one.
    pub fn meant(&self, name: &str) -> Option<&Permission> {
        if self.permission(name).is_some() {
            return None;
        }
        self.permission(slip::meant(name, &self.permissions.keys().map(String::as_str))?)
    }

    /// The identifier of a permission, or of the one that is meant; or why there is none.
    pub fn id(&self, name: &str, scheme: Scheme) -> Result<&str, NoId> {
        let Some(permission) = self.permission(name).or_else(|| self.meant(name)) else {
            return Err(NoId::Unknown { near: self.near(name) });
        };
        // One identifier serves both kinds of accounts. `provisioningInfo.json` has it for work only, while
        // `permissions.json` names `User.Read` for personal accounts too, without an identifier.
        let schemes: &[Scheme] = match scheme {
            Scheme::Application => &[Scheme::Application],
            Scheme::DelegatedWork => &[Scheme::DelegatedWork, Scheme::DelegatedPersonal],
            Scheme::DelegatedPersonal => &[Scheme::DelegatedPersonal, Scheme::DelegatedWork],
        };
        let mut kinds = schemes
            .iter()
            .filter_map(|scheme| permission.kinds.get(scheme))
            .peekable();
        if kinds.peek().is_none() {
            return Err(NoId::OtherKind);
        }
        kinds.find_map(|kind| kind.id.as_deref()).ok_or(NoId::NotDeployed)
    }

    /// The known name that is most like an unknown one, if it may be a slip.
    pub fn near(&self, name: &str) -> Option<String> {
        let near = slip::near(name, self.permissions.keys().map(String::as_str))?;
        self.permission(near).map(|known| known.name.clone())
    }

    fn kind(&mut self, name: &str, scheme: Scheme) -> &mut Kind {
        let permission = self.permissions.entry(name.to_ascii_lowercase()).or_default();
        if permission.name.is_empty() {
            name.clone_into(&mut permission.name);
        }
        permission.kinds.entry(scheme).or_default()
    }

    /// The known names.
    pub fn names(&self) -> BTreeSet<&str> {
        self.permissions
            .values()
            .map(|permission| permission.name.as_str())
            .collect()
    }
}

/// Why a permission has no identifier.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoId {
    /// The reference does not know the name: a slip, if a known name is near, else retired.
    Unknown {
        /// The name that may be meant.
        near: Option<String>,
    },
    /// It exists for another kind of sign-in only.
    OtherKind,
    /// It is known and has no identifier.
    NotDeployed,
}

impl std::fmt::Display for NoId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Unknown { near: Some(near) } => write!(f, "not in the reference; a slip for {near}?"),
            Self::Unknown { near: None } => f.write_str("not in the reference: retired, or not yet there"),
            Self::OtherKind => f.write_str("in the reference for another kind of sign-in only"),
            Self::NotDeployed => f.write_str("in the reference without an identifier"),
        }
    }
}

fn other_shape(path: &Path, message: &str) -> ReferenceError {
    ReferenceError {
        path: path.to_path_buf(),
        line: None,
        message: format!("this is no reference of permissions: {message}"),
    }
}

fn scheme(name: &str) -> Option<Scheme> {
    match name {
        "DelegatedWork" => Some(Scheme::DelegatedWork),
        "DelegatedPersonal" => Some(Scheme::DelegatedPersonal),
        "Application" => Some(Scheme::Application),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
