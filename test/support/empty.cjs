// Replaces style sheets, which jest cannot use.
module.exports = {};
