//! The few scripts that run inside the page.

/// Runs an async function body with `args`; answers `{ value }` or `{ problem }`.
pub fn as_promise(body: &str) -> String {
    format!(
        "const args = [...arguments];
         const done = args.pop();
         (async () => {{ {body} }})().then(
           (value) => done({{ value: value === undefined ? null : value }}),
           (reason) => done({{ problem: reason && reason.code ? JSON.stringify(reason) : String(reason) }}));"
    )
}

/// Looks at a condition once per frame until it is true; answers its value, or null after `args[0]` milliseconds.
///
/// A condition that throws is not true yet: the document may still be on its way. At the deadline it is thrown on.
pub fn until(condition: &str) -> String {
    format!(
        "const deadline = performance.now() + args[0];
         for (;;) {{
           let thrown;
           const value = await (async () => ({condition}))().catch((reason) => {{ thrown = reason; }});
           if (value) return value;
           if (performance.now() > deadline) {{
             if (thrown) throw thrown;
             return null;
           }}
           await new Promise(requestAnimationFrame);
         }}"
    )
}

/// Resolves at the next change of the document, at the latest after a quarter of a second.
pub const NEXT_CHANGE: &str = "
    await new Promise((resolve) => {
      const observer = new MutationObserver(() => { observer.disconnect(); resolve(); });
      observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
      setTimeout(() => { observer.disconnect(); resolve(); }, 250);
    });";

/// Is over when nothing has changed for twelve frames.
pub const STAND_STILL: &str = "
    let still = 0;
    const observer = new MutationObserver(() => { still = 0; });
    observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    for (let frame = 0; still < 12; frame += 1) {
      if (frame > 1200) throw new Error('the page never stands still');
      await new Promise(requestAnimationFrame);
      still += 1;
    }
    observer.disconnect();";

/// Sets the value of a field at once and tells the page, as a picker of dates or a paste would.
pub const FILL: &str = "
    const [field, value] = arguments;
    field.focus();
    const kind = Object.getPrototypeOf(field);
    Object.getOwnPropertyDescriptor(kind, 'value').set.call(field, value);
    field.dispatchEvent(new Event('input', { bubbles: true }));
    field.dispatchEvent(new Event('change', { bubbles: true }));";

/// Runs axe-core over the part of the page that `args[0]` selects, with the rules `args[1]` alone if there are any;
/// answers one line per finding.
pub const AXE: &str = "
    const [part, rules] = args;
    const which = rules.length > 0 ? { runOnly: rules } : {};
    const found = await axe.run(part ?? document, { resultTypes: ['violations'], ...which });
    return found.violations.flatMap((rule) =>
      rule.nodes.map((node) => `${rule.id} (${rule.impact}): ${node.target.join(' ')}: ${node.failureSummary}`));";
