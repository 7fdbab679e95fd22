//! Renders markdown pages to text, as copying them from the website does; for tests that compare both dialects.
//!
//! Written line by line on purpose, without the markdown reader that it is compared with.

/// The rendered text of a markdown page.
pub(super) fn render(page: &str) -> String {
    let page = without_comments(without_front_matter(page));
    let mut out = Vec::new();
    let mut fence = false;
    let mut open = false;
    let mut columns = 0;
    for line in page.lines() {
        let line = line.trim();
        if line.starts_with("```") {
            fence = !fence;
            open = false;
        } else if line.is_empty()
            || line.starts_with("[!INCLUDE")
            || line.contains("](#tab/")
            || is_rule(line) && !line.contains('|')
        {
            open = false;
        } else if fence {
            out.push(line.to_owned());
        } else if is_rule(line) {
            out.push("---|".repeat(cells(line).len()));
        } else if line.contains('|') && (line.starts_with('|') || out.last().is_some_and(|last| last.ends_with('|'))) {
            columns = if out.last().is_some_and(|last| last.ends_with('|')) {
                columns
            } else {
                cells(line).len()
            };
            out.push(row(line, columns));
            open = false;
        } else {
            open = paragraph(line, open, &mut out);
        }
    }
    // Code ends its line.
    let lines = out
        .iter()
        .flat_map(|line| line.lines())
        .map(str::trim)
        .filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join("\n")
}

/// Adds a heading, list item or paragraph line; `true` when the next line may go on with it.
fn paragraph(line: &str, open: bool, out: &mut Vec<String>) -> bool {
    let (line, quoted) = line.strip_prefix('>').map_or((line, false), |rest| (rest.trim(), true));
    if line.is_empty() || line.starts_with("[!") {
        return false;
    }
    let words = line.trim_start_matches('#').trim().trim_end_matches('#').trim_end();
    let heading = line.starts_with('#');
    let item = ["- ", "* ", "+ ", "1. "]
        .into_iter()
        .find_map(|bullet| words.strip_prefix(bullet));
    let text = inline(item.unwrap_or(words), "\n");
    match out.last_mut() {
        Some(last) if open && !heading && item.is_none() && !quoted => {
            last.push(' ');
            last.push_str(&text);
        }
        _ => out.push(text),
    }
    !heading
}

/// A row with all its cells: the website draws the missing ones.
fn row(line: &str, columns: usize) -> String {
    let cells = cells(line);
    let missing = columns.saturating_sub(cells.len());
    let cells = cells.into_iter().chain(std::iter::repeat_n(String::new(), missing));
    let cells = cells.map(|cell| format!("{} | ", inline(&cell, " ").trim()));
    cells.collect::<String>().trim().to_owned()
}

fn cells(line: &str) -> Vec<String> {
    let line = line.strip_prefix('|').unwrap_or(line);
    let line = line.strip_suffix('|').unwrap_or(line);
    line.split('|').map(str::to_owned).collect()
}

fn is_rule(line: &str) -> bool {
    line.contains('-') && line.chars().all(|c| matches!(c, '-' | ':' | '|' | ' '))
}

/// Takes the markup off; code is followed by `after_code`.
fn inline(text: &str, after_code: &str) -> String {
    let mut out = String::new();
    for (index, part) in text.split('`').enumerate() {
        if index % 2 == 1 {
            out.push_str(part);
            out.push_str(after_code);
        } else {
            out.push_str(&words(if index > 0 && after_code == " " {
                part.trim_start_matches(' ')
            } else {
                part
            }));
        }
    }
    out
}

fn words(text: &str) -> String {
    const MARKS: [(&str, &str); 14] = [
        ("**", ""),
        ("&nbsp;", " "),
        ("<br>", " "),
        ("<br/>", " "),
        ("<br />", " "),
        ("<ul>", ""),
        ("<li>", ""),
        ("</li>", ""),
        ("</ul>", ""),
        ("\\[", "["),
        ("\\]", "]"),
        ("\\_", "_"),
        ("\\*", "*"),
        ("&lt;", "<"),
    ];
    let text = MARKS
        .iter()
        .fold(text.to_owned(), |text, (mark, plain)| text.replace(mark, plain));
    without_links(&text).replace("&gt;", ">").replace("&amp;", "&")
}

/// `[words](target)` becomes `words`.
fn without_links(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(middle) = rest.find("](") {
        let (before, after) = rest.split_at(middle);
        let (head, label) = before.rsplit_once('[').unwrap_or((before, ""));
        out.push_str(head);
        out.push_str(label);
        rest = after.split_once(')').map_or("", |(_, rest)| rest);
    }
    out.push_str(rest);
    out
}

fn without_front_matter(page: &str) -> &str {
    let page = page.trim_start();
    match page.strip_prefix("---\n").and_then(|rest| rest.split_once("\n---")) {
        Some((_, rest)) => rest,
        None => page,
    }
}

fn without_comments(page: &str) -> String {
    let mut out = String::new();
    let mut rest = page;
    while let Some((before, comment)) = rest.split_once("<!--") {
        out.push_str(before);
        rest = comment.split_once("-->").map_or("", |(_, rest)| rest);
    }
    out.push_str(rest);
    out
}
