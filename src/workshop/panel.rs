//! A panel as plain data: what is said, asked and shown, from top to bottom.

/// Everything that is shown of a subject.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Panel {
    pub title: String,
    pub blocks: Vec<Block>,
    /// At the foot, the main one first; none where nothing can be done yet.
    pub actions: Vec<Action>,
}

/// How something is meant; it is said by a word or a mark as well, never by colour alone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    #[default]
    Plain,
    Good,
    Caution,
    Bad,
}

/// One piece of a panel.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    Heading(String),
    /// What it comes to, in a sentence that can be quoted.
    Lead(Lead),
    /// A sentence or a few.
    Said(Line),
    /// Key figures in a row.
    Facts(Vec<Fact>),
    /// Fields that belong together, side by side where there is room.
    Fields(Vec<Field>),
    /// A place to drop or choose a file: what it says.
    FileWanted {
        label: String,
        hint: String,
    },
    Table(Table),
    /// Curves one under the other on the same scales.
    Lanes(Lanes),
    /// Points of several curves, of which one is looked at.
    Plot(Plot),
    /// A question to the programme interface is under way.
    Progress(Progress),
    /// What is asked and what is answered, side by side where there is room.
    Beside {
        asked: Vec<Block>,
        /// Stands above what is answered, and takes the focus once something was done.
        title: String,
        answered: Vec<Block>,
    },
    /// What can be done here, where it does not end the panel.
    Actions(Vec<Action>),
    /// Words that bind somebody, with the figures they rest on.
    Clause(Box<Clause>),
    /// Text to be copied or saved as a file.
    Copyable(Copyable),
    /// A picture in black on white, to look at and to save.
    Picture(Picture),
    /// Another page of the planner's own in a frame.
    Preview(Preview),
    /// Things to take up right here, such as one of several starting points.
    Offers(Vec<Offer>),
    /// What most do not need to see; closed at first.
    More {
        summary: String,
        blocks: Vec<Block>,
    },
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    pub tone: Tone,
    pub text: String,
    /// What can be done about it.
    pub action: Option<Action>,
}

/// A sentence in large letters.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lead {
    pub tone: Tone,
    pub text: String,
    /// What it rests on, in small letters; may be empty.
    pub note: String,
}

/// How far a question is; the page itself fills in what is done and how long it takes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    pub label: String,
    /// Stand before and after the time that is left.
    pub left: [String; 2],
    pub stop: Action,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fact {
    pub label: String,
    pub value: String,
    pub tone: Tone,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// Stable within the subject; never seen.
    pub name: String,
    pub label: String,
    pub help: Option<String>,
    pub kind: Kind,
    /// Why the value cannot be used, and what would do.
    pub fault: Option<String>,
}

/// What a field holds. The value that a step sets is the text, the option's value, `true` or `false`, or the values of
/// the options that are on, separated by blanks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// One line; `unit` stands behind it.
    Text {
        text: String,
        unit: Option<String>,
        is_number: bool,
    },
    /// Several lines.
    Lines {
        text: String,
        rows: u32,
    },
    /// Values and labels; `is_guessed` where nobody has chosen yet.
    Choice {
        options: Vec<(String, String)>,
        taken: String,
        is_guessed: bool,
    },
    /// Values, labels and what each means; one is taken.
    Cards {
        options: Vec<(String, String, String)>,
        taken: String,
    },
    /// Values, labels and whether each is on; values hold no blanks.
    Several {
        options: Vec<(String, String, bool)>,
    },
    Switch {
        on: bool,
    },
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    pub caption: String,
    pub columns: Vec<Column>,
    /// One cell per column; the first names the row.
    pub rows: Vec<Row>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Column {
    pub heading: String,
    pub is_number: bool,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    pub cells: Vec<String>,
    pub tone: Tone,
    /// The row is shown but does not count.
    pub is_left_out: bool,
}

/// Curves one under the other over one axis, all to the same scale. Places are ten-thousandths of the width from the
/// left, or of the height from the bottom.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lanes {
    pub title: String,
    pub lanes: Vec<Lane>,
    /// Marks of the axis below, from left to right.
    pub along: Vec<(u32, String)>,
    /// Marks of the values, from the bottom.
    pub up: Vec<(u32, String)>,
    /// What must not be passed.
    pub limit: u32,
    /// What can be moved along the axis, each in a row of its own below.
    pub handles: Vec<Handle>,
}

/// Something that stands at a place of the axis and can be moved along it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Handle {
    /// Stable within the subject; never seen. A step sets it to the place as a number.
    pub name: String,
    pub label: String,
    /// Where it stands, 0..=most.
    pub value: u32,
    /// The right end of the axis.
    pub most: u32,
    /// What an arrow key moves.
    pub step: u32,
    /// Where it stands, in words.
    pub said: String,
}

/// One curve.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lane {
    pub name: String,
    /// What the curve says, in words.
    pub note: String,
    pub tone: Tone,
    /// From left to right.
    pub points: Vec<(u32, u32)>,
}

/// Points over marks of an axis, joined to curves. Places are told as in [`Lanes`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plot {
    /// Stable within the subject; never seen. A step sets it to the value of the point that is looked at.
    pub name: String,
    pub title: String,
    pub note: String,
    pub along: Vec<(u32, String)>,
    pub up: Vec<(u32, String)>,
    /// What must not be passed, the firmest first.
    pub limits: Vec<(u32, String)>,
    /// Above this place another scale begins, which is said there.
    pub fold: Option<(u32, String)>,
    pub series: Vec<Series>,
    /// The value of the point that is looked at.
    pub taken: String,
}

/// The points of one curve.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Series {
    pub name: String,
    /// The one that the others are read against.
    pub is_main: bool,
    /// From left to right.
    pub points: Vec<Point>,
}

/// A point that can be looked at.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Point {
    /// Stable within the plot; never seen.
    pub value: String,
    pub along: u32,
    pub up: u32,
    /// What it is, in words.
    pub said: String,
    pub tone: Tone,
    /// Stands beside it; may be empty.
    pub label: String,
    /// Its name, where it has one; stands below the axis.
    pub mark: String,
}

/// A requirement: its words, the figures they rest on, and what can be done with it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Clause {
    /// Stable within the subject; never seen.
    pub name: String,
    pub heading: String,
    /// Words behind the heading, such as that it was edited.
    pub tags: Vec<String>,
    /// What it is for.
    pub about: String,
    /// `None` = it is left out.
    pub field: Option<Field>,
    /// What is to be known of its words.
    pub lines: Vec<Line>,
    /// Stands above the figures.
    pub rests: String,
    /// Name, value and what that rests on.
    pub figures: Vec<(String, String, String)>,
    pub actions: Vec<Action>,
    pub is_left_out: bool,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Copyable {
    pub label: String,
    pub text: String,
    /// A name for the file, with its ending; `None` where it is for copying only.
    pub file_name: Option<String>,
}

/// A picture that is one path over a square.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Picture {
    /// What it shows.
    pub label: String,
    /// Side of the square, in units of the path.
    pub side: usize,
    /// As in SVG.
    pub path: String,
    pub files: Vec<Download>,
}

/// A file that is there to be saved.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Download {
    pub label: String,
    /// With its ending.
    pub file_name: String,
    /// A `data:` address of an image that holds it.
    pub address: String,
}

/// A page in a frame.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Preview {
    /// What is to be seen, for those who do not see it.
    pub title: String,
    /// Of a page of the planner itself; the policy of the page opens no other.
    pub address: String,
    /// [px]
    pub height: u32,
}

/// A thing to take up, with what it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Offer {
    pub title: String,
    pub about: String,
    pub action: Action,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Action {
    /// Stable within the subject; never seen.
    pub name: String,
    pub label: String,
}

impl Panel {
    /// All fields, those that are folded away included.
    pub fn fields(&self) -> Vec<&Field> {
        fields_of(&self.blocks)
    }
}

fn fields_of(blocks: &[Block]) -> Vec<&Field> {
    fn of(block: &Block) -> Vec<&Field> {
        match block {
            Block::Fields(fields) => fields.iter().collect(),
            Block::Clause(clause) => clause.field.iter().collect(),
            Block::More { blocks, .. } => fields_of(blocks),
            Block::Beside { asked, answered, .. } => asked.iter().chain(answered).flat_map(of).collect(),
            _ => Vec::new(),
        }
    }
    blocks.iter().flat_map(of).collect()
}

/// A sentence.
pub fn said(tone: Tone, text: impl Into<String>) -> Block {
    Block::Said(Line { tone, text: text.into(), action: None })
}

/// A key figure.
pub fn fact(label: &str, value: String) -> Fact {
    Fact { label: label.to_owned(), value, tone: Tone::Plain }
}

/// A list of options, values and labels, of which one is taken.
pub fn choice(name: &str, label: &str, help: Option<&str>, options: Vec<(String, String)>, taken: &str) -> Field {
    let kind = Kind::Choice { options, taken: taken.to_owned(), is_guessed: false };
    Field { name: name.to_owned(), label: label.to_owned(), help: help.map(str::to_owned), kind, fault: None }
}

/// Something that can be done.
pub fn action(name: &str, label: impl Into<String>) -> Action {
    Action { name: name.to_owned(), label: label.into() }
}
