//! The generations and dialects that pages are written in.
#![allow(clippy::too_many_lines, reason = "each test shows a whole page")]

use super::{outline, outlines, resource};

/// A page of 2021: `ms.prod`, the permissions on the page, their column from least to most.
#[test]
fn a_page_of_2021() {
    let page = r#"---
title: "List beds"
description: "Beds of a garden."
author: "gardener"
localization_priority: Normal
ms.prod: "gardening"
doc_type: apiPageType
---

# List beds

Namespace: microsoft.graph

[!INCLUDE [beta-disclaimer](../../includes/beta-disclaimer.md)]

Every bed of a garden, in the order of planting.

## Permissions

Who may ask is told in this table; [Permissions](/graph/permissions-reference) tells how.

|Permission type      | Permissions (from least to most privileged)              |
|:--------------------|:---------------------------------------------------------|
|Delegated (work or school account) | Bed.Read, Bed.ReadWrite    |
|Delegated (personal Microsoft account) | Not supported.    |
|Application | Bed.Read.All |

## HTTP request

<!-- { "blockType": "ignored" } -->
```http
GET /gardens/{id}/beds
```

## Optional query parameters

The call takes `$select` and `$top`, two of the [OData query parameters](/graph/query-parameters).

## Request headers

| Name | Description |
|:-----|:------------|
| Authorization | Bearer {token}. Required. |

## Request body

Do not supply a request body: a list needs none.

## Response

The answer is `200 OK` with a collection of [bed](../resources/bed.md) objects.

## Example

##### Request

<!-- {
  "blockType": "request",
  "name": "list_beds"
}-->
```http
GET https://graph.microsoft.com/beta/gardens/north/beds
```

##### Response

<!-- {
  "blockType": "response",
  "truncated": true,
  "@odata.type": "microsoft.graph.bed",
  "isCollection": true
} -->
```http
HTTP/1.1 200 OK
Content-type: application/json

{
  "value": [ { "id": "7" } ]
}
```
"#;
    insta::assert_snapshot!(outline("api-reference/beta/api/garden-list-beds.md", page), @r#"
    undescribed bed (undocumented)
    operation garden list-beds (gardening) :10
      GET /gardens/{id}/beds :32
      permissions :22
        work: Bed.Read (least) | Bed.ReadWrite
        personal: -
        application: Bed.Read.All (least)
      query: $select $top
      headers: Authorization
      response: 200 Collection(bed) by Text
      example request "list_beds" GET https://graph.microsoft.com/beta/gardens/north/beds :62
      example response 200 Collection(bed), truncated, JSON :74
    note[undocumented-type] api-reference/beta/api/garden-list-beds.md:10:8: no page describes `microsoft.graph.bed`
    warning[include-missing] api-reference/beta/api/garden-list-beds.md:14:1: the include `../../includes/beta-disclaimer.md` does not exist
    1 Include unread: missing
    "#);
}

/// The same call as it is written today: `ms.subservice`, permissions and clouds by include.
#[test]
fn a_page_of_today() {
    let page = r#"---
title: "List beds"
description: "Beds of a garden."
ms.localizationpriority: medium
ms.subservice: "gardening"
doc_type: apiPageType
ms.date: 03/14/2025
---

# List beds

Namespace: microsoft.graph

Every bed of a garden, in the order of planting.

[!INCLUDE [national-cloud-support](../../includes/all-clouds.md)]

## Permissions

Ask for the least that the app can live with.

<!-- {
  "blockType": "permissions",
  "name": "garden-list-beds-permissions"
}
-->
[!INCLUDE [permissions-table](../includes/permissions/garden-list-beds-permissions.md)]

## HTTP request

<!-- {
  "blockType": "ignored"
}
-->
``` http
GET /gardens/{id}/beds
```

## Request body

Don't supply a request body: a list needs none.

## Response

The answer is `200 OK` with a collection of [bed](../resources/bed.md) objects.
"#;
    let permissions = r#"---
description: "Written by a machine"
ms.topic: include
---

|Permission type|Least privileged permissions|Higher privileged permissions|
|:---|:---|:---|
|Delegated (work or school account)|Bed.Read|Bed.ReadWrite, Garden.Manage.All|
|Delegated (personal Microsoft account)|Not supported.|Not supported.|
|Application|Bed.Read.All|Not available.|

"#;
    let clouds = r#"---
author: "gardener"
ms.topic: include
---

|Global service|US Government L4|US Government L5 (DOD)|China operated by 21Vianet|
|:---:|:---:|:---:|:---:|
|✅|✅|✅|❌|
"#;
    let files = [
        ("api-reference/v1.0/api/garden-list-beds.md", page),
        (
            "api-reference/v1.0/includes/permissions/garden-list-beds-permissions.md",
            permissions,
        ),
        ("api-reference/includes/all-clouds.md", clouds),
    ];
    insta::assert_snapshot!(outlines(&files), @r"
    undescribed bed (undocumented)
    operation garden list-beds (gardening) :10
      GET /gardens/{id}/beds :36
      permissions api-reference/v1.0/includes/permissions/garden-list-beds-permissions.md:6
        work: Bed.Read (least) | Bed.ReadWrite | Garden.Manage.All
        personal: -
        application: Bed.Read.All (least)
      clouds: global L4 L5
      response: 200 Collection(bed) by Text
    note[undocumented-type] api-reference/v1.0/api/garden-list-beds.md:10:8: no page describes `microsoft.graph.bed`
    ");
}

/// Intune pages of 2021 keep the permissions under "Prerequisites", and the area in the file name.
#[test]
fn an_intune_page_of_2021() {
    let page = r#"---
title: "Delete lawnMower"
localization_priority: Normal
ms.prod: "intune"
doc_type: apiPageType
---

# Delete lawnMower

Namespace: microsoft.graph

> **Important:** What grows under glass may change.

> **Note:** The garden needs an active licence.

Takes a [lawnMower](../resources/intune-garden-lawnmower.md) out of service.

## Prerequisites
Who may ask is told in this table.

|Permission type|Permissions (from most to least privileged)|
|:---|:---|
|Delegated (work or school account)|GardenMachines.ReadWrite.All, GardenMachines.Operate.All|
|Delegated (personal Microsoft account)|Not supported.|
|Application|GardenMachines.ReadWrite.All|

## HTTP Request
<!-- {
  "blockType": "ignored"
}
-->
``` http
DELETE /gardenManagement/lawnMowers/{lawnMowerId}
DELETE /gardenManagement/sheds/{shedId}/lawnMowers/{lawnMowerId}
```

## Request headers
|Header|Value|
|:---|:---|
|Authorization|Bearer &lt;token&gt; Required.|
|Accept|application/json|

## Request body
Do not supply a request body: a list needs none.

## Response
The answer is `204 No Content`.
"#;
    insta::assert_snapshot!(outline("beta/api/intune-garden-lawnmower-delete.md", page), @r"
    operation lawnMower delete (intune_garden) :8
      DELETE /gardenManagement/lawnMowers/{lawnMowerId} :33
      DELETE /gardenManagement/sheds/{shedId}/lawnMowers/{lawnMowerId} :34
      permissions :21
        work: GardenMachines.Operate.All (least) | GardenMachines.ReadWrite.All
        personal: -
        application: GardenMachines.ReadWrite.All (least)
      headers: Authorization, Accept
      response: 204
    ");
}

/// A resource page of today: `odata.type` as a row, link texts in small letters, base types with their namespace.
#[test]
fn a_resource_page_of_today() {
    let page = r##"---
title: "gardenAgent resource type"
description: "Somebody who works in a garden on his own."
ms.localizationpriority: medium
ms.subservice: "gardening"
doc_type: resourcePageType
ms.date: 11/04/2025
toc.title: Garden agent
---

# gardenAgent resource type

Namespace: microsoft.graph

[!INCLUDE [beta-disclaimer](../../includes/beta-disclaimer.md)]

Somebody who works in a garden on his own.

Inherits from [microsoft.graph.gardenWorker](../resources/gardenworker.md).

## Methods

|Method|Return type|Description|
|:---|:---|:---|
|[List](../api/gardenagent-list.md)|[gardenagent](../resources/gardenagent.md) collection|Every one.|

## Properties

|Property|Type|Description|
|:---|:---|:---|
|odata.type|String|`#microsoft.graph.gardenAgent`. Required.|
|id|String|Number. Inherited from [microsoft.graph.gardenWorker](../resources/gardenworker.md). Not nullable. Supports `$filter` (`eq`, `not`, `in`).|
|helpers|[gardenworker](../resources/gardenworker.md) collection|Who helps.|

## Relationships

|Relationship|Type|Description|
|:---|:---|:---|
|chief|[gardenagent](../resources/gardenagent.md)|Who tells what to do. Supports `$expand`.|

## JSON representation

<!-- {
  "blockType": "resource",
  "keyProperty": "id",
  "@odata.type": "microsoft.graph.gardenAgent",
  "baseType": "microsoft.graph.gardenWorker",
  "openType": false
}
-->
``` json
{
  "@odata.type": "#microsoft.graph.gardenAgent",
  "id": "String (identifier)"
}
```
"##;
    let files = [
        ("beta/resources/gardenagent.md", page.to_owned()),
        (
            "beta/resources/gardenworker.md",
            resource("gardenWorker", "An abstract type."),
        ),
        (
            "includes/beta-disclaimer.md",
            "> [!IMPORTANT]\n> What is new may change.\n".to_owned(),
        ),
    ];
    insta::assert_snapshot!(outlines(&files), @r#"
    type gardenAgent (gardening) < gardenWorker by Sentence, key "id" :11
      @odata.type: String, required :31
      id: String, not nullable, $filter(eq not in), from "microsoft.graph.gardenWorker" :32
      helpers: Collection(gardenWorker) :33
      chief: gardenAgent, navigation, $expand :39
    type gardenWorker (general), abstract :1
      id: String :8
    "#);
}

/// The version of a loose page is that of its example.
#[test]
fn a_loose_page_tells_its_version_by_its_example() {
    let page = r"# Get bed

## HTTP request
```http
GET /gardens/{id}/beds/{id}
```

## Example
```http
GET https://graph.microsoft.com/v1.0/gardens/north/beds/7
```
";
    let reading = tests::pages::read(&[
        ("bed-get.md", page),
        (
            "bed-move.md",
            "# Move bed\n\n## HTTP request\n```http\nPOST /beds/{id}/move\n```\n",
        ),
    ]);
    insta::assert_snapshot!(reading.outline(), @r"
    == beta
    operation bed move (beds) :1
      POST /beds/{id}/move :5
      body: json
    == v1.0
    operation bed get (gardens) :1
      GET /gardens/{id}/beds/{id} :5
      example request GET https://graph.microsoft.com/v1.0/gardens/north/beds/7 :10
    2 PermissionTable unread: no permission section
    2 Response unread: no type named
    ");
}
