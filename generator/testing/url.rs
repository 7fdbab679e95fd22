//! URLs, parsed for comparison.

/// Decodes percent-encoding.
pub(super) fn decode(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, tail)) = rest.split_first() {
        let pair = tail.split_at_checked(2).filter(|_| *first == b'%');
        let byte = pair.and_then(|(pair, after)| Some((hex(pair)?, after)));
        match byte {
            Some((byte, after)) => {
                bytes.push(byte);
                rest = after;
            }
            None => {
                bytes.push(*first);
                rest = tail;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

fn hex(pair: &[u8]) -> Option<u8> {
    let digits = pair.iter().all(u8::is_ascii_hexdigit);
    let text = std::str::from_utf8(pair).ok().filter(|_| digits)?;
    u8::from_str_radix(text, 16).ok()
}

/// The segments of a path, each decoded. An encoded slash does not end a segment, and neither does one in the quotes of an
/// argument: `getByPath(path='a/b')`.
pub(super) fn segments(path: &str) -> Vec<String> {
    let (mut arguments, mut quoted) = (false, false);
    let ends = move |c: char| {
        match c {
            '(' | ')' if !quoted => arguments = c == '(',
            '\'' if arguments => quoted = !quoted,
            _ => {}
        }
        c == '/' && !quoted
    };
    path.trim_matches('/').split(ends).map(decode).collect()
}

/// Names and values of a query, decoded, in order of names.
pub(super) fn options(query: &str) -> Vec<(String, String)> {
    let pairs = query.split('&').map(str::trim).filter(|pair| !pair.is_empty());
    let pair = |pair: &str| {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        (decode(name).trim().to_owned(), decode(value).trim().to_owned())
    };
    let mut options: Vec<_> = pairs.map(pair).collect();
    options.sort();
    options
}
