//! Areas of pages.

use super::{Decided, Source};
use crate::model::Area;
use crate::page::Page;

/// Other spellings of a product in `ms.prod` and `ms.subservice`, lower case, with the area that they mean.
const PRODUCTS: &[(&str, &str)] = &[
    ("cloud-printing", "universal_print"),
    ("microsoft-identity-platform", "identity_and_access"),
    ("entra-applications", "applications"),
    ("entra-directory-management", "directory_management"),
    ("entra-id-governance", "governance"),
    ("entra-sign-in", "identity_and_sign_in"),
    ("directory-management", "directory_management"),
    ("teams", "microsoft_teams"),
    ("teamwork", "microsoft_teams"),
    ("o365-reports", "reports"),
    ("m365-reports", "reports"),
];

/// The area of a page with these file name words, with everything that it says about it.
pub(in crate::resolve) fn decide<'a>(words: &[&str], page: &'a Page) -> Decided<'a, Area> {
    let (value, source) = general();
    Decided::first(stated(words, page)).unwrap_or_else(|| Decided::new(value, source))
}

/// The same area alone, which costs less.
pub(in crate::resolve) fn value(words: &[&str], page: &Page) -> Area {
    stated(words, page).next().unwrap_or_else(general).0
}

/// What a page with these file name words says about its area, best first; evaluated as far as it is asked for.
///
/// Intune keeps its areas in file names (`intune-rbac-...` is `intune_rbac`); elsewhere the front matter names the
/// product. A page without either belongs to the first segment of its first route, else to [`general`].
fn stated<'a>(words: &[&str], page: &'a Page) -> impl Iterator<Item = (Area, Source<'a>)> {
    let of_file = match words {
        ["intune", second, _, ..] => Some(Area(format!("intune_{}", snake(second)))),
        _ => None,
    };
    let of_file = of_file.map(|area| (area, Source::page("file name")));
    let of_product = page.product.iter();
    let of_product =
        of_product.map(|product| (Area(product_area(product)), Source::page("product in the front matter")));
    let routes = page.api.iter().filter_map(|api| api.routes.first());
    let of_route = routes.filter_map(|route| {
        let segment = route.path.segments().next()?.name()?;
        let name = Some(snake(segment)).filter(|name| name.starts_with(|c: char| c.is_ascii_alphabetic()))?;
        Some((
            Area(name),
            Source::at("first segment of the first route", &route.origin),
        ))
    });
    of_file.into_iter().chain(of_product).chain(of_route)
}

/// The area of a page that says nothing about it.
fn general<'a>() -> (Area, Source<'a>) {
    (Area("general".to_owned()), Source::page("nothing names one"))
}

fn product_area(product: &str) -> String {
    let known = PRODUCTS
        .iter()
        .find(|(name, _)| *name == product)
        .map(|(_, area)| (*area).to_owned());
    let name = known.unwrap_or_else(|| snake(product));
    if name.starts_with(|c: char| c.is_ascii_alphabetic()) {
        name
    } else {
        "general".to_owned()
    }
}

/// Letters and digits in lower case, `_` between words; `deviceManagement` becomes `device_management`.
fn snake(name: &str) -> String {
    let mut out = String::new();
    let mut lower_before = false;
    for c in name.chars() {
        if c.is_ascii_uppercase() && lower_before {
            out.push('_');
        }
        match c {
            c if c.is_ascii_alphanumeric() => out.push(c.to_ascii_lowercase()),
            _ if !out.is_empty() && !out.ends_with('_') => out.push('_'),
            _ => {}
        }
        lower_before = c.is_ascii_lowercase() || c.is_ascii_digit();
    }
    out.trim_end_matches('_').to_owned()
}

#[cfg(test)]
mod tests {
    #[test]
    fn words_are_kept_apart() {
        assert_eq!(super::snake("deviceManagement"), "device_management");
        assert_eq!(super::snake("cloud-pc"), "cloud_pc");
        assert_eq!(super::snake("Universal  Print "), "universal_print");
    }
}
