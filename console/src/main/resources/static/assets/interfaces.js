(function () {
  'use strict';
  document.addEventListener('DOMContentLoaded', function () {
    var place = document.getElementById('swagger');
    if (place && window.SwaggerUIBundle) {
      window.SwaggerUIBundle({
        url: place.dataset.source, domNode: place, deepLinking: true, validatorUrl: null, docExpansion: 'list', defaultModelsExpandDepth: 0,
        supportedSubmitMethods: ['get']
      });
    }
  });
}());
