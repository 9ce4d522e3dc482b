#!/usr/bin/env bash
# Fetches Ceph's object gateway from Debian and unpacks it below a folder. Nothing is installed and no root is needed.
# usage: fetch.sh FOLDER
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
mkdir -p "${1:?usage: fetch.sh FOLDER}"/{packages,root}
folder=$(cd "$1" && pwd)
cd "$folder/packages"

wanted=()
while read -r package; do
  # A fetch that was interrupted goes on where it stopped.
  compgen -G "${package}_*.deb" >/dev/null || wanted+=("$package")
done <"$here/packages.txt"
[ "${#wanted[@]}" -eq 0 ] || apt-get -qq download "${wanted[@]}"

for package in *.deb; do
  dpkg -x "$package" "$folder/root"
done

# Unpacked and not installed, nobody has checked the dependencies; a missing one would show only at the start.
# shellcheck source-path=SCRIPTDIR source=environment.sh
source "$here/environment.sh" "$folder"
for program in ceph-mon ceph-osd monmaptool radosgw radosgw-admin; do
  missing=$(ldd "$root/usr/bin/$program" | awk '/not found/ { print $1 }')
  [ -z "$missing" ] || {
    echo "$program needs $missing, which no package in packages.txt brings; add it (apt-file search $missing)" >&2
    exit 1
  }
done
"$root/usr/bin/radosgw" --version
