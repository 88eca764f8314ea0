//! What the build commands and the browser journeys share: a local web server and the search for installed tools.

pub mod server;
pub mod tools;
