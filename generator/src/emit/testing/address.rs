//! Parses the request lines of examples.

/// Hosts of the API and of its test rings.
const HOSTS: &[&str] = &["graph.", "dod-graph.", "canary.graph.", "microsoftgraph."];

/// Where an example's request goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Address {
    /// `beta` or `v1.0`; empty if the line names no version.
    pub(super) version: Option<String>,
    /// The path below the version, with a leading slash, as written.
    pub(super) path: String,
    /// The query string without `?`, as written.
    pub(super) query: String,
}

/// Reads the target of a request line; an error says why it is not a call of this API.
pub(super) fn read(line: &str) -> Result<Address, &'static str> {
    let line = line.trim();
    // `HTTP/1.1` behind the address.
    let line = line.rsplit_once(" HTTP/").map_or(line, |(line, _)| line.trim_end());
    if line.contains("** ") {
        return Err("prose in place of an address");
    }
    let rest = match line.split_once("://") {
        Some((_, rest)) => {
            let (host, path) = rest.split_at(rest.find(['/', '?']).unwrap_or(rest.len()));
            if !HOSTS.iter().any(|start| host.to_ascii_lowercase().starts_with(start)) {
                return Err("a request to another host");
            }
            path
        }
        // OneDrive pages leave the host out, some with a stand-in for it: `{serviceRoot}/me`.
        None => stand_in(line),
    };
    let (path, query) = rest.split_once('?').unwrap_or((rest, ""));
    let path = format!("/{}", path.trim_matches('/'));
    let (version, path) = version(&path);
    Ok(Address {
        version,
        path,
        query: query.to_owned(),
    })
}

fn stand_in(line: &str) -> &str {
    match line.strip_prefix('{').and_then(|rest| rest.split_once('}')) {
        Some((_, rest)) => rest.trim_start_matches('}'),
        None => line,
    }
}

/// `/beta/users` -> `beta`, `/users`.
fn version(path: &str) -> (Option<String>, String) {
    let first = path.trim_start_matches('/').split('/').next().unwrap_or_default();
    let digits = first.strip_prefix(['v', 'V']).unwrap_or_default();
    let numbered = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    if !numbered && !first.eq_ignore_ascii_case("beta") {
        return (None, path.to_owned());
    }
    let rest = path.trim_start_matches('/').strip_prefix(first).unwrap_or_default();
    let rest = if rest.is_empty() { "/" } else { rest };
    (Some(first.to_ascii_lowercase()), rest.to_owned())
}

#[cfg(test)]
mod tests {
    fn shown(line: &str) -> String {
        match super::read(line) {
            Ok(address) => format!(
                "{} {} {}",
                address.version.as_deref().unwrap_or("-"),
                address.path,
                address.query
            ),
            Err(reason) => reason.to_owned(),
        }
    }

    #[test]
    fn the_ways_in_which_pages_write_an_address() {
        insta::assert_snapshot!(shown("https://graph.microsoft.com/beta/users/{id}?$select=id"), @"beta /users/{id} $select=id");
        insta::assert_snapshot!(shown("/me/drive/root/children"), @"- /me/drive/root/children");
        insta::assert_snapshot!(shown("users/1/ HTTP/1.1"), @"- /users/1");
        insta::assert_snapshot!(shown("/v1.0/$batch"), @"v1.0 /$batch");
        insta::assert_snapshot!(shown("{serviceRoot}/me"), @"- /me");
        insta::assert_snapshot!(shown("https://upload.example.com/a/b"), @"a request to another host");
        insta::assert_snapshot!(shown("https://graph.microsoft.com/beta** Entity URI not found"), @"prose in place of an address");
        insta::assert_snapshot!(shown("https://graph.microsoft.com"), @"- /");
    }
}
