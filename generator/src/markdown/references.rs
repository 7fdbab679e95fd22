//! Link targets by reference: `[text][label]` here, `[label]: target` at the end of the page.

use pulldown_cmark::{BrokenLink, BrokenLinkCallback, CowStr, RefDefs};
use std::collections::BTreeMap;

/// The definitions of a page, for the parts of it that are read on their own.
#[derive(Debug, Default)]
pub(super) struct References {
    targets: BTreeMap<String, String>,
}

impl References {
    /// Takes the definitions of a page.
    pub(super) fn new(definitions: &RefDefs<'_>) -> Self {
        let targets = definitions
            .iter()
            .map(|(label, link)| (normal(label), link.dest.to_string()));
        Self {
            targets: targets.collect(),
        }
    }

    /// What the parser asks about labels that it has not seen defined.
    pub(super) fn callback(&self) -> Callback<'_> {
        Callback(self)
    }
}

/// Labels are compared without regard to case and blanks.
fn normal(label: &str) -> String {
    label.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// Resolves labels from the page. `[identitySet][]` and `[X][y]` are links even where the page forgot the definition;
/// `[!NOTE]` is not.
pub(super) struct Callback<'a>(&'a References);

impl<'input> BrokenLinkCallback<'input> for Callback<'_> {
    fn handle_broken_link(&mut self, link: BrokenLink<'input>) -> Option<(CowStr<'input>, CowStr<'input>)> {
        if link.reference.starts_with('!') {
            return None;
        }
        let target = self.0.targets.get(&normal(&link.reference)).cloned();
        Some((target.unwrap_or_default().into(), CowStr::Borrowed("")))
    }
}

#[cfg(test)]
mod tests {
    use super::super::dump;

    #[test]
    fn references_work_in_every_part_of_a_page() {
        let page = "[!INCLUDE [n](n.md)]\nReads a [ticket][] of a [Queue][the  Queue].\n\n<br>\nOr a [x][].\n\n\
            |A|B|C|\n|-|-|\n|[ticket]|b|c|\n\n> [!NOTE]\n> See [ticket].\n\n[ticket]: ../ticket.md\n[The queue]: q.md\n";
        insta::assert_snapshot!(dump::page(page), @r"
        I n.md «[!INCLUDE [n](n.md)]»
        P Reads a [ticket](../ticket.md) of a [Queue](q.md). «Reads a [ticket][] of a [Queue][the  Queue].»
        P Or a [x](). «Or a [x][].»
        T A | B | C
          R [ticket](../ticket.md) «[ticket]» | b | c
        P [!NOTE] See [ticket](../ticket.md). «[!NOTE]⏎> See [ticket].»
        ");
    }
}
