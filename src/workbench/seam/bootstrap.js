/* global window */
// Runs in the add-in's page before office.js. In Excel on the desktop, window.external is the way to the application; here
// the page around this one supplies it. Opened on its own, the page is left alone and office.js says that Excel is missing.
(function () {
  var host = window.parent !== window && window.parent.qaWorkbench;
  if (host) Object.assign(window.external, host.attach(window));
})();
