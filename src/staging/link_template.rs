//! A link for each cohort out of one template: `https://example.kr/get?group={number}`.

/// Number of the cohort, from 1.
pub const NUMBER: &str = "number";
/// Name of the cohort, percent-encoded.
pub const NAME: &str = "name";

const SCHEME: &str = "https://";
const DIGITS: &[u8; 16] = b"0123456789ABCDEF";

/// A template that gives an address whatever the cohort.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LinkTemplate(Vec<Piece>);

#[derive(Clone, Debug, PartialEq, Eq)]
enum Piece {
    Text(String),
    Number,
    Name,
}

/// Why a text is no template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LinkFault {
    /// It does not begin with `https://`.
    NotHttps,
    /// There is no host behind `https://`, or it is none that could be.
    NoHost,
    /// A placeholder would be part of the host.
    PlaceholderInHost,
    /// Braces with something else than the two placeholders; what stands in them.
    UnknownPlaceholder(String),
    /// A brace without its other half.
    LoneBrace,
    /// Blanks and control characters do not belong into an address.
    Blank,
}

impl LinkTemplate {
    /// # Errors
    /// Not every cohort would get an https address with a host.
    pub fn read(text: &str) -> Result<Self, LinkFault> {
        if text.chars().any(|sign| sign.is_whitespace() || sign.is_control()) {
            return Err(LinkFault::Blank);
        }
        let is_secure = text.get(..SCHEME.len()).is_some_and(|start| start.eq_ignore_ascii_case(SCHEME));
        let rest = if is_secure { &text[SCHEME.len()..] } else { return Err(LinkFault::NotHttps) };
        let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
        if host.contains(['{', '}']) {
            return Err(LinkFault::PlaceholderInHost);
        }
        if is_host(host) { pieces(text).map(Self) } else { Err(LinkFault::NoHost) }
    }

    /// Whether cohorts get links of their own.
    pub fn is_per_cohort(&self) -> bool {
        self.0.iter().any(|piece| !matches!(piece, Piece::Text(_)))
    }

    /// The address of a cohort.
    pub fn address(&self, number: usize, name: &str) -> String {
        let said = |piece: &Piece| match piece {
            Piece::Text(text) => text.clone(),
            Piece::Number => number.to_string(),
            Piece::Name => percent_encoded(name),
        };
        self.0.iter().map(said).collect()
    }
}

/// Labels between dots, and a port if any.
fn is_host(host: &str) -> bool {
    let (name, port) = host.split_once(':').unwrap_or((host, "443"));
    let is_label = |label: &str| {
        !label.is_empty()
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.chars().all(|sign| sign.is_alphanumeric() || sign == '-')
    };
    let is_port = port.parse::<u16>().is_ok_and(|port| port > 0) && port.bytes().all(|byte| byte.is_ascii_digit());
    is_port && name.contains('.') && name.split('.').all(is_label)
}

fn pieces(text: &str) -> Result<Vec<Piece>, LinkFault> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some((before, inside)) = rest.split_once('{') {
        let (inside, after) = inside.split_once('}').ok_or(LinkFault::LoneBrace)?;
        pieces.push(Piece::Text(before.to_owned()));
        pieces.push(match inside {
            NUMBER => Piece::Number,
            NAME => Piece::Name,
            other => return Err(LinkFault::UnknownPlaceholder(other.to_owned())),
        });
        rest = after;
    }
    pieces.push(Piece::Text(rest.to_owned()));
    let is_lone = |piece: &Piece| matches!(piece, Piece::Text(text) if text.contains('}'));
    if pieces.iter().any(is_lone) { Err(LinkFault::LoneBrace) } else { Ok(pieces) }
}

/// Every byte of UTF-8 but letters, digits and `-._~` as `%` with two digits.
fn percent_encoded(text: &str) -> String {
    let mut encoded = String::new();
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            encoded.push('%');
            encoded.push(char::from(DIGITS[usize::from(byte >> 4)]));
            encoded.push(char::from(DIGITS[usize::from(byte & 15)]));
        }
    }
    encoded
}
