//! The parameters of a URL: the placeholders in a path and its query, with the names that tell what they mean.

use super::segment::Argument;
use super::{Path, Piece, Placeholder, Segment, pieces};

/// A placeholder of a URL, with the names that tell what it means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UrlParameter<'a> {
    /// The words for the value.
    pub placeholder: Placeholder<'a>,
    /// The name of the argument or query option that has the value.
    pub argument: Option<&'a str>,
    /// The last name before it in the path: what the value is a key of.
    pub owner: Option<&'a str>,
}

impl Path {
    /// The parameters of the path that is called, in order.
    pub fn parameters(&self) -> Vec<UrlParameter<'_>> {
        let mut parameters = Vec::new();
        let mut owner = None;
        for segment in self.segments() {
            let known = parameters.len();
            match segment {
                Segment::Key(placeholder) => parameters.push(UrlParameter {
                    placeholder,
                    argument: None,
                    owner,
                }),
                Segment::Call(call) => {
                    of_arguments(call.arguments(), [segment.name(), owner], &mut parameters);
                }
                Segment::Mixed(text) => of_text(text, None, owner, &mut parameters),
                _ => {}
            }
            if parameters.len() == known {
                owner = self::owner(segment).or(owner);
            }
        }
        parameters
    }

    /// The last name of the path that has no place for a value.
    pub fn owner(&self) -> Option<&str> {
        self.segments()
            .rev()
            .find_map(|segment| owner(segment).filter(|_| !segment.has_placeholder()))
    }
}

/// The parameters in the value of a query option. The innermost name tells most: `$levels` in `$expand=parts($levels={n})`.
pub fn of_query_option<'a>(name: &'a str, value: &'a str, owner: Option<&'a str>) -> Vec<UrlParameter<'a>> {
    let mut parameters = Vec::new();
    let mut at = 0;
    for piece in pieces(value) {
        let before = value.get(..at).unwrap_or("");
        match piece {
            Piece::Literal(text) => at += text.len(),
            Piece::Placeholder(inside) => {
                at += value.get(at..).and_then(|rest| rest.find('}')).map_or(0, |end| end + 1);
                let is_whole = ends(value.get(at..).unwrap_or(""));
                parameters.push(UrlParameter {
                    placeholder: Placeholder(inside),
                    argument: argument(name, before).filter(|_| is_whole),
                    owner,
                });
            }
        }
    }
    parameters
}

const QUOTES: [char; 2] = ['\'', '"'];

/// Whether nothing of the same value follows a placeholder.
fn ends(after: &str) -> bool {
    let after = after.trim_start_matches(QUOTES);
    after.is_empty() || after.starts_with([',', ')', ';'])
}

/// The name of the option, or of the argument in it, whose value a placeholder is as a whole. Further items of a list have
/// none, and neither has a value inside of an expression: `$filter=id eq '{id}'`.
fn argument<'a>(option: &'a str, before: &'a str) -> Option<&'a str> {
    let item = |text: &'a str| text.rsplit_once(',').map(|(_, item)| item);
    let begins = |value: &str| value.trim_matches(QUOTES).is_empty();
    let named = |item: &'a str| {
        let Argument { name, value } = Argument::read(item);
        name.filter(|_| begins(value))
    };
    match before.rsplit_once('(') {
        Some((_, inside)) if inside.contains(')') => None,
        Some((_, inside)) => named(item(inside).unwrap_or(inside)),
        None => item(before).map_or_else(|| Some(option).filter(|_| begins(before)), named),
    }
}

/// The first placeholder can be a key of what is called; further ones have the owner of the path before.
fn of_arguments<'a>(
    arguments: impl Iterator<Item = Argument<'a>>,
    owners: [Option<&'a str>; 2],
    parameters: &mut Vec<UrlParameter<'a>>,
) {
    let [called, before] = owners;
    let known = parameters.len();
    for argument in arguments {
        let owner = if parameters.len() == known { called } else { before };
        of_text(argument.value, argument.name, owner, parameters);
    }
}

fn of_text<'a>(
    text: &'a str,
    argument: Option<&'a str>,
    owner: Option<&'a str>,
    parameters: &mut Vec<UrlParameter<'a>>,
) {
    for piece in pieces(text) {
        if let Piece::Placeholder(inside) = piece {
            parameters.push(UrlParameter {
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
