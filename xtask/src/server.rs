//! Serves one folder on 127.0.0.1, as a static host would.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread::JoinHandle;

use tiny_http::{Header, Method, Request, Response};

/// A web server that ends when it is dropped.
pub struct Server {
    listener: Arc<tiny_http::Server>,
    thread: Option<JoinHandle<()>>,
    port: u16,
    prefix: String,
}

impl Server {
    /// Serves `folder` under `prefix` (`/` or, say, `/x/y/`); everything outside the prefix is "not found".
    ///
    /// Port 0 lets the system choose. The folder is read at each request, so it may change, or come later.
    ///
    /// # Errors
    /// The port cannot be had: `AddrInUse` if another program holds it.
    pub fn start(folder: PathBuf, prefix: &str, port: u16) -> io::Result<Server> {
        let listener = std::net::TcpListener::bind(("127.0.0.1", port))?;
        let port = listener.local_addr()?.port();
        let listener = Arc::new(tiny_http::Server::from_listener(listener, None).map_err(io::Error::other)?);
        let thread = std::thread::spawn({
            let listener = Arc::clone(&listener);
            let place: Arc<(PathBuf, String)> = Arc::new((folder, prefix.to_owned()));
            move || {
                for request in listener.incoming_requests() {
                    // A thread each: a browser may leave one answer unread until it has the next.
                    let place = Arc::clone(&place);
                    std::thread::spawn(move || answer(request, &place.0, &place.1));
                }
            }
        });
        Ok(Server { listener, thread: Some(thread), port, prefix: prefix.to_owned() })
    }

    /// The address of the served folder, with a slash at its end.
    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}{}", self.port, self.prefix)
    }

    /// Serves until the process is ended.
    pub fn wait(mut self) {
        if let Some(thread) = self.thread.take() {
            // A panic in the serving thread has already been printed there; there is nothing left to serve.
            let _ = thread.join();
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.listener.unblock();
        if let Some(thread) = self.thread.take() {
            // The thread only answers requests; if one of them panicked, the request has shown it.
            let _ = thread.join();
        }
    }
}

fn answer(request: Request, folder: &Path, prefix: &str) {
    let allowed = matches!(request.method(), Method::Get | Method::Head);
    let found = if allowed { file_of(request.url(), folder, prefix) } else { None };
    let body = found.and_then(|file| fs::read(&file).ok().map(|bytes| (media_type(&file), bytes)));
    let (status, media_type, bytes) = match body {
        Some((media_type, bytes)) => (200, media_type, bytes),
        None if !allowed => (405, "text/plain; charset=utf-8", b"only GET and HEAD".to_vec()),
        None => (404, "text/plain; charset=utf-8", b"not found".to_vec()),
    };
    let mut response = Response::from_data(bytes).with_status_code(status);
    for (name, value) in [("Content-Type", media_type), ("Cache-Control", "no-store")] {
        if let Ok(header) = Header::from_bytes(name, value) {
            response.add_header(header);
        }
    }
    // The browser may have left before the answer was written; that concerns nobody.
    let _ = request.respond(response);
}

/// The file that an address means, or none when it lies outside the prefix or tries to leave the folder.
fn file_of(url: &str, folder: &Path, prefix: &str) -> Option<PathBuf> {
    let path = url.split(['?', '#']).next()?.strip_prefix(prefix)?;
    let plain = |part: &str| part != ".." && part != "." && !part.contains(['\\', '%', ':', '\0']);
    if !path.is_empty() && !path.trim_end_matches('/').split('/').all(|part| !part.is_empty() && plain(part)) {
        return None;
    }
    let file = folder.join(path);
    Some(if path.is_empty() || path.ends_with('/') { file.join("index.html") } else { file })
}

fn media_type(file: &Path) -> &'static str {
    match file.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("json") => "application/json",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("woff2") => "font/woff2",
        Some("txt") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{Read, Write};
    use std::net::TcpStream;

    fn check_file(url: &str, expect: Option<&str>) {
        let found = file_of(url, Path::new("site"), "/x/y/");
        assert_eq!(found, expect.map(|path| Path::new("site").join(path)), "{url}");
    }

    #[test]
    fn addresses_map_to_files_below_the_prefix_only() {
        check_file("/x/y/", Some("index.html"));
        check_file("/x/y/?lang=en", Some("index.html"));
        check_file("/x/y/static/style.css?v=1", Some("static/style.css"));
        for outside in ["/", "/x/y", "/static/style.css", "/x/y/../secret", "/x/y/%2e%2e/secret", "/x/y//etc/passwd"] {
            check_file(outside, None);
        }
    }

    #[test]
    fn the_wasm_file_is_answered_with_its_media_type() {
        let folder = std::env::temp_dir().join(format!("stagger-server-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("a.wasm"), b"\0asm").unwrap();
        let server = Server::start(folder.clone(), "/x/", 0).unwrap();
        let ask = |path: &str| {
            let mut stream = TcpStream::connect(("127.0.0.1", server.port)).unwrap();
            write!(stream, "GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n").unwrap();
            let mut answer = Vec::new();
            stream.read_to_end(&mut answer).unwrap();
            String::from_utf8(answer).unwrap()
        };
        let answer = ask("/x/a.wasm");
        assert!(answer.starts_with("HTTP/1.1 200") && answer.ends_with("\0asm"), "{answer}");
        assert!(answer.contains("Content-Type: application/wasm") && answer.contains("no-store"), "{answer}");
        assert!(ask("/a.wasm").starts_with("HTTP/1.1 404"));
        fs::remove_dir_all(&folder).unwrap();
    }

    #[test]
    fn an_answer_that_nobody_reads_holds_up_no_other() {
        let folder = std::env::temp_dir().join(format!("stagger-server-slow-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("large.wasm"), vec![0; 32 << 20]).unwrap();
        fs::write(folder.join("small.js"), "").unwrap();
        let server = Server::start(folder.clone(), "/", 0).unwrap();
        let connect = |path: &str| {
            let mut stream = TcpStream::connect(("127.0.0.1", server.port)).unwrap();
            stream.set_read_timeout(Some(std::time::Duration::from_secs(30))).unwrap();
            write!(stream, "GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n").unwrap();
            stream
        };
        let mut unread = connect("/large.wasm");
        let mut first = [0; 8];
        unread.read_exact(&mut first).unwrap();
        let mut answer = String::new();
        connect("/small.js").read_to_string(&mut answer).unwrap();
        assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
        drop(unread);
        fs::remove_dir_all(&folder).unwrap();
    }

    #[test]
    fn a_taken_port_is_told_apart() {
        let folder = std::env::temp_dir();
        let first = Server::start(folder.clone(), "/", 0).unwrap();
        let second = Server::start(folder, "/", first.port);
        assert_eq!(second.err().map(|problem| problem.kind()), Some(io::ErrorKind::AddrInUse));
    }
}
