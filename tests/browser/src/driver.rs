//! Starts ChromeDriver on a free port and ends exactly what it started, also when a journey panics.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;

use xtask::tools;

/// How long a start or an end may take on a busy machine.
const PATIENCE: Duration = Duration::from_secs(30);

/// How often it is started anew: asked for any free port, it can lose that port to another program and leave at once.
const STARTS: usize = 5;

/// A running ChromeDriver and the folder of the browsers it starts.
pub struct Driver {
    process: Child,
    port: u16,
    /// Lines that it prints; ends when it ends.
    lines: Receiver<String>,
    profile: PathBuf,
    /// The browser's process, once there is one.
    pub browser: Option<u64>,
}

impl Driver {
    /// Starts it.
    pub fn start() -> Driver {
        (0..STARTS).find_map(|_| Driver::try_start()).expect("chromedriver leaves before it says its port")
    }

    fn try_start() -> Option<Driver> {
        let program = tools::chromedriver().expect("chromedriver is not installed; `cargo xtask test` installs it");
        let mut process = Command::new(program)
            .arg("--port=0")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("cannot start chromedriver");
        let lines = lines_of(process.stdout.take().expect("its output is piped"));
        let mut driver = Driver { process, port: 0, lines, profile: new_profile(), browser: None };
        driver.port = driver.read_port()?;
        Some(driver)
    }

    /// Where it listens.
    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// The fresh folder for the browser's own files.
    pub fn profile(&self) -> &std::path::Path {
        &self.profile
    }

    /// The port that it says; `None` = it has left without one.
    fn read_port(&self) -> Option<u16> {
        let marker = "started successfully on port ";
        loop {
            match self.lines.recv_timeout(PATIENCE) {
                Ok(line) => {
                    if let Some((_, port)) = line.split_once(marker) {
                        return Some(port.trim_end_matches('.').parse().expect("a port number"));
                    }
                }
                Err(RecvTimeoutError::Disconnected) => return None,
                Err(RecvTimeoutError::Timeout) => panic!("chromedriver does not say its port"),
            }
        }
    }

    /// Asks it to close its browsers and leave; true when it has gone.
    fn shut_down(&mut self) -> bool {
        let asked = TcpStream::connect(("127.0.0.1", self.port)).and_then(|mut stream| {
            stream.set_read_timeout(Some(PATIENCE))?;
            stream.write_all(b"GET /shutdown HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n")?;
            stream.read_to_end(&mut Vec::new())
        });
        asked.is_ok() && self.has_ended()
    }

    fn has_ended(&self) -> bool {
        loop {
            match self.lines.recv_timeout(PATIENCE) {
                Ok(_) => {}
                Err(RecvTimeoutError::Disconnected) => return true,
                Err(RecvTimeoutError::Timeout) => return false,
            }
        }
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // Without a port there is nobody to ask.
        if self.port == 0 || !self.shut_down() {
            if let Some(browser) = self.browser {
                // By its number and no other; it may already have gone.
                let _ = Command::new("kill").arg(browser.to_string()).status();
            }
            let _ = self.process.kill();
        }
        let _ = self.process.wait();
        // A browser that is still writing its last file leaves the folder to the system's own cleaning.
        let _ = std::fs::remove_dir_all(&self.profile);
    }
}

fn lines_of(output: impl Read + Send + 'static) -> Receiver<String> {
    let (sender, receiver) = channel();
    std::thread::spawn(move || {
        for line in BufReader::new(output).lines().map_while(Result::ok) {
            if sender.send(line).is_err() {
                break;
            }
        }
    });
    receiver
}

fn new_profile() -> PathBuf {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let number = COUNT.fetch_add(1, Ordering::Relaxed);
    let folder = std::env::temp_dir().join(format!("stagger-browser-{}-{number}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("cannot create the browser's folder");
    folder
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Look, Page};

    /// A process that has ended but was not yet asked about by its parent does not run.
    fn is_running(process: u64) -> bool {
        let about = std::fs::read_to_string(format!("/proc/{process}/stat")).unwrap_or_default();
        about.rsplit(") ").next().is_some_and(|rest| !rest.is_empty() && !rest.starts_with('Z'))
    }

    #[test]
    fn browser_and_driver_end_with_a_journey_that_panics() {
        let (sender, receiver) = channel();
        let journey = std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
            runtime.block_on(async {
                let page = Page::blank(&std::env::temp_dir(), &Look::WIDE).await;
                let driver = page.driver();
                sender.send((driver.process.id().into(), driver.browser.unwrap(), driver.profile.clone())).unwrap();
                assert!(is_running(driver.browser.unwrap()));
                panic!("on purpose");
            });
        });
        let (driver, browser, profile) = receiver.recv().unwrap();
        assert!(journey.join().is_err());
        assert!(!is_running(driver) && !is_running(browser) && !profile.exists());
    }
}
