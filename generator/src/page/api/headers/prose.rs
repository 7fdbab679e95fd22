//! Request headers that sentences name: "The call must carry an `If-Match` header".

use super::value;
use crate::markdown::Text;
use crate::model::Header;
use crate::page::api::section::{Placed, Topic};
use crate::page::api::{HeaderRow, Need};
use crate::page::note;
use crate::page::prose::{Patterns, Sentence, Words, one_line};
use std::ops::Range;
use std::sync::LazyLock;

/// What a sentence says about a header that it names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Said {
    /// Every call needs it.
    Needed,
    /// A call can have it.
    Possible,
    /// Only some calls need it.
    Sometimes,
    /// It is no header of the request.
    Other,
}

const WORDINGS: &[(&str, Said)] = &[
    ("must|requires|require|required|needs|need|mandatory", Said::Needed),
    ("add|include|pass|provide|send|set|specify|use|using", Said::Possible),
    ("NO", Said::Other),
    ("if|when|unless|except|until", Said::Sometimes),
    ("without", Said::Other),
    ("response|returns|returned|example|messages", Said::Other),
    ("following members|values", Said::Other),
];

static SAYS: LazyLock<Patterns<Said>> = LazyLock::new(|| Patterns::new(WORDINGS));

/// The headers of the sentences outside of tables, without those that rows have.
pub(super) fn read(placed: &[Placed<'_>], rows: &[HeaderRow]) -> Vec<HeaderRow> {
    let mut found: Vec<HeaderRow> = Vec::new();
    let about = placed.iter().filter(|place| is_about_requests(place.topic));
    let texts = about.flat_map(|place| place.section.paragraphs().map(move |text| (place.topic, text)));
    // Few sentences name a header.
    for (topic, text) in texts.filter(|(_, text)| text.plain.contains("header")) {
        let rows_of_text = of_text(text).into_iter();
        // An introduction can be about what other calls send.
        let counts =
            |row: &HeaderRow| topic != Topic::Introduction || row.header.value.is_some() || !row.needs.is_empty();
        for row in rows_of_text.filter(counts) {
            if !rows.iter().chain(&found).any(|known| is_same(known, &row)) {
                found.push(row);
            }
        }
    }
    found
}

fn is_about_requests(topic: Topic) -> bool {
    matches!(
        topic,
        Topic::Introduction | Topic::Permissions | Topic::Request | Topic::Query | Topic::Headers | Topic::Body
    )
}

/// Whether a row is about the header that a sentence names: of preferences there can be several.
fn is_same(known: &HeaderRow, said: &HeaderRow) -> bool {
    let (known, said) = (&known.header, &said.header);
    // Behind the sentence stands a preference whose value the caller chooses.
    let open = || {
        said.description
            .rsplit_once(" `")
            .map(|(_, preference)| preference.trim_end_matches('`'))
    };
    let preference = said.value.as_deref().or_else(open);
    let name = preference.map(|preference| preference.split('=').next().unwrap_or(preference));
    let has = |name: &str| {
        known.value.as_deref().is_some_and(|value| value.starts_with(name)) || known.description.contains(name)
    };
    known.name.eq_ignore_ascii_case(&said.name) && name.is_none_or(has)
}

fn of_text(text: &Text) -> Vec<HeaderRow> {
    let words = Words::new(text);
    let rows = words.sentences().flat_map(|sentence| of_sentence(&sentence));
    rows.collect()
}

fn of_sentence(sentence: &Sentence<'_, '_>) -> Vec<HeaderRow> {
    let text = sentence.words.text;
    let said: Vec<Said> = sentence.all(&SAYS).map(|found| *found.meaning).collect();
    if said.is_empty() || said.contains(&Said::Other) {
        return Vec::new();
    }
    if said.iter().all(|said| *said == Said::Sometimes) {
        return Vec::new();
    }
    let is_needed = said.contains(&Said::Needed) && !said.contains(&Said::Sometimes);
    let marked = sentence.spans(&text.code).iter().chain(sentence.spans(&text.strong));
    let named = marked.filter_map(|span| header(text, span));
    let words = one_line(sentence.plain());
    let words = note::unmarked(&words);
    let rows = named.map(|header| HeaderRow {
        header: Header {
            description: format!("{words}. {}", header.description).trim_end().to_owned(),
            ..header
        },
        needs: is_needed.then_some(Need::Always).into_iter().collect(),
        span: text.span,
    });
    rows.collect()
}

/// The header in a span of code or in strong words.
fn header(text: &Text, span: &Range<usize>) -> Option<Header> {
    let written = text.slice(span).trim();
    let open = || value::open(written).map(|(name, preference)| (name, None, format!("`{preference}`")));
    let read = value::name(written).map(|(name, preference)| (name, preference, String::new()));
    let (name, preference, description) = read.or_else(open)?;
    let is_name = name.contains('-') || super::ITEMS.iter().any(|known| known.eq_ignore_ascii_case(name));
    let header = Header {
        name: name.to_owned(),
        value: preference.map(str::to_owned).or_else(|| set_to(text, span)),
        required: false,
        description,
    };
    (is_name && !header.belongs_to_every_call()).then_some(header)
}

/// Words between the name of a header and its value.
const BETWEEN: &[&str] = &["to", "value", "as", "with"];

/// The span of code that is its value: "the `ConsistencyLevel` header set to `eventual`".
fn set_to(text: &Text, name: &Range<usize>) -> Option<String> {
    let next = text.code.iter().find(|code| code.start >= name.end)?;
    let between = text.plain.get(name.end..next.start)?;
    let last = between.split_whitespace().next_back()?;
    let is_near = between.len() < 40 && !between.contains('.') && BETWEEN.contains(&last);
    let value = text.slice(next).trim();
    (is_near && value::is_fixed(value)).then(|| value.to_owned())
}

#[cfg(test)]
mod tests {
    use super::SAYS;
    use crate::page::api::sample::page;
    use crate::page::prose::proof::{assert_proven, paragraph};

    #[test]
    fn each_wording_has_a_sentence() {
        let sentences = [
            "A call must carry the `If-Match` header.",
            "Set the `Prefer` header.",
            "Do not send it.",
            "Send it when it is there.",
            "The call works without it.",
            "The response has it.",
            "It gives the following members.",
        ];
        assert_proven(&SAYS, &sentences.map(paragraph));
    }

    fn shown(words: &str) -> String {
        let table = "|Name|Description|\n|:--|:--|\n|Authorization|Bearer {token}. Required.|\n|Prefer|return=minimal. Optional.|\n";
        let text = format!("# Fire kiln\n\nFire a kiln. {words}\n\n## Request headers\n\n{table}");
        let rows = page(&text).rows.headers.into_iter().skip(2);
        let line = |row: super::HeaderRow| {
            let needs = if row.needs.is_empty() { "" } else { " (required)" };
            let value = row.header.value.map(|value| format!(" = {value}")).unwrap_or_default();
            format!("{}{value}{needs}: {}", row.header.name, row.header.description)
        };
        rows.map(line).collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn headers_that_only_sentences_name() {
        insta::assert_snapshot!(shown("The call must carry an `If-Match` header with the last ETag."), @"If-Match (required): The call must carry an If-Match header with the last ETag.");
        insta::assert_snapshot!(shown("This call requires the **ConsistencyLevel** header set to `eventual`."), @"ConsistencyLevel = eventual (required): This call requires the ConsistencyLevel header set to eventual.");
        insta::assert_snapshot!(shown("\n\n## Permissions\n\nYou must include the `Acts-As` header when you use application permissions."), @"Acts-As: You must include the Acts-As header when you use application permissions.");
        insta::assert_snapshot!(shown("\n\n> [!NOTE]\n> Use the `Prefer: respond-async` header to fire slowly."), @"Prefer = respond-async: Use the Prefer: respond-async header to fire slowly.");
        let below = format!(
            "\n\n## Request body\n\n{}",
            "Set the `Prefer: kiln.size={x}` header to get more."
        );
        insta::assert_snapshot!(shown(&below), @"Prefer: Set the Prefer: kiln.size={x} header to get more. `kiln.size={x}`");
    }

    #[test]
    fn sentences_that_name_no_header_of_each_call() {
        for words in [
            "Use the `Prefer: return=minimal` header to get less.",
            "The response has a `Kiln-State` header.",
            "Use the `Prefer: include-unknown-enum-members` header to get the following values: `hot`.",
            "Such URLs do not require an `Acts-As` header.",
        ] {
            assert_eq!(shown(words), "", "{words}");
        }
    }
}
