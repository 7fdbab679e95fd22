//! Code of a value, laid out as rustfmt would.

/// The longest line of code.
pub(super) const WIDTH: usize = 90;

/// The longest line with a text that cannot be broken.
const LONGEST: usize = 130;

/// An expression.
#[derive(Debug, Clone)]
pub(super) enum Code {
    /// On one line.
    Line(String),
    /// With parts, each on lines of its own.
    Parts {
        open: String,
        parts: Vec<Code>,
        close: String,
    },
}

impl Code {
    /// `Some(..)`, `name: ..`: the same with text around it.
    pub(super) fn between(self, before: &str, after: &str) -> Self {
        match self {
            Self::Line(line) => Self::Line([before, &line, after].concat()),
            Self::Parts { open, parts, close } => Self::Parts {
                open: [before, &open].concat(),
                parts,
                close: close + after,
            },
        }
    }

    /// `vec![..]`, on one line if its items are short. A single item starts on the line of the list.
    pub(super) fn list(mut items: Vec<Self>) -> Self {
        if let [Self::Parts { .. }] = items.as_slice()
            && let Some(only) = items.pop()
        {
            return only.between("vec![", "]");
        }
        let lines: Option<Vec<&str>> = items.iter().map(Self::line).collect();
        let line = lines.map(|lines| format!("vec![{}]", lines.join(", ")));
        match line.filter(|line| line.len() <= WIDTH / 2) {
            Some(line) => Self::Line(line),
            None => Self::Parts {
                open: "vec![".to_owned(),
                parts: items,
                close: "]".to_owned(),
            },
        }
    }

    fn line(&self) -> Option<&str> {
        match self {
            Self::Line(line) => Some(line),
            Self::Parts { .. } => None,
        }
    }

    /// The lines below an indentation; `end` follows the last one.
    pub(super) fn lines(&self, indent: usize, end: &str) -> Vec<String> {
        let space = " ".repeat(indent);
        match self {
            Self::Line(line) => vec![[&space, line, end].concat()],
            Self::Parts { open, parts, close } => {
                let first = [&space, open.as_str()].concat();
                // Nothing follows `..Cup::default()`.
                let inner = parts.iter().flat_map(|part| {
                    let is_rest = part.line().is_some_and(|line| line.starts_with(".."));
                    part.lines(indent + 4, if is_rest { "" } else { "," })
                });
                let last = [&space, close.as_str(), end].concat();
                std::iter::once(first).chain(inner).chain([last]).collect()
            }
        }
    }

    /// Whether every line is short enough below an indentation.
    pub(super) fn fits(&self, indent: usize) -> bool {
        self.lines(indent, ",").iter().all(|line| line.len() <= LONGEST)
    }
}
