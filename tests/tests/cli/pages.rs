//! Three small pages and an include.

/// A resource with four properties.
pub(crate) const RESOURCE: &str = r##"---
title: "kettle resource type"
doc_type: resourcePageType
ms.subservice: "kitchen"
---

# kettle resource type

Namespace: microsoft.graph

Boils water for tea.

## Properties
|Property|Type|Description|
|:---|:---|:---|
|id|String|Identifies the kettle. Read-only.|
|displayName|String|What people call it.|
|litres|Int32|How much it holds.|
|state|[kettleState](kettlestate.md)|What it does now.|

## JSON representation
<!-- {
  "blockType": "resource",
  "keyProperty": "id",
  "@odata.type": "microsoft.graph.kettle"
} -->
``` json
{
  "@odata.type": "#microsoft.graph.kettle",
  "id": "String (identifier)",
  "displayName": "String",
  "litres": 2,
  "state": "String"
}
```
"##;

/// Another resource with the same properties.
pub(crate) fn teapot() -> String {
    RESOURCE
        .replace("kettle", "teapot")
        .replace("teapotState", "kettleState")
        .replace("teapotstate", "kettlestate")
}

/// The enum of one of its properties.
pub(crate) const ENUM: &str = r#"---
title: "kettleState enum type"
doc_type: enumPageType
ms.subservice: "kitchen"
---

# kettleState enum type

Namespace: microsoft.graph

What a kettle does.

## Members
|Member|Value|Description|
|:---|:---|:---|
|idle|0|It waits.|
|heating|1|It gets hot.|
|boiling|2|It is ready.|
"#;

/// The call that lists them.
pub(crate) const API: &str = r#"---
title: "List kettles"
doc_type: apiPageType
ms.subservice: "kitchen"
---

# List kettles

Namespace: microsoft.graph

Every kettle of the kitchen.

[!INCLUDE [clouds](../../includes/clouds.md)]

## Permissions
|Permission type|Permissions (from least to most privileged)|
|:---|:---|
|Delegated (work or school account)|Kettle.Read.All, Kettle.ReadWrite.All|
|Delegated (personal Microsoft account)|Not supported.|
|Application|Kettle.Read.All|

## HTTP request
<!-- { "blockType": "ignored" } -->
``` http
GET /kitchen/kettles
```

## Response
If successful, this method returns a `200 OK` response code and a collection of [kettle](../resources/kettle.md) objects in the response body.
"#;

/// Where the calls work.
pub(crate) const CLOUDS: &str = "\
|Global service|US Government L4|US Government L5 (DOD)|China operated by 21Vianet|
|:---|:---|:---|:---|
|✅|✅|✅|❌|
";
