//! Combines texts.

use super::document::{Link, Text};
use std::ops::Range;

impl Text {
    /// Puts `words` in the place of `range` of `plain`, with their links, code and strong spans. Markup that the range
    /// holds or cuts goes; the span of the whole stays.
    pub(super) fn splice(&mut self, range: Range<usize>, words: &Self) {
        let (Some(before), Some(after)) = (self.plain.get(..range.start), self.plain.get(range.end..)) else {
            return;
        };
        let plain = [before, &words.plain, after].concat();
        let replacement = Replacement {
            old: range,
            new: words.plain.len(),
        };
        self.links.retain_mut(|link| replacement.moved(&mut link.range));
        self.code.retain_mut(|code| replacement.moved(code));
        self.strong.retain_mut(|strong| replacement.moved(strong));
        let start = replacement.old.start;
        self.links.extend(words.links.iter().cloned().map(|mut link| {
            link.range = shifted(&link.range, start);
            link
        }));
        self.code.extend(words.code.iter().map(|code| shifted(code, start)));
        self.strong
            .extend(words.strong.iter().map(|strong| shifted(strong, start)));
        self.links.sort_by_key(|link| link.range.start);
        self.code.sort_by_key(|code| code.start);
        self.strong.sort_by_key(|strong| strong.start);
        self.plain = plain;
    }
}

impl Text {
    /// Adds a text that follows in the source, with a blank between.
    pub(super) fn append(&mut self, more: Self) {
        if !self.plain.is_empty() && !more.plain.is_empty() {
            self.plain.push(' ');
        }
        let start = self.plain.len();
        self.plain.push_str(&more.plain);
        self.links.extend(more.links.into_iter().map(|link| Link {
            range: shifted(&link.range, start),
            ..link
        }));
        self.code.extend(more.code.iter().map(|code| shifted(code, start)));
        self.strong
            .extend(more.strong.iter().map(|strong| shifted(strong, start)));
        self.span.end = self.span.end.max(more.span.end);
    }
}

/// A replaced range and the length of what replaces it.
struct Replacement {
    old: Range<usize>,
    new: usize,
}

impl Replacement {
    /// Adapts a range of the text; `false` when it lies in the replaced part or is cut by its border.
    fn moved(&self, range: &mut Range<usize>) -> bool {
        let behind = |offset: usize| offset - self.old.end + self.old.start + self.new;
        if range.end <= self.old.start {
            return true;
        }
        if range.start >= self.old.end {
            *range = behind(range.start)..behind(range.end);
            return true;
        }
        if range.start <= self.old.start && range.end >= self.old.end && *range != self.old {
            *range = range.start..behind(range.end);
            return true;
        }
        false
    }
}

fn shifted(range: &Range<usize>, by: usize) -> Range<usize> {
    range.start + by..range.end + by
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_before_around_inside_and_behind_the_replaced_part() {
        let link = |range, target: &str| Link {
            range,
            target: target.to_owned(),
        };
        let mut text = Text {
            plain: "ab [old] cd".to_owned(),
            links: vec![link(0..2, "before"), link(4..7, "inside"), link(9..11, "behind")],
            strong: vec![0..11, 6..9],
            ..Text::default()
        };
        let words = Text {
            plain: "new words".to_owned(),
            links: vec![link(4..9, "added")],
            ..Text::default()
        };
        text.splice(3..8, &words);
        assert_eq!(text.plain, "ab new words cd");
        let links: Vec<_> = text
            .links
            .iter()
            .map(|link| (text.slice(&link.range), link.target.as_str()))
            .collect();
        assert_eq!(links, [("ab", "before"), ("words", "added"), ("cd", "behind")]);
        assert_eq!((text.strong.len(), text.slice(&text.strong[0])), (1, "ab new words cd"));
    }
}
