/* global window */
// Runs in the add-in's page before office.js. In Excel on the desktop, window.external leads to the application. Here the surrounding page
// supplies it. A page opened on its own stays unchanged, and office.js reports that Excel is missing.
(function () {
  var host = window.parent !== window && window.parent.qaWorkbench;
  if (host) Object.assign(window.external, host.attach(window));
})();
