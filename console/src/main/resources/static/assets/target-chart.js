// Draws the figures of a target as its table has them; the table stays the source.
(function () {
  'use strict';

  var chart = null;

  var draw = function () {
    var place = document.querySelector('[data-target-chart]');
    var table = place ? document.getElementById(place.dataset.targetChart) : null;
    if (!table || !window.echarts) { return; }
    var rows = Array.prototype.slice.call(table.querySelectorAll('tbody tr'));
    var goal = place.dataset.goal ? Number(place.dataset.goal) : null;
    place.classList.add('drawn');
    place.style.height = '280px';
    if (chart) { chart.dispose(); }
    chart = window.echarts.init(place, null, { renderer: 'canvas' });
    chart.setOption({
      animation: false,
      aria: { enabled: true },
      grid: { left: 8, right: 24, top: 32, bottom: 8, containLabel: true },
      tooltip: { trigger: 'axis', renderMode: 'richText', confine: true },
      xAxis: {
        type: 'category', data: rows.map(function (row) { return row.querySelector('th').textContent.trim(); }), axisTick: { show: false },
        axisLine: { lineStyle: { color: '#B8C2CC' } }, axisLabel: { color: '#1B2430' }
      },
      yAxis: { type: 'value', axisLabel: { color: '#536273' }, splitLine: { lineStyle: { color: '#E3E8EE' } }, max: function (span) { return goal === null ? span.max : Math.max(span.max, goal); } },
      series: [{
        type: 'line', symbolSize: 9, lineStyle: { color: '#12436D', width: 2 }, itemStyle: { color: '#12436D' },
        data: rows.map(function (row) {
          var estimated = row.dataset.estimated === 'true';
          return { value: Number(row.dataset.value), symbol: estimated ? 'emptyCircle' : 'circle' };
        }),
        markLine: {
          silent: true, symbol: 'none', lineStyle: { color: '#2E8B57', type: 'dashed', width: 2 },
          label: { formatter: place.dataset.goalWord + ': {c}', position: 'insideStartTop', color: '#1B2430' }, data: goal === null ? [] : [{ yAxis: goal }]
        }
      }]
    });
  };

  document.addEventListener('DOMContentLoaded', draw);
  window.addEventListener('resize', function () { if (chart) { chart.resize(); } });
}());
