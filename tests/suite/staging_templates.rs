//! The templates: plans without fault that invite everybody once, in both languages.

use stagger::library::{Reading, Template, Wording, busan};
use stagger::plan::cut::cut;
use stagger::plan::zones::NoTimeZones;
use stagger::plan::{CheckedPlan, Plan, check};

#[test]
fn each_template_is_a_plan_without_fault_that_invites_everybody_once() {
    let languages: [Reading; 2] = [Wording::korean, Wording::english];
    for template in Template::ALL {
        for read in languages {
            for own in [None, Some(busan::staggered(read)), Some(busan::Example::DayAsItWas.plan(read))] {
                let plan = template.plan(own.as_ref(), read).expect("a week is enough for Busan");
                let found = check(&plan, &NoTimeZones);
                assert!(found.iter().all(|issue| !issue.is_error()), "{template:?}: {found:?}");
                assert!(found.is_empty() || own.is_some(), "{template:?}: {found:?}");
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

#[test]
fn what_is_said_of_own_members_and_journey_stays() {
    for template in Template::ALL {
        let own = Plan { title: "own".to_owned(), ..busan::staggered(Wording::english) };
        assert!(own.sources.contains_key("/members/counts"));
        let plan = template.plan(Some(&own), Wording::english).expect("a week is enough for Busan");
        assert_eq!((&plan.title, &plan.members, &plan.arrivals), (&own.title, &own.members, &own.arrivals));
        assert_eq!((&plan.journey, &plan.target, &plan.ranges), (&own.journey, &own.target, &own.ranges));
        let mut sources = own.sources.clone();
        // Said of the windows that are gone.
        sources.retain(|field, _| !field.starts_with("/windows/"));
        assert_eq!(plan.sources, sources, "{template:?}");
        assert_eq!((plan.first_day.weekday(), plan.first_day.to_string().as_str()), (0, "2022-04-04"));
    }
}

#[test]
fn many_regions_take_as_many_weeks_as_they_need() {
    let mut own = busan::staggered(Wording::english);
    let members = std::sync::Arc::make_mut(&mut own.members);
    let (region, counts) = (members.regions[0].clone(), members.counts[0].clone());
    for _ in 0..284 {
        members.regions.push(region.clone());
        members.counts.push(counts.clone());
    }
    // 300 hours of 11 a day, 55 a week: six weeks, and a day for the last to finish.
    let plan =
        Template::RegionAnHour.plan(Some(&own), Wording::english).expect("six weeks are no more than a plan has");
    assert_eq!((plan.windows.len(), plan.days), (300, 43));
    let members = std::sync::Arc::make_mut(&mut own.members);
    members.regions.clear();
    members.counts.clear();
    assert_eq!(Template::RegionAnHour.plan(Some(&own), Wording::english), None);
}
