//! Reads the command line of `cargo xtask`.

use std::fmt;

/// What `cargo xtask help` prints.
pub const HELP: &str = "\
cargo xtask <command>

  build           Compiles the page and leaves the static site in dist/, the form that is published:
                  relative addresses only, so any static host and any folder will do.
                  (--release is accepted and changes nothing: dist/ never holds anything else.)
  serve           Builds, serves on http://127.0.0.1:8080/ and builds again when a source file changes.
                  Without --release it builds the quick form into target/: ready again a few seconds
                  after an edit, optimised enough that the charts follow a slider, panics with names.
      --release   serve dist/, exactly what is published
      --port N    another port; 0 picks a free one
      --no-open   do not open a browser
  test            Everything that continuous integration runs, cheapest first: formatting, lints (native and wasm),
                  native tests, the release site and its size, journeys in Chromium.
                  Installs Chromium, its driver, Korean fonts and axe-core where they are missing.
  check-documents Builds, has the page in Chromium save both plans of Busan as HWPX and DOCX in both languages, and has
                  python-hwpx and LibreOffice read them back, every text, table and picture; prints sizes, times and
                  counts, and leaves the pages as pictures in target/documents/.
  shots           Builds, then photographs the page in Korean and English, light and dark, wide and phone,
                  into target/shots/.
  guide           Builds, then takes the pictures of docs/tender-guide.*.md into docs/pictures/.
  bench           Builds, then measures in Chromium; none of it is a test that a slow machine could fail.
      engine      forecasts, screening and risk by the engine alone, natively and in the browser, over plans that grow
      forecast    the same, and what window.stagger answers
      simulation  every person simulated, natively and in the browser, over workloads and plans that grow
      schedule    plans that plan themselves: values, bounds, gaps and times, natively and in the browser
      trust       forecast beside a simulation of every person, by slot, natively
      drag        input to paint and long tasks from a trace, while a slider is stepped and dragged
      opening     from opening a link to the first figure in a cold browser, beside an empty page
      lighthouse  Lighthouse from npm over the site: performance, accessibility, best practices
                  (without a word: forecast and drag)
  fuzz            Gives mutated input to every decoder (link, plan file, stored plan, table) and says what went wrong.
      --executions N  how many inputs in all; ten million without the option
      --seed N        another run of inputs
  help            This text.";

/// One command with its options.
#[derive(Debug, PartialEq, Eq)]
pub enum Task {
    /// Print the help text.
    Help,
    /// Build the published site.
    Build,
    /// Build, serve, watch.
    Serve(ServeOptions),
    /// Run all checks.
    Test,
    /// Have documents read back by other programs.
    CheckDocuments,
    /// Take screenshots.
    Shots,
    /// Take the pictures of the guide.
    Guide,
    /// Mutated input for every decoder: how many, and from which seed.
    Fuzz(FuzzOptions),
    /// Measure, in the order given.
    Bench(Vec<Measurement>),
}

/// What `fuzz` does.
#[derive(Debug, PartialEq, Eq)]
pub struct FuzzOptions {
    /// Inputs, all decoders together.
    pub executions: u64,
    pub seed: u64,
}

/// What `bench` measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measurement {
    /// Forecasts and risk by the engine alone, natively and in the browser.
    Engine,
    /// The same, and by `window.stagger`.
    Forecast,
    /// One simulation of every person, natively and in the browser.
    Simulation,
    /// Plans that plan themselves, natively and in the browser.
    Schedule,
    /// From input to paint.
    Drag,
    /// Forecast beside simulation.
    Trust,
    /// From opening a link to the first figure.
    Opening,
    /// Lighthouse over the site.
    Lighthouse,
}

/// How `serve` runs.
#[derive(Debug, PartialEq, Eq)]
pub struct ServeOptions {
    /// Port on 127.0.0.1; 0 lets the system choose.
    pub port: u16,
    /// Serve the published form instead of the quick one.
    pub release: bool,
    /// Try to open a browser once the site is there.
    pub open: bool,
}

/// A command line that means nothing.
#[derive(Debug, PartialEq, Eq)]
pub enum BadArguments {
    /// No such command.
    UnknownCommand(String),
    /// The command has no such option.
    UnknownOption(String),
    /// An option that asks for a whole number.
    BadNumber(String),
    /// `--port` without a number from 0 to 65535.
    BadPort(String),
}

impl fmt::Display for BadArguments {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            BadArguments::UnknownCommand(word) => write!(out, "there is no command `{word}`"),
            BadArguments::UnknownOption(word) => write!(out, "this command has no option `{word}`"),
            BadArguments::BadNumber(word) => write!(out, "this option takes a whole number, not `{word}`"),
            BadArguments::BadPort(word) => write!(out, "--port takes a number from 0 to 65535, not `{word}`"),
        }
    }
}

/// Reads the words after `cargo xtask`.
///
/// # Errors
/// The first word that is no command or option, or a port that is no number.
pub fn parse(words: impl Iterator<Item = String>) -> Result<Task, BadArguments> {
    let words: Vec<String> = words.collect();
    if words.iter().any(|word| word == "--help" || word == "-h") {
        return Ok(Task::Help);
    }
    let Some((command, options)) = words.split_first() else {
        return Ok(Task::Help);
    };
    match command.as_str() {
        "help" => Ok(Task::Help),
        "build" => only(options, &["--release"]).map(|()| Task::Build),
        "serve" => parse_serve(options).map(Task::Serve),
        "test" => only(options, &[]).map(|()| Task::Test),
        "check-documents" => only(options, &[]).map(|()| Task::CheckDocuments),
        "shots" => only(options, &[]).map(|()| Task::Shots),
        "guide" => only(options, &[]).map(|()| Task::Guide),
        "bench" => parse_bench(options).map(Task::Bench),
        "fuzz" => parse_fuzz(options).map(Task::Fuzz),
        other => Err(BadArguments::UnknownCommand(other.to_owned())),
    }
}

fn only(options: &[String], known: &[&str]) -> Result<(), BadArguments> {
    match options.iter().find(|word| !known.contains(&word.as_str())) {
        Some(word) => Err(BadArguments::UnknownOption(word.clone())),
        None => Ok(()),
    }
}

fn parse_bench(options: &[String]) -> Result<Vec<Measurement>, BadArguments> {
    if options.is_empty() {
        return Ok(vec![Measurement::Forecast, Measurement::Drag]);
    }
    let measurement = |word: &String| match word.as_str() {
        "engine" => Ok(Measurement::Engine),
        "forecast" => Ok(Measurement::Forecast),
        "simulation" => Ok(Measurement::Simulation),
        "drag" => Ok(Measurement::Drag),
        "schedule" => Ok(Measurement::Schedule),
        "trust" => Ok(Measurement::Trust),
        "opening" => Ok(Measurement::Opening),
        "lighthouse" => Ok(Measurement::Lighthouse),
        other => Err(BadArguments::UnknownOption(other.to_owned())),
    };
    options.iter().map(measurement).collect()
}

fn parse_serve(options: &[String]) -> Result<ServeOptions, BadArguments> {
    let mut result = ServeOptions { port: 8080, release: false, open: true };
    let mut words = options.iter();
    while let Some(word) = words.next() {
        match word.as_str() {
            "--release" => result.release = true,
            "--no-open" => result.open = false,
            "--port" => result.port = parse_port(words.next().map_or("", String::as_str))?,
            other => match other.strip_prefix("--port=") {
                Some(number) => result.port = parse_port(number)?,
                None => return Err(BadArguments::UnknownOption(other.to_owned())),
            },
        }
    }
    Ok(result)
}

fn parse_fuzz(options: &[String]) -> Result<FuzzOptions, BadArguments> {
    let mut result = FuzzOptions { executions: 10_000_000, seed: 1 };
    let mut words = options.iter();
    while let Some(word) = words.next() {
        let place = match word.as_str() {
            "--executions" => &mut result.executions,
            "--seed" => &mut result.seed,
            other => return Err(BadArguments::UnknownOption(other.to_owned())),
        };
        let number = words.next().map_or("", String::as_str);
        *place = number.parse().map_err(|_| BadArguments::BadNumber(number.to_owned()))?;
    }
    Ok(result)
}

fn parse_port(word: &str) -> Result<u16, BadArguments> {
    word.parse().map_err(|_| BadArguments::BadPort(word.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(line: &str, expect: Result<Task, BadArguments>) {
        assert_eq!(parse(line.split_whitespace().map(str::to_owned)), expect, "cargo xtask {line}");
    }

    #[test]
    fn commands_and_their_options_are_read() {
        let serve = |port, release, open| Ok(Task::Serve(ServeOptions { port, release, open }));
        check("", Ok(Task::Help));
        check("serve --help", Ok(Task::Help));
        check("build", Ok(Task::Build));
        check("check-documents", Ok(Task::CheckDocuments));
        check("build --release", Ok(Task::Build));
        check("serve", serve(8080, false, true));
        check("serve --port 9000 --release --no-open", serve(9000, true, false));
        check("serve --port=0", serve(0, false, true));
        check("bench", Ok(Task::Bench(vec![Measurement::Forecast, Measurement::Drag])));
        check("fuzz --executions 5 --seed 2", Ok(Task::Fuzz(FuzzOptions { executions: 5, seed: 2 })));
        check("bench lighthouse drag", Ok(Task::Bench(vec![Measurement::Lighthouse, Measurement::Drag])));
    }

    #[test]
    fn a_line_that_means_nothing_names_the_word() {
        check("bulid", Err(BadArguments::UnknownCommand("bulid".to_owned())));
        check("bench speed", Err(BadArguments::UnknownOption("speed".to_owned())));
        check("test --fast", Err(BadArguments::UnknownOption("--fast".to_owned())));
        check("serve --port 70000", Err(BadArguments::BadPort("70000".to_owned())));
        check("fuzz --executions", Err(BadArguments::BadNumber(String::new())));
        check("serve --port", Err(BadArguments::BadPort(String::new())));
    }
}
