//! Which kind of object the text in `@odata.type` means.

/// The namespace of most types. Those of other namespaces below it (`microsoft.graph.termStore`) are types of their own.
const NAMESPACE: &str = "microsoft.graph";

/// The place of a type in the list; the length of the list if it is not there. No text means the first one, the base.
///
/// Some services name their types in namespaces of their own, in other capitals, or without a namespace
/// (`#Microsoft.OutlookServices.ItemAttachment`). Such a name means the type of the same last word.
#[doc(hidden)]
pub fn kind(names: &[&str], text: &str) -> usize {
    if text.is_empty() {
        return 0;
    }
    let exact = names.iter().position(|name| *name == text);
    let alike = || names.iter().position(|name| is_alike(name, text));
    exact.or_else(alike).unwrap_or(names.len())
}

fn is_alike(name: &str, text: &str) -> bool {
    let word = |name: &str| name.rfind('.').map_or(0, |at| at + 1);
    let (namespace, own) = text.split_at(word(text));
    let is_known = namespace
        .get(..NAMESPACE.len())
        .is_some_and(|start| start.eq_ignore_ascii_case(NAMESPACE));
    name.eq_ignore_ascii_case(text) || !is_known && name.split_at(word(name)).1.eq_ignore_ascii_case(own)
}

#[cfg(test)]
mod tests {
    use super::kind;

    #[test]
    fn names_of_kinds() {
        let names = [
            "microsoft.graph.item",
            "microsoft.graph.event",
            "microsoft.graph.shop.order",
        ];
        let at = |text: &str| kind(&names, text);
        assert_eq!((at(""), at("microsoft.graph.event")), (0, 1));
        assert_eq!(at("Microsoft.Graph.Event"), 1, "capitals");
        assert_eq!(at("Microsoft.OutlookServices.Event"), 1, "another namespace");
        assert_eq!((at("event"), at("order")), (1, 2), "no namespace");
        assert_eq!(at("microsoft.graph.calendar.event"), 3, "a type of its own");
        assert_eq!(at("microsoft.graph.order"), 3);
    }
}
