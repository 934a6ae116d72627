// Stands in for style sheets, which mean nothing to jest.
module.exports = {};
