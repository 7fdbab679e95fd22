//! Source files and the spans that point into them.

use serde::{Deserialize, Serialize};

/// Index of a file in a [`SourceMap`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
pub struct FileId(pub u32);

/// A byte range of one source file.
///
/// `start <= end` always holds; a span may lie in an included file rather than in the page that includes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
pub struct Span {
    /// The file.
    pub file: FileId,
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// The bytes `start..end` of `file`.
    pub fn new(file: FileId, start: usize, end: usize) -> Self {
        let clamp = |offset: usize| u32::try_from(offset).unwrap_or(u32::MAX);
        Self {
            file,
            start: clamp(start),
            end: clamp(end.max(start)),
        }
    }

    /// The byte range, for slicing the file's text with `str::get`.
    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// A position as people count it: both numbers start at one, the column counts characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LineColumn {
    /// Line, from 1.
    pub line: u32,
    /// Column in characters, from 1.
    pub column: u32,
}

/// One file of a docs root: a page or an include, decoded to UTF-8.
#[derive(Debug, Clone)]
pub struct SourceFile {
    /// Path relative to the docs root, with `/` between its parts.
    pub path: String,
    /// The text. Invalid UTF-8 was replaced by U+FFFD; a byte order mark was removed.
    pub text: String,
    line_starts: Vec<u32>,
}

impl SourceFile {
    /// A file with its lines counted.
    pub fn new(path: impl Into<String>, text: impl Into<String>) -> Self {
        let text = text.into();
        let ends = || memchr::memchr_iter(b'\n', text.as_bytes());
        let mut line_starts = Vec::with_capacity(ends().count() + 1);
        line_starts.push(0);
        line_starts.extend(ends().map(|offset| u32::try_from(offset + 1).unwrap_or(u32::MAX)));
        Self {
            path: path.into(),
            text,
            line_starts,
        }
    }

    /// Line and column of a byte offset; an offset past the end is the end.
    pub fn line_column(&self, offset: u32) -> LineColumn {
        let line = self.line_starts.partition_point(|start| *start <= offset).max(1);
        let start = self.line_starts.get(line - 1).copied().unwrap_or(0) as usize;
        let before = self.text.get(start..offset as usize).unwrap_or("");
        let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        LineColumn {
            line: count(line),
            column: count(before.chars().count() + 1),
        }
    }

    /// The line at a position, from the column on, without its end.
    pub fn span_at(&self, file: FileId, line: u32, column: u32) -> Span {
        let start = self
            .line_starts
            .get((line as usize).saturating_sub(1))
            .copied()
            .unwrap_or(0) as usize;
        let rest = self.text.get(start..).unwrap_or("").lines().next().unwrap_or("");
        let skipped: usize = rest
            .chars()
            .take((column as usize).saturating_sub(1))
            .map(char::len_utf8)
            .sum();
        Span::new(file, start + skipped, start + rest.trim_end().len())
    }
}

/// All files of one docs root, sorted by path, so that a [`FileId`] is the same in every run.
#[derive(Debug, Clone, Default)]
pub struct SourceMap {
    files: Vec<SourceFile>,
}

impl SourceMap {
    /// A map of these files; they are sorted by path here.
    pub fn new(mut files: Vec<SourceFile>) -> Self {
        files.sort_by(|a, b| a.path.cmp(&b.path));
        Self { files }
    }

    /// The file, or `None` for an id of another map.
    pub fn file(&self, id: FileId) -> Option<&SourceFile> {
        self.files.get(id.0 as usize)
    }

    /// Id of the file at a path relative to the root.
    pub fn find(&self, path: &str) -> Option<FileId> {
        let index = self.files.binary_search_by(|file| file.path.as_str().cmp(path)).ok()?;
        u32::try_from(index).ok().map(FileId)
    }

    /// Every file with its id, in path order.
    pub fn iter(&self) -> impl Iterator<Item = (FileId, &SourceFile)> {
        (0u32..).map(FileId).zip(&self.files)
    }

    /// The path of a file; empty for an unknown id.
    pub fn path(&self, id: FileId) -> &str {
        self.file(id).map_or("", |file| file.path.as_str())
    }

    /// The text of a span; empty when the span does not fit its file.
    pub fn text(&self, span: Span) -> &str {
        self.file(span.file)
            .and_then(|file| file.text.get(span.range()))
            .unwrap_or("")
    }

    /// Where a span starts.
    pub fn line_column(&self, span: Span) -> LineColumn {
        self.file(span.file)
            .map_or(LineColumn { line: 1, column: 1 }, |file| file.line_column(span.start))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_and_columns_count_from_one_and_in_characters() {
        let file = SourceFile::new("a.md", "é|b\n\nlast");
        let at = |offset| file.line_column(offset);
        assert_eq!(at(0), LineColumn { line: 1, column: 1 });
        assert_eq!(at(3), LineColumn { line: 1, column: 3 });
        assert_eq!(at(5), LineColumn { line: 2, column: 1 });
        assert_eq!(at(6), LineColumn { line: 3, column: 1 });
    }

    #[test]
    fn a_position_gives_the_rest_of_its_line() {
        let file = SourceFile::new("a.md", "é|b\n|id|String| \n");
        let text = |line, column| file.text.get(file.span_at(FileId(0), line, column).range()).unwrap();
        assert_eq!(text(1, 2), "|b");
        assert_eq!(text(2, 1), "|id|String|");
        assert_eq!(text(9, 9), "");
    }

    #[test]
    fn files_are_found_by_path_in_any_insertion_order() {
        let map = SourceMap::new(vec![SourceFile::new("b.md", "2"), SourceFile::new("a.md", "1")]);
        assert_eq!(map.find("b.md"), Some(FileId(1)));
        assert_eq!(map.find("c.md"), None);
        assert_eq!(map.text(Span::new(FileId(0), 0, 1)), "1");
        assert_eq!(map.text(Span::new(FileId(0), 0, 9)), "");
    }
}
