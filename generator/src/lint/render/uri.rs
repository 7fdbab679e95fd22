//! Paths as SARIF writes them.

/// A relative path as a URI reference.
pub(super) fn uri(path: &str) -> String {
    let mut uri = String::with_capacity(path.len());
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            uri.push(char::from(byte));
        } else {
            uri.push_str(&format!("%{byte:02X}"));
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    #[test]
    fn other_characters_are_written_in_digits() {
        assert_eq!(super::uri("docs src/b#é.md"), "docs%20src/b%23%C3%A9.md");
    }
}
