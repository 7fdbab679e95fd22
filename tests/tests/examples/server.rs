//! A server on this computer that gives the answers of a list, one after the other.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};

/// A running server; it ends with the test's process.
pub(crate) struct Server {
    /// Such as `http://127.0.0.1:1234`.
    pub(crate) base: String,
    seen: Arc<Mutex<Vec<String>>>,
}

impl Server {
    /// Answers each request with the next body; `{base}` in it is the server's own address.
    pub(crate) fn answering(bodies: Vec<&'static str>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let base = format!("http://{}", listener.local_addr().unwrap());
        let seen = Arc::new(Mutex::new(Vec::new()));
        let (log, own) = (seen.clone(), base.clone());
        std::thread::spawn(move || {
            for (stream, body) in listener.incoming().zip(bodies) {
                let mut stream = stream.unwrap();
                let request = read(&mut stream);
                log.lock().unwrap().push(request);
                let body = body.replace("{base}", &own);
                let head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close";
                write!(stream, "{head}\r\nContent-Length: {}\r\n\r\n{body}", body.len()).unwrap();
            }
        });
        Self { base, seen }
    }

    /// Method, target and body of all requests.
    pub(crate) fn seen(&self) -> String {
        self.seen.lock().unwrap().join("\n")
    }
}

fn read(stream: &mut TcpStream) -> String {
    let mut reader = BufReader::new(stream);
    let mut lines = Vec::new();
    loop {
        let mut line = String::new();
        reader.read_line(&mut line).unwrap();
        if line.trim().is_empty() {
            break;
        }
        lines.push(line.trim().to_ascii_lowercase());
        if lines.len() == 1 {
            line.trim_end().trim_end_matches(" HTTP/1.1").clone_into(&mut lines[0]);
        }
    }
    let length = lines.iter().find_map(|line| line.strip_prefix("content-length:"));
    let length = length.map_or(0, |length| length.trim().parse().unwrap());
    let mut body = vec![0; length];
    reader.read_exact(&mut body).unwrap();
    let body = String::from_utf8(body).unwrap();
    let first = lines.swap_remove(0);
    if body.is_empty() {
        first
    } else {
        format!("{first}\n{body}")
    }
}
