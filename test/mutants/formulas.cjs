const { load } = require("./load.cjs");

load("golden", (file) => file.startsWith("native-"));
