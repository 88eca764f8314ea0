//! Reads the project's own files for the tests that judge them.

use std::fs;
use std::path::{Path, PathBuf};

/// One file of the project.
pub struct SourceFile {
    /// Path from the project's folder, with forward slashes.
    pub path: String,
    /// Its text.
    pub text: String,
}

impl SourceFile {
    /// The text without the `mod tests` at its end; nothing of a file that is one.
    pub fn without_tests(&self) -> &str {
        if self.path.ends_with("/tests.rs") {
            return "";
        }
        self.text.split_once("\n#[cfg(test)]\nmod tests").map_or(&self.text, |(code, _)| code)
    }
}

/// All files below the folders with one of the endings, in the order of their paths.
pub fn files_below(folders: &[&str], endings: &[&str]) -> Vec<SourceFile> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut pending: Vec<PathBuf> = folders.iter().map(|folder| root.join(folder)).collect();
    let mut files = Vec::new();
    while let Some(path) = pending.pop() {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if name == "node_modules" || name == "target" {
            continue;
        }
        if path.is_dir() {
            pending.extend(fs::read_dir(&path).unwrap().map(|entry| entry.unwrap().path()));
        } else if endings.iter().any(|ending| name.ends_with(ending)) {
            let relative = path.strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/");
            files.push(SourceFile { path: relative, text: fs::read_to_string(&path).unwrap() });
        }
    }
    files.sort_by(|a, b| a.path.cmp(&b.path));
    files
}

/// The text with comments blanked out; lines and columns stay where they are, string literals are kept.
pub fn without_comments(text: &str) -> String {
    let mut result = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(next) = rest.chars().next() {
        let length = if rest.starts_with("//") {
            let end = rest.find('\n').unwrap_or(rest.len());
            rest = &rest[end..];
            continue;
        } else if let Some(end) = raw_string(rest) {
            end
        } else if next == '"' {
            quoted(rest)
        } else if rest.starts_with("'\"'") {
            3
        } else {
            next.len_utf8()
        };
        result.push_str(&rest[..length]);
        rest = &rest[length..];
    }
    result
}

/// The length of the quoted text at the start, with its quotes.
fn quoted(text: &str) -> usize {
    let mut escaped = false;
    for (position, letter) in text.char_indices().skip(1) {
        match letter {
            '"' if !escaped => return position + 1,
            '\\' => escaped = !escaped,
            _ => escaped = false,
        }
    }
    text.len()
}

/// The length of the raw string literal at the start, if there is one.
fn raw_string(text: &str) -> Option<usize> {
    let hashes = text.strip_prefix('r')?.chars().take_while(|letter| *letter == '#').count();
    let body = text[1 + hashes..].strip_prefix('"')?;
    let end = format!("\"{}", "#".repeat(hashes));
    Some(2 + hashes + body.find(&end)? + end.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_vanish_and_literals_stay() {
        let code = "let a = \"// no \\\" comment\"; // gone\nlet b = r#\"x // \"y\" \"#; let c = '\"'; /// gone\n";
        let kept = "let a = \"// no \\\" comment\"; \nlet b = r#\"x // \"y\" \"#; let c = '\"'; \n";
        assert_eq!(without_comments(code), kept);
    }
}
