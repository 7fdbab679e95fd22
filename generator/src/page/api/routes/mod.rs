//! The HTTP request sections: each line of their code blocks is a route, or is listed with the reason why it is none.

mod line;
mod path;
mod repair;

use super::section::{Placed, Topic, about};
use crate::docs::Profile;
use crate::markdown::{Block, CodeBlock, Row, Text};
use crate::model::{Account, Body, Fact, Method, Path, PathKey, Reason, Route, RouteId, RouteResponse, UnreadRoute};
use crate::page::Context;
use crate::page::annotation::Fields;
use crate::page::reason::routes as reason;
use crate::source::Span;
use line::Line;
use rustc_hash::FxHashSet;

pub(super) use line::request_line;

/// The method and the keys of a request line: several for a short path, none for another line.
pub(super) fn keys_of_line(profile: &Profile, text: &str) -> Vec<(Method, PathKey)> {
    let read = request_line(text).and_then(|(method, target)| Some((method, path::read(Some(profile), &target).ok()?)));
    let Some((method, read)) = read else {
        return Vec::new();
    };
    let paths = path::written_out(profile, &read.path);
    let paths = paths.unwrap_or_else(|| vec![read.path]);
    paths.iter().map(|path| (method, path.key().clone())).collect()
}

/// The path of an address that an example calls.
pub fn called_path(address: &str) -> Option<Path> {
    Some(path::read(None, address).ok()?.path)
}

/// Routes and other lines of a page, in page order.
#[derive(Debug, Default)]
pub(super) struct Routes {
    pub(super) read: Vec<Route>,
    pub(super) unread: Vec<UnreadRoute>,
}

/// Reads the HTTP request sections.
pub(super) fn read(context: &Context<'_>, placed: &[Placed<'_>], account: &mut Account) -> Routes {
    let mut reader = LineReader {
        context,
        account,
        routes: Routes::default(),
        reasons: Vec::new(),
        stated: true,
        method: None,
        in_body: false,
        seen: FxHashSet::default(),
    };
    let sections: Vec<&Placed<'_>> = about(placed, Topic::Request).collect();
    let blocks = || sections.iter().flat_map(|place| &place.section.blocks);
    let has_code = blocks().any(|block| matches!(block, Block::Code(_)));
    for block in blocks() {
        match block {
            Block::Code(code) => reader.code(code),
            Block::Paragraph(text) if !has_code => reader.paragraph(text),
            Block::Table(table) if !has_code => table.rows.iter().for_each(|row| reader.row(row)),
            _ => {}
        }
    }
    if reader.routes.read.is_empty() {
        reader.stated = false;
        elsewhere(placed).for_each(|code| reader.code(code));
    }
    if blocks().any(|block| matches!(block, Block::Code(code) if is_example(code))) {
        let ends = ends(&reader.routes.read);
        alike(placed, &ends).for_each(|code| reader.code(code));
    }
    reader.finish(!sections.is_empty())
}

/// The last words of routes.
fn ends(routes: &[Route]) -> FxHashSet<String> {
    let ends = routes.iter().filter_map(|route| route.path.as_str().rsplit('/').next());
    ends.filter(|end| !end.contains('{')).map(str::to_owned).collect()
}

/// A page whose HTTP request section has an annotated request gives its further routes in the same way below other
/// headings: `GET /groups/{id}/drives`, and then `GET /sites/{id}/drives`.
fn alike<'a>(placed: &[Placed<'a>], ends: &FxHashSet<String>) -> impl Iterator<Item = &'a CodeBlock> {
    let outside = placed
        .iter()
        .filter(|place| !matches!(place.topic, Topic::Request | Topic::Examples));
    let blocks = outside.flat_map(|place| &place.section.blocks);
    let is_route = |text: &str| matches!(line::read(text), Line::Route(_, target) if target.starts_with('/'));
    blocks.filter_map(move |block| match block {
        Block::Code(code) if is_example(code) => {
            let mut lines = code.text.lines().filter(|text| !text.trim().is_empty());
            let ends_alike = |text: &str| text.trim().rsplit('/').next().is_some_and(|end| ends.contains(end));
            lines.all(|text| is_route(text) && ends_alike(text)).then_some(code)
        }
        _ => None,
    })
}

/// Whether its annotation calls it a request or a response.
fn is_example(code: &CodeBlock) -> bool {
    // Most annotations of routes have neither word.
    let likely = |text: &str| text.contains("request") || text.contains("response");
    let comment = code.annotation.as_ref().filter(|comment| likely(&comment.text));
    let kind = comment.and_then(|comment| Fields::read(comment).text("blockType"));
    kind.is_some_and(|kind| kind == "request" || kind == "response")
}

/// Pages without an HTTP request section give their routes in blocks of other sections: `GET /sites/{id}` with
/// placeholders and without a host, unlike the examples.
fn elsewhere<'a>(placed: &[Placed<'a>]) -> impl Iterator<Item = &'a CodeBlock> {
    let outside = placed.iter().filter(|place| {
        !matches!(
            place.topic,
            Topic::Request | Topic::Examples | Topic::Response | Topic::Body
        )
    });
    let blocks = outside.flat_map(|place| &place.section.blocks);
    blocks.filter_map(|block| match block {
        Block::Code(code) if is_documentation(code) => Some(code),
        _ => None,
    })
}

/// Every line is a request line without a host, and the annotation does not call it an example.
fn is_documentation(code: &CodeBlock) -> bool {
    let mut lines = code.text.lines().filter(|text| !text.trim().is_empty()).peekable();
    let relative = |text: &str| matches!(line::read(text), Line::Route(_, target) if target.starts_with('/'));
    !is_example(code) && lines.peek().is_some() && lines.all(relative)
}

struct LineReader<'r, 'c> {
    context: &'r Context<'c>,
    account: &'r mut Account,
    routes: Routes,
    /// Why each of the unread lines is no route, and where it stands.
    reasons: Vec<(&'static Reason, Span)>,
    /// Inside the sections that are there for routes.
    stated: bool,
    /// A method that stands on a line of its own, for the paths below it.
    method: Option<(Method, Span, String, bool)>,
    /// Inside the JSON of a request body.
    in_body: bool,
    /// Method, path and query of the routes that were read.
    seen: FxHashSet<(Method, String, String)>,
}

impl LineReader<'_, '_> {
    fn code(&mut self, code: &CodeBlock) {
        self.in_body = false;
        if let Some((text, span)) = fence_line(self.context, code) {
            self.line(&text, span);
        }
        let mut lines = lines(self.context, code).into_iter().peekable();
        while let Some((mut text, span)) = lines.next() {
            // The braces of a placeholder may end in the next line.
            if is_broken(&text)
                && let Some((rest, _)) = lines.next_if(|(rest, _)| ends_placeholder(rest))
            {
                text = format!("{} {}", text.trim_end(), rest.trim_start());
            }
            self.line(&text, span);
        }
        self.end_method();
    }

    /// A section without a code block: a paragraph that starts like a request line (`GET /me/widgets`).
    fn paragraph(&mut self, text: &Text) {
        if let Line::Route(..) = line::read(&text.plain) {
            self.line(&text.plain, text.span);
        }
    }

    /// The same, a row of a table: `|GET|/me/widgets|`, `|List widgets|GET /me/widgets|`.
    fn row(&mut self, row: &Row) {
        let cells = row.cells.iter().map(|cell| cell.plain.trim());
        let pairs = cells.clone().zip(cells.clone().skip(1));
        let mut texts = pairs
            .map(|(method, path)| format!("{method} {path}"))
            .chain(cells.map(str::to_owned));
        let route = |text: &String| matches!(line::read(text), Line::Route(_, target) if target.starts_with('/'));
        if let Some(text) = texts.find(route) {
            self.line(&text, row.span);
        }
    }

    fn line(&mut self, text: &str, span: Span) {
        let read = line::read(text);
        if self.in_body && !matches!(read, Line::Route(..)) {
            return self.add_to_body(text);
        }
        self.in_body = false;
        match read {
            Line::Blank => {}
            Line::Route(method, target) => {
                self.end_method();
                self.route(method, &target, text, span);
            }
            Line::Method(method) => {
                self.end_method();
                self.method = Some((method, span, text.to_owned(), false));
            }
            Line::Path(target) => self.path(&target, text, span),
            Line::Body => {
                self.in_body = true;
                self.unread(text, &reason::BODY, span);
            }
            Line::Other(reason) => self.unread(text, reason, span),
        }
    }

    /// A path on a line of its own belongs to the method above it.
    fn path(&mut self, target: &str, text: &str, span: Span) {
        match &mut self.method {
            Some((method, _, _, used)) => {
                let method = *method;
                *used = true;
                self.route(method, target, text, span);
            }
            None => self.unread(text, &reason::NO_METHOD, span),
        }
    }

    /// A method without a path is listed.
    fn end_method(&mut self) {
        if let Some((_, span, text, false)) = self.method.take() {
            self.unread(&text, &reason::NO_PATH, span);
        }
    }

    fn route(&mut self, method: Method, target: &str, text: &str, span: Span) {
        match path::read(Some(self.context.profile), target) {
            Ok(read) => {
                for repair in &read.repairs {
                    self.account.report(repair.diagnostic(read.path.as_str(), span));
                }
                let long = path::written_out(self.context.profile, &read.path);
                let reason = match &long {
                    Some(_) => Some(&reason::SHORT),
                    None => Some(&reason::ELSEWHERE).filter(|_| !self.stated),
                };
                let mut added = false;
                for path in long.unwrap_or_else(|| vec![read.path]) {
                    added |= self.add(method, path, &read.query, span);
                }
                match reason {
                    _ if !added => self.unread(text, &reason::TWICE, span),
                    None => self.account.read(Fact::Route),
                    Some(reason) => self.account.guessed(reason, span),
                }
            }
            Err(reason) => self.unread(text, reason, span),
        }
    }

    /// Adds a route unless the page has it already.
    fn add(&mut self, method: Method, path: Path, query: &str, span: Span) -> bool {
        let is_new = self.seen.insert((method, path.as_str().to_owned(), query.to_owned()));
        if is_new {
            self.routes.read.push(Route {
                id: RouteId(self.routes.read.len()),
                method,
                path,
                query: query.to_owned(),
                // What other sections say about a call is weighed later.
                body: Body::default(),
                response: RouteResponse::default(),
                origin: self.context.origin(span),
            });
        }
        is_new
    }

    fn unread(&mut self, text: &str, reason: &'static Reason, span: Span) {
        self.reasons.push((reason, span));
        self.routes.unread.push(UnreadRoute {
            text: text.trim().to_owned(),
            reason: reason.words.to_owned(),
            origin: self.context.origin(span),
        });
    }

    /// The routes; the unread lines are recorded when their bodies are complete.
    fn finish(self, has_section: bool) -> Routes {
        for (line, (reason, span)) in self.routes.unread.iter().zip(self.reasons) {
            self.account.unread(reason, span, &line.text);
        }
        if self.routes.read.is_empty() && self.routes.unread.is_empty() {
            let reason = if has_section {
                &reason::NO_CODE
            } else {
                &reason::NO_SECTION
            };
            self.account.unread(reason, self.context.start(), "");
        }
        self.routes
    }

    /// The lines of a body are one entry.
    fn add_to_body(&mut self, text: &str) {
        if let Some(body) = self.routes.unread.last_mut() {
            body.text.push('\n');
            body.text.push_str(text.trim_end());
        }
    }
}

/// `GET /kilns/{kiln`: a request line whose last placeholder has no end.
fn is_broken(text: &str) -> bool {
    let is_open = text.rfind('{') > text.rfind('}');
    is_open && request_line(text).is_some()
}

/// `id}/fire`: the rest of such a line. A brace alone ends a body, not a placeholder.
fn ends_placeholder(text: &str) -> bool {
    let is_word = |(name, _): (&str, &str)| !name.contains('{') && name.trim_start().starts_with(char::is_alphanumeric);
    text.split_once('}').is_some_and(is_word) && request_line(text).is_none()
}

/// The lines of a block with their places. The lines of an indented block are shorter than the source's; then the
/// place is the line's words in the source line of the same number.
pub(super) fn lines(context: &Context<'_>, code: &CodeBlock) -> Vec<(String, Span)> {
    let source = context.sources.text(code.span);
    let mut offset = code.span.start as usize;
    let mut places = Vec::new();
    for line in source.split_inclusive('\n') {
        let blanks = line.len() - line.trim_start().len();
        let start = offset + blanks;
        places.push(Span::new(code.span.file, start, start + line.trim().len()));
        offset += line.len();
    }
    let place = |index: usize| places.get(index).copied().unwrap_or(code.span);
    code.text
        .lines()
        .enumerate()
        .map(|(index, text)| (text.to_owned(), place(index)))
        .collect()
}

/// A route on the fence's own line: ```` ```http GET /schools ````.
fn fence_line(context: &Context<'_>, code: &CodeBlock) -> Option<(String, Span)> {
    let (_, words) = code.language.split_once(' ')?;
    request_line(words)?;
    let text = &context.sources.file(code.span.file)?.text;
    let start = code.span.start as usize;
    // The block's span is that of its lines; the fence is on the line above, or at the span when there are none.
    let above = text.get(..start)?.trim_end_matches('\n');
    let fence = above.rfind('\n').map_or(0, |at| at + 1);
    let candidates = [text.get(start..)?, text.get(fence..)?];
    let line = candidates
        .iter()
        .find(|rest| rest.trim_start().starts_with("```"))?
        .lines()
        .next()?;
    let (_, route) = line.split_once(' ')?;
    let at = start.max(fence);
    Some((route.trim().to_owned(), Span::new(code.span.file, at, at)))
}

/// The first word of a line, as a method.
fn method(word: &str) -> Option<Method> {
    Method::ALL
        .into_iter()
        .find(|method| word.eq_ignore_ascii_case(method.as_str()))
}

#[cfg(test)]
mod tests;
