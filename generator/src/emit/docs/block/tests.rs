//! Descriptions as rustdoc.

use super::*;

fn rendered(markdown: &str, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    render(markdown, width, &mut |line| lines.push(line.to_owned()));
    lines
}

fn shown(markdown: &str) -> String {
    rendered(markdown, 60).join("\n")
}

#[test]
fn paragraphs_are_wrapped_and_links_kept() {
    insta::assert_snapshot!(shown("The **key** of the [role](https://example.com/a(b)). See [relative](role.md) and https://example.com/x."), @r"
    The **key** of the [role](https://example.com/a%28b%29). See
    relative and <https://example.com/x>.
    ");
}

#[test]
fn brackets_tags_and_indents_do_no_harm() {
    insta::assert_snapshot!(shown("Takes a[0], <id> and `x`.\n\n    indented\n\nEnd<br/>of <b>it</b>. # no heading"), @r"
    Takes a\[0\], \<id> and `x`.

    ```text
    indented
    ```

    End\
    of it. # no heading
    ");
}

#[test]
fn the_direction_of_writing_stays() {
    assert_eq!(
        shown("bytes={start}-{end}\u{202c}, `a\u{2066}b`"),
        "bytes={start}-{end}, `ab`"
    );
}

#[test]
fn lists_quotes_and_tables_stay() {
    insta::assert_snapshot!(shown("Values:\n- one\n  - inner\n- two [x]\n\n1. first\n\n   second\n\n> [!NOTE]\n> Mind this.\n\n| a | b |\n|---|---|\n| x\\|y | `p` |"), @r"
    Values:

    - one
      - inner

    - two \[x\]

    1. first

       second

    > **Note:** Mind this.

    | a | b |
    | --- | --- |
    | x\|y | `p` |
    ");
}

#[test]
fn plain_text_takes_the_short_way_to_the_same_end() {
    let text = "The unique identifier of the assignment. Read-only, as the service gives it once and for all.";
    let mut writer = Writer::new(60);
    Parser::new(text).for_each(|event| writer.event(event));
    assert!(is_plain(text));
    assert_eq!(rendered(text, 60).join("\n"), writer.finish().trim_end());
}

/// What rustdoc would warn about, or show in another way than as text.
fn trouble(lines: &[String]) -> Option<String> {
    let text = lines.join("\n");
    let mut trouble = None;
    let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH;
    let mut broken = |link: pulldown_cmark::BrokenLink<'_>| {
        trouble = Some(format!("broken link {:?}", link.reference));
        None
    };
    let parser = Parser::new_with_broken_link_callback(&text, options, Some(&mut broken));
    let mut found = Vec::new();
    for event in parser {
        match event {
            Event::Html(html) | Event::InlineHtml(html) => found.push(format!("html {html:?}")),
            Event::FootnoteReference(note) => found.push(format!("footnote {note:?}")),
            Event::Start(Tag::CodeBlock(CodeBlockKind::Indented)) => found.push("indented code".to_owned()),
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(language))) if language.is_empty() => {
                found.push("a doctest".to_owned());
            }
            Event::Start(Tag::Link { dest_url, .. }) if !inline::is_absolute(&dest_url) && !dest_url.contains('@') => {
                found.push(format!("relative link {dest_url:?}"));
            }
            _ => {}
        }
    }
    trouble.or(found.pop())
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(2000))]
    #[test]
    fn any_markdown_is_harmless(text in "([a-z]{0,3}|<id>|<b>|&lt;b&gt;|[-\\[\\]<>()*_`#|!&~=+:.^]{1,3}|[ \n\t]{1,3}|1\\. |https://a.b/c|    |\n> |\n\\| a \\|\n\\|---\\|\n){0,14}") {
        let lines = rendered(&text, 40);
        proptest::prop_assert!(lines.iter().all(|line| !line.contains('\n')), "{lines:?}");
        proptest::prop_assert_eq!(trouble(&lines), None, "{} became {}", text.escape_debug(), lines.join("\n"));
    }
}

#[test]
fn an_address_that_a_bracket_opens_in_a_quote() {
    let lines = rendered("<id>\n> <https://a¡b/c\n> ", 40);
    assert!(lines.iter().all(|line| !line.contains('\n')), "{lines:?}");
    assert_eq!(trouble(&lines), None, "{}", lines.join("\n"));
}
