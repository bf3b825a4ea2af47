// Small helps on top of pages that work without scripts.
(function () {
  'use strict';

  var announce = function (text) {
    var region = document.getElementById('announce');
    if (region && text) { region.textContent = ''; setTimeout(function () { region.textContent = text; }, 50); }
  };

  var show = function (html, text) {
    var region = document.getElementById('messages');
    if (!region) { return; }
    region.textContent = '';
    if (html) {
      var parsed = new DOMParser().parseFromString(html, 'text/html').querySelector('.notice');
      if (parsed) { region.appendChild(document.importNode(parsed, true)); }
    }
    if (!region.firstChild) {
      var notice = document.createElement('p');
      notice.className = 'notice bad';
      notice.setAttribute('role', 'alert');
      notice.textContent = text;
      region.appendChild(notice);
    }
    region.scrollIntoView({ block: 'nearest' });
  };

  var offline = function () { return document.body.dataset.offline || ''; };

  document.addEventListener('htmx:responseError', function (event) { show(event.detail.xhr.responseText, offline()); });
  document.addEventListener('htmx:sendError', function () { show(null, offline()); });
  document.addEventListener('htmx:timeout', function () { show(null, offline()); });

  // Blank filters stay out of the address
  document.addEventListener('htmx:configRequest', function (event) {
    if (event.detail.verb !== 'get') { return; }
    var parameters = event.detail.parameters;
    Object.keys(parameters).forEach(function (name) { if (parameters[name] === '') { delete parameters[name]; } });
  });

  document.addEventListener('htmx:afterSettle', function (event) {
    var target = event.detail.elt;
    if (!target || !target.querySelector) { return; }
    var heading = target.matches('[data-focus]') ? target : target.querySelector('[data-focus]');
    if (heading) { heading.focus(); }
    else if (target.classList.contains('item')) { var title = target.querySelector('.item-title'); if (title) { title.focus(); } }
    var said = target.querySelector('[data-announce]');
    if (said) { announce(said.textContent); }
  });

  document.addEventListener('click', function (event) {
    var origin = event.target.closest ? event.target.closest('a') : null;
    if (!origin) { return; }
    if (origin.dataset.close) {
      var form = origin.closest('form');
      var item = origin.closest('.item');
      if (form && item) {
        event.preventDefault();
        form.remove();
        var title = item.querySelector('.item-title');
        if (title) { title.focus(); }
      }
    }
    if (origin.dataset.account) {
      var account = document.getElementById('account');
      var password = document.getElementById('password');
      if (account && password) {
        event.preventDefault();
        account.value = origin.dataset.account;
        password.focus();
      }
    }
  });

  // Printing is the browser's; the button is there where scripts are
  document.querySelectorAll('[data-print]').forEach(function (button) {
    button.hidden = false;
    button.addEventListener('click', function () { window.print(); });
  });

  // Words to be pasted elsewhere are copied at once where scripts are
  document.querySelectorAll('[data-copy]').forEach(function (button) {
    var words = document.getElementById(button.dataset.copy);
    if (!words) { return; }
    button.hidden = false;
    button.addEventListener('click', function () {
      words.focus();
      words.select();
      var copied = navigator.clipboard && window.isSecureContext ? navigator.clipboard.writeText(words.value) : Promise.resolve(document.execCommand('copy'));
      copied.then(function () { announce(button.dataset.copied); });
    });
  });

  // Choosing among many: what is typed narrows the choices, and "all" takes those that are left
  var fold = function (text) { return text.normalize('NFD').replace(/[\u0300-\u036f]/g, '').replace(/đ/gi, 'd').toLowerCase(); };
  document.querySelectorAll('[data-pick]').forEach(function (pick) {
    var search = pick.querySelector('[data-pick-search]');
    var all = pick.querySelector('[data-pick-all]');
    var count = pick.querySelector('[data-pick-count]');
    var choices = function () { return Array.prototype.slice.call(pick.querySelectorAll('.checks .choice')); };
    var tell = function () {
      if (count) { count.textContent = choices().filter(function (choice) { return choice.querySelector('input').checked; }).length; }
    };
    if (search) {
      search.closest('.field').hidden = false;
      search.addEventListener('input', function () {
        var words = fold(search.value).split(/\s+/).filter(Boolean);
        choices().forEach(function (choice) {
          var name = fold(choice.textContent);
          choice.hidden = !words.every(function (word) { return name.indexOf(word) >= 0; });
        });
      });
      search.addEventListener('keydown', function (event) { if (event.key === 'Enter') { event.preventDefault(); } });
    }
    if (all) {
      all.removeAttribute('name');
      all.addEventListener('change', function () {
        choices().forEach(function (choice) { if (!choice.hidden) { choice.querySelector('input').checked = all.checked; } });
        tell();
      });
      if (all.checked) { choices().forEach(function (choice) { choice.querySelector('input').checked = true; }); }
    }
    pick.addEventListener('change', tell);
    tell();
  });

  // An open menu closes with Escape and when one looks elsewhere
  document.addEventListener('keydown', function (event) {
    var menu = document.querySelector('details.me[open]');
    if (event.key === 'Escape' && menu) { menu.open = false; menu.querySelector('summary').focus(); }
  });
  document.addEventListener('click', function (event) {
    var menu = document.querySelector('details.me[open]');
    if (menu && !menu.contains(event.target)) { menu.open = false; }
  });

  // Dashboards follow what happens: an event says that something changed, the figures are then fetched anew
  var board = document.querySelector('[data-live]');
  if (board && window.EventSource) {
    var waiting = null;
    var refresh = function () {
      waiting = null;
      var focused = document.activeElement && board.contains(document.activeElement) ? document.activeElement.id : null;
      fetch(window.location.href, { headers: { 'HX-Request': 'true' }, credentials: 'same-origin' })
        .then(function (answer) { if (!answer.ok) { throw new Error(String(answer.status)); } return answer.text(); })
        .then(function (html) {
          var fresh = new DOMParser().parseFromString(html, 'text/html').body;
          var left = board.querySelector('.scroll') ? board.querySelector('.scroll').scrollLeft : 0;
          board.replaceChildren.apply(board, Array.prototype.map.call(fresh.childNodes, function (node) { return document.importNode(node, true); }));
          if (left && board.querySelector('.scroll')) { board.querySelector('.scroll').scrollLeft = left; }
          if (focused && document.getElementById(focused)) { document.getElementById(focused).focus({ preventScroll: true }); }
          document.dispatchEvent(new CustomEvent('board:fresh'));
          announce(board.dataset.updated);
        })
        .catch(function () { /* the next change tries again */ });
    };
    var source = new EventSource(board.dataset.live);
    source.addEventListener('changed', function () { if (!waiting) { waiting = setTimeout(refresh, 400); } });
    window.addEventListener('pagehide', function () { source.close(); });
  }
}());
