//! A strict server on this computer: it expects certain requests, in order and to the letter, and refuses any other.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};

/// Headers that say nothing about what an example asks for.
const INCIDENTAL: &[&str] = &[
    "accept",
    "accept-encoding",
    "client-request-id",
    "connection",
    "content-length",
    "host",
    "user-agent",
    "x-ms-client-request-id",
];

/// What the server answers: the head, and behind an empty line the body. `{base}` in it is the server's own address.
pub(crate) type Answer = String;

/// `200 OK` with JSON.
pub(crate) fn json(body: &str) -> Answer {
    answered("200 OK", body)
}

/// Another status with JSON: `403 Forbidden`.
pub(crate) fn answered(status: &str, body: &str) -> Answer {
    format!("{status}\r\nContent-Type: application/json\r\n\r\n{body}")
}

/// A status without a body: `204 No Content`, with headers if there are more lines.
pub(crate) fn status(head: &str) -> Answer {
    format!("{}\r\n\r\n", head.replace('\n', "\r\n"))
}

/// A running server; it ends with the test's process.
pub(crate) struct Server {
    /// Such as `http://127.0.0.1:1234`.
    pub(crate) base: String,
    script: Arc<Mutex<Script>>,
}

/// What is still to come, and what came in its place.
struct Script {
    left: Vec<(String, Answer)>,
    refused: Vec<String>,
}

impl Server {
    /// Expects these requests. A request is written as its method and target and below it its deciding headers, in the
    /// order of their names; a body stands behind an empty line. The order of keys in JSON does not matter. `{base}` is
    /// the server's own address.
    pub(crate) fn expecting(exchanges: Vec<(String, Answer)>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let base = format!("http://{}", listener.local_addr().unwrap());
        let script = Arc::new(Mutex::new(Script {
            left: exchanges,
            refused: Vec::new(),
        }));
        let (shared, own) = (script.clone(), base.clone());
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                let mut stream = stream.unwrap();
                let request = read(&mut stream).replace(&own, "{base}");
                let answer = shared.lock().unwrap().answer(request);
                let (head, body) = answer.split_once("\r\n\r\n").unwrap();
                let (head, body) = (head.replace("{base}", &own), body.replace("{base}", &own));
                let length = body.len();
                let head = format!("HTTP/1.1 {head}\r\nConnection: close\r\nContent-Length: {length}\r\n\r\n");
                let _ = stream.write_all((head + &body).as_bytes());
            }
        });
        Self { base, script }
    }

    /// Panics if another request came, or if one has not come.
    pub(crate) fn done(&self) {
        let script = self.script.lock().unwrap();
        let left: Vec<&str> = script.left.iter().map(|(asked, _)| asked.as_str()).collect();
        assert!(
            script.refused.is_empty() && left.is_empty(),
            "came: {:#?}\nexpected: {left:#?}",
            script.refused
        );
    }
}

impl Script {
    /// The answer to the next request that is expected; an error for any other.
    fn answer(&mut self, request: String) -> Answer {
        match self.left.first() {
            Some((expected, _)) if is_same(expected, &request) => self.left.remove(0).1,
            _ => {
                self.refused.push(request);
                answered("400 Bad Request", r#"{"error":{"code":"notExpected","message":""}}"#)
            }
        }
    }
}

fn is_same(expected: &str, came: &str) -> bool {
    let (Some(expected), Some(came)) = (expected.split_once("\n\n"), came.split_once("\n\n")) else {
        return expected == came;
    };
    let json = |body: &str| serde_json::from_str::<serde_json::Value>(body).ok();
    expected.0 == came.0 && (expected.1 == came.1 || json(expected.1).is_some() && json(expected.1) == json(came.1))
}

fn read(stream: &mut TcpStream) -> String {
    let mut reader = BufReader::new(stream);
    let mut line = || {
        let mut line = String::new();
        reader.read_line(&mut line).unwrap();
        line.trim().to_owned()
    };
    let first = line().trim_end_matches(" HTTP/1.1").to_owned();
    let mut headers: Vec<(String, String)> = Vec::new();
    while let Some((name, value)) = line().split_once(':') {
        headers.push((name.to_ascii_lowercase(), value.trim().to_owned()));
    }
    headers.sort();
    let length = headers.iter().find(|(name, _)| name == "content-length");
    let mut body = vec![0; length.map_or(0, |(_, length)| length.parse().unwrap())];
    reader.read_exact(&mut body).unwrap();
    let deciding = headers.iter().filter(|(name, _)| !INCIDENTAL.contains(&name.as_str()));
    let deciding = deciding.map(|(name, value)| format!("{name}: {value}"));
    let body = String::from_utf8(body).unwrap();
    let head: Vec<String> = [first].into_iter().chain(deciding).collect();
    let head = head.join("\n");
    if body.is_empty() {
        head
    } else {
        format!("{head}\n\n{body}")
    }
}
