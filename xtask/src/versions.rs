//! Sees to it that the page and the tool that packs it come from one release of wasm-bindgen.

use anyhow::{Result, bail};

/// Compares the two versions that Cargo.lock names.
///
/// # Errors
/// One of them is missing from the lock file, or they differ.
pub fn check_wasm_bindgen(lock_file: &str) -> Result<()> {
    let page = locked_version(lock_file, "wasm-bindgen");
    let packer = locked_version(lock_file, "wasm-bindgen-cli-support");
    match (page, packer) {
        (Some(page), Some(packer)) if page == packer => Ok(()),
        (Some(page), Some(packer)) => bail!(
            "Cargo.lock has wasm-bindgen {page} but wasm-bindgen-cli-support {packer}: set the version in \
             xtask/Cargo.toml to \"={page}\", or run `cargo update -p wasm-bindgen --precise {packer}`"
        ),
        (page, packer) => bail!(
            "Cargo.lock does not name wasm-bindgen ({}) and wasm-bindgen-cli-support ({})",
            page.unwrap_or("missing"),
            packer.unwrap_or("missing")
        ),
    }
}

fn locked_version<'a>(lock_file: &'a str, package: &str) -> Option<&'a str> {
    let wanted = format!("name = \"{package}\"");
    let mut lines = lock_file.lines().skip_while(|line| *line != wanted);
    lines.nth(1)?.strip_prefix("version = \"")?.strip_suffix('"')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lock(page: &str, packer: &str) -> String {
        format!(
            "[[package]]\nname = \"wasm-bindgen\"\nversion = \"{page}\"\n\n\
             [[package]]\nname = \"wasm-bindgen-cli-support\"\nversion = \"{packer}\"\n"
        )
    }

    #[test]
    fn the_lock_file_of_this_project_agrees() {
        let lock_file = std::fs::read_to_string(crate::command::project_root().join("Cargo.lock")).unwrap();
        check_wasm_bindgen(&lock_file).unwrap();
    }

    #[test]
    fn versions_that_differ_are_named_with_the_remedy() {
        assert!(check_wasm_bindgen(&lock("0.2.130", "0.2.130")).is_ok());
        let problem = check_wasm_bindgen(&lock("0.2.131", "0.2.130")).unwrap_err().to_string();
        assert!(problem.contains("wasm-bindgen 0.2.131 but wasm-bindgen-cli-support 0.2.130"), "{problem}");
        assert!(problem.contains("set the version in xtask/Cargo.toml to \"=0.2.131\""), "{problem}");
    }

    #[test]
    fn a_lock_file_without_them_is_refused() {
        assert!(check_wasm_bindgen("version = 4\n").is_err());
    }
}
