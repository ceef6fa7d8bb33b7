import { expect, test } from "vitest";
import { contentTypeOf, isShown } from "./content-type.ts";

const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

test.each([
  ["a picture", png, "image/png"],
  ["a PDF", Buffer.from("%PDF-1.7\n1 0 obj\n"), "application/pdf"],
  ["a text", Buffer.from("Straße: 12 € \r\n\tdone\x1b[0m"), "text/plain"],
  ["a page of HTML", Buffer.from("<!doctype html><script>alert(1)</script>"), "text/plain"],
  ["an SVG", Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), "text/plain"],
  ["an SVG with a head", Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'), "text/plain"],
  ["bytes that are no text", Buffer.from([0xc3, 0x28, 0x41, 0x42, 0x43, 0x44]), "application/octet-stream"],
  ["text with a zero in it", Buffer.from("text\0text"), "application/octet-stream"],
  ["half a picture", png.subarray(0, 5), "application/octet-stream"],
])("%s is known by its content", async (_what, bytes, type) => {
  expect(await contentTypeOf(bytes)).toBe(type);
});

test("pages show pictures that hold no scripts, and nothing else", () => {
  expect(["image/png", "image/jpeg", "image/gif", "image/webp"].every(isShown)).toBe(true);
  expect(["image/svg+xml", "text/html", "text/plain", "application/pdf", "image/tiff"].some(isShown)).toBe(false);
});
