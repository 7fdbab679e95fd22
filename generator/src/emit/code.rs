//! Formats items: code with `prettyplease` where it is too wide for one line, docs and attributes as text.
//!
//! Most of the emitted text is docs, and docs are never tokens. Items are written straight into the text of their file, in
//! the format of `prettyplease`. Only code that is too wide goes through tokens, which costs a hundred times as much:
//! then numbered placeholders stand for the lines above it, which are put back afterwards.

use super::lines::Lines;
use proc_macro2::TokenStream;
use std::ops::Range;

/// The width that `prettyplease` keeps to.
const CODE_WIDTH: usize = 89;

/// Begins the doc line that stands for a preface.
const PLACEHOLDER: &str = " @preface ";

/// An item that is being written at the end of the text of a file.
#[derive(Debug, Default)]
pub(crate) struct Item {
    text: String,
    /// Where the item begins.
    start: usize,
    /// The lines above items and fields: docs, comments, attributes.
    prefaces: Vec<Range<usize>>,
}

impl Item {
    /// A new item behind a text.
    pub(crate) fn behind(text: String) -> Self {
        Self {
            start: text.len(),
            text,
            prefaces: Vec::new(),
        }
    }

    /// Adds lines above the next line of code, which has this indentation.
    pub(crate) fn above(&mut self, indent: usize, write: impl FnOnce(&mut Lines<'_>)) {
        let start = self.text.len();
        write(&mut Lines::new(&mut self.text, indent));
        self.prefaces.push(start..self.text.len());
    }

    /// Adds code.
    pub(crate) fn code<'t>(&mut self, parts: impl IntoIterator<Item = &'t str>) {
        self.text.extend(parts);
    }

    /// Adds a text as a literal.
    pub(crate) fn quoted(&mut self, text: &str) {
        push_quoted(&mut self.text, text);
    }

    /// The text with the item as it was written, without line ends behind it.
    pub(crate) fn into_text(mut self) -> String {
        let end = self.text.trim_end().len().max(self.start);
        self.text.truncate(end);
        self.text
    }

    /// The text with the item as `prettyplease` would write it. If every line fits, it is written so already.
    pub(crate) fn laid_out(mut self) -> String {
        if !self.fits() {
            let item = self.lay_out();
            self.text.truncate(self.start);
            self.text.push_str(&item);
        }
        self.into_text()
    }

    /// Whether every line of code is as it has to be.
    fn fits(&self) -> bool {
        let mut codes = self.codes().filter_map(|code| self.text.get(code));
        codes.all(|code| lines(code).all(|line| fits(line) || is_whole(line)))
    }

    /// Where code is.
    fn codes(&self) -> impl Iterator<Item = Range<usize>> {
        let starts = std::iter::once(self.start).chain(self.prefaces.iter().map(|preface| preface.end));
        let ends = self.prefaces.iter().map(|preface| preface.start);
        starts.zip(ends.chain([self.text.len()])).map(|(start, end)| start..end)
    }

    /// The item as formatted text with its prefaces.
    ///
    /// Tokens that are no item are an error of an emitter, which its tests find; they are written as they are, so that
    /// the compiler of the emitted crate shows the place.
    fn lay_out(&self) -> String {
        let mut code = String::new();
        for (number, range) in self.codes().enumerate() {
            if number > 0 {
                code.push_str(&format!("///{PLACEHOLDER}{}\n", number - 1));
            }
            code.push_str(self.text.get(range).unwrap_or_default());
        }
        let tokens: TokenStream = code.parse().unwrap_or_default();
        match syn::parse2::<syn::File>(tokens.clone()) {
            Ok(file) => self.fill(&prettyplease::unparse(&file)),
            Err(_) => tokens.to_string(),
        }
    }

    fn fill(&self, code: &str) -> String {
        let mut text = String::with_capacity(self.text.len() - self.start);
        for line in lines(code) {
            let bare = line.trim_start();
            let number = bare.strip_prefix("///").and_then(|rest| rest.strip_prefix(PLACEHOLDER));
            let preface = number.and_then(|number| self.prefaces.get(number.parse::<usize>().ok()?));
            match preface.and_then(|preface| self.text.get(preface.clone())) {
                Some(lines) => text.push_str(lines),
                None => text.extend([line, "\n"]),
            }
        }
        text
    }
}

/// The lines of code, which has no other line ends.
fn lines(code: &str) -> impl Iterator<Item = &str> {
    let mut start = 0;
    let ends = memchr::memchr_iter(b'\n', code.as_bytes()).chain((!code.ends_with('\n')).then_some(code.len()));
    ends.filter_map(move |end| code.get(std::mem::replace(&mut start, end + 1)..end))
}

/// Appends a text as a literal. Most have no character to escape.
pub(crate) fn push_quoted(code: &mut String, text: &str) {
    let is_plain = |byte: u8| (byte.is_ascii_graphic() || byte == b' ') && byte != b'"' && byte != b'\\';
    if text.bytes().all(is_plain) {
        code.extend(["\"", text, "\""]);
    } else {
        code.push_str(&format!("{text:?}"));
    }
}

/// Whether a line of code fits the width.
pub(crate) fn fits(line: &str) -> bool {
    line.len() <= CODE_WIDTH || line.chars().count() <= CODE_WIDTH
}

/// Whether a line cannot be broken, however wide it is: the only thing in it is a text or the name of a function.
fn is_whole(line: &str) -> bool {
    let line = line.trim_start();
    let text = line.strip_prefix('"').and_then(|rest| rest.strip_suffix("\","));
    let name = line.strip_prefix("pub fn ").and_then(|rest| rest.strip_suffix('('));
    text.is_some_and(|text| !text.contains('"')) || name.is_some_and(|name| !name.contains(' '))
}

/// A field with an `Option`, on three lines where its type is too wide for one.
pub(crate) fn option_field(name: &str, inner: &str) -> String {
    let line = ["    pub ", name, ": Option<", inner, ">,"].concat();
    if fits(&line) {
        return line;
    }
    format!("    pub {name}: Option<\n        {inner},\n    >,")
}

/// A call with the calls on its result, as the only expression of a function.
pub(crate) fn chained(name: &str, arguments: &[String], chain: &[String]) -> String {
    let one = format!("    {name}({})", arguments.join(", "));
    let line = one.clone() + &chain.concat();
    if fits(&line) {
        return line;
    }
    let indent = if chain.is_empty() { "    " } else { "        " };
    let mut text = if chain.is_empty() || !fits(&one) {
        let lines: String = arguments
            .iter()
            .map(|argument| argument_lines(argument, indent))
            .collect();
        format!("    {name}(\n{lines}{indent})")
    } else {
        one
    };
    for call in chain {
        text.push_str(&format!("\n        {call}"));
    }
    text
}

/// An argument on a line of its own; a list that is too wide has a line for each of its values.
fn argument_lines(argument: &str, indent: &str) -> String {
    let line = format!("{indent}    {argument},\n");
    match argument.strip_prefix("&[").and_then(|rest| rest.strip_suffix(']')) {
        // The comma behind the list does not count.
        Some(values) if !fits(line.trim_end_matches([',', '\n'])) => {
            let values = values.split(", ").map(|value| format!("{indent}        {value},\n"));
            format!("{indent}    &[\n{}{indent}    ],\n", values.collect::<String>())
        }
        _ => line,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// An item that is only code, as it is written and as `prettyplease` writes it.
    fn both(code: &str) -> [String; 2] {
        let item = || {
            let mut item = Item::behind(String::new());
            item.code([code]);
            item
        };
        [item().laid_out(), item().lay_out().trim_end().to_owned()]
    }

    #[test]
    fn prefaces_stand_at_the_indentation_of_what_they_are_above() {
        let item = || {
            let mut item = Item::behind("// before\n".to_owned());
            item.above(0, |lines| {
                lines.line(["/// An item."]);
                lines.line(["// from a page"]);
            });
            item.code(["pub struct A {\n"]);
            item.above(4, |lines| {
                lines.line(["/// A field."]);
                lines.line(["#[cfg(any())]"]);
            });
            item.code(["    pub b: Option<String>,\n}"]);
            item
        };
        assert_eq!(
            item().laid_out(),
            "// before\n".to_owned() + item().lay_out().trim_end()
        );
        insta::assert_snapshot!(item().laid_out(), @r"
        // before
        /// An item.
        // from a page
        pub struct A {
            /// A field.
            #[cfg(any())]
            pub b: Option<String>,
        }
        ");
    }

    /// What is written as text is what `prettyplease` writes.
    #[test]
    fn fields_and_calls_that_are_too_wide_for_a_line() {
        let words = |count: usize| "a".repeat(count);
        for count in 0..80 {
            let field = option_field("a", &format!("rt::{}A", words(count)));
            let [written, formatted] = both(&format!("pub struct A {{\n{field}\n}}"));
            assert_eq!(written, formatted);
            for chain in [
                &[][..],
                &[".query(\"$top\", top)"],
                &[".query(\"$top\", top)", ".body(body)"],
            ] {
                let path = format!("\"/{}\"", words(count * 2));
                let values = format!("&[{}a, {}b]", words(count), words(count / 2));
                let arguments = ["client".to_owned(), path, values];
                let chain: Vec<String> = chain.iter().map(|call| (*call).to_owned()).collect();
                let [written, formatted] = both(&format!(
                    "pub fn a() {{\n{}\n}}",
                    chained("rt::Request::new", &arguments, &chain)
                ));
                assert_eq!(written, formatted);
            }
        }
    }
}
