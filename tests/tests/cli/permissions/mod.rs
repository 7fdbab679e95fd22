//! `generator permissions`.

mod answers;
mod formats;
mod properties;
mod urls;

use crate::sandbox::Sandbox;

/// A page about a call, with the rows of its permission table.
pub(crate) fn page(title: &str, routes: &str, work: &str, personal: &str, application: &str) -> String {
    format!(
        "# {title}\n\nDoes it.\n\n## Permissions\n|Permission type|Permissions (from least to most privileged)|\n|:---|:---|\n\
         |Delegated (work or school account)|{work}|\n|Delegated (personal Microsoft account)|{personal}|\n|Application|{application}|\n\n\
         ## HTTP request\n```http\n{routes}\n```\n\n## Response\nReturns `204 No Content`.\n"
    )
}

/// Pages about kilns.
pub(crate) fn yard() -> Sandbox {
    let sandbox = Sandbox::new();
    let pages = [
        (
            "kiln-list",
            page(
                "List kilns",
                "GET /kilns",
                "Kiln.Read, Kiln.ReadWrite",
                "Not supported.",
                "Kiln.Read.All, Yard.ReadWrite.All",
            ),
        ),
        (
            "kiln-get",
            page(
                "Get kiln",
                "GET /kilns/{id}\nGET /me/kiln",
                "Kiln.Read, Kiln.ReadWrite",
                "Kiln.Read",
                "Kiln.Read.All, Yard.ReadWrite.All",
            ),
        ),
        (
            "kiln-fire",
            page(
                "kiln: fire",
                "POST /kilns/{id}/fire",
                "Kiln.ReadWrite",
                "Not supported.",
                "Kiln.Fire.All and Kiln.Read.All, Yard.ReadWrite.All",
            ),
        ),
        (
            "kiln-delete",
            page(
                "Delete kiln",
                "DELETE /kilns/{id}",
                "Kiln.ReadWrite",
                "Not supported.",
                "Not supported.",
            ),
        ),
    ];
    for (name, text) in pages {
        sandbox.write(&format!("docs-src/v1.0/api/{name}.md"), text);
    }
    sandbox
}
