//! The places for values in a path and in a query, with what tells their meaning.

use super::segment::{Argument, arguments};
use super::{Path, Piece, Placeholder, Segment, pieces};

/// A place for a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place<'a> {
    /// The words for the value.
    pub placeholder: Placeholder<'a>,
    /// The name of the argument or query option that has the value.
    pub argument: Option<&'a str>,
    /// The last name before it in the path: what the value is a key of.
    pub owner: Option<&'a str>,
}

impl Path {
    /// The places of the path that is called, in order.
    pub fn places(&self) -> Vec<Place<'_>> {
        let mut places = Vec::new();
        let mut owner = None;
        for segment in self.segments() {
            let known = places.len();
            match segment {
                Segment::Key(placeholder) => places.push(Place {
                    placeholder,
                    argument: None,
                    owner,
                }),
                Segment::Call(call) => {
                    of_arguments(call.arguments(), [segment.name(), owner], &mut places);
                }
                Segment::Mixed(text) => of_text(text, None, owner, &mut places),
                _ => {}
            }
            if places.len() == known {
                owner = self::owner(segment).or(owner);
            }
        }
        places
    }

    /// The last name of the path that has no place for a value.
    pub fn owner(&self) -> Option<&str> {
        self.segments()
            .rev()
            .find_map(|segment| owner(segment).filter(|_| !segment.has_places()))
    }
}

/// The places in the value of a query option of a route.
pub fn of_query_option<'a>(name: &'a str, value: &'a str, owner: Option<&'a str>) -> Vec<Place<'a>> {
    let mut places = Vec::new();
    // `$expand=parts($levels={n})`: the innermost name.
    let inner = value.rsplit_once('(').map(|(_, inside)| inside);
    match inner.filter(|inside| inside.contains('{')) {
        Some(inside) => {
            let outer = value.len() - inside.len();
            of_text(value.get(..outer).unwrap_or(""), Some(name), owner, &mut places);
            of_arguments(arguments(inside), [owner, owner], &mut places);
        }
        None => of_text(value, Some(name), owner, &mut places),
    }
    places
}

/// The first place can be a key of what is called; further ones have the owner of the path before.
fn of_arguments<'a>(
    arguments: impl Iterator<Item = Argument<'a>>,
    owners: [Option<&'a str>; 2],
    places: &mut Vec<Place<'a>>,
) {
    let [called, before] = owners;
    let known = places.len();
    for argument in arguments {
        let owner = if places.len() == known { called } else { before };
        of_text(argument.value, argument.name, owner, places);
    }
}

fn of_text<'a>(text: &'a str, argument: Option<&'a str>, owner: Option<&'a str>, places: &mut Vec<Place<'a>>) {
    for piece in pieces(text) {
        if let Piece::Placeholder(inside) = piece {
            places.push(Place {
                placeholder: Placeholder(inside),
                argument,
                owner,
            });
        }
    }
}

/// The name that a segment gives to what follows; `$ref` and the like give none.
fn owner(segment: Segment<'_>) -> Option<&str> {
    match segment {
        Segment::Literal(_) | Segment::Cast(_) | Segment::Call(_) => segment.name().filter(|name| !name.is_empty()),
        _ => None,
    }
}
