//! A small API, page by page, of which the tests take parts.
//!
//! Names are chosen to come close to each other: one is the beginning of another, file names say in small letters what
//! pages spell with capitals, two areas document the same type, and some types are described nowhere.

/// A page with its path.
pub(crate) type Page = (String, String);

/// Every page.
pub(crate) fn pages() -> Vec<Page> {
    let mut pages = Vec::new();
    for (name, product, rows) in RESOURCES {
        pages.push(resource(name, product, rows));
        pages.extend(calls(name, product));
    }
    pages.push(resource_at(
        "intune-yard-toolsettings",
        "toolSettings",
        "intune",
        "|wet|Boolean|Rain.|\n",
    ));
    pages.push(resource_at(
        "intune-hall-toolsettings",
        "toolSettings",
        "intune",
        "|warm|Boolean|Heating.|\n",
    ));
    pages.push(update("tool", "workshop"));
    pages.push(enumeration("toolState", "workshop"));
    pages.push(enumeration("toolboxKind", "yard"));
    pages.push(action("tool-post-parts", "workshop", "POST /tools/{id}/parts"));
    pages.push(action("tool-postparts", "workshop", "POST /tools/{id}/postParts"));
    pages.push(action("tool-list-parts", "workshop", "GET /tools/{id}/parts"));
    pages.push(action("toolbox-parts-list", "yard", "GET /toolBoxes/{id}/parts"));
    pages.push(action(
        "intune-yard-toolsettings-get",
        "intune",
        "GET /yard/settings\nGET /me/yard/settings",
    ));
    pages.push(action("intune-hall-toolsettings-get", "intune", "GET /yard/settings"));
    pages
}

const RESOURCES: &[(&str, &str, &str)] = &[
    (
        "tool",
        "workshop",
        "|state|[toolState](toolstate.md)|Now.|\n|box|[toolBox](toolbox.md)|Where.|\n",
    ),
    (
        "toolBox",
        "yard",
        "|kind|toolboxKind|Possible values are: `steel`, `wood`.|\n|lock|[padLock](padlock.md)|Undescribed.|\n",
    ),
    (
        "powerTool",
        "workshop",
        "|volts|Int32|Inherits. Inherited from [tool](tool.md).|\n|mode|String|Possible values are: `slow`, `fast`.|\n",
    ),
    (
        "bench",
        "hall",
        "|lock|[padLock](padlock.md)|Undescribed.|\n|finish|benchFinish|Possible values are: `oil`, `wax`.|\n",
    ),
    (
        "type",
        "hall",
        "|self|String|A word of the language.|\n|type|Int32|Another.|\n",
    ),
];

fn resource(name: &str, product: &str, rows: &str) -> Page {
    resource_at(&name.to_lowercase(), name, product, rows)
}

fn resource_at(stem: &str, name: &str, product: &str, rows: &str) -> Page {
    let text = format!(
        "---\nms.prod: \"{product}\"\n---\n# {name} resource type\n\nNamespace: microsoft.graph\n\n## Properties\n\
         |Property|Type|Description|\n|:---|:---|:---|\n|id|String|Number. Read-only.|\n{rows}"
    );
    (format!("beta/resources/{stem}.md"), text)
}

fn enumeration(name: &str, product: &str) -> Page {
    let text = format!(
        "---\nms.prod: \"{product}\"\n---\n# {name} enum type\n\n## Members\n|Member|Value|\n|:---|:---|\n|steel|0|\n|wood|1|\n"
    );
    (format!("beta/resources/{}.md", name.to_lowercase()), text)
}

/// List, get, create and delete.
fn calls(name: &str, product: &str) -> [Page; 4] {
    let stem = name.to_lowercase();
    let link = format!("[{name}](../resources/{stem}.md)");
    let call = |action: &str, route: &str, rest: &str| {
        let text = format!(
            "---\nms.prod: \"{product}\"\n---\n# {action} {name}\n\n## HTTP request\n```http\n{route}\n```\n\n{rest}"
        );
        (format!("beta/api/{stem}-{action}.md"), text)
    };
    [
        call(
            "list",
            &format!("GET /{name}s\nGET /users/{{id}}/{name}s"),
            &format!("## Response\n`200 OK` and a collection of {link} objects.\n"),
        ),
        call(
            "get",
            &format!("GET /{name}s/{{id}}"),
            &format!("## Response\n`200 OK` and a {link} object.\n"),
        ),
        call(
            "create",
            &format!("POST /{name}s"),
            &format!(
                "## Request body\nGive a JSON representation of a {link}.\n\n## Response\n`201 Created` and a {link}.\n"
            ),
        ),
        call(
            "delete",
            &format!("DELETE /{name}s/{{id}}"),
            "## Response\n`204 No Content`\n",
        ),
    ]
}

/// An update page that names no type in words: its rows are properties of its resource.
fn update(name: &str, product: &str) -> Page {
    let text = format!(
        "---\nms.prod: \"{product}\"\n---\n# Update {name}\n\n## HTTP request\n```http\nPATCH /{name}s/{{id}}\n```\n\n## Request body\n\
         |Property|Type|Description|\n|:---|:---|:---|\n|state|toolState|Now.|\n\n## Response\n`204 No Content`\n"
    );
    (format!("beta/api/{}-update.md", name.to_lowercase()), text)
}

fn action(stem: &str, product: &str, routes: &str) -> Page {
    let text = format!(
        "---\nms.prod: \"{product}\"\n---\n# Call\n\n## HTTP request\n```http\n{routes}\n```\n\n## Request body\n\
         |Parameter|Type|Description|\n|:---|:---|:---|\n|lock|[padLock](../resources/padlock.md)|Undescribed.|\n"
    );
    (format!("beta/api/{stem}.md"), text)
}
