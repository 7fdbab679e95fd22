//! Formats items: code with `prettyplease` where it is too wide for one line, docs and attributes as text.
//!
//! Most of the emitted text is docs, and docs are never tokens. An item has a numbered placeholder in their place,
//! which is replaced by the lines afterwards, with the right indentation. Most code is written directly in the format
//! of `prettyplease`; only code that is too wide goes through tokens, which costs a hundred times as much.

use proc_macro2::TokenStream;

/// The width that `prettyplease` keeps to.
const CODE_WIDTH: usize = 89;

/// Begins the doc line that stands for a preface.
const PLACEHOLDER: &str = " @preface ";

/// The lines above items and fields: docs, comments, attributes.
#[derive(Debug, Default)]
pub(crate) struct Prefaces(Vec<Vec<String>>);

impl Prefaces {
    /// Puts lines above the next line of code.
    pub(crate) fn put_line(&mut self, lines: Vec<String>) -> String {
        let line = ["///", PLACEHOLDER, &self.0.len().to_string(), "\n"].concat();
        self.0.push(lines);
        line
    }

    /// One item that is written as `prettyplease` would write it, if every line fits; else it is laid out.
    pub(crate) fn lay_out_lines(&self, code: &str) -> String {
        if lines(code).all(|line| fits(line) || is_whole(line)) {
            self.fill(code)
        } else {
            self.lay_out(code)
        }
    }

    /// One item as formatted text with its prefaces, without a blank line at the end.
    ///
    /// Tokens that are no item are an error of an emitter, which its tests find; they are written as they are, so that
    /// the compiler of the emitted crate shows the place.
    fn lay_out(&self, code: &str) -> String {
        let tokens: TokenStream = code.parse().unwrap_or_default();
        match syn::parse2::<syn::File>(tokens.clone()) {
            Ok(file) => self.fill(&prettyplease::unparse(&file)),
            Err(_) => tokens.to_string(),
        }
    }

    fn fill(&self, code: &str) -> String {
        let mut text = String::with_capacity(code.len() * 2);
        for line in lines(code) {
            let bare = line.trim_start();
            let indent = line.len() - bare.len();
            let number = bare.strip_prefix("///").and_then(|rest| rest.strip_prefix(PLACEHOLDER));
            let preface = number.and_then(|number| self.0.get(number.parse::<usize>().ok()?));
            match preface {
                Some(lines) => lines.iter().for_each(|line| push_line(&mut text, indent, line)),
                None => push_line(&mut text, 0, line),
            }
        }
        text.truncate(text.trim_end().len());
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

fn push_line(text: &mut String, indent: usize, line: &str) {
    text.extend(std::iter::repeat_n(' ', indent));
    text.push_str(line);
    text.push('\n');
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

    #[test]
    fn prefaces_stand_at_the_indentation_of_what_they_are_above() {
        let mut prefaces = Prefaces::default();
        let item = prefaces.put_line(vec!["/// An item.".to_owned(), "// from a page".to_owned()]);
        let field = prefaces.put_line(vec!["/// A field.".to_owned(), "#[cfg(any())]".to_owned()]);
        let code = format!("{item}pub struct A {{\n    {field}    pub b: Option<String>,\n}}");
        assert_eq!(prefaces.lay_out_lines(&code), prefaces.lay_out(&code));
        insta::assert_snapshot!(prefaces.lay_out(&code), @r"
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
        let prefaces = Prefaces::default();
        for count in 0..80 {
            let field = option_field("a", &format!("rt::{}A", words(count)));
            let item = format!("pub struct A {{\n{field}\n}}");
            assert_eq!(prefaces.lay_out_lines(&item), prefaces.lay_out(&item));
            for chain in [
                &[][..],
                &[".query(\"$top\", top)"],
                &[".query(\"$top\", top)", ".body(body)"],
            ] {
                let path = format!("\"/{}\"", words(count * 2));
                let values = format!("&[{}a, {}b]", words(count), words(count / 2));
                let arguments = ["client".to_owned(), path, values];
                let chain: Vec<String> = chain.iter().map(|call| (*call).to_owned()).collect();
                let item = format!("pub fn a() {{\n{}\n}}", chained("rt::Request::new", &arguments, &chain));
                assert_eq!(prefaces.lay_out_lines(&item), prefaces.lay_out(&item));
            }
        }
    }
}
