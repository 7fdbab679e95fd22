//! What becomes of notes: those of the page are words of its item, those that every page has are left out.

/// The description of the operation or type of a page, and what it says about deprecation.
fn described(path: &str, page: &str) -> String {
    let reading = tests::pages::read(&[(path, page)]);
    let schema = &reading.model.schemas[0];
    let operation = schema
        .operations
        .iter()
        .map(|item| (&item.description, &item.deprecated));
    let types = schema.types.iter().map(|item| (&item.description, &item.deprecated));
    let (description, deprecated) = operation.chain(types).next().unwrap();
    match deprecated {
        Some(words) => format!("{description}\n\ndeprecated: {words}"),
        None => description.clone(),
    }
}

#[test]
fn notes_of_a_call() {
    let page = "\
# Update kiln

> [!IMPORTANT]
> APIs under the `/beta` version are subject to change.

**Note:** This API requires an [active Intune license](https://go.microsoft.com/x) for the tenant.

Changes a kiln.

> [!NOTE]
> At most 20 kilns can be changed in a day.

> [!CAUTION]
> The old kilns are deprecated and will stop working on May 1, 2030.

## HTTP request
```http
PATCH /kilns/{id}
```

## Request body
Supply the values.

> **Important:** The **pots** cannot be updated.

## Response
> **Note:** The response object shown here might be shortened for readability.
";
    insta::assert_snapshot!(described("beta/api/kiln-update.md", page), @r"
    Changes a kiln.

    **Note:** At most 20 kilns can be changed in a day.

    **Important:** The **pots** cannot be updated.

    deprecated: The old kilns are deprecated and will stop working on May 1, 2030.
    ");
}

/// The website has the kind of a note in a line of its own.
#[test]
fn notes_of_the_website() {
    let page = "\
# kiln resource type

Namespace: microsoft.graph

Important

APIs under the `/beta` version in Microsoft Graph are subject to change.

A kiln.

Caution

It gets hot.

## Properties

| Property | Type | Description |
| :--- | :--- | :--- |
| id | String | Its number. |

Note

The number stays.
";
    insta::assert_snapshot!(described("beta/resources/kiln.md", page), @r"
    A kiln.

    **Caution:** It gets hot.

    **Note:** The number stays.
    ");
}

#[test]
fn brackets_in_prose_stay() {
    let page = "# Get kiln\n\nReads [one] of [many][], [see](../resources/pot.md) `a[0]` and [this][that].\n\n\
                ## HTTP request\n```http\nGET /kilns/{id}\n```\n\n[that]: https://contoso.com\n";
    insta::assert_snapshot!(described("beta/api/kiln-get.md", page), @"Reads [one] of [many], [see](https://learn.microsoft.com/graph/api/resources/pot?view=graph-rest-beta) `a[0]` and [this](https://contoso.com).");
}

#[test]
fn what_an_update_cannot_set() {
    let page = "# Update kiln\n\nChanges a kiln.\n\n## HTTP request\n```http\nPATCH /kilns/{id}\n```\n\n\
        ## Request body\n\nSupply the values of a kiln.\n\nThe following properties cannot be updated: **kind**, **place**.\n";
    insta::assert_snapshot!(described("beta/api/kiln-update.md", page), @r"
    Changes a kiln.

    The following properties cannot be updated: **kind**, **place**.
    ");
}

/// A table of what can be sent does not go on with a sentence about something else.
#[test]
fn what_stays_before_the_table_of_what_can_be_sent() {
    let page = "# Update kiln\n\nChanges a kiln.\n\n## HTTP request\n```http\nPATCH /kilns/{id}\n```\n\n## Request body\n\n\
        The **kind** can't be changed.\n\n|Property|Type|Description|\n|:--|:--|:--|\n|name|String|N.|\n";
    insta::assert_snapshot!(described("beta/api/kiln-update.md", page), @r"
    Changes a kiln.

    The **kind** can't be changed.
    ");
}

/// The table of clouds behind such a sentence names no properties.
#[test]
fn what_stays_before_another_table() {
    let page = "# Update kiln\n\nChanges a kiln.\n\n> [!NOTE]\n> You can't change **kind**.\n\n\
        |Global service|US Government L4|US Government L5 (DOD)|China operated by 21Vianet|\n|:--|:--|:--|:--|\n|Yes|Yes|No|No|\n\n\
        ## HTTP request\n```http\nPATCH /kilns/{id}\n```\n";
    insta::assert_snapshot!(described("beta/api/kiln-update.md", page), @r"
    Changes a kiln.

    **Note:** You can't change **kind**.
    ");
}

/// A list stays a list.
#[test]
fn items_of_a_list() {
    let page = "\
# Fire kiln

Fires a kiln. It can be one of these:

- A [gas](../resources/gas.md) kiln.
- An electric kiln
  with three phases.

Fire it in two steps:

1. Load it.
2. Heat it.

> **Note:** Not all kilns:
> - can be loaded.

## HTTP request
```http
POST /kilns/{id}/fire
```
";
    insta::assert_snapshot!(described("beta/api/kiln-fire.md", page), @"
    Fires a kiln. It can be one of these:

    - A [gas](https://learn.microsoft.com/graph/api/resources/gas?view=graph-rest-beta) kiln.
    - An electric kiln with three phases.

    Fire it in two steps:

    1. Load it.
    1. Heat it.

    **Note:** Not all kilns:

    - can be loaded.
    ");
}
