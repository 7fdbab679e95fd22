use super::IS_BYTES;
use crate::page::api::sample::page;
use crate::page::prose::proof::{assert_proven, paragraph};
use crate::page::{TypeCell, TypeWord};

fn cell(cell: Option<&TypeCell>) -> String {
    let Some(cell) = cell else { return "-".to_owned() };
    let word = match &cell.word {
        TypeWord::Primitive(primitive) => primitive.edm(),
        TypeWord::Name(name) => name.clone(),
        TypeWord::Unknown => "?".to_owned(),
    };
    let link = cell.link.as_ref().map(|link| format!(" -> {link}")).unwrap_or_default();
    let others = if cell.others.is_empty() {
        String::new()
    } else {
        format!(" or {}", cell.others.join(" or "))
    };
    format!(
        "{word}{}{link}{others}",
        if cell.collection { " collection" } else { "" }
    )
}

fn said(words: &str) -> String {
    let text = format!("# Do widget\n\n## Response\n\n{words}\n");
    let rows = page(&text).rows.response;
    let empty = if rows.empty { " empty" } else { "" };
    let bytes = if rows.bytes { " bytes" } else { "" };
    let statuses: Vec<u16> = rows.successes.iter().map(|success| success.status).collect();
    format!("{statuses:?} {}{empty}{bytes}", cell(rows.text.as_ref()))
}

#[test]
fn the_header_of_the_request_is_not_what_comes_back() {
    let words = [
        "This method returns either `204 No Content` or, if the `Prefer: return=representation` header is in the request, a `200 OK` response code and the [widget](../resources/widget.md).",
        "If the `Prefer` header is set, it returns a `200 OK` response code and the [widget](../resources/widget.md).",
        "It returns `202 Accepted` and a `Location` header that leads to the [widget](../resources/widget.md).",
        "Returns `200 OK` and an array of strings in the response body.",
    ];
    insta::assert_snapshot!(words.map(said).join("\n"), @r"
    [204, 200] widget -> ../resources/widget.md
    [200] widget -> ../resources/widget.md
    [202] -
    [200] Edm.String collection
    ");
}

#[test]
fn linked_types() {
    let words = [
        "If successful, this method returns a `200 OK` response code and a [widget](../resources/widget.md) object in the response body.",
        "If successful, this method returns a `200 OK` response code and a collection of [widget](../resources/widget.md) objects in the response body.",
        "Returns `200 OK` and the requested [widget](../resources/widget.md) objects in the response body.",
        "Returns `200 OK` and a list of [widgets](../resources/widget.md).",
        "Returns `201 Created` and the [widgets](../resources/widget.md) in the response body.",
        "Each of these methods returns a [Widget resource](../resources/widget.md) in the response body.",
        "Returns `200 OK` and a collection of [widgetStats][] object in the response body.",
        "If the call succeeds, the answer is `200 OK` with [the new thing](../resources/widget.md).",
        "Returns `200 OK` and a [car](../resources/car.md) or [bike](../resources/bike.md) object in the response body.",
    ];
    insta::assert_snapshot!(words.map(said).join("\n"), @r"
    [200] widget -> ../resources/widget.md
    [200] widget collection -> ../resources/widget.md
    [200] widget collection -> ../resources/widget.md
    [200] widgets collection -> ../resources/widget.md
    [201] widgets collection -> ../resources/widget.md
    [] Widget -> ../resources/widget.md
    [200] widgetStats collection
    [200] ? -> ../resources/widget.md
    [200] car -> ../resources/car.md or bike
    ");
}

#[test]
fn types_in_words() {
    let words = [
        "Returns a `200 OK` response code and a Boolean in the response body.",
        "Returns a `200 OK` response code and a String collection in the response body.",
        "Returns `200 OK`. If it was added, a `true` value is returned in the response body.",
        "Returns a `200 OK` response code and a **widget** object in the response body. Otherwise see [errors](../resources/errors.md).",
        "Returns a `200 OK` response code and collection of **widget** objects in the response body.",
        "Returns a 201 Created response code and a carPart object in the response body.",
        "Returns a 200 OK response code and a collection of carPart objects in the response body.",
        "Returns a 200 OK response code and the updated object in the response body.",
    ];
    insta::assert_snapshot!(words.map(said).join("\n"), @r"
    [200] Edm.Boolean
    [200] Edm.String collection
    [200] Edm.Boolean
    [200] widget
    [200] widget collection
    [201] carPart
    [200] carPart collection
    [200] -
    ");
}

#[test]
fn links_that_are_no_body() {
    let words = [
        "Returns a `202 Accepted` response code and a link to the [job](../resources/job.md) in the `Location` header.",
        "Returns `202 Accepted`. The response has a `Location` header with the location of the [job](../resources/job.md).",
        "Returns a `202 Accepted` response containing a link to the [job](../resources/job.md).",
        "Returns `202 Accepted`. Poll it to [get the status](job-get.md).",
        "Returns `202 Accepted` and a `Location` header. See how it goes by making a GET request to this URL that returns one of the following objects in the response body: [job](../resources/job.md), [jobError](../resources/joberror.md).",
        "Returns `202 Accepted`. A GET request to the URL returns a [job](../resources/job.md) object in the response body.",
        "The response body is the instance, expanded with the matching [part](../resources/part.md) object.",
    ];
    insta::assert_snapshot!(words.map(said).join("\n"), @r"
    [202] -
    [202] -
    [202] -
    [202] -
    [202] -
    [202] -
    [] -
    ");
}

#[test]
fn empty_answers_and_bytes() {
    let words = [
        "If successful, this method returns a `204 No Content` response code.",
        "Returns a `200 OK` response code. It does not return anything in the response body.",
        "If successful, this method returns `204, No Content` response code. It doesn't return anything.",
        "The answer is `200 OK` with no content.",
        "Returns a `302 Found` response redirecting to a pre-authenticated download URL for the file.",
        "Returns a `200 OK` response code and content of type `application/octet-stream`.",
        "Returns `200 OK` or `206 Partial Content` and the bytes.",
    ];
    insta::assert_snapshot!(words.map(said).join("\n"), @r"
    [204] -
    [200] - empty
    [204] - empty
    [200] - empty
    [302] - bytes
    [200] - bytes
    [200, 206] - bytes
    ");
}

/// Each status with what stands beside it.
fn successes(words: &str) -> String {
    let text = format!("# Do widget\n\n## Response\n\n{words}\n");
    let rows = page(&text).rows.response.successes;
    let shown = |row: &super::SuccessRow| {
        let empty = if row.empty { " empty" } else { "" };
        let location = if row.location { " location" } else { "" };
        format!("{} {}{empty}{location}", row.status, cell(row.text.as_ref()))
    };
    rows.iter().map(shown).collect::<Vec<_>>().join("; ")
}

#[test]
fn several_successes() {
    let words = [
        "Returns `204 No Content`. With the header `Prefer`, returns `200 OK` and the [widget](../resources/widget.md) in the response body.",
        "Returns `201 Created` and a [widget](../resources/widget.md), or `202 Accepted` and a `Location` header.",
        "Returns `202 Accepted`. Poll the URL in the `Location` response header.",
        "Returns `302 Found` with a download URL.\n\n### JSON\n\nReturns `200 OK` and a [widget](../resources/widget.md).",
        "* The answer is `200 OK` and a **widget** object in the response body.\n* Or it is `204 No Content`. It does not return anything.",
        "The answer is `200 OK` or `206 Partial Content` with up to 210 parts.",
        "The answer is `200 OK`. It is a [widget](../resources/widget.md) in any case.",
    ];
    insta::assert_snapshot!(words.map(successes).join("\n"), @"
    204 -; 200 widget -> ../resources/widget.md
    201 widget -> ../resources/widget.md; 202 - location
    202 - location
    302 -; 200 widget -> ../resources/widget.md
    200 widget; 204 - empty
    200 -; 206 -
    200 widget -> ../resources/widget.md
    ");
}

#[test]
fn each_phrase_for_bytes_has_a_sentence() {
    let sentences = [
        "The type is `application/octet-stream`.",
        "It is a download of the file.",
        "The bytes follow.",
        "The contents of the file.",
    ];
    assert_proven(&IS_BYTES, &sentences.map(paragraph));
}

/// Pages copied from the website have no links and no bold.
#[test]
fn plain_words() {
    let words = [
        "Returns a `200 OK` response code and a widget object in the response body.",
        "Returns a `200 OK` response code and carPart collection object in the response body.",
        "This method returns a `200 OK` response code and a carPart collection.",
        "This method returns a collection of carPart resources for the car.",
        "Returns a `201 Created` response code and the restored carPart object.",
        "Returns a `200 OK` response code and a JSON representation of the carPart in the response body.",
        "Returns a `201 Created` response code and a carPart object and associated wheelCap in the response body.",
        "Returns a `200 OK` response code and a collection of one widget object in the response body.",
        "This method returns the list of parts in the children collection of the car.",
        "In an existing resource instance, it returns `200 OK`.",
        "Returns a `200 OK` response code and a list of trending items in the response body.",
        "Returns `200 OK` and a [widget](..\\resources\\widget.md) object.",
    ];
    insta::assert_snapshot!(words.map(said).join("\n"), @r"
    [200] widget
    [200] carPart collection
    [200] carPart collection
    [] carPart collection
    [201] carPart
    [200] carPart
    [201] carPart
    [200] widget collection
    [] -
    [200] -
    [200] -
    [200] widget -> ..\resources\widget.md
    ");
}

#[test]
fn statuses_in_a_table() {
    let table = "|Status|Description|\n|:--|:--|\n|200 OK|A [widget](../resources/widget.md) object in the response body.|\n\
        |202 Accepted|It goes on; see the `Location` header.|\n|404 Not Found|There is no [part](../resources/part.md).|";
    insta::assert_snapshot!(said(table), @"[200, 202] widget -> ../resources/widget.md");
    insta::assert_snapshot!(said("Returns a microsoft.graph.widget object in the response body."), @"[] microsoft.graph.widget");
    insta::assert_snapshot!(said("Returns `200 OK` and a `widget` collection."), @"[200] widget collection");
}
