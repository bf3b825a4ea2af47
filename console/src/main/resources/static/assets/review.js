// The review by keyboard, and the whole text beside it: on top of links and forms that work without.
(function () {
  'use strict';

  var WIDE = '(min-width: 1180px)';
  var pane = document.getElementById('source-pane');
  var current = null;
  var review = function () { return document.getElementById('review'); };
  var rows = function () { return Array.prototype.slice.call(review().querySelectorAll('[data-row]')).filter(function (row) { return row.offsetParent !== null; }); };
  var rowOf = function (element) { return element && element.closest ? element.closest('#review [data-row]') : null; };
  var find = function (name) { return review().querySelector('[data-row="' + CSS.escape(name) + '"]'); };

  // The place in the text
  var showPlace = function (name) {
    if (!pane || pane.hidden) { return; }
    pane.querySelectorAll('.is-current').forEach(function (mark) { mark.classList.remove('is-current'); });
    var mark = pane.querySelector('[data-rows~="' + CSS.escape(name) + '"]');
    if (mark) {
      mark.classList.add('is-current');
      pane.scrollTop += mark.getBoundingClientRect().top - pane.getBoundingClientRect().top - pane.clientHeight / 3;
    }
  };
  var loadPane = function () {
    if (!pane || !window.matchMedia(WIDE).matches) { return; }
    fetch(pane.dataset.src, { headers: { 'HX-Request': 'true' }, credentials: 'same-origin' })
      .then(function (answer) { if (!answer.ok) { throw new Error(String(answer.status)); } return answer.text(); })
      .then(function (html) {
        pane.replaceChildren.apply(pane, new DOMParser().parseFromString(html, 'text/html').body.childNodes);
        pane.hidden = false;
        document.body.classList.add('has-pane');
        if (current) { showPlace(current); }
      })
      .catch(function () { /* the excerpts of the rows stay */ });
  };

  var mark = function (row) {
    current = row.dataset.row;
    review().querySelectorAll('.is-current').forEach(function (other) { other.classList.remove('is-current'); });
    row.classList.add('is-current');
    showPlace(current);
  };
  var go = function (row) {
    var place = row ? row.querySelector('[data-focus]') : null;
    if (!place) { return; }
    var closed = row.closest('details:not([open])');
    if (closed) { closed.open = true; }
    place.focus({ preventScroll: true });
    row.scrollIntoView({ block: 'nearest' });
    mark(row);
  };
  var step = function (by, wanted) {
    var all = rows();
    var at = current ? all.findIndex(function (row) { return row.dataset.row === current; }) : -1;
    for (var i = at < 0 ? (by > 0 ? 0 : all.length - 1) : at + by; i >= 0 && i < all.length; i += by) {
      if (!wanted || wanted(all[i])) { go(all[i]); return; }
    }
  };
  var press = function (row, key) {
    var control = row ? row.querySelector('[data-key="' + key + '"]') : null;
    if (!control) { return; }
    control.click();
    var details = control.tagName === 'SUMMARY' ? control.parentElement : null;
    var field = details && details.open ? details.querySelector('textarea, input:not([type=hidden]), select') : null;
    if (field) { field.focus(); }
  };
  var pressGlobal = function (row, key) {
    var list = row ? row.closest('form.asked') : null;
    var control = (list || review()).querySelector('[data-global="' + key + '"]') || review().querySelector('[data-global="' + key + '"]');
    if (!control) { return; }
    var form = control.form;
    if (form && form.classList.contains('asked') && row && form.contains(row) && !form.querySelector('input[name=rows]:checked')) {
      row.querySelector('input[name=rows]').checked = true;
    }
    control.click();
  };

  var isTyping = function (element) {
    return element.isContentEditable || /^(TEXTAREA|SELECT)$/.test(element.tagName)
      || (element.tagName === 'INPUT' && element.type !== 'checkbox' && element.type !== 'radio');
  };
  var on = function () { var box = document.getElementById('keys-on'); return !box || box.checked; };
  var remember = function () {
    var box = document.getElementById('keys-on');
    try { if (box && window.localStorage.getItem('review-keys') === 'off') { box.checked = false; } } catch (blocked) { /* then for this page only */ }
  };

  document.addEventListener('keydown', function (event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || !on()) { return; }
    if (event.key === 'Escape' && isTyping(event.target)) { var back = rowOf(event.target); if (back) { go(back); } return; }
    if (isTyping(event.target) || !document.querySelector('.review-cols.is-open')) { return; }
    var row = rowOf(event.target) || (current ? find(current) : null);
    var key = event.key;
    if (key === 'j' || (key === 'ArrowDown' && rowOf(event.target))) { step(1); }
    else if (key === 'k' || (key === 'ArrowUp' && rowOf(event.target))) { step(-1); }
    else if (key === 'n') { step(1, function (one) { return one.hasAttribute('data-doubt'); }); }
    else if (/^[ecdsmp]$/.test(key)) { press(row, key); }
    else if (/^[twu]$/.test(key)) { pressGlobal(row, key); }
    else if (key === 'x') { var box = row ? row.querySelector('input[type=checkbox]') : null; if (box) { box.click(); } }
    else { return; }
    event.preventDefault();
  });
  document.addEventListener('focusin', function (event) { var row = rowOf(event.target); if (row && row.dataset.row !== current) { mark(row); } });
  document.addEventListener('change', function (event) {
    if (event.target.id === 'keys-on') {
      try { window.localStorage.setItem('review-keys', event.target.checked ? 'on' : 'off'); } catch (blocked) { /* then for this page only */ }
    }
  });
  document.addEventListener('click', function (event) {
    var target = event.target.closest ? event.target : null;
    var place = target ? target.closest('#source-pane a.mark') : null;
    if (place) {
      var row = place.dataset.rows.split(' ').map(find).filter(Boolean)[0];
      if (row) { event.preventDefault(); go(row); }
    }
    var all = target ? target.closest('[data-all]') : null;
    if (all) {
      var boxes = document.getElementById(all.dataset.all).querySelectorAll('input[name=rows]');
      var some = Array.prototype.some.call(boxes, function (box) { return !box.checked; });
      boxes.forEach(function (box) { box.checked = some; });
    }
  });

  var ready = function () {
    remember();
    review().querySelectorAll('[data-all]').forEach(function (button) { button.hidden = false; });
  };
  // After a stroke the review is new: back to the row, or to the one that took its place
  var places = [];
  document.addEventListener('htmx:beforeSwap', function () { places = rows().map(function (row) { return row.dataset.row; }); });
  document.addEventListener('htmx:afterSettle', function (event) {
    if (!event.detail.elt || event.detail.elt.id === 'announce') { return; }
    ready();
    if (event.detail.elt.id !== 'review') { return; }
    var at = places.indexOf(current);
    for (var i = Math.max(at, 0); i < places.length; i++) { if (find(places[i])) { go(find(places[i])); break; } }
    loadPane();
  });
  ready();
  loadPane();
}());
