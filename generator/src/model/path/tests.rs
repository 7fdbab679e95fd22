use super::{Path, Piece, Segment, UrlParameter, of_query_option, pieces};
use proptest::prelude::*;

fn shown(path: &str) -> String {
    let path = Path::parse(path);
    let segment = |segment: Segment<'_>| match segment {
        Segment::Key(placeholder) => format!("Key({})", placeholder.words().collect::<Vec<_>>().join(", ")),
        Segment::Call(call) => {
            let arguments = call.arguments().map(|argument| match argument.name {
                Some(name) => format!("{name} is {}", argument.value),
                None => argument.value.to_owned(),
            });
            format!("Call({}: {})", call.name, arguments.collect::<Vec<_>>().join(", "))
        }
        other => format!("{other:?}"),
    };
    path.segments().map(segment).collect::<Vec<_>>().join(" ")
}

#[test]
fn segments() {
    insta::assert_snapshot!(shown("/users/{id | userPrincipalName}/photo/$value"), @r#"Literal("users") Key(id, userPrincipalName) Literal("photo") Value"#);
    insta::assert_snapshot!(shown("/kilns/{id}/shelf.pots/$count"), @r#"Literal("kilns") Key(id) Cast("shelf.pots") Count"#);
    insta::assert_snapshot!(shown("/kilns/{id}/pots/{id}/$ref/"), @r#"Literal("kilns") Key(id) Literal("pots") Key(id) Ref"#);
    insta::assert_snapshot!(shown("/drive/root:/{item-path}:/range(address='{a/b}',deep=true)"), @r#"Literal("drive") Literal("root") Colon Key(item-path) Colon Call(range: address is '{a/b}', deep is true)"#);
    insta::assert_snapshot!(shown("/kilns('{id}')/fire(note='a,b')/delta()"), @r#"Call(kilns: '{id}') Call(fire: note is 'a,b') Call(delta: )"#);
    insta::assert_snapshot!(shown("kilns/{first}-{last}/{id/a"), @r#"Literal("kilns") Mixed("{first}-{last}") Literal("{id") Literal("a")"#);
    insta::assert_snapshot!(shown("/(/{)/{id}"), @r#"Literal("(") Mixed("{)/{id}")"#);
    insta::assert_snapshot!(shown("/fire({a)/b"), @r#"Call(fire: {a) Literal("b")"#);
    insta::assert_snapshot!(shown("/"), @"");
}

#[test]
fn the_key_is_that_of_the_route() {
    let key = |path: &str| Path::parse(path).key().as_str().to_owned();
    insta::assert_snapshot!(key("/Kilns/{id | name}/Pots/{pot-id}/"), @"/kilns/{}/pots/{}");
    insta::assert_snapshot!(key("/kilns/11111111-2222-3333-4444-555555555555/range(address='{a}')"), @"/kilns/{}/range(address={})");
    insta::assert_snapshot!(key("/drive/root:/{item-path}:/children"), @"/drive/root:/{}:/children");
    assert_ne!(key("/kilns/{id}"), key("/kilns/{id}/$ref"));
}

#[test]
fn segments_of_a_key() {
    let path = Path::parse("/sites/{host}:/{path}:/lists");
    let key = path.key();
    let prefixes: Vec<&str> = (0..=key.len()).map(|count| key.prefix(count)).collect();
    insta::assert_snapshot!(prefixes.join(" "), @" /sites /sites/{} /sites/{}: /sites/{}:/{} /sites/{}:/{}: /sites/{}:/{}:/lists");
    assert_eq!(key.len(), path.segments().count());
    assert_eq!(key.segment(1), "{}");
    assert_eq!(key.segment(9), "");
}

#[test]
fn arguments_that_an_example_shows() {
    let mut path = Path::parse("/kiln/fire");
    path.set_example_arguments("(heat={heat})");
    assert_eq!(path.to_string(), "/kiln/fire");
    assert_eq!(path.template(), "/kiln/fire(heat={heat})");
    assert_eq!(path.key(), Path::parse("/kiln/fire").key());
    assert_eq!(path.last(), Some(Segment::Literal("fire")));
    path.set_example_arguments("");
    assert_eq!(path, Path::parse("/kiln/fire"));
}

fn parameters(found: &[UrlParameter<'_>]) -> String {
    let one = |parameter: &UrlParameter<'_>| {
        let [argument, owner] = [parameter.argument, parameter.owner].map(|word| word.unwrap_or("-"));
        format!("{} {argument} {owner}", parameter.placeholder.0)
    };
    found.iter().map(one).collect::<Vec<_>>().join("; ")
}

#[test]
fn parameters_with_what_tells_their_meaning() {
    let shown = |path: &str| parameters(&Path::parse(path).parameters());
    insta::assert_snapshot!(shown("/kilns/{id}/pots/{id|name}"), @"id - kilns; id|name - pots");
    insta::assert_snapshot!(shown("/kilns/{id}/{a}/cell(row={row},column='{b}')"), @"id - kilns; a - kilns; row row cell; b column kilns");
    insta::assert_snapshot!(shown("/drive/root:/{path}:/shop.sort/{x}"), @"path - root; x - sort");
    insta::assert_snapshot!(shown("/{a}/kilns('{b}')"), @"a - -; b - kilns");
    let query = |name, value| parameters(&of_query_option(name, value, Some("pots")));
    insta::assert_snapshot!(query("$filter", "{name} eq '{value}'"), @"name - pots; value - pots");
    insta::assert_snapshot!(query("$filter", "{text}"), @"text $filter pots");
    insta::assert_snapshot!(query("$expand", "parts($filter=id eq '{partId}')"), @"partId - pots");
    insta::assert_snapshot!(query("$expand", "pots($levels={n})"), @"n $levels pots");
    insta::assert_snapshot!(query("$filter", "contains(name,'{x}')"), @"x - pots");
    insta::assert_snapshot!(query("$select", "id,{a},{b}"), @"a - pots; b - pots");
    insta::assert_snapshot!(query("$filter", "any(p: p/id eq '{a}' and cast(p/value) eq {b})"), @"a - pots; b - pots");
}

#[test]
fn pieces_of_a_text() {
    let shown = |text: &'static str| {
        pieces(text)
            .iter()
            .map(|piece| format!("{piece:?}"))
            .collect::<Vec<_>>()
            .join(" ")
    };
    insta::assert_snapshot!(shown("/get(period='{ period }')"), @r#"Literal("/get(period='") Placeholder("period") Literal("')")"#);
    insta::assert_snapshot!(shown("/broken/{id"), @r#"Literal("/broken/{id")"#);
}

/// A path of all that occurs in them.
fn any_path() -> impl Strategy<Value = String> {
    let part = "(/|/|kilns|Pots|\\{id\\}|\\{a \\| b\\}|\\{|\\}|\\(|\\)|f\\(a='\\{b\\}',c=1\\)|:|\\$ref|\\$value|shop\\.pot|,|'|=|é|\\.)";
    proptest::collection::vec(part, 0..12).prop_map(|parts| parts.concat())
}

proptest! {
    /// What is printed reads as what was printed, and nothing but slashes at the ends changes.
    #[test]
    fn a_path_is_printed_as_it_was_read(text in any_path()) {
        let path = Path::parse(text.as_str());
        prop_assert_eq!(&Path::parse(path.to_string()), &path);
        prop_assert_eq!(path.as_str().trim_matches('/'), text.trim_matches('/'));
    }

    /// The segments are all of the text.
    #[test]
    fn no_text_of_a_path_is_in_no_segment(text in any_path()) {
        let path = Path::parse(text.as_str());
        let mut at = 0;
        for mark in &path.marks {
            prop_assert!(mark.start == at || path.text[at..mark.start] == *"/");
            at = mark.end;
        }
        prop_assert!(path.marks.is_empty() || at == path.text.len());
    }

    #[test]
    fn names_of_placeholders_and_capitals_make_no_other_route(text in any_path(), name in "[a-z]{1,4}") {
        let renamed = text.replace("{id}", &format!("{{{name}}}")).replace("Pots", "pOTS");
        let [key, other] = [text, renamed].map(|text| Path::parse(text).key().clone());
        prop_assert_eq!(key.as_str(), other.as_str());
    }

    /// Every placeholder of the template is found, in order.
    #[test]
    fn parameters_are_the_placeholders(text in any_path()) {
        let path = Path::parse(text);
        let names: Vec<&str> = path.parameters().iter().map(|parameter| parameter.placeholder.0).collect();
        let placeholders = path.pieces().into_iter().filter_map(|piece| match piece {
            Piece::Placeholder(inside) => Some(inside),
            Piece::Literal(_) => None,
        });
        prop_assert_eq!(names, placeholders.collect::<Vec<_>>());
    }
}
