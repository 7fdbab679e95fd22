//! Sentences of the Response and Request body sections, and the types that they name.

mod types;

use crate::page::prose::{Patterns, Sentence};
use std::sync::LazyLock;

/// What a phrase of a sentence about a body says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Phrase {
    /// It ends the noun phrase of what is returned.
    InResponseBody,
    /// The same in shorter words, which also stand elsewhere.
    InBody,
    /// It mentions the body.
    ResponseBody,
    /// There is no body.
    Empty,
    /// It is about a header of the answer.
    Header,
    /// It is about a header of the request.
    RequestHeader,
    /// It is about the header that says where the result will be.
    Location,
    /// It is about another call, whose answer it tells.
    AnotherCall,
    /// It is about what the call returns.
    Returns,
    /// It makes a collection of the type beside it.
    Collection,
}

use Phrase::{
    AnotherCall, Collection, Empty, Header, InBody, InResponseBody, Location, RequestHeader, ResponseBody, Returns,
};

#[rustfmt::skip]
const PHRASES: &[(&str, Phrase)] = &[
    ("in the response body", InResponseBody),
    ("in the body|response", InBody),
    ("response body", ResponseBody),
    ("not|doesn't return anything", Empty),
    ("no|empty response body", Empty),
    ("with no content", Empty),
    ("without a body", Empty),
    ("`header|headers`", Header),
    ("`prefer` ~ `header|headers`", RequestHeader),
    ("`header|headers` is|are set|specified|included|provided|sent", RequestHeader),
    ("`location` response? header", Location),
    ("`get` request to this|the|that url|location|address", AnotherCall),
    ("making|make|sending|send|issue|issuing a `get` request", AnotherCall),
    ("method|this returns", Returns),
    ("collection|collections", Collection),
    ("list|lists|array of", Collection),
];

/// The statuses of calls that went well, and the redirect of downloads.
const SUCCESSES: &[u16] = &[200, 201, 202, 204, 205, 206, 207, 302];

static SAYS: LazyLock<Patterns<Phrase>> = LazyLock::new(|| Patterns::new(PHRASES));

/// A sentence and what its phrases say.
#[allow(
    clippy::struct_excessive_bools,
    reason = "each is a phrase that a sentence has or not"
)]
pub(super) struct Said<'w, 'a> {
    sentence: Sentence<'w, 'a>,
    /// The token where "in the response body" begins.
    in_body: Option<usize>,
    response_body: bool,
    /// "It does not return anything."
    pub(super) empty: bool,
    header: bool,
    /// "... and a `Location` header."
    pub(super) location: bool,
    /// "Make a GET request to this URL, which returns ..."
    another_call: bool,
    /// "This method returns ..."
    returns: bool,
    collection: bool,
}

impl<'w, 'a> Said<'w, 'a> {
    /// Reads a sentence.
    pub(super) fn read(sentence: Sentence<'w, 'a>) -> Self {
        let mut said = Self {
            sentence,
            in_body: None,
            response_body: false,
            empty: false,
            header: false,
            location: false,
            another_call: false,
            returns: false,
            collection: false,
        };
        let mut short = None;
        for found in said.sentence.clone().all(&SAYS) {
            match found.meaning {
                InResponseBody => said.in_body = said.in_body.or(Some(found.start)),
                InBody => short = short.or(Some(found.start)),
                ResponseBody => said.response_body = true,
                Empty => said.empty = true,
                Header => said.header = true,
                RequestHeader => {}
                Location => {
                    said.location = true;
                    said.header = true;
                }
                AnotherCall => said.another_call = true,
                Returns => said.returns = true,
                Collection => said.collection = true,
            }
        }
        said.response_body |= said.in_body.is_some() || said.empty;
        said.in_body = said.in_body.or(short);
        said
    }

    /// What the sentence says about each of its statuses: the words up to the next one.
    pub(super) fn parts(&self) -> impl Iterator<Item = (u16, Self)> + '_ {
        let words = self.sentence.words;
        let ends = self.statuses().skip(1).map(|(at, _)| at);
        let ends = ends.chain([self.sentence.tokens.end]);
        let mut start = self.sentence.tokens.start;
        self.statuses().zip(ends).map(move |((_, status), end)| {
            let tokens = std::mem::replace(&mut start, end)..end;
            (status, Self::read(Sentence { words, tokens }))
        })
    }

    /// The success status codes, and the redirect of downloads, with their tokens.
    pub(super) fn statuses(&self) -> impl Iterator<Item = (usize, u16)> + '_ {
        let words = self.sentence.tokens.clone().map(|at| (at, self.sentence.lower(at)));
        let codes = words.filter(|(_, word)| word.len() == 3);
        // "A 200-series response code" names none of them.
        let codes = codes.filter(|(at, _)| !(1..3).any(|next| self.sentence.lower(at + next) == "series"));
        let codes = codes.filter_map(|(at, word)| Some((at, word.parse().ok()?)));
        codes.filter(|(_, code)| SUCCESSES.contains(code))
    }

    /// "... a `Location` header that points to the [x](x.md)" and "Make a GET request to this URL, which returns an
    /// [x](x.md)" name no body of this call.
    pub(super) fn is_about_else(&self) -> bool {
        (self.header && !self.response_body) || (self.another_call && self.statuses().next().is_none())
    }
}

#[cfg(test)]
mod tests {
    use super::SAYS;
    use crate::page::prose::proof::{assert_proven, paragraph};

    #[test]
    fn each_phrase_has_a_sentence() {
        let sentences = [
            "Returns a widget in the response body.",
            "Returns the part in the response.",
            "The response body has a widget.",
            "It does not return anything.",
            "There is an empty response body.",
            "Answers with no content.",
            "It ends without a body.",
            "See the `ETag` header.",
            "Send the `Prefer: wait` request header.",
            "The header is set.",
            "Look at the `Location` response header.",
            "Make a `GET` request for it.",
            "A `GET` request to this URL returns it.",
            "This method returns a widget.",
            "Gives a collection.",
            "Gives a list of parts.",
        ];
        assert_proven(&SAYS, &sentences.map(paragraph));
    }
}
