//! Resource pages: a structured type with its properties.

mod base;
mod derived;
mod json_block;
mod methods;
mod properties;
mod values;

use super::annotation::Fields;
use super::prose::{AnyWords, Words};
use super::rows::{BaseStatement, JsonKey, PropertyRow, ResourceRows};
use super::{Context, title};
use crate::json;
use crate::markdown::{CodeBlock, Document};
use crate::model::Account;
use std::sync::LazyLock;

/// Words of paragraphs that say something about a type: how it is related to others, and whether it is deprecated. Most
/// paragraphs have none.
pub(super) static TELLING: LazyLock<AnyWords> = LazyLock::new(|| {
    AnyWords::new([
        "abstract",
        "base",
        "deprecated",
        "deriv",
        "extend",
        "inherit",
        "open",
        "parent",
        "subtype",
    ])
});

/// Reads a resource page; `None` if nothing on it describes a structured type. `opening` are the paragraphs about the page.
pub(super) fn read(
    context: &Context<'_>,
    document: &Document,
    opening: &[Words<'_>],
    account: &mut Account,
) -> Option<ResourceRows> {
    let properties: Vec<PropertyRow> = properties::read(context, document, account);
    let block = json_block::find(document);
    let heading = title::heading(document);
    // "None" under every heading: an anchor for actions, which is not a type of its own.
    if properties.is_empty() && block.is_none() {
        return None;
    }
    let fields = block.and_then(|block| block.annotation.as_ref()).map(Fields::read);
    let text = |key: &str| fields.as_ref().and_then(|fields| fields.text(key));
    let flag = |key: &str| fields.as_ref().is_some_and(|fields| fields.flag(key));
    let json_keys: Vec<JsonKey> = block.map(|block| json_block::keys(context, block)).unwrap_or_default();
    Some(ResourceRows {
        heading_name: title::type_name(heading),
        odata_type: text("@odata.type")
            .or_else(|| text("@type"))
            .or_else(|| block.and_then(body_type)),
        base: BaseStatement {
            sentence: base::sentence(opening),
            annotation: text("baseType"),
        },
        derived: derived::read(document, opening),
        methods: methods::read(document),
        is_open: flag("openType") || base::says_open(opening),
        is_abstract: flag("abstract") || base::says_abstract(opening),
        // Pages of the website have no annotations.
        key_property: text("keyProperty").or_else(|| block.filter(|_| fields.is_none()).and_then(json_block::key)),
        properties,
        json_keys,
        origin: context.origin(
            document
                .sections
                .get(1)
                .map_or_else(Default::default, |section| section.heading.span),
        ),
    })
}

/// `"@odata.type": "#microsoft.graph.x"` in the block itself, for blocks whose annotation has none.
fn body_type(block: &CodeBlock) -> Option<String> {
    let reading = json::read(&block.text)?;
    let name = reading.value.get("@odata.type")?.text()?.trim().trim_start_matches('#');
    name.starts_with("microsoft.graph").then(|| name.to_owned())
}
