// Reads a PDF file with pdf.js and prints as JSON what a browser shows of it as text:
//   node pdfjs.mjs FOLDER-OF-PDFJS FILE
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

// What pdf.js draws with. It asks for it even if it only reads text, and node has none.
for (const name of ["DOMMatrix", "ImageData", "Path2D"]) globalThis[name] ??= class {};

const [folder, file] = process.argv.slice(2);
const { getDocument, VerbosityLevel } = await import(pathToFileURL(`${folder}/legacy/build/pdf.mjs`));
const doc = await getDocument({
  data: new Uint8Array(readFileSync(file)),
  disableFontFace: true,
  verbosity: VerbosityLevel.ERRORS,
}).promise;

const pages = [];
for (let n = 1; n <= doc.numPages; n++) {
  const { items } = await (await doc.getPage(n)).getTextContent();
  pages.push(items.map(({ str, hasEOL }) => str + (hasEOL ? "\n" : "")).join(""));
}
const titles = (entries) => (entries ?? []).flatMap(({ title, items }) => [title, ...titles(items)]);
const { info, metadata } = await doc.getMetadata();
console.log(JSON.stringify({
  pages,
  outline: titles(await doc.getOutline()),
  title: info.Title,
  metadataTitle: metadata.get("dc:title"),
  labels: await doc.getPageLabels(),
}));
