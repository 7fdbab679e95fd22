//! As much of the protocol of the browser's developer tools as the tests need: commands over a web socket on loopback.

use serde_json::{Value, json};
use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::Duration;

/// A connection to a browser, and to one page of it when there is one.
pub(crate) struct DevTools {
    socket: TcpStream,
    session: Option<String>,
    last: u64,
    /// What pages complained about.
    pub(crate) complaints: Vec<String>,
}

impl DevTools {
    /// Connects to the port and the path that the browser has written down.
    pub(crate) fn connect(port: u16, path: &str) -> Self {
        let mut socket = TcpStream::connect(("127.0.0.1", port)).unwrap();
        socket.set_read_timeout(Some(Duration::from_secs(120))).unwrap();
        // The key proves nothing here: both ends are ours.
        let hello = format!(
            "GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\
             Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Version: 13\r\n\r\n"
        );
        socket.write_all(hello.as_bytes()).unwrap();
        let mut answer = Vec::new();
        while !answer.ends_with(b"\r\n\r\n") {
            let mut byte = [0];
            socket.read_exact(&mut byte).unwrap();
            answer.push(byte[0]);
        }
        assert!(answer.starts_with(b"HTTP/1.1 101"), "the browser refuses a web socket");
        let mut tools = Self {
            socket,
            session: None,
            last: 0,
            complaints: Vec::new(),
        };
        tools.open();
        tools
    }

    fn open(&mut self) {
        let page = self.call("Target.createTarget", json!({"url": "about:blank"}));
        let asked = json!({"targetId": page["targetId"], "flatten": true});
        let session = self.call("Target.attachToTarget", asked);
        self.session = session["sessionId"].as_str().map(str::to_owned);
        for domain in ["Page", "Runtime", "Log"] {
            self.call(&format!("{domain}.enable"), json!({}));
        }
    }

    /// Gives a command and waits for its answer.
    #[allow(clippy::needless_pass_by_value, reason = "callers write the parameters in place")]
    pub(crate) fn call(&mut self, method: &str, parameters: Value) -> Value {
        self.last += 1;
        let mut message = json!({"id": self.last, "method": method, "params": parameters});
        if let Some(session) = &self.session {
            message["sessionId"] = json!(session);
        }
        self.send(message.to_string().as_bytes());
        loop {
            let mut answer = self.receive();
            if answer["id"] == json!(self.last) {
                assert_eq!(answer["error"], Value::Null, "{method}");
                return answer["result"].take();
            }
            self.hear(&answer);
        }
    }

    /// An error on the console or a thrown exception is a complaint.
    fn hear(&mut self, event: &Value) {
        let entry = &event["params"]["entry"];
        let is_error = event["method"] == "Log.entryAdded" && entry["level"] == "error";
        if is_error || event["method"] == "Runtime.exceptionThrown" {
            self.complaints.push(event["params"].to_string());
        }
    }

    /// One frame, masked with zeros.
    fn send(&mut self, text: &[u8]) {
        let mut frame = vec![0x81];
        match u16::try_from(text.len()) {
            Ok(length) if length < 126 => frame.push(0x80 | length.to_be_bytes()[1]),
            Ok(length) => {
                frame.push(0x80 | 0x7e);
                frame.extend(length.to_be_bytes());
            }
            Err(_) => {
                frame.push(0x80 | 0x7f);
                frame.extend((text.len() as u64).to_be_bytes());
            }
        }
        frame.extend([0; 4]);
        frame.extend(text);
        self.socket.write_all(&frame).unwrap();
    }

    fn receive(&mut self) -> Value {
        let mut text = Vec::new();
        loop {
            let head = self.take(2);
            let length = match head[1] & 0x7f {
                126 => self.take(2),
                127 => self.take(8),
                length => vec![length],
            };
            let length = length.iter().fold(0, |sum, byte| sum << 8 | usize::from(*byte));
            text.extend(self.take(length));
            if head[0] & 0x80 != 0 {
                return serde_json::from_slice(&text).unwrap();
            }
        }
    }

    fn take(&mut self, count: usize) -> Vec<u8> {
        let mut bytes = vec![0; count];
        self.socket.read_exact(&mut bytes).unwrap();
        bytes
    }
}
