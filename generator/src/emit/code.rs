//! Formats items: code with `prettyplease` where it is too wide for one line, docs and attributes as text.
//!
//! Most of the emitted text is docs, and docs are never tokens. An item has a numbered placeholder in their place,
//! which is replaced by the lines afterwards, with the right indentation. Most code is written directly in the format
//! of `prettyplease`; only code that is too wide goes through tokens, which costs a hundred times as much.

use proc_macro2::TokenStream;
use quote::quote;

/// The width that `prettyplease` keeps to.
const CODE_WIDTH: usize = 89;

/// Begins the doc line that stands for a preface.
const PLACEHOLDER: &str = " @preface ";

/// The lines above items and fields: docs, comments, attributes.
#[derive(Debug, Default)]
pub(crate) struct Prefaces(Vec<Vec<String>>);

impl Prefaces {
    /// Puts lines above the next thing in the tokens.
    pub(crate) fn put(&mut self, lines: Vec<String>) -> TokenStream {
        let text = format!("{PLACEHOLDER}{}", self.0.len());
        self.0.push(lines);
        quote!(#[doc = #text])
    }

    /// The same for code that is written as lines.
    pub(crate) fn put_line(&mut self, lines: Vec<String>) -> String {
        let line = format!("///{PLACEHOLDER}{}\n", self.0.len());
        self.0.push(lines);
        line
    }

    /// One item that is written as `prettyplease` would write it, if every line fits; else it is laid out.
    pub(crate) fn lay_out_lines(&self, code: &str) -> String {
        if code.lines().all(fits) {
            self.fill(code)
        } else {
            self.lay_out(tokens(code))
        }
    }

    /// One item as formatted text with its prefaces, without a blank line at the end.
    ///
    /// Tokens that are no item are an error of an emitter, which its tests find; they are written as they are, so that
    /// the compiler of the emitted crate shows the place.
    #[allow(
        clippy::needless_pass_by_value,
        reason = "every caller ends with the tokens of one item"
    )]
    pub(crate) fn lay_out(&self, tokens: TokenStream) -> String {
        match syn::parse2::<syn::File>(tokens.clone()) {
            Ok(file) => self.fill(&prettyplease::unparse(&file)),
            Err(_) => tokens.to_string(),
        }
    }

    fn fill(&self, code: &str) -> String {
        let mut text = String::with_capacity(code.len() * 2);
        for line in code.lines() {
            let indent = line.len() - line.trim_start().len();
            let number = line
                .trim_start()
                .strip_prefix("///")
                .and_then(|rest| rest.strip_prefix(PLACEHOLDER));
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

fn push_line(text: &mut String, indent: usize, line: &str) {
    text.extend(std::iter::repeat_n(' ', indent));
    text.push_str(line);
    text.push('\n');
}

/// Whether a line of code fits the width.
pub(crate) fn fits(line: &str) -> bool {
    line.chars().count() <= CODE_WIDTH
}

/// Code as tokens.
pub(crate) fn tokens(code: &str) -> TokenStream {
    code.parse().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prefaces_stand_at_the_indentation_of_what_they_are_above() {
        let mut prefaces = Prefaces::default();
        let item = prefaces.put(vec!["/// An item.".to_owned(), "// from a page".to_owned()]);
        let field = prefaces.put(vec!["/// A field.".to_owned(), "#[cfg(any())]".to_owned()]);
        let laid_out = prefaces.lay_out(quote!(#item pub struct A { #field pub b: Option<String> }));
        insta::assert_snapshot!(laid_out, @r"
        /// An item.
        // from a page
        pub struct A {
            /// A field.
            #[cfg(any())]
            pub b: Option<String>,
        }
        ");
    }
}
