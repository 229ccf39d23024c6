"use strict";
/* 排序和查找。没有它，页面不缺任何内容。Sorts and searches; without it nothing is missing. */
for (const section of document.querySelectorAll("[data-tools]")) {
  const words = section.dataset;
  const tables = [...section.querySelectorAll("table")];
  const rows = tables.flatMap((table) => [...table.tBodies[0].rows]);

  const search = document.createElement("p");
  search.className = "search";
  search.dataset.added = "";
  const label = document.createElement("label");
  label.textContent = words.search;
  const input = document.createElement("input");
  input.type = "search";
  label.append(" ", input);
  const shown = document.createElement("span");
  shown.setAttribute("role", "status");
  search.append(label, " ", shown);
  section.querySelector("h3, table")?.before(search);
  input.addEventListener("input", () => {
    const wanted = input.value.trim().toLowerCase();
    for (const row of rows) {
      row.hidden = !row.textContent.toLowerCase().includes(wanted);
    }
    const left = rows.filter((row) => !row.hidden).length;
    shown.textContent = wanted ? `${words.shown} ${left} / ${rows.length}` : "";
  });

  for (const table of tables) {
    if (table.tBodies[0].rows.length < 2) continue;
    const heads = [...table.tHead.rows[0].cells];
    for (const [column, head] of heads.entries()) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "sorter";
      button.dataset.added = "";
      button.setAttribute("aria-label", `${words.sort} ${head.textContent}`);
      button.textContent = "\u21c5";
      button.addEventListener("click", () => {
        const falling = head.getAttribute("aria-sort") === "ascending";
        for (const other of heads) {
          other.removeAttribute("aria-sort");
          const mark = other.querySelector(".sorter");
          if (mark) mark.textContent = "\u21c5";
        }
        button.textContent = falling ? "\u25bc" : "\u25b2";
        head.setAttribute("aria-sort", falling ? "descending" : "ascending");
        const sorted = [...table.tBodies[0].rows].sort((one, other) => compare(one.cells[column], other.cells[column]));
        table.tBodies[0].append(...(falling ? sorted.reverse() : sorted));
      });
      head.append(button);
    }
  }
}

/* 数字按大小，其他按文字。Figures by size, all else as text. */
function compare(one, other) {
  const [first, second] = [one, other].map((cell) => Number(cell.querySelector("data")?.value));
  if (!Number.isNaN(first) && !Number.isNaN(second)) return first - second;
  if (Number.isNaN(first) !== Number.isNaN(second)) return Number.isNaN(first) ? 1 : -1;
  return one.textContent.trim().localeCompare(other.textContent.trim(), document.documentElement.lang);
}
