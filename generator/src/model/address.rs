//! Public addresses of pages.

/// The address of the page at a path, without the extension. The last part of the site's address is the name of the folder
/// that the pages stand in.
pub(crate) fn address(site: &str, path: &str) -> String {
    let folder = site.trim_end_matches('/').rsplit('/').next();
    let mut parts = path.split('/');
    let below = parts.clone().position(|part| Some(part) == folder);
    if let Some(at) = below {
        parts.nth(at);
    }
    let rest = parts.collect::<Vec<_>>().join("/");
    format!("{site}{}", rest.strip_suffix(".md").unwrap_or(&rest))
}

#[cfg(test)]
mod tests {
    use super::address;

    #[test]
    fn the_folder_of_the_site_stands_once() {
        let site = "https://learn.example/kilns/reference/";
        assert_eq!(
            address(site, "api/kiln-get.md"),
            "https://learn.example/kilns/reference/api/kiln-get"
        );
        assert_eq!(
            address(site, "docs/reference/api/kiln-get.md"),
            "https://learn.example/kilns/reference/api/kiln-get"
        );
    }
}
