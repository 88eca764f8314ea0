//! The guide to tenders calls things what the page calls them, and its pictures are there.

use std::fs;
use std::path::Path;

use stagger::text::Language;
use stagger::text::workshop::{autoplan, documents, requirements, share};

/// The guide in a language.
fn guide(language: Language) -> (String, Vec<&'static str>) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs");
    let text = fs::read_to_string(folder.join(format!("tender-guide.{}.md", language.tag()))).unwrap();
    let (catalogue, documents) = (language.catalogue(), documents::words(language));
    let doors = &catalogue.doors;
    let mut labels = vec![
        doors.hand_on,
        documents.k6,
        documents.profile,
        documents.load,
        requirements::words(language).copy,
        share::words(language).held,
        share::words(language).title,
        catalogue.plan_form.edit,
        catalogue.plan_form.approved,
        stagger::text::risk_page::texts(language).heading,
        autoplan::words(language).ask.goals[2],
        stagger::text::report::words(language).limits,
        stagger::text::report::words(language).copy_table,
        stagger::text::report::words(language).copy_picture,
    ];
    labels.extend([
        doors.capacity,
        doors.autoplan,
        doors.requirements,
        doors.documents,
        doors.bids,
        doors.compare,
        doors.one_file,
    ]);
    // Lines are broken anywhere; labels are not.
    (text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase(), labels)
}

#[test]
fn everything_that_is_to_be_pressed_is_called_what_the_page_calls_it() {
    for language in Language::ALL {
        let (text, labels) = guide(language);
        for label in labels {
            let label = label.trim_end_matches('…').to_lowercase();
            assert!(text.contains(&label), "the guide in {} never says {label:?}", language.tag());
        }
    }
}

#[test]
fn its_pictures_are_there_and_every_picture_is_used() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs");
    for language in Language::ALL {
        let (text, _) = guide(language);
        let used: Vec<&str> = text.split("](pictures/").skip(1).filter_map(|rest| rest.split(')').next()).collect();
        assert_eq!(used.len(), 6);
        for picture in &used {
            let bytes = fs::read(folder.join("pictures").join(picture)).unwrap();
            assert!(bytes.starts_with(b"\x89PNG") && bytes.len() < 400_000, "{picture}: {} bytes", bytes.len());
        }
        let prefix = format!("tender-{}-", language.tag());
        let kept = fs::read_dir(folder.join("pictures")).unwrap().map(|entry| entry.unwrap().file_name());
        let kept = kept.filter(|name| name.to_string_lossy().starts_with(&prefix)).count();
        assert_eq!(kept, used.len());
    }
}
