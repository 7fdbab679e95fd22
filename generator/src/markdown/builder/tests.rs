//! Pages with one trap each.

use super::super::dump;

#[test]
fn tabs_of_other_languages_are_left_out_and_end_no_section() {
    let page = "## Request\n\nAsk so.\n\n# [HTTP](#tab/http)\n<!-- {\n  \"blockType\": \"request\"\n}-->\n```http\nGET /tickets\n```\n\
        <!-- above -->\n\n# [C#](#tab/csharp)\n```csharp\nGet();\n```\n[!INCLUDE [sample](../includes/snippets/csharp/tickets.md)]\n[!INCLUDE [sdk](../includes/sdk.md)]\n\n\
        # [JavaScript](#tab/js)\n```js\nget();\n```\n---\n\nAfter the tabs.\n\n## [HTTP](#tab/http) is a heading\n\nWords.\n";
    insta::assert_snapshot!(dump::page(page), @r#"
    ## Request
      P Ask so.
      C http A {
      "blockType": "request"
    }
        GET /tickets
      A above
      P After the tabs.
    ## [HTTP](#tab/http) is a heading
      P Words.
    "#);
}

#[test]
fn an_underlined_line_is_a_heading_only_when_it_is_meant() {
    let page = "Tickets\n=======\n\nQueues\n------\n\n# [C#](#tab/csharp)\n\n[!INCLUDE [s](s.md)]\n---\nA sentence.\n---\nMore.\n";
    insta::assert_snapshot!(dump::page(page), @r"
    # Tickets
    ## Queues
      P A sentence.
      P More.
    ");
}

#[test]
fn headings_have_the_span_of_their_words() {
    let page = "#   Get `ticket` ##\n\n## [Tickets](t.md) <!-- {\"a\": 1} -->\n\n### **Bold** \n\n#\n\n> ## Quoted\n";
    insta::assert_snapshot!(dump::page(page), @r#"
    # Get `ticket`
    ## [Tickets](t.md)
      A {"a": 1}
    ### **Bold**
    # 
    ## Quoted
    "#);
}

#[test]
fn lists_and_quotes_are_paragraphs() {
    let page = "Either:\n- **open**: new\n  and old\n- closed\n\n  Second paragraph.\n  1. deep\n     > quote\n     lazy\n\n> [!NOTE]\n> Mind\n> this.\n\n\
        > **Note:** one\n\n* [ ] task  \n  hard break\n";
    insta::assert_snapshot!(dump::page(page), @r"
      P Either:
      P **open**: new and old «**open**: new⏎  and old»
      P closed
      P Second paragraph.
      P deep
      P quote lazy «quote⏎     lazy»
      P [!NOTE] Mind this. «[!NOTE]⏎> Mind⏎> this.»
      P **Note:** one
      P [ ] task
    hard break «[ ] task  ⏎  hard break»
    ");
}

#[test]
fn code_is_kept_as_written() {
    let page = "1. Ask:\n   ``` HTTP\n   GET /tickets\n     ?$top=1\n\n   ```\n2. Read:\n\n       indented\n         more\n\n\
        ~~~json\n{ \"a\": \"```\" }\n~~~\n\n```\n```\n> ```json\n> {}\n> ```\n";
    insta::assert_snapshot!(dump::page(page), @r#"
    P Ask:
    C http
      GET /tickets
        ?$top=1
      
       «GET /tickets⏎     ?$top=1⏎⏎»
    P Read:
    C 
      indented
        more
       «indented⏎         more⏎»
    C json
      { "a": "```" }
    C 
    C json
      {}
    "#);
}

#[test]
fn a_fence_that_is_never_closed_is_reported() {
    insta::assert_snapshot!(dump::page("# A\n\n```json\n{}\n\n## B\n"), @r"
    # A
      C json
        {}
        
        ## B
    ! unclosed-fence page.md:3:1 «```» this code fence is never closed, so the rest of the page is code
    ");
    insta::assert_snapshot!(dump::page("```"), @"  C");
}

#[test]
fn markup_inside_text_is_remembered() {
    let page = "A [link *with* `code`](t.md \"title\"), **bold `id`**, [a][b], <https://example.org>, ![alt *text*](i.png),\n\
        \\*no\\*, 2 < 3 &amp; &lt;id&gt; &nbsp; {id}, snake_case_name  \nnext line\n";
    insta::assert_snapshot!(dump::page(page), @r#"
      P A [link with `code`](t.md), **bold `id`**, [a](), [https://example.org](https://example.org), alt text, *no*, 2 < 3 & <id>   {id}, snake_case_name
    next line «A [link *with* `code`](t.md "title"), **bold `id`**, [a][b], <https://example.org>, ![alt *text*](i.png),⏎\*no\*, 2 < 3 &amp; &lt;id&gt; &nbsp; {id}, snake_case_name  ⏎next line»
    "#);
}

#[test]
fn odd_characters_do_no_harm() {
    let page = "# A\tb\r\n\r\n|C|D|\r\n|-|-|\r\n|e|f|\r\nWords\u{feff}\u{a0}more\u{a0}\r\n";
    insta::assert_snapshot!(dump::page(page), @r"
    # A	b
      T C | D
        R e | f
      P Words﻿ more «Words﻿ more »
    ");
}

#[test]
fn what_looks_like_a_block_inside_a_row_is_a_cell() {
    let page = "|A|B|\n|-|-|\n|c|d|~~~e|# f|- g|1. h|\n|i|j\n> k\n\n|A|B|\n|-|-|\n\u{a0}|c|d|\n|e|f||g\nh||i|j|\n";
    insta::assert_snapshot!(dump::page(page), @"
    T A | B
      R c | d | ~~~e | # f | - g | 1. h
      R i | j
    P k
    T A | B
      R  « » | c | d
      R e | f | g
      R h |  | i | j
    ");
}

#[test]
fn headings_without_the_names_of_their_places() {
    let page = "# Get part {#get-part}\n\n## **Response** {#r}\nWords {#x}.\n\n## {#only}\n\n## Parts of {kind}\n";
    insta::assert_snapshot!(dump::page(page), @r"
    # Get part «Get part {#get-part}»
    ## **Response** «**Response** {#r}»
      P Words {#x}.
    ## {#only}
    ## Parts of {kind}
    ");
}
