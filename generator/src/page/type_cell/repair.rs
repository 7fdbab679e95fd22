//! Type cells that say a type in a roundabout way, and how each is read.
//!
//! `X`, `X collection` and `Collection(X)` are the regular forms, in any case. Every other form has an entry here.

use super::{cut_end, cut_start, is_name, primitive, regular_collection, strip_collection, word};
use crate::markdown::Text;

/// A form of cells: what a reader is told, and the words that stay.
#[derive(Clone, Copy)]
pub(super) struct Repair {
    pub(super) message: &'static str,
    pub(super) stage: Stage,
    /// Nothing for words without the form. The links of the cell are in the second argument.
    pub(super) fix: for<'a> fn(&'a str, &'a Text) -> Option<&'a str>,
}

/// When a repair is tried.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Stage {
    /// As long as one applies; the cell is then a collection.
    Collection,
    /// Once each: what stands behind the type.
    Behind,
    /// Once each: what stands next to a name, in a cell or in the text of a link.
    Name,
    /// Until one applies, where nothing that was tried before gave a type.
    Search,
}

/// Every form. Those of a stage are tried in this order.
pub(super) static REPAIRS: &[Repair] = &[
    Repair {
        message: "type cell of the row: it says `collection` twice, read once",
        stage: Stage::Collection,
        fix: collection_twice,
    },
    Repair {
        message: "type cell of the row: it says `array of` or the like, read as a collection",
        stage: Stage::Collection,
        fix: collection_in_words,
    },
    Repair {
        message: "type cell of the row: it ends with `[]`, read as a collection",
        stage: Stage::Collection,
        fix: brackets,
    },
    Repair {
        message: "type cell of the row: it ends with `array` or `list`, read as a collection",
        stage: Stage::Collection,
        fix: array_behind,
    },
    Repair {
        message: "type cell of the row: it is a list in the words of a programming language, read as a collection",
        stage: Stage::Collection,
        fix: generic,
    },
    Repair {
        message: "type cell of the row: a note follows the collection, left out",
        stage: Stage::Collection,
        fix: collection_before_note,
    },
    Repair {
        message: "type cell of the row: a note stands before the type, left out",
        stage: Stage::Behind,
        fix: note_before,
    },
    Repair {
        message: "type cell of the row: it offers a choice, the first type was taken",
        stage: Stage::Behind,
        fix: choice,
    },
    Repair {
        message: "type cell of the row: a note follows the type, left out",
        stage: Stage::Behind,
        fix: note,
    },
    Repair {
        message: "type cell of the row: a question mark follows the type, left out",
        stage: Stage::Behind,
        fix: question_mark,
    },
    Repair {
        message: "type cell of the row: it describes a JSON object, read as any JSON",
        stage: Stage::Name,
        fix: json_object,
    },
    Repair {
        message: "type cell of the row: a noun follows the name, left out",
        stage: Stage::Name,
        fix: noun,
    },
    Repair {
        message: "type cell of the row: it names a primitive in the plural",
        stage: Stage::Name,
        fix: plural,
    },
    Repair {
        message: "type cell of the row: it gives JSON a namespace, read as any JSON",
        stage: Stage::Name,
        fix: json_name,
    },
    Repair {
        message: "type cell of the row: it is a sentence, the text of its link was taken",
        stage: Stage::Search,
        fix: link_in_sentence,
    },
    Repair {
        message: "type cell of the row: it is a sentence, the primitive at its end was taken",
        stage: Stage::Search,
        fix: last_word,
    },
    Repair {
        message: "type cell of the row: a sentence follows the type, left out",
        stage: Stage::Search,
        fix: type_before_sentence,
    },
];

/// `carPart collection collection`, of which the regular form took the last word.
fn collection_twice<'a>(text: &'a str, _: &Text) -> Option<&'a str> {
    regular_collection(text)
}

/// `array of String`, `a collection of carPart`.
fn collection_in_words<'a>(text: &'a str, _: &Text) -> Option<&'a str> {
    let bare = ["a ", "an "].iter().find_map(|article| cut_start(text, article));
    let mut starts = ["collection of ", "array of ", "list of "].iter();
    starts.find_map(|start| cut_start(bare.unwrap_or(text), start))
}

/// `String[]`.
fn brackets<'a>(text: &'a str, _: &Text) -> Option<&'a str> {
    text.strip_suffix("[]")
}

/// `String array`, `String list`.
fn array_behind<'a>(text: &'a str, _: &Text) -> Option<&'a str> {
    let list = || cut_end(text, " list").filter(|name| !name.trim().contains(' '));
    cut_end(text, " array").or_else(list)
}

/// `List<carPart>`, `Array<Int32>`, `array[string]`.
fn generic<'a>(text: &'a str, _: &Text) -> Option<&'a str> {
    let inner = text.strip_suffix(['>', ']'])?;
    let mut starts = ["list<", "array<", "collection<", "ienumerable<", "list[", "array["].iter();
    starts.find_map(|start| cut_start(inner, start))
}

/// `carPart collection (nullable)`, `Collection(String), not nullable`.
fn collection_before_note<'a>(text: &'a str, _: &Text) -> Option<&'a str> {
    // Nearly all cells are one name.
    text.contains(['(', ',', ';']).then_some(())?;
    let mut marks = [" (", ",", ";"].iter().filter_map(|mark| text.split_once(mark));
    marks.find_map(|(before, _)| regular_collection(before.trim_end()))
}

/// `String?`.
fn question_mark<'a>(text: &'a str, _: &Text) -> Option<&'a str> {
    text.strip_suffix('?')
}

/// `Strings`, of `list of Strings`. The plural of another name can be a name.
fn plural<'a>(text: &'a str, _: &Text) -> Option<&'a str> {
    cut_end(text, "s").filter(|one| primitive(text).is_none() && primitive(one).is_some())
}

/// `ownerInfo or tokenInfo`.
fn choice<'a>(text: &'a str, _: &Text) -> Option<&'a str> {
    text.split_once(" or ").map(|(first, _)| first)
}

/// `(Optional) String`, `Optional. String`, `Nullable Int64`.
fn note_before<'a>(text: &'a str, _: &Text) -> Option<&'a str> {
    let bracketed = text.strip_prefix('(').and_then(|rest| rest.split_once(')'));
    let stated = || {
        let mut words = [
            "nullable representation ",
            "optional. ",
            "required. ",
            "optional, ",
            "required, ",
            "nullable ",
        ]
        .iter();
        words.find_map(|words| cut_start(text, words))
    };
    bracketed.map(|(_, behind)| behind.trim_start()).or_else(stated)
}

/// `string, maximum size 20`, `String (identifier)`.
fn note<'a>(text: &'a str, _: &Text) -> Option<&'a str> {
    text.split_once(['(', ',', ';']).map(|(before, _)| before)
}

/// `Untyped JSON object`.
fn json_object<'a>(text: &'a str, _: &Text) -> Option<&'a str> {
    let object = text.get(text.len().checked_sub("json object".len())?..)?;
    cut_end(object, " object").filter(|json| json.eq_ignore_ascii_case("json"))
}

/// `carPart resource`, `partKind enum`, `carPart objects`.
fn noun<'a>(text: &'a str, _: &Text) -> Option<&'a str> {
    let nouns = [
        " resource",
        " object",
        " enum",
        " resource type",
        " resources",
        " objects",
    ];
    nouns.iter().find_map(|noun| cut_end(text, noun))
}

/// `microsoft.graph.Json`.
fn json_name<'a>(text: &'a str, _: &Text) -> Option<&'a str> {
    let mut namespaces = ["microsoft.graph.", "graph."].iter();
    let json = namespaces.find_map(|namespace| cut_start(text, namespace))?;
    json.eq_ignore_ascii_case("json").then_some(json)
}

/// `One of the [carPart](carpart.md) values`.
fn link_in_sentence<'a>(_: &'a str, cell: &'a Text) -> Option<&'a str> {
    let mut texts = cell.links.iter().map(|link| cell.slice(&link.range).trim());
    texts.find(|text| word(text, cell, REPAIRS, &mut Vec::new()).is_some())
}

/// `Moment in time when the resource was created.  DateTimeOffset`.
fn last_word<'a>(text: &'a str, _: &Text) -> Option<&'a str> {
    let (_, last) = text.rsplit_once(' ')?;
    (text.contains(". ") && primitive(last).is_some()).then_some(last)
}

/// `carPart collection. Holds parts ...`.
fn type_before_sentence<'a>(text: &'a str, cell: &'a Text) -> Option<&'a str> {
    first_sentence(text, cell).map(|(name, _)| name)
}

/// The name that is a sentence of its own, and whether it is a collection.
pub(super) fn first_sentence<'a>(text: &'a str, cell: &'a Text) -> Option<(&'a str, bool)> {
    let (first, _) = text.split_once(". ")?;
    let (name, collection) = strip_collection(first, cell, REPAIRS, &mut Vec::new());
    is_name(name).then_some((name, collection))
}

#[cfg(test)]
mod tests {
    use super::super::tests::{read_cell, shown};
    use super::{REPAIRS, Repair};

    /// A cell for each entry, in the order of the table.
    const OFFENDERS: &[&str] = &[
        "kiln collection collection",
        "array of String",
        "String[]",
        "String array",
        "List<kiln>",
        "kiln collection (nullable)",
        "(Optional) String",
        "kilnPlan or potPlan",
        "string, maximum size 20",
        "String?",
        "Untyped JSON object",
        "kiln resource",
        "Strings",
        "microsoft.graph.Json",
        "One of the [kilnKind](kilnkind.md) values",
        "When the pot was fired. DateTimeOffset",
        "pot collection. Holds the pots of the kiln.",
    ];

    /// The entry reads its cell, alone, and without it the outcome is another.
    #[test]
    fn each_entry_with_its_offender() {
        assert_eq!(REPAIRS.len(), OFFENDERS.len());
        let lines = REPAIRS.iter().zip(OFFENDERS).map(|(repair, offender)| {
            let is_other = |other: &Repair| other.message != repair.message;
            let others: Vec<Repair> = REPAIRS.iter().copied().filter(is_other).collect();
            let (with, without) = (read_cell(offender, REPAIRS), read_cell(offender, &others));
            assert_ne!(shown(&with), shown(&without), "{offender}");
            assert_eq!(with.repairs, [repair.message], "{offender}");
            format!("{offender} -> {}, else {}", shown(&with), shown(&without))
        });
        insta::assert_snapshot!(lines.collect::<Vec<_>>().join("\n"), @r"
        kiln collection collection -> kiln collection, else ? collection
        array of String -> Edm.String collection, else ?
        String[] -> Edm.String collection, else ?
        String array -> Edm.String collection, else ?
        List<kiln> -> kiln collection, else ?
        kiln collection (nullable) -> kiln collection, else ?
        (Optional) String -> Edm.String, else ?
        kilnPlan or potPlan -> kilnPlan, else ?
        string, maximum size 20 -> Edm.String, else ?
        String? -> Edm.String, else ?
        Untyped JSON object -> Edm.Json, else ?
        kiln resource -> kiln, else ?
        Strings -> Edm.String, else Strings
        microsoft.graph.Json -> Edm.Json, else microsoft.graph.Json
        One of the [kilnKind](kilnkind.md) values -> kilnKind, else ?
        When the pot was fired. DateTimeOffset -> Edm.DateTimeOffset, else ?
        pot collection. Holds the pots of the kiln. -> pot collection, else ? collection
        ");
    }

    #[test]
    fn regular_cells_need_no_entry() {
        for cell in [
            "String",
            "edm.int32",
            "kiln collection",
            "Collection(Edm.String)",
            "[kiln](kiln.md)",
            "",
            "-",
        ] {
            assert!(read_cell(cell, REPAIRS).repairs.is_empty(), "{cell}");
        }
    }
}
