// Filter and search. The page says everything without them.
(() => {
  "use strict";
  const form = document.getElementById("filter");
  const all = Array.from(document.querySelectorAll("article.finding"));
  const groups = Array.from(document.querySelectorAll("section.group"));
  const query = document.getElementById("query");
  const shown = document.getElementById("shown");
  const unfold = document.getElementById("unfold");
  const chosen = (id) => document.getElementById(id)?.value ?? "";
  const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const outlets = new Map(all.map((finding) => [finding, finding.dataset.outlets.split("\n")]));
  const texts = new Map();

  const textOf = (finding) => {
    if (!texts.has(finding)) texts.set(finding, fold(finding.textContent));
    return texts.get(finding);
  };

  // The texts are folded ahead while nothing else is to be done, so that the first letter typed finds them ready.
  const idle = window.requestIdleCallback ?? ((work) => setTimeout(() => work({ timeRemaining: () => 8 }), 50));
  const readAhead = (at) => idle((deadline) => {
    while (at < all.length && deadline.timeRemaining() > 2) textOf(all[at++]);
    if (at < all.length) readAhead(at);
  });

  const apply = () => {
    const verdicts = new Set(Array.from(form.querySelectorAll("[name=verdict]:checked"), (box) => box.value));
    const [rule, outlet] = [chosen("rule"), chosen("outlet")];
    const words = fold(query.value).split(/\s+/).filter(Boolean);
    const fits = (finding) => verdicts.has(finding.dataset.verdict)
      && (!rule || finding.dataset.rule === rule)
      && (!outlet || outlets.get(finding).includes(outlet))
      && words.every((word) => textOf(finding).includes(word));
    const visible = all.filter((finding) => !(finding.hidden = !fits(finding)));
    const left = new Set(visible.map((finding) => finding.dataset.verdict));
    for (const group of groups) group.hidden = !left.has(group.id);
    shown.textContent = visible.length === all.length ? `${all.length} findings` : `${visible.length} of ${all.length} findings`;
  };

  // What is typed appears at once; the findings follow when the hand rests.
  let asked = 0;
  const later = (event) => { clearTimeout(asked); asked = setTimeout(apply, event.target === query ? 120 : 0); };

  // A link to a finding that is filtered out, or lies folded in another, shows it.
  const reveal = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    const finding = target.closest("article.finding, section.group");
    if (finding?.hidden) { form.reset(); apply(); }
    for (let node = target; node; node = node.parentElement) if (node.tagName === "DETAILS") node.open = true;
    target.scrollIntoView();
  };

  const folds = () => document.querySelectorAll("article.finding details");
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = Array.from(folds()).filter((fold) => !fold.open);
    for (const fold of opened) fold.open = true;
  });
  addEventListener("afterprint", () => { for (const fold of opened) fold.open = false; });

  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", later);
  form.addEventListener("reset", () => setTimeout(apply));
  unfold.addEventListener("click", () => {
    const open = unfold.getAttribute("aria-pressed") !== "true";
    unfold.setAttribute("aria-pressed", String(open));
    for (const fold of folds()) fold.open = open;
  });
  addEventListener("hashchange", reveal);
  form.hidden = all.length === 0;
  apply();
  if (location.hash) reveal();
  readAhead(0);
})();
