//! The path of a URL in tokens that are compared with the segments of documented paths.

use crate::permissions::calls::unescaped;

/// A part of a path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Token {
    /// A name or a value, in small letters.
    Word(String),
    /// `microsoft.graph.user`, `graph.user`: the last part, in small letters.
    Qualified(String),
    /// A name with arguments or a key in parentheses: the name and the names of the arguments, in small letters.
    Call {
        name: String,
        arguments: Vec<Option<String>>,
    },
    /// What stands between colons, `root:/{path}:`, or a placeholder.
    Value,
    /// Where a path of another kind begins or ends.
    Colon,
}

impl Token {
    /// Whether a key can be there.
    pub(super) fn is_value(&self) -> bool {
        match self {
            Self::Word(word) => !word.starts_with('$'),
            Self::Qualified(_) | Self::Call { .. } | Self::Value => true,
            Self::Colon => false,
        }
    }
}

/// The tokens of a path.
pub(super) fn tokens(path: &str) -> Vec<Token> {
    let mut tokens = Vec::with_capacity(8);
    let mut in_colons = false;
    for segment in segments(path) {
        let plain = unescaped(segment);
        let bare = plain.strip_suffix(':');
        match (in_colons, bare) {
            // The path between the colons may have several segments.
            (true, _) if tokens.last() == Some(&Token::Value) => {}
            (true, _) => tokens.push(Token::Value),
            (false, _) => tokens.push(token(bare.unwrap_or(&plain))),
        }
        if bare.is_some() {
            tokens.push(Token::Colon);
            in_colons = !in_colons;
        }
    }
    // A colon that closes a path and has nothing behind it says nothing.
    if !in_colons && tokens.last() == Some(&Token::Colon) {
        tokens.pop();
    }
    tokens
}

/// What slashes part that stand in no parentheses and no braces; empty parts are left out.
fn segments(path: &str) -> impl Iterator<Item = &str> {
    let (mut depth, mut quoted) = (0_usize, false);
    let parts = path.split(move |c| {
        match c {
            '\'' if depth > 0 => quoted = !quoted,
            '(' | '{' if !quoted => depth += 1,
            ')' | '}' if !quoted => depth = depth.saturating_sub(1),
            '/' => return depth == 0,
            _ => {}
        }
        false
    });
    parts.filter(|part| !part.is_empty())
}

fn token(text: &str) -> Token {
    let small = text.to_ascii_lowercase();
    if small.starts_with('{') && small.ends_with('}') {
        return Token::Value;
    }
    if let Some((name, inside)) = small.strip_suffix(')').and_then(|text| text.split_once('('))
        && !name.is_empty()
    {
        let name = name.rsplit('.').next().unwrap_or(name).to_owned();
        return match arguments(inside) {
            none if none.is_empty() => Token::Word(name),
            arguments => Token::Call { name, arguments },
        };
    }
    match small.rsplit_once('.') {
        Some((namespace, name)) if is_namespace(namespace) => Token::Qualified(name.to_owned()),
        _ => Token::Word(small),
    }
}

/// Names of persons and files have dots too.
pub(super) fn is_namespace(text: &str) -> bool {
    text == "graph" || text == "microsoft.graph" || text.starts_with("microsoft.graph.") || text.starts_with("graph.")
}

/// The names of arguments in small letters, sorted; no name for a value alone.
pub(super) fn arguments(inside: &str) -> Vec<Option<String>> {
    let mut quoted = false;
    let parts = inside.split(move |c| {
        quoted ^= c == '\'';
        c == ',' && !quoted
    });
    let parts = parts.filter(|part| !part.trim().is_empty());
    let name = |part: &str| {
        let (name, _) = part.split_once('=')?;
        let name = name.trim();
        let is_name = !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || "_-.@$".contains(c));
        is_name.then(|| name.to_ascii_lowercase())
    };
    let mut names: Vec<Option<String>> = parts.map(name).collect();
    names.sort();
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_in_tokens() {
        let shown = |path: &str| {
            let one = |token: &Token| match token {
                Token::Word(word) => word.clone(),
                Token::Qualified(name) => format!("~{name}"),
                Token::Call { name, arguments } => {
                    let names = arguments.iter().map(|name| name.as_deref().unwrap_or("_"));
                    format!("{name}({})", names.collect::<Vec<_>>().join(","))
                }
                Token::Value => "{}".to_owned(),
                Token::Colon => ":".to_owned(),
            };
            tokens(path).iter().map(one).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(shown("/Kilns/{id | name}/POTS/"), "kilns {} pots");
        assert_eq!(
            shown("/kilns('a/b')/fire(note='x,y',deep=true)"),
            "kilns(_) fire(deep,note)"
        );
        assert_eq!(shown("/kilns/delta()"), "kilns delta");
        assert_eq!(
            shown("/drive/root:/a/b%20c.txt:/children"),
            "drive root : {} : children"
        );
        assert_eq!(shown("/sites/yard.example:/hr"), "sites yard.example : {}");
        assert_eq!(shown("/drive/root:/a/b.txt:"), "drive root : {}");
        assert_eq!(shown("/kilns/1/microsoft.graph.shop.pot/$count"), "kilns 1 ~pot $count");
        assert_eq!(shown("/people/ann.lee@yard.example"), "people ann.lee@yard.example");
        assert_eq!(
            shown("/chats/19:abc@thread.v2/messages"),
            "chats 19:abc@thread.v2 messages"
        );
    }
}
