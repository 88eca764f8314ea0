//! Serves one folder on 127.0.0.1, as a static host would.
//!
//! One thread and one connection per request: a page asks for a dozen files at once, and an answer that the browser
//! leaves unread for a while, or a connection that it opens and does not use, must hold up no other.

use std::fs;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::JoinHandle;
use std::time::Duration;

/// How long a browser may leave a connection idle before it is closed.
const PATIENCE: Duration = Duration::from_secs(60);

/// The longest head of a request that is read [bytes].
const HEAD_MAX: u64 = 64 << 10;

/// A web server that ends when it is dropped.
pub struct Server {
    ending: Arc<AtomicBool>,
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
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))?;
        let port = listener.local_addr()?.port();
        let ending = Arc::new(AtomicBool::new(false));
        let thread = std::thread::spawn({
            let ending = Arc::clone(&ending);
            let place = Arc::new((folder, prefix.to_owned()));
            move || accept(&listener, &ending, &place)
        });
        Ok(Server { ending, thread: Some(thread), port, prefix: prefix.to_owned() })
    }

    /// The address of the served folder, with a slash at its end.
    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}{}", self.port, self.prefix)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.ending.store(true, Ordering::Release);
        // The thread waits for a connection; this is the last one.
        let woken = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port)).is_ok();
        if let Some(thread) = self.thread.take().filter(|_| woken) {
            // The thread only hands connections on and has nothing to report.
            let _ = thread.join();
        }
    }
}

fn accept(listener: &TcpListener, ending: &AtomicBool, place: &Arc<(PathBuf, String)>) {
    for stream in listener.incoming() {
        if ending.load(Ordering::Acquire) {
            return;
        }
        let Ok(stream) = stream else { continue };
        let place = Arc::clone(place);
        std::thread::spawn(move || {
            // The browser may leave before the answer is written; that concerns nobody.
            let _ = answer(stream, &place.0, &place.1);
        });
    }
}

/// Reads one request, answers it and closes the connection.
fn answer(mut stream: TcpStream, folder: &Path, prefix: &str) -> io::Result<()> {
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.set_write_timeout(Some(PATIENCE))?;
    let mut lines = BufReader::new((&stream).take(HEAD_MAX)).lines();
    let Some(request) = lines.next().transpose()? else { return Ok(()) };
    // What else the browser says changes nothing, but a connection closed with words unread loses the answer.
    for line in lines {
        if line?.is_empty() {
            break;
        }
    }
    let mut words = request.split(' ');
    let method = words.next().unwrap_or_default();
    let allowed = matches!(method, "GET" | "HEAD");
    let file = words.next().filter(|_| allowed).and_then(|url| file_of(url, folder, prefix));
    let found = file.and_then(|file| Some((media_type(&file), fs::read(&file).ok()?)));
    let plain = "text/plain; charset=utf-8";
    let (status, media_type, bytes) = match found {
        Some((media_type, bytes)) => ("200 OK", media_type, bytes),
        None if allowed => ("404 Not Found", plain, b"not found".to_vec()),
        None => ("405 Method Not Allowed", plain, b"only GET and HEAD".to_vec()),
    };
    write!(
        stream,
        "HTTP/1.1 {status}\r\nContent-Type: {media_type}\r\nContent-Length: {}\r\n\
         Cache-Control: no-store\r\nConnection: close\r\n\r\n",
        bytes.len()
    )?;
    if method != "HEAD" {
        stream.write_all(&bytes)?;
    }
    stream.flush()
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
    fn many_connections_at_once_are_all_answered() {
        let folder = std::env::temp_dir();
        let server = Server::start(folder, "/", 0).unwrap();
        let connect = || TcpStream::connect(("127.0.0.1", server.port)).unwrap();
        let unused: Vec<TcpStream> = (0..20).map(|_| connect()).collect();
        let mut asked: Vec<TcpStream> = (0..20).map(|_| connect()).collect();
        for stream in &mut asked {
            stream.set_read_timeout(Some(PATIENCE / 2)).unwrap();
            write!(stream, "GET /no-such-file HTTP/1.1\r\nHost: localhost\r\n\r\n").unwrap();
        }
        for mut stream in asked {
            let mut answer = String::new();
            stream.read_to_string(&mut answer).unwrap();
            assert!(answer.starts_with("HTTP/1.1 404"), "{answer}");
        }
        drop(unused);
    }

    #[test]
    fn a_taken_port_is_told_apart() {
        let folder = std::env::temp_dir();
        let first = Server::start(folder.clone(), "/", 0).unwrap();
        let second = Server::start(folder, "/", first.port);
        assert_eq!(second.err().map(|problem| problem.kind()), Some(io::ErrorKind::AddrInUse));
    }
}
