//! Type cells: `String collection`, `[user](user.md) collection`, `Collection(Edm.String)`, `string, maximum size 20`
//! ...

use crate::markdown::Text;
use crate::model::Primitive;

/// What a type cell says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TypeWord {
    /// A primitive, however spelled.
    Primitive(Primitive),
    /// A name, local or dotted, as spelled.
    Name(String),
    /// Nothing that looks like a type.
    Unknown,
}

/// A type cell, read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TypeCell {
    /// The item type.
    pub word: TypeWord,
    /// Whether it is a collection.
    pub collection: bool,
    /// The target of the cell's link, as written.
    pub link: Option<String>,
    /// Other names of a cell that offers a choice (`ownerInfo or tokenInfo`).
    pub others: Vec<String>,
    /// The cell as written, without markup.
    pub raw: String,
}

impl TypeCell {
    /// A cell that says nothing.
    pub fn unknown() -> Self {
        Self {
            word: TypeWord::Unknown,
            collection: false,
            link: None,
            others: Vec::new(),
            raw: String::new(),
        }
    }

    /// A single value of a primitive type, for facts that no cell states.
    pub fn primitive(primitive: Primitive) -> Self {
        Self {
            word: TypeWord::Primitive(primitive),
            ..Self::unknown()
        }
    }

    /// The name, when it is one.
    pub fn name(&self) -> Option<&str> {
        match &self.word {
            TypeWord::Name(name) => Some(name),
            TypeWord::Primitive(_) | TypeWord::Unknown => None,
        }
    }
}

/// Spellings of primitives on the pages, lower case, `Edm.` taken off. Each occurs in a type cell of real pages.
const SPELLINGS: &[(&str, Primitive)] = &[
    ("base64 encoded string", Primitive::Binary),
    ("base64binary", Primitive::Binary),
    ("binary", Primitive::Binary),
    ("bool", Primitive::Boolean),
    ("boolean", Primitive::Boolean),
    ("byte", Primitive::Byte),
    ("bytes", Primitive::Binary),
    ("date", Primitive::Date),
    ("datetime", Primitive::DateTimeOffset),
    ("datetimeoffset", Primitive::DateTimeOffset),
    ("timestamp", Primitive::DateTimeOffset),
    ("decimal", Primitive::Decimal),
    ("double", Primitive::Double),
    ("duration", Primitive::Duration),
    ("timespan", Primitive::Duration),
    ("etag", Primitive::String),
    ("float", Primitive::Single),
    ("guid", Primitive::Guid),
    ("uuid", Primitive::Guid),
    ("int", Primitive::Int32),
    ("int16", Primitive::Int16),
    ("int32", Primitive::Int32),
    ("int64", Primitive::Int64),
    ("integer", Primitive::Int32),
    ("json", Primitive::Json),
    ("long", Primitive::Int64),
    ("number", Primitive::Int32),
    ("numeric", Primitive::Int32),
    ("object", Primitive::Json),
    ("single", Primitive::Single),
    ("stream", Primitive::Stream),
    ("string", Primitive::String),
    ("timeofday", Primitive::TimeOfDay),
    ("url", Primitive::String),
];

/// Reads a type cell.
pub fn type_cell(cell: &Text) -> TypeCell {
    let raw = collapse(&cell.plain);
    let (inner, collection) = strip_collection(&raw);
    let (first, others) = choices(inner);
    let word = word(first).or_else(|| link_word(cell)).or_else(|| sentence_word(inner));
    TypeCell {
        word: word.unwrap_or(TypeWord::Unknown),
        collection: collection || sentence_collection(inner),
        link: cell
            .links
            .iter()
            .map(|link| link.target.clone())
            .find(|target| !target.is_empty()),
        others,
        raw,
    }
}

/// The primitive that a word spells, in any case, with or without `Edm.`.
pub(super) fn primitive(word: &str) -> Option<Primitive> {
    let lower = word.trim().to_ascii_lowercase();
    let bare = lower.strip_prefix("edm.").unwrap_or(&lower);
    SPELLINGS
        .iter()
        .find(|(spelling, _)| *spelling == bare)
        .map(|(_, primitive)| *primitive)
}

fn collapse(plain: &str) -> String {
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Removes `collection`, `Collection(..)`, `collection of` and `array of`; twice, because some cells say "collection
/// collection".
fn strip_collection(raw: &str) -> (&str, bool) {
    let mut inner = raw.trim();
    let mut collection = false;
    loop {
        let lower = inner.to_ascii_lowercase();
        let cut = if lower.starts_with("collection(") && inner.ends_with(')') {
            inner.get(11..inner.len() - 1)
        } else if let Some(at) = ["collection of ", "array of ", "list of "]
            .iter()
            .find_map(|start| lower.starts_with(start).then_some(start.len()))
        {
            inner.get(at..)
        } else if lower.ends_with(" collection") {
            inner.get(..inner.len() - 11)
        } else if inner.ends_with("[]") {
            inner.get(..inner.len() - 2)
        } else {
            None
        };
        match cut {
            Some(rest) => {
                inner = rest.trim();
                collection = true;
            }
            None => return (inner, collection),
        }
    }
}

/// The first of `A or B`, and the rest; a comma or a parenthesis ends a type (`string, maximum size 20`,
/// `string (readonly)`).
fn choices(inner: &str) -> (&str, Vec<String>) {
    let mut names = inner.split(" or ").map(str::trim);
    let first = names.next().unwrap_or("");
    let others = names.filter(|name| is_name(name)).map(ToOwned::to_owned).collect();
    let end = first.find(['(', ',', ';']).unwrap_or(first.len());
    (first.get(..end).unwrap_or("").trim(), others)
}

fn word(text: &str) -> Option<TypeWord> {
    if let Some(primitive) = primitive(text) {
        return Some(TypeWord::Primitive(primitive));
    }
    // `carPart resource`, `partKind enum`, `JSON object`, `Untyped JSON object`.
    let lower = text.to_ascii_lowercase();
    if lower.ends_with("json object") {
        return Some(TypeWord::Primitive(Primitive::Json));
    }
    let bare = [" resource", " object", " enum", " resource type"]
        .iter()
        .find_map(|end| {
            lower
                .ends_with(end)
                .then(|| text.get(..text.len() - end.len()))
                .flatten()
        });
    let name = bare.unwrap_or(text).trim();
    if let Some(primitive) = primitive(name) {
        return Some(TypeWord::Primitive(primitive));
    }
    is_name(name).then(|| named(name))
}

/// `microsoft.graph.Json` and `Edm.X` written as a name are primitives too.
fn named(name: &str) -> TypeWord {
    if name.eq_ignore_ascii_case("microsoft.graph.json") || name.eq_ignore_ascii_case("graph.json") {
        return TypeWord::Primitive(Primitive::Json);
    }
    TypeWord::Name(name.trim_start_matches('#').to_owned())
}

fn is_name(word: &str) -> bool {
    let word = word.trim_start_matches('#');
    word.starts_with(|c: char| c.is_ascii_alphabetic())
        && word.chars().all(|c| c.is_ascii_alphanumeric() || c == '.' || c == '_')
}

/// The first link whose text is a name, in prose around a link.
fn link_word(cell: &Text) -> Option<TypeWord> {
    cell.links
        .iter()
        .map(|link| cell.slice(&link.range).trim())
        .find_map(word)
}

/// A type inside a sentence: `Moment in time when the resource was created.  DateTimeOffset`,
/// `carPart collection. Holds parts ...`.
fn sentence_word(inner: &str) -> Option<TypeWord> {
    let first = inner.split_once(". ").map(|(first, _)| first)?;
    let (name, _) = strip_collection(first);
    let last = inner.rsplit(' ').next().unwrap_or("");
    primitive(last)
        .map(TypeWord::Primitive)
        .or_else(|| is_name(name).then(|| named(name)))
}

fn sentence_collection(inner: &str) -> bool {
    inner
        .split_once(". ")
        .is_some_and(|(first, _)| strip_collection(first).1 && is_name(strip_collection(first).0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markdown::{Block, read};
    use crate::source::FileId;

    /// The cell as a page writes it, read through a table.
    fn cell(markdown: &str) -> String {
        let page = format!("|Property|Type|\n|:---|:---|\n|x|{markdown}|\n");
        let (document, _) = read(FileId(0), &page);
        let Some(Block::Table(table)) = document.sections[0].blocks.first() else {
            panic!("no table")
        };
        let cell = type_cell(&table.rows[0].cells[1]);
        let word = match &cell.word {
            TypeWord::Primitive(primitive) => primitive.edm(),
            TypeWord::Name(name) => name.clone(),
            TypeWord::Unknown => "?".to_owned(),
        };
        let link = cell.link.map(|link| format!(" -> {link}")).unwrap_or_default();
        format!("{word}{}{link}", if cell.collection { " collection" } else { "" })
    }

    #[test]
    fn spellings_of_primitives() {
        let shown = [
            "string",
            "**String**",
            "Edm.Int64",
            "int",
            "numeric",
            "double",
            "`bool`",
            "GUID",
            "dateTimeOffset",
            "DateTime",
            "Timestamp",
            "duration",
            "Edm.Stream",
            "binary",
            "Url",
            "microsoft.graph.Json",
            "JSON object",
        ]
        .map(cell)
        .join("\n");
        insta::assert_snapshot!(shown, @r"
        Edm.String
        Edm.String
        Edm.Int64
        Edm.Int32
        Edm.Int32
        Edm.Double
        Edm.Boolean
        Edm.Guid
        Edm.DateTimeOffset
        Edm.DateTimeOffset
        Edm.DateTimeOffset
        Edm.Duration
        Edm.Stream
        Edm.Binary
        Edm.String
        Edm.Json
        Edm.Json
        ");
    }

    #[test]
    fn collections_in_every_form() {
        let shown = [
            "String collection",
            "Collection(Edm.String)",
            "collection(string)",
            "Collection of String",
            "String Collection",
            "[a](a.md) collection",
            "Collection([a](a.md))",
            "a collection collection",
            "array of String",
            "String[]",
        ]
        .map(cell)
        .join("\n");
        insta::assert_snapshot!(shown, @r"
        Edm.String collection
        Edm.String collection
        Edm.String collection
        Edm.String collection
        Edm.String collection
        a collection -> a.md
        a collection -> a.md
        a collection
        Edm.String collection
        Edm.String collection
        ");
    }

    #[test]
    fn brackets_are_reference_links_and_no_collections() {
        let shown = ["[tagSet][]", "[tagSet]", "[tagSet][tags]", "Collection([tagSet][])"]
            .map(cell)
            .join("\n");
        insta::assert_snapshot!(shown, @r"
        tagSet
        tagSet
        tagSet
        tagSet collection
        ");
    }

    #[test]
    fn words_around_a_type_are_not_part_of_it() {
        let shown = [
            "string, maximum size 20",
            "string (url)",
            "String (readonly)",
            "itemStatistics resource",
            "hashKind enum",
            "aInfo or bInfo",
            "When it was made. DateTimeOffset",
            "gradeOutcome collection. Holds the grades.",
            "microsoft.graph.termStore.term",
            "#microsoft.graph.a",
            "see below",
            "",
        ]
        .map(cell)
        .join("\n");
        insta::assert_snapshot!(shown, @r"
        Edm.String
        Edm.String
        Edm.String
        itemStatistics
        hashKind
        aInfo
        Edm.DateTimeOffset
        gradeOutcome collection
        microsoft.graph.termStore.term
        microsoft.graph.a
        ?
        ?
        ");
    }
}
