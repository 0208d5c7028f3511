
(function () {
  "use strict";
  var root = document.documentElement;
  var find = function (id) { return document.getElementById(id); };
  var stage = find("stage");
  var picture = find("picture");
  var groups = Array.from(picture.querySelectorAll(".step"));
  var told = Array.from(document.querySelectorAll(".told"));
  var height = picture.viewBox.baseVal.height;
  var calm = matchMedia("(prefers-reduced-motion: reduce)");
  var at = -1;

  function span(number) {
    var group = groups[number - 1];
    return { top: Number(group.dataset.top), bottom: Number(group.dataset.bottom) };
  }

  function place(id, top, bottom) {
    find(id).setAttribute("y", top);
    find(id).style.y = top + "px";
    find(id).setAttribute("height", Math.max(0, bottom - top));
    find(id).style.height = Math.max(0, bottom - top) + "px";
  }

  function scroll(now, smooth) {
    var scale = picture.getBoundingClientRect().width / picture.viewBox.baseVal.width;
    var names = find("names").offsetHeight;
    var room = stage.clientHeight - names;
    var target = now.bottom * scale - room * 0.72;
    var most = now.top * scale - 8;
    stage.scrollTo({
      top: Math.max(0, Math.min(target, most)),
      behavior: smooth ? "smooth" : "auto"
    });
  }

  function show(number) {
    var wanted = Math.max(0, Math.min(groups.length, number));
    if (wanted === at) { return; }
    var first = at === -1;
    at = wanted;
    told.forEach(function (each) {
      if (Number(each.dataset.step) === at) { each.setAttribute("aria-current", "step"); }
      else { each.removeAttribute("aria-current"); }
    });
    root.classList.toggle("walking", at > 0);
    var now = at > 0 ? span(at) : { top: 0, bottom: 0 };
    place("band", now.top, now.bottom);
    place("mark", now.top, now.bottom);
    place("rest", now.bottom, height);
    scroll(now, !first ? !calm.matches : false);
    find("words").scrollTop = 0;
    find("count").textContent = at + " / " + groups.length;
    find("first").disabled = find("back").disabled = at === 0;
    find("last").disabled = find("next").disabled = at === groups.length;
    if (!first) { history.replaceState(null, "", "#" + at); }
  }

  function theme() {
    var set = root.dataset.theme;
    var dark = set ? set === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = dark ? "light" : "dark";
  }

  var keys = {
    ArrowRight: function () { show(at + 1); },
    PageDown: function () { show(at + 1); },
    ArrowLeft: function () { show(at - 1); },
    PageUp: function () { show(at - 1); },
    Home: function () { show(0); },
    End: function () { show(groups.length); },
    d: theme
  };

  document.addEventListener("keydown", function (event) {
    if (event.ctrlKey || event.altKey || event.metaKey) { return; }
    var isButton = event.target instanceof HTMLButtonElement;
    if (event.key === " ") {
      if (isButton) { return; }
      event.preventDefault();
      show(event.shiftKey ? at - 1 : at + 1);
    } else if (Object.hasOwn(keys, event.key)) {
      event.preventDefault();
      keys[event.key]();
    }
  });
  find("first").onclick = keys.Home;
  find("back").onclick = keys.ArrowLeft;
  find("next").onclick = keys.ArrowRight;
  find("last").onclick = keys.End;
  find("theme").onclick = theme;
  picture.addEventListener("click", function (event) {
    var box = picture.getBoundingClientRect();
    var y = (event.clientY - box.top) * height / box.height;
    show(groups.findIndex(function (each) { return Number(each.dataset.bottom) > y; }) + 1);
  });
  window.addEventListener("hashchange", function () { show(Number(location.hash.slice(1))); });
  root.classList.add("steps");
  show(Number(location.hash.slice(1)) || 0);
}());
