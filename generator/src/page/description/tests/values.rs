//! Rows that list values, and rows that seem to.

use super::{assert_proven, cell};
use crate::page::description::introducer::INTRODUCER;

/// A row and its values; none where the row lists no values of its own property.
const ROWS: &[(&str, &str)] = &[
    // Each phrase that introduces a list.
    (
        "The tray. Possible values are: `upper`, `lower`, `both`.",
        "upper lower both",
    ),
    ("The tray. The supported value is: `upper`.", "upper"),
    // One backtick too many.
    (
        "Signs such as ^ _ ` { }. Default is Deny. Possible values are: `deny`, `allow`.",
        "deny allow",
    ),
    (
        "How it is cut. Supported values can be: Straight, Wavy line, None.",
        "Straight|Wavy line|None",
    ),
    (
        "Allowed values `null`, `thin` and `thick` are set by the service.",
        "thin thick",
    ),
    (
        "Possible result values are `0` (passed), `1` (failed), or `2` (skipped).",
        "0 1 2",
    ),
    (
        "The supported values for paperKind are: `plain`, `photo`.",
        "plain photo",
    ),
    (
        "Set by the service. The values for this property will be `builtIn`, `custom`, or `shared`.",
        "builtIn custom shared",
    ),
    ("The state. Values: `open`, `closed`.", "open closed"),
    (
        "The state. The possible values are based on the number of `open`, `shut`, and `unknownFutureValue`.",
        "open shut unknownFutureValue",
    ),
    (
        "What to do. You can use the values fail, replace, or rename.",
        "fail replace rename",
    ),
    ("The state. Values are `open`, `closed`.", "open closed"),
    (
        "The property values are: auto, lightTeal, maxTeal.",
        "auto lightTeal maxTeal",
    ),
    (
        "Can be one of the following values: `null`, `Post`, `Yammer`.",
        "Post Yammer",
    ),
    (
        "Following values are supported. Not nullable.<ul><li>`Number` - 32 bits.</li><li>`Text`</li></ul>",
        "Number Text",
    ),
    ("Supported colors: white; blue; darkGreen.", "white blue darkGreen"),
    ("The report's length. Supported periods: `D1`, `D7`.", "D1 D7"),
    ("Supported icon types: none; car; sunny. Required.", "none car sunny"),
    ("The options are `fast` and `slow`.", "fast slow"),
    (
        "The format. Must be one of `dateOnly` or `dateTime`",
        "dateOnly dateTime",
    ),
    (
        "Sets the importance, which can be: low, normal, high.",
        "low normal high",
    ),
    ("Who may join. One of: everyone, nobody.", "everyone nobody"),
    ("One of the following. CName, Mx, Srv", ""),
    ("One or more of `left`, `right`.", "left right"),
    (
        "Possible values are: 0 - `shade`, 1 - `bulb`, 2 = `cord`.",
        "shade bulb cord",
    ),
    (
        "The value can be one or more of the following: `none`, `grill`, `steam`.",
        "none grill steam",
    ),
    (
        "The value can be one of the following: CName, Mx, Srv<br/><br/>Key",
        "CName Mx Srv",
    ),
    (
        "This value is an enumeration with one possible value being `DisableStrong`, which is weaker.",
        "DisableStrong",
    ),
    (
        "It accepts one value: `migration`. **Note**: More may come.",
        "migration",
    ),
    (
        "The kind. Possible values are: `a1`, `unknownFutureValue`. Use the `Prefer: include-unknown-enum-members` request \
         header to get the following values in this [evolvable enum](/graph/x#y): `b2`, `c3`.",
        "a1 unknownFutureValue b2 c3",
    ),
    ("Get the following members from this evolvable enum: `b2`.", "b2"),
    (
        "The value is either `Managed` or `Federated`. `Managed` means that others manage it.",
        "Managed Federated",
    ),
    ("The kind of target, can be User, Device or App.", "User Device App"),
    (
        "Can be set to `HiddenMembership` or `Public`. If not set, it is public.",
        "HiddenMembership Public",
    ),
    (
        "Where the notebook is, either `Business` or `Personal`.",
        "Business Personal",
    ),
    (
        "The outcome, one of `NotApplied`, `Success` or `NotFound`.",
        "NotApplied Success NotFound",
    ),
    ("The kind of resource. Types include: `Group`, `Role`.", "Group Role"),
    ("Currently supports only two values `None` and `Open`.", "None Open"),
    (
        "There are two types that are currently supported: `removeAction` (default) and `stopAction`.",
        "removeAction stopAction",
    ),
    ("Limited to `Small`, `Large`.", "Small Large"),
    (
        "Possible values: `app` for permissions of apps (e.g. roles), or `user` for others. The value `userConsent` indicates \
         what admins need not allow.",
        "app user userConsent",
    ),
    // A colon behind a noun.
    ("The importance of the letter: low, normal, high.", "low normal high"),
    (
        "The current status of the job: `NotStarted`, `Running`.",
        "NotStarted Running",
    ),
    // Ways to write a list.
    (
        "Possible values are: resourceScope , allDevices , allUsers .",
        "resourceScope allDevices allUsers",
    ),
    (
        "Possible values are: **inches**, *feet*, and `miles`.",
        "inches feet miles",
    ),
    ("Possible values are \"in\", 'ft' and “mi”.", "in ft mi"),
    ("Possible values are: `in` and/or `ft`, etc.", "in ft"),
    ("Possible values are: cm, ft, ...", "cm ft"),
    (
        "Possible values are:cm, ft and mi Inherited from lengthBase",
        "cm ft mi",
    ),
    ("Possible values are: `in, ft`.", "in ft"),
    ("Possible values are: `in`. `ft`. `mi`.", "in ft mi"),
    ("Possible values: Active/Locked.", "Active/Locked"),
    ("Possible values are: 1.1, 2.0.", "1.1 2.0"),
    (
        "Possible values are urn:user:join and https://contoso.com/a#b.",
        "urn:user:join https://contoso.com/a#b",
    ),
    ("Possible values are: `0` (unknown), `1` (known).", "0 1"),
    (
        "Possible values are: 0 - Not ready, 1 - Ready, 2 - Done. Inherited from app",
        "0 1 2",
    ),
    (
        "Possible values are: `standard` - The room has the members of its house; `private` - The room has some, not all.",
        "standard private",
    ),
    (
        "Possible values are  1. \"sig\" (signature)  2. \"enc\" (encryption)",
        "sig enc",
    ),
    (
        "It can have the following values:<br>reference: A link. See it.<br>image/gif: An image. Ex: a photo.<br>file: Bytes.",
        "reference image/gif file",
    ),
    (
        "Possible values are:<br/>submitted — It was sent, and is read.<br/>published  — It is public.<br/> rejected — It is not.",
        "submitted published rejected",
    ),
    (
        "Supported values are:<ul><li>None</li><li>Notify -- Tell, but go on.</li><li>Block -- Stop.</li></ul>When others are \
         told, it is not required.",
        "None Notify Block",
    ),
    (
        "Possible values:<br>\"Success\" - Fully done.<br>\"Pending\" - Waits; nobody knows why.",
        "Success Pending",
    ),
    (
        "Possible values: `null` (default value), `NotDisabled`, and `Disabled` (may be bad, odd, or worse).",
        "NotDisabled Disabled",
    ),
    (
        "The possible values are: `in`, `ft`. The value `in` means inches.",
        "in ft",
    ),
    (
        "Possible values are: `in`, `ft`.<br/>Supports `$filter` (`eq`).",
        "in ft",
    ),
    ("Possible values are:<br/>cm<br/>ft<br/>Read-only.", "cm ft"),
    ("Possible values are: `in`, `ft`, names of other units in use.", "in ft"),
    ("Possible values are: `in`, `ft`. **Required.**", "in ft"),
    // Two lists.
    (
        "Supported values are: `in`, `ft`. For old ones: the supported values are `ft`, `mi`.",
        "in ft mi",
    ),
    (
        "The mode, either `Auto` or `Manual`. Possible values are: `auto`, `manual`, `none`.",
        "auto manual none",
    ),
    // Bullets behind a line break.
    (
        "Supported values are:<br><br>- `myYard`: Pots of one (mine).<br>- `anyYard`: Pots of all.<br>- `none`: No pots.",
        "myYard anyYard none",
    ),
    // Numbers that stand for names.
    (
        "The possible values are: `1` (for `small`), `2` (for `large`), and `3` (for `unknownFutureValue`).",
        "small large unknownFutureValue",
    ),
    // Values of something else.
    (
        "Supported values for each of the parameters are as follows:<ul><li>maker: `own`.</li><li>size: `small`, `large`, and \
         `huge`.</li></ul>",
        "",
    ),
    (
        "Filters the list. Supported filters are: `and`, `or`, and `eq`. Optional.",
        "",
    ),
    (
        "A filter. Supported pot properties for filtering are: `glaze`, `owner`.",
        "",
    ),
    (
        "What it is. Possible values are: `Hot`, `Warm, but not hot`, and `Cold`.",
        "Hot|Warm, but not hot|Cold",
    ),
    ("The last action. The supported remote actions are: `Fire`, `Cool`.", ""),
    ("Who is named. Supported entities are: user, bot, and tag.", ""),
    // No values of the property.
    ("For example, `in`, `ft`.", ""),
    ("Example values include `in`, `ft`.", ""),
    ("Examples include: `US`, `JP`, and `GB`.", ""),
    ("A name (e.g.: Dr, Sir, Madam).", ""),
    ("The unit, such as `in`, `ft` or `mi`.", ""),
    ("Supports `$filter` (`eq`, `ne`, `ge`).", ""),
    ("Supported filter operators: `eq`, `ne`, `startsWith()`.", ""),
    ("Requires `$select` and `$expand` to be retrieved.", ""),
    ("(HTTP Methods: GET, POST, DELETE.)", ""),
    ("Valid values 1 to 100", ""),
    ("Valid values are `1` to `100`.", ""),
    ("Permitted values are 0-100. The default is 45.", ""),
    ("Acceptable values are 0 – 5 where 5 is most.", ""),
    ("The possible values are: Light1 thru Light21, Dark1 thru Dark11.", ""),
    ("Possible values are listed in the following table. Optional.", ""),
    ("Valid values are described in the table below, or there.", ""),
    ("See below for possible values.", ""),
    ("Possible values are: `true`, `false`.", ""),
    ("Can be set only when the protocol is either `TCP` or `UDP`.", ""),
    ("Required if type is `weekly` or `monthly`.", ""),
    ("Must not be one of the following values: `None`, `Teams`.", ""),
    ("Cannot be one of the following values: `None`, `Teams`.", ""),
    ("Either **startTime** or **endTime**.", ""),
    ("The task can be updated or deleted.", ""),
    ("Either single or multiple use.", ""),
    ("Times during the day: 0= free, 1= tentative, 2= busy.", ""),
    ("Default value is `in`.", ""),
    (
        "Can be one of the following values:<table><tr><td>Value</td><td>Meaning</td></tr><tr><td>In</td><td>Inches</td></tr></table>",
        "",
    ),
    ("Only these domains are supported: .com, .net, .edu.", ""),
    ("", ""),
];

#[test]
fn rows_give_the_values_that_they_list() {
    let wrong: Vec<String> = ROWS
        .iter()
        .map(|(row, expected)| (row, expected, cell(row).values))
        .filter(|(_, expected, read)| {
            let separator = if expected.contains('|') { '|' } else { ' ' };
            let expected: Vec<&str> = expected.split(separator).filter(|value| !value.is_empty()).collect();
            expected != *read
        })
        .map(|(row, expected, read)| format!("{row}\n    expected {expected}\n    read {read:?}"))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn each_introduction_has_a_row() {
    let rows: Vec<&str> = ROWS.iter().map(|(row, _)| *row).collect();
    assert_proven(&INTRODUCER, &rows);
}

#[test]
fn a_default_in_the_list_is_the_default() {
    assert_eq!(
        cell("Possible values are: `after` (default) or `before`.")
            .facets
            .default_value
            .as_deref(),
        Some("after")
    );
    let with_null = cell("Possible values are: `null` (default value), `on`.").facets;
    assert_eq!(with_null.default_value.as_deref(), Some("null"));
    assert_eq!(with_null.nullable, Some(true));
}

#[test]
fn a_value_is_no_statement() {
    let read = cell("Possible values are: `required`, `optional`, `nullable`, deprecated.");
    assert_eq!(*read.facets, crate::model::Facets::default());
    let read = cell("The attendee: required, optional, readOnly.");
    assert_eq!(*read.facets, crate::model::Facets::default());
}
