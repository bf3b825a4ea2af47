// Draws what the table beside it says; the table stays the source.
(function () {
  'use strict';

  var COLOURS = {
    'overdue': '#B3261E', 'due-soon': '#D98200', 'in-time': '#2E8B57', 'no-deadline': '#8795A3', 'completed-late': '#801650', 'completed-in-time': '#12436D'
  };
  var MOST = 15;
  var chart = null;

  var number = function (cell) { return Number(cell.textContent.replace(/[^\d]/g, '')) || 0; };

  var draw = function () {
    var place = document.querySelector('[data-chart]');
    var table = place ? document.getElementById(place.dataset.chart) : null;
    if (!table || !window.echarts) { return; }
    var classes = Array.prototype.map.call(table.querySelectorAll('thead th[data-class]'), function (head) {
      return { code: head.dataset.class, word: head.textContent.trim() };
    });
    // Lines without a single task stay in the table alone
    var rows = Array.prototype.filter.call(table.querySelectorAll('tbody tr'), function (row) {
      return classes.some(function (one, at) { return number(row.querySelectorAll('td')[at]) > 0; });
    }).slice(0, MOST);
    if (!rows.length) { place.classList.remove('drawn'); return; }
    var names = rows.map(function (row) { return row.querySelector('th').textContent.trim(); });
    place.classList.add('drawn');
    place.style.height = (rows.length * 30 + (place.clientWidth < 560 ? 128 : 76)) + 'px';
    if (chart) { chart.dispose(); }
    var narrow = place.clientWidth < 560;
    chart = window.echarts.init(place, null, { renderer: 'canvas' });
    chart.setOption({
      animation: false,
      aria: { enabled: true, decal: { show: true } },
      color: classes.map(function (one) { return COLOURS[one.code]; }),
      grid: { left: 8, right: 24, top: narrow ? 92 : 40, bottom: 8, containLabel: true },
      legend: { top: 0, left: 0, itemWidth: 16, itemHeight: 12, textStyle: { color: '#1B2430', fontSize: 12 } },
      tooltip: { trigger: 'axis', axisPointer: { type: 'shadow' }, renderMode: 'richText', confine: true },
      xAxis: { type: 'value', minInterval: 1, axisLabel: { color: '#536273' }, splitLine: { lineStyle: { color: '#E3E8EE' } } },
      yAxis: {
        type: 'category', inverse: true, data: names, axisTick: { show: false }, axisLine: { lineStyle: { color: '#B8C2CC' } },
        axisLabel: { color: '#1B2430', width: narrow ? 110 : 230, overflow: 'truncate' }
      },
      series: classes.map(function (one, at) {
        return {
          name: one.word, type: 'bar', stack: 'all', barMaxWidth: 18,
          itemStyle: { borderColor: '#fff', borderWidth: 1 },
          data: rows.map(function (row) { return number(row.querySelectorAll('td')[at]); })
        };
      })
    });
  };

  document.addEventListener('DOMContentLoaded', draw);
  document.addEventListener('board:fresh', draw);
  window.addEventListener('resize', function () { if (chart) { chart.resize(); } });
}());
