//! The count of the different calls of a log.

use super::line::Line;
use super::{CallsError, Filter, failure};
use crate::model::Scheme;
use crate::permissions::Grants;
use crate::permissions::calls::{Address, Call, batch, mask};
use rustc_hash::{FxHashMap, FxHashSet};
use std::path::Path;

/// What a log says.
#[derive(Debug, Default)]
pub struct Tally {
    /// How often a documented route was called, by its number, with a kind of sign-in and with properties that need more.
    routes: FxHashMap<(usize, Option<Scheme>, Vec<String>), u64>,
    /// How often others were called, with ids taken out.
    unknown: FxHashMap<(String, Option<Scheme>), u64>,
    roles: FxHashSet<String>,
    scopes: FxHashSet<String>,
    /// The applications of lines that count, and of those that do not.
    apps: FxHashMap<String, u64>,
    lines: u64,
    /// Lines that are no JSON objects.
    pub(super) unread: u64,
    /// Lines without a method or an address.
    without_call: u64,
}

impl Tally {
    pub(super) fn add(&mut self, line: &Line<'_>, filter: Filter<'_, '_>) {
        self.lines += 1;
        if !line.app.is_empty() {
            bump(&mut self.apps, &line.app);
        }
        if filter.app.is_some_and(|app| !app.eq_ignore_ascii_case(&line.app)) {
            return;
        }
        if line.method.is_empty() || line.uri.is_empty() {
            self.without_call += 1;
            return;
        }
        let scheme = self.grant(&line.roles, &line.scopes);
        let method = line.method.to_ascii_uppercase();
        let address = Address::parse(&line.uri);
        match filter.index.find(&method, &address) {
            Some(route) => {
                let properties = filter.index.properties(route, &address);
                *self.routes.entry((route, scheme, properties)).or_default() += 1;
            }
            // Its parts have lines of their own.
            None if batch::is_batch(&address) => {}
            None => {
                *self
                    .unknown
                    .entry((format!("{method} {}", mask(&address)), scheme))
                    .or_default() += 1;
            }
        }
    }

    /// Notes what was granted; which kind of sign-in that means.
    fn grant(&mut self, roles: &str, scopes: &str) -> Option<Scheme> {
        match (roles.trim(), scopes.trim()) {
            ("", "") => None,
            (roles, "") => {
                note(&mut self.roles, roles);
                Some(Scheme::Application)
            }
            (_, scopes) => {
                note(&mut self.scopes, scopes);
                Some(Scheme::DelegatedWork)
            }
        }
    }

    /// Adds the count of another part of the log.
    pub fn merge(&mut self, other: Self) {
        for (key, count) in other.routes {
            *self.routes.entry(key).or_default() += count;
        }
        for (key, count) in other.unknown {
            *self.unknown.entry(key).or_default() += count;
        }
        for (key, count) in other.apps {
            *self.apps.entry(key).or_default() += count;
        }
        self.roles.extend(other.roles);
        self.scopes.extend(other.scopes);
        self.lines += other.lines;
        self.unread += other.unread;
        self.without_call += other.without_call;
    }

    /// Refuses a log that says nothing about calls.
    pub(super) fn check(&self, path: &Path, app: Option<&str>) -> Result<(), CallsError> {
        let help = "a line of an activity log has `RequestMethod` and `RequestUri`";
        let of_app = app.map_or(self.lines, |app| {
            self.apps
                .iter()
                .filter(|(known, _)| known.eq_ignore_ascii_case(app))
                .map(|(_, count)| *count)
                .sum()
        });
        match app {
            _ if self.lines == 0 && self.unread > 0 => Err(failure(
                path,
                Some(1),
                "no line is a whole JSON object",
                super::JSON_HELP,
            )),
            _ if self.lines == 0 => Err(failure(
                path,
                None,
                "the log has no lines",
                "export it again; it has one line for each call",
            )),
            Some(app) if of_app == 0 => Err(failure(
                path,
                None,
                format!("no line is of the application {app}; {}", self.named_apps()),
                "name one of them after --app",
            )),
            _ if of_app == self.without_call => Err(failure(path, None, "no line names a method and an address", help)),
            _ => Ok(()),
        }
    }

    fn named_apps(&self) -> String {
        let mut apps: Vec<(&String, &u64)> = self.apps.iter().collect();
        apps.sort_by_key(|(app, count)| (std::cmp::Reverse(**count), *app));
        let named: Vec<&str> = apps.iter().take(5).map(|(app, _)| app.as_str()).collect();
        match named.as_slice() {
            [] => "the log names no application".to_owned(),
            named if apps.len() > named.len() => format!("it has {}, ...", named.join(", ")),
            named => format!("it has {}", named.join(", ")),
        }
    }

    /// What there is to say about lines that were not counted.
    pub fn notes(&self, app: Option<&str>) -> Vec<String> {
        let mut notes = Vec::new();
        if app.is_none() && self.apps.len() > 1 {
            notes.push(format!(
                "the log has calls of {} applications, answered together; {}; choose one with --app",
                self.apps.len(),
                self.named_apps()
            ));
        }
        let odd = [
            (self.unread, "is not a whole JSON object", "are not whole JSON objects"),
            (
                self.without_call,
                "has no method or address",
                "have no method or address",
            ),
        ];
        notes.extend(odd.iter().filter_map(|(count, one, several)| match count {
            0 => None,
            1 => Some(format!("1 line {one}; it is left out")),
            _ => Some(format!("{count} lines {several}; they are left out")),
        }));
        notes
    }

    /// The different calls, the most frequent first, and what was granted.
    pub fn into_calls(self) -> (Vec<Call>, Grants) {
        let mut grants = Grants::default();
        let lists = [(Scheme::Application, self.roles), (Scheme::DelegatedWork, self.scopes)];
        for (scheme, texts) in lists {
            for permission in texts.iter().flat_map(|text| text.split([' ', ','])) {
                grants.add(scheme, permission);
            }
        }
        let mut calls: Vec<Call> = Vec::with_capacity(self.routes.len() + self.unknown.len());
        for ((route, scheme, properties), count) in self.routes {
            calls.push(Call {
                route: Some(route),
                scheme,
                properties,
                count,
                ..Call::default()
            });
        }
        for ((text, scheme), count) in self.unknown {
            calls.push(Call {
                scheme,
                count,
                ..Call::parse(&text)
            });
        }
        calls.sort_by(|one, other| {
            (other.count, one.route, &one.text, one.scheme, &one.properties).cmp(&(
                one.count,
                other.route,
                &other.text,
                other.scheme,
                &other.properties,
            ))
        });
        (calls, grants)
    }
}

fn bump(counts: &mut FxHashMap<String, u64>, name: &str) {
    match counts.get_mut(name) {
        Some(count) => *count += 1,
        None => *counts.entry(name.to_ascii_lowercase()).or_default() += 1,
    }
}

fn note(texts: &mut FxHashSet<String>, text: &str) {
    if !texts.contains(text) {
        texts.insert(text.to_owned());
    }
}
