//! Builds, serves and tests the planner; `cargo xtask help` lists the commands.

mod arguments;
mod bench;
mod bundle;
mod checks;
mod command;
mod documents;
mod installs;
mod names;
mod one_file;
mod order;
mod serve;
mod shorter;
mod versions;

use std::process::ExitCode;

use arguments::{HELP, Task};

fn main() -> ExitCode {
    let task = match arguments::parse(std::env::args().skip(1)) {
        Ok(task) => task,
        Err(problem) => {
            eprintln!("{problem}\n\n{HELP}");
            return ExitCode::from(2);
        }
    };
    match run(task) {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("\nstopped: {problem:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(task: Task) -> anyhow::Result<()> {
    match task {
        Task::Help => {
            println!("{HELP}");
            Ok(())
        }
        Task::Build => bundle::build_for_release(),
        Task::Serve(options) => serve::run(&options),
        Task::Test => checks::run(),
        Task::CheckDocuments => documents::check(),
        Task::Shots => checks::take_shots(),
        Task::Guide => checks::take_pictures_of_guide(),
        Task::Fuzz(options) => checks::fuzz(&options),
        Task::Bench(measurements) => bench::run(&measurements),
    }
}
