// One script for each island, named by what is in it, into the package's static files, with the
// licences of the libraries that went into them.
import { readdirSync, readFileSync } from "node:fs";
import { defineConfig } from "vite";

const islands = ["reader", "charts", "map", "review"];

const licences = {
  name: "licences",
  generateBundle(_, bundle) {
    const modules = Object.values(bundle).flatMap((chunk) => Object.keys(chunk.modules ?? {}));
    const found = modules.map((id) => /^.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(id));
    const folders = new Map(found.filter(Boolean).map(([folder, name]) => [name, folder]));
    const texts = [...folders].sort().map(([name, folder]) => {
      const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
      if (!file) throw new Error(`${name} comes without a licence`);
      return `${name}\n\n${readFileSync(`${folder}/${file}`, "utf8").trim()}\n`;
    });
    this.emitFile({ type: "asset", fileName: "licences.txt", source: texts.join("\n----\n\n") });
  },
};

export default defineConfig({
  base: "/static/built/",
  publicDir: false,
  plugins: [licences],
  build: {
    outDir: "../src/sayso/web/static/built",
    emptyOutDir: true,
    manifest: "manifest.json",
    modulePreload: { polyfill: false },
    target: "es2022",
    rollupOptions: {
      input: Object.fromEntries(islands.map((name) => [name, `src/${name}.ts`])),
      output: { entryFileNames: "[name]-[hash].js", chunkFileNames: "[name]-[hash].js" },
    },
  },
});
