//! Api pages whose file names begin with a verb: `get-kiln-statistics`, `add-or-remove-pot-tags`.
//!
//! Such a name says what a call does in the words of a heading. What it is done to, and how that is called, the route tells.

use crate::model::{Method, Path, Segment, singular};
use crate::page::Page;

/// First words of file names that are the name of no resource. `list` and `post` are: a `SharePoint` list, a post of a
/// group.
const VERBS: &[&str] = &[
    "add", "batch", "cancel", "collect", "create", "delete", "export", "fetch", "find", "get", "import", "initiate",
    "remove", "run", "set", "start", "stop", "update", "upload",
];

/// First words that are verbs where no route has them: `post-pot` for `/pots`, not for `/threads/{id}/posts`.
const NOUNS: &[&str] = &["list", "post", "submit"];

/// `post-post-attachments` has its verb behind the noun; elsewhere a route has the noun.
fn is_noun(word: &str, stem: &str, words: &[&str]) -> bool {
    let next = stem.split('-').nth(1).unwrap_or("");
    let starts = |name: &&str| name.to_ascii_lowercase().starts_with(word);
    NOUNS.contains(&next) || VERBS.contains(&next) || words.iter().any(starts)
}

/// `isolate-kiln` for `/kilns/{id}/isolate`, `restrict-heat` for `/kilns/{id}/restrictHeat`.
fn is_called(stem: &str, words: &[&str]) -> bool {
    let (Some((verb, rest)), Some(first), Some(last)) = (stem.split_once('-'), words.first(), words.last()) else {
        return false;
    };
    let is_its_own = last.eq_ignore_ascii_case(verb) && is_one_of(rest, first);
    is_its_own || last.eq_ignore_ascii_case(&stem.replace('-', ""))
}

/// The file name of the resource's page, and the action in the words of file names: `kiln` and `get-statistics`.
pub(super) fn read(stem: &str, page: &Page) -> Option<(String, String)> {
    let (verb, _) = stem.split_once('-')?;
    let route = page.api.as_ref()?.routes.first()?;
    let words = literals(&route.path);
    let (first, last) = (*words.first()?, *words.last()?);
    let is_verb = VERBS.contains(&verb)
        || NOUNS.contains(&verb) && !is_noun(verb, stem, &words)
        || words.len() > 1 && is_called(stem, &words);
    if !is_verb {
        return None;
    }
    let resource = page
        .spellings
        .keys()
        .find(|stem| is_one_of(stem, first))
        .cloned()
        .unwrap_or_else(|| singular(&first.to_ascii_lowercase()));
    let verb = verb_of(route.method, &route.path);
    let action = if words.len() == 1 {
        verb.to_owned()
    } else if calls(route.method, &route.path, last) {
        last.to_ascii_lowercase()
    } else {
        let verb = if verb == "post" { "add" } else { verb };
        format!("{verb}-{}", last.to_ascii_lowercase())
    };
    Some((resource, action))
}

fn literals(path: &Path) -> Vec<&str> {
    let literal = path
        .segments()
        .filter(|segment| !segment.has_placeholder() || matches!(segment, Segment::Call(_)));
    // What one has, not oneself.
    literal
        .filter_map(Segment::name)
        .skip_while(|name| *name == "me")
        .collect()
}

/// `kiln` of `kilns`.
fn is_one_of(stem: &str, things: &str) -> bool {
    stem.eq_ignore_ascii_case(&singular(&things.to_ascii_lowercase())) || stem.eq_ignore_ascii_case(things)
}

/// A collection is listed; something of it is got.
fn verb_of(method: Method, path: &Path) -> &'static str {
    let ends_in_word = path.segments().last().is_some_and(|last| !last.has_placeholder());
    match method {
        Method::Get if ends_in_word && path.segments().count() == 1 => "list",
        Method::Get | Method::Head => "get",
        Method::Post => "post",
        Method::Put => "put",
        Method::Patch => "update",
        Method::Delete => "delete",
    }
}

/// Whether the last word is what is done: `/kilns/{id}/fire`, `/kilns/getHeat(hour={hour})`. A collection in the plural is
/// something that one is added to.
fn calls(method: Method, path: &Path, last: &str) -> bool {
    let has_arguments = matches!(path.segments().last(), Some(Segment::Call(_)));
    has_arguments || (method == Method::Post && !last.ends_with('s'))
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::docs::Folder;
    use crate::docs::Profile;
    use crate::page::{Context, Memo};
    use crate::source::{FileId, SourceFile, SourceMap};

    fn shown(stem: &str, route: &str) -> String {
        let text = format!("# Call\n\n## HTTP request\n\n```http\n{route}\n```\n");
        let sources = SourceMap::new(vec![SourceFile::new("beta/api/call.md", &text)]);
        let context = Context {
            sources: &sources,
            file: FileId(0),
            path: &"api/call.md".into(),
            version: None,
            profile: &Profile::default(),
            descriptions: &Memo::default(),
        };
        let (document, _) = crate::markdown::read(FileId(0), &text);
        let page = crate::page::read(&context, &document, Folder::Api);
        match read(stem, &page) {
            Some((resource, action)) => format!("{stem} {route}: {resource} {action}"),
            None => format!("{stem} {route}: -"),
        }
    }

    #[test]
    fn the_route_tells_what_a_verb_is_about() {
        let calls = [
            ("get-kilns", "GET /kilns"),
            ("get-kiln-by-id", "GET /kilns/{id}"),
            ("get-kiln-statistics", "GET /kilns/{id}/stats"),
            ("get-kiln-heat", "GET /kilns/{id}/getHeat(hour={hour})"),
            ("add-or-remove-kiln-tags", "POST /kilns/{id}/tags"),
            ("batch-update-kilns", "POST /kilns/batchUpdate"),
            ("isolate-kiln", "POST /kilns/{id}/isolate"),
            ("restrict-kiln-heat", "POST /kilns/{id}/restrictKilnHeat"),
            ("post-kilns", "POST /kilns"),
            ("post-reply", "POST /groups/{id}/posts/{id}/reply"),
            ("post-post-attachments", "POST /groups/{id}/threads/{id}/reply"),
            ("list-get", "GET /sites/{id}/lists/{id}"),
            ("kiln-policy-get", "GET /policies/kilnPolicy"),
            ("get-queries", "GET /me/queries"),
        ];
        insta::assert_snapshot!(calls.map(|(stem, route)| shown(stem, route)).join("\n"), @"
        get-kilns GET /kilns: kiln list
        get-kiln-by-id GET /kilns/{id}: kiln get
        get-kiln-statistics GET /kilns/{id}/stats: kiln get-stats
        get-kiln-heat GET /kilns/{id}/getHeat(hour={hour}): kiln getheat
        add-or-remove-kiln-tags POST /kilns/{id}/tags: kiln add-tags
        batch-update-kilns POST /kilns/batchUpdate: kiln batchupdate
        isolate-kiln POST /kilns/{id}/isolate: kiln isolate
        restrict-kiln-heat POST /kilns/{id}/restrictKilnHeat: kiln restrictkilnheat
        post-kilns POST /kilns: kiln post
        post-reply POST /groups/{id}/posts/{id}/reply: -
        post-post-attachments POST /groups/{id}/threads/{id}/reply: -
        list-get GET /sites/{id}/lists/{id}: -
        kiln-policy-get GET /policies/kilnPolicy: -
        get-queries GET /me/queries: query get
        ");
    }
}
