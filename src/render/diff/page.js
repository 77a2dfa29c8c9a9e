"use strict";
const form = document.querySelector(".filters");
form.addEventListener("change", () => {
  const kinds = new Set([...form.querySelectorAll("[name=kind]:checked")].map((box) => box.value));
  for (const article of document.querySelectorAll("article"))
    article.hidden = !article.dataset.kinds.split(" ").some((kind) => kinds.has(kind));
  document.body.classList.toggle("sides", form.elements.sides.checked);
});
