//! Docset profiles: what differs between sets of pages of one format.
//!
//! The references of `OneDrive` and Copilot have the format of Graph's; other services have pages like them for other hosts.
//! A profile is found from the pages, or a user names one.

use super::Docs;
use super::layout::is_version;
use crate::model::address;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// What pages of a set have in common.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Profile {
    /// Its name.
    #[serde(skip)]
    pub name: String,
    /// The hosts of the service, the usual one first, without a scheme.
    pub hosts: Vec<String>,
    /// The first segment of every path of a service that has one version without a name: `api`. It stands in the place of
    /// the version.
    #[serde(default)]
    pub segment: Option<String>,
    /// The version of pages that name none.
    #[serde(default)]
    pub default_version: Option<String>,
    /// What titles of such pages end with.
    #[serde(default)]
    pub titles: Vec<String>,
    /// What stands on such pages.
    #[serde(default)]
    pub marks: Vec<String>,
    /// The public address of the folder that the pages stand in. Its last part is the name of the folder.
    #[serde(default)]
    pub site: Option<String>,
    /// First segments that pages write for longer paths, and all paths that each one stands for.
    #[serde(default)]
    pub short: BTreeMap<String, Vec<String>>,
}

impl Default for Profile {
    fn default() -> Self {
        Self::named(GRAPH).unwrap_or_else(|| Self::of_host("graph.microsoft.com", None))
    }
}

/// The profile of sets that nothing tells apart.
pub(crate) const GRAPH: &str = "graph";

/// Every known profile.
static KNOWN: LazyLock<BTreeMap<String, Profile>> = LazyLock::new(|| {
    let rows: BTreeMap<String, Profile> = toml::from_str(include_str!("profiles.toml")).unwrap_or_default();
    let named = |(name, profile): (String, Profile)| (name.clone(), Profile { name, ..profile });
    rows.into_iter().map(named).collect()
});

impl Profile {
    /// The known profile of this name.
    pub fn named(name: &str) -> Option<Self> {
        KNOWN.get(name).cloned()
    }

    /// The names of all known profiles.
    pub fn names() -> impl Iterator<Item = &'static str> {
        KNOWN.keys().map(String::as_str)
    }

    /// What stands in the place of a version in known services that have one version without a name.
    pub fn segments() -> impl Iterator<Item = &'static str> {
        KNOWN.values().filter_map(|profile| profile.segment.as_deref())
    }

    /// The profile of a service that no known one describes.
    pub fn of_host(host: &str, segment: Option<String>) -> Self {
        Self {
            name: host.to_owned(),
            hosts: vec![host.to_owned()],
            segment,
            default_version: None,
            titles: Vec::new(),
            marks: Vec::new(),
            site: None,
            short: BTreeMap::new(),
        }
    }

    /// Whether the service has this host.
    pub fn has_host(&self, host: &str) -> bool {
        self.hosts.iter().any(|known| known.eq_ignore_ascii_case(host))
    }

    /// Whether a known service has this host.
    pub fn knows_host(host: &str) -> bool {
        KNOWN.values().any(|profile| profile.has_host(host))
    }

    /// Whether a first segment is a version, or stands in its place.
    pub fn is_version(&self, segment: &str) -> bool {
        is_version(segment) || self.segment.as_deref() == Some(segment)
    }

    /// The product that all pages of a known set are about.
    pub(crate) fn product(&self) -> Option<&str> {
        (self.name != GRAPH && KNOWN.contains_key(&self.name)).then_some(&self.name)
    }

    /// The paths that a short one stands for; none for a path that is written out.
    pub(crate) fn written_out(&self, path: &str) -> Vec<String> {
        let path = path.trim_start_matches('/');
        let first = path.split('/').next().unwrap_or(path);
        let rest = path.get(first.len()..).unwrap_or("");
        let starts = self.short.get(first).map_or(&[][..], Vec::as_slice);
        starts.iter().map(|start| format!("{start}{rest}")).collect()
    }

    /// The public address of a page at this path, without the extension. `None` where the profile does not know one.
    pub(crate) fn address(&self, path: &str) -> Option<String> {
        self.site.as_deref().map(|site| address(site, path))
    }

    /// The version of a page that names none.
    pub fn version(&self) -> &str {
        let stated = self.default_version.as_deref().or(self.segment.as_deref());
        stated.unwrap_or("beta")
    }

    /// The base URL of the service: `https://graph.microsoft.com`.
    pub fn base_url(&self) -> String {
        format!(
            "https://{}",
            self.hosts.first().map_or("graph.microsoft.com", String::as_str)
        )
    }

    /// The profile that the pages tell: by titles and marks, then by the host that most request lines of the first pages
    /// name.
    pub fn find(docs: &Docs) -> Self {
        let texts = docs
            .pages
            .iter()
            .take(PAGES)
            .filter_map(|page| docs.sources.file(page.file));
        let texts: Vec<&str> = texts.map(|source| source.text.as_str()).collect();
        let fits = |profile: &&Profile| {
            let pages = texts.iter().filter(|text| profile.is_on(text)).count();
            // Not every page has a mark: one of a type has none.
            let share = if profile.marks.is_empty() { 2 } else { MARKED };
            pages > 0 && pages * share >= texts.len()
        };
        if let Some(profile) = KNOWN.values().find(fits) {
            return profile.clone();
        }
        let mut hosts: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for (host, segment) in texts.iter().flat_map(|text| requests(text)) {
            hosts.entry(host).or_default().push(segment);
        }
        let most = hosts.iter().max_by_key(|(_, segments)| segments.len());
        let graph = Self::default();
        if let Some((host, segments)) = most.filter(|(host, _)| !graph.has_host(host)) {
            let known = KNOWN.values().find(|profile| profile.has_host(host));
            return known.cloned().unwrap_or_else(|| Self::of_host(host, common(segments)));
        }
        graph
    }

    /// Whether a page has a title or a mark of the profile.
    fn is_on(&self, text: &str) -> bool {
        let titles = || text.lines().take(HEAD).filter(|line| line.starts_with("title:"));
        let ends =
            |title: &String| titles().any(|line| line.trim_end_matches(['"', '\'', ' ']).ends_with(title.as_str()));
        self.titles.iter().any(ends) || self.marks.iter().any(|mark| text.contains(mark.as_str()))
    }
}

/// How many pages are looked at.
const PAGES: usize = 200;

/// One page in so many has a mark at least.
const MARKED: usize = 20;

/// How many lines of a page are looked at for its title.
const HEAD: usize = 20;

/// The requests of a page, without those to addresses that a reply gave: their annotation has an `opaqueUrl`.
fn requests(text: &str) -> impl Iterator<Item = (&str, &str)> {
    let mut is_opaque = false;
    text.lines().filter_map(move |line| {
        // An annotation goes for the block behind it.
        if line.contains("<!--") {
            is_opaque = false;
        }
        is_opaque |= line.contains("\"opaqueUrl\"");
        request(line).filter(|_| !is_opaque)
    })
}

/// Host and first segment of `GET https://api.kiln.example/api/pots`.
fn request(line: &str) -> Option<(&str, &str)> {
    let (method, target) = line.trim().split_once(' ')?;
    let is_method = matches!(method, "GET" | "POST" | "PUT" | "PATCH" | "DELETE");
    let rest = target.trim_start().strip_prefix("https://").filter(|_| is_method)?;
    let mut parts = rest.split(['/', '?', ' ']);
    Some((
        parts.next().filter(|host| host.contains('.') && !host.contains('{'))?,
        parts.next().unwrap_or(""),
    ))
}

/// The segment that all paths begin with, unless it is a version.
fn common(segments: &[&str]) -> Option<String> {
    let first = segments
        .first()
        .filter(|first| !first.is_empty() && !is_version(first))?;
    let is_word = first.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_');
    (is_word && segments.len() > 1 && segments.iter().all(|segment| segment == first)).then(|| (*first).to_owned())
}
