//! The templates: plans without fault that invite everybody once, in both languages.

use stagger::library::{Reading, Template, Wording, busan};
use stagger::plan::cut::cut;
use stagger::plan::zones::NoTimeZones;
use stagger::plan::{CheckedPlan, Severity, check};

#[test]
fn each_template_is_a_plan_without_fault_that_invites_everybody_once() {
    let languages: [Reading; 2] = [Wording::korean, Wording::english];
    for template in Template::ALL {
        for read in languages {
            let own = busan::staggered(read).members;
            for members in [None, Some(&own)] {
                let plan = template.plan(members, read).expect("a week is enough for Busan");
                let found = check(&plan, &NoTimeZones);
                assert!(found.iter().all(|issue| issue.severity == Severity::Warning), "{template:?}: {found:?}");
                assert!(found.is_empty(), "{template:?}: {found:?}");
                let people = cut(&plan);
                assert_eq!((people.in_no_cohort, people.covered_twice), (0, 0), "{template:?}");
                let ordinary = plan.windows.iter().filter(|window| !window.catch_up);
                let mut invited: Vec<usize> = ordinary.flat_map(|window| window.cohorts.clone()).collect();
                invited.sort_unstable();
                assert_eq!(invited, (0..plan.cohorts.len()).collect::<Vec<_>>(), "{template:?}");
                assert!(CheckedPlan::new(plan).is_ok());
            }
        }
    }
}

#[test]
fn each_template_does_what_it_says() {
    let plan = |template: Template| template.plan(None, Wording::english).expect("a week is enough for Busan");
    let hours = plan(Template::RegionAnHour);
    assert_eq!(hours.windows.len(), 16);
    assert!(hours.windows.iter().all(|window| window.closes.seconds_since(window.opens) == 3_600));
    let rotation = plan(Template::RotationThenWeekend);
    let days: Vec<(usize, bool)> =
        rotation.windows.iter().map(|window| (window.opens.date().weekday(), window.catch_up)).collect();
    assert_eq!(days, [(0, false), (1, false), (2, false), (3, false), (4, false), (5, true), (6, true)]);
    let pilot = plan(Template::PilotFirst);
    let people = cut(&pilot).cohorts;
    let first = &pilot.windows[0].cohorts;
    assert_eq!(first.len(), 1);
    assert!(people.iter().all(|cohort| cohort.total >= people[first[0]].total));
}
