//! Rendered pages, each with one trap, and the comparison of both dialects over our own pages.

use super::super::document::{Block, Cell, Document};
use super::super::{dump, read};
use super::{is_rendered, twin};
use crate::source::FileId;
use std::path::{Path, PathBuf};

const OPERATION: &str = "\
Create ticketQueue
Namespace: microsoft.graph
Note: Queues need a support plan.
Create a new ticketQueue object.
Global service | China operated by 21Vianet |
---|---|
✅ | ❌ |
Permissions
Permission type | Permissions (from least to most privileged) |
---|---|
Delegated (work or school account) | Tickets.ReadWrite.All |
HTTP Request
POST /support/queues
POST /users/{id | userPrincipalName}/queues
Request body
Supply a ticketQueue object.
Property | Type | Description |
---|---|---|
order | ticketOrder | How tickets are sorted. Possible values are: byAge , byWeight , unknownFutureValue . |
Response
If successful, this method returns a 201 Created
response code and a ticketQueue object (see above
).
Example
Request
Here is the request.
POST https://graph.microsoft.com/beta/support/queues
Content-type: application/json
{
\"order\": \"byAge\",
\"tags\": [
\"a } b\"
]
}
Response
HTTP/1.1 201 Created
Content-Type: application/json
{
\"id\": \"7\"
}";

#[test]
fn an_operation_page_has_its_sections_tables_and_messages() {
    insta::assert_snapshot!(dump::page(OPERATION), @r#"
    # Create ticketQueue
      P Namespace: microsoft.graph
      P Note: Queues need a support plan.
      P Create a new ticketQueue object.
      T Global service | China operated by 21Vianet
        R ✅ | ❌
    ## Permissions
      T Permission type | Permissions (from least to most privileged)
        R Delegated (work or school account) | Tickets.ReadWrite.All
    ## HTTP Request
      C http
        POST /support/queues
        POST /users/{id | userPrincipalName}/queues
    ## Request body
      P Supply a ticketQueue object.
      T Property | Type | Description
        R order | ticketOrder | How tickets are sorted. Possible values are: `byAge`, `byWeight`, `unknownFutureValue`. «How tickets are sorted. Possible values are: byAge , byWeight , unknownFutureValue .»
    ## Response
      P If successful, this method returns a 201 Created response code and a ticketQueue object (see `above`). «If successful, this method returns a 201 Created⏎response code and a ticketQueue object (see above⏎).»
    ## Example
    ### Request
      P Here is the request.
      C http
        POST https://graph.microsoft.com/beta/support/queues
        Content-type: application/json
        
        {
        "order": "byAge",
        "tags": [
        "a } b"
        ]
        }
         «POST https://graph.microsoft.com/beta/support/queues⏎Content-type: application/json⏎{⏎"order": "byAge",⏎"tags": [⏎"a } b"⏎]⏎}⏎»
    ### Response
      C http
        HTTP/1.1 201 Created
        Content-Type: application/json
        
        {
        "id": "7"
        } «HTTP/1.1 201 Created⏎Content-Type: application/json⏎{⏎"id": "7"⏎}»
    "#);
}

#[test]
fn a_resource_page_has_its_lists_and_json() {
    let page = "\
ticketQueue resource type
Namespace: microsoft.graph
A queue of tickets.
Inherits from entity
Methods
Method | Return Type | Description |
---|---|---|
List ticketQueues | ticketQueue collection | Lists the queues. |
Sorting | | |
sort | None | Sorts a queue. |
Properties
Property | Type | Description |
---|---|---|
id | String | Key. Inherited from entity |
Relationships
None
JSON Representation
Here is a JSON representation of the resource.
{
\"@odata.type\": \"#microsoft.graph.ticketQueue\",
\"id\": \"String (identifier)\"
}
}
ticketOrder values
Member | Value |
---|---|
byAge | 0 |
";
    insta::assert_snapshot!(dump::page(page), @r##"
    # ticketQueue resource type
      P Namespace: microsoft.graph
      P A queue of tickets.
      P Inherits from entity
    ## Methods
      T Method | Return Type | Description
        R List ticketQueues | ticketQueue collection | Lists the queues.
        R **Sorting** «Sorting» |  | 
        R sort | None | Sorts a queue.
    ## Properties
      T Property | Type | Description
        R id | String | Key. Inherited from entity
    ## Relationships
      P None
    ## JSON Representation
      P Here is a JSON representation of the resource.
      C json
        {
        "@odata.type": "#microsoft.graph.ticketQueue",
        "id": "String (identifier)"
        }
        }
    ### ticketOrder values
      T Member | Value
        R byAge | 0
    "##);
}

#[test]
fn rows_may_be_wrapped_unclosed_or_start_with_an_empty_cell() {
    let page = "\
Properties
| Free | Paid |
---|---|---|
Queues | 1 | 10
or more, see
plans |
file
Name | A name (*.cer | *.crt). | yes |
Seats | 2 | 20 |
After the table.
Tags
Name | Kind
---|---
a | b
c | d
";
    insta::assert_snapshot!(dump::page(page), @r"
    ## Properties
      T  | Free | Paid
        R Queues | 1 | 10 or more, see plans «10⏎or more, see⏎plans»
        R file Name «file⏎Name» | A name (*.cer | *.crt). | yes
        R Seats | 2 | 20
      P After the table.
      P Tags
      T Name | Kind
        R a | b
        R c | d
    ");
}

const MESSAGES: &str = "\
HTTP request
GET /reports/tickets(ids=[
\"a\"
])
DELETE/reports
https://graph.microsoft.com/beta/reports
GET the report of a month.
Examples
Example 1: Get a report
Request
GET /reports/tickets
?$top=2
Response
HTTP/1.1 302 Found
Content-Type: text/plain
Location: https://example.org/report
Follow the redirection to get the file.
HTTP/1.1 200 OK
Content-Type: text/csv
Ticket,Age
7,3
Example 2: Get a broken answer
Response 1
HTTP/1.1 200 OK
{
\"value\": [
See also
GET to know the reports.
";

#[test]
fn messages_without_json_without_a_body_and_over_several_lines() {
    insta::assert_snapshot!(dump::page(MESSAGES), @r#"
    ## HTTP request
      C http
        GET /reports/tickets(ids=[
        "a"
        ])
      C http
        DELETE/reports
        https://graph.microsoft.com/beta/reports
      P GET the report of a month.
    ## Examples
    ### Example 1: Get a report
    #### Request
      C http
        GET /reports/tickets
        ?$top=2
    #### Response
      C http
        HTTP/1.1 302 Found
        Content-Type: text/plain
        Location: https://example.org/report
      P Follow the redirection to get the file.
      C http
        HTTP/1.1 200 OK
        Content-Type: text/csv
        
        Ticket,Age
        7,3
         «HTTP/1.1 200 OK⏎Content-Type: text/csv⏎Ticket,Age⏎7,3⏎»
    ### Example 2: Get a broken answer
    #### Response 1
      C http
        HTTP/1.1 200 OK
        
        {
        "value": [
         «HTTP/1.1 200 OK⏎{⏎"value": [⏎»
    ## See also
      P GET to know the reports.
    "#);
}

#[test]
fn markdown_is_not_taken_for_rendered_text() {
    let markdown = [
        "---\ntitle: A\n---\nNamespace: microsoft.graph\nPermissions\n",
        "# A\n\nNamespace: microsoft.graph\n\nPermissions\n\nResponse\n",
        "Namespace: microsoft.graph\n\n|A|B|\n|---|---|\n|c|d|\n",
        "Response\n\nSee [ticket](ticket.md).\n\nProperties\n",
        "Request\n```http\nGET /tickets\n```\nResponse\n",
        "A | B\n---|---\nc | d\n",
        "Only words.\n\nPermissions\n",
        "",
    ];
    assert_eq!(markdown.map(is_rendered), [false; 8]);
    let rendered = [
        "A\nNamespace: microsoft.graph\n",
        "A | B |\n---|---|\nc | d |\nResponse\n",
        "Get ticket\nHTTP Request\nGET /tickets\nResponse\n",
    ];
    assert_eq!(rendered.map(is_rendered), [true; 3]);
}

/// Headings with their levels, table cells and code of a document; blanks do not count.
fn facts(document: &Document) -> Vec<String> {
    let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let row = |cells: &[Cell]| {
        cells
            .iter()
            .map(|cell| words(&cell.plain))
            .collect::<Vec<_>>()
            .join(" | ")
    };
    let mut facts = Vec::new();
    for section in &document.sections {
        facts.push(format!("{} {}", section.level, words(&section.heading.plain)));
        for block in &section.blocks {
            match block {
                Block::Table(table) => {
                    facts.push(row(&table.header));
                    facts.extend(table.rows.iter().map(|it| row(&it.cells)));
                }
                Block::Code(code) => facts.push(code.text.split_whitespace().collect()),
                Block::Paragraph(_) | Block::Annotation(_) | Block::Include(_) => {}
            }
        }
    }
    facts
}

fn pages(folder: &Path) -> Vec<PathBuf> {
    let mut pages: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    pages.sort();
    pages
}

#[test]
fn both_dialects_of_our_own_pages_say_the_same() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs-src/beta");
    let mut compared = 0;
    for path in ["api", "resources"].iter().flat_map(|folder| pages(&root.join(folder))) {
        let markdown = std::fs::read_to_string(&path).unwrap();
        let rendered = twin::render(&markdown);
        let (expected, _) = read(FileId(0), &markdown);
        let (document, _) = read(FileId(0), &rendered);
        assert_eq!(facts(&document), facts(&expected), "{}", path.display());
        compared += 1;
    }
    assert!(compared > 100, "{compared}");
}
