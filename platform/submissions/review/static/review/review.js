// A canned answer that is chosen comes into the text field, behind what was typed, where it can be changed.
document.querySelectorAll("[data-canned]").forEach((choice) => {
  const target = document.getElementById(choice.dataset.canned);
  const texts = JSON.parse(document.getElementById(choice.dataset.texts).textContent);
  choice.addEventListener("change", () => {
    const text = texts[choice.value];
    if (!text) return;
    target.value = target.value.trim() ? `${target.value.trim()}\n\n${text}` : text;
    choice.value = "";
    target.focus();
  });
});
