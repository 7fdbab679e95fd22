//! A tree over the segments of documented paths.

use super::token::{self, Token};
use crate::model::{Method, Path, Segment};
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;

/// A place in the tree: what may follow, and the routes that end here.
#[derive(Debug, Default)]
pub(super) struct Node {
    words: FxHashMap<String, Node>,
    /// By name: functions with the names of their arguments.
    calls: FxHashMap<String, BTreeMap<Vec<Option<String>>, Node>>,
    key: Option<Box<Node>>,
    colon: Option<Box<Node>>,
    routes: Vec<(Method, usize)>,
}

impl Node {
    /// Adds the route of a number.
    pub(super) fn insert(&mut self, path: &Path, method: Method, route: usize) {
        let mut node = self;
        for segment in path.segments() {
            node = match segment {
                Segment::Literal(text) if is_identifier(text) => node.key(),
                Segment::Literal(text) | Segment::Cast(text) => node.word(text),
                Segment::Call(call) => {
                    let arguments: Vec<_> = call
                        .arguments()
                        .map(|one| one.name.map(str::to_ascii_lowercase))
                        .collect();
                    match arguments.as_slice() {
                        [] => node.word(call.name),
                        // A key in parentheses.
                        [None] => node.word(call.name).key(),
                        _ => node.call(call.name, arguments),
                    }
                }
                Segment::Key(_) | Segment::Mixed(_) => node.key(),
                Segment::Colon => node.colon.get_or_insert_default(),
                Segment::Ref => node.word("$ref"),
                Segment::Value => node.word("$value"),
                Segment::Count => node.word("$count"),
            };
        }
        node.routes.push((method, route));
    }

    fn word(&mut self, text: &str) -> &mut Self {
        self.words.entry(local(text)).or_default()
    }

    fn key(&mut self) -> &mut Self {
        self.key.get_or_insert_default()
    }

    fn call(&mut self, name: &str, mut arguments: Vec<Option<String>>) -> &mut Self {
        arguments.sort();
        self.calls.entry(local(name)).or_default().entry(arguments).or_default()
    }

    /// The route that the tokens lead to, names before values.
    pub(super) fn find(&self, tokens: &[Token], method: Method) -> Option<usize> {
        self.walk(tokens, &|node| {
            node.routes
                .iter()
                .find(|(known, _)| *known == method)
                .map(|(_, route)| *route)
        })
    }

    /// Any route that the tokens lead to, whatever its method.
    pub(super) fn find_any(&self, tokens: &[Token]) -> Option<usize> {
        self.walk(tokens, &|node| node.routes.iter().map(|(_, route)| *route).min())
    }

    fn walk(&self, tokens: &[Token], end: &dyn Fn(&Self) -> Option<usize>) -> Option<usize> {
        let Some((first, rest)) = tokens.split_first() else {
            return end(self);
        };
        let by_name = match first {
            Token::Word(name) | Token::Qualified(name) => {
                self.words.get(name.as_str()).and_then(|node| node.walk(rest, end))
            }
            Token::Call { name, arguments } => self.walk_call(name, arguments, rest, end),
            Token::Value => None,
            Token::Colon => return self.colon.as_ref()?.walk(rest, end),
        };
        by_name.or_else(|| {
            let key = self.key.as_ref().filter(|_| first.is_value())?;
            key.walk(rest, end)
        })
    }

    /// A function of these arguments; a key in parentheses; a function whose line leaves out its arguments.
    fn walk_call(
        &self,
        name: &str,
        arguments: &[Option<String>],
        rest: &[Token],
        end: &dyn Fn(&Self) -> Option<usize>,
    ) -> Option<usize> {
        let calls = self.calls.get(name);
        let exact = calls.and_then(|calls| calls.get(arguments));
        let word = self.words.get(name);
        let key = word
            .and_then(|node| node.key.as_deref())
            .filter(|_| arguments.len() == 1);
        let alike = calls
            .into_iter()
            .flatten()
            .filter(|(names, _)| names.len() == arguments.len());
        let nodes = exact
            .into_iter()
            .chain(key)
            .chain(alike.map(|(_, node)| node))
            .chain(word);
        nodes.into_iter().find_map(|node| node.walk(rest, end))
    }
}

/// The last part of a name, in small letters.
fn local(text: &str) -> String {
    let small = text.to_ascii_lowercase();
    match small.rsplit_once('.') {
        Some((namespace, name)) if token::is_namespace(namespace) => name.to_owned(),
        _ => small,
    }
}

/// `11111111-2222-3333-4444-555555555555`.
fn is_identifier(segment: &str) -> bool {
    segment.len() == 36 && segment.bytes().all(|byte| byte.is_ascii_hexdigit() || byte == b'-')
}
