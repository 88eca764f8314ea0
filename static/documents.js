// Asks the office for a document, and shows it to be printed or saves it as a file.
(() => {
  "use strict";
  const script = document.querySelector("script[data-later-worker]");
  const { laterOffice, laterOfficeWasm, laterReportSheet } = script.dataset;
  const SVG = "http://www.w3.org/2000/svg";
  const DRAWN = new Set("svg g rect line polyline polygon circle text path".split(" "));
  const TAGS = new Set(
    ("article header section footer div p h1 h2 h3 span b i dl dt dd ol li figure figcaption button " +
      "table caption colgroup col thead tbody tr th td").split(" "),
  );
  const ATTRIBUTES = new Set(
    ("class id lang scope role type width aria-label aria-hidden data-act data-at data-copied data-kind data-refused data-row data-state " +
      "viewBox x y x1 x2 y1 y2 cx cy r height points d dx dy fill stroke stroke-width stroke-dasharray opacity " +
      "fill-opacity font-family font-size font-weight font-style text-anchor transform shape-rendering fill-rule").split(" "),
  );

  let style, glue, program;
  const officeOf = ({ run, added, again, address }) => {
    const sheet = { rel: "stylesheet", href: address(laterReportSheet) };
    style ??= again(added("link", sheet), () => (style = undefined));
    glue ??= again(run(address(laterOffice)), () => (glue = undefined));
    program ??= again(
      Promise.all([style, glue]).then(() => office({ module_or_path: address(laterOfficeWasm) })),
      () => (program = undefined),
    );
    return program.then(() => office);
  };

  // Pieces that end with a unit separator, the first letter of each saying what it is; nothing else can be said.
  const built = (text) => {
    const top = document.createDocumentFragment();
    const open = [top];
    let name;
    for (const piece of text.split("\u001f")) {
      const [mark, rest] = [piece[0], piece.slice(1)];
      const last = open[open.length - 1];
      if (mark === '"') last.append(rest);
      else if (mark === "<") {
        const known = DRAWN.has(rest) || TAGS.has(rest);
        const element = DRAWN.has(rest) ? document.createElementNS(SVG, rest) : document.createElement(known ? rest : "span");
        last.append(element);
        open.push(element);
      } else if (mark === "@") name = ATTRIBUTES.has(rest) ? rest : undefined;
      else if (mark === "=" && name) last.setAttribute(name, rest);
      else if (mark === ">" && open.length > 1) open.pop();
    }
    return top;
  };

  const save = (name, parts, type) => {
    const blob = new Blob(parts, { type });
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = name;
    link.click();
    // A browser may read it later than now.
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    return blob.size;
  };

  const quoted = (text) =>
    `"${text.replace(/["\\\n\r\f<]/g, (sign) => `\\${sign.codePointAt(0).toString(16)} `)}"`;

  // What stands at the foot of every page: margin boxes where the browser has them, else a line that it repeats.
  const furniture = (view) => {
    const foot = view.querySelector(".report-foot");
    const [text, before, between, behind] = [...foot.children].map((part) => part.textContent);
    const sheet = new CSSStyleSheet();
    const font = "font: 8pt/1.3 'Noto Sans KR', 'Noto Sans CJK KR', 'Malgun Gothic', 'Apple SD Gothic Neo', sans-serif; color: #43515b;";
    const page = `${quoted(before)} counter(page) ${quoted(between)} counter(pages) ${quoted(behind)}`;
    sheet.replaceSync(
      `@page { @bottom-left { content: ${quoted(text)}; ${font} } @bottom-right { content: ${page}; ${font} } }`,
    );
    foot.toggleAttribute("data-fixed", !("CSSMarginRule" in self));
    return sheet;
  };

  // What is on its way may be promised, so that a browser sees the press that asked for it.
  const copy = (forms) => navigator.clipboard.write([new ClipboardItem(forms)]);
  const blobOf = (what, type) => new Blob([what], { type });

  const show = (text, make) => {
    const view = document.createElement("dialog");
    view.className = "report-view";
    view.setAttribute("aria-labelledby", "report-title");
    view.append(built(text));
    document.body.append(view);
    const sheet = furniture(view);
    const title = document.title;
    document.title = view.querySelector("h1").textContent;
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    const said = view.querySelector("[role=status]");
    view.addEventListener("click", ({ target }) => {
      const { act, at } = target.closest("[data-act]")?.dataset ?? {};
      if (act === "print") self.print();
      if (act === "close") view.close();
      if (act !== "copy") return;
      make(at).then(
        () => (said.textContent = said.dataset.copied),
        () => (said.textContent = said.dataset.refused),
      );
    });
    view.addEventListener("close", () => {
      document.title = title;
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet);
      view.remove();
    });
    view.showModal();
    view.scrollTop = 0;
  };

  // One of the pictures that the office wants, as PNG.
  const painted = async (office, [width, height], number) => {
    const canvas = Object.assign(document.createElement("canvas"), { width, height });
    if (!office.paint(canvas, number)) throw new TypeError("canvas");
    const blob = await new Promise((done) => canvas.toBlob(done, "image/png"));
    return new Uint8Array(await blob.arrayBuffer());
  };
  const dense = (office, size) => painted(office, size, 0).then((bytes) => office.dense(bytes));

  // A table in both its forms, or a picture.
  const copied = (office, [kind, , plain, what]) => {
    if (kind === "pasted") return copy({ "text/html": blobOf(what, "text/html"), "text/plain": blobOf(plain, "text/plain") });
    if (kind !== "painting") throw new TypeError(kind);
    return copy({ "image/png": dense(office, what).then((bytes) => blobOf(bytes, "image/png")) });
  };

  script.office = async (loader, plan, options) => {
    const asked = JSON.parse(options);
    // Sentences are made elsewhere, and only copied here.
    if (asked.html) {
      const pasted = ["pasted", "", asked.text, asked.html];
      return { kind: await copied(undefined, pasted).then(() => "copied", () => "refused"), name: "", bytes: 0, took: 0 };
    }
    const office = await officeOf(loader);
    // A file leads to the planner that it came from.
    const site = document.getElementById("plan-inside")?.dataset.site;
    if (location.protocol.startsWith("http")) asked.address = location.origin + location.pathname;
    else if (site?.startsWith("http")) asked.address = site;
    if (office.asks_for_risk(options)) {
      // Without it figures are those at the likely values, and say so.
      asked.risk = await self.stagger.risk(plan, {}).then(JSON.stringify, () => "");
    }
    const began = performance.now();
    const make = () => office.make(plan, JSON.stringify(asked));
    let made = make();
    if (made[0] === "simulate") {
      // As often as the page simulates by itself; what cannot be simulated is judged without.
      asked.simulation = await self.stagger.simulate(plan, { runs: 20 }).then(JSON.stringify, () => "none");
      made = make();
    }
    if (made[0] === "draft") {
      // A word processor cannot draw: its file is put together once the pictures are there.
      const pictures = [];
      for (const [number, size] of made[3].entries()) pictures.push(await painted(office, size, number));
      made = office.complete(pictures);
    }
    let [kind, name, media, what] = made;
    let bytes = 0;
    if (kind === "view") {
      show(what, async (at) => copied(office, office.make(plan, JSON.stringify({ ...asked, document: "copy-block", name: at }))));
    } else if (kind === "file") bytes = save(name, [what], media);
    else if (asked.document.startsWith("copy-") && (kind === "pasted" || kind === "painting")) {
      kind = await copied(office, made).then(() => "copied", () => "refused");
    } else if (kind === "painting") bytes = save(name, [await dense(office, what)], media);
    return { kind, name: name ?? "", bytes, took: Math.round(performance.now() - began) };
  };
})();
