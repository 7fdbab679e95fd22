//! A server on this computer that answers as it is told, faults included.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::time::Duration;

/// A request as it came.
#[derive(Clone, Debug)]
pub(crate) struct Received {
    /// The request line and the headers.
    pub(crate) head: String,
    pub(crate) body: Vec<u8>,
}

impl Received {
    pub(crate) fn line(&self) -> &str {
        self.head.lines().next().unwrap_or_default()
    }

    /// Method and target, such as `GET /beta/x?$top=1`.
    pub(crate) fn call(&self) -> &str {
        self.line().trim_end_matches(" HTTP/1.1")
    }

    pub(crate) fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// All values of a header.
    pub(crate) fn headers(&self, name: &str) -> Vec<String> {
        let pairs = self.head.lines().skip(1).filter_map(|line| line.split_once(':'));
        pairs
            .filter(|(n, _)| n.eq_ignore_ascii_case(name))
            .map(|(_, value)| value.trim().to_owned())
            .collect()
    }

    pub(crate) fn header(&self, name: &str) -> Option<String> {
        self.headers(name).into_iter().next()
    }
}

/// What the server does with a connection.
#[derive(Clone, Debug)]
pub(crate) enum Reply {
    /// Sends the bytes and closes.
    Send(Vec<u8>),
    /// Sends the bytes, a few at a time.
    Slowly(Vec<u8>, Duration),
    /// Breaks the connection before it has read the request.
    Reset,
    /// Reads the request and closes without a word.
    Close,
}

/// A whole answer. `{base}` in headers and body is the server's own address.
pub(crate) fn answer(status: u16, headers: &str, body: impl AsRef<[u8]>) -> Reply {
    let body = body.as_ref();
    let mut bytes = format!(
        "HTTP/1.1 {status} X\r\n{headers}Content-Length: {}\r\nConnection: close\r\n\r\n",
        body.len()
    )
    .into_bytes();
    bytes.extend_from_slice(body);
    Reply::Send(bytes)
}

/// A success with JSON. The end of the connection is the end of the body, so that `{base}` may be replaced.
pub(crate) fn json(body: &str) -> Reply {
    let head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n\r\n";
    Reply::Send(format!("{head}{body}").into_bytes())
}

/// An answer that promises more than it sends.
pub(crate) fn half(body: &str) -> Reply {
    let length = body.len() + 100;
    Reply::Send(format!("HTTP/1.1 200 OK\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n{body}").into_bytes())
}

/// A running server; it ends with the test's process.
pub(crate) struct Server {
    /// Such as `http://127.0.0.1:1234`.
    pub(crate) base: String,
    seen: Arc<Mutex<Vec<Received>>>,
}

impl Server {
    /// Gives the answers one after the other, then nothing more.
    pub(crate) fn script(replies: Vec<Reply>) -> Self {
        let mut replies = replies.into_iter();
        Self::with(move |_| replies.next().unwrap_or_else(|| answer(501, "", "the script is over")))
    }

    /// Decides on each request. A [`Reply::Reset`] comes too late here: the request has been read.
    pub(crate) fn with(mut reply: impl FnMut(&Received) -> Reply + Send + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let base = format!("http://{}", listener.local_addr().unwrap());
        let seen = Arc::new(Mutex::new(Vec::new()));
        let (log, own) = (seen.clone(), base.clone());
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                let Ok(mut stream) = stream else { continue };
                let request = read(&mut stream);
                log.lock().unwrap().push(request.clone());
                serve(stream, reply(&request), &own);
            }
        });
        Self { base, seen }
    }

    /// Breaks that many connections unread, then gives the answers.
    pub(crate) fn resetting(times: usize, replies: Vec<Reply>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let base = format!("http://{}", listener.local_addr().unwrap());
        let seen = Arc::new(Mutex::new(Vec::new()));
        let (log, own) = (seen.clone(), base.clone());
        std::thread::spawn(move || {
            let broken = std::iter::repeat_n(Reply::Reset, times);
            for (stream, reply) in listener.incoming().zip(broken.chain(replies)) {
                let Ok(mut stream) = stream else { continue };
                let request = match reply {
                    Reply::Reset => wait_for_input(&stream),
                    _ => read(&mut stream),
                };
                log.lock().unwrap().push(request);
                serve(stream, reply, &own);
            }
        });
        Self { base, seen }
    }

    /// The requests so far.
    pub(crate) fn seen(&self) -> Vec<Received> {
        self.seen.lock().unwrap().clone()
    }

    /// Method and target of the requests so far.
    pub(crate) fn calls(&self) -> Vec<String> {
        self.seen().iter().map(|request| request.call().to_owned()).collect()
    }
}

/// A connection that is closed with unread input is reset; one without input is closed.
fn wait_for_input(stream: &TcpStream) -> Received {
    let _ = stream.peek(&mut [0]);
    Received {
        head: "RESET".to_owned(),
        body: Vec::new(),
    }
}

fn read(stream: &mut TcpStream) -> Received {
    let mut bytes = Vec::new();
    let mut buffer = [0; 16 * 1024];
    loop {
        let count = stream.read(&mut buffer).unwrap_or(0);
        bytes.extend_from_slice(&buffer[..count]);
        let end = bytes.windows(4).position(|window| window == b"\r\n\r\n");
        let Some(end) = end else {
            if count == 0 {
                break Received {
                    head: String::from_utf8_lossy(&bytes).into_owned(),
                    body: Vec::new(),
                };
            }
            continue;
        };
        let request = Received {
            head: String::from_utf8_lossy(&bytes[..end]).into_owned(),
            body: bytes[end + 4..].to_vec(),
        };
        let length = request.header("content-length").and_then(|text| text.parse().ok());
        if count == 0 || request.body.len() >= length.unwrap_or(0) {
            break request;
        }
    }
}

fn serve(mut stream: TcpStream, reply: Reply, base: &str) {
    match reply {
        Reply::Reset | Reply::Close => {}
        Reply::Send(bytes) => {
            let _ = stream.write_all(&put_base(bytes, base));
        }
        Reply::Slowly(bytes, pause) => {
            let bytes = put_base(bytes, base);
            // The next request is not to wait for it.
            std::thread::spawn(move || {
                for part in bytes.chunks(16) {
                    let _ = stream.write_all(part);
                    std::thread::sleep(pause);
                }
            });
        }
    }
}

fn put_base(bytes: Vec<u8>, base: &str) -> Vec<u8> {
    match String::from_utf8(bytes) {
        Ok(text) => text.replace("{base}", base).into_bytes(),
        Err(error) => error.into_bytes(),
    }
}
