//! A small docs root that tests edit: a resource with its calls, a base type, an enum, and a second resource.

use generator::diff::{Changes, compare};
use std::collections::BTreeMap;
use tests::pages::{Reading, read};

/// Files by path.
#[derive(Clone)]
pub(crate) struct Kitchen(BTreeMap<String, String>);

impl Kitchen {
    /// As it was.
    pub(crate) fn new() -> Self {
        let files = [
            ("beta/resources/appliance.md", APPLIANCE),
            ("beta/resources/kettle.md", KETTLE),
            ("beta/resources/shelf.md", SHELF),
            ("beta/resources/kettlestate.md", STATE),
            ("beta/api/kettle-list.md", LIST),
            ("beta/api/kettle-create.md", CREATE),
            ("beta/api/kettle-boil.md", BOIL),
        ];
        Self(files.map(|(path, text)| (path.to_owned(), text.to_owned())).into())
    }

    /// With a text replaced in a page, which must have it.
    pub(crate) fn edit(mut self, path: &str, old: &str, new: &str) -> Self {
        let page = self.0.get_mut(path).unwrap();
        assert!(page.contains(old), "{path} has no {old:?}");
        *page = page.replace(old, new);
        self
    }

    /// Each page with the text, with another text in its place.
    pub(crate) fn edits<'a>(&'a self, old: &'a str, new: &'a str) -> impl Iterator<Item = Self> + 'a {
        let pages = self.0.iter().filter(move |(_, text)| text.contains(old));
        pages.map(move |(path, _)| self.clone().edit(path, old, new))
    }

    pub(crate) fn page(&self, path: &str) -> &str {
        &self.0[path]
    }

    /// With one more page.
    pub(crate) fn with(mut self, path: &str, text: &str) -> Self {
        self.0.insert(path.to_owned(), text.to_owned());
        self
    }

    /// Without a page.
    pub(crate) fn without(mut self, path: &str) -> Self {
        assert!(self.0.remove(path).is_some(), "{path}");
        self
    }

    /// With a page at another path.
    pub(crate) fn moved(mut self, from: &str, to: &str) -> Self {
        let page = self.0.remove(from).unwrap();
        self.0.insert(to.to_owned(), page);
        self
    }

    pub(crate) fn read(&self) -> Reading {
        let files: Vec<_> = self.0.iter().collect();
        read(&files)
    }

    /// What has changed since [`Kitchen::new`].
    pub(crate) fn changes(&self) -> Changes {
        compare(&Self::new().read().model, &self.read().model)
    }

    /// What has changed since another state.
    pub(crate) fn since(&self, before: &Self) -> Changes {
        compare(&before.read().model, &self.read().model)
    }

    /// One line for each change: impact, id, item, how it was and is, where it was and is.
    pub(crate) fn shown(&self) -> String {
        shown(&self.changes())
    }

    /// The same since another state.
    pub(crate) fn shown_since(&self, before: &Self) -> String {
        shown(&self.since(before))
    }
}

/// One line for each change, and the verdict.
pub(crate) fn shown(changes: &Changes) -> String {
    let lines = changes.changes.iter().map(|change| {
        let text = |text: &Option<String>| text.clone().unwrap_or("-".to_owned()).replace('\n', "; ");
        let line = |place: &Option<generator::diff::Place>| {
            place.as_ref().map_or("-".to_owned(), |place| place.line.to_string())
        };
        let implied = if change.implied { "  " } else { "" };
        let values = match (&change.before, &change.after) {
            (None, None) => String::new(),
            (before, after) => format!(": {} -> {}", text(before), text(after)),
        };
        let places = format!("{}>{}", line(&change.baseline), line(&change.current));
        let item = change.item().replace("microsoft.graph.", "");
        format!(
            "{implied}{} {} {item}{values} @{places}",
            change.impact,
            change.rule.id()
        )
    });
    let lines: Vec<String> = lines.chain([changes.summary().to_string()]).collect();
    lines.join("\n")
}

const APPLIANCE: &str = r#"---
ms.subservice: "kitchen"
---
# appliance resource type

Namespace: microsoft.graph

Stands in a kitchen and does something.

## Properties
|Property|Type|Description|
|:---|:---|:---|
|id|String|Number on the back. Read-only.|
|bought|Date|The day on the bill.|

## JSON representation
<!-- { "blockType": "resource", "openType": true, "keyProperty": "id", "@odata.type": "microsoft.graph.appliance" } -->
``` json
{"id": "7", "bought": "2021-07-16"}
```
"#;

const KETTLE: &str = r#"---
ms.subservice: "kitchen"
---
# kettle resource type

Namespace: microsoft.graph

Boils water for tea. Inherits from [appliance](appliance.md).

## Properties
|Property|Type|Description|
|:---|:---|:---|
|displayName|String|What people in the house call it.|
|litres|Int32|How much it holds. Supports `$filter` (`eq`).|
|colour|String|Possible values are: `red`, `steel`.|
|state|[kettleState](kettlestate.md)|What it does at this very moment.|

## Relationships
|Relationship|Type|Description|
|:---|:---|:---|
|shelf|[shelf](shelf.md)|Where it stands.|
"#;

const SHELF: &str = r#"---
ms.subservice: "pantry"
---
# shelf resource type

Namespace: microsoft.graph

Holds what is used often.

## Properties
|Property|Type|Description|
|:---|:---|:---|
|id|String|Number.|
|width|Double|From left to right, in metres.|
|loads|Int32 collection|What each board may carry.|
"#;

const STATE: &str = r#"---
ms.subservice: "kitchen"
---
# kettleState enum type

Namespace: microsoft.graph

## Members
|Member|Value|Description|
|:---|:---|:---|
|idle|0|It waits for somebody to come.|
|heating|1|It gets hot.|
|boiling|2|It is ready.|
"#;

const LIST: &str = r#"---
ms.subservice: "kitchen"
---
# List kettles

Namespace: microsoft.graph

Every kettle of the kitchen.

## Permissions
|Permission type|Permissions (from least to most privileged)|
|:---|:---|
|Delegated (work or school account)|Kettle.Read.All, Kettle.ReadWrite.All|
|Delegated (personal Microsoft account)|Not supported.|
|Application|Kettle.Read.All|

## HTTP request
``` http
GET /kitchen/kettles
GET /users/{id}/kettles
```

## Optional query parameters
This method supports the `$top` and `$select` OData query parameters.

## Request headers
|Name|Description|
|:---|:---|
|Authorization|Bearer {token}. Required.|
|Kettle-Mode|`slow`. Optional.|

## Response
If successful, this method returns a `200 OK` response code and a collection of [kettle](../resources/kettle.md) objects in the response body.
"#;

const CREATE: &str = r#"---
ms.subservice: "kitchen"
---
# Create kettle

Namespace: microsoft.graph

Puts a kettle into the kitchen.

## Permissions
|Permission type|Permissions (from least to most privileged)|
|:---|:---|
|Delegated (work or school account)|Kettle.ReadWrite.All|
|Delegated (personal Microsoft account)|Not supported.|
|Application|Not supported.|

## HTTP request
``` http
POST /kitchen/kettles
```

## Request body
In the request body, supply a JSON representation of a [kettle](../resources/kettle.md) object.

## Response
If successful, this method returns a `201 Created` response code and a [kettle](../resources/kettle.md) object in the response body.

It is made of steel.

|Global service|China operated by 21Vianet|
|:---|:---|
|✅|❌|
"#;

const BOIL: &str = r#"---
ms.subservice: "kitchen"
---
# kettle: boil

Namespace: microsoft.graph

Boils water.

## HTTP request
``` http
POST /kitchen/kettles/{kettle-id}/boil
```

## Request body
|Parameter|Type|Description|
|:---|:---|:---|
|cups|Int32|How many people want tea.|
|drink|String|What they want to drink.|

## Response
If successful, this method returns a `204 No Content` response code.
"#;
