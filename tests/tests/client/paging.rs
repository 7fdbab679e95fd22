//! Pages and items.

use crate::server::{Server, answer, json};
use crate::{RoleScopeTag, client, offline, run, tag};
use futures_core::Stream;
use generated::runtime as rt;
use std::future::poll_fn;
use std::pin::Pin;

type Tags = rt::Collection<RoleScopeTag>;

/// Everything that a stream gives.
async fn all<T>(mut stream: impl Stream<Item = Result<T, rt::Error>> + Unpin) -> Result<Vec<T>, rt::Error> {
    let mut items = Vec::new();
    while let Some(item) = poll_fn(|context| Pin::new(&mut stream).poll_next(context)).await {
        items.push(item?);
    }
    Ok(items)
}

fn three_pages() -> Server {
    Server::script(vec![
        json(r#"{"value":[{"id":"1"}],"@odata.nextLink":"{base}/beta/x?$skiptoken=a%20b%27"}"#),
        json(r#"{"value":[],"@odata.nextLink":"{base}/beta/y"}"#),
        json(r#"{"value":[{"id":"2"},{"id":"3"}],"@odata.deltaLink":"{base}/beta/delta"}"#),
    ])
}

#[test]
fn items_of_all_pages() {
    let server = three_pages();
    let mut items = tag::list(&client(&server), tag::In::role_scope_tags())
        .top(2)
        .eventual()
        .items();
    let ids = run(async {
        let mut ids = Vec::new();
        while let Some(item) = items.next_item().await {
            ids.push(item.unwrap().id.unwrap());
        }
        ids
    });
    assert_eq!(ids, ["1", "2", "3"]);
    assert_eq!(items.delta_link(), Some(format!("{}/beta/delta", server.base).as_str()));
    let seen = server.seen();
    assert_eq!(
        seen[0].call(),
        "GET /beta/deviceManagement/roleScopeTags?$top=2&$count=true"
    );
    // As it was sent, without the options of the first request, but with its headers.
    assert_eq!(seen[1].call(), "GET /beta/x?$skiptoken=a%20b%27");
    assert_eq!(seen[1].headers("consistencylevel"), ["eventual"]);
    assert_eq!(seen[2].call(), "GET /beta/y");
}

#[test]
fn pages_are_a_stream_too() {
    let server = three_pages();
    let pages = run(all(tag::list(&client(&server), tag::In::role_scope_tags()).pages())).unwrap();
    let sizes: Vec<usize> = pages.iter().map(|page| page.value.len()).collect();
    assert_eq!(sizes, [1, 0, 2]);
    let server = three_pages();
    assert_eq!(
        run(all(tag::list(&client(&server), tag::In::role_scope_tags()).items()))
            .unwrap()
            .len(),
        3
    );
}

#[test]
fn a_later_run_goes_on_where_the_first_stopped() {
    let server = three_pages();
    let client = client(&server);
    let mut pages = tag::list(&client, tag::In::role_scope_tags()).pages();
    run(pages.next_page()).unwrap().unwrap();
    let link = pages.next_link().unwrap().to_owned();
    drop(pages);
    let rest = rt::Request::<Tags>::resume(&client, &tag::LIST, &link).items();
    let ids: Vec<_> = run(all(rest)).unwrap().into_iter().map(|tag| tag.id.unwrap()).collect();
    assert_eq!(ids, ["2", "3"]);
}

#[test]
fn a_page_that_failed_can_be_asked_for_again() {
    let server = Server::script(vec![
        json(r#"{"value":[{"id":"1"}],"@odata.nextLink":"{base}/beta/y"}"#),
        answer(400, "", ""),
        json(r#"{"value":[{"id":"2"}]}"#),
    ]);
    let client = client(&server);
    let mut pages = tag::list(&client, tag::In::role_scope_tags()).pages();
    run(async {
        pages.next_page().await.unwrap().unwrap();
        assert_eq!(pages.next_page().await.unwrap().unwrap_err().status(), Some(400));
        assert!(pages.next_page().await.is_none());
        let link = pages.next_link().unwrap();
        let rest = rt::Request::<Tags>::resume(&client, &tag::LIST, link)
            .send()
            .await
            .unwrap();
        assert_eq!(rest.value[0].id.as_deref(), Some("2"));
    });
}

#[test]
fn a_link_to_another_host_is_not_followed() {
    let page = r#"{"value":[{"id":"1"}],"@odata.nextLink":"https://evil.example/beta/x"}"#;
    let server = Server::script(vec![json(page)]);
    let mut pages = tag::list(&client(&server), tag::In::role_scope_tags()).pages();
    run(async {
        // The page that has the link is not lost.
        assert_eq!(pages.next_page().await.unwrap().unwrap().value.len(), 1);
        assert_eq!(
            pages.next_page().await.unwrap().unwrap_err().kind(),
            rt::ErrorKind::Link
        );
        assert!(pages.next_page().await.is_none());
    });
    assert_eq!(server.seen().len(), 1);
}

#[test]
fn a_stored_link_to_another_host_is_refused() {
    let resume = |link: &str| rt::Request::<Tags>::resume(&offline(), &tag::LIST, link).prepare();
    for link in [
        "http://127.0.0.1:1/x",
        "https://127.0.0.1:9/x",
        "x",
        "//h/x",
        "http://u@127.0.0.1:9/x",
        "http://127.0.0.1:9@evil.example/",
        "http://localhost:9/x",
    ] {
        assert_eq!(resume(link).unwrap_err().kind(), rt::ErrorKind::Link, "{link}");
    }
    let link = "http://127.0.0.1:9/d?$deltatoken=1";
    assert_eq!(resume(link).unwrap().url(), link);
}

#[test]
fn a_page_that_names_itself_ends_the_stream() {
    let server = Server::with(|_| json(r#"{"value":[{"id":"1"}],"@odata.nextLink":"{base}/beta/y"}"#));
    let error = run(all(tag::list(&client(&server), tag::In::role_scope_tags()).items())).unwrap_err();
    assert_eq!(error.kind(), rt::ErrorKind::Link);
    assert!(error.to_string().contains("loop"), "{error}");
    assert_eq!(server.seen().len(), 2);
}

#[test]
fn pages_that_lead_in_a_circle_end_the_stream() {
    let server = Server::with(|request| {
        let next = if request.call().ends_with("/y") { "z" } else { "y" };
        json(&format!(
            r#"{{"value":[{{"id":"1"}}],"@odata.nextLink":"{{base}}/beta/{next}"}}"#
        ))
    });
    let mut pages = tag::list(&client(&server), tag::In::role_scope_tags()).pages();
    let error = run(async {
        for _ in 0..3 {
            pages.next_page().await.unwrap().unwrap();
        }
        pages.next_page().await.unwrap().unwrap_err()
    });
    assert!(error.to_string().contains("form a loop"), "{error}");
    assert_eq!(server.seen().len(), 3);
}

#[test]
fn a_relative_link_goes_on_from_the_page_that_has_it() {
    let server = Server::script(vec![
        json(r#"{"value":[{"id":"1"}],"@odata.nextLink":"roleScopeTags?$skiptoken=a%20b"}"#),
        json(r#"{"value":[{"id":"2"}],"@odata.nextLink":"/beta/y"}"#),
        json(r#"{"value":[{"id":"3"}],"@odata.nextLink":"//evil.example/x"}"#),
    ]);
    let mut items = tag::list(&client(&server), tag::In::role_scope_tags()).items();
    let (ids, error) = run(async {
        let mut ids = Vec::new();
        loop {
            match items.next_item().await.unwrap() {
                Ok(tag) => ids.push(tag.id.unwrap()),
                Err(error) => return (ids, error),
            }
        }
    });
    assert_eq!(ids, ["1", "2", "3"]);
    assert_eq!(
        server.calls()[1..],
        [
            "GET /beta/deviceManagement/roleScopeTags?$skiptoken=a%20b",
            "GET /beta/y"
        ]
    );
    assert!(error.to_string().contains("goes to another host"), "{error}");
}

#[test]
fn the_next_page_of_an_action_is_read() {
    let server = Server::script(vec![
        json(r#"{"value":[{"id":"1"}],"@odata.nextLink":"{base}/beta/y"}"#),
        json(r#"{"value":[{"id":"2"}]}"#),
    ]);
    let body = tag::GetRoleScopeTagsByIdParameters {
        role_scope_tag_ids: Some(vec!["1".into(), "2".into()]),
        ..Default::default()
    };
    let items = tag::get_role_scope_tags_by_id(&client(&server), tag::In::role_scope_tags(), &body).items();
    assert_eq!(run(all(items)).unwrap().len(), 2);
    let seen = server.seen();
    assert!(seen[0].call().starts_with("POST ") && !seen[0].body.is_empty());
    assert_eq!((seen[1].call(), seen[1].text()), ("GET /beta/y", String::new()));
    assert!(seen[1].headers("content-type").is_empty());
}

#[test]
fn a_link_that_is_empty_or_not_a_text() {
    let server = Server::script(vec![json(r#"{"value":[{"id":"1"}],"@odata.nextLink":""}"#)]);
    let mut items = tag::list(&client(&server), tag::In::role_scope_tags()).items();
    assert_eq!(run(all(&mut items)).unwrap().len(), 1);
    assert_eq!(items.next_link(), None);
    for link in ["7", r#""{base}/cut\ud83d""#] {
        let page = format!(r#"{{"value":[{{"id":"1"}}],"@odata.nextLink":{link}}}"#);
        let server = Server::script(vec![json(&page)]);
        let error = run(all(tag::list(&client(&server), tag::In::role_scope_tags()).items()))
            .map(|_| ())
            .unwrap_err();
        assert!(error.to_string().contains("is not a text"), "{error}");
    }
}
