const { load } = require("./load.cjs");

load("property");
