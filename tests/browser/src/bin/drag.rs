//! Measures from a Chromium trace how soon the page shows what a hand does: steps and a drag of a slider, on the
//! Busan plan and on plans that are large, beside a slider that redraws nothing but its own number.

use std::time::{Duration, Instant};

use journeys::devtools::Devtools;
use journeys::trace::{CATEGORIES, Task, Trace, percentile};
use journeys::{Look, Page, grown};
use serde_json::{Value, json};
use stagger::wire::{link, plan_file};

/// Steps of a slider that are measured, in pieces between which the empty redraw has its turn.
const STEPS: usize = 200;
const PIECES: usize = 4;

/// A task longer than this is felt [ms].
const LONG_TASK: f64 = 50.0;

/// How long the drag goes on, and how often the hand is asked where it is.
const DRAG: Duration = Duration::from_secs(10);
const MOVE_EVERY: Duration = Duration::from_micros(16_667);

/// A slider beside the planner that shows its number and does nothing else.
const EMPTY: &str = "(() => {
    const [slider, shown] = [document.createElement('input'), document.createElement('output')];
    const place = { position: 'fixed', top: 0, zIndex: 9, width: '160px', height: '20px', contain: 'strict', background: 'white' };
    Object.assign(slider.style, place, { left: 0 });
    Object.assign(shown.style, place, { left: '170px' });
    slider.type = 'range';
    slider.id = 'empty-redraw';
    slider.oninput = () => { shown.textContent = slider.value; };
    document.body.append(slider, shown);
  })()";

/// Notes for every key how long it takes until a frame shows other key figures, and when anything last changed.
const WATCH: &str = "(() => {
    let [since, last] = [null, 0];
    window.watched = [];
    window.lastChange = () => last;
    addEventListener('keydown', (event) => { since = event.timeStamp; }, true);
    addEventListener('pointerup', (event) => { window.letGo = event.timeStamp; }, true);
    const seen = new MutationObserver((changes) => {
      last = performance.now();
      if (since === null || !changes.some((change) => (change.target.parentElement ?? change.target).closest('.figures'))) return;
      const from = since;
      since = null;
      requestAnimationFrame(() => setTimeout(() => watched.push(performance.now() - from)));
    });
    seen.observe(document.getElementById('result'), { subtree: true, childList: true, characterData: true, attributes: true });
  })()";

/// Waits until nothing has changed for half a second; how long after the hand let go something last did [ms].
const SETTLE: &str = "new Promise((settled) => {
    const look = () => performance.now() - lastChange() > 500 ? settled(lastChange() - letGo) : setTimeout(look, 50);
    look();
  })";

/// The slider of the show-up share, which every figure of a plan depends on.
const SHOW_UP: &str = "#assumptions input[type=range]";

#[tokio::main(flavor = "current_thread")]
async fn main() {
    println!("input to paint: from the arrival of an arrow key to the frame on the screen that shows what it did,");
    println!("EventLatency of a Chromium trace; {STEPS} steps each, empty redraw and slider in turns in one run");
    println!("work: time of the main thread on the processor per step; longest and >50 once more by that time, which");
    println!("other programs cannot lengthen; shown: from the key to the frame with the figures of the new forecast\n");
    println!(
        "{:34}{:>8}{:>8}{:>8}{:>9}{:>9}{:>9}{:>8}{:>9}{:>9}{:>8}",
        "[ms]", "p50", "p95", "longest", "p95/empty", "work", "tasks>50", "longest", "at 95 %", "cpu>50", "longest"
    );
    measure("the Busan plan", "?lang=en").await;
    for (name, members, cohorts, days) in [
        ("2,500 cohorts, 4 days", 900_000, 2_500, 4),
        ("128 cohorts, 30 days", 900_000, 128, 30),
        ("128 cohorts, 92 days", 900_000, 128, 92),
    ] {
        let plan = plan_file::read(&grown::plan(members, cohorts, days)).expect("a sound plan");
        measure(name, &format!("?lang=en{}", link::encode(&plan))).await;
    }
}

async fn measure(name: &str, rest: &str) {
    let page = Page::open(&Look::WIDE, rest).await;
    page.until("the verdict", "document.querySelector('.verdict-sentence') !== null").await;
    let mut tools = Devtools::connect(&page.tools_address());
    tools.value(EMPTY);
    tools.value(WATCH);
    tools.value("document.getElementById('arrivals-form').click()");
    tools.painted();
    let (mut empty, mut full) = (Measured::default(), Measured::default());
    for piece in 0..PIECES {
        empty.add(&steps(&mut tools, "#empty-redraw", piece));
        full.add(&steps(&mut tools, SHOW_UP, piece));
    }
    let base = percentile(&empty.latencies, 0.95);
    println!("{name}");
    empty.print("  empty redraw", base);
    full.print("  step of the slider", base);
    let shown = tools.value("watched.splice(0)");
    print_shown("    until figures are shown", &shown);
    let drag = drag(&mut tools);
    let rest = tools.value(SETTLE);
    let moves = drag.latencies(&["MOUSE_DRAGGED", "MOUSE_MOVED"]);
    Measured { latencies: moves, on_processor: drag.on_processor(), tasks: drag.tasks() }
        .print("  drag of ten seconds", base);
    println!("    last change of the result after the hand let go: {:.0} ms", rest.as_f64().unwrap_or(f64::NAN));
    if let Some(task) = drag.tasks().first() {
        println!("    longest task of the drag: {}", task.what);
    }
}

/// What was measured of one control.
#[derive(Default)]
struct Measured {
    latencies: Vec<f64>,
    on_processor: f64,
    tasks: Vec<Task>,
}

impl Measured {
    fn add(&mut self, trace: &Trace) {
        self.latencies.extend(trace.latencies(&["KEY_PRESSED", "RAW_KEY_PRESSED"]));
        self.on_processor += trace.on_processor();
        self.tasks.extend(trace.tasks());
    }

    fn print(&self, name: &str, base: f64) {
        let at = |share| percentile(&self.latencies, share);
        let times: Vec<f64> = self.tasks.iter().map(|task| task.time).collect();
        let long = times.iter().filter(|time| **time > LONG_TASK).count();
        let work = self.on_processor / self.latencies.len().max(1) as f64;
        let busy: Vec<f64> = times.iter().copied().filter(|time| *time > 1.0).collect();
        let on_processor: Vec<f64> = self.tasks.iter().map(|task| task.on_processor).collect();
        let heavy = on_processor.iter().filter(|time| **time > LONG_TASK).count();
        print!("{name:34}{:>8.1}{:>8.1}{:>8.1}{:>9.2}", at(0.5), at(0.95), at(1.0), at(0.95) / base);
        print!("{work:>9.1}{long:>9}{:>8.1}{:>9.1}", percentile(&times, 1.0), percentile(&busy, 0.95));
        println!("{heavy:>9}{:>8.1}", percentile(&on_processor, 1.0));
    }
}

fn print_shown(name: &str, times: &Value) {
    let times: Vec<f64> = times.as_array().into_iter().flatten().filter_map(Value::as_f64).collect();
    let at = |share| percentile(&times, share);
    println!("{name:34}{:>8.1}{:>8.1}{:>8.1}   ({} changes of a figure)", at(0.5), at(0.95), at(1.0), times.len());
}

/// Presses an arrow key on a slider, and waits each time until the page has drawn.
fn steps(tools: &mut Devtools, slider: &str, piece: usize) -> Trace {
    focus(tools, slider);
    let (key, code) = if piece.is_multiple_of(2) { ("ArrowRight", 39) } else { ("ArrowLeft", 37) };
    let press = |kind: &str| json!({ "type": kind, "key": key, "code": key, "windowsVirtualKeyCode": code });
    Trace::new(tools.traced(&CATEGORIES, |tools| {
        for _ in 0..STEPS / PIECES {
            tools.call("Input.dispatchKeyEvent", press("rawKeyDown"));
            tools.call("Input.dispatchKeyEvent", press("keyUp"));
            tools.painted();
        }
    }))
}

fn focus(tools: &mut Devtools, slider: &str) {
    let focused = tools.value(&format!(
        "(() => {{ const slider = document.querySelector('{slider}');
            slider?.scrollIntoView({{ block: 'center' }});
            slider?.focus();
            return slider !== null && document.activeElement === slider; }})()"
    ));
    assert_eq!(focused, json!(true), "there is a slider {slider}");
    tools.painted();
}

/// Takes the thumb of the slider and moves it to and fro.
fn drag(tools: &mut Devtools) -> Trace {
    focus(tools, SHOW_UP);
    let thumb = tools.value(&format!(
        "(() => {{ const slider = document.querySelector('{SHOW_UP}');
            const box = slider.getBoundingClientRect();
            const share = (slider.value - slider.min) / (slider.max - slider.min);
            return [box.left + 8 + share * (box.width - 16), box.top + box.height / 2, box.left + 8, box.right - 8]; }})()"
    ));
    let [x, y, left, right] = [0, 1, 2, 3].map(|index| thumb[index].as_f64().expect("a position"));
    let mouse = |kind: &str, x: f64, buttons: u32| -> Value {
        let button = if kind == "mouseMoved" && buttons == 0 { "none" } else { "left" };
        json!({ "type": kind, "x": x, "y": y, "button": button, "buttons": buttons, "clickCount": 1 })
    };
    Trace::new(tools.traced(&CATEGORIES, |tools| {
        tools.call("Input.dispatchMouseEvent", mouse("mousePressed", x, 1));
        let start = Instant::now();
        let mut last = 0;
        let mut moves = 0_u32;
        while start.elapsed() < DRAG {
            // A hand that goes to and fro once in four seconds, around where the value was.
            let phase = (start.elapsed().as_secs_f64() / 4.0).fract();
            let reach = (right - left) * 0.25;
            let to = (x + reach * (1.0 - 4.0 * (phase - 0.5).abs())).clamp(left, right);
            last = tools.send("Input.dispatchMouseEvent", mouse("mouseMoved", to, 1));
            moves += 1;
            std::thread::sleep((MOVE_EVERY * moves).saturating_sub(start.elapsed()));
        }
        tools.answer(last);
        tools.call("Input.dispatchMouseEvent", mouse("mouseReleased", x, 0));
        tools.painted();
    }))
}
