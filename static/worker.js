// Runs the engine beside the page: requests come as text, figures go back as numbers without a copy.
"use strict";
const { engine, wasm } = Object.fromEntries(new URLSearchParams(location.hash.slice(1)));
importScripts(engine);
wasm_bindgen({ module_or_path: wasm }).then(() => {
  onmessage = ({ data }) => {
    const answer = wasm_bindgen.handle(data);
    if (answer) postMessage(answer, answer[2]?.buffer ? [answer[2].buffer] : []);
  };
  postMessage([]);
});
