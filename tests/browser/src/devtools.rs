//! A line to the browser's own developer tools, for what WebDriver does not offer: traces, and input at a steady pace.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;

use serde_json::{Value, json};
use tungstenite::{Message, WebSocket};

/// A connection to the browser as a whole, attached to its page.
pub struct Devtools {
    socket: WebSocket<TcpStream>,
    page: Option<String>,
    last: u64,
    /// Pieces of a trace that arrived so far.
    trace: Vec<Value>,
    /// Whether the browser has handed over the whole trace.
    trace_is_complete: bool,
}

impl Devtools {
    /// Connects to the browser that listens at `address` (`host:port`) and attaches to its first page.
    pub fn connect(address: &str) -> Devtools {
        let version: Value =
            serde_json::from_str(&get(address, "/json/version")).expect("the browser describes itself");
        let url = version["webSocketDebuggerUrl"].as_str().expect("it has developer tools").to_owned();
        let stream = TcpStream::connect(address).expect("it accepts a connection");
        let (socket, _) = tungstenite::client(url, stream).expect("it speaks WebSocket");
        let mut tools = Devtools { socket, page: None, last: 0, trace: Vec::new(), trace_is_complete: false };
        let targets = tools.call("Target.getTargets", json!({}));
        let pages = targets["targetInfos"].as_array().into_iter().flatten();
        let page = pages.clone().find(|target| target["type"] == "page").expect("a page is open");
        let attached = tools.call("Target.attachToTarget", json!({ "targetId": page["targetId"], "flatten": true }));
        tools.page = attached["sessionId"].as_str().map(str::to_owned);
        tools
    }

    /// Asks and waits for the answer.
    pub fn call(&mut self, method: &str, parameters: Value) -> Value {
        let number = self.send(method, parameters);
        self.answer(number)
    }

    /// Asks without waiting, as a hand that moves on does.
    pub fn send(&mut self, method: &str, parameters: Value) -> u64 {
        self.last += 1;
        let mut message = json!({ "id": self.last, "method": method, "params": parameters });
        // A trace is of the whole browser, and so are its targets.
        if let Some(page) = self.page.as_ref().filter(|_| !method.starts_with("Tracing.")) {
            message["sessionId"] = json!(page);
        }
        self.socket.send(Message::text(message.to_string())).expect("the browser listens");
        self.last
    }

    /// Waits for the answer of that number; those before it are let go.
    pub fn answer(&mut self, number: u64) -> Value {
        loop {
            let mut message = self.read();
            if message["id"] == json!(number) {
                assert!(message.get("error").is_none(), "{message}");
                return message["result"].take();
            }
        }
    }

    /// The value of an expression in the page; a promise is waited for.
    pub fn value(&mut self, expression: &str) -> Value {
        let question = json!({ "expression": expression, "awaitPromise": true, "returnByValue": true });
        let mut answer = self.call("Runtime.evaluate", question);
        assert!(answer.get("exceptionDetails").is_none(), "{expression}: {answer}");
        answer["result"]["value"].take()
    }

    /// Waits until what is asked of the page now has been painted.
    pub fn painted(&mut self) {
        self.value("new Promise((seen) => requestAnimationFrame(() => requestAnimationFrame(() => seen(0))))");
    }

    /// Runs `work` and answers the events of its trace.
    pub fn traced(&mut self, categories: &[&str], work: impl FnOnce(&mut Devtools)) -> Vec<Value> {
        self.trace = Vec::new();
        self.trace_is_complete = false;
        let config = json!({ "recordMode": "recordContinuously", "traceBufferSizeInKb": 400_000, "includedCategories": categories });
        self.call("Tracing.start", json!({ "traceConfig": config, "transferMode": "ReportEvents" }));
        work(self);
        self.call("Tracing.end", json!({}));
        while !self.trace_is_complete {
            self.read();
        }
        std::mem::take(&mut self.trace)
    }

    fn read(&mut self) -> Value {
        loop {
            let message = self.socket.read().expect("the browser answers");
            let Message::Text(text) = message else { continue };
            let mut message: Value = serde_json::from_str(&text).expect("it answers in JSON");
            match message["method"].as_str() {
                Some("Tracing.dataCollected") => {
                    if let Value::Array(events) = message["params"]["value"].take() {
                        self.trace.extend(events);
                    }
                }
                Some("Tracing.tracingComplete") => self.trace_is_complete = true,
                _ => {}
            }
            return message;
        }
    }
}

/// The body of a plain HTTP answer.
fn get(address: &str, path: &str) -> String {
    let mut stream = TcpStream::connect(address).expect("the browser listens");
    write!(stream, "GET {path} HTTP/1.1\r\nHost: {address}\r\n\r\n").expect("it reads");
    let mut reader = BufReader::new(stream);
    let mut length = 0;
    let mut line = String::new();
    while reader.read_line(&mut line).expect("it answers") > 2 {
        if let Some((name, value)) = line.split_once(':')
            && name.eq_ignore_ascii_case("content-length")
        {
            length = value.trim().parse().expect("a number of bytes");
        }
        line.clear();
    }
    let mut body = vec![0; length];
    reader.read_exact(&mut body).expect("the whole answer");
    String::from_utf8(body).expect("it answers in text")
}
