//! Rows that state facts, and rows that seem to.

use super::{assert_proven, assert_stated, cell, text, today};
use crate::page::description::{default, deprecated, facts, inherited, query};

/// Rows and the facets they give, as JSON.
const ROWS: &[(&str, &str)] = &[
    (
        "Supports `$filter` (`eq`, `startsWith`, and `eq` on `null` values), `$search`, and `$orderBy`.",
        r#"{"filter":["eq","startsWith"],"supports":["$search","$orderby"]}"#,
    ),
    // Read-only.
    ("The id. Read-only.", r#"{"readOnly":true}"#),
    ("The id. Read only", r#"{"readOnly":true}"#),
    ("The id (read-only)", r#"{"readOnly":true}"#),
    ("Key, Readonly", r#"{"readOnly":true}"#),
    ("Read\u{2011}only. The id.", r#"{"readOnly":true}"#),
    ("Starts at 2014-01-01T00:00:00Z Read-only.", r#"{"readOnly":true}"#),
    ("Whether it is \"trending.\" Read-only.", r#"{"readOnly":true}"#),
    ("Read-only ID of the thing.", r#"{"readOnly":true}"#),
    ("Readonly id of the thing.", r#"{"readOnly":true}"#),
    (
        "Key of the entity. This is read-only and automatically generated.",
        r#"{"readOnly":true}"#,
    ),
    ("This property is readonly.", r#"{"readOnly":true}"#),
    (
        "Attachments are currently read-only – they cannot be sent.",
        r#"{"readOnly":true}"#,
    ),
    (
        "This is a read-only attribute that the service sets.",
        r#"{"readOnly":true}"#,
    ),
    ("This read-only field says how it goes.", r#"{"readOnly":true}"#),
    (
        "Optional and read-only and for personal drives only.",
        r#"{"readOnly":true}"#,
    ),
    ("Gives read-only access to files.", "{}"),
    ("Read-only access to files.", "{}"),
    ("Read-only for people synced from elsewhere.", "{}"),
    ("Read-only when isBuiltIn is true.", "{}"),
    ("Indicates if the rule is read-only and cannot be changed.", "{}"),
    ("Whether the team is in read-only mode.", "{}"),
    // Nullable.
    ("The chat. Nullable.", r#"{"nullable":true}"#),
    ("Read-only, nullable", r#"{"readOnly":true,"nullable":true}"#),
    ("This property is nullable", r#"{"nullable":true}"#),
    ("The time of closing. This can be null.", r#"{"nullable":true}"#),
    ("This property is null if nobody registered.", r#"{"nullable":true}"#),
    (
        "If it is assigned directly, this field will be Null.",
        r#"{"nullable":true}"#,
    ),
    ("Null until the job is done.", r#"{"nullable":true}"#),
    ("Key. Not nullable.", r#"{"nullable":false}"#),
    ("Key, not nullable, read-only.", r#"{"readOnly":true,"nullable":false}"#),
    ("The id isn't nullable.", r#"{"nullable":false}"#),
    ("Non-nullable.", r#"{"nullable":false}"#),
    ("The id. Cannot be null.", r#"{"nullable":false}"#),
    ("The id. Must not be null.", r#"{"nullable":false}"#),
    ("The id is never null.", r#"{"nullable":false}"#),
    ("A null value indicates mixed formats.", "{}"),
    // Required.
    ("Required. The name.", r#"{"required":true}"#),
    ("The name. (Required)", r#"{"required":true}"#),
    ("Mandatory. The name.", r#"{"required":true}"#),
    (
        "The name. Required. Supports `$filter`.",
        r#"{"required":true,"filter":[]}"#,
    ),
    (
        "The name. Required, not nullable.",
        r#"{"nullable":false,"required":true}"#,
    ),
    (
        "The name. Required and Read-only.",
        r#"{"readOnly":true,"required":true}"#,
    ),
    ("Read-only, required.", r#"{"readOnly":true,"required":true}"#),
    ("Not nullable, required.", r#"{"nullable":false,"required":true}"#),
    ("The name. Required on create.", r#"{"required":true}"#),
    ("The name. Required when creating a list.", r#"{"required":true}"#),
    ("Required property.", r#"{"required":true}"#),
    ("The kind is a required field.", r#"{"required":true}"#),
    ("The name. This property is required.", r#"{"required":true}"#),
    ("The property is required.", r#"{"required":true}"#),
    ("The name. It is required.", r#"{"required":true}"#),
    ("The name. It is required for creating a list.", r#"{"required":true}"#),
    (
        "This property is required when a group is created.",
        r#"{"required":true}"#,
    ),
    ("Must be specified when creating a list.", r#"{"required":true}"#),
    (
        "This property must be specified when a user is created.",
        r#"{"required":true}"#,
    ),
    (
        "Must be specified when creating a list if the domain is federated.",
        r#"{"requiredIf":"Must be specified when creating a list if the domain is federated"}"#,
    ),
    ("Not required.", "{}"),
    (
        "Required if type is `weekly`.",
        r#"{"requiredIf":"Required if type is weekly"}"#,
    ),
    (
        "Required only if the kiln is `hot`.",
        r#"{"requiredIf":"Required only if the kiln is hot"}"#,
    ),
    (
        "Required for users with licenses.",
        r#"{"requiredIf":"Required for users with licenses"}"#,
    ),
    (
        "Optional when it is `a`; required when it is `b`.",
        r#"{"requiredIf":"required when it is b"}"#,
    ),
    (
        "Required and must be positive if it is set.",
        r#"{"requiredIf":"Required and must be positive if it is set"}"#,
    ),
    (
        "The key. This property is required if signing is on.",
        r#"{"requiredIf":"This property is required if signing is on"}"#,
    ),
    (
        "This property is required when signing is on. Read-only.",
        r#"{"readOnly":true,"requiredIf":"This property is required when signing is on"}"#,
    ),
    ("The access token required to get the recording.", "{}"),
    ("Whether a PIN is required.", "{}"),
    ("true if the parameter is required; otherwise false.", "{}"),
    // Returned.
    ("The name. Returned by default.", r#"{"returned":"byDefault"}"#),
    ("The name. Not returned by default.", r#"{"returned":"onSelect"}"#),
    ("The name isn't returned by default.", r#"{"returned":"onSelect"}"#),
    (
        "The name.<br><br>Returned only on `$select`. Read-only.",
        r#"{"readOnly":true,"returned":"onSelect"}"#,
    ),
    (
        "Returned only on applying a `$select` query option.",
        r#"{"returned":"onSelect"}"#,
    ),
    ("Only returned with `$select`.", r#"{"returned":"onSelect"}"#),
    (
        "The name. Requires `$select` to retrieve.",
        r#"{"returned":"onSelect"}"#,
    ),
    // Default values.
    ("Default is `false`.", r#"{"default":"false"}"#),
    ("Default: false.", r#"{"default":"false"}"#),
    ("Default is the single value `all`.", r#"{"default":"all"}"#),
    ("The default value is 23:59:00.", r#"{"default":"23:59:00"}"#),
    ("Optional, default value is false.", r#"{"default":"false"}"#),
    ("Default value of '0' means that none is allowed.", r#"{"default":"0"}"#),
    (
        "Default value for managerLevel is 1. More is possible.",
        r#"{"default":"1"}"#,
    ),
    (
        "The default value of this property is \"en-us\".",
        r#"{"default":"en-us"}"#,
    ),
    ("Defaults to Public.", r#"{"default":"Public"}"#),
    ("If not set, it will default to `Public`.", r#"{"default":"Public"}"#),
    (
        "By default, this is Guest. Others are possible.",
        r#"{"default":"Guest"}"#,
    ),
    (
        "If it is not set, it gets the default value `PT0S`.",
        r#"{"default":"PT0S"}"#,
    ),
    ("Default is false Inherited from policyBase", r#"{"default":"false"}"#),
    ("It is set to `true` by default.", r#"{"default":"true"}"#),
    ("False by default.", r#"{"default":"false"}"#),
    ("If true (default), it is shown.", r#"{"default":"true"}"#),
    ("It is `on` (default value).", r#"{"default":"on"}"#),
    ("It is `on` (the default).", r#"{"default":"on"}"#),
    ("Use `off` (the default value) if it is noisy.", r#"{"default":"off"}"#),
    (
        "This must be set to `true` (which is the default).",
        r#"{"default":"true"}"#,
    ),
    ("The default is to show all.", "{}"),
    ("The default value is empty.", "{}"),
    ("Whether this is the default agreement.", "{}"),
    ("The default value for this column.", "{}"),
    ("The calendar where events are created by default.", "{}"),
    ("By default, the time is in UTC.", "{}"),
    // Immutable, write-only.
    ("Immutable.", r#"{"immutable":true}"#),
    ("Key, immutable.", r#"{"immutable":true}"#),
    ("The name is immutable.", r#"{"immutable":true}"#),
    ("It cannot be changed after the kiln is made.", r#"{"immutable":true}"#),
    ("It can not be modified once it is made.", r#"{"immutable":true}"#),
    (
        "Can be set during creation and can't be changed.",
        r#"{"immutable":true}"#,
    ),
    ("Can only be set while creating the kiln.", r#"{"immutable":true}"#),
    ("It can be set only when a kiln is created.", r#"{"immutable":true}"#),
    ("An immutable id of the kiln.", "{}"),
    (
        "How hot. Once a **kiln** is created, the **heat** can't be modified.",
        r#"{"immutable":true}"#,
    ),
    ("How hot. You can not PATCH this value.", r#"{"immutable":true}"#),
    ("How hot. You can't patch this property.", r#"{"immutable":true}"#),
    ("The glaze. Not updatable after creation.", r#"{"immutable":true}"#),
    ("Can only be set with [Create kiln](kiln-create.md).", "{}"),
    ("Whether multiple values can be chosen.", "{}"),
    ("It can't be modified for small kilns.", "{}"),
    ("Write-only.", r#"{"writeOnly":true}"#),
    ("The key. This is write only.", r#"{"writeOnly":true}"#),
    // Several values at once.
    ("Multiple values are allowed.", r#"{"combinable":true}"#),
    ("Bitwise options that say how it is fired.", r#"{"combinable":true}"#),
    ("This is a flagged enumeration.", r#"{"combinable":true}"#),
    ("A multi-valued enumeration.", r#"{"combinable":true}"#),
    ("A multivalued enum.", r#"{"combinable":true}"#),
    // Intune.
    (
        "Supports $filter operator 'eq' and 'contains'. This property is read-only.",
        r#"{"readOnly":true,"filter":["eq","contains"]}"#,
    ),
    (
        "To retrieve actual values GET call needs to be made, with device id and included in select parameter. Supports: \
         $select. $Search is not supported. Read-only.",
        r#"{"readOnly":true,"supports":["$select"],"unsupported":["$search"],"returned":"onSelect"}"#,
    ),
    (
        "Individual get call with select query options is needed to retrieve actual values.",
        r#"{"returned":"onSelect"}"#,
    ),
    // Query options.
    (
        "Supports `$filter` (`eq`, `ne`, `NOT`, and `startswith` operators only).",
        r#"{"filter":["eq","ne","not","startsWith"]}"#,
    ),
    (
        "Supports $filter (eq).Read-only.",
        r#"{"readOnly":true,"filter":["eq"]}"#,
    ),
    ("Supports `$filter`.", r#"{"filter":[]}"#),
    ("Supports `$filter` on null values.", r#"{"filter":[]}"#),
    (
        "Supports `$select`, `$orderBy`, and `$filter` (`eq` only).",
        r#"{"filter":["eq"],"supports":["$select","$orderby"]}"#,
    ),
    (
        "Supports `$filter` (`any`), `$search`, and `$count`.",
        r#"{"filter":["any"],"supports":["$search","$count"]}"#,
    ),
    ("Returned only on `$expand`.", r#"{"supports":["$expand"]}"#),
    ("Does not support `$filter`.", r#"{"unsupported":["$filter"]}"#),
    (
        "Doesn't support `$filter` and `$orderby`.",
        r#"{"unsupported":["$filter","$orderby"]}"#,
    ),
    ("Not filterable.", r#"{"unsupported":["$filter"]}"#),
    (
        "Supported filter operators: `eq`, `ne`, and `startsWith()`.",
        r#"{"filter":["eq","ne","startsWith"]}"#,
    ),
    ("Change the order with `$orderby`.", "{}"),
    // Deprecated.
    ("Deprecated. Don't use.", r#"{"deprecated":"Deprecated. Don't use."}"#),
    (
        "The key. Deprecated: use newKey instead.",
        r#"{"deprecated":"Deprecated: use newKey instead."}"#,
    ),
    (
        "DEPRECATED in favor of newKey. A string.",
        r#"{"deprecated":"DEPRECATED in favor of newKey."}"#,
    ),
    (
        r"\[Deprecated\] Has no effect.",
        r#"{"deprecated":"[Deprecated] Has no effect."}"#,
    ),
    (
        "(Deprecated) The old id.",
        r#"{"deprecated":"(Deprecated) The old id."}"#,
    ),
    (
        "The old id - to be deprecated",
        r#"{"deprecated":"The old id - to be deprecated"}"#,
    ),
    (
        "The key. This deprecated property is empty.",
        r#"{"deprecated":"This deprecated property is empty."}"#,
    ),
    (
        "The key. This property is deprecated and will stop returning data in May. Use newKey instead. Nullable.",
        r#"{"nullable":true,"deprecated":"This property is deprecated and will stop returning data in May. Use newKey instead."}"#,
    ),
    ("Obsolete. The key.", r#"{"deprecated":"Obsolete."}"#),
    ("The key is obsolete.", r#"{"deprecated":"The key is obsolete."}"#),
    ("The key. Do not use.", r#"{"deprecated":"Do not use."}"#),
    (
        "Do not use this property, it does nothing.",
        r#"{"deprecated":"Do not use this property, it does nothing."}"#,
    ),
    (
        "Don't use this property.",
        r#"{"deprecated":"Don't use this property."}"#,
    ),
    ("It will stop working.", r#"{"deprecated":"It will stop working."}"#),
    (
        "This property will be removed in June.",
        r#"{"deprecated":"This property will be removed in June."}"#,
    ),
    (
        "This property has been removed.",
        r#"{"deprecated":"This property has been removed."}"#,
    ),
    (
        "This property is no longer supported.",
        r#"{"deprecated":"This property is no longer supported."}"#,
    ),
    ("No longer supported.", r#"{"deprecated":"No longer supported."}"#),
    ("Evolvable enumeration sentinel value. Do not use.", "{}"),
    ("Whether the template is deprecated.", "{}"),
    ("The template is deprecated or not.", "{}"),
    ("Made from a deprecated template.", "{}"),
    ("Do not use spaces.", "{}"),
    ("The date on which it is no longer available.", "{}"),
    // Nothing.
    ("", "{}"),
];

#[test]
fn rows_give_the_facts_that_they_state() {
    assert_stated(ROWS);
}

#[test]
fn each_wording_has_a_row() {
    let rows: Vec<&str> = ROWS.iter().chain(today::ROWS).map(|(row, _)| *row).collect();
    assert_proven(&facts::FACTS, &rows);
    assert_proven(&default::BEFORE_VALUE, &rows);
    assert_proven(&default::BEHIND_VALUE, &rows);
    assert_proven(&query::SUPPORTS, &rows);
    assert_proven(&deprecated::DEPRECATED, &rows);
}

/// The text of a `[!CAUTION]` block on a page.
#[test]
fn notes_on_a_page_deprecate_too() {
    let note = text(
        "The **shelf** resource is deprecated and will stop returning data on May 1, 2030. Please use the new rack \
         resource. For more, see the [blog](https://contoso.com).",
    );
    assert_eq!(
        deprecated::deprecation(&note).as_deref(),
        Some(
            "The shelf resource is deprecated and will stop returning data on May 1, 2030. Please use the new rack resource."
        )
    );
    assert_eq!(deprecated::deprecation(&text("Licenses are needed.")), None);
}

/// Rows and the type they name.
const INHERITED: &[(&str, &str)] = &[
    (
        "The id. Inherited from [thingBase](../resources/thingbase.md)",
        "thingBase",
    ),
    (
        "The id. Inherited from [microsoft.graph.thingBase](thingbase.md).",
        "microsoft.graph.thingBase",
    ),
    ("The id. Inherited from entity. Read-only.", "entity"),
    ("The id Inherited from thingBase Possible values are: `a`.", "thingBase"),
    (
        "This is an id, inherited from microsoft.graph.entity.",
        "microsoft.graph.entity",
    ),
    ("The id is inherited from the [thing](thing.md) resource.", "thing"),
    ("Inherits from `thingBase`.", "thingBase"),
    ("Property inherited from [thing](thing.md).", "thing"),
    ("Inherited property from **thingBase**.", "thingBase"),
    ("Some settings are inherited from the template that made it.", ""),
    ("Whether licenses are inherited from groups of a person.", ""),
    ("The parent of this rule, if it is inherited from an ancestor.", ""),
    ("Inherited property. The id.", ""),
];

#[test]
fn rows_name_the_declaring_type() {
    for (row, expected) in INHERITED {
        assert_eq!(cell(row).inherited_from.as_deref().unwrap_or(""), *expected, "{row}");
    }
    let rows: Vec<&str> = INHERITED.iter().map(|(row, _)| *row).collect();
    assert_proven(&inherited::INHERITED, &rows);
}
