if (typeof document !== "undefined") require("../dom/setup.ts");
