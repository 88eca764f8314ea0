//! Has the page in Chromium save both plans of Busan as HWPX and DOCX in both languages, as a person would, into
//! `target/documents/`, beside what was laid out natively from the same plan, risk and simulation; and times the writers.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use journeys::page::project_root;
use journeys::{Look, Page};
use serde_json::{Value, json};
use stagger::export::annex::{Draft, Piece, pieces};
use stagger::export::documents::{Document, Request, document};
use stagger::export::markup::plain;
use stagger::library::busan::Example;
use stagger::library::{Reading, Wording};
use stagger::text::Language;
use stagger::text::workshop::documents::words;
use stagger::wire::{link, plan_file};

/// Turns in which a writer is timed; the least is printed.
const TURNS: usize = 5;

/// Keeps the last file that the page hands over.
const CATCH: &str = "globalThis.handed = null;
    URL.createObjectURL = (blob) => { globalThis.handed = blob; return 'blob:none'; };
    HTMLAnchorElement.prototype.click = function () { globalThis.savedAs = this.download; };";
/// That file in base 64.
const HANDED: &str = "const bytes = new Uint8Array(await globalThis.handed.arrayBuffer());
    let text = '';
    for (const byte of bytes) text += String.fromCharCode(byte);
    return btoa(text);";

/// What a document is made of beside the plan: risk and, where it is wanted, a simulation, as the page asks for them.
const ASKED: &str = "const [plan, options] = args;
    const risk = JSON.stringify(await stagger.risk(plan, {}));
    const made = office.make(plan, JSON.stringify({ ...options, risk }));
    if (made[0] !== 'simulate') return { risk, simulation: '' };
    const simulation = await stagger.simulate(plan, { runs: 20 }).then(JSON.stringify, () => 'none');
    return { risk, simulation };";

/// Times the steps of a document [ms]: forecast and layout, painting, writing.
const TIME: &str = "const [plan, options, turns] = args;
    const least = [Infinity, Infinity, Infinity];
    let pictures;
    for (let turn = 0; turn < turns; turn += 1) {
        const times = [performance.now()];
        const made = office.make(plan, JSON.stringify(options));
        if (made[0] !== 'draft') throw new Error(made[0]);
        times.push(performance.now());
        pictures = [];
        for (const [number, [width, height]] of made[3].entries()) {
            const canvas = Object.assign(document.createElement('canvas'), { width, height });
            if (!office.paint(canvas, number)) throw new Error('canvas');
            const blob = await new Promise((done) => canvas.toBlob(done, 'image/png'));
            pictures.push(new Uint8Array(await blob.arrayBuffer()));
        }
        times.push(performance.now());
        if (office.complete(pictures)[0] !== 'file') throw new Error('no file');
        times.push(performance.now());
        for (const step of [0, 1, 2]) least[step] = Math.min(least[step], times[step + 1] - times[step]);
    }
    const text = (bytes) => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
    return { least, pictures: pictures.map(text) };";

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let folder = project_root().join("target/documents");
    fs::create_dir_all(&folder).expect("a folder for the documents");
    println!("least of {TURNS} turns [ms]: forecast and layout, pictures, file; natively as tests are optimised");
    println!("{:26}{:>12}{:>10}{:>10}{:>10}{:>12}", "", "bytes", "make", "paint", "write", "natively");
    let looks: [(Look, Language, Reading); 2] = [
        (Look::WIDE, Language::Korean, Wording::korean),
        (Look::WIDE.in_english(), Language::English, Wording::english),
    ];
    for (look, language, read) in looks {
        for (name, example) in [("staggered", Example::Staggered), ("day", Example::DayAsItWas)] {
            let name = format!("{name}-{}", language.tag());
            one_plan(&folder, &name, &look, language, &plan_file::write(&example.plan(read)), &example, read).await;
        }
    }
}

async fn one_plan(
    folder: &Path,
    name: &str,
    look: &Look,
    language: Language,
    plan: &str,
    example: &Example,
    read: Reading,
) {
    let page = Page::open(look, &link::encode(&example.plan(read))).await;
    page.come_to_rest().await;
    press(&page, language.catalogue().doors.documents).await;
    page.until("the panel", "document.querySelector('#workshop[open] .workshop-body') !== null").await;
    let words = words(language);
    for (format, title) in [("hwpx", words.hwpx), ("docx", words.docx)] {
        page.run(CATCH, vec![]).await;
        press(&page, &format!("{}: {title}", words.save)).await;
        page.until(title, "globalThis.handed !== null").await;
        let bytes = page.call(HANDED, vec![]).await.expect("the file is read");
        let bytes = STANDARD.decode(bytes.as_str().expect("text")).expect("base 64");
        let file = folder.join(format!("{name}.{format}"));
        fs::write(&file, &bytes).expect("the document is kept");
        let options = json!({ "document": format, "language": language.tag(), "address": page.address() });
        let asked = page.call(ASKED, vec![json!(plan), options.clone()]).await.expect("risk and simulation");
        let draft = laid_out(plan, &options, &asked);
        write_expected(&file, &draft);
        time(&page, &file, &draft, plan, &options, &asked, bytes.len()).await;
    }
}

async fn press(page: &Page, name: &str) {
    page.find("button", name).await.click().await.expect("the button can be pressed");
}

/// The same document natively.
fn laid_out(plan: &str, options: &Value, asked: &Value) -> Draft {
    let field = |name: &str| asked[name].as_str().unwrap_or_default().to_owned();
    let request =
        Request { risk: field("risk"), simulation: field("simulation"), ..Request::read(&options.to_string()) };
    match document(plan, &request) {
        Ok(Document::Draft(draft)) => *draft,
        other => panic!("no document: {other:?}"),
    }
}

/// What a reader has to find, in its order.
fn write_expected(file: &Path, draft: &Draft) {
    let caption = |caption: Option<stagger::export::annex::Caption>| caption.map(|caption| plain(&caption.text()));
    let piece = |piece: Piece<'_>| match piece {
        Piece::Paragraph(manner, text) => {
            json!({ "kind": "paragraph", "level": manner.look().level, "text": plain(&text) })
        }
        Piece::Aside(_, text) | Piece::Address(text) => {
            json!({ "kind": "paragraph", "level": null, "text": plain(&text) })
        }
        Piece::Items(items) => {
            let item = |item: &stagger::export::report::Item| {
                [Some(&item.text), item.address.as_ref()]
                    .into_iter()
                    .flatten()
                    .map(|text| plain(text))
                    .collect::<Vec<_>>()
            };
            json!({ "kind": "items", "items": items.iter().map(item).collect::<Vec<_>>() })
        }
        Piece::Grid(grid, named) => {
            let cell = |filled: &stagger::export::annex::grid::Filled| {
                filled.lines.iter().map(|(_, text)| plain(text)).collect::<Vec<_>>().join("\n")
            };
            let rows: Vec<Vec<String>> = grid.rows.iter().map(|row| row.boxes.iter().map(cell).collect()).collect();
            json!({ "kind": "table", "caption": caption(named), "rows": rows })
        }
        Piece::Picture(scene) => json!({
            "kind": "picture", "caption": caption(scene.caption), "alternative": plain(&scene.picture.alternative),
        }),
    };
    let report = &draft.report;
    let page = &report.furniture.page;
    let expected = json!({
        "title": plain(&report.title),
        "author": plain(&report.author),
        "language": report.language.tag(),
        "fingerprint": report.marks[0].1,
        "foot": plain(&report.furniture.foot),
        "page": page.iter().map(|part| plain(part)).collect::<Vec<_>>(),
        "pieces": pieces(report).into_iter().map(piece).collect::<Vec<_>>(),
    });
    let beside = PathBuf::from(format!("{}.json", file.display()));
    fs::write(beside, expected.to_string()).expect("the expectation is kept");
}

async fn time(page: &Page, file: &Path, draft: &Draft, plan: &str, options: &Value, asked: &Value, bytes: usize) {
    let mut options = options.clone();
    options["risk"] = asked["risk"].clone();
    options["simulation"] = asked["simulation"].clone();
    let timed = page.call(TIME, vec![json!(plan), options, json!(TURNS)]).await.expect("the steps are timed");
    let least = |step: usize| timed["least"][step].as_f64().unwrap_or(f64::NAN);
    let pictures = timed["pictures"].as_array().expect("the pictures");
    let picture = |text: &Value| STANDARD.decode(text.as_str().expect("text")).expect("base 64");
    let pictures: Vec<Vec<u8>> = pictures.iter().map(picture).collect();
    let native = (0..TURNS).map(|_| {
        let start = Instant::now();
        let made = draft.with(&pictures).expect("a document");
        let took = start.elapsed().as_secs_f64() * 1_000.0;
        let Document::Bytes { bytes: native, .. } = made else { panic!("no bytes") };
        // The pictures are painted once more, so that only the rest of the file is the same.
        assert!(native.len().abs_diff(bytes) < bytes / 10, "{} and {bytes}", native.len());
        took
    });
    let native = native.fold(f64::INFINITY, f64::min);
    let name = file.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    let [make, paint, write] = [least(0), least(1), least(2)];
    println!("{name:26}{bytes:>12}{make:>10.1}{paint:>10.1}{write:>10.1}{native:>12.1}");
}
