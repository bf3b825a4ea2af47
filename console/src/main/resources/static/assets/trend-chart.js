// Draws how the figures of the table beside it moved; the table stays the source.
(function () {
  'use strict';

  var chart = null;

  var number = function (text) { return Number(text.replace(/[^\d]/g, '')) || 0; };
  var rate = function (text) { return text === undefined || text === '' ? null : Number(text); };
  var word = function (table, line) { return table.querySelector('thead th[data-line="' + line + '"]').textContent.trim(); };

  var draw = function () {
    var place = document.querySelector('[data-trend]');
    var table = place ? document.getElementById(place.dataset.trend) : null;
    if (!table || !window.echarts) { return; }
    var rows = Array.prototype.slice.call(table.querySelectorAll('tbody tr'));
    place.classList.add('drawn');
    place.style.height = '320px';
    if (chart) { chart.dispose(); }
    chart = window.echarts.init(place, null, { renderer: 'canvas' });
    chart.setOption({
      animation: false,
      aria: { enabled: true, decal: { show: true } },
      grid: { left: 8, right: 8, top: 48, bottom: 8, containLabel: true },
      legend: { top: 0, left: 0, textStyle: { color: '#1B2430', fontSize: 12 } },
      tooltip: { trigger: 'axis', renderMode: 'richText', confine: true },
      xAxis: {
        type: 'category', data: rows.map(function (row) { return row.querySelector('th').textContent.trim(); }), axisTick: { show: false },
        axisLine: { lineStyle: { color: '#B8C2CC' } }, axisLabel: { color: '#1B2430' }
      },
      yAxis: [
        { type: 'value', minInterval: 1, axisLabel: { color: '#536273' }, splitLine: { lineStyle: { color: '#E3E8EE' } } },
        { type: 'value', min: 0, max: 100, axisLabel: { color: '#536273', formatter: '{value} %' }, splitLine: { show: false } }
      ],
      series: [
        {
          name: word(table, 'overdue'), type: 'bar', barMaxWidth: 22, itemStyle: { color: '#B3261E' },
          data: rows.map(function (row) { return number(row.querySelector('td').textContent); })
        },
        {
          name: word(table, 'due'), type: 'line', yAxisIndex: 1, symbolSize: 7, lineStyle: { color: '#12436D', width: 2 }, itemStyle: { color: '#12436D' },
          data: rows.map(function (row) { return rate(row.dataset.due); })
        },
        {
          name: word(table, 'all'), type: 'line', yAxisIndex: 1, symbol: 'emptyCircle', symbolSize: 7,
          lineStyle: { color: '#2E8B57', width: 2, type: 'dashed' }, itemStyle: { color: '#2E8B57' },
          data: rows.map(function (row) { return rate(row.dataset.all); })
        }
      ]
    });
  };

  document.addEventListener('DOMContentLoaded', draw);
  window.addEventListener('resize', function () { if (chart) { chart.resize(); } });
}());
