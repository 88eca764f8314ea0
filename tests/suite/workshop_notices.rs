//! The subject `notices` of the workshop, and the desk that shows it: remarks, links, notices, the list.

use std::sync::Arc;

use crate::import::decode;
use stagger::clock::CivilTime;
use stagger::library::Wording;
use stagger::library::busan::Example;
use stagger::plan::cut::cut;
use stagger::plan::{Cohort, Plan, Window};
use stagger::staging::link_template::{LinkFault, LinkTemplate};
use stagger::text::Language;
use stagger::text::workshop::notices::words;
use stagger::wire::plan_file;
use stagger::workshop::desk::Desk;
use stagger::workshop::{Block, Copyable, Outcome, Panel, Step, Subject, Table, begin};

fn plan() -> Plan {
    Example::Staggered.plan(Wording::english)
}

fn subject(plan: Plan) -> Box<dyn Subject> {
    begin("notices", plan, &[], Language::English, decode).unwrap()
}

fn set(subject: &mut dyn Subject, field: &str, value: &str) {
    assert!(subject.panel(Language::English).fields().iter().any(|known| known.name == field), "no field {field}");
    let step = Step::Set { field: field.to_owned(), value: value.to_owned() };
    assert_eq!(subject.step(step, Language::English), Outcome::Shown);
}

fn copyables(panel: &Panel) -> Vec<&Copyable> {
    panel
        .blocks
        .iter()
        .filter_map(|block| if let Block::Copyable(copyable) = block { Some(copyable) } else { None })
        .collect()
}

fn table(panel: &Panel) -> &Table {
    panel.blocks.iter().find_map(|block| if let Block::Table(table) = block { Some(table) } else { None }).unwrap()
}

/// Preview, all notices, the list.
fn texts(subject: &dyn Subject, language: Language) -> [String; 3] {
    let panel = subject.panel(language);
    let texts: Vec<String> = copyables(&panel).iter().map(|copyable| copyable.text.clone()).collect();
    texts.try_into().unwrap()
}

fn records(text: &str) -> Vec<Vec<String>> {
    let text = text.strip_prefix('\u{feff}').expect("a byte order mark");
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    reader.records().map(|record| record.unwrap().iter().map(str::to_owned).collect()).collect()
}

fn at(text: &str) -> CivilTime {
    CivilTime::parse(text).unwrap()
}

fn catch_up(opens: &str, closes: &str, cohorts: &[usize]) -> Window {
    let (opens, closes, cohorts) = (at(opens), at(closes), cohorts.to_vec());
    Window { opens, closes, cohorts, catch_up: true, show_up: None, closes_hard: false }
}

#[test]
fn a_notice_says_who_when_and_what_happens_before_and_after() {
    let mut plan = plan();
    Arc::make_mut(&mut plan.windows).push(catch_up("2022-04-06T09:00", "2022-04-06T18:00", &[0, 8]));
    let mut subject = subject(plan.clone());
    set(subject.as_mut(), "sender", " City of Busan ");
    set(subject.as_mut(), "link", "https://example.kr/get?group={number}&name={name}");
    set(subject.as_mut(), "cohort", "8");
    let [preview, ..] = texts(subject.as_ref(), Language::English);
    let window = plan.windows.iter().find(|window| window.cohorts.contains(&8)).unwrap();
    let time = stagger::text::format::moment(Language::English, window.opens);
    assert!(preview.starts_with("[City of Busan] When to download the app\nFor: residents of Seo-gu born from "));
    for said in [
        time.as_str(),
        "If you come earlier nothing stops you",
        "you can still come later; there is extra time for you on Wed 6 Apr, 09:00 to 18:00.",
        "\nDownload: https://example.kr/get?group=9&name=Seo-gu%2020-29",
    ] {
        assert!(preview.contains(said), "{said}: {preview}");
    }
    plan.arrivals.gate_stage = Some(1);
    let windows = Arc::make_mut(&mut plan.windows);
    windows.iter_mut().for_each(|window| window.closes_hard = true);
    let stage = plan.journey[1].name.clone();
    let mut subject = self::subject(plan);
    set(subject.as_mut(), "cohort", "8");
    set(subject.as_mut(), "languages", "both");
    let [preview, ..] = texts(subject.as_ref(), Language::Korean);
    for said in [
        format!("‘{stage}’ 단계에서 더 진행할 수 없으니"),
        "이 시간이 지나면 이용하실 수 없습니다. 놓치신 분은 추가 시간(4월 6일(수) 09:00부터 18:00까지)에 이용하시기 바랍니다.".to_owned(),
        format!("you cannot get past “{stage}”"),
    ] {
        assert!(preview.contains(&said), "{said}: {preview}");
    }
    assert!(
        !preview.contains("Download:")
            && preview.starts_with("앱 내려받기 시간 안내\n대상: 사는 곳이 Seo-gu고, 태어난 해가 ")
    );
    // The first window, no catch-up; a cohort without a window; one that is called back only.
    let mut plan = self::plan();
    let windows = Arc::make_mut(&mut plan.windows);
    for window in windows.iter_mut() {
        window.cohorts.retain(|cohort| ![7, 8].contains(cohort));
    }
    windows.push(catch_up("2022-04-06T09:00", "2022-04-06T18:00", &[8]));
    let mut subject = self::subject(plan);
    let mut preview = |cohort: &str| {
        set(subject.as_mut(), "cohort", cohort);
        texts(subject.as_ref(), Language::English)[0].clone()
    };
    assert!(preview("0").contains("nothing is open yet.\nIf you miss it you can still come later."));
    assert!(preview("7").ends_with("Your time is not set yet. We will write again once it is."));
    assert!(preview("8").ends_with(
        "Your time: Wed 6 Apr, 09:00 to 18:00\nThis time is for whoever missed the one they were given before."
    ));
}

#[test]
fn who_is_meant_is_said_without_leaving_year_or_day_open() {
    let mut plan = plan();
    let mut who = |cohort: Cohort| {
        plan.cohorts = Arc::new(vec![cohort]);
        [Language::Korean, Language::English].map(|language| {
            let panel = subject(plan.clone()).panel(language);
            table(&panel).rows[0].cells[2].clone()
        })
    };
    let everyone = || Cohort::everyone("A");
    let pair = Cohort { birth_year_digits: Some(vec![1, 6]), ..everyone() };
    let odd = Cohort { birth_day_digits: Some(vec![9, 7, 5, 3, 1]), ages: Some(vec![6]), ..everyone() };
    let mixed = Cohort {
        regions: Some(vec![0, 2, 1]),
        ages: Some(vec![2, 4]),
        birth_year_digits: Some(vec![0]),
        birth_day_digits: Some(vec![0, 2, 4, 6, 8]),
        ..everyone()
    };
    for (cohort, korean, english) in [
        (everyone(), "모든 회원", "all members"),
        (pair, "태어난 해(출생연도)의 끝자리가 1 또는 6인 분", "members whose year of birth ends in 1 or 6"),
        (
            odd,
            "태어난 해가 1952년 또는 그 전이고, 태어난 날(생일의 일)의 끝자리가 홀수인 분",
            "members born in 1952 or before whose day of birth (the day of the month) ends in an odd digit",
        ),
        (
            mixed,
            "사는 곳이 Jung-gu, Dong-gu, Seo-gu 가운데 한 곳이고, 태어난 해가 1963–1972년 또는 1983–1992년 가운데 하나고, 태어난 해(출생연도)의 끝자리가 0이고, 태어난 날(생일의 일)의 끝자리가 짝수인 분",
            "residents of Jung-gu, Dong-gu or Seo-gu born from 1963 to 1972 or from 1983 to 1992 whose year of birth ends in 0 and whose day of birth (the day of the month) ends in an even digit",
        ),
        (Cohort { ages: Some(vec![]), ..everyone() }, "해당하는 사람이 없습니다.", "Nobody is meant."),
    ] {
        assert_eq!(who(cohort), [korean, english]);
    }
}

#[test]
fn a_link_is_an_https_address_with_a_host_or_says_what_would_do() {
    let fault = |text: &str| LinkTemplate::read(text).err();
    for (text, expect) in [
        ("http://example.kr", LinkFault::NotHttps),
        ("example.kr/get", LinkFault::NotHttps),
        ("javascript:alert(1)", LinkFault::NotHttps),
        ("한글", LinkFault::NotHttps),
        ("https://", LinkFault::NoHost),
        ("https:///get", LinkFault::NoHost),
        ("https://localhost/", LinkFault::NoHost),
        ("https://bank.kr@evil.kr/", LinkFault::NoHost),
        ("https://example..kr/", LinkFault::NoHost),
        ("https://example.kr:0/", LinkFault::NoHost),
        ("https://example.kr:+1/", LinkFault::NoHost),
        ("https://{name}.example.kr/", LinkFault::PlaceholderInHost),
        ("https://example.kr/{group}", LinkFault::UnknownPlaceholder("group".to_owned())),
        ("https://example.kr/{number", LinkFault::LoneBrace),
        ("https://example.kr/number}", LinkFault::LoneBrace),
        ("https://example.kr/a b", LinkFault::Blank),
    ] {
        assert_eq!(fault(text), Some(expect), "{text}");
        let mut subject = subject(plan());
        set(subject.as_mut(), "link", text);
        let panel = subject.panel(Language::Korean);
        let said: Vec<&str> = panel.fields().iter().filter_map(|field| field.fault.as_deref()).collect();
        assert_eq!(said, [(words(Language::Korean).link_fault)(&fault(text).unwrap())]);
        // Nothing to send while the link is none.
        assert_eq!(copyables(&panel).len(), 1);
    }
    for (text, address) in [
        ("https://example.kr", "https://example.kr"),
        ("HTTPS://Example.kr:8443/{number}", "HTTPS://Example.kr:8443/12"),
        (
            "https://부산.한국/{name}?n={number}#{name}",
            "https://부산.한국/%EA%B0%80%20%26%2F%25-._~?n=12#%EA%B0%80%20%26%2F%25-._~",
        ),
    ] {
        let template = LinkTemplate::read(text).unwrap();
        assert_eq!(template.address(12, "가 &/%-._~"), address);
        assert_eq!(template.is_per_cohort(), text.contains('{'));
    }
}

#[test]
fn the_list_is_read_back_whatever_names_hold() {
    let mut plan = plan();
    let cohorts = Arc::make_mut(&mut plan.cohorts);
    let names =
        ["a, b", "say \"so\"", "two\nlines", "=1+1", "\n=1+1", "＝1+1", "+82", "-5", "@x", "\tx", "\rx", "가나다"];
    for (cohort, name) in cohorts.iter_mut().zip(names) {
        cohort.name = name.to_owned();
    }
    let mut subject = subject(plan.clone());
    set(subject.as_mut(), "link", "https://example.kr/{name}");
    set(subject.as_mut(), "languages", "both");
    for language in Language::ALL {
        let [_, all, list] = texts(subject.as_ref(), language);
        assert!(!list.replace("\r\n", "").contains(['\r', '\n']) && list.ends_with("\r\n"));
        let rows = records(&list);
        let words = words(language);
        assert_eq!(rows[0], words.columns.iter().chain(&words.notice_columns).copied().collect::<Vec<_>>());
        assert_eq!(rows.len(), 1 + 112);
        for (row, name) in rows[1..].iter().zip(names) {
            let lines = name.replace(['\r', '\n'], "\r\n");
            let is_formula = name.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠', '\t', '\r', '\n']);
            assert_eq!(row[1], if is_formula { format!("'{lines}") } else { lines });
        }
        for (at, row) in rows[1..].iter().enumerate() {
            assert_eq!(row[0], (at + 1).to_string());
            assert_eq!(row[3], cut(&plan).cohorts[at].total.to_string());
            assert!(
                row[7].starts_with("https://example.kr/") && row[8].ends_with(&row[7]) && row[9].ends_with(&row[7])
            );
            assert!(
                !row.iter()
                    .any(|cell| cell.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠', '\t', '\r', '\n']))
            );
            // What is sent is what is in the text of all notices.
            assert!(all.contains(&row[8].replace("\r\n", "\n")) && all.contains(&row[9].replace("\r\n", "\n")));
        }
        assert_eq!(rows[4][7], "https://example.kr/%3D1%2B1");
    }
    let rows = records(&texts(subject.as_ref(), Language::Korean)[2]);
    let window = plan.windows.iter().find(|window| window.cohorts.contains(&0)).unwrap();
    assert_eq!((rows[1][4].as_str(), window.opens.to_string().as_str()), ("2022-04-01 (금) 14:00", "2022-04-01T14:00"));
}

#[test]
fn remarks_are_said_with_figures_in_both_languages() {
    let said = |plan: Plan, language: Language| {
        let panel = subject(plan).panel(language);
        let line = |block: &Block| if let Block::Said(line) = block { Some(line.text.clone()) } else { None };
        panel.blocks.iter().take_while(|block| !matches!(block, Block::Fields(_))).filter_map(line).collect::<Vec<_>>()
    };
    let lines = said(plan(), Language::English);
    assert_eq!(lines.len(), 2, "{lines:?}");
    assert!(lines[0].starts_with("Cohorts with windows on weekdays from 09:00 to 18:00 only: "), "{lines:?}");
    assert!(lines[1].starts_with("Windows differ much in expected starters: "), "{lines:?}");
    // One with everything: nothing that is said holds an empty name or figure.
    let mut plan = plan();
    let cohorts = Arc::make_mut(&mut plan.cohorts);
    cohorts[0] = Cohort { birth_year_digits: Some(vec![1, 6]), ..cohorts[0].clone() };
    cohorts[1] =
        Cohort {
            birth_day_digits: Some(vec![1, 6]), name: "출생연도 끝자리 1·6".to_owned(), ..cohorts[1].clone()
        };
    cohorts[2].name = "끝자리 5".to_owned();
    for (at, name) in [(10, "a"), (11, "a"), (12, "b"), (13, "b"), (14, "c"), (15, "c"), (16, "d"), (17, "d")] {
        cohorts[at].name = name.to_owned();
    }
    cohorts[20].regions = Some(vec![2, 3]);
    cohorts[30] = Cohort { ages: Some(vec![0]), birth_year_digits: Some(vec![7, 9]), ..cohorts[30].clone() };
    cohorts[31].regions = Some(vec![]);
    let windows = Arc::make_mut(&mut plan.windows);
    windows[0].closes = windows[0].closes.plus_seconds(8 * 3_600);
    windows[3].cohorts.retain(|&cohort| cohort != 3 * 7 + 3);
    let most = windows[1..].iter().map(|window| window.cohorts.clone()).take(4).flatten().collect::<Vec<_>>();
    windows[1].cohorts.extend(most);
    for language in Language::ALL {
        let lines = said(plan.clone(), language);
        assert!(lines.len() >= 14, "{lines:#?}");
        for line in &lines {
            assert!(
                line.ends_with('.') && !line.contains("  ") && !line.contains("‘’") && !line.contains("“”"),
                "{line}"
            );
        }
    }
}

#[test]
fn a_plan_without_cohorts_says_so_and_asks_nothing() {
    let mut plan = plan();
    plan.cohorts = Arc::default();
    plan.windows = Arc::default();
    let panel = subject(plan).panel(Language::English);
    assert!(panel.fields().is_empty() && copyables(&panel).is_empty());
    assert!(format!("{panel:?}").contains(words(Language::English).no_cohorts));
}

#[test]
fn the_desk_keeps_what_was_said_and_changes_no_plan() {
    let file = plan_file::write(&plan());
    let mut desk = Desk::new(decode);
    desk.handle(&["begin", "notices", &file, "ko"], &[]).unwrap();
    for request in [
        &["set", "sender", "부산광역시"][..],
        &["set", "link", "https://example.kr/{number}"],
        &["set", "cohort", "3"],
        &["set", "cohort", "112"],
        &["set", "languages", "none"],
        &["set", "nothing", "x"],
        &["take", "nothing"],
    ] {
        let answer = desk.handle(request, &[]).unwrap();
        assert_eq!((answer.plan, answer.word.as_str()), (None, ""), "{request:?}");
    }
    let answer = desk.handle(&["say", "en"], &[]).unwrap();
    assert!(answer.shown.contains("[부산광역시] When to download the app"));
    assert!(answer.shown.contains("Download: https://example.kr/4"));
    // The same words on a changed plan.
    let mut other = plan();
    Arc::make_mut(&mut other.cohorts)[3].name = "Renamed".to_owned();
    let answer = desk.handle(&["begin", "notices", &plan_file::write(&other), "en"], &[]).unwrap();
    assert!(answer.shown.contains("4 – Renamed") && answer.shown.contains("https://example.kr/4"));
}
