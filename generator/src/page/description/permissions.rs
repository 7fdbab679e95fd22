//! "Requires the **Kiln.Read.All** permission.": what a property needs beside the permissions of its call.

use crate::page::prose::one_line;

/// The permissions that a sentence asks for, any of which is enough. A sentence that asks for several together is left
/// alone.
pub(super) fn read(plain: &str) -> Vec<String> {
    if !plain.contains("ermission") && !plain.contains("scope") {
        return Vec::new();
    }
    let text = one_line(plain);
    let mut found = Vec::new();
    for sentence in text.split(". ") {
        let small = sentence.to_ascii_lowercase();
        let asks = ["require", "need", "must have"].iter().any(|word| small.contains(word));
        let named = ["permission", "scope"].iter().any(|word| small.contains(word));
        if !asks || !named {
            continue;
        }
        let scopes: Vec<&str> = sentence
            .split(|c: char| c.is_whitespace() || ",;:()`*".contains(c))
            .filter_map(scope)
            .collect();
        let together = scopes.len() > 1 && !small.contains(" or ");
        if !together {
            found.extend(scopes.into_iter().map(str::to_owned));
        }
    }
    found.dedup();
    found
}

/// `Kiln.Read.All`: names with capitals and dots between them.
fn scope(word: &str) -> Option<&str> {
    let word = word.trim_end_matches('.');
    let is_part = |part: &str| {
        part.starts_with(|c: char| c.is_ascii_uppercase())
            && part.len() > 1
            && part.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
    };
    (word.contains('.') && word.split('.').all(is_part)).then_some(word)
}

#[cfg(test)]
mod tests {
    #[test]
    fn sentences_that_ask_for_a_permission() {
        let read = |text: &str| super::read(text).join(" ");
        assert_eq!(
            read("When it last glowed. Details for this property require a licence and the Log.Read.All permission."),
            "Log.Read.All"
        );
        assert_eq!(
            read("Requires the permission Heat.Read or Heat.ReadWrite.\nRead-only."),
            "Heat.Read Heat.ReadWrite"
        );
        assert_eq!(read("Needs the Heat.Read and Log.Read permissions."), "");
        assert_eq!(read("The permission that it grants, such as Heat.Read."), "");
        assert_eq!(read("Requires Microsoft.Graph. See the permission list."), "");
    }
}
