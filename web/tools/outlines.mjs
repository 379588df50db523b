// Natural Earth's countries (1:50 million, public domain, from the package world-atlas) to
// src/sayso/web/data/outlines.json: rings of whole hundredths of a degree, by ISO alpha-3 code.
// Run it with `npm run outlines`; its result is kept with the sources, as it changes seldom.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { feature } from "topojson-client";
import { presimplify, quantile, simplify } from "topojson-simplify";

const require = createRequire(import.meta.url);
const root = new URL("../../", import.meta.url);
// Share of points that go, and the smallest island kept beside a country's largest ring (deg²).
const [DROPPED, SMALLEST] = [0.5, 0.02];
// Names that the table of countries writes in another way.
const OTHERWISE = {
  "Bosnia and Herz.": "BIH", "Central African Rep.": "CAF", "Dem. Rep. Congo": "COD",
  "Dominican Rep.": "DOM", "Eq. Guinea": "GNQ", "S. Sudan": "SSD", "W. Sahara": "ESH",
  "Solomon Is.": "SLB", "Falkland Is.": "FLK", "Marshall Is.": "MHL", "N. Mariana Is.": "MNP",
  "Cook Is.": "COK", "Cayman Is.": "CYM", "Faeroe Is.": "FRO", "Turks and Caicos Is.": "TCA",
  "Antigua and Barb.": "ATG", "St. Kitts and Nevis": "KNA", "St. Vin. and Gren.": "VCT",
  "St. Pierre and Miquelon": "SPM", "Wallis and Futuna Is.": "WLF", "Fr. Polynesia": "PYF",
  "Fr. S. Antarctic Lands": "ATF", "Br. Indian Ocean Ter.": "IOT", "Pitcairn Is.": "PCN",
  "São Tomé and Principe": "STP", "U.S. Virgin Is.": "VIR", "British Virgin Is.": "VGB",
  "S. Geo. and the Is.": "SGS", "Heard I. and McDonald Is.": "HMD", "Macao": "MAC",
};

const fold = (name) => name.normalize("NFKD").replace(/\p{M}|['’.]/gu, "").toLowerCase();

function codes() {
  const lines = readFileSync(new URL("src/sayso/ground/data/countries.tsv", root), "utf8")
    .split("\n").filter((line) => line && !line.startsWith("#"));
  const head = lines.shift().split("\t");
  const column = (name) => head.indexOf(name);
  const found = new Map();
  for (const cells of lines.map((line) => line.split("\t"))) {
    for (const name of [cells[column("name")], ...cells[column("aliases")].split("|")]) {
      found.set(fold(name), cells[column("iso3")]);
    }
  }
  return found;
}

const area = (ring) =>
  Math.abs(ring.reduce((sum, [x, y], n) => {
    const [u, v] = ring[(n + 1) % ring.length];
    return sum + x * v - u * y;
  }, 0)) / 2;

// A ring that crosses the 180th meridian, as one or two rings that do not: its longitudes are
// followed past 180 degrees, and what lies there is cut off and moved to the other side.
function cut(ring) {
  const out = [[...ring[0]]];
  for (const [x, y] of ring.slice(1)) {
    const last = out.at(-1)[0];
    out.push([x + 360 * Math.round((last - x) / 360), y]);
  }
  const turn = out.at(-1)[0] - out[0][0];
  if (Math.abs(turn) > 180) out.push([out.at(-1)[0], -90], [out[0][0], -90], [...out[0]]);
  const lons = out.map(([x]) => x);
  const parts = [];
  for (const turns of [-1, 0, 1]) {
    const [west, east] = [-180 + 360 * turns, 180 + 360 * turns];
    if (Math.max(...lons) <= west || Math.min(...lons) >= east) continue;
    const inside = clip(clip(out, west, 1), east, -1);
    if (inside.length > 3) parts.push(inside.map(([x, y]) => [x - 360 * turns, y]));
  }
  return parts;
}

function clip(ring, limit, sign) {
  const out = [];
  for (let n = 1; n < ring.length; n++) {
    const [[a, b], [x, y]] = [ring[n - 1], ring[n]];
    const [from, to] = [sign * (a - limit) >= 0, sign * (x - limit) >= 0];
    if (from !== to) out.push([limit, b + ((limit - a) / (x - a)) * (y - b)]);
    if (to) out.push([x, y]);
  }
  return out.length ? [...out, out[0]] : out;
}

// Hundredths of a degree; each point but the first as the step from the one before it.
function packed(ring) {
  const points = ring.map(([x, y]) => [Math.round(x * 100), Math.round(y * 100)]);
  const out = [];
  let [a, b] = [0, 0];
  for (const [x, y] of points.slice(0, -1)) {
    if (out.length && x === a && y === b) continue;
    out.push(x - a, y - b);
    [a, b] = [x, y];
  }
  return out;
}

const world = presimplify(require("world-atlas/countries-50m.json"));
const kept = simplify(world, quantile(world, DROPPED));
const byName = codes();
const countries = {};
const uncoded = [];
for (const { properties, geometry } of feature(kept, kept.objects.countries).features) {
  if (!geometry) continue;
  const code = OTHERWISE[properties.name] ?? byName.get(fold(properties.name)) ?? "";
  if (!code) uncoded.push(properties.name);
  const polygons = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
  const rings = polygons.flatMap(([outer]) => cut(outer)).sort((a, b) => area(b) - area(a));
  const large = rings.filter((ring, n) => n === 0 || area(ring) >= SMALLEST).map(packed);
  countries[code] = [...(countries[code] ?? []), ...large.filter((ring) => ring.length >= 6)];
}
const source = "Natural Earth 1:50m admin 0, public domain, made smaller by web/tools/outlines.mjs";
const lines = Object.keys(countries).sort().map((c) => `${JSON.stringify(c)}:${JSON.stringify(countries[c])}`);
const target = new URL("src/sayso/web/data/outlines.json", root);
writeFileSync(target, `{"source":${JSON.stringify(source)},"countries":{\n${lines.join(",\n")}\n}}\n`);
console.log(`${lines.length} countries; without a code: ${uncoded.join(", ") || "none"}`);
