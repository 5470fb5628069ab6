import { invalidArgument } from "../protocol/errors";

const COLOR = /^#[0-9A-Fa-f]{6}$/;
const NAMED: Readonly<Record<string, string>> = {
  black: "#000000",
  white: "#FFFFFF",
  red: "#FF0000",
  green: "#008000",
  blue: "#0000FF",
  yellow: "#FFFF00",
  orange: "#FFA500",
  gray: "#808080",
  grey: "#808080",
  purple: "#800080",
};

/** "#RRGGBB" in capitals, from a code or one of the plain names. @throws HostError InvalidArgument */
export function parseColor(color: unknown): string {
  const named = typeof color === "string" ? (NAMED[color.toLowerCase()] ?? color) : "";
  const full = named.startsWith("#") ? named : `#${named}`;
  if (!COLOR.test(full)) throw invalidArgument();
  return full.toUpperCase();
}

/** @throws HostError InvalidArgument where the value is none of those known */
export function oneOf<T>(known: readonly T[], value: unknown): T {
  if (!known.includes(value as T)) throw invalidArgument();
  return value as T;
}

/** A number within limits. @throws HostError InvalidArgument */
export function within(value: unknown, least: number, most: number): number {
  if (typeof value !== "number" || !(value >= least && value <= most)) throw invalidArgument();
  return value;
}
