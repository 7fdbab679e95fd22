//! What descriptions state besides the meaning.

use super::outline;

/// One property for each description.
fn facts(descriptions: &[&str]) -> String {
    let rows: String = descriptions
        .iter()
        .enumerate()
        .map(|(at, text)| format!("|p{at}|String|{text}|\n"))
        .collect();
    let page = format!("# lamp resource type\n\n## Properties\n|Property|Type|Description|\n|:---|:---|:---|\n{rows}");
    let outline = outline("beta/resources/lamp.md", &page);
    let lines = outline
        .lines()
        .skip(1)
        .map(|line| line.trim().split(" :").next().unwrap_or(""));
    descriptions
        .iter()
        .zip(lines)
        .map(|(text, line)| format!("{text}\n    {line}\n"))
        .collect()
}

#[test]
fn read_only_nullable_required() {
    let descriptions = [
        "Read-only.",
        "Number of the lamp. Read only",
        "Key of the lamp, read-only, not nullable.",
        "Nullable.",
        "The lamp gives read-only access to its switch.",
        "Name of the lamp. Required.",
        "Required if the lamp hangs.",
        "Can be null. This property is read-only.",
    ];
    insta::assert_snapshot!(facts(&descriptions), @r#"
    Read-only.
        p0: String, read-only
    Number of the lamp. Read only
        p1: String, read-only
    Key of the lamp, read-only, not nullable.
        p2: String, read-only, not nullable
    Nullable.
        p3: String, nullable
    The lamp gives read-only access to its switch.
        p4: String
    Name of the lamp. Required.
        p5: String, required
    Required if the lamp hangs.
        p6: String, required if "Required if the lamp hangs"
    Can be null. This property is read-only.
        p7: String, read-only, nullable
    "#);
}

#[test]
fn query_options_and_selection() {
    let descriptions = [
        "Supports `$filter` (`eq`, `ne`, `startsWith`) and `$orderby`.",
        "Supports $filter.",
        "Does not support `$filter`.",
        "Returned only on `$select`.",
        "Returned by default.",
        "Requires `$select` to retrieve. Supports $search.",
    ];
    insta::assert_snapshot!(facts(&descriptions), @r"
    Supports `$filter` (`eq`, `ne`, `startsWith`) and `$orderby`.
        p0: String, $filter(eq ne startsWith), $orderby
    Supports $filter.
        p1: String, $filter()
    Does not support `$filter`.
        p2: String, not $filter
    Returned only on `$select`.
        p3: String, returned OnSelect
    Returned by default.
        p4: String, returned ByDefault
    Requires `$select` to retrieve. Supports $search.
        p5: String, $search, returned OnSelect
    ");
}

#[test]
fn defaults_and_deprecation() {
    let descriptions = [
        "Brightness. Default value is `low`.",
        "The default is false.",
        "Deprecated. Use `power` instead.",
        "(Deprecated) Old brightness.",
        "This property is deprecated and will be removed in May.",
        "How deprecated lamps are shown.",
    ];
    insta::assert_snapshot!(facts(&descriptions), @r#"
    Brightness. Default value is `low`.
        p0: String, default "low"
    The default is false.
        p1: String, default "false"
    Deprecated. Use `power` instead.
        p2: String, deprecated "Deprecated. Use power instead."
    (Deprecated) Old brightness.
        p3: String, deprecated "(Deprecated) Old brightness."
    This property is deprecated and will be removed in May.
        p4: String, deprecated "This property is deprecated and will be removed in May."
    How deprecated lamps are shown.
        p5: String
    "#);
}
