addEventListener("message", ({ origin, source, data }) => {
  if (origin !== "https://planner.example" || data?.type !== "stagger:height") return;
  for (const frame of document.querySelectorAll("iframe"))
    if (frame.contentWindow === source) frame.height = Number(data.height);
});
