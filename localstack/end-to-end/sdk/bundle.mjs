// Minifies a release of the shop's cart page: bundle.mjs DIRECTORY
// DIRECTORY holds the sources; writes dist/cart.js and dist/cart.js.map beside them. Prints {}.
import { build } from "esbuild";

await build({
  absWorkingDir: process.argv[2],
  entryPoints: ["pages/cart.js"],
  bundle: true,
  minify: true,
  format: "esm",
  sourcemap: true,
  outfile: "dist/cart.js",
  logLevel: "error",
});
console.log("{}");
