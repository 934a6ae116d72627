#!/usr/bin/env bash
# Draws the PNG files of this folder from the SVG files. The PNG files are committed; run this after changing a drawing.
# Needs rsvg-convert (Debian: librsvg2-bin, macOS: brew install librsvg).
set -euo pipefail
cd "$(dirname "$0")"

draw() { # drawing, name, size
  rsvg-convert --width "$3" --height "$3" --output "$2-$3.png" "$1"
}

for name in icon check; do
  for size in 16 20 24; do draw "$name-small.svg" "$name" "$size"; done
  for size in 32 40 48 64 80; do draw "$name.svg" "$name" "$size"; done
done
draw icon.svg icon 128
