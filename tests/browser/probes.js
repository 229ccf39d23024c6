// What the tests ask of a page in the browser; tools.py calls one of these by its name.
({
  /** Every id, in order. */
  ids: () => [...document.querySelectorAll("[id]")].map((one) => one.id),

  /** Every address that the page leads to, as the browser resolves it. */
  links: () => [...document.querySelectorAll("[href]")].map((one) => one.href),

  /** The text as a reader sees it, of the page and of its content, without what a script added: ask last.
      Links about the page are no content, and paper has no use for them. What is folded away is, and paper has it open. */
  text() {
    document.querySelectorAll("[data-added]").forEach((one) => one.remove());
    const whole = document.body.innerText;
    document.querySelectorAll("main nav").forEach((one) => one.remove());
    const main = document.querySelector("main") ?? document.body;
    const folded = matchMedia("print").matches ? [] : [...document.querySelectorAll("details:not([open])")];
    folded.forEach((one) => (one.open = true));
    const content = main.innerText.replace(/\s+/g, "");
    folded.forEach((one) => (one.open = false));
    return [whole, content];
  },

  /** Every marked figure: key, value, text, and whether it can be seen. */
  figures: () =>
    [...document.querySelectorAll("[data-figure]")].map((one) => [
      one.dataset.figure,
      one.getAttribute("value"),
      one.textContent,
      one.checkVisibility(),
    ]),

  /** Figures without a mark in places where points stand. */
  unmarked() {
    const places =
      "td.number, td.total, td.rank, .sum, .figures, .steps strong, .head dd, .columns dd, h2 small, h3 small, h4 small";
    const points = /^[+\-−]?\d+\.\d\d(\s*\/\s*\d+\.\d\d)?$/;
    const found = new Set();
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) {
      const text = walk.currentNode.data.trim();
      const parent = walk.currentNode.parentElement;
      if (!/\d/.test(text) || parent.closest("[data-figure], svg")) continue;
      if (parent.closest(places) || (parent.matches("td, dd") && points.test(text))) found.add(text);
    }
    return [...found];
  },

  /** Grades and states, each with the words it has beside its colour and shape. */
  verdicts: () =>
    [...document.querySelectorAll(".grade, .status, [data-figure$=':grade']")].map((one) => {
      const copy = one.cloneNode(true);
      copy.querySelectorAll("[aria-hidden=true]").forEach((shape) => shape.remove());
      return [one.getAttribute("class") ?? "", one.getAttribute("value") ?? "", copy.textContent.trim()];
    }),

  /** Text that is mostly Chinese and does not say so; titles cannot, and codes are names in every language. */
  foreign() {
    const mostly = (text) => (text.match(/\p{Script=Han}/gu) ?? []).length * 2 > (text.match(/\p{L}/gu) ?? []).length;
    const chinese = (one) => (one.closest("[lang]")?.getAttribute("lang") ?? "").startsWith("zh");
    const found = new Set();
    const walk = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) {
      const parent = walk.currentNode.parentElement;
      if (parent.closest("style, script, title, desc, code") || chinese(parent)) continue;
      if (mostly(walk.currentNode.data)) found.add(`${parent.localName}: ${walk.currentNode.data.trim()}`);
    }
    return [...found];
  },

  /** Whether something is kept for screen readers only, or away until it has the focus. */
  isAway(one) {
    for (let up = one; up && up !== document.body; up = up.parentElement) {
      const style = getComputedStyle(up);
      if (style.position === "absolute" && (up.getBoundingClientRect().right <= 0 || style.clipPath !== "none")) return true;
    }
    return false;
  },

  /** Words that are broken in two at the end of a line, where they are neither codes nor addresses. */
  brokenWords() {
    const found = new Set();
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    while (walk.nextNode()) {
      const node = walk.currentNode;
      const parent = node.parentElement;
      if (!parent.checkVisibility() || parent.closest("code, pre, svg, .url, .arithmetic") || this.isAway(parent)) continue;
      range.selectNodeContents(node);
      if (range.getClientRects().length < 2) continue;
      for (const word of node.data.matchAll(/[A-Za-z]{2,20}|\d+[.,]\d+/g)) {
        range.setStart(node, word.index);
        range.setEnd(node, word.index + word[0].length);
        if (new Set([...range.getClientRects()].map((one) => one.top)).size > 1) found.add(word[0]);
      }
    }
    return [...found];
  },

  /** What is wider than the window or the paper, sticks out, runs over its cell, is cut off, or breaks a word. */
  misfits() {
    const root = document.documentElement;
    const edge = root.getBoundingClientRect().right;
    const found = [];
    const name = (one) => {
      const id = one.id ? `#${one.id}` : "";
      const classes = one.getAttribute("class") ? `.${one.getAttribute("class").replace(/\s+/g, ".")}` : "";
      return `${one.localName}${id}${classes} ${one.textContent.trim().slice(0, 40)}`;
    };
    const scrolled = (one) => {
      for (let up = one.parentElement; up && up !== document.body; up = up.parentElement)
        if (["auto", "scroll"].includes(getComputedStyle(up).overflowX)) return true;
      return false;
    };
    if (root.scrollWidth > root.clientWidth) found.push(`page: ${root.scrollWidth} px wide in ${root.clientWidth} px`);
    for (const one of document.body.querySelectorAll("*")) {
      const box = one.getBoundingClientRect();
      if (box.width === 0 || box.height === 0) continue;
      if ((box.right > edge + 1 || box.left < -1) && !this.isAway(one) && !scrolled(one))
        found.push(`sticks out: ${name(one)} (${Math.round(box.left)} to ${Math.round(box.right)} px)`);
      else if (one instanceof HTMLElement && one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 1 && !this.isAway(one)) {
        if (["hidden", "clip"].includes(getComputedStyle(one).overflowX)) found.push(`cut off: ${name(one)}`);
        else if (one.matches("th, td, dt, dd, li")) found.push(`runs over: ${name(one)} (${one.scrollWidth} in ${one.clientWidth} px)`);
      }
    }
    return [...found, ...this.brokenWords().map((word) => `breaks a word: ${word}`)];
  },

  /** Elements with the names of their attributes, in order; a chart's label may take more lines or fewer. */
  skeleton: () =>
    [...document.querySelectorAll("*")]
      .filter((one) => one.localName !== "text")
      .map((one) => [one.localName, ...one.getAttributeNames().sort()].join(" ")),

  /** Opens what is folded away, and from now on writes down what gets the focus and how that shows. */
  followFocus() {
    document.querySelectorAll("details").forEach((one) => (one.open = true));
    const controls = "a[href], button, input, select, textarea, summary";
    const stops = [...document.querySelectorAll(`${controls}, [tabindex]`)].filter(
      (one) =>
        (one.matches(controls) || one.tabIndex >= 0) && !one.disabled && one.checkVisibility({ visibilityProperty: true }),
    );
    const look = (one) => {
      const { outlineStyle, outlineWidth, outlineColor, boxShadow, backgroundColor, borderColor } = getComputedStyle(one);
      const outline = outlineStyle === "none" || parseFloat(outlineWidth) === 0 ? "none" : outlineStyle + outlineColor;
      return [outline, boxShadow, backgroundColor, borderColor].join(" ");
    };
    const before = new Map(stops.map((one) => [one, look(one)]));
    const order = [];
    const troubles = [];
    document.addEventListener("focusin", ({ target }) => {
      const name = `${target.localName} ${target.textContent.trim().slice(0, 40)}`;
      const box = target.getBoundingClientRect();
      order.push(stops.indexOf(target));
      if (look(target) === before.get(target)) troubles.push(`the focus does not show: ${name}`);
      if (box.right <= 0 || box.width === 0 || box.height === 0) troubles.push(`has the focus out of sight: ${name}`);
    });
    window.followed = () => {
      const missed = stops.filter((_, place) => !order.includes(place));
      troubles.push(...missed.map((one) => `never has the focus: ${one.localName} ${one.textContent.trim().slice(0, 40)}`));
      const sorted = order.every((place, step) => step === 0 || place > order[step - 1]);
      if (!sorted) troubles.push(`the focus jumps: ${order.join(" ")}`);
      return troubles;
    };
    return stops.length;
  },

  /** What was written down since followFocus. */
  followed: () => window.followed(),

  /** Begins with another probe, so that two windows can be at work side by side. */
  begin(probe, ...words) {
    window.begun = new Promise((done) => setTimeout(() => done(this[probe](...words))));
  },

  /** What the probe tells that was begun. */
  begun: () => window.begun,

  /** Marks one text of each kind: with the same tags and classes up to the root, the same colour and ground. */
  markKinds() {
    const kinds = new Set();
    for (const one of document.body.querySelectorAll("*")) {
      if (![...one.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim())) continue;
      const style = getComputedStyle(one);
      let [kind, ground] = [`${style.color} ${style.fill} ${style.fontSize} ${style.fontWeight}`, ""];
      for (let up = one; up; up = up.parentElement) {
        kind += ` ${up.localName}.${up.getAttribute("class")}`;
        const behind = getComputedStyle(up).backgroundColor;
        if (!ground && behind !== "rgba(0, 0, 0, 0)") ground = behind;
      }
      if (!kinds.has(kind + ground)) one.setAttribute("data-contrast", "");
      kinds.add(kind + ground);
    }
  },

  /** Leaves of the page what is marked and what it stands in: enough to look at colours, and much less. */
  keepKinds() {
    for (const one of document.body.querySelectorAll("*"))
      if (!one.matches("[data-contrast]") && !one.querySelector("[data-contrast]")) one.remove();
  },

  /** What axe-core finds, a line for each element; the contrast of each kind of text is looked at once. */
  async violations(runOnly) {
    this.markKinds();
    axe.configure({ rules: [{ id: "color-contrast", selector: "[data-contrast]" }] });
    const told = await axe.run(document, { resultTypes: ["violations"], preload: false, runOnly });
    return told.violations.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.html.slice(0, 160)}`));
  },
})
