//! Type cells: `String collection`, `[user](user.md) collection`, `Collection(Edm.String)`, `string, maximum size 20`
//! ...

mod repair;

use crate::markdown::Text;
use crate::model::Primitive;
use crate::page::prose::one_line;
use repair::{REPAIRS, Repair, Stage, first_sentence};

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
    /// What a reader is told about the cell where it has no regular form, in the order in which it was read.
    pub repairs: Vec<&'static str>,
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
            repairs: Vec::new(),
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

    /// Whether two cells name the same type, letter case aside.
    pub fn means_same(&self, other: &Self) -> bool {
        let same = match (&self.word, &other.word) {
            (TypeWord::Name(one), TypeWord::Name(two)) => one.eq_ignore_ascii_case(two),
            (one, two) => one == two,
        };
        same && self.collection == other.collection
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
    ("array", Primitive::Json),
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
    // The row lists the values.
    ("enum", Primitive::String),
    ("enumeration", Primitive::String),
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
    ("text", Primitive::String),
    ("timeofday", Primitive::TimeOfDay),
    ("url", Primitive::String),
];

/// Reads a type cell.
pub fn type_cell(cell: &Text) -> TypeCell {
    read(cell, REPAIRS)
}

fn read(cell: &Text, table: &[Repair]) -> TypeCell {
    let raw = one_line(&cell.plain);
    let mut repairs = Vec::new();
    // Most cells are one name, in which nothing else can be found.
    let whole = is_name(&raw).then_some((raw.as_str(), false));
    let (inner, collection) = whole.unwrap_or_else(|| strip_collection(&raw, cell, table, &mut repairs));
    let before = repairs.len();
    let more = (!is_name(inner)).then_some(inner);
    let first = more.map_or(inner, |text| once(Stage::Behind, text, cell, table, &mut repairs));
    let word = word(first, cell, table, &mut repairs).or_else(|| {
        repairs.truncate(before);
        search(inner, cell, table, &mut repairs)
    });
    let mut targets = cell.links.iter().map(|link| &link.target);
    TypeCell {
        word: word.unwrap_or(TypeWord::Unknown),
        collection: collection || more.is_some_and(|text| first_sentence(text, cell).is_some_and(|(_, many)| many)),
        link: targets.find(|target| !target.is_empty()).cloned(),
        others: more.map(choices).unwrap_or_default(),
        repairs,
        raw,
    }
}

/// The primitive that a word spells, in any case, with or without `Edm.`.
pub(super) fn primitive(word: &str) -> Option<Primitive> {
    let word = word.trim();
    let bare = cut_start(word, "edm.").unwrap_or(word);
    let mut spellings = SPELLINGS.iter();
    let found = spellings.find(|(spelling, _)| spelling.eq_ignore_ascii_case(bare))?;
    Some(found.1)
}

/// The item type of a collection in a regular form: `X collection`, `Collection(X)`.
fn regular_collection(text: &str) -> Option<&str> {
    let inside = |text| cut_start(text, "collection(")?.strip_suffix(')');
    inside(text).or_else(|| cut_end(text, " collection"))
}

/// The item type, and whether the cell says that there are many.
fn strip_collection<'a>(
    text: &'a str,
    cell: &'a Text,
    table: &[Repair],
    repairs: &mut Vec<&'static str>,
) -> (&'a str, bool) {
    let regular = regular_collection(text);
    let mut inner = regular.unwrap_or(text).trim();
    let mut collection = regular.is_some();
    while let Some((rest, message)) = first(Stage::Collection, inner, cell, table) {
        inner = rest.trim();
        collection = true;
        repairs.push(message);
    }
    (inner, collection)
}

/// The first repair of a stage that applies.
fn first<'a>(stage: Stage, text: &'a str, cell: &'a Text, table: &[Repair]) -> Option<(&'a str, &'static str)> {
    let mut tried = table.iter().filter(|repair| repair.stage == stage);
    tried.find_map(|repair| Some(((repair.fix)(text, cell)?, repair.message)))
}

/// The words that the repairs of a stage leave, each tried once.
fn once<'a>(stage: Stage, text: &'a str, cell: &'a Text, table: &[Repair], repairs: &mut Vec<&'static str>) -> &'a str {
    let tried = table.iter().filter(|repair| repair.stage == stage);
    tried.fold(text, |text, repair| match (repair.fix)(text, cell) {
        Some(rest) => {
            repairs.push(repair.message);
            rest.trim()
        }
        None => text,
    })
}

/// The type in a cell that is no type as a whole.
fn search(inner: &str, cell: &Text, table: &[Repair], repairs: &mut Vec<&'static str>) -> Option<TypeWord> {
    let (text, message) = first(Stage::Search, inner, cell, table)?;
    repairs.push(message);
    word(text, cell, table, repairs)
}

/// The other names of `A or B`.
fn choices(inner: &str) -> Vec<String> {
    let names = inner.split(" or ").skip(1).map(str::trim);
    names.filter(|name| is_name(name)).map(ToOwned::to_owned).collect()
}

fn word(text: &str, cell: &Text, table: &[Repair], repairs: &mut Vec<&'static str>) -> Option<TypeWord> {
    let name = once(Stage::Name, text, cell, table, repairs);
    primitive(name)
        .map(TypeWord::Primitive)
        .or_else(|| is_name(name).then(|| TypeWord::Name(name.trim_start_matches('#').to_owned())))
}

fn is_name(word: &str) -> bool {
    let word = word.trim_start_matches('#');
    word.starts_with(|c: char| c.is_ascii_alphabetic())
        && word.chars().all(|c| c.is_ascii_alphanumeric() || c == '.' || c == '_')
}

/// The text behind a start in any case.
fn cut_start<'a>(text: &'a str, start: &str) -> Option<&'a str> {
    let (found, rest) = text.split_at_checked(start.len())?;
    found.eq_ignore_ascii_case(start).then_some(rest)
}

/// The text before an end in any case.
fn cut_end<'a>(text: &'a str, end: &str) -> Option<&'a str> {
    let (rest, found) = text.split_at_checked(text.len().checked_sub(end.len())?)?;
    found.eq_ignore_ascii_case(end).then_some(rest)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markdown::{self, Block};
    use crate::source::FileId;

    /// The cell as a page writes it, read through a table.
    pub(super) fn read_cell(markdown: &str, repairs: &[Repair]) -> TypeCell {
        let page = format!("|Property|Type|\n|:---|:---|\n|x|{markdown}|\n");
        let (document, _) = markdown::read(FileId(0), &page);
        let Some(Block::Table(table)) = document.sections[0].blocks.first() else {
            panic!("no table")
        };
        super::read(&table.rows[0].cells[1], repairs)
    }

    fn cell(markdown: &str) -> String {
        let cell = read_cell(markdown, REPAIRS);
        let link = cell.link.as_ref().map(|link| format!(" -> {link}"));
        format!("{}{}", shown(&cell), link.unwrap_or_default())
    }

    pub(super) fn shown(cell: &TypeCell) -> String {
        let word = match &cell.word {
            TypeWord::Primitive(primitive) => primitive.edm(),
            TypeWord::Name(name) => name.clone(),
            TypeWord::Unknown => "?".to_owned(),
        };
        format!("{word}{}", if cell.collection { " collection" } else { "" })
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
            "a list of Strings",
            "Array of [a](a.md) objects",
            "[a](a.md) array",
            "Collection(Edm.Guid), not nullable",
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
        Edm.String collection
        a collection -> a.md
        a collection -> a.md
        Edm.Guid collection
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
