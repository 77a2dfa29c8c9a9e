(() => {
  "use strict";
  const byId = (id) => document.getElementById(id);
  const all = (query, from = document) => Array.from(from.querySelectorAll(query));
  all(".js").forEach((part) => { part.hidden = false; });

  // In a frame that has no address of its own, a link to a place would lead to the page around it.
  document.addEventListener("click", (event) => {
    const link = event.target.closest('a[href^="#"]');
    if (!link || document.URL.split("#")[0] === document.baseURI.split("#")[0]) return;
    event.preventDefault();
    location.hash = link.getAttribute("href");
  });

  const numbers = byId("numbers-shown");
  if (numbers) {
    numbers.addEventListener("change", () => byId("text-body").classList.toggle("numbers", numbers.checked));
  }

  const table = byId("statements-table");
  const controls = byId("controls");
  if (!table || !controls) return;
  const STEP = 200;
  const filters = ["status", "doc", "theme", "year", "nature"].filter((name) => controls.elements[name]);
  const body = table.tBodies[0];
  let rows = Array.from(body.rows, (row) => ({ row, words: row.dataset.csv.toLowerCase() }));
  let matching = rows;
  let limit = STEP;

  const show = () => {
    const shown = new Set(matching.slice(0, limit));
    rows.forEach((entry) => { entry.row.hidden = !shown.has(entry); });
    byId("count").textContent = table.dataset.count.replace("{0}", shown.size).replace("{1}", matching.length);
    byId("more").parentElement.hidden = matching.length <= limit;
  };
  const filter = () => {
    const words = controls.elements.q.value.toLowerCase().split(/\s+/).filter(Boolean);
    const wanted = filters.map((name) => [name, controls.elements[name].value]).filter(([, value]) => value);
    matching = rows.filter(({ row, words: text }) =>
      wanted.every(([name, value]) => row.dataset[name] === value) && words.every((word) => text.includes(word)));
    limit = STEP;
    show();
  };

  controls.addEventListener("submit", (event) => event.preventDefault());
  controls.addEventListener("input", filter);
  controls.addEventListener("reset", () => setTimeout(filter));
  byId("more").addEventListener("click", () => { limit += STEP * 5; show(); });

  const order = new Intl.Collator("zh", { numeric: true });
  const value = (entry, at) => entry.row.cells[at].dataset.v ?? entry.row.cells[at].textContent.trim();
  const compare = (a, b) => {
    if (a === "" || b === "") return (a === "") - (b === "");
    const [x, y] = [Number(a), Number(b)];
    return Number.isNaN(x) || Number.isNaN(y) ? order.compare(a, b) : x - y;
  };
  const heads = Array.from(table.tHead.rows[0].cells);
  heads.forEach((head, at) => head.querySelector("button").addEventListener("click", () => {
    const up = head.getAttribute("aria-sort") !== "ascending";
    heads.forEach((other) => other.setAttribute("aria-sort", other !== head ? "none" : up ? "ascending" : "descending"));
    const keyed = rows.map((entry) => [value(entry, at), entry]);
    keyed.sort(([a], [b]) => (a === "" || b === "" || up ? compare(a, b) : compare(b, a)));
    rows = keyed.map(([, entry]) => entry);
    body.append(...rows.map((entry) => entry.row));
    filter();
  }));

  byId("download").addEventListener("click", () => {
    const text = "\uFEFF" + table.dataset.head + matching.map((entry) => entry.row.dataset.csv).join("");
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" }));
    link.download = byId("download").dataset.name;
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  });

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-filter]");
    if (!link) return;
    controls.reset();
    new URLSearchParams("status=target&" + link.dataset.filter).forEach((wanted, name) => {
      if (controls.elements[name]) controls.elements[name].value = wanted;
    });
    filter();
  });

  // A row or place that a link leads to is shown, whatever hides it.
  const reveal = () => {
    const target = byId(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    for (let part = target.closest("details"); part; part = part.parentElement.closest("details")) part.open = true;
    if (target.hidden && target.parentElement === body) {
      controls.reset();
      filter();
      limit = Math.max(STEP, matching.findIndex((entry) => entry.row === target) + 1);
      show();
    }
    settle(target, target.tagName === "SECTION" ? "start" : "center", 12);
  };
  // Stretches of the text are laid out as they come near, which moves what stands below them: look again until nothing moves.
  const settle = (target, block, frames) => {
    const before = target.getBoundingClientRect().top;
    target.scrollIntoView({ block });
    if (frames > 0 && Math.abs(target.getBoundingClientRect().top - before) > 1) {
      requestAnimationFrame(() => requestAnimationFrame(() => settle(target, block, frames - 1)));
    }
  };
  addEventListener("hashchange", reveal);

  let before = null;
  addEventListener("beforeprint", () => {
    before = limit;
    limit = Infinity;
    show();
    all("details:not([open])").forEach((part) => { part.open = true; part.dataset.closed = ""; });
  });
  addEventListener("afterprint", () => {
    limit = before ?? STEP;
    show();
    all("details[data-closed]").forEach((part) => { part.open = false; delete part.dataset.closed; });
  });

  if (rows.some(({ row }) => row.dataset.status === "target")) controls.elements.status.value = "target";
  filter();
  if (location.hash) reveal();
})();
