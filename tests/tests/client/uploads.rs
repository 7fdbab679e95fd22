//! Bytes on their way to the service.

use crate::server::{Received, Reply, Server, answer};
use crate::{client, offline, run};
use azure_core::stream::BytesStream;
use generated::runtime as rt;
use serde_json::Value;
use std::sync::{Arc, Mutex};

static PHOTO: rt::Endpoint = rt::Endpoint::new(rt::Method::Put, "beta", "/me/photo/$value");

/// The size that parts are a multiple of.
const UNIT: usize = 320 * 1024;

#[test]
fn bytes_are_sent_with_their_type() {
    let server = Server::script(vec![answer(204, "", "")]);
    let content = rt::Content::new(vec![0xFF, 0xD8, 0], "image/jpeg");
    let request = rt::Request::<()>::new(&client(&server), &PHOTO, &[]).content(content);
    run(request.send()).unwrap();
    let seen = &server.seen()[0];
    assert_eq!(
        (seen.call(), &seen.body[..]),
        ("PUT /beta/me/photo/$value", &[0xFF, 0xD8, 0][..])
    );
    assert_eq!(seen.headers("content-type"), ["image/jpeg"]);
    assert_eq!(seen.headers("content-length"), ["3"]);
}

#[test]
fn a_stream_is_sent_again_from_its_beginning() {
    let server = Server::script(vec![answer(503, "", ""), answer(204, "", "")]);
    let bytes: Vec<u8> = (0..200_000_u32).map(|n| n.to_le_bytes()[0]).collect();
    let stream = Box::new(BytesStream::new(bytes.clone()));
    let content = rt::Content::stream(stream, "image/png");
    let request = rt::Request::<()>::new(&client(&server), &PHOTO, &[]).content(content);
    run(request.send()).unwrap();
    for seen in server.seen() {
        assert_eq!(seen.headers("content-length"), ["200000"]);
        assert!(seen.body == bytes);
    }
    assert_eq!(server.seen().len(), 2);
}

/// What the service has received, and how often it may still fail.
#[derive(Default)]
struct Store {
    bytes: Vec<u8>,
    faults: Vec<Fault>,
    ended: bool,
}

#[derive(Clone, Copy)]
enum Fault {
    /// The part is lost.
    Lost,
    /// The part is there, its answer is lost.
    Deaf,
    /// Only the first half of the part is there.
    Half,
    /// The service is busy.
    Busy,
}

impl Store {
    /// What a drive does with a request to an upload session.
    fn serve(&mut self, request: &Received) -> Reply {
        assert!(request.headers("authorization").is_empty());
        if request.call().starts_with("DELETE") {
            self.ended = true;
            return answer(204, "", "");
        }
        if self.ended {
            return answer(404, "", r#"{"error":{"code":"itemNotFound"}}"#);
        }
        if request.call().starts_with("GET") {
            return answer(200, "", self.expected());
        }
        let range = request.header("content-range").unwrap();
        let (first, rest) = range.strip_prefix("bytes ").unwrap().split_once('-').unwrap();
        let (last, total) = rest.split_once('/').unwrap();
        let (first, last): (usize, usize) = (first.parse().unwrap(), last.parse().unwrap());
        let total: usize = total.parse().unwrap();
        assert_eq!(request.body.len(), last + 1 - first);
        assert!(last + 1 == total || request.body.len().is_multiple_of(UNIT));
        if first != self.bytes.len() {
            return answer(416, "", "");
        }
        match self.faults.pop() {
            Some(Fault::Lost) => return Reply::Close,
            Some(Fault::Busy) => return answer(503, "Retry-After: 0\r\n", ""),
            Some(Fault::Half) => {
                self.bytes.extend_from_slice(&request.body[..request.body.len() / 2]);
                return Reply::Close;
            }
            Some(Fault::Deaf) => {
                self.bytes.extend_from_slice(&request.body);
                return Reply::Close;
            }
            None => self.bytes.extend_from_slice(&request.body),
        }
        if self.bytes.len() == total {
            return answer(201, "", r#"{"id":"1","name":"film.mp4"}"#);
        }
        answer(202, "", self.expected())
    }

    fn expected(&self) -> String {
        format!(
            r#"{{"expirationDateTime":"2030-01-01T00:00:00Z","nextExpectedRanges":["{}-"]}}"#,
            self.bytes.len()
        )
    }
}

/// A drive with its upload URL.
fn drive(faults: Vec<Fault>) -> (Server, Arc<Mutex<Store>>) {
    let store = Arc::new(Mutex::new(Store {
        faults,
        ..Store::default()
    }));
    let own = store.clone();
    let server = Server::with(move |request| own.lock().unwrap().serve(request));
    (server, store)
}

fn session(server: &Server) -> rt::UploadSession {
    let url = format!("{}/upload?sig=secret", server.base);
    rt::UploadSession::new(&client(server), &url).unwrap().part_size(1)
}

fn film() -> Vec<u8> {
    (0..u32::try_from(UNIT * 2 + 77).unwrap())
        .map(|n| n.wrapping_mul(7).to_le_bytes()[1])
        .collect()
}

#[test]
fn part_by_part() {
    let (server, store) = drive(Vec::new());
    let item: Value = run(session(&server).upload(film())).unwrap();
    assert_eq!(item["name"], "film.mp4");
    assert!(store.lock().unwrap().bytes == film());
    let ranges: Vec<String> = server
        .seen()
        .iter()
        .map(|seen| seen.header("content-range").unwrap())
        .collect();
    assert_eq!(
        ranges,
        [
            "bytes 0-327679/655437",
            "bytes 327680-655359/655437",
            "bytes 655360-655436/655437"
        ]
    );
}

#[test]
fn an_upload_goes_on_after_faults() {
    for faults in [
        vec![Fault::Lost],
        vec![Fault::Deaf],
        vec![Fault::Half],
        vec![Fault::Busy],
        vec![Fault::Half, Fault::Busy, Fault::Lost, Fault::Deaf],
    ] {
        let (server, store) = drive(faults);
        let item: Value = run(session(&server).upload(rt::Bytes::from(film()))).unwrap();
        assert_eq!(item["id"], "1");
        assert!(store.lock().unwrap().bytes == film());
    }
}

#[test]
fn an_upload_can_be_taken_up_later() {
    let (server, store) = drive(Vec::new());
    store.lock().unwrap().bytes = film()[..UNIT].to_vec();
    let mut file = tempfile::tempfile().unwrap();
    std::io::Write::write_all(&mut file, &film()).unwrap();
    let status = run(session(&server).status()).unwrap();
    assert_eq!(status.next_expected_ranges.unwrap(), ["327680-"]);
    let item: Value = run(session(&server).resume(file)).unwrap();
    assert_eq!(item["id"], "1");
    assert!(store.lock().unwrap().bytes == film());
}

#[test]
fn an_upload_that_never_goes_through_ends() {
    let (server, _) = drive(vec![Fault::Lost; 99]);
    let error = run(session(&server).upload::<Value>(film())).unwrap_err();
    assert_eq!(error.kind(), rt::ErrorKind::Transport);
    assert!(!format!("{error} {error:?}").contains("secret"), "{error}");
    let puts = server.calls().iter().filter(|call| call.starts_with("PUT")).count();
    assert_eq!(puts, 5);
}

#[test]
fn an_ended_session() {
    let (server, _) = drive(Vec::new());
    run(session(&server).cancel()).unwrap();
    let error = run(session(&server).upload::<Value>(film())).unwrap_err();
    assert_eq!((error.status(), error.code()), (Some(404), Some("itemNotFound")));
    assert!(run(session(&server).upload::<Value>(Vec::new())).is_err());
}

#[test]
fn upload_urls() {
    for bad in ["", "x", "http://example.com/u", "ftp://127.0.0.1/u"] {
        let error = rt::UploadSession::new(&offline(), bad).unwrap_err();
        assert_eq!(error.kind(), rt::ErrorKind::Link, "{bad}");
    }
    let session = rt::UploadSession::new(&offline(), "https://drive.example/u?sig=secret").unwrap();
    assert!(!format!("{session:?}").contains("secret"));
}

/// A mailbox: it answers each part with this status and what it expects next, and the last part without a body.
fn mailbox(status: u16, name: &'static str) -> Server {
    let mut received = 0;
    Server::with(move |request| {
        if request.call().starts_with("GET") {
            return answer(200, "", format!(r#"{{"{name}":["{received}"]}}"#));
        }
        let range = request.header("content-range").unwrap();
        assert!(range.starts_with(&format!("bytes {received}-")), "{range}");
        received += request.body.len();
        if range.ends_with(&format!("-{}/{received}", received - 1)) {
            return answer(201, "Location: https://mail.example/attachments/7\r\n", "");
        }
        answer(status, "", format!(r#"{{"{name}":["{received}"]}}"#))
    })
}

#[test]
fn what_the_service_expects_counts_not_its_status() {
    for status in [200, 201, 202] {
        for name in ["NextExpectedRanges", "nextExpectedRanges"] {
            let server = mailbox(status, name);
            let end: rt::RawResponse = run(session(&server).upload(film())).unwrap();
            assert_eq!(end.header("Location"), Some("https://mail.example/attachments/7"));
            assert_eq!(server.seen().len(), 3);
        }
    }
}

#[test]
fn an_end_without_a_body_is_a_success_for_every_type() {
    let mailbox = || mailbox(200, "NextExpectedRanges");
    run(session(&mailbox()).upload::<()>(film())).unwrap();
    assert_eq!(run(session(&mailbox()).upload::<Value>(film())).unwrap(), Value::Null);
    let tag: crate::RoleScopeTag = run(session(&mailbox()).upload(film())).unwrap();
    assert_eq!(tag.id, None);
    let server = mailbox();
    run(session(&server).resume::<()>(film())).unwrap();
    let status = run(session(&server).status()).unwrap();
    assert_eq!(status.next_expected_ranges.unwrap(), [film().len().to_string()]);
}
