//! Finds the routes that a path can mean, without trying all of them.
//!
//! A page can have thousands of routes, each with an example. The routes are a tree of segments; [`fit`](super::fit)
//! tries the few that are left.

use super::fit::takes_slashes;
use crate::model::Piece;
use rustc_hash::FxHashMap;

/// Routes by what stands in their segments.
#[derive(Debug, Default)]
pub(super) struct Routes {
    nodes: Vec<Node>,
    /// How many routes there are.
    count: usize,
}

/// Where some routes are after the same segments.
#[derive(Debug, Default)]
struct Node {
    /// The nodes behind a segment without a placeholder, in small letters.
    whole: FxHashMap<String, usize>,
    /// The nodes behind a segment with a placeholder, by what stands before it.
    starts: FxHashMap<String, usize>,
    /// How long such starts are.
    lengths: Vec<usize>,
    /// The routes that end here.
    ends: Vec<usize>,
    /// The routes with a placeholder here that takes slashes: anything may follow.
    open: Vec<usize>,
}

impl Routes {
    /// Numbered in their order.
    pub(super) fn of<'r>(routes: impl Iterator<Item = Vec<Piece<'r>>>) -> Self {
        let mut tree = Self::default();
        tree.nodes.push(Node::default());
        routes.for_each(|pieces| tree.push(&pieces));
        tree
    }

    /// Adds the next route.
    pub(super) fn push(&mut self, pieces: &[Piece<'_>]) {
        self.add(self.count, pieces);
        self.count += 1;
    }

    fn add(&mut self, route: usize, pieces: &[Piece<'_>]) {
        let (mut node, mut before) = (0, "");
        let mut segment = Segment::default();
        for (at, piece) in pieces.iter().enumerate() {
            match piece {
                Piece::Literal(text) => {
                    for (number, part) in text.split('/').enumerate() {
                        if number > 0 {
                            node = self.behind(node, &std::mem::take(&mut segment));
                        }
                        segment.push(part);
                    }
                    before = text;
                }
                Piece::Placeholder(_) => {
                    segment.is_open = true;
                    if takes_slashes(before, pieces.get(at + 1)) {
                        let node = self.behind(node, &segment);
                        self.nodes
                            .get_mut(node)
                            .into_iter()
                            .for_each(|node| node.open.push(route));
                        return;
                    }
                    before = "";
                }
            }
        }
        let node = self.behind(node, &segment);
        self.nodes
            .get_mut(node)
            .into_iter()
            .for_each(|node| node.ends.push(route));
    }

    /// The node behind a segment, a new one if there is none.
    fn behind(&mut self, node: usize, segment: &Segment) -> usize {
        let new = self.nodes.len();
        let Some(node) = self.nodes.get_mut(node) else {
            return 0;
        };
        let known = if segment.is_open {
            &mut node.starts
        } else {
            &mut node.whole
        };
        if let Some(found) = known.get(&segment.text) {
            return *found;
        }
        known.insert(segment.text.clone(), new);
        if segment.is_open && !node.lengths.contains(&segment.text.len()) {
            node.lengths.push(segment.text.len());
        }
        self.nodes.push(Node::default());
        new
    }

    /// The routes that a path may fit, in order; all others do not fit, whatever their case is.
    pub(super) fn find(&self, path: &str) -> Vec<usize> {
        let path = path.to_ascii_lowercase();
        let mut found = Vec::new();
        let mut nodes: Vec<&Node> = self.nodes.first().into_iter().collect();
        for segment in path.split('/') {
            let mut next = Vec::with_capacity(nodes.len());
            for node in nodes {
                let starts = node.lengths.iter().filter_map(|length| segment.get(..*length));
                let behind = starts.filter_map(|start| node.starts.get(start));
                for node in behind.filter_map(|node| self.nodes.get(*node)) {
                    found.extend(&node.open);
                    next.push(node);
                }
                next.extend(node.whole.get(segment).and_then(|node| self.nodes.get(*node)));
            }
            nodes = next;
        }
        found.extend(nodes.into_iter().flat_map(|node| &node.ends));
        found.sort_unstable();
        found
    }
}

/// A segment of a route up to its first placeholder.
#[derive(Debug, Default)]
struct Segment {
    text: String,
    is_open: bool,
}

impl Segment {
    fn push(&mut self, text: &str) {
        if !self.is_open {
            self.text.push_str(&text.to_ascii_lowercase());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::fit::{Case, fit};
    use super::*;
    use crate::model::pieces;
    use proptest::prelude::*;

    /// Routes and paths of few letters, so that many of them fit.
    fn routes() -> impl Strategy<Value = Vec<String>> {
        let segment = prop_oneof![
            "[abA]",
            "\\{x\\}",
            "a\\{x\\}",
            "a:",
            "f\\(x='\\{x\\}'\\)",
            "\\{x\\}:",
            "\\$count"
        ];
        proptest::collection::vec(proptest::collection::vec(segment, 1..4), 1..12)
            .prop_map(|routes| routes.iter().map(|route| format!("/{}", route.join("/"))).collect())
    }

    proptest! {
        #[test]
        fn no_route_that_fits_is_left_out(routes in routes(), path in "(/([abAc]|a:|ab:?|f\\(x='[ab/]{1,3}'\\)|\\$count)){1,4}") {
            let tree = Routes::of(routes.iter().map(|route| pieces(route)));
            let found = tree.find(&path);
            prop_assert!(found.is_sorted());
            for (at, route) in routes.iter().enumerate() {
                if fit(&pieces(route), &path, Case::Ignored).is_some() {
                    prop_assert!(found.contains(&at), "{path} fits {route}");
                }
            }
        }
    }

    #[test]
    fn routes_that_do_not_fit_are_not_tried() {
        let routes: Vec<String> = (0..20)
            .map(|at| format!("/pots/{{id}}/lid{at}(x={{x}})/$ref"))
            .collect();
        let tree = Routes::of(routes.iter().map(|route| pieces(route)));
        assert_eq!(tree.find("/Pots/1/lid7(x=a/b)/$ref"), [7]);
        for other in ["/pots/1/lid20(x=1)/$ref", "/pans/1/lid7(x=1)/$ref", "/pots/1"] {
            assert_eq!(tree.find(other), Vec::<usize>::new());
        }
    }
}
