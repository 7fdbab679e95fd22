//! The places for values in a path and in a query, with what tells their meaning.

use super::segment::Argument;
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

/// The places in the value of a query option of a route. In `$expand=parts($levels={n})` the innermost name tells most.
pub fn of_query_option<'a>(name: &'a str, value: &'a str, owner: Option<&'a str>) -> Vec<Place<'a>> {
    let mut places = Vec::new();
    let mut at = 0;
    for piece in pieces(value) {
        let before = value.get(..at).unwrap_or("");
        match piece {
            Piece::Literal(text) => at += text.len(),
            Piece::Placeholder(inside) => {
                places.push(Place {
                    placeholder: Placeholder(inside),
                    argument: argument(name, before),
                    owner,
                });
                at += value.get(at..).and_then(|rest| rest.find('}')).map_or(0, |end| end + 1);
            }
        }
    }
    places
}

/// The name of the option, or of the argument in it, whose value begins before a place. Further items of a list have none.
fn argument<'a>(option: &'a str, before: &'a str) -> Option<&'a str> {
    let item = |text: &'a str| text.rsplit_once(',').map(|(_, item)| item);
    match before.rsplit_once('(') {
        Some((_, inside)) if inside.contains(')') => None,
        Some((_, inside)) => Argument::read(item(inside).unwrap_or(inside)).name,
        None => item(before).map_or(Some(option), |item| Argument::read(item).name),
    }
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
