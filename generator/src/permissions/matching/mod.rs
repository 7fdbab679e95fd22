//! Which documented route a call means.

mod nearest;
mod properties;
mod token;
mod tree;

use super::calls::{Address, Call};
use crate::model::{Method, Model, Operation, PathKey, Property, Route, Schema, Version};
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;
use token::{Token, tokens};
use tree::Node;

/// A documented route, with every page that documents it.
#[derive(Debug)]
pub struct Documented<'m> {
    /// The version.
    pub version: &'m Version,
    /// Its pages, the one that is most about it first.
    pub pages: Vec<Page<'m>>,
}

/// A page of a route.
#[derive(Debug, Clone, Copy)]
pub struct Page<'m> {
    /// The page.
    pub operation: &'m Operation,
    /// Its line for the route.
    pub route: &'m Route,
}

impl Documented<'_> {
    /// `GET /users/{id}`, as its first page writes it.
    pub fn route(&self) -> String {
        self.pages
            .first()
            .map_or_else(String::new, |page| format!("{} {}", page.route.method, page.route.path))
    }
}

/// Every documented route, to look calls up in.
#[derive(Debug)]
pub struct Index<'m> {
    routes: Vec<Documented<'m>>,
    /// For routes that return objects with such properties: the ones that need more, by their names in small letters.
    properties: FxHashMap<usize, BTreeMap<String, &'m Property>>,
    /// In the order in which a call without a version is looked up.
    versions: Vec<(&'m Version, Node)>,
}

impl<'m> Index<'m> {
    /// Reads the routes of a model.
    pub fn of(model: &'m Model) -> Self {
        let mut index = Self {
            routes: Vec::new(),
            properties: FxHashMap::default(),
            versions: Vec::new(),
        };
        // `v1.0` before `beta`: a call without a version most likely means what is supported.
        for schema in model.schemas.iter().rev() {
            let root = index.add(schema);
            index.versions.push((&schema.version, root));
        }
        index
    }

    fn add(&mut self, schema: &'m Schema) -> Node {
        let mut known: FxHashMap<(Method, &PathKey), usize> = FxHashMap::default();
        let first = self.routes.len();
        for operation in &schema.operations {
            for route in &operation.routes {
                let at = *known.entry((route.method, route.path.key())).or_insert_with(|| {
                    self.routes.push(Documented {
                        version: &schema.version,
                        pages: Vec::new(),
                    });
                    self.routes.len() - 1
                });
                if let Some(documented) = self.routes.get_mut(at) {
                    documented.pages.push(Page { operation, route });
                }
            }
        }
        let mut root = Node::default();
        for (documented, at) in self.routes.iter_mut().zip(0..).skip(first) {
            // A page whose first line is the route is about it; of such pages, that of the shortest name is the main one.
            documented
                .pages
                .sort_by_key(|page| (page.route.id, page.operation.file.len(), &page.operation.file));
            documented.pages.dedup_by_key(|page| &page.operation.file);
            for page in &documented.pages {
                root.insert(&page.route.path, page.route.method, at);
            }
        }
        let needy = properties::Needy::of(schema);
        for (documented, at) in self.routes.iter().zip(0..).skip(first) {
            let found = documented.pages.iter().flat_map(|page| needy.of_route(page.route));
            let found: BTreeMap<String, &Property> = found.collect();
            if !found.is_empty() {
                self.properties.insert(at, found);
            }
        }
        root
    }

    /// The names of the properties that a query asks for and that need more permissions, in small letters and sorted.
    pub fn properties(&self, route: usize, address: &Address) -> Vec<String> {
        let Some(needy) = self.properties.get(&route).filter(|_| !address.query.is_empty()) else {
            return Vec::new();
        };
        let asked = properties::asked(address);
        needy.keys().filter(|name| asked.contains(*name)).cloned().collect()
    }

    /// The same for a call.
    pub(super) fn needy(&self, route: usize, call: &Call) -> Vec<&'m Property> {
        let named = if call.properties.is_empty() {
            self.properties(route, &call.address)
        } else {
            call.properties.clone()
        };
        let needy = self.properties.get(&route);
        named.iter().filter_map(|name| needy?.get(name).copied()).collect()
    }

    /// The routes in order of version and page.
    pub fn routes(&self) -> &[Documented<'m>] {
        &self.routes
    }

    /// A route by its number.
    pub fn route(&self, number: usize) -> Option<&Documented<'m>> {
        self.routes.get(number)
    }

    /// The number of the route that a call means.
    pub fn find(&self, method: &str, address: &Address) -> Option<usize> {
        let method = Method::ALL.into_iter().find(|known| known.as_str() == method)?;
        if !address.is_of_api() {
            return None;
        }
        let written = tokens(&address.path);
        let roots = self
            .versions
            .iter()
            .filter(|(version, _)| address.version.is_none_or(|wanted| wanted == version.0));
        let roots: Vec<&Node> = roots.map(|(_, root)| root).collect();
        let of_all = |tokens: &[Token]| roots.iter().find_map(|root| root.find(tokens, method));
        of_all(&written).or_else(|| others(&written).iter().find_map(|tokens| of_all(tokens)))
    }

    /// The documented route that is most like a call that none is.
    pub fn nearest(&self, call: &Call) -> Option<&Documented<'m>> {
        nearest::nearest(self, call)
    }
}

/// Other paths that need the same permissions, nearest first: without a cast, without `$count`, and with an item's id in
/// the place of its path.
fn others(written: &[Token]) -> Vec<Vec<Token>> {
    let has_others = |token: &Token| match token {
        Token::Colon | Token::Qualified(_) => true,
        Token::Word(word) => word == "$count",
        Token::Call { .. } | Token::Value => false,
    };
    if !written.iter().any(has_others) {
        return Vec::new();
    }
    let mut others: Vec<Vec<Token>> = vec![by_id(written)];
    for change in [without_casts, without_count] {
        for at in 0..others.len() {
            let changed = others.get(at).map(|tokens| change(tokens));
            others.extend(changed);
        }
        let changed = change(written);
        others.push(changed);
    }
    others.retain(|tokens| tokens != written);
    others.sort_by_key(|tokens| written.len().abs_diff(tokens.len()));
    others.dedup();
    others
}

fn without_casts(written: &[Token]) -> Vec<Token> {
    let is_cast = |token: &&Token| !matches!(token, Token::Qualified(_));
    written.iter().filter(is_cast).cloned().collect()
}

fn without_count(written: &[Token]) -> Vec<Token> {
    match written.split_last() {
        Some((Token::Word(word), rest)) if word == "$count" => rest.to_vec(),
        _ => written.to_vec(),
    }
}

/// `items/{id}:/{path}:/children` and `root:/{path}:/children` as `items/{id}/children`.
fn by_id(written: &[Token]) -> Vec<Token> {
    let Some(colon) = written.iter().position(|token| *token == Token::Colon) else {
        return written.to_vec();
    };
    let (before, after) = written.split_at(colon);
    let rest = after.get(2..).unwrap_or_default();
    let rest = rest.strip_prefix(&[Token::Colon]).unwrap_or(rest);
    let mut tokens = before.to_vec();
    if tokens.last() == Some(&Token::Word("root".to_owned())) {
        tokens.pop();
        tokens.extend([Token::Word("items".to_owned()), Token::Value]);
    }
    tokens.extend(rest.iter().cloned());
    tokens
}
