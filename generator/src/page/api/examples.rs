//! Request and response blocks.

use super::routes::request_line;
use super::section::{Placed, Topic};
use super::shape::{self, Shape};
use crate::json;
use crate::markdown::{Block, CodeBlock};
use crate::model::{Account, Example, ExampleKind, Fact, Primitive, QualifiedName, TypeName, TypeRef};
use crate::page::annotation::Fields;
use crate::page::reason::examples as reason;
use crate::page::vocabulary::headings::shows_response;
use crate::page::{Context, primitive};

/// Reads the examples of the page, in page order, each with the shape of its body.
pub(super) fn read(context: &Context<'_>, placed: &[Placed<'_>], account: &mut Account) -> (Vec<Example>, Vec<Shape>) {
    let mut examples = (Vec::new(), Vec::new());
    let mut has_routes = false;
    for place in placed {
        let is_request = place.topic == Topic::Request;
        for block in &place.section.blocks {
            if let Block::Code(code) = block {
                if is_request && !(has_routes && is_annotated(code)) {
                    has_routes = true;
                    continue;
                }
                let found = example(context, place, code);
                if place.topic == Topic::Examples || found.is_some() {
                    count(found.as_ref().map(|(example, _)| example), code, account);
                }
                examples.extend(found);
            }
        }
    }
    examples
}

/// Whether a block is a request in the words of its annotation. `### HTTP request` below `## Get a single thumbnail` has one
/// that is a route, too.
fn is_annotated(code: &CodeBlock) -> bool {
    let fields = code.annotation.as_ref().map(Fields::read);
    fields.and_then(|fields| fields.text("blockType")).as_deref() == Some("request")
}

/// Programs that make the same request.
#[rustfmt::skip]
const LANGUAGES: &[&str] = &[
    "bash", "c#", "cli", "cs", "csharp", "go", "java", "javascript", "js", "msgraphcli", "objc", "objective-c", "php",
    "powershell", "python", "ruby", "swift", "ts", "typescript",
];

/// A message is read; a body that begins like JSON and is none is kept as text.
fn count(found: Option<&Example>, code: &CodeBlock, account: &mut Account) {
    match found {
        Some(example) if !example.json && example.body.starts_with(['{', '[']) => {
            let slip = json::read(&example.body).and_then(|reading| reading.repairs.first().copied());
            account.guessed(slip.map_or(&reason::NOT_JSON, reason::slip), code.span);
        }
        Some(_) => account.read(Fact::Example),
        // The website has the tabs of other languages one below the other.
        None if LANGUAGES.contains(&code.language.as_str()) => {}
        None => account.unread(&reason::NO_MESSAGE, code.span, ""),
    }
}

fn example(context: &Context<'_>, place: &Placed<'_>, code: &CodeBlock) -> Option<(Example, Shape)> {
    let annotation = code.annotation.as_ref().map(Fields::read);
    let text = |key: &str| annotation.as_ref().and_then(|fields| fields.text(key));
    let flag = |key: &str| annotation.as_ref().is_some_and(|fields| fields.flag(key));
    let message = Message::read(&code.text);
    let kind = kind(place, text("blockType").as_deref(), &message)?;
    // OneDrive pages write `@type`.
    let odata_type = text("@odata.type").or_else(|| text("@type"));
    let type_ref = odata_type.as_deref().map_or(TypeRef::UNKNOWN, named);
    let collection = type_ref.collection || flag("isCollection");
    let type_ref = match &type_ref.name {
        TypeName::Unknown if kind == ExampleKind::Response => of_context(&message.body).unwrap_or(type_ref),
        _ => type_ref,
    };
    let collection = collection || type_ref.collection;
    let (shape, json) = shape::read(&message.body);
    let example = Example {
        kind,
        name: text("name"),
        method: message.request.as_ref().map(|(method, _)| *method),
        line: message.request.map(|(_, target)| target),
        status: message.status,
        type_ref: type_ref.collection(collection),
        truncated: flag("truncated"),
        json,
        headers: message.headers,
        body: message.body,
        origin: context.origin(code.span),
    };
    Some((example, shape))
}

/// The first line says it, else the annotation does, else the heading.
fn kind(place: &Placed<'_>, block_type: Option<&str>, message: &Message) -> Option<ExampleKind> {
    if message.status.is_some() {
        return Some(ExampleKind::Response);
    }
    match block_type {
        Some("request") => return Some(ExampleKind::Request),
        Some("response") => return Some(ExampleKind::Response),
        _ => {}
    }
    if place.topic != Topic::Examples {
        return None;
    }
    if message.request.is_some() {
        return Some(ExampleKind::Request);
    }
    shows_response(place.section).then_some(ExampleKind::Response)
}

/// The parts of an HTTP message.
#[derive(Debug, Default)]
struct Message {
    request: Option<(crate::model::Method, String)>,
    status: Option<u16>,
    headers: Vec<(String, String)>,
    body: String,
}

impl Message {
    fn read(text: &str) -> Self {
        let mut message = Self::default();
        let mut lines = text.lines().skip_while(|line| line.trim().is_empty()).peekable();
        if let Some(first) = lines.peek() {
            message.status = status(first);
            // `GET https://graph.microsoft.com/beta** Entity URI not found`: what a tool has left on the page.
            let is_address = |target: &str| !target.is_empty() && !target.contains("** ");
            message.request = request_line(first).filter(|(_, target)| is_address(target));
        }
        if message.status.is_some() || message.request.is_some() {
            lines.next();
        }
        // Pages about actions of Intune have a blank line between the address and the headers.
        let mut ahead = lines.clone().skip_while(|line| line.trim().is_empty());
        if ahead.next().is_some_and(is_usual_header) {
            while lines.next_if(|line| line.trim().is_empty()).is_some() {}
        }
        while let Some(line) = lines.peek() {
            match header(line) {
                Some(header) => message.headers.push(header),
                // An address that goes on in the next line: `  ?$filter=...`.
                None if message.request.is_some() && continues(line) && message.headers.is_empty() => {
                    if let Some((_, target)) = &mut message.request {
                        target.push_str(line.trim());
                    }
                }
                None => break,
            }
            lines.next();
        }
        message.body = rest(text, lines);
        message
    }
}

/// What the last lines of a text are, without the carriage returns at their ends.
fn rest<'t>(text: &str, lines: impl Iterator<Item = &'t str>) -> String {
    if text.contains('\r') {
        return lines.collect::<Vec<_>>().join("\n").trim().to_owned();
    }
    // A line too much is blank.
    let length: usize = lines.map(|line| line.len() + 1).sum();
    let start = text.len().saturating_sub(length);
    text.get(start..).unwrap_or("").trim().to_owned()
}

fn continues(line: &str) -> bool {
    line.trim_start().starts_with(['?', '&', '/'])
}

/// `HTTP/1.1 201 Created`.
fn status(line: &str) -> Option<u16> {
    let (protocol, rest) = line.trim().split_once(' ')?;
    let is_http = protocol
        .get(..5)
        .is_some_and(|start| start.eq_ignore_ascii_case("http/"));
    let code = rest.split_whitespace().next()?;
    code.parse().ok().filter(|_| is_http)
}

/// `Content-Type: application/json`.
fn header(line: &str) -> Option<(String, String)> {
    let (name, value) = line.split_once(':')?;
    let name = name.trim();
    let is_name = !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
    is_name.then(|| (name.to_owned(), value.trim().to_owned()))
}

/// A header that prose and tables of text do not begin with.
fn is_usual_header(line: &str) -> bool {
    const USUAL: &[&str] = &[
        "accept",
        "authorization",
        "consistencylevel",
        "content-",
        "if-",
        "prefer",
    ];
    let name = header(line).map(|(name, _)| name.to_ascii_lowercase());
    name.is_some_and(|name| USUAL.iter().any(|usual| name.starts_with(usual)))
}

/// A type as annotations spell it: `microsoft.graph.user`, `Edm.String`, `string`, `Collection(Edm.String)`.
fn named(name: &str) -> TypeRef {
    let (name, collection) = collection_item(name).map_or((name, false), |item| (item, true));
    let reference = match primitive(name) {
        Some(primitive) => TypeRef::primitive(primitive),
        None if name.eq_ignore_ascii_case("microsoft.graph.json") => TypeRef::primitive(Primitive::Json),
        // `"@odata.type": "microsoft.graph.none"`, also `None`: the answer has no body, or the author knows no type for it.
        None if name.eq_ignore_ascii_case("microsoft.graph.none") => TypeRef::UNKNOWN,
        None => TypeRef::named(QualifiedName::parse(name)),
    };
    reference.collection(collection)
}

/// The primitive type that the context of a reply names: `"@odata.context": ".../$metadata#Edm.String"` (`OData` JSON 4.01,
/// section 10).
fn of_context(body: &str) -> Option<TypeRef> {
    let (_, behind) = body.split_once("\"@odata.context\"")?;
    let line = behind.split('\n').next()?;
    let (_, name) = line.split_once("$metadata#")?;
    let type_ref = named(name.split('"').next()?);
    matches!(type_ref.name, TypeName::Primitive(_)).then_some(type_ref)
}

/// `Collection(x)` -> `x`.
fn collection_item(name: &str) -> Option<&str> {
    let (start, rest) = name.split_at_checked(11)?;
    start
        .eq_ignore_ascii_case("collection(")
        .then(|| rest.trim_end_matches(')').trim())
}

#[cfg(test)]
mod tests {
    use crate::page::api::sample::page;

    fn shown(text: &str) -> String {
        let line = |example: &crate::model::Example| {
            let method = example.method.map(|method| method.to_string()).unwrap_or_default();
            format!(
                "{:?} {} {method} {} {:?} {}{}{} headers {} body {:?}",
                example.kind,
                example.name.as_deref().unwrap_or("-"),
                example.line.as_deref().unwrap_or("-"),
                example.status,
                example.type_ref,
                if example.truncated { " truncated" } else { "" },
                if example.json { " json" } else { "" },
                example.headers.len(),
                example.body,
            )
        };
        let examples = page(text).rows.examples;
        examples.iter().map(line).collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn annotated_blocks() {
        let text = "# Create widget\n\n## Example\n\n### Request\n\
            <!-- { \"blockType\": \"request\", \"name\": [\"create_widget\", \"post_widget\"] } -->\n\
            ```http\nPOST https://graph.microsoft.com/beta/widgets\nContent-type: application/json\n\n{ \"name\": \"x\" }\n```\n\
            ### Response\n\
            <!-- { \"blockType\": \"response\", \"truncated\": true, \"@odata.type\": \"Collection(microsoft.graph.widget)\" } -->\n\
            ```http\nHTTP/1.1 201 Created\nContent-type: application/json\n\n{ \"value\": [] }\n```\n";
        insta::assert_snapshot!(shown(text), @r#"
        Request create_widget POST https://graph.microsoft.com/beta/widgets None unknown json headers 1 body "{ \"name\": \"x\" }"
        Response -  - Some(201) Collection(microsoft.graph.widget) truncated json headers 1 body "{ \"value\": [] }"
        "#);
    }

    #[test]
    fn broken_annotations_and_other_keys() {
        let text = "# List widgets\n\n## Examples\n\
            <!-- { \"blockType\": \"response\" \"@type\": \"microsoft.graph.widget\", \"isCollection\": \"true\", } -->\n\
            ```json\n{ \"value\": [ ... ] }\n```\n";
        insta::assert_snapshot!(shown(text), @r#"Response -  - None Collection(microsoft.graph.widget) headers 0 body "{ \"value\": [ ... ] }""#);
    }

    #[test]
    fn none_is_no_type() {
        let text = "# Rest widgets\n\n## Examples\n\
            <!-- { \"blockType\": \"response\", \"@odata.type\": \"microsoft.graph.None\" } -->\n\
            ```http\nHTTP/1.1 204 No Content\n```\n";
        insta::assert_snapshot!(shown(text), @r#"Response -  - Some(204) unknown headers 0 body """#);
    }

    #[test]
    fn blocks_without_an_annotation() {
        let text = "# List widgets\n\n## Example\n### Request\n\
            ```http\nGET https://graph.microsoft.com/beta/widgets\n  ?$filter=x eq 1\nPrefer: a=b\n```\n\
            ### Response\n```json\n{ \"id\": \"1\" }\n```\n### Notes\n```json\n{ \"id\": \"2\" }\n```\n";
        insta::assert_snapshot!(shown(text), @r#"
        Request - GET https://graph.microsoft.com/beta/widgets?$filter=x eq 1 None unknown headers 1 body ""
        Response -  - None unknown json headers 0 body "{ \"id\": \"1\" }"
        "#);
    }

    #[test]
    fn a_blank_line_before_the_headers() {
        let text = "# Assign widgets\n\n## Example\n### Request\n\
            ```http\nPOST https://graph.microsoft.com/beta/widgets/assign\n\nContent-type: application/json\nContent-length: 10\n\n{ \"a\": 1 }\n```\n\
            ```http\nPUT https://graph.microsoft.com/beta/widgets/1/note\n\nRemark: this is text\n```\n";
        insta::assert_snapshot!(shown(text), @r#"
        Request - POST https://graph.microsoft.com/beta/widgets/assign None unknown json headers 2 body "{ \"a\": 1 }"
        Request - PUT https://graph.microsoft.com/beta/widgets/1/note None unknown headers 0 body "Remark: this is text"
        "#);
    }

    #[test]
    fn primitive_types_and_bodies_that_are_no_json() {
        let text = "# Count widgets\n\n## Example\n\
            <!-- { \"blockType\": \"response\", \"@odata.type\": \"Edm.Int32\" } -->\n```http\nHTTP/1.1 200 OK\n\nid,name\n1,x\n```\n\
            <!-- { \"blockType\": \"response\", \"@odata.type\": \"string\", \"isCollection\": true } -->\n```http\nHTTP/1.1 404 Not Found\n```\n";
        insta::assert_snapshot!(shown(text), @r#"
        Response -  - Some(200) Edm.Int32 headers 0 body "id,name\n1,x"
        Response -  - Some(404) Collection(Edm.String) headers 0 body ""
        "#);
    }
}
