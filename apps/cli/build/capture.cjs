/** Required before the program: when that ends, writes the code its script had by then beside the script. */
const { writeFileSync } = require("node:fs");
const vm = require("node:vm");

vm.Script = class extends vm.Script {
  constructor(source, options) {
    super(source, options);
    process.on("exit", () =>
      writeFileSync(options.filename.replace(/\.js$/, ".cache"), this.createCachedData()),
    );
  }
};
