//! `--of` and `--compare`.

use super::PermissionsArguments;
use super::args::Format;
use crate::cli::calls::SignIn;
use crate::cli::failure::Failure;
use crate::permissions::opens::{Opens, alike, of};
use crate::permissions::{Index, render};

/// What one permission opens, or how two differ.
pub(super) fn show(arguments: &PermissionsArguments, index: &Index<'_>) -> Result<String, Failure> {
    let asked = SignIn::schemes(&arguments.sign_in);
    let find = |scope: &str| -> Result<Vec<Opens>, Failure> {
        let mut found = of(index, scope);
        if found.is_empty() {
            return Err(unknown(index, scope));
        }
        found.retain(|one| asked.contains(&one.scheme));
        Ok(found)
    };
    let is_json = match arguments.format {
        Format::Text => false,
        Format::Json => true,
        _ => {
            return Err(Failure::new(
                "what a permission opens is shown as text or json",
                "leave --format out, or use `--format json`",
            ));
        }
    };
    if let Some(scope) = &arguments.of {
        let found = find(scope)?;
        return Ok(if is_json {
            format!("{:#}", render::opens_json(scope, &found))
        } else {
            render::opens_text(scope, &found)
        });
    }
    let [first, second] = arguments.compare.as_slice() else {
        return Err(Failure::new(
            "two permissions are compared",
            "name them after --compare",
        ));
    };
    let (one, other) = (find(first)?, find(second)?);
    let comparison = render::Comparison::of(&one, &other);
    let names = [first.as_str(), second.as_str()];
    Ok(if is_json {
        format!("{:#}", comparison.json(names))
    } else {
        comparison.text(names)
    })
}

fn unknown(index: &Index<'_>, scope: &str) -> Failure {
    let alike = alike(index, scope);
    let help = if alike.is_empty() {
        "look for it in the pages, or name other pages after --docs".to_owned()
    } else {
        format!("is it {}?", alike.join(", or "))
    };
    Failure::new(format!("no page names the permission {scope}"), help)
}
